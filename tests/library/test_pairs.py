"""Which pairs are kept as versions of one work, and whether somebody else has written."""

import pytest

from refman.library.versions import pair_name, pair_of, version_pairs
from refman.model import EntryId, Keep, KeptKind
from tests.library.made import add, opened, paper


@pytest.mark.parametrize("name", ["", "3", "3 x", "4 3", "3 3", "3 4 5", "٣ ٤", f"3 {'9' * 19}"])
def test_a_name_that_is_none_of_ours_says_nothing(name):
    assert pair_of(name) is None


def test_pairs_are_found_all_or_those_of_some_entries(tmp_path):
    names = [pair_name(EntryId(4), EntryId(3)), pair_name(EntryId(1), EntryId(2)), "no pair"]
    with opened(tmp_path / "a.refman") as library:
        library.apply("Keep", [Keep(kind=KeptKind.VERSION, name=name, after="4") for name in names])
        assert version_pairs(library) == {(3, 4): "4", (1, 2): "4"}
        assert version_pairs(library, [EntryId(2)]) == {(1, 2): "4"}
        assert version_pairs(library, []) == {}


def test_the_stamp_is_another_one_when_somebody_else_has_written(tmp_path):
    path = tmp_path / "a.refman"
    with opened(path) as library, opened(path) as other:
        before = library.stamp()
        library.apply("Add", add(paper(1)))
        assert library.stamp() == before
        other.apply("Add", add(paper(2)))
        assert library.stamp() != before
