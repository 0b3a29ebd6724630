"""Bibliographies as they are printed: numbered or not, in whatever style.

Each string is cut as far as its marks allow; what the cut leaves over lowers its score and is told,
and the string itself stays in the entry.
"""

from collections.abc import Iterator

import msgspec

from refman.model import ItemType, LeftOver, LinkKind, Problem, Record
from refman.reading.document import Document
from refman.reading.references.blocks import Block, cut_blocks
from refman.reading.references.entry import ReadReference, provenance_of, read_reference
from refman.reading.references.headings import is_heading
from refman.reading.references.looks import looks_like_reference

__all__ = ["fits", "read_references"]

_HEAD = 16_000
_MARKUP = ("<", "{", "[{", "@", "%PDF", "TY  -", "%0 ", "PMID-")
_LEAST = 0.6
_MOST, _WITH_HEADING = 0.85, 0.9
_LONGEST = 3_000
_LEAST_FIELDS = 2
_ASIDE = {LinkKind.CODE, LinkKind.DATASET, LinkKind.MODEL, LinkKind.DEMO, LinkKind.VIDEO}
_PUBLISHED = {
    ItemType.ARTICLE,
    ItemType.ARTICLE_JOURNAL,
    ItemType.PAPER_CONFERENCE,
    ItemType.CHAPTER,
    ItemType.BOOK,
    ItemType.THESIS,
}
"""Works that code, data or a video beside them are not."""


def fits(document: Document) -> float:
    """Return how well a document fits: how many blocks have names, year and venue."""
    head = document.text[:_HEAD]
    if head.lstrip().startswith(_MARKUP) or "](" in head:
        return 0.0
    blocks = [block for block in cut_blocks(head) if block.is_reference]
    if len(head) < len(document.text) and len(blocks) > 1:
        blocks.pop()
    texts = [block.body.text for block in blocks]
    size = sum(map(len, texts))
    fitting = [text for text in texts if looks_like_reference(text[:_LONGEST])]
    if not fitting or sum(map(len, fitting)) < _LEAST * size or len(fitting) < _LEAST * len(texts):
        return 0.0
    has_heading = any(is_heading(line) for line in head.splitlines()[:3])
    return (_WITH_HEADING if has_heading else _MOST) * len(fitting) / len(texts)


def read_references(document: Document) -> Iterator[Record | LeftOver]:
    """Yield a record for each reference; headings and other text are left over."""
    text = document.text
    for block in cut_blocks(text):
        piece = text[block.span.start : block.span.end]
        if not block.is_reference:
            why = "heading of the bibliography" if is_heading(piece) else "number of a page"
            yield LeftOver(block.span, piece, why)
        elif len(block.body.text) > _LONGEST:
            yield LeftOver(block.span, piece, "too long for a reference")
        else:
            yield _read(block, piece, document)


def _read(block: Block, piece: str, document: Document) -> Record | LeftOver:
    read = read_reference(block.body.text, piece)
    if not _is_work(read):
        return LeftOver(block.span, piece, "no reference")
    links = tuple(
        link for link in block.body.links(document.text) if link.kind is not LinkKind.PAPER
    )
    page = next((link for link in links if link.url == read.entry.url), None)
    is_aside = page is not None and page.kind in _ASIDE and read.entry.type in _PUBLISHED
    entry = msgspec.structs.replace(
        read.entry,
        url=None if is_aside else read.entry.url,
        links=tuple(link for link in links if link is not page or is_aside),
    )
    found = provenance_of(entry, document.source, block.span, read.score)
    entry = msgspec.structs.replace(entry, provenance=found)
    doubts = [*read.doubts, *(f"a line's end cut the word “{word}”" for word in block.joined)]
    return Record(
        entry=entry,
        span=block.span,
        problems=tuple(Problem(block.span, why) for why in doubts),
    )


def _is_work(read: ReadReference) -> bool:
    """Tell whether enough was found to call a text a reference."""
    entry = read.entry
    found = (
        entry.title and entry.author,
        entry.issued,
        entry.container_title,
        entry.identifiers.doi or entry.identifiers.arxiv or entry.identifiers.isbn,
        entry.publisher,
        entry.page or entry.volume,
        entry.url,
    )
    return sum(map(bool, found)) >= _LEAST_FIELDS
