"""What is known where very many entries have a title, its beginning or its end in common."""

import pytest

from refman.library import marks
from refman.model import Doi, Identifiers, Name
from tests.growth import assert_cost_ratio
from tests.library.made import add, opened, paper


def person(number):
    return (Name(family=f"Lund{number}", given="Ada"),)


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setattr(marks, "_MOST", 4)
    monkeypatch.setattr(marks, "_MOST_ALIKE", 3)
    with opened(tmp_path / "my.refman") as library:
        yield library


def known(library, entry):
    return [found.holding.entry for found in library.known(entry)]


def test_of_many_with_one_title_those_of_one_author_and_year_are_compared(library):
    many = [paper(number, title="Editorial", author=person(number)) for number in range(20)]
    library.apply("Add", add(*many))
    assert many[17] in known(library, many[17])
    assert known(library, paper(3, title="Editorial", author=person(99))) == []


def test_of_many_that_begin_alike_the_neighbours_are_compared(library):
    many = [
        paper(number, title=f"Proceedings of the meeting on {chr(97 + number)}amps and ropes")
        for number in range(20)
    ]
    library.apply("Add", add(*many))
    typed = paper(11, title="Proceedings of the meeting on lamps and rope")
    assert many[11] in known(library, typed)


def test_of_many_that_end_alike_the_newest_are_compared(library):
    many = [
        paper(number, title=f"{chr(97 + number)}amps for ropes on the long northern rivers")
        for number in range(20)
    ]
    library.apply("Add", add(*many))
    assert many[19] in known(library, paper(19, title="amps for ropes on the long northern rivers"))


def test_of_many_with_one_identifier_some_are_compared(library):
    doi = Identifiers(doi=Doi("10.1234/one"))
    many = [paper(number, identifiers=doi) for number in range(9)]
    library.apply("Add", add(*many))
    assert many[3] in known(library, many[3])


def test_a_crowd_costs_no_more_the_greater_it_is(tmp_path):
    few, many = (opened(tmp_path / f"{number}.refman") for number in (200, 3_200))
    for library, number in ((few, 200), (many, 3_200)):
        crowd = (paper(n, title="Editorial", author=person(n)) for n in range(number))
        library.apply("Add", add(*crowd))
    asked = paper(3, title="Editorial", author=person(3))

    def ask(library):
        return lambda: [library.known(asked) for _ in range(10)]

    try:
        assert_cost_ratio(ask(many), ask(few), most=12, floor_s=0.01)
    finally:
        few.close()
        many.close()
