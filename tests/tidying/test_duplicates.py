"""Duplicates in a library: what was said of them, and they merged in one step."""

from contextlib import closing

import msgspec
import pytest

from refman.duplicates import search
from refman.editing.setting import with_key
from refman.errors import DamagedLibraryError
from refman.joining import joins
from refman.model import Bin, Citekey, Doi, Identifiers, Keep, KeptKind, Keyword
from refman.tidying import merged, remembered, said_apart, said_nothing
from tests.library.made import START, add, opened, paper

DOI = Identifiers(doi=Doi("10.5555/lamps"))


@pytest.fixture
def library(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply(
            "Add",
            add(
                paper(0, citekey=Citekey("old"), identifiers=DOI, volume="3", abstract=None),
                paper(1),
                paper(0, citekey=Citekey("new"), identifiers=DOI, keywords=(Keyword("oil"),)),
            ),
        )
        yield library


def state(library):
    held = library.all(with_binned=True)
    return [msgspec.structs.replace(one, changed=None) for one in held], [
        library.kept(kind) for kind in KeptKind
    ]


def found(library):
    memory = remembered(library)
    entries = [one.entry for one in library.all()]
    return joins(entries, search(entries, is_apart=memory.is_apart).groups)


def test_one_has_what_both_say_and_the_other_lies_in_the_bin(library):
    before = state(library)
    step = merged(library, list(library.all()), found(library), now=START)
    assert step.name == "Merge 1 paper into 1 other"
    library.apply(step.name, step.changes)
    left = {one.entry.citekey: one.entry for one in library.all()}
    (leader,) = left.keys() & {"old", "new"}
    (other,) = {"old", "new"} - {leader}
    assert len(left) == 2
    assert left[leader].volume == "3"
    assert left[leader].abstract
    assert {one.text for one in left[leader].keywords} == {"lamps", "oil"}
    assert left[leader].extra["ids"] == other
    gone = library.find_key(other)
    assert gone is not None
    assert gone.binned == START
    assert found(library) == []
    assert merged(library, list(library.all()), found(library), now=START).changes == ()
    library.undo()
    assert state(library) == before


def test_where_the_other_says_nothing_more_only_it_moves(library):
    held = library.find_key("new").entry
    library.apply("Add", add(msgspec.structs.replace(held, citekey=None)))
    holdings = [one for one in library.all() if one.entry.title == held.title][1:]
    entries = [one.entry for one in holdings]
    step = merged(library, holdings, joins(entries, search(entries).groups), now=START)
    assert [type(change) for change in step.changes] == [Bin]


def test_what_is_said_apart_is_remembered_with_the_library_and_forgotten(library):
    first, second = library.find_key("old"), library.find_key("new")
    before = state(library)
    step = said_apart(library, first, second, now=START)
    assert step.name == "Say that old and new are no duplicates"
    library.apply(step.name, step.changes)
    assert found(library) == []
    assert len(remembered(library)) == 1
    assert said_apart(library, second, first, now=START).changes == ()
    library.undo()
    assert state(library) == before
    assert len(found(library)) == 1
    library.redo()
    gone = said_nothing(library, second, first)
    library.apply(gone.name, gone.changes)
    assert state(library) == before
    assert said_nothing(library, first, second).changes == ()


def test_memory_outlasts_edits_and_other_keys_and_leaves_others_alone(library):
    first, second, other = (library.find_key(key) for key in ("old", "new", "lund1brass"))
    for pair in ((first, second), (first, other)):
        step = said_apart(library, *pair, now=START)
        library.apply(step.name, step.changes)
    assert len(said_nothing(library, first, second).changes) == 1
    edited = msgspec.structs.replace(
        with_key(first.entry, Citekey("older")), title="Another title", identifiers=Identifiers()
    )
    memory = remembered(library)
    assert memory.is_apart(edited, second.entry)
    assert memory.is_apart(second.entry, edited)
    assert not memory.is_apart(paper(5), other.entry)
    nameless = msgspec.structs.replace(edited, citekey=None, extra={})
    assert not memory.is_apart(nameless, nameless)


@pytest.mark.parametrize("name", ["{", "[]", '{"left": [], "right": [], "keys": 1}'])
def test_what_is_kept_and_damaged_is_told(library, name):
    library.apply("x", [Keep(kind=KeptKind.NOT_DUPLICATES, name=name, after="")])
    with pytest.raises(DamagedLibraryError, match="is damaged"):
        remembered(library)
