"""What differs between two texts, word by word."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from itertools import accumulate

import msgspec

from refman.model import Span

__all__ = ["Sign", "WordChange", "words_changed"]

_TOKEN = re.compile(r"(?:\A\s*)?(?:\w+|[^\w\s])\s*")
_MOST_TOKENS = 600
"""What differs of longer texts is shown as a whole: its words are not looked at one by one."""


class Sign(Enum):
    """Tell how a value differs from what was there; the values are what is shown."""

    EQUAL = "="
    ADDED = "+"
    CHANGED = "~"
    REMOVED = "-"


class WordChange(msgspec.Struct, frozen=True, gc=False):
    """Hold a stretch of two texts that is the same in both, or differs.

    Attributes:
        sign: how it differs.
        before: where it stands in the first text; empty where it was added.
        after: where it stands in the second one; empty where it was removed.
    """

    sign: Sign
    before: Span
    after: Span


def words_changed(before: str, after: str) -> tuple[WordChange, ...]:
    """Return the stretches of two texts, in order; together they are both texts, whole.

    What differs in nothing but blanks is the same.

    Source: J. W. Ratcliff and D. E. Metzener, "Pattern matching: the gestalt approach", Dr. Dobb's
    Journal, July 1988, which is the way of Python's difflib.
    """
    olds, news = (_TOKEN.findall(text) or [text][: len(text)] for text in (before, after))
    old_ends, new_ends = ([0, *accumulate(map(len, tokens))] for tokens in (olds, news))
    found: list[WordChange] = []
    old = new = 0
    for sign, of_old, of_new in _stretches(*([t.strip() for t in each] for each in (olds, news))):
        spans = (
            Span(ends[start], ends[start + count])
            for ends, start, count in ((old_ends, old, of_old), (new_ends, new, of_new))
        )
        found.append(WordChange(sign, *spans))
        old, new = old + of_old, new + of_new
    return tuple(found)


def _stretches(
    before: Sequence[object], after: Sequence[object]
) -> Iterator[tuple[Sign, int, int]]:
    """Yield what two sequences have in common and what not, in order, as numbers of tokens."""
    start = _common(before, after)
    olds, news = before[start:], after[start:]
    end = _common(olds[::-1], news[::-1])
    olds, news = olds[: len(olds) - end], news[: len(news) - end]
    if start:
        yield Sign.EQUAL, start, start
    if max(len(olds), len(news)) <= _MOST_TOKENS:
        matcher = SequenceMatcher(None, olds, news, autojunk=False)
        for what, low, high, other_low, other_high in matcher.get_opcodes():
            yield _SIGNS[what], high - low, other_high - other_low
    else:
        what = "replace" if olds and news else "delete" if olds else "insert"
        yield _SIGNS[what], len(olds), len(news)
    if end:
        yield Sign.EQUAL, end, end


_SIGNS = {
    "equal": Sign.EQUAL,
    "insert": Sign.ADDED,
    "replace": Sign.CHANGED,
    "delete": Sign.REMOVED,
}


def _common(first: Sequence[object], second: Sequence[object]) -> int:
    """Return how many items two sequences begin with that are the same."""
    pairs = zip(first, second, strict=False)
    shorter = min(len(first), len(second))
    return next((at for at, (one, two) in enumerate(pairs) if one != two), shorter)
