"""Lists of papers in Markdown: awesome-lists, conference tables, daily tables."""

import re
from collections.abc import Iterator

from refman.model import Draft, LeftOver
from refman.reading.document import Document
from refman.reading.markdown_papers import read_papers

__all__ = ["MARKDOWN_LIST", "MarkdownList"]

_HEAD = 20_000
_MOST = 0.9
_FULL = 0.3
_LINK = re.compile(r"\]\(\s?<?https?://|<a\s[^<>]{0,200}href", re.IGNORECASE)
_MARKS = re.compile(
    r"^[ \t]{0,12}(?:[-*+][ \t]|\d{1,3}[.)][ \t]|\#{1,6}[ \t]|\*\*\S"
    r"|\|.{0,2000}\||<t[rdh]\b|:?-{3})",
    re.MULTILINE,
)
# Headings and bold lines; numbers and hyphens stand in any page's text too.
_OWN_MARKS = re.compile(r"^[ \t]{0,3}(?:\#{1,6}[ \t]|\*\*\S)", re.MULTILINE)
_LEAST_OWN = 0.1
_MOSTLY = 0.7


class MarkdownList:
    """Read a list of papers in Markdown, whatever its layout."""

    kind = "markdown_list"
    label = "list or table in Markdown"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: by lines with marks, and links in Markdown.

        Without such links, only where nearly every line has a mark, and some are Markdown's own.
        """
        head = document.text[:_HEAD]
        lines = sum(1 for line in head.splitlines() if line.strip())
        if not lines or head.lstrip().startswith(("{", "[{", "<!DOCTYPE", "<html", "<?xml")):
            return 0.0
        marks = len(_MARKS.findall(head)) / lines
        links = len(_LINK.findall(head)) / lines
        if not links and (len(_OWN_MARKS.findall(head)) < _LEAST_OWN * lines or marks < _MOSTLY):
            return 0.0
        return _MOST * min(1.0, marks / _FULL) * min(1.0, 0.6 + links)

    def read(self, document: Document) -> Iterator[Draft | LeftOver]:
        """Yield drafts and left-overs, block by block; see read_papers."""
        return read_papers(document.text)


MARKDOWN_LIST = MarkdownList()
