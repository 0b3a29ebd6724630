"""Titles of two works compared: their words, numbers, subtitles, and what they say a text is."""

import functools
import re
import unicodedata
from collections import Counter
from enum import Enum
from typing import NamedTuple

from refman.duplicates.similarity import likeness
from refman.duplicates.tables import tables
from refman.duplicates.words import Difference, Word, difference, key_of, words_of

__all__ = ["Likeness", "Title", "TitleMatch", "compare_titles", "is_cut", "main_keys"]

CLOSE = 0.9
SIMILAR = 0.75
"""From these likenesses on, titles whose words differ by slips are close, others similar."""

SHORTEST_CUT = 12
"""The beginning of a title that was cut says something from so many letters on."""

_MOST_BREAKS = 4
_SIGN = re.compile(r"[:：—?!.(\[–-]")
_CUT = re.compile(r"\s?(?:…|\.{3,}|\[\.\.\.\]|\[…\])$")


class Likeness(Enum):
    """Tell how alike two titles are."""

    UNKNOWN = "unknown"  # one is not there
    EQUAL = "equal"
    CLOSE = "close"
    PART = "part"  # one is the other's beginning: without subtitle, or cut
    SIMILAR = "similar"
    OTHER = "other"


class TitleMatch(NamedTuple):
    """Say how two titles stand to each other.

    Attributes:
        likeness: in a word.
        ratio: 0 to 1.
        reason: in words.
        apart: what in them says that they are of two works.
        doubt: what in them may say so.
        is_generic: many works have this title.
    """

    likeness: Likeness
    ratio: float
    reason: str
    apart: str | None = None
    doubt: str | None = None
    is_generic: bool = False


