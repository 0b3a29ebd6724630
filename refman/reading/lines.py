"""A text cut into lines, and for each what it can be.

A cell of a table (text between tabs) counts as a line of its own: a pasted spreadsheet is then read
as any other listing. Only the head and the tail of a long line are looked at.
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import islice

import msgspec

from refman.model import Identifiers
from refman.normalise import identifiers_of_url
from refman.reading.boilerplate import Field, Row, find_label, find_row, prefix_end
from refman.reading.looks import SURE_NAMES, Looks, look_at, starts_lower

__all__ = ["LONG", "Kind", "Line", "cut_lines", "is_address_line"]

LONG = 240
"""From this length on a line is most likely a paragraph that is not wrapped."""

_WHOLE, _HEAD, _TAIL = 260, 140, 60
_CHUNK = 256
_CHUNK_LINES, _BARREN = 250, 15

_PIECE = re.compile(r"[^\n\r\t\f\v\u2028\u2029]+")
_SOLID = re.compile(r"\S")
_RARE_BREAKS = "\f\v\u2028\u2029"
_ADDRESS = re.compile(
    r"[<(\[]?(?:https?://|www\.|(?:arxiv|doi|openreview|huggingface|github|aclanthology)\.\w{2,4}/)"
    r"[^\s<>]{2,}>?[.,;]?\Z",
    re.IGNORECASE,
)
_LINK = re.compile(r"\[([^\[\]]{3,250})\]\(([^\s()]{4,250})\)")
_AROUND_ADDRESS = "<>()[].,;"
_LONGEST_NAME, _FARTHEST_NAME = 40, 2
_TEXT_FIELDS = {Field.TITLE, Field.AUTHORS, Field.ABSTRACT}
_LABEL_ROW = Row(what="label")
_TITLE_LABEL_ROW = Row(what="label", gives=Field.NUMBER, leads=True)
_NAME_ROW = Row(what="who submitted it")


class Kind(Enum):
    """Tell what a line can be at all."""

    TEXT = "text"
    PROSE = "prose"  # a long line: most likely a whole paragraph
    BOILERPLATE = "boilerplate"
    LABELLED = "labelled"
    ADDRESS = "address"
    BARREN = "barren"  # hundreds of very short lines


class Line(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold one line that is not blank, and what it looks like.

    Attributes:
        start: of the line in the source, without the blanks before it.
        end: of the same, without the blanks behind it.
        body: where its text begins behind number, bullet and label.
        stop: where its text ends: at the end, or in a Markdown link, before the address.
        number: of the line in the source, from 1.
        gap: how many blank lines stand before it.
        cell: it follows a tab in the same line of the source.
        indent: how many blanks stand before it.
        kind: what it can be.
        text: the body, or head and tail of a long one.
        row: the rule by which it is boilerplate.
        field: what its label names.
        own: the identifiers in the address of a paper's own page.
        again: the address before this one was the same paper's.
        numbered: a number or bullet stands before it.
        first_word: the length of its first word.
        lower: it begins with a small letter.
        looks: what was counted in it; None where that was not asked for.
    """

    start: int
    end: int
    body: int
    stop: int
    number: int
    gap: int
    cell: bool
    indent: int
    kind: Kind
    text: str
    row: Row | None = None
    field: Field | None = None
    own: Identifiers | None = None
    again: bool = False
    numbered: bool = False
    first_word: int = 0
    lower: bool = False
    looks: Looks | None = None

    @property
    def gives(self) -> Field | None:
        """What it tells of a paper beside its text."""
        if self.own is not None:
            return Field.IDENTIFIER
        return self.field if self.row is None else self.row.gives

    @property
    def is_names(self) -> bool:
        """Whether it surely holds names of people."""
        return self.looks is not None and self.looks.names >= SURE_NAMES

    @property
    def length(self) -> int:
        """How many characters it has, without the blanks at its ends."""
        return self.end - self.start


class _Place(msgspec.Struct, frozen=True, gc=False):
    """Hold where a line stands, before anybody looked at it."""

    start: int
    end: int
    number: int
    gap: int
    cell: bool
    indent: int


