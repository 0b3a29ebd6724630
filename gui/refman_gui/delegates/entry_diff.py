"""Two texts side by side, in which the words that differ are marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from refman.tidying import FieldRow, Sign
from refman_gui.item_models.entry_diff import CHANGES_ROLE, ROW_ROLE, DiffColumn
from refman_gui.item_models.entry_texts import units
from refman_gui.theme import colours

__all__ = ["DiffDelegate"]

_Index = QModelIndex | QPersistentModelIndex

_GAP = 4
_MOST_LINES = 6
_LINE_END = "\u2028"


class DiffDelegate(QStyledItemDelegate):
    """Paint the original and the new text: what goes is struck out, what comes is underlined."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        if index.column() not in (DiffColumn.ORIGINAL, DiffColumn.NEW):
            return size
        width = option.rect.width()
        if isinstance(option.widget, QTableView):
            width = option.widget.columnWidth(index.column())
        layout = _laid_out(index, option.font, width - 2 * _GAP, _formats(index, colours().text))
        height = min(layout.boundingRect().height(), option.fontMetrics.lineSpacing() * _MOST_LINES)
        return QSize(size.width(), int(height) + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.column() not in (DiffColumn.ORIGINAL, DiffColumn.NEW):
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        rect = QRectF(option.rect).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        formats = _formats(index, None if is_chosen else colours().text)
        layout = _laid_out(index, option.font, rect.width(), formats)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(option.palette.color(role))
        layout.draw(painter, QPointF(rect.left(), rect.top()))
        painter.restore()


def _laid_out(
    index: _Index, font: QFont, width: float, formats: list[QTextLayout.FormatRange]
) -> QTextLayout:
    text = str(index.data() or "").replace("\n", _LINE_END)
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(formats)
    layout.beginLayout()
    down = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 20.0))
        line.setPosition(QPointF(0, down))
        down += line.height()
    layout.endLayout()
    return layout


def _formats(index: _Index, colour: str | None) -> list[QTextLayout.FormatRange]:
    """Return the stretches of a cell's text that differ, and how they are painted.

    Args:
        index: of the cell.
        colour: of the text; None in a chosen row, where signs alone mark them.
    """
    row = index.data(ROW_ROLE)
    if not isinstance(row, FieldRow) or row.sign is Sign.EQUAL:
        return []
    is_new = index.column() == DiffColumn.NEW
    text = str(index.data() or "")
    found: list[QTextLayout.FormatRange] = []
    for change in index.data(CHANGES_ROLE):
        span = change.after if is_new else change.before
        if change.sign is Sign.EQUAL or span.start == span.end:
            continue
        format_ = QTextCharFormat()
        format_.setFontUnderline(is_new)
        format_.setFontStrikeOut(not is_new)
        if colour is not None:
            format_.setBackground(QColor(colours().added if is_new else colours().removed))
            format_.setForeground(QColor(colour))
        marked = QTextLayout.FormatRange()
        marked.start = units(text[: span.start])
        marked.length = units(text[span.start : span.end])
        marked.format = format_
        found.append(marked)
    return found
