"""arXiv, by its query interface: https://info.arxiv.org/help/api/user-manual.html.

Records come in any order, whatever the order of the numbers that were asked for. A number that does
not exist is simply not among them; one that is malformed makes the whole answer a feed with one
entry that is titled "Error". The header names no character set: the bytes are UTF-8.
"""

import itertools
import logging
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

import msgspec

from refman.formats.foreign.xml_elements import (
    XmlFault,
    inner_text,
    local_name,
    parse_element,
    placed_elements,
)
from refman.lookup.addresses import named_links, united
from refman.lookup.answers import (
    MOST_RECORDS,
    Refused,
    Unreadable,
    ask,
    ask_parted,
    refusal_ends_asking,
    text_of,
)
from refman.lookup.asking import batches, by_key, words_asked
from refman.lookup.dates import date_of_text
from refman.lookup.identity import arxiv_key, doi_of, identifiers_of, is_arxiv_doi
from refman.lookup.people import people
from refman.lookup.relations import noted
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Arxiv, Entry, ItemType, Keyword
from refman.normalise import clean_text, fold_blanks
from refman.normalise.identifiers import with_arxiv_doi
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["make", "read_feed"]

_NAME = "arxiv"
_MOST_NUMBERS = 100
_MOST_FOUND = 5
_MOST_WORDS = 12
_LONGEST_FIELD = 100_000
_TEXTS = {"id", "title", "summary", "published", "doi", "journal_ref", "comment"}

_log = logging.getLogger(__name__)

_ERRORS = re.compile(r"/api/errors(?:#|$)")
_WITHDRAWN = re.compile(r"\b(?:paper|article|submission|manuscript|work)\b.{0,60}\bwithdrawn\b|"
    r"^withdrawn\b", re.IGNORECASE)  # fmt: skip
_CLASS = re.compile(r"[a-z-]{2,10}(?:\.[A-Za-z-]{2,10})?")


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Hold an entry of the feed, its fields as written.

    Attributes:
        id: ``http://arxiv.org/abs/2506.18701v2``.
        doi: of the published version, as the authors gave it.
    """

    id: str
    title: str
    summary: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    doi: str | None = None
    journal_ref: str | None = None
    comment: str | None = None
    primary: str | None = None
    categories: tuple[str, ...] = ()


class _Arxiv:
    """Ask arXiv."""

    name = _NAME
    label = "arXiv"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/api/query"

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the records of entries that have an arXiv number, 100 numbers a request."""
        places = by_key(entries, _key)
        for batch in batches(list(places), _MOST_NUMBERS):
            for found in ask_parted(batch, lambda keys: self._numbers(keys, web), source=_NAME):
                arxiv = found.entry.identifiers.arxiv
                for place in places.get(arxiv_key(arxiv).lower(), ()) if arxiv else ():
                    yield place, found

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return papers whose titles have the same significant words, the likeliest first."""
        words = words_asked(entry.title, most=_MOST_WORDS)
        if not words:
            return []
        query = " AND ".join(f"ti:{word}" for word in words)
        params = (
            ("search_query", query), ("start", "0"), ("max_results", str(_MOST_FOUND)),
            ("sortBy", "relevance"), ("sortOrder", "descending"),
        )  # fmt: skip
        with refusal_ends_asking(_NAME):
            return self._ask(params, web)

    def _numbers(self, keys: Sequence[str], web: "Web") -> Iterator[Candidate]:
        params = (("id_list", ",".join(keys)), ("start", "0"), ("max_results", str(len(keys))))
        yield from self._ask(params, web)

    def _ask(self, params: tuple[tuple[str, str], ...], web: "Web") -> list[Candidate]:
        asked = ask(
            web,
            Request(url=self._url, params=params, expects=Expects.XML),
            source=_NAME,
            read=read_feed,
        )
        return [_candidate(record, asked.at) for record in asked.value] if asked else []


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _Arxiv(settings)


def read_feed(body: bytes) -> list[Record]:
    """Return the entries of a feed in its order.

    Raises:
        Unreadable: it is no feed, or one that is cut.
        Refused: it says that the request is wrong.
    """
    text = text_of(body)
    if "<feed" not in text[:2_000]:
        raise Unreadable(f"it is no feed: {fold_blanks(text[:80])}")
    if not text.rstrip().endswith("</feed>"):
        raise Unreadable("the feed is cut")
    records: list[Record] = []
    entries = placed_elements(text, lambda name: local_name(name) == "entry")
    for placed in itertools.islice(entries, MOST_RECORDS):
        try:
            element, _ = parse_element(text, placed)
        except XmlFault as fault:
            _log.warning("an entry of %s is left out: %s", _NAME, fault)
            continue
        record = _record(element)
        if _ERRORS.search(record.id):
            raise Refused(fold_blanks(record.summary or record.title))
        records.append(record)
    return records


def _record(element: Element) -> Record:
    texts: dict[str, str] = {}
    authors: list[str] = []
    categories: list[str] = []
    for child in element:
        name = local_name(child.tag)
        if name == "author":
            authors += [inner_text(part) for part in child if local_name(part.tag) == "name"]
        elif name == "category":
            categories.append(child.get("term", ""))
        elif name == "primary_category":
            texts["primary"] = child.get("term", "")
        elif name in _TEXTS:
            texts.setdefault(name, inner_text(child)[:_LONGEST_FIELD])
    return Record(
        id=texts.pop("id", "").strip(),
        title=texts.pop("title", ""),
        authors=tuple(authors),
        categories=tuple(categories),
        **texts,
    )


def _candidate(record: Record, at: datetime) -> Candidate:
    identifiers = identifiers_of(arxiv=record.id, primary_class=record.primary)
    arxiv = identifiers.arxiv
    published = doi_of(record.doi)
    own = published is None or is_arxiv_doi(published)
    comment = clean_text(record.comment) if record.comment else None
    abstract = abstract_of(record.summary)
    entry = Entry(
        type=ItemType.ARTICLE,
        title=title_of(record.title),
        author=people(record.authors),
        issued=date_of_text(record.published),
        abstract=abstract,
        identifiers=with_arxiv_doi(identifiers),
        url=arxiv.url if arxiv else None,
        links=united(named_links(comment), named_links(abstract)),
        keywords=_keywords(record.categories),
        extra=noted(
            published_as=None if own else published,
            journal_reference=line_of(record.journal_ref),
            comment=comment,
            retracted="withdrawn" if comment and _WITHDRAWN.search(comment[:300]) else None,
        ),
    )
    return Candidate(source=_NAME, entry=entry, record_url=arxiv.url if arxiv else None, at=at)


def _keywords(categories: Sequence[str]) -> tuple[Keyword, ...]:
    """Return the subject classes; those of other schemes (ACM, MSC) stand there as free text."""
    classes = dict.fromkeys(term for term in categories if _CLASS.fullmatch(term))
    return tuple(Keyword(term, automatic=True) for term in classes)


def _key(entry: Entry) -> str | None:
    arxiv: Arxiv | None = entry.identifiers.arxiv
    return arxiv_key(arxiv).lower() if arxiv is not None else None
