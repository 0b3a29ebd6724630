"""The seed's papers looked up at services on 127.0.0.1 that have them among decoys."""

import math
from collections import Counter
from datetime import UTC, datetime

import msgspec
import pytest

from refman.lookup.result import Outcome
from refman.lookup.run import Run
from refman.model import Identifiers
from refman.normalise import parse_arxiv
from refman.plugins import load_sources
from refman.progress import CancelToken
from refman.web import open_web
from tests.lookup.service import NAMES, Services
from tests.lookup.service_answers import Record

pytestmark = pytest.mark.corpus

LEAST = 0.98
FEW = 3
INTERVAL_S = 1 / 500
NOW = datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
DECOY_DOI, DECOY_ARXIV = "10.9999/", "0808."


def own(entries, known) -> list[Record]:
    return [
        Record(
            title=paper["title"], authors=tuple(paper.get("authors", ())), year=paper.get("year"),
            abstract=entry.abstract, arxiv=paper.get("arxiv_id"), doi=paper.get("doi"),
            venue=paper.get("venue"),
        )
        for entry, paper in zip(entries, known, strict=True)
    ]  # fmt: skip


def decoys(entries, known) -> list[Record]:
    """Return what looks like the papers and is not: made of their neighbours in the listing."""
    found: list[Record] = []
    for place, (paper, entry) in enumerate(zip(known, entries, strict=True)):
        after = (place + 1) % len(known)
        title, authors = paper["title"], tuple(paper.get("authors", ()))
        strangers, foreign = tuple(known[after].get("authors", ())), entries[after].abstract
        number, doi = f"{DECOY_ARXIV}{1000 + place}", f"{DECOY_DOI}{place}"
        words = title.split()
        near, all_you_need = " ".join([*words[:-1], "Lamps"]), f"{words[0]} Is All You Need"
        other = {"year": 2025, "authors": strangers, "abstract": foreign, "venue": "Conference"}
        found += [
            Record(title, **other, arxiv=number, at=frozenset({"arxiv", "hf_papers"})),
            Record(title, **other, doi=doi, at=frozenset({"openalex", "semantic_scholar"})),
            Record(title, authors=strangers, year=2024, doi=f"{doi}.a", venue="Talks",
                   at=frozenset({"crossref", "dblp"})),
            Record(near, **other, arxiv=f"{DECOY_ARXIV}{2000 + place}"),
            Record(near, authors=authors, year=2020, doi=f"{doi}.b", venue="Talks"),
            Record(f"Erratum: {title}", authors=authors, year=2025, doi=f"{doi}.c", venue="Talks",
                   at=frozenset({"crossref", "openalex"})),
            Record(all_you_need, **other, arxiv=f"{DECOY_ARXIV}{3000 + place}"),
            Record(all_you_need, authors=strangers, year=2025, abstract=entry.abstract,
                   doi=f"{doi}.d", venue="Talks", at=frozenset({"openalex"})),
        ]  # fmt: skip
    return [*found, *swapped(entries, known)]


def swapped(entries, known) -> list[Record]:
    """Return the two papers of one name, each with what belongs to the other."""
    first, second = (at for at, one in enumerate(known) if one["title"].startswith("TACO:"))
    found: list[Record] = []
    for place, namesake in ((first, second), (second, first)):
        other = tuple(known[namesake].get("authors", ()))
        abstract = entries[namesake].abstract
        found += [
            Record("TACO", other, 2025, abstract, arxiv=f"{DECOY_ARXIV}{4000 + place}"),
            Record("TACO", other, 2024, doi=f"{DECOY_DOI}taco.{place}", venue="Talks"),
            Record(known[place]["title"], other, 2024, abstract, doi=f"{DECOY_DOI}taco.{place}.a",
                   venue="Talks", at=frozenset({"semantic_scholar", "crossref"})),
        ]  # fmt: skip
    return found


def look_up(services, entries, file, **settings):
    found = services.settings(per_second=1 / INTERVAL_S, concurrency=1, **settings)
    cancel = CancelToken()
    with open_web(found, cache_file=file, cancel=cancel) as web:
        run = Run(load_sources(found.sources), web, now=NOW, cancel=cancel)
        return list(run.results(entries)), run.troubles()


