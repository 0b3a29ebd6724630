"""One push at a time: of two at once, each would add what the other has not noted yet."""

import sqlite3
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path

from refman.errors import LockedLibraryError

__all__ = ["alone"]


@contextmanager
def alone(file: Path, library: Path) -> Generator[None]:
    """Hold off this user's other pushes, of other libraries too: they may go to the same Zotero.

    The lock is SQLite's, which every system takes away with the process that holds it. Where it
    cannot be had, the push goes on without: there is one at a time, as a rule.

    Args:
        file: the lock; it is made.
        library: whose papers are pushed.

    Raises:
        LockedLibraryError: another one is under way.
    """
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        try:
            opened = closing(sqlite3.connect(file, timeout=0, isolation_level=None))
            stack.enter_context(opened).execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise LockedLibraryError(
                    "another push is under way; wait until it has ended, and push again",
                    library=str(library),
                ) from None
        yield
