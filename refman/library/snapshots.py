"""Whole copies of a library: taken by itself before what may go wrong, and by hand.

A copy is made by SQLite's own backup, which sees one moment of the library whoever writes
meanwhile, into a file beside its place, and takes its name only when it is whole.

Source: https://sqlite.org/backup.html.
"""

import logging
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from refman.formats.saving import FOLDERS_FLUSH
from refman.library.locking import BUSY_MS
from refman.progress import SILENT, Progress

__all__ = ["MOST_SNAPSHOTS", "Snapshots", "copy_database", "copy_pages", "flush_folder"]

MOST_SNAPSHOTS = 10

_PAGES_AT_ONCE = 4_096
_STEP_S = 0.01
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNFINISHED = ".part"

_log = logging.getLogger(__name__)


def copy_pages(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    *,
    progress: Progress = SILENT,
    patience_s: float = BUSY_MS / 1000,
) -> None:
    """Copy a database into another, in one transaction of that one.

    Raises:
        sqlite3.Error: it cannot be read or written; or somebody else has been holding it for longer
            than our patience.
    """
    last, since = -1, time.monotonic()

    def report(status: int, remaining: int, total: int) -> None:
        nonlocal last, since
        if remaining != last:
            last, since = remaining, time.monotonic()
        elif status in _HELD and time.monotonic() - since >= patience_s:
            held = sqlite3.OperationalError("database is locked")
            held.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise held  # else Python's module would try for ever
        progress.report(total - remaining, total)

    source.backup(target, pages=_PAGES_AT_ONCE, progress=report, sleep=_STEP_S)


def copy_database(connection: sqlite3.Connection, to: Path, *, progress: Progress = SILENT) -> None:
    """Write a whole copy of a library's present moment to a file, in the place of what is there.

    Raises:
        OSError, sqlite3.Error: it cannot be written; what is there is as it was.
    """
    unfinished = to.with_name(f"{to.name}{_UNFINISHED}")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = FULL")
            copy_pages(connection, copy, progress=progress)
            # One file alone, which can be opened where nothing may be written.
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(to)
        flush_folder(to.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def flush_folder(folder: Path) -> None:
    """See to it that a new name in a folder outlives a loss of power, where a system can."""
    if not FOLDERS_FLUSH:
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)


class Snapshots:
    """Hold the copies that are taken of one library, in a folder beside it."""

    def __init__(self, library: Path, now: Callable[[], datetime]) -> None:
        """Look at no file yet.

        Args:
            library: its file.
            now: the time, in UTC.
        """
        self._library, self._now = library, now
        self.folder = library.with_name(f"{library.name}.snapshots")

    def all(self) -> list[Path]:
        """Return the copies, the newest first."""
        return sorted(self.folder.glob(f"*{self._library.suffix}"), reverse=True)

    def take(
        self, connection: sqlite3.Connection, why: str = "", *, progress: Progress = SILENT
    ) -> Path:
        """Take a copy, let the oldest go, and return its file.

        Raises:
            OSError, sqlite3.Error: it cannot be written.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        name = f"{self._now():%Y-%m-%d %H%M%S} {why}".strip()
        to = self.folder / f"{name}{self._library.suffix}"
        copy_database(connection, to, progress=progress)
        for old in self.all()[MOST_SNAPSHOTS:]:
            old.unlink(missing_ok=True)
        return to

    def take_daily(self, connection: sqlite3.Connection) -> None:
        """Take today's copy, if there is none and anything is in the library.

        It is no reason not to go on where it cannot be taken.
        """
        today = f"{self._now():%Y-%m-%d}"
        if any(copy.name.startswith(today) for copy in self.all()):
            return
        if connection.execute("SELECT 1 FROM history LIMIT 1").fetchone() is None:
            return
        try:
            self.take(connection)
        except (OSError, sqlite3.Error) as error:
            _log.warning("no snapshot of %s could be taken: %s", self._library, error)
