import pytest

from refman.formats.format import FEATURES, Losses, Options, Profile
from refman.formats.related import with_related
from refman.model import Entry, Keyword
from tests.formats.entries import BARE, FULL


def test_every_field_of_an_entry_is_a_feature():
    apart = {"type"}  # which every format has in some way
    assert set(FEATURES) >= set(Entry.__struct_fields__) - apart


@pytest.mark.parametrize("feature", FEATURES)
def test_a_full_entry_has_every_feature_and_an_empty_one_none(feature):
    assert FEATURES[feature](with_related(FULL, ["taper"])) > 0
    assert FEATURES[feature](Entry()) == 0


def test_losses_count_what_passes_by():
    losses = Losses({"keywords.automatic": "no kinds", "links.roles": "no roles", "status": "none"})
    words = Entry(keywords=(Keyword("a", automatic=True), Keyword("b", automatic=True)))
    entries = [FULL, BARE, words]
    assert list(losses.watch(iter(entries))) == entries
    assert losses.report() == [
        ("keywords.automatic", 3, "no kinds"),
        ("links.roles", 1, "no roles"),
        ("status", 1, "none"),
    ]


def test_all_of_many_are_counted_in_their_order():
    losses = Losses({"links.roles": "no roles", "status": "none"})
    entries = [FULL, BARE] * 200
    assert list(losses.watch(iter(entries))) == entries
    assert losses.report() == [("links.roles", 200, "no roles"), ("status", 200, "none")]


def test_what_was_not_lost_is_not_reported():
    losses = Losses({"extra": "no place", "status": "none"})
    assert list(losses.watch([BARE])) == [BARE]
    assert losses.report() == []


def test_options_choose_nothing_by_themselves():
    assert Options() == Options(profile=None, zotero_links=False, protected_words=frozenset())
    assert Profile("zotero") is Profile.ZOTERO
