r"""JSON whose values know where they stand.

A value that is broken, nested too deep or too big a number ends what is read, and is no error:
what stands before it has been read.

Source: RFC 8259.
"""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

from refman.model import Span
from refman.reading.mapped import Builder, Mapped

__all__ = ["Value", "items", "members", "string", "values"]

_BLANKS = re.compile(r"[ \t\r\n]*")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\u[\da-fA-F]{4}|\\."
)
_SURROGATE = re.compile("[\ud800-\udfff]")
# Python refuses whole numbers of more than 4,300 digits; none that is asked for here has twenty.
_MOST_FIGURES = 300


def _number(figures: str) -> float:
    """Return a whole number; one so long that making it would cost much only nearly."""
    return int(figures) if len(figures) <= _MOST_FIGURES else float(figures)


_DECODER = json.JSONDecoder(strict=False, parse_int=_number)


class Value(NamedTuple):
    """Hold a value as Python's json reads it, and where it stands."""

    value: object
    span: Span


def values(text: str, start: int = 0) -> Iterator[Value]:
    """Yield the values that stand one behind the other: of a JSON text one, of JSON lines many."""
    place = start
    while (value := _value(text, _next(text, place))) is not None:
        yield value
        place = value.span.end


def items(text: str, array: Span) -> Iterator[Value]:
    """Yield the items of an array, also of one that is not closed."""
    place = array.start + 1
    while (value := _value(text, _next(text, place))) is not None:
        yield value
        place = _next(text, value.span.end)
        if not text.startswith(",", place):
            return
        place += 1


def members(text: str, object_: Span) -> dict[str, Value]:
    """Return the members of an object by their names, also of one that is not closed.

    Of two that have the same name the last counts, as Python has it.
    """
    found: dict[str, Value] = {}
    place = object_.start + 1
    while (name := _value(text, _next(text, place))) is not None and isinstance(name.value, str):
        place = _next(text, name.span.end)
        value = _value(text, _next(text, place + 1)) if text.startswith(":", place) else None
        if value is None:
            break
        found[name.value] = value
        place = _next(text, value.span.end)
        if not text.startswith(",", place):
            break
        place += 1
    return found


def string(text: str, value: Value) -> Mapped:
    """Return a string's text; half a surrogate pair, which no text may hold, is U+FFFD."""
    start, end = value.span.start + 1, value.span.end - 1
    builder = Builder()
    done = start
    for escape in _ESCAPE.finditer(text, start, end):
        builder.add(text[done : escape.start()], Span(done, escape.start()))
        sign = json.loads(f'"{escape.group()}"')
        builder.add(_SURROGATE.sub("\ufffd", sign), Span(*escape.span()))
        done = escape.end()
    builder.add(text[done:end], Span(done, end))
    return builder.mapped()


def _next(text: str, place: int) -> int:
    """Return where the next sign stands that is no white space."""
    found = _BLANKS.match(text, place)
    return found.end() if found else place


def _value(text: str, place: int) -> Value | None:
    try:
        value, end = _DECODER.raw_decode(text, place)
    except (ValueError, RecursionError):
        return None
    return Value(value, Span(place, end))
