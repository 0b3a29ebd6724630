"""DBLP: https://dblp.org/faq/How+to+use+the+dblp+search+API.html; records as XML by key or DOI.

One author is an object and no list, those who share a name have a number behind it, titles end in
a full stop. What is on arXiv stands there as a record of its own (CoRR) beside the published one.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.etree.ElementTree import Element

import msgspec

from refman.formats.crosswalk import rows
from refman.formats.foreign.xml_elements import (
    XmlFault,
    inner_text,
    parse_element,
    placed_elements,
)
from refman.lookup.addresses import web_address
from refman.lookup.answers import (
    Unreadable,
    ask,
    ask_singly,
    decode,
    decode_each,
    refusal_ends_asking,
    text_of,
)
from refman.lookup.asking import by_key, title_asked
from refman.lookup.dates import date_of_year
from refman.lookup.identity import doi_asked, identifiers_of, own_doi, own_page
from refman.lookup.people import people
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import line_of, title_of
from refman.model import Entry, ItemType
from refman.normalise import fold_blanks
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["Info", "make", "read_hits", "read_record"]

_NAME = "dblp"
_MOST_FOUND = "5"
_KEY = re.compile(r"[\w.-]+(?:/[\w.:-]+){1,3}", re.ASCII)
_CORR = "corr"
_CORR_KEY = "journals/corr/"
_VOLUME = re.compile(r"(?:abs/)?(\S{5,20})")


class Author(msgspec.Struct, frozen=True):
    """Hold an author: ``Wei Wang 0001``."""

    text: str | None = None


class Authors(msgspec.Struct, frozen=True):
    """Hold the authors: a list, or the only one alone."""

    author: Author | list[Author | str | None] | str | None = None


class Info(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a record, as far as it is used."""

    key: str
    type: str | None = None
    title: str | None = None
    authors: Authors | None = None
    editors: tuple[str, ...] = ()
    venue: str | list[str | None] | None = None
    volume: str | None = None
    number: str | None = None
    pages: str | None = None
    publisher: str | None = None
    isbn: str | None = None
    year: str | int | None = None
    doi: str | None = None
    ee: str | list[str | None] | None = None


class _Hit(msgspec.Struct, frozen=True):
    info: Info


class _Hits(msgspec.Struct, frozen=True):
    hit: list[msgspec.Raw] = []


class _Result(msgspec.Struct, frozen=True):
    hits: _Hits


class _Answer(msgspec.Struct, frozen=True):
    result: _Result


class _Dblp:
    """Ask DBLP."""

    name = _NAME
    label = "DBLP"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = settings.base_url.rstrip("/")

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the records of entries that have a key of DBLP's or a DOI, one a request."""
        places = by_key(entries, _path)
        return ask_singly(places, lambda path: self._one(path, web), source=_NAME)

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the first records whose titles hold all words of the entry's."""
        title = title_asked(entry.title)
        if title is None:
            return []
        params = (("q", title), ("format", "json"), ("h", _MOST_FOUND), ("f", "0"), ("c", "0"))
        request = Request(f"{self._url}/search/publ/api", params=params, expects=Expects.JSON)
        with refusal_ends_asking(_NAME):
            asked = ask(web, request, source=_NAME, read=read_hits)
        return [_candidate(info, asked.at) for info in asked.value] if asked else []

    def _one(self, path: str, web: "Web") -> Iterator[Candidate]:
        request = Request(url=f"{self._url}/{path}.xml", expects=Expects.XML)
        asked = ask(web, request, source=_NAME, read=read_record)
        if asked is not None:
            yield _candidate(asked.value, asked.at)


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _Dblp(settings)


def read_hits(body: bytes) -> list[Info]:
    """Return the records that a search found.

    Raises:
        Unreadable: it is no answer of the search.
    """
    hits = decode_each(decode(body, _Answer).result.hits.hit, _Hit, source=_NAME)
    return [hit.info for hit in hits if hit is not None]


def read_record(body: bytes) -> Info:
    """Return the record of an XML file.

    Raises:
        Unreadable: it is no such file, or one that is cut.
    """
    text = text_of(body)
    if "<dblp" not in text[:2_000] or not text.rstrip().endswith("</dblp>"):
        raise Unreadable(f"it is no record, or a cut one: {fold_blanks(text[:80])}")
    placed = next(placed_elements(text, rows("read_dblp_types").__contains__), None)
    try:
        element = parse_element(text, placed)[0] if placed is not None else None
    except XmlFault as fault:
        raise Unreadable(str(fault)) from fault
    if element is None:
        raise Unreadable("it holds no record")
    return _info(element)


def _info(element: Element) -> Info:
    texts: dict[str, list[str]] = {}
    for child in element:
        texts.setdefault(child.tag, []).append(fold_blanks(inner_text(child)))

    def first(*names: str) -> str | None:
        return next((texts[name][0] for name in names if name in texts), None)

    return Info(
        key=element.get("key", ""),
        type=element.tag,
        title=first("title"),
        authors=Authors(list(texts.get("author", ()))),
        editors=tuple(texts.get("editor", ())),
        venue=first("booktitle", "journal"),
        volume=first("volume"),
        number=first("number"),
        pages=first("pages"),
        publisher=first("publisher", "school"),
        isbn=first("isbn"),
        year=first("year"),
        ee=list(texts.get("ee", ())),
    )


def _candidate(info: Info, at: datetime) -> Candidate:
    venue = line_of(
        info.venue if isinstance(info.venue, str) else next(iter(info.venue or ()), None)
    )
    is_corr = info.key.startswith(_CORR_KEY) or (venue or "").casefold() == _CORR
    kind = ItemType.ARTICLE if is_corr else _type(info)
    number = _VOLUME.match(info.volume or "") if is_corr else None
    pages = [info.ee] if isinstance(info.ee, str) else info.ee or ()
    identifiers = own_doi(
        identifiers_of(
            doi=info.doi or next((page for page in pages if page and "doi.org/" in page), None),
            arxiv=number[1] if number else None,
            isbn=info.isbn,
            dblp=info.key,
        ),
        is_preprint=is_corr,
    )
    entry = Entry(
        type=kind,
        title=title_of(info.title),
        author=people(_names(info.authors)),
        editor=people(info.editors),
        issued=date_of_year(info.year),
        container_title=None if is_corr else venue,
        volume=None if is_corr else line_of(info.volume),
        issue=None if is_corr else line_of(info.number),
        page=line_of(info.pages),
        publisher=line_of(info.publisher),
        url=own_page(identifiers, is_preprint=is_corr)
        or next(filter(None, map(web_address, pages)), None),
        identifiers=identifiers,
    )
    page = f"https://dblp.org/rec/{info.key}" if _KEY.fullmatch(info.key) else None
    return Candidate(source=_NAME, entry=entry, record_url=page, at=at)


def _names(authors: Authors | None) -> Iterator[str | None]:
    found = authors.author if authors is not None else None
    for each in found if isinstance(found, list) else [found]:
        yield each.text if isinstance(each, Author) else each


def _type(info: Info) -> ItemType:
    row = rows("read_dblp_types").get((info.type or "").casefold())
    return ItemType(row["type"]) if row is not None else ItemType.DOCUMENT


def _path(entry: Entry) -> str | None:
    """Return where the record lies: by its key, or by a DOI that is none of arXiv's."""
    key, doi = entry.identifiers.dblp, doi_asked(entry.identifiers, arxiv=False)
    if key is not None and _KEY.fullmatch(key):
        return f"rec/{key}"
    return f"doi/{quote(doi, safe='/')}" if doi is not None else None
