"""People and bodies as BibTeX's names.

BibTeX cuts a name by commas, blanks, the word "and", and words that begin in lower case; braces
keep what must not be cut.

Source: "Tame the BeaST" (Markey 2009), chapter 4; "BibTeXing" (Patashnik 1988), 4.
"""

import functools
import itertools
import re
from collections.abc import Callable

from refman.formats.tex_memory import Memory
from refman.model import Name

__all__ = ["tex_name", "tex_names"]

_WRITERS = 8
"""How many functions that write parts of names are known at once; there are three."""
_ANDS = frozenset(map("".join, itertools.product("aA", "nN", "dD")))
_CUT = re.compile(r",|(?<!\S)and(?!\S)", re.IGNORECASE)


def tex_names(names: tuple[Name, ...], text: Callable[[str], str]) -> str:
    """Return names joined by "and"; those that are empty are left out.

    Args:
        names: in their order.
        text: writes a text on one line; always the same function, for what it wrote is remembered.
    """
    parts = _parts(text)
    written: list[str] = []
    for name in names:
        family, given = name.family, name.given
        # Nearly all names are this, and a library has more of them than of anything else.
        if (
            family
            and given
            and name.dropping_particle is None
            and name.non_dropping_particle is None
            and name.suffix is None
            and family.isalpha()
            and family not in _ANDS
        ):
            written.append(f"{family if family.isascii() else parts[family]}, {parts[given]}")
        elif latex := tex_name(name, text):
            written.append(latex)
    return " and ".join(written)


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
        last = f"{last}, {_parts(text)[suffix]}"
    return f"{last}, {_parts(text)[given]}"


def _family(family: str, text: Callable[[str], str]) -> str:
    """Return a family name such that no word of it is taken for a particle."""
    if " " in family and any(word[:1].islower() for word in family.split()[:-1]):
        return _braced(text(family))
    return _parts(text)[family]


@functools.lru_cache(_WRITERS)
def _parts(text: Callable[[str], str]) -> Memory[str, str]:
    """Return what gives a part of a name such that nothing in it cuts the name."""
    return Memory(lambda part: _whole(text(part)))


def _only(family: str, text: Callable[[str], str]) -> str:
    is_more = " " in family or family == "others"
    return _braced(text(family)) if is_more else _parts(text)[family]


def _whole(latex: str) -> str:
    may_be_cut = "," in latex or "and" in latex.lower()
    return _braced(latex) if may_be_cut and _CUT.search(latex) else latex


def _braced(latex: str) -> str:
    return f"{{{latex}}}" if latex else ""
