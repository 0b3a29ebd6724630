"""What a file's index knows of an entry."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.duplicates import Index, Relation, find_known, same_work
from refman.model import Entry
from tests.duplicates.pairs import cases, make
from tests.growth import assert_cost_ratio

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_index_says_what_the_verdict_says(case):
    index = Index([make(title="Something Else"), case.first])
    found = index.matches(case.second)
    if case.relation == "different":
        assert not found
    elif case.name != "unsure: another title, one abstract":  # it has nothing that leads to it
        (match,) = found
        assert match.place == 1
        assert match.entry is case.first
        assert match.verdict == same_work(case.first, case.second)


def test_the_surest_comes_first():
    new = make(title="Lamps of the North", authors="Ada Berg", year=2001)
    index = Index(
        [
            make(title="Lamps of the North"),
            make(title="Lamps of the North", authors="Ada Berg", year=2001, type="article"),
            new,
        ]
    )
    found = find_known(new, index)
    assert [match.place for match in found] == [2, 1, 0]
    assert [match.verdict.relation for match in found] == [
        Relation.SAME,
        Relation.VERSIONS,
        Relation.UNSURE,
    ]


def test_entries_can_be_added():
    index = Index()
    entry = make(title="Lamps of the North", authors="Ada Berg", year=2001)
    assert not index.matches(entry)
    assert index.add(entry) == 0
    assert len(index) == 1
    assert index.matches(entry)[0].place == 0


def test_an_entry_without_anything_is_nowhere():
    assert not Index([Entry(), Entry()]).matches(Entry())


def test_a_known_editorial_is_found_among_many():
    entries = [
        make(
            title="Editorial",
            authors=f"Ada Berg{n}",
            year=2001,
            venue="J",
            volume="1",
            pages=str(n),
        )
        for n in range(1, 300)
    ]
    found = Index(entries).matches(msgspec.structs.replace(entries[250], note="x"))
    assert [match.place for match in found] == [250]


@given(
    st.lists(st.sampled_from([e for case in CASES for e in (case.first, case.second)]), max_size=9)
)
def test_all_that_is_in_it_is_known(entries):
    index = Index(entries)
    for place, entry in enumerate(entries):
        if entry.title:
            assert place in {match.place for match in index.matches(entry)}


def test_a_question_costs_the_same_among_many():
    def asked(size):
        entries = [
            make(title=f"Notes on lamp {n} of the north", authors="Ada Berg") for n in range(size)
        ]
        index = Index(entries)
        question = make(title="Notes on lamps 17 of the north", authors="Ada Berg")
        return lambda: [index.matches(question) for _ in range(5)]

    assert_cost_ratio(asked(20_000), asked(5_000), most=2.5, floor_s=0.005)
