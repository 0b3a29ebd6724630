"""What an entry and records offer for a field, and which of it is the best.

The user's own value stays, and so does a reference file's. Else the order is: of the version that
the entry is, sound in its form, from the source that is trusted most for the field.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

import msgspec

from refman.duplicates.titles import is_cut
from refman.lookup.match import Match
from refman.lookup.tables import tables
from refman.model import Arxiv, Date, Entry, ItemType, Name, Provenance
from refman.model.provenance import USER

__all__ = [
    "USER",
    "Alternative",
    "Offer",
    "Value",
    "best",
    "is_kept",
    "is_users",
    "offered",
    "own_offer",
    "provenance_of",
    "refines",
]

Value = str | Date | ItemType | Arxiv | tuple[Name, ...]

_LISTING = "listing"
_MOST_SHORT = 12
_FEW_GIVEN = 0.5
_CUT_SIGNS = ("…", "...", "[...]", "[…]")


class Alternative(msgspec.Struct, frozen=True):
    """Hold a value that was not taken.

    Attributes:
        field: of the entry; a part of one as "identifiers.doi", "extra.comment".
        value: as it was offered.
        provenance: whose it is.
        why: why it was not taken, in words.
    """

    field: str
    value: Value
    provenance: Provenance
    why: str


class Offer(NamedTuple):
    """Hold a value that a field may get.

    Attributes:
        value: never None or empty.
        provenance: whose it is, and how sure.
        is_of_version: it is of the version that the entry is, not of its preprint or publication.
        flaw: why it cannot be true; None where nothing says so.
    """

    value: Value
    provenance: Provenance
    is_of_version: bool = True
    flaw: str | None = None


def is_users(entry: Entry, name: str) -> bool:
    """Tell whether a value, or that there is none, is the user's own word: no look-up changes it.

    A value that the user has locked is so too: to lock it is to say it.

    Args:
        entry: of the user.
        name: as provenance has it: "title", "identifiers.doi", "extra.comment".
    """
    found = entry.provenance.get(name)
    if found is not None and found.source == USER:
        return True
    whole, _, part = name.partition(".")
    if whole != "identifiers" or not part or getattr(entry.identifiers, part) is None:
        return False
    return is_users(entry, whole)


def is_kept(entry: Entry, field: str) -> bool:
    """Tell whether the value of a field, or its absence, is the user's own word.

    A value of which no service and no listing is the origin came from the user's reference file.
    """
    if is_users(entry, field):
        return True
    if not getattr(entry, field):
        return False
    found = entry.provenance.get(field)
    if found is None:
        return not _is_from_listing(entry)
    return found.span is None and found.score is None and found.at is None


def _is_from_listing(entry: Entry) -> bool:
    return any(found.span is not None for found in entry.provenance.values())


def own_offer(entry: Entry, field: str) -> Offer | None:
    """Return what the entry itself has for a field; None where it has nothing.

    What contradicts itself there is shown and stays: a value that was merged would be its reason.
    """
    value = getattr(entry, field)
    if value is None or value == ():
        return None
    return Offer(value, entry.provenance.get(field, Provenance(_LISTING)))


def offered(
    match: Match, field: str, *, now: datetime, is_of_version: bool, flaw: str | None
) -> Offer | None:
    """Return what a record has for a field; None where it has nothing."""
    value = getattr(match.candidate.entry, field)
    if value is None or value == ():
        return None
    return Offer(value, provenance_of(match, now), is_of_version, flaw)


def provenance_of(match: Match, now: datetime) -> Provenance:
    """Return where the values of a record come from."""
    found = match.candidate
    return Provenance(source=found.source, score=match.score, at=found.at or now)


def best(field: str, offers: Sequence[Offer]) -> Offer:
    """Return the best of at least one offer; their order does not count."""
    chosen = min(offers, key=lambda offer: _order(field, offer))
    if isinstance(chosen.value, Date):
        return _finer(field, chosen, chosen.value, offers)
    return chosen


def _finer(field: str, chosen: Offer, date: Date, offers: Iterable[Offer]) -> Offer:
    """Return the offer that says the same date, and says it most precisely."""
    finer = [
        offer
        for offer in offers
        if isinstance(offer.value, Date)
        and offer.flaw is None
        and offer.is_of_version >= chosen.is_of_version
        and refines(offer.value, date)
    ]
    return min(
        (chosen, *finer),
        key=lambda offer: (-_precision(offer.value), _order(field, offer)),
    )


def refines(date: Date, other: Date) -> bool:
    """Tell whether a date is another with its month or day."""
    if other != Date(other.year, other.month, other.day):
        return False
    plain = Date(date.year, date.month, date.day) == date
    return plain and date.year == other.year and other.month in {None, date.month}


def _precision(value: Value) -> int:
    return sum(getattr(value, part, None) is not None for part in ("month", "day"))


def _order(field: str, offer: Offer) -> tuple[bool, bool, int, int, float, str, str]:
    found = offer.provenance
    source = _LISTING if found.span is not None else found.source
    return (
        offer.flaw is not None,
        not offer.is_of_version,
        _faults(field, offer.value),
        tables().rank(field, source),
        -(found.score or 0.0),
        source,
        repr(offer.value),
    )


def _faults(field: str, value: Value) -> int:
    """Return how many things are wrong with the form of a value."""
    if isinstance(value, tuple):
        return _faults_of_names(value)
    if not isinstance(value, str):
        return 0
    if field == "title":
        return sum((is_cut(value), value.isupper() and len(value) > _MOST_SHORT))
    if field == "abstract":
        return int(value.rstrip().endswith(_CUT_SIGNS))
    if field == "container_title":
        return int(" " not in value.strip() and len(value) <= _MOST_SHORT)
    return 0


def _faults_of_names(names: tuple[Name, ...]) -> int:
    """Count a list that is cut, and one in which most given names are initials."""
    persons = [name for name in names if name.literal is None]
    spelled = sum(
        any(len(part.strip(".")) > 1 for part in (name.given or "").replace(".", ". ").split())
        for name in persons
    )
    has_more = any((name.literal or "").casefold() in {"others", "et al."} for name in names)
    return 2 * has_more + (bool(persons) and spelled < _FEW_GIVEN * len(persons))
