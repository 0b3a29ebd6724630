"""Names of people and bodies: cut from a line, taken apart, put together."""

import functools
import re
from collections.abc import Iterator, Mapping
from typing import cast

from refman.model import Name
from refman.normalise.latex import decode_latex
from refman.normalise.text import clean_text, fold_blanks
from refman.resources import read_table

__all__ = [
    "format_name",
    "is_body",
    "is_east_asian",
    "is_particle",
    "is_suffix",
    "looks_like_names",
    "parse_name",
    "split_names",
]

WORDS = "words.toml"

_LONGEST_NAME = 60
_FEWEST_WORDS, _MOST_WORDS = 2, 6
_EAST_ASIAN_LENGTHS = range(2, 5)
_PAIR = 2

# Marks that tie a name to its institution: Smith1,2 or Jones*† or Lee^{1}.
_SIGNS_OF_MARKS = dict.fromkeys(map(ord, "*†‡§¶∗⋆♠♣♥♦✉#⁰¹²³⁴⁵⁶⁷⁸⁹"))
_NUMBERS_OF_MARKS = re.compile(
    r"(?<=[^\W\d_])\s?\^?[{(\[]?\d{1,2}(?:,\d{1,2}){0,6}[})\]]?,?(?=[\s,;&]|$)"
)
_NUMBERING = re.compile(r"(?:^|(?<=[\s,;]))\d{1,3}[.)]\s(?=\D)")
_LABEL = re.compile(r"^(?:(?:authors?|by)\s?:?\s(?=\S)|作者\s?[:：]?)", re.IGNORECASE)
_SEMICOLON = re.compile(r"\s?[;；，、|]\s?|\s·\s|\s•\s")
_AND = re.compile(r",?\s(?:and|und|AND|&)\s")
_COMMA = re.compile(r"\s?,\s?")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[-\s]?){1,4}")
_COUNT = re.compile(r"[+(]{0,2}\s?\d+(?:\s(?:more|other|additional))?(?:\s(?:authors?|others))?\)?")
_ET_AL = re.compile(
    r",?\s(?:et\sal\b|and\sothers\b|\.{3}|…|(?:and\s|&\s)?[+(]{0,2}\d+\s(?:more|other|author)).{0,20}$"
)
_END_OF_SENTENCE = re.compile(r"[^\W\d_]{3}\.$|[?!:]$")


def parse_name(text: str) -> Name:
    """Return a name in its parts.

    Takes "First von Last", "von Last, First" and "von Last, Jr, First". A name in braces, the name
    of a body and a name that has but one part are literal. Particles are known by their small
    letter, those like "Van" and "De" with a capital too. Chinese, Japanese and Korean names that
    are cut by a blank have the family in front; uncut ones are literal.

    Args:
        text: one name, perhaps with LaTeX; never empty.

    Source: Patashnik, "BibTeXing" (1988), 4; CSL 1.0.2, "Names".
    """
    raw = fold_blanks(text)
    if raw.startswith("{") and raw.endswith("}") and raw.count("{") == 1:
        return Name(literal=_shown(raw[1:-1]) or raw)
    name = _shown(raw) or raw
    parts = [part for part in map(str.strip, _COMMA.split(name)) if part]
    words = name.split()
    if is_body(words) or (len(parts) > 1 and parts[-1].casefold() in _words("body_endings")):
        return Name(literal=name)
    if len(parts) > 1:
        return _inverted(parts)
    return _in_order(parts[0].split() if parts else [], name)


def format_name(name: Name) -> str:
    """Return a name as "van der Berg, Jr, Jan", or a literal as it is."""
    if name.literal is not None:
        return name.literal
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return ", ".join(filter(None, (family, name.suffix, given)))


def split_names(text: str) -> list[str]:
    """Return the names that a line of authors holds, as written, in their order.

    Takes commas, semicolons, "and", "&" and dots between names, inverted names ("Lee, A., Berg,
    B."; "Lee, Ann and Berg, Ben"), a label or numbers in front. Marks of affiliation go; "et al."
    and "12 more" are no names.
    """
    line = fold_blanks(text.translate(_SIGNS_OF_MARKS))
    line = _ET_AL.sub("", _NUMBERING.sub("", _LABEL.sub("", line)))
    line = _NUMBERS_OF_MARKS.sub(",", line)
    has_semicolons = _SEMICOLON.search(line) is not None
    groups = [
        [part for part in (part.strip(" ,") for part in _COMMA.split(group)) if part]
        for stretch in _SEMICOLON.split(line)
        for group in _AND.split(stretch)
    ]
    groups = [group for group in groups if group]
    is_inverted = all(len(group) == _PAIR for group in groups) and (
        has_semicolons or all(_is_family(group[0]) for group in groups)
    )
    names = (name for group in groups for name in _joined(group, is_inverted=is_inverted))
    return [name for name in names if not _is_no_name(name)]


