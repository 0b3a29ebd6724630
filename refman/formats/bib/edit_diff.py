"""What is put into a text, shown as a unified diff.

Nothing has to be searched for, since the places are known: the cost is that of one pass, also where
every entry of a huge file gets a field.
"""

from collections.abc import Iterator, Sequence

from refman.formats.bib.diff import LINE, Change, diff_lines
from refman.formats.exact import Insertion, spliced

__all__ = ["unified_diff"]


def unified_diff(text: str, insertions: Sequence[Insertion], *, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff, without line ends; none where nothing is put in.

    Args:
        text: the old one.
        insertions: in the order of their places.
        name: of the file.
    """
    lines = LINE.findall(text)
    return diff_lines(lines, _changes(lines, insertions), name=name)


def _changes(lines: Sequence[str], insertions: Sequence[Insertion]) -> Iterator[Change]:
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


def _change(lines: Sequence[str], line: int, inside: Sequence[Insertion]) -> Change:
    old = lines[line] if line < len(lines) else ""
    new = LINE.findall(spliced(old, inside))
    if old and new[0] == old:
        return Change(line + 1, line + 1, new[1:])
    if old and new[-1] == old:
        return Change(line, line, new[:-1])
    return Change(line, line + bool(old), new)
