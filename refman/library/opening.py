"""A library's file opened: looked at, brought to this version, and made where there is none."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from refman.errors import ReadOnlyLibraryError
from refman.library.connecting import CACHE_MIB, connect, version_of
from refman.library.drives import network_drive
from refman.library.faults import told_faults
from refman.library.locking import Patience, begin, in_turn
from refman.library.rebuilding import is_up_to_date, renew
from refman.library.same_file import SameFile
from refman.library.schema import MIGRATIONS, Migration
from refman.library.snapshots import Snapshots
from refman.library.store import Library
from refman.progress import SILENT, Progress

__all__ = ["migrate", "open_library"]

_LONGEST_LOG_BYTES = 64 * 1024 * 1024
"""What is left of the write-ahead log after a great change."""


def open_library(
    path: Path,
    *,
    now: Callable[[], datetime],
    read_only: bool = False,
    progress: Progress = SILENT,
    patience: Patience | None = None,
    synchronous: str = "FULL",
    cache_mib: int = CACHE_MIB,
    migrations: Sequence[Migration] = MIGRATIONS,
) -> Library:
    """Open a library, and make it where there is none.

    One of an earlier version is brought to this one, after a snapshot of it was taken.

    Args:
        path: its file.
        now: the time, in UTC.
        read_only: never write; the file has to be there.
        progress: how far bringing it to this version has come.
        patience: how long to wait while another program writes; a minute where nothing is said.
        synchronous: how sure an acknowledged change is: FULL outlives a loss of power, NORMAL a
            crash of this program only.
        cache_mib: so much of the file is kept in memory; who goes through it once needs little.
        migrations: the steps from each version to the next.

    Raises:
        LibraryError: it cannot be opened; see ``refman.errors``. Its file is as it was.
    """
    patience = patience or Patience()
    notice = network_drive(path)
    snapshots = Snapshots(path, now)
    with told_faults(path):
        connection = connect(path, read_only=read_only, cache_mib=cache_mib)
        try:
            same = SameFile(path)
            version = version_of(connection, path, len(migrations))
            if read_only:
                _check_age(version, path, len(migrations))
                if not is_up_to_date(connection):
                    notice = (
                        f"not all of {path} is found by a search, until it is opened once for"
                        " writing"
                    )
            else:
                _make_ready(connection, synchronous)
                # A network drive has no memory that two computers share, which a log needs.
                _keep_log(connection, path, patience, "wal" if notice is None else "delete")
                if version < len(migrations) or not is_up_to_date(connection):
                    # What is only derived is no loss: its copy would take a good one's place.
                    if 0 < version < len(migrations):
                        snapshots.take(connection, f"before version {len(migrations)}")
                    begin(connection, path, patience)
                    migrate(connection, migrations, progress)
                    same.check()
                    connection.execute("COMMIT")
        except BaseException:
            connection.close()  # which rolls back
            raise
    return Library(
        connection,
        path,
        now=now,
        patience=patience,
        snapshots=snapshots,
        notice=notice,
        same=same,
    )


def _check_age(version: int, path: Path, newest: int) -> None:
    if version < newest:
        raise ReadOnlyLibraryError(
            f"{path} is of an earlier refman (version {version} of the file), and may not be"
            " brought to this one: open it once for writing",
            library=str(path),
        )


def _make_ready(connection: sqlite3.Connection, synchronous: str) -> None:
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    connection.execute(f"PRAGMA journal_size_limit = {_LONGEST_LOG_BYTES}")


def _keep_log(connection: sqlite3.Connection, path: Path, patience: Patience, wanted: str) -> None:
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    if mode != wanted:
        in_turn(f"PRAGMA journal_mode = {wanted}", connection, path, patience)


def migrate(
    connection: sqlite3.Connection,
    migrations: Sequence[Migration] = MIGRATIONS,
    progress: Progress = SILENT,
) -> None:
    """Bring a file to this version, inside a transaction of the caller's.

    Another program may have done it before.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    connection.execute("PRAGMA defer_foreign_keys = ON")
    for number, step in enumerate(migrations[version:], version + 1):
        step(connection)
        connection.execute(f"PRAGMA user_version = {number}")
    renew(connection, progress)
