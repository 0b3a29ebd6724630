"""Every row of the table of rules for a first page."""

import pytest

from refman.reading.pdf.rules import closed_up, first_words, no_title, no_title_rows, words
from refman.resources import read_table, read_text
from tests.growth import assert_cost_ratio

TRUE_TITLES = [
    "Journal Entries of a Lamp: Learning from Logs",
    "Nature Finds a Way: Growing Lamps",
    "Review Networks for Lamp Captions",
    "Introduction to Lamps",
    "Lanterns Are All They Need",
    "Deep Residual Lamps for Night Recognition",
    "Universal Lamps at Scale",
    "The Science of Street Lamps",
    "Letters Home: Reading by Lamp Light",
    "A Short Note on Long Lamps",
    "This Lamp Does Not Exist",
    "Proof of Lamp",
    "Published Lamps Are Brighter",
    "Schools of Fish and Universities of Lamps",
    "Frontiers of Lamp Control",
    "Thesis Title",
    "Paper Title",
    "Lamps 101",
    "Open Access to Lamps Raises Their Number",
]


@pytest.mark.parametrize(
    ("what", "example"),
    [(row.what, example) for row in no_title_rows() for example in row.examples],
)
def test_row_matches_its_examples(what, example):
    assert no_title(example) is not None
    row = next(row for row in no_title_rows() if row.what == what)
    assert row.examples


@pytest.mark.parametrize("title", TRUE_TITLES)
def test_true_titles_match_no_row(title):
    assert no_title(title) is None


def test_every_list_of_words_is_in_lower_case():
    table = read_table("pdf.toml")
    for section in ("placeholders", "abstract", "authors", "links", "hyphens"):
        for name, value in table[section].items():
            if isinstance(value, list):
                assert words(section, name) == frozenset(word.lower() for word in value)


@pytest.mark.parametrize(
    ("line", "closed"),
    [("A B S T R A C T", "ABSTRACT"), ("A B C", "A B C"), ("I am a lamp", "I am a lamp"), ("", "")],
)
def test_letter_spaced_words_are_closed_up(line, closed):
    assert closed_up(line) == closed


@pytest.mark.parametrize(
    ("line", "found"),
    [("Abstract. Lamps", "abstract"), ("1. Introduction", "introduction"), ("Abstraction", None),
     ("II. INTRODUCTION", "introduction"), ("Lamps", None)],
)  # fmt: skip
def test_first_words(line, found):
    assert first_words(line, frozenset({"abstract", "introduction"})) == found


@pytest.mark.parametrize(
    "sign", ["a", "a ", "review ", "original ", "1 ", ". ", "A-", "university ", "journal of "]
)
def test_patterns_do_not_blow_up(sign):
    long, short = sign * 4_000, sign * 10
    no_title.cache_clear()
    assert_cost_ratio(
        lambda: (no_title.cache_clear(), no_title(long)),
        lambda: (no_title.cache_clear(), no_title(short)),
        most=400,
        floor_s=0.0002,
    )
    assert read_text("pdf.toml").count("[[no_title]]") == len(no_title_rows())
