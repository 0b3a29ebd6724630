r"""Accents in LaTeX: ``\"U``, ``\c{c}``, ``\v s``, ``\'\i``.

A program's escapes look the same: ``\"so\"`` is a quotation, ``it\'s`` a contraction. Those stay.

Source: "LaTeX2e: An unofficial reference manual", 23.5.
"""

import re
import unicodedata
from typing import NamedTuple

__all__ = ["Accented", "accented_at"]

_BRACED_BASE = re.compile(r"\s*\{\s*(?:\\([ij])\s*|([^\W\d_]\w?)\s*)\}")
_BARE_BASE = re.compile(r"\\([ij])(?![A-Za-z])[ \t]*|([^\W\d_])")
_SPACED_BASE = re.compile(r"[ \t]+(?:\\([ij])(?![A-Za-z])|([^\W\d_]))")

_ESCAPED_QUOTES = re.compile(r'\\"[^"\n]{1,200}\\"(?![^\W\d_]|[{\\])')
_CONTRACTION = re.compile(r"\\'(?:s|re|ll|m)(?![^\W\d_])")
_DIAERESIS_BASES = frozenset("aeiouyAEIOUY")


class Accented(NamedTuple):
    """Hold the letters with their accent, and where in the text to go on."""

    letters: str
    end: int


def accented_at(text: str, start: int, name: str, mark: str) -> Accented | None:
    r"""Return what an accent and its letter make, or None where it is no accent.

    Args:
        text: the source.
        start: where the backslash stands.
        name: the accent's sign or letter, as in ``\"`` or ``\c``.
        mark: its combining mark.
    """
    end = start + 1 + len(name)
    base = _BRACED_BASE.match(text, end)
    if base is None and not _is_program_escape(text, start, name):
        base = (_SPACED_BASE if name.isalpha() else _BARE_BASE).match(text, end)
        if base is not None and not _is_usual(text, start, name, mark, base):
            base = None
    if base is None:
        return None
    letters = base[1] or base[2]
    return Accented(letters[0] + mark + letters[1:], base.end())


def _is_program_escape(text: str, start: int, name: str) -> bool:
    """Tell a quotation mark that a program escaped."""
    is_glued = text[start - 1 : start].isalpha()
    if name == '"':
        return not is_glued and _ESCAPED_QUOTES.match(text, start) is not None
    return name == "'" and is_glued and _CONTRACTION.match(text, start) is not None


def _is_usual(text: str, start: int, name: str, mark: str, base: re.Match[str]) -> bool:
    r"""Tell whether letter and accent make one sign, and the ``c`` of ``\c c`` is no word."""
    letter = base[1] or base[2]
    if len(unicodedata.normalize("NFC", letter + mark)) > 1:
        return False
    if name == '"':
        return letter in _DIAERESIS_BASES
    if not name.isalpha():
        return True
    is_word = not text[base.end() : base.end() + 1].isalpha()
    return is_word or letter.isupper() or text[start - 1 : start].isalpha()
