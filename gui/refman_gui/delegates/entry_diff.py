"""Two texts side by side, in which the words that differ are marked; lists that open."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMargins,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from refman.tidying import Sign
from refman_gui.icons import paint_icon
from refman_gui.item_models.entry_diff import (
    CHANGES_ROLE,
    LINE_ROLE,
    OPEN_ROLE,
    DiffColumn,
    DiffModel,
)
from refman_gui.item_models.entry_diff_lines import DiffLine
from refman_gui.item_models.entry_texts import units
from refman_gui.theme import colours

__all__ = ["DiffDelegate"]

_Index = QModelIndex | QPersistentModelIndex

_GAP = 4
_ARROW = 14
_MOST_LINES = 6
_LINE_END = "\u2028"


class DiffDelegate(QStyledItemDelegate):
    """Paint the original and the new text: what goes is struck out, what comes is underlined.

    A list has an arrow before it, which opens it; its items stand farther in.
    """

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if index.column() == DiffColumn.FIELD:  # a sign stands beside its field
            option.features &= ~QStyleOptionViewItem.ViewItemFeature.WrapText

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        size = super().sizeHint(option, index)
        if index.column() == DiffColumn.FIELD:
            return size.grownBy(QMargins(_indent(option, index), 0, 0, 0))
        if index.column() not in (DiffColumn.ORIGINAL, DiffColumn.NEW):
            return size
        width = option.rect.width()
        if isinstance(option.widget, QTableView):
            width = option.widget.columnWidth(index.column())
        layout = _laid_out(index, option.font, width - 2 * _GAP, _formats(index, colours().text))
        height = min(layout.boundingRect().height(), option.fontMetrics.lineSpacing() * _MOST_LINES)
        return QSize(size.width(), int(height) + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.column() == DiffColumn.FIELD:
            self._paint_field(painter, option, index)
            return
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

    def _paint_field(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        behind = QStyleOptionViewItem(option)
        self.initStyleOption(behind, index)
        behind.widget.style().drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, behind, painter, behind.widget
        )
        super().paint(painter, _indented(option, index), index)
        is_open = index.data(OPEN_ROLE)
        if is_open is not None:
            is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
            square = QRectF(0, 0, _ARROW - 2, _ARROW - 2)
            square.moveCenter(QRectF(_arrow(option.rect)).center())
            name = "chevron-down" if is_open else "chevron-right"
            paint_icon(painter, square, name, option.palette.color(role).name())

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Tick where the box is painted; open or close a list by its arrow."""
        if index.column() != DiffColumn.FIELD:
            return super().editorEvent(event, model, option, index)
        is_open = index.data(OPEN_ROLE)
        if (
            is_open is not None
            and isinstance(model, DiffModel)
            and isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and _arrow(option.rect).contains(event.position().toPoint())
        ):
            model.open(index.row(), is_open=not is_open)
            return True
        return super().editorEvent(event, model, _indented(option, index), index)


def _indent(option: QStyleOptionViewItem, index: _Index) -> int:
    """Return how far in a field's sign stands; it stands below others where there is no tick."""
    line = index.data(LINE_ROLE)
    indent = 2 * _ARROW if isinstance(line, DiffLine) and line.item is not None else _ARROW
    marks = (Qt.ItemDataRole.CheckStateRole, Qt.ItemDataRole.DecorationRole)
    if all(index.data(role) is None for role in marks):
        metric = QStyle.PixelMetric.PM_IndicatorWidth
        indent += option.widget.style().pixelMetric(metric, None, option.widget) + _GAP
    return indent


def _indented(option: QStyleOptionViewItem, index: _Index) -> QStyleOptionViewItem:
    inner = QStyleOptionViewItem(option)
    inner.rect = option.rect.adjusted(_indent(option, index), 0, 0, 0)
    return inner


def _arrow(rect: QRect) -> QRect:
    return QRect(rect.left() + 1, rect.top(), _ARROW, rect.height())


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
    is_new = index.column() == DiffColumn.NEW
    text = str(index.data() or "")
    found: list[QTextLayout.FormatRange] = []
    for change in index.data(CHANGES_ROLE) or ():
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
