"""Edits as plain data: what is done to a library, and how it is undone.

A change says both what was there and what is there after it, so that its inverse needs nothing
else. A ChangeSet is what a person did in one go, by the name that undo shows.
"""

from datetime import datetime
from enum import Enum
from itertools import compress
from operator import is_not, itemgetter
from typing import NewType

import msgspec
from msgspec.structs import astuple

from refman.model.entry import Entry
from refman.model.link import Span

__all__ = [
    "Add",
    "Bin",
    "Change",
    "ChangeSet",
    "Edit",
    "EntryId",
    "Holding",
    "Keep",
    "KeptKind",
    "ListingId",
    "Remove",
    "edit_of",
    "edited",
]

EntryId = NewType("EntryId", int)
"""The number of an entry in its library, never given twice."""

ListingId = NewType("ListingId", int)
"""The number of a listing in its library, never given twice."""


class Holding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold an entry as a library has it.

    Attributes:
        id: None until the library has given it one.
        entry: the reference itself, with its review state, keywords (tags) and collections.
        added: when it came in, in UTC.
        changed: when it was last changed, in UTC; the library sets it.
        listing: the listing that it was read from.
        span: where it stands in that listing's text.
        binned: since when it lies in the bin; None outside it.
    """

    id: EntryId | None = None
    entry: Entry
    added: datetime
    changed: datetime | None = None
    listing: ListingId | None = None
    span: Span | None = None
    binned: datetime | None = None


class Add(msgspec.Struct, frozen=True, tag="add"):
    """Take an entry in."""

    holding: Holding

    def inverse(self) -> "Remove":
        """Return what undoes it."""
        return Remove(self.holding)


class Remove(msgspec.Struct, frozen=True, tag="remove"):
    """Let an entry go for good; it is not put into the bin."""

    holding: Holding

    def inverse(self) -> Add:
        """Return what undoes it."""
        return Add(self.holding)


class Edit(msgspec.Struct, frozen=True, kw_only=True, tag="edit"):
    """Give some fields of an entry other values.

    Attributes:
        id: whose.
        fields: names of the fields of Entry that change; sorted, at least one.
        before: holds their values before; no other field of it means anything.
        after: holds their values after it, likewise.
    """

    id: EntryId
    fields: tuple[str, ...]
    before: Entry
    after: Entry

    def inverse(self) -> "Edit":
        """Return what undoes it."""
        return Edit(id=self.id, fields=self.fields, before=self.after, after=self.before)


class Bin(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="bin"):
    """Put an entry into the bin, or take it out.

    Attributes:
        id: whose.
        before: since when it lay there, in UTC; None where it did not.
        after: since when it lies there, likewise.
    """

    id: EntryId
    before: datetime | None = None
    after: datetime | None = None

    def inverse(self) -> "Bin":
        """Return what undoes it."""
        return Bin(id=self.id, before=self.after, after=self.before)


class KeptKind(Enum):
    """Name what a library keeps besides entries and listings, each by a name of its own.

    Source: the reference managers that users know; "not a duplicate" is remembered by pairs of
    marks (``refman.duplicates.remembered``).
    """

    COLLECTION = "collection"  # by its path, "HF Papers/World models"; also where it is empty
    SEARCH = "search"  # a saved search by its name; the value is the query
    NOT_DUPLICATES = "not duplicates"  # by both entries' marks; the value is when it was said
    EXPORT = "export"  # a file that is kept up to date, by its path; the value is what it holds
    CHOICE = "choice"  # of what a look-up found, by the entry's number and the look-up's time
    VERSION = "version"  # of one work, by both entries' numbers; the value is the preprint's


class Keep(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="keep"):
    """Keep a value by its name, change it, or let it go.

    Attributes:
        kind: what it is.
        name: unique in its kind.
        before: the value before; None where there was none.
        after: the value after it, likewise.
    """

    kind: KeptKind
    name: str
    before: str | None = None
    after: str | None = None

    def inverse(self) -> "Keep":
        """Return what undoes it."""
        return Keep(kind=self.kind, name=self.name, before=self.after, after=self.before)


Change = Add | Remove | Edit | Bin | Keep

_FIELDS = Entry.__struct_fields__


class ChangeSet(msgspec.Struct, frozen=True):
    """Hold what is done in one go, and undone in one go.

    Attributes:
        name: what a person reads: "Accept 12 papers".
        changes: in the order in which they are done.
    """

    name: str
    changes: tuple[Change, ...]

    def inverse(self) -> "ChangeSet":
        """Return what undoes it; its inverse is the change itself."""
        return ChangeSet(self.name, tuple(change.inverse() for change in reversed(self.changes)))


def edit_of(id_: EntryId, before: Entry, after: Entry) -> Edit | None:
    """Return the change that makes one entry of another; None where they are equal."""
    old, new = astuple(before), astuple(after)
    # Most values are the very same: an entry is mostly made of another by ``replace``.
    others = compress(zip(_FIELDS, old, new, strict=True), map(is_not, old, new))
    changed = sorted([one for one in others if one[1] != one[2]], key=itemgetter(0))
    if not changed:
        return None
    return Edit(
        id=id_,
        fields=tuple([field for field, _, _ in changed]),
        before=Entry(**{field: value for field, value, _ in changed}),
        after=Entry(**{field: value for field, _, value in changed}),
    )


def edited(entry: Entry, edit: Edit) -> Entry:
    """Return the entry after an edit."""
    return msgspec.structs.replace(
        entry, **{field: getattr(edit.after, field) for field in edit.fields}
    )
