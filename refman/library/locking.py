"""Waiting for the turn to write: one program writes at a time."""

import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from refman.errors import LockedLibraryError
from refman.library.faults import is_locked
from refman.progress import SILENT, Progress

__all__ = ["BUSY_MS", "Patience", "begin", "in_turn"]

BUSY_MS = 5_000
"""How long SQLite itself waits, where nobody waits with more patience."""

_STEP_MS = 100
_PAUSE_S = 0.01


class Patience(NamedTuple):
    """Say how a turn is waited for.

    Attributes:
        seconds: how long.
        waiting: told once, with a line for people, when it has to be waited for.
        progress: asked whether to go on waiting.
    """

    seconds: float = 60.0
    waiting: Callable[[str], None] | None = None
    progress: Progress = SILENT


def begin(connection: sqlite3.Connection, path: Path, patience: Patience) -> None:
    """Begin a transaction that writes; wait while another program does.

    Raises:
        LockedLibraryError, Cancelled: see ``in_turn``.
    """
    in_turn("BEGIN IMMEDIATE", connection, path, patience)


def in_turn(statement: str, connection: sqlite3.Connection, path: Path, patience: Patience) -> None:
    """Do what only one program can do at a time; wait while another writes.

    Raises:
        LockedLibraryError: it has been writing for longer than our patience.
        Cancelled: by the progress.
    """
    until = time.monotonic() + patience.seconds
    is_told = False
    connection.execute(f"PRAGMA busy_timeout = {min(_STEP_MS, int(patience.seconds * 1000))}")
    try:
        while True:
            try:
                connection.execute(statement)
            except sqlite3.OperationalError as error:
                if not is_locked(error):
                    raise
            else:
                return
            if time.monotonic() >= until:
                raise LockedLibraryError(
                    f"another program has been writing into {path} for more than"
                    f" {patience.seconds:.0f} s: wait until it is done, and do it again",
                    library=str(path),
                )
            if patience.waiting is not None and not is_told:
                patience.waiting(f"another program is writing into {path}; waiting for it")
                is_told = True
            patience.progress.report(0)
            time.sleep(_PAUSE_S)  # SQLite itself waits for the turn to begin, not for all else
    finally:
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
