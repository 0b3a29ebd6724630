"""Identifiers as they stand in a list: where each begins and ends, and what it names.

A form counts only where nothing else in such a list has it: a bare arXiv number must have a month
that the calendar has, an ISBN its check digit, a number of PubMed its label.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from refman.links import links_in
from refman.model import Identifiers, ItemType, LinkKind
from refman.normalise import identifiers_of_url, parse_arxiv, parse_doi
from refman.normalise.identifiers import (
    parse_anthology,
    parse_dblp,
    parse_isbn,
    parse_openalex,
    parse_openreview,
    parse_pmcid,
    parse_pmid,
    parse_semantic_scholar,
)

__all__ = ["Named", "Token", "find_tokens", "key_of", "why_none"]

_ARCHIVES = (
    r"(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nlin|nucl-(?:ex|th)|physics|quant-ph"
    r"|math|cs|q-bio|q-fin|stat|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg"
    r"|comp-gas|dg-ga|funct-an|mtrl-th|patt-sol|plasm-ph|q-alg|solv-int|supr-con)(?:\.[A-Z]{2})?"
)
"""Source: https://info.arxiv.org/help/arxiv_identifier.html, "up to March 2007"."""
_MONTH = "(?:0[1-9]|1[0-2])"
_NUMBER = rf"(?:(?:0[7-9]|1[0-4]){_MONTH}\.\d{{4}}|(?:1[5-9]|[2-4]\d){_MONTH}\.\d{{5}})"
_HOSTS = (
    r"(?:(?:www|dx|m|pmc|pubmed|export|api)\.)*(?:doi\.org|arxiv\.org|openreview\.net|aclanthology\.org"
    r"|aclweb\.org|ncbi\.nlm\.nih\.gov|semanticscholar\.org|dblp\.org|openalex\.org|huggingface\.co)/"
)
# What follows a comma or semicolon that parts two identifiers, and is not inside one.
# A DOI has none inside: https://www.crossref.org/blog/dois-and-matching-regular-expressions/
_NEXT = r"[,;|](?:\s|$|10\.\d{4}|https?:|doi|arxiv|pm[ic]|isbn|\d{4}\.\d{4})"

_BLANKS = "\x85\xa0\u2000-\u200b\u2028\u2029\u3000\ufeff"

_FORMS = {
    "url": rf"(?:https?://|{_HOSTS})(?:(?!{_NEXT})[^\s{_BLANKS}<>\"|]){{1,1000}}",
    "doi": rf"(?:doi\s?[:=]?\s?)?10\.\d{{4,9}}/(?:(?!{_NEXT})[^\s{_BLANKS}\",|]){{1,400}}",
    "arxiv": rf"arxiv[\s:.]{{1,3}}(?:{_NUMBER}|{_ARCHIVES}/\d{{7}})(?:v\d{{1,2}})?"
    r"(?:\s?\[[\w.-]{2,20}\])?",
    "old": rf"{_ARCHIVES}/\d{{2}}{_MONTH}\d{{3}}(?:v\d{{1,2}})?",
    "bare": rf"{_NUMBER}(?:v\d{{1,2}})?",
    "pmid": r"(?:pmid|pubmed)\s?:?\s?\d{1,8}",
    "pmcid": r"(?:pmcid\s?:?\s?)?PMC\d{3,9}",
    "anthology": r"(?:acl\s?:\s?)?"
    r"(?:[A-Z]\d\d-\d{4}|(?:19|20)\d\d\.[a-z][a-z\d]{1,20}-[a-z\d]{1,20}\.\d{1,4})",
    "dblp": r"dblp:[a-z]{2,10}/[\w/.-]{3,120}"
    r"|(?:conf|journals|books|phd|series)/[\w-]{1,40}/[\w-]{1,80}",
    "scholar": r"corpus\s?id\s?:?\s?\d{1,10}",
    "openalex": r"openalex:\s?W\d{4,11}",
    "openreview": r"openreview\s?:\s?[\w-]{8,14}",
    "isbn": r"isbn(?:[- ]?1[03](?=[:\s]))?\s?:?\s?\d[\d -]{8,16}[\dX]"
    r"|97[89][- ]?\d[\d -]{7,12}\d|\d{1,5}-\d{1,7}-\d{1,7}-[\dX]",
}
_TOKEN = re.compile(
    r"(?<![\w./-])(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()) + ")",
    re.IGNORECASE | re.ASCII,
)
_AFTER = re.compile(r"[\w/-]")
_STOPS = ".,;:'\"’”)]}*>"
_CLOSING = {")": "(", "]": "[", "}": "{", ">": "<"}


