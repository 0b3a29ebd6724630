"""What a person said is not the work does not come back, from whatever source."""

from datetime import UTC, datetime

import pytest

from refman.lookup import Candidate, Run
from refman.lookup.refused import is_refused, record_keys, still_refused
from refman.model import Arxiv, ArxivId, Doi, Entry, Identifiers

ARXIV = Entry(title="Lamps", identifiers=Identifiers(arxiv=Arxiv(ArxivId("2401.00001"))))
DOI = Entry(
    title="Lamps",
    identifiers=Identifiers(doi=Doi("10.48550/arXiv.2401.00001"), semantic_scholar="a" * 40),
)
BARE = Entry(title="Lamps: over Water")


def of(entry: Entry, source: str = "crossref") -> Candidate:
    return Candidate(source=source, entry=entry, at=datetime(2026, 5, 1, tzinfo=UTC))


@pytest.mark.parametrize(
    ("said", "found", "wanted"),
    [
        (of(ARXIV), of(ARXIV, "arxiv"), True),
        (of(ARXIV), of(DOI, "semantic_scholar"), True),
        (of(ARXIV), of(BARE), False),
        (of(BARE), of(BARE), True),
        (of(BARE), of(Entry(title="LAMPS over water")), True),
        (of(BARE), of(BARE, "dblp"), False),
    ],
)
def test_a_record_is_known_again_by_its_identifiers_or_its_title(said, found, wanted):
    assert is_refused(found, record_keys(said)) is wanted


def test_nothing_is_refused_where_nothing_was_said():
    assert not is_refused(of(ARXIV), frozenset())


def test_what_the_entry_has_itself_is_not_refused():
    assert still_refused(ARXIV, record_keys(of(DOI))) == {f"semantic_scholar:{'a' * 40}"}


class Known:
    """A source that knows one record, and needs no web."""

    name = label = "crossref"

    def by_identifiers(self, entries, web):
        return iter(())

    def by_title(self, entry, web):
        return [of(ARXIV)]


def test_a_run_leaves_out_what_was_refused():
    entry = Entry(title="Lamps", abstract="We trim.")
    run = Run({"crossref": Known()}, None, now=datetime(2026, 5, 1, tzinfo=UTC))
    known = record_keys(of(ARXIV))
    found = run.results([entry, entry], refused=[frozenset(), known])
    assert [len(one.choice.matches) for one in found] == [1, 0]
    assert [len(one.choice.matches) for one in run.results([entry])] == [1]
