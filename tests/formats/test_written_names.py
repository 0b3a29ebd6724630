import pytest

from refman.formats.written_names import initials_last, medline_name, name_of, names_on
from refman.model import Name


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
        (",", True, Name(literal=",")),
        ("Wick, Inc.", True, Name(literal="Wick, Inc.")),
        ("Ann Doe", True, Name(literal="Ann Doe")),
        ("Ann Doe", False, Name(family="Doe", given="Ann")),
        ("the lamps of oil", False, Name(literal="the lamps of oil")),
        ("\u200b", False, Name(literal="\u200b")),
    ],
)  # fmt: skip
def test_a_name_is_read_in_its_parts(text, commas, name):
    assert name_of(text, commas=commas) == name


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
    ],
)
def test_a_full_name_of_medline(text, name):
    assert medline_name(text) == name
