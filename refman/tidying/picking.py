"""What a person may pick of what a look-up found, and what the entry would be with it."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple

import msgspec

from refman.duplicates.registered import parted, registered, shared
from refman.editing.fields import Field, all_fields, field_named
from refman.editing.setting import OWN_TO_A_LIBRARY
from refman.errors import EditError, RefmanError
from refman.lookup import Decision, PublishedValue, merge, take
from refman.lookup.offers import USER, is_users, provenance_of
from refman.lookup.published import DOI
from refman.model import Entry, Match, Proposal, Provenance
from refman.tidying.items import SomeItems, with_items
from refman.tidying.lookups import with_own_words

__all__ = [
    "LISTS",
    "Other",
    "Pick",
    "Picked",
    "Place",
    "Value",
    "Wanted",
    "is_added_to",
    "matches_of",
    "own_word",
    "taken",
]

LISTS = frozenset({"keywords", "notes", "links", "attachments"})
"""Fields of which records add to what is there."""

_LOCKED = "your own word stays"


def is_added_to(field: Field) -> bool:
    """Tell a list or a foreign field: a look-up only adds to it, and does not say whose it is."""
    return field.name in LISTS or field.name.startswith("extra.")


class Pick(Enum):
    """Name what may be picked besides one of the records."""

    ACCEPTED = "accepted"  # all that is sure, together
    PUBLICATION = "publication"  # the preprint's entry becomes its publication's
    PREPRINT = "preprint"  # it stays what it is, though it was published
    NONE = "none"  # no record is the work


Place = int | Pick
"""One of the records of a proposal, counted from 0, or what else may be picked."""

Wanted = str | SomeItems
"""What is taken of what is picked: the field of a name, or some items of a list."""


class Other(NamedTuple):
    """Hold what else a record says of a field, whose word it is, and why it is not taken."""

    value: Any
    provenance: Provenance
    why: str


class Value(NamedTuple):
    """Hold a field of an entry, and what picking something would make of it.

    Attributes:
        field: which.
        before: its value in the entry; None or empty where there is none.
        after: the one that it may get; the same where nobody says another.
        provenance: whose the new one is, and of what is added to, the first who adds; None where
            nobody says another.
        is_taken: picking takes it by itself.
        why: why it does not; None where it does, or where there is nothing to take.
        others: what else the records say of it.
    """

    field: Field
    before: Any
    after: Any
    provenance: Provenance | None = None
    is_taken: bool = False
    why: str | None = None
    others: tuple[Other, ...] = ()


def matches_of(proposal: Proposal, place: Place) -> tuple[Match, ...]:
    """Return the records that are picked together: those of one identifier are one record.

    Raises:
        RefmanError: there is no such record.
    """
    if place is Pick.NONE:
        return ()
    if isinstance(place, Pick):
        return _accepted(proposal)
    if not 0 <= place < len(proposal.matches):
        raise RefmanError(f"there is no record {place + 1} among the {len(proposal.matches)} found")
    picked = proposal.matches[place]
    if picked.decision is Decision.ACCEPT:
        return _accepted(proposal)
    own = registered(picked.candidate.entry)
    others = ((match, registered(match.candidate.entry)) for match in proposal.matches)
    return (
        picked,
        *(
            match
            for match, other in others
            if match is not picked
            and parted(own, other) is None
            and shared(own, other, with_isbn=False)
        ),
    )


def _accepted(proposal: Proposal) -> tuple[Match, ...]:
    return tuple(match for match in proposal.matches if match.decision is Decision.ACCEPT)


class Picked:
    """Hold what an entry would be with what is picked.

    Attributes:
        matches: the records that are picked together.
        entry: with what picking takes by itself; the user's own words stay.
        published: what would change if it became the publication.
    """

    def __init__(self, entry: Entry, proposal: Proposal, place: Place, *, now: datetime) -> None:
        """Put together what is picked.

        Args:
            entry: as it is.
            proposal: what was found for it.
            place: what is picked.
            now: stands where a source did not tell when it answered.

        Raises:
            RefmanError: there is no such record.
        """
        self.matches = matches_of(proposal, place)
        self._before, self._now = entry, now
        self._merged = merge(entry, self.matches, now=now)
        self.published = self._merged.published
        self._whole = self._merged.entry
        if place is Pick.PUBLICATION:
            self._whole = take(self._whole, self.published)
        self.entry = with_own_words(entry, self._whole)

    def values(self) -> Iterator[Value]:
        """Yield each field that the entry has or may get, in their order, foreign ones last."""
        for field in all_fields():
            if field.name not in OWN_TO_A_LIBRARY:
                value = self._value(field)
                if value.before or value.after:
                    yield value
        for name in dict.fromkeys((*self._before.extra, *self._merged.entry.extra)):
            yield self._value(field_named(f"extra.{name}"))

    def _value(self, field: Field) -> Value:
        before, after = field.of(self._before), field.of(self.entry)
        others = tuple(
            Other(left.value, left.provenance, left.why)
            for left in self._merged.alternatives
            if left.field == field.name and left.value not in (before, after)
        )
        if is_added_to(field):
            whole = field.of(self._whole)
            why = None if after == whole else _LOCKED
            found = self._teller(field) if whole != before else None
            return Value(field, before, whole, found, after != before, why, others)
        if after != before:
            found = self.entry.provenance.get(field.name)
            return Value(field, before, after, found, is_taken=True, others=others)
        for match in self.matches:
            found_value = field.of(match.candidate.entry)
            if found_value and found_value != before:
                return self._left(field, found_value, match, others)
        return Value(field, before, before, others=others)

    def _teller(self, field: Field) -> Provenance | None:
        """Return whose word it is that is added; None where the preprint's own address is."""
        telling = (match for match in self.matches if field.of(match.candidate.entry))
        match = next(telling, None)
        return None if match is None else provenance_of(match, self._now)

    def _left(self, field: Field, value: Any, match: Match, others: tuple[Other, ...]) -> Value:
        """Return a field of which a record says another value, which picking does not take."""
        why = next((other.why for other in others if other.value == value), None)
        if is_users(self._before, field.name):
            why = _LOCKED
        return Value(
            field,
            field.of(self._before),
            value,
            provenance_of(match, self._now),
            why=why or "what is there is trusted more for it",
            others=tuple(other for other in others if other.value != value),
        )

    def with_fields(self, wanted: Iterable[Wanted]) -> Entry:
        """Return the entry with some fields, whatever picking would take by itself.

        What it would not take is the user's own word then: no look-up puts another value there. So
        is a list of names of which a person picked some. The user's own word stays; but to a list
        that is theirs they may pick items.

        Args:
            wanted: each field once.

        Raises:
            EditError: there is no such field or item, nothing else is said of it, or it is the
                user's word.
        """
        there = {value.field.name: value for value in self.values()}
        entry = self._before
        for one in wanted:
            field = field_named(one if isinstance(one, str) else one.field)
            value = there.get(field.name)
            if value is None or value.after == value.before:
                raise EditError(f"nothing else is said of {field.short}", field=field.short)
            if isinstance(one, SomeItems):
                entry = self._with_items(entry, value, one)
            elif is_users(self._before, field.name):
                raise own_word(field)
            else:
                entry = _with(entry, value, self._now)
        return entry

    def _with_items(self, entry: Entry, value: Value, wanted: SomeItems) -> Entry:
        field = value.field
        if not field.is_list:
            raise EditError(f"{field.short} holds one value, and no items", field=field.short)
        items = with_items(field, value.before, value.after, wanted)
        is_own = is_users(self._before, field.name)
        if items == value.after and not is_own:
            return _with(entry, value, self._now)
        entry = field.put(entry, items)
        if is_own or is_added_to(field):
            return entry
        return _told_by(entry, field, Provenance(USER, at=self._now))

    def tellers(self, wanted: Iterable[Wanted]) -> tuple[str, ...]:
        """Return whose words fields would get, by the sources' names, each once."""
        names = {field_named(one if isinstance(one, str) else one.field).name for one in wanted}
        told = (value.provenance for value in self.values() if value.field.name in names)
        found = dict.fromkeys(provenance.source for provenance in told if provenance is not None)
        return tuple(found) or tuple(match.candidate.source for match in self.matches[:1])


