"""Which reader fits a document."""

from collections.abc import Mapping

from refman.errors import FormatError
from refman.reading.document import Document
from refman.reading.reader import Reader

__all__ = ["choose_reader"]


def choose_reader(
    document: Document, readers: Mapping[str, Reader], kind: str | None = None
) -> Reader:
    """Return the reader that was named, or else the one that fits best.

    No document is refused: where none fits well, the best of them reads it. Of readers that score
    the same, the first one does.

    Args:
        document: what is to be read.
        readers: those to choose from, by kind.
        kind: the one that the user named, with "_" or "-", or None.

    Raises:
        FormatError: there is no such kind, or no reader at all.
    """
    if not readers:
        raise FormatError("no reader is installed; install refman again")
    if kind is None:
        return max(readers.values(), key=lambda reader: reader.score(document))
    if (named := readers.get(kind.replace("-", "_"))) is not None:
        return named
    raise FormatError(f"there is no kind of listing {kind!r}; there are {', '.join(readers)}")
