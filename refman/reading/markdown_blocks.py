"""Markdown cut into blocks: headings, list items, table rows, paragraphs, what is no prose.

Lines are read once and each belongs to one block, so that the blocks' spans hold all that is no
white space. Nesting is kept as the column where a block begins; that is all a list of papers needs.

Source: CommonMark 0.31.2, 4 and 5; GitHub Flavored Markdown, 4.10 (tables).
"""

import re
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from refman.model import Span

__all__ = ["Block", "BlockKind", "read_blocks"]

_MOST_ROW_LINES = 400
_TAB = 4


class BlockKind(Enum):
    """Name what a block is."""

    HEADING = "heading"
    ITEM = "item"
    HEAD = "head"  # a table's first row, over its divider
    ROW = "row"
    TEXT = "text"
    CODE = "code"  # between fences
    COMMENT = "comment"  # <!-- … -->
    DIVIDER = "divider"  # a rule, or the line below a table's head


class Block(NamedTuple):
    """Hold a block.

    Attributes:
        kind: what it is.
        start: its first character that is no blank.
        body: where its content begins, behind bullet, number or "#".
        end: behind its last character that is no blank.
        depth: a heading's level; else the column where it begins.
        cells: a row's cells, without the marks between them.
    """

    kind: BlockKind
    start: int
    body: int
    end: int
    depth: int
    cells: tuple[Span, ...] = ()


_LEAD = re.compile(r"(?:[ \t]{0,40}>){0,8}[ \t]{0,200}")
_OPENING = re.compile(
    r"(?P<heading>\#{1,6}(?=[ \t]|$)|\#{2,6}(?=[^\s\#])|<h(?P<level>[1-6])\b[^<>]{0,300}>)"
    r"|(?P<fence>`{3}|~{3})"
    r"|(?P<comment><!--)"
    r"|(?P<row>\|)"
    r"|(?P<markup_row><tr\b)"
    r"|(?P<item>(?:[-*+•●▪◦·–][ \t]+|\d{1,4}[.)、](?:[ \t]+|(?=[*\[])|(?=[^\W\d_]))"
    r"|<li\b[^<>]{0,300}>|[-+](?=\[|\*\*)|\*(?=\[))(?:\[[ xX]\][ \t]+)?)",
    re.IGNORECASE,
)
_RULE = re.compile(r"(?:[-*_=][ \t]{0,8}+){3,400}$")
_TABLE_RULE = re.compile(
    r"\|?[ \t]{0,40}+:?-++:?[ \t]{0,40}+(?:\|[ \t]{0,40}+:?-++:?[ \t]{0,40}+){0,60}\|?$"
)
_ROW_ENDS = re.compile(r"</tr\s?>", re.IGNORECASE)
_ROW_BREAKS = re.compile(r"[ \t]{0,200}(?:<tr\b|</table|</tbody)", re.IGNORECASE)
_MARKUP_CELL = re.compile(r"<t[dh]\b[^<>]{0,2000}>", re.IGNORECASE)
_PIPE = re.compile(r"\\.|\|", re.DOTALL)


class _Line(NamedTuple):
    first: int  # behind blanks
    start: int  # behind blanks and quote marks
    end: int  # before blanks and line end
    column: int


