"""Pages that stand where a list would: what they say in the middle, what can be done below it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

__all__ = ["lay_in_middle"]


def lay_in_middle(page: QWidget, labels: Iterable[QLabel], buttons: Iterable[QPushButton]) -> None:
    """Lay labels out in the middle of a page, and buttons one below the other under them."""
    column = QVBoxLayout()  # side by side they are too wide for large letters
    for button in buttons:
        column.addWidget(button)
    line = QHBoxLayout()
    line.addStretch(1)
    line.addLayout(column)
    line.addStretch(1)
    layout = QVBoxLayout(page)
    layout.setSpacing(12)
    layout.addStretch(1)
    for label in labels:
        layout.addWidget(label)
    layout.addLayout(line)
    layout.addStretch(2)
