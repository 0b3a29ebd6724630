"""A library put back to what a backup or a snapshot of it holds."""

import os
import sqlite3
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from refman.errors import DamagedLibraryError, LibraryError, NotALibraryError
from refman.library.aside import take_place
from refman.library.connecting import check_file, connect, version_of
from refman.library.faults import damaged, told_faults
from refman.library.locking import Patience, begin
from refman.library.opening import migrate
from refman.library.rebuilding import is_up_to_date
from refman.library.schema import APPLICATION_ID, VERSION
from refman.library.snapshots import (
    Snapshots,
    copy_database,
    copy_pages,
    copy_whole,
    unfinished_beside,
)
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
    with told_faults(source), closing(_opened(source)) as copy:
        version = version_of(copy, source, VERSION)
        if version == 0:
            raise NotALibraryError(f"{source} is empty; give another copy", library=str(source))
        (fault,) = copy.execute("PRAGMA quick_check(1)").fetchone()
        if fault != "ok":
            raise damaged(source, fault)
        if path.exists() and path.samefile(source):
            raise LibraryError(f"{source} is the library itself; give a copy", library=str(path))
        with told_faults(path):
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with ExitStack() as stack:
            whole = copy
            if version < VERSION or not is_up_to_date(copy):
                whole = stack.enter_context(_filled(copy, path, progress))
            with told_faults(path):
                if not path.exists():
                    copy_database(whole, path, progress=progress)
                    return None
                return _restore(path, whole, source, now, patience or Patience(), progress)


def _opened(source: Path) -> sqlite3.Connection:
    """Return a connection to a copy, which is only read.

    Where it may be written, it is opened so: else SQLite could not take away the empty log that it
    lays beside a library.
    """
    check_file(source)
    if not (source.exists() and os.access(source, os.W_OK) and os.access(source.parent, os.W_OK)):
        return connect(source, read_only=True)
    connection = connect(source, read_only=False)
    connection.execute("PRAGMA query_only = ON")
    return connection


@contextmanager
def _filled(
    copy: sqlite3.Connection, path: Path, progress: Progress
) -> Generator[sqlite3.Connection]:
    """Hold what a copy holds with all derived tables, brought to this version.

    Raises:
        msgspec.MsgspecError, sqlite3.Error: it cannot be made of it.
    """
    with unfinished_beside(path) as file:
        copy_whole(copy, file, progress=progress)
        with closing(connect(file, read_only=False)) as filled:
            filled.execute("PRAGMA journal_mode = OFF")  # it is of no use where it is not whole
            filled.execute("PRAGMA synchronous = OFF")
            filled.execute("BEGIN")
            migrate(filled, progress=progress)
            filled.execute("COMMIT")
            yield filled


def _restore(
    path: Path,
    copy: sqlite3.Connection,
    source: Path,
    now: Callable[[], datetime],
    patience: Patience,
    progress: Progress,
) -> Path:
    try:
        with closing(_sound(path)) as library:
            return _replace(path, library, copy, source, now, patience, progress)
    except DamagedLibraryError:
        new = path.with_name(f"{path.name}.new")
        copy_database(copy, new, progress=progress)
        return take_place(new, path, now())


def _replace(
    path: Path,
    library: sqlite3.Connection,
    copy: sqlite3.Connection,
    source: Path,
    now: Callable[[], datetime],
    patience: Patience,
    progress: Progress,
) -> Path:
    """Put what a copy holds into a library that others may have open; return what was before.

    What was before is copied when nobody can write any more: so nothing gets lost between.
    """
    kept: list[Path] = []

    def keep(connection: sqlite3.Connection) -> None:
        kept.append(Snapshots(path, now).take(connection, "before restore", spared=source))

    def keep_what_was() -> None:
        # In a write-ahead log a writer stops no reader, who sees what was.
        with closing(connect(path, read_only=False)) as reader:
            keep(reader)

    (mode,) = library.execute("PRAGMA journal_mode").fetchone()
    begin(library, path, patience)  # which tells for whom it waits
    if mode != "wal":
        library.execute("PRAGMA main.locking_mode = EXCLUSIVE")  # beyond this transaction
    library.execute("COMMIT")
    held: Callable[[], None] | None = keep_what_was
    if mode != "wal":
        keep(library)
        held = None
    library.execute(f"PRAGMA busy_timeout = {_STEP_MS}")
    # In one transaction of the library's.
    copy_pages(copy, library, progress=progress, patience_s=patience.seconds, held=held)
    return kept[0]


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
