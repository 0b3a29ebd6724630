"""Copies of a library: taken by itself before what may go wrong, and whole ones by hand.

What is taken by itself holds what cannot be made anew, which is less than half of it. A copy sees
one moment of the library, whoever writes meanwhile, is written into a file beside its place, and
takes its name only when it is whole.

Source: https://sqlite.org/backup.html.
"""

import glob
import logging
import secrets
import sqlite3
import time
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

from refman.library.aside import put_in_place
from refman.library.connecting import connect
from refman.library.locking import BUSY_MS
from refman.library.own import copy_own
from refman.progress import SILENT, Progress

__all__ = [
    "MOST_SNAPSHOTS",
    "Snapshots",
    "copy_database",
    "copy_pages",
    "copy_whole",
    "unfinished_beside",
]

MOST_SNAPSHOTS = 10

_PAGES_AT_ONCE, _FEW_PAGES = 4_096, 16
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
    held: Callable[[], object] | None = None,
) -> None:
    """Copy a database into another, in one transaction of that one.

    Args:
        source: what is copied.
        target: into which it is copied.
        progress: how many pages are copied.
        patience_s: how long to wait for somebody else who holds it.
        held: what is done when nobody else can write into the target any more, and nothing of it
            has changed yet; it is of more than a few pages, as every library is.

    Raises:
        sqlite3.Error: it cannot be read or written; or somebody else has been holding it for longer
            than our patience.
    """
    last, since = -1, time.monotonic()

    def report(status: int, remaining: int, total: int) -> None:
        nonlocal last, since, held
        if remaining != last:
            last, since = remaining, time.monotonic()
        elif status in _HELD and time.monotonic() - since >= patience_s:
            error = sqlite3.OperationalError("database is locked")
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error  # else Python's module would try for ever
        if held is not None and status not in _HELD:
            held()
            held = None
        progress.report(total - remaining, total)

    pages = _PAGES_AT_ONCE if held is None else _FEW_PAGES
    source.backup(target, pages=pages, progress=report, sleep=_STEP_S)


def copy_database(connection: sqlite3.Connection, to: Path, *, progress: Progress = SILENT) -> None:
    """Write a whole copy of a library's present moment to a file, in the place of what is there.

    Raises:
        OSError, sqlite3.Error: it cannot be written; what is there is as it was.
    """
    with unfinished_beside(to) as unfinished:
        copy_whole(connection, unfinished, progress=progress)
        put_in_place(unfinished, to)


def copy_whole(connection: sqlite3.Connection, to: Path, *, progress: Progress = SILENT) -> None:
    """Write a whole copy of a library's present moment into an empty file.

    Raises:
        sqlite3.Error: it cannot be written.
    """
    with closing(sqlite3.connect(to, isolation_level=None)) as copy:
        copy.execute("PRAGMA synchronous = FULL")
        copy_pages(connection, copy, progress=progress)
        # One file alone, which can be opened where nothing may be written.
        copy.execute("PRAGMA journal_mode = DELETE")


@contextmanager
def unfinished_beside(to: Path) -> Generator[Path]:
    """Hold an empty file beside another, which may take its place, and is gone in the end."""
    _clear(to.parent, f"{glob.escape(to.name)}.{_HEX * 8}{_UNFINISHED}")
    # A name of our own: another program may be copying to the same place.
    unfinished = to.with_name(f"{to.name}.{secrets.token_hex(4)}{_UNFINISHED}")
    unfinished.touch(mode=0o600, exist_ok=False)
    with _gone_in_the_end(unfinished):
        yield unfinished


@contextmanager
def _gone_in_the_end(unfinished: Path) -> Generator[None]:
    try:
        yield
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
            connection: to the library, outside a transaction, with the right to write.
            why: it is taken; a part of its name.
            spared: a file that must not go, however old it is.
            progress: how many tables are copied.

        Raises:
            OSError, sqlite3.Error: it cannot be written.
        """
        self.folder.mkdir(mode=0o700, exist_ok=True)
        _clear(self.folder, f"*{glob.escape(self._library.suffix)}{_UNFINISHED}")
        unfinished, to = self._begun(why)
        with _gone_in_the_end(unfinished):
            copy_own(connection, unfinished, progress)
            put_in_place(unfinished, to)
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
                # By a connection of its own: somebody may be reading by that one.
                with closing(connect(self._library, read_only=False)) as reader:
                    self.take(reader)
            except (OSError, sqlite3.Error) as error:
                _log.warning("no snapshot of %s could be taken: %s", self._library, error)
                return
        self._day = today
