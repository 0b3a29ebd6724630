"""What was taken out of a PDF made a paper, each finding with its reason."""

from refman.model import (
    Draft,
    Entry,
    Identifiers,
    ItemType,
    LeftOver,
    Problem,
    Provenance,
    Record,
    Span,
)
from refman.reading.pdf.authors import find_abstract, find_authors
from refman.reading.pdf.content import PdfContent
from refman.reading.pdf.identity import Identity, find_identity
from refman.reading.pdf.links import find_links_of
from refman.reading.pdf.title import Title, find_title

__all__ = ["paper_of"]

_NO_TEXT = "no text on its pages, as in a scan; have its text recognised (OCR) and read it again"
_NO_TITLE = "no title can be told from its first page; enter it by hand"
_ONLY_IDENTIFIER = "no title can be told from its first page; look it up by its identifier"


def paper_of(content: PdfContent, source: str) -> Draft | Record | LeftOver:
    """Return the paper that a PDF is, its span all of the text that was read.

    Where no title can be told, an identifier alone gives a record without one; where there is none
    either, all is left over.

    Args:
        content: of the PDF.
        source: the document's name, for the provenance.
    """
    title = find_title(content)
    identity = find_identity(content, title)
    text = content.text.strip()
    start = content.text.find(text)
    span = Span(start, start + len(text))
    if title is not None:
        return _draft(content, title, identity, span)
    if identity.identifiers != Identifiers():
        return _record(identity, span, source)
    return LeftOver(span, text, _NO_TITLE if text else _NO_TEXT)


def _draft(content: PdfContent, title: Title, identity: Identity, span: Span) -> Draft:
    authors, why = find_authors(content, title)
    abstract = find_abstract(content)
    has_identifier = identity.identifiers != Identifiers()
    sure = title.confidence + (0.05 if authors else -0.1) + (0.05 if has_identifier else 0.0)
    reasons = [*title.reasons, *([why] if why else ["no authors found"]), *identity.reasons]
    return Draft(
        title=title.text,
        abstract=abstract[0] if abstract else None,
        authors=authors,
        issued=identity.issued,
        identifiers=identity.identifiers,
        links=find_links_of(content, identity.identifiers),
        span=span,
        abstract_span=abstract[1] if abstract else None,
        confidence=round(max(0.05, min(0.99, sure)), 2),
        reasons=tuple(reasons),
    )


def _record(identity: Identity, span: Span, source: str) -> Record:
    """Return what an identifier alone tells: an entry that a look-up can fill."""
    found = Provenance(source=source, span=(span.start, span.end), score=0.8)
    return Record(
        entry=Entry(
            type=ItemType.ARTICLE,
            issued=identity.issued,
            identifiers=identity.identifiers,
            url=_url(identity.identifiers),
            provenance={"identifiers": found},
        ),
        span=span,
        problems=(Problem(span, f"{_ONLY_IDENTIFIER} ({'; '.join(identity.reasons)})"),),
    )


def _url(identifiers: Identifiers) -> str | None:
    if identifiers.arxiv is not None:
        return identifiers.arxiv.url
    return f"https://doi.org/{identifiers.doi}" if identifiers.doi is not None else None
