"""Blocks of Markdown put together to papers.

A paper is a title and what belongs to it: its links in the same line, in the lines below, in items
nested under it, in the other cells of its row. A line that may be a title is held until what
follows shows whether it was one.
"""

from collections.abc import Iterator

from refman.model import Draft, LeftOver, Span
from refman.reading.evidence import Candidate, believed
from refman.reading.labels import Field, is_section, plain
from refman.reading.markdown import read_inline
from refman.reading.markdown_blocks import Block, BlockKind, read_blocks
from refman.reading.markdown_drafts import Gathered, draft_of, left_over
from refman.reading.markdown_lines import Line, lines_between
from refman.reading.markdown_rows import Column, read_head, read_row
from refman.reading.markdown_titles import Title, shown

__all__ = ["NO_PAPER", "read_papers"]

NO_PAPER = "a title with links, and nothing that shows a paper"

_LONGEST_BLOCK = 10_000
"""No list says more of one paper; a longer block is kept aside unread."""

_LEAST_WEIGHT = 0.5
_STANDS_OUT = 1.8
_TOP_LEVEL = 1
_WHY = {
    BlockKind.HEADING: "a heading",
    BlockKind.HEAD: "a table's head",
    BlockKind.CODE: "code",
    BlockKind.COMMENT: "a comment",
    BlockKind.DIVIDER: "a rule",
}
_LOOSE = {BlockKind.TEXT, BlockKind.HEADING}


def read_papers(text: str) -> Iterator[Draft | LeftOver]:
    """Yield the papers of a text in Markdown, and all else with the reason why it is none.

    What is yielded is in the order of the text, does not overlap, and holds all but white space.
    """
    for piece in believed(_candidates(text)):
        if isinstance(piece, Candidate):
            yield left_over(text, piece.draft.span, NO_PAPER)
        else:
            yield piece


def _candidates(text: str) -> Iterator[Candidate | LeftOver]:
    reader = _Reader(text)
    for block in read_blocks(text):
        yield from reader.take(block)
    yield from reader.close()


class _Held:
    """Hold a title, and the lines that belong to it so far."""

    def __init__(self, block: Block, title: Title, line: Line) -> None:
        self.block = block
        self.title = title
        self.lines = [line]
        self.end = line.end
        self.abstract: Span | None = None
        self.awaits_abstract = False
        self.has_paper = line.has_paper
        self.has_links = bool(line.links)

    def add(self, line: Line) -> None:
        """Take a line in; the text behind the word "Abstract" is the abstract."""
        self.lines.append(line)
        self.end = line.end
        self.has_paper = self.has_paper or line.has_paper
        self.has_links = self.has_links or bool(line.links)
        if self.abstract is None and (line.field is Field.ABSTRACT or self.awaits_abstract):
            start = line.value if line.field is Field.ABSTRACT else line.start
            self.abstract = _text_span(line, start)
            self.awaits_abstract = self.abstract is None
        elif self.abstract is None:
            self.awaits_abstract = plain(shown(line.pieces)).casefold() in {"abstract", "摘要"}


