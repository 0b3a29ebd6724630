"""A file that takes another's place: nothing of the old one gets into it, and nothing is lost."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from refman.formats.saving import FOLDERS_FLUSH

__all__ = ["put_in_place", "take_place"]

LOGS = ("-wal", "-journal")
"""What SQLite may have left beside a file, and would read into whatever takes its name.

Source: https://sqlite.org/tempfiles.html, 2.
"""


def take_place(new: Path, path: Path, at: datetime) -> Path:
    """Put a whole new file where a library is, and keep that one beside it.

    Nobody may have either open. At every moment one of the two is there.

    Returns:
        The name under which the old one is kept.

    Raises:
        OSError: it cannot be done; the library is where it was.
    """
    name, number = f"{path.name}.damaged-{at:%Y-%m-%d-%H%M%S}", 1
    kept = path.with_name(name)
    while not _is_kept(path, kept):
        number += 1
        kept = path.with_name(f"{name}-{number}")
    _replace(new, path, kept)
    return kept


def put_in_place(new: Path, path: Path) -> None:
    """Give a whole new file a name, in the place of what is there.

    Logs that were left there by an earlier file of that name are kept beside it, as
    ``NAME.old-wal`` (``NAME.old-2-wal`` and on, where that is taken).

    Raises:
        OSError: it cannot be done; what is there is as it was.
    """
    kept, number = _beside(path, ".old"), 1
    while any(_beside(kept, log).exists() for log in LOGS):
        number += 1
        kept = _beside(path, f".old-{number}")
    _replace(new, path, kept)


def _is_kept(path: Path, kept: Path) -> bool:
    """Give a file a second name, and tell whether that was free.

    Raises:
        OSError: it cannot be done.
    """
    try:
        os.link(path, kept)
    except FileExistsError:
        return False
    except OSError:  # a file system without such names
        return _is_copied(path, kept)
    return True


def _is_copied(path: Path, kept: Path) -> bool:
    try:
        kept.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return False
    try:
        shutil.copyfile(path, kept)
    except OSError:
        kept.unlink()
        raise
    return True


def _replace(new: Path, path: Path, kept: Path) -> None:
    """Put a new file in another's place, whose logs get the names that belong to ``kept``."""
    moved: list[str] = []
    try:
        for log in LOGS:
            if _beside(path, log).exists():
                _beside(path, log).replace(_beside(kept, log))
                moved.append(log)
        _beside(path, "-shm").unlink(missing_ok=True)  # an index of the log, made anew from it
        new.replace(path)
    except OSError:
        for log in moved:
            _beside(kept, log).replace(_beside(path, log))
        raise
    _flush_folder(path.parent)


def _beside(path: Path, ending: str) -> Path:
    return path.with_name(f"{path.name}{ending}")


def _flush_folder(folder: Path) -> None:
    """See to it that a new name in a folder outlives a loss of power, where a system can."""
    if not FOLDERS_FLUSH:
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(place)
    finally:
        os.close(place)
