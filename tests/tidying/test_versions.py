"""Versions of one work: kept, taken back, found, moved by a merge, brought back by undo."""

from contextlib import closing
from datetime import timedelta
from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.acquiring import Choice, acquire
from refman.citekeys import compile_pattern
from refman.duplicates import Relation, search
from refman.editing import binned, removed
from refman.errors import EditError
from refman.gathering import Gathering
from refman.joining import joins
from refman.library.versions import pair_name, pair_of, version_pairs
from refman.model import (
    Arxiv,
    Citekey,
    Date,
    Doi,
    Identifiers,
    ItemType,
    Keep,
    KeptKind,
    Record,
    Span,
)
from refman.tidying import (
    VersionKind,
    all_said_apart,
    as_versions,
    duplicates_in,
    merged,
    no_version,
    said_apart,
    said_nothing,
    twins,
    united_step,
    versions_among,
    versions_of,
    with_versions,
)
from tests.library.made import START, add, opened, paper

PREPRINT = paper(
    0,
    citekey=Citekey("early"),
    type=ItemType.ARTICLE,
    issued=Date(1999, 4),
    container_title=None,
    identifiers=Identifiers(arxiv=Arxiv("9904.01234")),
)
PRINTED = paper(0, citekey=Citekey("printed"), identifiers=Identifiers(doi=Doi("10.5555/lamps")))
TALK = paper(
    0, citekey=Citekey("talk"), type=ItemType.SPEECH, container_title=None, issued=Date(2002)
)
SPAN = Span(0, 1)
TWIN = paper(0, citekey=Citekey("twin"), identifiers=Identifiers(doi=Doi("10.5555/lamps")))


