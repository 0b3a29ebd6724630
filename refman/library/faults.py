"""What SQLite says of a fault, said again for people: one line that tells what to do."""

import sqlite3
import zlib
from pathlib import Path
from types import TracebackType

import msgspec

from refman.errors import (
    Cancelled,
    DamagedLibraryError,
    FullDiskError,
    InputError,
    LibraryError,
    LockedLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
    ReplacedLibraryError,
)

__all__ = [
    "UNREADABLE",
    "damaged",
    "is_damage",
    "is_locked",
    "is_unopened",
    "replaced",
    "told_faults",
]

_PRIMARY = 0xFF
"""The bits of an extended result code that say the kind. Source: https://sqlite.org/rescode.html"""

_SHOWN = 80

UNREADABLE = (msgspec.MsgspecError, zlib.error, ValueError, TypeError, OverflowError)
"""What is raised, besides errors of SQLite, where the content of a damaged row is read."""

_FULL = frozenset({sqlite3.SQLITE_FULL})
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
_READ_ONLY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN})
_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_FORMAT})
_UNREAD = frozenset({sqlite3.SQLITE_IOERR_READ, sqlite3.SQLITE_IOERR_CORRUPTFS})


class told_faults:  # noqa: N801 - used as a verb: with told_faults(path)
    """Raise what goes wrong inside as one of our own errors; may be entered again and again.

    Raises:
        LibraryError: SQLite could not do it, or what it gave cannot be read.
        InputError: it was given half a surrogate pair, which no text may hold.
        Cancelled: another thread interrupted it.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        match error:
            case sqlite3.Error():
                if _code(error) == sqlite3.SQLITE_INTERRUPT:
                    raise Cancelled("the work was stopped") from error
                raise _told(error, self._path) from error
            case msgspec.MsgspecError() | zlib.error() | UnicodeDecodeError():
                raise damaged(self._path, str(error)) from error
            case UnicodeEncodeError():
                raise InputError(
                    "bytes stand in a name or a value that are no text in UTF-8: nothing was"
                    " changed; type it anew",
                    source=str(error.object)[:_SHOWN],
                ) from error
            case OSError():
                raise LibraryError(
                    f"{self._path} cannot be used: {error.strerror or error}",
                    library=str(self._path),
                ) from error
            case _:
                return


def damaged(path: Path, why: str) -> DamagedLibraryError:
    """Return the error that says that a library is damaged."""
    return DamagedLibraryError(
        f"{path} is damaged ({why}): save it with `refman library repair`, or go back with"
        " `refman library restore`",
        library=str(path),
    )


def replaced(path: Path) -> ReplacedLibraryError:
    """Return the error that says that another file lies where a library was opened."""
    return ReplacedLibraryError(
        f"another file was put in the place of the library {path}: nothing was written; open it"
        " anew",
        library=str(path),
    )


def is_locked(error: sqlite3.Error) -> bool:
    """Tell whether a fault is that another program holds what is wanted."""
    return _code(error) in _LOCKED


def is_damage(error: sqlite3.Error) -> bool:
    """Tell whether a fault is that a file is damaged, or is not what its header says."""
    if getattr(error, "sqlite_errorcode", None) in _UNREAD:
        return True
    return _code(error) in _DAMAGED | {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


def is_unopened(error: sqlite3.Error) -> bool:
    """Tell whether a fault is that a file cannot be opened or made, the library's or one beside it.

    A folder that may not be written is told in either way (as SQLITE_READONLY_DIRECTORY, where the
    library has a log).
    """
    return _code(error) in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}


def _code(error: sqlite3.Error) -> int:
    # Faults that Python's module finds by itself have no code.
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY


def _told(error: sqlite3.Error, path: Path) -> LibraryError:
    name, code = str(path), _code(error)
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_DBMOVED:
        return replaced(path)
    if code in _FULL:
        return FullDiskError(
            f"there is no room for {name} on its disk: nothing was changed; make room, and do it"
            " again",
            library=name,
        )
    if is_locked(error):
        return LockedLibraryError(
            f"another program is writing into {name}: wait until it is done, and do it again",
            library=name,
        )
    if code in _READ_ONLY:
        return ReadOnlyLibraryError(
            f"{name} may not be written ({error}): nothing was changed; ask for the right to write"
            " it and its folder, or give another with --library",
            library=name,
        )
    if code == sqlite3.SQLITE_NOTADB:
        return NotALibraryError(
            f"{name} is not a library of refman, or its beginning is damaged: give another with"
            " --library, save it with `refman library repair`, or go back with `refman library"
            " restore`",
            library=name,
        )
    if code in _DAMAGED:
        return damaged(path, str(error))
    return LibraryError(
        f"{name} cannot be used ({error}): nothing was changed; look whether its disk has room and"
        " can be written",
        library=name,
    )
