"""A text before or after a change, on one line, with what differs marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPalette, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman.tidying import Sign
from refman_gui.item_models.batch import CHANGES_ROLE, ChangeColumn
from refman_gui.item_models.entry_texts import units
from refman_gui.theme import colours

__all__ = ["ChangeDelegate"]

_GAP = 4
_WIDEST = 10_000.0

_Index = QModelIndex | QPersistentModelIndex


class ChangeDelegate(QStyledItemDelegate):
    """Paint what goes struck out and what comes underlined, each on a colour of its own."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
        layout = QTextLayout(str(index.data() or ""), option.font)
        layout.setFormats(_formats(index, is_chosen=is_chosen))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(_WIDEST)
        layout.endLayout()
        rect = QRectF(option.rect).adjusted(_GAP, 0, -_GAP, 0)
        painter.save()
        painter.setClipRect(rect)
        painter.setPen(option.palette.color(role))
        layout.draw(painter, QPointF(rect.left(), rect.center().y() - line.height() / 2))
        painter.restore()


def _formats(index: _Index, *, is_chosen: bool) -> list[QTextLayout.FormatRange]:
    is_after = index.column() == ChangeColumn.AFTER
    text = str(index.data() or "")
    found: list[QTextLayout.FormatRange] = []
    for change in index.data(CHANGES_ROLE) or ():
        span = change.after if is_after else change.before
        if change.sign is Sign.EQUAL or span.start == span.end:
            continue
        format_ = QTextCharFormat()
        format_.setFontUnderline(is_after)
        format_.setFontStrikeOut(not is_after)
        if not is_chosen:
            format_.setBackground(QColor(colours().added if is_after else colours().removed))
            format_.setForeground(QColor(colours().text))
        marked = QTextLayout.FormatRange()
        marked.start = units(text[: span.start])
        marked.length = units(text[span.start : span.end])
        marked.format = format_
        found.append(marked)
    return found
