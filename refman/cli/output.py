"""Standard output, as bytes."""

import sys
from typing import BinaryIO, TextIO

from refman.errors import OutputError

__all__ = ["standard_output"]


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
