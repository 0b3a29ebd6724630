"""Whether two entries are one work: a table of pairs, and what holds of all."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.duplicates import Relation, same_work
from refman.model import Citekey, Entry
from tests.duplicates.pairs import cases, make

CASES = cases()
BOUNDS = {
    Relation.SAME: (0.9, 1),
    Relation.VERSIONS: (0.85, 1),
    Relation.UNSURE: (0.5, 0.84),
    Relation.DIFFERENT: (0, 0.49),
}


def test_there_are_many_pairs_each_named_by_what_it_shows():
    assert len(CASES) >= 120
    assert len({case.name for case in CASES}) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_pairs(case):
    verdict = same_work(case.first, case.second)
    assert verdict.relation.value == case.relation, verdict
    assert same_work(case.second, case.first) == verdict
    least, most = BOUNDS[verdict.relation]
    assert least <= verdict.score <= most
    assert verdict.reasons
    assert all(verdict.reasons)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_entry_is_the_same_as_itself(case):
    assert same_work(case.first, case.first).relation is Relation.SAME
    other_key = msgspec.structs.replace(case.second, citekey=Citekey("another"))
    assert same_work(case.second, other_key).score == 1


TITLES = st.sampled_from([case.first.title for case in CASES] + [None, "", "…", "∅", "a" * 500])
SIDES = st.sampled_from([entry for case in CASES for entry in (case.first, case.second)])


@given(SIDES, SIDES, TITLES)
def test_the_order_does_not_count(first, second, title):
    second = msgspec.structs.replace(second, title=title)
    assert same_work(first, second) == same_work(second, first)


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_title_is_taken(title, other):
    first, second = Entry(title=title), Entry(title=other)
    assert same_work(first, second) == same_work(second, first)
    assert same_work(first, first).relation is Relation.SAME


def test_what_may_be_merged_without_a_person():
    first = make(title="Lamps of the North", authors="Ada Berg", year=2001)
    same = make(title="Lamps of the north", authors="A. Berg", year=2001)
    with_subtitle = make(title="Lamps of the North: A Study", authors="Ada Berg", year=2001)
    assert same_work(first, same).may_merge
    assert same_work(first, with_subtitle).is_one_work
    assert not same_work(first, with_subtitle).may_merge
    bare = make(title="Lamps of the North", year=2001)
    assert not same_work(first, bare).may_merge
    named = make(title="Lamps", doi="10.1234/x", year=2001)
    assert same_work(named, make(doi="10.1234/x")).may_merge


def test_equal_entries_with_nothing_but_a_title_are_not_merged_without_a_person():
    bare = make(title="Lamps of the North")
    verdict = same_work(bare, bare)
    assert verdict.relation is Relation.SAME
    assert not verdict.may_merge
