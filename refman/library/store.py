"""The library: entries kept in one file, and every change to them reversible.

with open_library(path, now=now) as library:
    library.apply("Add 2 papers", [Add(Holding(entry=entry, added=now())) for entry in entries])
    library.undo()
"""

import logging
import sqlite3
from collections.abc import Callable, Collection, Generator, Iterable, Sequence, Sized
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from refman.errors import LibraryError, ReplacedLibraryError
from refman.library import duplicates, exports, history, listings, proposals
from refman.library.changing import Changer
from refman.library.checking import faults_of
from refman.library.faults import damaged
from refman.library.history import Done, begin_step, end_step, turn_step
from refman.library.locking import Patience, begin
from refman.library.reader import Reader
from refman.library.same_file import SameFile
from refman.library.snapshots import Snapshots
from refman.library.turns import Out, TurnLog, take_turns
from refman.library.writing import GoneError, Writer
from refman.library.written_ahead import WrittenAhead
from refman.model import Change, EntryId, Export, LeftOver, ListingId, Proposal
from refman.progress import SILENT, Progress

__all__ = ["Applied", "Library"]

_log = logging.getLogger(__name__)

_REPORTED = 256
"""So many changes are done between two reports of how far it has come."""


class Applied(msgspec.Struct, frozen=True, kw_only=True):
    """Say what was done.

    Attributes:
        count: of changes.
        ids: of the entries that were put in, in the order of their changes.
        step: its number in the history; None where there was nothing to do.
    """

    count: int
    ids: Sequence[EntryId]
    step: int | None


