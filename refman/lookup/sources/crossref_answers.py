"""Crossref's records as entries.

Source: https://github.com/CrossRef/rest-api-doc/blob/master/api_format.md
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from refman.formats.crosswalk import rows
from refman.lookup.addresses import web_address
from refman.lookup.answers import decode, decode_each
from refman.lookup.dates import date_of_parts
from refman.lookup.identity import doi_of, identifiers_of, isbn_of
from refman.lookup.people import body, person_of
from refman.lookup.relations import noted
from refman.lookup.source import Candidate
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Date, Entry, ItemType, Keyword, Name
from refman.normalise import title_key

__all__ = ["Work", "candidate", "read_work", "read_works"]

_NAME = "crossref"
_DATES = ("issued", "published_print", "published_online", "posted")
_PUBLISHED = "is-preprint-of"
_PREPRINT = "has-preprint"
_RETRACTIONS = {"retraction", "withdrawal", "removal"}


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a person by parts, or a body by its name."""

    given: str | None = None
    family: str | None = None
    suffix: str | None = None
    name: str | None = None


class Parts(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a date: a list of [year, month, day], which may be null in any place."""

    date_parts: list[list[int | str | None] | None] | None = msgspec.field(
        default=None, name="date-parts"
    )


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a conference."""

    name: str | None = None
    location: str | None = None
    start: Parts | None = None


class Related(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a relation to another work."""

    id: str | None = None
    id_type: str | None = msgspec.field(default=None, name="id-type")


class Update(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what this work corrects, or is corrected by."""

    doi: str | None = msgspec.field(default=None, name="DOI")
    type: str | None = None


class License(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a licence by its address, and for which version it is."""

    url: str | None = msgspec.field(default=None, name="URL")
    version: str | None = msgspec.field(default=None, name="content-version")


class Work(msgspec.Struct, frozen=True, kw_only=True, rename="kebab"):
    """Hold a record, as far as it is used."""

    doi: str = msgspec.field(name="DOI")
    type: str | None = None
    subtype: str | None = None
    title: list[str | None] | str | None = None
    subtitle: list[str | None] | None = None
    author: list[Person] | None = None
    editor: list[Person] | None = None
    translator: list[Person] | None = None
    issued: Parts | None = None
    published_print: Parts | None = None
    published_online: Parts | None = None
    posted: Parts | None = None
    container_title: list[str | None] | str | None = None
    short_container_title: list[str | None] | str | None = None
    group_title: str | None = None
    event: Event | None = None
    publisher: str | None = None
    publisher_location: str | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    article_number: str | None = None
    edition_number: str | None = None
    isbn: list[str | None] | None = msgspec.field(default=None, name="ISBN")
    issn: list[str | None] | None = msgspec.field(default=None, name="ISSN")
    abstract: str | None = None
    url: str | None = msgspec.field(default=None, name="URL")
    license: list[License] | None = None
    language: str | None = None
    subject: list[str | None] | None = None
    relation: Mapping[str, list[Related] | Related] | None = None
    update_to: list[Update] | None = None
    updated_by: list[Update] | None = None


class _List(msgspec.Struct, frozen=True):
    items: list[msgspec.Raw]


class _One(msgspec.Struct, frozen=True):
    message: msgspec.Raw


class _Many(msgspec.Struct, frozen=True):
    message: _List


def read_work(body: bytes) -> Work | None:
    """Return the one record of an answer; None where it is faulty.

    Raises:
        Unreadable: the answer is none of Crossref's.
    """
    return decode_each([decode(body, _One).message], Work, source=_NAME)[0]


def read_works(body: bytes) -> list[Work]:
    """Return the records of a list, faulty ones left out.

    Raises:
        Unreadable: the answer is no list of Crossref's.
    """
    records = decode(body, _Many).message.items
    return [work for work in decode_each(records, Work, source=_NAME) if work is not None]


def candidate(work: Work, at: datetime) -> Candidate:
    """Return a record as an entry."""
    identifiers = identifiers_of(doi=work.doi, isbn=_isbn(work.isbn))
    doi = identifiers.doi
    page = f"https://doi.org/{doi}" if doi else None
    kind, event = _type(work), work.event or Event()
    entry = Entry(
        type=kind,
        title=_title(work),
        author=_names(work.author),
        editor=_names(work.editor),
        translator=_names(work.translator),
        issued=_issued(work),
        abstract=abstract_of(work.abstract),
        container_title=_first(work.container_title),
        container_title_short=_first(work.short_container_title),
        publisher=line_of(work.publisher),
        publisher_place=line_of(work.publisher_location),
        volume=line_of(work.volume),
        issue=line_of(work.issue),
        page=_page(work.page),
        number=line_of(work.article_number),
        edition=line_of(work.edition_number),
        genre="preprint" if kind is ItemType.ARTICLE else None,
        issn=_first(work.issn),
        language=line_of(work.language),
        license=_license(work.license),
        url=web_address(work.url) if doi is None else page,
        identifiers=identifiers,
        keywords=_keywords(work),
        extra=_relations(work),
        event_title=line_of(event.name),
        event_place=line_of(event.location),
        event_date=_date(event.start),
    )
    return Candidate(source=_NAME, entry=entry, record_url=page, at=at)


def _type(work: Work) -> ItemType:
    row = rows("read_crossref_types").get((work.type or "").casefold())
    if row is None:
        return ItemType.ARTICLE_JOURNAL if _first(work.container_title) else ItemType.DOCUMENT
    return ItemType(row.get(work.subtype or "", row["type"]))


def _title(work: Work) -> str | None:
    """Return the title with the subtitle that Crossref keeps apart; either may be empty."""
    title = next(filter(None, map(title_of, _listed(work.title))), None)
    subtitle = next(filter(None, map(title_of, _listed(work.subtitle))), None)
    if title is None or subtitle is None:
        return title or subtitle
    if title_key(subtitle) in title_key(title):
        return title
    return f"{title} {subtitle}" if title.endswith(("?", "!", ":")) else f"{title}: {subtitle}"


def _listed(value: list[str | None] | str | None) -> Sequence[str | None]:
    return [value] if isinstance(value, str) else value or ()


def _first(value: list[str | None] | str | None) -> str | None:
    return next(filter(None, map(line_of, _listed(value))), None)


def _names(persons: list[Person] | None) -> tuple[Name, ...]:
    names = (
        body(person.name) if person.name else person_of(person.family, person.given, person.suffix)
        for person in persons or ()
    )
    return tuple(name for name in names if name is not None)


def _issued(work: Work) -> Date | None:
    """Return the first date there is: that of the issue may be null, and the printed one known."""
    return next(filter(None, (_date(getattr(work, name)) for name in _DATES)), None)


def _date(parts: Parts | None) -> Date | None:
    first = next(iter(parts.date_parts or ()), None) if parts is not None else None
    return date_of_parts(first) if first else None


def _page(text: str | None) -> str | None:
    """Return a range of pages; "145-145" is one page."""
    page = line_of(text)
    first, _, last = (page or "").partition("-")
    return first if first and first == last else page


def _isbn(isbns: list[str | None] | None) -> str | None:
    """Return the first ISBN that is one."""
    return next((each for each in isbns or () if isbn_of(each) is not None), None)


def _license(licenses: list[License] | None) -> str | None:
    """Return the licence's address, that of the published version first; not one for mining."""
    ranked = {each.version: each.url for each in reversed(licenses or ()) if each.url}
    versions = ("vor", "am", "unspecified")
    return web_address(next((ranked[each] for each in versions if each in ranked), None))


def _keywords(work: Work) -> tuple[Keyword, ...]:
    words = filter(None, map(line_of, [*_listed(work.subject), work.group_title]))
    return tuple(Keyword(word, automatic=True) for word in dict.fromkeys(words))


def _relations(work: Work) -> Mapping[str, str]:
    return noted(
        published_as=_related(work, _PUBLISHED),
        preprint=_related(work, _PREPRINT),
        corrects=_updates(work.update_to),
        corrected_by=_updates(work.updated_by),
        retracted=next(
            (each.type for each in work.updated_by or () if each.type in _RETRACTIONS), None
        ),
    )


def _related(work: Work, relation: str) -> Iterator[str]:
    related = (work.relation or {}).get(relation) or ()
    for each in (related,) if isinstance(related, Related) else related:
        if each.id_type == "doi" and (doi := doi_of(each.id)) is not None:
            yield doi


def _updates(updates: list[Update] | None) -> Iterator[str]:
    return (doi for each in updates or () if (doi := doi_of(each.doi)) is not None)