def is_decoy(match) -> bool:
    known = match.candidate.entry.identifiers
    return (known.doi or "").startswith(DECOY_DOI) or bool(
        known.arxiv and known.arxiv.id.startswith(DECOY_ARXIV)
    )


def is_it(match, paper) -> bool:
    known = match.candidate.entry.identifiers
    return (known.arxiv is not None and known.arxiv.id == paper.get("arxiv_id")) or (
        known.doi is not None and known.doi.lower() == paper.get("doi", "-").lower()
    )


def wrong_of(results, known):
    return [
        (paper["title"], match.candidate.entry.title, match.candidate.source, match.why)
        for result, paper in zip(results, known, strict=True)
        for match in result.choice.accepted
        if is_decoy(match) or not (is_it(match, paper) or "arxiv_id" not in paper)
    ]


def numbered(entry, paper):
    number = paper.get("arxiv_id")
    arxiv = parse_arxiv(f"arXiv:{number}") if number else None
    return msgspec.structs.replace(entry, identifiers=Identifiers(arxiv=arxiv))


@pytest.mark.parametrize("is_numbered", [False, True], ids=["by title", "by number"])
@pytest.mark.parametrize("decoys_first", [False, True], ids=["own first", "decoys first"])
def test_found_or_proposed_first_and_none_wrong(seed, tmp_path, is_numbered, decoys_first):
    entries, known = seed
    asked = list(map(numbered, entries, known)) if is_numbered else entries
    records = [own(entries, known), decoys(entries, known)]
    if decoys_first:
        records.reverse()
    file = tmp_path / "web.sqlite"
    with Services([*records[0], *records[1]]) as services:
        for service in services.of.values():
            service.interval_s = INTERVAL_S
        results, troubles = look_up(services, asked, file)
        assert troubles == []
        numbers = dict(services.counts())
        print({one.value: n for one, n in Counter(r.outcome for r in results).items()}, numbers)
        assert wrong_of(results, known) == []
        has_identity = [
            p for p in zip(results, known, strict=True) if {"arxiv_id", "doi"} & {*p[1]}
        ]
        first = [
            result for result, paper in has_identity
            if result.choice.decision.value != "rejected" and is_it(result.choice.matches[0], paper)
        ]  # fmt: skip
        print(f"{len(first)} of {len(has_identity)} accepted or first")
        assert len(first) >= LEAST * len(has_identity)
        if is_numbered:
            by_number = [a for a in services.asked if a.name == "arxiv" and a.title is None]
            assert len(by_number) <= math.ceil(len(known) / 100) + FEW
            assert services.counts()["arxiv"] <= math.ceil(len(known) / 100) + FEW + sum(
                "arxiv_id" not in paper for paper in known
            )
        assert services.too_fast == []
        assert {service.most_under_way for service in services.of.values()} <= {0, 1}
        assert services.repeated() == []

        services.asked.clear()
        again, _ = look_up(services, asked, file)
        assert services.asked == []
        assert again == results


def test_nothing_is_accepted_where_no_source_has_the_paper(seed, tmp_path):
    entries, known = seed
    with Services(decoys(entries, known)) as services:
        results, _ = look_up(services, entries, tmp_path / "web.sqlite")
        print({one.value: n for one, n in Counter(r.outcome for r in results).items()})
        assert [result.choice.accepted for result in results] == [()] * len(known)
        assert [result.entry for result in results] == entries


def test_with_every_second_source_down_the_others_find_them(seed, tmp_path):
    entries, known = seed
    with Services(own(entries, known)) as services:
        for name, fault in zip(NAMES[::2], ("hours", "page", "empty", "nothing"), strict=True):
            services.of[name].fault = fault
        results, troubles = look_up(services, entries, tmp_path / "web.sqlite")
        found = sum(result.outcome is Outcome.ACCEPTED for result in results)
        print(f"{found} of {len(known)} without {', '.join(t.source for t in troubles)}")
        assert wrong_of(results, known) == []
        assert found >= LEAST * len(known)
