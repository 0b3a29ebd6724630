"""A page's text cut into drafts and what is left over.

The page is read twice: its head, to learn its habits, then all of it, as it comes. Between text
and the drafts stand: lines and looks (what each line is like), surroundings, signs and path (which
part of a paper it is), outlines (lines put together), drafts (texts, names, identifiers), judgement
(whether this is a listing at all), repeats (each paper once).
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from refman.model import Draft, LeftOver, Span
from refman.reading.boilerplate import front_matter_end
from refman.reading.first_reading import habits_of
from refman.reading.judgement import believed_papers
from refman.reading.lines import cut_lines
from refman.reading.outlines import Rest, outline_papers
from refman.reading.path import settle_lines
from refman.reading.repeats import drop_repeats

__all__ = ["segment"]

_HEAD_LINES = 400
_LONGEST_LEFT_OVER = 1 << 20
_FRONT_MATTER = "part of the page: front matter"


def segment(text: str) -> Iterator[Draft | LeftOver]:
    """Yield the papers of a page, and all other text as left-overs, in their order.

    Neighbours that are left over for the same reason are one left-over, up to a million characters.
    """
    start = front_matter_end(text)
    head = list(islice(cut_lines(text, start), _HEAD_LINES))
    habits = habits_of(head, whole=len(head) < _HEAD_LINES)
    settled = settle_lines(cut_lines(text, start), habits)
    pieces = drop_repeats(believed_papers(outline_papers(settled), text))
    yield from _joined(_with_front_matter(pieces, text, start), text)


def _with_front_matter(
    pieces: Iterable[Draft | Rest], text: str, end: int
) -> Iterator[Draft | Rest]:
    if end:
        head = text[:end]
        yield Rest(end - len(head.lstrip()), len(head.rstrip()), _FRONT_MATTER)
    yield from pieces


def _joined(pieces: Iterable[Draft | Rest], text: str) -> Iterator[Draft | LeftOver]:
    """Make left-overs of what is left, neighbours of one reason together."""
    start, end, why = 0, 0, ""
    for piece in pieces:
        if isinstance(piece, Rest) and piece.why == why and piece.end - start < _LONGEST_LEFT_OVER:
            end = piece.end
            continue
        if end > start:
            yield LeftOver(Span(start, end), text[start:end], why)
        start, end, why = 0, 0, ""
        if isinstance(piece, Draft):
            yield piece
        else:
            start, end, why = piece.start, piece.end, piece.why
    if end > start:
        yield LeftOver(Span(start, end), text[start:end], why)
