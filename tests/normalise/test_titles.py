import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.normalise import (
    ascii_key,
    coined_name,
    decode_latex,
    normalise_title,
    significant_words,
    title_key,
)
from refman.resources import read_table
from tests.normalise.cases import cases

TABLE = read_table("words.toml")

PIECES = [
    "Lamp", "map", "RT-2", "of", "3", ".", "..", ":", " ", "\n", "\\emph{", "}", "$", "\\\"u", "π",
    "_0", "(VLT)", "é", "灯", "：", "\\", "~", "--", "al.", "\u200b", "Ã", "¼",
]  # fmt: skip
title_text = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))


@pytest.mark.parametrize(("title", "shown"), cases("titles.toml"))
def test_titles_are_shown(title, shown):
    assert normalise_title(title) == shown


@given(title_text)
def test_normalising_twice_is_normalising_once(title):
    assert normalise_title(normalise_title(title)) == normalise_title(title)


@given(title_text)
def test_a_title_is_one_line_and_reads_as_it_is(title):
    shown = normalise_title(title)
    assert shown == " ".join(shown.split())
    assert decode_latex(shown) == shown


@pytest.mark.parametrize(("one", "other", "key"), cases("title_keys.toml"))
def test_two_writings_have_one_key(one, other, key):
    assert title_key(one) == title_key(other) == key


@given(title_text)
def test_a_key_is_its_own_key(title):
    assert title_key(title_key(title)) == title_key(title)


@given(title_text)
def test_a_key_holds_letters_and_digits(title):
    assert all(map(str.isalnum, title_key(title)))


@pytest.mark.parametrize(("text", "key"), cases("ascii_keys.toml"))
def test_ascii_keys(text, key):
    assert ascii_key(text) == key


@given(st.text())
def test_an_ascii_key_is_ascii_in_small_letters(text):
    key = ascii_key(text)
    assert key == "" or (key.isascii() and key.isalnum() and key == key.lower())
    assert ascii_key(key) == key


@pytest.mark.parametrize(("letter", "ascii_letters"), TABLE["letters"].items())
def test_every_letter_has_its_key_in_both_cases(letter, ascii_letters):
    assert letter == letter.lower()
    assert ascii_key(letter) == ascii_key(letter.upper()) == ascii_letters


@pytest.mark.parametrize(("title", "words"), cases("words.toml"))
def test_significant_words(title, words):
    assert significant_words(title) == words


@given(title_text)
def test_significant_words_are_ascii_keys(title):
    assert all(word and ascii_key(word) == word for word in significant_words(title))


@pytest.mark.parametrize("language", TABLE["stop_words"])
def test_every_stop_word_is_left_out(language):
    for word in TABLE["stop_words"][language]:
        assert significant_words(f"{word.upper()} lamp {word}") == ["lamp"]


@pytest.mark.parametrize(("title", "name"), cases("coined.toml"))
def test_coined_names(title, name):
    assert coined_name(title) == (name or None)


@given(title_text)
def test_a_coined_name_is_part_of_its_title(title):
    name = coined_name(title)
    assert name is None or (name in title and 0 < len(name.split()) <= 3)


@pytest.mark.parametrize("word", TABLE["titles"]["not_coined"])
def test_no_kind_of_paper_is_coined(word):
    assert coined_name(f"{word.capitalize()}: maps") is None
    assert coined_name(f"{word.capitalize()}X: maps") == f"{word.capitalize()}X"


@pytest.mark.parametrize("word", TABLE["titles"]["abbreviations"])
def test_every_abbreviation_keeps_its_stop(word):
    assert normalise_title(f"Maps {word}.") == f"Maps {word}."
    assert unicodedata.normalize("NFC", word).casefold() == word
