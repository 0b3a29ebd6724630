"""What a person said is no duplicate, by marks that outlast an edit of the entries."""

import hashlib
from collections.abc import Iterable

import msgspec

from refman.duplicates.work import Work
from refman.errors import InputError
from refman.model import Entry

__all__ = ["Remembered", "decode", "encode", "fingerprints"]

VERSION = 1
_MARK_LENGTH = 16


def fingerprints(entry: Entry) -> tuple[str, ...]:
    """Return the marks by which an entry is known again: identifiers, title with author and year.

    At least one; the last is that of all it says. They do not depend on its key, its place or its
    file.
    """
    work = Work(entry)
    marks = list(work.names)
    if work.title.key:
        marks.append(f"title:{work.title.key}|{work.people.first_key}|{work.year or ''}")
    content = hashlib.sha256(msgspec.json.encode(work.content)).hexdigest()
    return (*marks, f"content:{content[:_MARK_LENGTH]}")


class _Told(msgspec.Struct, frozen=True):
    """Hold the marks of two entries that are two works; sorted."""

    left: tuple[str, ...]
    right: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what is written."""

    version: int = VERSION
    apart: tuple[_Told, ...] = ()


class Remembered:
    """Hold the pairs that a person said are no duplicates."""

    def __init__(self, told: Iterable[_Told] = ()) -> None:
        self._told = list(dict.fromkeys(told))
        self._places: dict[str, set[int]] = {}
        for place, pair in enumerate(self._told):
            for mark in (*pair.left, *pair.right):
                self._places.setdefault(mark, set()).add(place)

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self._told)

    def is_apart(self, first: Entry, second: Entry) -> bool:
        """Tell whether a person said that two entries are two works; in either order."""
        return bool(self._told) and bool(self._of(first, second))

    def with_pair(self, first: Entry, second: Entry) -> "Remembered":
        """Return this and one pair more."""
        left, right = _own_marks(first, second)
        return Remembered([*self._told, _Told(*sorted((left, right)))])

    def without_pair(self, first: Entry, second: Entry) -> "Remembered":
        """Return this without what was said of two entries."""
        gone = self._of(first, second)
        return Remembered(pair for place, pair in enumerate(self._told) if place not in gone)

    def told(self) -> tuple[_Told, ...]:
        """Return the pairs in the order in which they were told."""
        return tuple(self._told)

    def _of(self, first: Entry, second: Entry) -> set[int]:
        marks, others = set(fingerprints(first)), set(fingerprints(second))
        near = set[int]().union(*(self._places.get(mark, set()) for mark in marks))
        return {
            place
            for place in near
            if _fits(self._told[place], marks, others) or _fits(self._told[place], others, marks)
        }


def _fits(pair: _Told, marks: set[str], others: set[str]) -> bool:
    return not marks.isdisjoint(pair.left) and not others.isdisjoint(pair.right)


def _own_marks(first: Entry, second: Entry) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return of two entries' marks those that tell them apart; where none does, all."""
    marks, others = fingerprints(first), fingerprints(second)
    own = tuple(mark for mark in marks if mark not in others)
    own_of_other = tuple(mark for mark in others if mark not in marks)
    return own or marks, own_of_other or others


def encode(remembered: Remembered) -> str:
    """Return the text of a file that holds it."""
    content = msgspec.json.encode(_File(apart=remembered.told()))
    return msgspec.json.format(content, indent=1).decode() + "\n"


def decode(content: bytes, *, source: str) -> Remembered:
    """Return what a file holds.

    Args:
        content: of the file.
        source: its name, for the message.

    Raises:
        InputError: it is damaged, or of a later refman.
    """
    try:
        file = msgspec.json.decode(content, type=_File)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise InputError(
            f"{source} is damaged: {error}; move it away to begin anew", source=source
        ) from error
    if file.version != VERSION:
        raise InputError(f"{source} was written by a later refman; install it", source=source)
    return Remembered(file.apart)
