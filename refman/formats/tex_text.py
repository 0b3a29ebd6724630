r"""Text as a value of a .bib file, and so that a reader, TeX or Zotero, reads it as it was.

What each sign becomes stands in the crosswalk's table ``tex_specials``. Whatever the text, the
value's braces match for readers that count ``\{`` (BibTeX) and for those that do not.
"""

import functools
import operator
import re
import unicodedata
from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple, Protocol

from refman.formats.crosswalk import rows
from refman.formats.plain import writable
from refman.formats.tex_maths import latex_maths
from refman.formats.tex_memory import SHORT, Memory
from refman.formats.tex_signs import accented, sign_table
from refman.normalise import fold_blanks, plain_maths, split_maths

__all__ = [
    "UNTOUCHED",
    "Encode",
    "ascii_latex",
    "has_single_blanks",
    "is_balanced",
    "paragraphs",
    "shown_together",
    "tex_each",
    "tex_line",
    "tex_lines",
    "tidy",
    "unicode_latex",
    "verbatim",
    "zotero_text",
]


class Encode(Hashable, Protocol):
    """Write a tidy text: one of this module's encoders."""

    def __call__(self, text: str, touched: bytes | None = None, /) -> str:
        """Return the text; ``touched`` are its bytes that ``UNTOUCHED`` lacks, if known."""
        ...


_STAND_INS = {"\\": b"\x1a", "{": b"\x1b", "}": b"\x1c"}
"""Hold the places of the signs that what others become is made of; no writable text has them."""
_FORMULA = "\x1d"
"""Holds the place of a formula that is written already."""
_JOINT = " \n "
"""Joins texts such that a blank at an end of one shows as two."""
_ODD = "\x7f"
"""Stands for a text that is not looked at with others."""
_REMEMBERED = 4096
_ASCII = bytes(range(128))
UNTOUCHED = bytes(set(range(256)) - {*range(32), 127} - set(b"\\{}%&_#$~^<>|"))
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


def tex_line(text: str, encode: Encode) -> str:
    """Return a text writable, on one line with single blanks, and encoded.

    Args:
        text: any.
        encode: one of this module's encoders.
    """
    if text.isalnum():  # a word, a name, a number
        return text if text.isascii() else encode(text)
    if text.isascii() and has_single_blanks(text):
        # Most texts are plain, and a look at the bytes is faster than one at the characters.
        touched = _touched(text)
        if not touched:
            return text
        if _printable[touched]:
            return encode(text, touched)
    return encode(tidy(text))


_printable = Memory[bytes, bool](lambda touched: touched.decode().isprintable())


@functools.cache
def tex_lines(encode: Encode) -> Memory[str, str]:
    """Return what gives ``tex_line`` of a text; the same for an encoder each time."""
    return Memory(functools.partial(tex_line, encode=encode))


def tex_each(texts: Sequence[str], encode: Encode, otherwise: Callable[[str], str]) -> list[str]:
    """Return each text encoded; to look through all at once takes half the time.

    Args:
        texts: any.
        encode: one of this module's encoders.
        otherwise: writes those that are not printable ASCII on one line with single blanks.
    """
    each_touched = _touched(shown_together(texts)).split(b"\n")[1:-1]
    return [
        text if not touched else encode(text, touched) if _printable[touched] else otherwise(text)
        for text, touched in zip(texts, each_touched, strict=True)
    ]


def shown_together(texts: Sequence[str]) -> str:
    r"""Return texts in one, to be looked at and split at ``\n``; each has a blank at both ends.

    One that is not ASCII, has more lines, or blanks that tidy text has not, has a control for it.
    """
    shown = [text if text.isascii() and "\n" not in text else _ODD for text in texts]
    joined = _JOINT.join(["", *shown, ""])
    if joined.rfind("  ") >= 0:
        shown = [text if has_single_blanks(text) else _ODD for text in shown]
        joined = _JOINT.join(["", *shown, ""])
    return joined


def tidy(text: str) -> str:
    """Return a text writable and on one line, with single blanks: what the encoders take."""
    return text if text.isprintable() and has_single_blanks(text) else fold_blanks(writable(text))


def ascii_latex(text: str, touched: bytes | None = None, /) -> str:
    r"""Return a tidy text as LaTeX in ASCII, as far as the table of signs goes.

    ``Ü`` is ``{\"U}``, ``α`` is ``{$\alpha$}``, ``%`` is ``\%``; Chinese and emoji stay, since
    LaTeX has no commands for them. Classic BibTeX cuts and sorts bytes: what is not ASCII comes
    out of it broken. Formulas stay where they are sound and harmless; else they are text.

    Source: "BibTeXing" (Patashnik 1988), 4; The LaTeX Companion, 7.11.
    """
    if text.isascii():
        return _latex(text, touched)
    text = _composed(text)
    if text.isalpha():  # a lone word has nothing to escape and no marks, and names are many
        return "".join(map(_ascii_letters.__getitem__, text))
    signs = text.encode().translate(None, _ASCII).decode()  # which is short, and soon looked at
    if not _LIGATURES.keys().isdisjoint(signs):
        text = _LIGATURE.sub(_ligature, text)
    clusters = _CLUSTER if _MARK.search(signs) else _BEYOND_ASCII
    return clusters.sub(_ascii_cluster, _latex(text))


