"""People and bodies as BibTeX's names.

BibTeX cuts a name by commas, blanks, the word "and", and words that begin in lower case; braces
keep what must not be cut.

Source: "Tame the BeaST" (Markey 2009), chapter 4; "BibTeXing" (Patashnik 1988), 4.
"""

import functools
import re
from collections.abc import Callable

from refman.model import Name

__all__ = ["tex_name", "tex_names"]

_REMEMBERED = 16_384
"""How many parts of names: people write more than one paper, and share their given names."""
_SHORT = 80
_CUT = re.compile(r",|(?<!\S)and(?!\S)", re.IGNORECASE)


def tex_names(names: tuple[Name, ...], text: Callable[[str], str]) -> str:
    """Return names joined by "and"; those that are empty are left out.

    Args:
        names: in their order.
        text: writes a text on one line; always the same function, for what it wrote is remembered.
    """
    return " and ".join(filter(None, [tex_name(name, text) for name in names]))


def tex_name(name: Name, text: Callable[[str], str]) -> str:
    """Return one name: ``van der Berg, Jan``, ``Okafor, III, Ngozi``, ``{The Lantern Team}``.

    A dropping particle ends the given name, as BibTeX has no place for it.
    """
    family, given = name.family, name.given
    if family is None:
        return _braced(text(name.literal)) if name.literal else ""
    if name.dropping_particle is not None:
        given = f"{given or ''} {name.dropping_particle}".lstrip()
    particle, suffix = name.non_dropping_particle, name.suffix
    if not given:
        # Without a comma the last word alone would be the family name.
        parts = " ".join(filter(None, (particle, family)))
        return _only(f"{parts}, {suffix}" if suffix else parts, text)
    last = _family(family, text)
    if particle:
        last = f"{text(particle)} {last}"
    if suffix:
        last = f"{last}, {_part(suffix, text)}"
    return f"{last}, {_part(given, text)}"


def _family(family: str, text: Callable[[str], str]) -> str:
    """Return a family name such that no word of it is taken for a particle."""
    if family.isascii() and family.isalpha() and family.lower() != "and":
        return family  # as most are
    if " " in family and any(word[:1].islower() for word in family.split()[:-1]):
        return _braced(text(family))
    return _part(family, text)


def _part(part: str, text: Callable[[str], str]) -> str:
    """Return a part of a name such that nothing in it cuts the name."""
    return _remembered_part(part, text) if len(part) <= _SHORT else _whole(text(part))


@functools.lru_cache(_REMEMBERED)
def _remembered_part(part: str, text: Callable[[str], str]) -> str:
    return _whole(text(part))


def _only(family: str, text: Callable[[str], str]) -> str:
    return _braced(text(family)) if " " in family or family == "others" else _part(family, text)


def _whole(latex: str) -> str:
    may_be_cut = "," in latex or "and" in latex.lower()
    return _braced(latex) if may_be_cut and _CUT.search(latex) else latex


def _braced(latex: str) -> str:
    return f"{{{latex}}}" if latex else ""
