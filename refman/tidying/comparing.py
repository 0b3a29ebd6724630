"""An entry held beside what a look-up found for it: a row a field, for people."""

from datetime import datetime
from typing import Any

import msgspec

from refman.editing.fields import Field
from refman.lookup.offers import is_users
from refman.model import Entry, Proposal, Provenance
from refman.tidying.picking import Picked, Place, Value
from refman.tidying.words import Item, Sign, items_changed

__all__ = ["FieldRow", "OtherText", "compared", "owner_of"]


class OtherText(msgspec.Struct, frozen=True):
    """Hold what else a record says of a field, whose word it is, and why it is not taken."""

    text: str
    provenance: Provenance
    why: str


class FieldRow(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a field as the entry has it, and as it may become.

    Attributes:
        field: its name, by which it is taken: "title", "doi", "extra.comment".
        sign: how the new text differs; never REMOVED, which only items of a list may be: what a
            record does not tell stays.
        original: what stood there when it was looked up; "" where nothing did.
        before: what stands there now, likewise.
        after: what may stand there; the same as ``before`` where nobody says another.
        owner: whose the present value is; None where nobody knows.
        provenance: whose the new one is, of a list the first who adds to it; None where nobody
            says another.
        record_url: where a person can look at the record that the new one is from.
        is_locked: the present value is the user's word, written or locked: it is never taken over.
        is_taken: choosing takes the new one by itself.
        why: why it does not; None where it does, or where there is nothing to take.
        items: of a list: its items before and after, merged; else empty.
        others: what else the records say of it.
    """

    field: str
    sign: Sign
    original: str
    before: str
    after: str
    owner: Provenance | None
    provenance: Provenance | None
    record_url: str | None
    is_locked: bool
    is_taken: bool
    why: str | None
    items: tuple[Item, ...]
    others: tuple[OtherText, ...]


def compared(
    entry: Entry, proposal: Proposal, place: Place, *, now: datetime
) -> tuple[FieldRow, ...]:
    """Return a row for each field that an entry has or may get, in the order of their table.

    Args:
        entry: as it is.
        proposal: what was found for it.
        place: what a person may choose of that.
        now: stands where a source did not tell when it answered.

    Raises:
        RefmanError: there is no such record.
    """
    picked = Picked(entry, proposal, place, now=now)
    urls = {
        match.candidate.source: match.candidate.record_url for match in reversed(picked.matches)
    }
    return tuple(_row(value, entry, proposal.entry, urls) for value in picked.values())


def owner_of(entry: Entry, name: str) -> Provenance | None:
    """Return whose the value of a field is, by a name of provenance; None where nobody knows."""
    whole = name.partition(".")[0]
    return entry.provenance.get(name) or entry.provenance.get(whole)


def _row(value: Value, entry: Entry, original: Entry, urls: dict[str, str | None]) -> FieldRow:
    field, found = value.field, value.provenance
    before, after = field.kind.shown(value.before), field.kind.shown(value.after)
    return FieldRow(
        field=field.short,
        sign=_sign(before, after),
        original=field.text_of(original),
        before=before,
        after=after,
        owner=owner_of(entry, field.name),
        provenance=found,
        record_url=urls.get(found.source) if found is not None else None,
        is_locked=is_users(entry, field.name),
        is_taken=value.is_taken,
        why=value.why,
        items=_items(field, value.before, value.after),
        others=tuple(
            OtherText(field.kind.shown(other.value), other.provenance, other.why)
            for other in value.others
        ),
    )


def _sign(before: str, after: str) -> Sign:
    if before == after:
        return Sign.EQUAL
    return Sign.CHANGED if before else Sign.ADDED


def _items(field: Field, before: Any, after: Any) -> tuple[Item, ...]:
    kind = field.kind
    if kind.key is None:
        return ()
    return items_changed(before, after, key=kind.key, show=kind.show)
