"""What sources ask for: keys in batches, titles as queries, addresses."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from urllib.parse import quote

from refman.model import Entry
from refman.normalise import plain_maths, significant_words

__all__ = ["batches", "by_key", "in_path", "title_asked", "words_asked"]

_WORD = re.compile(r"\w+")
_LONGEST_QUERY = 300


def by_key(
    entries: Sequence[Entry], key: Callable[[Entry], str | None]
) -> Mapping[str, Sequence[int]]:
    """Return the places of entries by the key that they are asked for with, in order.

    Two entries may have the same key; one without has no place.
    """
    places: dict[str, list[int]] = {}
    for place, entry in enumerate(entries):
        if (name := key(entry)) is not None:
            places.setdefault(name, []).append(place)
    return places


def batches(keys: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Yield the keys in batches of at most ``size``."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


def in_path(text: str) -> str:
    """Return a text as one part of an address's path."""
    return quote(text, safe="")


def title_asked(title: str | None, *, longest: int = _LONGEST_QUERY) -> str | None:
    """Return a title as plain words, without signs that mean something in a query, or None."""
    if title is None:
        return None
    query = " ".join(_WORD.findall(plain_maths(title)))
    if len(query) > longest:
        query = query[:longest].rpartition(" ")[0] or query[:longest]
    return query or None


def words_asked(title: str | None, *, most: int) -> list[str]:
    """Return a title's significant words in ASCII, the first ``most``; all where none has that.

    Words with other signs are left out where others remain: a service may write them another way.
    """
    if title is None:
        return []
    words = _WORD.findall(plain_maths(title))
    plain = [word for word in words if word.isascii() and "_" not in word]
    chosen = significant_words(" ".join(plain)) or words
    return list(dict.fromkeys(chosen))[:most]
