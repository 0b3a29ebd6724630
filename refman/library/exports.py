"""What was given out of a library: which entries, to which file or program, when.

It is no part of the history, as giving out changes nothing. It goes with its entry and comes back
with it: an entry that was removed and is there again still stands in the file that it was given to.
"""

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator

import msgspec

from refman.library.rows import from_number, to_number
from refman.model import EntryId, Export

__all__ = [
    "EXPORT",
    "FILE",
    "IDS",
    "IS_CHANGED",
    "IS_ONE",
    "MAYBE_CHANGED",
    "ExportRow",
    "Row",
    "all_rows",
    "changed_since",
    "export_of",
    "exports_to",
    "forget",
    "last_exports",
    "not_noted",
    "note",
]

_LEVEL = 1

FILE = "file:"
"""Stands before the path of a file in the name of a target."""

_MOST_FILES = 8
"""So many files of an entry are kept, the last ones.

Else a file of another name every day would let the library grow for ever.
"""

EXPORT = ("target", "at", "changed", "key", "version", "data")
"""The columns that an export has besides its own number and its entry's."""

ExportRow = tuple[str, int, int | None, str | None, int | None, bytes | None]
"""Their types, with the target's name in place of its number."""

IDS = "SELECT id FROM exports"
"""Asks for the entries that were given out."""

IS_ONE = "EXISTS (SELECT 1 FROM exports x WHERE x.id = e.id)"
"""Tells of ``entries e`` whether one was given out."""

_LAST = "SELECT l.number FROM exports l WHERE l.id = {} ORDER BY l.at DESC, l.number DESC LIMIT 1"

IS_CHANGED = (
    "(SELECT x.changed IS NOT e.changed FROM exports x"  # noqa: S608 - our own words
    f" WHERE x.number = ({_LAST.format('e.id')}))"
)
"""Tells of ``entries e`` whether one is another than when it was last given out.

NULL where it never was. What was changed and undone since counts as never changed.
"""

MAYBE_CHANGED = (
    "SELECT x.id FROM exports x CROSS JOIN entries e ON e.id = x.id"
    " WHERE x.changed IS NOT e.changed"
)
"""Asks for those, and for those that are others than when they were given out somewhere before."""

_NOTE = (
    "INSERT INTO exports (id, target, at, changed, key, version, data)"
    " SELECT e.id, ?2, ?3, iif(e.changed > ?3, 0, e.changed), ?4, ?5, ?6 FROM entries e"
    " WHERE e.id = ?1"
    " ON CONFLICT (id, target) DO UPDATE SET at = excluded.at, changed = excluded.changed,"
    " key = excluded.key, version = excluded.version, data = excluded.data"
)
_DROP_OLD = (
    "DELETE FROM exports WHERE number IN (SELECT number FROM (SELECT x.number, row_number()"  # noqa: S608
    " OVER (PARTITION BY x.id ORDER BY x.at DESC, x.number DESC) AS place"
    " FROM exports x JOIN export_targets t ON t.id = x.target"
    f" WHERE x.id IN (SELECT value FROM json_each(?)) AND t.target GLOB '{FILE}*')"
    f" WHERE place > {_MOST_FILES})"
)

Row = tuple[int, str, int, str | None, int | None, bytes | None]
"""An export as it is asked for: entry, target's name, at, key, version, data."""

_ROW = "x.id, t.target, x.at, x.key, x.version, x.data"
_TARGETS = "CROSS JOIN export_targets t ON t.id = x.target"


def note(connection: sqlite3.Connection, target: str, exports: Iterable[Export]) -> None:
    """Keep that entries were given out, in place of what was kept of them and this target.

    Those that are not there any more are left out.

    Args:
        connection: inside a transaction.
        target: where all of them were given to, whatever they say themselves.
        exports: ``at`` is when the entry was read: what was changed later is changed since.
    """
    connection.execute(
        "INSERT OR IGNORE INTO export_targets (target) VALUES (?)", (_sound(target),)
    )
    number = _number_of(connection, target)
    noted: list[EntryId] = []
    connection.executemany(_NOTE, (_values(one, number, noted) for one in exports))
    (targets,) = connection.execute("SELECT count(*) FROM export_targets").fetchone()
    if targets > _MOST_FILES:
        connection.execute(_DROP_OLD, (_listed(noted),))


