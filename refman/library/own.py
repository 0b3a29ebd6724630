"""What a library says of its own, apart from what can be made anew of it.

A copy of that is a library too, whose derived tables are made when it is opened for writing.
"""

import re
import sqlite3
from pathlib import Path

from refman.library.derived import DERIVED
from refman.progress import SILENT, Progress

__all__ = ["copy_own", "own_tables"]

_INDEXES_OF_TEXTS = ("words", "grams")
_ABOUT_TABLES = "meta"
_COPY = "own_copy"
_MADE = re.compile(r"(CREATE (?:UNIQUE |VIRTUAL )?(?:TABLE|INDEX) )")


def own_tables(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables that are not derived, in the order in which they were made.

    So a table comes behind those that its rows refer to. The library may be of any version.
    """
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    return [name for (name,) in names if not _is_hidden(name) and not _is_derived(name)]


def copy_own(connection: sqlite3.Connection, to: Path, progress: Progress = SILENT) -> None:
    """Write what a library says of its own to a file that is empty.

    Nothing but this one file is made; where writing fails it is of no use.

    Args:
        connection: made by ``connect``, outside a transaction, with the right to write.
        to: the file.
        progress: how many tables are copied.

    Raises:
        sqlite3.Error: it cannot be read or written.
    """
    # As an address, which says every name that a file may have.
    connection.execute(f"ATTACH ? AS {_COPY}", (to.absolute().as_uri(),))
    try:
        connection.execute(f"PRAGMA {_COPY}.synchronous = FULL")
        connection.execute(f"PRAGMA {_COPY}.journal_mode = OFF")
        connection.execute("BEGIN")
        _copy(connection, progress)
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute(f"DETACH {_COPY}")


def _copy(connection: sqlite3.Connection, progress: Progress) -> None:
    made = connection.execute(
        "SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    ).fetchall()
    for kind, name, sql in made:
        if kind == "table" and not _is_hidden(name):
            connection.execute(_in_copy(sql))
    names = own_tables(connection)
    for done, name in enumerate(names):
        progress.report(done, len(names))
        connection.execute(f"INSERT INTO {_COPY}.{name} SELECT * FROM main.{name}")  # noqa: S608
    for kind, _, sql in made:
        if kind == "index":  # filled at once, when all rows are there
            connection.execute(_in_copy(sql))
    # What stands there by itself by now is the greatest number that is there, not that ever was.
    there = {name for _, name, _ in made}
    for name in there & {"sqlite_sequence", *(f"{index}_config" for index in _INDEXES_OF_TEXTS)}:
        connection.execute(f"DELETE FROM {_COPY}.{name}")  # noqa: S608 - our own names
        connection.execute(f"INSERT INTO {_COPY}.{name} SELECT * FROM main.{name}")  # noqa: S608
    for header in ("application_id", "user_version"):
        (value,) = connection.execute(f"PRAGMA main.{header}").fetchone()
        connection.execute(f"PRAGMA {_COPY}.{header} = {value}")
    progress.report(len(names), len(names))


def _in_copy(statement: str) -> str:
    return _MADE.sub(rf"\1{_COPY}.", statement, count=1)


def _is_hidden(name: str) -> bool:
    """Tell whether SQLite makes a table by itself, together with another."""
    return name.startswith(("sqlite_", *(f"{index}_" for index in _INDEXES_OF_TEXTS)))


def _is_derived(name: str) -> bool:
    return name in (*DERIVED, *_INDEXES_OF_TEXTS, _ABOUT_TABLES)
