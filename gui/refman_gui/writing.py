"""The library written in a thread of its own, one change after the other."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal, Slot

from refman.errors import Cancelled, ReadOnlyLibraryError, RefmanError, ReplacedLibraryError
from refman.library import Done, Library, Patience, open_library
from refman.model import ChangeSet

__all__ = ["Opened", "Writing", "Wrote"]

_SHOWN_STEPS = 100
_WAITED_S = 600.0
"""As long as another program may well take that adds very many papers."""


class Opened(NamedTuple):
    """Tell that the library is open.

    Attributes:
        notice: what a person should know of it; None where there is nothing.
        steps: of its history, the newest first.
        is_read_only: its file, or the folder of it, may not be written.
    """

    notice: str | None
    steps: Sequence[Done]
    is_read_only: bool


class Wrote(NamedTuple):
    """Tell what was done.

    Attributes:
        changes: all that was done; None where that is not known: an undo, another program.
        said: what a person reads: "Undone: Accept 12 papers"; empty where nothing was done.
    """

    changes: ChangeSet | None
    said: str


Written = Callable[[Library], tuple[ChangeSet | None, str]]
"""Work on the library: gives what was changed, and what a person reads of it."""


class _Work(QObject):
    """Write into the library, in the thread of it."""

    opened = Signal(object)
    closed = Signal(object)
    stepped = Signal(object, bool)
    wrote = Signal(object)
    failed = Signal(str)
    waiting = Signal(str)
    rested = Signal(bool)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._library: Library | None = None
        self.rescued: Path | None = None

    @Slot()
    def open(self) -> None:
        try:
            is_read_only = self._open()
            assert self._library is not None
            steps = self._library.history(_SHOWN_STEPS)
        except RefmanError as error:
            self.closed.emit(error)
            return
        self.opened.emit(Opened(self._library.notice, steps, is_read_only))
        with suppress(RefmanError):  # a program that was killed may have left it in the log
            self._library.write_back()

    def _open(self) -> bool:
        """Open the library, only to be read where it must be; return whether that is so."""
        patience = Patience(_WAITED_S, waiting=self.waiting.emit)
        try:
            self._library = open_library(self._path, now=_now, patience=patience)
        except ReadOnlyLibraryError:
            self._library = open_library(self._path, now=_now, read_only=True)
            return True
        return not os.access(self._path, os.W_OK)

    @Slot()
    def close(self) -> None:
        if self._library is not None:
            self.rescued = self._library.rescue()
            self._library.close()
        self._library = None

    @Slot(object, bool)
    def do(self, work: Written, is_turn: bool) -> None:
        wrote, fault, steps = None, None, None
        if self._library is not None:
            try:
                wrote = Wrote(*work(self._library))
            except Cancelled:
                pass
            except ReplacedLibraryError as error:
                self.closed.emit(error)
            except RefmanError as error:
                fault = str(error)
            with suppress(RefmanError):
                steps = self._library.history(_SHOWN_STEPS)
        self.stepped.emit(steps, is_turn)
        if fault is not None:
            self.failed.emit(fault)
        elif wrote is not None and self._library is not None:
            self.wrote.emit(wrote)
            with suppress(RefmanError):  # it is all in the log, where it is safe as well
                self._library.write_back()

    @Slot()
    def rest(self) -> None:
        is_emptied = False
        if self._library is not None:
            with suppress(RefmanError):  # it is tried again after another rest
                is_emptied = self._library.empty_log()
        self.rested.emit(is_emptied)


class Writing(QObject):
    """Write into a library, and tell what was done; lives in the window's thread.

    Signals:
        opened(Opened), wrote(Wrote), failed(message)
        closed(error): it could not be opened, or can be written no more.
        stepped(steps): the steps of the history, the newest first; while undoing or redoing is
            still waiting, nothing is told of them, for that would seem to take it back.
        waiting(text): another program is writing.
        rested(bool): what ``rest`` asked for has ended; where it was done, it seems a change to
            others.
    """

    opened = Signal(object)
    closed = Signal(object)
    stepped = Signal(object)
    wrote = Signal(object)
    failed = Signal(str)
    waiting = Signal(str)
    rested = Signal(bool)

    _asked = Signal(object, bool)
    _resting = Signal()
    _closing = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turns = 0
        self._thread = QThread(self)
        self._thread.setObjectName("writing")
        self._work = _Work(path)
        self._work.moveToThread(self._thread)
        self._thread.started.connect(self._work.open)
        self._asked.connect(self._work.do)
        self._resting.connect(self._work.rest)
        self._closing.connect(self._work.close)
        self._work.opened.connect(self.opened)
        self._work.closed.connect(self.closed)
        self._work.stepped.connect(self._stepped)
        self._work.wrote.connect(self.wrote)
        self._work.failed.connect(self.failed)
        self._work.waiting.connect(self.waiting)
        self._work.rested.connect(self.rested)
        self._thread.start()

    @property
    def rescued(self) -> Path | None:
        """Where that is kept which was open when another file was put in its place; once closed."""
        return self._work.rescued

    @property
    def is_turning(self) -> bool:
        """Whether a step that was to be undone or redone still waits."""
        return bool(self._turns)

    def do(self, work: Written, *, is_turn: bool = False) -> None:
        """Do work on the library, after all that was asked for before.

        Args:
            work: what is done.
            is_turn: it undoes or redoes a step.
        """
        self._turns += is_turn
        self._asked.emit(work, is_turn)

    def rest(self) -> None:
        """Leave nothing in the library's log: nothing was written for a while."""
        self._resting.emit()

    def close(self) -> None:
        """End the thread, when all that was asked for is done."""
        self._closing.emit()
        self._thread.quit()
        self._thread.wait()

    @Slot(object, bool)
    def _stepped(self, steps: Sequence[Done] | None, is_turn: bool) -> None:
        self._turns -= is_turn
        if not self._turns and steps is not None:
            self.stepped.emit(steps)


def _now() -> datetime:
    return datetime.now(UTC)
