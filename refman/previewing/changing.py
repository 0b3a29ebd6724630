"""Corrections of a preview, each of which gives a new one."""

from collections.abc import Iterable, Mapping

import msgspec

from refman.errors import EditError
from refman.model import Draft, Span
from refman.pipeline import with_links
from refman.previewing.making import MOST_READ, made_paper, paragraphs_in, rest_as_abstract, trimmed
from refman.previewing.segments import Preview, Segment, SegmentKind
from refman.reading.reader import Reader

__all__ = [
    "join",
    "mark_junk",
    "mark_papers",
    "mark_wanted",
    "move_end",
    "move_end_by_line",
    "set_abstract",
    "set_title",
    "split",
]

_FIELD = "segment"
_TAKEN_OUT = "taken out by hand"


def split(preview: Preview, at: int, readers: Mapping[str, Reader]) -> Preview:
    """Cut the segment in which a character stands before it; both halves are what it was.

    Raises:
        EditError: it stands in none, at the beginning of one, or in a record.
    """
    place = preview.place_of(at)
    if place is None:
        raise _refused("put the cursor into a stretch that is to be cut")
    segment = preview.segments[place]
    _check_cut(segment)
    before = trimmed(preview.text, Span(segment.span.start, at))
    behind = trimmed(preview.text, Span(at, segment.span.end))
    if _is_empty(before) or _is_empty(behind):
        raise _refused("put the cursor to where the next paper begins")
    halves = [_again(preview, segment, span, readers) for span in (before, behind)]
    return _with(preview, place, place + 1, halves)


def join(preview: Preview, place: int, readers: Mapping[str, Reader]) -> Preview:
    """Make one segment of one and the next; it is a paper where one of the two is.

    Raises:
        EditError: it is the last, or one of them is a record.
    """
    if not 0 <= place < len(preview.segments) - 1:
        raise _refused("nothing stands behind the last stretch")
    first, second = preview.segments[place : place + 2]
    _check_cut(first)
    _check_cut(second)
    whole = Span(first.span.start, second.span.end)
    paper = first if first.is_paper else second
    return _with(preview, place, place + 2, [_again(preview, paper, whole, readers)])


def move_end(preview: Preview, place: int, at: int, readers: Mapping[str, Reader]) -> Preview:
    """Move the boundary between a segment and the next to another place in one of the two.

    Raises:
        EditError: there is no next, one of the two would be empty, or is a record.
    """
    if not 0 <= place < len(preview.segments) - 1:
        raise _refused("nothing stands behind the last stretch")
    first, second = preview.segments[place : place + 2]
    _check_cut(first)
    _check_cut(second)
    before = trimmed(preview.text, Span(first.span.start, max(first.span.start, at)))
    behind = trimmed(preview.text, Span(at, max(at, second.span.end)))
    if _is_empty(before) or _is_empty(behind):
        raise _refused("nothing would be left of one of the two; J joins them")
    halves = [
        _again(preview, first, before, readers),
        _again(preview, second, behind, readers),
    ]
    return _with(preview, place, place + 2, halves)


def move_end_by_line(
    preview: Preview, place: int, readers: Mapping[str, Reader], *, is_down: bool
) -> Preview:
    """Move the boundary between a segment and the next by a line; see move_end."""
    text = preview.text
    if not 0 <= place < len(preview.segments):
        raise _refused("choose a stretch first")
    here = preview.segments[place].span
    if not is_down:
        return move_end(preview, place, text.rfind("\n", here.start, here.end) + 1, readers)
    behind = preview.segments[place + 1].span if place + 1 < len(preview.segments) else here
    line_end = text.find("\n", behind.start, behind.end)
    return move_end(preview, place, line_end if line_end >= 0 else behind.end, readers)


def mark_junk(preview: Preview, places: Iterable[int]) -> Preview:
    """Take segments for no papers."""
    wanted = set(places)
    return msgspec.structs.replace(
        preview,
        segments=tuple(
            msgspec.structs.replace(segment, kind=SegmentKind.JUNK, why=_TAKEN_OUT)
            if place in wanted and segment.kind is not SegmentKind.JUNK
            else segment
            for place, segment in enumerate(preview.segments)
        ),
    )


def mark_papers(preview: Preview, places: Iterable[int], readers: Mapping[str, Reader]) -> Preview:
    """Take segments for papers; those that were such are as they were, see also mark_wanted.

    Raises:
        EditError: one of them holds a reference that cannot be read.
    """
    wanted = set(places)
    segments = list(preview.segments)
    for place in wanted:
        segment = segments[place]
        if segment.draft is not None:
            segments[place] = msgspec.structs.replace(segment, kind=SegmentKind.PAPER, why="")
        else:
            _check_cut(segment)
            segments[place] = made_paper(preview, segment.span, readers)
    return msgspec.structs.replace(preview, segments=tuple(segments))


