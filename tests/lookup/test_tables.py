"""Every row of resources/lookup.toml."""

import tomllib

import pytest

from refman.duplicates.tables import tables as of_duplicates
from refman.lookup.evidence import Wanted
from refman.lookup.tables import tables
from refman.model import Entry
from refman.normalise import ascii_key
from tests.lookup.test_match import FOLDER

LABELS = tomllib.loads((FOLDER / "labels.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("kind", "title"), [(kind, title) for kind, titles in LABELS.items() for title in titles]
)
def test_labels(kind, title):
    found = Wanted(Entry(title=title)).label
    assert found == (None if kind == "none" else kind)


def test_each_label_has_examples():
    kinds = {name.removesuffix("_") for name in tables().label.groupindex}
    assert kinds == set(LABELS) - {"none"}


def test_weights_are_shares():
    for weight in tables().weights.values():
        assert 0 <= weight.agrees < 1
        assert 0 <= weight.differs < 1


def test_hidden_names_are_keys():
    assert all(name == ascii_key(name) for name in tables().hidden)


def test_venues_are_keys_and_stand_in_one_row():
    names = list(tables().venues)
    assert len(set(names)) == len(names)
    assert all(ascii_key(word) == word for name in names for word in name.split())
    assert not tables().venue_noise & tables().apart_venues


def test_kinds_are_those_of_the_table_of_duplicates():
    kinds = set(of_duplicates().kinds.values())
    assert tables().unusual <= kinds
    assert tables().published <= kinds
