"""Labels that show text as it is, whatever it holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

__all__ = ["make_plain", "plain_label"]

_LEAST_WIDTH = 20


def plain_label(parent: QWidget, text: str = "") -> QLabel:
    """Return a label that wraps, takes no text for markup, and widens the window for no word."""
    label = QLabel(parent)
    make_plain(label)
    label.setText(text)
    return label


def make_plain(label: QLabel) -> None:
    """Make a label such a one."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(_LEAST_WIDTH)  # else that of the longest word, be it a path
