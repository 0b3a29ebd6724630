"""DataCite, by its REST API: https://support.datacite.org/docs/api-get-doi.

It has the DOIs of arXiv, Zenodo and data repositories. Names may be one text, publishers a text or
an object, years of the Thai era; titles are several, of which some are translations.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from refman.formats.crosswalk import rows
from refman.lookup.addresses import web_address
from refman.lookup.answers import (
    Unreadable,
    ask,
    ask_singly,
    decode,
    decode_each,
    refusal_ends_asking,
)
from refman.lookup.asking import by_key, in_path, words_asked
from refman.lookup.dates import date_of_text, date_of_year
from refman.lookup.identity import doi_asked, doi_of, identifiers_of, is_arxiv_doi, own_page
from refman.lookup.people import body as body_name
from refman.lookup.people import person, person_of
from refman.lookup.relations import noted
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Date, Entry, ItemType, Keyword, Name
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["Attributes", "make", "read_doi", "read_dois"]

_NAME = "datacite"
_MOST_FOUND = "5"
_MOST_WORDS = 12
_DATES = ("Issued", "Available", "Submitted", "Created")
_PAGE = re.compile(r"[\w.:]{1,15}(?:[-–][\w.:]{1,15})?")
_GENERAL = {"", "text", "other", "collection", "image", "audiovisual"}
"""General types that say too little: the finer ones beside them are asked."""


class Person(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold a person, in parts or in one text, or a body."""

    name: str | None = None
    name_type: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    contributor_type: str | None = None


