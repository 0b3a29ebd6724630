"""Records merged into an entry: the best value of each field, whose it is, and what gave way.

The user's own values always win. Which source is trusted for what stands in
``resources/lookup.toml``; what a record says against itself is shown and not taken. Of another
version of the work only what all versions have in common is taken: a preprint's entry gets no pages
of its publication, but is shown what would change (see published).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from refman.lookup.addresses import united
from refman.lookup.evidence import is_bare_draft
from refman.lookup.flaws import Flaw, flaws_of
from refman.lookup.joining import Identity, first_of_each
from refman.lookup.match import Match
from refman.lookup.offers import (
    Alternative,
    Offer,
    best,
    is_kept,
    offered,
    own_offer,
    provenance_of,
)
from refman.lookup.published import PublishedValue, published_values, with_open_link
from refman.lookup.tables import tables
from refman.lookup.versions import (
    is_preprint,
    leading,
    of_one_publication,
    stands_as_preprint,
)
from refman.model import Entry, Identifiers, ItemType, Provenance
from refman.normalise import fold_blanks

__all__ = ["Merged", "merge"]

_NOT_FIELDS = frozenset(
    {"citekey", "identifiers", "links", "keywords", "notes", "attachments", "collections",
     "status", "provenance", "extra"}
)  # fmt: skip
_FIELDS = tuple(field for field in Entry.__struct_fields__ if field not in _NOT_FIELDS)


class Merged(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an entry with what records say of it.

    Attributes:
        entry: key, status, folders as they were; each value taken has its provenance.
        alternatives: values that were not taken, each once, the entry's own that gave way too.
        published: what becoming the publication would change.
        flaws: what in the entry or in the records contradicts itself.
    """

    entry: Entry
    alternatives: tuple[Alternative, ...] = ()
    published: tuple[PublishedValue, ...] = ()
    flaws: tuple[Flaw, ...] = ()


def merge(entry: Entry, matches: Sequence[Match], *, now: datetime) -> Merged:
    """Return an entry with the best of what records say; their order does not count.

    Nothing is lost: what is not taken is among the alternatives. Merging the same again changes
    nothing.

    Args:
        entry: of the user.
        matches: records that are its work: those accepted, or chosen by a person.
        now: when this is done; stands where a source did not tell when it answered.
    """
    return _Merging(entry, sorted(matches, key=repr), now).merged()


