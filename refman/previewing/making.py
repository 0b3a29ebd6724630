"""Segments made of what a reader gives, and of stretches that a person has cut."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from operator import itemgetter

import msgspec

from refman.errors import InputError
from refman.model import Draft, LeftOver, Record, Span
from refman.pipeline import draft_of, with_links
from refman.previewing.segments import Preview, Segment, SegmentKind
from refman.reading.document import Document
from refman.reading.drafts import join_lines
from refman.reading.reader import Piece, Reader

__all__ = ["MOST_READ", "made_paper", "paragraphs_in", "rest_as_abstract", "segment_of", "trimmed"]

_PAGE_TEXT = "page_text"
_PDF = "pdf"
MOST_READ = 100_000
"""A longer stretch is not read anew: that would hold the window up."""

_LONGEST_TITLE = 300
_LEAST_ABSTRACT = 20
_MOST_SEARCHED = 20_000
"""How far from a paper's beginning its title is looked for."""

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[^\W_]+")
_EMPTY_LINES = re.compile(r"\n[^\S\n]*\n\s*")
_BY_HAND = "cut by hand"


def segment_of(piece: Piece, text: str, number: int) -> Segment:
    """Return the segment that a piece gives.

    Args:
        piece: as read, a draft with its links.
        text: the source.
        number: which of the papers, or of what was left over, it is, counted from 0.
    """
    if isinstance(piece, LeftOver):
        return Segment(
            span=piece.span,
            kind=SegmentKind.LEFT_OVER,
            why=piece.why,
            is_fault=piece.is_fault,
            number=number,
        )
    draft = draft_of(piece)
    return Segment(
        span=draft.span,
        kind=SegmentKind.PAPER,
        draft=draft,
        title_span=_title_span(draft, text),
        is_record=isinstance(piece, Record),
        number=number,
    )


def made_paper(
    preview: Preview, span: Span, readers: Mapping[str, Reader], like: Segment | None = None
) -> Segment:
    """Return the paper that a stretch is, which a person says to be one.

    It is read alone by the reader of the whole. Where that does not find just one paper, it is the
    one that it was made of, with another end; else its first line is the title, and what follows it
    the abstract, if that is long enough for one.

    Args:
        preview: whose text it is.
        span: the stretch, not blank.
        readers: by kind.
        like: the paper that it was made of, if so.
    """
    text, span = preview.text, trimmed(preview.text, span)
    draft = _read_alone(preview, span, readers) or _grown(text, span, like) or _plain(text, span)
    draft = msgspec.structs.replace(
        draft, reasons=(_BY_HAND, *(why for why in draft.reasons if why != _BY_HAND))
    )
    return Segment(
        span=span, kind=SegmentKind.PAPER, draft=draft, title_span=_title_span(draft, text)
    )


def trimmed(text: str, span: Span) -> Span:
    """Return a span without the white space at its ends; an empty one where there is no more."""
    stretch = text[span.start : span.end]
    start = span.start + len(stretch) - len(stretch.lstrip())
    return Span(start, max(start, span.start + len(stretch.rstrip())))


def paragraphs_in(text: str, span: Span) -> str:
    """Return a stretch as drafts hold texts: lines joined, an empty line between paragraphs."""
    joined = (
        join_lines(line for raw in paragraph.splitlines() if (line := raw.strip()))
        for paragraph in _EMPTY_LINES.split(text[span.start : span.end])
    )
    return "\n\n".join(filter(None, joined))


def rest_as_abstract(text: str, title: Span, span: Span) -> Span | None:
    """Return what stands behind a title in a stretch, where it is as long as an abstract is."""
    rest = trimmed(text, Span(title.end, span.end))
    words = _WORD.finditer(text, rest.start, rest.end)
    return (
        rest
        if sum(1 for _ in zip(words, range(_LEAST_ABSTRACT), strict=False)) == (_LEAST_ABSTRACT)
        else None
    )


