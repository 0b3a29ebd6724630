"""How long work tells how far it has come, and hears that it should stop."""

import threading
from typing import Protocol

from refman.errors import Cancelled

__all__ = ["SILENT", "CancelToken", "Progress", "stopping"]


class Progress(Protocol):
    """Be told how far a piece of work has come."""

    def report(self, done: int, total: int | None = None) -> None:
        """Take note that ``done`` of ``total`` units are done; the unit is the caller's.

        Raises:
            Cancelled: the user stopped the work.
        """
        ...


class _Silent:
    """Take no note."""

    def report(self, done: int, total: int | None = None) -> None:
        """Do nothing."""


SILENT: Progress = _Silent()


class CancelToken:
    """Carry the user's wish to stop from one thread to the others that work.

    It can be cancelled once and from any thread; it is never taken back.
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    @property
    def is_cancelled(self) -> bool:
        """Tell whether the work should stop."""
        return self._event.is_set()

    def cancel(self) -> None:
        """Ask for the work to stop; return at once."""
        self._event.set()

    def check(self) -> None:
        """Do nothing while the work may go on.

        Raises:
            Cancelled: it should stop.
        """
        if self._event.is_set():
            raise Cancelled("the work was stopped")

    def wait(self, seconds: float) -> None:
        """Sleep, but no longer than until the work should stop.

        Raises:
            Cancelled: it should stop.
        """
        self._event.wait(seconds)
        self.check()


class _Stopping:
    def __init__(self, progress: Progress, cancel: CancelToken) -> None:
        self._progress, self._cancel = progress, cancel

    def report(self, done: int, total: int | None = None) -> None:
        self._cancel.check()
        try:
            self._progress.report(done, total)
        except Cancelled:
            self._cancel.cancel()
            raise


def stopping(progress: Progress, cancel: CancelToken) -> Progress:
    """Join a progress and a token, so that either of them stops both.

    Its ``report`` raises Cancelled when the token is cancelled, and cancels the token, and with it
    all who wait by it, when ``progress`` raises Cancelled.
    """
    return _Stopping(progress, cancel)
