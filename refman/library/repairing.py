"""A damaged library made whole: its derived tables anew, or all that can be read in a new file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from refman.errors import LibraryError
from refman.library.aside import take_place
from refman.library.checking import faults_of
from refman.library.connecting import connect, version_of
from refman.library.faults import told_faults
from refman.library.locking import Patience, begin
from refman.library.opening import migrate
from refman.library.rebuilding import rebuild
from refman.library.salvage import salvage
from refman.library.schema import VERSION
from refman.progress import SILENT, Progress

__all__ = ["Repaired", "repair_library"]


class Repaired(msgspec.Struct, frozen=True, kw_only=True):
    """Say what a repair did.

    Attributes:
        faults: what was wrong, a line each; empty where nothing was.
        entries: so many are in the library now.
        lost: what could not be read, a line each.
        kept: where the damaged file is kept; None where it was mended in its place.
    """

    faults: tuple[str, ...]
    entries: int
    lost: tuple[str, ...] = ()
    kept: Path | None = None


def repair_library(
    path: Path,
    *,
    now: Callable[[], datetime],
    patience: Patience | None = None,
    progress: Progress = SILENT,
) -> Repaired:
    """Mend a damaged library.

    Tables that are derived from others are made anew in their place. Where that does not do, all
    that can be read goes into a new file, which takes the library's place; the damaged one is kept
    beside it. Close the library everywhere before.

    Raises:
        LibraryError: nothing of it can be read, or it may not be written; it is as it was.
    """
    with told_faults(path):
        if not path.exists():
            raise LibraryError(f"there is no library {path} to repair", library=str(path))
        with closing(connect(path, read_only=False)) as library:
            version = version_of(library, path, VERSION)
            if version < VERSION:
                raise LibraryError(
                    f"{path} is of an earlier refman: open it once, and repair it then",
                    library=str(path),
                )
            patience = patience or Patience()
            begin(library, path, patience)
            faults = tuple(faults_of(library))
            _roll_back(library)
            begin(library, path, patience)
            if not faults or _is_mended_in_place(library, progress):
                return Repaired(faults=faults, entries=_count(library))
            new = path.with_name(f"{path.name}.new")
            new.unlink(missing_ok=True)
            with closing(connect(new, read_only=False)) as whole:
                begin(whole, new, Patience())
                migrate(whole)
                begin(whole, new, Patience())
                lost = salvage(library, whole, at=now(), progress=progress)
                whole.execute("COMMIT")
                entries = _count(whole)
        return Repaired(
            faults=faults, entries=entries, lost=tuple(lost), kept=take_place(new, path, now())
        )


def _is_mended_in_place(library: sqlite3.Connection, progress: Progress) -> bool:
    """Make derived tables anew, and tell whether all is well then; if not, nothing has changed."""
    try:
        library.execute("REINDEX")
        rebuild(library, progress)
        if not any(faults_of(library)):
            library.execute("COMMIT")
            return True
    except (sqlite3.DatabaseError, msgspec.MsgspecError):
        pass
    _roll_back(library)
    return False


def _roll_back(library: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
        library.execute("ROLLBACK")


def _count(library: sqlite3.Connection) -> int:
    (count,) = library.execute("SELECT count(*) FROM entries").fetchone()
    return int(count)