def _read_alone(preview: Preview, span: Span, readers: Mapping[str, Reader]) -> Draft | None:
    """Return the one paper that a reader finds in a stretch; None where it finds none, or more."""
    if span.end - span.start > MOST_READ:
        return None
    kind = _PAGE_TEXT if preview.kind == _PDF else preview.kind
    for reader in filter(None, map(readers.get, dict.fromkeys((kind, _PAGE_TEXT)))):
        stretch = Document(source=preview.source, text=preview.text[span.start : span.end])
        try:
            found = [piece for piece in reader.read(stretch) if isinstance(piece, Draft)]
        except InputError:
            continue
        if len(found) == 1 and found[0].title:
            draft = _moved(found[0], span)
            return with_links(draft, preview.text) if reader.links_in_text else draft
    return None


def _moved(draft: Draft, span: Span) -> Draft:
    """Return what was read in a stretch of its own at its place in the whole, as all of it."""
    abstract = draft.abstract_span
    return msgspec.structs.replace(
        draft,
        span=span,
        abstract_span=_later(abstract, span.start) if abstract is not None else None,
        links=tuple(
            msgspec.structs.replace(link, span=_later(link.span, span.start))
            for link in draft.links
        ),
    )


def _later(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)


def _grown(text: str, span: Span, like: Segment | None) -> Draft | None:
    """Return a paper whose title stands in a stretch, with all behind it as its abstract."""
    if like is None or like.draft is None or like.title_span is None:
        return None
    title = like.title_span
    if not span.start <= title.start < title.end <= span.end:
        return None
    abstract = like.draft.abstract_span
    if abstract is not None and title.end <= abstract.start < span.end:
        abstract = Span(abstract.start, span.end)
    else:
        abstract = rest_as_abstract(text, title, span)
    draft = msgspec.structs.replace(
        like.draft,
        abstract=paragraphs_in(text, abstract) if abstract is not None else None,
        span=span,
        abstract_span=abstract,
        links=(),
    )
    return _linked(draft, text)


def _plain(text: str, span: Span) -> Draft:
    """Return a stretch as a paper: its first line is the title."""
    line = next(line for line in text[span.start : span.end].splitlines() if line.strip())
    length = len(line.rstrip())
    if length > _LONGEST_TITLE:
        blank = line.rfind(" ", 0, _LONGEST_TITLE)
        length = blank if blank > 0 else _LONGEST_TITLE
    title = Span(span.start, span.start + length)
    abstract = rest_as_abstract(text, title, span)
    draft = Draft(
        title=paragraphs_in(text, title),
        abstract=paragraphs_in(text, abstract) if abstract is not None else None,
        span=span,
        abstract_span=abstract,
        confidence=0.5,
        reasons=("the first line taken for the title",),
    )
    return _linked(draft, text)


def _linked(draft: Draft, text: str) -> Draft:
    length = draft.span.end - draft.span.start
    return draft if length > MOST_READ else with_links(draft, text)


def _title_span(draft: Draft, text: str) -> Span | None:
    """Return where a draft's title stands; None where it is written in another way there."""
    if not draft.title:
        return None
    start = draft.span.start
    end = min(draft.span.end, start + _MOST_SEARCHED)
    abstract = draft.abstract_span
    if abstract is not None and abstract.start > start:
        end = min(end, abstract.start)
    # First as it is; else by its letters only, for a file has braces and markup in it.
    for word in (_WORD, _LETTERS):
        wanted = "".join(word.findall(draft.title))
        squeezed, places = _squeezed(text, Span(start, end), word)
        at = squeezed.find(wanted) if wanted else -1
        if at >= 0:
            return Span(_place(places, at), _place(places, at + len(wanted) - 1) + 1)
    return None


def _squeezed(text: str, span: Span, word: re.Pattern[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the words of a stretch, joined, and where each of them stands there and here."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    length = 0
    for found in word.finditer(text, span.start, span.end):
        places.append((length, found.start()))
        words.append(found.group())
        length += len(words[-1])
    return "".join(words), places


def _place(places: list[tuple[int, int]], at: int) -> int:
    """Return where a character of a squeezed stretch stands in the text."""
    there, here = places[bisect_right(places, at, key=itemgetter(0)) - 1]
    return here + at - there
