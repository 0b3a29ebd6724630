"""Authors of two works compared: families, initials, order, particles, accents, "and others"."""

import functools
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from refman.duplicates.similarity import likeness
from refman.duplicates.tables import tables
from refman.model import Name
from refman.normalise import ascii_key, title_key

__all__ = ["Agreement", "People", "compare_people", "families_of", "may_agree", "people_of"]

MOST_PEOPLE = 60
"""Of longer lists the beginnings are compared: collaborations have thousands of members."""

_MOST = 0.75
_ENDS_OF_MORE = frozenset({"others", "al", "al.", "et al", "et al.", "..."})
_HYPHENS = str.maketrans(dict.fromkeys("-‐‑–.,", " "))
_HYPHENS_AND_QUOTES = str.maketrans(dict.fromkeys("-‐‑–.,'’ʼ`", " "))
_HALF = 0.5
_FEW = 0.3
_TYPED = 0.85
_LONG_FAMILY = 5
_DIGRAPHS = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


class Agreement(Enum):
    """Tell whether two values, or lists of them, may be those of one work."""

    AGREE = "agree"
    PARTLY = "agree in part"
    DISAGREE = "disagree"
    UNKNOWN = "are not known"


class _Person(NamedTuple):
    """Hold a name for comparing.

    Attributes:
        family: words of the family without particles; of a literal all words.
        given: words of the rest.
        is_whole: a literal: a body, or a name that was not taken apart.
        key: the family folded, so that "Müller", "Mueller" and "Muller" meet.
        words: all of them.
    """

    family: tuple[str, ...]
    given: tuple[str, ...]
    is_whole: bool
    key: str
    words: frozenset[str]


class People(NamedTuple):
    """Hold a list of authors for comparing.

    Attributes:
        persons: the first of them, bodies too.
        number: how many there are.
        has_more: the list says "and others".
    """

    persons: tuple[_Person, ...]
    number: int
    has_more: bool

    @property
    def first_key(self) -> str:
        """The first one's family, folded; empty where there is nobody."""
        return self.persons[0].key if self.persons else ""


def people_of(names: Sequence[Name]) -> People:
    """Return a list of names for comparing."""
    told = [person for name in names if (person := _person(name)) is not None]
    persons = tuple(person for person in told[:MOST_PEOPLE] if person.family)
    return People(persons, len(told), len(told) < len(names))


def families_of(names: Sequence[Name]) -> tuple[str, ...]:
    """Return the folded families of the first of a list of names: all that ``may_agree`` asks."""
    told = [person.key for name in names if (person := _person(name)) is not None]
    return tuple(key for key in told[:MOST_PEOPLE] if key)