def looks_like_names(text: str) -> float:
    """Return how much a line looks like names of people, 0 to 1.

    Above 0.5 for a line of authors; a title or a sentence scores 0 or little, for its words are no
    names ("Attention, Memory and Control"). One name alone is never sure: titles are as short.
    """
    line = fold_blanks(text)
    if not line or _END_OF_SENTENCE.search(line):
        return 0.0
    names = split_names(line)
    if not names:
        return 0.0
    share = sum(map(_is_person, names)) / len(names)
    if _LABEL.match(line):
        return min(1.0, share + 0.3)
    if len(names) == 1:
        return share * (0.6 if "." in names[0] else 0.4)
    # Squared: two good names in three are as often a title ("Lamp Berg, Ann Dorn and Maps").
    return share * share


def _shown(text: str) -> str:
    return fold_blanks(clean_text(decode_latex(text)))


def _in_order(words: list[str], name: str) -> Name:
    count = len(words)
    while count > _FEWEST_WORDS and words[count - 1].casefold() in _words("suffixes"):
        count -= 1
    suffix, words = " ".join(words[count:]) or None, words[:count]
    if len(words) < _FEWEST_WORDS:
        return Name(literal=name)
    if all(map(is_east_asian, words)):
        return Name(family=words[0], given=" ".join(words[1:]), suffix=suffix)
    start = _start_of_family(words)
    particle, family = _split_particle(words[start:])
    return Name(
        given=" ".join(words[:start]) or None,
        family=family,
        non_dropping_particle=particle,
        suffix=suffix,
    )


def _start_of_family(words: list[str]) -> int:
    """Return the place of the first particle that a word follows, else of the last word."""
    particles, capital = _words("particles"), _words("capital_particles")
    is_vietnamese = any(word.casefold() in _words("vietnamese_families") for word in words)
    for place, word in enumerate(words[:-1]):
        if word in particles:
            return place
        if place and word in capital and (words[place + 1] in particles or not is_vietnamese):
            return place
    return len(words) - 1


def _inverted(parts: list[str]) -> Name:
    rest = [part for part in parts[1:] if not is_suffix(part)]
    endings = [part for part in parts[1:] if is_suffix(part)]
    words = parts[0].split()
    if not rest and len(words) > 1:
        return _in_order([*words, *" ".join(endings).split()], ", ".join(parts))
    particle, family = _split_particle(words)
    return Name(
        family=family,
        non_dropping_particle=particle,
        given=" ".join(rest) or None,
        suffix=" ".join(endings) or None,
    )


def _split_particle(words: list[str]) -> tuple[str | None, str]:
    """Part "van der Berg" after the last of its leading words in small letters."""
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count]) or None, " ".join(words[count:])


def is_body(words: list[str]) -> bool:
    """Tell whether the words of a name are those of a body: "The Lamp Makers", "Lamp Group"."""
    folded = [word.casefold() for word in words]
    return folded[:1] == ["the"] or not _words("bodies").isdisjoint(folded)


def _joined(parts: list[str], *, is_inverted: bool) -> Iterator[str]:
    """Yield the names of a stretch cut at its commas: "Lee", "A.", and "Lee", "Jr." are one."""
    if is_inverted:
        yield ", ".join(parts)
        return
    whole: list[str] = []
    for part in parts:
        if whole and is_suffix(part):
            whole[-1] += f", {part}"
        else:
            whole.append(part)
    by_initials = len(whole) > 1 and all(map(_INITIALS.fullmatch, whole[1::2]))
    step = 2 if by_initials else 1
    for place in range(0, len(whole), step):
        yield ", ".join(whole[place : place + step])


def _is_family(text: str) -> bool:
    """Tell "Lee" and "van der Berg" from "Ann Lee"."""
    words = [word for word in text.split() if not word.islower()]
    return len(words) == 1 and not any(map(str.isdigit, words[0]))


def is_particle(word: str) -> bool:
    """Tell "van" and "de", in small letters."""
    return word in _words("particles")


def is_suffix(text: str) -> bool:
    """Tell "Jr." and "Jr. PhD"."""
    return _words("suffixes").issuperset(text.casefold().split())


def _is_no_name(text: str) -> bool:
    return text.casefold() in _words("not_names") or _COUNT.fullmatch(text) is not None


def _is_person(name: str) -> bool:
    words = name.replace(",", " ").split()
    if len(words) == 1:
        return is_east_asian(name) and len(name) in _EAST_ASIAN_LENGTHS
    if len(words) > _MOST_WORDS or len(name) > _LONGEST_NAME:
        return False
    particles, suffixes, no_person = _words("particles"), _words("suffixes"), _words("no_person")
    return all(
        word in particles
        or word.casefold() in suffixes
        or (_is_name_word(word) and no_person.isdisjoint(word.casefold().split("-")))
        for word in words
    )


def _is_name_word(word: str) -> bool:
    letters = re.sub(r"[.'’\-]", "", word)
    return letters.isalpha() and not letters[0].islower()


def is_east_asian(text: str) -> bool:
    """Tell Chinese characters, kana and Hangul."""
    return all("\u3040" <= sign <= "\u30ff" or "\u3400" <= sign <= "\u9fff"
               or "\uac00" <= sign <= "\ud7af" for sign in text)  # fmt: skip


@functools.cache
def _words(name: str) -> frozenset[str]:
    return frozenset(_table()[name])


@functools.cache
def _table() -> Mapping[str, list[str]]:
    return cast("Mapping[str, list[str]]", read_table(WORDS)["names"])
