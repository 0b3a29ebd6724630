"""Every row of resources/duplicates.toml, and what titles are made of."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.duplicates.people import Agreement, compare_people, people_of
from refman.duplicates.tables import tables
from refman.duplicates.titles import Title, is_cut
from refman.duplicates.venues import first_page, is_preprint_venue, same_number, same_venue
from refman.duplicates.words import key_of, words_of
from refman.model import ItemType, Name
from refman.normalise import title_key
from refman.resources import read_table
from tests.duplicates.pairs import people

ROWS = read_table("duplicates.toml")
KINDS = set(ROWS["kinds"])


def test_kinds_name_types_and_pairs_name_kinds():
    for names in ROWS["kinds"].values():
        assert all(ItemType(name) for name in names)
    listed = [name for names in ROWS["kinds"].values() for name in names]
    assert len(listed) == len(set(listed))
    pairs = [tuple(sorted(pair)) for rows in ROWS["kind_pairs"].values() for pair in rows]
    assert len(pairs) == len(set(pairs))
    assert all(set(pair) <= KINDS and len(pair) == 2 for pair in pairs)


def test_patterns_compile_and_dois_are_beginnings():
    assert all(re.compile(pattern).groups == 1 for pattern in ROWS["dois"]["versions"])
    assert all(doi.startswith("10.") for doi in ROWS["dois"]["preprint"] + ROWS["dois"]["mirror"])


@pytest.mark.parametrize("words", [*ROWS["titles"]["opposed"], ROWS["titles"]["noise"]])
def test_words_are_keys(words):
    assert words
    assert all(word == key_of(word) for word in words)


def test_generic_titles_are_keys():
    assert all(key == title_key(key) for key in tables().generic if key.isascii())
    assert Title("Введение").is_generic
    assert Title("Editorial 12").is_generic
    assert not Title("Editorial Work on Lamps").is_generic


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Lamps", None),
        ("A Review of Lamps", None),
        ("Correction to: Lamps", "correction"),
        ("Lamps [Erratum]", "correction"),
        ("RETRACTED: Lamps", "retraction"),
        ("Reply to Berg", "reply"),
        ("Re: Lamps", "reply"),
        ("Réponse aux lampes", None),
        ("Comment on lamps", "comment"),
        ("Lamps — A Comment", "comment"),
        ("Book Review: Lamps", "review"),
        ("Appendix to Lamps", "supplement"),
        ("Lamps (Poster)", "slides"),
    ],
)
def test_labels(title, label):
    assert Title(title).label == label


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Lamps", ()),
        ("Lamps II", ("2",)),
        ("Lamps, Part iv", ("4",)),
        ("Lamps I: Oil", ("1",)),
        ("What I Saw", ()),
        ("X-ray Lamps", ()),
        ("Vitamin C", ("-c",)),
        ("A Plan", ()),
        ("Plan A", ("-a",)),
        ("Study a Lamp", ()),
        ("The 007th of 10,000 Lamps", ("10000", "7")),
        ("Lamp-3.5 and GPT4o", ("-o", "3.5", "4")),
        ("Tome XIX", ("19",)),
        ("Second $x_2$ Lamp", ("2", "2")),
        ("第十章", ("10",)),
        ("灯笼（中）", ("2",)),
    ],
)
def test_numbers_in_titles(title, numbers):
    assert Title(title).numbers == numbers


def test_long_titles_are_read_to_a_bound():
    assert len(words_of("lamp " * 1_000)) == 80


@given(st.text())
def test_the_fast_key_is_the_key(title):
    assert key_of(title) == title_key(title)


@given(st.text("aB 1.,:;-+/'\"()?!"))
def test_the_fast_key_is_the_key_of_plain_text(title):
    assert key_of(title) == title_key(title)


@pytest.mark.parametrize(
    ("title", "mains"),
    [
        ("Lamps", ()),
        ("Lamps: Oil", ("lamps",)),
        ("Lamps: Oil (Poster) – x", ("lamps", "lampsoil", "lampsoilposter")),
        ("Are they lit? Yes", ("aretheylit",)),
        ("Low-cost 3.5 lamps", ()),
        (": Lamps", ()),
    ],
)
def test_what_stands_before_a_subtitle(title, mains):
    assert Title(title).mains == mains


def test_cut_titles():
    assert is_cut("Lamps of the…")
    assert is_cut("Lamps of the ...")
    assert is_cut("Lamps [...]")
    assert not is_cut("Lamps.")
    assert not is_cut("Lamps")


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Journal of Lamp Studies", "J. Lamp Stud.", True),
        ("Journal of Lamp Studies", "JLS", True),
        ("Proceedings of the Lamp Conference (PLC)", "Lamp Conference", True),
        ("Journal of Lamp Studies", "Moth Letters", False),
        ("灯笼", "月亮", None),
        ("Lamps", None, None),
    ],
)
def test_venues(first, second, told):
    assert same_venue(first, second) is told
    assert same_venue(second, first) is told


def test_places_in_a_journal():
    assert is_preprint_venue("arXiv e-prints")
    assert is_preprint_venue("CoRR")
    assert not is_preprint_venue("Corrosion Letters")
    assert first_page("pp. 012--19") == "12"
    assert first_page("E0123") == "e0123"
    assert first_page("none") is None
    assert same_number("2nd", "2") is True
    assert same_number("second", "Second") is True
    assert same_number("second", "2") is None
    assert same_number("1", None) is None


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        ("Ada Berg", "", Agreement.UNKNOWN),
        ("Ada Berg", "Adah Berg", Agreement.AGREE),
        ("Ada Berg", "Bea Berg", Agreement.DISAGREE),
        ("Jean-Luc Berg", "J.-L. Berg", Agreement.AGREE),
        ("Xiao Ming Wu", "Xiaoming Wu", Agreement.AGREE),
        ("{Lamp Council}", "{Council, Lamp}", Agreement.AGREE),
        ("{Lamp Council}", "{Moth Society}", Agreement.DISAGREE),
        ("{Lamp Council}", "{Lamp Councils}", Agreement.AGREE),
        ("Ada Berg; et al.", "Ada Berg; Bo Dorn; Cy Eff", Agreement.AGREE),
        ("Bo Dorn; Ada Berg", "Cy Eff; Di Fisk; Ed Gant; Ada Berg; Bo Dorn", Agreement.PARTLY),
    ],
)
def test_people(first, second, told):
    sides = people_of(people(first)), people_of(people(second))
    assert compare_people(*sides)[0] is told
    assert compare_people(*reversed(sides)) == compare_people(*sides)


def test_more_people_however_they_were_read():
    for name in (Name(family="others"), Name(family="others", given="and"), Name(literal="et al")):
        assert people_of([Name(family="Berg"), name]).has_more
    assert not people_of([Name(family="Others", given="Ann")]).has_more
    assert not people_of([Name(family="others", given="Ann")]).has_more


def test_huge_collaborations_are_compared_in_part():
    many = people_of([Name(family=f"Berg{n}", given="A.") for n in range(3_000)])
    assert (many.number, len(many.persons)) == (3_000, 60)
    assert compare_people(many, many)[0] is Agreement.AGREE
