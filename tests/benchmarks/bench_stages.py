"""The steps of the data's way one by one, each over the same 1,000 papers."""

import pytest

from refman.citekeys import DEFAULT_PATTERN, compile_pattern
from refman.formats.format import Options
from refman.links import links_in
from refman.model import Draft
from refman.pipeline import entry_of, export, keyed, read_whole
from refman.plugins import load_formats, load_readers
from refman.reading.document import Document
from tests.samples import lay_out, make_papers

PAPERS = 1_000
PATTERN = compile_pattern(DEFAULT_PATTERN)


@pytest.fixture(scope="module")
def document():
    return Document(source="listing.txt", text=lay_out(make_papers(PAPERS), "seed"))


@pytest.fixture(scope="module")
def drafts(document):
    found = read_whole(document, load_readers()).drafts
    assert len(found) == PAPERS
    return found


@pytest.fixture(scope="module")
def entries(drafts):
    return keyed([entry_of(draft, source="listing.txt") for draft in drafts], PATTERN)


def test_reading(benchmark, document):
    reader = load_readers()["page_text"]
    found = benchmark(lambda: list(reader.read(document)))
    assert sum(isinstance(piece, Draft) for piece in found) == PAPERS


def test_links(benchmark, document, drafts):
    assert any(benchmark(lambda: [links_in(document.text, draft.span) for draft in drafts]))


def test_normalising(benchmark, drafts):
    assert benchmark(lambda: [entry_of(draft, source="listing.txt") for draft in drafts])


def test_citekeys(benchmark, drafts):
    bare = [entry_of(draft, source="listing.txt") for draft in drafts]
    assert benchmark(lambda: keyed(bare, PATTERN))


@pytest.mark.parametrize("name", sorted(load_formats()))
def test_writing(benchmark, entries, name):
    format_ = load_formats()[name]
    assert benchmark(lambda: "".join(export(entries, format_, Options())[0]))
