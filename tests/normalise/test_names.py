import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.model import Name
from refman.normalise import format_name, looks_like_names, names, parse_name, split_names
from refman.resources import read_table
from tests.normalise.cases import cases

TABLE = read_table("words.toml")["names"]

given_names = st.sampled_from(["Ann", "B.", "Jean-Luc", "C. D.", "Éva", "Ann Bea"])
families = st.sampled_from(["Lee", "Berg-Dorn", "O'Hara", "Łukasz", "Çelik"])
particles = st.sampled_from(["", "van", "van der", "de la", "von"])
suffixes = st.sampled_from(["", "Jr.", "III"])
PIECES = [
    "Ann", "Lee", "van", "Jr.", ",", ", ", " ", "and ", "{", "}", "A.", "王", "Team", "The", "Inc.",
    "1", "*", ";", "&", "et al.", "\\'e", "-",
]  # fmt: skip
odd_names = st.one_of(
    st.text(min_size=1), st.lists(st.sampled_from(PIECES), min_size=1).map("".join)
)


@pytest.mark.parametrize(("text", "parts", "together"), cases("names.toml"))
def test_names_have_parts(text, parts, together):
    name = parse_name(text)
    assert name == Name(**parts)
    assert format_name(name) == together
    assert parse_name(format_name(name)) == name


@given(given_names, particles, families, suffixes)
def test_every_order_gives_the_same_parts(given_name, particle, family, suffix):
    whole = Name(
        given=given_name,
        non_dropping_particle=particle or None,
        family=family,
        suffix=suffix or None,
    )
    last = f"{particle} {family}".strip()
    assert parse_name(f"{given_name} {last} {suffix}") == whole
    assert parse_name(", ".join(filter(None, (last, suffix, given_name)))) == whole
    assert parse_name(format_name(whole)) == whole


@given(odd_names)
def test_a_name_is_literal_or_has_a_family(text):
    name = parse_name(text)
    assert (name.literal is None) != (name.family is None)
    parts = [part for part in msgspec.structs.astuple(name) if part is not None]
    assert all(part == " ".join(part.split()) for part in parts)
    assert all(parts) or not text.split()


def test_a_dropping_particle_stands_behind_the_given_name():
    name = Name(given="Ann", dropping_particle="de", family="Berg")
    assert format_name(name) == "Berg, Ann de"


@pytest.mark.parametrize(("line", "names", "lowest", "highest"), cases("name_lines.toml"))
def test_lines_of_names(line, names, lowest, highest):
    assert split_names(line) == names
    assert lowest <= looks_like_names(line) <= highest


@given(st.lists(st.tuples(given_names, particles, families), min_size=2, max_size=8))
def test_a_line_is_cut_into_the_names_that_made_it(people):
    names = [" ".join(filter(None, parts)) for parts in people]
    for between in (", ", "; ", " and ", " & "):
        assert split_names(between.join(names)) == names
        assert looks_like_names(between.join(names)) > 0.5


@given(odd_names)
def test_a_likeness_is_a_share_and_names_are_not_empty(text):
    assert 0 <= looks_like_names(text) <= 1
    assert all(split_names(text))


@pytest.mark.parametrize("word", TABLE["particles"])
def test_every_particle_is_part_of_the_family(word):
    name = parse_name(f"Ann {word} Berg")
    assert (name.given, name.non_dropping_particle, name.family) == ("Ann", word, "Berg")


@pytest.mark.parametrize("word", TABLE["capital_particles"])
def test_every_particle_with_a_capital_is_part_of_the_family(word):
    assert parse_name(f"Ann {word} Berg") == Name(given="Ann", family=f"{word} Berg")


@pytest.mark.parametrize("word", TABLE["vietnamese_families"])
def test_no_particle_stands_before_a_vietnamese_family(word):
    family = word.capitalize()
    assert parse_name(f"Ann Van {family}") == Name(given="Ann Van", family=family)


@pytest.mark.parametrize("word", TABLE["suffixes"])
def test_every_suffix_is_one(word):
    assert parse_name(f"Berg, {word.upper()}, Ann").suffix == word.upper()
    assert parse_name(f"Ann Berg {word}").suffix == word


@pytest.mark.parametrize("word", TABLE["bodies"])
def test_every_word_of_bodies_makes_a_literal(word):
    assert parse_name(f"Lamp {word.capitalize()}").literal == f"Lamp {word.capitalize()}"


@pytest.mark.parametrize("word", TABLE["body_endings"])
def test_every_ending_of_bodies_makes_a_literal(word):
    assert parse_name(f"Lamp Lee, {word}").literal == f"Lamp Lee, {word}"


@pytest.mark.parametrize("word", TABLE["not_names"])
def test_no_word_for_others_is_a_name(word):
    assert split_names(f"Ann Lee, {word}") == ["Ann Lee"]
    assert split_names(word) == []


@pytest.mark.parametrize("word", TABLE["no_person"])
def test_no_word_of_titles_makes_a_person(word):
    assert looks_like_names(f"Lamp {word.capitalize()}; Map {word.capitalize()}") == 0


def test_a_particle_is_told_by_its_small_letter():
    assert names.is_particle("van")
    assert not names.is_particle("Van")
    assert not names.is_particle("lamp")
