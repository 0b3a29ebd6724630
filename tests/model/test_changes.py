"""Changes and their inverses."""

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given, settings

from refman.model import (
    Add,
    Bin,
    Change,
    ChangeSet,
    Entry,
    EntryId,
    Holding,
    Keep,
    KeptKind,
    Remove,
    Status,
    edit_of,
    edited,
)
from tests.formats.entries import FULL
from tests.formats.read_back import entries

AT = datetime(2026, 3, 14, tzinfo=UTC)
ID = EntryId(7)
ENTRIES = entries()
OTHER = msgspec.structs.replace(FULL, title="Another", status=Status.REJECTED, notes=())

CHANGES = {
    "add": Add(Holding(entry=FULL, added=AT)),
    "remove": Remove(Holding(id=ID, entry=FULL, added=AT)),
    "edit": edit_of(ID, FULL, OTHER),
    "bin": Bin(id=ID, after=AT),
    "keep": Keep(kind=KeptKind.SEARCH, name="old", before="a", after=None),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_inverse_of_the_inverse_is_the_change(change):
    assert change.inverse() != change
    assert change.inverse().inverse() == change


def test_a_set_is_undone_from_its_last_change_to_its_first():
    changes = ChangeSet("Do all", tuple(CHANGES.values()))
    inverse = changes.inverse()
    assert inverse.name == "Do all"
    assert inverse.changes[0] == CHANGES["keep"].inverse()
    assert inverse.inverse() == changes


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_changes_are_plain_data(change):
    told = msgspec.json.encode(change)
    assert msgspec.json.decode(told, type=Change) == change


@settings(max_examples=30, deadline=None)
@given(ENTRIES, ENTRIES)
def test_an_edit_makes_one_entry_of_the_other_and_back(first, second):
    edit = edit_of(ID, first, second)
    if edit is None:
        assert first == second
        return
    assert edited(first, edit) == second
    assert edited(second, edit.inverse()) == first
    assert list(edit.fields) == sorted(edit.fields)
    assert all(getattr(first, field) != getattr(second, field) for field in edit.fields)


def test_equal_entries_need_no_edit():
    assert edit_of(ID, FULL, msgspec.structs.replace(FULL)) is None
    assert edit_of(ID, Entry(), Entry()) is None
