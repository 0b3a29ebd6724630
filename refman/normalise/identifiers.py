"""Names that registries gave, in their canonical form.

A bare number is never an identifier: it takes a prefix, a resolver's address, or a form that
nothing else has.
"""

import re
from collections.abc import Callable

from refman.model import Arxiv, ArxivId, Doi, Identifiers, Isbn, OpenReviewId

__all__ = [
    "doi_key",
    "identifiers_of_url",
    "parse_arxiv",
    "parse_doi",
    "parse_isbn",
    "parse_openreview",
]

_DOI = re.compile(
    r"(?:^|\bdoi\s*[:=]?\s*|doi\.org/|/doi/(?:abs/|full/|pdf/|epdf/)?)(10\.\d{4,9}/[^\s\"<>]+)",
    re.IGNORECASE,
)
_NEW_ARXIV = r"(?P<new>\d{2}(?:0[1-9]|1[0-2])\.\d{4,5})"
_OLD_ARXIV = r"(?P<old>[a-z]+(?:-[a-z]+)?(?:\.[A-Z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})"
_ARXIV = re.compile(
    r"(?:\barxiv\s*[:.]\s*|\barxiv\.org/[a-z]+/|\bar5iv\.(?:labs\.arxiv\.)?org/(?:html/|abs/)?"
    r"|\balphaxiv\.org/(?:abs/|overview/)|\bhuggingface\.co/papers/|\bhf\.co/papers/|\barxiv\.org/abs/)"
    rf"(?:{_NEW_ARXIV}|{_OLD_ARXIV})(?:v(?P<version>\d{{1,2}}))?(?!\d)"
    r"(?:\s*\[(?P<primary>[a-z-]+(?:\.[A-Za-z-]{2,})?)\])?",
    re.IGNORECASE,
)
_OPENREVIEW = re.compile(r"openreview\.net/(?:forum|pdf|attachment)\?(?:[^#\s]*&)?id=([\w-]{6,})")
_ISBN = re.compile(r"^(?:isbn(?:-1[03])?:?\s*)?([\d][\d -]{8,16}[\dXx])$", re.IGNORECASE)
_ACL = re.compile(r"aclanthology\.org/((?:[A-Z]\d{2}-\d{4})|(?:\d{4}\.[a-z0-9]+-[a-z0-9]+\.\d+))")
_OPENING = {")": "(", "]": "[", "}": "{", ">": "<"}


def parse_doi(text: str) -> Doi | None:
    """Return the DOI that a text is or names behind ``doi:`` or a resolver; case as written.

    Source: DOI Handbook, 2.2; Crossref's pattern for those in use.
    """
    found = _DOI.search(text.strip())
    if found is None:
        return None
    doi = found[1]
    while doi and (doi[-1] in ".,;:'\"’”" or _is_unbalanced(doi)):
        doi = doi[:-1]
    return Doi(doi) if doi.partition("/")[2] else None


def doi_key(doi: Doi) -> str:
    """Return a DOI for comparing: case does not count in one."""
    return doi.lower()


def parse_arxiv(text: str) -> Arxiv | None:
    """Return the arXiv number behind ``arXiv:`` or in an address of arXiv or its mirrors.

    Source: https://info.arxiv.org/help/arxiv_identifier.html
    """
    found = _ARXIV.search(text)
    if found is None:
        doi = re.search(r"10\.48550/arxiv\.(\d{4}\.\d{4,5})", text, re.IGNORECASE)
        return Arxiv(ArxivId(doi[1])) if doi else None
    number = found["new"] or _old_form(found["old"])
    version = found["version"]
    return Arxiv(
        ArxivId(number), version=int(version) if version else None, primary_class=found["primary"]
    )


def parse_openreview(text: str) -> OpenReviewId | None:
    """Return the forum's id in an address of OpenReview."""
    found = _OPENREVIEW.search(text)
    return OpenReviewId(found[1]) if found else None


def parse_isbn(text: str) -> Isbn | None:
    """Return an ISBN whose check digit is right.

    Source: ISBN Users' Manual, 7th edition, appendix 1.
    """
    found = _ISBN.match(text.strip())
    if found is None:
        return None
    digits = re.sub(r"[ -]", "", found[1]).upper()
    if len(digits) == 10:
        total = sum(
            (10 if sign == "X" else int(sign)) * (10 - place) for place, sign in enumerate(digits)
        )
        return Isbn(digits) if total % 11 == 0 and "X" not in digits[:-1] else None
    if len(digits) == 13 and digits.isdecimal():
        total = sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(digits))
        return Isbn(digits) if total % 10 == 0 else None
    return None


def identifiers_of_url(url: str) -> Identifiers:
    """Return what the address of a paper's own page tells of it; empty where it tells nothing."""
    found: dict[str, object] = {}
    parsers: tuple[tuple[str, Callable[[str], object]], ...] = (
        ("arxiv", parse_arxiv),
        ("openreview", parse_openreview),
        ("doi", _doi_of_url),
    )
    for name, parse in parsers:
        if (value := parse(url)) is not None:
            found[name] = value
    return Identifiers(**found)  # type: ignore[arg-type]  # each parser gives its field's type


def _doi_of_url(url: str) -> Doi | None:
    if acl := _ACL.search(url):
        return Doi(f"10.18653/v1/{acl[1]}") if "." in acl[1] else None
    return parse_doi(url.partition("?")[0].partition("#")[0])


def _is_unbalanced(text: str) -> bool:
    opening = _OPENING.get(text[-1])
    return opening is not None and text.count(text[-1]) > text.count(opening)


def _old_form(number: str) -> str:
    """Return ``math.GT/0309136`` with its class in the archive's own case."""
    archive, _, digits = number.partition("/")
    name, dot, subject = archive.partition(".")
    return f"{name.lower()}{dot}{subject.upper()}/{digits}"
