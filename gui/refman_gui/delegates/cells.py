"""Cells of the table that are more than text: the state of the review, the links."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman.model import LinkState, Status
from refman_gui.icons import LINK_ICONS, STATUS_ICONS, paint_icon
from refman_gui.item_models.results import ROW_ROLE
from refman_gui.rows import Row
from refman_gui.theme import colours

__all__ = ["LinksDelegate", "StateDelegate"]

_SIZE = 16
_GAP = 4
_DOT = 5

_Index = QModelIndex | QPersistentModelIndex


class _PaintedDelegate(QStyledItemDelegate):
    """Paint the cell's background as the style does, and icons on it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        row = index.data(ROW_ROLE)
        if isinstance(row, Row):
            painter.save()
            self.paint_row(painter, option, row)
            painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        """Paint what the row says here."""
        raise NotImplementedError  # the two delegates below say what; Qt's classes cannot be ABCs

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_SIZE + 2 * _GAP, _SIZE + 2 * _GAP)


def _place(option: QStyleOptionViewItem, number: int) -> QRectF:
    rect = option.rect
    left = rect.left() + _GAP + number * (_SIZE + _GAP)
    return QRectF(left, rect.top() + (rect.height() - _SIZE) / 2, _SIZE, _SIZE)


def _is_selected(option: QStyleOptionViewItem) -> bool:
    return bool(option.state & QStyle.StateFlag.State_Selected)


class StateDelegate(_PaintedDelegate):
    """Paint the state of the review, by sign and colour.

    A dot beside it says that the paper was exported; a ring, that it was changed since.
    """

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        shown = colours()
        colour = {
            Status.NEEDS_REVIEW: shown.warn,
            Status.ACCEPTED: shown.good,
            Status.REJECTED: shown.dim,
        }[row.status]
        name = "trash-2" if row.is_binned else STATUS_ICONS[row.status]
        if _is_selected(option):
            colour = option.palette.color(QPalette.ColorRole.HighlightedText).name()
        place = _place(option, 0)
        paint_icon(painter, place, name, colour)
        if row.is_exported:
            mark = QColor(colour if _is_selected(option) else shown.dim)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(mark, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush if row.is_outdated else mark)
            painter.drawEllipse(QRectF(place.right() + 2, place.bottom() - _DOT, _DOT, _DOT))


class LinksDelegate(_PaintedDelegate):
    """Paint an icon for each link; dead ones struck out, promised ones in a dotted box."""

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        shown = colours()
        most = max(0, (option.rect.width() - _GAP) // (_SIZE + _GAP))
        for number, chip in enumerate(row.chips[:most]):
            is_dead = chip.state is LinkState.DEAD
            colour = shown.bad if is_dead else shown.text
            if _is_selected(option):
                colour = option.palette.color(QPalette.ColorRole.HighlightedText).name()
            place = _place(option, number)
            paint_icon(painter, place, LINK_ICONS[chip.kind], colour)
            if is_dead:
                painter.setPen(QPen(QColor(colour), 1.5))
                painter.drawLine(place.bottomLeft(), place.topRight())
            elif chip.promised:
                painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
                painter.drawRoundedRect(place.adjusted(-1.5, -1.5, 1.5, 1.5), 3, 3)
