"""What is taken out of a PDF: lines with their places, what its metadata say, its links.

These records travel from the process that opens a PDF to the one that asked for it.
"""

import msgspec

from refman.model import Span

__all__ = ["MOST_ADDRESS", "Anchor", "PdfContent", "PdfLine", "PdfPage"]

MOST_ADDRESS = 2000
"""Longer addresses of annotations are no addresses that people write."""


class Anchor(msgspec.Struct, frozen=True, array_like=True):
    """Hold a link annotation: the characters of a line that it covers, and where it leads."""

    start: int
    end: int
    url: str


class PdfPage(msgspec.Struct, frozen=True, array_like=True):
    """Hold the size of a page as it is shown, in points."""

    width: float
    height: float


class PdfLine(msgspec.Struct, frozen=True, array_like=True):
    """Hold one line of a page; a row of a table or of two columns is several.

    Attributes:
        text: never blank; signs that stand higher or lower are in it.
        span: where it stands in the text of the document; an address may stand behind it there.
        page: the first is 0.
        left: of its first sign, in points from the page's left edge.
        right: of its last sign.
        base: height of the base line, in points from the page's bottom.
        size: of most of its capitals, in points.
        face: the font's name, as far as it tells style: "CMBX12".
        turned: degrees, counted against the clock; 90 reads upwards.
        raised: stretches of the text that stand higher, as marks of footnotes do.
        anchors: links on it.
    """

    text: str
    span: Span
    page: int
    left: float
    right: float
    base: float
    size: float
    face: str = ""
    turned: int = 0
    raised: tuple[Span, ...] = ()
    anchors: tuple[Anchor, ...] = ()


class PdfContent(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold what was taken out of a PDF.

    Attributes:
        text: of the pages that were read, in the order in which they draw it; empty for a scan.
        lines: in the order of the text.
        pages: those whose text was read.
        page_count: of all pages.
        facts: what the metadata say, by name in lower case: "info:title", "dc:creator", and so on.
    """

    text: str
    lines: tuple[PdfLine, ...]
    pages: tuple[PdfPage, ...]
    page_count: int
    facts: dict[str, tuple[str, ...]] = {}
