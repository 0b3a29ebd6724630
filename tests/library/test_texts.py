"""Texts are folded so that what people type meets what was written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.library.texts import (
    EVERY,
    HEAD,
    fold,
    joined_words,
    piece,
    pieces_of,
    texts_of,
    words_of,
)
from refman.model import Arxiv, Entry, Identifiers, Name
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Größe, Łódź!", "grosse lodz"),
        ("GRÖSSE", "grosse"),
        ("Gro\u0308\u00dfe", "grosse"),
        (r"$\pi_0$ π₀ pi0", "pi0 pi0 pi0"),
        (r"A$^2$Nav A²Nav", "a2nav a2nav"),
        (r"Erd\H{o}s", "erdos"),
        ("état l’art", "etat l art"),
        ("vision–language", "vision language"),
        ("Žižek, Nguyễn, Ørsted, Þór", "zizek nguyen orsted thor"),
        ("Мир", "mir"),
        ("世界model", "世 界 model"),
        ("ガンダム", "カ ン タ ム"),
        ("ตัวแบบ", "ต ว แ บ บ"),
        ("한국어 연구", unicodedata.normalize("NFKD", "한국어 연구")),
        ("ﬁne 𝐊 İ", "fine k i"),
        ("soft\u00adware zero\u200bwidth", "software zerowidth"),
        (f"x{EVERY}y", "x y"),
        ("\ud800 \x00a", "a"),
        ("¿x? «y» 「z」…", "x y z"),
        ("50% of $20", "50 of 20"),
        ("âãäåæçèéêëìíîï", "aaaaaeceeeeiiii"),  # more signs than are replaced one by one
    ],
)
def test_words_of_a_text(text, words):
    assert words_of(fold(text)) == words.split()


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("GPT-4 and O’Brien's", "gpt4 obriens"),
        ("state-of-the-art", "stateoftheart"),
        ("(vision-language), 'quoted' -x y- a--b", "visionlanguage ab"),
        ("x_max, a/b-c.", "xmax bc"),
        ("plain words", ""),
        ("a-" * 40 + "b", ""),
    ],
)
def test_words_that_may_be_one(text, joined):
    assert joined_words(fold(text)) == joined.split()


def headed(word):
    return word if word == EVERY else HEAD + word


def test_the_texts_of_an_entry():
    entry = Entry(
        title="GPT-4 walks",
        title_short="G4",
        author=(Name(given="Jan", non_dropping_particle="van der", family="Berg", suffix="Jr"),),
        editor=(Name(literal="The Größe Group"),),
        container_title="Some Journal",
        publisher="Press",
        abstract="We walk.",
        notes=("My note.", "Another."),
        note="printed",
        citekey="berg2023",
        identifiers=Identifiers(doi="10.5555/AB", arxiv=Arxiv("2401.00001")),
    )
    texts = texts_of(entry)
    title = ["gpt", "4", "walks", EVERY, "g4", EVERY, "gpt4"]
    assert words_of(texts.title) == [*title, EVERY, *map(headed, title)]
    authors = [*"Jan van der Berg Jr".casefold().split(), EVERY, "the", "grosse", "group"]
    assert words_of(texts.authors) == [*authors, *map(headed, authors)]
    assert words_of(texts.venue) == ["some", "journal", EVERY, "press"]
    assert words_of(texts.abstract) == ["we", "walk"]
    notes = " ".join(words_of(texts.notes)).replace(f" {EVERY} ", "|")
    assert notes == "my note|another|printed|berg2023|10 5555 ab|2401 00001"
    assert pieces_of(entry) == "gpt4walks janvanderbergjr thegrossegroup"


def test_every_entry_has_the_word_that_every_entry_has():
    assert words_of(texts_of(Entry()).title) == [EVERY]
    assert pieces_of(Entry()) == ""


@given(st.text())
def test_folded_words_hold_letters_and_digits_only(text):
    for word in words_of(fold(text)):
        assert word.isalnum()
        assert not any(map(unicodedata.combining, word))
    assert piece(text) == piece(piece(text)) or "$" in text or "\\" in text


@given(st.lists(st.sampled_from("abc-'_ .0é")).map("".join))
def test_a_word_that_is_typed_with_its_hyphens_has_the_joined_word_of_the_text(text):
    for word in text.split():
        assert set(joined_words(fold(word))) <= set(joined_words(fold(text)))


@pytest.mark.parametrize("sign", ["-", "a-", "a", "$", "世", "-a b"])
def test_cost_grows_with_length(sign):
    def texts(length):
        text = (sign * length)[:length]
        return lambda: joined_words(fold(text))

    assert_cost_ratio(texts(100_000), texts(10_000), most=30, floor_s=1e-3)