class _Merging:
    """Merge the records of one entry."""

    def __init__(self, entry: Entry, matches: Sequence[Match], now: datetime) -> None:
        self._entry = entry
        self._matches = matches
        self._now = now
        self._is_preprint = stands_as_preprint(entry, matches)
        self._leader = None if self._is_preprint else leading(matches)
        self._own_flaws = flaws_of(entry, now=now)
        self._flaws = [
            flaws_of(match.candidate.entry, now=now, source=match.candidate.source)
            for match in matches
        ]
        self._values: dict[str, object] = {}
        self._provenance: dict[str, Provenance] = dict(entry.provenance)
        self._alternatives: dict[tuple[str, str], Alternative] = {}

    def merged(self) -> Merged:
        """Return all."""
        for field in _FIELDS:
            self._field(field)
        self._identifiers()
        self._lists()
        self._extra()
        merged = msgspec.structs.replace(self._entry, **self._values, provenance=self._provenance)
        if not self._is_preprint:
            found = [match.candidate.entry for match in self._matches]
            for known in (self._entry, merged, *filter(is_preprint, found)):
                merged = with_open_link(merged, known)
        return Merged(
            entry=merged,
            alternatives=tuple(self._alternatives.values()),
            published=published_values(merged, self._matches, now=self._now),
            flaws=tuple(dict.fromkeys((*self._own_flaws, *_each(self._flaws)))),
        )

    def _field(self, field: str) -> None:
        own, offers = self._own(field), list(self._offers(field))
        if is_kept(self._entry, field) and not (field == "type" and own is None):
            for offer in offers:
                self._leave(field, offer, "the user's own value stays", own)
            return
        may = [offer for offer in offers if self._may_take(field, offer)]
        pool = [offer for offer in (own, *may) if offer is not None]
        if not pool:
            for offer in offers:
                self._leave(field, offer, self._why_not(field, offer), None)
            return
        chosen = best(field, pool)
        if own is None or chosen.value != own.value:
            self._values[field] = chosen.value
            self._provenance[field] = chosen.provenance
        for offer in offers if own is None else (own, *offers):
            self._leave(field, offer, self._why_not(field, offer), chosen)

    def _own(self, field: str) -> Offer | None:
        """Return what the entry has; nobody said that what a listing names is a preprint."""
        if field == "type" and is_bare_draft(self._entry):
            return None
        return own_offer(self._entry, field)

    def _offers(self, field: str) -> Iterator[Offer]:
        for match, flaws in zip(self._matches, self._flaws, strict=True):
            is_of_version = self._is_of_version(match)
            flaw = _flaw_in(flaws, field)
            offer = offered(match, field, now=self._now, is_of_version=is_of_version, flaw=flaw)
            if offer is not None:
                yield offer

    def _is_of_version(self, match: Match) -> bool:
        if self._is_preprint:
            return is_preprint(match.candidate.entry)
        return of_one_publication(self._leader, match)

    def _may_take(self, field: str, offer: Offer) -> bool:
        return self._why_not(field, offer) is None

    def _why_not(self, field: str, offer: Offer) -> str | None:
        """Return why an offer cannot be taken, whatever the others are; None if it can."""
        if offer.flaw is not None:
            return offer.flaw
        if not offer.is_of_version and field in tables().of_publication:
            return "of another version of the work"
        if self._is_preprint and field in tables().of_place:
            return "a preprint has no place of that kind"
        if self._is_preprint and field == "type" and offer.value is not ItemType.ARTICLE:
            return "a preprint is an article by itself"
        return None

    def _leave(self, field: str, offer: Offer, why: str | None, chosen: Offer | None) -> None:
        if chosen is not None and offer.value == chosen.value:
            return
        why = why or "another source is trusted more for it"
        left = Alternative(field, offer.value, offer.provenance, why)
        self._alternatives.setdefault((field, repr(offer.value)), left)

    def _identifiers(self) -> None:
        identity = Identity(self._entry, is_preprint=self._is_preprint)
        for name in Identifiers.__struct_fields__:
            for match, flaws in self._by_trust("arxiv" if name == "arxiv" else "identifiers"):
                identity.add(
                    name,
                    match.candidate.entry,
                    provenance_of(match, self._now),
                    is_of_version=self._is_of_version(match),
                    flaw=_flaw_in(flaws, "identifiers"),
                )
        self._values["identifiers"] = identity.identifiers
        self._provenance |= identity.provenance
        for left in identity.alternatives:
            self._alternatives.setdefault((left.field, repr(left.value)), left)

    def _lists(self) -> None:
        entry = self._entry
        records = [match.candidate.entry for match, _ in self._by_trust("rest")]
        entries = (entry, *records)
        links = united(*(one.links for one in entries))
        self._values |= {
            "links": links if len(links) > len(entry.links) else entry.links,
            "keywords": first_of_each(
                (one.keywords for one in entries), lambda keyword: keyword.text.casefold()
            ),
            "notes": first_of_each((one.notes for one in entries), fold_blanks),
            "attachments": first_of_each(
                (one.attachments for one in entries), lambda file: file.path
            ),
            "collections": first_of_each((one.collections for one in entries), str),
        }

    def _extra(self) -> None:
        """Take foreign fields that the entry lacks; those that it has stay word for word."""
        extra = dict(self._entry.extra)
        for match, _ in self._by_trust("rest"):
            found: Mapping[str, str] = match.candidate.entry.extra
            provenance = provenance_of(match, self._now)
            for name, value in found.items():
                if extra.setdefault(name, value) != value:
                    why = "the entry has a value of its own"
                    self._alternatives.setdefault(
                        (f"extra.{name}", value),
                        Alternative(f"extra.{name}", value, provenance, why),
                    )
        self._values["extra"] = extra

    def _by_trust(self, name: str) -> list[tuple[Match, tuple[Flaw, ...]]]:
        """Return the records with their flaws: those of the entry's version, the trusted first."""
        return sorted(
            zip(self._matches, self._flaws, strict=True),
            key=lambda pair: (
                not self._is_of_version(pair[0]),
                tables().rank(name, pair[0].candidate.source),
                -pair[0].score,
            ),
        )


def _flaw_in(flaws: Sequence[Flaw], field: str) -> str | None:
    return next((flaw.why for flaw in flaws if flaw.field == field), None)


def _each(flaws: Sequence[Sequence[Flaw]]) -> Iterator[Flaw]:
    return (flaw for found in flaws for flaw in found)