class Title:
    """Hold a title with what it is compared by, each found when it is first asked for.

    Attributes:
        text: as the entry has it.
        key: for comparing; empty where the title has no letters.
    """

    def __init__(self, text: str | None, key: str | None = None) -> None:
        self.text = text or ""
        self.key = key_of(self.text) if key is None else key

    @functools.cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words."""
        return words_of(self.text)

    @functools.cached_property
    def numbers(self) -> tuple[str, ...]:
        """The numbers among its words, sorted."""
        return tuple(sorted(word.key for word in self.words if word.is_number))

    @functools.cached_property
    def figures_key(self) -> str:
        """Its words without blanks, numbers in figures: "Part II" and "Part two" meet."""
        return "".join(word.key for word in self.words)

    @functools.cached_property
    def label(self) -> str | None:
        """What it says that the text is: "correction", "review"; None for a work itself."""
        folded = self.text.casefold()
        if not folded.isascii():
            taken_apart = unicodedata.normalize("NFKD", folded)
            folded = "".join(sign for sign in taken_apart if not unicodedata.combining(sign))
        found = tables().label.search(folded.strip())
        return found.lastgroup.removesuffix("_") if found and found.lastgroup else None

    @functools.cached_property
    def mains(self) -> tuple[str, ...]:
        """The keys of what stands before each of its breaks; see main_keys."""
        return main_keys(self.text, self.key)

    @property
    def is_generic(self) -> bool:
        """Whether many works have it."""
        return self.key in tables().generic or self.key.rstrip("0123456789") in tables().generic


def main_keys(text: str, key: str) -> tuple[str, ...]:
    """Return the keys of a title without what stands behind a break: subtitle, brackets.

    The shortest first; at most four.
    """
    keys: list[str] = []
    main = ""
    done = 0
    for found in _SIGN.finditer(text):
        start = found.start()
        if not _is_break(text, start):
            continue
        main += key_of(text[done:start])
        done = start
        if main and len(main) < len(key) and key.startswith(main) and main not in keys:
            keys.append(main)
            if len(keys) == _MOST_BREAKS:
                break
    return tuple(keys)


def _is_break(text: str, place: int) -> bool:
    """Tell whether a subtitle may begin behind a sign, or brackets with it."""
    sign = text[place]
    if sign in ":：—":
        return True
    if sign in "([":
        return text[place - 1 : place].isspace()
    is_before_blank = text[place + 1 : place + 2].isspace()
    return is_before_blank and (sign in "?!." or text[place - 1 : place].isspace())


def is_cut(text: str) -> bool:
    """Tell whether a title was cut: "Learning to light la…"."""
    return text.endswith((".", "…", "]")) and _CUT.search(text) is not None


def compare_titles(first: Title, second: Title) -> TitleMatch:
    """Return how two titles stand to each other, the same in either order."""
    if not first.key or not second.key:
        return TitleMatch(Likeness.UNKNOWN, 0.0, "a title is not there")
    is_generic = first.is_generic or second.is_generic
    if first.key == second.key:
        match = TitleMatch(Likeness.EQUAL, 1.0, "titles are equal", is_generic=is_generic)
        return _by_label(match, first, second)
    ratio = max(likeness(first.key, second.key), likeness(first.figures_key, second.figures_key))
    if (part := _part(first, second)) is not None:
        match = TitleMatch(Likeness.PART, ratio, part, is_generic=is_generic)
        return _by_label(_with_doubt_of_main(match, first, second), first, second)
    if ratio < SIMILAR:
        match = TitleMatch(Likeness.OTHER, ratio, f"titles are alike by {ratio:.2f} only")
        return _by_label(match, first, second)
    return _by_label(_by_words(first, second, ratio, is_generic=is_generic), first, second)


def _by_words(first: Title, second: Title, ratio: float, *, is_generic: bool) -> TitleMatch:
    apart, doubt = _numbers(first.words, second.words)
    differs, opposed = difference(first.words, second.words)
    if differs is Difference.WORDS:
        found, reason = Likeness.SIMILAR, f"titles are alike by {ratio:.2f}, but words differ"
    elif ratio >= CLOSE:
        found, reason = Likeness.CLOSE, f"titles are alike by {ratio:.2f}"
    else:
        found, reason = Likeness.SIMILAR, f"titles are alike by {ratio:.2f}"
    if apart is None and opposed is not None:
        apart = f"words that oppose: {opposed}"
    return TitleMatch(found, ratio, reason, apart, doubt, is_generic)


def _by_label(match: TitleMatch, first: Title, second: Title) -> TitleMatch:
    """Part a paper from what is written about it: a correction, a reply, a review."""
    if first.label == second.label:
        return match
    labels = " / ".join(sorted(label or "a work itself" for label in (first.label, second.label)))
    if {first.label, second.label} == {None, "slides"}:
        return match._replace(doubt=match.doubt or f"one is a short form: {labels}")
    return match._replace(apart=match.apart or f"not the same kind of text: {labels}")


def _part(first: Title, second: Title) -> str | None:
    """Tell whether one title is the other without its subtitle, or cut."""
    short, long = sorted((first, second), key=lambda title: len(title.key))
    if short.key in long.mains:
        return "titles are equal, but one has a subtitle"
    is_long_enough = len(short.key) >= SHORTEST_CUT
    if is_long_enough and is_cut(short.text) and long.key.startswith(short.key):
        return "one title is cut, and the other goes on from there"
    return None


def _with_doubt_of_main(match: TitleMatch, first: Title, second: Title) -> TitleMatch:
    """Ask for the number of a part right behind what both titles have: "Lamps" and "Lamps. II"."""
    short, long = sorted((first, second), key=lambda title: len(title.key))
    more = [word for word in long.words[len(short.words) :] if word.is_number]
    rest = long.words[len(short.words) :]
    number = next((word for word in more if word.is_part or word is rest[0]), None)
    if number is None or number.is_year or is_cut(short.text):
        return match
    if number.key == "1":
        return match._replace(doubt="one title names a part, the first")
    return match._replace(apart=f"one title names a part: {number.key}")


def _numbers(first: tuple[Word, ...], second: tuple[Word, ...]) -> tuple[str | None, str | None]:
    """Return what the numbers of two titles say against their being one: surely, and perhaps."""
    numbers, others = _told_numbers(first), _told_numbers(second)
    only = sorted((numbers - others).elements())
    only_other = sorted((others - numbers).elements())
    if not only and not only_other:
        in_order = [word.key for word in first if word.is_number]
        if in_order != [word.key for word in second if word.is_number]:
            return None, "numbers stand in another order"
        return None, None
    said = " / ".join(sorted(_said(numbers) for numbers in (only, only_other)))
    if not only or not only_other:
        lone = Word((only or only_other)[0], is_number=True)
        if len(only + only_other) == 1 and (lone.is_year or lone.key == "1"):
            return None, f"a number in one title only: {lone.key}"
    return f"numbers differ: {said}", None


def _said(numbers: list[str]) -> str:
    return " ".join(number.removeprefix("-").upper() for number in numbers) or "none"


def _told_numbers(words: tuple[Word, ...]) -> Counter[str]:
    return Counter(word.key for word in words if word.is_number)
