"""What a field's expression says: strings put together, names of strings resolved.

Source: "BibTeXing" (Patashnik 1988), 2, on ``#`` and ``@STRING``; bibtex.web, "scan_and_store".
"""

import re

from refman.formats.bib.blocks import Block
from refman.formats.tex_dates import MONTHS
from refman.model import Problem, Span

__all__ = ["Strings"]

_PIECE = re.compile(r"[{}\"#]")
_LONGEST = 20_000
"""Strings of strings of strings double at each step: this is the longest that one may become."""


class Strings:
    """Know the strings that a file has defined so far; capitals in their names do not count.

    The names of months are defined by every style; what a style would print for one is not known
    here, so a month is its name: "jan".
    """

    def __init__(self) -> None:
        self._known: dict[str, str | None] = dict.fromkeys(MONTHS)

    def define(self, text: str, block: Block) -> list[Problem]:
        """Take in what a block defines; a later definition takes the place of an earlier one."""
        problems: list[Problem] = []
        for field in block.fields:
            raw = text[field.value_start : field.value_end]
            self._known[field.name.lower()] = self.value(raw, field.value_start, problems)
        return problems

    def value(self, raw: str, start: int, problems: list[Problem]) -> str:
        """Return the LaTeX that an expression stands for.

        Args:
            raw: the expression.
            start: its place in the file.
            problems: gets what is at fault with it; the name of a string that is not defined
                stands for itself.
        """
        if "#" not in raw:
            return raw[1:-1] if raw[:1] in ("{", '"') else self._named(raw, start, problems)
        said: list[str] = []
        length = 0
        for place, piece in _pieces(raw):
            if piece[:1] in ("{", '"'):
                said.append(piece[1:-1])
                continue
            named = self._named(piece, start + place, problems)
            length += len(named)
            if length > _LONGEST and len(named) > len(piece):
                problems.append(_problem(start + place, piece, "the string is too long"))
                named = piece
            said.append(named)
        return "".join(said)

    def _named(self, name: str, start: int, problems: list[Problem]) -> str:
        if not name or name.isdecimal():
            return name
        lowered = name.lower()
        if lowered not in self._known:
            problems.append(_problem(start, name, "a string of this name is not defined"))
            return name
        known = self._known[lowered]
        return lowered if known is None else known


def _problem(start: int, name: str, why: str) -> Problem:
    return Problem(Span(start, start + len(name)), why)


def _pieces(raw: str) -> list[tuple[int, str]]:
    """Return the pieces of an expression that "#" joins, each with its place."""
    pieces: list[tuple[int, str]] = []
    depth, is_quoted, done = 0, False, 0
    for found in _PIECE.finditer(raw):
        sign = found.group()
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth == 0 and sign == '"':
            is_quoted = not is_quoted
        elif depth == 0 and not is_quoted:
            pieces.append((done, raw[done : found.start()]))
            done = found.end()
    pieces.append((done, raw[done:]))
    return [(place + len(piece) - len(piece.lstrip()), piece.strip()) for place, piece in pieces]
