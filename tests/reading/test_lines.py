"""Text cut into lines: where they stand, what they can be, and that long ones cost little."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.reading.boilerplate import Field
from refman.reading.lines import LONG, Kind, cut_lines, is_address_line

PROSE = "We show that the lamp is lit by the keeper, and that the keeper is paid for it. " * 5


def cut(text):
    return [(text[line.start : line.end], line.number, line.gap) for line in cut_lines(text)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one\ntwo", [("one", 1, 0), ("two", 2, 0)]),
        ("\n\n one \n \n\ttwo\n", [("one", 3, 2), ("two", 5, 1)]),
        ("one\r\n\r\ntwo", [("one", 1, 0), ("two", 3, 1)]),
        ("one\rtwo\r\rthree", [("one", 1, 0), ("two", 2, 0), ("three", 4, 1)]),
        ("one\ftwo\u2028three", [("one", 1, 0), ("two", 2, 0), ("three", 3, 0)]),
        ("one\n\u00a0\ntwo\u00a0", [("one", 1, 0), ("two", 3, 1)]),
        ("one\u0085two", [("one\u0085two", 1, 0)]),
        ("one\ttwo\nthree", [("one", 1, 0), ("two", 1, 0), ("three", 2, 0)]),
        (" \n\t\n", []),
    ],
)
def test_lines_stand_where_the_source_has_them(text, lines):
    assert cut(text) == lines


def test_lines_are_counted_from_the_beginning_of_the_source():
    (line,) = cut_lines("---\r\nkey: a\r\n---\r\nA Theory of Ladders", 18)
    assert line.number == 4


def test_cell_of_a_table_is_a_line_of_its_own():
    first, second = cut_lines("\ta\tb")
    assert (first.cell, second.cell) == (False, True)
    assert first.indent == 1


@given(st.text(st.sampled_from("ab .\n\r\t\f\u00a0\u200b-12[]")))
def test_lines_hold_every_character_that_is_not_blank(text):
    covered = [False] * len(text)
    last_end = 0
    for line in cut_lines(text):
        assert last_end <= line.start < line.end
        assert line.start <= line.body <= line.stop <= line.end
        assert not text[line.start].isspace()
        assert not text[line.end - 1].isspace()
        covered[line.start : line.end] = [True] * line.length
        last_end = line.end
    assert all(cover or sign.isspace() for cover, sign in zip(covered, text, strict=True))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A Theory of Ladders", Kind.TEXT),
        (PROSE, Kind.PROSE),
        ("Subscribe", Kind.BOILERPLATE),
        ("# Daily Papers", Kind.BOILERPLATE),
        ("Authors: Ada Abelson", Kind.LABELLED),
        ("https://github.com/lantern-lab/glow", Kind.ADDRESS),
        ("arxiv.org/abs/2506.10001", Kind.ADDRESS),
        ("<https://lamps.example/>.", Kind.ADDRESS),
    ],
)
def test_line_is_known_for_what_it_can_be(text, kind):
    (line,) = cut_lines(text)
    assert line.kind is kind


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("1. A Theory of Ladders", "A Theory of Ladders"),
        ("[12] A Theory of Ladders", "A Theory of Ladders"),
        ("• A Theory of Ladders", "A Theory of Ladders"),
        ("## A Theory of Ladders", "A Theory of Ladders"),
        ("Title: A Theory of Ladders", "A Theory of Ladders"),
        ("3. Title: A Theory of Ladders", "A Theory of Ladders"),
        ("3D Ladders", "3D Ladders"),
        ("1.58-Bit Ladders", "1.58-Bit Ladders"),
        ("[A Theory of Ladders](https://arxiv.org/abs/2506.10001)", "A Theory of Ladders"),
    ],
)
def test_number_bullet_label_and_link_are_no_part_of_the_text(text, body):
    (line,) = cut_lines(text)
    assert text[line.body : line.stop] == body


def test_link_tells_the_paper_that_it_leads_to():
    (line,) = cut_lines("[A Theory of Ladders](https://arxiv.org/abs/2506.10001)")
    assert line.own is not None
    assert line.own.arxiv is not None
    assert line.own.arxiv.id == "2506.10001"
    (line,) = cut_lines("[A Theory of Ladders](https://lamps.example/1)")
    assert line.own is None


def test_lone_label_names_the_line_below_it():
    label, body, after = cut_lines("Abstract\n\nLamps are lit.\nA line more.")
    assert (label.kind, body.field, after.field) == (Kind.BOILERPLATE, Field.ABSTRACT, None)
    label, cell = cut_lines("Comments:\tfour pages")
    assert cell.field is Field.NOTE
    label, line = cut_lines("Comments:\nfour pages")
    assert line.field is None


def test_name_below_submitted_by_is_the_page_s():
    *_, name, title = cut_lines("Submitted by\n\nkeeper7\n\nA Theory of Ladders")
    assert name.kind is Kind.BOILERPLATE
    assert title.kind is Kind.TEXT


def test_same_address_again_is_told():
    url = "https://arxiv.org/abs/2506.10001"
    lines = list(cut_lines(f"{url}\n\n{url}\n\nhttps://arxiv.org/abs/2506.10002"))
    assert [line.again for line in lines] == [False, True, False]


def test_of_a_long_line_only_head_and_tail_are_kept():
    text = "lamp " * 100_000
    (line,) = cut_lines(text)
    assert line.length == len(text) - 1
    assert len(line.text) < 2 * LONG


def test_hundreds_of_short_lines_are_one():
    lines = list(cut_lines("lamp\n" * 1000 + "A Theory of Ladders in the Sea"))
    assert len(lines) < 10
    assert lines[0].kind is Kind.BARREN
    assert lines[-1].kind is Kind.TEXT
    assert lines[-1].number == 1001


@pytest.mark.parametrize("text", ["Ladders", "see https://a.example", "doi.org", "https://"])
def test_text_with_more_than_an_address_is_none(text):
    assert not is_address_line(text)
