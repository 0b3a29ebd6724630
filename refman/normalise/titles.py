"""Titles: their shown form, a key to compare them by, and the words that tell them apart."""

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import NamedTuple, cast

from refman.normalise.latex import decode_latex
from refman.normalise.maths import plain_maths
from refman.normalise.text import clean_text, fold_blanks, settle
from refman.resources import read_table

__all__ = ["ascii_key", "coined_name", "normalise_title", "significant_words", "title_key"]

WORDS = "words.toml"

_MOST_WORDS = 3
_LAST_WORD = re.compile(r"(\w*)\.$")
_TEX_MARKS = re.compile(r"[${}\\^_`'’ʼ]")
_WORD = re.compile(r"\w+(?:\.(?=\w)\w+)*")
# "U-Net", "RT-2", "Top-K" are one word, "Vision-Language" is two.
_COINED_HYPHEN = re.compile(
    r"(?<![-\w])(?:(?P<letter>[^\W\d_])-(?=\w)"
    r"|(?P<head>[A-Z][A-Za-z]{0,5})-(?=(?:\d+(?:\.\d+)?[A-Za-z]?|[A-Z]{1,3})(?![\w-])))"
)
_COLON = re.compile(r":\s|：")
_IN_BRACKETS = re.compile(r"\(([A-Z][\w.+-]{1,20})\)$")
_VERSION = re.compile(r"[vV]?\d+(?:\.\d+){0,3}[A-Za-z]?")


def normalise_title(text: str) -> str:
    """Return a title on one line, in Unicode, without a full stop at its end; case as written."""
    return settle(_normalised, text)


def title_key(title: str) -> str:
    r"""Return what two forms of one title share; for comparing, never for showing.

    Lower case, accents, punctuation, blanks and TeX's marks are gone, Latin and Greek letters are
    in ASCII, so that ``$\pi_0$``, "π₀", "π_0" and "pi_0" meet; letters and digits of other scripts
    stay. Empty where there are none.
    """
    return "".join(filter(str.isalnum, _folded(plain_maths(decode_latex(title)))))


def ascii_key(text: str) -> str:
    """Return the lower-case ASCII letters and digits of a text: "Łódź" is "lodz", "π" is "pi".

    Other scripts than Latin, Greek and Cyrillic give nothing.
    """
    return "".join(sign for sign in _folded(text) if sign.isascii() and sign.isalnum())


def significant_words(title: str) -> list[str]:
    """Return the words that tell a title from others, in lower-case ASCII, in their order.

    Stop words of English, German, French and Spanish are left out; numbers stay; a coined name
    keeps its parts together: "RT-2" is "rt2", "A^2Nav" is "a2nav". Where every word is a stop word,
    all are returned; words of scripts that have no ASCII form (CJK) are not.
    """
    joined = _COINED_HYPHEN.sub(lambda found: found["letter"] or found["head"], title)
    found = _WORD.findall(_TEX_MARKS.sub("", joined))
    words = [key for word in found if (key := ascii_key(word))]
    stop_words = _tables().stop_words
    return [word for word in words if word not in stop_words] or words


def coined_name(title: str) -> str | None:
    """Return the name that a title coins before its colon, or None.

    "SkeletonX: Learning to Walk" coins "SkeletonX", "TÜLU 3: Open" coins "TÜLU 3", "Video Training
    (VT): How" coins "VT". A name of several words has a capital inside or a digit in each word but
    a first one that its version follows; a single word has a capital or a digit, and is not one of
    those that open titles without coining anything ("Survey").
    """
    colon = _COLON.search(title)
    if colon is None or not title[colon.end() :].strip():
        return None
    head = title[: colon.start()].strip()
    bracketed = _IN_BRACKETS.search(head)
    if bracketed and _looks_coined(bracketed[1]):
        return bracketed[1]
    words = head.split()
    if not 0 < len(words) <= _MOST_WORDS or words[0].casefold() in _tables().not_coined:
        return None
    first, *others = words
    if not others:
        return head if _looks_coined(first) or first[:1].isupper() else None
    if not all(_VERSION.fullmatch(word) or _looks_coined(word) for word in others):
        return None
    is_versioned = first[0].isupper() and _VERSION.fullmatch(others[-1])
    return head if is_versioned or _looks_coined(first) else None


def _normalised(text: str) -> str:
    title = fold_blanks(clean_text(decode_latex(clean_text(text))))
    return title[:-1].rstrip() if _ends_in_full_stop(title) else title


def _ends_in_full_stop(title: str) -> bool:
    """Tell a sentence's end from an ellipsis, an initial or an abbreviation."""
    last = _LAST_WORD.search(title[-20:])
    if last is None or not title[:-1].strip(" .") or title.endswith(".."):
        return False
    word = last[1].casefold()
    return not (len(word) == 1 and word.isalpha()) and word not in _tables().abbreviations


def _folded(text: str) -> str:
    """Return a text in lower case, without accents, Latin, Greek and Cyrillic letters in ASCII."""
    if text.isascii():
        return text.lower()
    letters = _tables().letters
    # Twice: "𝐊" has a small letter only once it is taken apart, and "İ" falls apart once small.
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    # "й" falls apart into "и" and a breve: its own row is that of its letter.
    return "".join(letters.get(sign, sign) for sign in lower if not unicodedata.combining(sign))


def _looks_coined(word: str) -> bool:
    return any(sign.isupper() for sign in word[1:]) or any(sign.isdigit() for sign in word)


class _Tables(NamedTuple):
    stop_words: frozenset[str]
    letters: Mapping[str, str]
    not_coined: frozenset[str]
    abbreviations: frozenset[str]


@functools.cache
def _tables() -> _Tables:
    table = read_table(WORDS)
    letters = table["letters"]
    languages = cast("Mapping[str, list[str]]", table["stop_words"]).values()
    stop_words = (word for words in languages for word in words)
    return _Tables(
        stop_words=frozenset(
            unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
            for word in stop_words
        ),
        letters=letters,
        not_coined=frozenset(table["titles"]["not_coined"]),
        abbreviations=frozenset(table["titles"]["abbreviations"]),
    )
