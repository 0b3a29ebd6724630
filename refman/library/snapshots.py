"""Whole copies of a library: taken by itself before what may go wrong, and by hand.

A copy is made by SQLite's own backup, which sees one moment of the library whoever writes
meanwhile, into a file beside its place, and takes its name only when it is whole.

Source: https://sqlite.org/backup.html.
"""

import glob
import logging
import secrets
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from refman.library.aside import put_in_place
from refman.library.locking import BUSY_MS
from refman.progress import SILENT, Progress

__all__ = ["MOST_SNAPSHOTS", "Snapshots", "copy_database", "copy_pages"]

MOST_SNAPSHOTS = 10

_PAGES_AT_ONCE = 4_096
_STEP_S = 0.01
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_UNFINISHED, _HEX = ".part", "[0-9a-f]"
_LEFT_S = 24 * 60 * 60
"""No copy takes so long: an unfinished one that is older was left by a program that is gone."""

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
    _clear(to.parent, f"{glob.escape(to.name)}.{_HEX * 8}{_UNFINISHED}")
    # A name of our own: another program may be copying to the same place.
    unfinished = to.with_name(f"{to.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    unfinished.touch(mode=0o600, exist_ok=False)
    _copy_through(unfinished, connection, to, progress)


def _copy_through(
    unfinished: Path, connection: sqlite3.Connection, to: Path, progress: Progress
) -> None:
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as copy:
            copy.execute("PRAGMA synchronous = FULL")
            copy_pages(connection, copy, progress=progress)
            # One file alone, which can be opened where nothing may be written.
            copy.execute("PRAGMA journal_mode = DELETE")
        put_in_place(unfinished, to)
    finally:
        unfinished.unlink(missing_ok=True)


def _clear(folder: Path, pattern: str) -> None:
    """Remove what programs left that were killed while they copied, long ago."""
    for left in folder.glob(pattern):
        with suppress(OSError):
            if time.time() - left.stat().st_mtime > _LEFT_S:
                left.unlink()


class Snapshots:
    """Hold the copies that are taken of one library, in a folder beside it."""

    def __init__(self, library: Path, now: Callable[[], datetime]) -> None:
        """Look at no file yet.

        Args:
            library: its file.
            now: the time, in UTC.
        """
        self._library, self._now = library, now
        self._day: date | None = None
        self.folder = library.with_name(f"{library.name}.snapshots")

    def all(self) -> list[Path]:
        """Return the copies, the newest first."""
        suffix = self._library.suffix
        return sorted(
            (
                copy
                for copy in self.folder.glob(f"*{glob.escape(suffix)}")
                if not copy.name.endswith(f"{suffix}{_UNFINISHED}")
            ),
            key=lambda copy: copy.name.removesuffix(suffix),  # "1" comes before "1 2"
            reverse=True,
        )

    def take(
        self,
        connection: sqlite3.Connection,
        why: str = "",
        *,
        spared: Path | None = None,
        progress: Progress = SILENT,
    ) -> Path:
        """Take a copy, let the oldest go, and return its file.

        Args:
            connection: to the library.
            why: it is taken; a part of its name.
            spared: a file that must not go, however old it is.
            progress: how many pages are copied.

        Raises:
            OSError, sqlite3.Error: it cannot be written.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        _clear(self.folder, f"*{glob.escape(self._library.suffix)}{_UNFINISHED}")
        unfinished, to = self._begun(why)
        _copy_through(unfinished, connection, to, progress)
        # By a clock that was put back, the copy just taken is the oldest.
        stay = {one.resolve() for one in (to, spared) if one is not None}
        for old in self.all()[MOST_SNAPSHOTS:]:
            if old.resolve() not in stay:
                old.unlink(missing_ok=True)
        return to

    def _begun(self, why: str) -> tuple[Path, Path]:
        """Return a new empty file, and the name that it is to take; nobody else takes that."""
        name = f"{self._now():%Y-%m-%d %H%M%S} {why}".strip()
        told, number = name, 1
        while True:
            to = self.folder / f"{told}{self._library.suffix}"
            unfinished = to.with_name(f"{to.name}{_UNFINISHED}")
            with suppress(FileExistsError):
                unfinished.touch(mode=0o600, exist_ok=False)
                if not to.exists():  # asked only now: whoever had begun it may have ended it
                    return unfinished, to
                unfinished.unlink()
            number += 1
            told = f"{name} {number}"

    def take_daily(self, connection: sqlite3.Connection) -> None:
        """Take today's copy, if there is none and anything is in the library.

        To be asked before each change: it looks once a day. It is no reason not to go on where the
        copy cannot be taken; that is tried again.
        """
        today = self._now().date()
        if today == self._day:
            return
        is_taken = any(copy.name.startswith(f"{today:%Y-%m-%d}") for copy in self.all())
        if not is_taken and connection.execute("SELECT 1 FROM history LIMIT 1").fetchone():
            try:
                self.take(connection)
            except (OSError, sqlite3.Error) as error:
                _log.warning("no snapshot of %s could be taken: %s", self._library, error)
                return
        self._day = today
