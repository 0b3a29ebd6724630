"""A reference file checked: its entries as subjects of the rules, and what can be put right."""

import re
from bisect import bisect
from collections.abc import Iterable, Iterator

import msgspec

from refman.checks import Finding, Subject, Written
from refman.formats.bib.blocks import Block, BlockKind, Field
from refman.formats.bib.inherit import PARENT_FIELDS
from refman.formats.bib.scan import scan
from refman.formats.exact import Swap
from refman.model import LeftOver, Record, Span
from refman.reading.reader import Piece

__all__ = ["BIB", "fixes", "is_same_form", "subjects"]

BIB = "bibtex"
"""The loader's name whose files are checked as they are written, and can be put right."""

_CSL = "csl_json"
_EXTRA = {
    _CSL: re.compile(r'"note"\s{0,20}:\s{0,20}"((?:[^"\\]|\\.)*)"', re.DOTALL),
    "zotero_rdf": re.compile(r"<dc:description>([^<]*)</dc:description>"),
}
_DELIMITERS = {"{": "}", '"': '"'}


def subjects(text: str, pieces: Iterable[Piece], kind: str) -> Iterator[Subject | LeftOver]:
    """Yield what is to be checked, in the order of the file.

    Args:
        text: the whole file.
        pieces: what its loader gives.
        kind: the loader's name.
    """
    blocks = scan(text) if kind == BIB else iter(())
    block = next(blocks, None)
    for piece in pieces:
        while block is not None and block.start < piece.span.start:
            block = next(blocks, None)
        if block is None or block.start != piece.span.start:
            yield _plain(text, piece, kind) if isinstance(piece, Record) else _left_over(piece)
        elif isinstance(piece, Record):
            yield _as_written(text, block, piece)
        else:
            yield _left_over(piece, is_broken=block.kind is BlockKind.BROKEN)


def _left_over(piece: Piece, *, is_broken: bool = False) -> LeftOver:
    assert isinstance(piece, LeftOver)  # a reference file has no drafts
    return msgspec.structs.replace(piece, is_fault=piece.is_fault or is_broken)


def _plain(text: str, record: Record, kind: str) -> Subject:
    place = Span(record.span.start, min(record.span.end, record.span.start + 1))
    return Subject(
        entry=record.entry,
        span=record.span,
        key_span=place,
        problems=record.problems,
        extra=_extra(text, record, kind),
    )


def _extra(text: str, record: Record, kind: str) -> Written | None:
    """Return what Zotero shows as Extra: the note of CSL, the description of RDF."""
    pattern = _EXTRA.get(kind)
    found = None if pattern is None else pattern.search(text, record.span.start, record.span.end)
    if found is None:
        return None
    span = Span(found.start(1), found.end(1))
    said = found[1].replace("\\n", "\n") if kind == _CSL else found[1]
    return Written(name="extra", name_span=span, span=span, text=said, is_plain=False)


def _as_written(text: str, block: Block, record: Record) -> Subject:
    fields = tuple(_field(text, field) for field in block.fields)
    return Subject(
        entry=record.entry,
        span=record.span,
        key_span=Span(block.key_start, max(block.key_end, block.key_start + 1)),
        problems=record.problems,
        type=block.type.lower(),
        fields=fields,
        inherits=any(field.name in PARENT_FIELDS for field in fields),
        is_tex=True,
    )


def _field(text: str, field: Field) -> Written:
    start, end = field.value_start, field.value_end
    is_plain = _is_one_text(text, start, end)
    span = Span(start + 1, end - 1) if is_plain else Span(start, end)
    return Written(
        name=field.name.lower(),
        name_span=Span(field.start, field.start + len(field.name)),
        span=span,
        text=text[span.start : span.end],
        is_plain=is_plain,
        is_quoted=is_plain and text[start] == '"',
    )


def _is_one_text(text: str, start: int, end: int) -> bool:
    """Tell whether a value is one text between its delimiters, and no sum of several."""
    closing = _DELIMITERS.get(text[start : start + 1])
    if closing is None or end - start < len('""') or text[end - 1] != closing:
        return False
    if "#" not in text[start:end]:
        return True
    depth = 0
    for place in range(start, end - 1):
        sign = text[place]
        depth += (sign == "{") - (sign == "}")
        if closing == "}" and depth == 0:
            return False
        if closing == '"' and sign == '"' and depth == 0 and place > start:
            return False
    return True


def fixes(findings: Iterable[Finding]) -> tuple[list[Swap], list[Finding]]:
    """Return what is to be written where, and the findings that are put right by it.

    Of two that change the same signs, the first is; another run finds the second.
    """
    swaps: list[Swap] = []
    fixed: list[Finding] = []
    for finding in sorted((one for one in findings if one.fix), key=_start_of_fix):
        wanted = [Swap(fix.span.start, fix.span.end, fix.text) for fix in finding.fix]
        if all(_is_free(swap, swaps) for swap in wanted):
            fixed.append(finding)
            for swap in wanted:
                swaps.insert(bisect(swaps, swap), swap)
    return swaps, fixed


def is_same_form(old: str, new: str) -> bool:
    """Tell whether two texts of .bib files have the same entries, with as many fields each."""
    return [*map(_form, scan(old))] == [*map(_form, scan(new))]


def _form(block: Block) -> tuple[object, ...]:
    return block.kind, block.type, block.key, len(block.fields), len(block.problems)


def _start_of_fix(finding: Finding) -> int:
    return finding.fix[0].span.start


def _is_free(swap: Swap, taken: list[Swap]) -> bool:
    """Tell whether a stretch lies apart from all others, which are in order."""
    place = bisect(taken, swap)
    return (place == 0 or taken[place - 1].end <= swap.start) and (
        place == len(taken) or swap.end <= taken[place].start
    )
