"""What a person types into a search by hand stands in the place of what the entry says."""

import pytest

from refman.errors import EditError
from refman.model import Arxiv, ArxivId, Date, Doi, Entry, Identifiers, Name
from refman.tidying import asked_by_hand

ENTRY = Entry(
    title="Lamps",
    author=(Name(family="Berg", given="Ada"),),
    issued=Date(2024),
    abstract="Warm.",
    identifiers=Identifiers(doi=Doi("10.5555/wrong")),
)
GLOW = Identifiers(doi=Doi("10.48550/arXiv.2506.00411"), arxiv=Arxiv(ArxivId("2506.00411")))


def test_what_is_typed_stands_in_the_place_of_what_is_there():
    asked = asked_by_hand(ENTRY, title="  Cold\n lamps ", author="Bo Lee; Eva Quist", identifier="")
    assert asked.title == "Cold lamps"
    assert asked.author == (Name(family="Lee", given="Bo"), Name(family="Quist", given="Eva"))
    assert (asked.issued, asked.abstract) == (ENTRY.issued, ENTRY.abstract)
    assert asked.identifiers == Identifiers()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://doi.org/10.5555/glow", Identifiers(doi=Doi("10.5555/glow"))),
        (" arXiv:2506.00411 ", GLOW),
        ("2506.00411", GLOW),
    ],
)
def test_an_identifier_is_asked_by(text, expected):
    asked = asked_by_hand(ENTRY, title="", author="", identifier=text)
    assert asked.identifiers == expected
    assert (asked.title, asked.author) == (ENTRY.title, ENTRY.author)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a lamp", "no identifier"),
        ("1234567", "a bare number is no identifier"),
        ("https://lamps.example/x", "an address that names no paper"),
        ("PMC1234567", "services cannot be asked by it"),
    ],
)
def test_what_is_no_identifier_is_told(text, why):
    with pytest.raises(EditError, match=why):
        asked_by_hand(ENTRY, title="", author="", identifier=text)


def test_there_has_to_be_something_to_ask_by():
    with pytest.raises(EditError, match="nothing to search by"):
        asked_by_hand(Entry(), title=" ", author="Bo Lee", identifier="")