class Title(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold a title; the main one has no type."""

    title: str | None = None
    title_type: str | None = None


class Publisher(msgspec.Struct, frozen=True):
    """Hold a publisher as an object."""

    name: str | None = None


class Container(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold what the work is part of."""

    title: str | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None


class ItemNumber(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold the ISBN, ISSN or DOI of another item."""

    related_item_identifier: str | None = None
    related_item_identifier_type: str | None = None


class Item(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold another item: what the work is published in, where it is that."""

    relation_type: str | None = None
    titles: list[Title | None] | Title | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    publication_year: int | str | None = None
    publisher: str | None = None
    related_item_identifier: ItemNumber | None = None


class Dated(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold a date and what happened then."""

    date: str | int | None = None
    date_type: str | None = None


class Types(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold the types, from the general to the finer."""

    resource_type_general: str | None = None
    resource_type: str | None = None
    citeproc: str | None = None


class Related(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold a relation to something else."""

    relation_type: str | None = None
    related_identifier: str | None = None
    related_identifier_type: str | None = None


class Rights(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold a licence."""

    rights: str | None = None
    rights_uri: str | None = None
    rights_identifier: str | None = None


class Description(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """Hold a text about the work."""

    description: str | None = None
    description_type: str | None = None


class Subject(msgspec.Struct, frozen=True):
    """Hold a subject."""

    subject: str | None = None


class Attributes(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Hold a record, as far as it is used."""

    doi: str
    url: str | None = None
    creators: list[Person | str | None] | Person | str | None = None
    contributors: list[Person | None] | None = None
    titles: list[Title | None] | None = None
    publisher: Publisher | str | None = None
    container: Container | None = None
    publication_year: int | str | None = None
    dates: list[Dated | None] | None = None
    types: Types | None = None
    related_identifiers: list[Related | None] | None = None
    related_items: list[Item | None] | None = None
    rights_list: list[Rights | None] | None = None
    descriptions: list[Description | None] | None = None
    subjects: list[Subject | None] | None = None
    language: str | None = None
    version: str | None = None


class _Resource(msgspec.Struct, frozen=True):
    attributes: Attributes


class _One(msgspec.Struct, frozen=True):
    """Hold one record, or, of content negotiation, the record itself."""

    data: msgspec.Raw = msgspec.Raw(b"null")
    doi: str | None = None


class _Many(msgspec.Struct, frozen=True):
    data: list[msgspec.Raw]


class _DataCite:
    """Ask DataCite."""

    name = _NAME
    label = "DataCite"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/dois"

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the records of entries that have a DOI or an arXiv number, one a request."""
        places = by_key(entries, lambda entry: doi_asked(entry.identifiers, arxiv=True))
        return ask_singly(places, lambda doi: self._one(doi, web), source=_NAME)

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the first records whose titles have all significant words of the entry's."""
        words = words_asked(entry.title, most=_MOST_WORDS)
        if not words:
            return []
        query = f"titles.title:({' AND '.join(words)})"
        params = (("query", query), ("page[size]", _MOST_FOUND), ("disable-facets", "true"))
        request = Request(url=self._url, params=params, expects=Expects.JSON)
        with refusal_ends_asking(_NAME):
            asked = ask(web, request, source=_NAME, read=read_dois)
        return [_candidate(record, asked.at) for record in asked.value] if asked else []

    def _one(self, doi: str, web: "Web") -> Iterator[Candidate]:
        request = Request(url=f"{self._url}/{in_path(doi)}", expects=Expects.JSON)
        asked = ask(web, request, source=_NAME, read=read_doi)
        if asked is not None and asked.value is not None:
            yield _candidate(asked.value, asked.at)


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _DataCite(settings)


def read_doi(body: bytes) -> Attributes | None:
    """Return the one record of an answer; None where it is faulty.

    Raises:
        Unreadable: it is no answer of DataCite's.
    """
    answer = decode(body, _One)
    if answer.doi is not None:
        return decode_each([msgspec.Raw(body)], Attributes, source=_NAME)[0]
    if bytes(answer.data) == b"null":
        raise Unreadable("it holds no record")
    return _opened([answer.data])[0]


def read_dois(body: bytes) -> list[Attributes]:
    """Return the records of a list.

    Raises:
        Unreadable: it is no list of DataCite's.
    """
    return [record for record in _opened(decode(body, _Many).data) if record is not None]


def _opened(records: Sequence[msgspec.Raw]) -> list[Attributes | None]:
    resources = decode_each(records, _Resource, source=_NAME)
    return [each.attributes if each is not None else None for each in resources]


def _candidate(record: Attributes, at: datetime) -> Candidate:
    kind = _type(record)
    is_preprint = kind is ItemType.ARTICLE
    host = _host(record)
    publisher = record.publisher
    words = (line_of(each.subject) for each in record.subjects or () if each)
    number = host.related_item_identifier or ItemNumber()
    numbers = {number.related_item_identifier_type: number.related_item_identifier}
    identifiers = identifiers_of(doi=record.doi, isbn=numbers.get("ISBN"))
    page = own_page(identifiers, is_preprint=is_preprint)
    entry = Entry(
        type=kind,
        title=_title(record.titles or ()),
        author=_authors(record.creators),
        editor=_editors(record.contributors or ()),
        issued=date_of_year(host.publication_year) or _issued(record),
        abstract=_described(record, "Abstract"),
        container_title=_title(_listed(host.titles)),
        volume=line_of(host.volume),
        issue=line_of(host.issue),
        page=_pages(host),
        publisher=line_of(host.publisher)
        or line_of(publisher.name if isinstance(publisher, Publisher) else publisher),
        issn=line_of(numbers.get("ISSN")),
        genre="preprint" if is_preprint else None,
        language=line_of(record.language),
        version=line_of(record.version),
        license=_license(record.rights_list or ()),
        url=page or web_address(record.url),
        identifiers=identifiers,
        keywords=tuple(
            Keyword(word, automatic=True) for word in dict.fromkeys(filter(None, words))
        ),
        extra=_relations(record),
    )
    return Candidate(source=_NAME, entry=entry, record_url=web_address(record.url) or page, at=at)


def _type(record: Attributes) -> ItemType:
    types = record.types or Types()
    if is_arxiv_doi(record.doi):
        return ItemType.ARTICLE
    table = rows("read_datacite_types")
    general = (types.resource_type_general or "").casefold()
    finer = ((types.resource_type or "").casefold().replace(" ", ""), types.citeproc or "")
    for name in (*finer, general) if general in _GENERAL else (general, *finer):
        if name in table:
            return ItemType(table[name]["type"])
    return ItemType.DOCUMENT


def _host(record: Attributes) -> Item:
    """Return what the work is published in: as related item, or as the older container."""
    items = record.related_items or ()
    found = next((item for item in items if item and item.relation_type == "IsPublishedIn"), None)
    if found is not None:
        return found
    older = record.container or Container()
    return Item(
        titles=Title(title=older.title),
        volume=older.volume,
        issue=older.issue,
        first_page=older.first_page,
        last_page=older.last_page,
    )


def _listed(titles: list[Title | None] | Title | None) -> Sequence[Title | None]:
    return titles or () if isinstance(titles, list) else (titles,)


def _pages(host: Item) -> str | None:
    """Return the pages, where they are such: "No 1" to "2 (2018)" are not."""
    first, last = line_of(host.first_page), line_of(host.last_page)
    if first is None or not _PAGE.fullmatch(first):
        return None
    return f"{first}-{last}" if last and last != first and _PAGE.fullmatch(last) else first


def _title(titles: Sequence[Title | None]) -> str | None:
    """Return the main title with its subtitle; where all have a type, the first."""
    shown = [(each.title_type, title_of(each.title)) for each in titles if each]
    main = next((title for kind, title in shown if not kind and title), None)
    subtitle = next((title for kind, title in shown if kind == "Subtitle" and title), None)
    if main is None:
        return next((title for _, title in shown if title), None)
    return f"{main}: {subtitle}" if subtitle is not None else main


def _authors(creators: list[Person | str | None] | Person | str | None) -> tuple[Name, ...]:
    listed = creators if isinstance(creators, list) else [creators]
    names = (_name(each) for each in listed if each is not None)
    return tuple(name for name in names if name is not None)


def _editors(contributors: Sequence[Person | None]) -> tuple[Name, ...]:
    editors = (each for each in contributors if each and each.contributor_type == "Editor")
    return tuple(name for each in editors if (name := _name(each)) is not None)


def _name(creator: Person | str) -> Name | None:
    if isinstance(creator, str):
        return person(creator)
    if creator.name_type == "Organizational":
        return body_name(creator.name)
    if creator.family_name or creator.given_name:
        return person_of(creator.family_name, creator.given_name)
    return person(creator.name)


def _issued(record: Attributes) -> Date | None:
    """Return the day, where it is of the year of publication; arXiv's first is when it came."""
    year = date_of_year(record.publication_year)
    told = {each.date_type: str(each.date) for each in record.dates or () if each and each.date}
    order = ("Submitted", *_DATES) if is_arxiv_doi(record.doi) else _DATES
    days = (date_of_text(told.get(kind)) for kind in order)
    found = (day for day in days if day is not None and (year is None or day.year == year.year))
    return next(found, year)


def _described(record: Attributes, kind: str) -> str | None:
    texts = (each.description for each in record.descriptions or ()
             if each and each.description_type == kind)  # fmt: skip
    return next(filter(None, map(abstract_of, texts)), None)


def _license(rights: Sequence[Rights | None]) -> str | None:
    for each in rights:
        if each is not None and (found := line_of(each.rights_identifier or each.rights)):
            return found
    return None


def _relations(record: Attributes) -> Mapping[str, str]:
    """Return what the record is a version of; of arXiv's that is the published paper."""
    related: dict[str | None, list[str]] = {}
    for each in record.related_identifiers or ():
        if each is None or each.related_identifier_type != "DOI":
            continue
        doi = doi_of(each.related_identifier)
        if doi is not None and not is_arxiv_doi(doi):
            related.setdefault(each.relation_type, []).append(doi)
    published = related.get("IsPreprintOf", [])
    if is_arxiv_doi(record.doi):
        published = [*published, *related.get("IsVersionOf", ())]
    return noted(published_as=published, preprint=related.get("HasPreprint"))
