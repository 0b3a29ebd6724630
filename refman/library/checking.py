"""A library looked through: is every page sound, does every table fit the others."""

import sqlite3
import zlib
from collections.abc import Callable, Iterator

from refman.library.derived import DERIVED, derived_of
from refman.library.exports import all_rows, export_of
from refman.library.faults import UNREADABLE, is_unopened
from refman.library.proposals import get_proposals
from refman.library.records import whole
from refman.library.rows import COLUMNS, columns_of, decode_entry
from refman.library.turns import turns_of
from refman.model import EntryId
from refman.progress import SILENT, Progress

__all__ = ["faults_of"]

_BATCH = 500
_MOST = 20
"""So many faults of one kind are told."""

_LONE = {
    "entries without a record": "SELECT id FROM entries WHERE id NOT IN (SELECT id FROM records)",
    "records without an entry": "SELECT id FROM records WHERE id NOT IN (SELECT id FROM entries)",
    "entries of a listing that is not there": "SELECT id FROM entries WHERE listing IS NOT NULL"
    " AND listing NOT IN (SELECT id FROM listings)",
    "steps without their changes": "SELECT id FROM history WHERE id NOT IN"
    " (SELECT history FROM history_parts)",
    "proposals without an entry": "SELECT id FROM proposals WHERE id NOT IN"
    " (SELECT id FROM entries)",
    "duplicates without an entry": "SELECT id FROM duplicates WHERE id NOT IN"
    " (SELECT id FROM entries)",
    "exports without an entry": "SELECT id FROM exports WHERE id NOT IN (SELECT id FROM entries)",
    "exports without a target": "SELECT id FROM exports WHERE target NOT IN"
    " (SELECT id FROM export_targets)",
    "data without an export": "SELECT id FROM export_data WHERE (id, target) NOT IN"
    " (SELECT id, target FROM exports)",
    **{
        f"rows of {table} without an entry": f"SELECT DISTINCT id FROM {table} WHERE id NOT IN"  # noqa: S608 - our own names
        " (SELECT id FROM entries)"
        for table in DERIVED
    },
    **{
        f"entries that {table} does not have": "SELECT id FROM entries WHERE id NOT IN"  # noqa: S608
        f" (SELECT id FROM {table}_docsize)"
        for table in ("words", "grams")
    },
}


def faults_of(connection: sqlite3.Connection, progress: Progress = SILENT) -> Iterator[str]:
    """Yield what is wrong with a library, a line each; nothing where it is sound.

    To look through the indexes of texts, the library has to be open for writing, inside a
    transaction; nothing is written.
    """
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _indexes(connection),
        lambda: _lone(connection),
        lambda: _entries(connection, progress),
        lambda: _listings(connection),
        lambda: _proposals(connection),
        lambda: _exports(connection),
        lambda: _history(connection),
        # Last: behind a page that is no page, SQLite lets nothing else of a transaction be read.
        lambda: _pages(connection),
    )
    for check in checks:
        try:
            yield from check()
        except (sqlite3.DatabaseError, *UNREADABLE) as error:
            yield f"a table cannot be read: {error}"


def _pages(connection: sqlite3.Connection) -> Iterator[str]:
    for (fault,) in connection.execute(f"PRAGMA integrity_check({_MOST})"):
        if fault != "ok":
            yield fault.replace("\n", " ").removeprefix("*** in database main *** ")


def _lone(connection: sqlite3.Connection) -> Iterator[str]:
    for what, query in _LONE.items():
        ids = [str(id_) for (id_,) in connection.execute(f"{query} LIMIT {_MOST}")]
        if ids:
            yield f"{what}: {', '.join(ids)}"


def _entries(connection: sqlite3.Connection, progress: Progress) -> Iterator[str]:
    (total,) = connection.execute("SELECT count(*) FROM records").fetchone()
    last = done = told = 0
    query = (
        f"SELECT id, record, later, {', '.join(COLUMNS)} FROM records JOIN entries USING (id)"  # noqa: S608
        " WHERE id > ? ORDER BY id LIMIT ?"
    )
    while rows := connection.execute(query, (last, _BATCH)).fetchall():
        for id_, record, later, *columns in rows:
            fault = _fault_of(connection, EntryId(id_), whole(record, later), tuple(columns))
            if fault is not None and told < _MOST:
                yield f"entry {id_}: {fault}"
                told += 1
        last = rows[-1][0]
        done += len(rows)
        progress.report(done, total)


def _fault_of(
    connection: sqlite3.Connection, id_: EntryId, record: bytes, columns: tuple[object, ...]
) -> str | None:
    try:
        entry = decode_entry(record)
    except UNREADABLE as error:
        return f"its record cannot be read: {error}"
    if columns != columns_of(entry):
        return "its columns are not those of its record"
    for table, rows in zip(DERIVED, derived_of(id_, entry), strict=True):
        if table == "marks":  # sorted by mark: only asked whether all are there
            query = "SELECT 1 FROM marks WHERE id = ? AND mark = ?"
            is_same = all(connection.execute(query, row).fetchone() for row in rows)
        else:
            there = connection.execute(f"SELECT * FROM {table} WHERE id = ?", (id_,))  # noqa: S608
            is_same = sorted(there) == sorted(rows)
        if not is_same:
            return f"its rows in {table} are not those of its record"
    return None


def _listings(connection: sqlite3.Connection) -> Iterator[str]:
    for id_, text in connection.execute("SELECT id, text FROM listings WHERE text IS NOT NULL"):
        try:
            zlib.decompress(text)
        except UNREADABLE as error:
            yield f"the text of listing {id_} cannot be read: {error}"


def _proposals(connection: sqlite3.Connection) -> Iterator[str]:
    for (id_,) in connection.execute("SELECT id FROM proposals"):
        try:
            list(get_proposals(connection, [EntryId(id_)]))
        except UNREADABLE as error:
            yield f"what was found for entry {id_} cannot be read: {error}"


def _exports(connection: sqlite3.Connection) -> Iterator[str]:
    for row in all_rows(connection):
        try:
            export_of(row)
        except UNREADABLE as error:
            yield f"where entry {row[0]} was given out to cannot be read: {error}"


def _history(connection: sqlite3.Connection) -> Iterator[str]:
    for step, part in connection.execute("SELECT history, part FROM history_parts ORDER BY id"):
        try:
            turns_of(part)
        except UNREADABLE as error:
            yield f"step {step} of the history cannot be read: {error}"


def _indexes(connection: sqlite3.Connection) -> Iterator[str]:
    for table in ("words", "grams"):
        try:
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608
        except sqlite3.DatabaseError as error:
            if not is_unopened(error):  # it asks for the right to write
                yield f"the index {table} is damaged: {error}"
