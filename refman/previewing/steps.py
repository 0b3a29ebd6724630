"""What parts a preview from the one before: small enough to be written down at each correction."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from refman.model import Span
from refman.previewing.segments import Preview, Segment, SegmentKind

__all__ = ["Change", "Mark", "change_between", "changed"]


class Mark(NamedTuple):
    """Hold what a segment became that was only taken out, or taken back.

    Attributes:
        place: where it was.
        kind, why: as in Segment.
    """

    place: int
    kind: SegmentKind
    why: str = ""


class Change(msgspec.Struct, frozen=True, array_like=True):
    """Tell which segments of a preview are others now.

    Attributes:
        start, end: the places of those that were there, the last not included.
        made: what is there in their stead: the place of one that stayed as it is, what one was
            marked as, or a new one.
    """

    start: int
    end: int
    made: tuple[int | Mark | Segment, ...] = ()


def change_between(before: Preview, after: Preview) -> Change:
    """Return what makes a preview of another, of which it has most segments."""
    old, new = before.segments, after.segments
    start = _same_ahead(old, new)
    behind = _same_ahead(old[start:][::-1], new[start:][::-1])
    end = len(old) - behind
    places = {segment.span: place for place, segment in enumerate(old[start:end], start)}
    made = tuple(_told(segment, old, places) for segment in new[start : len(new) - behind])
    return Change(start, end, made)


def changed(before: Preview, change: Change) -> Preview:
    """Return a preview with a change made.

    Raises:
        ValueError: it is none of this preview's.
    """
    old = before.segments
    if not 0 <= change.start <= change.end <= len(old):
        raise ValueError("a change of other segments")
    made = tuple(_made(before, change))
    around = (*old[change.start - 1 : change.start], *made, *old[change.end : change.end + 1])
    if not _is_in_order(around, len(before.text)):
        raise ValueError("segments that overlap")
    return msgspec.structs.replace(
        before, segments=(*old[: change.start], *made, *old[change.end :])
    )


def _same_ahead(old: Sequence[Segment], new: Sequence[Segment]) -> int:
    """Return how many segments at the beginning are the very same."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one is not other:
            break
        count += 1
    return count


def _told(
    segment: Segment, old: Sequence[Segment], places: Mapping[Span, int]
) -> int | Mark | Segment:
    place = places.get(segment.span)
    if place is None:
        return segment
    if old[place] is segment:
        return place
    marked = msgspec.structs.replace(old[place], kind=segment.kind, why=segment.why)
    return Mark(place, segment.kind, segment.why) if marked == segment else segment


def _made(before: Preview, change: Change) -> Iterator[Segment]:
    for one in change.made:
        if isinstance(one, Segment):
            yield one
            continue
        place = one if isinstance(one, int) else one.place
        if not change.start <= place < change.end:
            raise ValueError("a segment of elsewhere")
        segment = before.segments[place]
        if isinstance(one, Mark):
            segment = msgspec.structs.replace(segment, kind=one.kind, why=one.why)
        yield segment


def _is_in_order(segments: Sequence[Segment], length: int) -> bool:
    """Tell whether segments stand one behind the other in a text, with all that is in them."""
    at = 0
    for segment in segments:
        span, draft = segment.span, segment.draft
        if not at <= span.start < span.end <= length:
            return False
        if draft is None and segment.is_paper:
            return False
        at = span.end
        inner = [segment.title_span]
        if draft is not None:
            inner += [draft.span, draft.abstract_span]
        if any(one and not span.start <= one.start <= one.end <= span.end for one in inner):
            return False
    return True
