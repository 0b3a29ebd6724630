"""An editor of a source: its lines numbered, its names coloured, its faults marked."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from refman.editing.written import TextFault
from refman_gui.item_models.source_colours import SourceColours
from refman_gui.theme import colours

__all__ = ["SourceEditor"]

_MOST_MARKS = 100
_PADDING = 6


class SourceEditor(QPlainTextEdit):
    """Edit a source.

    Tab leaves it, Ctrl+Enter applies.

    Signals:
        apply_wanted(): what was typed is to be applied.
    """

    apply_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Source"))
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.colours = SourceColours(self.document())
        self._faults: Sequence[TextFault] = ()
        self._numbers = _LineNumbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scroll_numbers)
        self._make_room()

    def fill(self, text: str) -> str:
        """Show a text; return it as it is held here, where some blanks are others."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        return self.toPlainText()

    def replace_all(self, text: str) -> None:
        """Put a text in the place of what is there, in a step that the editor can undo."""
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def mark(self, faults: Sequence[TextFault]) -> None:
        """Mark faults where they are: a wavy line under them, and a bar beside their line."""
        self._faults = faults[:_MOST_MARKS]
        self.setExtraSelections([mark for fault in self._faults for mark in self._marks(fault)])
        self._numbers.update()

    def go_to_fault(self) -> None:
        """Put the cursor where the first fault is, and show it."""
        if self._faults:
            self.setTextCursor(self._line_of(self._faults[0]))
            self.ensureCursorVisible()

    @property
    def number_width(self) -> int:
        """How wide the numbers are."""
        digits = max(2, len(str(self.blockCount())))
        return self.fontMetrics().horizontalAdvance("0") * digits + 2 * _PADDING

    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and isinstance(event, QKeyEvent) and _applies(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _applies(event):
            self.apply_wanted.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.colours.show_theme()
            self.mark(self._faults)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_numbers()

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Paint the numbers of those lines that are seen."""
        shown = colours()
        faulty = {fault.line for fault in self._faults}
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(shown.window))
        painter.setFont(self.font())
        block, height = self.firstVisibleBlock(), self.fontMetrics().height()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= event.rect().bottom():
            line = block.blockNumber() + 1
            painter.setPen(QColor(shown.bad if line in faulty else shown.dim))
            area = QRect(0, round(top), self._numbers.width() - _PADDING, height)
            text = f"✗{line}" if line in faulty else str(line)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignRight), text)
            top += self.blockBoundingRect(block).height()
            block = block.next()
        painter.end()

    def _line_of(self, fault: TextFault) -> QTextCursor:
        return QTextCursor(self.document().findBlockByNumber(fault.line - 1))

    def _marks(self, fault: TextFault) -> list[QTextEdit.ExtraSelection]:
        line = QTextEdit.ExtraSelection()
        line.cursor = self._line_of(fault)
        line.format.setBackground(QColor(colours().removed))
        line.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
        text = QTextEdit.ExtraSelection()
        text.cursor = self._line_of(fault)
        text.cursor.movePosition(
            QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
        )
        text.format.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        text.format.setUnderlineColor(QColor(colours().bad))
        return [line, text]

    @Slot()
    def _make_room(self) -> None:
        self.setViewportMargins(self.number_width, 0, 0, 0)
        self._place_numbers()

    def _place_numbers(self) -> None:
        rect = self.contentsRect()
        self._numbers.setGeometry(rect.left(), rect.top(), self.number_width, rect.height())

    @Slot(QRect, int)
    def _scroll_numbers(self, rect: QRect, dy: int) -> None:
        if dy:
            self._numbers.scroll(0, dy)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())


class _LineNumbers(QWidget):
    """Show the numbers of the lines beside a source."""

    def __init__(self, editor: SourceEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        return QSize(self._editor.number_width, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._editor.paint_numbers(event)


def _applies(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(ctrl) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
