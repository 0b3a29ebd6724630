"""What a sentence says is to be found at an address.

A researcher writes "Code for our model and videos are on our project page": code, videos and a page
are there, the model is not. So the sentence is read in parts, from the address outwards: a list is
followed as long as its parts name something, and a noun that belongs to another ("of our model"),
is part of another ("model training") or stands in a clause of its own does not count.

Source: the closing sentences of abstracts of 2015 to 2025; the words are rows of the table.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from refman.links.rules import grammar, phrases
from refman.model import LinkKind

__all__ = ["Naming", "name_roles"]

_TOKEN = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*|[,;/&+|—–]")
_BREAKS = frozenset(";—")
_SEPARATORS = frozenset({*",/&+|–", "and", "or", *_BREAKS})
_JOINING = frozenset({"and", "or", ","})
_LONGEST_PHRASE = 3
_LABEL_MARK = re.compile(r"(\]\(|[:：|])[\s<(\"“{]{0,8}\Z")
_LONGEST_BARE_LABEL = 40
_LABEL_STARTS = "([|•{"
_OPENING = re.compile(r"[\s.,)\]}>\"'”’*]{0,8}")
_DIVIDER = re.compile(r"(?:[,;]\s*)?\band\b|[,;]")
_NOT_OURS = re.compile(
    r"\b(?:and|while|but|whereas|which)\b|[;,]\s*(?:we|our|the)\b", re.IGNORECASE
)


class Naming(NamedTuple):
    """Hold what a sentence says of an address.

    Attributes:
        roles: what is there, in the order of the text, each once.
        is_promised: the sentence puts it in the future.
    """

    roles: tuple[LinkKind, ...]
    is_promised: bool


_Named = tuple[tuple[LinkKind, ...], list[str]]
"""What words name, and the words that were looked at for it."""


class _Part(NamedTuple):
    """Hold a part of a list: its words, and whether a hard break stands before it."""

    words: Sequence[str]
    is_broken_off: bool


def name_roles(pieces: Sequence[str], place: int) -> Naming:
    """Return what a sentence says is at one of its addresses.

    Args:
        pieces: the sentence without its addresses: before the first, between them, behind the last.
        place: which address; ``pieces[place]`` stands before it.
    """
    before = _before(pieces, place)
    behind = pieces[-1] if place + 2 == len(pieces) else _divided(pieces[place + 1])[0]
    roles, words = _label_roles(before) or _roles_before(before, phrases())
    if set(roles) <= {LinkKind.PROJECT}:
        roles = (*roles, *_roles_behind(behind))
    return Naming(
        tuple(dict.fromkeys(roles)),
        _is_promise(_own(behind))
        or _is_promise(" ".join(words))
        or _condition().match(before.lstrip()) is not None,
    )


def _before(pieces: Sequence[str], place: int) -> str:
    """Return what leads to an address, or to the one before it where only "and" parts them."""
    while place:
        first, second = _divided(pieces[place])
        if first.strip() or not _JOINING.issuperset(_words(second)):
            return second
        place -= 1
    return pieces[0]


def _divided(between: str) -> tuple[str, str]:
    """Part the words between two addresses: what belongs to the first, and to the second.

    "for videos, and our code is at" begins with what is at the first.
    """
    if not _opener().match(between):
        return "", between
    dividers = list(_DIVIDER.finditer(between))
    if not dividers:
        return between, ""
    return between[: dividers[-1].start()], between[dividers[-1].end() :]


def _own(behind: str) -> str:
    """Return what stands behind an address as far as it speaks of it."""
    found = _NOT_OURS.search(behind)
    return behind[: found.start()] if found else behind


def _label_roles(before: str) -> _Named | None:
    """Return what a label right before an address names, and all words; None where none does.

    A label is short and has no verb: "Code:", "(Project page:", "[Paper](". Linked words of a
    sentence, "on [our page](", are none.
    """
    mark = _LABEL_MARK.search(before)
    text = before[: mark.start()] if mark else before
    if not mark and len(before) > _LONGEST_BARE_LABEL:
        return None
    start = 1 + max(text.rfind(sign) for sign in _LABEL_STARTS)
    if any(sign in text[start:] for sign in ")]}"):
        start = 0
    words = _words(text[start:])
    rules = grammar()
    if len(words) > rules.longest_label_words or not (
        rules.verbs.isdisjoint(words) and rules.places.isdisjoint(words)
    ):
        return None
    lead = text[: max(0, start - 1)].rstrip()[-1:]
    if mark and mark[1] == "](" and (lead.isalnum() or lead == ","):
        return None
    roles, _ = _roles_before(text[start:], phrases(labels=True))
    return (roles, _words(before)) if roles else None


def _roles_before(text: str, vocabulary: Mapping[str, LinkKind]) -> _Named:
    """Return what the words before an address name, and the words that were looked at.

    Goes through the parts of the list from the address to the left. The one that touches the
    address holds the verb; one further off counts only while the list goes on.
    """
    rules = grammar()
    roles: list[LinkKind] = []
    seen: list[str] = []
    touches = True
    for part in reversed(_parts(_words(text))):
        named, gives = _named(part.words, vocabulary, touches=touches)
        is_long = len(part.words) > rules.longest_gap_words
        is_clause = not rules.verbs.isdisjoint(part.words)
        if not touches and ((is_clause and not gives) or (is_long and not named)):
            break
        roles[:0] = named
        seen[:0] = part.words
        if gives or part.is_broken_off:
            break
        touches = touches and not (named or is_clause or is_long)
    return tuple(roles), seen


def _roles_behind(text: str) -> tuple[LinkKind, ...]:
    """Return what the words behind an address name: "… for videos", "… contains our code"."""
    opener = _opener().match(text)
    if opener is None:
        return ()
    rules = grammar()
    roles: list[LinkKind] = []
    for place, part in enumerate(_parts(_words(text[opener.end() :]))):
        named, _ = _named(part.words, phrases(), touches=True)
        if place and not (named and rules.verbs.isdisjoint(part.words)):
            break
        roles += named
    return tuple(roles)


def _words(text: str) -> list[str]:
    """Return words, in lower case, and separators."""
    return _TOKEN.findall(text.lower())


def _parts(words: Sequence[str]) -> list[_Part]:
    """Part a sentence at its commas, slashes, "and"; parts without words are left out."""
    parts: list[_Part] = []
    start, is_broken_off = 0, False
    for place, word in enumerate([*words, ";"]):
        if word in _SEPARATORS:
            if place > start:
                parts.append(_Part(words[start:place], is_broken_off))
                is_broken_off = False
            start = place + 1
            is_broken_off = is_broken_off or word in _BREAKS
    return parts


def _named(
    words: Sequence[str], vocabulary: Mapping[str, LinkKind], *, touches: bool
) -> tuple[list[LinkKind], bool]:
    """Return what a part names, and whether a verb in it gives that: "we release code".

    Behind such a verb all before it is forgotten.
    """
    rules = grammar()
    named: list[LinkKind] = []
    given_from: int | None = None
    is_owned = False
    place = 0
    while place < len(words):
        length, kind = _phrase(words, place, vocabulary)
        if kind is not None:
            place += length
            if _stands_for_itself(words, place) and (kind is LinkKind.PROJECT or not is_owned):
                named.append(kind)
            continue
        word = words[place]
        previous = words[place - 1] if place else ""
        if word in rules.givers or (word in rules.participles and previous not in rules.passives):
            given_from, is_owned = len(named), False
        elif word in rules.owners:
            is_owned = is_owned or previous not in rules.collections
        elif touches and word in rules.purposes:
            is_owned = is_owned or not set(named[given_from or 0 :]) <= {LinkKind.PROJECT}
        elif not touches and place and word in rules.places:
            is_owned = True
        place += 1
    gives = given_from is not None and len(named) > given_from
    return (named[given_from:] if gives else named), gives


def _phrase(
    words: Sequence[str], place: int, vocabulary: Mapping[str, LinkKind]
) -> tuple[int, LinkKind | None]:
    """Return the longest phrase that begins at a word: how many words it has, and its kind."""
    if words[place].partition("-")[0] not in _first_words():
        return 0, None
    for length in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
        phrase = " ".join(words[place : place + length]).replace("-", " ")
        if (kind := vocabulary.get(phrase)) is not None:
            return length, kind
    return 0, None


@functools.cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in phrases(labels=True))


def _stands_for_itself(words: Sequence[str], place: int) -> bool:
    """Tell whether the noun before a word is no part of another: "model", not "model training"."""
    if place == len(words):
        return True
    word = words[place]
    return word in _followers() or word.endswith("ed")


@functools.cache
def _followers() -> frozenset[str]:
    rules = grammar()
    return rules.followers | rules.owners | rules.purposes | rules.places | rules.verbs


def _is_promise(text: str) -> bool:
    return _promise().search(text) is not None


@functools.cache
def _promise() -> re.Pattern[str]:
    rules = grammar()
    return _pattern((*rules.promises, *rules.conditions))


@functools.cache
def _condition() -> re.Pattern[str]:
    return _pattern(grammar().conditions)


def _pattern(rows: Sequence[str]) -> re.Pattern[str]:
    """Return the pattern of any of the table's rows; their blanks fit all white space."""
    joined = "|".join(rows).replace("{adverbs}", grammar().adverbs).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{joined})\b", re.IGNORECASE)


@functools.cache
def _opener() -> re.Pattern[str]:
    openers = "|".join(grammar().openers).replace(" ", r"\s+")
    return re.compile(rf"{_OPENING.pattern}(?:{openers})\b", re.IGNORECASE)
