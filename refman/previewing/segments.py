"""A source text cut into segments."""

from bisect import bisect_right
from enum import Enum
from operator import attrgetter

import msgspec

from refman.model import SURE, Draft, Span

__all__ = ["Preview", "Segment", "SegmentKind"]

_start = attrgetter("span.start")


class SegmentKind(Enum):
    """Tell what a stretch of the text is."""

    PAPER = "paper"
    LEFT_OVER = "left over"  # reading took it for no paper
    JUNK = "junk"  # a person did


class Segment(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold a stretch of the text.

    Attributes:
        span: from its first to its last character.
        kind: what it is.
        draft: the paper that it is, with its links; of a record, as it would look on a listing.
            Junk that was a paper keeps it, so that it can be one again. None for what never was.
        title_span: where the title stands; None where it does not stand there as it is.
        why: of what is no paper, the reason.
        is_fault: it looks like a reference that a fault keeps from being read.
        is_record: it is a reference of a reference file, which is corrected as a whole entry.
        number: which of the papers that were read it is as it was read, counted from 0; of what was
            left over, which of these. None where a person made it.
        is_wanted: a person wants this paper, whatever it is alike to.
    """

    span: Span
    kind: SegmentKind
    draft: Draft | None = None
    title_span: Span | None = None
    why: str = ""
    is_fault: bool = False
    is_record: bool = False
    number: int | None = None
    is_wanted: bool = False

    @property
    def is_unsure(self) -> bool:
        """Whether a person should look at how it was cut."""
        is_doubted = self.draft is not None and self.draft.confidence < SURE
        return self.is_fault or (self.is_paper and is_doubted)

    @property
    def is_paper(self) -> bool:
        """Whether it goes into a library."""
        return self.kind is SegmentKind.PAPER


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what was read of an input, or its head where it is long.

    Attributes:
        source: the input's name, as the user gave it.
        kind: the reader that read it.
        text: as decoded: what spans count in.
        segments: in the order of the text; they do not overlap, and between them is white space, or
            what parts records in a reference file.
    """

    source: str
    kind: str
    text: str
    segments: tuple[Segment, ...] = ()

    def place_of(self, at: int) -> int | None:
        """Return the place of the segment in which a character stands; None between them."""
        place = bisect_right(self.segments, at, key=_start) - 1
        return place if place >= 0 and at < self.segments[place].span.end else None
