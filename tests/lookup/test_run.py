"""Whole look-ups against services on 127.0.0.1."""

import threading
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec
import pytest

from refman.errors import Cancelled
from refman.lookup import Candidate, Decision, run
from refman.lookup.result import Outcome, Result
from refman.lookup.run import Run
from refman.lookup.run_log import RunLog
from refman.model import Doi, Entry, Identifiers, ItemType, Provenance
from refman.normalise import parse_arxiv
from refman.plugins import load_sources
from refman.progress import CancelToken
from refman.web import open_web
from tests.growth import assert_cost_ratio
from tests.lookup.service import NAMES, Services
from tests.lookup.service_answers import record_of
from tests.lookup.world import Paper, draft, papers, preprint, publication

NOW = datetime(2031, 5, 4, 3, 2, 1, tzinfo=UTC)
PREPRINTS = {"doi": None}


@pytest.fixture
def world() -> list[Paper]:
    return papers(24)


@pytest.fixture
def look(tmp_path):
    """Look entries up at services, with the cache of this test: results and troubles."""

    def look_up(services: Services, entries: Sequence[Entry], *, progress=None, names=NAMES,
                cancel=None, cache=True, may_take=True, log=None, **settings):  # fmt: skip
        found = services.settings(**settings)
        cancel = cancel or CancelToken()
        file = tmp_path / "web.sqlite" if cache else None
        with open_web(found, cache_file=file, cancel=cancel) as web:
            sources = {n: s for n, s in load_sources(found.sources).items() if n in names}
            one = Run(sources, web, now=NOW, cancel=cancel, may_take=may_take, log=log)
            more = (progress,) if progress else ()
            return list(one.results(entries, *more)), one.troubles()

    return look_up


def outcomes(results: Sequence[Result]) -> set[Outcome]:
    return {result.outcome for result in results}


def numbered(paper: Paper) -> Entry:
    return draft(paper, identifiers=Identifiers(arxiv=parse_arxiv(f"arXiv:{paper.arxiv}")))


def test_papers_are_found_by_title_in_their_order_and_not_asked_again(look, world):
    with Services(map(record_of, world)) as services:
        results, troubles = look(services, [draft(paper) for paper in world])
        assert troubles == []
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert [result.place for result in results] == list(range(len(world)))
        for paper, result in zip(world, results, strict=True):
            assert result.entry.title == paper.title
            assert result.entry.author == paper.author
            assert result.entry.identifiers.arxiv.id == paper.arxiv
            assert result.entry.provenance["author"].source in NAMES
        assert services.repeated() == []
        asked = len(services.asked)
        again, _ = look(services, [draft(paper) for paper in world])
        assert again == results
        assert len(services.asked) == asked


def test_a_hundred_numbers_are_one_request_to_arxiv(look):
    world = papers(130)
    with Services(record_of(paper, **PREPRINTS) for paper in world) as services:
        results, _ = look(services, [numbered(paper) for paper in world])
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert services.counts()["arxiv"] == 2
        assert all(asked.title is None for asked in services.asked)
        assert services.repeated() == []


def test_what_its_number_does_not_find_is_asked_by_title(look, world):
    paper = world[0]
    entry = draft(paper, identifiers=Identifiers(openalex="W404"))
    with Services([record_of(paper)]) as services:
        results, _ = look(services, [entry])
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert any(asked.title for asked in services.asked)


def test_who_takes_one_paper_a_request_is_asked_where_nobody_else_knew_it(look, world):
    known, unknown = world[:2]
    records = [
        record_of(known, **PREPRINTS),
        record_of(unknown, doi=None, at=frozenset({"datacite", "hf_papers"})),
    ]
    with Services(records) as services:
        results, _ = look(services, [numbered(known), numbered(unknown)])
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert [a.path for a in services.asked if a.name == "datacite"] == [
            f"dois/10.48550/arxiv.{unknown.arxiv}"
        ]
        assert services.counts()["hf_papers"] == 0


