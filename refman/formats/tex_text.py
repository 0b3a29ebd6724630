r"""Text as a value of a .bib file, and so that a reader, TeX or Zotero, reads it as it was.

What each sign becomes stands in the crosswalk's table ``tex_specials``. Whatever the text, the
value's braces match for readers that count ``\{`` (BibTeX) and for those that do not.
"""

import functools
import re
import unicodedata
from collections.abc import Callable

from refman.formats.crosswalk import rows
from refman.formats.plain import writable
from refman.formats.tex_maths import latex_maths
from refman.formats.tex_signs import accented, sign_table
from refman.normalise import fold_blanks, plain_maths, split_maths

__all__ = [
    "ascii_latex",
    "is_balanced",
    "paragraphs",
    "short_line",
    "tex_line",
    "tidy",
    "unicode_latex",
    "verbatim",
    "zotero_text",
]

_STAND_INS = {"\\": "\x1a", "{": "\x1b", "}": "\x1c"}
"""Hold the places of the signs that what others become is made of; no writable text has them."""
_REMEMBERED = 4096
_SHORT = 80
_UNTOUCHED = bytes(set(range(256)) - {*range(32), 127} - set(b"\\{}%&_#$~^<>|"))
"""The bytes of UTF-8, but for controls and the signs of the table ``tex_specials``."""

_BRACE = re.compile(r"[{}]")
_UNSAFE_IN_URL = re.compile(r"[\s{}\\]")
_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("(?:[A-Za-z](?=[\u0300-\u036f])|[^\x00-\x7f])[\u0300-\u036f]*")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]")
"""What a cluster is in a text without marks, as most are: this is found in a tenth of the time."""
_LIGATURES = {"–": "--", "—": "---", "‘": "`", "’": "'", "“": "``", "”": "''"}
_LIGATURE = re.compile("[‘’“”–—](?<![-'`‘’“”–—].)(?![-'`‘’“”–—])")
"""A sign that a run of hyphens or quotes makes in TeX, where none stands beside it."""


def tex_line(text: str, encode: Callable[[str], str]) -> str:
    """Return a text writable, on one line with single blanks, and encoded.

    Args:
        text: any.
        encode: one of this module's encoders.
    """
    if not text.isascii() or not _has_single_blanks(text):
        return encode(tidy(text))
    # Most texts are plain, and a look at the bytes is faster than one at the characters.
    touched = text.encode().translate(None, _UNTOUCHED)
    if not touched:
        return text
    return encode(text if touched.decode().isprintable() else tidy(text))


def short_line(text: str, encode: Callable[[str], str]) -> str:
    """Return what ``tex_line`` does, remembering short ones: a library has them many times."""
    if _is_plain(text):  # which is as soon told as remembered
        return text
    return _remembered_line(text, encode) if len(text) <= _SHORT else tex_line(text, encode)


@functools.lru_cache(_REMEMBERED)
def _remembered_line(text: str, encode: Callable[[str], str]) -> str:
    return tex_line(text, encode)


def tidy(text: str) -> str:
    """Return a text writable and on one line, with single blanks: what the encoders take."""
    return text if text.isprintable() and _has_single_blanks(text) else fold_blanks(writable(text))


def ascii_latex(text: str) -> str:
    r"""Return a tidy text as LaTeX in ASCII, as far as the table of signs goes.

    ``Ü`` is ``{\"U}``, ``α`` is ``{$\alpha$}``, ``%`` is ``\%``; Chinese and emoji stay, since
    LaTeX has no commands for them. Classic BibTeX cuts and sorts bytes: what is not ASCII comes
    out of it broken. Formulas stay where they are sound and harmless; else they are text.

    Source: "BibTeXing" (Patashnik 1988), 4; The LaTeX Companion, 7.11.
    """
    if text.isascii():
        return _latex(text)
    text = _composed(text)
    if not text.isalpha():  # a lone word has nothing to escape, and names are many
        text = _latex(_LIGATURE.sub(_ligature, text))
    clusters = _CLUSTER if _MARK.search(text) else _BEYOND_ASCII
    return clusters.sub(_ascii_cluster, text)


def unicode_latex(text: str) -> str:
    r"""Return a tidy text as LaTeX in UTF-8: commands only for TeX's own signs.

    And for those that pdflatex does not know, where the table has one: ``≥`` is ``{$\geq$}``.

    Source: the biblatex manual, 2.4.3; ``utf8.def`` of the LaTeX kernel.
    """
    if text.isascii():
        return _latex(text)
    return _unknown_signs().sub(_sign, _latex(_composed(text)))