def mark_wanted(preview: Preview, places: Iterable[int], *, is_wanted: bool = True) -> Preview:
    """Take papers for some that are wanted, whatever they are alike to; or no more."""
    wanted = set(places)
    return msgspec.structs.replace(
        preview,
        segments=tuple(
            msgspec.structs.replace(segment, is_wanted=is_wanted)
            if place in wanted and segment.is_paper and segment.is_wanted is not is_wanted
            else segment
            for place, segment in enumerate(preview.segments)
        ),
    )


def set_title(preview: Preview, span: Span) -> Preview:
    """Take a stretch for the title of the paper in which it stands; what is none becomes one.

    Raises:
        EditError: it is blank, stands in no segment, in several, or in a record.
    """
    place, span = _chosen(preview, span)
    segment = preview.segments[place]
    draft = segment.draft
    if draft is None:
        abstract = rest_as_abstract(preview.text, span, segment.span)
    else:
        abstract = _behind(preview.text, draft.abstract_span, span)
    return _retold(preview, place, span, abstract, "title chosen by hand")


def set_abstract(preview: Preview, span: Span) -> Preview:
    """Take a stretch for the abstract of the paper in which it stands; what is none becomes one.

    Raises:
        EditError: it is blank, stands in no segment, in several, or in a record.
    """
    place, span = _chosen(preview, span)
    segment = preview.segments[place]
    title = segment.title_span
    if segment.draft is None:
        title = trimmed(preview.text, Span(segment.span.start, span.start))
    elif title is not None and title.end > span.start >= title.start:
        title = trimmed(preview.text, Span(title.start, span.start))
    if title is not None and _is_empty(title):
        title = None
    return _retold(preview, place, title, span, "abstract chosen by hand")


def _retold(
    preview: Preview, place: int, title: Span | None, abstract: Span | None, why: str
) -> Preview:
    """Return a preview in which a paper's title and abstract stand somewhere else."""
    segment, text = preview.segments[place], preview.text
    old = segment.draft or Draft(span=segment.span, confidence=1.0)
    is_same = title == segment.title_span and segment.draft is not None
    told = paragraphs_in(text, title).replace("\n\n", " ") if title is not None else None
    draft = msgspec.structs.replace(
        old,
        title=old.title if is_same else told,
        abstract=paragraphs_in(text, abstract) if abstract is not None else None,
        abstract_span=abstract,
        confidence=1.0,
        reasons=(why, *(reason for reason in old.reasons if reason != why)),
    )
    # The links of what was a paper are those of its extent, which is the same.
    if segment.draft is None and segment.span.end - segment.span.start <= MOST_READ:
        draft = with_links(draft, text)
    made = Segment(span=segment.span, kind=SegmentKind.PAPER, draft=draft, title_span=title)
    return _with(preview, place, place + 1, [made])


def _behind(text: str, abstract: Span | None, title: Span) -> Span | None:
    """Return what is left of an abstract behind a title that was found in it."""
    if abstract is None or title.end <= abstract.start or abstract.end <= title.start:
        return abstract
    rest = trimmed(text, Span(title.end, max(title.end, abstract.end)))
    return None if _is_empty(rest) else rest


def _chosen(preview: Preview, span: Span) -> tuple[int, Span]:
    span = trimmed(preview.text, span)
    if _is_empty(span):
        raise _refused("select the words first")
    place = preview.place_of(span.start)
    if place is None or span.end > preview.segments[place].span.end:
        raise _refused("select words of one stretch only; J joins two")
    _check_cut(preview.segments[place])
    return place, span


def _check_cut(segment: Segment) -> None:
    if segment.is_record:
        raise _refused("a reference of a file is corrected when it is in the library")
    if segment.is_fault:
        raise _refused("correct this reference in its file, and open that again")


def _again(preview: Preview, like: Segment, span: Span, readers: Mapping[str, Reader]) -> Segment:
    """Return what a segment is when it has another extent."""
    if like.span == span:
        return like
    if like.is_paper:
        return made_paper(preview, span, readers, like)
    return Segment(span=span, kind=like.kind, why=like.why)


def _with(preview: Preview, start: int, end: int, segments: list[Segment]) -> Preview:
    old = preview.segments
    return msgspec.structs.replace(preview, segments=(*old[:start], *segments, *old[end:]))


def _is_empty(span: Span) -> bool:
    return span.end <= span.start


def _refused(message: str) -> EditError:
    return EditError(message, field=_FIELD)
