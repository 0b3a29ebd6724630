"""What stands in the log beside a library's file, and not in the file yet.

SQLite puts it into the file when the last program closes it, and reads it into whatever file lies
there when it is opened next. So who has a library open for long puts it there before.

Source: https://sqlite.org/wal.html; https://sqlite.org/howtocorrupt.html, 2.4.
"""

import os
import sqlite3
from contextlib import suppress
from pathlib import Path

from refman.library.locking import BUSY_MS

__all__ = ["WrittenAhead"]

_WRITE_BACK = "PRAGMA wal_checkpoint(PASSIVE)"
_EMPTY = "PRAGMA wal_checkpoint(TRUNCATE)"
_HEAD_BYTES = 32


class WrittenAhead:
    """Hold a library's log; it does nothing where there is none."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._path = Path(f"{os.path.realpath(path)}-wal")
        self._head: bytes | None = None
        self._version: int | None = None

    def note(self) -> None:
        """Take note of which log it is: it is that of the file that is open."""
        self._head = self._read_head()

    def write_back(self) -> None:
        """Put what was done into the file, as far as nobody reads what was before."""
        self._version = self._read_version()
        self._connection.execute(_WRITE_BACK).fetchone()
        self.note()

    def empty(self) -> bool:
        """Put all into the file, and leave nothing in the log; tell whether that was done.

        To other connections it seems a change. So it is not done where others have written since
        ``write_back``: whoever looks for that would take one for the other.
        """
        if self._version != self._read_version():
            return False
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            (is_held, *_) = self._connection.execute(_EMPTY).fetchone()
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        return not is_held

    def leave(self) -> bool:
        """Leave nothing of this file in the log, for another lies there by now.

        What is in it gets into the file that is open, whatever its name is. A log that was begun
        anew since ``note`` is the other file's: then nothing is done, and False is returned.
        """
        if self._head != self._read_head():
            return False
        with suppress(sqlite3.Error):  # read only, closed already, or held by somebody
            self._connection.execute(_EMPTY).fetchone()
            self.note()
        return True

    def _read_version(self) -> int:
        (version,) = self._connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _read_head(self) -> bytes | None:
        """Return what tells a log from those before and after it; None where it holds nothing.

        Source: https://sqlite.org/fileformat2.html#walformat, "WAL Header".
        """
        try:
            with self._path.open("rb") as log:
                head = log.read(_HEAD_BYTES)
        except OSError:
            return None
        return head if len(head) == _HEAD_BYTES else None
