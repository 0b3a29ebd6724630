"""The words of titles: numbers among them, and what two titles do not have in common."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

import msgspec

from refman.duplicates.similarity import typing_errors
from refman.duplicates.tables import tables
from refman.normalise import ascii_key, plain_maths, title_key

__all__ = ["Difference", "Word", "difference", "key_of", "words_of"]

MOST_WORDS = 80
"""Of a title longer than this, the beginning is compared word by word."""

_NOT_IN_KEY = b" ,.:;?!()'\"/+-"
"""What a title may hold beside letters and figures, and need no care."""
_LOWER = bytes(range(256)).lower()
_WORD = re.compile(r"\d+(?:\.\d+)*(?:,\d{3})*|[^\W\d_]+")
_BEHIND = re.compile(r"\s*$|[:/,;)\]–—]|\s[–—-]\s|\.(?:\s|$)")
_ROMAN = re.compile(r"(?=.)(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_CHINESE_PLACE = re.compile(r"第([一二三四五六七八九十]|\d+)|[(（]([上中下])[)）]")
_CHINESE = {sign: str(place) for place, sign in enumerate("一二三四五六七八九十", 1)} | {
    "上": "1", "中": "2", "下": "3",
}  # fmt: skip
_YEAR = re.compile(r"1[89]\d\d|20\d\d")

_TWO_ERRORS = 9
_ONE_ERROR = 6
"""In words this long or longer, so many wrong signs are slips; shorter ones are other words."""

_LONG_TITLE = 5
"""In a title of so many words, one that differs by a letter seldom makes it another."""

_NEGATIONS = frozenset({"without", "not", "non", "nicht", "ohne", "sans"})


class Difference(Enum):
    """Tell what two titles' words differ in."""

    NOTHING = "nothing"
    SLIPS = "slips of writing"
    WORDS = "words"


class Word(msgspec.Struct, frozen=True, gc=False):
    """Hold a word of a title.

    Attributes:
        key: in lower case, without accents; a number's in figures, a letter's with "-" before it.
        is_number: it counts or names a part: "3", "III", "third", "B" behind "Part".
        is_part: a word such as "Part" stands before it.
    """

    key: str
    is_number: bool = False
    is_part: bool = False

    @property
    def is_year(self) -> bool:
        """Whether the number may be a year."""
        return _YEAR.fullmatch(self.key) is not None


def key_of(title: str) -> str:
    """Return ``title_key(title)``; faster where nothing in the title needs its care."""
    if title.isascii():
        signs = title.encode().translate(_LOWER, _NOT_IN_KEY)  # two passes of C, and no pattern
        if signs.isalnum():
            return signs.decode()
    return title_key(title)


def words_of(title: str) -> tuple[Word, ...]:
    """Return the words of a title in their order, numbers as such."""
    text = plain_maths(title) if "$" in title else title
    is_ascii = text.isascii()
    if not is_ascii:
        text = unicodedata.normalize("NFKC", text)
    words: list[Word] = []
    designators = tables().designators
    is_part = False
    for found in _WORD.finditer(text):
        if len(words) == MOST_WORDS:
            break
        word = found[0]
        key = word.lower() if is_ascii else ascii_key(word) or word.casefold()
        is_last = len(key) == 1 and _BEHIND.match(text, found.end()) is not None
        number = _number(word, key, is_part=is_part, is_last=is_last)
        words.append(Word(number, is_number=True, is_part=is_part) if number else Word(key))
        is_part = key in designators or (is_part and number is not None)
    for found in () if is_ascii else _CHINESE_PLACE.finditer(text):
        sign = found[1] or found[2]
        words.append(Word(_CHINESE.get(sign, sign), is_number=True, is_part=True))
    return tuple(words)


def _number(word: str, key: str, *, is_part: bool, is_last: bool) -> str | None:
    """Return a number in figures, a part's letter with a hyphen before it, or None."""
    if word[0].isdecimal():
        return word.replace(",", "").lstrip("0") or "0"
    if (figures := tables().numbers.get(key)) is not None:
        return figures
    stands_apart = is_last or (is_part and word != "a")
    if key[0] in "xvi" and (len(key) > 1 or stands_apart):
        roman = _ROMAN.fullmatch(key)
        if roman is not None:
            return str(10 * len(roman[1]) + _ROMAN_UNITS.index(roman[2]))
    return f"-{key}" if len(key) == 1 and stands_apart and key.isascii() else None


