"""Where two works appeared, compared: journals and their short forms, pages, volumes."""

import re

from refman.duplicates.similarity import likeness
from refman.duplicates.tables import tables
from refman.normalise import ascii_key, significant_words, title_key

__all__ = ["first_page", "is_preprint_venue", "same_number", "same_venue"]

_ALIKE = 0.85
_SHORTEST_ACRONYM = 2
_PAGE = re.compile(r"[A-Za-z]{0,3}\d+[A-Za-z]?")
_FIGURES = re.compile(r"\d+")


def is_preprint_venue(venue: str) -> bool:
    """Tell whether what stands for a journal is a server of preprints, or says "submitted"."""
    key = ascii_key(venue)
    named = tables().preprint_containers
    return key in named or any(len(name) > 4 and key.startswith(name) for name in named)  # noqa: PLR2004 - "corr" begins other words


def same_venue(venue: str | None, other: str | None) -> bool | None:
    """Tell whether two names are one journal's or conference's; None where that is not known.

    "J. Lamp Stud." is "Journal of Lamp Studies", "JLS" may be it.
    """
    if not venue or not other:
        return None
    key, other_key = title_key(venue), title_key(other)
    if key == other_key:
        return True
    words, others = significant_words(venue), significant_words(other)
    short, long = sorted((words, others), key=lambda names: (len("".join(names)), names))
    if _abbreviates(short, long) or _is_acronym("".join(short), long):
        return True
    if likeness(key, other_key) >= _ALIKE or (short and set(short) <= set(long)):
        return True
    return False if short and long else None


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Tell whether each word begins one of the longer name's, in its order."""
    rest = iter(long)
    return bool(short) and all(any(whole.startswith(word) for whole in rest) for word in short)


def _is_acronym(short: str, long: list[str]) -> bool:
    initials = "".join(word[0] for word in long)
    return len(short) >= _SHORTEST_ACRONYM and (short == initials or short in long)


def first_page(pages: str | None) -> str | None:
    """Return the first page, or an article's number, in lower case; None where there is none."""
    found = _PAGE.search(pages or "")
    return found[0].casefold().lstrip("0") or "0" if found else None


def same_number(value: str | None, other: str | None) -> bool | None:
    """Tell whether two volumes, issues or editions are one; None where that is not known."""
    if not value or not other:
        return None
    figures, others = _FIGURES.findall(value), _FIGURES.findall(other)
    if figures and others:
        return [text.lstrip("0") for text in figures] == [text.lstrip("0") for text in others]
    if figures or others:
        return None
    return title_key(value) == title_key(other)
