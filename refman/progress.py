"""How long work tells how far it has come, and hears that it should stop."""

from typing import Protocol

__all__ = ["SILENT", "Progress"]


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
