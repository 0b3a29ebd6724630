"""One question at a time, asked again where that helps, and never before a service wants it.

All that is asked of Zotero can be asked twice: what is put there has a key of ours and a token.

Source: https://www.zotero.org/support/dev/web_api/v3/basics, "Rate Limiting".
"""

from collections.abc import Callable

from refman.errors import UnreachableError
from refman.progress import CancelToken
from refman.settings import WebSettings
from refman.web.answer import Request
from refman.web.line import Line, Raw
from refman.web.polite import Times
from refman.web.rate_limit import Limit, RateLimits
from refman.web.retry import next_wait, wanted_wait
from refman.web.verdict import problem_of

__all__ = ["Repeats"]

_ONE_BY_ONE = Limit(interval_s=0.0, concurrency=1)


class Repeats:
    """Ask one line, patiently; safe to use from several threads at once."""

    def __init__(
        self,
        line: Line,
        web: WebSettings,
        cancel: CancelToken,
        *,
        times: Times | None = None,
        waiting: Callable[[str, float], None] | None = None,
    ) -> None:
        """Take what holds for one run.

        Args:
            line: who is asked.
            web: how often, and how long to wait at most.
            cancel: ends all waits.
            times: clock, sleep and chance, if they are not to be the machine's.
            waiting: is told who is waited for, and for how many seconds yet; in any thread.
        """
        self._line, self._web, self._cancel = line, web, cancel
        self._times = times or Times()
        self._limits = RateLimits(self._times.clock, self._times.pause or cancel.wait, waiting)

    def ask(self, ask: Callable[[], Raw], *, in_silence: bool = True) -> Raw:
        """Return an answer that says something of the question, not of the moment.

        Args:
            ask: asks, once.
            in_silence: ask again, too, where no answer came.

        Raises:
            WebError: there is none.
            Cancelled: the user stopped the work.
        """
        name, attempt = self._line.source, 0
        while True:
            try:
                with self._limits.turn(name, _ONE_BY_ONE, self._cancel.check):
                    raw = ask()
            except UnreachableError:
                wait = next_wait(attempt, None, self._web, self._times.chance)
                if wait is None or not in_silence:
                    raise
            else:
                wait = self._wait_for(raw, attempt)
                if wait is None:
                    return raw
            self._limits.hold(name, wait)
            attempt += 1

    def _wait_for(self, raw: Raw, attempt: int) -> float | None:
        """Return how long to wait before asking again; None where the answer is one."""
        now = self._times.now()
        # a success, too, may come with the wish to be left alone for a while
        backoff = wanted_wait({"retry-after": raw.headers.get("backoff", "")}, now)
        if backoff is not None:
            self._limits.hold(self._line.source, min(backoff, self._web.longest_wait_seconds))
        problem = problem_of(Request(raw.url), raw, now)
        if problem is None:
            return None
        wait = next_wait(attempt, problem.wait_s, self._web, self._times.chance)
        if wait is None:
            raise self._line.refusal(raw, problem.why)
        return wait
