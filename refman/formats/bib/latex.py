r"""A value of a .bib file as text: LaTeX in, Unicode out.

Here all is LaTeX, unlike on a page, so more is sure: braces only group and go, a tilde is a blank,
two hyphens are a dash. It is read once: what an escaped sign gives, ``\{`` a brace, is text. A
group that is but a sign as our own writer writes it, ``{$\alpha$}``, is that sign; other maths
stays.

Source: "BibTeXing" (Patashnik 1988), 2; Knuth, "The TeXbook" (1986), chapter 2.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping

from refman.formats.crosswalk import rows
from refman.formats.tex_signs import sign_table
from refman.normalise import clean_text, fold_blanks
from refman.normalise.latex import has_marks, with_bare_dollars
from refman.normalise.latex_pass import Pass
from refman.normalise.latex_signs import is_in_address
from refman.normalise.maths import is_formula

__all__ = ["line_of", "plain_accents", "prose_of", "verbatim_of"]

_SIGN = re.compile(
    r"\{[$\\](?:[^{}]|\{(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,20}\}){0,20}\}){0,20}\}){1,40}\}"
)
_ACCENTED = re.compile(r"\{\\[`'^~\"=.]([A-Za-z])\}")
_ACCENTED_LETTER = re.compile(
    r"\{(?<!\\[`'^\"~=.A-Za-z]\{)(?<!\\\{)\\(?:[`'^\"~=.](?:[A-Za-z]|\{[A-Za-z]\})"
    r"|[vcuHkrdb](?:\{[A-Za-z]\}| [A-Za-z])|ss|[oOlL]|ae|AE|oe|OE|aa|AA)\}"
    r"|\\(?<!\\\\)(?:[`'^\"~=.vcuHkrdb]\{[A-Za-z]\}|[&%#_])"
)
"""In forms that mean nothing else, whatever stands round them, but for an accent right before.

