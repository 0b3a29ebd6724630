"""A bibliography cut into its references, whatever tells where one begins.

Numbers or labels in brackets do, bullets, empty lines, hanging indents; where there are none, a
line that begins with names behind one that ends as references end. A page's number that was copied
along stands between lines, and is no part of a reference.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from refman.model import Span
from refman.reading.mapped import Builder, Mapped
from refman.reading.references.headings import is_heading
from refman.reading.references.names import begins_with_names
from refman.reading.references.words import words
from refman.reading.references.years import YEAR

__all__ = ["Block", "cut_blocks"]

_LABELS = {
    "bracket": re.compile(r"\s*\[(?P<number>\d{1,4})\]\s*"),
    "key": re.compile(
        r"\s*\[(?P<key>[A-Za-z][A-Za-z+’' &.,-]{0,30}?,?\s?\(?\d{2,4}\)?[a-z]?)\]\s*"
    ),
    "stop": re.compile(r"\s*(?P<number>\d{1,4})\.(?:\s+|(?=[A-Z]\.|$)|$)"),
    "half": re.compile(r"\s*(?P<number>\d{1,4})\)\s+"),
    "round": re.compile(r"\s*\((?P<number>\d{1,3})\)\s+"),
    "tab": re.compile(r"\s*(?P<number>\d{1,4})(?:\t+|\s{1,8}(?=[^\W\d_]))"),
    "bullet": re.compile(r"\s*[-*+•·‣▪◦○●–—]\s+"),
}
_PAGE = re.compile(r"\s*(?:[Pp]age\s)?[-–]?\s?\d{1,4}\s?[-–]?(?:\s?(?:of|/)\s?\d{1,4})?\s*")
_END = re.compile(r"(?:[.\])]|\d[a-z]?|https?://\S+|10\.\d{4,9}/\S+)[\"”’]?$")
_ADDRESS = re.compile(r"(?:https?://|www\.|doi\.org/|\b10\.\d{4,9}/)\S*$", re.IGNORECASE)
_CUT_WORD = re.compile(r"[^\W\d_]{2}[-‐\u00ad]$")
_OWN_HYPHEN = re.compile(r"\w[-‐]$")
_SUSPENDED = re.compile(r"(?:and|or|to|und|oder|et|ou)\b")
_LEAST_SHARE, _MOST_STEP, _FEWEST = 0.7, 30, 2
_MOSTLY = 0.9
_YEAR = re.compile(rf"(?<![\d./-]){YEAR}(?!\d)")


class Block(NamedTuple):
    """Hold one reference, or a line between two.

    Attributes:
        span: from its label to its last character.
        body: on one line, without label; its characters know their places.
        is_reference: False for a heading, a page's number and the like.
        joined: words that a line's end had cut, as they were put together.
    """

    span: Span
    body: Mapped
    is_reference: bool = True
    joined: tuple[str, ...] = ()


class _Line(NamedTuple):
    start: int
    text: str
    indent: int

    @property
    def span(self) -> Span:
        """Where the line stands, without white space round it."""
        first = self.start + len(self.text) - len(self.text.lstrip())
        return Span(first, self.start + len(self.text.rstrip()))


def cut_blocks(text: str) -> Iterator[Block]:
    """Yield the references of a text and what stands between them, in order.

    All that is no white space is in a block.
    """
    lines = list(_lines(text))
    label = _label_of(lines)
    group: list[_Line] = []
    starts = _starts(lines, label)
    for line, is_start in zip(lines, starts, strict=True):
        if not line.text.strip():
            continue
        if is_heading(line.text) or (_PAGE.fullmatch(line.text) and not is_start):
            if is_heading(line.text) or not group:
                yield from _closed(group, text, label)
                group = []
                yield Block(line.span, Mapped("", ()), is_reference=False)
            else:
                group.append(line)
            continue
        if is_start and group:
            yield from _closed(group, text, label)
            group = []
        group.append(line)
    yield from _closed(group, text, label)


def _closed(group: list[_Line], text: str, label: re.Pattern[str] | None) -> Iterator[Block]:
    """Yield the block of some lines; page numbers at its end stand by themselves."""
    tail: list[_Line] = []
    while group and _PAGE.fullmatch(group[-1].text):
        tail.append(group.pop())
    if group:
        yield _block(group, text, label)
    for line in reversed(tail):
        yield Block(line.span, Mapped("", ()), is_reference=False)


def _block(lines: list[_Line], text: str, label: re.Pattern[str] | None) -> Block:
    pieces: list[tuple[str, int]] = []
    joined: list[str] = []
    before = ""
    found = label.match(lines[0].text) if label else None
    offset = found.end() if found else 0
    for line in lines:
        if before and _PAGE.fullmatch(line.text):
            continue
        span = line.span
        start = max(span.start, line.start + offset)
        offset = 0
        piece = text[start : span.end]
        if before and (said := _without_hyphen(before, piece)) is not None:
            joined.append(said)
            last, place = pieces.pop()
            pieces.append((last[:-1], place))
        elif before and not _is_one_word(before, piece):
            pieces.append((" ", start))
        pieces.append((piece.replace("\t", " "), start))
        before = piece or before
    builder = Builder()
    for piece, start in pieces:
        # The blank between two lines stands nowhere.
        builder.add(piece, Span(start, start if piece == " " else start + len(piece)))
    return Block(
        Span(lines[0].span.start, lines[-1].span.end), builder.mapped(), joined=tuple(joined)
    )


def _without_hyphen(before: str, piece: str) -> str | None:
    """Return the word that a line's end cut by a hyphen; None where the hyphen is its own."""
    if not _CUT_WORD.search(before) or not piece[:1].islower():
        return None
    head = re.split(r"[^\w]", before[:-1])[-1]
    tail = re.match(r"\w*", piece)
    if head.casefold() in words("prefixes") or tail is None or not head.isalpha():
        return None
    return head + tail.group()