def cut_lines(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of a text that are not blank, in their order.

    A label that stands alone ("Abstract") passes its field on to the line that follows it. Hundreds
    of lines of a few letters each hold no paper; they are put into one without being looked at.

    Args:
        text: the whole text.
        start: where to begin, at the beginning of a line.
    """
    field: Field | None = None
    before: Line | None = None
    own: Identifiers | None = None
    places = _places(text, start)
    while chunk := list(islice(places, _CHUNK_LINES)):
        if len(chunk) == _CHUNK_LINES and max(map(_length, chunk)) < _BARREN:
            before, field = _barren(chunk), None
            yield before
            continue
        for place in chunk:
            line = _line(text, place, field, before)
            field = line.field if _is_lone_label(line) else None
            if field is not None:
                row = _TITLE_LABEL_ROW if field is Field.TITLE else _LABEL_ROW
                line = msgspec.structs.replace(line, kind=Kind.BOILERPLATE, row=row, field=None)
            if line.own is not None:
                line = msgspec.structs.replace(line, again=line.own == own)
                own = line.own
            before = line
            yield line


def is_address_line(text: str) -> bool:
    """Tell whether a text is one address and nothing else."""
    return _ADDRESS.match(text) is not None


def _length(place: _Place) -> int:
    return place.end - place.start


def _barren(chunk: Sequence[_Place]) -> Line:
    """Put many short lines into one."""
    first = chunk[0]
    return Line(
        start=first.start,
        end=chunk[-1].end,
        body=first.start,
        stop=chunk[-1].end,
        number=first.number,
        gap=first.gap,
        cell=False,
        indent=first.indent,
        kind=Kind.BARREN,
        text="",
    )


def _places(text: str, start: int) -> Iterator[_Place]:
    """Yield where the lines stand; pieces of white space alone are none."""
    number, breaks, first, last_end = 1 + _count_breaks(text[:start]), 0, True, start
    for piece in _PIECE.finditer(text, start):
        between = text[last_end : piece.start()]
        last_end = piece.end()
        breaks += 1 if between == "\n" else _count_breaks(between)
        if (solid := _SOLID.search(text, piece.start(), piece.end())) is None:
            continue
        number += breaks
        yield _Place(
            start=solid.start(),
            end=_solid_end(text, piece.end()),
            number=number,
            gap=breaks if first else max(0, breaks - 1),
            cell=breaks == 0 and not first,
            indent=solid.start() - piece.start() + len(between) - len(between.rstrip("\t")),
        )
        breaks, first = 0, False


def _count_breaks(between: str) -> int:
    """Count the line ends in what stands between two lines: CR, LF, CRLF and the rare ones."""
    count = between.count("\n")
    if "\r" in between:
        count += between.count("\r") - between.count("\r\n")
    return count + sum(between.count(rare) for rare in _RARE_BREAKS if rare in between)


def _solid_end(text: str, end: int) -> int:
    """Return where the last character that is not blank ends; there is one before ``end``."""
    while not (tail := text[max(0, end - _CHUNK) : end].rstrip()):
        end -= _CHUNK
    return max(0, end - _CHUNK) + len(tail)


def _line(text: str, place: _Place, field: Field | None, before: Line | None) -> Line:
    """Return a line with what it can be; a rule for boilerplate goes before all else."""
    length = place.end - place.start
    head = text[place.start : place.end if length <= _WHOLE else place.start + _HEAD]
    is_label = head.endswith((":", "：")) and find_label(head) is not None
    if not is_label and (row := _row(head, length, place, before)) is not None:
        return _made(place, place.start, Kind.BOILERPLATE, head, row=row)
    prefix = prefix_end(head)
    behind = _solid_start(head, prefix)
    if prefix and (row := _row(head[behind:], length - behind, place, None)) is not None:
        return _made(place, place.start, Kind.BOILERPLATE, head, row=row)
    label = find_label(head[behind:])
    if label is not None:
        field = label.field
        behind = _solid_start(head, behind + label.length)
    elif field not in _TEXT_FIELDS and not place.cell:
        field = None
    body = (
        head[behind:]
        if length <= len(head)
        else f"{head[behind:]} {text[place.end - _TAIL : place.end]}"
    )
    return _seen(place, place.start + behind, body, field, prefix=head[:prefix])


def _solid_start(text: str, start: int) -> int:
    """Return where the first character that is not blank stands from a place on."""
    return start + len(text[start:]) - len(text[start:].lstrip())


def _row(head: str, length: int, place: _Place, before: Line | None) -> Row | None:
    """Return the rule by which a line is boilerplate, be it for the line above it."""
    if length > len(head):
        return None
    if (row := find_row(head)) is not None:
        return row
    named = before is not None and before.row is not None and before.row.names_next
    return _NAME_ROW if named and length <= _LONGEST_NAME and place.gap <= _FARTHEST_NAME else None


def _seen(place: _Place, body: int, text: str, field: Field | None, *, prefix: str) -> Line:
    if field is not None and field not in _TEXT_FIELDS:
        return _made(place, body, Kind.LABELLED, text, field=field, prefix=prefix)
    if field is None and is_address_line(text):
        own = identifiers_of_url(text.strip(_AROUND_ADDRESS))
        return _made(place, body, Kind.ADDRESS, text, own=None if own == Identifiers() else own)
    if field is None and (link := _LINK.fullmatch(text)) is not None:
        return _linked(place, body, link, prefix)
    length = place.end - body
    kind = Kind.LABELLED if field else Kind.PROSE if length > LONG else Kind.TEXT
    return _made(place, body, kind, text, field=field, prefix=prefix, looks=look_at(text, length))


def _linked(place: _Place, body: int, link: re.Match[str], prefix: str) -> Line:
    """Return a line that is one Markdown link: its text, and the paper that it leads to."""
    start, stop = body + link.start(1), body + link.end(1)
    own = identifiers_of_url(link[2])
    return _made(
        place,
        start,
        Kind.TEXT,
        link[1],
        own=None if own == Identifiers() else own,
        prefix=prefix,
        looks=look_at(link[1], stop - start),
        stop=stop,
    )


def _made(
    place: _Place,
    body: int,
    kind: Kind,
    text: str,
    *,
    row: Row | None = None,
    field: Field | None = None,
    own: Identifiers | None = None,
    prefix: str = "",
    looks: Looks | None = None,
    stop: int | None = None,
) -> Line:
    return Line(
        start=place.start,
        end=place.end,
        body=body,
        stop=place.end if stop is None else stop,
        number=place.number,
        gap=place.gap,
        cell=place.cell,
        indent=place.indent,
        kind=kind,
        text=text,
        row=row,
        field=field,
        own=own,
        numbered=bool(prefix),
        first_word=len(prefix or text.split(maxsplit=1)[0]) if text else 0,
        lower=starts_lower(text),
        looks=looks,
    )


def _is_lone_label(line: Line) -> bool:
    return line.kind is Kind.LABELLED and line.body >= line.end