class Named(NamedTuple):
    """Hold what an identifier says of its paper.

    Attributes:
        identifiers: in canonical form; empty where the model has no place for its kind.
        url: the paper's page.
        type: a book for an ISBN.
        others: by name, what the model has no place for, word for word.
    """

    identifiers: Identifiers
    url: str | None
    type: ItemType = ItemType.ARTICLE
    others: tuple[tuple[str, str], ...] = ()


class Token(NamedTuple):
    """Hold an identifier, where it stands in the line, and in which form."""

    start: int
    end: int
    named: Named
    form: str

    @property
    def is_bare(self) -> bool:
        """Whether it is an arXiv number that nothing labels."""
        return self.form == "bare"


def find_tokens(line: str) -> Iterator[Token]:
    """Yield the identifiers of a line, in their order; what has the form but is none is none."""
    place = 0
    while found := _TOKEN.search(line, place):
        place = found.end()
        name = found.lastgroup or ""
        written = found.group()
        if name == "url" and "doi.org/" in written:
            written = written.partition(",")[0]
        if name in {"url", "doi", "dblp"}:
            written = _trimmed(written)
        end = found.start() + len(written)
        if name not in {"url", "doi"} and _AFTER.match(line, end):
            continue
        named = _MAKERS[name](written)
        if named is not None:
            yield Token(found.start(), end, named, name)


def key_of(named: Named) -> str:
    """Return what two writings of one paper's identifier share."""
    given = named.identifiers
    if given.arxiv is not None:
        return f"arxiv:{given.arxiv.id}"
    for name in Identifiers.__struct_fields__:
        if (value := getattr(given, name)) is not None:
            return f"{name}:{value}".lower()
    return (named.url or "").rstrip("/")


def why_none(text: str) -> str:
    """Say why a line holds no identifier."""
    for why, pattern in _NEAR:
        if pattern.fullmatch(text):
            return why
    return "no identifier"


_NEAR = (
    ("a bare number is no identifier: write its label before it", re.compile(r"\W*\d{1,12}\W*")),
    (
        "no arXiv number: it names no month",
        re.compile(r"\W*(?:arxiv:\s?)?\d{4}\.\d{4,5}\W*", re.IGNORECASE),
    ),
    (
        "no ISBN: its check digit is wrong",
        re.compile(r"\W*(?:isbn[\w:-]{0,5}\s?)?(?:\d[\d -]{8,16}[\dX])\W*", re.IGNORECASE),
    ),
    ("a DOI that breaks off", re.compile(r"\W*(?:doi:\s?)?10\.\d{4,9}/?\W*", re.IGNORECASE)),
    ("an address that names no paper", re.compile(r"\W*(?:https?://|www\.)\S+", re.IGNORECASE)),
)


def _trimmed(written: str) -> str:
    while written and (written[-1] in _STOPS) and not _is_matched(written):
        written = written[:-1]
    return written


def _is_matched(text: str) -> bool:
    opening = _CLOSING.get(text[-1])
    return opening is not None and text.count(text[-1]) <= text.count(opening)


