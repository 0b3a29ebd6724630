"""Semantic Scholar, by its graph interface: https://api.semanticscholar.org/api-docs/graph.

A batch's answer has the order of the numbers asked for, with null for what is not known. Names are
often initials only. The kinds of publication are a guess of the service: a preprint is a
"JournalArticle", a conference paper often both.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from refman.formats.crosswalk import rows
from refman.lookup.addresses import listed_links
from refman.lookup.answers import (
    Refused,
    Unreadable,
    ask,
    ask_parted,
    decode,
    decode_each,
    refusal_ends_asking,
)
from refman.lookup.asking import batches, by_key, title_asked
from refman.lookup.dates import date_of_text, date_of_year
from refman.lookup.identity import (
    arxiv_key,
    doi_of,
    identifiers_of,
    is_arxiv_doi,
    own_doi,
    own_page,
)
from refman.lookup.people import people
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Date, Entry, ItemType, LinkKind
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["Paper", "make", "read_batch", "read_found"]

_NAME = "semantic_scholar"
_MOST_PAPERS = 500
_FIELDS = (
    "title,abstract,year,publicationDate,venue,publicationVenue,journal,publicationTypes,authors,"
    "externalIds,openAccessPdf,url"
)
_NONE_KNOWN = "no valid paper ids"
"""What a batch is refused with of which the service knows not one."""
_CONFERENCE = "paper-conference"
_ARXIV_VENUES = {"arxiv", "arxiv.org", "corr", "arxiv preprint"}


class Author(msgspec.Struct, frozen=True):
    """Hold an author."""

    name: str | None = None


class Journal(msgspec.Struct, frozen=True):
    """Hold a journal, or proceedings."""

    name: str | None = None
    volume: str | None = None
    pages: str | None = None


class Venue(msgspec.Struct, frozen=True):
    """Hold a venue that the service knows as such."""

    name: str | None = None
    type: str | None = None
    issn: str | None = None


class Pdf(msgspec.Struct, frozen=True):
    """Hold where an open PDF lies."""

    url: str | None = None
    license: str | None = None


class Paper(msgspec.Struct, frozen=True, kw_only=True, rename="camel"):
    """Hold a record, as far as it is used."""

    paper_id: str | None = None
    external_ids: dict[str, str | int | None] | None = None
    title: str | None = None
    abstract: str | None = None
    year: int | str | None = None
    publication_date: str | None = None
    venue: str | None = None
    publication_venue: Venue | None = None
    journal: Journal | None = None
    publication_types: list[str | None] | None = None
    authors: list[Author | None] | None = None
    open_access_pdf: Pdf | None = None


class _Found(msgspec.Struct, frozen=True):
    data: list[msgspec.Raw] | None = None
    total: int | None = None


class _SemanticScholar:
    """Ask Semantic Scholar."""

    name = _NAME
    label = "Semantic Scholar"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/graph/v1/paper"
        self._headers = (("x-api-key", str(settings.key)),) if settings.key else ()

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the records of entries with a number that the service takes, 500 a request."""
        places = by_key(entries, _key)
        for batch in batches(list(places), _MOST_PAPERS):
            for key, found in ask_parted(batch, lambda keys: self._batch(keys, web), source=_NAME):
                yield from ((place, found) for place in places[key])

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the one paper whose title is nearest to the entry's, as the service judges."""
        title = title_asked(entry.title)
        if title is None:
            return []
        request = Request(
            url=f"{self._url}/search/match",
            params=(("query", title), ("fields", _FIELDS)),
            headers=self._headers,
            expects=Expects.JSON,
        )
        with refusal_ends_asking(_NAME):
            asked = ask(web, request, source=_NAME, read=read_found)
        return [_candidate(paper, asked.at) for paper in asked.value] if asked else []

    def _batch(self, keys: Sequence[str], web: "Web") -> Iterator[tuple[str, Candidate]]:
        request = Request(
            url=f"{self._url}/batch",
            params=(("fields", _FIELDS),),
            headers=(*self._headers, ("Content-Type", "application/json")),
            body=msgspec.json.encode({"ids": keys}),
            expects=Expects.JSON,
        )
        try:
            asked = ask(
                web, request, source=_NAME, read=lambda body: read_batch(body, count=len(keys))
            )
        except Refused as refusal:
            if _NONE_KNOWN in str(refusal).lower():
                return
            raise
        if asked is not None:
            for key, paper in zip(keys, asked.value, strict=True):
                if paper is not None:
                    yield key, _candidate(paper, asked.at)


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _SemanticScholar(settings)


