"""A file that takes a damaged library's place, which is kept."""

import os
from datetime import datetime
from pathlib import Path

from refman.library.snapshots import flush_folder

__all__ = ["take_place"]

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
    kept = path.with_name(f"{path.name}.damaged-{at:%Y-%m-%d-%H%M%S}")
    try:
        os.link(path, kept)
    except OSError:  # a file system without such names
        kept.write_bytes(path.read_bytes())
    for log in LOGS:
        beside = path.with_name(f"{path.name}{log}")
        if beside.exists():
            beside.replace(kept.with_name(f"{kept.name}{log}"))
    path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    new.replace(path)
    flush_folder(path.parent)
    return kept
