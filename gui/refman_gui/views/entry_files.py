"""The files of the entry: opened where that is safe, or taken out."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QToolButton, QWidget

from refman.editing import attachments_of
from refman.model import Attachment
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import one_line
from refman_gui.views.entry_opening import file_to_open, open_outside, url_to_open

__all__ = ["FilesRow"]

_MOST_FILES, _MOST_NAME = 100, 80


class FilesRow(QWidget):
    """Show what is attached to an entry.

    Signals:
        added(tuple[Attachment, ...]): they are to belong to the entry.
        taken_out(Attachment): it is not to belong to the entry any more; the file itself stays.
        told(str, bool): what is to be known, and whether it is a fault.
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
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
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

    def show_files(self, files: tuple[Attachment, ...], folder: Path) -> None:
        """Show files; relative paths begin at a folder."""
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
        url = url_to_open(chosen.path) or file_to_open(chosen.path, self._folder)
        if url is None:
            name = one_line(chosen.path, _MOST_NAME)
            self.told.emit(
                self.tr("{name} is not opened: it is not there, or no document.").format(name=name),
                True,
            )
        elif not open_outside(url):
            self.told.emit(self.tr("No program opens it."), True)

    @Slot()
    def _take_out(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.taken_out.emit(chosen)