def unicode_latex(text: str, touched: bytes | None = None, /) -> str:
    r"""Return a tidy text as LaTeX in UTF-8: commands only for TeX's own signs.

    And for those that pdflatex does not know, where the table has one: ``≥`` is ``{$\geq$}``.

    Source: the biblatex manual, 2.4.3; ``utf8.def`` of the LaTeX kernel.
    """
    if text.isascii():
        return _latex(text, touched)
    text = _composed(text)
    if text.isalpha():
        return "".join(map(_utf8_letters.__getitem__, text))
    return _BEYOND_ASCII.sub(_utf8_sign, _latex(text))


def zotero_text(text: str, touched: bytes | None = None, /) -> str:
    r"""Return a tidy text as Zotero's BibTeX reader reads it rightly.

    UTF-8 and what is measured as safe: ``\% \& \_ \# \{ \}`` and one ``\$``. Maths is said in plain
    signs. A backslash, a tilde, two dollar signs, a brace without its partner have no form that
    is safe: they become their full-width twins, ``＼ ～ ＄ ｛``, which NFKC takes back.

    Source: measured on Zotero 9.0.6 and 10.0.1.
    """
    plain = plain_maths(text)
    return _escaped(plain, "zotero", touched if plain is text else None)


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


def has_single_blanks(text: str) -> bool:
    """Tell whether a text has no two blanks together, and none at its ends."""
    # Two blanks are found in two thirds of the time from the end.
    return text.rfind("  ") < 0 and text[:1] != " " and text[-1:] != " "


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _latex(text: str, touched: bytes | None = None) -> str:
    """Escape a text, but for the formulas in it that may stay."""
    if "$" not in text:
        return _escaped(text, "latex", touched)
    start, end = text.index("$"), text.rindex("$") + 2
    if end - start > SHORT or text[start - 1 : start] == "\\":
        outside, formulas = _without_formulas(text)
        return _with_formulas(_escaped(outside, "latex"), formulas)
    # Whether there is maths between dollar signs, nothing else in the text has a say in.
    stretch = _stretches[text[start:end]]
    if stretch.latex is None:
        outside = f"{text[:start]}{stretch.outside}{text[end:]}"
        return _with_formulas(_escaped(outside, "latex"), stretch.formulas)
    left = (touched or _touched(text)).replace(stretch.touched, b"")
    if stretch.is_kept and not any(map(stretch.touched.__contains__, left)):
        return _escaped(text, "latex", left)
    before, behind = _escaped(text[:start], "latex", left), _escaped(text[end:], "latex", left)
    return f"{before}{stretch.latex}{behind}"


class _Stretch(NamedTuple):
    """Hold a part of a text from its first dollar sign to behind its last.

    Attributes:
        outside: the part ``_without_formulas``.
        formulas: those.
        latex: the part as LaTeX, if only formulas have bytes that are touched; else None.
        is_kept: whether it is as it was in LaTeX.
        touched: its bytes that ``UNTOUCHED`` lacks.
    """

    outside: str
    formulas: tuple[str, ...]
    latex: str | None
    is_kept: bool
    touched: bytes


def _stretch(text: str) -> _Stretch:
    outside, formulas = _without_formulas(text)
    is_clean = not _touched(outside.replace(_FORMULA, ""))
    latex = _with_formulas(outside, formulas) if is_clean else None
    return _Stretch(outside, formulas, latex, latex == text, _touched(text))


_stretches = Memory(_stretch)


def _with_formulas(text: str, formulas: tuple[str, ...]) -> str:
    first, *others = text.split(_FORMULA)
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


def _formula(formula: str) -> str | None:
    return _remembered_formula(formula) if len(formula) <= SHORT else latex_maths(formula)


_remembered_formula = functools.lru_cache(_REMEMBERED)(latex_maths)


def _touched(text: str) -> bytes:
    return text.encode().translate(None, UNTOUCHED)


def _escaped(text: str, column: str, touched: bytes | None = None) -> str:
    """Return a text with TeX's own signs as the column of the table ``tex_specials`` says.

    Args:
        text: tidy, or a part of such.
        column: of the table.
        touched: its bytes that ``UNTOUCHED`` lacks, or those of the whole that it is part of.
    """
    if touched is None:
        touched = _touched(text)
    if not touched:
        return text
    data = text.encode()
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


def _ascii_letter(letter: str) -> str:
    return letter if letter.isascii() else _ascii_sign(letter)


def _utf8_letter(letter: str) -> str:
    table = sign_table()
    return table.latex[letter] if letter in table.unknown else letter


_ascii_letters, _utf8_letters = Memory(_ascii_letter), Memory(_utf8_letter)
"""Cheaper for a word than a pattern that finds the few letters which are written otherwise."""


def _utf8_sign(found: re.Match[str]) -> str:
    return _utf8_letters[found.group()]


def _percent(found: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in found.group().encode())
