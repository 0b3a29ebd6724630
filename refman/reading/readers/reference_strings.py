"""Bibliographies as they are printed: numbered or not, in whatever style.

Each string is cut as far as its marks allow; what the cut leaves over lowers its score and is told,
and the string itself stays in the entry.
"""

import re
from collections.abc import Iterator

from refman.model import LeftOver, Record
from refman.reading.document import Document

__all__ = ["REFERENCE_STRINGS", "ReferenceStrings"]

_HEAD = 16_000
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_A_YEAR_IN = 1_500
"""In how many characters a bibliography has a year at the least."""


class ReferenceStrings:
    """Read reference strings; each gives an entry that keeps the string word for word."""

    kind = "reference_strings"
    label = "bibliography as it is printed"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: how many blocks have names, year and venue."""
        head = document.text[:_HEAD]
        if len(_YEAR.findall(head)) * _A_YEAR_IN < len(head):
            return 0.0
        # Slow to import, and most listings have few years.
        from refman.reading.references.listing import fits  # noqa: PLC0415

        return fits(document)

    def read(self, document: Document) -> Iterator[Record | LeftOver]:
        """Yield a record for each reference; headings and other text are left over."""
        from refman.reading.references.listing import read_references  # noqa: PLC0415 - as above

        return read_references(document)


REFERENCE_STRINGS = ReferenceStrings()
