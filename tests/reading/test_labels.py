"""Every row of the table of labels, and what is none."""

import pytest

from refman.model import LinkKind
from refman.reading.labels import (
    TABLE,
    Field,
    field_of,
    is_label,
    is_section,
    is_venue,
    kinds_of_label,
    plain,
)
from refman.resources import read_table

ROWS = read_table(TABLE)


def rows_of(section):
    return [(name, word) for name, words in ROWS[section].items() for word in words]


@pytest.mark.parametrize(("kind", "word"), rows_of("kinds"))
def test_each_label_says_its_kind(kind, word):
    assert kinds_of_label(word)[0] is LinkKind(kind)
    assert kinds_of_label(f"[**{word.upper()}**]")[0] is LinkKind(kind)
    assert is_label(word)


@pytest.mark.parametrize("word", ROWS["filler"]["words"])
def test_each_filler_says_nothing(word):
    assert is_label(word)
    assert not set(kinds_of_label(word)) - {LinkKind.PAPER}


@pytest.mark.parametrize("word", ROWS["endings"]["words"])
def test_each_ending_makes_a_short_text_a_label(word):
    assert kinds_of_label(f"TideNet {word}") == kinds_of_label(word)
    assert not is_label(f"A Sea without Any {word}")


@pytest.mark.parametrize(("field", "word"), rows_of("fields"))
def test_each_name_of_a_field(field, word):
    assert field_of(word) is Field(field)
    assert field_of(f"**{word.title()}**") is Field(field)


@pytest.mark.parametrize("word", ROWS["venues"]["words"])
def test_each_venue_is_known_alone_and_with_its_year(word):
    assert all(map(is_venue, (word, f"{word.upper()} 2024", f"({word}'23)", f"{word}, Oral")))


@pytest.mark.parametrize("word", ROWS["venues"]["beside"])
def test_each_word_beside_a_venue_is_none_alone(word):
    assert is_venue(f"CVPR {word} 2024")
    assert not is_venue(word) or word in ROWS["venues"]["words"]


@pytest.mark.parametrize("start", ROWS["venues"]["starts"])
def test_each_long_name_of_a_venue(start):
    assert is_venue(f"{start.title()} Sand and Water, 2024")


@pytest.mark.parametrize("word", ROWS["sections"]["words"])
def test_each_section_without_papers(word):
    assert is_section(word)
    assert is_section(f"🔥 {word.title()}:")


@pytest.mark.parametrize("section", ["kinds", "fields"])
def test_no_word_stands_twice(section):
    words = [word for _, word in rows_of(section)]
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize(
    ("label", "kinds"),
    [
        ("Project Page", ["project"]),
        ("💻 Code (not yet)", ["code"]),
        ("Official Code (PyTorch)", ["code"]),
        ("Code & Data", ["code", "dataset"]),
        ("Paper&Code", ["paper", "code"]),
        ("PDF+Supp @CVPR", ["paper", "other"]),
        ("arXiv 2023", ["paper"]),
        ("CVPR'24", ["paper"]),
        ("ICLR2023", ["paper"]),
        ("Video Demo", ["video"]),
        ("项目主页", ["project"]),
        ("here", []),
        ("2401.00001", []),
        ("A Study of Code", []),
        ("", []),
    ],
)
def test_label_says_what_its_words_say(label, kinds):
    assert [kind.value for kind in kinds_of_label(label)] == kinds


@pytest.mark.parametrize(
    "text", ["A Study of Code", "Learning from Papers and Code", "TideNet", "x " * 60]
)
def test_title_is_no_label(text):
    assert not is_label(text)
    assert not kinds_of_label(text)


@pytest.mark.parametrize(
    "text", ["", "Swimming in 2024", "Oral", "A Nature of Things", "CVPR " * 60]
)
def test_what_is_no_venue(text):
    assert not is_venue(text)


@pytest.mark.parametrize("text", ["Datasets", "Surveys", "2024", "Papers", ""])
def test_what_is_a_section_of_papers(text):
    assert not is_section(text)


def test_plain_takes_marks_and_emoji_off_the_ends_alone():
    assert plain("🔥 **[A: b (c)]**, ") == "A: b (c"
    assert plain("…") == "…"
