import pytest

from refman.formats.foreign.csl_names import csl_names
from refman.formats.foreign.people import inverted_name, listed_names, name_of
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
