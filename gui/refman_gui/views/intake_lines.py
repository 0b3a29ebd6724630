"""The lines of a source text as they are shown, and where each of them stands in it.

Shown are no control and no bidi signs, but pictures of them, and no line longer than can be laid
out at once. Qt counts in UTF-16, spans count characters: both are turned into each other by lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["ShownLine", "line_at", "lines_from", "units", "within"]

_LINE = re.compile(r"([^\r\n\u2029]{0,2000})(\r\n|[\r\n\u2029])?")
_ODD = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200e\u200f\u2028\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BIDI = dict.fromkeys(
    (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\u2426"
)
_PICTURES = {
    **{code: chr(0x2400 + code) for code in range(32) if chr(code) != "\t"},
    0x7F: "\u2421",
    0x2028: "\u2424",
    **_BIDI,
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
}  # fmt: skip
"""One sign for one, so that places stay. Source: Unicode, the block "Control Pictures"."""


class ShownLine(NamedTuple):
    """Hold a line that is shown.

    Attributes:
        start: of its first character in the source.
        text: as shown, with as many characters as the source has there, its end aside.
        end: behind it and its line end: where the next line begins.
    """

    start: int
    text: str
    end: int


def lines_from(text: str, start: int, most: int) -> Iterator[ShownLine]:
    """Yield the lines from a place on that begins one, until ``most`` characters are passed.

    At the end of a text that ends with a line end comes an empty line, as an editor shows it.
    """
    at, stop = start, min(len(text), start + most)
    while at < stop or (at == len(text) and (at == 0 or text[at - 1] in "\r\n\u2029")):
        found = _LINE.match(text, at)
        assert found is not None  # it matches the empty text too
        line = found[1]
        yield ShownLine(at, line.translate(_PICTURES) if _ODD.search(line) else line, found.end())
        if found.end() == at:
            return
        at = found.end()


def units(text: str) -> int:
    """Return how many units of UTF-16 a text has."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def within(text: str, count: int) -> int:
    """Return how many characters of a text its first ``count`` units of UTF-16 are."""
    if text.isascii():
        return min(count, len(text))
    return len(
        text.encode("utf-16-le", "surrogatepass")[: 2 * count].decode("utf-16-le", "replace")
    )


def line_at(starts: list[int], at: int) -> int:
    """Return which line, by their starts, a character stands in."""
    return max(0, bisect_right(starts, at) - 1)
