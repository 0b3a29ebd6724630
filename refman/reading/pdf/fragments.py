"""A page's content drawn in the mind: pieces of text with place, size and font.

Source: ISO 32000-2, 8.3 (coordinates), 9.2 to 9.4 (text).
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeAlias

import msgspec

from refman.reading.pdf.tokens import Name, Operand, operations

__all__ = ["IDENTITY", "Face", "Form", "Fragment", "Matrix", "Resources", "fragments", "times"]

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_DEEPEST_FORM = 6
_MOST_FORMS = 200
_MOST_STATES = 512
_MOST_FRAGMENTS = 40_000
_LARGEST = 1e6
_GAP = 0.45
"""Part of a blank's width from which a gap is one: justified lines make blanks narrow."""


class Face(Protocol):
    """Know a font: what its codes stand for, and how wide they are."""

    @property
    def name(self) -> str:
        """The font's name without the tag of its subset."""
        ...

    @property
    def blank(self) -> float:
        """The width of a blank, in parts of the font's size."""
        ...

    @property
    def scale(self) -> float:
        """The size of the font where its size is given as 1."""
        ...

    def glyphs(self, data: bytes) -> Sequence[tuple[str, float]]:
        """Return text and width, in parts of the size, of each code."""
        ...


class Form(NamedTuple):
    """Hold a piece of content that a page draws by name."""

    data: bytes
    matrix: Matrix
    resources: "Resources"


class Resources(Protocol):
    """Know what a content's names stand for."""

    def face(self, name: str) -> Face | None:
        """Return a font."""
        ...

    def form(self, name: str) -> Form | None:
        """Return a form; None for a picture."""
        ...


class Fragment(NamedTuple):
    """Hold a piece of text that one operator shows.

    Attributes:
        along: where it starts along the direction in which it runs.
        until: where it ends.
        across: its base line, across that direction; grows upwards for text that lies level.
        turned: degrees, counted against the clock.
    """

    text: str
    along: float
    until: float
    across: float
    size: float
    face: Face
    turned: int


class _State(msgspec.Struct):
    """Hold the graphics state as far as text needs it."""

    matrix: Matrix
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does the first and then the second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def fragments(data: bytes, resources: Resources, matrix: Matrix) -> Iterator[Fragment]:
    """Yield the pieces of text that a content shows, in its order; no more than a page can hold.

    Args:
        data: the content.
        resources: what its names stand for.
        matrix: from its coordinates to those of the page as it is shown.
    """
    drawing = _Drawing(resources, matrix)
    drawing.run(data, 0)
    yield from drawing.shown


