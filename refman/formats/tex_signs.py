"""How LaTeX writes the signs that are not ASCII: the rows of ``resources/latex_encode.tsv``."""

import functools
import unicodedata
from collections.abc import Mapping

import msgspec

from refman.resources import read_text

__all__ = ["SIGNS", "accented", "sign_table"]

SIGNS = "latex_encode.tsv"

_MOST_MARKS = 2
"""A letter with more marks than any script uses stays as it is: nested accents would not print."""
_DOTLESS = {"i": r"\i", "j": r"\j"}
_KEEPING_DOT = {
    "i": {r"\b", r"\c", r"\d", r"\k", r"\`", r"\'", r"\^", r"\""},
    "j": {r"\b", r"\c", r"\d", r"\k"},
}
"""Accents below, and those above that LaTeX puts onto an "i" rightly in every font encoding."""


class SignTable(msgspec.Struct, frozen=True):
    """Hold the table.

    Attributes:
        latex: sign -> LaTeX, in braces, safe anywhere in text.
        accents: combining mark -> accent command.
        unknown: the signs of ``latex`` that pdflatex does not know as UTF-8.
    """

    latex: Mapping[str, str]
    accents: Mapping[str, str]
    unknown: frozenset[str]


@functools.cache
def sign_table() -> SignTable:
    """Return the table; read when the first text that is not ASCII comes."""
    latex: dict[str, str] = {}
    accents: dict[str, str] = {}
    unknown: set[str] = set()
    for line in read_text(SIGNS).splitlines():
        if line.startswith("#"):
            continue
        code, written, known, _ = line.split("\t")
        sign = chr(int(code, 16))
        if unicodedata.combining(sign):
            accents[sign] = written
            continue
        latex[sign] = written
        if known == "-":
            unknown.add(sign)
    return SignTable(latex, accents, frozenset(unknown))


def accented(cluster: str) -> str | None:
    r"""Return an ASCII letter with its marks as LaTeX, or None where it is something else.

    ``ü`` is ``{\"u}``, one letter for BibTeX; ``ī`` is ``{\=\i}``, as its dot would stay else; two
    marks are nested, the first one inside.

    Source: ``ot1enc.def`` and ``t1enc.def`` of the LaTeX kernel.

    Args:
        cluster: a sign and the combining marks behind it, composed or not.
    """
    letter, *marks = list(unicodedata.normalize("NFD", cluster))
    accents = sign_table().accents
    if not letter.isascii() or not letter.isalpha() or not 0 < len(marks) <= _MOST_MARKS:
        return None
    latex = letter
    for mark in marks:
        command = accents.get(mark)
        if command is None:
            return None
        if latex in _DOTLESS and command not in _KEEPING_DOT[latex]:
            latex = _DOTLESS[latex]
        is_one = len(latex) == 1 or latex in _DOTLESS.values()
        glued = is_one and not command[1:].isalpha()
        latex = command + (latex if glued else f"{{{latex}}}")
    return f"{{{latex}}}"
