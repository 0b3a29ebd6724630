"""Labels that show text as it is, whatever it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

__all__ = ["plain_label"]


def plain_label(parent: QWidget, text: str = "") -> QLabel:
    """Return a label that wraps, and takes no text for markup."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setText(text)
    return label
