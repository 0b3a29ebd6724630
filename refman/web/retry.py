"""How long to wait before a question is asked again."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from refman.settings import WebSettings

__all__ = ["backoff", "is_refusal", "is_worth_repeating", "next_wait", "wanted_wait"]

_FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0

_SECONDS = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?\Z")
_REFUSALS = frozenset({429, 503})
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


def is_refusal(status: int, headers: Mapping[str, str]) -> bool:
    """Tell whether a service says that it is asked too much.

    Source: RFC 6585, section 4; RFC 9110, section 15.6.4; for 403: GitHub's documentation, "Rate
    limits for the REST API".
    """
    if status == HTTPStatus.FORBIDDEN:
        return "retry-after" in headers or headers.get("x-ratelimit-remaining") == "0"
    return status in _REFUSALS


def is_worth_repeating(status: int) -> bool:
    """Tell whether a status stands for a state that may pass."""
    return status in _PASSING


def wanted_wait(headers: Mapping[str, str], now: datetime) -> float | None:
    """Return how many seconds a service asks to be left alone, never less than 0.

    A moment is reckoned from the service's own ``Date``, for its clock and ours may differ.
    Source: RFC 9110, section 10.2.3.

    Returns:
        None where it does not say, or says nonsense.
    """
    if text := headers.get("retry-after", "").strip():
        if _SECONDS.match(text):
            return float(text)
        if (moment := _moment(text)) is not None:
            return max(0.0, (moment - (_moment(headers.get("date", "")) or now)).total_seconds())
    reset = headers.get("x-ratelimit-reset", "").strip()
    if headers.get("x-ratelimit-remaining") == "0" and _SECONDS.match(reset):
        return max(0.0, float(reset) - now.timestamp())
    return None


def next_wait(
    attempt: int, wanted_s: float | None, web: WebSettings, chance: Callable[[], float]
) -> float | None:
    """Return how long to wait before asking again, in seconds; None where it is no use.

    Args:
        attempt: how often it was asked again already.
        wanted_s: for how long the service asks to be left alone, if it does.
        web: how often to ask again, and how long to wait at most.
        chance: a number in 0..1.
    """
    if attempt >= web.retries:
        return None
    wait = backoff(attempt, chance)
    if wanted_s is not None:
        if wanted_s > web.longest_wait_seconds:
            return None
        # a little later than asked for, and not all at the same moment
        wait = max(wait, wanted_s + chance())
    return wait


def backoff(attempt: int, chance: Callable[[], float]) -> float:
    """Return how long to wait after the attempt of this number, from 0 on: doubled, with jitter.

    Args:
        attempt: its number.
        chance: a number in 0..1; it parts those who failed together, for half of the pause.
    """
    whole = min(LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(attempt, 16))
    return whole * (0.5 + chance() / 2)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
