"""What is put into a text, shown as a unified diff.

Nothing has to be searched for, since the places are known: the cost is that of one pass, also where
every entry of a huge file gets a field.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refman.formats.exact import Insertion, spliced

__all__ = ["unified_diff"]

_CONTEXT = 3
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")


class _Change(NamedTuple):
    """Hold what comes instead of old lines: of none where ``first`` equals ``last``."""

    first: int
    last: int
    new: Sequence[str]


def unified_diff(text: str, insertions: Sequence[Insertion], *, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff, without line ends; none where nothing is put in.

    Args:
        text: the old one.
        insertions: in the order of their places.
        name: of the file.

    Source: POSIX.1-2017, diff, "Diff -u Output Format".
    """
    lines = _LINE.findall(text)
    hunk: list[_Change] = []
    added = 0
    if insertions:
        yield from (f"--- {name}", f"+++ {name}")
    for change in _changes(lines, insertions):
        if hunk and change.first - hunk[-1].last > 2 * _CONTEXT:
            yield from _shown_hunk(lines, hunk, added)
            added += _growth(hunk)
            hunk = []
        hunk.append(change)
    if hunk:
        yield from _shown_hunk(lines, hunk, added)


def _growth(hunk: Sequence[_Change]) -> int:
    return sum(len(change.new) - (change.last - change.first) for change in hunk)


def _changes(lines: Sequence[str], insertions: Sequence[Insertion]) -> Iterator[_Change]:
    """Yield the lines that change, each with all that is put into it."""
    place, line = 0, 0
    inside: list[Insertion] = []
    for insertion in insertions:
        # A place at a line's beginning is in that line; behind the last sign, in the last line
        # unless that is ended.
        while line < len(lines) and insertion.place >= place + len(lines[line]):
            if insertion.place == place + len(lines[line]) and _is_open(lines, line):
                break
            if inside:
                yield _change(lines, line, inside)
                inside = []
            place += len(lines[line])
            line += 1
        inside.append(Insertion(insertion.place - place, insertion.text))
    if inside:
        yield _change(lines, line, inside)


def _is_open(lines: Sequence[str], line: int) -> bool:
    """Tell whether a line is the last one and has no line end."""
    return line == len(lines) - 1 and not lines[line].endswith(("\r", "\n"))


def _change(lines: Sequence[str], line: int, inside: Sequence[Insertion]) -> _Change:
    old = lines[line] if line < len(lines) else ""
    new = _LINE.findall(spliced(old, inside))
    if old and new[0] == old:
        return _Change(line + 1, line + 1, new[1:])
    if old and new[-1] == old:
        return _Change(line, line, new[:-1])
    return _Change(line, line + bool(old), new)


def _shown_hunk(lines: Sequence[str], hunk: Sequence[_Change], added: int) -> Iterator[str]:
    """Yield a hunk; ``added`` lines were put in before it."""
    first = max(0, hunk[0].first - _CONTEXT)
    last = min(len(lines), hunk[-1].last + _CONTEXT)
    count = last - first
    yield f"@@ -{_range(first, count)} +{_range(first + added, count + _growth(hunk))} @@"
    line = first
    for change in hunk:
        yield from _shown(" ", lines[line : change.first])
        yield from _shown("-", lines[change.first : change.last])
        yield from _shown("+", change.new)
        line = change.last
    yield from _shown(" ", lines[line:last])


def _range(line: int, count: int) -> str:
    if count == 1:
        return str(line + 1)
    return f"{line + 1 if count else line},{count}"


def _shown(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        bare = line.rstrip("\r\n")
        yield sign + bare + ("\r" if line.endswith("\r\n") else "")
        if bare == line:
            yield "\\ No newline at end of file"
