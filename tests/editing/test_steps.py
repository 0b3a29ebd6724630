"""Steps on a library: each does what its name says, and its undoing gives the same bytes."""

from contextlib import closing

import msgspec
import pytest

from refman.editing import (
    binned,
    collections,
    deleted,
    edited,
    judged,
    made,
    put_back,
    put_into,
    read_assignment,
    removed,
    renamed,
    tagged,
    taken_out,
)
from refman.errors import EditError
from refman.library import Library
from refman.model import ChangeSet, Citekey, Holding, KeptKind, Keyword, Status, edit_of
from tests.library.made import START, add, opened, paper


@pytest.fixture
def library(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply(
            "Add 5 papers",
            add(
                paper(0, citekey=Citekey("a"), collections=("HF Papers/World models", "Else")),
                paper(1, citekey=Citekey("b"), collections=("HF Papers",)),
                paper(2, citekey=Citekey("c")),
                paper(3, citekey=Citekey("d"), collections=("hf papers/Maps",)),
                paper(4, citekey=Citekey("gone"), collections=("HF Papers/Old",)),
            ),
        )
        step = binned(keyed(library, "gone"), now=START)
        library.apply(step.name, step.changes)
        yield library


def keyed(library: Library, *keys: str) -> list[Holding]:
    found = [library.find_key(key) for key in keys]
    return [one for one in found if one is not None]


def state(library: Library) -> list[bytes]:
    """Everything that a step may change, but for when it was changed."""
    held = [msgspec.structs.replace(one, changed=None) for one in library.all(with_binned=True)]
    kept = [(kind.value, library.kept(kind)) for kind in KeptKind]
    return [*map(msgspec.json.encode, held), msgspec.json.encode(kept)]


def done(library: Library, step: ChangeSet, *, count: int | None = None) -> Library:
    """Do a step, undo it, redo it; what is there is the same each time."""
    before = state(library)
    library.apply(step.name, step.changes)
    after = state(library)
    if step.changes:
        assert after != before
        assert library.undo() == step.name
        assert state(library) == before
        assert library.redo() == step.name
    assert state(library) == after
    if count is not None:
        assert len(step.changes) == count
    return library


def collected(library: Library) -> dict[str, tuple[str, ...]]:
    return {one.entry.citekey: one.entry.collections for one in library.all(with_binned=True)}


def tree(library: Library) -> dict[str, int]:
    return {one.path: one.count for one in collections(library)}


def edit(library: Library, holdings, *words: str) -> ChangeSet:
    wanted = [found for word in words if (found := read_assignment(word)) is not None]
    return edited(library, holdings, wanted, now=START)


@pytest.mark.parametrize("status", Status)
def test_a_word_on_entries_is_the_edit_of_their_status(library, status):
    library.apply("Accept", judged(keyed(library, "a"), Status.ACCEPTED).changes)
    library.apply("Reject", judged(keyed(library, "b"), Status.REJECTED).changes)
    held = list(library.all())
    edits = [
        edit_of(one.id, one.entry, msgspec.structs.replace(one.entry, status=status))
        for one in held
    ]
    assert judged(held, status).changes == tuple(edit for edit in edits if edit is not None)


def test_fields_are_set_in_one_step(library):
    step = edit(library, keyed(library, "a", "b", "c"), "year=1999", "tags+=old")
    assert step.name == "Edit 3 papers"
    done(library, step, count=3)
    assert {one.entry.issued.year for one in keyed(library, "a", "b", "c")} == {1999}
    again = edit(library, keyed(library, "a", "b"), "year=1999", "tags+=old")
    assert again.changes == ()


def test_a_changed_key_is_kept_and_none_is_taken_twice(library):
    done(library, edit(library, keyed(library, "a"), "citekey=A"), count=1)
    done(library, edit(library, keyed(library, "A"), "citekey=new"), count=1)
    (held,) = keyed(library, "new")
    assert held.entry.extra == {"ids": "a,A"}
    for key, said in [
        ("b", "is the key of another entry: Brass lamps"),
        ("B", "is the key of another entry"),
        ("gone", "another entry in the bin"),
    ]:
        with pytest.raises(EditError, match=said):
            edit(library, keyed(library, "new"), f"citekey={key}")
    with pytest.raises(EditError, match="and not of several"):
        edit(library, keyed(library, "new", "b"), "citekey=x")
    assert edit(library, keyed(library, "new"), "citekey=new").changes == ()


def test_tags_are_given_and_taken_whatever_their_case(library):
    step = tagged(keyed(library, "a", "b"), add=["a, b"], remove=["LAMPS", "none"], now=START)
    assert step.name == "Tag 2 papers"
    done(library, step, count=2)
    assert keyed(library, "a")[0].entry.keywords == (Keyword("a, b"),)
    assert tagged(keyed(library, "a"), add=["A, b"], now=START).changes == ()


def test_a_tag_that_is_given_alone_leaves_whose_the_others_are(library):
    done(library, tagged(keyed(library, "a"), add=["x"], now=START))
    assert keyed(library, "a")[0].entry.provenance == {}
    done(library, tagged(keyed(library, "a"), remove=["x"], now=START))
    assert keyed(library, "a")[0].entry.provenance["keywords"].source == "user"


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (Status.ACCEPTED, "Accept 2 papers"),
        (Status.REJECTED, "Reject 2 papers"),
        (Status.NEEDS_REVIEW, "Put 2 papers back to review"),
    ],
)
def test_a_word_on_papers_is_one_step(library, status, name):
    other = Status.ACCEPTED if status is Status.REJECTED else Status.REJECTED
    library.apply("x", judged(keyed(library, "a", "b"), other).changes)
    step = judged(keyed(library, "a", "b"), status)
    assert step.name == name
    done(library, step, count=2)
    assert judged(keyed(library, "a", "b"), status).changes == ()


