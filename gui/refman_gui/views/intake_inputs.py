"""The inputs of an import: read by a task, held as sheets, added by another task."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from refman.model import ChangeSet
from refman.previewing import Preview, Turned
from refman.reading.addresses import addresses_in
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks import adding, reading
from refman_gui.views.intake_batch import Batch, Files
from refman_gui.views.intake_kept import Keeper
from refman_gui.views.intake_sheet import Sheet, take_result
from refman_gui.views.intake_taking import hosts_in

__all__ = ["Inputs"]

_MOST_DISCARDED = 20


class Inputs(QObject):
    """Hold what is being imported.

    Signals:
        opened(Sheet): an input begins; the first of those that were opened together.
        changed(Sheet): more of it was read, or it is known what the library has of it.
        text_came(Sheet): its text is there.
        removed(): inputs were added, discarded, or could not be read.
        progressed(title, done, total), idle(): how far what goes on has come; nothing goes on.
        said(lines): what a person should know.
        fetch_offered(lines, text): addresses came from elsewhere, and stand for no paper.
        restored(Sheet, place): what was left, and nothing else, is there: what was looked at of it.
        added(Result): papers were put into the library; an input stays where some were left out.

    Attributes:
        sheets: in the order in which they came.
        kinds: all readers, each with what people call it; empty until something was read.
        keeper: keeps all for the next start.
    """

    opened = Signal(object)
    changed = Signal(object)
    text_came = Signal(object)
    removed = Signal()
    progressed = Signal(str, object, object)
    idle = Signal()
    said = Signal(object)
    fetch_offered = Signal(object, str)
    restored = Signal(object, int)
    added = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._files = Files()
        self._reading: dict[Job, Batch] = {}
        self._adding: dict[Job, list[Sheet]] = {}
        self._discarded: list[tuple[int, Sheet]] = []
        self._addresses: dict[str | None, str] = {}
        self._titles: dict[Job, str] = {}
        self._waiting_to_read: list[tuple[reading.Input, ...]] = []
        self._left, self._is_leaving = "", False
        self.sheets: list[Sheet] = []
        self.kinds: tuple[tuple[str, str], ...] = ()
        self.keeper = Keeper(session.path, self)
        self.keeper.failed.connect(self._failed)
        session.jobs.added.connect(self._started)
        session.opened.connect(self._library_opened)
        session.changed.connect(self._library_changed)

    @property
    def can_bring_back(self) -> bool:
        """Whether something was discarded that is still there."""
        return bool(self._discarded)

    def read_files(self, paths: Sequence[str]) -> None:
        """Read files; a folder stands for all files in it."""
        self._read(tuple(reading.Input(path) for path in paths))

    def read_text(self, text: str, *, fetches: bool = True) -> None:
        """Read a text, that is not blank; where it is nothing but addresses, what they stand for.

        Pages are fetched where a person wants that; else they are asked first.
        """
        source = self.tr("pasted text")
        are_addresses = bool(addresses_in(text))
        # Of pages that are fetched the task keeps what they hold.
        each = None if are_addresses and fetches else self.keeper.keep_text(text, source)
        if each is None:
            try:
                path = self._files.write(text)
            except OSError as error:
                self._tell_no_room(error)
                return
            each = reading.Input("", source, copy=str(path), fetches=are_addresses and fetches)
        if are_addresses and not fetches:
            self._addresses[each.copy] = text
        self._read((each,))

    def restore(self) -> None:
        """Read again what was left at the last end; once, when the library is open."""
        inputs, said = self.keeper.take_up()
        if said:
            self.said.emit(said)
        if inputs:
            self._left = self._read(inputs, is_again=True)

    def read_again(self, sheet: Sheet, kind: str) -> None:
        """Read an input by another reader, in the place of what was read of it."""
        if sheet.is_ready and sheet in self.sheets:
            each = msgspec.structs.replace(
                sheet.opened.input, kind=kind, name=sheet.name, head=None
            )
            self._read((each,), is_again=True)

    def do(self, sheet: Sheet, name: str, preview: Preview) -> None:
        """Take what a correction has made of an input."""
        if (event := sheet.do(name, preview)) is not None:
            self.keeper.note(sheet, event)

    def turn(self, sheet: Sheet, *, is_undo: bool) -> str | None:
        """Undo or redo a correction; return its name, None where there is none."""
        name = sheet.previews.undo() if is_undo else sheet.previews.redo()
        if name is not None:
            self.keeper.note(sheet, Turned(is_undo))
        return name

    def add(self, sheets: Sequence[Sheet], *, doubtful: bool, fills: bool) -> None:
        """Put into the library what is left of some inputs, in one step; or fill what it lacks."""
        sheets = [sheet for sheet in sheets if sheet.is_ready]
        if not sheets:
            return
        parts = tuple(sheet.part() for sheet in sheets)
        request = adding.Request(str(self._session.path), parts, doubtful, fills)
        count = sum(sheet.counts().would_add(doubtful=doubtful) for sheet in sheets)
        title = self.tr("Fill what is known") if fills and not count else ""
        title = title or self.tr("Add %n paper(s)", "", count)
        self._session.jobs.start(title, adding.ADDING, request)

    def discard(self, sheet: Sheet) -> None:
        """Let an input go; it can be brought back."""
        if sheet.is_busy or sheet not in self.sheets:
            return
        self._discarded.append((self.sheets.index(sheet), sheet))
        del self._discarded[:-_MOST_DISCARDED]
        self.keeper.let_go([sheet.name])
        self._remove([sheet])

    def bring_back(self) -> Sheet | None:
        """Bring back what was discarded last."""
        if not self._discarded:
            return None
        at, sheet = self._discarded.pop()
        self.sheets.insert(min(at, len(self.sheets)), sheet)
        self.keeper.bring_back(sheet.name)
        return sheet

    def cancel(self) -> None:
        """Stop what goes on."""
        for job in (*self._reading, *self._adding):
            job.cancel()

    def leave(self) -> None:
        """Let go of all files: the window closes; what is not added is there at the next start."""
        self._is_leaving = True
        self.keeper.leave()
        self._files.cleanup()

    def _remove(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = [sheet for sheet in self.sheets if sheet not in sheets]
        aside = (*self._discarded, *(one.before for one in self._reading.values() if one.before))
        held = {sheet.kept for sheet in (*self.sheets, *(pair[1] for pair in aside))}
        for kept in {sheet.kept for sheet in sheets} - held:
            for job, batch in self._reading.items():
                if batch.request.kept == kept:
                    job.cancel()
            self._files.delete(kept)
        self.removed.emit()

    def _read(self, inputs: tuple[reading.Input, ...], *, is_again: bool = False) -> str:
        """Start to read inputs; return the file in which they are kept, empty for none."""
        if not self._session.is_open:
            self._waiting_to_read.append(inputs)
            return ""
        try:
            kept = str(self._files.path("kept"))
        except OSError as error:
            self._tell_no_room(error)
            return ""
        folder = self.keeper.folder
        copies = str(folder) if folder is not None else None
        request = reading.Request(inputs, kept, str(self._session.path), copies, is_again)
        title = self.tr("Read %n input(s)", "", len(inputs))
        self._session.jobs.start(title, reading.READING, request)
        return kept

    @Slot()
    def _library_opened(self) -> None:
        waiting, self._waiting_to_read = self._waiting_to_read, []
        for inputs in waiting:
            self._read(inputs)

    @Slot(object)
    def _started(self, job: Job) -> None:
        """Listen to a job of ours, be it tried again from the list of jobs."""
        request = job.request
        if isinstance(request, reading.Request):
            Path(request.kept).unlink(missing_ok=True)  # what a run before it has left
            self._reading[job] = batch = Batch(request)
            if (before := batch.read_before(self.sheets)) is not None:
                self._remove([before])
            job.came.connect(self._came)
            job.said.connect(self._waiting)
            job.ended.connect(self._read_to_end)
            job.finished.connect(self._reading_finished)
        elif isinstance(request, adding.Request):
            names = {(part.kept, part.number) for part in request.parts}
            self._adding[job] = [
                one for one in self.sheets if (one.kept, one.opened.number) in names
            ]
            for sheet in self._adding[job]:
                sheet.is_busy = True
                self.changed.emit(sheet)
            job.said.connect(self._waiting)
            job.ended.connect(self._added)
            job.finished.connect(self._adding_finished)
            self._session.writes(job)
        else:
            return
        job.failed.connect(self._failed)
        job.progressed.connect(self._progressed)
        self.progressed.emit(job.title, 0, None)

    @Slot(object)
    def _came(self, came: reading.Came) -> None:
        batch = self._reading[self._job()]
        what = came.what
        if isinstance(what, reading.Opened):
            sheet = Sheet(batch.request.kept, what, self.keeper.opened(what.input))
            self.kinds = what.kinds or self.kinds
            batch.sheets.append(sheet)
            self.sheets.append(sheet)
            is_behind = batch.request.kept == self._left and len(self.sheets) > 1
            if what.number == 0 and not is_behind:
                self.opened.emit(sheet)
            else:
                self.changed.emit(sheet)
        elif isinstance(what, reading.Refused):
            batch.said.append(what.message)
            if what.name is not None and batch.before is None:
                self.keeper.put_aside(what.name)
        elif isinstance(what, reading.Kept):
            self._kept(batch)
            self._titles[self._job()] = self.tr("Compare with the library")
        else:
            self._take(batch.sheets[what.number], what)

    def _kept(self, batch: Batch) -> None:
        """Let what was read be corrected, or correct it as it was before."""
        looked = self.keeper.looked
        if batch.sheets and batch.before is not None:
            (_, before), batch.before = batch.before, None
            if before.name is not None:
                self.keeper.begin_again(before.name, batch.request.inputs[0])
            self._remove([before])
        otherwise = self.tr("Read otherwise now, without its corrections: {name}")
        for sheet in batch.sheets:
            sheet.is_kept = True
            if not self.keeper.read(sheet):
                batch.said.append(otherwise.format(name=sheet.title))
            self.changed.emit(sheet)
        if batch.request.kept == self._left and batch.sheets:
            said = self.tr("%n import(s) from before are open again.", "", len(batch.sheets))
            batch.said.insert(0, said)
            self._session.said.emit(said)  # something else may be looked at
            if batch.sheets == self.sheets:  # nothing was asked for meanwhile
                shown = next((one for one in batch.sheets if one.name == looked.name), None)
                self.restored.emit(shown or batch.sheets[0], looked.place if shown else -1)

    def _take(self, sheet: Sheet, what: reading.Further) -> None:
        if isinstance(what, reading.TextCame):
            if sheet.take_text(what.text):
                self.text_came.emit(sheet)
            return
        if isinstance(what, reading.SegmentsCame):
            sheet.take_segments(what.segments)
        elif isinstance(what, reading.Closed):
            sheet.close(what)
        else:
            sheet.take_verdicts(what.first, what.verdicts)
        self.changed.emit(sheet)

    @Slot(object)
    def _read_to_end(self, result: reading.Result) -> None:
        batch = self._reading[self._job()]
        for sheet, unlisted in zip(batch.sheets, result.unlisted, strict=False):
            sheet.take_unlisted(unlisted)
        lines = list(batch.said)
        addresses = self._addresses.get(batch.request.inputs[0].copy)
        if batch.is_bare and addresses is None:
            lines.append(
                self.tr(
                    "No paper was found in it. Put the cursor on a title and press T, or discard it"
                    " by Escape."
                )
            )
        if result.notice is not None:
            lines.append(result.notice)
        if lines:
            self.said.emit(lines)
        if batch.is_bare and addresses is not None:
            self._offer(batch, addresses)

    def _offer(self, batch: Batch, addresses: str) -> None:
        """Ask whether addresses are to be fetched; alone they are not kept."""
        self.keeper.remove(sheet.name for sheet in batch.sheets)
        self._remove(batch.sheets)
        shown = hosts_in(addresses) if len(addresses.split()) > 1 else addresses.strip()
        said = self.tr("No paper is known by {address}").format(address=shown)
        self.fetch_offered.emit([said], addresses)

    @Slot()
    def _reading_finished(self) -> None:
        job = self._job()
        batch = self._reading.pop(job)
        self._titles.pop(job, None)
        # What was not kept to its end cannot be added.
        if lost := [sheet for sheet in batch.sheets if not sheet.is_kept]:
            self._discarded = [pair for pair in self._discarded if pair[1] not in lost]
            if not batch.request.is_again and not self._is_leaving:
                self.keeper.let_go(sheet.name for sheet in lost)
            self._remove(lost)
        if not batch.sheets:
            self._files.delete(batch.request.kept)
        if batch.before is not None:  # as it was, for it was not read anew
            at, before = batch.before
            self.sheets.insert(min(at, len(self.sheets)), before)
            self.opened.emit(before)
        elif batch.request.kept == self._left and job.outcome == "cancelled":
            self.said.emit([self.tr("It comes back at the next start, or tried again in Jobs.")])
        self._tell_idle()

    @Slot(object)
    def _added(self, result: adding.Result) -> None:
        job, why = self._job(), self.tr("added from here")
        assert isinstance(job.request, adding.Request)
        done = take_result(self._adding[job], job.request, result, why)
        for sheet in self._adding[job]:
            if sheet not in done:  # what was wanted once is not wanted again at the next start
                self.do(sheet, why, sheet.without_wishes())
        self.keeper.remove(sheet.name for sheet in done)
        self._remove(done)
        self.added.emit(result)

    @Slot(object)
    def _library_changed(self, changes: ChangeSet | None) -> None:
        """Look whether what was added is there still, where it is not known what was changed."""
        sheets = (*self.sheets, *(pair[1] for pair in self._discarded))
        for sheet in sheets if changes is None else ():
            if sheet.look_again(lambda id_: self._session.get(id_) is not None):
                self.changed.emit(sheet)

    @Slot()
    def _adding_finished(self) -> None:
        for sheet in self._adding.pop(self._job()):
            sheet.is_busy = False
            self.changed.emit(sheet)
        self._tell_idle()

    @Slot(str)
    def _failed(self, message: str) -> None:
        self.said.emit([self.tr("It failed: {why}").format(why=message)])

    @Slot(object, object)
    def _progressed(self, done: int, total: int | None) -> None:
        job = self._job()
        self.progressed.emit(self._titles.get(job, job.title), done, total)

    @Slot(str)
    def _waiting(self, text: str) -> None:
        self.said.emit([text])

    def _tell_no_room(self, error: OSError) -> None:
        said = self.tr("What is read cannot be kept in {folder}: {why}. Make room there.")
        self.said.emit([said.format(folder=tempfile.gettempdir(), why=error.strerror or error)])

    def _tell_idle(self) -> None:
        if not self._reading and not self._adding:
            self.idle.emit()

    def _job(self) -> Job:
        job = self.sender()
        assert isinstance(job, Job)
        return job
