"""What makes ``resources/latex_encode.tsv``: how LaTeX writes the signs that are not ASCII.

After a change here: ``pytest tests/formats/test_latex_table.py --update``. It stands among the
tests since it needs pylatexenc, which refman itself does not.

Sources: pylatexenc's table of signs, of which only those rows are taken whose commands stand in
the LaTeX kernel or in amssymb; for what pdflatex knows as UTF-8, the kernel's ``ot1enc.dfu``,
``t1enc.dfu``, ``ts1enc.dfu`` and ``omsenc.dfu``.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from pylatexenc.latexencode import get_builtin_uni2latex_dict

HEADER = """\
# How LaTeX writes the signs that are not ASCII. Made by tests/formats/latex_table.py: change that.
# Code point, LaTeX (a combining mark: its accent command), whether pdflatex knows the sign as
# UTF-8 (utf8) or not (-), the sign's name.
"""

KNOWN_TO_PDFLATEX = """
    00A0-0125 0128-0137 0139-013E 0141-0148 014A-0165 0168-017E 0192 01C4-01D4 01E2-01E3 01E6-01EB
    01F0 01F4-01F5 0218-021B 0232-0233 0237 02C7 02D8-02D9 02DB 02DD 0E3F 1E02-1E03 1E0D 1E1E-1E21
    1E25 1E30-1E31 1E37 1E43 1E45 1E47 1E5B 1E63 1E6D 1E8E-1E91 1E9E 1EF2-1EF3 200C 2010-2016
    2018-201A 201C-201E 2020-2022 2030-2031 2039-203B 203D 2044 204E 2052 20A1 20A4 20A6 20A9
    20AB-20AC 20B1 2103 2116-2117 211E 2120 2122 2126-2127 212E 2190-2193 2329-232A 2422-2423 25E6
    25EF 266A 27E8-27E9 3008-3009 FB00-FB06 FEFF
