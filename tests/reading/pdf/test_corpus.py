"""Real PDFs beside the checkout: identity right where there is one, none invented."""

import json

import pytest

from refman.model import Draft, LeftOver, Record
from refman.normalise import title_key
from refman.reading.document import read_document
from refman.reading.pdf.process import PdfProcess
from refman.reading.readers.pdf import PDF

pytestmark = pytest.mark.corpus


@pytest.fixture(scope="module")
def read(corpus):
    folder = corpus / "pdf"
    truth = json.loads((folder / "pdf_truth.json").read_text("utf-8"))
    with PdfProcess() as pdfs:
        yield {
            name: (next(PDF.read(read_document(folder / name, pdfs=pdfs))), told)
            for name, told in truth.items()
        }


def test_titles_are_those_of_the_page(read):
    for name, (piece, told) in read.items():
        if told["title"] is None:
            assert isinstance(piece, LeftOver), name
        elif isinstance(piece, Record):
            assert "nothing but the DOI" in told["trap"], name
            assert piece.entry.title is None
        else:
            assert isinstance(piece, Draft), name
            assert title_key(piece.title) == title_key(told["title"]), name


def test_identifiers_are_those_of_the_paper_and_none_is_invented(read):
    for name, (piece, told) in read.items():
        if isinstance(piece, LeftOver):
            continue
        found = piece.entry.identifiers if isinstance(piece, Record) else piece.identifiers
        assert (found.arxiv.id if found.arxiv else None) == told.get("arxiv"), name
        if "doi" in told:
            assert found.doi == told["doi"], name


def test_authors_are_found_wherever_they_are_known(read):
    for name, (piece, told) in read.items():
        if "authors" in told:
            assert list(piece.authors) == told["authors"], name
        if "authors_first" in told:
            assert piece.authors[0] == told["authors_first"], name


def test_years_are_not_wrong(read):
    for name, (piece, told) in read.items():
        if isinstance(piece, Draft) and piece.issued and "year" in told:
            assert piece.issued.year == told["year"], name
