"""An entry held beside what a look-up found for it: a row a field, for people."""

from datetime import datetime
from typing import Any

import msgspec

from refman.editing.fields import Field, field_named
from refman.errors import EditError
from refman.lookup.offers import is_users
from refman.model import Candidate, Entry, Proposal, Provenance
from refman.tidying.items import Item, items_changed
from refman.tidying.picking import Picked, Place, Value
from refman.tidying.words import Sign

__all__ = ["FieldRow", "OtherText", "compared", "owner_of", "owner_urls"]


class OtherText(msgspec.Struct, frozen=True):
    """Hold what else a record says of a field, whose word it is, and why it is not taken.

    ``record_url`` is where a person can look at that record.
    """

    text: str
    provenance: Provenance
    why: str
    record_url: str | None = None


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
        owner_url: where a person can look at the record that the present one is from.
        provenance: whose the new one is, of a list the first who adds to it; None where nobody
            says another.
        told: what that record itself says, before it was merged with what others say.
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
    owner_url: str | None
    provenance: Provenance | None
    told: str
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
    records = {match.candidate.source: match.candidate for match in reversed(picked.matches)}
    return tuple(_row(value, entry, proposal.entry, records) for value in picked.values())


def owner_of(entry: Entry, name: str) -> Provenance | None:
    """Return whose the value of a field is, by a name of provenance; None where nobody knows."""
    whole = name.partition(".")[0]
    return entry.provenance.get(name) or entry.provenance.get(whole)


def owner_urls(entry: Entry, proposal: Proposal) -> dict[str, str]:
    """Return where the records can be looked at that values of an entry are from.

    Args:
        entry: as it is.
        proposal: what was found for it.

    Returns:
        an address by the name in the provenance; none where the value has become another one.
    """
    records = [{match.candidate.source: match.candidate} for match in proposal.matches]
    found: dict[str, str] = {}
    for name, owner in entry.provenance.items():
        try:
            field = field_named(name)
        except EditError:  # of a file that was made by hand
            continue
        urls = (_url_of(owner, field, field.of(entry), record) for record in records)
        if url := next(filter(None, urls), None):
            found[name] = url
    return found


def _row(value: Value, entry: Entry, original: Entry, records: dict[str, Candidate]) -> FieldRow:
    field, found = value.field, value.provenance
    record = records.get(found.source) if found is not None else None
    owner = owner_of(entry, field.name)
    before, after = field.kind.shown(value.before), field.kind.shown(value.after)
    return FieldRow(
        field=field.short,
        sign=_sign(before, after),
        original=field.text_of(original),
        before=before,
        after=after,
        owner=owner,
        owner_url=_url_of(owner, field, value.before, records),
        provenance=found,
        told=field.text_of(record.entry) if record is not None else "",
        record_url=record.record_url if record is not None else None,
        is_locked=is_users(entry, field.name),
        is_taken=value.is_taken,
        why=value.why,
        items=items_changed(field, value.before, value.after) if field.is_list else (),
        others=tuple(
            OtherText(
                field.kind.shown(other.value),
                other.provenance,
                other.why,
                _url_of(other.provenance, field, other.value, records),
            )
            for other in value.others
        ),
    )


def _url_of(
    found: Provenance | None, field: Field, value: Any, records: dict[str, Candidate]
) -> str | None:
    """Return where the record of a source can be looked at, if it is that which has a value."""
    record = records.get(found.source) if found is not None else None
    return record.record_url if record is not None and field.of(record.entry) == value else None


def _sign(before: str, after: str) -> Sign:
    if before == after:
        return Sign.EQUAL
    return Sign.CHANGED if before else Sign.ADDED
