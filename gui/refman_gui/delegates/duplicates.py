"""A group of duplicates in the list: its title, and below it what it is, how sure, and why."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman.duplicates.verdicts import Relation
from refman_gui.icons import paint_icon
from refman_gui.item_models.duplicates import GROUP_ROLE, Group, GroupsModel
from refman_gui.theme import Colours, colours

__all__ = ["GroupDelegate"]

_SIZE = 16
_GAP = 6
_PAD = 5
_LEAST = 36
_ICONS = {
    Relation.SAME: "copy-check",
    Relation.VERSIONS: "layers",
    Relation.UNSURE: "circle-help",
    None: "pencil",
}

_Index = QModelIndex | QPersistentModelIndex


class GroupDelegate(QStyledItemDelegate):
    """Paint a group on two lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(160, 2 * option.fontMetrics.height() + 3 * _GAP + 4)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        group, model = index.data(GROUP_ROLE), index.model()
        if not isinstance(group, Group) or not isinstance(model, GroupsModel):
            return
        painter.save()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        white = option.palette.color(QPalette.ColorRole.HighlightedText).name()
        shown = colours()
        rect = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        colour = white if is_chosen else _colour(group, shown)
        sign = QRectF(rect.left(), rect.top(), _SIZE, _SIZE)
        paint_icon(painter, sign, _ICONS[group.relation], colour)
        height = option.fontMetrics.height()
        title = QRect(rect.left() + _SIZE + _GAP, rect.top(), rect.width() - _SIZE - _GAP, height)
        painter.setPen(QColor(white if is_chosen else shown.text))
        text = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, title.width()
        )
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        _paint_chips(
            painter,
            option,
            QRect(title.left(), title.bottom() + _GAP, title.width(), height + 2),
            model.chips(group),
            white if is_chosen else shown.dim,
        )
        painter.restore()


def _paint_chips(
    painter: QPainter,
    option: QStyleOptionViewItem,
    rect: QRect,
    texts: tuple[str, ...],
    colour: str,
) -> None:
    """Paint as many chips as there is room for; the last one may be shortened."""
    left = rect.left()
    painter.setPen(QPen(QColor(colour), 1))
    for text in texts:
        room = rect.right() - left
        if room < _LEAST:
            return
        metrics = option.fontMetrics
        width = min(metrics.horizontalAdvance(text) + 2 * _PAD + 2, room)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * _PAD + 1)
        chip = QRectF(left + 0.5, rect.top() + 0.5, width - 1, rect.height() - 1)
        painter.drawRoundedRect(chip, 4, 4)
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, shown)
        left += width + _PAD


def _colour(group: Group, shown: Colours) -> str:
    return {
        Relation.SAME: shown.good,
        Relation.VERSIONS: shown.info,
        Relation.UNSURE: shown.warn,
        None: shown.accent,
    }[group.relation]
