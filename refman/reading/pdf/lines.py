"""Pieces of text joined to the lines of a page."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from refman.model import Span
from refman.reading.pdf.content import Anchor, PdfLine
from refman.reading.pdf.fragments import Fragment
from refman.reading.pdf.glyphs import composed

__all__ = ["Area", "lines_of"]

_SAME_BASE = 0.2
_SMALL = 0.86
_RAISED, _LOWERED = 0.75, 0.35
_WIDEST_GAP = 1.2
"""In sizes of the font: more than justified blanks have, less than the space between columns."""
_OVERLAP = 0.6
_BLANK = 0.45
_LEAST_SHARE = 0.15
_MARK = 0.1
_LOOK_BACK = 24
_NOWHERE = Span(0, 0)
_BLANKS = re.compile(r"\s+")


class Area(NamedTuple):
    """Hold where a link annotation lies, in points of the page as it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    url: str


class _Line:
    """Gather the pieces of one line."""

    __slots__ = ("base", "pieces", "size", "until")

    def __init__(self, first: Fragment) -> None:
        self.pieces = [first]
        self.base = first.across
        self.size = first.size
        self.until = first.until

    def takes(self, piece: Fragment) -> bool:
        """Tell whether a piece goes on with this line."""
        size = max(self.size, piece.size)
        gap = piece.along - self.until
        if not -_OVERLAP * size <= gap <= _WIDEST_GAP * size:
            return False
        height = piece.across - self.base
        if abs(height) <= _SAME_BASE * size:
            return True
        if piece.size <= _SMALL * self.size:
            return -_LOWERED * size <= height <= _RAISED * size
        return self.size <= _SMALL * piece.size and -_RAISED * size <= height <= _LOWERED * size

    def add(self, piece: Fragment) -> None:
        """Take a piece; the base line is that of the largest."""
        self.pieces.append(piece)
        self.until = max(self.until, piece.until)
        if piece.size > self.size:
            self.base, self.size = piece.across, piece.size


def lines_of(
    pieces: Iterable[Fragment], page: int, areas: Sequence[Area] = ()
) -> tuple[list[PdfLine], list[str]]:
    """Return the lines of a page, without spans, and the addresses that lie on no line.

    Lines are in the order in which the page draws them, those that lie level first.

    Args:
        pieces: in the page's order.
        page: its place.
        areas: its link annotations.
    """
    level: list[_Line] = []
    others: dict[int, list[_Line]] = {}
    seen: set[tuple[str, int, int, int]] = set()
    for piece in pieces:
        if not piece.text or piece.text.isspace():
            continue
        # Shadows and bold letters that are drawn twice.
        place = (piece.text, round(piece.along), round(piece.across), piece.turned)
        if len(piece.text) > 1 and place in seen:
            continue
        seen.add(place)
        lines = level if piece.turned == 0 else others.setdefault(piece.turned, [])
        for line in reversed(lines[-_LOOK_BACK:]):
            if line.takes(piece):
                line.add(piece)
                break
        else:
            lines.append(_Line(piece))
    used: set[Area] = set()
    made = [_made(line, page, areas, used) for line in level]
    made += [_made(line, page, (), used) for lines in others.values() for line in lines]
    loose = [area.url for area in areas if area not in used]
    return [line for line in made if line is not None], list(dict.fromkeys(loose))


def _made(line: _Line, page: int, areas: Sequence[Area], used: set[Area]) -> PdfLine | None:
    text, places = _joined(line)
    mended, moved = composed(text)
    if not mended or mended.isspace():
        return None
    size = _size(line)
    turned = line.pieces[0].turned
    raised = _merged(
        Span(moved(start), moved(end))
        for piece, (start, end) in zip(line.pieces, places, strict=True)
        if start < end and piece.size <= _SMALL * size and piece.across - line.base > _MARK * size
    )
    return PdfLine(
        text=mended,
        span=_NOWHERE,
        page=page,
        left=round(min(piece.along for piece in line.pieces), 1),
        right=round(line.until, 1),
        base=round(line.base, 1),
        size=round(size, 1),
        face=_face(line),
        turned=turned % 360,
        raised=raised,
        anchors=tuple(
            _anchor(mended, moved(start), moved(end), url)
            for start, end, url in _anchors(line, places, areas, used)
        ),
    )


def _anchor(text: str, start: int, end: int, url: str) -> Anchor:
    """Return a link on words, without the blanks round them."""
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return Anchor(begin, max(begin, start + len(words.rstrip())), url)


def _merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join stretches that touch each other."""
    merged: list[Span] = []
    for span in spans:
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(span.end, merged[-1].end))
        else:
            merged.append(span)
    return tuple(merged)


def _joined(line: _Line) -> tuple[str, list[tuple[int, int]]]:
    """Return a line's text, with blanks where there are gaps, and where its pieces stand in it."""
    text = ""
    places: list[tuple[int, int]] = []
    until = line.pieces[0].along
    for piece in line.pieces:
        words = _BLANKS.sub(" ", piece.text)
        gap = piece.along - until
        least = max(0.1, _BLANK * piece.face.blank) * min(piece.size, line.size)
        if text and not text.endswith(" ") and not words.startswith(" ") and gap > least:
            text += " "
        if not text or text.endswith(" "):
            words = words.lstrip()
        places.append((len(text), len(text) + len(words)))
        text += words
        until = max(until, piece.until)
    stripped = text.rstrip()
    end = len(stripped)
    return stripped, [(min(start, end), min(stop, end)) for start, stop in places]


def _size(line: _Line) -> float:
    """Return the largest size that a fair share of the letters has: capitals beside small ones."""
    shares: Counter[float] = Counter()
    for piece in line.pieces:
        shares[round(piece.size, 1)] += sum(map(str.isalnum, piece.text)) or 0
    total = sum(shares.values())
    if not total:
        return line.size
    return max(size for size, count in shares.items() if count >= _LEAST_SHARE * total)


def _face(line: _Line) -> str:
    names: Counter[str] = Counter()
    for piece in line.pieces:
        names[piece.face.name] += len(piece.text)
    return names.most_common(1)[0][0]


def _anchors(
    line: _Line, places: Sequence[tuple[int, int]], areas: Sequence[Area], used: set[Area]
) -> list[tuple[int, int, str]]:
    """Return the stretches of a line that link annotations cover, in the order of the text."""
    found: list[tuple[int, int, str]] = []
    for area in areas:
        middle = line.base + 0.25 * line.size
        if not area.bottom <= middle <= area.top or area.right < line.pieces[0].along:
            continue
        covered = [
            place
            for piece, (start, end) in zip(line.pieces, places, strict=True)
            for place in _covered(piece, start, end, area)
        ]
        if covered:
            used.add(area)
            found.append((min(covered), max(covered) + 1, area.url))
    return sorted(found)


def _covered(piece: Fragment, start: int, end: int, area: Area) -> tuple[int, ...]:
    """Return the first and the last sign of a piece in an area, as if all were as wide."""
    count = end - start
    width = piece.until - piece.along
    if count <= 0 or width <= 0 or piece.until <= area.left or piece.along >= area.right:
        return ()
    first = max(0, round((area.left - piece.along) / width * count))
    last = min(count, round((area.right - piece.along) / width * count)) - 1
    return (start + first, start + last) if first <= last else ()
