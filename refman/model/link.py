"""Addresses that stand in a paper's text, and what is to be found there."""

from enum import Enum

import msgspec

__all__ = ["Link", "LinkKind", "LinkState", "Span"]


class Span(msgspec.Struct, frozen=True, array_like=True, gc=False, order=True):
    """Mark a stretch of the decoded source text: characters start to end, end not included."""

    start: int
    end: int


class LinkKind(Enum):
    """Tell what an address is, or what a sentence says is there."""

    CODE = "code"
    PROJECT = "project"
    DATASET = "dataset"
    MODEL = "model"
    DEMO = "demo"
    VIDEO = "video"
    PAPER = "paper"
    OTHER = "other"


class LinkState(Enum):
    """Tell whether an address answered when it was last asked."""

    UNCHECKED = "unchecked"
    ALIVE = "alive"
    MOVED = "moved"
    DEAD = "dead"


class Link(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Hold one address of a paper.

    Attributes:
        url: the address in canonical form, absolute, http or https; the trailing slash as written.
        raw_url: the characters of the source that make it up: ``text[span.start:span.end]``.
        span: where they stand.
        kind: what the address is, judged by host and path first.
        roles: what is there: the kind itself first, then what the sentence names, in its order.
        promised: the sentence says that it will come.
        evidence: the sentence, white space folded; None where the address stands alone.
    """

    url: str
    raw_url: str
    span: Span
    kind: LinkKind = LinkKind.OTHER
    roles: tuple[LinkKind, ...] = ()
    promised: bool = False
    evidence: str | None = None
    state: LinkState = LinkState.UNCHECKED
