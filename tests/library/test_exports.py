"""What was given out stays beside the entries: to where, when, and whether it is as it was."""

from datetime import timedelta

import msgspec
import pytest

from refman.model import Bin, Export, Remove, edit_of
from tests.library.made import START, Clock, add, opened, paper

FILE, ZOTERO = "file:/home/ada/lamps.bib", "zotero:local:8f3a/users/0"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    with opened(tmp_path / "a.refman", clock) as library:
        library.apply("Add 9 papers", add(*map(paper, range(1, 10))))
        yield library


def given(library, target, *ids, **fields):
    """Note that entries were given out now, and return what is to be there of it."""
    exports = [
        Export(**{"id": id_, "target": target, "at": library._now()} | fields) for id_ in ids
    ]
    library.note_exports(target, exports)
    return {one.id: one for one in exports}


def retitled(library, id_, title):
    entry = library.get(id_).entry
    library.apply("Retitle", [edit_of(id_, entry, paper(id_, title=title))])


def test_it_is_kept_and_is_no_step(library):
    steps = library.history()
    assert library.exports(FILE) == library.exported(range(1, 10)) == {}
    given(library, FILE, 3)
    first = given(library, FILE, 1, 2, 3)
    second = given(library, ZOTERO, 2, 99, key="LAMP2345", data=b'{"a": 1}')
    del second[99]
    assert library.exports(FILE) == first
    assert library.exports(FILE, [2, 4, 99]) == {2: first[2]}
    assert library.exports(ZOTERO) == library.exports(ZOTERO, [1, 2]) == second
    assert library.exports("file:/elsewhere") == library.exports("file:/elsewhere", [1]) == {}
    assert set(library.search("exported:file").ids) == {1, 2, 3}
    assert library.search("exported:zotero").ids == (2,)
    light = msgspec.structs.replace(second[2], data=None)
    assert library.exported([3, 1, 2, 4]) == {**first, 2: light}
    assert library.history() == steps
    assert library.check() == ()


def test_what_was_given_goes_when_it_is_not_kept_the_next_time(library):
    before = given(library, ZOTERO, 1, 2, 3, data=b"{}")
    plain = given(library, ZOTERO, 1)
    keyed = given(library, ZOTERO, 2, key="LAMP2345")
    assert library.exports(ZOTERO) == {1: plain[1], 2: keyed[2], 3: before[3]}
    assert library.check() == ()


def test_the_last_step_says_whether_entries_are_as_they_were(library):
    first = library.last_step()
    given(library, FILE, 1)
    assert library.last_step() == first
    retitled(library, 1, "After")
    assert library.last_step().id > first.id
    library.undo()
    assert library.last_step() == first
    library.undo()
    assert library.last_step() is None


def test_a_name_that_is_no_text_is_kept_and_found(library):
    name = "file:/home/ada/l\udcffmps.bib"
    found = given(library, name, 1, key="\ud800")
    ((id_, export),) = library.exports(name).items()
    assert (id_, export.at) == (1, found[1].at)
    assert export.target.encode()


def test_of_many_files_an_entry_keeps_the_last_ones(library):
    given(library, ZOTERO, 1)
    given(library, "file:/only.bib", 2)
    for number in range(20):
        given(library, f"file:/{number}.bib", 1)
    (rows,) = library._connection.execute("SELECT count(*) FROM exports").fetchone()
    assert rows == 1 + 8 + 1
    assert library.exports("file:/11.bib") == {}
    assert set(library.exports("file:/12.bib")) == set(library.exports(ZOTERO)) == {1}
    assert set(library.exports("file:/only.bib")) == {2}


def test_it_goes_with_its_entry_and_comes_back_with_it(library):
    first = given(library, FILE, 1)
    second = given(library, ZOTERO, 1, 2, key="LAMP2345", data=b"{}")
    library.apply("Remove", [Remove(library.get(1))])
    assert library.exports(FILE) == {}
    assert library.check() == ()
    library.undo()
    assert (library.exports(FILE), library.exports(ZOTERO)) == (first, second)
    assert library.changed_since_export([1, 2]) == frozenset()
    library.redo()
    assert set(library.exported([1, 2])) == {2}


def test_it_stands_in_the_transaction_that_adds_or_none_of_it(library):
    with library.transaction():
        ids = library.apply("Add", add(paper(11), paper(12))).ids
        there = given(library, FILE, *ids)
    assert library.exports(FILE) == there

    def broken():
        yield Export(id=1, target=FILE, at=START)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        library.note_exports(FILE, broken())
    assert library.exports(FILE) == there


def test_what_was_changed_since_is_told_until_that_is_undone(library):
    retitled(library, 1, "Before")
    given(library, FILE, 1, 2)
    assert library.changed_since_export([1, 2, 3, 99]) == frozenset()
    retitled(library, 1, "After")
    library.apply("Bin", [Bin(id=2, after=START)])
    assert library.changed_since_export([1, 2, 3]) == {1, 2}
    library.undo()
    assert library.changed_since_export([1, 2, 3]) == {1}
    library.undo()
    assert library.changed_since_export([1, 2, 3]) == frozenset()
    library.undo()  # what it was before it was given out
    assert library.changed_since_export([1]) == {1}
    library.redo()
    assert library.changed_since_export([1]) == frozenset()


def test_the_last_target_counts(library):
    given(library, FILE, 1)
    retitled(library, 1, "After")
    given(library, ZOTERO, 1)
    assert library.changed_since_export([1]) == frozenset()
    given(library, FILE, 1)
    retitled(library, 1, "Later")
    assert library.changed_since_export([1]) == {1}


def test_what_a_target_was_not_given_as_it_is(library):
    given(library, FILE, 1, 2, 3)
    given(library, ZOTERO, 5)
    assert library.not_exported(FILE, [1, 2, 3]) == []
    retitled(library, 2, "After")
    given(library, ZOTERO, 2)
    assert library.not_exported(FILE, [5, 2, 1, 99]) == [5, 2]
    assert library.not_exported("file:/elsewhere", [3, 1]) == [3, 1]


def test_what_is_changed_while_it_is_given_out_is_changed_since(library):
    at = library._now()
    retitled(library, 1, "Meanwhile")
    given(library, FILE, 1, 2, at=at)
    assert library.changed_since_export([1, 2]) == {1}


def test_copies_have_it_too(library, tmp_path):
    there = given(library, ZOTERO, 1, 2, key="LAMP2345", data=b"{}")
    library.backup(tmp_path / "b.refman")
    with opened(tmp_path / "a.refman", Clock(START + timedelta(days=1))) as other:
        other.note_exports(FILE, [])
        assert other.snapshots.all() == []  # giving out changes nothing
        other.apply("Remove", [Remove(other.get(1))])  # before which the day's copy is taken
        newest = other.snapshots.all()[0]
    for copy in (tmp_path / "b.refman", newest):
        with opened(copy) as other:
            assert other.exports(ZOTERO) == there
            assert other.check() == ()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE export_data SET data = x'00'", "where entry 1 was given out to cannot be read"),
        ("UPDATE exports SET at = 1 << 62", "where entry 1 was given out to cannot be read"),
        ("DELETE FROM exports", "data without an export: 1"),
        ("DELETE FROM export_targets", "exports without a target: 1"),
        ("UPDATE exports SET id = 99", "exports without an entry: 99"),
    ],
)
def test_what_is_wrong_with_it_is_told(library, statement, told):
    given(library, FILE, 1, data=b"{}")
    library._connection.execute("PRAGMA foreign_keys = OFF")
    library._connection.execute(statement)
    assert told in " ".join(library.check())