def _from_url(written: str) -> Named | None:
    url = written if written.lower().startswith("http") else f"https://{written}"
    if (number := parse_anthology(url)) is not None and ("aclanthology" in url or "aclweb" in url):
        return _anthology(number)
    if "semanticscholar.org" in url and (paper := parse_semantic_scholar(url)) is not None:
        return Named(Identifiers(semantic_scholar=paper), url)
    if "/rec/" in url and "dblp" in url and (key := parse_dblp(url)) is not None:
        return Named(Identifiers(dblp=key), f"https://dblp.org/rec/{key}")
    if (work := parse_openalex(url)) is not None:
        return Named(Identifiers(openalex=work), f"https://openalex.org/{work}")
    if ".nih.gov" in url or "europepmc" in url:
        return _pmcid(url) if "pmc" in url.lower() and parse_pmcid(url) else _pmid(url)
    told = identifiers_of_url(url)
    if told != Identifiers():
        return _completed(told)
    links = links_in(url)
    is_paper = len(links) == 1 and links[0].kind is LinkKind.PAPER
    return Named(Identifiers(), links[0].url) if is_paper else None


def _completed(told: Identifiers) -> Named:
    """Add the arXiv number that its DOI names, and the DOI that every arXiv paper has."""
    arxiv = told.arxiv or (parse_arxiv(told.doi) if told.doi else None)
    if arxiv is not None:
        return Named(msgspec.structs.replace(told, arxiv=arxiv, doi=arxiv.doi), arxiv.url)
    if told.openreview is not None:
        return Named(told, f"https://openreview.net/forum?id={told.openreview}")
    return Named(told, f"https://doi.org/{told.doi}")


def _doi(written: str) -> Named | None:
    doi = parse_doi(written)
    return _completed(Identifiers(doi=doi)) if doi else None


def _arxiv(written: str) -> Named | None:
    arxiv = parse_arxiv(written)
    return _completed(Identifiers(arxiv=arxiv)) if arxiv else None


def _openreview(written: str) -> Named | None:
    forum = written.rpartition(":")[2].strip()
    told = parse_openreview(f"https://openreview.net/forum?id={forum}")
    return _completed(Identifiers(openreview=told)) if told else None


def _isbn(written: str) -> Named | None:
    isbn = parse_isbn(written)
    return Named(Identifiers(isbn=isbn), None, ItemType.BOOK) if isbn else None


def _pmid(written: str) -> Named | None:
    pmid = parse_pmid(written)
    if pmid is None:
        return None
    return Named(Identifiers(pmid=pmid), f"https://pubmed.ncbi.nlm.nih.gov/{pmid}/")


def _pmcid(written: str) -> Named | None:
    number = parse_pmcid(written)
    if number is None:
        return None
    url = f"https://pmc.ncbi.nlm.nih.gov/articles/{number}/"
    return Named(Identifiers(), url, others=(("PMCID", number),))


def _anthology(written: str) -> Named | None:
    number = parse_anthology(written.rpartition(":")[2].strip())
    if number is None:
        return None
    url = f"https://aclanthology.org/{number}/"
    told = Identifiers(doi=identifiers_of_url(url).doi)
    return Named(told, url, ItemType.PAPER_CONFERENCE, (("ACL Anthology", number),))


def _dblp(written: str) -> Named | None:
    key = parse_dblp(written)
    return Named(Identifiers(dblp=key), f"https://dblp.org/rec/{key}") if key else None


def _scholar(written: str) -> Named | None:
    paper = parse_semantic_scholar(written)
    if paper is None:
        return None
    return Named(Identifiers(semantic_scholar=paper), f"https://api.semanticscholar.org/{paper}")


def _openalex(written: str) -> Named | None:
    work = parse_openalex(written)
    return Named(Identifiers(openalex=work), f"https://openalex.org/{work}") if work else None


_MAKERS: dict[str, Callable[[str], Named | None]] = {
    "url": _from_url,
    "doi": _doi,
    "arxiv": _arxiv,
    "old": lambda written: _arxiv(f"arXiv:{written}"),
    "bare": lambda written: _arxiv(f"arXiv:{written}"),
    "pmid": _pmid,
    "pmcid": _pmcid,
    "anthology": _anthology,
    "dblp": _dblp,
    "scholar": _scholar,
    "openalex": _openalex,
    "openreview": _openreview,
    "isbn": _isbn,
}
