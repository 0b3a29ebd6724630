"""Files that are kept up to date: written when their papers change, watched for others' changes."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QFileSystemWatcher, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QGroupBox,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError
from refman.exporting import Fate, Kept, keep, kept_exports
from refman.library import Done
from refman.places import state_folder
from refman_gui.icons import icon
from refman_gui.session import Session
from refman_gui.tasks.rewriting import REWRITING, Request, Result, Rewritten
from refman_gui.views.plain import plain_label

__all__ = ["KeptFiles"]

_REST_MS = 1_000
_DIGESTS = "kept_exports.json"

_Sign = tuple[int, int, int]


class KeptFiles(QGroupBox):
    """Keep files up to date, and show which.

    A file that another program has changed is not written over before a person says so.

    Signals:
        looked(): at each file, and those were written that may be.

    Attributes:
        sign: for the status bar; it is seen as long as there is something to say.
    """

    looked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTitle(self.tr("Files that are kept up to date"))
        self._session = session
        self._digests = _read_digests()
        self._results: dict[str, Rewritten] = {}
        self._left: dict[str, str] = {}
        self._is_running = self._is_wanted = False
        self._step: Done | None = None
        self._signs: dict[str, _Sign | None] = {}
        self._rows: list[QWidget] = []
        self._told: list[tuple[Kept, Rewritten | None, str | None]] = []
        self.sign = QToolButton(self)
        self.sign.setObjectName("kept_sign")
        self.sign.setAutoRaise(True)
        self.sign.setIcon(icon("circle-alert"))
        self.sign.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.sign.setToolTip(self.tr("Say whether they are to be written over"))
        self.sign.hide()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)  # the buttons take what they need
        layout = QVBoxLayout(self)
        layout.addLayout(self._grid)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._stirred)
        self._watcher.fileChanged.connect(self._stirred)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._rewrite)
        session.opened.connect(self._want)
        session.changed.connect(self._changed)
        if session.is_open:
            self._want()
        self.hide()

    def know(self, path: str, digest: str) -> None:
        """Take note of what was written into a file."""
        self._digests[path] = digest
        self._keep_digests()

    def leave(self) -> None:
        """Write no more: the window closes."""
        self._later.stop()

    def _kept(self) -> list[Kept]:
        reader = self._session.reader
        return kept_exports(reader) if reader is not None else []

    @Slot()
    def _changed(self) -> None:
        """Write where papers may have changed: not where only what was written was noted."""
        reader = self._session.reader
        try:
            step = reader.last_step() if reader is not None else None
        except RefmanError:
            step = None
        if step is None or step != self._step:
            self._want()

    @Slot()
    def _stirred(self) -> None:
        """Write where one of the files may have changed, not where others beside them did."""
        if self._signs != {one.path: _sign_of(one.path) for one in self._kept()}:
            self._want()

    @Slot()
    def _want(self) -> None:
        """Write when nothing has changed for a moment."""
        self._later.start(_REST_MS)

    @Slot()
    def _rewrite(self) -> None:
        kept = self._kept()
        self._watch(kept)
        if not kept:
            self._show(kept)
            return
        if self._is_running:
            self._is_wanted = True
            return
        self._is_running = True
        self._signs = {one.path: _sign_of(one.path) for one in kept}
        request = Request(library=str(self._session.path), digests=self._digests)
        job = self._session.jobs.start(
            self.tr("Bring files up to date"), REWRITING, request, is_quiet=True
        )
        job.ended.connect(self._rewritten)
        job.failed.connect(self._session.failed)
        job.finished.connect(self._finished)

    @Slot()
    def _finished(self) -> None:
        self._is_running = False
        if self._is_wanted:
            self._is_wanted = False
            self._want()

    @Slot(object)
    def _rewritten(self, result: Result) -> None:
        for file in result.files:
            known, self._results[file.path] = self._results.get(file.path), file
            name = Path(file.path).name
            match file.fate:
                case Fate.WRITTEN | Fate.SAME:
                    self._digests[file.path] = file.digest
                    self._left.pop(file.path, None)
                    if file.fate is Fate.WRITTEN:
                        self._session.said.emit(self.tr("{name} is up to date").format(name=name))
                case Fate.CHANGED if known is None or known.digest != file.digest:
                    said = self.tr("{name} was changed by another program; see Export")
                    self._session.said.emit(said.format(name=name))
                case None if known is None or known.fault != file.fault:
                    self._session.failed.emit(file.fault)
                case _:
                    pass
        are_written = all(file.fate is not None for file in result.files)
        self._step = result.step if are_written else None
        self._keep_digests()
        kept = self._kept()
        self._watch(kept)  # also those that were written just now
        self._show(kept)
        self.looked.emit()

    def _watch(self, kept: list[Kept]) -> None:
        """Watch files and their folders: what is put in a file's place is another one to Qt."""
        paths = [Path(one.path) for one in kept]
        wanted = {str(path) for path in (*paths, *(path.parent for path in paths))}
        watched = {*self._watcher.directories(), *self._watcher.files()}
        if gone := watched - wanted:
            self._watcher.removePaths(sorted(gone))
        if new := sorted(path for path in wanted - watched if Path(path).exists()):
            self._watcher.addPaths(new)

    def _tell_sign(self, kept: list[Kept]) -> None:
        """Ask as long as there are files that other programs have changed and that lag behind."""
        behind = sum(map(self._is_behind, kept))
        if asked := sum(map(self._is_asked, kept)):
            self.sign.setText(self.tr("%n file(s) changed outside…", "", asked))
        else:  # a person has left them so, and may do otherwise yet
            self.sign.setText(self.tr("%n file(s) behind…", "", behind))
        self.sign.setAccessibleName(self.sign.text())
        self.sign.setVisible(behind > 0)

    def _is_behind(self, kept: Kept) -> bool:
        file = self._results.get(kept.path)
        return file is not None and file.fate is Fate.CHANGED

    def _is_asked(self, kept: Kept) -> bool:
        return self._is_behind(kept) and not self._is_left(self._results[kept.path])

    def _show(self, kept: list[Kept]) -> None:
        self._tell_sign(kept)
        told = [(one, self._results.get(one.path), self._left.get(one.path)) for one in kept]
        if told == self._told:  # what has the focus stays
            return
        self._told = told
        for row in self._rows:
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows = []
        for number, one in enumerate(kept):
            file = self._results.get(one.path)
            label = self._label(one, file)
            self._put(number, 0, label)
            if self._is_behind(one):
                over = _FileButton(self.tr("&Write over"), one.path, self)
                over.pressed_for.connect(self._write_over)
                self._put(number, 1, over)
            if self._is_asked(one):
                let = _FileButton(self.tr("&Leave as it is"), one.path, self)
                let.pressed_for.connect(self._leave_it)
                self._put(number, 2, let)
            stop = _FileButton(self.tr("&Stop"), one.path, self)
            stop.setAccessibleName(
                self.tr("Keep {name} up to date no longer").format(name=Path(one.path).name)
            )
            stop.pressed_for.connect(self._stop)
            self._put(number, 3, stop)
        self.setVisible(bool(kept))

    def _put(self, row: int, column: int, widget: QWidget) -> None:
        self._grid.addWidget(widget, row, column)
        self._rows.append(widget)

    def _label(self, kept: Kept, file: Rewritten | None) -> QLabel:
        states = {
            Fate.WRITTEN: self.tr("up to date"),
            Fate.SAME: self.tr("up to date"),
            Fate.CHANGED: self.tr("changed by another program, not written"),
        }
        state = self.tr("not yet written")
        if file is not None and file.fate is Fate.CHANGED and self._is_left(file):
            state = self.tr("behind: changed by another program, and left so")
        elif file is not None:
            state = states[file.fate] if file.fate is not None else file.fault
        label = plain_label(self, f"{kept.path} — {state}")
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _is_left(self, file: Rewritten) -> bool:
        return self._left.get(file.path) == file.digest

    @Slot(str)
    def _write_over(self, path: str) -> None:
        self.know(path, self._results[path].digest)
        self._rewrite()

    @Slot(str)
    def _leave_it(self, path: str) -> None:
        self._left[path] = self._results[path].digest
        self._show(self._kept())

    @Slot(str)
    def _stop(self, path: str) -> None:
        if self._session.reader is not None:
            self._session.edit(keep(self._session.reader, None, path))

    def _keep_digests(self) -> None:
        folder = state_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            new = folder / f"{_DIGESTS}.new"
            new.write_bytes(msgspec.json.encode(self._digests))
            new.replace(folder / _DIGESTS)
        except OSError as error:
            self._session.failed.emit(str(error))


class _FileButton(QPushButton):
    """A button that is for one file."""

    pressed_for = Signal(str)

    def __init__(self, text: str, path: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._path = path
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.pressed_for.emit(self._path)


def _sign_of(path: str) -> _Sign | None:
    """Return what is another when a file was written; None where there is none."""
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _read_digests() -> dict[str, str]:
    """Return what was written last, by path; without it, what is there is asked about once more."""
    try:
        return msgspec.json.decode((state_folder() / _DIGESTS).read_bytes(), type=dict[str, str])
    except (OSError, msgspec.MsgspecError):
        return {}