def read_batch(body: bytes, *, count: int) -> list[Paper | None]:
    """Return the papers of a batch in the order asked for; None for the unknown and the faulty.

    Raises:
        Unreadable: it is no batch, or not of as many papers as were asked for.
    """
    records = decode(body, list[msgspec.Raw])
    if len(records) != count:
        raise Unreadable(f"{count} papers were asked for, {len(records)} came")
    papers = decode_each(records, Paper, source=_NAME)
    return [paper if paper is not None and paper.paper_id else None for paper in papers]


def read_found(body: bytes) -> list[Paper]:
    """Return the papers that a search found; it may have found none.

    Raises:
        Unreadable: it is no list of papers.
    """
    found = decode(body, _Found)
    if found.data is None and found.total != 0:
        raise Unreadable("it holds no list of papers")
    records = found.data or ()
    return [paper for paper in decode_each(records, Paper, source=_NAME) if paper is not None]


def _candidate(paper: Paper, at: datetime) -> Candidate:
    ids = _ids(paper)
    number = paper.paper_id or None
    journal = paper.journal or Journal()
    venue = paper.publication_venue or Venue()
    kind = _type(paper, doi_of(ids.get("doi")))
    is_preprint = kind is ItemType.ARTICLE
    identifiers = identifiers_of(
        doi=ids.get("doi"),
        arxiv=ids.get("arxiv"),
        pmid=ids.get("pubmed"),
        dblp=ids.get("dblp"),
        semantic_scholar=number,
    )
    identifiers = own_doi(identifiers, is_preprint=is_preprint)
    pdf = paper.open_access_pdf or Pdf()
    page = f"https://www.semanticscholar.org/paper/{number}" if number else None
    entry = Entry(
        type=kind,
        title=title_of(paper.title),
        author=people(author.name if author else None for author in paper.authors or ()),
        issued=_issued(paper, has_preprint=not is_preprint and identifiers.arxiv is not None),
        abstract=abstract_of(paper.abstract),
        container_title=None if is_preprint else _container(paper),
        volume=None if is_preprint or _is_arxiv(journal.name) else line_of(journal.volume),
        page=None if is_preprint else _pages(journal.pages),
        issn=line_of(venue.issn),
        license=line_of(pdf.license),
        url=own_page(identifiers, is_preprint=is_preprint) or page,
        identifiers=identifiers,
        links=listed_links(pdf.url, LinkKind.PAPER),
    )
    return Candidate(source=_NAME, entry=entry, record_url=page, at=at)


def _type(paper: Paper, doi: str | None) -> ItemType:
    """Return the type: a preprint where arXiv is all that is known of where it was published."""
    table = rows("read_semantic_scholar_types")
    venue = paper.publication_venue or Venue()
    kinds = [venue.type, *(paper.publication_types or ())]
    found = [table[kind.casefold()]["type"] for kind in kinds if kind and kind.casefold() in table]
    container = _container(paper)
    if container is None and (doi is None or is_arxiv_doi(doi)):
        has_arxiv = bool(_ids(paper).get("arxiv")) or _is_arxiv(paper.venue)
        kind = ItemType.ARTICLE if has_arxiv else ItemType.DOCUMENT
        return kind if has_arxiv or not found else ItemType(found[0])
    if _CONFERENCE in found:
        return ItemType(_CONFERENCE)
    return ItemType(found[0]) if found else ItemType.ARTICLE_JOURNAL


def _ids(paper: Paper) -> Mapping[str, str]:
    return {name.casefold(): str(each) for name, each in (paper.external_ids or {}).items() if each}


def _container(paper: Paper) -> str | None:
    """Return the first of the names for where it was published that is not arXiv's."""
    journal, venue = paper.journal or Journal(), paper.publication_venue or Venue()
    names = map(line_of, (journal.name, venue.name, paper.venue))
    return next((name for name in names if name and not _is_arxiv(name)), None)


def _is_arxiv(name: str | None) -> bool:
    return (name or "").casefold() in _ARXIV_VENUES


def _issued(paper: Paper, *, has_preprint: bool) -> Date | None:
    """Return the day, where it is of the paper's year and surely not that of its preprint."""
    year, day = date_of_year(paper.year), date_of_text(paper.publication_date)
    if day is None or (year is not None and (has_preprint or day.year != year.year)):
        return year
    return day


def _pages(text: str | None) -> str | None:
    pages = line_of(text)
    return pages.replace(" - ", "-") if pages else None


def _key(entry: Entry) -> str | None:
    """Return the surest number that the service takes."""
    own = entry.identifiers
    if own.semantic_scholar is not None:
        return own.semantic_scholar
    if own.arxiv is not None:
        return f"ARXIV:{arxiv_key(own.arxiv)}"
    if own.doi is not None:
        return f"DOI:{own.doi}"
    return f"PMID:{own.pmid}" if own.pmid is not None else None
