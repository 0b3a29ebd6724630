"""Duplicates among many entries: groups, planted ones found, cost that grows as the number."""

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.duplicates import Relation, groups, search
from refman.model import Citekey, Date, Entry
from refman.normalise import parse_name
from tests.duplicates.pairs import cases, make
from tests.growth import assert_cost_ratio
from tests.samples import stream_papers

CASES = cases()


def library(size: int, seed: int = 0) -> list[Entry]:
    return [
        Entry(
            title=paper.title,
            author=tuple(map(parse_name, paper.authors)),
            issued=Date(2020 + place % 5),
        )
        for place, paper in enumerate(stream_papers(size, seed))
    ]


def slip(chance: random.Random, text: str) -> str:
    """Return a title as another hand would write it."""
    place = chance.randrange(len(text))
    kind = chance.randrange(6)
    if kind == 0:
        return text.upper()
    if kind == 1:
        return text + "."
    if kind == 2:
        return text.replace("-", " ").replace(":", " -")
    if kind == 3 and text[place].isalpha():
        return text[:place] + text[place + 1 :]
    if kind == 4 and text[place].isalpha():
        return text[:place] + text[place] + text[place:]
    return text.lower()


def planted(entry: Entry, chance: random.Random) -> Entry:
    """Return an entry as another file has it: slips in the title, initials, a year more."""
    people = tuple(
        msgspec.structs.replace(name, given=name.given[:1] + "." if name.given else None)
        for name in entry.author
    )
    return msgspec.structs.replace(
        entry,
        title=slip(chance, entry.title),
        author=people if chance.random() < 0.5 else entry.author,
        issued=Date(entry.issued.year + chance.randrange(2)),
    )


def test_planted_duplicates_are_found_and_nothing_else():
    chance = random.Random(5)
    entries = library(4_000, seed=3)
    origins = chance.sample(range(len(entries)), 400)
    told = {(origin, len(entries) + number) for number, origin in enumerate(origins)}
    entries += [planted(entries[origin], chance) for origin in origins]
    found = search(entries)
    pairs = {(pair.first, pair.second): pair for group in found.groups for pair in group.pairs}
    sure = {places for places, pair in pairs.items() if pair.verdict.is_one_work}
    recall, surely = (len(told.intersection(those)) / len(told) for those in (pairs, sure))
    print(
        f"planted duplicates: {recall:.4f} found, {surely:.4f} for sure;"
        f" false pairs {len(pairs.keys() - told)}"
    )
    assert recall >= 0.99
    assert surely >= 0.94  # of the rest a letter makes another word: "hare" for "share"
    assert not pairs.keys() - told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_groups_say_what_the_verdict_says(case):
    """Both ends of a title and identifiers lead to every pair that is one work."""
    found = groups([make(title="Something Else"), case.first, case.second])
    if case.relation == "different":
        assert not found
    elif case.name != "unsure: another title, one abstract":  # it has nothing that leads to it
        assert [group.places for group in found] == [(1, 2)]
        assert found[0].relation.value == case.relation


@given(
    st.lists(st.sampled_from([e for case in CASES for e in (case.first, case.second)]), max_size=30)
)
def test_groups_part_the_entries(entries):
    found = search(entries)
    places = [place for group in found.groups for place in group.places]
    assert len(places) == len(set(places))
    assert [group.places for group in found.groups] == sorted(g.places for g in found.groups)
    for group in found.groups:
        assert len(group.places) >= 2
        assert list(group.places) == sorted(group.places)
        assert 0.5 <= group.score <= 1
        assert all(pair.verdict.relation is not Relation.DIFFERENT for pair in group.pairs)
        assert {place for pair in group.pairs for place in (pair.first, pair.second)} == set(
            group.places
        )


