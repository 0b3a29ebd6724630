"""Crossref, by its REST API: https://api.crossref.org/swagger-ui/index.html.

What a DOI does not tell is often missing or empty: titles are lists that may be absent, a date's
parts may hold null, a body has a name and no family. A search always finds something: its first
record is no more than a candidate. DOIs of arXiv are DataCite's, not Crossref's.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from refman.lookup.answers import ask, ask_parted, ask_singly, refusal_ends_asking
from refman.lookup.asking import batches, by_key, in_path, title_asked
from refman.lookup.identity import doi_asked
from refman.lookup.source import Candidate, Source
from refman.lookup.sources.crossref_answers import candidate, read_work, read_works
from refman.model import Entry
from refman.web import Expects, Request

if TYPE_CHECKING:
    from refman.settings import SourceSettings
    from refman.web import Web

__all__ = ["make"]

_NAME = "crossref"
_MOST_DOIS = 40
_MOST_FOUND = 5
_PARTS_A_FILTER = (",", "|")
"""Signs that part filters: a DOI that has one is asked for alone."""

_SELECT = (
    "DOI,ISBN,ISSN,URL,abstract,article-number,author,container-title,editor,event,group-title,"
    "issue,issued,license,page,posted,published-online,published-print,publisher,"
    "publisher-location,relation,short-container-title,subject,subtitle,title,translator,type,"
    "update-to,updated-by,volume"
)


class _Crossref:
    """Ask Crossref."""

    name = _NAME
    label = "Crossref"

    def __init__(self, settings: "SourceSettings") -> None:
        self._url = f"{settings.base_url.rstrip('/')}/works"
        key = settings.key
        self._headers = (("Crossref-Plus-API-Token", f"Bearer {key}"),) if key else ()

    def by_identifiers(
        self, entries: Sequence[Entry], web: "Web"
    ) -> Iterator[tuple[int, Candidate]]:
        """Yield the records of entries that have a DOI of Crossref's, 40 DOIs a request."""
        places = by_key(entries, lambda entry: doi_asked(entry.identifiers, arxiv=False))
        alone = {
            doi: where
            for doi, where in places.items()
            if any(sign in doi for sign in _PARTS_A_FILTER)
        }
        yield from ask_singly(alone, lambda doi: self._one(doi, web), source=_NAME)
        together = [doi for doi in places if doi not in alone]
        for batch in batches(together, _MOST_DOIS):
            for found in ask_parted(batch, lambda keys: self._many(keys, web), source=_NAME):
                doi = (found.entry.identifiers.doi or "").lower()
                yield from ((place, found) for place in places.get(doi, ()))

    def by_title(self, entry: Entry, web: "Web") -> list[Candidate]:
        """Return the first records of a search by title and, where known, first author."""
        title = title_asked(entry.title)
        if title is None:
            return []
        family = next((name.family or name.literal for name in entry.author[:1]), None)
        author = (("query.author", family),) if family else ()
        params = (("query.title", title), *author, ("rows", str(_MOST_FOUND)), ("select", _SELECT))
        with refusal_ends_asking(_NAME):
            return self._list(params, web)

    def _one(self, doi: str, web: "Web") -> Iterator[Candidate]:
        request = Request(
            url=f"{self._url}/{in_path(doi)}", headers=self._headers, expects=Expects.JSON
        )
        asked = ask(web, request, source=_NAME, read=read_work)
        if asked is not None and asked.value is not None:
            yield candidate(asked.value, asked.at)

    def _many(self, dois: Sequence[str], web: "Web") -> Iterator[Candidate]:
        wanted = ",".join(f"doi:{doi}" for doi in dois)
        rows_asked = ("rows", str(len(dois)))
        yield from self._list((("filter", wanted), rows_asked, ("select", _SELECT)), web)

    def _list(self, params: tuple[tuple[str, str], ...], web: "Web") -> list[Candidate]:
        request = Request(url=self._url, params=params, headers=self._headers, expects=Expects.JSON)
        asked = ask(web, request, source=_NAME, read=read_works)
        return [candidate(work, asked.at) for work in asked.value] if asked else []


def make(settings: "SourceSettings") -> Source:
    """Return the source with its settings."""
    return _Crossref(settings)
