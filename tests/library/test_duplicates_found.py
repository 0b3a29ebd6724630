"""What a search for duplicates found stays beside the entries, and only what is not settled."""

from datetime import timedelta

import pytest

from refman.library.versions import pair_name
from refman.model import Bin, Keep, KeptKind, Remove
from refman.tidying import all_said_apart, said_nothing
from tests.library.made import START, Clock, add, opened, paper

LATER = START + timedelta(days=1)


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path / "a.refman") as library:
        library.apply("Add 9 papers", add(*map(paper, range(1, 10))))
        yield library


def found(library):
    """Return what is found, by every way to it."""
    ids = set(library.search("has:duplicate").ids)
    assert library.count("has:duplicates") == len(ids) == library.gather("has:duplicate").total
    assert set(library.search("no:duplicate").ids) == {one.id for one in library.all()} - ids
    assert library.duplicates_among(range(1, 20)) == ids
    assert library.check() == ()
    return ids


def test_it_is_kept_and_is_no_step(library):
    steps = library.history()
    assert library.duplicates_found_at() is None
    assert found(library) == set()
    library.keep_duplicates([])
    first = library.duplicates_found_at()
    assert first is not None
    assert found(library) == set()
    library.keep_duplicates([[1, 2], [5, 3, 9], [7, 99]])
    assert found(library) == {1, 2, 3, 5, 9}
    library.keep_duplicates(iter([(4, 5)]))
    assert found(library) == {4, 5}
    assert library.duplicates_found_at() > first
    assert library.history() == steps


def test_what_is_noted_comes_beside_it(library):
    library.note_duplicates([])
    library.note_duplicates([[1, 2], [3, 4]])
    assert library.duplicates_found_at() is None
    assert found(library) == {1, 2, 3, 4}
    library.note_duplicates([[2, 5], [6, 7], [6, 99]])
    library.note_duplicates([[5, 4]])
    library.apply("Bin", [Bin(id=id_, after=LATER) for id_ in (1, 2, 5, 7)])
    assert found(library) == {3, 4}


def test_what_is_settled_does_not_count_until_that_is_undone(library):
    library.keep_duplicates([[1, 2], [3, 4, 5]])
    library.apply("Bin", [Bin(id=2, after=LATER), Bin(id=5, after=LATER)])
    assert found(library) == {3, 4}
    assert library.count("has:duplicate in:bin") == 0
    held = list(library.holdings([3, 4]))
    step = all_said_apart(library, held, now=LATER)
    library.apply(step.name, step.changes)
    assert found(library) == set()
    library.undo()
    assert found(library) == {3, 4}
    library.redo()
    step = said_nothing(library, *held)
    library.apply(step.name, step.changes)
    assert found(library) == {3, 4}
    library.apply("Keep", [Keep(kind=KeptKind.VERSION, name=pair_name(4, 3), after="")])
    assert found(library) == set()
    for _ in range(4):
        library.undo()
    assert found(library) == {1, 2, 3, 4, 5}


def test_one_pair_of_three_that_is_settled_leaves_the_third_to_both(library):
    library.keep_duplicates([[1, 2, 3]])
    step = all_said_apart(library, list(library.holdings([2, 1])), now=LATER)
    library.apply(step.name, step.changes)
    assert found(library) == {1, 2, 3}
    library.apply("Bin", [Bin(id=3, after=LATER)])
    assert found(library) == set()


def test_what_is_kept_and_makes_no_sense_settles_nothing(library):
    library.keep_duplicates([[1, 2]])
    for name in (
        '{"ids":[',
        '{"ids":[1]}',
        '{"left":["\\"ids\\":[1,2]"]}',
        '{"ids":[1,{}]}',
        "1  2",
    ):
        for kind in (KeptKind.NOT_DUPLICATES, KeptKind.VERSION):
            library.apply("Keep", [Keep(kind=kind, name=name, after="")])
    assert found(library) == {1, 2}


def test_it_goes_with_its_entry_and_comes_back_with_it(library):
    library.keep_duplicates([[1, 2]])
    library.apply("Remove", [Remove(library.get(1))])
    assert found(library) == set()
    library.undo()
    assert found(library) == {1, 2}
    library.redo()
    library.keep_duplicates([[2, 3], [5, 6]])
    library.undo()  # its number is of a search that is past
    assert found(library) == {2, 3, 5, 6}


def test_numbers_are_new_though_the_clock_stands_still(tmp_path):
    with opened(tmp_path / "a.refman", lambda: START) as library:
        library.apply("Add 9 papers", add(*map(paper, range(1, 10))))
        library.keep_duplicates([[1, 2], [3, 4]])
        library.apply("Remove", [Remove(library.get(4))])
        library.note_duplicates([[5, 6]])
        library.keep_duplicates([[5, 6], [7, 8]])
        library.undo()
        assert found(library) == {5, 6, 7, 8}


def test_it_stands_in_the_transaction_that_adds(library):
    with library.transaction():
        ids = library.apply("Add", add(paper(11), paper(12))).ids
        library.keep_duplicates([ids])
    with library.transaction():
        more = library.apply("Add", add(paper(13))).ids
        library.note_duplicates([[ids[0], *more]])
    assert found(library) == {*ids, *more}
    library.undo()
    assert found(library) == set(ids)


def test_copies_have_it_too(library, tmp_path):
    library.keep_duplicates([[1, 2]])
    at = library.duplicates_found_at()
    library.backup(tmp_path / "b.refman")
    with opened(tmp_path / "a.refman", Clock(LATER)) as other:
        other.keep_duplicates([])  # before which the day's copy is taken
        newest = other.snapshots.all()[0]
    for copy in (tmp_path / "b.refman", newest):
        with opened(copy) as other:
            assert found(other) == {1, 2}
            assert other.duplicates_found_at() == at
