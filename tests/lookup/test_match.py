"""A record against an entry: a table of pairs, and what holds of all."""

import tomllib
from dataclasses import dataclass

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.lookup import Candidate, Decision, Match, score
from refman.lookup.match import total
from refman.lookup.tables import tables
from refman.model import Entry, Name, Provenance
from tests.duplicates.pairs import FOLDER as PAIRS
from tests.duplicates.pairs import make

FOLDER = PAIRS.parent / "lookup"
LISTING = Provenance("listing.txt", (0, 10), 0.9)
DECISIONS = {
    "accepted": Decision.ACCEPT,
    "review": Decision.REVIEW,
    "rejected": Decision.REJECT,
}


@dataclass(frozen=True)
class Case:
    name: str
    decision: Decision
    wanted: Entry
    found: Entry
    why: str


def entry_of(side: dict) -> Entry:
    """Return the entry that a side describes; a draft has the provenance of a listing."""
    is_draft = side.pop("draft", False)
    entry = make(**side) if not is_draft else make(type="article", **side)
    if not is_draft:
        return entry
    told = [name for name in ("title", "abstract", "author", "issued") if getattr(entry, name)]
    return msgspec.structs.replace(entry, provenance=dict.fromkeys(told, LISTING))


def cases() -> list[Case]:
    return [
        Case(
            f"{name}: {row['name']}",
            decision,
            entry_of(row["wanted"]),
            entry_of(row["found"]),
            row.get("why", ""),
        )
        for name, decision in DECISIONS.items()
        for row in tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))["pairs"]
    ]


CASES = cases()
BY_NAME = {case.name: case for case in CASES}


def weigh(wanted: Entry, found: Entry) -> Match:
    return score(wanted, Candidate(source="crossref", entry=found))


def test_there_are_many_cases_each_named_by_what_it_shows():
    assert len(CASES) >= 100
    assert len(BY_NAME) == len(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_cases(case):
    match = weigh(case.wanted, case.found)
    assert match.decision is case.decision, match
    assert case.why in match.why
    assert match.why
    assert 0 <= match.score <= 1
    assert match.score == total(match.reasons)
    assert all(0 <= reason.weight <= 1 and -1 <= reason.value <= 1 for reason in match.reasons)
    assert all(reason.why and reason.field in tables().weights for reason in match.reasons)
    impacts = [abs(reason.weight * reason.value) for reason in match.reasons]
    assert impacts == sorted(impacts, reverse=True)


def test_the_score_orders_decisions_of_like_cases():
    found = make(title="Wick Trimming by Touch", abstract="long", authors="Ada Berg", year=2020)
    bare = make(title="Wick Trimming by Touch", type="article")
    named = make(title="Wick Trimming by Touch", type="article", authors="Ada Berg", year=2020)
    told = make(
        title="Wick Trimming by Touch", type="article", authors="Ada Berg", year=2020,
        abstract="long",
    )  # fmt: skip
    wrong = make(title="Wick Trimming by Touch", type="article", abstract="other")
    scores = [weigh(entry, found).score for entry in (wrong, bare, named, told)]
    assert scores == sorted(scores)
    assert len(set(scores)) == len(scores)


def test_a_publication_of_a_preprint_is_told_as_its_version():
    match = weigh(*_sides("accepted: a preprint and its publication, by abstract"))
    assert match.is_version
    assert any("versions of one work" in reason.why for reason in match.reasons)


def test_two_places_are_told():
    wanted, found = _sides("review: workshop and conference without a DOI")
    match = weigh(wanted, found)
    assert {(reason.field, reason.value) for reason in match.reasons} >= {("venue", -1.0)}


def test_what_agrees_in_place_is_told():
    wanted, found = _sides("accepted: an editorial by its author, year, journal, volume and page")
    fields = {reason.field for reason in weigh(wanted, found).reasons}
    assert {"venue", "details"} <= fields


def test_the_published_version_may_have_another_place():
    wanted = make(title="Wick Trimming", type="article", arxiv="2001.00001", pages="1-20",
                  venue="arXiv preprint")  # fmt: skip
    found = make(title="Wick Trimming", venue="Journal of Lamp Studies", pages="70-79")
    values = {reason.field: reason.value for reason in weigh(wanted, found).reasons}
    assert values["venue"] == 0
    assert values["details"] == 0


def _sides(name: str) -> tuple[Entry, Entry]:
    return BY_NAME[name].wanted, BY_NAME[name].found


AGREEING = ("author", "issued", "abstract")
ENTRIES = st.sampled_from([entry for case in CASES for entry in (case.wanted, case.found)])


@settings(deadline=None)
@given(ENTRIES, ENTRIES)
def test_the_score_is_between_0_and_1(wanted, found):
    match = weigh(wanted, found)
    assert 0 <= match.score <= 1
    assert match.decision in set(DECISIONS.values())
    assert weigh(wanted, found) == match


RANK = {Decision.REJECT: 0, Decision.REVIEW: 1, Decision.ACCEPT: 2}


@settings(deadline=None)
@given(st.sampled_from(CASES), st.sampled_from(AGREEING))
def test_one_more_field_that_agrees_never_makes_it_less(case, field):
    """The field is told by both sides with one value, and was not told by either before."""
    source = make(
        title="Any", abstract="long", authors="Ada Berg; Bo Chen; Carla Duarte", year=2020
    )
    without = {field: () if field == "author" else None}
    wanted = msgspec.structs.replace(case.wanted, **without)
    found = msgspec.structs.replace(case.found, **without)
    value = {field: getattr(source, field)}
    before = weigh(wanted, found)
    after = weigh(msgspec.structs.replace(wanted, **value), msgspec.structs.replace(found, **value))
    assert after.score >= before.score
    assert RANK[after.decision] >= RANK[before.decision]


WILD = st.text(max_size=60)


@settings(deadline=None)
@given(WILD, WILD, WILD, WILD)
def test_any_text_is_taken(title, abstract, other, name):
    wanted = Entry(title=title, abstract=abstract, author=(Name(literal=name),))
    found = Entry(title=other, abstract=abstract, author=(Name(family=name),))
    assert 0 <= weigh(wanted, found).score <= 1
    assert weigh(wanted, wanted).decision is not Decision.FAILED


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "<" * 50_000, "$" * 50_000, "(" * 50_000, "data for: " * 20_000]
)
def test_long_texts_cost_little(text):
    wanted = Entry(title=text, abstract=text, container_title=text)
    assert 0 <= weigh(wanted, Entry(title=text[:-1], abstract=text[:-1])).score <= 1