def test_a_paper_that_stands_there_twice_is_asked_for_once(look, world):
    entries = [draft(paper) for paper in (*world[:8], *world[:8])]
    with Services(map(record_of, world)) as services:
        results, _ = look(services, entries, cache=False)
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert services.repeated() == []


def test_the_publication_that_a_preprint_names_is_proposed(look, world):
    preprints = [record_of(paper, at=frozenset({"arxiv"})) for paper in world]
    published = [record_of(paper, arxiv=None, at=frozenset({"crossref"})) for paper in world]
    with Services([*preprints, *published]) as services:
        results, _ = look(services, [preprint(paper) for paper in world])
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert services.counts()["crossref"] == 1
        for paper, result in zip(world, results, strict=True):
            assert result.entry.type is ItemType.ARTICLE
            proposed = {proposal.field: proposal.new for proposal in result.merged.published}
            assert proposed["container_title"] == paper.venue[0]
            assert proposed["identifiers.doi"] == paper.doi


def test_the_preprint_that_a_publication_names_is_linked(look, world):
    paper = world[0]
    at_scholar = record_of(paper, abstract=None, at=frozenset({"semantic_scholar"}))
    with Services([at_scholar, record_of(paper, at=frozenset({"arxiv"}))]) as services:
        (result,), _ = look(services, [publication(paper)])
        assert result.entry.abstract == paper.abstract
        assert f"https://arxiv.org/abs/{paper.arxiv}" in {l.url for l in result.entry.links}  # noqa: E741


def test_what_is_known_already_is_unchanged(look, world):
    with Services(record_of(paper, **PREPRINTS) for paper in world) as services:
        results, _ = look(services, [draft(paper) for paper in world])
        again, _ = look(services, [result.entry for result in results])
        assert outcomes(again) == {Outcome.UNCHANGED}
        assert [result.entry for result in again] == [result.entry for result in results]


def test_nothing_is_taken_without_a_person_where_he_says_so(look, world):
    entries = [draft(paper) for paper in world]
    with Services(map(record_of, world)) as services:
        results, _ = look(services, entries, may_take=False)
        assert outcomes(results) == {Outcome.REVIEW}
        assert [result.entry for result in results] == entries
        assert all(result.choice.accepted and result.merged is None for result in results)


def test_another_papers_record_is_never_taken(look, world):
    """Same titles with other abstracts and people; a number that is another paper's."""
    strangers = [
        record_of(paper, abstract=other.abstract, arxiv=other.arxiv, doi=other.doi,
                  authors=record_of(other).authors)
        for paper, other in zip(world, (*world[1:], world[0]), strict=True)
    ]  # fmt: skip
    entries = [draft(paper) for paper in world]
    entries += [msgspec.structs.replace(numbered(paper), title=f"Not {paper.title}, but Sand",
                abstract=None, author=world[0].author[:1]) for paper in world[1:]]  # fmt: skip
    with Services(strangers) as services:
        results, _ = look(services, entries)
        assert Outcome.ACCEPTED not in outcomes(results)
        assert [result.entry for result in results] == entries


def test_who_does_not_know_a_paper_says_nothing_of_failure(look, world):
    with Services([record_of(world[0])]) as services:
        results, troubles = look(services, [draft(paper) for paper in world[1:]])
        assert outcomes(results) == {Outcome.NOT_FOUND}
        assert troubles == []


def test_an_entry_without_title_and_number_is_not_asked_for(look, world):
    with Services(map(record_of, world)) as services:
        (result,), _ = look(services, [Entry(abstract=world[0].abstract)])
        assert result.outcome is Outcome.NOT_FOUND
        assert "neither a title nor an identifier" in result.why
        assert services.asked == []


