"""Addresses that stand in a paper's text, and what is to be found there."""

from datetime import datetime
from enum import Enum
from typing import Annotated

import msgspec

__all__ = ["Link", "LinkKind", "LinkState", "Repository", "Span"]


_Moment = Annotated[datetime, msgspec.Meta(tz=True)]


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

    UNCHECKED = "unchecked"  # nobody asked, or its host tells a program nothing
    ALIVE = "alive"
    MOVED = "moved"  # for good, and what it moved to is alive
    UNREACHABLE = "unreachable"  # no answer, or the host's own fault: it may pass
    DEAD = "dead"


class Repository(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """Hold what a host says of the repository that an address leads to.

    Attributes:
        license: by its identifier of SPDX, where it has one; else as the host calls it.
        stars: how many people marked it; likes, where the host calls them so.
        archived: nobody works on it any more, and it can only be read.
        disabled: the host has locked it.
        gated: its files are given only to who asked for them.
        pushed: when something in it was last changed, in UTC.
    """

    license: str | None = None
    stars: int | None = None
    archived: bool | None = None
    disabled: bool | None = None
    gated: bool | None = None
    pushed: _Moment | None = None


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
        state: whether it answered.
        checked: when it was last asked, in UTC; it stays None where nobody asked.
        why: what the state rests on, a clause for people; None where it needs no reason.
        leads_to: the address that it stands for now, canonical: of one that moved for good, or of a
            short link. ``url`` stays what it was until a person wants the other.
        repository: what the host says of it.
    """

    url: str
    raw_url: str
    span: Span
    kind: LinkKind = LinkKind.OTHER
    roles: tuple[LinkKind, ...] = ()
    promised: bool = False
    evidence: str | None = None
    state: LinkState = LinkState.UNCHECKED
    checked: _Moment | None = None
    why: str | None = None
    leads_to: str | None = None
    repository: Repository | None = None
