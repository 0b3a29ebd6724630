import pytest
from hypothesis import given

from refman.formats.crosswalk import rows
from refman.formats.extra import harmless_lines, identifier_lines, labelled, link_line
from refman.model import Arxiv, ArxivId, Entry, Identifiers, Link, LinkKind, Span
from tests.formats.entries import FULL
from tests.formats.shown import law, texts
from tests.formats.zotero_reader import UNSAFE_LABELS, label_of


def test_a_field_stands_behind_its_label():
    assert labelled("event_place", "Lisbon") == "Event Place: Lisbon"


def test_no_label_of_ours_is_one_that_zotero_takes_for_another_field():
    labels = [row["label"] for row in rows("zotero_extra").values()]
    labels += [row["extra"] for row in rows("links").values()]
    assert len(labels) == len(set(labels))
    assert not {label.casefold() for label in labels} & UNSAFE_LABELS


def test_identifiers_stand_in_lines_arxiv_first_as_zotero_writes_it():
    assert identifier_lines(FULL) == [
        "arXiv:2506.12345 [cs.CV]",
        "PMID: 12345678",
        "OpenReview: d1mM3rX",
        "DBLP: conf/lamp/Lindqvist25",
        "Semantic Scholar: 0123456789abcdef0123456789abcdef01234567",
        "OpenAlex: W1234567890",
    ]
    bare = Entry(identifiers=Identifiers(arxiv=Arxiv(ArxivId("2506.12345"))))
    assert identifier_lines(bare) == ["arXiv:2506.12345"]
    assert identifier_lines(Entry()) == []


@pytest.mark.parametrize(
    ("url", "promised", "line"),
    [
        ("https://x.example/a", False, "Code URL: https://x.example/a"),
        ("https://x.example/a", True, "Code URL: https://x.example/a (promised)"),
        ("Publisher: x\nNumber: 7", False, "- Code URL: Publisher:%20x%20Number:%207"),
    ],
)
def test_a_link_is_one_line(url, promised, line):
    link = Link(url=url, raw_url=url, span=Span(0, 1), kind=LinkKind.CODE, promised=promised)
    assert link_line(link) == line


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Read this.\n\n  Then that.", ["Read this.", "Then that."]),
        ("Code: https://x.example", ["- Code: https://x.example"]),
        ("  code : x", ["- code : x"]),
        ("Étape: x", ["- Étape: x"]),
        ("a {:doi: y} b", ["- a { :doi: y} b"]),
        ("10: 30", ["10: 30"]),
        ("", []),
    ],
)
def test_text_of_other_people_is_no_label(text, lines):
    assert harmless_lines(text) == lines


@law
@given(texts())
def test_no_text_at_all_is_a_label(text):
    for line in harmless_lines(text):
        assert label_of(line) is None
        assert "{:" not in line
        assert "\n" not in line
