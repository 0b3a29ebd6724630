"""What the last search for duplicates found, kept until the next one.

It is no part of the history, as finding changes nothing; it goes with its entries, and comes back
with them. What a person has settled since does not count, and counts again when that is undone:
entries that lie in the bin, and pairs that were said to be different works or kept as versions.
"""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime

import msgspec

from refman.library.rows import from_number, to_number
from refman.model import EntryId, KeptKind

__all__ = ["IDS", "IS_ONE", "among", "found_at", "keep", "note"]

_WHAT = "duplicates"
_INSERT = "INSERT OR IGNORE INTO duplicates (id, work) SELECT id, ? FROM entries WHERE id = ?"

# The pairs that a person settled, as refman.library.versions names them. What is said of two works
# has their numbers in its name too, see refman.tidying.duplicates. None of them may be NULL.
_SETTLED = (
    "SELECT coalesce(CASE WHEN json_valid(name) THEN"  # noqa: S608 - our own words
    " json_extract(name, '$.ids[0]') || ' ' || json_extract(name, '$.ids[1]') END, '') FROM kept"
    f" WHERE kind = '{KeptKind.NOT_DUPLICATES.value}' AND name LIKE '%\"ids\":[%'"
    f" UNION ALL SELECT name FROM kept WHERE kind = '{KeptKind.VERSION.value}'"
)
_HAS_OTHER = (
    "EXISTS (SELECT 1 FROM duplicates o CROSS JOIN entries oe ON oe.id = o.id"  # noqa: S608 - our own words
    " WHERE o.work = d.work AND o.id <> d.id AND oe.binned IS NULL"
    f" AND min(o.id, d.id) || ' ' || max(o.id, d.id) NOT IN ({_SETTLED}))"
)

IS_ONE = (
    "+e.binned IS NULL AND"  # noqa: S608 - our own words
    f" EXISTS (SELECT 1 FROM duplicates d WHERE d.id = e.id AND {_HAS_OTHER})"
)
"""Tells of ``entries e`` whether another entry is, or may be, the same work."""

IDS = "SELECT id FROM duplicates"
"""Asks for those entries, and for those of which that is settled."""


def keep(connection: sqlite3.Connection, groups: Iterable[Iterable[EntryId]], at: datetime) -> None:
    """Keep what a search through the whole library found, in place of what is kept.

    Args:
        connection: inside a transaction.
        groups: of entries that are, or may be, one work; none stands in two. Those that are not
            there any more are left out.
        at: when.
    """
    first = _new_number(connection, at)
    connection.execute("DELETE FROM duplicates")
    connection.executemany(
        _INSERT, ((work, id_) for work, group in enumerate(groups, first) for id_ in group)
    )
    connection.execute("DELETE FROM looked_through WHERE what = ?", (_WHAT,))
    connection.execute(
        "INSERT INTO looked_through (what, at) VALUES (?, ?)", (_WHAT, to_number(at))
    )


def note(
    connection: sqlite3.Connection, groups: Iterable[Collection[EntryId]], at: datetime
) -> None:
    """Keep more groups beside those that are kept; those that have an entry in common are one."""
    for group in groups:
        known = connection.execute(
            "SELECT DISTINCT work FROM duplicates WHERE id IN (SELECT value FROM json_each(?))",
            (_listed(group),),
        ).fetchall()
        if known:
            (work,), *others = sorted(known)
        else:
            work, others = _new_number(connection, at), []
        connection.executemany(
            "UPDATE duplicates SET work = ? WHERE work = ?", [(work, other) for (other,) in others]
        )
        connection.executemany(_INSERT, [(work, id_) for id_ in group])


def among(connection: sqlite3.Connection, ids: Collection[EntryId]) -> frozenset[EntryId]:
    """Return those of some entries that are, or may be, the same work as another one."""
    rows = connection.execute(
        "SELECT e.id FROM json_each(?) s CROSS JOIN entries e ON e.id = s.value"  # noqa: S608
        f" WHERE {IS_ONE}",
        (_listed(ids),),
    )
    return frozenset(EntryId(id_) for (id_,) in rows)


def found_at(connection: sqlite3.Connection) -> datetime | None:
    """Return when the whole library was last searched for duplicates; None where it never was."""
    row = connection.execute("SELECT at FROM looked_through WHERE what = ?", (_WHAT,)).fetchone()
    return from_number(row[0]) if row is not None else None


def _new_number(connection: sqlite3.Connection, at: datetime) -> int:
    """Return a number that no work has or had: an entry may come back with one of long ago."""
    (last,) = connection.execute("SELECT max(work) FROM duplicates").fetchone()
    return max(to_number(at), (last or 0) + 1)


def _listed(ids: Collection[EntryId]) -> str:
    return msgspec.json.encode(list(ids)).decode()
