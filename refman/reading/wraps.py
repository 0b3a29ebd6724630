"""Where a line goes on with the paragraph of the line above it.

A text that was wrapped at a width betrays it: a line ends where the first word of the next one no
longer fits. So each pair of lines says which widths it could have been wrapped at, and where most
pairs agree, that is the width.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

from refman.reading.lines import Kind, Line
from refman.reading.looks import Looks
from refman.reading.weights import WRAP

__all__ = ["wrap_odds", "wrap_width"]

_LONGEST_WIDTH = 200
_NARROWEST_WIDTH = 25
_FEWEST_PAIRS = 4
_LEAST_SHARE = 0.4
_USUAL_WIDTH = 35
_OVERHANG = 2
_RAGGED = 0.86
_GOES_ON = tuple("(,;:)-–&/+=%")
_MOST_TOO_LONG = 0.05
_TEXTS = {Kind.TEXT, Kind.PROSE, Kind.LABELLED}


def wrap_width(lines: Sequence[Line]) -> int | None:
    """Return the width in columns that lines were wrapped at, or None where there is none."""
    steps = [0] * (_LONGEST_WIDTH + 2)
    pairs = 0
    for above, line in pairwise(lines):
        if line.gap or line.cell or above.kind not in _TEXTS or line.kind not in _TEXTS:
            continue
        columns = _columns(above)
        narrowest, widest = max(columns, _columns(line)), columns + line.first_word
        if narrowest > _LONGEST_WIDTH:
            continue
        pairs += 1
        if narrowest <= widest:
            steps[narrowest] += 1
            steps[min(widest, _LONGEST_WIDTH) + 1] -= 1
    votes, best, width = 0, 0, 0
    for columns, step in enumerate(steps):
        votes += step
        if votes > best:
            best, width = votes, columns
    if best < max(_FEWEST_PAIRS, _LEAST_SHARE * pairs + math.sqrt(pairs)):
        return None
    columns_of = [_columns(line) for line in lines if line.kind is Kind.TEXT]
    too_long = sum(columns > width + _OVERHANG for columns in columns_of)
    if width < _NARROWEST_WIDTH or too_long > _MOST_TOO_LONG * len(columns_of):
        return None
    return width


def wrap_odds(above: Line | None, line: Line, width: int | None) -> float:
    """Return the log-odds that a line goes on with the paragraph of the one above it."""
    if above is None or line.gap:
        return WRAP["across a blank line"]
    if above.kind in {Kind.BOILERPLATE, Kind.ADDRESS} and line.looks is not None:
        odds = WRAP["page's line above"]
    else:
        odds = WRAP["across cells"] if line.cell else _by_width(above, line, width)
    looks = above.looks
    if line.lower:
        odds += WRAP["starts lower"]
    elif line.text[:1] in _GOES_ON:
        odds += WRAP["starts with a mark"]
    if looks is not None and looks.ends_open:
        odds += WRAP["open end before"]
    elif looks is not None and looks.ends_sentence:
        odds += WRAP["sentence end before"]
    if looks is not None and line.looks is not None:
        odds += WRAP["manner changes"] * _changes(looks, line.looks)
        odds += WRAP["names begin"] * (line.is_names and not above.is_names)
    if line.numbered:
        odds += WRAP["numbered"]
    if line.indent > above.indent and above.field is not None:
        odds += WRAP["hangs under a label"]
    elif line.indent != above.indent:
        odds += WRAP["indented"]
    return odds


def _changes(above: Looks, here: Looks) -> bool:
    """Tell whether a headline stops here, or begins behind a sentence; few words tell nothing.

    In the middle of a sentence, words with capitals are but names.
    """
    if above.headline is True:
        return here.headline is False
    return above.headline is False and here.headline is True and above.ends_sentence


def _by_width(above: Line, line: Line, width: int | None) -> float:
    columns = _columns(above)
    if width is None:
        if above.kind is Kind.PROSE:
            return WRAP["long line before"]
        return WRAP["no width" if columns >= _USUAL_WIDTH else "no width, short line"]
    is_one_word = line.first_word >= line.length
    if max(columns, 0 if is_one_word else _columns(line)) > width + _OVERHANG:
        return WRAP["too long for the width"]
    wanted = columns + 1 + line.first_word
    if wanted > width:
        return WRAP["fits the width"]
    return WRAP["ragged" if wanted > _RAGGED * width else "too short for the width"]


def _columns(line: Line) -> int:
    return line.indent + line.length
