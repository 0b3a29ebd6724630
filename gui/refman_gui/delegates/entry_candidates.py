"""A record that the entry may be: its number, name and score; what it is; why it may be it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from refman.model import Decision
from refman_gui.item_models.entry_candidates import CANDIDATE_ROLE, CandidateRow
from refman_gui.theme import colours

__all__ = ["CandidateDelegate"]

_Index = QModelIndex | QPersistentModelIndex

_GAP = 6
_LINES = 3
_SLACK = 4
_SIGNS = {Decision.ACCEPT: "✓", Decision.REVIEW: "?", Decision.REJECT: "✗", Decision.FAILED: "!"}


class CandidateDelegate(QStyledItemDelegate):
    """Paint records in three lines."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, option.fontMetrics.lineSpacing() * _LINES + 2 * _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawPrimitive(
            QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
        )
        row = index.data(CANDIDATE_ROLE)
        if not isinstance(row, CandidateRow):
            return
        painter.save()
        rect = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        shown = colours()
        strong, weak = shown.text, shown.dim
        state = {Decision.ACCEPT: shown.good, Decision.REVIEW: shown.warn}.get(row.decision, weak)
        if option.state & QStyle.StateFlag.State_Selected:
            chosen = option.palette.color(QPalette.ColorRole.HighlightedText).name()
            strong = weak = state = chosen
        line = option.fontMetrics.lineSpacing()
        bold = QFont(option.font)
        bold.setBold(True)
        score = f"{_SIGNS[row.decision]} {row.score} ({row.margin})"
        width = QFontMetrics(bold).horizontalAdvance(score) + _SLACK
        first = QRect(rect.left(), rect.top(), rect.width(), line)
        _write(painter, bold, state, first.adjusted(rect.width() - width, 0, 0, 0), score)
        name = f"{row.place + 1}  {row.name}"
        _write(painter, bold, strong, first.adjusted(0, 0, -width - _GAP, 0), name)
        _write(painter, option.font, strong, first.translated(0, line), row.about)
        _write(painter, option.font, weak, first.translated(0, 2 * line), row.why)
        painter.restore()


def _write(painter: QPainter, font: QFont, colour: str, rect: QRect, text: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    metrics = QFontMetrics(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter), text)
