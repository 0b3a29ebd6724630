"""A damaged library made whole: its derived tables anew, or all that can be read in a new file."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing, suppress
from datetime import datetime
from pathlib import Path

import msgspec

from refman.errors import DamagedLibraryError, LibraryError, NotALibraryError
from refman.library.aside import take_place
from refman.library.checking import faults_of
from refman.library.connecting import check_file, connect, version_of
from refman.library.faults import UNREADABLE, is_damage, told_faults
from refman.library.locking import Patience, begin
from refman.library.opening import migrate
from refman.library.pages import Pages
from refman.library.rebuilding import rebuild
from refman.library.salvage import salvage
from refman.library.schema import VERSION
from refman.library.snapshots import Snapshots
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
    """Mend a damaged library, of this version or an earlier one.

    Tables that are derived from others are made anew in their place. Where that does not do, all
    that can be read goes into a new file, which takes the library's place; the damaged one is kept
    beside it. Close the library everywhere before.

    Raises:
        NotALibraryError: nothing of a library can be found in it; it is as it was.
        LibraryError: it may not be written; it is as it was.
    """
    with told_faults(path):
        if not path.exists():
            raise LibraryError(f"there is no library {path} to repair", library=str(path))
        check_file(path)
        with ExitStack() as held:
            # Opened before SQLite opens it, and closed after: whoever closes a file lets go all
            # that his program has locked of it. https://sqlite.org/howtocorrupt.html, 2.2
            file = held.enter_context(path.open("rb"))
            try:
                library = held.enter_context(closing(connect(path, read_only=False)))
                found = _in_place(library, path, now, patience or Patience(), progress)
            except (DamagedLibraryError, NotALibraryError):
                found = ("its header is damaged",)
            except UNREADABLE as error:
                found = (str(error),)
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
                found = (str(error),)
            if isinstance(found, Repaired):
                return found
            log = path.with_name(f"{path.name}-wal")
            pages = Pages(file, held.enter_context(log.open("rb")) if log.exists() else None)
            new = path.with_name(f"{path.name}.new")
            entries, lost = _salvaged(pages, new, path, now, progress)
        kept = take_place(new, path, now())
    return Repaired(faults=found, entries=entries, lost=lost, kept=kept)


def _in_place(
    library: sqlite3.Connection,
    path: Path,
    now: Callable[[], datetime],
    patience: Patience,
    progress: Progress,
) -> Repaired | tuple[str, ...]:
    """Mend a library in its place; return what is wrong where that cannot be done."""
    version = version_of(library, path, VERSION)
    if version == 0:
        raise LibraryError(
            f"{path} is empty: go back with `refman library restore`", library=str(path)
        )
    if version < VERSION:
        with suppress(sqlite3.Error):  # of what is damaged there may be no copy
            Snapshots(path, now).take(library, f"before version {VERSION}")
    begin(library, path, patience)
    migrate(library, progress=progress)
    faults = tuple(faults_of(library))
    if not faults:
        library.execute("COMMIT")
        return Repaired(faults=(), entries=_count(library))
    _roll_back(library)
    begin(library, path, patience)
    if _is_mended(library, progress):
        return Repaired(faults=faults, entries=_count(library))
    return faults


def _is_mended(library: sqlite3.Connection, progress: Progress) -> bool:
    """Make derived tables anew, and tell whether all is well then; if not, nothing has changed."""
    try:
        migrate(library)
        library.execute("REINDEX")
        rebuild(library, progress)
        if not any(faults_of(library)):
            library.execute("COMMIT")
            return True
    except (sqlite3.DatabaseError, *UNREADABLE):
        pass
    _roll_back(library)
    return False


def _salvaged(
    pages: Pages, new: Path, path: Path, now: Callable[[], datetime], progress: Progress
) -> tuple[int, tuple[str, ...]]:
    """Write what can be read to a new file; return how many entries that are, and what is lost."""
    new.unlink(missing_ok=True)
    entries: int | None = None
    try:
        with closing(connect(new, read_only=False)) as whole:
            begin(whole, new, Patience())
            migrate(whole)
            whole.execute("COMMIT")
            begin(whole, new, Patience())
            lost = salvage(pages, whole, at=now(), progress=progress)
            whole.execute("COMMIT")
            if lost is not None:
                entries = _count(whole)
    finally:
        if entries is None:
            new.unlink(missing_ok=True)
    if lost is None or entries is None:
        raise NotALibraryError(
            f"{path} is no library of refman, or nothing of it can be read: give another with"
            " --library, or go back with `refman library restore`",
            library=str(path),
        )
    return entries, tuple(lost)


def _roll_back(library: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):  # SQLite may have rolled back by itself
        library.execute("ROLLBACK")


def _count(library: sqlite3.Connection) -> int:
    (count,) = library.execute("SELECT count(*) FROM entries").fetchone()
    return int(count)
