"""The files of a folder that are listings, or may be."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from refman.errors import InputError

__all__ = ["MOST_FILES", "files_in"]

MOST_FILES = 10_000
"""How many files are read of one folder."""

_MOST_ENTRIES = 200_000
_DEEPEST = 40
_BACKUP = re.compile(r"\.bak(?:\.\d+)?$|~$")


def files_in(folder: Path) -> Iterator[Path | InputError]:
    """Yield the files in a folder and in the folders in it, in the order of their paths.

    Left out are hidden ones, backups (``.bak``, ``~``), links, so that nothing is read twice and
    nothing outside, and what is no file: pipes, sockets, devices. What cannot be read, holds
    nothing or too much comes as an error in its place; the rest goes on.

    Args:
        folder: may itself be a link.
    """
    files = 0
    for count, path in enumerate(_walk(folder, _DEEPEST), start=1):
        if path is not None:
            files += 1
        if files > MOST_FILES or count > _MOST_ENTRIES:
            yield InputError(
                f"{folder} holds more than {MOST_FILES:,} files, and the rest is not read; "
                "name a smaller folder",
                source=str(folder),
            )
            return
        if path is not None:
            yield path
    if not files:
        yield InputError(f"{folder} is a folder without a file to read", source=str(folder))


def _walk(folder: Path, depth: int) -> Iterator[Path | InputError | None]:
    """Yield the files, and None for each entry that is left out, so that all are counted."""
    try:
        with os.scandir(folder) as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError as error:
        yield InputError(
            f"the folder {folder} cannot be read ({error.strerror or error}); "
            "change its permissions, or read a copy",
            source=str(folder),
        )
        return
    for entry in entries:
        is_left_out = entry.name.startswith(".") or entry.is_symlink()
        if not is_left_out and entry.is_dir(follow_symlinks=False):
            if depth:
                yield from _walk(Path(entry.path), depth - 1)
        elif not is_left_out and entry.is_file(follow_symlinks=False):
            yield None if _BACKUP.search(entry.name) else Path(entry.path)
        else:
            yield None
