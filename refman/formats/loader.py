"""What a loader supplies: the way back, from a reference file to entries."""

from collections.abc import Iterator
from typing import Protocol

from refman.model import LeftOver, Record

__all__ = ["HEAD", "Loader"]

HEAD = 65_536
"""How many characters of a file a loader is shown to say whether it is its kind."""


class Loader(Protocol):
    """Read one kind of reference file.

    A loader is found by the entry point group ``refman.loaders``.

    Attributes:
        name: its name, as ``--from`` takes it.
        label: its name for people.
        suffixes: with the dot, in lower case; the first is the usual one.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]

    def score(self, head: str) -> float:
        """Return how surely this is such a file, 0 (not at all) to 1 (nothing else looks so).

        Args:
            head: the first HEAD characters of the text, without byte order mark.
        """
        ...

    def load(self, text: str) -> Iterator[Record | LeftOver]:
        """Yield what stands in the file, in its order, as it is read.

        Spans are in characters of ``text`` and do not overlap. What is no reference (a comment, a
        preamble) or cannot be read as one is a left-over that says why: nothing is passed over in
        silence. Never raises for what stands in the text.
        """
        ...
