"""Where it is kept what a user said is no duplicate: one small file beside the user's data."""

import os
import secrets
from pathlib import Path

import platformdirs

from refman.duplicates.remembered import Remembered, decode, encode
from refman.errors import InputError, OutputError

__all__ = ["memory_file", "read_memory", "write_memory"]


def memory_file() -> Path:
    """Return where it is kept."""
    return platformdirs.user_data_path("refman") / "not-duplicates.json"


def read_memory(file: Path) -> Remembered:
    """Return what is kept in a file; nothing where there is none.

    Raises:
        InputError: it cannot be read.
    """
    try:
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Remembered()
    except OSError as error:
        raise InputError(
            f"{file} cannot be read ({error.strerror or error}); check its permissions",
            source=str(file),
        ) from error
    return decode(content, source=str(file))


def write_memory(file: Path, remembered: Remembered) -> None:
    """Keep it, so that at every moment the old file or the new one is there whole.

    Raises:
        OutputError: it cannot be written.
    """
    temporary = file.with_name(f".{file.name}.{secrets.token_hex(4)}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("x", encoding="utf-8", newline="") as stream:
                stream.write(encode(remembered))
                stream.flush()
                os.fsync(stream.fileno())
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise OutputError(
            f"{file} cannot be written ({error.strerror or error}); check its folder",
            target=str(file),
        ) from error