class _Lines:
    """Give the lines of a text one by one, with a look at the next; None is an empty line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._coming = self._read()
        self.next: _Line | None = None
        self.has_next = True
        self.advance()

    def advance(self) -> _Line | None:
        """Return the next line and go on."""
        line = self.next
        try:
            self.next = next(self._coming)
        except StopIteration:
            self.next, self.has_next = None, False
        return line

    def _read(self) -> Iterator[_Line | None]:
        text, place = self.text, 0
        while place < len(text):
            stop = text.find("\n", place)
            stop = len(text) if stop < 0 else stop
            lead = _LEAD.match(text, place, stop)
            start = lead.end() if lead else place
            end = place + len(text[place:stop].rstrip())
            if end > start:
                lead_in = text[place:start]
                first = start - len(lead_in.lstrip())
                yield _Line(first, start, end, len(lead_in.expandtabs(_TAB)))
            elif end > place and text[place:end].strip():
                first = end - len(text[place:end].lstrip())
                yield _Line(first, first, end, 0)  # nothing but quote marks
            else:
                yield None
            place = stop + 1


def read_blocks(text: str) -> Iterator[Block]:
    """Yield the blocks of a text, in their order; white space belongs to none."""
    reader = _Reader(text)
    while reader.lines.has_next:
        if (line := reader.lines.advance()) is None:
            reader.in_table = False
        else:
            yield reader.block(line)


class _Reader:
    """Cut a text into blocks; the state is whether a table goes on, and whether comments end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = _Lines(text)
        self.in_table = False
        self.comments_end = True

    def block(self, line: _Line) -> Block:
        """Return the block that a line begins; the lines that belong to it are taken."""
        kind, body = self._kind(line)
        if kind in {BlockKind.HEAD, BlockKind.ROW} and self.text[line.start] == "<":
            return self._markup_row(line)
        block = Block(kind, line.first, body, line.end, line.column)
        match kind:
            case BlockKind.HEADING:
                return block._replace(depth=self._level(line, body))
            case BlockKind.HEAD | BlockKind.ROW:
                self.in_table = True
                return block._replace(cells=_cells(self.text, line))
            case BlockKind.CODE:
                return block._replace(end=self._end_of_fence(line))
            case BlockKind.COMMENT:
                return block._replace(end=self._end_of_comment(line))
            case BlockKind.TEXT | BlockKind.ITEM:
                return block._replace(end=self._end_of_prose(line))
            case BlockKind.DIVIDER:
                return block

    def _kind(self, line: _Line) -> tuple[BlockKind, int]:
        """Return what a line begins, and where its content does."""
        if self._is_table_rule(line):
            return BlockKind.DIVIDER, line.start
        if _RULE.match(self.text, line.start, line.end):
            return BlockKind.DIVIDER, line.start
        if self.lines.next is not None and self._heads_table(line, self.lines.next):
            return BlockKind.HEAD, line.start
        found = _OPENING.match(self.text, line.start, line.end)
        name = None if found is None else found.lastgroup
        body = line.start if found is None else found.end()
        if name in {"heading", "level"}:
            return BlockKind.HEADING, body
        if name == "fence":
            return BlockKind.CODE, line.start
        if name == "comment" and self._is_comment(line):
            return BlockKind.COMMENT, line.start
        if name in {"row", "markup_row"} or (
            self.in_table and "|" in self.text[line.start : line.end]
        ):
            return BlockKind.ROW, line.start
        self.in_table = False
        return (BlockKind.ITEM, body) if name == "item" else (BlockKind.TEXT, line.start)

    def _is_table_rule(self, line: _Line) -> bool:
        return (
            "|" in self.text[line.start : line.start + 200]
            and _TABLE_RULE.match(self.text, line.start, line.end) is not None
        )

    def _heads_table(self, line: _Line, below: _Line) -> bool:
        return (
            not self.in_table
            and self._is_table_rule(below)
            and "|" in self.text[line.start : line.end]
        )

    def _level(self, line: _Line, body: int) -> int:
        mark = self.text[line.start : body]
        return int(mark[2]) if mark[0] == "<" else len(mark)

    def _is_comment(self, line: _Line) -> bool:
        """Tell whether a comment that ends is all that stands on its lines."""
        if not self.comments_end:
            return False
        shut = self.text.find("-->", line.start)
        self.comments_end = shut >= 0
        return shut >= line.end - len("-->")

    def _end_of_comment(self, line: _Line) -> int:
        shut = self.text.find("-->", line.start)
        end = line.end
        while end < shut and self.lines.has_next:
            below = self.lines.advance()
            end = end if below is None else below.end
        return end

    def _end_of_fence(self, line: _Line) -> int:
        fence = self.text[line.start : line.start + 3]
        end = line.end
        if self.text.find(fence, line.start + 3, line.end) >= 0:
            return end
        while self.lines.has_next:
            below = self.lines.advance()
            end = end if below is None else below.end
            if below is not None and self.text.startswith(fence, below.start):
                break
        return end

    def _end_of_prose(self, line: _Line) -> int:
        """Take the lines with which an item or paragraph goes on."""
        end = line.end
        while (below := self.lines.next) is not None and not self._begins_block(below):
            self.lines.advance()
            end = below.end
        return end

    def _begins_block(self, line: _Line) -> bool:
        """Tell whether a line begins a block that ends the paragraph above it."""
        return (
            self._is_table_rule(line)
            or _RULE.match(self.text, line.start, line.end) is not None
            or _OPENING.match(self.text, line.start, line.end) is not None
        )

    def _markup_row(self, line: _Line) -> Block:
        """Take the lines of a row that is written as <tr>…</tr>."""
        end = line.end
        for _ in range(_MOST_ROW_LINES):
            if _ROW_ENDS.search(self.text, line.start if end == line.end else end, end):
                break
            below = self.lines.next
            if not self.lines.has_next or (
                below is not None and _ROW_BREAKS.match(self.text, below.start, below.end)
            ):
                break
            self.lines.advance()
            if below is not None:
                end = below.end
                if _ROW_ENDS.search(self.text, below.start, below.end):
                    break
        marks = list(_MARKUP_CELL.finditer(self.text, line.start, end))
        edges = [*(mark.start() for mark in marks[1:]), end][: len(marks)]
        cells = tuple(Span(mark.end(), edge) for mark, edge in zip(marks, edges, strict=True))
        is_head = bool(marks) and all(mark[0][2] in "hH" for mark in marks)
        kind = BlockKind.HEAD if is_head else BlockKind.ROW
        return Block(kind, line.first, line.start, end, line.column, cells)


def _cells(text: str, line: _Line) -> tuple[Span, ...]:
    """Return the cells of a row; a bar behind a backslash parts none."""
    edges = [bar.start() for bar in _PIPE.finditer(text, line.start, line.end) if bar[0] == "|"]
    if text[line.start] != "|":
        edges.insert(0, line.start - 1)
    if not edges or edges[-1] != line.end - 1:
        edges.append(line.end)
    return tuple(Span(left + 1, right) for left, right in pairwise(edges))
