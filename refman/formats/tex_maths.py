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
_SWITCH = re.compile(r"\{\s*\\(rm|bf|it|sf|tt|cal)(?![A-Za-z])\s*([^{}]*)\}")
"""Letters as plain TeX switches them; not every class knows these. Source: usrguide3 2.4."""
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
    body = _SWITCH.sub(r"{\\math\1{\2}}", formula[len(fence) : -len(fence)])
    parts = list(_TOKEN.finditer(body))
    for found in parts:
        part = found.group()
        if part.isascii():
            continue
        latex = sign_table().latex.get(part, "")
        if not latex.startswith("{$"):
            return None
        written += (body[done : found.start()], latex.replace("$", ""))
        done = found.end()
    if not _is_sound([found.group() for found in parts]):
        return None
    return "".join((fence, *written, body[done:], fence))


class _Group(NamedTuple):
    """Remember what stood before a group: what closes it, and how the outer formula went on."""

    closer: str
    wanted: int
    scripts: str
    is_text: bool


def _is_sound(parts: list[str]) -> bool:
    r"""Tell whether a formula's groups, scripts and operands are in order.

    Braces must match with and without a backslash: ``\{`` counts for BibTeX, and not for others.
    """
    wanted, scripts, is_text, depth = 0, "", False, 0
    open_groups: list[_Group] = []
    for before, part in pairwise(["", *parts]):
        if before in {r"\left", r"\right"}:
            if part not in _delimiters():
                return False
        elif part in {"{", r"\left"}:
            closer = "}" if part == "{" else r"\right"
            open_groups.append(_Group(closer, wanted, scripts, is_text))
            is_text = is_text or before in _commands("text")
            wanted, scripts = 0, ""
        elif part in {"}", r"\right"}:
            if wanted or not open_groups or open_groups[-1].closer != part:
                return False
            _, wanted, scripts, is_text = open_groups.pop()
            wanted, scripts = (wanted - 1, scripts) if wanted else (0, "")
        elif part in {"^", "_"}:
            if wanted or is_text or part in scripts:
                return False
            wanted, scripts = 1, scripts + part
        elif part == "'" and not is_text and "^" in scripts:
            return False  # a prime is a superscript; the other way round they go together
        else:
            operands = _operands(part)
            if operands is None or (wanted and operands):
                return False
            wanted, scripts = (wanted - 1, scripts) if wanted else (operands, "")
        depth += (part == r"\{") - (part == r"\}")
        if depth < 0:
            return False
    return not (wanted or open_groups or depth) and parts[-1:] != [r"\right"]


_DELIMITERS = frozenset("()[]|/.<>")


@functools.cache
def _delimiters() -> frozenset[str]:
    return _DELIMITERS | _commands("delimiter")


@functools.cache
def _commands(row: str) -> frozenset[str]:
    """Return a row's commands, with their backslash."""
    return frozenset(f"\\{name}" for name in rows("latex_maths")[row]["commands"].split(" "))


def _operands(part: str) -> int | None:
    """Return how many groups a sign or command takes; None where it may not stand in a formula."""
    if part[0] != "\\":
        return None if part in _BARE else 0
    counts = ((0, "none"), (1, "one"), (1, "text"), (2, "two"), (0, "delimiter"))
    return next((count for count, row in counts if part in _commands(row)), None)
