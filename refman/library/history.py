"""The steps that were done in a library, undone and redone: one line of them, whoever did them."""

import sqlite3
from datetime import datetime

import msgspec

from refman.library.rows import from_number, to_number

__all__ = ["Done", "begin_step", "end_step", "newest_done", "oldest_undone", "steps", "turn_step"]


_IS_UNDONE = "id > coalesce((SELECT id FROM history WHERE undone = 0 ORDER BY id DESC LIMIT 1), 0)"
"""Undone steps stand behind all others; to ask each whether it is one takes longer year by year."""


class Done(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a step of the history.

    Attributes:
        id: its number; later steps have greater ones.
        name: what was done, as a person reads it.
        at: when, in UTC.
        is_undone: it can be redone; only steps at the end are undone.
        count: of its changes.
    """

    id: int
    name: str
    at: datetime
    is_undone: bool
    count: int


def begin_step(connection: sqlite3.Connection, at: datetime) -> int:
    """Begin a new step, and forget what was undone; return its number."""
    connection.execute(f"DELETE FROM history WHERE {_IS_UNDONE}")  # noqa: S608 - our own words
    row = connection.execute(
        "INSERT INTO history (name, at, undone, count) VALUES ('', ?, 0, 0) RETURNING id",
        (to_number(at),),
    ).fetchone()
    return int(row[0])


def end_step(connection: sqlite3.Connection, step: int, name: str, count: int) -> None:
    """Write down a step's name, and how many changes it has."""
    name = name.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    connection.execute("UPDATE history SET name = ?, count = ? WHERE id = ?", (name, count, step))


def turn_step(connection: sqlite3.Connection, step: int, *, is_undone: bool) -> None:
    """Write down that a step was undone or redone."""
    connection.execute("UPDATE history SET undone = ? WHERE id = ?", (is_undone, step))


def newest_done(connection: sqlite3.Connection) -> Done | None:
    """Return the step that would be undone."""
    return _one(connection, "WHERE undone = 0 ORDER BY id DESC")


def oldest_undone(connection: sqlite3.Connection) -> Done | None:
    """Return the step that would be redone."""
    return _one(connection, f"WHERE {_IS_UNDONE} ORDER BY id")


def steps(connection: sqlite3.Connection, limit: int) -> list[Done]:
    """Return the newest steps, the newest first, those that are undone among them."""
    return _all(connection, "ORDER BY id DESC", limit)


def _one(connection: sqlite3.Connection, which: str) -> Done | None:
    return next(iter(_all(connection, which, 1)), None)


def _all(connection: sqlite3.Connection, which: str, limit: int) -> list[Done]:
    rows = connection.execute(
        f"SELECT id, name, at, undone, count FROM history {which} LIMIT ?",  # noqa: S608
        (limit,),
    )
    return [
        Done(id=id_, name=name, at=from_number(at), is_undone=bool(undone), count=count)
        for id_, name, at, undone, count in rows
    ]
