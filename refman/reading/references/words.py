"""The table of words by which references are cut, read once."""

import functools
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from refman.model import ItemType
from refman.resources import read_table

__all__ = [
    "TABLE",
    "Genre",
    "ends_abbreviated",
    "genres",
    "has_conference",
    "is_abbreviated",
    "is_journal",
    "is_publisher",
    "is_series",
    "words",
]

TABLE = "reference_words.toml"

_LAST_WORD = re.compile(r"(?:(?<=\s)|^)(\w+)$")
_SERIES = re.compile(
    r"(?:ser\.\s|lecture notes|lncs|lnai|ccis|proceedings of machine learning research"
    r"|graduate texts|springer (?:tracts|series)|studies in|advances in intelligent|ceur workshop"
    r"|acm international conference)",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+")

_ABBREVIATED = re.compile(
    r"[A-Z]\w{0,7}\.\s?(?:[A-Z][\w&]{0,15}\.?[\s-]{1,2}|of\s|and\s|the\s|für\s|de\s|&\s){1,7}"
)


class Genre(NamedTuple):
    """Hold how a kind of work names itself, and its type."""

    pattern: re.Pattern[str]
    type: ItemType


@functools.cache
def words(name: str) -> frozenset[str]:
    """Return the words of a row, in lower case."""
    return frozenset(_table()[name])


@functools.cache
def genres() -> tuple[Genre, ...]:
    """Return how theses and reports name themselves."""
    return tuple(
        Genre(re.compile(rf"\b(?:{row['pattern']})(?!\w)", re.IGNORECASE), ItemType(row["type"]))
        for row in _table()["genres"]
    )


def has_conference(text: str) -> bool:
    """Tell whether a container names itself a conference's proceedings."""
    return _conferences().search(text) is not None


def is_publisher(text: str) -> bool:
    """Tell whether a text is the name of a publisher, perhaps with its place before a colon."""
    name = text.rpartition(": ")[2].strip(" .,").casefold()
    if not name or len(name.split()) > _MOST_WORDS:
        return False
    if name in words("publisher_names"):
        return True
    if name.startswith(_publishers()) and not any(sign.isdigit() for sign in name):
        return True
    last = _WORDS.findall(name)[-1:]
    return bool(last) and last[0] in words("publisher_endings")


def ends_abbreviated(text: str) -> bool:
    """Tell whether the word before a full stop is an initial or one that is abbreviated."""
    found = _LAST_WORD.search(text[-20:])
    if found is None:
        return False
    word = found[1]
    if len(word) == 1 and word.isupper():
        return text[: -len(word)].rstrip()[-1:] in {
            "",
            ".",
            ",",
        }  # "J." of a journal, not "kinase A."
    return word.casefold() in words("abbreviations")


def is_abbreviated(text: str) -> bool:
    """Tell the name of a journal such as "Phys. Rev. Lett."."""
    return _ABBREVIATED.fullmatch(text.strip(" ,(") + " ") is not None


def is_journal(text: str) -> bool:
    """Tell whether each word has a capital, but for those that join them."""
    return all(
        not word[0].islower() or word in _JOINING for word in _WORDS.findall(text) if word.isalpha()
    )


def is_series(text: str) -> bool:
    """Tell whether a text names a series in which proceedings come out."""
    return _SERIES.match(text) is not None


_MOST_WORDS = 8
_JOINING = frozenset(
    (
        *("of", "and", "the", "for", "in", "on", "to", "with", "und", "für", "der", "die", "des"),
        *("de", "la", "le", "du", "et", "del", "y", "e"),
    )
)


@functools.cache
def _publishers() -> tuple[str, ...]:
    return tuple(_table()["publishers"])


@functools.cache
def _conferences() -> re.Pattern[str]:
    rows = sorted(_table()["conferences"], key=len, reverse=True)
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(map(re.escape, rows))})(?:['’]?\d\d)?(?!\w)", re.IGNORECASE
    )


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(TABLE)
