"""A library put back to what a backup or a snapshot of it holds."""

import sqlite3
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import datetime
from pathlib import Path

from refman.errors import DamagedLibraryError, LibraryError, NotALibraryError
from refman.library.aside import take_place
from refman.library.connecting import connect, version_of
from refman.library.faults import damaged, told_faults
from refman.library.locking import Patience
from refman.library.schema import APPLICATION_ID, VERSION
from refman.library.snapshots import Snapshots, copy_database, copy_pages
from refman.progress import SILENT, Progress

__all__ = ["restore_library"]

_STEP_MS = 100


def restore_library(
    path: Path,
    source: Path,
    *,
    now: Callable[[], datetime],
    patience: Patience | None = None,
    progress: Progress = SILENT,
) -> Path | None:
    """Make a library what a copy of it holds: entries, listings, history and all.

    What it held before is kept: as a snapshot, or, where it is damaged, as it is under another
    name. The copy stays.

    Args:
        path: of the library; it need not be there.
        source: a backup or a snapshot.
        now: the time, in UTC.
        patience: how long to wait while another program writes; a minute where nothing is said.
        progress: how many pages are copied.

    Returns:
        Where what was before is kept; None where there was nothing.

    Raises:
        LibraryError: the copy or the library cannot be used; see ``refman.errors``. The library is
            as it was.
    """
    with told_faults(source), closing(connect(source, read_only=True)) as copy:
        if version_of(copy, source, VERSION) == 0:
            raise NotALibraryError(f"{source} is empty; give another copy", library=str(source))
        (fault,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if fault != "ok":
            raise damaged(source, fault)
        if path.exists() and path.samefile(source):
            raise LibraryError(f"{source} is the library itself; give a copy", library=str(path))
        with told_faults(path):
            if not path.exists():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                copy_database(copy, path, progress=progress)
                return None
            patience_s = (patience or Patience()).seconds
            return _restore(path, copy, source, now, patience_s, progress)


def _restore(
    path: Path,
    copy: sqlite3.Connection,
    source: Path,
    now: Callable[[], datetime],
    patience_s: float,
    progress: Progress,
) -> Path:
    try:
        with closing(_sound(path)) as library:
            kept = Snapshots(path, now).take(library, "before restore", spared=source)
            library.execute(f"PRAGMA busy_timeout = {_STEP_MS}")
            # In one transaction of the library's, so that others may have it open.
            copy_pages(copy, library, progress=progress, patience_s=patience_s)
            return kept
    except DamagedLibraryError:
        new = path.with_name(f"{path.name}.new")
        copy_database(copy, new, progress=progress)
        return take_place(new, path, now())


def _sound(path: Path) -> sqlite3.Connection:
    """Return a connection to a library that can be read.

    Raises:
        DamagedLibraryError: it cannot.
    """
    with ExitStack() as stack:
        try:
            connection = stack.enter_context(closing(connect(path, read_only=False)))
            (application,) = connection.execute("PRAGMA application_id").fetchone()
            if application != APPLICATION_ID:
                version_of(connection, path, VERSION)
            (fault,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        except sqlite3.OperationalError:  # locked, read-only: no damage
            raise
        except sqlite3.DatabaseError as error:
            raise damaged(path, str(error)) from error
        if fault != "ok":
            raise damaged(path, fault)
        stack.pop_all()
        return connection
