"""PDFs of papers: one paper a file, known by its first page.

What the first page shows counts, by size and by place; metadata only support it, for they often
name a template, a file or the proceedings. Each finding has its reason.
"""

from collections.abc import Iterator

from refman.model import LeftOver, Span
from refman.reading.document import Document
from refman.reading.reader import Piece

__all__ = ["PDF", "Pdf"]


class Pdf:
    """Read a PDF as one paper."""

    kind = "pdf"
    label = "PDF of a paper"
    links_in_text = False

    def score(self, document: Document) -> float:
        """Return how well this reader fits: 1 for a PDF, 0 for all else."""
        return 1.0 if document.pdf is not None or _is_pdf(document) else 0.0

    def read(self, document: Document) -> Iterator[Piece]:
        """Yield the paper, its span all of the text that was read.

        Where no title can be told, an identifier alone gives a record without one; where there is
        none either, all is left over.

        Raises:
            InputError: the document is no PDF that can be read.
        """
        # Their patterns and processes cost time, which no other kind of input is to pay.
        from refman.reading.pdf.paper import paper_of  # noqa: PLC0415
        from refman.reading.pdf.process import PdfProcess  # noqa: PLC0415

        content = document.pdf
        if content is None:
            if not _is_pdf(document) or document.data is None:
                text = document.text.strip()
                start = document.text.find(text)
                yield LeftOver(Span(start, start + len(text)), text, "no PDF")
                return
            with PdfProcess() as process:
                content = process.read(document.data, document.source)
        yield paper_of(content, document.source)


PDF = Pdf()


def _is_pdf(document: Document) -> bool:
    return document.data is not None and b"%PDF-" in document.data[:1024]
