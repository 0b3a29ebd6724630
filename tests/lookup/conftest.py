"""What tests of look-up share."""

import json

import pytest

from refman.pipeline import entry_of, read
from refman.reading.document import read_document
from refman.reading.readers.page_text import PAGE_TEXT


@pytest.fixture(scope="module")
def seed(corpus):
    """The entries of the seed's listing, as our reader has them, and what is known of each."""
    truth = json.loads((corpus / "seed" / "truth.json").read_text("utf-8"))
    known = json.loads((corpus / "seed" / "metadata.json").read_text("utf-8"))["papers"]
    document = read_document(corpus / "seed" / truth["file"])
    pieces = read(document, {PAGE_TEXT.kind: PAGE_TEXT}).pieces
    entries = [entry_of(piece, source="seed") for piece in pieces if hasattr(piece, "links")]
    assert [entry.title for entry in entries] == [paper["title"] for paper in known]
    return entries, known
