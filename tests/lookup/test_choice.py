"""Several records for one entry: a table, and what holds of all."""

import random
import tomllib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.lookup import Candidate, Decision, choose
from refman.lookup.choice import MOST
from refman.model import Citekey, Entry
from tests.duplicates.pairs import make
from tests.growth import assert_cost_ratio
from tests.lookup.test_match import CASES, FOLDER, RANK, entry_of


def rows() -> list[dict]:
    return tomllib.loads((FOLDER / "choices.toml").read_text(encoding="utf-8"))["choices"]


def candidates_of(row: dict) -> dict[str, Candidate]:
    found = {}
    for side in row["found"]:
        side = dict(side)  # noqa: PLW2901 - the row is used again
        name, source = side.pop("id"), side.pop("source")
        found[name] = Candidate(source=source, entry=entry_of(side))
    return found


ROWS = rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_choices(row):
    found = candidates_of(row)
    choice = choose(entry_of(dict(row["wanted"])), found.values())
    names = {repr(candidate): name for name, candidate in found.items()}
    accepted = {names[repr(match.candidate)] for match in choice.accepted}
    assert choice.decision.value == row["decision"], choice
    assert accepted == set(row.get("accepted", accepted)), choice
    if "first" in row:
        assert names[repr(choice.matches[0].candidate)] == row["first"]
    told = {names[repr(match.candidate)]: match.why for match in choice.matches}
    assert row.get("why", "") in (told[row["of"]] if "of" in row else choice.why)
    assert choice.margin == row.get("margin", choice.margin)
    assert set(told) == set(found)
    assert all(match.decision is Decision.REVIEW for match in choice.to_review)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["name"])
def test_the_order_of_records_does_not_count(row):
    found = list(candidates_of(row).values())
    wanted = entry_of(dict(row["wanted"]))
    choice = choose(wanted, found)
    for seed in range(6):
        mixed = list(found)
        random.Random(seed).shuffle(mixed)
        assert choose(wanted, [*mixed, *mixed[:1]]) == choice


EVERYTHING = [case.found for case in CASES]


@settings(deadline=None)
@given(
    st.sampled_from([case.wanted for case in CASES]),
    st.lists(st.sampled_from(EVERYTHING), min_size=1, max_size=7),
    st.randoms(use_true_random=False),
)
def test_laws(wanted, entries, chance):
    found = [
        Candidate(source=("crossref", "arxiv", "dblp")[place % 3], entry=entry)
        for place, entry in enumerate(entries)
    ]
    choice = choose(wanted, found)
    mixed = list(found)
    chance.shuffle(mixed)
    assert choose(wanted, mixed) == choice
    ranks = [RANK[match.decision] for match in choice.matches]
    assert ranks == sorted(ranks, reverse=True)
    assert choice.decision is choice.matches[0].decision
    assert {repr(match.candidate) for match in choice.matches} == set(map(repr, found))
    assert -1 <= choice.margin <= 1
    assert all(0 <= match.score <= 1 for match in choice.matches)


def test_where_sources_failed_nothing_is_said_to_be_not_there():
    wanted = make(title="Wick Trimming by Touch", abstract="long", type="article")
    assert choose(wanted, [], has_failed=True).decision is Decision.FAILED
    moths = Candidate(source="arxiv", entry=make(title="Moths", abstract="other"))
    choice = choose(wanted, [moths], has_failed=True)
    assert choice.decision is Decision.FAILED
    assert "not every source" in choice.why
    same = Candidate(source="arxiv", entry=wanted)
    assert choose(wanted, [moths, same], has_failed=True).decision is Decision.ACCEPT


def test_outcomes_have_names_for_a_summary():
    assert [decision.value for decision in Decision] == [
        "accepted",
        "to review",
        "not found",
        "failed",
    ]


def test_the_margin_is_the_score_where_no_other_work_was_found():
    wanted = make(title="Wick Trimming by Touch", abstract="long", type="article")
    choice = choose(wanted, [Candidate(source="arxiv", entry=wanted)])
    assert choice.margin == choice.matches[0].score


def test_many_records_cost_as_their_number():
    wanted = make(title="Wick Trimming by Touch", type="article")
    entry = make(title="Wick Trimming by Touch", authors="Ada Berg", year=2020)

    def records(number: int) -> list[Candidate]:
        return [
            Candidate(
                source="crossref",
                entry=msgspec.structs.replace(entry, citekey=Citekey(f"k{place}")),
            )
            for place in range(number)
        ]

    short, long = records(400), records(1600)
    assert_cost_ratio(
        lambda: choose(wanted, long), lambda: choose(wanted, short), most=9, floor_s=0.02
    )


def test_a_lone_surrogate_stops_nothing():
    odd = Entry(title="Wick \ud800 Trimming", extra={"x": "\udfff"})
    assert choose(odd, [Candidate(source="arxiv", entry=odd)]).decision is Decision.REVIEW


def test_of_more_records_than_are_compared_the_rest_goes_to_review():
    wanted = make(title="Wick Trimming by Touch", abstract="long", type="article")
    records = [
        Candidate(source="crossref", entry=msgspec.structs.replace(wanted, note=f"{place}"))
        for place in range(MOST + 5)
    ]
    choice = choose(wanted, records)
    assert len(choice.accepted) == MOST
    assert len(choice.to_review) == 5
    assert all("more records" in match.why for match in choice.to_review)


def test_what_accepted_records_say_together_finds_the_publication():
    wanted = make(title="Wick Trimming by Touch", abstract="long", type="article")
    dated = make(title="Wick Trimming by Touch", abstract="long", year=2024, type="article")
    named = make(title="Wick Trimming by Touch", abstract="long", authors="Ada Berg; Bo Chen",
                 type="article")  # fmt: skip
    published = make(title="Wick Trimming by Touch", authors="A. Berg; B. Chen", year=2024,
                     venue="Journal of Lamp Studies", doi="10.1234/jls.5")  # fmt: skip
    found = [
        Candidate(source=source, entry=entry)
        for source, entry in (("arxiv", dated), ("hf_papers", named), ("crossref", published))
    ]
    choice = choose(wanted, found)
    assert len(choice.accepted) == 3
    assert choose(wanted, [found[0], found[2]]).accepted[0].candidate == found[0]
    assert len(choose(wanted, [found[0], found[2]]).accepted) == 1
