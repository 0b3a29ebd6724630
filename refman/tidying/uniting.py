"""Entries that a person says are one work, made one field by field."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import msgspec

from refman.duplicates import leads, merge_into
from refman.duplicates.merging import IDS, KEPT
from refman.editing.fields import Field, all_fields
from refman.editing.setting import OWN_TO_A_LIBRARY
from refman.editing.steps import id_of, papers
from refman.errors import ConflictError, EditError
from refman.library import Library
from refman.lookup.offers import USER
from refman.model import ChangeSet, Entry, Holding, Provenance
from refman.tidying.duplicates import changes_of
from refman.tidying.picking import LISTS

__all__ = [
    "ALL",
    "UnitedField",
    "kept_beside",
    "leading",
    "text_in",
    "united",
    "united_fields",
    "united_step",
]

ALL = -1
"""Taken of a list: what every entry has in it."""

_NOT_CHOSEN = frozenset({"citekey", f"extra.{IDS}"})
"""The key is that of the entry that stays; the others are kept beside it."""

_UNITED = LISTS | {"collections"}
"""Lists of which all that the entries have is taken, if a person does not say otherwise."""


class UnitedField(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a field of entries that are to become one.

    Attributes:
        field: its name: "title", "doi", "extra.comment".
        texts: what each of them says; "" where one says nothing.
        taken: the places of those whose value the one gets; several where they say the same, or
            where it gets all.
        merged: what the one says.
        is_list: ALL may be chosen.
        is_chosen: a person chose it.
    """

    field: str
    texts: tuple[str, ...]
    taken: tuple[int, ...]
    merged: str
    is_list: bool
    is_chosen: bool

    @property
    def differs(self) -> bool:
        """Whether not all of them say the same."""
        return len(set(self.texts)) > 1

    @property
    def contradicts(self) -> bool:
        """Whether two of them say different things."""
        return len({text for text in self.texts if text}) > 1


def leading(entries: Sequence[Entry]) -> int:
    """Return the place of the entry that the others go into, by the rule of ``merge``."""
    leader = 0
    for place, entry in enumerate(entries):
        if not leads(entries[leader], entry):
            leader = place
    return leader


def united(
    entries: Sequence[Entry], leader: int, chosen: Mapping[str, int], *, now: datetime
) -> Entry:
    """Return one entry that says what all say, and of some fields what a person chose.

    What gives way is kept, as ``merge`` keeps it; what was chosen is the user's own word.

    Args:
        entries: of one work; at least one.
        leader: the place of the one that stays, with its key.
        chosen: by the name of a field ("title", "doi"), the place of the entry whose value is
            taken, or ALL of a list.
        now: when.

    Raises:
        EditError: they do not have such a field, or the entry of that place does not.
    """
    values = [_choice(entries, name, place) for name, place in chosen.items()]
    head = entries[leader]
    for field, value in values:
        head = field.put(head, value)
    for entry in (entries[leader], *entries[:leader], *entries[leader + 1 :]):
        head = merge_into(head, entry)
    for field, value in values:  # a year that was chosen is not filled up to a day
        head = field.put(head, value)
    own = {
        field.name: Provenance(USER, at=now)
        for field, _ in values
        if field.name not in OWN_TO_A_LIBRARY
    }
    return msgspec.structs.replace(head, provenance={**head.provenance, **own}) if own else head


def united_fields(
    entries: Sequence[Entry], leader: int, chosen: Mapping[str, int], *, now: datetime
) -> tuple[UnitedField, ...]:
    """Return the fields that entries have, and what becomes of each.

    Those in which they contradict each other stand first, then those that not all have, then those
    that are the same; in each the order is that of the fields' table, with foreign ones last.

    Args:
        entries: of one work.
        leader: as for ``united``.
        chosen: likewise.
        now: likewise.
    """
    whole = united(entries, leader, chosen, now=now)
    found = [_field(field, entries, whole, chosen) for field in _fields_of(entries)]
    return tuple(sorted(found, key=lambda one: (not one.contradicts, not one.differs)))


