"""The derived tables made anew from the records."""

import sqlite3

from refman.library.derived import DERIVED_RULES, clear_derived
from refman.library.records import whole
from refman.library.rows import COLUMNS, columns_of, decode_entry
from refman.library.writing import Writer
from refman.model import EntryId
from refman.progress import SILENT, Progress

__all__ = ["is_up_to_date", "rebuild"]

_BATCH = 500
_SET = ", ".join(f"{name} = ?" for name in COLUMNS)


def is_up_to_date(connection: sqlite3.Connection) -> bool:
    """Tell whether the derived tables were made by the rules that this refman has."""
    row = connection.execute("SELECT value FROM meta WHERE name = 'rules'").fetchone()
    return row is not None and row[0] == DERIVED_RULES


def rebuild(connection: sqlite3.Connection, progress: Progress = SILENT) -> None:
    """Make all derived rows and columns anew, inside a transaction of the caller's.

    Raises:
        msgspec.MsgspecError: a record is damaged.
    """
    clear_derived(connection)
    (total,) = connection.execute("SELECT count(*) FROM records").fetchone()
    writer = Writer(connection)
    last = done = 0
    while rows := connection.execute(
        "SELECT id, record, later FROM records JOIN entries USING (id)"
        " WHERE id > ? ORDER BY id LIMIT ?",
        (last, _BATCH),
    ).fetchall():
        for id_, record, later in rows:
            entry = decode_entry(whole(record, later))
            connection.execute(
                f"UPDATE entries SET {_SET} WHERE id = ?",  # noqa: S608 - our own names
                (*columns_of(entry), id_),
            )
            writer.derive(EntryId(id_), entry)
        last = rows[-1][0]
        done += len(rows)
        progress.report(done, total)
    writer.merge(progress)
    writer.flush()
    connection.execute(
        "INSERT OR REPLACE INTO meta (name, value) VALUES ('rules', ?)", (DERIVED_RULES,)
    )
