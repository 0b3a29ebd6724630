"""What look-ups found is kept beside the entries: no history, but it comes back with its entry."""

from datetime import timedelta

import msgspec
import pytest

from refman.errors import DamagedLibraryError
from refman.library import choice_name
from refman.model import Bin, Keep, KeptKind, Outcome, Remove
from tests.library.made import START, add, opened, paper, proposal

LATER = START + timedelta(days=1)
FIRST = proposal(paper(1), paper(2), paper(3))


@pytest.fixture
def library(tmp_path):
    with opened(tmp_path / "a.refman") as library:
        library.apply("Add 3 papers", add(paper(1), paper(2), paper(3)))
        yield library


def test_what_was_found_is_kept_and_is_no_step(library):
    steps = library.history()
    assert library.propose(1, FIRST)
    assert library.propose(3, proposal(paper(3)))
    assert library.proposal(1) == FIRST
    assert library.proposal(2) is None
    assert list(library.proposals([3, 2, 1, 99])) == [(3, proposal(paper(3))), (1, FIRST)]
    assert library.history() == steps


def test_what_is_found_later_takes_its_place(library):
    library.propose(1, FIRST)
    newer = proposal(paper(1), at=LATER, outcome=Outcome.NOT_FOUND)
    library.propose(1, newer)
    assert library.proposal(1) == newer
    library.forget_proposals([1, 2])
    assert library.proposal(1) is None


def test_an_entry_that_is_gone_gets_none(library):
    assert not library.propose(99, FIRST)
    assert library.proposal(99) is None


def test_it_is_kept_in_the_transaction_that_adds_its_entry(library):
    with library.transaction():
        (id_,) = library.apply("Add", add(paper(4))).ids
        assert library.propose(id_, FIRST)
    assert library.proposal(id_) == FIRST


def test_it_goes_with_its_entry_and_comes_back_with_it(library):
    library.propose(1, FIRST)
    library.apply("Remove", [Remove(library.get(1))])
    assert library.proposal(1) is None
    assert library.undo() == "Remove"
    assert library.proposal(1) == FIRST
    assert library.redo() == "Remove"
    assert library.proposal(1) is None
    library.undo()
    library.undo()  # nothing is left
    assert library.proposal(1) is None
    library.redo()
    assert library.proposal(1) == FIRST
    assert library.check() == ()


def test_half_a_surrogate_pair_is_no_text(library):
    entry = paper(1, title="half \ud800 a pair")
    assert library.propose(1, proposal(entry, entry))
    told = msgspec.structs.replace(entry, title="half � a pair")
    assert library.proposal(1) == proposal(told, told)


def test_damage_is_told(library):
    library.propose(1, FIRST)
    with library.transaction():
        library._connection.execute("UPDATE proposals SET proposal = X'00'")
    with pytest.raises(DamagedLibraryError):
        library.proposal(1)


def test_standings_tell_what_is_open_without_the_records(library):
    library.propose(1, FIRST)
    library.propose(2, proposal(paper(2), outcome=Outcome.NOT_FOUND))
    assert library.standings([]) == {}
    found = library.standings([1, 2, 3, 99])
    assert list(found) == [1, 2]
    assert (found[1].at, found[1].outcome) == (START, Outcome.REVIEW)
    assert (found[1].best, found[1].margin, found[1].published) == (0.75, 0.1, 0)
    assert (found[2].best, found[2].margin) == (None, None)
    assert [one.is_open for one in found.values()] == [True, False]
    library.propose(2, proposal(paper(2), outcome=Outcome.ACCEPTED, published=3))
    assert library.standings([2])[2].is_open


def test_what_waits_is_what_stands_open_outside_the_bin(library):
    library.apply("Add", add(*(paper(n) for n in range(4, 9))))
    library.propose(1, FIRST)
    library.propose(2, proposal(paper(2), outcome=Outcome.NOT_FOUND))
    library.propose(3, proposal(paper(3), outcome=Outcome.ACCEPTED, published=2))
    library.propose(4, proposal(paper(4), outcome=Outcome.ACCEPTED))
    library.propose(5, FIRST)
    library.propose(6, FIRST)
    library.propose(7, FIRST)
    assert library.waiting() == [1, 3, 5, 6, 7]
    kept = Keep(kind=KeptKind.CHOICE, name=choice_name(5, START), after="none")
    older = Keep(kind=KeptKind.CHOICE, name=choice_name(6, LATER), after="none")
    library.apply("Choose", [kept, older, Bin(id=7, after=LATER)])
    assert library.waiting() == [1, 3, 6]
    standings = library.standings(range(1, 9))
    assert [id_ for id_, one in standings.items() if one.is_open] == [1, 3, 6, 7]


def test_a_choice_is_of_one_look_up_and_can_be_undone(library):
    library.propose(1, FIRST)
    kept = Keep(kind=KeptKind.CHOICE, name=choice_name(1, START), after="none")
    library.apply("Choose", [kept])
    assert library.standings([1])[1].choice == "none"
    assert not library.standings([1])[1].is_open
    library.undo()
    assert library.standings([1])[1].is_open
    library.redo()
    library.propose(1, proposal(paper(1), paper(2), at=LATER))
    assert library.standings([1])[1].is_open


def test_what_is_kept_is_found_by_the_beginning_of_its_name(library):
    names = ("1 20", "1 3", "11 4", "2 1")
    library.apply("Keep", [Keep(kind=KeptKind.CHOICE, name=name, after="x") for name in names])
    assert list(library.kept(KeptKind.CHOICE, start="1 ")) == ["1 20", "1 3"]
    assert list(library.kept(KeptKind.CHOICE)) == sorted(names)
    assert library.kept(KeptKind.SEARCH, start="1 ") == {}
