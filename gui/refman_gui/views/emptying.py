"""A document that is shown no more, deleted a piece at a time."""

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor, QTextDocument

__all__ = ["Emptying"]

_PIECE = 20_000
"""So much of it goes at a time. Source: measured, this takes 2-5 ms."""

_REST_MS = 5
"""So long other work goes first after each piece."""


class Emptying(QObject):
    """Empty a document while the window goes on, then delete it, and itself with it."""

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        document.setParent(self)
        self._document = document
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._cut)
        self._timer.start(_REST_MS)

    @Slot()
    def _cut(self) -> None:
        if self._document.isEmpty():
            self._timer.stop()
            self.deleteLater()
            return
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        first = max(0, cursor.position() - _PIECE)
        cursor.setPosition(first, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
