"""OpenAlex: https://docs.openalex.org/api-entities/works.

Abstracts come as an index of words. A work may stand there twice, as preprint and as published;
the first of January is its word for a date of which only the year is known. What a list costs is
counted in credits by the day: a filter of 50 DOIs costs as much as one of a single DOI.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec

from refman.formats.crosswalk import rows
from refman.lookup.addresses import listed_links, web_address
from refman.lookup.answers import (
    Unreadable,
    ask,
    ask_parted,
    decode,
    decode_each,
    refusal_ends_asking,
)
from refman.lookup.asking import batches, by_key, title_asked
from refman.lookup.dates import date_of_text, date_of_year
from refman.lookup.identity import doi_asked, identifiers_of, own_doi, own_page
from refman.lookup.people import people
from refman.lookup.relations import noted
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Date, Entry, Identifiers, ItemType, Keyword, LinkKind
from refman.normalise.identifiers import parse_openalex
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["Work", "make", "read_list", "read_work"]

_NAME = "openalex"
_MOST_WORKS = 50
_MOST_FOUND = 5
_MOST_WORDS = 20_000
_SELECT = (
    "id,doi,ids,title,publication_year,publication_date,language,type,authorships,primary_location,"
    "locations,biblio,keywords,abstract_inverted_index,is_retracted"
)
_PART_A_FILTER = (",", "|")
_REPOSITORY, _CONFERENCE = "repository", "conference"
_NO_CONTAINERS = {_REPOSITORY, "ebook platform", "metadata", "other"}


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a journal, conference or repository."""

    display_name: str | None = None
    type: str | None = None
    issn_l: str | None = None
    host_organization_name: str | None = None


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a place where a work lies."""

    landing_page_url: str | None = None
    pdf_url: str | None = None
    source: Origin | None = None
    license: str | None = None
    raw_type: str | None = None


class Person(msgspec.Struct, frozen=True):
    """Hold an author as OpenAlex knows him."""

    display_name: str | None = None


class Authorship(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an author's place: his name as the paper has it, and as OpenAlex has."""

    author: Person | None = None
    raw_author_name: str | None = None


class Word(msgspec.Struct, frozen=True):
    """Hold a keyword, in either of its forms."""

    display_name: str | None = None
    keyword: str | None = None


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Hold where in its volume a work stands."""

    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a record, as far as it is used."""

    id: str | None = None
    doi: str | None = None
    ids: dict[str, str | int | None] | None = None
    title: str | None = None
    display_name: str | None = None
    publication_year: int | str | None = None
    publication_date: str | None = None
    language: str | None = None
    type: str | None = None
    type_crossref: str | None = None
    authorships: list[Authorship | None] | None = None
    is_authors_truncated: bool | None = None
    primary_location: Location | None = None
    locations: list[Location | None] | None = None
    biblio: Place | None = None
    keywords: list[Word | None] | None = None
    abstract_inverted_index: dict[str, list[int]] | None = None
    is_retracted: bool | None = None


class _List(msgspec.Struct, frozen=True):
    results: list[msgspec.Raw]


