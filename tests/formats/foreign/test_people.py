import pytest

from refman.formats.foreign.csl_names import csl_names
from refman.formats.foreign.people import (
    initials_last,
    inverted_name,
    is_suffix,
    listed_names,
    medline_name,
    name_of,
    names_on,
)
from refman.model import Name

BERG = Name(family="Berg", given="Jan", non_dropping_particle="van der")


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("van der Berg", "Jan"), BERG),
        (("Humboldt", "Wilhelm von"),
         Name(family="Humboldt", given="Wilhelm", dropping_particle="von")),
        (("Okafor", "Ngozi, III"), Name(family="Okafor", given="Ngozi", suffix="III")),
        (("Comma", "A, B"), Name(family="Comma", given="A, B")),
        (("Comma", ", Jr."), Name(family="Comma", given=", Jr.")),
        (("others", ""), Name(family="others")),
        (("", "Plato"), Name(literal="Plato")),
        (("", ""), None),
    ],
)  # fmt: skip
def test_particles_and_suffixes_are_found_in_two_parts(parts, name):
    assert name_of(*parts) == name


def test_what_stands_apart_stays_apart():
    name = name_of("de Berg", "Jan von", suffix="Jr.", particle="van", dropping="af")
    assert name == Name(family="de Berg", given="Jan von", suffix="Jr.",
                        non_dropping_particle="van", dropping_particle="af")  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("van der Berg, Jan", BERG),
        ("Berg, Jan, Jr.", Name(family="Berg", given="Jan", suffix="Jr.")),
        ("Berg, Jr., Jan", Name(family="Berg", given="Jan", suffix="Jr.")),
        ("Lamp Board,", Name(literal="Lamp Board")),
        ("Oil and Wick, Ltd.,", Name(literal="Oil and Wick, Ltd.")),
        ("Ada Lindqvist", Name(family="Lindqvist", given="Ada")),
        ("steven self", Name(family="self", given="steven")),
        ("Wick, Inc.", Name(literal="Wick, Inc.")),
        ("Lamp Office, Oslo,", Name(literal="Lamp Office, Oslo")),
        ("Okafor, III", Name(family="Okafor", suffix="III")),
        (" , ", None),
        ("", None),
    ],
)
def test_inverted_names(text, name):
    assert inverted_name(text) == name


def test_a_name_without_comma_beside_others_is_a_bodys():
    assert listed_names(["Berg, Jan", "Lamp Board", ""]) == (
        Name(family="Berg", given="Jan"),
        Name(literal="Lamp Board"),
    )


@pytest.mark.parametrize(
    ("value", "names", "is_all"),
    [
        ([{"family": "van der Berg", "given": "Jan", "sequence": "first"}], (BERG,), True),
        ([{"family": "Berg", "literal": "Berg"}], (Name(family="Berg"),), True),
        ([{"family": "Berg", "given": "Jan", "literal": "Jan Berg, Oslo"}],
         (Name(family="Berg", given="Jan"),), False),
        ([{"name": "Lamp Board", "affiliation": []}], (Name(literal="Lamp Board"),), True),
        ([{"literal": "Lamp Board", "given": "x"}], (Name(literal="Lamp Board"),), False),
        ([{"given": "Plato"}], (Name(literal="Plato"),), True),
        ([{"family": "Berg", "ORCID": "0"}], (Name(family="Berg"),), False),
        ([{"family": ["Berg"]}], (), False),
        ([{}], (), True),
        ([None], (), True),
        ([7], (), False),
        ("Berg, Jan", (Name(family="Berg", given="Jan"),), True),
        ({"family": "Berg", "suffix": 3}, (Name(family="Berg", suffix="3"),), True),
        (None, (), True),
    ],
)  # fmt: skip
def test_names_of_csl(value, names, is_all):
    assert csl_names(value) == (names, is_all)


@pytest.mark.parametrize(
    ("text", "expected"), [("Jr.", True), ("PhD MD", True), ("Jan", False), ("", False)]
)
def test_suffixes_are_known(text, expected):
    assert is_suffix(text) is expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Doe, Jan", ["Doe, Jan"]),
        ("Doe, Jan; Roe, Kim;", ["Doe, Jan", "Roe, Kim"]),
        ("Doe, J. and Roe, K.", ["Doe, J.", "Roe, K."]),
        ("Doe, J., Roe, K.", ["Doe, J.", "Roe, K."]),
        ("Doe, J., Poe, P. & Roe, K.", ["Doe, J.", "Poe, P.", "Roe, K."]),
        ("Ann Doe and Kim Roe", ["Ann Doe", "Kim Roe"]),
        ("Salt and Pepper, Sam", ["Salt and Pepper, Sam"]),
        ("Salt and Pepper, Sam, Jr", ["Salt and Pepper, Sam, Jr"]),
        ("Doe, Jan, Roe, Kim", ["Doe, Jan, Roe, Kim"]),
        ("Oil and Wick", ["Oil and Wick"]),
        ("", []),
        ("x" * 20_001, ["x" * 20_001]),
    ],
)
def test_a_line_holds_one_name_or_more(line, names):
    assert names_on(line) == names


@pytest.mark.parametrize(
    ("text", "commas", "name"),
    [
        ("Doe,Jan", True, Name(family="Doe", given="Jan")),
        ("Okafor, III", True, Name(family="Okafor", suffix="III")),
        ("Poe, Jr., Sam", True, Name(family="Poe", given="Sam", suffix="Jr.")),
        ("Poe, Sam, Jr.", True, Name(family="Poe", given="Sam", suffix="Jr.")),
        ("Poe, Sam, Tom", True, Name(family="Poe", given="Sam, Tom")),
        ("van der Berg, Jan", True,
         Name(family="Berg", given="Jan", non_dropping_particle="van der")),
        ("Humboldt, Wilhelm von", True,
         Name(family="Humboldt", given="Wilhelm", dropping_particle="von")),
        ("Lamp Board,", True, Name(literal="Lamp Board")),
        (", Jan", True, Name(literal="Jan")),
        (",", True, None),
        ("Wick, Inc.", True, Name(literal="Wick, Inc.")),
        ("Ann Doe", True, Name(literal="Ann Doe")),
        ("Ann Doe", False, Name(family="Doe", given="Ann")),
        ("the lamps of oil", False, Name(literal="the lamps of oil")),
        ("\u200b", False, None),
    ],
)  # fmt: skip
def test_names_of_tagged_files(text, commas, name):
    assert inverted_name(text, commas=commas, doubts=True) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Smith JA", Name(family="Smith", given="J. A.")),
        ("Smith JA 3rd", Name(family="Smith", given="J. A.", suffix="3rd")),
        ("de Boer J", Name(family="Boer", given="J.", non_dropping_particle="de")),
        ("Plato", Name(literal="Plato")),
        ("\u200b", Name(literal="\u200b")),
    ],
)
def test_a_short_name_has_its_initials_last(text, name):
    assert initials_last(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hiles, I D", Name(family="Hiles", given="I. D.")),
        ("Doe, Jan A Jr", Name(family="Doe", given="Jan A.", suffix="Jr")),
        ("Lamp Group", Name(literal="Lamp Group")),
        (",", Name(literal=",")),
    ],
)
def test_a_full_name_of_medline(text, name):
    assert medline_name(text) == name
