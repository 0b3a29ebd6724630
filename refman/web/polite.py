"""The client that asks services: from the cache, within their limits, again where it helps.

What becomes of a question::

    fresh in the cache ──────────────────────────────────────────────> answer
    else asked, hop by hop, each hop in its turn (rate_limit)
        an answer that can be used ──────────> kept (cache) ─────────> answer
        no answer, or one that may pass ─────> asked again after a pause (retry)
        a service that is down, wants a long pause, or answers with
        something else than it should ───────> set aside for this run ─┐
    no answer, but an old one in the cache ──────────────────────────> the old answer
    no answer ───────────────────────────────────────────────────────> WebError
"""

import functools
import logging
import random
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Self

import msgspec

from refman.errors import (
    AddressError,
    AnswerError,
    OfflineError,
    SourceAside,
    UnreachableError,
    WebError,
)
from refman.progress import CancelToken
from refman.settings import Settings, SourceSettings
from refman.web.answer import Answer, Request
from refman.web.cache import Cache, is_kept, key_of
from refman.web.client import Bounds, Client, FaultError, Kind, Raw, user_agent
from refman.web.contacts import Contacts, contacts_file
from refman.web.guard import Guard, origin
from refman.web.rate_limit import Limit, RateLimits
from refman.web.redirects import MOST_REDIRECTS, redirected
from refman.web.retry import next_wait
from refman.web.secrets import Redaction
from refman.web.verdict import Blame, Problem, problem_of

__all__ = ["PoliteWeb", "Times"]

_STRANGER = Limit(interval_s=0.5, concurrency=2)
"""How fast a host is asked that is no source's own."""

_NOT_FOUND_S = 24 * 3600.0
"""How long it is believed that a service does not know something: records come daily."""

_STRIKES = 3
"""After so many questions in a row that a service failed at, it is set aside."""

_log = logging.getLogger(__name__)


