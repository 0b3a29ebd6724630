"""Text copied off a page that lists papers."""

from collections.abc import Iterator

from refman.model import Draft, LeftOver
from refman.reading.document import Document
from refman.reading.segment import segment

__all__ = ["PAGE_TEXT", "PageText"]

_MARKUP = ("<", "{", "[{", "@", "\\")
_HEAD = 200


class PageText:
    """Read the text of a page, whatever the site and however its lines were broken."""

    kind = "page_text"
    label = "text copied off a page"
    links_in_text = True

    def score(self, document: Document) -> float:
        """Return how well this reader fits: any text may be one, markup and data hardly."""
        head = document.text[:_HEAD].lstrip()
        if not head:
            return 0.0
        return 0.1 if head.startswith(_MARKUP) else 0.4

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield drafts and left-overs as the text is read; see segment."""
        return segment(document.text)


PAGE_TEXT = PageText()
