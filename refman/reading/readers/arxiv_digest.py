r"""arXiv's daily digest: papers between ``\\``, with labels in front of their fields.

Source: https://info.arxiv.org/help/subscribe.html, and the listing files of arXiv's own
``arxiv-browse``, which are the text of the mails.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from refman.model import Draft, Identifiers, LeftOver, Link, Span
from refman.normalise import fold_blanks, parse_doi
from refman.reading.arxiv_fields import first_date, issued_of, numbered, split_authors
from refman.reading.document import Document
from refman.reading.left_overs import with_left_overs
from refman.reading.mail import bodies
from refman.reading.mapped import Mapped, join
from refman.reading.own_links import united

__all__ = ["ARXIV_DIGEST", "ArxivDigest"]

_HEAD = 1 << 17
_CROSS = r"[ \t]?(?:\(\*cross-listing\*\))?"
_NUMBER = rf"(?:arXiv|Paper){_CROSS}:[ \t]?[^\s]{{6,40}}\b[^\n]{{0,200}}\n"
_START = re.compile(
    rf"^(?:\\\\[ \t]*\r?\n{_NUMBER}(?=Date:|From:|Title:|replaced)"
    rf"|{_NUMBER}(?=Date:|From:|replaced\b))",
    re.MULTILINE,
)
_END = re.compile(r"^\\\\[ \t]*\([^\n]*$|^(?=[-%]{20})", re.MULTILINE)
_FENCE = re.compile(r"^\\\\[ \t]*(?:\r?\n|\Z|(?=\())", re.MULTILINE)
_FIELD = re.compile(
    r"(arXiv|Paper|Date|From|Title|Authors?|Categories|Comments?|Proxy|Report-no|MSC-class"
    rf"|ACM-class|Journal-ref|DOI|License|Note|Subj-class){_CROSS}:|(replaced)\b"
)
_LICENSE = re.compile(r"^License:[^\n]*\n?", re.MULTILINE)
_INDENT = re.compile(r"\n(?=[ \t]{2,}\S)")


class ArxivDigest:
    """Read the daily mails of arXiv: new, cross-listed and replaced papers, as text or as mail."""

    kind = "arxiv_digest"
    label = "arXiv's daily digest"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: whether a digest's entry begins in the head."""
        texts = _texts(document.text[:_HEAD])
        return 0.97 if any(_START.search(text.text) for text in texts) else 0.0

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield the papers of all messages; rulers and what stands around them are left over."""
        drafts = (draft for text in _texts(document.text) for draft in _drafts(text, document))
        return with_left_overs(document.text, drafts, "part of the digest: no paper")


ARXIV_DIGEST = ArxivDigest()


def _texts(source: str) -> Iterator[Mapped]:
    """Yield the texts of the messages; their HTML says the same once more."""
    return (body.content for body in bodies(source) if body.media_type != "text/html")


def _drafts(body: Mapped, document: Document) -> Iterator[Draft]:
    starts = [found.start() for found in _START.finditer(body.text)]
    for start, limit in pairwise([*starts, len(body.text)]):
        end = _END.search(body.text, start + 2, limit)
        stop = end.end() if end else limit
        draft = _draft(body.cut(start, stop), document.text)
        if draft is not None:
            yield draft


def _draft(entry: Mapped, source: str) -> Draft | None:
    """Return the paper that an entry gives; None where it has no title."""
    text = entry.text.rstrip()
    header, abstract_span = _halves(text)
    fields = _fields(header)
    if not (title := fields.get("title")):
        return None
    authors = split_authors(fields.get("authors", fields.get("author", "")))
    number = fields.get("arxiv", fields.get("paper", "")).split()[0]
    arxiv = numbered(f"arXiv:{number}", fields.get("categories", fields.get("subj-class", "")))
    abstract = _paragraphs(text[abstract_span.start : abstract_span.end])
    is_whole = _END.search(text, len(header)) is not None
    told = None if "replaced" in fields else first_date(fields.get("date", ""))
    return Draft(
        title=title,
        abstract=abstract,
        authors=authors.names,
        issued=told or issued_of(arxiv, None),
        identifiers=Identifiers(arxiv=arxiv, doi=parse_doi(fields.get("doi", ""))),
        links=_links(entry, abstract_span.end, source),
        span=entry.span(0, len(text)),
        abstract_span=entry.span(abstract_span.start, abstract_span.end) if abstract else None,
        confidence=0.99 if arxiv and is_whole else 0.7,
        reasons=tuple(_reasons(header, abstract, is_cut=authors.is_cut, is_whole=is_whole)),
    )


def _links(entry: Mapped, fence: int, source: str) -> tuple[Link, ...]:
    """Return the addresses in fields and abstract, and the paper's own behind the last fence.

    The licence has an address too, of which nobody wants a link.
    """
    licence = _LICENSE.search(entry.text, 0, fence)
    start, end = licence.span() if licence else (fence, fence)
    told = join([entry.cut(0, start), entry.cut(end, fence)])
    own = entry.cut(fence, len(entry.text)).links(source)
    return united(
        (
            *told.links(source),
            *(msgspec.structs.replace(link, evidence=None) for link in own),
        )
    )


def _halves(text: str) -> tuple[str, Span]:
    """Return an entry's fields, and where its abstract stands: between the next two fences."""
    fences = [found for found in _FENCE.finditer(text) if found.start() > 0]
    if not fences:
        return text, Span(len(text), len(text))
    start = fences[0].end()
    end = fences[1].start() if fences[1:] else len(text)
    if text.startswith("(", start):  # the closing fence, so that there is no abstract
        end = start
    return text[: fences[0].start()], Span(start, max(start, len(text[:end].rstrip())))


def _fields(header: str) -> dict[str, str]:
    """Return the fields by their labels in small letters, wrapped lines joined by a blank."""
    fields: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in header.splitlines():
        if (found := _FIELD.match(line)) is not None:
            lines = fields.setdefault((found[1] or found[2]).lower(), [])
        lines.append(line[found.end() :] if found else line)
    return {label: fold_blanks(" ".join(texts)) for label, texts in fields.items()}


def _paragraphs(text: str) -> str | None:
    """Return an abstract with its wrapped lines joined; an indented line begins a paragraph."""
    return "\n\n".join(filter(None, map(fold_blanks, _INDENT.split(text)))) or None


def _reasons(header: str, abstract: str | None, *, is_cut: bool, is_whole: bool) -> Iterator[str]:
    yield "entry of an arXiv digest"
    if not is_whole:
        yield "entry breaks off"
    if "cross-listing" in header:
        yield "cross-listed"
    if re.search(r"^replaced\b", header, re.MULTILINE):
        yield "replaced: issued is the month of its number"
    if abstract is None:
        yield "no abstract"
    if is_cut:
        yield "list of authors is cut"
