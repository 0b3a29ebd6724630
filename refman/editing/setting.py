"""``field=value`` read and put into entries; whose value it then is."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import Enum
from typing import Any

import msgspec

from refman.editing.fault import ValueFault, check_text
from refman.editing.fields import Field, field_named
from refman.errors import EditError
from refman.model import Arxiv, Entry, Provenance
from refman.model.provenance import USER
from refman.outcomes import keys_of, with_key

__all__ = [
    "OWN_TO_A_LIBRARY",
    "Assignment",
    "How",
    "assigned",
    "assignment",
    "keys_of",
    "read_assignment",
    "with_key",
]

_ASSIGNMENT = re.compile(
    r"(?P<field>[A-Za-z][\w.-]*?|[Ee][Xx][Tt][Rr][Aa]\.[^=]+?)(?P<how>\+=|-=|=)(?P<text>.*)",
    re.DOTALL,
)
_LONGEST = 1_000_000
_SHOWN = 40
_NEVER_EMPTY = frozenset({"type", "status", "citekey"})
OWN_TO_A_LIBRARY = frozenset({"citekey", "status", "collections"})
"""What says nothing about the paper, so that nobody else can say it."""


class How(Enum):
    """Name what is done with a value."""

    SET = "="
    ADD = "+="
    TAKE_OUT = "-="


class Assignment(msgspec.Struct, frozen=True):
    """Hold what is to be done to a field.

    Attributes:
        field: which.
        how: what.
        value: read; None or an empty tuple where the field is to be emptied.
    """

    field: Field
    how: How
    value: Any


def read_assignment(word: str) -> Assignment | None:
    """Return what ``field=value``, ``field+=value`` or ``field-=value`` asks for.

    None where a word is nothing of the kind. ``field=`` empties.

    Raises:
        EditError: there is no such field, or the value has not its form.
    """
    found = _ASSIGNMENT.fullmatch(word)
    if found is None:
        return None
    return assignment(found["field"], How(found["how"]), found["text"])


def assignment(name: str, how: How, text: str) -> Assignment:
    """Return what is to be done to a field of a name with a value as text; a blank one empties.

    Raises:
        EditError: there is no such field, or the value has not its form.
    """
    field = field_named(name)
    if how is not How.SET and not field.is_list:
        raise EditError(f"{name} holds one value: write {name}=…", field=name)
    if len(text) > _LONGEST:
        raise EditError(f"{name}: a value has at most {_LONGEST:,} characters", field=name)
    if not text.strip():
        return Assignment(field, how, _emptied(field, how, name))
    try:
        check_text(text)
        return Assignment(field, how, field.kind.read(text))
    except ValueFault as fault:
        shown = " ".join(text.split())
        shown = shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
        message = f"{name}{how.value}{shown}: {fault}"
        raise EditError(message, field=name, why=str(fault)) from None


def _emptied(field: Field, how: How, name: str) -> tuple[()] | None:
    if how is not How.SET:
        raise EditError(f"{name}{how.value} needs a value", field=name)
    if field.name in _NEVER_EMPTY:
        raise EditError(f"{name} cannot be empty; every entry has one", field=name)
    return () if field.is_list else None


def assigned(entry: Entry, assignments: Iterable[Assignment], *, now: datetime) -> Entry:
    """Return an entry to which this was done.

    What was set is the user's own by its provenance, so that no look-up changes it any more; also
    where the value is what it was. What was added to a list says nothing of the others in it.

    Args:
        entry: as it is.
        assignments: in the order in which they are done.
        now: when.
    """
    for wanted in assignments:
        entry = _assigned(entry, wanted, now)
    return entry


def _assigned(entry: Entry, wanted: Assignment, now: datetime) -> Entry:
    field = wanted.field
    old = field.of(entry)
    if field.name == "citekey":
        return with_key(entry, wanted.value)
    value = _listed(field, wanted, old) if field.is_list else _with_class(old, wanted.value)
    is_own = wanted.how is not How.ADD and (value != old or wanted.how is How.SET)
    entry = field.put(entry, value) if value != old else entry
    if not is_own or field.name in OWN_TO_A_LIBRARY or _is_users(entry, field):
        return entry
    provenance = {**entry.provenance, field.name: Provenance(USER, at=now)}
    return msgspec.structs.replace(entry, provenance=provenance)


def _is_users(entry: Entry, field: Field) -> bool:
    found = entry.provenance.get(field.name)
    return found is not None and found.source == USER


def _with_class(old: Any, value: Any) -> Any:
    """Return a value; an arXiv number that stays has its class on, which nobody types."""
    if not (isinstance(old, Arxiv) and isinstance(value, Arxiv) and old.id == value.id):
        return value
    return msgspec.structs.replace(value, primary_class=value.primary_class or old.primary_class)


def _listed(field: Field, wanted: Assignment, old: Sequence[Any]) -> tuple[Any, ...]:
    key = field.kind.key
    assert key is not None  # a list
    keys = {key(item) for item in wanted.value}
    if wanted.how is How.TAKE_OUT:
        if field.holds == "notes":
            return tuple(note for note in old if not _begins(key(note), keys))
        return tuple(item for item in old if key(item) not in keys)
    # What is there stays as it is: a link has its sentence, a name its parts.
    there = {key(item): item for item in old}
    if wanted.how is How.SET:
        return tuple(there.get(key(item), item) for item in wanted.value)
    new = {key(item): item for item in wanted.value if key(item) not in there}
    return (*old, *new.values())


def _begins(note: object, beginnings: Iterable[object]) -> bool:
    return any(str(note).startswith(str(beginning)) for beginning in beginnings)
