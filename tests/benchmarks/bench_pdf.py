"""PDFs: what starting their process costs, and what a page does once it runs."""

import statistics
from pathlib import Path

import pytest

from refman.reading.document import Document, read_document
from refman.reading.pdf.process import PdfProcess
from refman.reading.readers.pdf import PDF
from tests.reading.pdf.maker import Page, make_pdf

ROUNDS = 9
ROWS = [(150, 720, 20, "bold", "Lamps by the Thousand"), (250, 690, 12, "serif", "Ann Berg")] + [
    (x, 640 - 11 * row, 9, "serif", "Lamps burn by night and rest by day, as we know well.")
    for row in range(50)
    for x in (54, 320)
]


def per_page_ms(benchmark, pages: int) -> float:
    return 1000 * statistics.median(benchmark.stats.stats.data) / pages


def test_start_of_the_process(benchmark):
    data = make_pdf([Page([(72, 700, 10, "serif", "Lamps")])])

    def once() -> None:
        with PdfProcess() as process:
            process.read(data, "lamps.pdf")

    benchmark.pedantic(once, rounds=ROUNDS, warmup_rounds=1)
    print(f"\nstart: {per_page_ms(benchmark, 1):.0f} ms")


def test_page_of_two_columns(benchmark):
    data = make_pdf([Page(ROWS)] * 3)
    with PdfProcess() as process:

        def once() -> None:
            content = process.read(data, "lamps.pdf")
            document = Document(source="lamps.pdf", text=content.text, data=data, pdf=content)
            assert len(list(PDF.read(document))) == 1

        benchmark.pedantic(once, rounds=ROUNDS, warmup_rounds=1)
    print(f"\nmade page: {per_page_ms(benchmark, 3):.1f} ms")


@pytest.mark.corpus
def test_real_pages(benchmark, corpus):
    paths: list[Path] = sorted((corpus / "pdf").glob("*.pdf"))
    with PdfProcess() as process:

        def once() -> int:
            pages = 0
            for path in paths:
                document = read_document(path, pdfs=process)
                assert len(list(PDF.read(document))) == 1
                pages += len(document.pdf.pages)
            return pages

        pages = benchmark.pedantic(once, rounds=ROUNDS, warmup_rounds=1)
    print(f"\nreal pages ({pages} of {len(paths)} files): {per_page_ms(benchmark, pages):.1f} ms")
