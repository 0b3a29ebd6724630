"""Titles: their shown form, a key to compare them by, and the words that tell them apart."""

import functools
import re
import unicodedata
from collections.abc import Mapping
from typing import Any, cast

from refman.normalise.latex import decode_latex
from refman.normalise.text import clean_text, fold_blanks
from refman.resources import read_table

__all__ = ["ascii_key", "coined_name", "normalise_title", "significant_words", "title_key"]

WORDS = "words.toml"

_LONGEST_COINED = 3
_ABBREVIATION = re.compile(
    r"(?:\.\.|\b[A-Za-z]|\b(?:al|etc|vol|no|jr|sr|inc|ltd|vs))\.$", re.IGNORECASE
)
_MARKS = re.compile(r"[${}\\^_`'’ʼ]")
_WORD = re.compile(r"\w+(?:[.^_’'](?=\w)\w+)*")
_COINED_IN_BRACKETS = re.compile(r"\(([A-Z][\w.+-]{1,20})\)$")
_ACRONYM_HYPHEN = re.compile(r"\b([A-Z][A-Za-z]{0,4}|[A-Z]\w?\d?)-(\d+(?:\.\d+)?\w?|[A-Z]{1,3})\b")


def normalise_title(text: str) -> str:
    """Return a title on one line, in Unicode, without a full stop at its end; case as written."""
    title = fold_blanks(clean_text(decode_latex(clean_text(text))))
    if title.endswith(".") and not _ABBREVIATION.search(title):
        return title[:-1].rstrip()
    return title


def title_key(title: str) -> str:
    """Return what two forms of one title share; for comparing, never for showing.

    Lower case, accents, punctuation, blanks and TeX's marks are gone; letters and digits of every
    script stay. Empty where there are none.
    """
    decomposed = unicodedata.normalize("NFKD", decode_latex(title).casefold())
    return "".join(filter(str.isalnum, decomposed))


def ascii_key(text: str) -> str:
    """Return the lower-case ASCII letters and digits of a text: "Łódź" is "lodz", "π" is "pi".

    Other scripts than Latin, Greek and Cyrillic give nothing.
    """
    if not text.isascii():
        letters = cast("Mapping[str, str]", _table()["letters"])
        decomposed = unicodedata.normalize("NFKD", text.lower())
        # "й" falls apart into "и" and a breve: its own row is that of its letter.
        text = "".join(letters.get(sign, sign) for sign in decomposed)
    return "".join(sign for sign in text.lower() if sign.isascii() and sign.isalnum())


def significant_words(title: str) -> list[str]:
    """Return the words that tell a title from others, in lower-case ASCII, in their order.

    Stop words of English, German, French and Spanish are left out; numbers stay; a coined name
    keeps its parts together: "RT-2" is "rt2", "A^2Nav" is "a2nav". Where every word is a stop word,
    all are returned; words of scripts that have no ASCII form are not.
    """
    joined = _ACRONYM_HYPHEN.sub(r"\1\2", _MARKS.sub("", title))
    words = [word for found in _WORD.findall(joined) if (word := ascii_key(found))]
    stop_words = _stop_words()
    return [word for word in words if word not in stop_words] or words


def coined_name(title: str) -> str | None:
    """Return the name that a title coins before its colon, or None.

    "SkeletonX: Learning to Walk" coins "SkeletonX", "Video Training (VT): How" coins "VT"; the
    first words of "Learning to walk: a study" are no name: a name is short and has a capital
    inside, a digit, or is a single word that no dictionary form betrays by its ending.
    """
    head, colon, tail = title.partition(":")
    if not colon or not tail.strip():
        return None
    head = head.strip()
    if bracketed := _COINED_IN_BRACKETS.search(head):
        return bracketed[1]
    words = head.split()
    if not words or len(words) > _LONGEST_COINED:
        return None
    if len(words) == 1 or all(map(_looks_coined, words)) or _looks_coined(words[0]):
        return head
    return None


def _looks_coined(word: str) -> bool:
    return any(sign.isupper() for sign in word[1:]) or any(sign.isdigit() for sign in word)


@functools.cache
def _table() -> Mapping[str, Any]:
    return read_table(WORDS)


@functools.cache
def _stop_words() -> frozenset[str]:
    return frozenset(
        ascii_key(word)
        for words in cast("Mapping[str, list[str]]", _table()["stop_words"]).values()
        for word in words
    )
