"""Hugging Face's papers: https://huggingface.co/docs/hub/api (``/api/papers/{arXiv id}``).

It has papers of arXiv only, by arXiv's number, and beside their metadata the addresses of code and
project that people added: often where the abstract names none. A paper that nobody added is 404.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from refman.lookup.addresses import listed_links, named_links, united
from refman.lookup.answers import (
    ask,
    ask_singly,
    decode,
    decode_each,
    refusal_ends_asking,
)
from refman.lookup.asking import by_key, in_path, title_asked
from refman.lookup.dates import date_of_text
from refman.lookup.identity import arxiv_key, identifiers_of
from refman.lookup.people import people
from refman.lookup.source import Candidate, Source
from refman.lookup.texts import abstract_of, line_of, title_of
from refman.model import Entry, ItemType, Keyword, LinkKind
from refman.normalise.identifiers import with_arxiv_doi
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["Paper", "make", "read_paper", "read_papers"]

_NAME = "hf_papers"
_MOST_FOUND = "5"
_LONGEST_QUERY = 250


class Author(msgspec.Struct, frozen=True):
    """Hold an author; a hidden one wants not to be shown."""

    name: str | None = None
    hidden: bool | None = None


class Organization(msgspec.Struct, frozen=True):
    """Hold who published."""

    fullname: str | None = None
    name: str | None = None


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a record, as far as it is used.

    Attributes:
        id: arXiv's number.
        published_at: when it came to arXiv.
    """

    id: str
    title: str | None = None
    summary: str | None = None
    authors: list[Author | None] | None = None
    published_at: str | None = msgspec.field(default=None, name="publishedAt")
    github_repo: str | None = msgspec.field(default=None, name="githubRepo")
    project_page: str | None = msgspec.field(default=None, name="projectPage")
    organization: Organization | None = None
    ai_keywords: list[str | None] | None = None


class _Item(msgspec.Struct, frozen=True):
    """Hold an item of a list: the paper in an envelope; a search may have it bare."""

    paper: msgspec.Raw = msgspec.Raw(b"null")


class _HfPapers:
    """Ask Hugging Face."""

    name = _NAME
    label = "Hugging Face Papers"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/api/papers"
        self._headers = (("Authorization", f"Bearer {settings.key}"),) if settings.key else ()

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the records of entries that have an arXiv number, one a request."""
        places = by_key(entries, _key)
        return ask_singly(places, lambda number: self._one(number, web), source=_NAME)

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the first papers of a search by meaning."""
        title = title_asked(entry.title, longest=_LONGEST_QUERY)
        if title is None:
            return []
        params = (("q", title), ("limit", _MOST_FOUND))
        request = Request(
            url=f"{self._url}/search", params=params, headers=self._headers, expects=Expects.JSON
        )
        with refusal_ends_asking(_NAME):
            asked = ask(web, request, source=_NAME, read=read_papers)
        return [_candidate(paper, asked.at) for paper in asked.value] if asked else []

    def _one(self, number: str, web: "Web") -> Iterator[Candidate]:
        request = Request(
            url=f"{self._url}/{in_path(number)}", headers=self._headers, expects=Expects.JSON
        )
        asked = ask(web, request, source=_NAME, read=read_paper)
        if asked is not None and asked.value is not None:
            yield _candidate(asked.value, asked.at)


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _HfPapers(settings)


def read_paper(body: bytes) -> Paper | None:
    """Return the one paper of an answer; None where it is faulty.

    Raises:
        Unreadable: it is no JSON.
    """
    return _opened([decode(body, msgspec.Raw)])[0]


def read_papers(body: bytes) -> list[Paper]:
    """Return the papers of a search or a day's list.

    Raises:
        Unreadable: it is no list.
    """
    return [paper for paper in _opened(decode(body, list[msgspec.Raw])) if paper is not None]


def _opened(records: Sequence[msgspec.Raw]) -> list[Paper | None]:
    items = zip(decode_each(records, _Item, source=_NAME), records, strict=False)
    papers = [
        record if bytes(item.paper) == b"null" else item.paper
        for item, record in items
        if item is not None
    ]
    return decode_each(papers, Paper, source=_NAME) or [None]


def _candidate(paper: Paper, at: datetime) -> Candidate:
    identifiers = with_arxiv_doi(identifiers_of(arxiv=paper.id))
    arxiv = identifiers.arxiv
    abstract = abstract_of(paper.summary)
    words = filter(None, map(line_of, paper.ai_keywords or ()))
    entry = Entry(
        type=ItemType.ARTICLE,
        title=title_of(paper.title),
        author=people(a.name for a in paper.authors or () if a is not None and not a.hidden),
        issued=date_of_text(paper.published_at),
        abstract=abstract,
        identifiers=identifiers,
        url=arxiv.url if arxiv else None,
        links=united(
            listed_links(paper.github_repo, LinkKind.CODE),
            listed_links(paper.project_page, LinkKind.PROJECT),
            named_links(abstract),
        ),
        keywords=tuple(Keyword(word, automatic=True) for word in dict.fromkeys(words)),
    )
    page = f"https://huggingface.co/papers/{paper.id}" if arxiv else None
    return Candidate(source=_NAME, entry=entry, record_url=page, at=at)


def _key(entry: Entry) -> str | None:
    arxiv = entry.identifiers.arxiv
    return arxiv_key(arxiv) if arxiv is not None else None
