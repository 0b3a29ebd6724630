import pytest

from refman.lookup.people import body, people, person, person_of
from refman.model import Name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (None, None),
        ("", None),
        (":", None),
        ("et al.", None),
        ("Anonymous", None),
        ("Ada Berg", Name(family="Berg", given="Ada")),
        ("Berg, Ada", Name(family="Berg", given="Ada")),
        ("I. Berg", Name(family="Berg", given="I.")),
        ("Wei Wang 0001", Name(family="Wang", given="Wei")),
        ("Ada van der Berg", Name(family="Berg", given="Ada", non_dropping_particle="van der")),
        ("Jos&eacute; Berg", Name(family="Berg", given="José")),
        (r"J{\"o}rg Berg", Name(family="Berg", given="Jörg")),
        ("The Lamp Group", Name(literal="The Lamp Group")),
        ("LAMP", Name(literal="LAMP")),
        ("x" * 400, None),
    ],
)
def test_person(text, name):
    assert person(text) == name


@pytest.mark.parametrize(
    ("family", "given_name", "name"),
    [
        ("Berg", "Ada", Name(family="Berg", given="Ada")),
        ("Berg", None, Name(family="Berg")),
        ("Berg, Ada", "", Name(family="Berg", given="Ada")),
        (None, "Ada Berg", Name(family="Berg", given="Ada")),
        (None, "Ada", Name(literal="Ada")),
        ("", " ", None),
    ],
)
def test_person_of_parts(family, given_name, name):
    assert person_of(family, given_name) == name


def test_body():
    assert body("Lamp &amp; Wick") == Name(literal="Lamp & Wick")
    assert body(" ") is None


def test_people_without_those_who_are_nobody():
    assert people(["Ada Berg", None, ":", "Bo Lee"]) == (
        Name(family="Berg", given="Ada"),
        Name(family="Lee", given="Bo"),
    )
