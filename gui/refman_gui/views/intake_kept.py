"""What is being imported, kept for the next start until it is added or discarded."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from refman.errors import OutputError
from refman.places import state_folder
from refman.previewing import (
    Begun,
    Did,
    Imports,
    KeptPreview,
    Log,
    Looked,
    Turned,
    keep_for_good,
    make_again,
)
from refman_gui.core_texts import core_text
from refman_gui.tasks import reading
from refman_gui.views.intake_sheet import Sheet

__all__ = ["Keeper"]

_REST_MS = 300


class Keeper(QObject):
    """Write down what is done to the inputs of an import; give back what was left.

    It is written in a thread of its own, one after the other: a disk may take long.

    Signals:
        failed(message): something cannot be written; told once.
    """

    failed = Signal(str)

    _refused = Signal(object)

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._imports: Imports | None = None
        self._is_told = self._is_taken_up = self._is_left = False
        self._waiting: dict[str, KeptPreview] = {}
        self._begun: set[str] = set()
        self._let_go: set[str] = set()
        self._looked = Looked()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._note_look)
        self._writing = ThreadPoolExecutor(1, "keeping")
        self._refused.connect(self._tell)

    @property
    def folder(self) -> Path | None:
        """Where copies of what is read are kept; None where nothing can be."""
        return imports.folder if (imports := self._own()) is not None else None

    @property
    def looked(self) -> Looked:
        """What was looked at last, by a name that is told by take_up."""
        return self._looked

    def take_up(self) -> tuple[tuple[reading.Input, ...], list[str]]:
        """Return what was left, to be read again, and what is to be said of it."""
        self._is_taken_up = True
        self.wait()
        if (imports := self._own()) is None:
            return (), []
        kept, said = imports.take_up()
        self._looked = imports.looked
        names = ((one.log.path.stem, one) for one in kept)
        # What was pasted before the library was open is there too, and is being read.
        self._waiting = {name: one for name, one in names if name not in self._begun}
        return tuple(_input(name, one) for name, one in self._waiting.items()), said

    def keep_text(self, text: str, source: str) -> reading.Input | None:
        """Keep a text that was pasted, and return it as an input; None where that cannot be."""
        if (imports := self._own()) is None:
            return None
        path = imports.copy_name()
        try:
            # Half a sign of UTF-16, as a clipboard may hold it, is no text.
            path.write_text(text, encoding="utf-8", errors="replace", newline="")
        except OSError:
            path.unlink(missing_ok=True)
            return None
        name = imports.new_name()
        self._begun.add(name)
        self._write(_keep, path)
        self._write(Imports.begin, Begun(source=source, copy=path.name), name)
        return reading.Input("", source, copy=str(path), name=name)

    def opened(self, each: reading.Input) -> str | None:
        """Take note that an input is opened; return its name, None where it cannot be kept."""
        imports = self._own()
        if imports is None:
            return None
        if each.copy is not None and Path(each.copy).parent != imports.folder:
            return None  # it goes with the window
        if each.name is None:
            name = imports.new_name()
            self._write(Imports.begin, _begun(each), name)
            return name
        if each.name in self._let_go:
            self.bring_back(each.name)
        return each.name

    def begin_again(self, name: str, each: reading.Input) -> None:
        """Take note that an input is to be read in another way."""
        self._write(Imports.begin, _begun(each), name)

    def read(self, sheet: Sheet) -> bool:
        """Take note of how an input was read, and make the corrections again that it had.

        Return whether it is as it was left: False where it is read otherwise than then.
        """
        if sheet.name is None:
            return True
        kept, now = self._waiting.pop(sheet.name, None), sheet.read()
        self._note(sheet.name, lambda log: log.note_read(now))
        if kept is None or kept.read is None or not kept.events:
            return True
        try:
            if kept.read != now:
                return False
            sheet.previews = make_again(sheet.previews.first, kept.events)
        except ValueError:
            return False
        return True

    def note(self, sheet: Sheet, event: Did | Turned) -> None:
        """Write down what was done."""
        now = sheet.previews.as_now()
        self._note(sheet.name, lambda log: log.note(event, now))

    def let_go(self, names: Iterable[str | None]) -> None:
        """Take note that inputs are let go: they do not come back at the next start."""
        for name in names:
            if name is not None:
                self._let_go.add(name)
                self._note(name, Log.let_go)

    def bring_back(self, name: str | None) -> None:
        """Take note that an input is brought back."""
        if name is not None:
            self._let_go.discard(name)
            self._note(name, partial(Log.let_go, is_back=True))

    def remove(self, names: Iterable[str | None]) -> None:
        """Forget inputs: they are added."""
        for name in names:
            if name is not None:
                self._write(Imports.remove, name)

    def put_aside(self, name: str) -> None:
        """Let an input that cannot be read any more come no more."""
        self._waiting.pop(name, None)
        self._write(Imports.put_aside, name)

    def look(self, sheet: Sheet | None, place: int, *, is_seen: bool) -> None:
        """Take note of what is looked at, a moment later; not before all that was left is there."""
        if not self._is_taken_up or self._waiting or self._is_left:
            return
        name = (sheet.name or "") if sheet is not None else ""
        looked = Looked(name, max(0, place), is_seen=is_seen)
        if looked != self._looked:
            self._looked = looked
            if not self._rest.isActive():
                self._rest.start(_REST_MS)

    def leave(self) -> None:
        """Leave all to the next start, but for what was let go."""
        if self._rest.isActive():
            self._note_look()
        self.remove(self._let_go)
        self._is_left = True
        self._writing.shutdown()
        if self._imports is not None:
            self._imports.close()

    def wait(self) -> None:
        """Wait until all is written."""
        if not self._is_left:
            self._writing.submit(int).result()

    @Slot()
    def _note_look(self) -> None:
        self._rest.stop()
        self._write(_look, self._looked)

    def _own(self) -> Imports | None:
        if self._imports is None and not self._is_told and not self._is_left:
            try:
                self._imports = Imports(state_folder() / "imports", self._library)
            except OutputError as error:
                self._tell(error)
        return self._imports

    def _write(self, write: Callable[..., object], *arguments: object) -> None:
        if self._imports is not None and not self._is_left:
            self._writing.submit(self._try, write, self._imports, *arguments)

    def _note(self, name: str | None, write: Callable[[Log], object]) -> None:
        if name is not None:
            self._write(_note, name, write)

    def _try(self, write: Callable[..., object], *arguments: object) -> None:
        """Write, in the thread for that."""
        try:
            write(*arguments)
        except (OutputError, OSError) as error:
            self._refused.emit(error)

    @Slot(object)
    def _tell(self, error: Exception) -> None:
        if not self._is_told:
            self._is_told = True
            self.failed.emit(core_text(str(error)))


def _note(imports: Imports, name: str, write: Callable[[Log], object]) -> None:
    if (log := imports.log(name)) is not None:
        write(log)


def _keep(_: Imports, path: Path) -> None:
    keep_for_good(path)


def _look(imports: Imports, looked: Looked) -> None:
    imports.looked = looked


def _begun(each: reading.Input) -> Begun:
    copy = Path(each.copy).name if each.copy is not None else None
    return Begun(path=each.path, source=each.source, kind=each.kind, copy=copy)


def _input(name: str, kept: KeptPreview) -> reading.Input:
    begun, read = kept.begun, kept.read
    head = None
    if read is not None and read.shown is not None and read.listed is not None:
        head = (read.shown, read.listed)
    return reading.Input(
        path=begun.path,
        source=begun.source,
        kind=read.kind if read is not None else begun.kind,
        copy=str(kept.log.path.parent / begun.copy) if begun.copy is not None else None,
        name=name,
        head=head,
    )
