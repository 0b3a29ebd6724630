"""Lines of a unified diff, where the places of all changes are known.

Source: POSIX.1-2017, diff, "Diff -u Output Format".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

__all__ = ["LINE", "Change", "diff_lines"]

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line of a text, with its end."""

_CONTEXT = 3


class Change(NamedTuple):
    """Hold what comes instead of old lines: of none where ``first`` equals ``last``."""

    first: int
    last: int
    new: Sequence[str]


def diff_lines(lines: Sequence[str], changes: Iterable[Change], *, name: str) -> Iterator[str]:
    """Yield a diff line by line, without line ends; nothing where there are no changes.

    Args:
        lines: the old ones, with their ends.
        changes: in the order of their places, without overlap.
        name: of the file.
    """
    hunk: list[Change] = []
    grown = 0
    for change in changes:
        if not hunk:
            yield from (f"--- {name}", f"+++ {name}")
        elif change.first - hunk[-1].last > 2 * _CONTEXT:
            yield from _hunk_lines(lines, hunk, grown)
            grown += _growth(hunk)
            hunk = []
        hunk.append(change)
    if hunk:
        yield from _hunk_lines(lines, hunk, grown)


def _growth(hunk: Sequence[Change]) -> int:
    return sum(len(change.new) - (change.last - change.first) for change in hunk)


def _hunk_lines(lines: Sequence[str], hunk: Sequence[Change], grown: int) -> Iterator[str]:
    """Yield a hunk; by ``grown`` lines the text has grown before it."""
    first = max(0, hunk[0].first - _CONTEXT)
    last = min(len(lines), hunk[-1].last + _CONTEXT)
    count = last - first
    yield f"@@ -{_range(first, count)} +{_range(first + grown, count + _growth(hunk))} @@"
    line = first
    for change in hunk:
        yield from _marked(" ", lines[line : change.first])
        yield from _marked("-", lines[change.first : change.last])
        yield from _marked("+", change.new)
        line = change.last
    yield from _marked(" ", lines[line:last])


def _range(line: int, count: int) -> str:
    if count == 1:
        return str(line + 1)
    return f"{line + 1 if count else line},{count}"


def _marked(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        bare = line.rstrip("\r\n")
        yield sign + bare + ("\r" if line.endswith("\r\n") else "")
        if bare == line:
            yield "\\ No newline at end of file"
