"""What a reader supplies."""

from collections.abc import Iterator
from typing import Protocol

from refman.model import Draft, LeftOver, Record
from refman.reading.document import Document

__all__ = ["Piece", "Reader"]

Piece = Draft | Record | LeftOver
"""What a reader yields: a paper of a listing, a reference of a reference file, or neither."""


class Reader(Protocol):
    """Read one kind of listing or of reference file.

    A reader is found by the entry point group ``refman.readers``.

    Attributes:
        kind: its name, as ``--from`` takes it.
        label: its name for people, in a few words.
        links_in_text: whether a draft's addresses stand in the text of its span, to be found there
            by whoever calls; False where the reader takes them from markup and gives them itself.
    """

    kind: str
    label: str
    links_in_text: bool

    def score(self, document: Document) -> float:
        """Return how well this reader fits, 0 (not at all) to 1 (it is this kind).

        Looks at no more than the head of the document, so that asking all readers is cheap.
        """
        ...

    def read(self, document: Document) -> Iterator[Piece]:
        """Yield what stands in the document, in its order, as it is read.

        Spans do not overlap. Those of drafts and left-overs together hold every character that is
        no white space; round the records of a reference file may stand what parts them there.
        """
        ...