class _Drawing:
    """Follow the operators of a page's content."""

    def __init__(self, resources: Resources, matrix: Matrix) -> None:
        self.shown: list[Fragment] = []
        self._resources = resources
        self._state = _State(matrix)
        self._stack: list[_State] = []
        self._text: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._forms = 0
        self._depth = 0

    def run(self, data: bytes, depth: int) -> None:
        """Follow all operators of a content."""
        self._depth = depth
        for operator, operands in operations(data):
            handler = _HANDLERS.get(operator)
            if handler is None:
                continue
            try:
                handler(self, operands)
            except (IndexError, TypeError, ValueError, OverflowError):
                continue  # operands are missing or of another kind: readers pass such over
            if len(self.shown) > _MOST_FRAGMENTS:
                return

    def save(self, _: list[Operand]) -> None:
        if len(self._stack) < _MOST_STATES:
            self._stack.append(msgspec.structs.replace(self._state))

    def restore(self, _: list[Operand]) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def concatenate(self, operands: list[Operand]) -> None:
        self._state.matrix = times(_matrix(operands), self._state.matrix)

    def begin(self, _: list[Operand]) -> None:
        self._text = self._line = IDENTITY

    def set_font(self, operands: list[Operand]) -> None:
        name, size = operands[-2], _number(operands[-1])
        self._state.face = self._resources.face(name) if isinstance(name, Name) else None
        self._state.size = size

    def set_spacing(self, operands: list[Operand]) -> None:
        self._state.spacing = _number(operands[-1])

    def set_word_spacing(self, operands: list[Operand]) -> None:
        self._state.word_spacing = _number(operands[-1])

    def set_stretch(self, operands: list[Operand]) -> None:
        self._state.stretch = _number(operands[-1]) / 100

    def set_leading(self, operands: list[Operand]) -> None:
        self._state.leading = _number(operands[-1])

    def set_rise(self, operands: list[Operand]) -> None:
        self._state.rise = _number(operands[-1])

    def set_matrix(self, operands: list[Operand]) -> None:
        self._text = self._line = _matrix(operands)

    def move(self, operands: list[Operand]) -> None:
        across, up = _number(operands[-2]), _number(operands[-1])
        self._line = times((1.0, 0.0, 0.0, 1.0, across, up), self._line)
        self._text = self._line

    def move_and_lead(self, operands: list[Operand]) -> None:
        self._state.leading = -_number(operands[-1])
        self.move(operands)

    def next_line(self, _: list[Operand]) -> None:
        self.move([0.0, -self._state.leading])

    def show(self, operands: list[Operand]) -> None:
        text = operands[-1]
        if isinstance(text, bytes):
            self._show([text])

    def show_on_next_line(self, operands: list[Operand]) -> None:
        self.next_line([])
        self.show(operands)

    def space_and_show(self, operands: list[Operand]) -> None:
        self._state.word_spacing = _number(operands[-3])
        self._state.spacing = _number(operands[-2])
        self.show_on_next_line(operands)

    def show_all(self, operands: list[Operand]) -> None:
        items = operands[-1]
        if isinstance(items, list):
            self._show(items)

    def draw_form(self, operands: list[Operand]) -> None:
        name = operands[-1]
        depth = self._depth
        if not isinstance(name, Name) or depth >= _DEEPEST_FORM or self._forms >= _MOST_FORMS:
            return
        form = self._resources.form(name)
        if form is None:
            return
        self._forms += 1
        kept = self._resources, self._state, self._stack, self._text, self._line
        self._resources, self._stack = form.resources, []
        self._state = msgspec.structs.replace(
            self._state, matrix=times(form.matrix, self._state.matrix)
        )
        self.run(form.data, depth + 1)
        self._resources, self._state, self._stack, self._text, self._line = kept
        self._depth = depth

    def _show(self, items: Sequence[float | bytes]) -> None:
        """Show strings, moved by the numbers between them; a wide gap is a blank."""
        state = self._state
        face, size = state.face, state.size
        if face is None:
            return
        pieces: list[str] = []
        width = 0.0
        end_of_text = 0.0
        gap = _GAP * face.blank * abs(size) * state.stretch
        for item in items:
            if not isinstance(item, bytes):
                width -= item / 1000 * size * state.stretch
                continue
            for text, share in face.glyphs(item):
                if pieces and width - end_of_text > gap > 0 and not pieces[-1].endswith(" "):
                    pieces.append(" ")
                pieces.append(text)
                end_of_text = width + share * size * state.stretch
                width = end_of_text + state.spacing * state.stretch
                if text == " ":
                    width += state.word_spacing * state.stretch
                    end_of_text = width
        self._keep("".join(pieces), end_of_text)
        self._text = times((1.0, 0.0, 0.0, 1.0, width, 0.0), self._text)

    def _keep(self, text: str, width: float) -> None:
        state = self._state
        if not text or state.face is None:
            return
        a, b, c, d, e, f = times(self._text, state.matrix)
        e, f = e + state.rise * c, f + state.rise * d
        length = math.hypot(a, b)
        size = math.hypot(c, d) * abs(state.size) * state.face.scale
        if not (0 < length < _LARGEST and 0 < size < _LARGEST) or max(abs(e), abs(f)) > _LARGEST:
            return
        cos, sin = a / length, b / length
        along = e * cos + f * sin
        run = max(-_LARGEST, min(_LARGEST, width * length))
        turned = round(math.degrees(math.atan2(sin, cos)))
        across = f * cos - e * sin
        ends = (along, along + run) if run >= 0 else (along + run, along)
        self.shown.append(Fragment(text, *ends, across, size, state.face, turned))


def _number(operand: Operand) -> float:
    if isinstance(operand, float) and math.isfinite(operand):
        return operand
    raise TypeError(operand)


def _matrix(operands: list[Operand]) -> Matrix:
    a, b, c, d, e, f = map(_number, operands[-6:])
    return a, b, c, d, e, f


_HANDLERS: Mapping[bytes, Callable[[_Drawing, list[Operand]], None]] = {
    b"q": _Drawing.save,
    b"Q": _Drawing.restore,
    b"cm": _Drawing.concatenate,
    b"BT": _Drawing.begin,
    b"Tf": _Drawing.set_font,
    b"Tc": _Drawing.set_spacing,
    b"Tw": _Drawing.set_word_spacing,
    b"Tz": _Drawing.set_stretch,
    b"TL": _Drawing.set_leading,
    b"Ts": _Drawing.set_rise,
    b"Tm": _Drawing.set_matrix,
    b"Td": _Drawing.move,
    b"TD": _Drawing.move_and_lead,
    b"T*": _Drawing.next_line,
    b"Tj": _Drawing.show,
    b"TJ": _Drawing.show_all,
    b"'": _Drawing.show_on_next_line,
    b'"': _Drawing.space_and_show,
    b"Do": _Drawing.draw_form,
}
