"""Whether two names are those of one venue: "NeurIPS" and "Advances in Neural Information …"."""

import functools
import re

from refman.duplicates.venues import same_venue
from refman.lookup.tables import tables
from refman.normalise import significant_words

__all__ = ["one_venue"]

_LONGEST = 500
_YEAR_OR_ORDINAL = re.compile(r"(?:19|20)\d\d|\d{1,3}(?:st|nd|rd|th)?")


def one_venue(venue: str | None, other: str | None) -> bool | None:
    """Tell whether two names are one journal's or conference's; None where that is not known.

    A workshop is not the conference at which it is held.
    """
    if not venue or not other:
        return None
    words, others = _words(venue[:_LONGEST]), _words(other[:_LONGEST])
    apart = tables().apart_venues
    if apart.intersection(words) != apart.intersection(others):
        return False
    rows, other_rows = _rows(words), _rows(others)
    if rows and other_rows:
        return bool(rows & other_rows)
    if words and words == others:
        return True
    if _is_one_word_more(words, others, venue) or _is_one_word_more(others, words, other):
        return None
    return same_venue(venue[:_LONGEST], other[:_LONGEST])


def _is_one_word_more(short: tuple[str, ...], long: tuple[str, ...], name: str) -> bool:
    """Tell "Nature" beside "Nature Communications"; a short form in capitals stands for more."""
    return len(short) == 1 and len(long) > 1 and short[0] == long[0] and not name.isupper()


@functools.lru_cache(maxsize=1 << 10)
def _words(venue: str) -> tuple[str, ...]:
    """Return the words that tell a venue from others, in their order."""
    words = significant_words(venue)
    return tuple(word for word in words if not _YEAR_OR_ORDINAL.fullmatch(word))


def _rows(words: tuple[str, ...]) -> frozenset[int]:
    """Return the rows of the table that a venue's words are found in, whole or by short form."""
    known = tables().venues
    told = tuple(word for word in words if word not in tables().venue_noise)
    for name in (" ".join(words), " ".join(told)):
        if name in known:
            return frozenset({known[name]})
    return frozenset(known[word] for word in told if word in known and word not in _LONG_WORDS)


_LONG_WORDS = frozenset({"web", "graphics"})
"""Short names that are words too: they count only where they are the whole name."""