def test_no_chain_joins_what_differs():
    bare = make(title="Lamps of the North, Part 1", authors="Ada Berg", year=2001)
    first = make(title="Lamps of the North", authors="Ada Berg", year=2001, doi="10.1234/a")
    second = msgspec.structs.replace(bare, identifiers=make(doi="10.1234/b").identifiers)
    third = make(title="Lamps of the North", authors="Ada Berg", year=2002)
    found = search([first, second, third])
    assert [group.places for group in found.groups] == [(0, 2)]
    assert [(pair.first, pair.second) for pair in found.left_out] == [(1, 2)]


def test_preprint_of_which_two_papers_came():
    preprint = make(title="Lamps", authors="Ada Berg", year=2001, type="article")
    first = make(title="Lamps", authors="Ada Berg", year=2001, doi="10.1234/a")
    second = make(title="Lamps", authors="Ada Berg", year=2002, doi="10.1234/b")
    found = search([preprint, first, second])
    assert [group.places for group in found.groups] == [(0, 1)]
    assert [(pair.first, pair.second) for pair in found.left_out] == [(0, 2)]


def test_a_group_of_three_tells_all_pairs():
    entries = [
        make(title="Lamps of the North", authors="Ada Berg", year=2001),
        make(title="Lamps of the North.", authors="Berg, A.", year=2001),
        make(title="LAMPS OF THE NORTH", authors="A. Berg", year=2002),
    ]
    (group,) = groups(entries)
    assert group.places == (0, 1, 2)
    assert group.relation is Relation.SAME
    assert len(group.pairs) == 3


def test_entries_equal_to_the_letter_are_one_group_whatever_their_keys():
    entry = make(title="Lamps of the North", authors="Ada Berg", year=2001)
    entries = [msgspec.structs.replace(entry, citekey=Citekey(f"k{place}")) for place in range(50)]
    found = search(entries)
    assert [group.places for group in found.groups] == [tuple(range(50))]
    assert not found.crowded
    assert len(found.groups[0].pairs) == 49


def test_what_a_person_parted_stays_apart():
    entry = make(title="Lamps of the North", authors="Ada Berg", year=2001)
    other = msgspec.structs.replace(entry, note="another")
    assert groups([entry, other])
    assert not search([entry, other], is_apart=lambda *_: True).groups
    assert not search([entry, entry], is_apart=lambda *_: True).groups


def test_many_entries_with_one_title_are_told_as_crowded():
    entries = [
        make(title="Editorial", authors=f"Ada Berg{place}", year=2001, pages=str(place))
        for place in range(300)
    ]
    found = search(entries)
    assert found.crowded == ("editorial",)
    assert not found.groups


def test_progress_is_told():
    told = []

    class Told:
        def report(self, done, total=None):
            told.append((done, total))

    entry = make(title="Lamps of the North", authors="Ada Berg", year=2001)
    search([entry, msgspec.structs.replace(entry, note="x")], progress=Told())
    assert told == [(0, 1), (1, 1)]


def numbered(size):
    return [Entry(title=f"Notes on the reading of lamp number {place:06}") for place in range(size)]


def in_words(size):
    chance = random.Random(1)
    signs = "abcdefghijklmnopqrstuvwxyz"
    return [
        Entry(title=f"Notes on the reading of {''.join(chance.choices(signs, k=9))} by lamp light")
        for _ in range(size)
    ]


def of_one_title(size):
    return [
        Entry(title="Lamps", author=(parse_name(f"Ada B{place}"),), issued=Date(2001))
        for place in range(size)
    ]


def of_one_content(size):
    return [
        Entry(title="Lamps of the North", citekey=Citekey(f"k{place}")) for place in range(size)
    ]


def of_one_doi(size):
    return [
        make(title=f"Lamp{place}", doi="10.1234/x", authors="Ada Berg") for place in range(size)
    ]


@pytest.mark.parametrize(
    "entries", [library, numbered, in_words, of_one_title, of_one_content, of_one_doi]
)
def test_cost_grows_as_the_number(entries):
    short, long = entries(500), entries(4_000)
    assert_cost_ratio(lambda: search(long), lambda: search(short), most=20, floor_s=0.002)
