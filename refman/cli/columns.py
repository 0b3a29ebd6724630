"""Text in the columns of a terminal, of which Chinese, Japanese and Korean signs take two each.

Source: Unicode Standard Annex 11, "East Asian Width".
"""

import itertools
import unicodedata
from collections.abc import Iterator

__all__ = ["cut", "width_of", "wrap"]

_ELLIPSIS = " …"
_NO_COLUMN = frozenset({"Mn", "Me", "Cf"})
_OPENS, _CLOSES = frozenset({"Ps", "Pi"}), frozenset({"Mn", "Me", "Mc", "Cf", "Pe", "Pf", "Po"})
"""Signs that end no line, and those that begin none: marks are among these."""


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    return len(text) if text.isascii() else sum(map(_width, text))


def cut(text: str, width: int) -> str:
    """Return a text that takes no more columns than that; " …" stands for what is left out.

    It is cut between words where that loses less than a half.
    """
    if width_of(text) <= width:
        return text
    kept = text[: _fitting(text, width - len(_ELLIPSIS))]
    at_blank, blank, _ = text[: len(kept) + 1].rpartition(" ")
    return (at_blank if blank and 2 * len(at_blank) > len(kept) else kept).rstrip() + _ELLIPSIS


def wrap(text: str, width: int, *, first: str, rest: str, breaks_words: bool) -> Iterator[str]:
    """Yield a text as lines of so many columns; none where it is empty.

    Args:
        text: without line ends. It is broken at blanks, and beside signs of two columns, between
            which scripts put none.
        width: of a line.
        first: what stands before it in the first line.
        rest: what stands before it in the others.
        breaks_words: a word that is longer than a line goes on in the next one.
    """
    line, used, is_bare = first, width_of(first), True
    indent = width_of(rest)
    for blank, piece, size in _pieces(text):
        gap = "" if is_bare else blank
        is_long = breaks_words and size > width - indent
        room = width - used - len(gap)
        if not is_bare and size > room and not (is_long and room > 1):
            yield line
            line, used, gap = rest, indent, ""
        done, left = 0, size
        while is_long and left > (room := width - used - len(gap)):
            end = done + _fitting(piece[done : done + room], room)
            yield line + gap + piece[done:end]
            left -= width_of(piece[done:end])
            line, used, gap, done = rest, indent, "", end
        line += gap + piece[done:]
        used += len(gap) + left
        is_bare = False
    if not is_bare:
        yield line


def _pieces(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield what stays together: the blank before it, the text, its width."""
    for word in text.split():
        width = width_of(word)
        if width <= len(word):
            yield " ", word, width
            continue
        blank = " "
        for piece in _apart(word):
            yield blank, piece, width_of(piece)
            blank = ""


def _apart(word: str) -> Iterator[str]:
    """Yield the pieces of a word between which a line may end."""
    start = 0
    for place, (before, sign) in enumerate(itertools.pairwise(word), 1):
        is_joint = _width(before) > 1 or _width(sign) > 1
        is_one = unicodedata.category(before) in _OPENS or unicodedata.category(sign) in _CLOSES
        if is_joint and not is_one:
            yield word[start:place]
            start = place
    yield word[start:]


def _fitting(text: str, width: int) -> int:
    """Return how many signs of a text fit into so many columns; one at least."""
    widths = itertools.accumulate(map(_width, text))
    return max(sum(1 for _ in itertools.takewhile(lambda end: end <= width, widths)), 1)


def _width(sign: str) -> int:
    if unicodedata.east_asian_width(sign) in "WF":
        return 2
    return 0 if unicodedata.category(sign) in _NO_COLUMN else 1
