"""Names that registries gave, in their canonical form.

A bare number is never an identifier: it takes a prefix, a resolver's address, or a form that
nothing else has.
"""

import re
from urllib.parse import unquote, urlsplit

import msgspec

from refman.model import Arxiv, ArxivId, Doi, Identifiers, Isbn, OpenReviewId, Pmid

__all__ = [
    "ARXIV_CLASS",
    "doi_key",
    "identifiers_of_url",
    "parse_anthology",
    "parse_arxiv",
    "parse_dblp",
    "parse_doi",
    "parse_isbn",
    "parse_openalex",
    "parse_openreview",
    "parse_pmcid",
    "parse_pmid",
    "parse_semantic_scholar",
    "with_arxiv_doi",
]

# DOIs of the nineties hold a SICI with brackets: 10.1002/(SICI)1097(1999)55:8<1007::AID>3.0.CO;2-L
_SICI = r"<\d{1,6}:[\w:.()+-]{1,30}>\d\.\d\.(?:CO|TX);2-"
_DOI_NAME = rf"(10\.\d{{4,9}}/(?:[^\s\"<>\x00-\x1f\x7f]|{_SICI}){{1,300}})"
_DOI = re.compile(
    rf"(?:^|\bdoi\s?[:=]?\s?(?:https?://)?|\bdoi\.org/|/doi/(?:[a-z]{{3,8}}/)?){_DOI_NAME}",
    re.IGNORECASE,
)
_DOI_IN_PATH = re.compile(rf"/{_DOI_NAME}")
_OPENING = {")": "(", "]": "[", "}": "{"}
_STOPS = ".,;:'\"’”*"
# What publishers' sites put behind the DOI for one view of the paper.
_VIEW = re.compile(
    r"/(?:full|pdf|epdf|html|abstract|meta|fulltext)$|(?:v\d{1,2})?\.full(?:\.pdf|-text)?$"
    r"|\.pdf$|(?<=\d)v\d{1,2}$"
)
_NATURE = re.compile(r"/articles/(s?\d{4,5}-\d{3}-\d{4,5}-[\dx])(?:\.pdf)?/?$")
_PLOS = re.compile(r"(?:^|&)id=(10\.1371/[\w.]{1,60})")
# The Anthology's own DOIs, of the association's conferences; those of its guests have none.
_ANTHOLOGY = re.compile(
    r"/(20[2-9]\d\.(?:acl|emnlp|naacl|eacl|aacl|findings|conll)-[a-z]+\.\d+)(?:\.pdf|/)?$"
)

ARXIV_CLASS = re.compile(r"[a-z-]{2,8}(?:\.[A-Za-z-]{2,8})?")
"""A class of arXiv's: "cs.CV", "hep-th"."""

_NUMBER = (
    r"(?P<id>(?:0[7-9]|1[0-4])(?:0[1-9]|1[0-2])\.\d{4}|(?:1[5-9]|[2-9]\d)(?:0[1-9]|1[0-2])\.\d{5}"
    r"|[a-z]{2,8}(?:-[a-z]{2,4})?(?:\.[a-z]{2})?/\d{2}(?:0[1-9]|1[0-2])\d{3})"
    r"(?:v(?P<version>\d{1,2}))?(?!\d)"
)
_ARXIV = re.compile(
    r"(?:\barxiv[\s:.,]{1,3}|\barxiv\.org/[a-z]{3,6}/|\bar5iv\.(?:labs\.arxiv\.)?org/(?:html/|abs/)?"
    r"|\balphaxiv\.org/(?:[a-z]{2,10}/)?|\b(?:huggingface\.co|hf\.co)/papers/"
    rf"|\b10\.48550/arxiv\.){_NUMBER}(?:\s?\[(?P<primary>{ARXIV_CLASS.pattern})\])?",
    re.IGNORECASE | re.ASCII,
)

_OPENREVIEW = re.compile(
    r"\bopenreview\.net/(?:forum|pdf|attachment)\?(?:[^#\s]{0,200}&)?id=([\w-]{6,40})", re.ASCII
)
_ISBN = re.compile(
    r"(?P<prefix>isbn(?:[- ]?1[03](?=[:\s]))?\s?:?\s?)?(?P<digits>\d[\d -]{8,16}[\dX])",
    re.IGNORECASE | re.ASCII,
)

