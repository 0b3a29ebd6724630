"""What becomes of a paper that is pushed: a sign, a word, a colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman_gui.icons import paint_icon
from refman_gui.item_models.pushing import FATE_ROLE, Fate
from refman_gui.theme import colours

__all__ = ["FATE_ICONS", "FateDelegate"]

FATE_ICONS = {
    Fate.NEW: "plus",
    Fate.UPDATE: "pencil",
    Fate.SKIP: "minus",
    Fate.ADDED: "circle-check",
    Fate.UPDATED: "circle-check",
    Fate.SKIPPED: "minus",
    Fate.FAILED: "circle-alert",
}

_SIZE, _GAP = 16, 6

_Index = QModelIndex | QPersistentModelIndex


def _colour(fate: Fate) -> str:
    shown = colours()
    return {
        Fate.NEW: shown.good,
        Fate.UPDATE: shown.info,
        Fate.SKIP: shown.dim,
        Fate.ADDED: shown.good,
        Fate.UPDATED: shown.good,
        Fate.SKIPPED: shown.dim,
        Fate.FAILED: shown.bad,
    }[fate]


class FateDelegate(QStyledItemDelegate):
    """Paint a fate's sign and word in its colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        fate = index.data(FATE_ROLE)
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        option.widget.style().drawPrimitive(panel, option, painter, option.widget)
        if not isinstance(fate, Fate):
            return
        colour = _colour(fate)
        if option.state & QStyle.StateFlag.State_Selected:
            colour = option.palette.color(QPalette.ColorRole.HighlightedText).name()
        rect = QRectF(option.rect)
        top = rect.top() + (rect.height() - _SIZE) / 2
        painter.save()
        paint_icon(painter, QRectF(rect.left() + _GAP, top, _SIZE, _SIZE), FATE_ICONS[fate], colour)
        painter.setPen(QColor(colour))
        painter.setFont(option.font)
        rest = rect.adjusted(_SIZE + 2 * _GAP, 0, -_GAP, 0)
        text = option.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, int(rest.width())
        )
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        painter.restore()
