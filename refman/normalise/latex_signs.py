"""What TeX reads without a backslash: ties, dashes and quotation marks.

A page means most of these signs as they stand: ``~10`` is "about ten", ``--force`` a flag,
`` `x` `` code, ``f''`` a derivative. Only those are read that nothing but LaTeX explains.

Source: Knuth, "The TeXbook" (1986), chapters 2 and 14.
"""

import re
from typing import NamedTuple

__all__ = ["Quotation", "dash_at", "is_in_address", "is_tie", "quotation_at"]

_LONGEST_ADDRESS = 300
_ADDRESS = re.compile(r"://|\w\.[A-Za-z]{2,}/|\w@\w")
_MAILBOX = re.compile(r"[\w.+-]{0,64}@\w")

# Between words, but not where "a ~ b" relates two letters or f(x), nor before a number alone.
_TIE = re.compile(
    r"(?:(?<=[^\W\d_])|(?<=[.,;:)\]}$]))~(?=[\w($\\])(?!\w{1,3}\()(?:(?<!\b[a-z]~)|(?![a-z]\b))"
    r"|(?<=\d)~(?=[^\W\d_]|[$\\])"
)
# Glued to words on both sides, or with blanks on both; not in xn--p1ai, <!--, |---|, %%--%%.
_DASH = re.compile(
    r"(?:(?<=[\w.!?)\]}”’%$…])(?<!\bxn)---?(?=[^\s\-|+:>%])"
    r"|(?<![|:]\s)(?<=\S\s)---?(?=\s)(?!\s\|))"
)
_QUOTATION = re.compile(
    r"``(?=[^\s`'])(?:[^`'\n]|'(?!')){1,400}(?P<double>'')"
    r"|(?<!\w)`(?=[^\s`'])[^`'\n]{1,200}+(?P<single>')(?![\w'])"
    r"|(?<![\w'])''(?=[^\s'])(?:[^`'\n]|'(?!')){1,400}(?<!\s)(?P<wrong>'')(?![\w'])"
)


class Quotation(NamedTuple):
    """Hold the marks of a quotation, the length of each as written, and where the second stands."""

    opening: str
    closing: str
    width: int
    end: int


def is_in_address(text: str, start: int) -> bool:
    """Tell whether what stands before ``start``, back to a blank, begins an address."""
    earliest = max(0, start - _LONGEST_ADDRESS)
    blank = max(text.rfind(" ", earliest, start), text.rfind("\n", earliest, start))
    word = text[max(earliest, blank) : start]
    return ("/" in word or "@" in word) and _ADDRESS.search(word) is not None


def is_tie(text: str, start: int) -> bool:
    """Tell whether the tilde at ``start`` is LaTeX's unbreakable blank."""
    return _TIE.match(text, start) is not None and not is_in_address(text, start)


def dash_at(text: str, start: int) -> str | None:
    """Return the dash that the hyphens at ``start`` stand for, or None."""
    found = _DASH.match(text, start)
    if found is None or is_in_address(text, start) or _MAILBOX.match(text, found.end()):
        return None
    return "–" if found.group() == "--" else "—"


def quotation_at(text: str, start: int) -> Quotation | None:
    """Return the quotation that begins at ``start`` in LaTeX's marks, or with '' by mistake."""
    found = _QUOTATION.match(text, start)
    if found is None:
        return None
    if found["single"]:
        return Quotation("‘", "’", 1, found.end() - 1)
    return Quotation("“", "”", 2, found.end() - 2)