def forget(connection: sqlite3.Connection, target: str, ids: Iterable[EntryId]) -> None:
    """Forget that some entries were given out to a target."""
    number = _number_of(connection, target)
    connection.executemany(
        "DELETE FROM exports WHERE id = ? AND target = ?", ((id_, number) for id_ in ids)
    )


def exports_to(
    connection: sqlite3.Connection, target: str, ids: Collection[EntryId] | None = None
) -> dict[EntryId, Export]:
    """Return what was given out to a target, by entry.

    Args:
        connection: to the library.
        target: its name.
        ids: of the entries that are asked for; None for all.

    Raises:
        zlib.error, OverflowError: it is damaged.
    """
    number = _number_of(connection, target)
    if ids is None:
        rows = connection.execute(
            f"SELECT {_ROW} FROM exports x {_TARGETS} WHERE x.target = ?",  # noqa: S608
            (number,),
        )
    else:
        rows = connection.execute(
            f"SELECT {_ROW} FROM json_each(?) s CROSS JOIN exports x"  # noqa: S608 - our own names
            f" ON x.id = s.value AND x.target = ? {_TARGETS}",
            (_listed(ids), number),
        )
    return {EntryId(row[0]): export_of(row) for row in rows}


def last_exports(connection: sqlite3.Connection, ids: Collection[EntryId]) -> dict[EntryId, Export]:
    """Return when and where to entries were last given out, without what was given.

    Raises:
        OverflowError: it is damaged.
    """
    rows = connection.execute(
        f"SELECT {_ROW.replace('x.data', 'NULL')} FROM json_each(?) s"  # noqa: S608
        f" CROSS JOIN exports x ON x.number = ({_LAST.format('s.value')}) {_TARGETS}",
        (_listed(ids),),
    )
    return {EntryId(row[0]): export_of(row) for row in rows}


def all_rows(connection: sqlite3.Connection) -> Iterator[tuple[int, Row]]:
    """Yield all that there is, with its own number, as the tables hold it."""
    rows = connection.execute(f"SELECT x.number, {_ROW} FROM exports x {_TARGETS}")  # noqa: S608
    for number, *row in rows:
        yield number, tuple(row)


def export_of(row: Row) -> Export:
    """Return what a row says.

    Raises:
        zlib.error, OverflowError: it is damaged.
    """
    id_, target, at, key, version, data = row
    return Export(
        id=EntryId(id_),
        target=target,
        at=from_number(at),
        key=key,
        version=version,
        data=zlib.decompress(data) if data is not None else None,
    )


def changed_since(connection: sqlite3.Connection, ids: Collection[EntryId]) -> frozenset[EntryId]:
    """Return those of some entries that are others than when they were last given out."""
    rows = connection.execute(
        "SELECT e.id FROM json_each(?) s CROSS JOIN entries e ON e.id = s.value"  # noqa: S608
        f" WHERE {IS_CHANGED}",
        (_listed(ids),),
    )
    return frozenset(EntryId(id_) for (id_,) in rows)


def _values(one: Export, target: int | None, noted: list[EntryId]) -> tuple[object, ...]:
    """Return what stands for the question marks of ``_NOTE``, and say whose it is."""
    noted.append(one.id)
    return (
        one.id,
        target,
        to_number(one.at),
        _sound(one.key) if one.key is not None else None,
        one.version,
        zlib.compress(one.data, _LEVEL) if one.data is not None else None,
    )


def not_noted(
    connection: sqlite3.Connection, target: str, ids: Collection[EntryId]
) -> list[EntryId]:
    """Return those of some entries that a target was not given as they are now, in their order."""
    rows = connection.execute(
        "SELECT e.id FROM json_each(?) s CROSS JOIN entries e ON e.id = s.value"
        " LEFT JOIN exports x ON x.id = e.id AND x.target = ?"
        " WHERE x.number IS NULL OR x.changed IS NOT e.changed ORDER BY s.key",
        (_listed(ids), _number_of(connection, target)),
    )
    return [EntryId(id_) for (id_,) in rows]


def _number_of(connection: sqlite3.Connection, target: str) -> int | None:
    row = connection.execute(
        "SELECT id FROM export_targets WHERE target = ?", (_sound(target),)
    ).fetchone()
    return int(row[0]) if row is not None else None


def _sound(text: str) -> str:
    """Return a text as it can be kept: the name of a file may hold bytes that are none."""
    return (
        text
        if text.isascii()
        else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def _listed(ids: Collection[EntryId]) -> str:
    return msgspec.json.encode(list(ids)).decode()
