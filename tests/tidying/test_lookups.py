"""What a look-up found goes in; what a person has done meanwhile stays."""

from contextlib import closing
from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.lookup import Choice, Outcome, Result
from refman.lookup.match import Decision
from refman.model import (
    Bin,
    Citekey,
    Date,
    Doi,
    Entry,
    EntryId,
    Holding,
    Identifiers,
    ItemType,
    Keyword,
    Name,
    Provenance,
    Status,
    edit_of,
)
from refman.tidying import filled, needs_lookup, rebased, step_name
from tests.library.made import START, add, opened, paper

NOW = datetime(2026, 3, 14, tzinfo=UTC)
USER, CROSSREF = Provenance("user", at=NOW), Provenance("crossref", score=0.9, at=NOW)
WHOLE = Entry(
    type=ItemType.ARTICLE_JOURNAL, title="Lamps", author=(Name(family="Lund"),), issued=Date(2020),
    container_title="Wicks", identifiers=Identifiers(doi=Doi("10.5555/a")),
)  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "needed"),
    [
        ({}, False),
        ({"author": ()}, True),
        ({"issued": None}, True),
        ({"title": None}, True),
        ({"container_title": None}, True),
        ({"container_title": None, "type": ItemType.BOOK}, False),
        ({"identifiers": Identifiers()}, True),
        ({"author": (), "status": Status.REJECTED}, False),
        ({"title": None, "identifiers": Identifiers()}, False),
    ],
)
def test_papers_that_lack_something_need_a_look_up(fields, needed):
    holding = Holding(entry=msgspec.structs.replace(WHOLE, **fields), added=START)
    assert needs_lookup(holding) is needed
    assert not needs_lookup(msgspec.structs.replace(holding, binned=START))


def found(place: int, entry: Entry, outcome: Outcome = Outcome.ACCEPTED) -> Result:
    choice = Choice(decision=Decision.ACCEPT)
    return Result(place=place, outcome=outcome, entry=entry, choice=choice)


def test_results_go_in_and_what_changed_meanwhile_stays(tmp_path):
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply("Add", add(*(paper(number) for number in range(5))))
        held = list(library.all())
        say = {
            "volume": "7",
            "issued": Date(2031),
            "provenance": {"volume": CROSSREF, "issued": CROSSREF},
        }
        results = [found(place, msgspec.structs.replace(one.entry, **say))
                   for place, one in enumerate(held)]  # fmt: skip
        results[1] = found(1, held[1].entry, Outcome.REVIEW)
        mine = msgspec.structs.replace(
            held[2].entry, issued=Date(1999), provenance={"issued": USER}
        )
        edit = edit_of(held[2].id or EntryId(0), held[2].entry, mine)
        assert edit is not None
        library.apply("Mine", [edit, Bin(id=held[3].id or EntryId(0), after=START)])
        before = [one.entry for one in library.all(with_binned=True)]
        name = step_name(held, results)
        assert name == "Look up 4 papers"
        assert library.apply(name, filled(library, held, results)).count == 3
        entries = [one.entry for one in library.all(with_binned=True)]
        assert [(one.volume, one.issued.year) for one in entries] == [
            ("7", 2031), (None, 2001), ("7", 1999), (None, 2003), ("7", 2031)
        ]  # fmt: skip
        assert entries[2].provenance == {"volume": CROSSREF, "issued": USER}
        assert list(filled(library, held, results)) == []  # another program did it meanwhile
        library.undo()
        assert [one.entry for one in library.all(with_binned=True)] == before


def test_what_the_user_took_away_does_not_come_back(tmp_path):
    own = paper(
        0, keywords=(Keyword("mine"),), extra={"b": "mine"},
        provenance={"keywords": USER, "extra.a": USER, "extra.b": USER, "notes": CROSSREF},
    )  # fmt: skip
    record = msgspec.structs.replace(
        own, keywords=(Keyword("mine"), Keyword("theirs")), extra={"a": "1", "b": "2", "c": "3"},
        notes=("theirs",),
    )  # fmt: skip
    with closing(opened(tmp_path / "lib.refman")) as library:
        library.apply("Add", add(own))
        held = list(library.all())
        library.apply("Look up", filled(library, held, [found(0, record)]))
        (entry,) = (one.entry for one in library.all())
        assert entry == msgspec.structs.replace(
            own, extra={"b": "mine", "c": "3"}, notes=("theirs",)
        )
        # Where nothing else was found there is nothing to do.
        assert list(filled(library, list(library.all()), [found(0, entry)])) == []
        gone = [msgspec.structs.replace(held[0], id=EntryId(99))]
        assert list(filled(library, gone, [found(0, record)])) == []


VALUES = st.sampled_from([None, "1", "2", "3"])
SOURCES = st.sampled_from([None, USER, CROSSREF])


@st.composite
def entries(draw) -> Entry:
    extra = {name: value for name in "ab" if (value := draw(VALUES)) is not None}
    names = ("title", "volume", "identifiers.doi", "identifiers.pmid", "extra.a")
    told = {name: source for name in names if (source := draw(SOURCES)) is not None}
    doi, pmid = draw(VALUES), draw(VALUES)
    return Entry(
        title=draw(VALUES), volume=draw(VALUES), extra=extra, provenance=told,
        identifiers=Identifiers(doi=doi, pmid=pmid), citekey=draw(VALUES.map(Citekey)),
    )  # fmt: skip


@given(entries(), entries(), entries())
def test_rebasing_is_done_field_by_field(before, after, now):
    merged = rebased(before, after, now)
    assert rebased(before, after, before) == after
    assert rebased(before, before, now) == now
    assert rebased(after, after, now) == now
    for name in ("title", "volume"):
        is_mine = getattr(before, name) != getattr(now, name) or (
            before.provenance.get(name) != now.provenance.get(name)
        )
        wanted = now if is_mine else after
        assert getattr(merged, name) == getattr(wanted, name)
        assert merged.provenance.get(name) == wanted.provenance.get(name)
