r"""LaTeX in, Unicode inside.

A page's text is part LaTeX, part not, so only what is surely LaTeX is read, and nothing is lost:

- an unknown command stays word for word, and so do ``\cite`` and ``\ref`` with their labels;
- maths stays as ``$…$``;
- ``%`` is text (a page has no comments), ``<action name>`` is no tag, ``~10`` is "about ten";
- braces that do not match stay, and so do bare ones around more than a word: a page writes sets so;
- ``--`` in an address, before a flag or in a rule of hyphens is no dash.

One pass goes from mark to mark (see ``latex_pass``); its cost is linear. Why not a library:
pylatexenc takes 300 times as long and drops what it does not know.

Source: "LaTeX2e: An unofficial reference manual", chapters 4, 16.3, 23; Knuth, "The TeXbook", 2.
"""

import re
import unicodedata

from refman.normalise.latex_pass import Pass
from refman.normalise.maths import split_maths
from refman.normalise.text import settle

__all__ = ["decode_latex", "has_marks", "with_bare_dollars"]

_ESCAPED_DOLLAR = re.compile(r"(?<!\\)\\\$")


def decode_latex(text: str) -> str:
    r"""Return the text with its LaTeX read: ``T\"ULU`` is ``TÜLU``, ``50\%`` is ``50%``.

    The outcome is at rest: a second call changes nothing. ``\$`` stays where a bare dollar sign
    would begin or end a formula, ``\~{}`` where a bare tilde would be a tie.

    Args:
        text: one line or several paragraphs.
    """
    return settle(_decoded, text)


def _decoded(text: str) -> str:
    if not has_marks(text):
        return text
    return unicodedata.normalize("NFC", with_bare_dollars(Pass(text).run()))


def has_marks(text: str) -> bool:
    """Tell whether there is anything to read; written out, for most texts end here."""
    return (
        "\\" in text
        or "{" in text
        or "$" in text
        or "--" in text
        or "~" in text
        or "`" in text
        or "''" in text
    )


def with_bare_dollars(text: str) -> str:
    r"""Return the text with ``\$`` as ``$``, if that leaves its maths as it was."""
    if "\\$" not in text:
        return text
    pieces = split_maths(text)
    bared = "".join(
        piece if is_maths else _ESCAPED_DOLLAR.sub("$", piece) for is_maths, piece in pieces
    )
    return bared if _formulas(split_maths(bared)) == _formulas(pieces) else text


def _formulas(pieces: list[tuple[bool, str]]) -> list[str]:
    return [piece for is_maths, piece in pieces if is_maths]
