"""The source text of an import, its stretches coloured and numbered; read-only."""

from bisect import bisect_right
from collections.abc import Iterator
from html import escape
from operator import attrgetter

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit, QToolTip, QWidget

from refman.model import Span
from refman.previewing import Preview, Segment, SegmentKind
from refman_gui.theme import Colours, colours
from refman_gui.views.emptying import Emptying
from refman_gui.views.intake_gutter import Gutter
from refman_gui.views.intake_lines import line_at, lines_from, units, within

__all__ = ["SourceText"]

_PIECE = 50_000
"""So much text is put in at a time, so that the window gets its turn in between."""

_LONGEST_TIP = 400
_LONGEST_WORD = 200
_MOST_MARKS = 2_000
_start = attrgetter("span.start")


class SourceText(QPlainTextEdit):
    """Show a source text.

    Signals:
        place_chosen(int): the cursor was put into a segment.
        filled(): all of the text is in.
    """

    place_chosen = Signal(int)
    filled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.viewport().setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setAccessibleName(self.tr("Source text"))
        self._text = ""
        self._starts: list[int] = []
        self._filled_to = 0
        self._preview: Preview | None = None
        self._numbers: dict[int, int] = {}
        self._current = -1
        self._wanted: int | None = None
        self._is_told = False
        self._gutter = Gutter(self)
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._fill)
        self.updateRequest.connect(self._scroll_gutter)
        # Not at once: Qt tells of a new place while it is still going there.
        self._colouring = QTimer(self)
        self._colouring.setSingleShot(True)
        self._colouring.timeout.connect(self._colour)
        self.verticalScrollBar().valueChanged.connect(self._colour_soon)
        self.cursorPositionChanged.connect(self._cursor_moved)

    # What is shown.

    def show_text(self, text: str) -> None:
        """Show a text; a long one comes in pieces."""
        self._filling.stop()
        self._is_told = True
        self._put_away()
        self._is_told = False
        self._text, self._starts, self._filled_to = text, [], 0
        self._preview, self._numbers, self._current, self._wanted = None, {}, -1, None
        self._fill()

    def _put_away(self) -> None:
        """Show another document; to clear a long one would take too long."""
        self.setExtraSelections([])
        old, new = self.document(), QTextDocument(self)
        Emptying(old, self)  # takes it first: Qt deletes one that is still the editor's own
        new.setDocumentLayout(QPlainTextDocumentLayout(new))
        new.setDefaultFont(old.defaultFont())
        new.setUndoRedoEnabled(False)
        self.setDocument(new)

    def show_preview(self, preview: Preview, current: int) -> None:
        """Colour the text by its segments."""
        self._preview = preview
        numbers = (place for place, each in enumerate(preview.segments) if each.is_paper)
        self._numbers = {place: number for number, place in enumerate(numbers, start=1)}
        self._current = current
        self._set_margin()
        self._colour_soon()

    def show_current(self, place: int, *, goes_there: bool) -> None:
        """Mark a segment as the one that is looked at, and perhaps go to its beginning."""
        self._current = place
        self._gutter.update()
        if goes_there and self._preview is not None and 0 <= place < len(self._preview.segments):
            self._go(self._preview.segments[place].span.start)

    def marked(self) -> Span:
        """Return what is selected, in the source; an empty span at the cursor where nothing is."""
        cursor = self.textCursor()
        return Span(
            self._source_of(cursor.selectionStart()), self._source_of(cursor.selectionEnd())
        )

    def line_here(self) -> Span:
        """Return the line in which the cursor stands, in the source."""
        number = self.textCursor().blockNumber()
        start = self._starts[number] if number < len(self._starts) else 0
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._filled_to
        return Span(start, end)

    def word_here(self) -> int:
        """Return where the word begins in which the cursor stands, in the source."""
        at = self.marked().start
        least = max(0, at - _LONGEST_WORD)
        while at > least and not self._text[at - 1].isspace():
            at -= 1
        return at

    # Places in the source, and in what is shown.

    def _source_of(self, position: int) -> int:
        block = self.document().findBlock(position)
        if not block.isValid() or block.blockNumber() >= len(self._starts):
            return self._filled_to
        return self._starts[block.blockNumber()] + within(block.text(), position - block.position())

    def _position_of(self, at: int) -> int:
        number = line_at(self._starts, at)
        block = self.document().findBlockByNumber(number)
        text = block.text()
        return block.position() + units(text[: max(0, at - self._starts[number])])

    def _go(self, at: int) -> None:
        if at >= self._filled_to and self._filling.isActive():
            self._wanted = at
            return
        if not self._starts:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position_of(at))
        self._is_told = True
        self.setTextCursor(cursor)
        self._is_told = False
        if self.cursorRect().bottom() > self.viewport().height() * 2 // 3:
            self.centerCursor()

    @Slot()
    def _fill(self) -> None:
        """Put the next piece of the text in."""
        lines = list(lines_from(self._text, self._filled_to, _PIECE))
        is_first = not self._starts
        if lines:
            cursor = QTextCursor(self.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            shown = "\n".join(line.text for line in lines)
            self._is_told = True
            cursor.insertText(shown if is_first else f"\n{shown}")
            self._is_told = False
            self._starts += [line.start for line in lines]
            self._filled_to = lines[-1].end
        if is_first:
            self.moveCursor(QTextCursor.MoveOperation.Start)
        if self._filled_to < len(self._text):
            self._filling.start(0)
        if self._wanted is not None and self._wanted < self._filled_to:
            wanted, self._wanted = self._wanted, None
            self._go(wanted)
        if is_first:
            self._colour_soon()
        if not self._filling.isActive():
            self.filled.emit()

    @Slot()
    def _cursor_moved(self) -> None:
        if self._is_told or self._preview is None:
            return
        place = self._preview.place_of(self.marked().start)
        if place is not None and place != self._current:
            self._current = place
            self._gutter.update()
            self.place_chosen.emit(place)

    # Colours.

    def visible_blocks(self) -> Iterator[tuple[QTextBlock, QRect]]:
        """Yield the lines that are seen, each with where it stands in the viewport."""
        block = self.firstVisibleBlock()
        height = self.viewport().height()
        while block.isValid():
            rect = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if rect.top() > height:
                return
            yield block, rect
            block = block.next()

    def segments_in(self, start: int, end: int) -> Iterator[tuple[int, Segment]]:
        """Yield the segments that stand in a stretch, with their places."""
        if self._preview is None:
            return
        segments = self._preview.segments
        place = max(0, bisect_right(segments, start, key=_start) - 1)
        while place < len(segments) and segments[place].span.start < end:
            if segments[place].span.end > start:
                yield place, segments[place]
            place += 1

    def span_of(self, block: QTextBlock) -> Span:
        """Return where a line stands in the source."""
        number = block.blockNumber()
        if number >= len(self._starts):
            return Span(self._filled_to, self._filled_to)
        end = self._starts[number + 1] if number + 1 < len(self._starts) else self._filled_to
        return Span(self._starts[number], end)

    def number_of(self, place: int) -> int | None:
        """Return which paper a segment is, counted from 1; None where it is none."""
        return self._numbers.get(place)

    @property
    def is_long(self) -> bool:
        """Whether its text comes in pieces."""
        return len(self._text) > _PIECE

    @property
    def count(self) -> int:
        """How many papers there are."""
        return len(self._numbers)

    @property
    def current(self) -> int:
        """The place of the segment that is looked at; -1 where there is none."""
        return self._current

    @Slot()
    def _colour_soon(self) -> None:
        self._colouring.start(0)

    @Slot()
    def _colour(self) -> None:
        """Colour what is seen, and only that: the cost does not grow with the text."""
        spans = [self.span_of(block) for block, _ in self.visible_blocks()]
        if not spans or self._preview is None or not self._starts:
            self.setExtraSelections([])
            return
        seen = Span(spans[0].start, spans[-1].end)
        shown = colours()
        selections: list[QTextEdit.ExtraSelection] = []
        for _, segment in self.segments_in(seen.start, seen.end):
            for span, form in _marks(segment, shown):
                start, end = max(span.start, seen.start), min(span.end, seen.end)
                if start < end and len(selections) < _MOST_MARKS:
                    selections.append(self._selection(start, end, form))
        self.setExtraSelections(selections)

    def _selection(self, start: int, end: int, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._position_of(start))
        cursor.setPosition(self._position_of(end), QTextCursor.MoveMode.KeepAnchor)
        # Qt's own stubs have these two as what they are in C++, members.
        selection.cursor = cursor  # type: ignore[attr-defined,unused-ignore]
        selection.format = form  # type: ignore[attr-defined,unused-ignore]
        return selection

    # What Qt tells.

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            point = self.viewport().mapFrom(self, event.pos())
            tip = self._tip(point) if self.viewport().rect().contains(point) else ""
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _tip(self, point: QPoint) -> str:
        """Return what an address under the pointer was, and is; escaped, for Qt guesses."""
        at = self._source_of(self.cursorForPosition(point).position())
        for _, segment in self.segments_in(at, at + 1):
            for link in segment.draft.links if segment.draft is not None else ():
                if link.span.start <= at < link.span.end:
                    told = f"{link.raw_url[:_LONGEST_TIP]}\n→ {link.url[:_LONGEST_TIP]}"
                    return f"<qt>{escape(told).replace(chr(10), '<br/>')}</qt>"
        return ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_gutter"):
            self._colour_soon()
            self._gutter.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margin()
        self._colour_soon()

    def _set_margin(self) -> None:
        width = self._gutter.sizeHint().width()
        self.setViewportMargins(width, 0, 0, 0)
        rect = self.contentsRect()
        self._gutter.setGeometry(rect.left(), rect.top(), width, rect.height())

    @Slot(QRect, int)
    def _scroll_gutter(self, rect: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, rect.y(), self._gutter.width(), rect.height())


def _marks(segment: Segment, shown: Colours) -> Iterator[tuple[Span, QTextCharFormat]]:
    """Yield the stretches of a segment that have a look of their own, each with it."""
    draft = segment.draft
    if not segment.is_paper or draft is None:
        form = _format(shown.unsure if segment.is_fault else shown.junk)
        form.setForeground(QColor(shown.dim))
        form.setFontStrikeOut(segment.kind is SegmentKind.JUNK)
        yield segment.span, form
        return
    if draft.abstract_span is not None:
        yield draft.abstract_span, _format(shown.abstract)
    if segment.title_span is not None:
        form = _format(shown.unsure if segment.is_unsure else shown.title)
        yield segment.title_span, form
    for link in draft.links:
        # The links of a record stand for all of it.
        if link.span != segment.span:
            form = QTextCharFormat()
            form.setForeground(QColor(shown.accent))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            yield link.span, form


def _format(background: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setBackground(QColor(background))
    return form
