"""Files written whole or not at all."""

import os
import secrets
import shutil
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from refman.errors import OutputError

__all__ = ["check_target", "save", "save_again", "save_bytes"]

_SHOWN = 80
"""How much of a name that is too long is shown."""

FOLDERS_FLUSH = os.name == "posix"
"""Whether a folder can be opened to lock it or to flush a new name in it to the disk.

Windows knows no such.
"""

_DATABASES = (b"SQLite format 3\0", b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
"""How a database of SQLite begins, and the log beside it. Source: https://sqlite.org/fileformat.html"""

_PATIENCE_S, _STEP_S = 10.0, 0.01
"""How long another process is waited for that takes its turn in the same folder, and how often."""


def check_target(target: Path, *, replace: bool = False) -> None:
    """Let through a target that ``save`` can try to write; asked before long work is begun.

    Raises:
        OutputError: it is a folder, lies in none, or is there and may not be replaced.
    """
    name = str(target)
    try:
        if target.is_dir():
            raise OutputError(f"{name} is a folder; name a file in it", target=name)
        if not target.parent.is_dir():
            raise OutputError(
                f"{name} cannot be written: there is no folder {target.parent}; make it first",
                target=name,
            )
        if target.exists() and not replace:
            raise OutputError(
                f"{name} is there already; give --force to replace it (a backup is kept)",
                target=name,
            )
        if target.exists() and not target.is_file():
            raise OutputError(f"{name} is a device or a pipe; name a file, or -", target=name)
        target.resolve()
    except (OSError, RuntimeError) as error:  # a name too long; links that lead in a circle
        raise OutputError(
            f"{name[:_SHOWN]} cannot be written: its name leads nowhere; choose another with -o",
            target=name,
        ) from error


def save(target: Path, pieces: Iterable[str], *, replace: bool = False) -> Path | None:
    """Write a text file so that at every moment the old file or the new one is there whole.

    The text goes as UTF-8, line ends as they are, into a file beside the target, is flushed to
    the disk, and takes the target's place and permissions. What was there before is kept beside it
    as ``NAME.bak`` (``NAME.bak.2`` and on, where that is taken).

    Args:
        target: the file to write; a symbolic link is followed.
        pieces: the text; taken only after it is sure that the target may be written.
        replace: whether a file that is there may be replaced.

    Returns:
        The backup, or None where there was nothing.

    Raises:
        OutputError: the file is there and may not be replaced, or cannot be written; a database,
            which may be the user's library, is never replaced.
    """
    if replace and _is_database(target):
        raise OutputError(
            f"{target} is a database, perhaps your library: choose another name with -o",
            target=str(target),
        )

    def write(file: BinaryIO) -> None:
        file.writelines(piece.encode() for piece in pieces)

    return _put(target, write, replace=replace, known=None)


def _is_database(target: Path) -> bool:
    with suppress(OSError):  # not there, or not to be read: what follows tells that
        if target.is_file():  # a pipe would let us wait
            with target.open("rb") as file:
                return file.read(len(_DATABASES[0])).startswith(_DATABASES)
    return False


def save_again(target: Path, data: bytes, *, known: bytes | None) -> None:
    """Write over what we wrote before, of which no backup is kept; see ``save``.

    Args:
        target: the file.
        data: what it is to hold.
        known: what we wrote there; None where nothing is to be there.

    Raises:
        OutputError: another program has changed it meanwhile, or it cannot be written.
    """
    _put(
        target,
        lambda file: file.write(data),
        replace=known is not None,
        known=known,
        backs_up=False,
    )


def save_bytes(target: Path, data: bytes, *, known: bytes) -> Path:
    """Write over a file that was read before; see ``save``.

    Args:
        target: the file; a symbolic link is followed.
        data: what it is to hold.
        known: what it held when it was read.

    Returns:
        The backup.

    Raises:
        OutputError: another program has changed it meanwhile, or it cannot be written.
    """
    backup = _put(target, lambda file: file.write(data), replace=True, known=known)
    assert backup is not None  # a file that is known is there
    return backup


def _put(
    target: Path,
    write: Callable[[BinaryIO], object],
    *,
    replace: bool,
    known: bytes | None,
    backs_up: bool = True,
) -> Path | None:
    try:
        check_target(target, replace=replace)
        real = target.resolve()
        temporary = real.with_name(f".{real.name}.{secrets.token_hex(4)}.tmp")
        try:
            with temporary.open("xb") as file:
                write(file)
                file.flush()
                os.fsync(file.fileno())
            with _alone_in(real.parent, target):
                check_target(target, replace=replace)
                _check_there(target, real, known)
                backup = _back_up(real) if backs_up else None
                if real.exists():
                    shutil.copymode(real, temporary)
                temporary.replace(real)
        finally:
            temporary.unlink(missing_ok=True)
        _flush_folder(real.parent)
    except OSError as error:
        raise OutputError(
            f"{target} cannot be written: {error.strerror or error}; choose another place with -o",
            target=str(target),
        ) from error
    return backup


def _check_there(target: Path, real: Path, known: bytes | None) -> None:
    """Let through what may be replaced, and is what it was when it was read."""
    if real.exists() and not os.access(real, os.W_OK):
        raise OutputError(
            f"{target} may not be written; change its permissions first", target=str(target)
        )
    if known is not None and (not real.exists() or real.read_bytes() != known):
        raise OutputError(
            f"{target} was changed by another program meanwhile, so nothing was written; "
            "run the command again",
            target=str(target),
        )


def _back_up(real: Path) -> Path | None:
    """Copy what is there to a free name."""
    if not real.exists():
        return None
    number = 1
    backup = real.with_name(f"{real.name}.bak")
    while backup.exists() or backup.is_symlink():
        number += 1
        backup = real.with_name(f"{real.name}.bak.{number}")
    try:
        shutil.copy2(real, backup)
    except OSError:
        backup.unlink(missing_ok=True)
        raise
    return backup


@contextmanager
def _alone_in(folder: Path, target: Path) -> Generator[None]:
    """Let one process of this program at a time look what is in a folder and write there.

    Raises:
        OutputError: another one does not come to an end.
    """
    with _opened(folder) as handle:
        if handle is not None:
            _lock(handle, target)
        yield


def _lock(handle: int, target: Path) -> None:
    """Lock a folder until its handle is closed; not where its file system has no locks."""
    import fcntl  # noqa: PLC0415 - Windows has none

    end = time.monotonic() + _PATIENCE_S
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= end:
                raise OutputError(
                    f"{target} cannot be written: another program is writing in its folder; "
                    "run the command again",
                    target=str(target),
                ) from error
            time.sleep(_STEP_S)
        except OSError:
            return
        else:
            return


@contextmanager
def _opened(folder: Path) -> Generator[int | None]:
    """Open a folder; None where that cannot be, as with one that may be written but not read."""
    handle: int | None = None
    if FOLDERS_FLUSH:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        if handle is not None:
            os.close(handle)


def _flush_folder(folder: Path) -> None:
    """Make the new name itself last; it is there already, so that a fault changes nothing."""
    with _opened(folder) as handle:
        if handle is not None:
            with suppress(OSError):
                os.fsync(handle)
