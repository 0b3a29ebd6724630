"""How much each sign counts when lines are told apart: every figure of refman.reading in one place.

All are log-odds: +1 makes a reading 2.7 times likelier, -1 as much less likely. They were set by
hand and tried on the shapes of ``tests/samples.py``; where a figure seems wrong, change it here and
look at the table that ``tests/reading/test_shapes.py`` prints.
"""

from collections.abc import Mapping, Sequence
from enum import IntEnum

__all__ = [
    "ABSTRACT",
    "ABSTRACT_LENGTHS",
    "CAPITALS",
    "JUDGEMENT",
    "LENGTHS",
    "MOVES",
    "PART",
    "TITLE",
    "WORD_COUNTS",
    "WRAP",
    "Part",
    "by_bound",
]

Bounds = Sequence[tuple[float, float]]
"""Rows of (upper bound, weight), bounds rising; the last one holds for all above."""


class Part(IntEnum):
    """Name what a line is, within a paper or outside.

    A paper is read as LEAD* TITLE TITLE_MORE* (AUTHORS | NOTE)* (ABSTRACT ABSTRACT_MORE*)*
    (TAIL | AUTHORS_BELOW)*.
    """

    OUT = 0  # no part of a paper
    LEAD = 1  # a number, identifier or date before the title
    TITLE = 2
    TITLE_MORE = 3  # the title wraps
    AUTHORS = 4
    NOTE = 5  # between title and abstract: dates, addresses, votes
    ABSTRACT = 6  # where a paragraph begins
    ABSTRACT_MORE = 7  # the paragraph wraps
    TAIL = 8  # behind the abstract: what NOTE has
    AUTHORS_BELOW = 9  # behind the abstract too


LENGTHS: Bounds = (
    (3, -6.0),
    (8, -2.5),
    (15, -1.5),
    (25, -0.3),
    (150, 1.0),
    (210, 0.0),
    (320, -1.0),
    (500, -4.0),
    (0, -8.0),
)
"""A title's length in characters."""

WORD_COUNTS: Bounds = ((0, -4.0), (1, -1.5), (2, -0.7), (3, 0.2), (30, 0.5), (60, -0.7), (0, -3.0))
"""How many words a title has."""

CAPITALS: Bounds = ((0.0, -0.8), (0.15, -0.2), (0.5, 0.0), (0.74, 0.6), (0, 1.5))
"""The share of a line's content words that have a capital: a headline has nearly all."""

TITLE: Mapping[str, float] = {
    "verbal word": 0.9,
    "no verbal word": 0.7,
    "joining word": 0.4,
    "scholarly word": 0.4,
    "coined name": 0.8,
    "starts lower": -2.0,
    "ends open": -4.0,
    "full stop": -2.5,
    "sentence": -6.0,
    "ellipsis": -0.5,
    "sentence inside": -3.0,
    "address": -5.0,
    "code": -4.0,
    "speaks of itself": -2.0,
    "log": -4.0,
    "section": -2.5,
    "few letters": -2.5,
    "names": 5.0,
}
"""Signs in a line that it is a title, or none."""

ABSTRACT_LENGTHS: Bounds = ((40, -2.5), (80, -0.5), (150, 1.5), (300, 2.5), (0, 3.0))
"""How many characters stand from here to the paragraph's end."""

ABSTRACT: Mapping[str, float] = {
    "no prose": -6.0,
    "little prose": -2.0,
    "ends as sentence": 1.0,
    "ends otherwise": -0.5,
    "headline": -2.0,
    "names": -3.0,
    "further paragraph": 0.5,
    "prose follows": -1.5,
    "item of a list": 0.5,
    "others are one paragraph": -1.5,
}
"""Signs that a paragraph of an abstract begins here."""

WRAP: Mapping[str, float] = {
    "across a blank line": -8.0,
    "across cells": -2.5,
    "page's line above": -3.0,
    "fits the width": 2.0,
    "ragged": -0.5,
    "too short for the width": -4.0,
    "too long for the width": -4.0,
    "no width": -1.0,
    "no width, short line": -2.5,
    "long line before": -3.0,
    "starts lower": 2.5,
    "starts with a mark": 1.5,
    "open end before": 2.0,
    "sentence end before": -1.5,
    "numbered": -2.5,
    "indented": -0.7,
    "hangs under a label": 2.0,
    "manner changes": -1.5,
    "names begin": -2.0,
}
"""Signs that a line goes on with the paragraph of the line above."""

