"""What was corrected in a preview, and what was read as it is after that."""

from collections.abc import Iterator
from heapq import merge
from operator import attrgetter

import msgspec

from refman.gathering import Gathered, Gathering
from refman.model import Draft, LeftOver, Record, Span, WantedRecord
from refman.pipeline import entry_of
from refman.previewing.segments import Preview, Segment

__all__ = ["Corrections", "LeftOut", "corrected", "corrections_of"]

_start = attrgetter("span.start")


class LeftOut(msgspec.Struct, frozen=True):
    """Mark a stretch that a person has cut or taken out, and say why it is no paper."""

    span: Span
    why: str


class Corrections(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Tell how what was read was corrected.

    Attributes:
        dropped: numbers of papers that are not there any more as they were read; sorted.
        made: papers that a person has made, in the order of the text.
        dropped_left_over: numbers of what was left over, likewise.
        left_out: what is no paper in their place.
        wanted: where the papers begin that are wanted whatever they are alike to; sorted.
    """

    dropped: tuple[int, ...] = ()
    made: tuple[Draft, ...] = ()
    dropped_left_over: tuple[int, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    wanted: tuple[int, ...] = ()


def corrections_of(first: Preview, now: Preview) -> Corrections:
    """Return what parts a preview from what it was at first."""
    left = _numbers(now, are_papers=True)
    left_over = _numbers(now, are_papers=False)
    return Corrections(
        dropped=tuple(sorted(_numbers(first, are_papers=True) - left)),
        made=tuple(
            segment.draft
            for segment in now.segments
            if segment.is_paper and segment.number is None and segment.draft is not None
        ),
        dropped_left_over=tuple(sorted(_numbers(first, are_papers=False) - left_over)),
        left_out=tuple(
            LeftOut(segment.span, segment.why)
            for segment in now.segments
            if not segment.is_paper and not _is_left_over(segment)
        ),
        wanted=tuple(
            segment.span.start for segment in now.segments if segment.is_paper and segment.is_wanted
        ),
    )


def corrected(
    gathering: Gathering, gathered: Gathered, corrections: Corrections
) -> Iterator[Record | LeftOver]:
    """Yield what was read of an input as it is when it is corrected, papers by their places."""
    dropped, gone = set(corrections.dropped), set(corrections.dropped_left_over)
    kept = (
        record for number, record in enumerate(gathering.records(gathered)) if number not in dropped
    )
    made = (
        Record(entry=entry_of(draft, source=gathered.source), span=draft.span)
        for draft in corrections.made
    )
    wanted = set(corrections.wanted)
    for record in merge(kept, made, key=_start):
        is_wanted = record.span.start in wanted
        yield WantedRecord(**msgspec.structs.asdict(record)) if is_wanted else record
    text = gathering.text(gathered) if corrections.left_out else ""
    left_over = [each for number, each in enumerate(gathered.left_over) if number not in gone]
    left_over += (
        LeftOver(each.span, text[each.span.start : each.span.end], each.why)
        for each in corrections.left_out
    )
    yield from sorted(left_over, key=_start)


def _numbers(preview: Preview, *, are_papers: bool) -> set[int]:
    return {
        segment.number
        for segment in preview.segments
        if segment.number is not None
        and (segment.is_paper if are_papers else _is_left_over(segment))
    }


def _is_left_over(segment: Segment) -> bool:
    """Tell what is left over as reading left it: junk by hand that was never a paper, too."""
    return not segment.is_paper and segment.draft is None and segment.number is not None