def zotero_text(text: str) -> str:
    r"""Return a tidy text as Zotero's BibTeX reader reads it rightly.

    UTF-8 and what is measured as safe: ``\% \& \_ \# \{ \}`` and one ``\$``. Maths is said in plain
    signs. A backslash, a tilde, two dollar signs, a brace without its partner have no form that
    is safe: they become their full-width twins, ``＼ ～ ＄ ｛``, which NFKC takes back.

    Source: measured on Zotero 9.0.6 and 10.0.1.
    """
    return _escaped(plain_maths(text), "zotero")


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of a text, which empty lines part."""
    return re.split(r"\n\s*\n", writable(text))


def verbatim(url: str) -> str:
    """Return an address, name or number for a field that TeX does not read as text.

    Nothing is escaped, but braces, backslashes, blanks and what no address holds are
    percent-encoded, so that the value ends where it should and blanks can part two addresses.

    Source: RFC 3986, 2.1; the biblatex manual, 2.2.1, "verbatim".
    """
    if url.isprintable() and not (" " in url or "\\" in url or "{" in url or "}" in url):
        return url
    return _UNSAFE_IN_URL.sub(_percent, writable(url).strip())


def is_balanced(text: str) -> bool:
    """Tell whether every brace has its partner, those behind a backslash too."""
    if "{" not in text and "}" not in text:
        return True
    depth = 0
    for brace in _BRACE.findall(text):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def _is_plain(text: str) -> bool:
    """Tell whether a text is tidy ASCII that no encoder changes."""
    return (
        text.isascii()
        and not text.encode().translate(None, _UNTOUCHED)
        and _has_single_blanks(text)
    )


def _has_single_blanks(text: str) -> bool:
    return "  " not in text and text[:1] != " " and text[-1:] != " "


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _latex(text: str) -> str:
    """Escape a text, but for the formulas in it that may stay."""
    if "$" not in text:
        return _escaped(text, "latex")
    pieces: list[tuple[bool, str]] = []
    for is_maths, piece in split_maths(text):
        formula = _formula(piece) if is_maths else None
        pieces.append((False, piece) if formula is None else (True, formula))
    balanced = is_balanced("".join(piece for is_maths, piece in pieces if not is_maths))
    return "".join(
        piece if is_maths else _escaped(piece, "latex", balanced=balanced)
        for is_maths, piece in pieces
    )


def _formula(formula: str) -> str | None:
    return _remembered_formula(formula) if len(formula) <= _SHORT else latex_maths(formula)


_remembered_formula = functools.lru_cache(_REMEMBERED)(latex_maths)


def _escaped(text: str, column: str, *, balanced: bool | None = None) -> str:
    """Return a text with TeX's own signs as the column says.

    Args:
        text: any.
        column: of the table ``tex_specials``.
        balanced: whether the braces of the whole text match, where this is a part of it.
    """
    if not text.encode().translate(None, _UNTOUCHED):
        return text
    if balanced is None:
        balanced = is_balanced(text)
    odd = ("" if balanced else "\x1b\x1c") + ("$" if text.count("$") > 1 else "")
    for sign, stand_in in _STAND_INS.items():
        text = text.replace(sign, stand_in)
    # One pass of C for each sign is ten times faster than one pattern for all.
    for sign, usual, otherwise in _specials(column):
        if sign in text:
            text = text.replace(sign, otherwise if sign in odd else usual)
    return text


@functools.cache
def _specials(column: str) -> tuple[tuple[str, str, str], ...]:
    """Return (sign, what it becomes, what it becomes where it is odd), stand-ins last."""
    table = [
        (_STAND_INS.get(sign, sign), row[column], row.get(f"{column}_odd", row[column]))
        for sign, row in rows("tex_specials").items()
        if column in row
    ]
    return tuple(sorted(table, key=lambda row: row[0] in _STAND_INS.values()))


def _ligature(found: re.Match[str]) -> str:
    return _LIGATURES[found.group()]


def _ascii_cluster(found: re.Match[str]) -> str:
    return _ascii_sign(found.group())


@functools.lru_cache(_REMEMBERED)
def _ascii_sign(cluster: str) -> str:
    """Return a sign with its marks as LaTeX; as it is, sign by sign, where there is no such."""
    signs = sign_table().latex
    return accented(cluster) or "".join(signs.get(sign, sign) for sign in cluster)


@functools.cache
def _unknown_signs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(map(re.escape, sorted(sign_table().unknown)))}]")


def _sign(found: re.Match[str]) -> str:
    return sign_table().latex[found.group()]


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode())
