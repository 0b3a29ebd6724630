"""Which reader reads a document."""

from collections.abc import Iterator

import pytest

from refman.errors import FormatError
from refman.reading.detect import choose_reader
from refman.reading.document import Document
from refman.reading.readers.page_text import PAGE_TEXT

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
