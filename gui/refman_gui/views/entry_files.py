"""The files of the entry: opened where that is safe, or taken out.

One outside of the library's folder is opened only once its whole path was shown.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman.editing import attachments_of
from refman.model import Attachment
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import one_line
from refman_gui.views.entry_opening import Document, file_to_open, open_outside, url_to_open
from refman_gui.views.entry_page import Told

__all__ = ["FilesRow"]

_MOST_FILES, _MOST_NAME, _MOST_PATH = 100, 80, 4_096
_MAY_BREAK = "/\N{ZERO WIDTH SPACE}"


class FilesRow(QWidget):
    """Show what is attached to an entry.

    Signals:
        added(tuple[Attachment, ...]): they are to belong to the entry.
        taken_out(Attachment): it is not to belong to the entry any more; the file itself stays.
        told(str, bool): what is to be known, and whether it is a fault.

    Attributes:
        outside: tells where the file lies that is not opened by the first click; else hidden.
        all_the_same: opens it.
    """

    added = Signal(object)
    taken_out = Signal(object)
    told = Signal(str, bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._files: tuple[Attachment, ...] = ()
        self._folder = Path()
        self.list = QComboBox(self)
        self.list.setAccessibleName(self.tr("Files"))
        self.list.view().setAccessibleName(self.tr("Files"))
        self.list.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.list.currentIndexChanged.connect(self._ask_no_more)
        self._asked: Document | None = None
        self.outside = Told(self)
        self.all_the_same = QPushButton(self.tr("Open all the same"), self)
        self.all_the_same.clicked.connect(self._open_asked)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout()
        layout.setSpacing(6)
        layout.addWidget(QLabel(self.tr("Files"), self))
        layout.addWidget(self.list, 1)
        for name, text, slot in (
            ("plus", self.tr("Add files…"), self._choose_files),
            ("external-link", self.tr("Open the file"), self._open),
            ("trash-2", self.tr("Take the file out of the paper"), self._take_out),
        ):
            button = QToolButton(self)
            button.setIcon(icon(name))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(slot)
            layout.addWidget(button)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.outside, 1)
        below.addWidget(self.all_the_same)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(layout)
        whole.addLayout(below)
        self._ask_no_more()

    def show_files(self, files: tuple[Attachment, ...], folder: Path) -> None:
        """Show files; relative paths begin at a folder."""
        if (files[:_MOST_FILES], folder) == (self._files, self._folder):
            return
        self._files, self._folder = files[:_MOST_FILES], folder
        self.list.clear()
        self.list.addItems([one_line(each.title or each.path, _MOST_NAME) for each in self._files])

    @Slot()
    def _choose_files(self) -> None:
        dialog = QFileDialog(self, self.tr("Files of the paper"), str(self._folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._add)
        dialog.open()

    @Slot(list)
    def _add(self, names: list[str]) -> None:
        """Add files."""
        self.added.emit(attachments_of(map(Path, names[:_MOST_FILES]), self._folder))

    def _chosen(self) -> Attachment | None:
        place = self.list.currentIndex()
        return self._files[place] if 0 <= place < len(self._files) else None

    @Slot()
    def _open(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        self._ask_no_more()
        found = file_to_open(chosen.path, self._folder)
        if (url := url_to_open(chosen.path)) is not None:
            self._open_url(url)
        elif found is None:
            self._refuse(chosen.path)
        elif found.is_inside:
            self._open_url(found.url)
        else:
            self._ask(found)

    def _open_url(self, url: QUrl) -> None:
        if not open_outside(url):
            self.told.emit(self.tr("No program opens it."), True)

    def _refuse(self, path: str) -> None:
        text = self.tr("{name} is not opened: it is not there, or no document.")
        self.told.emit(text.format(name=one_line(path, _MOST_NAME)), True)

    def _ask(self, found: Document) -> None:
        """Tell where a file lies, and offer to open it."""
        self._asked = found
        path = one_line(str(found.file), _MOST_PATH)
        path = path[:1] + path[1:].replace("/", _MAY_BREAK)
        text = self.tr("It lies outside of the library's folder: {path}")
        self.outside.tell(text.format(path=path))
        self.all_the_same.show()
        self.all_the_same.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _ask_no_more(self) -> None:
        self._asked = None
        self.outside.tell("")
        self.all_the_same.hide()

    @Slot()
    def _open_asked(self) -> None:
        """Open the file whose path was shown, if that is still the one."""
        asked = self._asked
        self._ask_no_more()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if asked is None:
            return
        if file_to_open(str(asked.file), self._folder) == asked:
            self._open_url(asked.url)
        else:
            self._refuse(str(asked.file))

    @Slot()
    def _take_out(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.taken_out.emit(chosen)
