"""Why an entry waits for a person, in a word each."""

import msgspec
import pytest

from refman.lookup import Decision, Outcome
from refman.model import Date, Entry, Holding, Link, LinkState, Span
from refman.tidying import ChipKind, chips
from tests.library.made import START
from tests.tidying.found import DRAFT, JOURNAL, OTHER, PREPRINT, matched, proposal, sure

YEAR = msgspec.structs.replace(DRAFT, issued=Date(2022))


def link(state: LinkState, number: int = 0) -> Link:
    url = f"https://code.example/{number}"
    return Link(url=url, raw_url=url, span=Span(0, 1), state=state)


def kinds(entry: Entry, found, **how) -> list[ChipKind]:
    return [chip.kind for chip in chips(Holding(entry=entry, added=START), found, **how)]


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (None, []),
        (proposal(DRAFT, outcome=Outcome.NOT_FOUND), [ChipKind.NO_MATCH]),
        (proposal(DRAFT, outcome=Outcome.FAILED), [ChipKind.NOT_ASKED]),
        (proposal(DRAFT, sure(JOURNAL, "crossref"), outcome=Outcome.UNCHANGED), []),
        (proposal(DRAFT, sure(PREPRINT, "arxiv"), outcome=Outcome.ACCEPTED, published=2),
         [ChipKind.PUBLISHED]),
        (proposal(DRAFT, matched(JOURNAL), margin=0.0), [ChipKind.TO_CHOOSE]),
        (proposal(DRAFT, sure(JOURNAL, "crossref"), matched(OTHER), margin=0.0), [ChipKind.SURE]),
        (proposal(DRAFT, matched(JOURNAL), matched(OTHER), margin=0.09), [ChipKind.AMBIGUOUS]),
        (proposal(DRAFT, matched(JOURNAL), matched(OTHER), margin=0.1), [ChipKind.TO_CHOOSE]),
        (proposal(DRAFT, matched(JOURNAL), matched(OTHER, decision=Decision.REJECT), margin=0.0),
         [ChipKind.TO_CHOOSE]),
    ],
)  # fmt: skip
def test_what_was_found_is_told_in_a_word(found, wanted):
    assert kinds(DRAFT, found) == wanted
    assert kinds(DRAFT, found, is_chosen=True) == []


def test_years_that_contradict_are_told_of_the_best_record():
    found = proposal(YEAR, matched(JOURNAL), matched(OTHER), margin=0.5)
    (_, chip) = chips(Holding(entry=YEAR, added=START), found)
    assert (chip.kind, chip.text) == (ChipKind.YEAR, "year 2022, but 2025 in crossref")
    version = msgspec.structs.replace(matched(JOURNAL), is_version=True)
    assert kinds(YEAR, proposal(YEAR, version)) == [ChipKind.TO_CHOOSE]
    near = msgspec.structs.replace(YEAR, issued=Date(2024))
    assert kinds(near, found) == [ChipKind.TO_CHOOSE]
    bare = msgspec.structs.replace(JOURNAL, issued=None)
    assert kinds(YEAR, proposal(YEAR, matched(bare))) == [ChipKind.TO_CHOOSE]


def test_dead_links_are_told_whatever_was_found():
    links = (link(LinkState.DEAD), link(LinkState.ALIVE, 1))
    entry = msgspec.structs.replace(DRAFT, links=links)
    assert kinds(entry, None) == [ChipKind.DEAD_LINK]
    found = proposal(entry, matched(JOURNAL))
    assert kinds(entry, found) == [ChipKind.TO_CHOOSE, ChipKind.DEAD_LINK]
    assert kinds(entry, found, is_chosen=True) == [ChipKind.DEAD_LINK]
    twice = msgspec.structs.replace(DRAFT, links=(*links, link(LinkState.DEAD, 2)))
    assert chips(Holding(entry=twice, added=START), None)[0].text == "2 dead links"