"""

LETTERS = {
    "AE", "DH", "DJ", "IJ", "L", "NG", "O", "OE", "TH", "ae", "dh", "dj", "i", "ij", "j", "l", "ng",
    "o", "oe", "ss", "th",
}  # fmt: skip
"""Commands for text that are taken: letters, which BibTeX would cut. Other signs, such as "€", stay
as they are: pdflatex knows them, and pandoc drops a command that it does not know."""

FOREIGN = {
    "DownArrowUpArrow", "ElsevierGlyph", "VDash", "allequal", "approxnotequal", "arrowwaveleft",
    "arrowwaveright", "boldsymbol", "clockoint", "clwintegral", "dblarrowupdown", "estimates",
    "forcesextra", "hermitconjmatrix", "homothetic", "iiint", "iint", "image", "joinrel", "kern",
    "lazysinv", "lmoustache", "mathbin", "mathchar", "mathscr", "nobreakdash", "nolinebreak", "not",
    "notgreaterless", "notlessgreater", "original", "perspcorrespond", "precedesnotsimilar",
    "precneqq", "recorder", "rightangle", "rightanglearc", "rmoustache", "small", "sqrint", "sqrt",
    "stackrel", "starequal", "succneqq", "surfintegral", "tildetrpl", "truestate", "udots",
    "varperspcorrespond", "verymuchgreater", "verymuchless", "volintegral",
}  # fmt: skip
"""Commands of other packages, and those that pylatexenc uses for what only looks alike."""

ADDED = {
    "\N{COMBINING DOT BELOW}": r"\d",
    "\N{COMBINING MACRON BELOW}": r"\b",
    "\N{LATIN CAPITAL LETTER SHARP S}": r"{\SS}",
    "\N{HYPHEN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{PRIME}": "{$'$}",
    "\N{DOUBLE PRIME}": "{$''$}",
    "\N{SQUARE ROOT}": r"{$\surd$}",
    "\N{CHECK MARK}": r"{$\checkmark$}",
    "\N{BLACK STAR}": r"{$\bigstar$}",
    "\N{PERPENDICULAR}": r"{$\perp$}",
    "\N{COLON EQUALS}": "{$:=$}",
    "\N{VULGAR FRACTION ONE THIRD}": r"{$\frac{1}{3}$}",
    "\N{VULGAR FRACTION TWO THIRDS}": r"{$\frac{2}{3}$}",
    "\N{VULGAR FRACTION ONE QUARTER}": r"{$\frac{1}{4}$}",
    "\N{VULGAR FRACTION ONE HALF}": r"{$\frac{1}{2}$}",
    "\N{VULGAR FRACTION THREE QUARTERS}": r"{$\frac{3}{4}$}",
    "\N{SUPERSCRIPT ONE}": "{$^1$}",
    "\N{SUPERSCRIPT TWO}": "{$^2$}",
    "\N{SUPERSCRIPT THREE}": "{$^3$}",
    "\N{DEGREE SIGN}": r"{$^\circ$}",
    "\N{MICRO SIGN}": r"{$\mu$}",
    "\N{MULTIPLICATION SIGN}": r"{$\times$}",
    "\N{DIVISION SIGN}": r"{$\div$}",
    "\N{NOT SIGN}": r"{$\neg$}",
    "\N{MIDDLE DOT}": r"{$\cdot$}",
    "\N{BULLET}": r"{$\bullet$}",
    "\N{DAGGER}": r"{$\dagger$}",
    "\N{DOUBLE DAGGER}": r"{$\ddagger$}",
    "\N{LEFTWARDS ARROW}": r"{$\leftarrow$}",
    "\N{RIGHTWARDS ARROW}": r"{$\rightarrow$}",
    "\N{UPWARDS ARROW}": r"{$\uparrow$}",
    "\N{DOWNWARDS ARROW}": r"{$\downarrow$}",
    "\N{SECTION SIGN}": r"{\S}",
    "\N{PILCROW SIGN}": r"{\P}",
    "\N{COPYRIGHT SIGN}": r"{\copyright}",
    "\N{POUND SIGN}": r"{\pounds}",
    "\N{HORIZONTAL ELLIPSIS}": r"{\ldots}",
    "\N{LEFT SINGLE QUOTATION MARK}": r"{\textquoteleft}",
    "\N{RIGHT SINGLE QUOTATION MARK}": r"{\textquoteright}",
    "\N{LEFT DOUBLE QUOTATION MARK}": r"{\textquotedblleft}",
    "\N{RIGHT DOUBLE QUOTATION MARK}": r"{\textquotedblright}",
}
"""What pylatexenc lacks, or writes so that few programs but LaTeX read it."""

LEFT_OUT = set("⫽˙ŀĿĦħŦŧϒɛ\N{COMBINING DOT ABOVE}\N{COMBINING DIAERESIS}")
"""What pylatexenc writes as another sign, or as LaTeX that does not stand in text."""

_ENSURED = re.compile(r"\\ensuremath\{(.+)\}", re.DOTALL)
_COMMAND = re.compile(r"\\([A-Za-z]+|.)")
_ACCENTED = re.compile(r"\\(?:([^A-Za-z])|([A-Za-z])(?=\{))\{?(?:\\([ij])|([A-Za-z]))\}?")


def rows() -> Iterator[tuple[str, str]]:
    """Yield (sign, LaTeX) in the order of code points."""
    given = {chr(code): latex for code, latex in get_builtin_uni2latex_dict().items()}
    made = accents(given) | ADDED
    for sign, latex in given.items():
        if is_foreign_script(sign) or sign in LEFT_OUT or is_accented(sign):
            continue
        if (written := as_text(latex)) is not None:
            made.setdefault(sign, written)
    yield from sorted(made.items())


def accents(given: dict[str, str]) -> dict[str, str]:
    """Return combining mark -> accent command, as most rows of accented letters have it."""
    votes: dict[str, Counter[str]] = {}
    for sign, latex in given.items():
        if is_accented(sign) and (found := _ACCENTED.fullmatch(latex)):
            mark = unicodedata.normalize("NFD", sign)[1]
            votes.setdefault(mark, Counter())["\\" + (found[1] or found[2])] += 1
    return {mark: count.most_common(1)[0][0] for mark, count in votes.items()}


def as_text(latex: str) -> str | None:
    """Return LaTeX that is safe anywhere in text and for BibTeX one sign, or None."""
    commands = _COMMAND.findall(latex)
    if not latex.startswith("\\") or FOREIGN.intersection(commands):
        return None
    if ensured := _ENSURED.fullmatch(latex):
        return f"{{${ensured[1]}$}}"
    return f"{{{latex}}}" if latex.removeprefix("\\") in LETTERS else None


def is_accented(sign: str) -> bool:
    """Tell whether a sign is an ASCII letter with one mark: the marks' rows serve those."""
    decomposed = unicodedata.normalize("NFD", sign)
    return len(decomposed) == 2 and decomposed[0].isascii() and decomposed[0].isalpha()


def is_foreign_script(sign: str) -> bool:
    """Tell ASCII, Cyrillic (it needs another font encoding), blanks and unassigned signs."""
    return (
        sign.isascii()
        or unicodedata.category(sign) in {"Cn", "Cf", "Zs"}
        or unicodedata.name(sign, "").startswith(("CYRILLIC", "MATHEMATICAL SCRIPT"))
        # amssymb's blackboard letters have no lower case and no digits.
        or "DOUBLE-STRUCK SMALL" in unicodedata.name(sign, "")
        or "DOUBLE-STRUCK DIGIT" in unicodedata.name(sign, "")
    )


def known_to_pdflatex() -> set[str]:
    """Return the signs that pdflatex's UTF-8 knows in the encodings OT1, T1, TS1 and OMS."""
    known: set[str] = set()
    for stretch in KNOWN_TO_PDFLATEX.split():
        first, _, last = stretch.partition("-")
        known.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return known


def table() -> str:
    """Return the whole file."""
    known = known_to_pdflatex()
    lines = (
        f"{ord(sign):04X}\t{latex}\t{'utf8' if sign in known else '-'}\t{unicodedata.name(sign)}\n"
        for sign, latex in rows()
    )
    return HEADER + "".join(lines)
