"""A button beside a path: it looks for what the path is to name."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton, QWidget

__all__ = ["BrowseButton"]


class BrowseButton(QPushButton):
    """Ask for a file or a folder, and put its path into a line."""

    def __init__(self, line: QLineEdit, *, is_folder: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._line, self._is_folder = line, is_folder
        self.setText(self.tr("&Browse…"))
        self.setAccessibleName(self.tr("Browse: {name}").format(name=line.accessibleName()))
        self.setAutoDefault(False)
        self.setEnabled(line.isEnabled())
        self.clicked.connect(self._browse)

    @Slot()
    def _browse(self) -> None:
        dialog = QFileDialog(self.window(), self._line.accessibleName(), self._line.text())
        if self._is_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setFileMode(QFileDialog.FileMode.AnyFile)  # it may be made later
        dialog.fileSelected.connect(self._line.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