class Library(Reader):
    """Hold an open library; made by ``open_library``.

    It belongs to the thread that opened it; only ``interrupt`` may be called from another.
    Several libraries may be open on one file, in one process or in several: they read at the same
    time, and write in turn.

    Attributes:
        snapshots: the copies of it that were taken by itself.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        now: Callable[[], datetime],
        patience: Patience,
        snapshots: Snapshots,
        same: SameFile,
        notice: str | None = None,
    ) -> None:
        super().__init__(connection, path, now=now, same=same, notice=notice)
        self.snapshots = snapshots
        self._patience = patience
        self._writer: Writer | None = None
        self._is_spoiled = False
        self._ahead = WrittenAhead(connection, path)

    def close(self) -> None:
        """Close the file; what was not acknowledged is not done.

        Where another file lies in its place by now, nothing of this one is left to be read into it.
        """
        try:
            self._same.check()
        except ReplacedLibraryError:
            self._ahead.leave()
        super().close()

    def rescue(self) -> Path | None:
        """Keep what is in the file that is open as a snapshot, where another lies there by now.

        No name may lead to it any more. None where the same file lies there, or where it cannot be
        kept.
        """
        try:
            self._same.check()
        except ReplacedLibraryError:
            if self._ahead.leave():
                try:
                    return self.snapshots.take(self._connection, "before it was replaced")
                except (OSError, sqlite3.Error) as error:
                    _log.warning("what was in %s could not be kept: %s", self.path, error)
        return None

    def write_back(self) -> None:
        """Put what was done into the file itself, as far as nobody reads what was before.

        When the last program closes the file, it is done anyhow. Who keeps it open for long asks
        for it before: whoever puts another file there, or copies this one, knows of no log.

        Raises:
            ReplacedLibraryError: another file lies where this one was opened, or none.
            LibraryError: it cannot be written; what was done is safe in the log.
        """
        self._same.check()
        with self._faults:
            self._ahead.write_back()

    def empty_log(self) -> bool:
        """Put all that was done into the file itself, and tell whether nothing is left beside it.

        It is not done where others read it, or have written since ``write_back``; to others it
        seems a change.

        Raises:
            ReplacedLibraryError, LibraryError: see ``write_back``.
        """
        self._same.check()
        with self._faults:
            return self._ahead.empty()

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Do all that is done inside together, or none of it.

        Raises:
            LockedLibraryError: another program is writing, for longer than our patience.
            ReplacedLibraryError: another file lies where this one was opened, or none.
            LibraryError: a part of it failed before, and was caught inside.
        """
        with self._together(self._patience):
            yield

    @contextmanager
    def _together(self, patience: Patience, *, takes_copy: bool = True) -> Generator[None]:
        """Do all that is done inside together; a copy is taken before where something changes."""
        if self._writer is not None:
            try:
                yield
            except BaseException:
                self._is_spoiled = True
                raise
            return
        self._same.check()
        with self._faults:
            if takes_copy:
                self.snapshots.take_daily(self._connection)
            begin(self._connection, self.path, patience)
        self._writer, self._is_spoiled = Writer(self._connection), False
        try:
            yield
            self._check_parts()
            with self._faults:
                self._writer.flush()
                self._same.check()
                self._connection.execute("COMMIT")
                self._ahead.note()
        except BaseException:
            with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
                self._connection.execute("ROLLBACK")
            raise
        finally:
            self._writer = None

    def apply(
        self,
        name: str | Callable[[], str],
        changes: Iterable[Change],
        *,
        progress: Progress = SILENT,
        merging: Progress | None = None,
    ) -> Applied:
        """Do changes in one step, all or none; they are taken one by one.

        What was undone and not redone is forgotten by it.

        Args:
            name: what a person reads who wants to undo it: "Accept 12 papers"; or what tells it
                when all is done, where it is not known before.
            changes: in the order in which they are done. They may be read from this library while
                they are done: what was done before is seen.
            progress: how many are done.
            merging: of very many, how many pages of the indexes are merged when all are done; where
                nothing is said, ``progress`` is told this too.

        Raises:
            ConflictError: an entry is not, or not any more, what a change says that it was.
            LibraryError: the library cannot be written; see ``refman.errors``.
        """
        total = len(changes) if isinstance(changes, Sized) else None
        ids: list[EntryId] = []
        log: TurnLog | None = None
        with self.transaction():
            at = self._now()
            changer = self._changer(at)
            for change in changes:
                with self._faults:  # not around the loop: faults of what is read are others'
                    if log is None:
                        step = begin_step(self._connection, at)
                        log = TurnLog(self._connection, step)
                    turn = changer.do(change)
                    log.put(turn)
                if isinstance(turn, Out):
                    ids.append(turn.id)
                if log.count % _REPORTED == 0:
                    progress.report(log.count, total)
            if log is None:
                return Applied(count=0, ids=(), step=None)
            with self._faults:
                log.flush()
                told = name if isinstance(name, str) else name()
                end_step(self._connection, log.step, told, log.count)
                self._merge(merging or progress)
        return Applied(count=log.count, ids=ids, step=log.step)

    def undo(self, *, progress: Progress = SILENT) -> str | None:
        """Undo the newest step that is not undone, whoever did it, and return its name.

        None where there is nothing to undo. The progress is told as by ``apply``.

        Raises:
            LibraryError: the library cannot be written; see ``refman.errors``.
        """
        return self._turn(history.newest_done, progress, is_undone=True)

    def redo(self, *, progress: Progress = SILENT) -> str | None:
        """Redo the oldest step that is undone, and return its name.

        None where there is nothing to redo: nothing was undone, or something new was done since.
        The progress is told as by ``apply``.

        Raises:
            LibraryError: the library cannot be written; see ``refman.errors``.
        """
        return self._turn(history.oldest_undone, progress, is_undone=False)

    def add_listing(
        self, *, name: str, kind: str, text: str, left_over: Sequence[LeftOver] = ()
    ) -> ListingId:
        """Keep a listing, and return its number; that of an equal one where it is there already.

        It is no step of the history. Put it into one transaction with the step that adds its
        entries.

        Args:
            name: the input's, as the user gave it.
            kind: the reader that read it.
            text: as decoded, before anything was mended: what spans of its entries count in.
            left_over: what in it is no paper.
        """
        with self.transaction(), self._faults:
            return listings.add_listing(
                self._connection,
                name=name,
                kind=kind,
                text=text,
                left_over=left_over,
                read_at=self._now(),
            )

    def propose(self, id_: EntryId, proposal: Proposal) -> bool:
        """Keep what a look-up found for an entry, in place of what an earlier one had found.

        It is no step of the history. Tell whether the entry is there; if not, nothing is kept.
        """
        with self.transaction():
            self._settle(texts=False)
            with self._faults:
                return proposals.propose(self._connection, id_, proposal)

    def forget_proposals(self, ids: Iterable[EntryId]) -> None:
        """Forget what look-ups found for entries; it is no step of the history."""
        with self.transaction(), self._faults:
            proposals.forget(self._connection, ids)

    def keep_duplicates(self, groups: Iterable[Iterable[EntryId]]) -> None:
        """Keep what a search through the whole library found, in place of an earlier search's.

        It is no step of the history.

        Args:
            groups: of entries that are, or may be, one work; none stands in two.
        """
        with self.transaction():
            self._settle(texts=False)
            with self._faults:
                duplicates.keep(self._connection, groups, self._now())

    def note_duplicates(self, groups: Iterable[Collection[EntryId]]) -> None:
        """Keep more groups beside those that the last search found; it is no step of the history.

        Args:
            groups: of entries that are, or may be, one work.
        """
        with self.transaction():
            self._settle(texts=False)
            with self._faults:
                duplicates.note(self._connection, groups, self._now())

    def note_exports(
        self, target: str, given: Iterable[Export], *, patience: Patience | None = None
    ) -> None:
        """Keep that entries were given out, in place of an earlier time with the same target.

        It is no step of the history; see ``refman.library.exports.note``.

        Args:
            target: where to.
            given: which, and when they were read.
            patience: how long to wait while another program writes; as always where nothing is
                said.
        """
        with self._together(patience or self._patience, takes_copy=False):
            self._settle(texts=False)
            with self._faults:
                exports.note(self._connection, target, given)

    def check(self, *, progress: Progress = SILENT) -> tuple[str, ...]:
        """Look through the whole library, and return what is wrong with it, a line each.

        Empty where it is sound; ``repair_library`` mends it where it is not. It is not asked inside
        a transaction.
        """
        with self._faults:
            begin(self._connection, self.path, self._patience)
            try:
                return tuple(faults_of(self._connection, progress))
            finally:
                with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
                    self._connection.execute("ROLLBACK")

    def _check_parts(self) -> None:
        if self._is_spoiled:
            raise LibraryError(
                f"a part of what was to be done in {self.path} failed: nothing was changed",
                library=str(self.path),
            )

    def _settle(self, *, texts: bool) -> None:
        if self._writer is not None:
            self._writer.flush(texts=texts)

    def _merge(self, progress: Progress) -> None:
        assert self._writer is not None  # only asked for inside a transaction
        self._writer.merge(progress)

    def _changer(self, at: datetime) -> Changer:
        assert self._writer is not None  # only asked for inside a transaction
        return Changer(self._connection, self._writer, at=at, library=str(self.path))

    def _turn(
        self,
        which: Callable[[sqlite3.Connection], Done | None],
        progress: Progress,
        *,
        is_undone: bool,
    ) -> str | None:
        with self.transaction(), self._faults:
            step = which(self._connection)
            if step is None:
                return None
            assert self._writer is not None  # inside a transaction
            turns, seq = take_turns(self._connection, step.id)
            log = TurnLog(self._connection, step.id, seq)
            try:
                for turn in turns:
                    log.put(self._writer.do(turn))
                    if log.count % _REPORTED == 0:
                        progress.report(log.count, step.count)
            except GoneError as error:
                raise damaged(self.path, f"entry {error} is not there, to {step.name}") from error
            log.flush()
            turn_step(self._connection, step.id, is_undone=is_undone)
            self._writer.merge(progress)
            return step.name
