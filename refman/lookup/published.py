"""From preprint to publication: what would change, as plain data that a person can look through.

The arXiv number, key, notes, links, files and folders of the entry stay; so does the day on which
it was added. The open preprint stays within reach: a published entry has a link to it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from refman.duplicates.work import Work
from refman.links import url_key
from refman.lookup.flaws import flaws_of
from refman.lookup.identity import is_arxiv_doi
from refman.lookup.match import Match
from refman.lookup.offers import USER, Offer, Value, best, is_users, offered, provenance_of, refines
from refman.lookup.tables import tables
from refman.lookup.versions import leading, of_one_publication, stands_as_preprint
from refman.model import Date, Doi, Entry, Identifiers, ItemType, Link, LinkKind, Provenance, Span
from refman.normalise import parse_arxiv

__all__ = ["DOI", "PublishedValue", "published_values", "take", "with_open_link"]

DOI = "identifiers.doi"


class PublishedValue(msgspec.Struct, frozen=True):
    """Propose to change one field, because the work was published.

    Attributes:
        field: of the entry, or "identifiers.doi".
        old: what stands there; None where nothing does.
        new: what the publication has.
        why: in words.
        provenance: whose word it is, how sure, and of when.
    """

    field: str
    old: Value | None
    new: Value
    why: str
    provenance: Provenance

    @property
    def source(self) -> str:
        """The source's name."""
        return self.provenance.source


def published_values(
    entry: Entry, matches: Sequence[Match], *, now: datetime
) -> tuple[PublishedValue, ...]:
    """Return what a publication would change in the entry of its preprint.

    A user's own values are never proposed away. Empty where the entry is no preprint, or no record
    is of a publication. Of several records of it each field is taken from the one that is trusted
    most for it.

    Args:
        entry: of the preprint.
        matches: records that are the work, of any version.
        now: stands where a source did not tell when it answered.
    """
    if entry.type is not ItemType.ARTICLE and not stands_as_preprint(entry, matches):
        return ()
    leader = leading(matches)
    if leader is None:
        return _named_doi(entry, matches, now)
    told = [match for match in matches if of_one_publication(leader, match)]
    place = leader.candidate.entry
    where = place.container_title or place.event_title or place.publisher
    why = f"published in {where}" if where else "published"
    found: list[PublishedValue] = []
    for field in tables().proposed:
        offers = _offers(told, field, now)
        if offers and (value := _value(entry, field, best(field, offers), why)) is not None:
            found.append(value)
    doi = _published_doi(entry, told, why, now)
    return (*found, doi) if doi is not None else tuple(found)


def _offers(matches: Iterable[Match], field: str, now: datetime) -> list[Offer]:
    """Return what the records have for a field and what may be true."""
    found: list[Offer] = []
    for match in matches:
        flaws = {flaw.field for flaw in flaws_of(match.candidate.entry, now=now)}
        offer = offered(match, field, now=now, is_of_version=True, flaw=None)
        if offer is not None and field not in flaws:
            found.append(offer)
    return found


def _value(entry: Entry, field: str, offer: Offer, why: str) -> PublishedValue | None:
    old = getattr(entry, field) or None
    if is_users(entry, field) or old == offer.value:
        return None
    if isinstance(old, Date) and isinstance(offer.value, Date) and refines(old, offer.value):
        return None  # the same, and more of it
    return PublishedValue(field, old, offer.value, why, offer.provenance)


def _published_doi(
    entry: Entry, matches: Iterable[Match], why: str, now: datetime
) -> PublishedValue | None:
    """Propose the publisher's DOI in place of the preprint's, or where there is none."""
    offers = [
        Offer(doi, provenance_of(match, now))
        for match in matches
        if (doi := match.candidate.entry.identifiers.doi) is not None
        and Work(match.candidate.entry).registered.published is not None
    ]
    old = entry.identifiers.doi
    if not offers or Work(entry).registered.published is not None or _is_users_doi(entry):
        return None
    offer = best("identifiers", offers)
    return PublishedValue(DOI, old, offer.value, why, offer.provenance)


def _is_users_doi(entry: Entry) -> bool:
    """Tell whether the user wrote the DOI, or took it away; arXiv's own goes with its number."""
    own = entry.provenance.get(DOI)
    if own is not None and own.source == USER:
        return True
    doi = entry.identifiers.doi
    return doi is not None and is_users(entry, DOI) and not is_arxiv_doi(doi)


def _named_doi(entry: Entry, matches: Sequence[Match], now: datetime) -> tuple[PublishedValue, ...]:
    """Propose the DOI that the preprint's own record names, where no record of it was found."""
    why = "the preprint's record names the publication's DOI"
    found = _published_doi(entry, matches, why, now)
    return () if found is None else (found,)


def take(entry: Entry, proposed: Iterable[PublishedValue]) -> Entry:
    """Return the entry with such values taken, all or those that a person chose.

    Each field gets its provenance. The arXiv number stays, and the preprint stays linked. Taking
    the same again changes nothing.
    """
    values: dict[str, object] = {}
    provenance = dict(entry.provenance)
    identifiers = entry.identifiers
    for value in proposed:
        provenance[value.field] = value.provenance
        if value.field == DOI:
            identifiers = _with_doi(identifiers, str(value.new))
        else:
            values[value.field] = value.new
    if not values and identifiers == entry.identifiers:
        return entry
    before = msgspec.structs.replace(entry, identifiers=_numbered(entry.identifiers))
    taken = msgspec.structs.replace(entry, **values, identifiers=identifiers, provenance=provenance)
    return with_open_link(taken, before)


def _with_doi(identifiers: Identifiers, doi: str) -> Identifiers:
    return msgspec.structs.replace(_numbered(identifiers), doi=Doi(doi))


def _numbered(identifiers: Identifiers) -> Identifiers:
    """Return identifiers with the arXiv number that the DOI alone tells."""
    if identifiers.arxiv is None and identifiers.doi is not None:
        arxiv = parse_arxiv(identifiers.doi) if is_arxiv_doi(identifiers.doi) else None
        return msgspec.structs.replace(identifiers, arxiv=arxiv)
    return identifiers


def with_open_link(entry: Entry, preprint: Entry) -> Entry:
    """Return a published entry with a link to its open preprint, where it has none yet.

    Args:
        entry: of the publication.
        preprint: whose identifiers tell where the preprint is.
    """
    url = _open_page(preprint)
    if url is None:
        return entry
    known = {url_key(link.url) for link in entry.links}
    if url_key(url) in known or (entry.url is not None and url_key(entry.url) == url_key(url)):
        return entry
    link = Link(url=url, raw_url=url, span=Span(0, 0), kind=LinkKind.PAPER, roles=(LinkKind.PAPER,))
    return msgspec.structs.replace(entry, links=(*entry.links, link))


def _open_page(preprint: Entry) -> str | None:
    """Return the address of a preprint: arXiv's page, or that of another server's DOI."""
    if preprint.identifiers.arxiv is not None:
        return preprint.identifiers.arxiv.url
    doi = preprint.identifiers.doi
    is_open = doi is not None and Work(preprint).registered.preprint is not None
    return f"https://doi.org/{doi}" if is_open else None