@pytest.mark.parametrize("fault", ["hours", "page", "empty", "nothing", "broken"])
def test_a_service_with_a_fault_is_said_once_and_the_others_go_on(look, world, fault):
    with Services(map(record_of, world)) as services:
        services.of["arxiv"].fault = fault
        results, (trouble,) = look(services, [draft(paper) for paper in world], concurrency=1)
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert (trouble.source, trouble.is_aside) == ("arxiv", True)
        assert trouble.questions >= len(world)  # the versions that others name are asked for too
        assert services.counts()["arxiv"] == (3 if fault == "broken" else 1)


def test_where_nobody_can_be_asked_entries_stay_as_they_were(look, world):
    entries = [draft(paper) for paper in world]
    with Services(map(record_of, world)) as services:
        for service in services.of.values():
            service.fault = "nothing"
        results, troubles = look(services, entries)
        assert outcomes(results) == {Outcome.FAILED}
        assert [result.entry for result in results] == entries
        assert {trouble.source for trouble in troubles} == set(NAMES)
        assert all(result.failed for result in results)


def test_what_was_not_found_may_be_with_a_source_that_failed(look, world):
    with Services() as services:
        services.of["dblp"].fault = "hours"
        (result,), _ = look(services, [draft(world[0])])
        assert result.outcome is Outcome.FAILED
        assert result.failed == ("dblp",)


def test_offline_the_cache_answers_and_the_rest_is_said(look, world):
    with Services(map(record_of, world)) as services:
        known, _ = look(services, [draft(paper) for paper in world[:6]])
        asked = len(services.asked)
        results, troubles = look(services, [draft(paper) for paper in world], offline=True)
        assert len(services.asked) == asked
        assert results[:6] == known
        assert outcomes(results[6:]) == {Outcome.FAILED}
        assert {trouble.source for trouble in troubles} == set(NAMES)
        assert all(trouble.is_offline and not trouble.is_aside for trouble in troubles)


def test_only_the_sources_that_were_named_are_asked(look, world):
    with Services(map(record_of, world)) as services:
        look(services, [draft(paper) for paper in world], names=("dblp", "crossref"))
        assert set(services.counts()) <= {"dblp", "crossref"}


def test_no_service_is_asked_faster_than_its_limit(look, world):
    interval_s = 1 / 400
    entries = [*map(draft, world), *map(numbered, world[:4])]
    with Services(record_of(paper) for paper in world[::2]) as services:
        for service in services.of.values():
            service.interval_s = interval_s
        results, _ = look(services, entries, per_second=1 / interval_s, concurrency=1)
        assert services.too_fast == []
        assert {service.most_under_way for service in services.of.values()} == {1}
        assert min(services.counts()[name] for name in NAMES) > 3
        assert len(results) == len(entries)


def test_blocks_follow_each_other_and_progress_only_grows(look, world, monkeypatch):
    monkeypatch.setattr(run, "BLOCK", 5)
    told = []

    class Noting:
        def report(self, done, total=None):
            told.append((done, total))

    with Services(map(record_of, world)) as services:
        results, _ = look(services, [draft(paper) for paper in world], progress=Noting())
    assert [result.place for result in results] == list(range(len(world)))
    assert told == sorted(told)
    assert told[-1] == (len(world), len(world))


@pytest.mark.parametrize("is_numbered", [True, False])
def test_a_cancel_does_not_wait_for_services(look, world, is_numbered):
    """All services think for a minute; it is over while they still do."""
    entries = [numbered(paper) if is_numbered else draft(paper) for paper in world]
    cancel = CancelToken()
    with Services(map(record_of, world), latency_s=60) as services:
        waiter = threading.Thread(target=lambda: (services.wait_for(1), cancel.cancel()))
        waiter.start()
        with pytest.raises(Cancelled):
            look(services, entries, cancel=cancel)
        assert not services.released.is_set()
        assert any(service.under_way for service in services.of.values())
        waiter.join()
    assert not [t for t in threading.enumerate() if t.name.startswith("refman-lookup")]


