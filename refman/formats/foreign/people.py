"""Names of people in the parts that programs keep apart."""

import functools
from collections.abc import Iterable
from typing import cast

from refman.model import Name
from refman.normalise import clean_text, fold_blanks, parse_name
from refman.resources import read_table

__all__ = ["inverted_name", "listed_names", "name_of"]

_WORDS = "words.toml"


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
    if not suffix and rest.strip() and _is_suffix(last):
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


def inverted_name(text: str, *, commas: bool = False) -> Name | None:
    """Return the name that stands as "Berg, Jan" or "Berg, Jan, Jr."; None where nothing does.

    A comma at the end makes it a body's name: "Lamp Board,".

    Args:
        text: as written.
        commas: others of its list have a comma, so that one without is a body's.

    Source: EndNote's manual, "Author names"; RIS Format Specifications (2001), "AU".
    """
    text = _clean(text).lstrip(" ,;")
    family, comma, rest = text.partition(",")
    if not text:
        return None
    if not comma:
        return Name(literal=text) if commas else parse_name(text)
    if rest.endswith(",") or not rest:
        return Name(literal=text.rstrip(" ,"))
    first, comma, second = rest.partition(",")
    if comma and second.strip() and _is_suffix(first):  # "Berg, Jr., Jan"
        return name_of(family, second, suffix=first)
    return name_of(family, rest)


def listed_names(texts: Iterable[str]) -> tuple[Name, ...]:
    """Return the names of a list of inverted ones, empty ones left out."""
    written = list(texts)
    commas = any("," in text for text in written)
    names = (inverted_name(text, commas=commas) for text in written)
    return tuple(name for name in names if name is not None)


def _clean(text: str) -> str:
    return fold_blanks(clean_text(text))


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
def _words(name: str) -> frozenset[str]:
    return frozenset(cast("list[str]", read_table(_WORDS)["names"][name]))


def _is_suffix(text: str) -> bool:
    words = text.casefold().split()
    return bool(words) and _words("suffixes").issuperset(words)
