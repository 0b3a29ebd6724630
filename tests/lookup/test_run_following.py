import msgspec
import pytest

from refman.lookup import Candidate, choose
from refman.lookup.following import MOST_DOIS, following
from refman.lookup.order import order
from refman.lookup.relations import PREPRINT, PUBLISHED_AS
from refman.model import Doi, Entry, Identifiers
from tests.lookup.world import draft, papers, preprint, publication

PAPER = papers(1)[0]
PREPRINT_DOI = f"10.48550/arXiv.{PAPER.arxiv}"


def asked(entry: Entry, *records: tuple[str, Entry]) -> list[tuple[str, str]]:
    """Return who is asked for what once these records are accepted."""
    choice = choose(entry, [Candidate(source=name, entry=record) for name, record in records])
    assert choice.accepted
    return [
        (name, one.identifiers.doi or f"arXiv:{one.identifiers.arxiv.id}")
        for name, one in following(entry, choice, order())
    ]


def named(record: Entry, **lines: str) -> Entry:
    return msgspec.structs.replace(record, extra={**record.extra, **lines})


def known(entry: Entry, **identifiers) -> Entry:
    return msgspec.structs.replace(entry, identifiers=Identifiers(**identifiers))


NUMBER = preprint(PAPER).identifiers.arxiv
BY_NUMBER = [(name, f"arXiv:{PAPER.arxiv}") for name in ("arxiv", "semantic_scholar", "openalex")]


def test_a_publication_that_a_preprint_names_is_asked_for():
    entry = preprint(PAPER)
    record = named(entry, **{PUBLISHED_AS: "10.1234/World.0, no doi, "})
    assert asked(entry, ("arxiv", record)) == [("crossref", "10.1234/world.0")]
    assert asked(entry, ("arxiv", entry)) == []


def test_what_is_there_already_is_not_asked_for():
    entry = preprint(PAPER)
    record = named(entry, **{PUBLISHED_AS: PAPER.doi})
    assert asked(entry, ("arxiv", record), ("crossref", publication(PAPER))) == []
    mine = known(entry, doi=Doi(PAPER.doi), arxiv=NUMBER)
    assert asked(mine, ("arxiv", record)) == []


def test_no_more_publications_than_a_few():
    entry = preprint(PAPER)
    record = named(entry, **{PUBLISHED_AS: ", ".join(f"10.1234/{n}" for n in range(500))})
    assert len(asked(entry, ("arxiv", record))) == MOST_DOIS


@pytest.mark.parametrize("written", [PREPRINT_DOI, PREPRINT_DOI.upper(), f"10.1/x, {PREPRINT_DOI}"])
def test_a_preprint_that_a_publication_names_is_asked_for(written):
    record = named(publication(PAPER), **{PREPRINT: written})
    assert asked(publication(PAPER), ("dblp", record)) == BY_NUMBER


def test_a_number_that_a_record_brings_is_asked_for_where_it_did_not_come_from():
    found = asked(draft(PAPER), ("arxiv", preprint(PAPER)))
    assert found == [row for row in BY_NUMBER if row[0] != "arxiv"]


def test_a_number_that_was_known_was_asked_for():
    assert asked(known(draft(PAPER), arxiv=NUMBER), ("dblp", preprint(PAPER))) == []


def test_a_preprints_own_doi_is_no_publication():
    entry = known(draft(PAPER), arxiv=NUMBER)
    record = named(preprint(PAPER), **{PUBLISHED_AS: PREPRINT_DOI})
    assert asked(entry, ("arxiv", record)) == []
