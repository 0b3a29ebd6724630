"""What the pages of the entry's pane have in common."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from refman.model import Holding

__all__ = ["EntryPage", "Told"]


class EntryPage(QWidget):
    """Show something of the entry that is looked at."""

    def show_entry(self, holding: Holding | None) -> None:
        """Show it as it is now; nothing where there is none."""
        raise NotImplementedError  # each page says it; Qt's classes cannot be ABCs


class Told(QLabel):
    """Tell something in plain words, a fault by a sign and colour; hidden while it is empty."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(60)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hide()

    def tell(self, text: str, is_fault: bool = False) -> None:
        """Tell something; nothing by an empty text."""
        # Roles, and no colours: they follow the theme by themselves.
        role = QPalette.ColorRole.BrightText if is_fault else QPalette.ColorRole.PlaceholderText
        self.setForegroundRole(role)
        self.setText(f"✗ {text}" if is_fault and text else text)
        self.setVisible(bool(text))