def text_in(entry: Entry, name: str) -> str:
    """Return what an entry says in a field of ``united_fields``; "" where it says nothing."""
    field = _named([entry], name)
    return field.text_of(entry) if field is not None else ""


def kept_beside(entry: Entry, before: Entry) -> tuple[str, ...]:
    """Return the names under which an entry keeps what gave way, beyond those it had before."""
    return tuple(name for name in entry.extra if name.startswith(KEPT) and name not in before.extra)


def united_step(
    library: Library,
    holdings: Sequence[Holding],
    leader: int,
    chosen: Mapping[str, int],
    *,
    now: datetime,
) -> ChangeSet:
    """Return the change that makes one of entries; the others go into the bin.

    Args:
        library: they are in.
        holdings: as the person saw them.
        leader: as for ``united``.
        chosen: likewise.
        now: when.

    Raises:
        ConflictError: one of them is not any more what the person saw.
        EditError: as for ``united``.
    """
    check_unchanged(library, holdings)
    entry = united([one.entry for one in holdings], leader, chosen, now=now)
    gone = [one for place, one in enumerate(holdings) if place != leader]
    changes = changes_of(library, [(holdings[leader], gone, entry)], now=now)
    return ChangeSet(f"Merge {papers(len(holdings))}", tuple(changes))


def check_unchanged(library: Library, holdings: Sequence[Holding]) -> None:
    """See to it that entries are what a person saw.

    Raises:
        ConflictError: one is not.
    """
    held = {one.id: one for one in library.holdings(map(id_of, holdings))}
    for seen in holdings:
        there = held.get(seen.id)
        if there is None or there.entry != seen.entry or there.binned != seen.binned:
            raise ConflictError(
                f"{seen.entry.citekey or f'#{seen.id}'} was changed meanwhile: nothing was merged;"
                " look at it anew",
                library=str(library.path),
            )


def _choice(entries: Sequence[Entry], name: str, place: int) -> tuple[Field, Any]:
    field = _named(entries, name)
    if field is None or not ALL <= place < len(entries):
        raise EditError(f"none of these papers has {name} to be chosen", field=name)
    if place == ALL:
        if not field.is_list:
            raise EditError(f"{name} holds one value: choose one", field=name)
        return field, _of_all(field, entries)
    value = field.of(entries[place])
    if not value:
        raise EditError(f"entry {place + 1} has no {name}", field=name)
    return field, value


def _named(entries: Sequence[Entry], name: str) -> Field | None:
    # Names of foreign fields are what a file had: they need not be such as a person may give.
    return next((field for field in _fields_of(entries) if field.short == name), None)


def _of_all(field: Field, entries: Sequence[Entry]) -> tuple[Any, ...]:
    key = field.kind.key
    assert key is not None  # a list
    found: dict[object, Any] = {}
    for entry in entries:
        for item in field.of(entry):
            found.setdefault(key(item), item)
    return tuple(found.values())


def _fields_of(entries: Sequence[Entry]) -> Iterator[Field]:
    for field in all_fields():
        if field.name not in _NOT_CHOSEN and any(field.of(entry) for entry in entries):
            yield field
    for name in dict.fromkeys(name for entry in entries for name in entry.extra):
        if f"extra.{name}" not in _NOT_CHOSEN:
            yield Field(name=f"extra.{name}", holds="verbatim")


def _field(
    field: Field, entries: Sequence[Entry], whole: Entry, chosen: Mapping[str, int]
) -> UnitedField:
    texts = tuple(map(field.text_of, entries))
    merged = field.text_of(whole)
    place = chosen.get(field.short)
    if place == ALL or (place is None and field.name in _UNITED):
        taken = tuple(at for at, text in enumerate(texts) if text)
    else:
        taken = tuple(at for at, text in enumerate(texts) if text and text == merged)
    return UnitedField(
        field=field.short,
        texts=texts,
        taken=taken,
        merged=merged,
        is_list=field.is_list,
        is_chosen=place is not None,
    )
