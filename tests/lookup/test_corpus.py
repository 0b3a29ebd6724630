"""The seed's papers asked for: their records as known, among decoys made of their neighbours."""

from collections import Counter

import msgspec
import pytest

from refman.lookup import Candidate, Decision, choose
from refman.model import Date, Doi, Entry, Identifiers, ItemType
from refman.normalise import parse_arxiv, parse_name

pytestmark = pytest.mark.corpus

LEAST = 0.98
TACOS = 2


def record(paper: dict, **more) -> Entry:
    """Return what is known of a paper, as the preprint's record."""
    number = paper.get("arxiv_id")
    told = {
        "type": ItemType.ARTICLE,
        "title": paper["title"],
        "author": tuple(map(parse_name, paper.get("authors", ()))),
        "issued": Date(paper["year"]) if paper.get("year") else None,
        "identifiers": Identifiers(arxiv=parse_arxiv(f"arXiv:{number}") if number else None),
    }
    return Entry(**(told | more))


def published(paper: dict, place: int, **more) -> Entry:
    """Return it as a publisher's record, without an abstract."""
    told = {
        "type": ItemType.PAPER_CONFERENCE,
        "container_title": paper.get("venue") or "Conference",
        "identifiers": Identifiers(doi=Doi(paper.get("doi") or f"10.1234/seed.{place}")),
    }
    return record(paper, **(told | more))


def records(entries, known, place):
    """Return (record, is it) for one paper: its own in two or three forms, and decoys."""
    paper, entry = known[place], entries[place]
    after = (place + 1) % len(known)
    other, foreign = known[after], entries[after].abstract
    strangers = record(other).author
    words = paper["title"].split()
    near = " ".join([*words[:-1], "Lamps"])
    number = Identifiers(arxiv=parse_arxiv(f"arXiv:0808.{1000 + place}"))
    own = [
        ("arxiv", record(paper, abstract=entry.abstract)),
        ("crossref", published(paper, place, title=f"{paper['title'].upper()}.")),
        ("dblp", published(paper, place, title=f"{paper['title']}.")),
    ]
    wrong = [
        ("openalex", record(paper, abstract=foreign, identifiers=number, author=strangers)),
        ("crossref", published(paper, place, author=strangers, abstract=foreign,
                               identifiers=Identifiers(doi=Doi("10.9999/wrong")))),
        ("arxiv", record(other, title=near, abstract=foreign)),
        ("crossref", published(paper, place, title=near, author=strangers,
                               identifiers=Identifiers(doi=Doi("10.9999/near")))),
        ("arxiv", record(other, abstract=foreign)),
        ("crossref", published(paper, place, title=f"Erratum: {paper['title']}",
                               identifiers=Identifiers(doi=Doi("10.9999/erratum")))),
        ("arxiv", record(other, title=f"{words[0]} Is All You Need", abstract=foreign,
                         identifiers=number)),
        ("openalex", record(other, abstract=entry.abstract, identifiers=number)),
    ]  # fmt: skip
    tacos = [at for at, one in enumerate(known) if one["title"].startswith("TACO:")]
    assert len(tacos) == TACOS
    first, second = tacos
    if place in tacos:
        namesake = second if place == first else first
        wrong += [
            ("arxiv", record(known[namesake], abstract=entries[namesake].abstract)),
            ("crossref", published(known[namesake], namesake, title="TACO")),
            ("hf_papers", record(known[namesake], title="TACO",
                                 abstract=entries[namesake].abstract)),
        ]  # fmt: skip
    return own, wrong


def asked(entry: Entry, paper: dict) -> dict[str, Entry]:
    replace = msgspec.structs.replace
    return {
        "as on the listing": entry,
        "with a cut abstract": replace(entry, abstract=f"{entry.abstract[:300]}…"),
        "without an abstract": replace(
            entry, abstract=None, author=record(paper).author, issued=record(paper).issued
        ),
    }


def test_found_or_proposed_first_and_none_wrong(seed):
    entries, known = seed
    outcomes = Counter()
    wrong = []
    for place, paper in enumerate(known):
        own, decoys = records(entries, known, place)
        truth = {repr(found) for _, found in own}
        candidates = [Candidate(source=source, entry=found) for source, found in own + decoys]
        for name, wanted in asked(entries[place], paper).items():
            choice = choose(wanted, candidates)
            outcomes[name, choice.decision.value] += 1
            first = choice.matches[0]
            outcomes[name, "first"] += (
                first.decision is not Decision.REJECT and repr(first.candidate.entry) in truth
            )
            wrong += [
                (name, paper["title"], match.candidate.entry.title, match.why)
                for match in choice.accepted
                if repr(match.candidate.entry) not in truth
            ]
    print(dict(outcomes))
    assert wrong == []
    for name in ("as on the listing", "with a cut abstract", "without an abstract"):
        assert outcomes[name, "first"] >= LEAST * len(known)


def test_nothing_is_accepted_where_no_source_has_the_paper(seed):
    entries, known = seed
    for place, paper in enumerate(known):
        _, decoys = records(entries, known, place)
        candidates = [Candidate(source=source, entry=found) for source, found in decoys]
        for wanted in asked(entries[place], paper).values():
            assert choose(wanted, candidates).accepted == ()


def test_every_paper_against_every_other(seed):
    entries, known = seed
    everything = [
        Candidate(source="arxiv", entry=record(paper, abstract=entry.abstract))
        for paper, entry in zip(known, entries, strict=True)
    ]
    found = 0
    for place, entry in enumerate(entries):
        choice = choose(entry, everything)
        assert [match.candidate for match in choice.accepted] == [everything[place]]
        assert choice.margin > 0.5
        found += 1
    print(f"{found} of {len(entries)} accepted, none wrong")
