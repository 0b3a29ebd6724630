"""What was given out of a library: which entries, to which file or program, when.

It is no part of the history, as giving out changes nothing. It goes with its entry and comes back
with it: an entry that was removed and is there again still stands in the file that it was given to.
"""

import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

import msgspec

from refman.library.rows import from_number, to_number
from refman.model import EntryId, Export

__all__ = [
    "EXPORT",
    "FILE",
    "IDS",
    "IDS_TO_FILES",
    "IDS_TO_ZOTERO",
    "IS_CHANGED",
    "IS_ONE",
    "MAYBE_CHANGED",
    "ZOTERO",
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

FILE, ZOTERO = "file:", "zotero:"
"""What the names of targets begin with."""

_MOST_FILES = 8
"""So many files of an entry are kept, the last ones.

Else a file of another name every day would let the library grow for ever.
"""

EXPORT = ("key", "version", "changed", "at")
"""The columns that an export has besides its entry's number and its target's.

Nobody asks for ``version``, see ``refman.library.schema``; but the history of libraries holds it.
"""

ExportRow = tuple[str, str | None, int | None, int | None, int, bytes | None]
"""An export as the history holds it: the target's name, these columns, and what was given."""

Row = tuple[int, str, int, str | None, bytes | None]
"""An export as it is asked for: entry, target's name, at, key, what was given."""

IDS = "SELECT id FROM exports"
"""Asks for the entries that were given out."""

_OF_KIND = "target IN (SELECT id FROM export_targets WHERE target GLOB '{}*')"
IDS_TO_FILES = f"{IDS} WHERE {_OF_KIND.format(FILE)}"
IDS_TO_ZOTERO = f"{IDS} WHERE {_OF_KIND.format(ZOTERO)}"
"""Ask for those that were given out to such a target."""

IS_ONE = "EXISTS (SELECT 1 FROM exports x WHERE x.id = e.id)"
"""Tells of ``entries e`` whether one was given out."""

_IN_ORDER = "ORDER BY x.at DESC, x.target DESC LIMIT 1"

IS_CHANGED = (
    "(SELECT x.changed IS NOT e.changed FROM exports x"  # noqa: S608 - our own words
    f" WHERE x.id = e.id {_IN_ORDER})"
)
"""Tells of ``entries e`` whether one is another than when it was last given out.

NULL where it never was. What was changed and undone since counts as never changed.
"""

MAYBE_CHANGED = (
    "SELECT x.id FROM exports x CROSS JOIN entries e ON e.id = x.id"
    " WHERE x.changed IS NOT e.changed"
)
"""Asks for those, and for those that are others than when they were given out somewhere before."""

_PUT = (
    "INSERT INTO exports (id, target, at, changed, key)"
    " SELECT e.id, ?2, ?3, iif(e.changed > ?3, 0, e.changed), {what} FROM {ids}"
    " CROSS JOIN entries e ON e.id = s.value WHERE TRUE"
    " ON CONFLICT (id, target) DO UPDATE SET at = excluded.at, changed = excluded.changed,"
    " key = excluded.key"
)
_NOTE = _PUT.format(what="?4", ids="(SELECT ?1 AS value) s")
# A fifth of the time for very many.
_NOTE_PLAIN = _PUT.format(what="NULL", ids="json_each(?1) s")
_KEEP_DATA = (
    "INSERT OR REPLACE INTO export_data (target, id, data)"
    " SELECT target, id, ?3 FROM exports WHERE id = ?1 AND target = ?2"
)
_DROP_DATA = "DELETE FROM export_data WHERE target = ? AND id IN (SELECT value FROM json_each(?))"
_HAS_DATA = "SELECT 1 FROM export_data WHERE target = ? LIMIT 1"
_OF_FILES = f"FROM exports x WHERE x.id = s.value AND +x.{_OF_KIND.format(FILE)}"
_DROP_OLD = (
    "DELETE FROM exports WHERE (id, target) IN (SELECT s.value,"  # noqa: S608 - our own words
    f" (SELECT x.target {_OF_FILES} ORDER BY x.at, x.target LIMIT 1) FROM json_each(?) s"
    f" WHERE (SELECT count(*) {_OF_FILES}) > {_MOST_FILES})"
)
_ROW = "x.id, t.target, x.at, x.key"
_TARGETS = "CROSS JOIN export_targets t ON t.id = x.target"
_DATA = "LEFT JOIN export_data d ON d.id = x.id AND d.target = x.target"


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
    assert number is not None  # by now
    plain: dict[datetime, list[EntryId]] = {}
    for one in exports:
        if one.key is None and one.data is None:
            plain.setdefault(one.at, []).append(one.id)
        else:
            _note_one(connection, one, number)
    for at, ids in plain.items():
        connection.execute(_NOTE_PLAIN, (_listed(ids), number, to_number(at)))
        if connection.execute(_HAS_DATA, (number,)).fetchone() is not None:
            connection.execute(_DROP_DATA, (number, _listed(ids)))
        (targets,) = connection.execute("SELECT count(*) FROM export_targets").fetchone()
        if targets > _MOST_FILES:
            connection.execute(_DROP_OLD, (_listed(ids),))


def _note_one(connection: sqlite3.Connection, one: Export, target: int) -> None:
    key = _sound(one.key) if one.key is not None else None
    connection.execute(_NOTE, (one.id, target, to_number(one.at), key))
    if one.data is not None:
        connection.execute(_KEEP_DATA, (one.id, target, zlib.compress(one.data, _LEVEL)))
    else:
        connection.execute(_DROP_DATA, (target, _listed([one.id])))


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
            f"SELECT {_ROW}, d.data FROM exports x {_TARGETS} {_DATA} WHERE x.target = ?",  # noqa: S608 - our own words
            (number,),
        )
    else:
        rows = connection.execute(
            f"SELECT {_ROW}, d.data FROM json_each(?) s CROSS JOIN exports x"  # noqa: S608 - our own words
            f" ON x.id = s.value AND x.target = ? {_TARGETS} {_DATA}",
            (_listed(ids), number),
        )
    return {EntryId(row[0]): export_of(row) for row in rows}


