import pytest

from refman.formats.people import two_parts
from refman.model import Name
from tests.formats.entries import NAMES


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (Name(family="B", given="Jan", non_dropping_particle="van der"), ("van der B", "Jan")),
        (Name(family="H", given="Wilhelm", dropping_particle="von"), ("H", "Wilhelm von")),
        (Name(family="Okafor", given="Ngozi", suffix="III"), ("Okafor", "Ngozi, III")),
        (Name(family="Plato", suffix="Jr."), ("Plato Jr.", "")),
        (Name(literal="The Lantern\nTeam"), ("The Lantern Team", "")),
    ],
)
def test_particles_and_suffixes_find_their_place(name, parts):
    assert two_parts(name) == parts


@pytest.mark.parametrize("name", NAMES)
def test_no_part_is_lost(name):
    whole = ", ".join(two_parts(name))
    for part in (name.family, name.given, name.dropping_particle, name.non_dropping_particle,
                 name.suffix, name.literal):  # fmt: skip
        assert part is None or part in whole
