"""Entries that a person keeps as versions of one work: a preprint, its publication, a talk.

A pair of them is kept by both numbers, the lower one first ("12 40"); the value is the number of
the one that is the preprint of the other, or empty. Every two versions of a work are such a pair.
Numbers are never given twice: a pair of which an entry is gone says nothing, and one of which an
entry lies in the bin says nothing as long as it lies there.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import msgspec

from refman.model import EntryId, KeptKind

if TYPE_CHECKING:
    from refman.library.reader import Reader

__all__ = ["IDS", "Pair", "pair_name", "pair_of", "version_pairs"]

Pair = tuple[EntryId, EntryId]
"""The numbers of two versions, the lower one first."""

_KIND = KeptKind.VERSION.value
_LOWER = "CAST(k.name AS INTEGER)"  # reads as far as there are figures
_HIGHER = "CAST(substr(k.name, instr(k.name, ' ') + 1) AS INTEGER)"
_LONGEST = 18


def _having(one: str, other: str) -> str:
    return (
        f"SELECT {one} AS id FROM kept k CROSS JOIN entries o ON o.id = {other}"  # noqa: S608
        f" WHERE k.kind = '{_KIND}' AND o.binned IS NULL"
    )


IDS = f"{_having(_LOWER, _HIGHER)} UNION ALL {_having(_HIGHER, _LOWER)}"
"""Asks for the entries that have another version outside the bin; one may come more than once."""


def pair_name(one: EntryId, other: EntryId) -> str:
    """Return the name by which it is kept that two entries are versions of one work."""
    return f"{min(one, other)} {max(one, other)}"


def pair_of(name: str) -> Pair | None:
    """Return whose pair is kept by a name; None where it is no such name."""
    one, _, other = name.partition(" ")
    if not (_is_number(one) and _is_number(other)) or int(one) >= int(other):
        return None
    return EntryId(int(one)), EntryId(int(other))


def version_pairs(
    library: "Reader", touching: Iterable[EntryId] | None = None
) -> Mapping[Pair, str]:
    """Return the pairs that are kept with their values, also those with entries in the bin.

    Args:
        library: they are kept in.
        touching: only pairs with one of these; None for all.
    """
    with library.reading() as connection:
        rows = _rows(connection, touching)
    found = ((pair_of(name), value) for name, value in rows)
    return {pair: value for pair, value in found if pair is not None}


def _rows(
    connection: sqlite3.Connection, touching: Iterable[EntryId] | None
) -> list[tuple[str, str]]:
    all_of_them = "SELECT name, value FROM kept k WHERE kind = ?"
    if touching is None:
        return connection.execute(all_of_them, (_KIND,)).fetchall()
    ids = msgspec.json.encode(list(touching)).decode()
    wanted = "IN (SELECT value FROM json_each(?))"
    return connection.execute(
        f"{all_of_them} AND ({_LOWER} {wanted} OR {_HIGHER} {wanted})", (_KIND, ids, ids)
    ).fetchall()


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) <= _LONGEST
