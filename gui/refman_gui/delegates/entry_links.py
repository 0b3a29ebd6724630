"""A link as a chip: what it is, where it leads, whether it answered, what the text says of it."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman.links.canonical import split_url
from refman.model import Link, LinkState
from refman_gui.core_texts import figures
from refman_gui.icons import LINK_ICONS, paint_icon
from refman_gui.item_models.entry_links import LINK_ROLE, kind_label, state_text
from refman_gui.item_models.entry_texts import one_line
from refman_gui.theme import colours

__all__ = ["LinkDelegate"]

_Index = QModelIndex | QPersistentModelIndex

_ICON, _GAP = 16, 6
_MOST_SIGNS = 400

_SIGNS = {
    LinkState.UNCHECKED: "circle-help",
    LinkState.ALIVE: "circle-check",
    LinkState.MOVED: "arrow-right",
    LinkState.UNREACHABLE: "circle-alert",
    LinkState.DEAD: "circle-x",
}


class LinkDelegate(QStyledItemDelegate):
    """Paint links in two lines, or in three where a sentence speaks of them."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        link = index.data(LINK_ROLE)
        lines = 3 if isinstance(link, Link) and link.evidence else 2
        return QSize(100, option.fontMetrics.lineSpacing() * lines + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        link = index.data(LINK_ROLE)
        if isinstance(link, Link):
            painter.save()
            _Chip(painter, option, link).paint()
            painter.restore()


class _Chip:
    """Paint one link."""

    def __init__(self, painter: QPainter, option: QStyleOptionViewItem, link: Link) -> None:
        self._painter, self._link = painter, link
        self._rect = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        self._metrics = option.fontMetrics
        self._font = option.font
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        chosen = option.palette.color(QPalette.ColorRole.HighlightedText).name()
        shown = colours()
        self._text = chosen if is_chosen else shown.text
        self._dim = chosen if is_chosen else shown.dim
        self._state = chosen if is_chosen else {
            LinkState.UNCHECKED: shown.dim,
            LinkState.ALIVE: shown.good,
            LinkState.MOVED: shown.info,
            LinkState.UNREACHABLE: shown.warn,
            LinkState.DEAD: shown.bad,
        }[link.state]  # fmt: skip

    def paint(self) -> None:
        link, line = self._link, self._metrics.lineSpacing()
        address = split_url(link.url)
        place = QRectF(self._rect.left(), self._rect.top(), _ICON, _ICON)
        paint_icon(self._painter, place, LINK_ICONS[link.kind], self._text)
        end = self._paint_state()
        left = self._rect.left() + _ICON + _GAP
        host = one_line(address.host, _MOST_SIGNS)
        left = self._write(host, left, end, 0, self._text, is_bold=True)
        self._write(one_line(address.path, _MOST_SIGNS), left, end, 0, self._dim)
        left, end = self._rect.left() + _ICON + _GAP, self._rect.right()
        self._write(_about(link), left, end, line, self._dim)
        if link.evidence:
            self._write(one_line(link.evidence, _MOST_SIGNS), left, end, 2 * line, self._text)

    def _paint_state(self) -> int:
        """Paint the sign and word of the state at the right; return where it begins."""
        text = state_text(self._link)
        width = min(self._metrics.horizontalAdvance(text), self._rect.width() // 2)
        left = self._rect.right() - width
        self._write(text, left, self._rect.right() + 1, 0, self._state)
        sign = QRectF(left - _ICON - 2, self._rect.top(), _ICON - 2, _ICON - 2)
        paint_icon(self._painter, sign, _SIGNS[self._link.state], self._state)
        return int(sign.left()) - _GAP

    def _write(
        self, text: str, left: int, end: int, down: int, colour: str, *, is_bold: bool = False
    ) -> int:
        """Write a text on one line as far as there is room; return where it ends."""
        room = end - left
        if room <= 0 or not text:
            return left
        font = QFont(self._font)
        font.setBold(is_bold)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        self._painter.setFont(font)
        self._painter.setPen(QColor(colour))
        rect = QRect(left, self._rect.top() + down, room, self._metrics.lineSpacing())
        self._painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), text)
        return left + metrics.horizontalAdvance(text)


def _about(link: Link) -> str:
    """Return its roles, and what else is known of it in a word."""
    roles = " + ".join(kind_label(role) for role in link.roles or (link.kind,))
    parts = [roles]
    if link.promised:
        parts.append(QCoreApplication.translate("Links", "promised"))
    if (found := link.repository) is not None:
        parts += [f"★ {figures(found.stars)}"] if found.stars else []
        parts += [found.license] if found.license else []
        parts += [QCoreApplication.translate("Links", "archived")] if found.archived else []
    return one_line(" · ".join(parts), _MOST_SIGNS)
