"""Where a command writes: standard output, as bytes, or a file."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from refman.errors import OutputError
from refman.formats.saving import save

__all__ = ["STANDARD_OUTPUT", "standard_output", "write_out"]

STANDARD_OUTPUT = "-"


def standard_output() -> BinaryIO:
    """Return standard output for bytes.

    Raises:
        OutputError: the shell closed it.
    """
    # Python has no stream then, whatever its type says.
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise OutputError("standard output is closed; name a file with -o", target="-")
    return stream.buffer


def write_out(output: str, pieces: Iterable[str], *, force: bool) -> Path | None:
    """Write a text to a file, or to standard output for "-".

    Args:
        output: the file's name.
        pieces: of the text.
        force: replace what is there.

    Returns:
        Where what was there before is kept; None where there was nothing.

    Raises:
        OutputError: it cannot be written.
    """
    if output == STANDARD_OUTPUT:
        for piece in pieces:
            standard_output().write(piece.encode())
        return None
    return save(Path(output), pieces, replace=force)
