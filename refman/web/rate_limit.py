"""How fast each service is asked: so many requests at a time, so far apart, over all threads.

A service's limit is counted where the service counts, at every request that leaves: repeated ones
and those after redirects too.
"""

import contextlib
import threading
from collections.abc import Callable, Generator

import msgspec

__all__ = ["Limit", "RateLimits"]

_WAIT = 0.05
"""How often one who waits for others to come back looks up, in seconds."""

LONGEST_WAIT = 0.5
"""How long one who waits goes without asking whether it still makes sense, in seconds."""


class Limit(msgspec.Struct, frozen=True):
    """Say how fast one service may be asked.

    Attributes:
        interval_s: the least time from one request to the next. Where requests go one at a time
            it counts from the end of one to the start of the next, so that the service, too, sees
            them no closer; else from start to start.
        concurrency: how many may be under way.
    """

    interval_s: float
    concurrency: int


class _Lane:
    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.under_way = 0
        self.free_at = float("-inf")


class RateLimits:
    """Let requests go, each when its service's limit allows it; shared by all threads."""

    def __init__(
        self,
        clock: Callable[[], float],
        pause: Callable[[float], None],
        waiting: Callable[[str, float], None] | None = None,
    ) -> None:
        """Take the clock.

        Args:
            clock: seconds from any point on, never running back.
            pause: sleeps so many seconds; raises Cancelled when the work should stop.
            waiting: is told, before each pause, for which service there is how long to wait yet, in
                seconds; in any thread.
        """
        self._clock = clock
        self._pause = pause
        self._waiting = waiting
        self._lock = threading.Lock()
        self._lanes: dict[str, _Lane] = {}

    @contextlib.contextmanager
    def turn(self, name: str, limit: Limit, check: Callable[[], None]) -> Generator[None]:
        """Wait until this service may be asked; it counts as being asked until the end.

        Args:
            name: the service.
            limit: how fast it may be asked.
            check: raises when it shall not be asked any more; called before each wait and, at the
                last, once the turn has come.

        Raises:
            Cancelled: the user stopped the work.
        """
        lane = self._lane(name)
        check()
        while (wait := self._try(lane, limit)) > 0:
            if self._waiting is not None:
                self._waiting(name, wait)
            self._pause(min(wait, LONGEST_WAIT))
            check()
        try:
            yield
        finally:
            with lane.lock:
                lane.under_way -= 1
                if limit.concurrency == 1:
                    lane.free_at = max(lane.free_at, self._clock() + limit.interval_s)

    def hold(self, name: str, seconds: float) -> None:
        """Let no request go to this service for so many seconds from now on."""
        lane = self._lane(name)
        with lane.lock:
            lane.free_at = max(lane.free_at, self._clock() + seconds)

    def _try(self, lane: _Lane, limit: Limit) -> float:
        """Take the turn and return 0, or return how long to wait before trying again."""
        with lane.lock:
            now = self._clock()
            if now < lane.free_at:
                return lane.free_at - now
            if lane.under_way >= limit.concurrency:
                return _WAIT
            lane.under_way += 1
            lane.free_at = now + limit.interval_s
            return 0

    def _lane(self, name: str) -> _Lane:
        with self._lock:
            return self._lanes.setdefault(name, _Lane())