class Times(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a client knows of time and chance, so that tests can bring their own.

    Attributes:
        now: the time, in UTC.
        clock: seconds from any point on, never running back.
        pause: sleeps so many seconds; None for a sleep that a cancel ends.
        chance: a number in 0..1.
    """

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    clock: Callable[[], float] = time.monotonic
    pause: Callable[[float], None] | None = None
    chance: Callable[[], float] = random.random


class PoliteWeb:
    """Ask services of the web; it is a ``refman.web.Web``, and a context manager that closes it.

    Its questions end within half a second of a cancel, in all threads, with Cancelled.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        cache_file: Path | None,
        cancel: CancelToken,
        times: Times | None = None,
        resolver: Callable[..., object] | None = None,
        waiting: Callable[[str, float], None] | None = None,
    ) -> None:
        """Take what holds for one run.

        Args:
            settings: contact, limits, sources.
            cache_file: where answers are kept; None keeps none.
            cancel: stops the work.
            times: clock, sleep and chance, if they are not to be the machine's.
            resolver: as ``socket.getaddrinfo``, if it is not to be that.
            waiting: is told for which source, or host, there is how long to wait yet, in seconds,
                whenever a thread waits for its turn.

        Raises:
            OutputError: the file cannot be used as a cache.
        """
        self._settings = settings.web
        self._sources: dict[str, SourceSettings] = msgspec.structs.asdict(settings.sources)
        self._times = times or Times()
        self._cancel = cancel
        self._pause = self._times.pause or cancel.wait
        self._redaction = Redaction(
            source.key for source in self._sources.values() if source.key is not None
        )
        self._limits = RateLimits(self._times.clock, self._pause, waiting)
        self._lock = threading.Lock()
        self._aside: dict[str, tuple[str, int | None]] = {}
        self._strikes: dict[str, int] = {}
        self._cache = Cache(cache_file, self._times.now)
        self._client = Client(
            guard=Guard(
                self._settings.allowed_hosts,
                [source.base_url for source in self._sources.values()],
            ),
            contacts=Contacts(contacts_file(), self._times.now),
            bounds=Bounds.of(self._settings),
            user_agent=user_agent(self._settings.contact),
            redaction=self._redaction,
            cancel=cancel,
            clock=self._times.clock,
            **({"resolver": resolver} if resolver is not None else {}),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close connections and cache."""
        self._client.close()
        self._cache.close()

    @property
    def aside(self) -> list[tuple[str, str]]:
        """The sources, or hosts, that were set aside, and why, in that order, each once."""
        with self._lock:
            return [(source, why) for source, (why, _) in self._aside.items()]

    def set_aside(self, source: str, why: str) -> None:
        """Ask this source no more in this run; the first reason is the one that is told."""
        self._put_aside(source, why, None)

    def _put_aside(self, source: str, why: str, status: int | None) -> None:
        why = self._redaction(why)
        with self._lock:
            if source in self._aside:
                return
            self._aside[source] = (why, status)
        _log.info("%s is set aside for this run: it %s", source, why)

    def send(self, request: Request, *, source: str) -> Answer:
        """Return the answer, from the cache if it is fresh enough.

        Raises:
            WebError: no answer that can be used; see ``refman.errors`` for the kinds.
            Cancelled: the user stopped the work.
        """
        self._cancel.check()
        shown = self._redaction(request.url)
        Guard.check_url(request.url, source=source, shown=shown)
        key = key_of(request, self._redaction)
        kept = None if request.head and request.follow else self._cache.get(key)
        if kept is not None and (self._settings.offline or self._is_fresh(kept, request)):
            return kept
        question = _Question(request, source, shown, key, kept)
        if self._settings.offline:
            raise OfflineError(
                f"{question.shown} is not in the cache, and nothing else is asked (web.offline)",
                source=source,
                url=question.shown,
            )
        try:
            return self._ask(question)
        except (UnreachableError, AnswerError, SourceAside) as error:
            if kept is None:
                raise
            _log.info("an answer of %s is used instead: %s", kept.at, error)
            return kept

    def _is_fresh(self, kept: Answer, request: Request) -> bool:
        most = request.max_age_s
        if most is None:
            most = self._settings.cache_days * 24 * 3600
        if kept.status != HTTPStatus.OK:
            most = min(most, _NOT_FOUND_S)
        return 0 <= (self._times.now() - kept.at).total_seconds() <= most

    def _ask(self, question: "_Question") -> Answer:
        """Ask until there is an answer, or no more sense in asking."""
        attempt = 0
        while True:
            fault: FaultError | None = None
            try:
                raw = self._follow(question)
            except FaultError as error:
                fault = error
                problem = Problem.of_fault(error)
            else:
                found = problem_of(question.request, raw, self._times.now())
                if found is None:
                    return self._answered(question, raw)
                problem = found
            wait = self._wait(problem, attempt)
            if wait is None:
                raise self._given_up(question, problem) from fault
            if problem.is_refusal:
                self._limits.hold(question.name, wait)
            else:
                self._pause(wait)
            attempt += 1

    def _wait(self, problem: Problem, attempt: int) -> float | None:
        """Return how long to wait before asking again, in seconds; None where it is no use."""
        if not problem.may_pass:
            return None
        return next_wait(attempt, problem.wait_s, self._settings, self._times.chance)

    def _follow(self, question: "_Question") -> Raw:
        """Ask, and again where the answer sends; each hop within the limits of its host."""
        request = question.first_request()
        for _ in range(MOST_REDIRECTS + 1):
            shown = self._redaction(request.url)
            Guard.check_url(request.url, source=question.source, shown=shown)
            name = question.name = self._name(question.source, request.url)
            check = functools.partial(self._mind, name, shown)
            with self._limits.turn(name, self._limit(name), check):
                raw = self._client.exchange(request)
            if not request.follow:
                return raw
            following = redirected(request, raw, self._redaction)
            if following is None:
                return raw
            request = following
        raise FaultError(Kind.UNUSABLE, f"redirects more than {MOST_REDIRECTS} times")

    def _mind(self, name: str, shown: str) -> None:
        """Do nothing while a source may be asked.

        Raises:
            SourceAside: not any more.
            Cancelled: the user stopped the work.
        """
        self._cancel.check()
        with self._lock:
            aside = self._aside.get(name)
        if aside is not None:
            why, status = aside
            raise SourceAside(
                f"{name} is not asked any more in this run: it {why}",
                source=name,
                url=shown,
                status=status,
                why=why,
            )

    def _name(self, source: str, url: str) -> str:
        """Return who is asked, limited and set aside: the source at its own host, else the host."""
        _, host, port = origin(url)
        settings = self._sources.get(source)
        if settings is not None:
            try:
                if origin(settings.base_url)[1:] == (host, port):
                    return source
            except ValueError:
                pass
        return host

    def _limit(self, name: str) -> Limit:
        settings = self._sources.get(name)
        if settings is None:
            return _STRANGER
        return Limit(1 / settings.requests_per_second, settings.concurrency)

    def _answered(self, question: "_Question", raw: Raw) -> Answer:
        now = self._times.now()
        with self._lock:
            self._strikes.pop(question.name, None)
        if raw.status == HTTPStatus.NOT_MODIFIED and question.kept is not None:
            self._cache.confirm(question.key, now)
            return msgspec.structs.replace(question.kept, at=now)
        answer = Answer(
            status=raw.status,
            headers={name: self._redaction(value) for name, value in raw.headers.items()},
            body=raw.body,
            url=self._redaction(raw.url),
            at=now,
        )
        if is_kept(question.request, answer, self._redaction):
            self._cache.put(question.key, answer)
        return answer

    def _given_up(self, question: "_Question", problem: Problem) -> WebError:
        """Return the error to raise; set aside whom it is to be blamed on."""
        name = question.name
        with self._lock:
            strikes = self._strikes[name] = self._strikes.get(name, 0) + 1
        is_over = problem.blame is Blame.SOURCE or (
            problem.blame is Blame.PERHAPS and strikes >= _STRIKES
        )
        if is_over:
            self._put_aside(name, problem.why, problem.status)
        error = _ERRORS[problem.kind]
        then = "; it is left out of this run" if is_over else ""
        return error(
            f"{name} {problem.why}{then} ({question.shown})",
            source=question.source,
            url=question.shown,
            status=problem.status,
            why=problem.why,
        )


class _Question:
    """Hold what is known of one question while it is asked.

    Attributes:
        name: whom it was last sent to, as in ``PoliteWeb._name``.
        kept: the old answer, if there is one.
    """

    def __init__(
        self, request: Request, source: str, shown: str, key: str, kept: Answer | None
    ) -> None:
        self.request = request
        self.source = source
        self.shown = shown
        self.key = key
        self.kept = kept
        self.name = source

    def first_request(self) -> Request:
        """Return the request; where there is an old answer it asks whether that still holds."""
        if self.kept is None or self.kept.status != HTTPStatus.OK:
            return self.request
        conditions = tuple(
            (condition, self.kept.headers[header])
            for condition, header in _CONDITIONS
            if header in self.kept.headers
        )
        return msgspec.structs.replace(self.request, headers=self.request.headers + conditions)


# Source: RFC 9110, section 13.1
_CONDITIONS = (("If-None-Match", "etag"), ("If-Modified-Since", "last-modified"))

_ERRORS: Mapping[Kind, type[WebError]] = {
    Kind.ADDRESS: AddressError,
    Kind.CERTIFICATE: UnreachableError,
    Kind.SILENT: UnreachableError,
    Kind.UNUSABLE: AnswerError,
}
