r"""Names as BibTeX writes them, in their parts.

BibTeX cuts a list at "and", a name at its commas and blanks, outside of braces; a word in small
letters parts the first names from the last. BibLaTeX may name the parts: ``family=Berg,
given=Jan``. Beyond that, what surely is no part of a person's name is told apart: "Jr." behind the
last name, a body, a Chinese name with its family in front, a particle that ends the first names.

Source: "Tame the BeaST" (Markey 2009), chapter 4; the biblatex manual, 3.4, and biber's, 3.5.
"""

import functools
import re
from collections.abc import Callable
from typing import NamedTuple

from refman.formats.bib.latex import line_of, plain_accents
from refman.model import Name
from refman.normalise import fold_blanks
from refman.normalise.names import is_body, is_east_asian, is_particle, is_suffix

__all__ = ["Names", "read_names"]

_REMEMBERED, _LONG = 32_768, 100
_FEWEST_WORDS, _MOST_PARTS = 2, 3

_AND = re.compile(r"(?:^| )and(?= |$)", re.IGNORECASE)
_SEMICOLON = re.compile(r" ?; ?")
_AMPERSAND = re.compile(r" \\?& ")
_COMMA = re.compile(r",")
_TOKEN = re.compile(r"[{},]|[\s~]+|\\[^A-Za-z]?|[^{},\s~\\]+")
_PART_NAME = re.compile(r"\s*\"?(family|given|prefix|suffix|useprefix)\s*=", re.IGNORECASE)
_ANDS = frozenset(("&", "\\&", "{\\&}"))
_INITIALS = re.compile(r"(?:[^\W\d_]\.?[\s-]?){1,3}")

_USUAL = re.compile(
    r"([^\W\d_a-z][^\W\d_]*(?:[-'’][^\W\d_]+)*),"
    r" ([^\W\d_a-z][^\W\d_]*\.?(?:[ -][^\W\d_a-z][^\W\d_]*\.?)*)"
)
"""Most names: "Lindqvist, Ada M." """
_GENERATIONS = frozenset(("Jr", "Jr.", "jr", "jr.", "Sr", "Sr.", "sr", "sr.", "II", "III", "IV"))

_MANY_COMMAS = "a name with too many commas"
_BY_COMMAS = "names that are parted by commas; BibTeX parts them by the word and"
_BY_OTHERS = "names that are parted by semicolons or ampersands; BibTeX parts them by the word and"
_EMPTY = "a name is missing beside the word and"


class Names(NamedTuple):
    """Hold the names of a value, and what is at fault with it."""

    names: tuple[Name, ...]
    problems: tuple[str, ...] = ()


def read_names(value: str) -> Names:
    """Return the names that a value lists, in their order.

    "and others" is the literal name "others". A name with too many commas is literal, unless it
    is a list of names that commas part.

    Args:
        value: the LaTeX of a field, not blank.
    """
    names: list[Name] = []
    problems: list[str] = []
    for text in _listed(value, problems):
        read, why = _remembered_name(text) if len(text) < _LONG else _name(text)
        names += read
        if why:
            problems.append(why)
    return Names(tuple(names), tuple(dict.fromkeys(problems)) if problems else ())


def _listed(value: str, problems: list[str]) -> list[str]:
    """Return the names of a value as written."""
    if "\n" in value or "  " in value or "\t" in value:
        value = fold_blanks(value)
    listed = _listed_usually(value) or [each.strip() for each in _outside_braces(_AND, value)]
    if not all(listed):
        problems.append(_EMPTY)
        listed = [piece for piece in listed if piece]
    if ";" not in value and "&" not in value:
        return listed
    parted = [name for piece in listed for name in _parted_otherwise(piece)]
    if len(parted) > len(listed):
        problems.append(_BY_OTHERS)
    return parted


def _listed_usually(value: str) -> list[str] | None:
    """Cut a value at each "and"; None where it is not sure that this is right."""
    if "AND" in value or "And" in value or " and and " in value:
        return None
    pieces = value.split(" and ")
    if "{" in value and any(piece.count("{") != piece.count("}") for piece in pieces):
        return None
    if value[:4] in (" and", "and ") or value[-4:] in (" and", "and "):
        return None
    return pieces


