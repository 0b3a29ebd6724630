r"""Text as a value of a .bib file, and so that a reader, TeX or Zotero, reads it as it was.

What each sign becomes stands in the crosswalk's table ``tex_specials``. Whatever the text, the
value's braces match for readers that count ``\{`` (BibTeX) and for those that do not.
"""

import functools
import operator
import re
import unicodedata
from collections.abc import Callable, Sequence

from refman.formats.crosswalk import rows
from refman.formats.plain import writable
from refman.formats.tex_maths import latex_maths
from refman.formats.tex_memory import SHORT, Memory
from refman.formats.tex_signs import accented, sign_table
from refman.normalise import fold_blanks, plain_maths, split_maths

__all__ = [
    "ascii_latex",
    "is_balanced",
    "paragraphs",
    "tex_line",
    "tex_lines",
    "tidy",
    "unicode_latex",
    "verbatim",
    "zotero_text",
]

_STAND_INS = {"\\": b"\x1a", "{": b"\x1b", "}": b"\x1c"}
"""Hold the places of the signs that what others become is made of; no writable text has them."""
_FORMULA = "\x1d"
"""Holds the place of a formula that is written already."""
_REMEMBERED = 4096
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
    if text.isalnum():  # a word, a name, a number
        return text if text.isascii() else encode(text)
    if not text.isascii() or not _has_single_blanks(text):
        return encode(tidy(text))
    # Most texts are plain, and a look at the bytes is faster than one at the characters.
    touched = text.encode().translate(None, _UNTOUCHED)
    if not touched:
        return text
    return encode(text if touched.decode().isprintable() else tidy(text))


@functools.cache
def tex_lines(encode: Callable[[str], str]) -> Memory[str, str]:
    """Return what gives ``tex_line`` of a text; the same for an encoder each time."""
    return Memory(functools.partial(tex_line, encode=encode))


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
    if text.isalpha():  # a lone word has nothing to escape and no marks, and names are many
        return _BEYOND_ASCII.sub(_ascii_cluster, text)
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


def _has_single_blanks(text: str) -> bool:
    return "  " not in text and text[:1] != " " and text[-1:] != " "


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _latex(text: str) -> str:
    """Escape a text, but for the formulas in it that may stay."""
    if "$" not in text:
        return _escaped(text, "latex")
    start, end = text.index("$"), text.rindex("$") + 2
    if end - start > SHORT or text[start - 1 : start] == "\\":
        outside, formulas = _without_formulas(text)
    else:
        # Whether there is maths between dollar signs, nothing else in the text has a say in.
        stretch, formulas = _remembered_stretch(text[start:end])
        outside = f"{text[:start]}{stretch}{text[end:]}"
    written = _escaped(outside, "latex")
    if len(formulas) == 1:  # as most have, and found in a fifth of the time that parting takes
        before, _, behind = written.partition(_FORMULA)
        return f"{before}{formulas[0]}{behind}"
    first, *others = written.split(_FORMULA)
    return first + "".join(map(operator.add, formulas, others))


def _without_formulas(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a text with places for the formulas in it that may stay, and these as LaTeX."""
    pieces: list[str] = []
    formulas: list[str] = []
    for is_maths, piece in split_maths(text):
        formula = _formula(piece) if is_maths else None
        if formula is not None:
            formulas.append(formula)
        pieces.append(piece if formula is None else _FORMULA)
    return "".join(pieces), tuple(formulas)


_remembered_stretch = functools.lru_cache(_REMEMBERED)(_without_formulas)


def _formula(formula: str) -> str | None:
    return _remembered_formula(formula) if len(formula) <= SHORT else latex_maths(formula)


_remembered_formula = functools.lru_cache(_REMEMBERED)(latex_maths)


def _escaped(text: str, column: str) -> str:
    """Return a text with TeX's own signs as the column of the table ``tex_specials`` says."""
    data = text.encode()
    touched = data.translate(None, _UNTOUCHED)
    if not touched:
        return text
    # One pass of C for each sign is ten times faster than one pattern for all, and bytes are
    # looked through three times as fast as characters.
    for sign, written in _replacements(column)[touched]:
        data = data.replace(sign, written)
    return data.decode()


@functools.cache
def _replacements(column: str) -> Memory[bytes, Sequence[tuple[bytes, bytes]]]:
    """Return what tells, from a text's special signs, what is to be replaced by what, in turn."""

    def plan(touched: bytes) -> Sequence[tuple[bytes, bytes]]:
        signs = touched.decode()
        odd = ("" if is_balanced(signs) else "{}") + ("$" if signs.count("$") > 1 else "")
        held: list[tuple[bytes, bytes]] = []
        usual: list[tuple[bytes, bytes]] = []
        last: list[tuple[bytes, bytes]] = []
        for sign, row in rows("tex_specials").items():
            if sign not in signs or column not in row:
                continue
            written = row.get(f"{column}_odd", row[column]) if sign in odd else row[column]
            if sign in _STAND_INS:
                held.append((sign.encode(), _STAND_INS[sign]))
                last.append((_STAND_INS[sign], written.encode()))
            else:
                usual.append((sign.encode(), written.encode()))
        return (*held, *usual, *last)

    return Memory(plan)


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
