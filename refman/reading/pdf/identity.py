"""A paper's own identifiers in its PDF, each with the place that tells it.

A DOI in the list of references or in a sentence is another paper's. Metadata count where they do
not contradict the page.
"""

import re
from collections.abc import Iterator, Sequence

import msgspec

from refman.model import Arxiv, Date, Doi, Identifiers
from refman.normalise import parse_arxiv, parse_date, parse_doi, title_key
from refman.normalise.identifiers import doi_key
from refman.reading.pdf.content import PdfContent, PdfLine
from refman.reading.pdf.rules import first_words, words
from refman.reading.pdf.title import Title, body_size

__all__ = ["Identity", "find_identity"]

_ARXIV_LINE = re.compile(r"\W*arxiv(?:\s?e-?prints?)?\s?[:.]?\s?(?=[a-z\d])", re.IGNORECASE)
_ARXIV_HOST = re.compile(r"\W*(?:https?://)?(?:www\.)?arxiv\.org/", re.IGNORECASE)
_STAMP_DATE = re.compile(r"\b(\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d)\b")
_VIXRA = re.compile(r"\d{4,5}\.\d{4}:vixra", re.IGNORECASE)
_ARXIV_DOI = "10.48550/arxiv."

_DOI_LABEL = re.compile(r"\bdoi\b|doi\.org/", re.IGNORECASE)
_LONG_LABEL = re.compile(r"digital object identifier(?:\s?\(doi\))?\s?:?\s?(?=10\.)", re.IGNORECASE)
_BARE_DOI = re.compile(r"\W{0,2}10\.\d{4,9}/\S+\s*$")
_BROKEN = re.compile(
    r"(?:doi\.org/|\bdoi\s?[:=]?\s?)(?:10\.\d{4,9}/?\S*[/._-]|10\.\d*)?$", re.IGNORECASE
)
_CROSSMARK = re.compile(r"crossmark\.crossref\.org/dialog/?\?(?:\S*&)?doi=([^&\s]+)", re.IGNORECASE)
_REFERENCE = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}\.\s+[A-Z][a-z]+,)")
_FEW_WORDS = 4
_SMALL = 0.95
_SHORT = 3
_SUPPLEMENT = re.compile(
    r"(?:[./_-](?:supp?l?\w*|s\d{1,3}|t\d{3}|g\d{3}))$|^10\.(?:5281/zenodo|6084/m9|5061/dryad|17605/osf|7910/dvn|17632|24432)",
    re.IGNORECASE,
)
_XMP_DOIS = (
    "prism:doi",
    "crossmark:doi",
    "pdfx:doi",
    "pdfx:wps-articledoi",
    "jav:doi",
    "dc:identifier",
    "prism:url",
)
_INFO_DOIS = ("info:doi", "info:wps-articledoi", "info:subject", "info:crossmarkdomains[doi]")
_PUBLISHED = re.compile(
    r"(?:published|available)(?:\s+online)?\s?:?\s*((?:\d{1,2}(?:st|nd|rd|th)?\s)?[A-Z][a-z]{2,8}\.?\s(?:\d{1,2},?\s)?(?:19|20)\d\d)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s?(?:by\s)?(?:the\sauthors?,?\s)?((?:19|20)\d\d)\b", re.IGNORECASE
)
_EDGE_DATE = re.compile(
    r"\b((?:January|February|March|April|May|June|July|August|September|October|November|December)\s(?:\d{1,2},\s)?(?:19|20)\d\d)\b"
)
_EDGE = 0.12
_LONGEST = 500


class Identity(msgspec.Struct, frozen=True):
    """Hold the identifiers of a paper, its date, and where they were found."""

    identifiers: Identifiers
    issued: Date | None
    reasons: tuple[str, ...]


def find_identity(content: PdfContent, title: Title | None) -> Identity:
    """Return what the first page and the metadata tell of a paper's identifiers."""
    lines = _own_lines(content)
    reasons: list[str] = []
    arxiv, stamped = _arxiv(lines, reasons)
    doi = _doi(content, lines, title, reasons)
    if doi is not None and doi_key(doi).startswith(_ARXIV_DOI):
        arxiv, doi = arxiv or parse_arxiv(f"arXiv:{doi[len(_ARXIV_DOI) :]}"), None
    issued = stamped or _issued(content, lines, title)
    return Identity(Identifiers(doi=doi, arxiv=arxiv), issued, tuple(reasons))


def _own_lines(content: PdfContent) -> list[PdfLine]:
    """Return the lines of the first page that belong to no list of references."""
    taken: list[PdfLine] = []
    in_references = False
    for line in content.lines:
        if line.page != 0:
            continue
        if line.turned == 0 and _is_references_head(line):
            in_references = True
        height = line.base / content.pages[0].height
        if in_references and not line.turned and _EDGE < height < 1 - _EDGE:
            continue
        if len(line.text) <= _LONGEST and not _REFERENCE.match(line.text):
            taken.append(line)
    return taken


def _is_references_head(line: PdfLine) -> bool:
    found = first_words(line.text, words("links", "references"))
    return found is not None and len(line.text) <= len(found) + 6


def _arxiv(lines: Sequence[PdfLine], reasons: list[str]) -> tuple[Arxiv | None, Date | None]:
    """Return the number of the stamp in the margin, or of a line that is its label."""
    for is_stamp in (True, False):
        for line in lines:
            text = _unmirrored(line.text)
            if is_stamp and line.turned == 0:
                continue
            if not (_ARXIV_LINE.match(text) or _ARXIV_HOST.match(text)):
                continue
            if (found := parse_arxiv(_ARXIV_LINE.sub("arXiv:", text, count=1))) is None:
                continue
            reasons.append(
                f"arXiv number: the stamp in the margin ({found.id})"
                if is_stamp
                else f"arXiv number: a line of its own on page 1 ({found.id})"
            )
            date = _STAMP_DATE.search(text)
            return found, parse_date(date[1]) if date else None
    return None, None