@pytest.fixture
def library(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply("Add", add(PRINTED, PREPRINT, TALK, TWIN, paper(1)))
        yield library


def found(library, *keys):
    return [library.find_key(key) for key in keys]


def ids(library, *keys):
    return [one.id for one in found(library, *keys)]


def do(library, step):
    return library.apply(step.name, step.changes).step


def keep(library, *keys):
    return do(library, as_versions(library, ids(library, *keys)))


def told(library, key):
    (holding,) = found(library, key)
    every = versions_among(library, [one.id for one in library.all(with_binned=True)])
    assert every.get(holding.id, []) == versions_of(library, holding.id)
    return {one.holding.entry.citekey: one.kind for one in versions_of(library, holding.id)}


def state(library):
    held = library.all(with_binned=True)
    return [msgspec.structs.replace(one, changed=None) for one in held], [
        library.kept(kind) for kind in KeptKind
    ]


def test_a_preprint_and_its_publication_are_kept_beside_each_other(library):
    before = state(library)
    step = as_versions(library, ids(library, "printed", "early"))
    assert step.name == "Keep printed and early as versions of one work"
    assert step.changes == (Keep(kind=KeptKind.VERSION, name="1 2", after="2"),)
    do(library, step)
    assert told(library, "printed") == {"early": VersionKind.PREPRINT}
    assert told(library, "early") == {"printed": VersionKind.PUBLICATION}
    assert told(library, "talk") == {}
    assert as_versions(library, ids(library, "early", "printed")).changes == ()
    assert as_versions(library, ids(library, "early")).changes == ()
    library.undo()
    assert state(library) == before
    library.redo()
    do(library, no_version(library, *ids(library, "early")))
    assert state(library) == before
    assert no_version(library, *ids(library, "early")).changes == ()


def test_what_is_a_version_of_one_is_one_of_all_and_the_oldest_stands_first(library):
    keep(library, "printed", "early")
    assert as_versions(library, ids(library, "printed", "early", "talk")).name == (
        "Keep 3 papers as versions of one work"
    )
    keep(library, "early", "talk")
    assert list(told(library, "talk")) == ["early", "printed"]
    assert told(library, "printed") == {
        "early": VersionKind.PREPRINT,
        "talk": VersionKind.VERSION,
    }
    do(library, binned(found(library, "early"), now=START))
    assert told(library, "talk") == {"printed": VersionKind.VERSION}
    library.undo()
    do(library, no_version(library, *ids(library, "printed")))
    assert (told(library, "printed"), list(told(library, "talk"))) == ({}, ["early"])


def test_versions_are_no_duplicates(library):
    first, second = found(library, "printed", "early")
    entries = [one.entry for one in library.all()]
    numbers = [one.id for one in library.all()]

    def groups():
        return [
            {entries[place].citekey for place in group.places}
            for group in duplicates_in(library, numbers, entries).groups
        ]

    assert groups() == [{"printed", "early", "talk", "twin"}]
    assert {one.holding.entry.citekey for one in twins(library, second)} > {"printed"}
    keep(library, "printed", "early", "talk", "twin")
    assert groups() == []
    assert twins(library, second) == []
    assert all_said_apart(library, [first, second], now=START).changes == ()


def test_what_is_said_apart_is_no_version_and_can_be_forgotten(library):
    keep(library, "printed", "early", "talk")
    first, second = found(library, "printed", "early")
    before = state(library)
    do(library, said_apart(library, first, second, now=START))
    assert (told(library, "early"), list(told(library, "printed"))) == ({}, ["talk"])
    assert len(library.kept(KeptKind.NOT_DUPLICATES)) == 1
    keep(library, "printed", "early")
    again = said_apart(library, first, second, now=START)
    assert [(one.kind, one.after) for one in again.changes] == [(KeptKind.VERSION, None)] * 2
    do(library, said_nothing(library, first, second))
    assert library.kept(KeptKind.NOT_DUPLICATES) == {}
    assert told(library, "early") == {}
    for _ in range(3):
        library.undo()
    assert state(library) == before


def test_a_merge_takes_versions_along(library):
    keep(library, "early", "talk")
    before = state(library)
    do(library, united_step(library, found(library, "printed", "talk"), 0, {}, now=START))
    assert told(library, "printed") == {"early": VersionKind.PREPRINT}
    assert library.kept(KeptKind.VERSION) == {"1 2": "2"}
    library.undo()
    assert state(library) == before


def test_versions_that_are_merged_are_none_any_more(library):
    keep(library, "printed", "early")
    do(library, united_step(library, found(library, "printed", "early"), 0, {}, now=START))
    assert library.kept(KeptKind.VERSION) == {}


def test_a_merge_of_two_works_makes_one_of_their_versions(library):
    keep(library, "printed", "early")
    keep(library, "twin", "talk")
    holdings = list(library.all())
    groups = search([one.entry for one in holdings][::3]).groups
    assert groups[0].relation is Relation.SAME
    step = merged(
        library, holdings[::3], joins([one.entry for one in holdings][::3], groups), now=START
    )
    do(library, step)
    (left,) = {"printed", "twin"} & {one.entry.citekey for one in library.all()}
    assert told(library, left) == {"early": VersionKind.PREPRINT, "talk": VersionKind.VERSION}
    assert told(library, "talk") == dict.fromkeys(("early", left), VersionKind.VERSION)
    assert len(library.kept(KeptKind.VERSION)) == 3


def test_what_goes_for_good_is_no_version_until_it_comes_back(library):
    keep(library, "printed", "early", "talk")
    before = state(library)
    step = with_versions(library, removed(found(library, "early")))
    do(library, step)
    assert library.kept(KeptKind.VERSION) == {"1 3": ""}
    assert with_versions(library, removed(found(library, "twin"))).changes[1:] == ()
    library.undo()
    assert state(library) == before


def test_no_work_has_any_number_of_versions(library):
    library.apply("Add", add(*(paper(number) for number in range(10, 60))))
    with pytest.raises(EditError, match="choose 50 at most"):
        as_versions(library, [one.id for one in library.all()])


def test_what_lies_in_the_bin_is_to_be_taken_out_first(library):
    do(library, binned(found(library, "early"), now=START))
    with pytest.raises(EditError, match="early lies in the bin"):
        keep(library, "printed", "early")


def test_what_comes_in_fills_one_of_two_versions(library):
    do(library, with_versions(library, removed(found(library, "twin", "talk"))))
    record = msgspec.structs.replace(PRINTED, citekey=None, volume="7")

    def added():
        with Gathering() as gathering:
            gathering.take(
                source="a.bib", kind="bibtex", text="x", pieces=[Record(entry=record, span=SPAN)]
            )
            choice = Choice(pattern=compile_pattern("{auth}{year}"), update=True)
            now = START + timedelta(days=1)
            return acquire(library, gathering, choice, now=now).fates[0]

    assert "the library has it 2 times" in added().why
    keep(library, "printed", "early")
    assert added().key == "printed"
    assert library.find_key("printed").entry.volume == "7"


def test_names_of_pairs():
    assert pair_name(40, 12) == pair_name(12, 40) == "12 40"
    assert pair_of("12 40") == (12, 40)
    for name in ("", "12", "12 ", "a 1", "1 b", "1 2 3", "²1 4", f"1 {10**30}", "4 3", "3 3"):
        assert pair_of(name) is None


def test_what_is_no_pair_says_nothing(library):
    library.apply("x", [Keep(kind=KeptKind.VERSION, name=n, after="") for n in ("lamp", "1 99")])
    assert version_pairs(library) == {(1, 99): ""}
    assert told(library, "printed") == {}
    assert library.count("has:version") == 0
    keep(library, "printed", "talk")
    assert set(library.search("has:version").ids) == {1, 3}
    assert set(library.search("no:version").ids) == {2, 4, 5}


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("keep", "leave", "merge")),
            st.lists(st.integers(1, 8), min_size=2, max_size=3, unique=True),
        ),
        max_size=6,
    )
)
def test_every_two_versions_of_a_work_are_a_pair_whatever_is_done(tmp_path_factory, deeds):
    with closing(opened(tmp_path_factory.mktemp("v") / "lib.refman")) as library:
        library.apply("Add", add(*map(paper, range(8))))
        works = {id_: {id_} for id_ in range(1, 9)}
        states = [library.kept(KeptKind.VERSION)]
        for deed, wanted in deeds:
            holdings = [one for one in library.holdings(wanted) if one.binned is None]
            if len(holdings) < 2:
                continue
            there = [one.id for one in holdings]
            if deed == "keep":
                work = set().union(*(works[id_] for id_ in there))
                works |= dict.fromkeys(work, work)
                step = as_versions(library, there)
            elif deed == "leave":
                works[there[0]].discard(there[0])
                works[there[0]] = {there[0]}
                step = no_version(library, there[0])
            else:
                work = set().union(*(works[id_] for id_ in there)) - set(there[1:])
                works |= dict.fromkeys(work, work) | {id_: {id_} for id_ in there[1:]}
                step = united_step(library, holdings, 0, {}, now=START)
            if do(library, step) is not None:
                states.append(library.kept(KeptKind.VERSION))
            assert set(library.kept(KeptKind.VERSION)) == {
                pair_name(*pair) for work in works.values() for pair in combinations(work, 2)
            }
        for kept in reversed(states[:-1]):
            library.undo()
            assert library.kept(KeptKind.VERSION) == kept