def last_exports(connection: sqlite3.Connection, ids: Collection[EntryId]) -> dict[EntryId, Export]:
    """Return when and where to entries were last given out, without what was given.

    Raises:
        OverflowError: it is damaged.
    """
    rows = connection.execute(
        f"SELECT {_ROW}, NULL FROM json_each(?) s CROSS JOIN exports x ON x.id = s.value"  # noqa: S608 - our own words
        f" AND x.target = (SELECT x.target FROM exports x WHERE x.id = s.value {_IN_ORDER})"
        f" {_TARGETS}",
        (_listed(ids),),
    )
    return {EntryId(row[0]): export_of(row) for row in rows}


def all_rows(connection: sqlite3.Connection) -> Iterator[Row]:
    """Yield all that there is, as the tables hold it."""
    yield from connection.execute(
        f"SELECT {_ROW}, d.data FROM exports x {_TARGETS} {_DATA}"  # noqa: S608 - our own names
    )


def export_of(row: Row) -> Export:
    """Return what a row says.

    Raises:
        zlib.error, OverflowError: it is damaged.
    """
    id_, target, at, key, data = row
    return Export(
        id=EntryId(id_),
        target=target,
        at=from_number(at),
        key=key,
        data=zlib.decompress(data) if data is not None else None,
    )


def changed_since(connection: sqlite3.Connection, ids: Collection[EntryId]) -> frozenset[EntryId]:
    """Return those of some entries that are others than when they were last given out."""
    rows = connection.execute(
        "SELECT e.id FROM json_each(?) s CROSS JOIN entries e ON e.id = s.value"  # noqa: S608 - our own words
        f" WHERE {IS_CHANGED}",
        (_listed(ids),),
    )
    return frozenset(EntryId(id_) for (id_,) in rows)


def not_noted(
    connection: sqlite3.Connection, target: str, ids: Collection[EntryId]
) -> list[EntryId]:
    """Return those of some entries that a target was not given as they are now, in their order."""
    rows = connection.execute(
        "SELECT e.id FROM json_each(?) s CROSS JOIN entries e ON e.id = s.value"
        " LEFT JOIN exports x ON x.id = e.id AND x.target = ?"
        " WHERE x.id IS NULL OR x.changed IS NOT e.changed ORDER BY s.key",
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
    if text.isascii():
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _listed(ids: Collection[EntryId]) -> str:
    return msgspec.json.encode(list(ids)).decode()
