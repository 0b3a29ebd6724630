"""A .bib file read: each entry a record, all else left over with its reason."""

from collections.abc import Iterator

from refman.formats.bib.blocks import Block, BlockKind
from refman.formats.bib.entries import read_record, why_no_reference
from refman.formats.bib.inherit import Parents
from refman.formats.bib.scan import scan
from refman.formats.bib.values import Strings
from refman.model import LeftOver, Problem, Record, Span

__all__ = ["read_bib"]

_WHY = {
    BlockKind.STRING: "a definition of strings",
    BlockKind.PREAMBLE: "a preamble",
    BlockKind.COMMENT: "a comment",
    BlockKind.TEXT: "text between entries",
}


def read_bib(text: str) -> Iterator[Record | LeftOver]:
    """Yield what stands in a file of BibTeX or BibLaTeX, in its order.

    A key that another entry has too is reported; both entries are read. Blank text is nothing.

    Args:
        text: decoded.
    """
    strings, parents = Strings(), Parents(text)
    keys: set[str] = set()
    for block in scan(text):
        if block.kind is BlockKind.ENTRY:
            if why := why_no_reference(block.type):
                yield _left_over(text, block, why)
                continue
            problems = list(block.problems)
            if block.key:
                folded = block.key.casefold()
                if folded in keys:
                    span = Span(block.key_start, block.key_end)
                    problems.append(Problem(span, "another entry has this key too"))
                keys.add(folded)
            yield read_record(text, block, strings, parents, problems)
        elif block.kind is BlockKind.TEXT:
            if left_over := _between(text, block):
                yield left_over
        else:
            yield from _other(text, block, strings)


def _other(text: str, block: Block, strings: Strings) -> Iterator[LeftOver]:
    problems = list(block.problems)
    if block.kind is BlockKind.STRING:
        problems += strings.define(text, block)
    reasons = [problem.why for problem in problems]
    if block.kind is not BlockKind.BROKEN:
        reasons.insert(0, _WHY[block.kind])
    is_fault = block.kind is BlockKind.BROKEN
    yield _left_over(text, block, "; ".join(dict.fromkeys(reasons)), is_fault=is_fault)


def _between(text: str, block: Block) -> LeftOver | None:
    """Return what stands between two entries without the blanks round it."""
    written = text[block.start : block.end]
    stripped = written.strip()
    if not stripped:
        return None
    start = block.start + written.index(stripped[0])
    why = "a comment" if stripped.startswith("%") else _WHY[BlockKind.TEXT]
    return LeftOver(Span(start, start + len(stripped)), stripped, why)


def _left_over(text: str, block: Block, why: str, *, is_fault: bool = False) -> LeftOver:
    span = Span(block.start, block.end)
    return LeftOver(span, text[block.start : block.end], why, is_fault=is_fault)
