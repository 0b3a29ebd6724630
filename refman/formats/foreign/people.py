"""Names of people as programs write them: in parts, inverted, shortened, several on a line.

Source: RIS Format Specifications (2001), "AU"; EndNote's manual, "Author names"; NLM,
"MEDLINE/PubMed Data Element Descriptions", "Author" and "Full Author"; citeproc-js, "Names".
"""

import functools
import re
from collections.abc import Iterable, Mapping
from typing import cast

import msgspec

from refman.model import Name
from refman.normalise import clean_text, fold_blanks, looks_like_names, parse_name
from refman.resources import read_table

__all__ = [
    "initials_last",
    "inverted_name",
    "is_suffix",
    "listed_names",
    "medline_name",
    "name_of",
    "names_on",
]

_WORDS = "words.toml"
_COMMA = re.compile(r"\s?,\s?")
_PLAIN = re.compile(r"([A-Z][A-Za-z'-]+), ?([A-Z][a-z]*\.?(?:[ -][A-Z][a-z]*\.?)*)")
_INITIALS = re.compile(r"(?:[^\W\d_a-z]\.?[ -]?){1,4}")
_SEMICOLON = re.compile(r"\s?[;；]\s?")
_AND = re.compile(r"\s(?:and|&)\s")
_SHORT = re.compile(r"(\S.*?) ([^\W\d_a-z]{1,4})(?: (Jr|Sr|[2-5](?:nd|rd|th)|I{2,3}|IV))?")
_RANK = re.compile(r"Jr\.?|Sr\.?|[2-5](?:nd|rd|th)|I{2,3}|IV")
_PAIR, _LONGEST = 2, 20_000
_SURE = 0.3


def name_of(
    family: str, given: str = "", *, suffix: str = "", particle: str = "", dropping: str = ""
) -> Name | None:
    """Return a name of its parts; None where there are none. Without family it is literal.

    Where no particle stands apart, words in small letters that lead the family name or end the
    given one are particles, and a known suffix behind the given name's comma is one.

    Source: citeproc-js, "Names", on particles that are written with their names.
    """
    family, given, suffix, particle, dropping = map(
        _clean, (family, given, suffix, particle, dropping)
    )
    if not family:
        return Name(literal=given) if given else None
    rest, _, last = given.rpartition(",")
    if not suffix and rest.strip() and is_suffix(last):
        given, suffix = rest.strip(), last.strip()
    if not particle:
        particle, family = _leading(family)
    if not dropping:
        given, dropping = _trailing(given)
    return Name(
        family=family,
        given=given or None,
        suffix=suffix or None,
        non_dropping_particle=particle or None,
        dropping_particle=dropping or None,
    )


def inverted_name(text: str, *, commas: bool = False, doubts: bool = False) -> Name | None:
    """Return the name that stands as "Berg, Jan" or "Berg, Jan, Jr."; None where nothing does.

    A comma at the end makes it a body's name ("Lamp Board,"), and so does the form of a firm behind
    one ("Wick, Inc."). One without a comma is in its natural order, or a body's.

    Args:
        text: as written.
        commas: others of its list have a comma, so that one without is a body's.
        doubts: the field holds bodies as often, so that one without a comma has to look like a
            person's.
    """
    # Most are of this form, and soon read.
    if (plain := _PLAIN.fullmatch(text)) and plain[2].casefold() not in _endings():
        return Name(family=plain[1], given=plain[2])
    name = _clean(text).lstrip(" ,;")
    if not name:
        return None
    head, comma, rest = name.partition(",")
    if not comma:
        is_body = commas or (doubts and not looks_like_names(name))
        return Name(literal=name) if is_body else parse_name(name)
    parts = [part for part in _COMMA.split(rest.strip()) if part]
    if not parts or rest.endswith(",") or parts[-1].casefold() in _words("body_endings"):
        return Name(literal=name.rstrip(" ,"))
    if len(parts) == 1 and is_suffix(parts[0]):  # "Okafor, III"
        return name_of(head, suffix=parts[0])
    if len(parts) > 1 and is_suffix(parts[0]):  # "Berg, Jr., Jan"
        return name_of(head, ", ".join(parts[1:]), suffix=parts[0])
    return name_of(head, ", ".join(parts))


def listed_names(texts: Iterable[str]) -> tuple[Name, ...]:
    """Return the names of a list of inverted ones, empty ones left out."""
    written = list(texts)
    commas = any("," in text for text in written)
    names = (inverted_name(text, commas=commas) for text in written)
    return tuple(name for name in names if name is not None)


def is_suffix(text: str) -> bool:
    """Tell whether a text is a suffix of names: "Jr.", "III"."""
    words = text.casefold().split()
    return bool(words) and _words("suffixes").issuperset(words)


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
            return [name for side in sides for name in _pairs(side.strip(" ,"))]
        return _pairs(text)
    if len(sides) > 1 and "," not in text and all(map(_is_whole, sides)):
        return sides
    return [text] if text else []


def initials_last(written: str) -> Name:
    """Return a name as MEDLINE shortens it, "Smith JA Jr", with full stops at its initials."""
    name = _clean(written) or fold_blanks(written)
    found = _SHORT.fullmatch(name)
    if found is None:
        return Name(literal=name)
    particle, family = _leading(found[1])
    return Name(
        family=family,
        given=" ".join(f"{letter}." for letter in found[2]),
        non_dropping_particle=particle or None,
        suffix=found[3],
    )


def medline_name(written: str) -> Name:
    """Return a name that MEDLINE writes in full, "Smith, Jan A Jr", with full stops at initials."""
    name = inverted_name(written, commas=True) or Name(literal=written)
    if name.given is None:
        return name
    words = name.given.split()
    suffix = words.pop() if len(words) > 1 and _RANK.fullmatch(words[-1]) else name.suffix
    dotted = (f"{word}." if len(word) == 1 and word.isupper() else word for word in words)
    return msgspec.structs.replace(name, given=" ".join(dotted), suffix=suffix)


def _clean(text: str) -> str:
    return fold_blanks(clean_text(text))


def _pairs(text: str) -> list[str]:
    """Part "Lee, A., Berg, B."; any other text is one name."""
    parts = [part for part in _COMMA.split(text) if part]
    if len(parts) <= _PAIR or len(parts) % _PAIR or not all(
        map(_INITIALS.fullmatch, parts[1::_PAIR])
    ):  # fmt: skip
        return [text]
    return [", ".join(parts[at : at + _PAIR]) for at in range(0, len(parts), _PAIR)]


def _is_whole(side: str) -> bool:
    return len(side.split()) > 1 and looks_like_names(side) > _SURE


def _leading(family: str) -> tuple[str, str]:
    """Part "van der Berg" into particle and name."""
    words = family.split()
    count = 0
    while count < len(words) - 1 and words[count].islower():
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])


def _trailing(given: str) -> tuple[str, str]:
    """Part "Wilhelm von" into name and particle; only what is known as a particle is one."""
    words = given.split()
    count = len(words)
    while count > 1 and words[count - 1] in _words("particles"):
        count -= 1
    return " ".join(words[:count]), " ".join(words[count:])


@functools.cache
def _endings() -> frozenset[str]:
    return _words("suffixes") | _words("body_endings")


@functools.cache
def _words(name: str) -> frozenset[str]:
    table = cast("Mapping[str, list[str]]", read_table(_WORDS)["names"])
    return frozenset(table[name])
