"""What stands around each line of a block: its paragraph, its block, the page's lines below it."""

from collections.abc import Sequence
from itertools import pairwise

import msgspec

from refman.reading.boilerplate import Field
from refman.reading.lines import Kind, Line
from refman.reading.weights import PART
from refman.reading.wraps import wrap_odds, wrap_width

__all__ = ["Around", "Stretch", "look_around"]

_LONGEST_STRETCH = 4_000
_FARTHEST_SUPPORT = 3
_SMALL_BLOCK = 4
_SHORTEST_ABSTRACT = 150
_NO_PROSE, _LITTLE_PROSE = 0.1, 0.2


class Stretch(msgspec.Struct, frozen=True, gc=False):
    """Hold what stands from a line to the end of its paragraph, as wrapping tells.

    Attributes:
        lines: how many; words and stops are sums over them.
        length: in characters, up to some thousands.
        ends_sentence: the paragraph does.
        below: the length of the paragraph that follows, if that is prose.
    """

    lines: int = 0
    length: int = 0
    words: int = 0
    stops: int = 0
    ends_sentence: bool = False
    below: int = 0

    @property
    def is_no_prose(self) -> bool:
        """Whether it has next to no function words."""
        return self.stops < _NO_PROSE * self.words or not self.words

    @property
    def is_prose(self) -> bool:
        """Whether it has as many function words as prose has."""
        return self.stops >= _LITTLE_PROSE * self.words > 0


class Around(msgspec.Struct, frozen=True, gc=False):
    """Hold what stands around a line.

    Attributes:
        above: the line before it, if there is one.
        wrap: the log-odds that it goes on with the paragraph above.
        wrap_below: the log-odds that the line below goes on with it.
        gap_below: how many blank lines follow.
        stretch: its paragraph, from here on.
        set_off: it stands below another one in a small block that prose follows.
        support: how much the page's lines right below it speak for a title here.
        resumes: it goes on with the sentence that the page's lines above it cut in two.
    """

    above: Line | None
    wrap: float
    wrap_below: float
    gap_below: int
    stretch: Stretch
    set_off: bool
    support: float
    resumes: bool

    @property
    def after_open_sentence(self) -> bool:
        """Whether the text above stops in the middle of a sentence."""
        looks = None if self.above is None else self.above.looks
        return looks is not None and not looks.ends_sentence


def look_around(
    lines: Sequence[Line], above: Line | None, width: int | None
) -> tuple[list[Around], int | None]:
    """Return what stands around each line, and the width that the block is wrapped at.

    Args:
        lines: a block of neighbours, never empty.
        above: the line before the block.
        width: of the block before, for a block too short to tell its own.
    """
    width = wrap_width(lines) or width
    before = (above, *lines[:-1])
    wraps = [wrap_odds(one, line, width) for one, line in zip(before, lines, strict=True)]
    stretches = _stretches(lines, wraps)
    columns = (
        before,
        wraps,
        (*wraps[1:], 0.0),
        (*(line.gap for line in lines[1:]), lines[-1].gap),
        stretches,
        _set_off(lines, stretches),
        _supports(lines),
        _resumes(lines),
    )
    return [Around(*row) for row in zip(*columns, strict=True)], width


def _stretches(lines: Sequence[Line], wraps: Sequence[float]) -> list[Stretch]:
    """Return for each line what stands from there to its paragraph's end; one pass, upwards."""
    stretches: list[Stretch] = []
    below, line_below, goes_on = Stretch(), None, False
    for line, wrap in zip(reversed(lines), reversed(wraps), strict=True):
        rest = below if goes_on and below.length < _LONGEST_STRETCH else Stretch()
        looks = line.looks
        below = Stretch(
            lines=rest.lines + 1,
            length=rest.length + line.stop - line.body,
            words=rest.words + (looks.words if looks else 1),
            stops=rest.stops + (looks.stops if looks else 0),
            ends_sentence=rest.ends_sentence if rest.lines else bool(looks and looks.ends_sentence),
            below=rest.below if rest.lines else _prose_below(line_below, below),
        )
        stretches.append(below)
        goes_on, line_below = wrap > 0, line
    stretches.reverse()
    return stretches


def _prose_below(line: Line | None, stretch: Stretch) -> int:
    """Return how much prose stands below a paragraph: the next one, or a list and what follows it.

    Args:
        line: the first one of the paragraph below.
        stretch: that paragraph.
    """
    if line is not None and not line.gap and (line.numbered or line.lower):
        return min(_LONGEST_STRETCH, stretch.length + stretch.below)
    return stretch.length if stretch.ends_sentence and stretch.is_prose else 0


def _set_off(lines: Sequence[Line], stretches: Sequence[Stretch]) -> list[bool]:
    """Tell for each line whether it stands below another one, the two being set off together.

    So they are where few lines stand between blank ones, and a paragraph of prose follows.
    """
    starts = [index for index, line in enumerate(lines) if line.gap or not index]
    found = [False] * len(lines)
    for start, end in pairwise(starts):
        follows = stretches[end]
        is_abstract = follows.length > _SHORTEST_ABSTRACT and not follows.is_no_prose
        if end - start <= _SMALL_BLOCK and is_abstract:
            found[start + 1 : end] = [True] * (end - start - 1)
    return found


def _supports(lines: Sequence[Line]) -> list[float]:
    """Return how much the page's lines right below each line speak for a title there."""
    supports: list[float] = []
    support, distance = 0.0, 0
    for line in reversed(lines):
        supports.append(support)
        distance += 1
        is_text = line.looks is not None and not line.is_names
        if distance > _FARTHEST_SUPPORT or is_text or (line.row is not None and line.row.apart):
            support, distance = 0.0, 0
        if (own := _support(line)) > 0:
            support, distance = own, 0
    supports.reverse()
    return supports


def _resumes(lines: Sequence[Line]) -> list[bool]:
    """Tell for each line whether page numbers and the like stand between it and its sentence."""
    found: list[bool] = []
    last_text: Line | None = None
    cut = False
    for line in lines:
        looks = None if last_text is None else last_text.looks
        is_open = looks is not None and not looks.ends_sentence
        found.append(cut and is_open and line.lower and line.looks is not None)
        cut = line.kind is Kind.BOILERPLATE
        if line.looks is not None:
            last_text = line
    return found


def _support(line: Line) -> float:
    """Return how much one line speaks for a title right above it."""
    if line.own is not None and line.kind is Kind.ADDRESS:
        return PART["own page"]
    if line.row is None or not line.row.beside_paper:
        return 0.0
    if line.row.gives is Field.AUTHORS:
        return PART["number of authors"]
    return PART["date below"] if line.row.gives is Field.DATE else PART["beside a paper"]