def _is_one_word(before: str, piece: str) -> bool:
    """Tell whether a line's end stands within an address, or behind a word's own hyphen."""
    if _OWN_HYPHEN.search(before):
        return _SUSPENDED.match(piece) is None
    if _ADDRESS.search(before[-200:]) is None:
        return False
    return before[-1] in "/-_=.&?%#" and (piece[:1].islower() or piece[:1].isdigit())


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.lstrip(" \t")
        yield _Line(start, raw, len(raw) - len(stripped))
        start += len(raw)


def _label_of(lines: list[_Line]) -> re.Pattern[str] | None:
    """Return what numbers the references: the label that most lines have, with rising numbers."""
    full = [line.text for line in lines if line.text.strip() and not is_heading(line.text)]
    for name, pattern in _LABELS.items():
        found = [match for line in full if (match := pattern.match(line)) is not None]
        first = pattern.match(full[0]) if full else None
        if not found or (len(found) < _FEWEST and first is None):
            continue
        if name in {"key", "bullet"}:
            if first is not None:
                return pattern
            continue
        numbers = [int(match["number"]) for match in found]
        steps = pairwise(numbers)
        rising = sum(0 < later - earlier <= _MOST_STEP for earlier, later in steps)
        if rising >= _LEAST_SHARE * (len(numbers) - 1) and (
            first is not None or len(numbers) > _FEWEST
        ):
            return pattern
    return None


def _starts(lines: list[_Line], label: re.Pattern[str] | None) -> list[bool]:
    """Tell for each line whether a reference begins there."""
    if label is not None:
        return list(_labelled(lines, label))
    full = [line for line in lines if line.text.strip()]
    least = min((line.indent for line in full), default=0)
    hanging = [line.indent == least for line in full]
    if sum(_YEAR.search(line.text) is not None for line in full) >= _MOSTLY * len(full):
        return [bool(line.text.strip()) for line in lines]
    has_indents = 0 < sum(hanging) < len(hanging) and hanging[0] and not _all_alone(lines)
    above: str | None = None
    has_gap = True
    starts: list[bool] = []
    for line in lines:
        content = line.text.strip()
        if not content:
            has_gap = True
            starts.append(False)
            continue
        if above is None or has_gap:
            is_start = above is None or _ends(above) or begins_with_names(content)
        elif has_indents:
            is_start = line.indent == least
        else:
            is_start = _ends(above) and _begins(content)
        starts.append(is_start)
        if not _PAGE.fullmatch(line.text):
            above, has_gap = content, False
    return starts


def _labelled(lines: Iterable[_Line], label: re.Pattern[str]) -> Iterator[bool]:
    """Tell it by labels; a number that does not follow the one before is part of the text."""
    last: int | None = None
    for line in lines:
        found = label.match(line.text)
        if found is None:
            yield False
            continue
        if (written := found.groupdict().get("number")) is None:
            yield True
            continue
        number = int(written)
        is_next = last is None or 0 < number - last <= _MOST_STEP or number == 1
        if is_next:
            last = number
        yield is_next


def _all_alone(lines: Iterable[_Line]) -> bool:
    """Tell whether empty lines part all lines from one another."""
    before = False
    for line in lines:
        is_full = bool(line.text.strip())
        if is_full and before:
            return False
        before = is_full
    return True


def _ends(line: str) -> bool:
    return _END.search(line[-300:]) is not None


def _begins(line: str) -> bool:
    return begins_with_names(line) or line[:1] in '“"' or line[:1] > "\u2fff"
