"""The derived tables made anew from the records."""

import sqlite3
from collections.abc import Iterator

from refman.library.derived import DERIVED_RULES, clear_derived
from refman.library.records import whole
from refman.library.rows import COLUMNS, columns_of, decode_entry, facts_of
from refman.library.writing import Writer
from refman.model import Entry, EntryId
from refman.progress import SILENT, Progress

__all__ = ["is_up_to_date", "rebuild", "renew"]

_BATCH = 500
_SET = ", ".join(f"{name} = ?" for name in COLUMNS)
_SET_FACTS = "UPDATE entries SET facts = ?1 WHERE id = ?2 AND facts != ?1"


def is_up_to_date(connection: sqlite3.Connection) -> bool:
    """Tell whether the derived tables were made by the rules that this refman has."""
    return not _rules_changed(connection)


def renew(connection: sqlite3.Connection, progress: Progress = SILENT) -> None:
    """Make anew what was derived by other rules, inside a transaction of the caller's.

    Raises:
        msgspec.MsgspecError: a record is damaged.
    """
    changed = _rules_changed(connection)
    if changed == {"facts"}:
        for id_, entry in _entries(connection, progress):
            connection.execute(_SET_FACTS, (facts_of(entry), id_))
        _keep_rules(connection)
    elif changed:
        rebuild(connection, progress)


def rebuild(connection: sqlite3.Connection, progress: Progress = SILENT) -> None:
    """Make all derived rows and columns anew, inside a transaction of the caller's.

    Raises:
        msgspec.MsgspecError: a record is damaged.
    """
    clear_derived(connection)
    writer = Writer(connection)
    for id_, entry in _entries(connection, progress):
        connection.execute(
            f"UPDATE entries SET {_SET} WHERE id = ?",  # noqa: S608 - our own names
            (*columns_of(entry), id_),
        )
        writer.derive(id_, entry)
    writer.merge(progress)
    writer.flush()
    _keep_rules(connection)


def _entries(connection: sqlite3.Connection, progress: Progress) -> Iterator[tuple[EntryId, Entry]]:
    """Yield all entries; they may be written meanwhile.

    Raises:
        msgspec.MsgspecError: a record is damaged.
    """
    (total,) = connection.execute("SELECT count(*) FROM records").fetchone()
    last = done = 0
    while rows := connection.execute(
        "SELECT id, record, later FROM records JOIN entries USING (id)"
        " WHERE id > ? ORDER BY id LIMIT ?",
        (last, _BATCH),
    ).fetchall():
        for id_, record, later in rows:
            yield EntryId(id_), decode_entry(whole(record, later))
        last = rows[-1][0]
        done += len(rows)
        progress.report(done, total)


def _rules_changed(connection: sqlite3.Connection) -> set[str]:
    """Return the names of those rules that this refman has and the derived tables have not."""
    told = dict(connection.execute("SELECT name, value FROM meta"))
    return {name for name, rule in DERIVED_RULES.items() if told.get(name) != rule}


def _keep_rules(connection: sqlite3.Connection) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", DERIVED_RULES.items()
    )
