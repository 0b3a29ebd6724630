r"""Maths in text: where it stands, and how it reads without TeX.

A text holds maths as ``$…$``. What counts as such follows pandoc's rule, so that prices stay
prices: the opening sign has no blank behind it, the closing one none before it and no digit
behind it. Beyond that, a stretch with two plain words in a row is a sentence between two prices.

Source: Pandoc User's Guide, extension tex_math_dollars.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

from refman.resources import read_table

__all__ = ["MATHS", "plain_maths", "split_maths"]

TABLE = "latex_decode.toml"

MATHS = (
    r"(?:\$\$(?:\\[^\n]|[^$\\\n]|\n(?!\n)){1,600}\$\$"
    r"|(?<!\\)\$(?![\s$])(?![^$\n]{0,600} [A-Za-z]{3,} [A-Za-z]{2,})"
    r"(?:\\[^\n]|[^$\\\n]|\n(?!\n)){1,600}(?<!\s)\$(?!\d))"
)
"""A stretch of maths, as a pattern; bounded, so that a lone sign costs no more than its page."""

_MATHS = re.compile(MATHS)
_TOKEN = re.compile(r"\\([A-Za-z]+|[^A-Za-z])\s*|([\^_])|([{}])|([^\\^_{}]+)")
_UNWRAPPED = {"mathrm", "mathbf", "mathit", "mathsf", "mathtt", "text", "textbf", "textit", "mbox",
              "operatorname", "boldsymbol", "bm", "rm", "bf", "it", "left", "right", "textrm",
              "texttt", "textsc", "displaystyle", "mathop"}  # fmt: skip


def split_maths(text: str) -> list[tuple[bool, str]]:
    """Return the text in pieces, each with whether it is maths (with its dollar signs)."""
    if "$" not in text:
        return [(False, text)] if text else []
    pieces: list[tuple[bool, str]] = []
    done = 0
    for found in _MATHS.finditer(text):
        if found.start() > done:
            pieces.append((False, text[done : found.start()]))
        pieces.append((True, found.group()))
        done = found.end()
    if done < len(text):
        pieces.append((False, text[done:]))
    return pieces


def plain_maths(text: str) -> str:
    """Return the text with its maths in plain signs where they can say it.

    Greek letters, relations, arrows, the usual alphabets, and super- and subscripts that Unicode
    has; a formula that needs more stays TeX between its dollar signs.
    """
    if "$" not in text:
        return text
    return "".join(_plain(piece) if is_maths else piece for is_maths, piece in split_maths(text))


@functools.cache
def _table(name: str) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", read_table(TABLE)[name])


class _Unsayable(Exception):  # noqa: N818 - a way out, not a fault
    """Say that plain signs cannot hold a formula."""


def _plain(formula: str) -> str:
    body = formula.strip("$")
    tokens = list(_TOKEN.finditer(body))
    if sum(len(token.group()) for token in tokens) != len(body):
        return formula
    try:
        said = "".join(_say(iter(tokens), closing=False))
    except _Unsayable:
        return formula
    return " ".join(said.split()) or formula


def _say(tokens: Iterator[re.Match[str]], *, closing: bool) -> Iterator[str]:
    """Yield signs up to the group's end.

    Raises:
        _Unsayable: something has no plain sign, or the braces do not match.
    """
    for token in tokens:
        name, script, brace, letters = token.groups()
        if letters is not None:
            yield letters
        elif brace == "{":
            yield from _say(tokens, closing=True)
        elif brace == "}":
            if not closing:
                raise _Unsayable
            return
        elif script is not None:
            yield from _script(tokens, script)
        elif name in _table("alphabets"):
            letters_of = _table("alphabets")[name]
            yield "".join(letters_of.get(sign, sign) for sign in _argument(tokens))
        elif name not in _UNWRAPPED:
            sign = _table("maths").get(name)
            if sign is None or name == "sqrt":
                raise _Unsayable
            yield sign
    if closing:
        raise _Unsayable


def _script(tokens: Iterator[re.Match[str]], script: str) -> Iterator[str]:
    signs = _table("scripts")["superscript" if script == "^" else "subscript"]
    argument, rest = _first_argument(tokens)
    if all(sign in signs for sign in argument):
        yield "".join(signs[sign] for sign in argument)
    elif argument.isalnum():
        yield script + argument
    else:
        raise _Unsayable
    yield rest


def _argument(tokens: Iterator[re.Match[str]]) -> str:
    argument, rest = _first_argument(tokens)
    return argument + rest


def _first_argument(tokens: Iterator[re.Match[str]]) -> tuple[str, str]:
    """Return a command's argument, and what stood glued behind it: "2x" of "^2x" is "2", "x"."""
    token = next(tokens, None)
    if token is None:
        raise _Unsayable
    name, script, brace, letters = token.groups()
    if letters is not None:
        return letters[0], letters[1:]
    if brace == "{":
        return "".join(_say(tokens, closing=True)), ""
    sign = _table("maths").get(name) if script is None else None
    if sign is None:
        raise _Unsayable
    return sign, ""
