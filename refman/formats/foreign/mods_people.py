"""Names in MODS: parts, roles, and what libraries put behind a name.

Source: MODS User Guidelines, "name"; MARC Code List for Relators.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from refman.formats.crosswalk import rows
from refman.formats.foreign.gathered import clean_line
from refman.formats.foreign.people import inverted_name, is_suffix, name_of
from refman.formats.foreign.unread import Unread, children, text_of
from refman.model import Name

__all__ = ["Person", "people_of", "roles_of"]

_BODIES = ("corporate", "conference", "family")
_BETWEEN_PARTS = ": "
_LIFE = re.compile(
    r",\s?(?:(?:b\.|d\.|ca\.|fl\.|born|active)\s?)?\d{3,4}\??(?:\s?[-\u2013]\s?(?:(?:ca\.\s?)?\d{3,4}\??)?)?\.?\Z"
)
_LONGEST = 400
_ENDS = " ,;"


class Person(NamedTuple):
    """Hold a name and its roles.

    Attributes:
        name: in its parts.
        kind: "personal", "corporate", "conference", "family" or empty.
        roles: in small letters, codes and words.
    """

    name: Name
    kind: str
    roles: tuple[str, ...]

    def fields(self) -> tuple[str, ...]:
        """Return the fields that its roles stand for, each once; a role without one is left out."""
        table = rows("read_mods_roles")
        found = (table[role]["field"] for role in self.roles if role in table)
        return tuple(dict.fromkeys(found))


def people_of(elements: Iterable[Element], unread: Unread) -> Iterator[Person]:
    """Yield the people of elements ``name``.

    All of a name is read with this but years of life, and forms of address that are no suffix.
    """
    for each in elements:
        kind = (each.get("type") or "").strip().casefold()
        parts = children(each, "namePart")
        parts = parts or children(each, "displayForm")
        name = _body(parts, unread) if kind in _BODIES else _person(parts, unread)
        if name is not None:
            roles = roles_of(each)
            for term in _terms(each):
                if _role(term) in roles:
                    unread.take(term)
            yield Person(name, kind, roles)


def roles_of(element: Element) -> tuple[str, ...]:
    """Return a name's roles in small letters; of one role's terms those that are known, if any."""
    known = rows("read_mods_roles")
    found: dict[str, None] = {}
    for role in children(element, "role"):
        terms = children(role, "roleTerm") or [role]
        texts = [text for term in terms if (text := _role(term))]
        found.update(dict.fromkeys([text for text in texts if text in known] or texts))
    return tuple(found)


def _role(term: Element) -> str:
    return text_of(term).casefold().rstrip(" .:")


def _terms(element: Element) -> list[Element]:
    return [
        term for role in children(element, "role") for term in children(role, "roleTerm") or [role]
    ]


def _body(parts: list[Element], unread: Unread) -> Name | None:
    """Return a body's name: "United States: Congress: Senate"."""
    texts = [unread.take(part) for part in parts if part.get("type") != "date"]
    literal = _BETWEEN_PARTS.join(filter(None, map(clean_line, texts))).rstrip(_ENDS)
    return Name(literal=literal) if literal else None


def _person(parts: list[Element], unread: Unread) -> Name | None:
    typed: dict[str, list[Element]] = {}
    for part in parts:
        typed.setdefault((part.get("type") or "").strip(), []).append(part)
    family = _joined(typed.get("family", ()), unread)
    given = _joined(typed.get("given", ()), unread)
    suffix = ""
    for part in typed.get("termsOfAddress", ()):
        if not suffix and is_suffix(clean_line(part.text or "").strip(_ENDS)):
            suffix = clean_line(unread.take(part)).strip(_ENDS)
    if family or given:
        return name_of(family, given, suffix=suffix)
    untyped = typed.get("", [])
    if not untyped:
        return None
    heading = clean_line(text_of(untyped[0]))
    bare = _without_life(heading)
    if bare == heading.rstrip(_ENDS):
        unread.take(untyped[0])  # what is cut off is kept with the whole
    name = inverted_name(bare)
    if name is None or not suffix or name.family is None:
        return name
    return name_of(
        name.family, name.given or "", suffix=suffix, particle=name.non_dropping_particle or "",
        dropping=name.dropping_particle or "",
    )  # fmt: skip


def _joined(parts: Iterable[Element], unread: Unread) -> str:
    texts = (clean_line(unread.take(part)).strip(_ENDS) for part in parts)
    return " ".join(filter(None, texts))


def _without_life(text: str) -> str:
    """Return a heading without the years that tell people of one name apart."""
    if len(text) > _LONGEST:
        return text
    return _LIFE.sub("", text).rstrip(_ENDS)
