"""Saved searches are kept, renamed and forgotten as steps that can be undone."""

from datetime import UTC, datetime

import pytest

from refman.editing.searches import search_forgotten, search_renamed, search_saved
from refman.errors import EditError, QueryError
from refman.library import open_library
from refman.model import KeptKind

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "a.refman", now=lambda: NOW) as library:
        do(library, search_saved(library, "warm", "lamp year:2024", now=NOW))
        yield library


def do(library, changes):
    library.apply(changes.name, changes.changes)
    return changes


def kept(library):
    return library.kept(KeptKind.SEARCH)


def test_a_search_is_saved_and_saved_anew(library):
    assert kept(library) == {"warm": "lamp year:2024"}
    assert not search_saved(library, "@warm", " lamp year:2024 ", now=NOW).changes
    step = do(library, search_saved(library, "warm", "lamp", now=NOW))
    assert step.name == "Save the search warm"
    assert kept(library) == {"warm": "lamp"}
    library.undo()
    assert kept(library) == {"warm": "lamp year:2024"}


def test_a_search_is_renamed_and_forgotten(library):
    assert not search_renamed(library, "warm", "warm").changes
    assert do(library, search_renamed(library, "warm", "@cold")).name == (
        "Rename the search warm to cold"
    )
    assert kept(library) == {"cold": "lamp year:2024"}
    assert do(library, search_forgotten(library, "cold")).name == "Forget the search cold"
    assert kept(library) == {}
    library.undo()
    library.undo()
    assert kept(library) == {"warm": "lamp year:2024"}


@pytest.mark.parametrize("name", ["", " ", "@", "two words", "a\x00b"])
def test_what_is_no_name_is_told(library, name):
    with pytest.raises(EditError, match="no name for a search"):
        search_saved(library, name, "lamp", now=NOW)
    with pytest.raises(EditError, match="no name for a search"):
        search_renamed(library, "warm", name)


def test_what_cannot_be_is_told(library):
    do(library, search_saved(library, "cold", "ice", now=NOW))
    with pytest.raises(EditError, match="there is no query to save"):
        search_saved(library, "warm", " ", now=NOW)
    with pytest.raises(QueryError, match="there is no field"):
        search_saved(library, "warm", "lampe:1", now=NOW)
    with pytest.raises(EditError, match="there is a saved search cold already"):
        search_renamed(library, "warm", "cold")
    with pytest.raises(EditError, match="there is no saved search hot"):
        search_renamed(library, "hot", "cool")
    with pytest.raises(EditError, match="there is no saved search hot"):
        search_forgotten(library, "hot")
