"""Identifiers: their form, their check digits, their place."""

import re
from collections.abc import Iterator

from refman.checks.finding import Found, Replacement
from refman.checks.subject import Context, Subject
from refman.checks.tables import words
from refman.model import ItemType
from refman.normalise import parse_arxiv
from refman.normalise.identifiers import parse_isbn

__all__ = ["CHECKS"]

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,5}/\S+\Z")
_PREFIXED = re.compile(
    r"(?:https?://)?(?:dx\.|www\.)?doi\.(?:[a-z-]{2,30}\.){0,2}[a-z]{2,6}/(10\.\S+)\Z|doi\s?[:=]?\s?(10\.\S+)\Z",
    re.IGNORECASE,
)
_OLD_RESOLVER = re.compile(
    r"(?:https?://dx\.doi\.org|http://(?:www\.)?doi\.org)/(?=10\.)", re.IGNORECASE
)
_RESOLVER = re.compile(
    r"https?://(?:dx\.|www\.)?doi\.org/(10\.\d{4,9}/[^\s%{}\\]+)\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"[\s,;/]+|\([^()]*\)")
_ISBN_LIKE = re.compile(r"[\dxX][\dxX -–‑]*\Z")
_ISSN = re.compile(r"(\d{4})-?(\d{3})([\dXx])\Z")
_PMID = re.compile(r"(?:pmid:?\s*)?[1-9]\d{0,7}\Z", re.IGNORECASE)
_ARXIV_PREFIX = re.compile(r"arxiv:\s?", re.IGNORECASE)
_DIGITS = {10, 13}
_FEWEST_DIGITS = 5
_PREPRINT_JOURNAL = re.compile(r"\barxiv\b|\bcorr\b", re.IGNORECASE)


def _doi_prefix(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("doi")
    if field is None or not field.is_plain:
        return
    if (found := _PREFIXED.match(field.text.strip())) is not None:
        bare = found[1] or found[2]
        fix = (Replacement(field.span, bare),) if _DOI.match(bare) and "%" not in bare else ()
        yield Found(field.span, f"a DOI is written without what resolves it: {bare}", fix)


def _doi_form(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("doi")
    if field is None or not field.is_plain:
        return
    text = field.text.strip().strip("{}")
    if _DOI.match(text) is None and _PREFIXED.match(text) is None:
        yield Found(field.span, f"this is no DOI: {' '.join(text.split())[:60]}")


def _doi_resolver_old(subject: Subject, _: Context) -> Iterator[Found]:
    """Source: https://www.crossref.org/display-guidelines/ ("https://doi.org/")."""
    for field in subject.fields:
        if field.name == "url" and (found := _OLD_RESOLVER.search(field.text)) is not None:
            host = field.span.start + found.start(), field.span.start + found.end()
            fix = (Replacement(type(field.span)(*host), "https://doi.org/"),)
            yield Found(field.span, "DOIs are resolved at https://doi.org/ today", fix)


def _doi_in_url(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("url")
    if field is None or not field.is_plain or subject.field("doi") is not None:
        return
    if (found := _RESOLVER.match(field.text.strip())) is not None:
        fix = (Replacement(field.name_span, "doi"), Replacement(field.span, found[1]))
        yield Found(field.span, "the DOI stands in url only: no style prints it as one", fix)


def _isbn(subject: Subject, _: Context) -> Iterator[Found]:
    """Source: ISBN Users' Manual, 7th edition, 5."""
    field = subject.field("isbn")
    if field is None or not field.is_plain:
        return
    text = re.sub(r"[‐-–]", "-", field.text.strip())
    for one in _isbns(text):
        digits = re.sub(r"[ -]", "", one).upper()
        if len(digits) not in _DIGITS:
            yield Found(field.span, f"an ISBN has 10 or 13 digits: {one}")
        elif parse_isbn(f"ISBN {digits}") is None:
            yield Found(field.span, f"the check digit of the ISBN is wrong: {one}")


def _isbns(text: str) -> list[str]:
    whole = re.sub(r"[ -]", "", text)
    if len(whole) in _DIGITS and _ISBN_LIKE.match(text):
        return [text]
    parts = [part.strip(".:") for part in _BETWEEN.split(text)]
    return [
        part
        for part in parts
        if _ISBN_LIKE.match(part) and sum(map(str.isdigit, part)) >= _FEWEST_DIGITS
    ]


def _issn(subject: Subject, _: Context) -> Iterator[Found]:
    """Source: ISO 3297, annex A: weights 8 to 2, modulus 11, ten is X."""
    field = subject.field("issn")
    if field is None or not field.is_plain:
        return
    for one in filter(None, _BETWEEN.split(field.text)):
        found = _ISSN.match(one)
        if found is None:
            continue
        total = sum(int(d) * w for d, w in zip(found[1] + found[2], range(8, 1, -1), strict=True))
        wanted = -total % 11
        if (10 if found[3] in "Xx" else int(found[3])) != wanted:
            yield Found(field.span, f"the check digit of the ISSN is wrong: {one}")


def _arxiv_form(subject: Subject, _: Context) -> Iterator[Found]:
    field, kind = subject.field("eprint"), subject.field("archiveprefix", "eprinttype")
    if field is None or kind is None or kind.text.strip().strip("{}").lower() != "arxiv":
        return
    number = _ARXIV_PREFIX.sub("", field.text.strip().strip("{}"), count=1)
    if parse_arxiv(number if "arxiv.org" in number else f"arXiv:{number}") is None:
        yield Found(field.span, f"this is no number of arXiv: {number[:60]}")


def _pmid_form(subject: Subject, _: Context) -> Iterator[Found]:
    field = subject.field("pmid")
    if field is not None and field.is_plain and _PMID.match(field.text.strip()) is None:
        yield Found(field.span, f"a PMID is a number of up to eight digits: {field.text[:60]}")


def _preprint_with_doi(subject: Subject, _: Context) -> Iterator[Found]:
    """A preprint is cited, and the DOI of its publication stands in the entry."""
    entry = subject.entry
    doi = entry.identifiers.doi
    if doi is None or doi.lower().startswith(tuple(words("preprint_dois"))):
        return
    journal = entry.container_title or ""
    named = _PREPRINT_JOURNAL.search(journal) is not None
    is_preprint = entry.type is ItemType.ARTICLE and entry.identifiers.arxiv is not None
    if named or (is_preprint and not journal):
        message = f"cited as a preprint, but {doi} is the DOI of a publication: cite that"
        yield Found(subject.place("doi", "journal", "eprint"), message)


CHECKS = {
    "doi-prefix": _doi_prefix,
    "doi-form": _doi_form,
    "doi-in-url": _doi_in_url,
    "doi-resolver-old": _doi_resolver_old,
    "isbn": _isbn,
    "issn": _issn,
    "arxiv-form": _arxiv_form,
    "pmid-form": _pmid_form,
    "preprint-with-doi": _preprint_with_doi,
}
