r"""Maths that may go into a TeX file as it is.

A formula comes from a page that anybody can write, and a document typesets it: so only commands
that the table ``latex_maths`` of the crosswalk names may stand in it (no ``\input``, no
``\write``), and it must be sound, since a formula that is not stops the whole document.
"""

import functools
import re
from itertools import pairwise
from typing import NamedTuple

from refman.formats.crosswalk import rows
from refman.formats.tex_signs import sign_table

__all__ = ["latex_maths"]

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|\S", re.DOTALL)
_BARE = frozenset("%&#$~\\")
"""Signs that have a meaning of their own in maths too."""


def latex_maths(formula: str) -> str | None:
    """Return a formula as LaTeX, or None where it is not safe or not sound.

    Args:
        formula: with its dollar signs, ``$x$`` or ``$$x$$``, on one line.
    """
    fence = "$$" if formula.startswith("$$") else "$"
    written: list[str] = []
    done = 0
    body = formula[len(fence) : -len(fence)]
    tokens = list(_TOKEN.finditer(body))
    for found in tokens:
        token = found.group()
        if token.isascii():
            continue
        latex = sign_table().latex.get(token, "")
        if not latex.startswith("{$"):
            return None
        written += (body[done : found.start()], latex.replace("$", ""))
        done = found.end()
    if not _is_sound([found.group() for found in tokens]):
        return None
    return "".join((fence, *written, body[done:], fence))


class _Group(NamedTuple):
    """Remember what stood before a group: what closes it, and how the outer formula went on."""

    closer: str
    wanted: int
    scripts: str
    is_text: bool


def _is_sound(tokens: list[str]) -> bool:
    r"""Tell whether a formula's groups, scripts and operands are in order.

    Braces must match with and without a backslash: ``\{`` counts for BibTeX, and not for others.
    """
    wanted, scripts, is_text, signs = 0, "", False, 0
    open_groups: list[_Group] = []
    for before, token in pairwise(["", *tokens]):
        if before in {r"\left", r"\right"}:
            if token not in _delimiters():
                return False
        elif token in {"{", r"\left"}:
            closer = "}" if token == "{" else r"\right"
            open_groups.append(_Group(closer, wanted, scripts, is_text))
            is_text = is_text or before in _commands("text")
            wanted, scripts = 0, ""
        elif token in {"}", r"\right"}:
            if wanted or not open_groups or open_groups[-1].closer != token:
                return False
            _, wanted, scripts, is_text = open_groups.pop()
            wanted, scripts = (wanted - 1, scripts) if wanted else (0, "")
        elif token in _SCRIPTS:
            if wanted or is_text or token in scripts or (token == "'" and "^" in scripts):
                return False
            wanted, scripts = int(token != "'"), scripts + token
        else:
            operands = _operands(token)
            if operands is None or (wanted and operands):
                return False
            wanted, scripts = (wanted - 1, scripts) if wanted else (operands, "")
        signs += (token == r"\{") - (token == r"\}")
        if signs < 0:
            return False
    return not (wanted or open_groups or signs) and tokens[-1:] != [r"\right"]


_SCRIPTS = frozenset("^_'")
_DELIMITERS = frozenset("()[]|/.<>")


@functools.cache
def _delimiters() -> frozenset[str]:
    return _DELIMITERS | _commands("delimiter")


@functools.cache
def _commands(row: str) -> frozenset[str]:
    """Return a row's commands, with their backslash."""
    return frozenset(f"\\{name}" for name in rows("latex_maths")[row]["commands"].split(" "))


def _operands(token: str) -> int | None:
    """Return how many groups a sign or command takes; None where it may not stand in a formula."""
    if token[0] != "\\":
        return None if token in _BARE else 0
    counts = ((0, "none"), (1, "one"), (1, "text"), (2, "two"), (0, "delimiter"))
    return next((count for count, row in counts if token in _commands(row)), None)
