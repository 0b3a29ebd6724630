"""Names as reference files write them: "Berg, Jan, Jr", "Smith JA", several on a line."""

import functools
import re
from collections.abc import Mapping
from typing import cast

import msgspec

from refman.model import Name
from refman.normalise import clean_text, fold_blanks, looks_like_names, parse_name
from refman.resources import read_table

__all__ = ["initials_last", "medline_name", "name_of", "names_on"]

_COMMA = re.compile(r"\s?,\s?")
_PLAIN = re.compile(r"([A-Z][A-Za-z'-]+), ?([A-Z][a-z]*\.?(?:[ -][A-Z][a-z]*\.?)*)")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}")
_SEMICOLON = re.compile(r"\s?[;；]\s?")
_AND = re.compile(r"\s(?:and|&)\s")
_SHORT = re.compile(r"(\S.*?) ([^\W\d_a-z]{1,4})(?: (Jr|Sr|[2-5](?:nd|rd|th)|I{2,3}|IV))?")
_RANK = re.compile(r"Jr\.?|Sr\.?|[2-5](?:nd|rd|th)|I{2,3}|IV")
_PAIR, _LONGEST = 2, 20_000
_SURE = 0.3


def names_on(line: str) -> list[str]:
    """Return the names that a line holds; nearly always it is one.

    "Lee, A.; Berg, B.", "Lee, A. and Berg, B." and "Lee, A., Berg, B." are two; "Salt and Pepper,
    Sam" is one.
    """
    text = fold_blanks(line)
    if len(text) > _LONGEST:
        return [text]
    if _SEMICOLON.search(text):
        return [part for part in _SEMICOLON.split(text) if part]
    sides = _AND.split(text)
    if text.count(",") > 1:
        if len(sides) > 1 and all("," in side.strip(" ,") for side in sides):
            return [name for side in sides for name in _inverted(side.strip(" ,"))]
        return _inverted(text)
    if len(sides) > 1 and "," not in text and all(map(_is_whole, sides)):
        return sides
    return [text] if text else []


def name_of(written: str, *, commas: bool) -> Name:
    """Return a name in its parts.

    The family stands before the first comma, a suffix behind the second; a particle that ends the
    given name is one that is dropped in sorting ("Humboldt, Wilhelm von"). A name that ends in a
    comma is a body's, and so is one without a comma where others have one.

    Args:
        written: one name, not blank.
        commas: names of this record are written with a comma.

    Source: RIS Format Specifications (2001), "AU"; EndNote's manual, "Author names".
    """
    # Most are of this form, and soon read.
    if (plain := _PLAIN.fullmatch(written)) and plain[2].casefold() not in _endings():
        return Name(family=plain[1], given=plain[2])
    name = fold_blanks(clean_text(written)) or fold_blanks(written)
    head, comma, rest = name.partition(",")
    if not comma:
        return Name(literal=name) if commas or not looks_like_names(name) else parse_name(name)
    parts = [part for part in _COMMA.split(rest.strip()) if part]
    if not parts or not head.strip() or parts[-1].casefold() in _words("body_endings"):
        return Name(literal=name.strip(" ,") or name)
    suffix = None
    if _is_suffix(parts[-1]):
        suffix = parts.pop()
    elif len(parts) > 1 and _is_suffix(parts[0]):
        suffix = parts.pop(0)
    particle, family = _particle_first(head.split())
    given, dropped = _particle_last(", ".join(parts).split())
    return Name(
        family=family,
        given=given,
        non_dropping_particle=particle,
        dropping_particle=dropped,
        suffix=suffix,
    )


def initials_last(written: str) -> Name:
    """Return a name as MEDLINE shortens it, "Smith JA Jr", with full stops at its initials.

    Source: NLM, "MEDLINE/PubMed Data Element Descriptions", "Author".
    """
    name = fold_blanks(clean_text(written)) or fold_blanks(written)
    found = _SHORT.fullmatch(name)
    if found is None:
        return Name(literal=name)
    particle, family = _particle_first(found[1].split())
    return Name(
        family=family,
        given=" ".join(f"{letter}." for letter in found[2]),
        non_dropping_particle=particle,
        suffix=found[3],
    )


def medline_name(written: str) -> Name:
    """Return a name that MEDLINE writes in full, "Smith, Jan A Jr", with full stops at initials.

    Source: NLM, "MEDLINE/PubMed Data Element Descriptions", "Full Author".
    """
    name = name_of(written, commas=True)
    if name.given is None:
        return name
    words = name.given.split()
    suffix = words.pop() if len(words) > 1 and _RANK.fullmatch(words[-1]) else name.suffix
    dotted = (f"{word}." if len(word) == 1 and word.isupper() else word for word in words)
    return msgspec.structs.replace(name, given=" ".join(dotted), suffix=suffix)


def _inverted(text: str) -> list[str]:
    """Part "Lee, A., Berg, B."; any other text is one name."""
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) <= _PAIR or len(parts) % _PAIR or not all(
        map(_INITIALS.fullmatch, parts[1::_PAIR])
    ):  # fmt: skip
        return [text]
    return [", ".join(parts[at : at + _PAIR]) for at in range(0, len(parts), _PAIR)]


def _is_whole(side: str) -> bool:
    return len(side.split()) > 1 and looks_like_names(side) > _SURE


def _particle_first(words: list[str]) -> tuple[str | None, str]:
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count]) or None, " ".join(words[count:])


def _particle_last(words: list[str]) -> tuple[str | None, str | None]:
    count = len(words)
    while count > 1 and words[count - 1] in _words("particles"):
        count -= 1
    return " ".join(words[:count]) or None, " ".join(words[count:]) or None


@functools.cache
def _endings() -> frozenset[str]:
    return _words("suffixes") | _words("body_endings")


def _is_suffix(text: str) -> bool:
    return _words("suffixes").issuperset(text.casefold().split())


@functools.cache
def _words(name: str) -> frozenset[str]:
    table = cast("Mapping[str, list[str]]", read_table("words.toml")["names"])
    return frozenset(table[name])
