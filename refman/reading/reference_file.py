"""A loader of a reference file as one of the readers."""

from collections.abc import Iterator

from refman.formats.loader import HEAD, Loader
from refman.reading.document import Document
from refman.reading.reader import Piece, Reader

__all__ = ["ReferenceFile"]


class ReferenceFile(Reader):
    """Read a reference file by its loader: records in place of drafts."""

    links_in_text = False

    def __init__(self, loader: Loader) -> None:
        self.kind = loader.name
        self.label = loader.label
        self._loader = loader

    def score(self, document: Document) -> float:
        """Return how surely the document is such a file."""
        return self._loader.score(document.text[:HEAD])

    def read(self, document: Document) -> Iterator[Piece]:
        """Yield the records and what is no record, in their order."""
        return self._loader.load(document.text)