_PMID = re.compile(
    r"(?:\bpmid\s?:?\s?|\bpubmed\s?:\s?|\bpubmed\.ncbi\.nlm\.nih\.gov/"
    r"|\bncbi\.nlm\.nih\.gov/pubmed/|\beuropepmc\.org/(?:article|abstract)/med/)"
    r"([1-9]\d{0,7})(?!\d)",
    re.IGNORECASE | re.ASCII,
)
_PMCID = re.compile(r"\bPMC([1-9]\d{3,8})(?![\w-])", re.IGNORECASE | re.ASCII)
_DBLP = re.compile(
    r"(?:\bdblp:|\bdblp\.(?:org|uni-trier\.de|dagstuhl\.de)/rec/(?:html/|bibtex/|xml/|bib/)?)?"
    r"((?:conf|journals|books|phd|series|reference|tr)/[\w-]{1,40}/[\w-]{1,80})"
    r"(?:\.(?:html|bib|xml|rdf))?(?![\w/-])",
    re.ASCII | re.IGNORECASE,
)
_SCHOLAR = re.compile(
    r"\bsemanticscholar\.org/(?:paper/(?:[^\s/]{1,400}/)?|arxiv/)?([\da-f]{40})\b", re.IGNORECASE
)
_CORPUS = re.compile(r"\bcorpus\s?id\s?:?\s?([1-9]\d{0,9})(?!\d)", re.IGNORECASE | re.ASCII)
_OPENALEX = re.compile(
    r"\bopenalex(?:\.org/(?:works/)?|:\s?)(W[1-9]\d{3,10})(?!\d)", re.IGNORECASE | re.ASCII
)
_ANTHOLOGY_ID = re.compile(
    r"(?:\b(?:aclanthology\.org|aclweb\.org/anthology(?:-new)?)/(?:papers/)?(?:[A-Z]/[A-Z]\d\d/)?)?"
    r"(?<![\w.-])([A-Z]\d\d-\d{4}|(?:19|20)\d\d\.[a-z][a-z\d]{1,20}-[a-z\d]{1,20}\.\d{1,4})"
    r"(?:v\d)?(?:\.(?:pdf|bib))?/?(?![\w-])",
    re.ASCII,
)

_WEIGHTS_OF_10 = tuple(range(10, 0, -1))
_WEIGHTS_OF_13 = (1, 3) * 6 + (1,)


def parse_doi(text: str) -> Doi | None:
    """Return the DOI that a text is, or names behind ``doi:`` or a resolver; case as written.

    A full stop, comma, quote or unmatched bracket behind it is not its own.

    Source: DOI Handbook, 3.4; Crossref, "DOIs and matching regular expressions" (2015).
    """
    found = _DOI.search(text.strip())
    return _trimmed(found[1]) if found else None


def doi_key(doi: Doi) -> str:
    """Return a DOI for comparing: case does not count in one."""
    return doi.lower()


def parse_arxiv(text: str) -> Arxiv | None:
    """Return the arXiv number behind ``arXiv:``, in an address of arXiv or a mirror, or in its DOI.

    Source: https://info.arxiv.org/help/arxiv_identifier.html
    """
    found = _ARXIV.search(text)
    if found is None:
        return None
    version, primary = found["version"], found["primary"]
    return Arxiv(
        ArxivId(_in_arxiv_case(found["id"])),
        version=int(version) if version else None,
        primary_class=_in_arxiv_case(primary) if primary else None,
    )


def parse_openreview(text: str) -> OpenReviewId | None:
    """Return the forum's id in an address of OpenReview."""
    found = _OPENREVIEW.search(text)
    return OpenReviewId(found[1]) if found else None


def parse_isbn(text: str) -> Isbn | None:
    """Return the ISBN that a text is, if its check digit is right.

    Ten figures without "ISBN" or hyphens could be any number and are none.

    Source: ISBN Users' Manual, 7th edition, 5.
    """
    found = _ISBN.fullmatch(text.strip())
    if found is None:
        return None
    written = found["digits"].upper()
    digits = written.replace("-", "").replace(" ", "")
    is_marked = found["prefix"] is not None or digits != written
    if len(digits) == len(_WEIGHTS_OF_10) and is_marked and _checks(digits, _WEIGHTS_OF_10, 11):
        return Isbn(digits)
    is_book = digits.startswith(("978", "979")) and digits.isdecimal()
    if len(digits) == len(_WEIGHTS_OF_13) and is_book:
        return Isbn(digits) if _checks(digits, _WEIGHTS_OF_13, 10) else None
    return None