class _OpenAlex:
    """Ask OpenAlex."""

    name = _NAME
    label = "OpenAlex"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/works"
        self._headers = (("Authorization", f"Bearer {settings.key}"),) if settings.key else ()

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the works of entries with DOI, arXiv number, OpenAlex's or PubMed's, 50 a request.

        A work that stands there twice is yielded twice.
        """
        for kind in ("doi", "openalex", "pmid"):
            yield from self._of_kind(kind, entries, web)

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the first works of a search in titles."""
        title = title_asked(entry.title)
        if title is None:
            return []
        with refusal_ends_asking(_NAME):
            return self._list(f"title.search:{title}", _MOST_FOUND, web)

    def _of_kind(
        self, kind: str, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        def asked_by(entry: Entry) -> str | None:
            return _key(kind, entry) if _kind(entry) == kind else None

        def some(keys: Sequence[str]) -> Iterator[Candidate]:
            return self._some(kind, keys, web)

        places = by_key(entries, asked_by)
        for batch in _batches(list(places)):
            for found in ask_parted(batch, some, source=_NAME):
                key = _key(kind, found.entry) or ""
                yield from ((place, found) for place in places.get(key, ()))

    def _some(self, kind: str, keys: Sequence[str], web: "Web") -> Iterator[Candidate]:
        if _stands_alone(keys[0]):
            yield from self._one(f"{kind}:{keys[0]}", web)
        else:
            yield from self._list(f"{kind}:{'|'.join(keys)}", _MOST_WORKS, web)

    def _one(self, name: str, web: "Web") -> list[Candidate]:
        request = Request(
            url=f"{self._url}/{quote(name, safe=':/')}",
            params=(("select", _SELECT),),
            headers=self._headers,
            expects=Expects.JSON,
        )
        asked = ask(web, request, source=_NAME, read=read_work)
        return [_candidate(asked.value, asked.at)] if asked and asked.value else []

    def _list(self, filter_: str, most: int, web: "Web") -> list[Candidate]:
        params = (("filter", filter_), ("per-page", str(most)), ("select", _SELECT))
        request = Request(url=self._url, params=params, headers=self._headers, expects=Expects.JSON)
        asked = ask(web, request, source=_NAME, read=read_list)
        return [_candidate(work, asked.at) for work in asked.value] if asked else []


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _OpenAlex(settings)


def read_work(body: bytes) -> Work | None:
    """Return the one work of an answer; None where it is faulty.

    Raises:
        Unreadable: it is no JSON, or no work.
    """
    work = decode_each([decode(body, msgspec.Raw)], Work, source=_NAME)[0]
    if work is not None and work.id is None and work.doi is None:
        raise Unreadable("it holds no work")
    return work


def read_list(body: bytes) -> list[Work]:
    """Return the works of a list.

    Raises:
        Unreadable: it is no list of works.
    """
    records = decode(body, _List).results
    return [work for work in decode_each(records, Work, source=_NAME) if work is not None]


def _batches(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    yield from ([key] for key in keys if _stands_alone(key))
    yield from batches([key for key in keys if not _stands_alone(key)], _MOST_WORKS)


def _stands_alone(key: str) -> bool:
    """Tell a DOI that has a sign by which filters are parted."""
    return any(sign in key for sign in _PART_A_FILTER)


def _candidate(work: Work, at: datetime) -> Candidate:
    primary = work.primary_location or Location()
    origin, place = primary.source or Origin(), work.biblio or Place()
    kind = _type(work)
    is_preprint = kind is ItemType.ARTICLE
    identifiers = _identifiers(work, is_preprint=is_preprint)
    has_container = not is_preprint and origin.type not in _NO_CONTAINERS
    words = filter(
        None, (line_of(word.display_name or word.keyword) for word in work.keywords or () if word)
    )
    entry = Entry(
        type=kind,
        title=title_of(work.title) or title_of(work.display_name),
        author=people(_name(each) for each in work.authorships or () if each),
        issued=_issued(work),
        abstract=abstract_of(_abstract(work.abstract_inverted_index)),
        container_title=line_of(origin.display_name) if has_container else None,
        publisher=None if is_preprint else line_of(origin.host_organization_name),
        volume=line_of(place.volume),
        issue=line_of(place.issue),
        page=_pages(place),
        issn=line_of(origin.issn_l) if has_container else None,
        language=line_of(work.language),
        license=line_of(primary.license),
        url=own_page(identifiers, is_preprint=is_preprint) or web_address(primary.landing_page_url),
        identifiers=identifiers,
        links=listed_links(primary.pdf_url, LinkKind.PAPER),
        keywords=tuple(Keyword(word, automatic=True) for word in dict.fromkeys(words)),
        extra=noted(
            retracted="yes" if work.is_retracted else None,
            authors_cut="yes" if work.is_authors_truncated else None,
        ),
    )
    return Candidate(source=_NAME, entry=entry, record_url=web_address(work.id), at=at)


def _identifiers(work: Work, *, is_preprint: bool) -> Identifiers:
    ids = work.ids or {}
    pages = (place.landing_page_url for place in work.locations or () if place)
    arxiv = next((page for page in pages if page and "arxiv.org/abs/" in page), None)
    found = identifiers_of(
        doi=work.doi, arxiv=arxiv, pmid=ids.get("pmid"), openalex=parse_openalex(work.id or "")
    )
    return own_doi(found, is_preprint=is_preprint)


def _type(work: Work) -> ItemType:
    primary = work.primary_location or Location()
    origin = (primary.source or Origin()).type
    said = {work.type, work.type_crossref, primary.raw_type}
    if work.type in {"article", "review", None} and origin == _REPOSITORY:
        return ItemType.ARTICLE
    if "proceedings-article" in said or (work.type == "article" and origin == _CONFERENCE):
        return ItemType.PAPER_CONFERENCE
    row = rows("read_openalex_types").get(work.type or "")
    return ItemType(row["type"]) if row is not None else ItemType.DOCUMENT


def _name(authorship: Authorship) -> str | None:
    """Return the name as the paper has it; OpenAlex's own where that says more, or turns it round.

    "Pang Ying" for "Ying Pang" is the family's name first.
    """
    shown = authorship.author.display_name if authorship.author else None
    raw = authorship.raw_author_name
    if not raw or not shown:
        return raw or shown
    is_turned = sorted(raw.split()) == sorted(shown.split())
    return shown if is_turned or len(raw) < len(shown) else raw


def _issued(work: Work) -> Date | None:
    day, year = date_of_text(work.publication_date), date_of_year(work.publication_year)
    if day is None or (year is not None and day.year != year.year):
        return year
    return Date(day.year) if (day.month, day.day) == (1, 1) else day


def _abstract(index: Mapping[str, Sequence[int]] | None) -> str | None:
    """Return the text of an index of words, as far as its places are believable."""
    words: dict[int, str] = {}
    for word, places in (index or {}).items():
        for place in places[:_MOST_WORDS]:
            if 0 <= place < _MOST_WORDS:
                words[place] = word
    return " ".join(words[place] for place in sorted(words)) or None


def _pages(place: Place) -> str | None:
    first, last = line_of(place.first_page), line_of(place.last_page)
    return f"{first}-{last}" if first and last and first != last else first


def _kind(entry: Entry) -> str | None:
    """Return the filter by which an entry is asked for: the surest that it has."""
    own = entry.identifiers
    known = (("doi", doi_asked(own, arxiv=True)), ("openalex", own.openalex), ("pmid", own.pmid))
    return next((kind for kind, value in known if value is not None), None)


def _key(kind: str, entry: Entry) -> str | None:
    """Return what a filter takes of an entry."""
    own = entry.identifiers
    if kind == "doi":
        return doi_asked(own, arxiv=True)
    return own.openalex if kind == "openalex" else own.pmid
