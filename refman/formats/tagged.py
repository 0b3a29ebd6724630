"""Lines of a tag and a value, which RIS, MEDLINE and Refer are made of, cut from a text."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from refman.formats.crosswalk import rows
from refman.model import LeftOver, Record, Span

__all__ = [
    "LINE_START",
    "Tagged",
    "by_tag",
    "cut",
    "left_over",
    "lines_of",
    "records_without_end",
    "span_of",
    "target",
]

LINE_START = r"(?:^|(?<=\r))\ufeff?"
"""Of a pattern with MULTILINE: where a tag may stand, line ends of old Macs included."""


class Tagged(NamedTuple):
    """Hold a tag and its value.

    Attributes:
        tag: as the pattern found it; "" for what stands before the first tag of the text.
        value: without blanks around it; lines that have no tag of their own belong to the one
            above, line ends as they are.
        span: from the tag to the end of the value.
        is_apart: an empty line stands before the tag.
    """

    tag: str
    value: str
    span: Span
    is_apart: bool = False


_TAIL = 256
"""How far before a tag an empty line is looked for."""


def cut(text: str, pattern: re.Pattern[str]) -> Iterator[Tagged]:
    """Yield what a text consists of, in its order; all but blanks is in some value or tag.

    Args:
        text: the whole file.
        pattern: finds a tag at the start of a line, up to where its value begins; the group that
            matched is the tag.
    """
    tag, start, value_start, is_apart = "", 0, 0, False
    for found in pattern.finditer(text):
        yield from _tagged(text, tag, start, value_start, found.start(), is_apart=is_apart)
        tag, start, value_start = found[found.lastindex or 0], found.start(), found.end()
        # What ends in one line end alone is told at once, as nearly all is.
        is_apart = text[max(0, start - 2) : start].isspace() and _ends_empty(text, start)
    yield from _tagged(text, tag, start, value_start, len(text), is_apart=is_apart)


def _ends_empty(text: str, end: int) -> bool:
    """Tell whether an empty line stands before a place."""
    before = text[max(0, end - _TAIL) : end]
    blank = before[len(before.rstrip()) :]
    return max(blank.count("\n"), blank.count("\r")) > 1


def _tagged(
    text: str, tag: str, start: int, value_start: int, end: int, *, is_apart: bool
) -> Iterator[Tagged]:
    value = text[value_start:end].strip(" \t\r\n\v\f\ufeff\x1a")
    if tag or value:
        value_start = text.index(value, value_start) if value else value_start
        start = start if tag else value_start
        yield Tagged(tag, value, Span(start, value_start + len(value)), is_apart)


def records_without_end(
    text: str,
    pattern: re.Pattern[str],
    begins: Callable[[Tagged, Mapping[str, None]], bool],
    read: Callable[[str, Sequence[Tagged]], Record | LeftOver],
) -> Iterator[Record | LeftOver]:
    """Yield the records of a form that does not mark their ends, and what stands before the first.

    Args:
        text: the whole file.
        pattern: finds a tag; see cut.
        begins: tells whether a line begins a new record, by the tags of the one above, in their
            order.
        read: makes a record of the text and the record's lines.
    """
    lines: list[Tagged] = []
    seen: dict[str, None] = {}
    for line in cut(text, pattern):
        if not line.tag:
            yield left_over(text, line.span, "stands before the first record")
            continue
        if lines and begins(line, seen):
            yield read(text, lines)
            lines, seen = [], {}
        lines.append(line)
        seen[line.tag] = None
    if lines:
        yield read(text, lines)


def span_of(lines: Sequence[Tagged]) -> Span:
    """Return where lines that follow each other stand."""
    return Span(lines[0].span.start, lines[-1].span.end)


def left_over(text: str, span: Span, why: str, *, is_fault: bool = False) -> LeftOver:
    """Return a stretch of the text as a left-over."""
    return LeftOver(span, text[span.start : span.end], why, is_fault=is_fault)


def by_tag(lines: Iterable[Tagged], order: Mapping[str, int]) -> list[Tagged]:
    """Return lines in the order of a crosswalk, those of one rank in the order of the text.

    So the best of several tags for one field comes first; tags without a rank come last.
    """
    return sorted(lines, key=lambda line: order.get(line.tag, len(order)))


def target(section: str, tag: str, kind: str) -> tuple[str, ...]:
    """Return the fields that a tag of a kind of record may fill, the best first; empty for none."""
    row = rows(section).get(tag)
    return () if row is None else tuple(row.get(kind, row["field"]).split())


def lines_of(text: str) -> list[str]:
    """Return the parts of a value that stand on lines of their own, without blanks around them."""
    return [part for part in map(str.strip, text.splitlines()) if part]
