"""What the keys of an import do to the preview that is shown."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from refman.model import Span
from refman.plugins import load_readers
from refman.previewing import (
    Preview,
    join,
    mark_junk,
    mark_papers,
    mark_wanted,
    move_end_by_line,
    set_abstract,
    set_title,
    split,
)
from refman.reading.document import Document
from refman.reading.reader import Reader
from refman.reading.readers.page_text import PAGE_TEXT
from refman_gui.views.intake_desk import Desk
from refman_gui.views.intake_sheet import Sheet

__all__ = ["Done", "Pen"]

_PLAIN = (PAGE_TEXT.kind, "pdf")
_ANY = "A Title of Some Words\n\nA sentence that is long enough to be read as prose, and no more."
_WARM_MS = 50
"""It takes some 40 ms: after all that is shown when an import is there."""


class Done(NamedTuple):
    """Tell what a correction has made.

    Attributes:
        name: of the correction, for undo.
        preview: after it.
        place: of the segment to look at next.
    """

    name: str
    preview: Preview
    place: int


class Pen(QObject):
    """Correct a preview where the desk's cursor and choice are."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._loaded: Mapping[str, Reader] | None = None
        self._is_warm = False
        self._doers: dict[str, Callable[[Preview], Done]] = {
            "split": self._split,
            "join": self._join,
            "junk": self._junk,
            "paper": self._paper,
            "title": self._title,
            "abstract": self._abstract,
            "shorter": self._shorter,
            "longer": self._longer,
        }

    def done(self, name: str, sheet: Sheet) -> Done:
        """Return what a correction makes of the preview of an input.

        Raises:
            EditError: it makes no sense here.
        """
        done = self._doers[name](sheet.now)
        if name == "paper" and (alike := sheet.alike(self._desk.places())):
            preview = mark_wanted(done.preview, alike)
            return Done(self.tr("Add all the same"), preview, done.place)
        return done

    def warm(self) -> None:
        """Make ready what the first correction needs, before it is made."""
        if not self._is_warm:
            self._is_warm = True
            QTimer.singleShot(_WARM_MS, self, self._read_once)

    @Slot()
    def _read_once(self) -> None:
        for _ in PAGE_TEXT.read(Document(source="", text=_ANY)):
            pass

    def _readers(self, preview: Preview) -> Mapping[str, Reader]:
        """Return the readers that read a stretch of a preview anew."""
        if preview.kind in _PLAIN or any(segment.is_record for segment in preview.segments):
            return {PAGE_TEXT.kind: PAGE_TEXT}
        if self._loaded is None:
            self._loaded = load_readers()
        return self._loaded

    def _split(self, preview: Preview) -> Done:
        # A click into the next paper's title is meant to cut before it.
        place, line, is_first = self._line(preview)
        at = self._desk.source.word_here() if is_first else line.start
        return Done(self.tr("Split"), split(preview, at, self._readers(preview)), place + 1)

    def _join(self, preview: Preview) -> Done:
        place = self._desk.place
        return Done(self.tr("Join"), join(preview, place, self._readers(preview)), place)

    def _junk(self, preview: Preview) -> Done:
        places = self._desk.places()
        last = max(places, default=self._desk.place)
        return Done(self.tr("No paper"), mark_junk(preview, places), last + 1)

    def _paper(self, preview: Preview) -> Done:
        places = self._desk.places()
        made = mark_papers(preview, places, self._readers(preview))
        return Done(self.tr("A paper"), made, self._desk.place)

    def _title(self, preview: Preview) -> Done:
        span = self._desk.source.marked()
        if span.end == span.start:
            _, span, _ = self._line(preview)
        return Done(self.tr("Title"), set_title(preview, span), self._desk.place)

    def _abstract(self, preview: Preview) -> Done:
        source = self._desk.source
        span = source.marked()
        if span.end == span.start:
            place, line, is_first = self._line(preview)
            end = preview.segments[place].span.end if place >= 0 else line.end
            span = Span(source.word_here() if is_first else line.start, end)
        return Done(self.tr("Abstract"), set_abstract(preview, span), self._desk.place)

    def _line(self, preview: Preview) -> tuple[int, Span, bool]:
        """Return the segment with the cursor, its part of the line, and whether that is its first.

        The place is -1 where the cursor stands in none.
        """
        source = self._desk.source
        line, here = source.line_here(), source.marked().start
        place = preview.place_of(here)
        if place is None:  # behind the last sign of a line
            place = preview.place_of(max(line.start, here - 1))
        if place is None:
            return -1, line, False
        segment = preview.segments[place].span
        span = Span(max(line.start, segment.start), min(line.end, segment.end))
        return place, span, span.start == segment.start

    def _shorter(self, preview: Preview) -> Done:
        return self._moved(preview, is_down=False)

    def _longer(self, preview: Preview) -> Done:
        return self._moved(preview, is_down=True)

    def _moved(self, preview: Preview, *, is_down: bool) -> Done:
        place = self._desk.place
        made = move_end_by_line(preview, place, self._readers(preview), is_down=is_down)
        return Done(self.tr("Move the end"), made, place)