def _unmirrored(text: str) -> str:
    """Return a stamp the right way round, where its letters were drawn from its end."""
    return text[::-1] if _VIXRA.search(text) else text


def _doi(
    content: PdfContent, lines: Sequence[PdfLine], title: Title | None, reasons: list[str]
) -> Doi | None:
    page = list(dict.fromkeys(_page_dois(lines, body_size(content.lines))))
    badges = [
        doi
        for line in lines
        for anchor in line.anchors
        if (found := _CROSSMARK.search(anchor.url)) and (doi := _checked(found[1]))
    ] or [doi for found in _CROSSMARK.finditer(content.text) if (doi := _checked(found[1]))]
    told = list(_told_dois(content, title))
    known = {doi_key(doi) for doi in (*badges, *told)}
    if (agreed := next((doi for doi in page if doi_key(doi) in known), None)) is not None:
        reasons.append("DOI: on page 1, and in the metadata")
        return agreed
    if page:
        reasons.append("DOI: on page 1, outside the references")
        if told:
            reasons.append("the metadata have another DOI: not believed")
        if len(page) > 1:
            reasons.append(f"page 1 names {len(page)} DOIs; the first is taken")
        return page[0]
    if badges:
        reasons.append("DOI: of the Crossmark badge")
        return badges[0]
    if told:
        reasons.append("DOI: of the metadata")
        return told[0]
    return None


def _page_dois(lines: Sequence[PdfLine], body: float) -> Iterator[Doi]:
    """Yield the DOIs of labels, headers and footers; one broken over two lines is joined.

    One in a sentence is another paper's, but for the small print, which tells how to cite this one.
    """
    for place, line in enumerate(lines):
        text = _LONG_LABEL.sub("doi:", line.text)
        if _BROKEN.search(text.rstrip()) and place + 1 < len(lines):
            following = lines[place + 1].text.split()
            text = text.rstrip() + (following[0] if following else "")
        labelled = _DOI_LABEL.search(text)
        if not (labelled or _BARE_DOI.match(text)):
            continue
        if labelled and line.size >= _SMALL * body and _is_sentence(text, labelled):
            continue
        start = text[labelled.start() :] if labelled else text.strip(" []()<>")
        if (doi := _checked(parse_doi(start))) is not None:
            yield _whole(doi, line)


def _is_sentence(text: str, label: re.Match[str]) -> bool:
    """Tell whether a label stands among the words of a sentence."""
    before = text[: label.start()].split()
    after = text[label.end() :].split()[1:]
    few, fewer = _FEW_WORDS, _FEW_WORDS - 1
    return sum(map(str.islower, before)) >= few or sum(map(str.islower, after)) >= fewer


def _whole(doi: Doi, line: PdfLine) -> Doi:
    """Return a DOI as its link has it, where the page shows only its beginning."""
    for anchor in line.anchors:
        linked = parse_doi(anchor.url)
        if linked is not None and doi_key(linked).startswith(doi_key(doi)):
            return linked
    return doi


def _checked(doi: str | None) -> Doi | None:
    if doi is None:
        return None
    found = parse_doi(doi.replace("%2F", "/").replace("%2f", "/"))
    return None if found is None or _SUPPLEMENT.search(found) else found


def _told_dois(content: PdfContent, title: Title | None) -> Iterator[Doi]:
    """Yield the DOIs of the metadata, but not of metadata that tell another title than the page."""
    if title is not None and _is_foreign(content, title):
        return
    for name in (*_XMP_DOIS, *_INFO_DOIS):
        for value in content.facts.get(name, ()):
            labelled = name in ("info:subject", "dc:identifier", "prism:url")
            text = value if not labelled or _DOI_LABEL.search(value) else ""
            bare = text.strip()
            if labelled and not bare.lower().startswith(("doi", "http")):
                found = _DOI_LABEL.search(bare)
                bare = bare[found.start() :] if found else ""
            if bare and (doi := _checked(parse_doi(bare))) is not None:
                yield doi


def _is_foreign(content: PdfContent, title: Title) -> bool:
    """Tell metadata of another work: a whole title, and one that has no word in common."""
    own = set(title.text.casefold().split())
    for name in ("dc:title", "info:title"):
        for value in content.facts.get(name, ()):
            told = {word for word in value.casefold().split() if len(word) > _SHORT}
            if len(value.split()) > 1 and " " in value and told and not told & own:
                return title_key(value) not in title_key(title.text)
    return False


def _issued(content: PdfContent, lines: Sequence[PdfLine], title: Title | None) -> Date | None:
    """Return when it was published: said so, above the title or at the edge, or by a copyright."""
    for line in lines:
        if found := _PUBLISHED.match(line.text):
            return parse_date(found[1])
    height = content.pages[0].height if content.pages else 1.0
    top = max((line.base for line in title.lines), default=height) if title else height
    for line in lines:
        is_edge = line.base > top or line.base < _EDGE * height
        if line.turned == 0 and is_edge and (found := _EDGE_DATE.search(line.text)):
            return parse_date(found[1])
    for line in lines:
        if found := _COPYRIGHT.search(line.text):
            return parse_date(found[1])
    return None