def _parted_otherwise(piece: str) -> list[str]:
    """Part "Berg, J.; Lee, A." and "Berg, J. & Lee, A.", but not "Wick & Sons"."""
    by_semicolon = [part for part in _outside_braces(_SEMICOLON, piece) if part]
    parted: list[str] = []
    for part in by_semicolon:
        pair = _outside_braces(_AMPERSAND, part)
        parted += pair if all("," in each for each in pair) else [part]
    return parted


def _outside_braces(parting: re.Pattern[str], text: str) -> list[str]:
    """Part a text where the pattern stands outside of braces."""
    if "{" not in text:
        return parting.split(text)
    pieces: list[str] = []
    depth = done = place = 0
    for found in parting.finditer(text):
        stretch = text[place : found.start()]
        depth += stretch.count("{") - stretch.count("}")
        place = found.start()
        if depth == 0:
            pieces.append(text[done : found.start()])
            done = found.end()
    pieces.append(text[done:])
    return pieces


def _name(text: str) -> tuple[list[Name], str]:
    """Return the name that a text is, or those that commas part in it; and what is at fault."""
    usual = _USUAL.fullmatch(text)
    if usual is not None and text.isascii() and usual[2] not in _GENERATIONS:
        return [Name(family=usual[1], given=usual[2])], ""
    read, why = _read_name(text.strip())
    return [name for name in read if name.family or name.literal], why


def _read_name(text: str) -> tuple[tuple[Name, ...], str]:
    if text.lower() == "others":
        return (Name(literal="others"),), ""
    if "=" in text and _PART_NAME.match(text):
        return _by_part_names(text)
    if "\\" in text:
        text = plain_accents(text)
    if "{" in text or "\\" in text or "~" in text:
        return _of_parts(text, _tokens(text), line_of)
    text = line_of(text)
    usual = _USUAL.fullmatch(text)
    if usual is not None and usual[2] not in _GENERATIONS:
        return (Name(family=usual[1], given=usual[2]),), ""
    return _of_parts(text, [part.split() for part in text.split(",")], str)


_remembered_name = functools.lru_cache(_REMEMBERED)(_name)


def _of_parts(
    text: str, parts: list[list[str]], shown: Callable[[str], str]
) -> tuple[tuple[Name, ...], str]:
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    if len(parts) == 1:
        words = parts[0]
        return (_in_order(words, shown) if words else Name(literal=line_of(text)),), ""
    if len(parts) > _MOST_PARTS:
        return _too_many(text, parts, shown)
    suffix: list[str] = []
    last, first = parts[0], parts[-1]
    if len(parts) == _MOST_PARTS:
        suffix = parts[1]
        if _is_generation(first) and not _is_generation(suffix):
            suffix, first = first, suffix
    elif _is_generation(first):
        if len(last) > 1:  # "Jan Berg, Jr."
            name = _in_order([*last, *first], shown)
            return (name,), ""
        suffix, first = first, []
    if not last:
        return (Name(literal=line_of(text.strip(" ,"))),), "a name without its last part"
    return (_inverted(last, suffix, first, shown),), ""


def _in_order(words: list[str], shown: Callable[[str], str]) -> Name:
    """Return the name whose words are "First von Last"."""
    if len(words) == 1:
        if words[0][0] == "{" and _is_one_group(words[0]):
            return Name(literal=shown(words[0]))
        return Name(family=shown(words[0]))
    count = len(words)
    while count > _FEWEST_WORDS and is_suffix(words[count - 1]):
        count -= 1
    suffix, words = words[count:], words[:count]
    if (is_body(words) or not _ANDS.isdisjoint(words)) and not suffix:
        return Name(literal=shown(" ".join(words)))
    if all(map(is_east_asian, words)):
        return _built([], words[:1], suffix, words[1:], shown)
    small = [place for place, word in enumerate(words[:-1]) if _is_small(word)]
    if not small or (small[0] == 0 and _is_small(words[-1])):
        return _built([], words[-1:], suffix, words[:-1], shown)
    start, end = small[0], small[-1] + 1
    return _built(words[start:end], words[end:], suffix, words[:start], shown)


