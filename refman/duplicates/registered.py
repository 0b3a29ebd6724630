"""Identifiers of two works compared: those that both have, and those that part them."""

import functools
import re
from typing import NamedTuple

from refman.duplicates.tables import tables
from refman.model import Doi, Entry, Isbn
from refman.normalise import parse_arxiv
from refman.normalise.identifiers import doi_key

__all__ = ["Registered", "parted", "registered", "shared"]

_ARXIV_DOI = "10.48550/arxiv."
_ISBN_10 = 10
_SUBJECT = re.compile(r"\.[a-z]{2}(?=/)")


class Registered(NamedTuple):
    """Hold a work's identifiers for comparing; in lower case, without versions.

    Attributes:
        published: the DOI that a publisher gave.
        preprint: the DOI of a preprint on another server than arXiv.
        mirror: the DOI of an archive, which the work may have beside its own.
        arxiv: without version.
        isbn: without check digit and the prefix 978, so that both lengths meet.
        pmid: as registered; so are the rest.
    """

    published: str | None = None
    preprint: str | None = None
    mirror: str | None = None
    arxiv: str | None = None
    isbn: str | None = None
    pmid: str | None = None
    openreview: str | None = None
    dblp: str | None = None
    semantic_scholar: str | None = None
    openalex: str | None = None

    def keys(self, *, with_isbn: bool) -> tuple[str, ...]:
        """Return what may be looked up: "arxiv:2506.18701"; a part's ISBN is not its own."""
        return tuple(
            f"{name}:{value}"
            for name, value in zip(self._fields, self, strict=True)
            if value and (with_isbn or name != "isbn")
        )


_NAMES = {
    "published": "DOI",
    "preprint": "preprint's DOI",
    "mirror": "archive's DOI",
    "arxiv": "arXiv",
    "isbn": "ISBN",
    "pmid": "PMID",
    "openreview": "OpenReview",
    "dblp": "DBLP",
    "semantic_scholar": "Semantic Scholar",
    "openalex": "OpenAlex",
}
_PARTING = ("published", "preprint", "arxiv", "pmid")
"""Of these a work has one; of the others, services give it several."""


def registered(entry: Entry) -> Registered:
    """Return an entry's identifiers for comparing."""
    known = entry.identifiers
    arxiv = _arxiv_key(known.arxiv.id) if known.arxiv else None
    dois: dict[str, str] = {}
    if known.doi is not None:
        kind, value = _doi(known.doi)
        if kind == "arxiv":
            arxiv = arxiv or value
        else:
            dois = {kind: value}
    return Registered(
        arxiv=arxiv,
        isbn=_isbn_key(known.isbn) if known.isbn else None,
        pmid=known.pmid,
        openreview=known.openreview,
        dblp=known.dblp,
        semantic_scholar=known.semantic_scholar,
        openalex=known.openalex,
        **dois,
    )


def shared(first: Registered, second: Registered, *, with_isbn: bool) -> tuple[str, ...]:
    """Return the names of the identifiers that both have with one value."""
    return tuple(
        name
        for field, name in _NAMES.items()
        if (with_isbn or field != "isbn")
        and getattr(first, field) is not None
        and getattr(first, field) == getattr(second, field)
    )


def parted(first: Registered, second: Registered) -> str | None:
    """Return what two identifiers of one kind say against one work, or None."""
    for field in _PARTING:
        value, other = getattr(first, field), getattr(second, field)
        if value is not None and other is not None and value != other:
            low, high = sorted((value, other))
            return f"two {_NAMES[field]}s: {low} / {high}".replace("DOI's", "DOIs")
    return None


@functools.lru_cache(maxsize=1 << 12)
def _doi(doi: Doi) -> tuple[str, str]:
    """Return the kind of a DOI and its form for comparing."""
    key = doi_key(doi)
    if key.startswith(_ARXIV_DOI):
        arxiv = parse_arxiv(doi)
        return "arxiv", _arxiv_key(arxiv.id) if arxiv else key.removeprefix(_ARXIV_DOI)
    for pattern in tables().version_dois:
        if found := pattern.match(key):
            key = found[1]
            break
    if key.startswith(tables().preprint_dois):
        return "preprint", key
    return ("mirror" if key.startswith(tables().mirror_dois) else "published"), key


def _arxiv_key(number: str) -> str:
    """Return an arXiv number for comparing: "math.GT/0309136" is "math/0309136" too."""
    return _SUBJECT.sub("", number.lower())


def _isbn_key(isbn: Isbn) -> str:
    if len(isbn) == _ISBN_10:
        return isbn[:-1]
    return isbn[3:-1] if isbn.startswith("978") else isbn[:-1]
