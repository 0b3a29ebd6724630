"""Tags and collections that begin as a word does, for who types one."""

import sqlite3

from refman.library.texts import fold

__all__ = ["collections_begun", "tags_begun"]

_LAST_SIGN = chr(0x10FFFF)
_MOST_ROWS = 5_000
"""So many uses are looked at, that a common beginning takes no longer than a rare one."""


def tags_begun(connection: sqlite3.Connection, word: str, limit: int = 20) -> list[str]:
    """Return tags that begin as a word does, whatever its case, the most used first."""
    return _begun(connection, "SELECT tag AS name, fold FROM tags", word, limit)


def collections_begun(connection: sqlite3.Connection, word: str, limit: int = 20) -> list[str]:
    """Return paths of collections that hold entries and begin as a word does, likewise."""
    return _begun(connection, "SELECT path AS name, fold FROM collections", word, limit)


def _begun(connection: sqlite3.Connection, select: str, word: str, limit: int) -> list[str]:
    start = fold(word)
    rows = connection.execute(
        f"SELECT min(name) FROM ({select} WHERE fold >= ? AND fold < ?"  # noqa: S608 - our own words
        f" LIMIT {_MOST_ROWS})"
        " GROUP BY fold ORDER BY count(*) DESC, fold LIMIT ?",
        (start, f"{start}{_LAST_SIGN}", limit),
    )
    return [name for (name,) in rows]
