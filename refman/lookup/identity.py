"""Identifiers as services send them, in their canonical form."""

import re

import msgspec

from refman.model import Arxiv, Doi, Identifiers, Isbn, Pmid
from refman.normalise import parse_arxiv, parse_doi
from refman.normalise.identifiers import ARXIV_CLASS, parse_isbn, with_arxiv_doi

__all__ = [
    "arxiv_key",
    "doi_asked",
    "doi_of",
    "identifiers_of",
    "is_arxiv_doi",
    "isbn_of",
    "own_doi",
    "own_page",
]

_ARXIV_DOI = re.compile(r"10\.48550/arxiv\.", re.IGNORECASE)
_SUBJECT = re.compile(r"(?<=[a-z])\.[A-Za-z]{2}(?=/)")
_PMID = re.compile(r"(?:https?://pubmed\.ncbi\.nlm\.nih\.gov/)?([1-9]\d{0,7})/?", re.ASCII)


def identifiers_of(
    *,
    doi: str | None = None,
    arxiv: str | None = None,
    primary_class: str | None = None,
    isbn: str | None = None,
    pmid: str | int | None = None,
    dblp: str | None = None,
    semantic_scholar: str | None = None,
    openalex: str | None = None,
) -> Identifiers:
    """Return the identifiers that a record has; what is none of its kind is left out.

    An arXiv DOI, in whatever case the service writes it, brings the number with it.

    Args:
        doi: bare, or with a resolver.
        arxiv: bare ("2506.18701v2") or with prefix or address.
        primary_class: of arXiv: "cs.RO".
        isbn: bare, or at the end of an address.
        pmid: bare, or an address of PubMed.
        dblp: a key.
        semantic_scholar: a hash.
        openalex: "W2741809807".
    """
    number = _numbered(arxiv, primary_class)
    name = doi_of(doi)
    if name is not None and is_arxiv_doi(name):
        number = number or _numbered(name, primary_class)
        if number is not None:
            name = number.doi
    found = _PMID.fullmatch(str(pmid))
    return Identifiers(
        doi=name,
        arxiv=number,
        isbn=isbn_of(isbn),
        pmid=Pmid(found[1]) if found else None,
        dblp=dblp or None,
        semantic_scholar=semantic_scholar or None,
        openalex=openalex or None,
    )


def doi_of(text: str | None) -> Doi | None:
    """Return a DOI that a service has, with a resolver or without."""
    return parse_doi(text) if text else None


def is_arxiv_doi(doi: str) -> bool:
    """Tell the DOIs that arXiv registers at DataCite: neither Crossref nor publishers have them."""
    return _ARXIV_DOI.match(doi) is not None


def isbn_of(text: str | None) -> Isbn | None:
    """Return an ISBN, in an address too: "http://id.crossref.org/isbn/9780000000002"."""
    return parse_isbn(f"ISBN {text.rpartition('/')[2]}") if text else None


def arxiv_key(arxiv: Arxiv) -> str:
    """Return the number as arXiv's interface takes it: "math.GT/0309136" is "math/0309136"."""
    return _SUBJECT.sub("", arxiv.id)


def doi_asked(identifiers: Identifiers, *, arxiv: bool) -> str | None:
    """Return the DOI by which a paper is asked for, in small letters.

    Args:
        identifiers: the paper's.
        arxiv: the service has the DOIs of arXiv, so that a number is enough.
    """
    doi: str | None = identifiers.doi
    if doi is None and identifiers.arxiv is not None:
        doi = identifiers.arxiv.doi
    if doi is None or (is_arxiv_doi(doi) and not arxiv):
        return None
    return doi.lower()


def own_doi(identifiers: Identifiers, *, is_preprint: bool) -> Identifiers:
    """Return a record's identifiers with the DOI that is of its own version.

    A preprint on arXiv has arXiv's; a published paper does not, even if the service knows no other.
    """
    if is_preprint:
        return with_arxiv_doi(identifiers)
    if identifiers.doi is not None and is_arxiv_doi(identifiers.doi):
        return msgspec.structs.replace(identifiers, doi=None)
    return identifiers


def own_page(identifiers: Identifiers, *, is_preprint: bool) -> str | None:
    """Return where the version itself is that a record describes."""
    if is_preprint and identifiers.arxiv is not None:
        return identifiers.arxiv.url
    return f"https://doi.org/{identifiers.doi}" if identifiers.doi is not None else None


def _numbered(text: str | None, primary_class: str | None) -> Arxiv | None:
    if not text:
        return None
    found = parse_arxiv(text) or parse_arxiv(f"arXiv:{text.strip()}")
    if found is None or not primary_class or not ARXIV_CLASS.fullmatch(primary_class):
        return found
    return msgspec.structs.replace(found, primary_class=primary_class)
