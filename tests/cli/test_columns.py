"""Lines fit a terminal, whose columns Chinese signs take two of."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.cli.columns import cut, width_of, wrap
from refman.cli.render import wrapped
from tests.growth import assert_cost_ratio

SIGNS = st.sampled_from("ab-.,(é界モ한。）\u0301\u202e ")
texts = st.lists(st.text(SIGNS, max_size=30), max_size=8).map(" ".join)
indents = st.sampled_from(["", "   - ", "界 "])
widths = st.integers(10, 40)


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("lamps", 5), ("e\u0301", 1), ("世界", 4), ("한국 a", 6), ("ｱ", 1)]
)
def test_a_text_takes_so_many_columns(text, width):
    assert width_of(text) == width


@given(texts, widths, indents, indents)
def test_lines_fit_and_nothing_is_lost(text, width, first, rest):
    lines = list(wrap(text, width, first=first, rest=rest, breaks_words=True))
    assert max(map(width_of, lines), default=0) <= width
    bare = [line.removeprefix(rest if number else first) for number, line in enumerate(lines)]
    assert "".join("".join(bare).split()) == "".join(text.split())
    assert bool(lines) == bool(text.split())


@given(st.text("ab- ", max_size=80), widths, st.sampled_from(["", "   - "]))
def test_words_of_single_columns_are_wrapped_as_python_does(text, width, first):
    text = " ".join(text.split())
    lines = wrap(text, width, first=first, rest="  ", breaks_words=False)
    assert list(lines) == textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent="  ",
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def test_a_line_ends_beside_wide_signs_and_begins_with_no_full_stop():
    text = "世界模型的新方法（草稿）。See https://lanterns.example/a/long/path 한국어"
    lines = list(wrap(text, 20, first="- ", rest="  ", breaks_words=False))
    assert lines == [
        "- 世界模型的新方法",
        "  （草稿）。See",
        "  https://lanterns.example/a/long/path",
        "  한국어",
    ]


def test_what_is_printed_fits_the_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    lines = wrapped("世界模型" * 40, "   title: ", "     ", breaks_words=False)
    assert [width_of(line) for line in lines] == [60, 59, 59, 59, 59, 59]
    assert len(lines[1]) == 5 + 27


@given(texts, widths)
def test_a_text_that_is_cut_fits(text, width):
    found = cut(text, width)
    assert width_of(found) <= width
    assert found == text or (found.endswith("…") and text.startswith(found[:-1].rstrip()))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("lamps of oil", "lamps of oil"),
        ("lamps of the quay", "lamps of …"),
        ("lamps of quays", "lamps of …"),
        ("a " + "x" * 20, "a xxxxxxxx …"),
        ("x" * 20, "xxxxxxxxxx …"),
        ("世界模型的新方法", "世界模型的 …"),
    ],
)
def test_a_text_is_cut_between_words_unless_that_loses_a_half(text, found):
    assert cut(text, 12) == found


@pytest.mark.parametrize("text", ["a", "é", "a ", "界", "界 a", "。"])
def test_cost_grows_with_length(text):
    def work(length):
        return lambda: list(wrap(text * length, 40, first="", rest="", breaks_words=True))

    assert_cost_ratio(work(20_000), work(2_000), most=30, floor_s=1e-3)