def test_the_bin_is_filled_and_emptied(library):
    step = binned(keyed(library, "a", "gone"), now=START)
    assert step.name == "Put 1 paper into the bin"
    done(library, step)
    step = put_back(keyed(library, "a", "b"))
    assert step.name == "Take 1 paper out of the bin"
    done(library, step)
    step = removed(keyed(library, "gone"))
    assert step.name == "Remove 1 paper for good"
    done(library, step)
    assert keyed(library, "gone") == []


def test_the_tree_has_what_lies_in_it_and_leaves_the_bin_out(library):
    done(library, made(library, "Empty / Inner"), count=2)
    assert tree(library) == {
        "Else": 1,
        "Empty": 0,
        "Empty/Inner": 0,
        "HF Papers": 3,
        "HF Papers/Maps": 1,
        "HF Papers/World models": 1,
    }
    assert [(one.name, one.depth) for one in collections(library)][:3] == [
        ("Else", 0),
        ("Empty", 0),
        ("Inner", 1),
    ]
    assert made(library, "empty/INNER").changes == ()


def test_entries_are_put_into_a_collection_as_the_library_writes_it(library):
    step = put_into(library, keyed(library, "b", "c"), "else / New")
    assert step.name == 'Put 2 papers into "Else/New"'
    done(library, step)
    assert collected(library)["c"] == ("Else/New",)
    assert library.kept(KeptKind.COLLECTION) == {"Else": "", "Else/New": ""}
    assert put_into(library, keyed(library, "b", "c"), "Else/New").changes == ()
    step = edit(library, keyed(library, "d"), "collections+=ELSE/new; Third")
    done(library, step)
    assert collected(library)["d"] == ("hf papers/Maps", "Else/New", "Third")
    assert "Third" in library.kept(KeptKind.COLLECTION)


def test_entries_are_taken_out_of_a_collection_and_of_those_inside_it(library):
    step = taken_out(library, keyed(library, "a", "b", "c"), "hf PAPERS")
    assert step.name == 'Take 2 papers out of "HF Papers"'
    done(library, step, count=2)
    assert collected(library)["a"] == ("Else",)
    with pytest.raises(EditError, match="there is no collection"):
        taken_out(library, keyed(library, "a"), "HF")


def test_a_collection_is_renamed_with_all_inside_it_wherever_they_lie(library):
    library.apply("x", made(library, "HF Papers/Empty").changes)
    step = renamed(library, "hf papers", "Reading/HF")
    assert step.name == 'Rename the collection "HF Papers" to "Reading/HF" (4 papers)'
    done(library, step)
    assert collected(library) == {
        "a": ("Reading/HF/World models", "Else"),
        "b": ("Reading/HF",),
        "c": (),
        "d": ("Reading/HF/Maps",),
        "gone": ("Reading/HF/Old",),
    }
    assert set(library.kept(KeptKind.COLLECTION)) == {"Reading", "Reading/HF", "Reading/HF/Empty"}


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ("HF Papers", "HF PAPERS", {"HF PAPERS"}),
        ("HF Papers", "HF Papers/Inner", {"HF Papers", "HF Papers/Inner"}),
        ("HF Papers/World models", "Worlds", {"Worlds"}),
    ],
)
def test_a_collection_may_get_another_case_or_place(library, old, new, kept):
    done(library, renamed(library, old, new))
    assert collected(library)["a"][0].startswith(new)
    assert set(library.kept(KeptKind.COLLECTION)) == kept
    assert renamed(library, new, new).changes == ()


def test_no_collection_takes_anothers_place(library):
    with pytest.raises(EditError, match='there is a collection "Else" already'):
        renamed(library, "HF Papers", "else")
    for path in ("", "/", "A//B"):
        with pytest.raises(EditError, match="is no collection"):
            made(library, path)


def test_a_deleted_collection_leaves_its_entries(library):
    library.apply("x", made(library, "HF Papers/Empty").changes)
    step = deleted(library, "HF Papers")
    assert step.name == 'Delete the collection "HF Papers"'
    done(library, step)
    assert tree(library) == {"Else": 1}
    assert collected(library)["gone"] == ()
    assert library.kept(KeptKind.COLLECTION) == {}
