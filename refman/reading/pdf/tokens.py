"""A PDF page's content cut into operators with their operands.

Source: ISO 32000-2, 7.2 (lexical conventions), 7.8.2 (content streams), 8.9.7 (inline images).
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

__all__ = ["Name", "Operand", "operations"]

_MOST_OPERANDS = 64
_MOST_ITEMS = 4096
_DEEPEST_STRING = 64


class Name(str):
    """Mark a name, "/F1", without its slash."""

    __slots__ = ()


Operand: TypeAlias = "float | bytes | Name | list[float | bytes]"

# No group can match in two ways, and repeats do not go back, so that cost stays linear.
_TOKEN = re.compile(
    rb"[\x00\s]*+(?:"
    rb"(?P<number>[+-]?+(?:\d++\.?\d*+|\.\d++))"
    rb"|(?P<operator>[A-Za-z'\"][A-Za-z0-9*]*+)"
    rb"|(?P<string>\((?:[^()\\]++|\\.)*\))"
    rb"|(?P<nested>\()"
    rb"|(?P<open>\[)|(?P<close>\])"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\s]*+)>"
    rb"|/(?P<name>[^\x00\s()<>\[\]{}/%]*+)"
    rb"|(?P<comment>%[^\r\n]*+)"
    rb"|(?P<other>.))",
    re.DOTALL,
)
_PARENTHESES = re.compile(rb"[()]|\\.", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_END_OF_LINE = re.compile(rb"\r\n?")
_NAME_CODE = re.compile(r"#([0-9A-Fa-f]{2})")
_END_OF_IMAGE = re.compile(rb"[\s\x00]EI(?=[\s\x00/]|$)")


def operations(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Yield each operator with the operands before it; what is none of either is passed over.

    The list of operands is good until the next one is asked for.
    """
    operands: list[Operand] = []
    items: list[float | bytes] | None = None
    position, end = 0, len(data)
    while position < end:
        found = _TOKEN.match(data, position)
        if found is None:  # blanks at the end
            return
        position = found.end()
        kind = found.lastgroup
        if kind == "operator":
            operator = found["operator"]
            if operator in (b"true", b"false", b"null"):
                continue
            if operator == b"BI":
                image_end = _END_OF_IMAGE.search(data, position)
                position = image_end.end() if image_end else end
            else:
                yield operator, operands
            operands.clear()
            items = None
            continue
        if kind == "open":
            items = []
            continue
        if kind == "close":
            if items is not None:
                operands.append(items)
                items = None
            continue
        value, position = _value(found, data)
        if value is None:
            continue
        if items is not None:
            if not isinstance(value, Name) and len(items) < _MOST_ITEMS:
                items.append(value)
        elif len(operands) < _MOST_OPERANDS:
            operands.append(value)


def _value(found: re.Match[bytes], data: bytes) -> tuple[float | bytes | Name | None, int]:
    """Return what a token stands for, None for one that says nothing, and where it ends."""
    kind, end = found.lastgroup, found.end()
    if kind == "number":
        return float(found["number"]), end
    if kind == "string":
        return _unescaped(found["string"][1:-1]), end
    if kind == "nested":
        return _nested_string(data, end)
    if kind == "hex":
        return _from_hex(found["hex"]), end
    if kind == "name":
        return Name(_NAME_CODE.sub(_sign, found["name"].decode("latin-1"))), end
    return None, end


def _sign(code: re.Match[str]) -> str:
    return chr(int(code[1], 16))


def _nested_string(data: bytes, start: int) -> tuple[bytes, int]:
    """Return the bytes of a string that holds parentheses, and where it ends."""
    depth = 1
    for found in _PARENTHESES.finditer(data, start):
        sign = found[0]
        depth += (sign == b"(") - (sign == b")")
        if depth == 0:
            return _unescaped(data[start : found.start()]), found.end()
        if depth > _DEEPEST_STRING:
            break
    return b"", len(data)


def _unescaped(raw: bytes) -> bytes:
    if b"\r" in raw:
        raw = _END_OF_LINE.sub(b"\n", raw)
    return _ESCAPE.sub(_byte, raw) if b"\\" in raw else raw


def _byte(escape: re.Match[bytes]) -> bytes:
    octal, line_end, sign = escape.groups()
    if octal:
        return bytes([int(octal, 8) & 0xFF])
    return b"" if line_end else _ESCAPED.get(sign, sign)


def _from_hex(digits: bytes) -> bytes:
    digits = b"".join(digits.replace(b"\0", b"").split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
