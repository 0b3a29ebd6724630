"""The inputs of an import: read by a task, held as sheets, added by another task."""

import tempfile
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks import adding, reading
from refman_gui.views.intake_sheet import Sheet

__all__ = ["Inputs"]

_MOST_DISCARDED = 20
_ADDRESS = ("http://", "https://")
_LONGEST_ADDRESS = 2_000


class _Batch:
    """Hold what is read together."""

    def __init__(self, request: reading.Request) -> None:
        self.request = request
        self.sheets: list[Sheet] = []
        self.refused: list[str] = []


class Inputs(QObject):
    """Hold what is being imported.

    Signals:
        opened(Sheet): an input begins; the first of those that were opened together.
        changed(Sheet): more of it was read, or it is known what the library has of it.
        text_came(Sheet): its text is there.
        removed(): inputs were added, discarded, or could not be read.
        progressed(title, done, total), idle(): how far what goes on has come; nothing goes on.
        said(lines): what a person should know.
        added(lines, Result): papers were put into the library: what was done, for people and as the
            task tells it.

    Attributes:
        sheets: in the order in which they came.
        kinds: all readers, each with what people call it; empty until something was read.
    """

    opened = Signal(object)
    changed = Signal(object)
    text_came = Signal(object)
    removed = Signal()
    progressed = Signal(str, object, object)
    idle = Signal()
    said = Signal(object)
    added = Signal(object, object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._reading: dict[Job, _Batch] = {}
        self._adding: dict[Job, list[Sheet]] = {}
        self._discarded: list[tuple[int, Sheet]] = []
        self._addresses: dict[str, str] = {}
        self._titles: dict[Job, str] = {}
        self._waiting_to_read: list[tuple[reading.Input, ...]] = []
        self.sheets: list[Sheet] = []
        self.kinds: tuple[tuple[str, str], ...] = ()
        session.jobs.added.connect(self._started)
        session.opened.connect(self._library_opened)

    @property
    def can_bring_back(self) -> bool:
        """Whether something was discarded that is still there."""
        return bool(self._discarded)

    def read_files(self, paths: Sequence[str]) -> None:
        """Read files; a folder stands for all files in it."""
        self._read(tuple(reading.Input(path) for path in paths))

    def read_text(self, text: str) -> None:
        """Read a text, that is not blank."""
        try:
            path = self._file("text")
            # Half a sign of UTF-16, as a clipboard may hold it, is no text.
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
        except OSError as error:
            self._tell_no_room(error)
            return
        words = text[:_LONGEST_ADDRESS].split(maxsplit=1)
        if len(words) == 1 and words[0].lower().startswith(_ADDRESS):
            self._addresses[str(path)] = words[0]
        self._read((reading.Input(str(path), self.tr("pasted text"), is_text=True),))

    def read_again(self, sheet: Sheet, kind: str) -> None:
        """Read an input by another reader, in the place of what was read of it."""
        if sheet.is_ready and sheet in self.sheets:
            self._remove([sheet])
            self._read((msgspec.structs.replace(sheet.opened.input, kind=kind),))

    def add(self, sheets: Sequence[Sheet], *, doubtful: bool) -> None:
        """Put into the library what is left of some inputs, in one step."""
        sheets = [sheet for sheet in sheets if sheet.is_ready]
        if not sheets:
            return
        parts = tuple(sheet.part() for sheet in sheets)
        request = adding.Request(str(self._session.path), parts, doubtful)
        count = sum(sheet.counts().would_add(doubtful=doubtful) for sheet in sheets)
        title = self.tr("Add %n paper(s)", "", count)
        self._session.jobs.start(title, adding.ADDING, request)

    def discard(self, sheet: Sheet) -> None:
        """Let an input go; it can be brought back."""
        if sheet.is_busy or sheet not in self.sheets:
            return
        self._discarded.append((self.sheets.index(sheet), sheet))
        del self._discarded[:-_MOST_DISCARDED]
        self._remove([sheet])

    def bring_back(self) -> Sheet | None:
        """Bring back what was discarded last."""
        if not self._discarded:
            return None
        at, sheet = self._discarded.pop()
        self.sheets.insert(min(at, len(self.sheets)), sheet)
        return sheet

    def cancel(self) -> None:
        """Stop what goes on."""
        for job in (*self._reading, *self._adding):
            job.cancel()

    def leave(self) -> None:
        """Let go of all files: the window closes."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def _file(self, name: str) -> Path:
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="refman-import-", ignore_cleanup_errors=True
            )
        return Path(self._folder.name) / f"{name}-{uuid4().hex}"

    def _remove(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = [sheet for sheet in self.sheets if sheet not in sheets]
        held = {sheet.kept for sheet in (*self.sheets, *(pair[1] for pair in self._discarded))}
        for kept in {sheet.kept for sheet in sheets} - held:
            for job, batch in self._reading.items():
                if batch.request.kept == kept:
                    job.cancel()
            Path(kept).unlink(missing_ok=True)
        self.removed.emit()

    # Reading.

    def _read(self, inputs: tuple[reading.Input, ...]) -> None:
        if not self._session.is_open:
            self._waiting_to_read.append(inputs)
            return
        try:
            kept = self._file("kept")
        except OSError as error:
            self._tell_no_room(error)
            return
        request = reading.Request(inputs, str(kept), str(self._session.path))
        title = self.tr("Read %n input(s)", "", len(inputs))
        self._session.jobs.start(title, reading.READING, request)

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
            self._reading[job] = _Batch(request)
            job.came.connect(self._came)
            job.ended.connect(self._read_to_end)
            job.finished.connect(self._reading_finished)
        elif isinstance(request, adding.Request):
            names = {(part.kept, part.number) for part in request.parts}
            sheets = [each for each in self.sheets if (each.kept, each.opened.number) in names]
            for sheet in sheets:
                sheet.is_busy = True
                self.changed.emit(sheet)
            self._adding[job] = sheets
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
            sheet = Sheet(batch.request.kept, what)
            self.kinds = what.kinds or self.kinds
            batch.sheets.append(sheet)
            self.sheets.append(sheet)
            if what.number == 0:
                self.opened.emit(sheet)
            else:
                self.changed.emit(sheet)
        elif isinstance(what, reading.Refused):
            batch.refused.append(what.message)
        elif isinstance(what, reading.Kept):
            for sheet in batch.sheets:
                sheet.is_kept = True
                self.changed.emit(sheet)
            self._titles[self._job()] = self.tr("Compare with the library")
        else:
            self._take(batch.sheets[what.number], what)

    def _take(
        self,
        sheet: Sheet,
        what: reading.TextCame | reading.SegmentsCame | reading.Closed | reading.Judged,
    ) -> None:
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
        for sheet, known in zip(batch.sheets, result.known, strict=False):
            sheet.take_known(known)
        lines = list(batch.refused)
        if batch.sheets and not sum(each.counts().papers for each in batch.sheets):
            lines.append(self._why_none(batch))
        if result.notice is not None:
            lines.append(result.notice)
        if lines:
            self.said.emit(lines)

    def _why_none(self, batch: _Batch) -> str:
        """Return what to do where no paper was found; an address alone is not kept."""
        address = self._addresses.get(batch.request.inputs[0].path)
        if address is None:
            return self.tr(
                "No paper was found in it. Put the cursor on a title and press T, or discard it by"
                " Escape."
            )
        self._remove(batch.sheets)
        return self.tr(
            "A page cannot be fetched yet: open {address} in a browser, copy all of it and paste it"
            " here."
        ).format(address=address)

    @Slot()
    def _reading_finished(self) -> None:
        batch = self._reading.pop(self._job())
        self._titles.pop(self._job(), None)
        # What was not kept to its end cannot be added.
        if lost := [sheet for sheet in batch.sheets if not sheet.is_kept]:
            self._discarded = [pair for pair in self._discarded if pair[1] not in lost]
            self._remove(lost)
        if not batch.sheets:
            Path(batch.request.kept).unlink(missing_ok=True)
        self._tell_idle()

    # Adding.

    @Slot(object)
    def _added(self, result: adding.Result) -> None:
        lines = [
            self.tr("%n paper(s) added.", "", result.added)
            if result.added
            else self.tr("Nothing was added: the library has it all.")
        ]
        if result.known and result.added:
            lines.append(self.tr("%n paper(s) were there already.", "", result.known))
        if result.doubtful:
            lines.append(
                self.tr("%n paper(s) may be there already, and were left out.", "", result.doubtful)
            )
        self._remove(self._adding[self._job()])
        self.added.emit(lines, result)

    @Slot()
    def _adding_finished(self) -> None:
        for sheet in self._adding.pop(self._job()):
            sheet.is_busy = False
            self.changed.emit(sheet)
        self._tell_idle()

    # Both.

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
        why = error.strerror or str(error)
        self.said.emit([said.format(folder=tempfile.gettempdir(), why=why)])

    def _tell_idle(self) -> None:
        if not self._reading and not self._adding:
            self.idle.emit()

    def _job(self) -> Job:
        job = self.sender()
        assert isinstance(job, Job)
        return job
