"""What a window works on: one library, searched, changed, undone; and the jobs beside it.

Every change goes through ``edit``. It is written in a thread of its own, becomes one step of the
library's history, and comes back as one ``changed``.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from refman.errors import RefmanError, ReplacedLibraryError
from refman.library import Library, open_library
from refman.model import ChangeSet, EntryId, Holding
from refman_gui.commands import History
from refman_gui.core_texts import core_text
from refman_gui.counting import Counting
from refman_gui.jobs import Job, Jobs
from refman_gui.searching import Searching
from refman_gui.selection import Selection
from refman_gui.writing import Opened, Writing, Written, Wrote

__all__ = ["Session"]

_CACHE_MIB = 8
"""Single entries are read in the window's thread; what is gone through is read elsewhere."""

_LOOK_MS = 1_500
"""How often it is looked whether another program has written, or has put another file there."""

_REST_MS = 3_000
"""So long after a change all of it is put into the library's one file, and its log is empty."""


class Session(QObject):
    """Hold a library open for a window.

    Signals:
        opened(): it can be asked.
        closed(error): it could not be opened, or another file lies in its place by now: nothing is
            asked of it any more, and nothing is written.
        changed(ChangeSet | None): something was done; None where it is not known what: an undo, a
            job, another program.
        said(text): what was done, for the status bar.
        failed(message): what was asked for was not done.

    Attributes:
        path: the library's file.
        fault: why it is closed; None where it is not.
        is_read_only: it is open, and can only be read.
        rescued: where that is kept which was open when another file was put in its place.
        is_wanted_anew: it is to be opened anew, by another program, when the window is closed.
        reader: the library to read single entries from, in the window's thread.
        searching: the library asked in a thread.
        counting: what the whole library holds, counted in a thread.
        selection: what the window shows and what is chosen in it.
        history: its steps, to be undone and redone.
        jobs: what goes on beside.
    """

    opened = Signal()
    closed = Signal(object)
    changed = Signal(object)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.fault: RefmanError | None = None
        self.is_read_only = False
        self.rescued: Path | None = None
        self.is_wanted_anew = False
        self.reader: Library | None = None
        self.searching: Searching | None = None
        self.counting: Counting | None = None
        self.selection = Selection(self)
        self.history = History(self, self)
        self.jobs = Jobs(self)
        self._stamp = 0
        self._writing = Writing(path, self)
        self._writing.opened.connect(self._opened)
        self._writing.closed.connect(self._lose)
        self._writing.stepped.connect(self.history.mirror)
        self._writing.wrote.connect(self._wrote)
        self._writing.failed.connect(self.failed)
        self._writing.waiting.connect(self.said)
        self._writing.rested.connect(self._rested)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        self.jobs.added.connect(self._look)  # before it begins: it opens what lies there
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(_REST_MS)
        self._resting.timeout.connect(self._rest)

    @property
    def is_open(self) -> bool:
        """Whether it can be asked."""
        return self.reader is not None

    @property
    def is_turning(self) -> bool:
        """Whether a step that was to be undone or redone still waits."""
        return self._writing.is_turning

    def edit(self, changes: ChangeSet) -> None:
        """Do changes in one step, which undo takes back; nothing where there are none.

        For some hundreds of entries; more of them are a job's work.
        """
        if changes.changes:
            self.write(lambda library: _applied(library, changes))

    def edit_with(self, make: Callable[[Library], ChangeSet]) -> None:
        """Do changes in one step that are made of what the library is when they are done."""
        self.write(lambda library: _applied(library, make(library)))

    def write(self, work: Written) -> None:
        """Do what changes depend on what the library is when they are done."""
        self._do(work)

    def undo(self) -> None:
        """Undo the newest step."""
        said = self.tr("Undone: {name}")
        self._do(lambda library: _turned(library.undo(), said), is_turn=True)

    def redo(self) -> None:
        """Redo the oldest step that is undone."""
        said = self.tr("Redone: {name}")
        self._do(lambda library: _turned(library.redo(), said), is_turn=True)

    def refresh(self) -> None:
        """Take note of what a job or another program has done."""
        self.write(lambda _: (None, ""))

    def get(self, id_: EntryId) -> Holding | None:
        """Return an entry as it is now; None where there is none."""
        return self.reader.get(id_) if self.reader is not None else None

    def holdings(self, ids: Iterable[EntryId]) -> list[Holding]:
        """Return entries as they are now, in their order; for some hundreds of them."""
        return list(self.reader.holdings(ids)) if self.reader is not None else []

    def has_papers(self) -> bool:
        """Tell whether there are any outside the bin; also where that cannot be read."""
        try:
            return self.reader is None or bool(self.reader.search("", limit=1).ids)
        except RefmanError:
            return True

    def duplicates_found_at(self) -> datetime | None:
        """Return when all were last searched for duplicates; None too where it cannot be read."""
        try:
            return self.reader.duplicates_found_at() if self.reader is not None else None
        except RefmanError:
            return None

    def writes(self, job: Job) -> Job:
        """Take note of what a job does to the library, when it ends; return it."""
        job.finished.connect(self.refresh)
        return job

    def close(self) -> None:
        """Stop all jobs, write what is asked for, and close the library."""
        self.history.blockSignals(True)  # it empties itself when it goes, after the window
        self.jobs.close()
        self._let_go()

    def _do(self, work: Written, *, is_turn: bool = False) -> None:
        if self.fault is None:
            self._writing.do(work, is_turn=is_turn)
        else:
            self.failed.emit(str(self.fault))

    def _let_go(self) -> None:
        """Write what is asked for, and close the library."""
        self._looking.stop()
        self._resting.stop()
        if self.searching is not None:
            self.searching.close()
            self.searching = None
        if self.counting is not None:
            self.counting.close()
            self.counting = None
        if self.reader is not None:
            self.reader.close()
            self.reader = None
        # Last: only what may write can put what was written into the library's one file.
        self._writing.close()

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        try:
            self.reader = open_library(
                self.path, now=lambda: datetime.now(UTC), read_only=True, cache_mib=_CACHE_MIB
            )
            self._stamp = self.reader.stamp()
        except RefmanError as error:
            self._lose(error)
            return
        self.is_read_only = opened.is_read_only
        self.searching = Searching(self.path, self)
        self.counting = Counting(self.path, self)
        self.history.mirror(opened.steps)
        if opened.notice is not None:
            self.said.emit(opened.notice)
        self._looking.start(_LOOK_MS)
        self.opened.emit()

    @Slot(object)
    def _wrote(self, wrote: Wrote) -> None:
        if not self._note_stamp():
            return
        if not self.is_read_only:
            self._resting.start()
        self.changed.emit(wrote.changes)
        if wrote.said:
            self.said.emit(wrote.said)

    @Slot()
    def _look(self) -> None:
        before = self._stamp
        if self._note_stamp() and self._stamp != before:
            self.refresh()

    @Slot()
    def _rest(self) -> None:
        self._looking.stop()  # else it might take for a change what is none
        self._writing.rest()

    @Slot(bool)
    def _rested(self, is_emptied: bool) -> None:
        if self.reader is None or (is_emptied and not self._note_stamp()):
            return
        self._looking.start(_LOOK_MS)
        if not is_emptied:  # somebody was reading
            self._resting.start()

    def _note_stamp(self) -> bool:
        """Take note of how far the library has been written; False where it is not open."""
        if self.reader is None:
            return False
        try:
            self._stamp = self.reader.stamp()
        except ReplacedLibraryError as error:
            self._lose(error)
            return False
        except RefmanError:
            pass  # what asks it for more says so
        return True

    @Slot(object)
    def _lose(self, error: RefmanError) -> None:
        """Ask and write nothing any more: the library could not be opened, or another lies there.

        What was done before stays in the file that was open; into the other nothing gets.
        """
        if self.fault is not None:
            return
        self.fault = error
        if self.is_open:
            self.jobs.hold(str(error))
        self._let_go()
        self.rescued = self._writing.rescued
        self._writing.stepped.disconnect(self.history.mirror)  # some may be on their way
        self.history.mirror(())
        self.selection.set_ids((), None)
        self.closed.emit(error)
        self.failed.emit(str(error))


def _applied(library: Library, changes: ChangeSet) -> tuple[ChangeSet | None, str]:
    applied = library.apply(changes.name, changes.changes)
    return changes, changes.name if applied.step is not None else ""


def _turned(name: str | None, said: str) -> tuple[None, str]:
    return None, said.format(name=core_text(name)) if name is not None else ""