def _inverted(
    last: list[str], suffix: list[str], first: list[str], shown: Callable[[str], str]
) -> Name:
    """Return the name whose words are "von Last", "Jr", "First"."""
    small = [place for place, word in enumerate(last[:-1], 1) if _is_small(word)]
    # BibTeX would take "García de" for a particle.
    count = small[-1] if small and _is_small(last[0]) else 0
    return _built(last[:count], last[count:], suffix, first, shown)


def _built(
    von: list[str],
    last: list[str],
    suffix: list[str],
    first: list[str],
    shown: Callable[[str], str],
) -> Name:
    count = len(first)
    while count > 1 and is_particle(first[count - 1]):
        count -= 1
    if first and _is_small(first[0]):
        count = len(first)
    return Name(
        family=shown(" ".join(last)),
        given=shown(" ".join(first[:count])) or None if first else None,
        dropping_particle=shown(" ".join(first[count:])) if count < len(first) else None,
        non_dropping_particle=shown(" ".join(von)) if von else None,
        suffix=shown(" ".join(suffix)) or None if suffix else None,
    )


def _too_many(
    text: str, parts: list[list[str]], shown: Callable[[str], str]
) -> tuple[tuple[Name, ...], str]:
    """Read "Berg, J., Lee, A." and "J. Berg, A. Lee, …" as names; else it is a literal one."""
    halves = list(zip(parts[::2], parts[1::2], strict=False))
    by_initials = all(last and _are_initials(" ".join(first)) for last, first in halves)
    if len(parts) % 2 == 0 and by_initials:
        return tuple(_inverted(last, [], first, shown) for last, first in halves), _BY_COMMAS
    if all(len(words) > 1 for words in parts):
        return tuple(_in_order(words, shown) for words in parts), _BY_COMMAS
    return (Name(literal=line_of(text)),), _MANY_COMMAS


def _are_initials(text: str) -> bool:
    return _INITIALS.fullmatch(text) is not None and text == text.upper()


def _is_generation(words: list[str]) -> bool:
    """Tell "Jr." and "III"; "MD" and "PhD" behind a comma may be initials."""
    return len(words) == 1 and words[0] in _GENERATIONS


def _is_small(word: str) -> bool:
    """Tell whether a word begins in lower case; one in braces has no case, but its accent may."""
    first = word[0]
    if first not in "{\\":
        return first.islower()
    return word.startswith(("{\\", "\\")) and line_of(word)[:1].islower()


def _is_one_group(word: str) -> bool:
    r"""Tell "{The Lamp Makers}" from "{\"U}ber" and "{A}{B}"."""
    if word[1:2] == "\\" or not word.endswith("}"):
        return False
    depth = 0
    for place, sign in enumerate(word):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return place == len(word) - 1
    return False


def _tokens(text: str) -> list[list[str]]:
    """Return the words of each part; what braces hold together is not cut."""
    parts: list[list[str]] = [[]]
    word: list[str] = []
    depth = 0
    for found in _TOKEN.finditer(text):
        piece = found.group()
        if depth == 0 and (piece in (",", "\\ ") or piece.strip(" ~\t\n") == ""):
            if word:
                parts[-1].append("".join(word))
                word = []
            if piece == ",":
                parts.append([])
            continue
        depth += (piece == "{") - (piece == "}")
        word.append(piece)
    if word:
        parts[-1].append("".join(word))
    return parts


def _by_part_names(text: str) -> tuple[tuple[Name, ...], str]:
    """Return the name whose parts BibLaTeX's extended form names."""
    said: dict[str, str] = {}
    unknown = ""
    for part in _outside_braces(_COMMA, text):
        key, _, value = part.strip().strip('"').partition("=")
        said[key.strip().lower()] = line_of(value.strip().strip('"'))
    parts = {key: said.pop(key, "") or None for key in ("family", "given", "prefix", "suffix")}
    is_dropping = said.pop("useprefix", "true").lower() == "false"
    # Initials can be made of the names; what else there is would be lost.
    if rest := [key for key in said if not key.endswith("-i") and key]:
        unknown = f"parts of a name that have no place: {', '.join(rest)}"
    if parts["family"] is None:
        return (Name(literal=parts["given"] or line_of(text)),), unknown
    return (
        Name(
            family=parts["family"],
            given=parts["given"],
            dropping_particle=parts["prefix"] if is_dropping else None,
            non_dropping_particle=None if is_dropping else parts["prefix"],
            suffix=parts["suffix"],
        ),
    ), unknown
