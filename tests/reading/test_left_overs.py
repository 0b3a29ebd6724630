"""What of a source is no paper."""

from refman.model import Draft, LeftOver, Span
from refman.reading.left_overs import with_left_overs


def draft(start, end):
    return Draft(title="t", span=Span(start, end), confidence=1.0)


def test_what_stands_between_is_told_without_its_blanks():
    text = "  head  PAPER \n between\n PAPER  "
    first, second = draft(8, 13), draft(25, 30)
    assert list(with_left_overs(text, [first, second], "why")) == [
        LeftOver(Span(2, 6), "head", "why"),
        first,
        LeftOver(Span(16, 23), "between", "why"),
        second,
    ]


def test_text_without_papers_is_left_over_whole():
    assert list(with_left_overs(" a b ", [], "why")) == [LeftOver(Span(1, 4), "a b", "why")]
    assert list(with_left_overs(" \n", [], "why")) == []


def test_paper_inside_another_is_a_part_of_it():
    outer, inner = draft(0, 5), draft(2, 4)
    assert list(with_left_overs("PAPER", [outer, inner], "why")) == [outer]
