"""Papers in the rows of a table, whatever the order of its columns."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refman.model import LeftOver, LinkKind, Span
from refman.reading.evidence import Candidate
from refman.reading.labels import Field, field_of, kinds_of_label, plain
from refman.reading.markdown import read_inline
from refman.reading.markdown_blocks import Block
from refman.reading.markdown_drafts import Gathered, draft_of, left_over
from refman.reading.markdown_lines import Line, lines_between, read_line
from refman.reading.markdown_titles import Title, shown

__all__ = ["Column", "read_head", "read_row"]

_PRIOR = {Field.TITLE: 3.0, Field.NAME: 0.5}
_OF_LINKS = -1.0
_FEWEST_WORDS = 3
_SURE_WEIGHT = 1.0


class Column(NamedTuple):
    """Hold what the head of a column says: the field it holds, what its links are."""

    field: Field | None
    kinds: tuple[LinkKind, ...]


def read_head(text: str, block: Block) -> list[Column]:
    """Return what the cells of a table's head say."""
    heads = [shown(read_inline(text, cell.start, cell.end)) for cell in block.cells]
    return [Column(field_of(head), kinds_of_label(head)) for head in heads]


def read_row(text: str, block: Block, columns: Sequence[Column]) -> Iterator[Candidate | LeftOver]:
    """Yield the papers of a row; several where several cells or lines have title and paper each."""
    lines: list[tuple[Line, Field | None]] = []
    for place, cell in enumerate(block.cells):
        column = columns[place] if place < len(columns) else Column(None, ())
        lines += ((line, column.field) for line in _lines_of_cell(text, cell, column))
    starts = _titles(lines)
    whole = Span(block.start, block.end)
    if not starts:
        yield left_over(text, whole, "a row that names no paper")
        return
    edges = [0, *starts[1:], len(lines)]
    for number, place in enumerate(starts):
        part = [line for line, _ in lines[edges[number] : edges[number + 1]]]
        start = whole.start if number == 0 else part[0].start
        end = whole.end if number == len(starts) - 1 else lines[starts[number + 1]][0].start
        span = Span(start, start + len(text[start:end].rstrip()))
        title = lines[place][0].title
        assert title is not None
        draft = draft_of(text, Gathered(title, part, span, is_row=True))
        yield draft or left_over(text, span, "a row that names no paper")


def _lines_of_cell(text: str, cell: Span, column: Column) -> Iterator[Line]:
    for written in lines_between(text, cell.start, cell.start, cell.end):
        line = read_line(text, written.start, written.end, written.pieces, column.kinds)
        field = column.field or line.field
        if field in _PRIOR or field is None:
            title = line.title
            if title is None and field is Field.TITLE and (words := plain(shown(line.pieces))):
                title = Title(words, 0.0, line.start, line.end, "its column")
            if title is not None:
                prior = _PRIOR[field] if field else _OF_LINKS * bool(column.kinds)
                is_paper = field is Field.NAME and LinkKind.PAPER in column.kinds
                named = field is Field.TITLE or (is_paper and title.weight > _SURE_WEIGHT)
                how = "named so" if named else title.how
                title = title._replace(weight=title.weight + prior, how=how)
        else:
            title = None
        yield line._replace(title=title, field=column.field or line.field)


def _titles(lines: Sequence[tuple[Line, Field | None]]) -> list[int]:
    """Return which lines begin a paper: the best, and all others that are as sure as it."""
    weighed = [
        (line.title.weight, place)
        for place, (line, _) in enumerate(lines)
        if line.title is not None
    ]
    if not weighed:
        return []
    best = max(weighed, key=lambda pair: (pair[0], -pair[1]))
    several = [
        place
        for weight, place in weighed
        if weight >= best[0] - 1 and lines[place][0].is_strong and _is_own(lines[place][0])
    ]
    return several if best[1] in several else [best[1]]


def _is_own(line: Line) -> bool:
    return (
        line.title is not None
        and line.title.own_link
        and len(line.title.text.split()) >= _FEWEST_WORDS
    )
