"""What a query asks for, as a tree of conditions."""

from datetime import datetime
from enum import Enum

import msgspec

__all__ = [
    "AllOf",
    "AnyOf",
    "Binned",
    "Column",
    "Exact",
    "Fact",
    "Is",
    "Node",
    "Not",
    "Side",
    "Stretch",
    "Times",
    "Within",
    "Words",
    "Years",
    "conditions_of",
    "holds",
]


class Column(Enum):
    """Name the texts in which words are searched; see ``refman.library.texts.Texts``."""

    TITLE = "title"
    AUTHORS = "authors"
    VENUE = "venue"
    ABSTRACT = "abstract"
    NOTES = "notes"


class Exact(Enum):
    """Name what is compared as a whole."""

    TYPE = "type"
    STATUS = "status"
    KEY = "citekey"
    TAG = "tag"
    COLLECTION = "collection"  # those inside it count too
    DOI = "doi"
    ARXIV = "arxiv"
    OPENREVIEW = "openreview"
    ISBN = "isbn"
    PMID = "pmid"


class Side(Enum):
    """Name what an entry may have that stands beside it."""

    TAG = "tag"
    COLLECTION = "collection"
    LISTING = "listing"
    CHOICE = "choice"  # of what a look-up found, which a person has not made yet
    VERSION = "version"  # another one of its work, outside the bin
    DUPLICATE = "duplicate"  # as the last search found them, but for what is settled since
    EXPORT = "export"  # to anywhere
    FILE = "file"  # that it was exported to
    ZOTERO = "Zotero"  # which it was pushed into
    CHANGE = "change"  # since its last export


class Times(Enum):
    """Name the times that an entry has."""

    ADDED = "added"
    CHANGED = "changed"
    EXPORTED = "exported"  # the last time to each target


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for words one after another.

    Attributes:
        words: folded as in the index; at least one.
        joined: what they are as one word, which is as good: "gpt4" for "GPT-4".
        column: the text that has them; None means any.
        is_prefix: the last one may go on.
    """

    words: tuple[str, ...]
    joined: str | None = None
    column: Column | None = None
    is_prefix: bool = False


class Fact(msgspec.Struct, frozen=True):
    """Ask for one of ``refman.library.rows.FACTS``."""

    name: str


class Within(msgspec.Struct, frozen=True):
    """Ask for entries that have anything of a kind: a tag, a collection, a listing or another."""

    side: Side


class Is(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a value, in the form in which the tables compare it.

    Attributes:
        is_prefix: the value may go on.
    """

    what: Exact
    value: str
    is_prefix: bool = False


class Years(msgspec.Struct, frozen=True):
    """Ask for a stretch of years, both ends included; None is an open end."""

    first: int | None
    last: int | None


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a stretch of time, ``before`` not included; None is an open end."""

    what: Times
    first: datetime | None = None
    before: datetime | None = None


class Binned(msgspec.Struct, frozen=True):
    """Ask for what lies in the bin."""


class Not(msgspec.Struct, frozen=True):
    """Ask for all that a condition does not hold for."""

    part: "Node"


class AllOf(msgspec.Struct, frozen=True):
    """Ask for what all conditions hold for; where there are none, for everything."""

    parts: tuple["Node", ...] = ()


class AnyOf(msgspec.Struct, frozen=True):
    """Ask for what one of several conditions holds for; at least two."""

    parts: tuple["Node", ...]


Node = Words | Fact | Within | Is | Years | Stretch | Binned | Not | AllOf | AnyOf


def conditions_of(node: Node) -> tuple[Node, ...]:
    """Return the conditions of a tree that all have to hold; none where it asks for everything."""
    return node.parts if isinstance(node, AllOf) else (node,)


def holds(node: Node, kind: type[Node]) -> bool:
    """Tell whether a condition of a kind stands anywhere in a tree."""
    match node:
        case Not(part):
            return isinstance(node, kind) or holds(part, kind)
        case AllOf(parts) | AnyOf(parts):
            return isinstance(node, kind) or any(holds(part, kind) for part in parts)
        case _:
            return isinstance(node, kind)
