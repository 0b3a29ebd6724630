import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.links.rules import sentences
from refman.links.sentence import sentence_span
from refman.model import Span

ADDRESS = "https://example.org/a"


def sentence(text, within=None):
    place = Span(text.index(ADDRESS), text.index(ADDRESS) + len(ADDRESS))
    found = sentence_span(text, place, within or Span(0, len(text)))
    return text[found.start : found.end]


@pytest.mark.parametrize("word", sorted(sentences().abbreviations))
def test_no_abbreviation_ends_a_sentence(word):
    for written in (word, word.capitalize()):
        inner = f"The tide of {written}. Harbour is at {ADDRESS} in {written}. Three, say."
        assert sentence(f"Ships sail. {inner} We row.") == inner


@pytest.mark.parametrize("word", sorted(sentences().lead_ins))
def test_every_lead_in_leads_over_a_line_end(word):
    assert sentence(f"Ships sail. The tide {word}\n{ADDRESS}.") == f"The tide {word}\n{ADDRESS}."


@pytest.mark.parametrize("mark", [".", "!", "?", "…", '."', ".)", ".”", "..."])
def test_marks_end_a_sentence(mark):
    assert sentence(f"Ships sail{mark} It is {ADDRESS}{mark} We row.") == f"It is {ADDRESS}{mark}"


@pytest.mark.parametrize("mark", ["。", "！", "？", "。」"])
def test_wide_marks_end_a_sentence_without_a_blank(mark):
    assert sentence(f"船{mark}见 {ADDRESS}{mark}船") == f"见 {ADDRESS}{mark}"


@pytest.mark.parametrize(
    "next_line",
    [
        "- ships",
        "* ships",
        "• ships",
        "12. ships",
        "(3) ships",
        "[1] ships",
        "# ships",
        "> ships",
        "**Ships** sail",
        "Ships: they sail",
        "Ships and tides: they sail",
        "",
        "https://example.org/b",
        "Ships https://example.org/b",
        "<https://example.org/b>",
        "www.example.org",
        "We row",
    ],
)
def test_lines_that_begin_anew(next_line):
    assert sentence(f"See {ADDRESS}\n{next_line}\n") == f"See {ADDRESS}"


@pytest.mark.parametrize("next_line", ["for all ships", "where ships sail", "  and https://b.org"])
def test_lines_that_go_on(next_line):
    assert sentence(f"See {ADDRESS}\n{next_line}") == f"See {ADDRESS}\n{next_line}"


def test_a_line_that_ends_in_another_address_ends_there():
    assert sentence(f"Ships: www.example.org\nSee {ADDRESS}") == f"See {ADDRESS}"
    assert sentence(f"Ships at http://b.org\nSee {ADDRESS}") == f"See {ADDRESS}"
    assert sentence(f"Ships sail to\nQuays at {ADDRESS}") == f"Ships sail to\nQuays at {ADDRESS}"
    assert sentence(f"\nQuays at {ADDRESS}") == f"Quays at {ADDRESS}"


def test_a_number_ends_no_sentence():
    assert (
        sentence(f"The 2.5 m of 3.Tide are at {ADDRESS}") == f"The 2.5 m of 3.Tide are at {ADDRESS}"
    )


def test_a_sentence_stays_within_the_paper():
    text = f"Quays and tides {ADDRESS} and harbours"
    assert sentence(text, Span(6, len(text) - 3)) == f"and tides {ADDRESS} and harbo"


@given(
    st.text(alphabet=" \n.aB:,。", max_size=3_000), st.text(alphabet=" \n.aB:,。", max_size=3_000)
)
def test_a_sentence_holds_its_address_and_is_bounded(before, behind):
    text = before + ADDRESS + behind
    found = sentence_span(text, Span(len(before), len(before + ADDRESS)), Span(0, len(text)))
    assert found.start <= len(before) < len(before + ADDRESS) <= found.end
    assert found.end - found.start <= 1_100
    assert text[found.start : found.end] == text[found.start : found.end].strip()
