"""Connections to a library's file, and what its header says of it."""

import sqlite3
from pathlib import Path

from refman.errors import LibraryError, NewerLibraryError, NotALibraryError
from refman.library.faults import damaged, is_unopened
from refman.library.locking import BUSY_MS
from refman.library.schema import APPLICATION_ID

__all__ = ["CACHE_MIB", "check_file", "connect", "version_of"]

CACHE_MIB = 64
"""So much of a file a connection keeps in memory, where nothing is said."""


def connect(path: Path, *, read_only: bool, cache_mib: int = CACHE_MIB) -> sqlite3.Connection:
    """Return a connection to a file, which is made where it is not there and may be written.

    Args:
        path: the file.
        read_only: never write; the file has to be there.
        cache_mib: so much of it is kept in memory.

    Raises:
        LibraryError: it is a folder, or not there and may not be written.
        OSError, sqlite3.Error: it cannot be opened.
    """
    if read_only and not path.exists():
        raise LibraryError(f"there is no library {path} yet", library=str(path))
    check_file(path)
    if not read_only and not path.exists():
        # What one reads is nobody else's business.
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    address = path.absolute().as_uri()
    if not read_only:
        return _connected(f"{address}?mode=rw", cache_mib)
    try:
        connection = _connected(f"{address}?mode=ro", cache_mib)
        try:
            connection.execute("PRAGMA schema_version")
        except BaseException:
            connection.close()
            raise
    except sqlite3.OperationalError as error:
        # A folder that may not be written has no room for the log; without one nobody writes.
        if not is_unopened(error):
            raise
        return _connected(f"{address}?immutable=1", cache_mib)
    return connection


def check_file(path: Path) -> None:
    """Let through a file, and a name that is free.

    Raises:
        NotALibraryError: it is something else; a pipe would be waited for without end.
    """
    if path.exists() and not path.is_file():
        what = "a folder; name a file in it" if path.is_dir() else "no file but a device or pipe"
        raise NotALibraryError(f"{path} is {what}", library=str(path))


def _connected(address: str, cache_mib: int) -> sqlite3.Connection:
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_MS / 1000, isolation_level=None, cached_statements=256
    )
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = -{cache_mib * 1024}")
        connection.execute("PRAGMA temp_store = MEMORY")
        # Some systems' SQLite writes each page that becomes free full of zeros, to the log too.
        connection.execute("PRAGMA secure_delete = FAST")
    except BaseException:
        connection.close()
        raise
    return connection


def version_of(connection: sqlite3.Connection, path: Path, newest: int) -> int:
    """Return the version of a library's file; 0 for one that is empty.

    Raises:
        NotALibraryError: it is another program's.
        NewerLibraryError: it was written by a later refman, whose version is above ``newest``.
        DamagedLibraryError: it has tables, but no version.
        sqlite3.Error: it cannot be read.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == 0 and version == 0 and count == 0:
        return 0
    if application != APPLICATION_ID:
        raise NotALibraryError(
            f"{path} is not a library of refman but another program's database: give another with"
            " --library",
            library=str(path),
        )
    if version == 0:  # it gets one together with its tables
        raise damaged(path, "its version is not there")
    if version > newest:
        raise NewerLibraryError(
            f"{path} was written by a later refman (version {version} of the file; this one reads"
            f" {newest}): update refman",
            library=str(path),
        )
    return int(version)