def test_progress_can_stop_a_run_in_the_middle(look, world):
    class Stopping:
        def report(self, done, total=None):
            if services.asked:
                raise Cancelled("enough")

    cancel = CancelToken()
    with Services(map(record_of, world), latency_s=60) as services, pytest.raises(Cancelled):
        look(services, [draft(paper) for paper in world], progress=Stopping(), cancel=cancel)
    assert cancel.is_cancelled


def test_a_fault_of_a_source_itself_stops_all_and_is_not_hidden(world):
    class Broken:
        name = label = "broken"

        def by_identifiers(self, entries, web):
            return iter(())

        def by_title(self, entry, web):
            raise ZeroDivisionError

    cancel = CancelToken()
    with Services() as services, open_web(services.settings(), cache_file=None) as web:
        one = Run({"broken": Broken()}, web, now=NOW, cancel=cancel)
        with pytest.raises(ZeroDivisionError):
            list(one.results([draft(world[0])]))
    assert cancel.is_cancelled


def test_a_run_that_was_broken_off_goes_on_from_its_log(look, world, tmp_path):
    entries = [draft(paper) for paper in world]
    file = tmp_path / "run.jsonl"
    with Services(map(record_of, world)) as services:
        whole, _ = look(services, entries, cache=False)
        before = services.counts()
        services.asked.clear()
        log = RunLog(file, now=datetime.now(UTC))
        look(services, entries[:9], cache=False, log=log)
        log.close(is_done=False)
        log = RunLog(file, now=datetime.now(UTC))
        results, _ = look(services, entries, cache=False, log=log)
        assert log.resumed > 0
        assert [result.entry.title for result in results] == [entry.title for entry in entries]
        assert [result.outcome for result in results] == [result.outcome for result in whole]
        assert services.counts()["arxiv"] == before["arxiv"]
        titles = [asked.title for asked in services.asked if asked.title]
        assert len(titles) == len(set(titles))
        log.close(is_done=True)
        assert not file.exists()


def test_a_users_own_values_stay(look, world):
    paper = world[0]
    mine = Provenance("user")
    entry = msgspec.structs.replace(draft(paper), title=paper.title, publisher="My Own Press",
                                    provenance={"publisher": mine})  # fmt: skip
    with Services([record_of(paper)]) as services:
        (result,), _ = look(services, [entry])
        assert result.choice.decision is Decision.ACCEPT
        assert result.entry.publisher == "My Own Press"


def test_a_doi_is_asked_at_crossref_and_not_followed_again(look, world):
    entries = [Entry(type=ItemType.PAPER_CONFERENCE, title=paper.title, author=paper.author,
               identifiers=Identifiers(doi=Doi(paper.doi))) for paper in world]  # fmt: skip
    with Services(map(record_of, world)) as services:
        results, _ = look(services, entries)
        assert outcomes(results) == {Outcome.ACCEPTED}
        assert services.counts()["crossref"] == 1
        assert services.repeated() == []


class Shelf:
    """A source that has its records at hand."""

    name = label = "shelf"

    def __init__(self, world: Sequence[Paper]) -> None:
        self._by_title = {paper.title: preprint(paper) for paper in world}

    def by_identifiers(self, entries, web):
        return iter(())

    def by_title(self, entry, web):
        return [Candidate(source=self.name, entry=self._by_title[entry.title], at=NOW)]


class Nowhere:
    aside = ()


def test_the_cost_of_a_paper_does_not_grow_with_their_number():
    world = papers(480)
    sources = {"shelf": Shelf(world)}

    def look_up(number: int) -> None:
        one = Run(sources, Nowhere(), now=NOW)
        assert len(list(one.results([draft(paper) for paper in world[:number]]))) == number

    assert_cost_ratio(lambda: look_up(480), lambda: look_up(120), most=8, floor_s=0.02)
