"""Where lines were wrapped: the width that they betray, and what goes on with what."""

import textwrap

import pytest

from refman.reading.lines import cut_lines
from refman.reading.wraps import wrap_odds, wrap_width
from tests.samples import make_papers

ABSTRACTS = [paper.abstract for paper in make_papers(6, seed=3)]


def lines_of(text):
    return list(cut_lines(text))


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100, 120])
def test_width_is_found_from_the_lines_themselves(width):
    text = "\n\n".join(textwrap.fill(abstract, width) for abstract in ABSTRACTS)
    found = wrap_width(lines_of(text))
    assert found is not None
    assert width - 3 <= found <= width + 1


def test_titles_of_any_length_were_not_wrapped():
    titles = "\n".join(paper.title for paper in make_papers(60, seed=5))
    assert wrap_width(lines_of(titles)) is None


def test_paragraphs_on_one_line_were_not_wrapped():
    assert wrap_width(lines_of("\n".join(ABSTRACTS))) is None
    assert wrap_width([]) is None


def odds(text, width=None):
    above, line = lines_of(text)
    return wrap_odds(above, line, width)


def test_first_line_and_line_behind_a_blank_one_go_on_with_nothing():
    (line,) = lines_of("a lamp")
    assert wrap_odds(None, line, 72) < -5
    assert odds("We show that the lamp\n\nis lit") < -5


@pytest.mark.parametrize(
    ("likelier", "than"),
    [
        (("lamps are lit by\nthe keeper", None), ("lamps are lit by\nThe keeper", None)),
        (("A Theory of\nLadders", None), ("A Theory\nLadders", None)),
        (("lamps are lit\nKeepers are paid", None), ("lamps are lit.\nKeepers are paid", None)),
        (("lamps that are lit all\nnight", 24), ("lamps that are lit\nNight", 40)),
        (("lamps are lit\nby keepers", None), ("lamps are lit\n2. by keepers", None)),
        (("lamps are lit\nby keepers", None), ("lamps are lit\tBy keepers", None)),
        (("Title: Lamps\n  and Ladders", None), ("Title: Lamps\nand Ladders", None)),
        (("lamps are lit\n(by keepers", None), ("lamps are lit\nBy keepers", None)),
    ],
)
def test_signs_of_wrapping(likelier, than):
    assert odds(*likelier) > odds(*than)
