"""Where a command writes: standard output, as bytes, or a file."""

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, TextIO

from refman.errors import OutputError
from refman.formats.saving import save

__all__ = ["STANDARD_OUTPUT", "standard_output", "write_json", "write_out"]

STANDARD_OUTPUT = "-"

_STEERS = re.compile(
    rb"\x7f|\xc2[\x80-\x9f]"  # controls; JSON itself escapes those below U+0020
    rb"|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]"  # what turns text round
)
"""Matches in UTF-8 what steers a terminal, or shows text in another order than it has.

Source: Unicode Standard Annex 9, section 2, "Directional Formatting Characters"; ECMA-48, 5.3.
"""


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


def write_json(content: bytes) -> None:
    """Write JSON, or a piece of it, to standard output.

    What steers a terminal is written as JSON's escapes: a program reads the same from them.

    Raises:
        OutputError: the shell closed it.
    """
    standard_output().write(_STEERS.sub(_escaped, content))


def _escaped(found: re.Match[bytes]) -> bytes:
    return b"\\u%04x" % ord(found[0].decode())


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