PART: Mapping[str, float] = {
    "label": 6.0,
    "names": 0.5,
    "note": 0.3,
    "small text": -0.7,
    "small text under a title": -1.5,
    "names after an open end": -3.0,
    "comma on its own line above": 2.5,
    "boilerplate": 0.1,
    "own page": 2.5,
    "beside a paper": 2.0,
    "number of authors": 3.0,
    "date below": 0.7,
    "leads": 1.5,
    "stands with the next": 0.7,
    "boilerplate in a paragraph": -1.0,
    "text leaves the paper": -2.0,
    "goes on behind the page's": 3.0,
    "no abstract": -2.0,
    "foreign text": -5.0,
    "number in front": 0.4,
    "gap is too small": -1.5,
    "inside a small block": -3.5,
    "unlike other titles": -1.5,
    "others have labels": -4.0,
    "others have numbers": -5.0,
    "others are titles alone": 2.0,
    "no clear break": -2.0,
    "open sentence before": -1.5,
    "wraps as prose": -1.5,
    "headline in prose": -2.0,
}
"""Signs that belong to one part of a paper each."""

JUDGEMENT: Mapping[str, float] = {
    "a page": -1.6,
    "foreign text": -1.5,
    "foreign lines": -2.5,
    "code": -2.8,
    "research": 0.6,
    "other": -0.8,
    "speaker": 2.2,
    "speaker alone": 2.2,
    "more research than other": 1.8,
    "authors": 2.0,
    "told beside it": 1.5,
    "title's looks": 0.3,
    "headline": 1.2,
    "short title": -1.5,
    "open title": -0.5,
    "one long word": -4.0,
    "heading": -4.0,
    "abstract without research": -1.0,
    "no abstract": 1.0,
    "nothing but a title": 0.2,
    "short abstract": -0.9,
    "long abstract": 2.0,
}
"""Signs that a page lists papers: of the page, and of a paper by itself.

Fitted by logistic regression on listings in all shapes of ``tests/samples.py`` against files of
fifty kinds, then rounded. Those of a paper by itself count by their mean.
"""

MOVES: Mapping[Part, Mapping[Part, float]] = {
    Part.OUT: {Part.OUT: 0.0, Part.LEAD: 0.0, Part.TITLE: 0.0},
    Part.LEAD: {Part.OUT: -2.0, Part.LEAD: 0.0, Part.TITLE: 0.3},
    Part.TITLE: {
        Part.OUT: 0.0,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.TITLE_MORE: -0.7,
        Part.AUTHORS: 0.5,
        Part.NOTE: 0.0,
        Part.ABSTRACT: 0.5,
    },
    Part.TITLE_MORE: {
        Part.OUT: 0.0,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.TITLE_MORE: -1.5,
        Part.AUTHORS: 0.5,
        Part.NOTE: 0.0,
        Part.ABSTRACT: 0.5,
    },
    Part.AUTHORS: {
        Part.OUT: 0.0,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.AUTHORS: -0.5,
        Part.NOTE: 0.0,
        Part.ABSTRACT: 0.5,
    },
    Part.NOTE: {
        Part.OUT: 0.0,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.AUTHORS: -1.5,
        Part.NOTE: 0.0,
        Part.ABSTRACT: 0.3,
    },
    Part.ABSTRACT: {
        Part.OUT: -0.7,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.ABSTRACT: -0.5,
        Part.ABSTRACT_MORE: 0.0,
        Part.TAIL: 0.0,
        Part.AUTHORS_BELOW: -1.0,
    },
    Part.ABSTRACT_MORE: {
        Part.OUT: -0.7,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.ABSTRACT: -0.5,
        Part.ABSTRACT_MORE: 0.0,
        Part.TAIL: 0.0,
        Part.AUTHORS_BELOW: -1.0,
    },
    Part.TAIL: {
        Part.OUT: -1.0,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.ABSTRACT: -2.0,
        Part.ABSTRACT_MORE: -1.0,
        Part.TAIL: 0.0,
        Part.AUTHORS_BELOW: -1.0,
    },
    Part.AUTHORS_BELOW: {
        Part.OUT: -1.0,
        Part.LEAD: 0.0,
        Part.TITLE: 0.0,
        Part.TAIL: 0.0,
        Part.AUTHORS_BELOW: -0.5,
    },
}
"""What may follow what, and how readily, before any sign is looked at."""


def by_bound(bounds: Bounds, value: float) -> float:
    """Return the weight of the first row whose bound a value does not pass."""
    for bound, weight in bounds[:-1]:
        if value <= bound:
            return weight
    return bounds[-1][1]