def own_word(field: Field) -> EditError:
    """Return the error that says that a field is the user's word."""
    return EditError(
        f"{field.short} is your own word and stays; 'refman edit' changes it", field=field.short
    )


def _with(entry: Entry, value: Value, now: datetime) -> Entry:
    field = value.field
    if is_added_to(field) or value.provenance is None:
        return field.put(entry, value.after)
    provenance = value.provenance if value.is_taken else Provenance(USER, at=now)
    if field.name == DOI:  # with its arXiv number, which a preprint's DOI alone may tell
        taken_doi = PublishedValue(DOI, value.before, value.after, "", provenance)
        return with_own_words(entry, take(entry, [taken_doi]))
    return _told_by(field.put(entry, value.after), field, provenance)


def _told_by(entry: Entry, field: Field, provenance: Provenance) -> Entry:
    return msgspec.structs.replace(entry, provenance={**entry.provenance, field.name: provenance})


def taken(
    entry: Entry,
    proposal: Proposal,
    place: Place,
    *,
    fields: Iterable[Wanted] | None = None,
    now: datetime,
) -> Entry:
    """Return an entry with what is picked, each value with its provenance.

    What the user has written or locked stays.

    Args:
        entry: as it is.
        proposal: what was found for it.
        place: what is picked.
        fields: those that are taken, whatever else would be; None for those that picking takes by
            itself.
        now: stands where a source did not tell when it answered.

    Raises:
        RefmanError: there is no such record.
        EditError: there is no such field or item, nothing else is said of it, or it is the user's
            word.
    """
    picked = Picked(entry, proposal, place, now=now)
    return picked.entry if fields is None else picked.with_fields(fields)