def parse_pmid(text: str) -> Pmid | None:
    """Return the PubMed number behind ``PMID:`` or in an address of PubMed; never a bare number.

    Source: https://www.nlm.nih.gov/bsd/mms/medlineelements.html#pmid (one to eight figures).
    """
    found = _PMID.search(text)
    return Pmid(found[1]) if found else None


def parse_pmcid(text: str) -> str | None:
    """Return the number in PubMed Central with its letters: ``PMC3531190``.

    Source: https://www.ncbi.nlm.nih.gov/pmc/about/public-access-info/
    """
    found = _PMCID.search(text)
    return f"PMC{found[1]}" if found else None


def parse_dblp(text: str) -> str | None:
    """Return the key of a DBLP record, in its address, behind ``DBLP:`` or alone.

    Source: Ley, "DBLP: Some Lessons Learned" (2009), 3; https://dblp.org/faq/1474565.html
    """
    found = _DBLP.search(text)
    return found[1] if found else None


def parse_semantic_scholar(text: str) -> str | None:
    """Return the hash of a paper in its address at Semantic Scholar, or ``CorpusId:`` with number.

    Source: https://api.semanticscholar.org/api-docs/graph ("paper_id").
    """
    if found := _SCHOLAR.search(text):
        return found[1].lower()
    found = _CORPUS.search(text)
    return f"CorpusId:{found[1]}" if found else None


def parse_openalex(text: str) -> str | None:
    """Return the number of a work behind ``openalex:`` or in its address: ``W2741809807``."""
    found = _OPENALEX.search(text)
    return found[1].upper() if found else None


def parse_anthology(text: str) -> str | None:
    """Return the number in the ACL Anthology, alone or in an address: ``P07-1088``.

    Source: https://aclanthology.org/info/ids/
    """
    found = _ANTHOLOGY_ID.search(text)
    return found[1] if found else None


def identifiers_of_url(url: str) -> Identifiers:
    """Return what the address of a paper's own page tells of it; empty where it tells nothing."""
    return Identifiers(
        arxiv=parse_arxiv(url), openreview=parse_openreview(url), doi=_doi_of_url(url)
    )


def with_arxiv_doi(identifiers: Identifiers) -> Identifiers:
    """Return identifiers with the DOI that every arXiv paper has; another DOI stays.

    Source: https://info.arxiv.org/help/doi.html
    """
    if identifiers.arxiv is not None and identifiers.doi is None:
        return msgspec.structs.replace(identifiers, doi=identifiers.arxiv.doi)
    return identifiers


def _doi_of_url(url: str) -> Doi | None:
    try:
        parts = urlsplit(url)
    except ValueError:  # an address such as http://[x
        return None
    host, path = parts.netloc.lower(), unquote(parts.path)
    if found := host.endswith("aclanthology.org") and _ANTHOLOGY.match(path):
        return Doi(f"10.18653/v1/{found[1]}")
    if found := host.endswith("nature.com") and _NATURE.match(path):
        return Doi(f"10.1038/{found[1]}")
    if found := host.endswith("plos.org") and _PLOS.search(parts.query):
        return Doi(found[1])
    found = _DOI_IN_PATH.search(path)
    if found is None:
        return None
    return _trimmed(found[1] if host.endswith("doi.org") else _VIEW.sub("", found[1].rstrip("/")))


def _trimmed(doi: str) -> Doi | None:
    while doi and (doi[-1] in _STOPS or _is_unmatched(doi)):
        doi = doi[:-1]
    return Doi(doi) if doi.partition("/")[2] else None


def _is_unmatched(text: str) -> bool:
    opening = _OPENING.get(text[-1])
    return opening is not None and text.count(text[-1]) > text.count(opening)


def _checks(digits: str, weights: tuple[int, ...], modulus: int) -> bool:
    """Tell whether the weighted sum fits; an "X" counts ten."""
    values = (10 if digit == "X" else int(digit) for digit in digits)
    return sum(map(int.__mul__, values, weights)) % modulus == 0


def _in_arxiv_case(name: str) -> str:
    """Return "math.GT" or "math.GT/0309136" as arXiv writes it; a class of two letters is large."""
    archive, dot, subject = name.lower().partition(".")
    return archive + dot + (subject.upper() if subject[2:3] in ("", "/") else subject)
