"""``has:choice`` finds what waits for a person's choice, as the standing of each entry says."""

import pytest

from refman.library import Facet, choice_name
from refman.model import Keep, KeptKind, Outcome
from tests.library.made import START, add, opened, paper, proposal

ASKED = (
    (Outcome.REVIEW, 0), (Outcome.REVIEW, 2), (Outcome.ACCEPTED, 0), (Outcome.ACCEPTED, 1),
    (Outcome.NOT_FOUND, 0), (Outcome.FAILED, 0), (Outcome.UNCHANGED, 3),
)  # fmt: skip


@pytest.fixture
def library(tmp_path):
    """Papers of each outcome, each twice, the second with a choice; and some never looked up."""
    with opened(tmp_path / "a.refman") as library:
        library.apply("Add", add(*map(paper, range(20))))
        id_ = 0
        for outcome, published in ASKED:
            for is_chosen in (False, True):
                id_ += 1
                found = proposal(paper(id_), outcome=outcome, published=published)
                assert library.propose(id_, found)
                if is_chosen:
                    name = choice_name(id_, START)
                    library.apply("Choose", [Keep(kind=KeptKind.CHOICE, name=name, after="{}")])
        yield library


def test_it_finds_what_waits_and_its_opposite_the_rest(library):
    ids = [one.id for one in library.all()]
    waiting = {id_ for id_, standing in library.standings(ids).items() if standing.is_open}
    assert waiting == {1, 3, 7, 13}
    assert set(library.search("has:choice").ids) == waiting
    assert library.count("has:choice") == 4
    assert set(library.search("no:choice").ids) == set(ids) - waiting
    assert set(library.search("-has:choice").ids) == set(ids) - waiting


@pytest.mark.parametrize("query", ["has:choice {}", "{} has:choice"])
def test_it_stands_beside_other_conditions(library, query):
    title = library.get(3).entry.title
    assert library.search(query.format(f'title:"{title}"')).ids == (3,)
    assert set(library.search(f'has:choice OR title:"{library.get(2).entry.title}"').ids) == {
        1, 2, 3, 7, 13,
    }  # fmt: skip
    assert library.count(query.format("status:accepted")) == 0


def test_a_choice_ends_the_wait_and_undo_brings_it_back(library):
    name = choice_name(3, START)
    library.apply("Choose", [Keep(kind=KeptKind.CHOICE, name=name, after="{}")])
    assert library.count("has:choice") == 3
    library.undo()
    assert library.count("has:choice") == 4
    assert library.gather("has:choice").total == 4
    assert sum(value.total for value in library.facets(only=(Facet.STATUS,))[Facet.STATUS]) == 4
