"""What speaks for each part that a line can be: the weights of one line, put together.

A line gets one *candidate* for each part that it can be at all; most get two to five.
"""

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise

import msgspec

from refman.reading.boilerplate import Field
from refman.reading.lines import Kind, Line
from refman.reading.weights import ABSTRACT, ABSTRACT_LENGTHS, PART, Part, by_bound
from refman.reading.wraps import wrap_odds, wrap_width

__all__ = ["NEUTRAL", "Candidate", "Group", "Habits", "candidates_of", "lack_of_abstract"]


class Group(IntEnum):
    """Name the parts that a line may follow upon, as far as it matters to the line."""

    OUTSIDE = 0
    TITLE = 1
    AUTHORS = 2
    NOTE = 3
    ABSTRACT = 4


Candidate = tuple[Part, tuple[float, float, float, float, float]]
"""A part, and the log-odds for it behind each group."""


class Habits(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a page does throughout, as a first reading of its head tells.

    Attributes:
        numbered: the share of titles with a number or bullet.
        without_abstract: the share of papers that have no abstract.
        paragraphs: the share of papers whose abstract has more than one paragraph.
        foreign: the share of text that no paper holds, of all that is neither abstract nor note.
        labelled: the share of titles that a label stands before.
        full_stops: the share of titles that end with a full stop.
        headlines: the share of titles whose words have capitals.
        title_gap: the number of blank lines before a title that is never undercut.
        numbers_lead: identifiers stand before their titles.
        dates_lead: dates stand before their titles.
    """

    numbered: float | None = None
    without_abstract: float | None = None
    labelled: float = 0.0
    full_stops: float = 0.5
    headlines: float = 0.5
    paragraphs: float = 0.5
    foreign: float = 0.0
    title_gap: int = 0
    numbers_lead: bool = False
    dates_lead: bool = False


NEUTRAL = Habits()
"""Nothing is known yet."""


class _Stretch(msgspec.Struct, frozen=True, gc=False):
    """Hold what stands from a line to the end of its paragraph, as wrapping tells.

    Attributes:
        lines: how many; the other figures are sums over them.
        ends_sentence: the paragraph does.
        below: the length of the paragraph that follows, if that is prose.
    """

    lines: int = 0
    length: int = 0
    words: int = 0
    stops: int = 0
    ends_sentence: bool = False
    below: int = 0


_EMPTY = _Stretch()
_MOST = 4_000
_FARTHEST_SUPPORT = 3
_SMALL_BLOCK = 4
_RARE, _COMMON = 0.1, 0.5
_NO_PROSE, _LITTLE_PROSE = 0.1, 0.2
_USUAL_FOREIGN = 0.3
_SMALL_LENGTH, _SMALL_WORDS = 60, 8
_LONGEST_TITLE = 700
_LONGEST_WRAPPED_TITLE = 350
_HARD_BREAK, _CLEAR_BREAK, _SURE_WRAP = -3.0, -1.0, 2.5
_NAMES = 0.5
_LONGEST_REST_OF_NAMES = 4
_NO = float("-inf")
_LEADING = {Field.IDENTIFIER, Field.DATE, Field.NUMBER}


def candidates_of(
    lines: Sequence[Line], above: Line | None, width: int | None, habits: Habits
) -> tuple[list[list[Candidate]], int | None]:
    """Return the candidates of each line of a block, and the width that the block is wrapped at.

    Args:
        lines: a block of neighbours.
        above: the line before the block.
        width: of the block before, for a block too short to tell its own.
        habits: of the page.
    """
    width = wrap_width(lines) or width
    wraps = [
        wrap_odds(before, line, width) for before, line in zip((above, *lines), lines, strict=False)
    ]
    stretches = _stretches(lines, wraps)
    gaps = [*(line.gap for line in lines[1:]), lines[-1].gap]
    below = [*wraps[1:], 0.0]
    small = _in_small_blocks(lines, stretches)
    supports = _supports(lines)
    rows = [
        _candidates(*signs, habits)
        for signs in zip(
            lines, (above, *lines), wraps, below, stretches, gaps, small, supports, strict=False
        )
    ]
    return rows, width


def _stretches(lines: Sequence[Line], wraps: Sequence[float]) -> list[_Stretch]:
    """Return for each line what stands from there to the end of its paragraph; one pass, upwards."""
    stretches: list[_Stretch] = []
    below, below_line, goes_on = _EMPTY, None, False
    for line, wrap in zip(reversed(lines), reversed(wraps), strict=True):
        rest = below if goes_on and below.length < _MOST else _EMPTY
        looks = line.looks
        below = _Stretch(
            lines=rest.lines + 1,
            length=rest.length + line.end - line.body,
            words=rest.words + (looks.words if looks else 1),
            stops=rest.stops + (looks.stops if looks else 0),
            ends_sentence=rest.ends_sentence if rest.lines else bool(looks and looks.ends_sentence),
            below=rest.below if rest.lines else _prose_below(below_line, below),
        )
        stretches.append(below)
        goes_on, below_line = wrap > 0, line
    stretches.reverse()
    return stretches


def _supports(lines: Sequence[Line]) -> list[float]:
    """Return how much the page's lines right below each line speak for a title there."""
    supports: list[float] = []
    support, distance = 0.0, 0
    for line in reversed(lines):
        supports.append(support)
        distance += 1
        if distance > _FARTHEST_SUPPORT or (line.looks is not None and not _is_names(line)):
            support, distance = 0.0, 0
        if (own := _support(line)) > 0:
            support, distance = own, 0
    supports.reverse()
    return supports


def _is_names(line: Line) -> bool:
    return line.looks is not None and line.looks.names > _NAMES


def _support(line: Line) -> float:
    if line.own is not None:
        return PART["own page"]
    if line.row is None or not line.row.beside_paper:
        return 0.0
    if line.row.gives is Field.AUTHORS:
        return PART["number of authors"]
    return PART["date below"] if line.row.gives is Field.DATE else PART["beside a paper"]


def _in_small_blocks(lines: Sequence[Line], stretches: Sequence[_Stretch]) -> list[bool]:
    """Tell for each line whether it stands below another one, the two being set off together.

    So they are where few lines stand between blank ones, and a paragraph of prose follows.
    """
    starts = [index for index, line in enumerate(lines) if line.gap or not index]
    found = [False] * len(lines)
    for start, end in pairwise(starts):
        if end - start <= _SMALL_BLOCK and _is_abstract(stretches[end]):
            found[start + 1 : end] = [True] * (end - start - 1)
    return found


def _candidates(
    line: Line,
    before: Line | None,
    wrap: float,
    wrap_below: float,
    stretch: _Stretch,
    gap_below: int,
    in_small_block: bool,
    support: float,
    habits: Habits,
) -> list[Candidate]:
    lacks = lack_of_abstract(habits)
    if line.kind is Kind.LABELLED:
        return _labelled(line, wrap, gap_below, habits, lacks)
    if line.kind in {Kind.BOILERPLATE, Kind.ADDRESS}:
        return _boilerplate(line, wrap, gap_below, habits, lacks)
    assert line.looks is not None  # text and prose were looked at
    starts = min(1.0 if line.gap or wrap <= _HARD_BREAK else 0.0, max(-4.0, -wrap))
    inner = min(0.0, starts)
    unclear = PART["no clear break"] if not line.gap and wrap > _CLEAR_BREAK else 0.0
    opened = PART["open sentence before"] * (_is_open(before) and not line.numbered)
    leave = PART["text leaves the paper"]
    found: list[Candidate] = [
        (Part.OUT, (max(0.0, wrap), lacks, lacks, lacks, leave + inner + opened))
    ]
    if line.end - line.body <= _LONGEST_TITLE:
        title = line.looks.title + _by_habit(line, habits) + starts + unclear
        title += 0.0 if _is_names(line) else support
        if wrap_below > _SURE_WRAP and (
            stretch.ends_sentence or stretch.length > _LONGEST_WRAPPED_TITLE
        ):
            title += PART["wraps as prose"]
        after = title + opened
        under = title + lacks
        below_title = under + PART["inside a small block"] * in_small_block
        found.append((Part.TITLE, (title, below_title, under, under, after)))
        if not line.gap and not line.numbered:
            more = line.looks.manner + wrap
            found.append((Part.TITLE_MORE, (0.0, more, 0.0, 0.0, 0.0)))
    found += _authors(line, before, wrap)
    first, further = _abstract(line, stretch)
    if habits.paragraphs < _RARE:
        further += ABSTRACT["others are one paragraph"]
    if line.numbered and not (habits.numbered or 0.0) > _COMMON:
        further = max(further, ABSTRACT["item of a list"])
    first, further = first + inner + unclear, further + inner + opened
    found.append((Part.ABSTRACT, (0.0, first, first, first, further)))
    if not line.gap:
        begins = line.looks.headline is True and not _is_open(before)
        more = wrap + PART["headline in prose"] * begins
        found.append((Part.ABSTRACT_MORE, (0.0, 0.0, 0.0, 0.0, more)))
    if _is_small(line, before):
        small = PART["small text"] + inner
        under = PART["small text"] if line.gap else PART["small text under a title"]
        found += [
            (Part.NOTE, (_NO, under + inner, under + inner, small, _NO)),
            (Part.TAIL, (_NO, _NO, _NO, _NO, small)),
        ]
    return found


def _authors(line: Line, before: Line | None, wrap: float) -> list[Candidate]:
    """Return the candidates of a line of names, or of one that ends a name begun above it."""
    assert line.looks is not None
    if line.looks.names >= _NAMES:
        names = 5 * (line.looks.names - _NAMES) + PART["names"]
        inner = min(0.0, max(-4.0, -wrap))
        under = names + inner + PART["names after an open end"] * _ends_open(before)
        goes_on = names + max(-3.0, min(1.0, wrap))
        sure = _is_names(line)
        return [
            (Part.AUTHORS, (_NO, under, goes_on, names if sure else _NO, _NO)),
            (Part.AUTHORS_BELOW, (_NO, _NO, _NO, _NO, names + inner if sure else _NO)),
        ]
    if wrap > 0 and _goes_on_with_names(before, line):
        goes_on = PART["names"] + min(1.0, wrap)
        return [
            (Part.AUTHORS, (_NO, _NO, goes_on, _NO, _NO)),
            (Part.AUTHORS_BELOW, (_NO, _NO, _NO, _NO, goes_on)),
        ]
    return []


def _labelled(
    line: Line, wrap: float, gap_below: int, habits: Habits, lacks: float
) -> list[Candidate]:
    """Return the candidates of a line whose label says what it is."""
    label = PART["label"]
    found: list[Candidate] = [(Part.OUT, (0.0, lacks, lacks, lacks, 0.0))]
    if line.field is Field.TITLE:
        found.append((Part.TITLE, (label, label + lacks, label + lacks, label + lacks, label)))
    elif line.field is Field.AUTHORS:
        found.append((Part.AUTHORS, (_NO, label, label, label, _NO)))
        found.append((Part.AUTHORS_BELOW, (_NO, _NO, _NO, _NO, label)))
    elif line.field is Field.ABSTRACT:
        found.append((Part.ABSTRACT, (0.0, label, label, label, 0.0)))
    else:
        found += _notes(PART["note"])
        found += _lead(line, gap_below, habits, lacks)
    if not line.gap:
        found.append((Part.ABSTRACT_MORE, (_NO, _NO, _NO, _NO, wrap)))
    return found


def _boilerplate(
    line: Line, wrap: float, gap_below: int, habits: Habits, lacks: float
) -> list[Candidate]:
    """Return the candidates of a line that is the page's, or that stands with a paper."""
    found: list[Candidate] = [(Part.OUT, (0.0, lacks, lacks, lacks, 0.0))]
    found += _notes(PART["boilerplate"])
    found += _lead(line, gap_below, habits, lacks)
    if not line.gap:
        inside = wrap + PART["boilerplate in a paragraph"]
        found.append((Part.ABSTRACT_MORE, (0.0, 0.0, 0.0, 0.0, inside)))
        found.append((Part.TITLE_MORE, (0.0, inside, 0.0, 0.0, 0.0)))
    return found


def _notes(weight: float) -> list[Candidate]:
    """Return the candidates for standing inside a paper."""
    return [
        (Part.NOTE, (_NO, weight, weight, weight, _NO)),
        (Part.TAIL, (_NO, _NO, _NO, _NO, weight)),
    ]


def _lead(line: Line, gap_below: int, habits: Habits, lacks: float) -> list[Candidate]:
    """Return the candidate for standing before the title, for a line that tells of a paper."""
    if line.again:
        return []
    gives = Field.IDENTIFIER if line.own else line.row.gives if line.row else line.field
    if gives not in _LEADING:
        return []
    if line.row is not None and line.row.leads:
        weight = PART["leads"]
    else:
        leads = habits.numbers_lead if gives is Field.IDENTIFIER else habits.dates_lead
        nearer = (line.gap > gap_below) - (line.gap < gap_below)
        weight = PART["stands with the next"] * (nearer + 2 * leads if nearer else 2 * leads - 1)
    first = max(weight, PART["stands with the next"] / 2)
    return [(Part.LEAD, (first, weight + lacks, weight + lacks, weight + lacks, weight))]


def _prose_below(line: Line | None, stretch: _Stretch) -> int:
    """Return how much prose stands below a paragraph: the next one, or a list and what follows it.

    Args:
        line: the first one of the paragraph below.
        stretch: that paragraph.
    """
    if line is not None and not line.gap and (line.numbered or line.lower):
        return min(_MOST, stretch.length + stretch.below)
    return stretch.length if _is_prose(stretch) else 0


def _is_abstract(stretch: _Stretch) -> bool:
    long_enough = stretch.length > _LONGEST_WRAPPED_TITLE / 2
    return long_enough and stretch.stops > _NO_PROSE * stretch.words


def _is_prose(stretch: _Stretch) -> bool:
    return stretch.ends_sentence and stretch.stops > _LITTLE_PROSE * stretch.words


def _abstract(line: Line, stretch: _Stretch) -> tuple[float, float]:
    """Return the log-odds that a paragraph begins here: an abstract's first one, a further one."""
    assert line.looks is not None
    weight = by_bound(ABSTRACT_LENGTHS, stretch.length)
    if stretch.below and stretch.stops > _LITTLE_PROSE * stretch.words:
        below = by_bound(ABSTRACT_LENGTHS, stretch.below) + ABSTRACT["prose follows"]
        weight = max(weight, below)
    share = stretch.stops / max(1, stretch.words)
    if share < _NO_PROSE:
        weight += ABSTRACT["no prose"]
    elif share < _LITTLE_PROSE:
        weight += ABSTRACT["little prose"]
    weight += ABSTRACT["ends as sentence" if stretch.ends_sentence else "ends otherwise"]
    if line.looks.headline or (line.looks.title > 2 and stretch.length < 200):
        weight += ABSTRACT["headline"]
    if line.looks.names >= _NAMES:
        weight += ABSTRACT["names"]
    return weight, min(weight, ABSTRACT["further paragraph"])


def _by_habit(line: Line, habits: Habits) -> float:
    """Return what the page's habits say for a title here."""
    assert line.looks is not None
    weight = PART["gap is too small"] * (line.gap < habits.title_gap)
    weight += PART["others have labels"] * habits.labelled
    if (habits.without_abstract or 0.0) > 1 - _RARE and habits.foreign < 2 * _RARE:
        weight += PART["others are titles alone"]
    if habits.full_stops < _RARE and line.text.endswith("."):
        weight += PART["unlike other titles"]
    if habits.headlines > 1 - _RARE and line.looks.headline is False:
        weight += PART["unlike other titles"]
    if habits.numbered is None:
        return weight + PART["number in front"] * line.numbered
    if line.numbered:
        return weight + PART["number in front"] * (4 * habits.numbered - 1)
    return weight - 5 * max(0.0, habits.numbered - 0.5)


def lack_of_abstract(habits: Habits) -> float:
    """Return the log-odds against a paper that ends without an abstract."""
    foreign = 5 * max(0.0, habits.foreign - _USUAL_FOREIGN)
    if habits.without_abstract is None:
        return PART["no abstract"] - foreign
    return PART["no abstract"] * (1.3 - habits.without_abstract) - foreign


def _ends_open(before: Line | None) -> bool:
    return before is not None and before.looks is not None and before.looks.ends_open


def _goes_on_with_names(before: Line | None, line: Line) -> bool:
    """Tell whether a line may hold the rest of a name that the line above began."""
    assert line.looks is not None
    looks = None if before is None else before.looks
    named = looks is not None and looks.names >= _NAMES
    return named and line.looks.words <= _LONGEST_REST_OF_NAMES and not line.looks.ends_sentence


def _is_open(before: Line | None) -> bool:
    """Tell whether the text above stops in the middle of a sentence."""
    looks = None if before is None else before.looks
    return looks is not None and not looks.ends_sentence


def _is_small(line: Line, before: Line | None) -> bool:
    """Tell whether a line can be a word beside a paper: an organisation, a tag, more of a note."""
    assert line.looks is not None
    if before is not None and before.field is Field.NOTE and not line.gap:
        return True
    if line.numbered or (line.looks.ends_sentence and line.looks.stops):
        return False
    return line.end - line.body <= _SMALL_LENGTH and line.looks.words <= _SMALL_WORDS