class _Reader:
    """Take blocks one by one; the state is the paper that is held and where the text stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.held: _Held | None = None
        self.waiting: list[Line] = []  # blank lines behind the held paper
        self.columns: list[Column] = []
        self.skipped_level: int | None = None

    def close(self) -> Iterator[Candidate | LeftOver]:
        """Yield what is held: a draft, or what names no paper."""
        held, waiting = self.held, self.waiting
        self.held, self.waiting = None, []
        if held is not None:
            span = Span(held.lines[0].start, held.end)
            is_heading = held.block.kind is BlockKind.HEADING
            gathered = Gathered(held.title, held.lines, span, held.abstract, is_heading)
            draft = draft_of(self.text, gathered)
            yield draft or left_over(self.text, span, _WHY.get(held.block.kind, "names no paper"))
        for line in waiting:
            yield self._without_paper(line, "pictures or markup")

    def take(self, block: Block) -> Iterator[Candidate | LeftOver]:
        """Yield what a block ends, and what it is if that is clear."""
        span = Span(block.start, block.end)
        if block.kind is BlockKind.HEADING:
            yield from self._take_heading(block)
        elif self.skipped_level is not None:
            yield left_over(self.text, span, "a section that lists no papers")
        elif block.end - block.start > _LONGEST_BLOCK:
            yield from self.close()
            yield left_over(self.text, span, "too long for one paper")
        elif block.kind is BlockKind.ROW:
            yield from self.close()
            yield from read_row(self.text, block, self.columns)
        elif (why := _WHY.get(block.kind)) is not None:
            yield from self.close()
            yield left_over(self.text, span, why)
            if block.kind is BlockKind.HEAD:
                self.columns = read_head(self.text, block)
        else:
            self.columns = []
            lines = list(lines_between(self.text, block.start, block.body, block.end))
            for line, below in zip(lines, [*lines[1:], None], strict=True):
                yield from self._take_line(block, line, heads=_heads(line, below))

    def _take_heading(self, block: Block) -> Iterator[Candidate | LeftOver]:
        yield from self.close()
        self.columns = []
        if self.skipped_level is not None and block.depth > self.skipped_level:
            yield self._heading(block)
            return
        shown_title = shown(
            read_inline(self.text, block.body, min(block.end, block.body + _LONGEST_BLOCK))
        )
        self.skipped_level = None
        if is_section(shown_title):
            self.skipped_level = block.depth
        if (
            self.skipped_level is not None
            or block.depth == _TOP_LEVEL
            or block.end - block.start > _LONGEST_BLOCK
        ):
            yield self._heading(block)
            return
        *first, last = lines_between(self.text, block.start, block.body, block.end)
        if first or last.title is None or last.title.weight < _LEAST_WEIGHT:
            yield self._heading(block)
        else:
            self.held = _Held(block, last.title, last)

    def _heading(self, block: Block) -> LeftOver:
        return left_over(self.text, Span(block.start, block.end), "a heading")

    def _take_line(
        self, block: Block, line: Line, *, heads: bool
    ) -> Iterator[Candidate | LeftOver]:
        held = self.held
        if line.is_blank:
            if held is None:
                yield self._without_paper(line, "pictures or markup")
            else:
                self.waiting.append(line)
            return
        titled = line.title is not None and line.title.weight >= _LEAST_WEIGHT
        if held is not None and self._belongs(held, block, line, titled=titled, heads=heads):
            for waiting in self.waiting:
                held.add(waiting)
            self.waiting = []
            held.add(line)
            return
        yield from self.close()
        if titled:
            assert line.title is not None
            self.held = _Held(block, line.title, line)
        else:
            yield self._without_paper(line, "links without a title" if line.links else "text")

    def _belongs(self, held: _Held, block: Block, line: Line, *, titled: bool, heads: bool) -> bool:
        """Tell whether a line goes on with the paper that is held."""
        if held.block.kind is BlockKind.ITEM:
            near = block is held.block or block.depth > held.block.depth
        else:
            near = block is held.block
        if held.awaits_abstract and not (line.title is not None and line.title.own_link):
            return True
        if titled and line.title is not None:
            return not (heads and held.has_paper) and self._is_remark(
                held, line, line.title, near=near
            )
        if near:
            return True
        if line.links:
            return held.block.kind in _LOOSE or not held.has_links or block.kind is BlockKind.TEXT
        return held.block.kind is BlockKind.HEADING or (
            held.block.kind is BlockKind.TEXT and (line.value > 0 or held.awaits_abstract)
        )

    def _is_remark(self, held: _Held, line: Line, title: Title, *, near: bool) -> bool:
        """Tell whether a line that may be a title only says more of the paper that is held."""
        if held.has_paper:
            if near:
                return not (line.is_strong and title.weight >= _STANDS_OUT)
            return (
                held.block.kind is BlockKind.HEADING
                and not line.links
                and title.weight < _STANDS_OUT
            )
        if line.is_strong and title.weight >= 1:
            return False
        sure = held.title.weight > title.weight or held.title.how == "named so"
        if near:
            return sure or held.has_links
        return held.block.kind in _LOOSE and sure and (not line.links or title.weight < 1)

    def _without_paper(self, line: Line, why: str) -> LeftOver:
        return left_over(self.text, Span(line.start, line.end), why)


def _heads(line: Line, below: Line | None) -> bool:
    """Tell whether a line without links stands over one that is nothing but a paper's links."""
    return (
        line.title is not None
        and line.title.weight > 1
        and not line.links
        and below is not None
        and below.has_paper
        and below.title is None
    )


def _text_span(line: Line, start: int) -> Span | None:
    """Return where the text of a line stands behind a place, or None where there is none."""
    texts = [piece for piece in line.pieces if piece.end > start and piece.text.strip()]
    if not texts:
        return None
    return Span(max(start, texts[0].start), texts[-1].end)
