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
"""How many names: people write more than one paper, and a library holds a few fields."""
_SHORT = 80
_CUT = re.compile(r",|(?<!\S)and(?!\S)", re.IGNORECASE)


def tex_names(names: tuple[Name, ...], text: Callable[[str], str]) -> str:
    """Return names joined by "and"; those that are empty are left out.

    Args:
        names: in their order.
        text: writes a text on one line.
    """
    return " and ".join(filter(None, (tex_name(name, text) for name in names)))


def tex_name(name: Name, text: Callable[[str], str]) -> str:
    """Return one name: ``van der Berg, Jan``, ``Okafor, III, Ngozi``, ``{The Lantern Team}``.

    A dropping particle ends the given name, as BibTeX has no place for it.
    """
    size = len(name.family or name.literal or "") + len(name.given or "")
    return _remembered_name(name, text) if size <= _SHORT else _name(name, text)


def _name(name: Name, text: Callable[[str], str]) -> str:
    family = name.family
    if family is None:
        return _braced(text(name.literal)) if name.literal else ""
    given = name.given or ""
    if name.dropping_particle is not None:
        given = f"{given} {name.dropping_particle}".lstrip()
    particle = name.non_dropping_particle
    if given:
        given = _whole(text(given))
        suffix = f", {_whole(text(name.suffix))}" if name.suffix else ""
        last = _family(family, text)
        return (
            f"{text(particle)} {last}{suffix}, {given}" if particle else f"{last}{suffix}, {given}"
        )
    # Without a comma the last word alone would be the family name.
    parts = " ".join(filter(None, (particle, family)))
    return _only(f"{parts}, {name.suffix}" if name.suffix else parts, text)


_remembered_name = functools.lru_cache(_REMEMBERED)(_name)


def _family(family: str, text: Callable[[str], str]) -> str:
    """Return a family name such that no word of it is taken for a particle."""
    if " " in family and any(word[:1].islower() for word in family.split()[:-1]):
        return _braced(text(family))
    return _whole(text(family))


def _only(family: str, text: Callable[[str], str]) -> str:
    return _braced(text(family)) if " " in family or family == "others" else _whole(text(family))


def _whole(latex: str) -> str:
    may_be_cut = "," in latex or "and" in latex.lower()
    return _braced(latex) if may_be_cut and _CUT.search(latex) else latex


def _braced(latex: str) -> str:
    return f"{{{latex}}}" if latex else ""
