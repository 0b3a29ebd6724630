r"""Maths in text: where it stands, and how it reads without TeX.

A text holds maths as ``$…$`` or ``$$…$$``. What counts as such follows pandoc's rule, so that
prices stay prices: the opening sign has no blank behind it, the closing one none before it and no
digit behind it; both stand in one paragraph. Beyond that, a stretch with two plain words in a row,
or that begins as a sum of money ("5 and"), is a sentence between two prices.

Source: Pandoc User's Guide, extension tex_math_dollars.
"""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from refman.normalise.text import settle
from refman.resources import read_table

__all__ = ["TABLE", "is_formula", "maths_end", "plain_maths", "split_maths"]

TABLE = "latex_decode.toml"
"""The resource that says what commands mean, in text and in maths."""

_LONGEST = 1_000
_DEEPEST = 20

_BODY = rf"((?:[^$\\\n]|\\[^\n]|\n(?!\s*\n)){{1,{_LONGEST}}}+)"
_SPAN = re.compile(rf"\$\${_BODY}\$\$|\${_BODY}\$(?!\d)")
_COMMAND = re.compile(r"\\[A-Za-z]+\s*(?:\{[^{}]{0,200}\})?")
_SENTENCE = re.compile(r"\b[A-Za-z]{2,} [A-Za-z]{2,}")
_PRICE = re.compile(r"\d[\d.,]*[A-Za-z]?\s+[A-Za-z]{2,}")

_TOKEN = re.compile(r"\\([A-Za-z]+|[^A-Za-z])|([\^_])|([{}])|([^\\^_{}]+)", re.DOTALL)


def maths_end(text: str, start: int) -> int | None:
    """Return where the maths ends that begins with the dollar sign at ``start``, if it is any."""
    found = _SPAN.match(text, start)
    if found is None:
        return None
    return found.end() if found[1] is not None or is_formula(found[2]) else None


def is_formula(body: str) -> bool:
    """Tell whether a text, put between single dollar signs, is maths and no sum of money."""
    if not body or body[0].isspace() or body[-1].isspace():
        return False
    words = _COMMAND.sub("#", body)
    return not (_SENTENCE.search(words) or _PRICE.match(words))


def split_maths(text: str) -> list[tuple[bool, str]]:
    """Return the text in pieces, each with whether it is maths (with its dollar signs).

    No piece is empty; joined they are the text.
    """
    pieces: list[tuple[bool, str]] = []
    done = position = 0
    while (start := text.find("$", position)) >= 0:
        before = text[position:start]
        position = start + 1
        is_escaped = (len(before) - len(before.rstrip("\\"))) % 2 == 1
        if not is_escaped and (end := maths_end(text, start)) is not None:
            pieces += [(False, text[done:start]), (True, text[start:end])]
            done = position = end
    pieces.append((False, text[done:]))
    return [piece for piece in pieces if piece[1]]


def plain_maths(text: str) -> str:
    """Return the text with its maths in plain signs where they can say it.

    Greek letters, relations, arrows, the usual alphabets, and super- and subscripts that Unicode
    has, or that are one word ("x_max"); a formula that needs more stays TeX between dollar signs.
    """
    return settle(_plain, text)


def _plain(text: str) -> str:
    if "$" not in text:
        return text
    return "".join(_said(piece) if is_maths else piece for is_maths, piece in split_maths(text))


class _Unsayable(Exception):  # noqa: N818 - a way out, not a fault
    """Say that plain signs cannot hold a formula."""


class _Tables(NamedTuple):
    """Hold what commands mean in maths."""

    signs: Mapping[str, str]
    alphabets: Mapping[str, Mapping[str, str]]
    scripts: Mapping[str, Mapping[str, str]]
    unwrapped: frozenset[str]


@functools.cache
def _tables() -> _Tables:
    table = read_table(TABLE)
    scripts = table["scripts"]
    return _Tables(
        signs=table["maths"],
        alphabets=table["alphabets"],
        scripts={"^": scripts["superscript"], "_": scripts["subscript"]},
        unwrapped=frozenset(table["unwrapped"]["maths"]),
    )


def _said(formula: str) -> str:
    width = 2 if formula.startswith("$$") else 1
    tokens = list(_TOKEN.finditer(formula[width:-width]))
    try:
        said = "".join(_say(iter(tokens), 0))
    except _Unsayable:
        return formula
    return " ".join(said.replace("~", " ").split()) or formula


def _say(tokens: Iterator[re.Match[str]], depth: int) -> Iterator[str]:
    """Yield signs up to the end of the group; depth 0 is the formula itself.

    Raises:
        _Unsayable: something has no plain sign, or the braces do not match.
    """
    if depth > _DEEPEST:
        raise _Unsayable
    for token in tokens:
        if token.group() == "}":
            if depth == 0:
                raise _Unsayable
            return
        yield from _sign(token, tokens, depth)
    if depth > 0:
        raise _Unsayable


def _sign(token: re.Match[str], tokens: Iterator[re.Match[str]], depth: int) -> Iterator[str]:
    name, script, brace, letters = token.groups()
    tables = _tables()
    if letters is not None:
        yield letters
    elif brace is not None:
        yield from _say(tokens, depth + 1)
    elif script is not None:
        argument, rest = _argument(tokens, depth)
        yield _scripted(script, argument) + rest
    elif name in tables.alphabets:
        argument, rest = _argument(tokens, depth)
        yield "".join(tables.alphabets[name].get(sign, sign) for sign in argument) + rest
    elif name not in tables.unwrapped:
        if name not in tables.signs:
            raise _Unsayable
        yield tables.signs[name]


def _scripted(script: str, argument: str) -> str:
    signs = _tables().scripts[script]
    if all(sign in signs for sign in argument):
        return "".join(signs[sign] for sign in argument)
    if argument.isalnum():
        return script + argument
    raise _Unsayable


def _argument(tokens: Iterator[re.Match[str]], depth: int) -> tuple[str, str]:
    """Return a command's argument, and what stood glued behind it: "2x" of "^2x" is "2", "x"."""
    token = next(tokens, None)
    if token is None:
        raise _Unsayable
    letters = token[4]
    if letters is not None:
        letters = letters.lstrip()
        return letters[:1], letters[1:]
    if token.group() == "}":
        raise _Unsayable
    return "".join(_sign(token, tokens, depth + 1)), ""
