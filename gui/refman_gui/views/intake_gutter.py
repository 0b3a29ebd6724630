"""The numbers beside the source text of an import, and a bar for the extent of each stretch."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from refman.previewing import Segment, SegmentKind
from refman_gui.core_texts import figures
from refman_gui.theme import Colours, colours

if TYPE_CHECKING:
    from refman_gui.views.intake_source import SourceText

__all__ = ["Gutter"]

_BAR = 4


class Gutter(QWidget):
    """Number the segments beside the text; a click chooses one."""

    def __init__(self, source: "SourceText") -> None:
        super().__init__(source)
        self._source = source
        self.setAccessibleName(self.tr("Numbers of the papers"))

    def sizeHint(self) -> QSize:
        # Of a long text as for thousands from the first: a wider margin lays all of it out anew.
        least = figures(1_000) if self._source.is_long else "100"
        digits = max(len(least), len(figures(self._source.count)))
        return QSize(self.fontMetrics().horizontalAdvance("0") * (digits + 1) + _BAR + 8, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, source = colours(), self._source
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(shown.window))
        text_width = self.width() - _BAR - 6
        for block, rect in source.visible_blocks():
            span = source.span_of(block)
            for place, segment in source.segments_in(span.start, max(span.end, span.start + 1)):
                is_current = place == source.current
                bar = QRect(self.width() - _BAR - 2, rect.top(), _BAR, rect.height())
                painter.fillRect(bar, QColor(_bar_colour(segment, shown, is_current=is_current)))
                if not span.start <= segment.span.start < span.end:
                    continue
                font = self.font()
                font.setBold(is_current)
                painter.setFont(font)
                painter.setPen(QColor(shown.accent if is_current else shown.dim))
                area = QRect(0, rect.top(), text_width, self.fontMetrics().height() + 2)
                painter.drawText(
                    area,
                    int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                    _sign(segment, source.number_of(place)),
                )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for block, rect in self._source.visible_blocks():
            if rect.top() <= event.position().y() < rect.bottom() + 1:
                span = self._source.span_of(block)
                for place, _ in self._source.segments_in(span.start, max(span.end, span.start + 1)):
                    self._source.show_current(place, goes_there=True)
                    self._source.place_chosen.emit(place)
                    return


def _sign(segment: Segment, number: int | None) -> str:
    if number is not None:
        return f"{figures(number)}?" if segment.is_unsure else figures(number)
    if segment.kind is SegmentKind.JUNK:
        return "×"
    return "!" if segment.is_fault else "–"


def _bar_colour(segment: Segment, shown: Colours, *, is_current: bool) -> str:
    if is_current:
        return shown.accent
    if not segment.is_paper:
        return shown.border
    return shown.warn if segment.is_unsure else shown.good
