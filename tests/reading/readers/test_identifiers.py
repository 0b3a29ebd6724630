"""Lists of identifiers: forms, separators, what is none."""

import pytest

from refman.model import ItemType, LeftOver, Record
from refman.reading.document import Document
from refman.reading.readers.identifiers import IDENTIFIERS
from tests.reading.readers.listed import read_list


def entries(text):
    pieces = read_list(IDENTIFIERS, text)
    return [piece.entry for piece in pieces if isinstance(piece, Record)]


def reasons(text):
    pieces = read_list(IDENTIFIERS, text)
    return [piece.why for piece in pieces if isinstance(piece, LeftOver)]


def named(text):
    return [entry.identifiers.doi or entry.identifiers.pmid or entry.url for entry in entries(text)]


@pytest.mark.parametrize(
    ("text", "dois"),
    [
        ("10.1234/a,10.1234/b", ["10.1234/a", "10.1234/b"]),
        ("10.1234/a;10.1234/b;", ["10.1234/a", "10.1234/b"]),
        ("10.1234/a, 10.1234/b and 10.1234/c", ["10.1234/a", "10.1234/b", "10.1234/c"]),
        ("10.1234/a\t10.1234/b", ["10.1234/a", "10.1234/b"]),
        ("(10.1234/a(1)b)", ["10.1234/a(1)b"]),
        ("[1] 10.1234/a\r\n[2] 10.1234/b", ["10.1234/a", "10.1234/b"]),
        ("10.1234/a\r10.1234/b", ["10.1234/a", "10.1234/b"]),
        ("10.1234/a;b,c", ["10.1234/a;b"]),
        ("https://doi.org/10.1234/a,c", ["10.1234/a"]),
        ("https://doi.org/10.1234/a,https://doi.org/10.1234/b", ["10.1234/a", "10.1234/b"]),
        ("doi.org/10.1234/a", ["10.1234/a"]),
        ("DOI 10.1234/a.", ["10.1234/a"]),
        ("1,10.1234/a,read", ["10.1234/a"]),
        ("\u201c10.1234/a\u201d", ["10.1234/a"]),
    ],
)
def test_separators(text, dois):
    assert named(text) == dois


def test_remarks_are_kept_beside_their_identifier():
    (first, second) = entries("10.1234/a  # for Ada; 10.1234/b (the second one)")
    assert first.notes == ("for Ada",)
    assert second.notes == ("the second one",)


def test_identifier_inside_a_remark_is_a_mention():
    (entry,) = entries("10.1234/a - see 10.1234/b and PMID: 123")
    assert entry.identifiers.doi == "10.1234/a"
    assert entry.notes == ("see 10.1234/b and PMID: 123",)


def test_words_before_an_identifier_are_told():
    (piece,) = read_list(IDENTIFIERS, "Lamps that fold 10.1234/a")
    assert piece.entry.title is None
    assert piece.entry.notes == ("Lamps that fold",)
    assert [problem.why for problem in piece.problems] == ["words stand before the identifier"]


def test_an_identifier_says_no_more_than_it_does():
    (piece,) = read_list(IDENTIFIERS, "arXiv:2506.18701v2 [cs.CV]")
    entry = piece.entry
    assert (entry.title, entry.author, entry.issued) == (None, (), None)
    assert (entry.identifiers.arxiv.version, entry.identifiers.arxiv.primary_class) == (2, "cs.CV")
    assert entry.identifiers.doi == "10.48550/arXiv.2506.18701"
    assert entry.url == "https://arxiv.org/abs/2506.18701"
    assert piece.problems == ()


def test_isbn_is_a_book():
    (entry,) = entries("ISBN 978-0-306-40615-7")
    assert (entry.type, entry.identifiers.isbn) == (ItemType.BOOK, "9780306406157")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("12345678", "bare number"),
        ("PMID", "no identifier"),
        ("2513.18701", "no month"),
        ("2500.18701", "no month"),
        ("978-0-306-40615-8", "check digit"),
        ("10.1234/", "breaks off"),
        ("https://lamps.example/", "address that names no paper"),
        ("lamps and bridges", "no identifier"),
    ],
)
def test_why_a_line_is_none(text, why):
    (told,) = reasons(text)
    assert why in told
    assert entries(text) == []


@pytest.mark.parametrize(
    "again",
    ["10.1234/LAMP", "https://doi.org/10.1234/lamp", "doi:10.1234/Lamp"],
)
def test_repeats_are_told_with_their_line(again):
    assert reasons(f"\n10.1234/lamp\n{again}\n") == ["repeats the identifier at line 2"]


def test_versions_of_one_preprint_are_repeats():
    assert len(entries("2506.18701v1\narXiv:2506.18701v2\n10.48550/arXiv.2506.18701")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Small Lamps for Large Rooms\nAda Abelson\n10.1234/lamp\nWe study lamps that are small.",
        "See arXiv:2506.18701 for the proof, and 10.1234/lamp for the data that we used there.",
        "3.14\n2.71\n1.41\n",
        "2024\n2025\n",
        "- [Lamps](https://arxiv.org/abs/2506.18701)\n",
    ],
)
def test_other_texts_are_no_lists(text):
    assert IDENTIFIERS.score(Document(source="x", text=text)) < 0.4