def difference(first: Sequence[Word], second: Sequence[Word]) -> tuple[Difference, str | None]:
    """Return what two titles' words differ in, numbers aside, and two words that part them.

    Slips are small words more or less, plurals, one or two wrong letters in a long word, and
    compounds written apart.
    """
    words, others = _told(first), _told(second)
    only, only_other = list((words - others).elements()), list((others - words).elements())
    if (opposed := _opposed(only, only_other)) is not None:
        return Difference.WORDS, opposed
    is_long = len(first) >= _LONG_TITLE
    if len(only) == len(only_other) == 1 and _is_slip(only[0], only_other[0], is_lone=is_long):
        return Difference.SLIPS, None
    noise = tables().noise
    only = [word for word in only if word not in noise]
    only_other = [word for word in only_other if word not in noise]
    if not only and not only_other:
        return Difference.NOTHING, None
    if "".join(only) == "".join(only_other):
        return Difference.SLIPS, None
    if len(only) != len(only_other):
        return Difference.WORDS, None
    if all(any(_is_slip(word, other) for other in only_other) for word in only):
        return Difference.SLIPS, None
    return Difference.WORDS, None


def _told(words: Sequence[Word]) -> Counter[str]:
    return Counter(word.key for word in words if not word.is_number)


def _opposed(only: list[str], only_other: list[str]) -> str | None:
    for word, other in _pairs(only, only_other):
        if _are_opposed(word, other):
            return f"{word}/{other}"
    words = only + only_other
    lone = {
        word
        for word in _NEGATIONS.intersection(words)
        if all(other == word or typing_errors(word, other, most=1) > 1 for other in words)
    }
    return f"{min(lone)!r} in one title" if lone else None


def _pairs(only: list[str], only_other: list[str]) -> Iterator[tuple[str, str]]:
    return ((word, other) for word in only for other in only_other)


def _are_opposed(word: str, other: str) -> bool:
    rows = tables().opposed
    none: frozenset[int] = frozenset()
    if rows.get(word, none) & rows.get(other, none):
        return True
    if not tables().noise.isdisjoint({word, other}):
        return False
    return len(word) == len(other) == 1 or _differ_in_prefix(word, other)


def _stems(word: str) -> set[str]:
    return {word.removeprefix(prefix) for prefix in tables().prefixes if word.startswith(prefix)}


def _differ_in_prefix(word: str, other: str) -> bool:
    """Tell "supervised" from "unsupervised", "microscopic" from "macroscopic"."""
    least = 4
    if word[-least:] != other[-least:]:
        return False
    stems, other_stems = _stems(word), _stems(other)
    shared = (stems & other_stems) | (stems & {other}) | (other_stems & {word})
    return any(len(stem) >= least for stem in shared)


def _is_slip(word: str, other: str, *, is_lone: bool = False) -> bool:
    """Tell a plural, another spelling and a wrong letter from another word.

    Args:
        word: of the one title.
        other: of the other.
        is_lone: nothing else differs in two long titles; then a letter too many, or two that
            changed places, is a slip in a short word too.
    """
    short, long = sorted((word, other), key=len)
    if long in {f"{short}s", f"{short}es", f"{short}n", f"{short}en"}:
        return True
    if not short.isascii() or not long.isascii() or short[0] != long[0]:
        return False
    if _spelling(short) == _spelling(long):
        return True
    most = 2 if len(long) >= _TWO_ERRORS else 1
    errors = typing_errors(short, long, most=most)
    if len(long) >= _ONE_ERROR:
        return errors <= most
    has_same_letters = len(short) < len(long) or sorted(short) == sorted(long)
    return is_lone and errors == 1 and has_same_letters


_SPELLINGS = (("ae", "e"), ("oe", "e"), ("isation", "ization"), ("yse", "yze"), ("ise", "ize"),
              ("ising", "izing"), ("our", "or"), ("ogue", "og"), ("ll", "l"),
              ("tre", "ter"))  # fmt: skip


def _spelling(word: str) -> str:
    """Return a word in the spelling of American English, for comparing."""
    for british, american in _SPELLINGS:
        word = word.replace(british, american)
    return word
