"""What arXiv's own fields say: numbers, authors, classes, dates."""

import re

import msgspec

from refman.model import Arxiv, ArxivId, Date
from refman.normalise import fold_blanks, parse_arxiv, parse_date
from refman.normalise.identifiers import ARXIV_CLASS

__all__ = ["Authors", "first_date", "is_rest", "issued_of", "numbered", "split_authors"]

_SEPARATOR = re.compile(r"\s*[,;:]\s*(?:and\s+)?|\s+and\s+|\s+&\s+")
_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_REST = re.compile(r"et\.? al\.?.{0,60}|(?:and )?\d+ (?:additional |other |more )?authors?.{0,40}")
_ET_AL = re.compile(r"(?<=\S)\s+(?=et\.? al\b)")
_DATE = re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b|\b\d{4}-\d{2}-\d{2}(?!\d)")
_MONTH = re.compile(r"(?:[a-z.-]{2,20}/)?(\d{2})(\d{2})", re.IGNORECASE)
_FIRST_YEAR = 91


class Authors(msgspec.Struct, frozen=True):
    """Hold the names of a list of authors as written, and whether the list was cut."""

    names: tuple[str, ...] = ()
    is_cut: bool = False


def split_authors(text: str) -> Authors:
    """Return the names in arXiv's field "Authors".

    Names are parted by commas or "and"; what stands in brackets is an affiliation; a colon stands
    behind a collaboration. "et al." and "12 additional authors not shown" cut the list.

    Source: https://info.arxiv.org/help/prep.html, "Authors".
    """
    names: list[str] = []
    is_cut = False
    written = _ET_AL.sub(", ", fold_blanks(_without_brackets(text)))
    for name in _SEPARATOR.split(written):
        if is_rest(name):
            is_cut = True
        elif names and _SUFFIX.fullmatch(name):
            names[-1] += f", {name}"
        elif any(sign.isalpha() for sign in name):
            names.append(name)
    return Authors(tuple(names), is_cut)


def numbered(text: str, classes: str = "") -> Arxiv | None:
    """Return the number in a text such as "arXiv:2506.18701v2 (*cross-listing*)".

    Args:
        text: holds it, behind ``arXiv:`` or in an address.
        classes: the field "Categories" or "Subjects"; the first of them is the primary class.
    """
    arxiv = parse_arxiv(text)
    primary = ARXIV_CLASS.match(classes.strip())
    if arxiv is None or primary is None or arxiv.primary_class is not None:
        return arxiv
    return msgspec.structs.replace(arxiv, primary_class=primary.group())


def is_rest(text: str) -> bool:
    """Tell whether a text is no name, but says that there are more."""
    return _REST.fullmatch(text) is not None


def first_date(text: str) -> Date | None:
    """Return the first date in a text, as mails and feeds write it."""
    found = _DATE.search(text)
    return parse_date(found.group()) if found else None


def issued_of(arxiv: Arxiv | None, told: Date | None) -> Date | None:
    """Return when a paper was first submitted, as far as its number and a date beside it tell.

    A date that is of another month than the number is when a revision came, or when the feed was
    made; then the month alone is known.

    Source: https://info.arxiv.org/help/arxiv_identifier.html
    """
    month = _month_of(arxiv.id) if arxiv else None
    if month is None or told is None:
        return told or month
    return told if (told.year, told.month) == (month.year, month.month) else month


def _month_of(number: ArxivId) -> Date | None:
    found = _MONTH.match(number)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    century = 1900 if "/" in number and year >= _FIRST_YEAR else 2000
    return Date(century + year, month)


def _without_brackets(text: str) -> str:
    """Leave out what stands in brackets, also nested; a bracket that is not closed stays open."""
    kept: list[str] = []
    depth = 0
    for piece in re.split(r"([()])", text):
        if piece == "(":
            depth += 1
        elif piece == ")":
            depth = max(0, depth - 1)
        elif not depth:
            kept.append(piece)
    return "".join(kept)
