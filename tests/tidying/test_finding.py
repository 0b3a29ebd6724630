"""Duplicates of a library found by one rule, and kept for who asks for them."""

import msgspec
import pytest

from refman.library.versions import pair_name
from refman.model import Keep, KeptKind
from refman.tidying import all_said_apart, duplicates_in, keep_duplicates, note_duplicates
from tests.library.made import START, add, opened, paper

TWIN, OTHER_TWIN = (msgspec.structs.replace(paper(1), citekey=key) for key in ("twin", "other"))


@pytest.fixture
def library(tmp_path):
    """Of 1 there are two more, 4 and 5."""
    with opened(tmp_path / "a.refman") as library:
        library.apply("Add", add(paper(1), paper(2), paper(3), TWIN, OTHER_TWIN))
        yield library


def search(library, *ids):
    held = list(library.holdings(ids)) if ids else list(library.all())
    found = duplicates_in(library, [one.id for one in held], [one.entry for one in held])
    keep_duplicates(library, [one.id for one in held], found, is_whole=not ids)
    return [[held[place].id for place in group.places] for group in found.groups]


def do(library, step):
    library.apply(step.name, step.changes)


def found(library):
    return set(library.search("has:duplicate").ids)


def test_what_a_search_finds_is_found_by_a_query(library):
    assert search(library) == [[1, 4, 5]]
    assert found(library) == {1, 4, 5}
    do(library, all_said_apart(library, list(library.holdings([4, 5, 1])), now=START))
    assert found(library) == set()
    assert search(library) == []
    assert found(library) == set()


def test_versions_are_no_duplicates_though_their_records_are_equal(library):
    pairs = [Keep(kind=KeptKind.VERSION, name=pair_name(1, id_), after="1") for id_ in (4, 5)]
    library.apply("Keep", pairs)
    assert search(library) == [[4, 5]]
    assert found(library) == {4, 5}
    do(library, all_said_apart(library, list(library.holdings([2, 3])), now=START))
    assert search(library) == [[4, 5]]


def test_a_search_among_some_forgets_nothing(library):
    assert search(library, 1, 2, 4) == [[1, 4]]
    at = library.duplicates_found_at()
    assert at is None  # not all were looked at
    assert search(library, 5, 2) == []
    assert found(library) == {1, 4}
    assert search(library, 4, 5) == [[4, 5]]
    assert found(library) == {1, 4, 5}


def test_only_what_nobody_parted_is_noted(library):
    note_duplicates(library, [])
    note_duplicates(library, [(4, 1), (2, 99)])
    assert found(library) == {1, 4}
    # As it was kept before numbers stood in it, and where the entry came in anew.
    step = all_said_apart(library, list(library.holdings([1, 5])), now=START)
    (kept,) = step.changes
    old = {name: value for name, value in msgspec.json.decode(kept.name).items() if name != "ids"}
    name = msgspec.json.encode(old).decode()
    library.apply("Say", [msgspec.structs.replace(kept, name=name)])
    note_duplicates(library, [(5, 1), (2, 3)])
    assert found(library) == {1, 2, 3, 4}
