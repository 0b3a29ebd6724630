"""A .bib file of which parts are taken out or replaced; all other bytes stay as they are."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from refman.errors import OutputError
from refman.formats.bib.diff import LINE, Change, diff_lines
from refman.formats.bib.scan import Block
from refman.formats.exact import MARKS, Exact, decode

__all__ = ["Edit", "edited", "removal", "rewritten", "shown"]

_BLANK = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


class Edit(NamedTuple):
    """Hold a stretch of the old text, and what is to stand there instead."""

    start: int
    end: int
    text: str = ""


def removal(text: str, block: Block) -> Edit:
    """Return the edit that takes a block out, with the end of its line and a blank line behind."""
    end = block.end
    at_line_start = block.start == 0 or text[block.start - 1] in "\r\n"
    for _ in range(2):
        found = _BLANK.match(text, end)
        if found is None or not at_line_start:
            break
        end = found.end()
    return Edit(block.start, end)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text after edits, which come in the order of their places and do not overlap."""
    pieces: list[str] = []
    place = 0
    for edit in edits:
        pieces += text[place : edit.start], edit.text
        place = edit.end
    return "".join([*pieces, text[place:]])


def rewritten(exact: Exact, edits: Sequence[Edit]) -> bytes:
    """Return a file's bytes after edits.

    Args:
        exact: the file.
        edits: in the order of their places, without overlap; its encoding holds their texts.

    Raises:
        OutputError: the file's bytes are not sound in its encoding, or would not be afterwards.
    """
    mark = next((mark for mark, _ in MARKS if exact.data.startswith(mark)), b"")
    try:
        new = edited(exact.text, edits)
        is_sound = mark + exact.encode(exact.text) == exact.data
        data = mark + exact.encode(new)
    except UnicodeEncodeError:
        is_sound, new, data = False, "", b""
    if not is_sound or decode(data) != (new, exact.encoding):
        raise OutputError(
            f"{exact.source} is no sound {exact.encoding.upper()}, or would not be afterwards; "
            "save it as UTF-8 first",
            target=exact.source,
        )
    return data


def shown(text: str, edits: Sequence[Edit], *, name: str) -> Iterator[str]:
    """Yield the lines of a unified diff, without line ends; none where there are no edits."""
    starts = [0, *(found.end() for found in LINE.finditer(text))]
    return diff_lines(LINE.findall(text), _by_lines(text, starts, edits), name=name)


def _by_lines(text: str, starts: Sequence[int], edits: Sequence[Edit]) -> Iterator[Change]:
    """Yield the lines that change; edits of one line are one change."""
    joined: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first = bisect_right(starts, edit.start) - 1
        if first == len(starts) - 1 and text and text[-1] not in "\r\n":
            first -= 1  # behind the last sign is still in its line
        is_whole = edit.start == starts[first] and not edit.text and edit.end > edit.start
        # What begins inside a line may end it otherwise: then the next one joins it.
        last = max(first + 1, bisect_right(starts, edit.end - 1 if is_whole else edit.end))
        if joined and first < joined[-1][1]:
            start, before, inside = joined.pop()
            # A line that goes whole, and gets other text before that, is no longer whole.
            last = max(before, last, bisect_right(starts, edit.end))
            joined.append((start, last, [*inside, edit]))
        else:
            joined.append((first, last, [edit]))
    for first, last, inside in joined:
        start, end = starts[first], starts[min(last, len(starts) - 1)]
        moved = [Edit(edit.start - start, edit.end - start, edit.text) for edit in inside]
        new = LINE.findall(edited(text[start:end], moved))
        yield Change(first, min(last, len(starts) - 1), new)
