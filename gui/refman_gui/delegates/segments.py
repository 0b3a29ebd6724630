"""Cells of the import's list: the sign of a segment's state, the kinds of its links."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman_gui.icons import LINK_ICONS, paint_icon
from refman_gui.item_models.segments import LINKS_ROLE, STATE_ROLE, State
from refman_gui.theme import Colours, colours

__all__ = ["SegmentDelegate"]

_SIZE = 16
_GAP = 4
_ICONS = {
    State.NEW: "file-text",
    State.MADE: "pencil",
    State.UNSURE: "triangle-alert",
    State.KNOWN: "copy-check",
    State.DOUBTFUL: "circle-help",
    State.LEFT_OVER: "minus",
    State.FAULT: "circle-alert",
    State.JUNK: "trash-2",
}

_Index = QModelIndex | QPersistentModelIndex


class SegmentDelegate(QStyledItemDelegate):
    """Paint an icon for the state, and one for each link."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        panel = QStyle.PrimitiveElement.PE_PanelItemViewItem
        style.drawPrimitive(panel, option, painter, option.widget)
        shown = colours()
        state = index.data(STATE_ROLE)
        if isinstance(state, State):
            painted = [(_ICONS[state], _colour(state, shown))]
        else:
            painted = [(LINK_ICONS[kind], shown.text) for kind in index.data(LINKS_ROLE) or ()]
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        white = option.palette.color(QPalette.ColorRole.HighlightedText).name()
        rect = option.rect
        most = max(0, (rect.width() - _GAP) // (_SIZE + _GAP))
        top = rect.top() + (rect.height() - _SIZE) / 2
        for number, (name, colour) in enumerate(painted[:most]):
            left = rect.left() + _GAP + number * (_SIZE + _GAP)
            paint_icon(
                painter, QRectF(left, top, _SIZE, _SIZE), name, white if is_selected else colour
            )

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_SIZE + 2 * _GAP, _SIZE + 2 * _GAP)


def _colour(state: State, shown: Colours) -> str:
    return {
        State.NEW: shown.good,
        State.MADE: shown.good,
        State.UNSURE: shown.warn,
        State.KNOWN: shown.info,
        State.DOUBTFUL: shown.warn,
        State.FAULT: shown.bad,
    }.get(state, shown.dim)
