"""A listing as it was read: drafts, and what was left over."""

import msgspec

from refman.model.dates import Date
from refman.model.identifiers import Identifiers
from refman.model.link import Link, Span

__all__ = ["SURE", "Draft", "LeftOver", "Listing"]

SURE = 0.5
"""From this confidence on a draft is taken for a paper; below it, it is shown as doubted."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a paper as read from a listing.

    Texts are as written, but for line breaks: wrapped lines are joined by a blank, paragraphs
    by an empty line. Names are as written, one a person.

    Attributes:
        title: None where only an identifier stands for the paper.
        abstract: None where the listing has none.
        authors: as written, in their order; empty where the listing has none.
        issued: the date that stands with the paper.
        identifiers: the paper's own; one inside an abstract is a mention and not among them.
        links: in the order of the text.
        span: from the first to the last character that belongs to the paper.
        abstract_span: where the abstract stands, if there is one.
        confidence: 0 to 1, how sure the reader is that this is one paper, cut at the right places.
        reasons: why, in words.
    """

    title: str | None = None
    abstract: str | None = None
    authors: tuple[str, ...] = ()
    issued: Date | None = None
    identifiers: Identifiers = Identifiers()
    links: tuple[Link, ...] = ()
    span: Span
    abstract_span: Span | None = None
    confidence: float
    reasons: tuple[str, ...] = ()


class LeftOver(msgspec.Struct, frozen=True, omit_defaults=True):
    """Hold a stretch of the source that is no paper, and say why.

    Attributes:
        is_fault: it looks like a reference that a fault keeps from being read.
    """

    span: Span
    text: str
    why: str
    is_fault: bool = False


class Listing(msgspec.Struct, frozen=True, kw_only=True):
    """Hold all that was read from one input, in the order of the text.

    Attributes:
        source: the input's name as the user gave it; "-" for standard input.
        kind: the reader that read it.
    """

    source: str
    kind: str
    drafts: tuple[Draft, ...]
    left_over: tuple[LeftOver, ...]
