"""Which reader reads a document."""

from collections.abc import Iterator

import pytest

from refman.errors import FormatError
from refman.model import Draft
from refman.plugins import load_readers
from refman.reading.detect import choose_reader
from refman.reading.document import Document
from refman.reading.readers.page_text import PAGE_TEXT
from tests.samples import SHAPES, lay_out, make_papers

DOCUMENT = Document(source="-", text="a listing")


class Scored:
    def __init__(self, kind, score):
        self.kind, self.label, self._score = kind, kind, score

    def score(self, document) -> float:
        return self._score

    def read(self, document) -> Iterator:
        return iter(())


READERS = {
    "page_text": Scored("page_text", 0.4),
    "feed": Scored("feed", 0.9),
    "mail": Scored("mail", 0.9),
}


def test_best_score_reads_and_of_equals_the_first():
    assert choose_reader(DOCUMENT, READERS).kind == "feed"


@pytest.mark.parametrize("kind", ["page_text", "page-text"])
def test_named_kind_reads_whatever_it_scores(kind):
    assert choose_reader(DOCUMENT, READERS, kind=kind).kind == "page_text"


def test_nothing_is_refused_however_small_the_scores():
    assert choose_reader(DOCUMENT, {"mail": Scored("mail", 0.0)}).kind == "mail"


def test_unknown_kind_names_those_there_are():
    with pytest.raises(FormatError, match=r"no kind of listing 'pdf'; .*page_text, feed, mail"):
        choose_reader(DOCUMENT, READERS, kind="pdf")


def test_no_reader_at_all_is_told():
    with pytest.raises(FormatError, match="no reader"):
        choose_reader(DOCUMENT, {})


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("A Theory of Ladders\n\nLadders are tall.", 0.3, 0.6),
        ("  <html><body>", 0.0, 0.2),
        ('{"papers": []}', 0.0, 0.2),
        ("@article{a,}", 0.0, 0.2),
        ("", 0.0, 0.0),
    ],
)
def test_page_text_takes_any_text_but_leaves_markup_to_others(text, least, most):
    assert least <= PAGE_TEXT.score(Document(source="-", text=text)) <= most


@pytest.mark.parametrize("shape", SHAPES)
def test_page_text_is_known_in_every_layout(shape):
    text = lay_out(make_papers(12, seed=7), shape)
    document = Document(source="x", text=text.lstrip("\ufeff"))
    assert choose_reader(document, load_readers()).kind == "page_text"


def test_numbers_and_bare_addresses_make_no_markdown():
    text = (
        "1. Small Lamps: A Study of Tiny Light\nAnn Lee and Bo Chu\nWe study lamps that are small, "
        "and find that they glow. Code: https://github.com/example-lab/lamps.\n\n"
        "2. Large Lamps: Another Look\nDee Fox\nAbstract: We look again at lamps that are large. "
        "See https://example-lab.github.io/lamps for more.\n"
    )
    document = Document(source="x", text=text)
    assert choose_reader(document, load_readers()).kind == "page_text"


def test_prose_under_headings_is_page_text():
    text = "# Papers\n\n" + "".join(
        f"## {paper.title}\n\n{paper.abstract}\n\n" for paper in make_papers(5, seed=9)
    )
    document = Document(source="x", text=text)
    reader = choose_reader(document, load_readers())
    assert reader.kind == "page_text"
    assert sum(isinstance(piece, Draft) for piece in reader.read(document)) == 5
