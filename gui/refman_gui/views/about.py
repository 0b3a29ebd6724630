"""What refman is, in a box."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from refman import __version__

__all__ = ["AboutBox"]


class AboutBox(QMessageBox):
    """Tell what this is; gone when it is closed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About refman"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(
            self.tr("refman {version}\nFrom a listing of papers to reviewed references.").format(
                version=__version__
            )
        )
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