Each begins with a literal: the engine looks for those first, which is far faster.
"""
_MAYBE_UNCLEAN = re.compile("[ÂÃÅÄÆÇÐÎÏâð\u017fﬀ-\ufb06]")
"""Signs of text that was decoded wrongly, and ligatures."""
_LONG = 200
_NESTED = re.compile(r"\{(\\[^\s\w](?:[A-Za-z]|\{\\?[A-Za-z]\})|\\[A-Za-z]\{\\?[A-Za-z]\})\}")
_QUOTES = {"``": "“", "''": "”"}
_DASHES = {2: "–", 3: "—"}
_NOT_ADDRESS = re.compile(
    r"\\([_%&#~{}$^])(?:\{\})?|\{?\\(text(?:asciitilde|underscore|asciicircum)|_)\b(?:\{\})?\}?"
    r"|\$\\(sim|backslash|_)\$|\\url\s*\{([^{}]*)\}|([{}])"
)
_NAMED = {
    "textasciitilde": "~",
    "textunderscore": "_",
    "textasciicircum": "^",
    "sim": "~",
    "backslash": "\\",
    "_": "_",
}


def line_of(value: str) -> str:
    """Return a value as a text of one line, in normal form; see ``clean_text``."""
    if value.isalnum() and value.isascii():
        return value
    text = _ungrouped(value)
    return text if _is_clean_line(text) else fold_blanks(clean_text(text))


def prose_of(value: str) -> str:
    """Return a value as a text of paragraphs, in normal form."""
    text = _ungrouped(value)
    return text if _is_clean_line(text) else clean_text(text)


def verbatim_of(value: str) -> str:
    r"""Return an address, number or path as it is meant.

    Nothing in it is read as text; but programs escape in it what TeX would take for its own, or
    wrap it in ``\url{}`` or in braces.
    """
    if "\\" in value or "{" in value or "$" in value:
        value = _NOT_ADDRESS.sub(_bare, value)
    return fold_blanks(value) if " " in value or not value.isprintable() else value


def _bare(found: re.Match[str]) -> str:
    sign, named, maths, url, _ = found.groups()
    if url is not None:
        return _NOT_ADDRESS.sub(_bare, url)
    if sign is not None:
        return sign
    return _NAMED.get(named or maths or "", "")


def plain_accents(value: str) -> str:
    """Return a value without maths with what most LaTeX in it is read: accents and escapes."""
    return _ACCENTED_LETTER.sub(_letter, value)


def _letter(found: re.Match[str]) -> str:
    return _letters(found.group())


@functools.lru_cache(1024)
def _letters(written: str) -> str:
    return _decoded(written)


def _is_clean_line(text: str) -> bool:
    """Tell, at a tenth of the cost, whether ``clean_text`` leaves a text of one line as it is."""
    if not text.isprintable() or "  " in text or not text or text[0] == " " or text[-1] == " ":
        return False
    return text.isascii() or (
        _MAYBE_UNCLEAN.search(text) is None
        and unicodedata.is_normalized("NFC", text)
        and len(text) < _LONG
    )


def _ungrouped(value: str) -> str:
    """Return a value read; most have no marks but accents, and braces, which only group."""
    if "\\" in value and "$" not in value:
        value = plain_accents(value)
    if (
        "\\" in value
        or "$" in value
        or "--" in value
        or "~" in value
        or "`" in value
        or "''" in value
    ):
        return value if "$" in value and _holds_only_formulas(value) else _decoded(value)
    if "{" not in value or "_{" in value or "^{" in value:
        return value
    return value.replace("{", "").replace("}", "")


def _holds_only_formulas(value: str) -> bool:
    """Tell, far faster than reading it would, whether a value with dollar signs stays as it is."""
    pieces = value.split("$")
    if len(pieces) % 2 == 0:
        return False
    texts, formulas = pieces[::2], pieces[1::2]
    return (
        not any(map(has_marks, texts))
        and not any(text[:1].isdigit() for text in texts[1:])
        and all(map(is_formula, formulas))
        and not any("\n" in formula or len(formula) > _LONG for formula in formulas)
    )


def _decoded(value: str) -> str:
    return unicodedata.normalize("NFC", with_bare_dollars(_ValuePass(value).run()))


class _ValuePass(Pass):
    """Read a value, where all is LaTeX."""

    def open(self, start: int) -> int:
        if self._text.startswith(("\\", "$"), start + 1) and (
            found := _SIGN.match(self._text, start)
        ):
            sign = _signs().get(found.group())
            if sign is not None:
                return self._sign(sign, found.end())
        return super().open(start)

    def _sign(self, sign: str, end: int) -> int:
        if sign == "\\" and self._text.startswith("\\$", end):
            # So our own writer has the "\$" that stands where a bare sign would begin a formula.
            return self._put("\\$", end + 2)
        return self._put(sign, end)

    def _accent(self, name: str, start: int, end: int) -> int:
        mark = self._tables.accents[name]
        if start and (found := _ACCENTED.match(self._text, start - 1)):
            return self._put(found[1] + mark, found.end() - 1)
        if found := _NESTED.match(self._text, end):
            letter = _decoded(found[1])
            return self._put(letter[:1] + mark + letter[1:], found.end())
        return super()._accent(name, start, end)

    def quote(self, start: int) -> int:
        for mark, sign in _QUOTES.items():
            if self._text.startswith(mark, start):
                return self._put(sign, start + 2)
        return super().quote(start)

    def _switch_at(self, start: int) -> re.Match[str] | None:
        # A page shows commands without their backslash; here "{small lamps}" is what it says.
        return super()._switch_at(start) if self._text.startswith("\\", start + 1) else None

    def _only_guards_capitals(self, group: object, end: int) -> bool:  # noqa: ARG002 - the base's
        return True

    def tilde(self, start: int) -> int:
        return self._put("~" if is_in_address(self._text, start) else " ", start + 1)

    def hyphens(self, start: int) -> int:
        end = start + 2
        while self._text.startswith("-", end):
            end += 1
        dash = None if is_in_address(self._text, start) else _DASHES.get(end - start)
        return self._put(dash, end) if dash else self._keep(start, end)


@functools.cache
def _signs() -> Mapping[str, str]:
    """Return what our own writer writes for a sign, in braces -> the sign."""
    signs: dict[str, str] = {}
    for sign, written in sign_table().latex.items():
        signs.setdefault(written, sign)
    for sign, row in rows("tex_specials").items():
        for column, written in row.items():
            if column.startswith("latex") and written.startswith("{"):
                signs[written] = sign
    # Of the two signs that print alike, Greek's own is the one that people mean.
    return signs | {r"{$\mu$}": "μ"}