def may_agree(families: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Tell, at little cost, whether two lists may agree: whether one's first is in the other.

    True where one is not known.
    """
    if not families or not others:
        return True
    if families[0] not in others and others[0] not in families:
        return False
    keys, other_keys = set(families), set(others)
    return len(keys & other_keys) >= min(len(keys), len(other_keys)) * _HALF


def compare_people(first: People, second: People) -> tuple[Agreement, str]:
    """Return whether two lists may be those of one work, and why; the same in either order."""
    if not first.persons or not second.persons:
        return Agreement.UNKNOWN, "authors are not known in both"
    if first.persons == second.persons:
        return Agreement.AGREE, "authors are equal"
    short, long = sorted(
        (first, second), key=lambda people: (people.number, [*map(_order, people.persons)])
    )
    matched = _matched(short.persons, long.persons)
    share = matched / len(short.persons)
    if not matched and _are_bodies(first) != _are_bodies(second):
        return Agreement.UNKNOWN, "persons in one, a body in the other"
    said = f"{matched} of {len(short.persons)} authors agree"
    if share < _FEW:
        return Agreement.DISAGREE, f"authors differ: {said}"
    if share < _MOST:
        return Agreement.PARTLY, said
    is_whole = matched == short.number == long.number  # whatever the order
    first_agrees = is_whole or any(_is_same(short.persons[0], other) for other in long.persons[:3])
    lacks_many = short.number * 2 < min(long.number, MOST_PEOPLE) and not short.has_more
    if not first_agrees or lacks_many:
        return Agreement.PARTLY, f"{said}, the other list has {long.number}"
    return Agreement.AGREE, f"authors agree: {matched} of {len(short.persons)}"


def _is_more(name: Name, others: frozenset[str]) -> bool:
    """Tell "and others", however it was read."""
    if name.literal is not None:
        return name.literal.casefold() in others
    if name.family in _ENDS_OF_MORE:
        return name.given is None or f"{name.given} {name.family}".casefold() in others
    return False


def _are_bodies(people: People) -> bool:
    return all(person.is_whole and len(person.family) > 1 for person in people.persons)


def _matched(short: Sequence[_Person], long: Sequence[_Person]) -> int:
    """Return how many of the shorter list have somebody of their own in the longer one."""
    free = list(long)
    matched = 0
    for person in short:
        place = next((at for at, other in enumerate(free) if _is_same(person, other)), None)
        if place is not None:
            matched += 1
            del free[place]
    return matched


@functools.lru_cache(maxsize=1 << 16)
def _person(name: Name) -> _Person | None:
    """Return a name for comparing; None where it says "and others"."""
    if _is_more(name, tables().others):
        return None
    if name.literal is not None:
        return _made(_words(name.literal), (), is_whole=True)
    given = _words(" ".join(filter(None, (name.given, name.dropping_particle))), initials=True)
    words = _words(" ".join(filter(None, (name.non_dropping_particle, name.family))))
    particles = tables().particles
    family = tuple(word for word in words if word not in particles) or words
    return _made(family, tuple(word for word in given if word not in particles), is_whole=False)


def _made(family: tuple[str, ...], given: tuple[str, ...], *, is_whole: bool) -> _Person:
    return _Person(family, given, is_whole, _folded(family), frozenset(family + given))


def _order(person: _Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return person.family, person.given


def _words(text: str, *, initials: bool = False) -> tuple[str, ...]:
    """Return the words of a name in ASCII where they have such a form; "J.R." is two."""
    text = text.translate(_HYPHENS_AND_QUOTES if initials else _HYPHENS)
    if initials:
        text = " ".join(" ".join(word) if _are_initials(word) else word for word in text.split())
    keys = (ascii_key(word) or title_key(word) for word in text.split())
    return tuple(key for key in keys if key)


def _are_initials(word: str) -> bool:
    most = 3
    return 1 < len(word) <= most and word.isupper() and word.isascii()


def _is_same(person: _Person, other: _Person) -> bool:
    if person.is_whole or other.is_whole:
        return _is_same_literal(person, other)
    if person.key == other.key or _is_part(person.family, other.family):
        return _may_be_given(person.given, other.given)
    if (
        person.given and other.given and person.words == other.words
    ):  # family and given name changed places
        return True
    return (
        min(len(person.key), len(other.key)) >= _LONG_FAMILY
        and bool(person.given and other.given)
        and likeness(person.key, other.key, least=_TYPED) > 0
        and _may_be_given(person.given, other.given)
    )


def _is_same_literal(person: _Person, other: _Person) -> bool:
    if person.words == other.words:
        return True
    whole, named = (person, other) if person.is_whole else (other, person)
    if named.is_whole or not named.words:
        return likeness("".join(person.family), "".join(other.family)) >= _TYPED
    rest = whole.words - set(named.family)
    return set(named.family) <= whole.words and _may_be_given(tuple(sorted(rest)), named.given)


def _is_part(family: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one family name stands for another: "García" for "García Márquez"."""
    if len(family) == len(other):
        return False
    short, long = (family, other) if len(family) < len(other) else (other, family)
    return short in (long[: len(short)], long[-len(short) :])


def _folded(family: tuple[str, ...]) -> str:
    """Return a family name so that "Müller", "Mueller" and "Muller" meet."""
    key = "".join(family)
    for digraph, letter in _DIGRAPHS:
        key = key.replace(digraph, letter)
    return key


def _may_be_given(given: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two given names may be one person's: "J. R." and "John", not "Ada" and "Bo"."""
    if not given or not other:
        return True
    if given[0] == other[0] or given[0] in other or other[0] in given:
        return True
    if len(given[0]) > 1 and len(other[0]) > 1:
        # Both are written out: a short form or a slip, but no other name.
        short, long = sorted((given[0], other[0]), key=len)
        joined = "".join(given) == "".join(other)
        return joined or long.startswith(short) or likeness(short, long) >= _TYPED
    return given[0][0] == other[0][0] or _initials_meet(given, other)


def _initials_meet(given: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether one goes by a later of the other's given names: "J. Robert" and "R."."""
    return given[0][0] in {word[0] for word in other[1:]} or other[0][0] in {
        word[0] for word in given[1:]
    }
