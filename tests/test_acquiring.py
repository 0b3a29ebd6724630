"""What becomes of papers that are added to a library, and what stays in it."""

import hashlib
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from refman.acquiring import Choice, acquire
from refman.citekeys import compile_pattern
from refman.errors import Cancelled
from refman.gathering import Gathering
from refman.library import open_library
from refman.model import (
    Add,
    Bin,
    Citekey,
    Date,
    Doi,
    Entry,
    Holding,
    Identifiers,
    Keyword,
    LeftOver,
    Link,
    LinkKind,
    Name,
    Provenance,
    Record,
    Span,
    Status,
    WantedRecord,
)
from tests.growth import assert_cost_ratio

NOW = datetime(2026, 3, 14, 9, 26, 53, tzinfo=UTC)
PATTERN = compile_pattern("{auth}{year}{word}")
BERG = (Name(family="Berg", given="Jan"),)
LUND = (Name(family="Lund", given="Ada"),)


def paper(title, doi=None, *, authors=BERG, year=2020, **fields):
    return Entry(
        title=title,
        author=authors,
        issued=Date(year) if year else None,
        identifiers=Identifiers(doi=Doi(doi) if doi else None),
        **fields,
    )


OIL = paper("Oil Lamps of the North", "10.1234/oil", citekey=Citekey("oil"))
WAX = paper("Wax Lamps of the South", "10.1234/wax")
TALLOW = paper("Tallow and its Smell", "10.1234/tallow", year=2021)
BARE = Entry(publisher="Harbour Press", issued=Date(2001))


class Clock:
    def __init__(self):
        self.at = NOW

    def __call__(self):
        self.at += timedelta(hours=1)
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    with open_library(tmp_path / "my.refman", now=clock, synchronous="OFF") as opened:
        yield opened


def records(*entries):
    return [
        Record(entry=entry, span=Span(10 * place, 10 * place + 9))
        for place, entry in enumerate(entries)
    ]


@pytest.fixture
def add(library, clock):
    """Add entries of one listing: ``add(OIL, WAX, update=True)``."""

    def added(*entries, source="listing.txt", dry_run=False, left_over=(), progress=None, **wanted):
        with Gathering() as gathering:
            gathering.take(
                source=source,
                kind="made",
                text="0123456789" * len(entries),
                pieces=[*records(*entries), *left_over],
            )
            return acquire(
                library,
                gathering,
                Choice(pattern=PATTERN, **wanted),
                now=clock(),
                dry_run=dry_run,
                **({"progress": progress} if progress else {}),
            )

    return added


def told(acquired):
    return [(fate.outcome.value, fate.key) for fate in acquired.fates]


def entries(library):
    return [holding.entry for holding in library.all()]


def test_what_is_new_comes_in_as_one_step_with_its_listing(library, add):
    left_over = LeftOver(Span(18, 20), "Subscribe", "a button")
    acquired = add(OIL, WAX, left_over=[left_over])
    assert told(acquired) == [("new", "oil"), ("new", "berg2020wax")]
    (done,) = library.history()
    assert (done.name, done.id, done.count) == ("Add 2 papers from listing.txt", acquired.step, 2)
    first, second = library.all()
    assert [first.id, second.id] == list(acquired.ids)
    assert first.span == Span(0, 9)
    listing = library.listing(second.listing)
    assert (listing.name, listing.kind, listing.text) == ("listing.txt", "made", "0123456789" * 2)
    assert listing.left_over == (left_over,)
    assert library.undo() == done.name
    assert entries(library) == []


def test_what_is_known_is_named_and_nothing_is_done(library, add):
    add(OIL, WAX)
    acquired = add(paper("Oil Lamps of the North (Revised)", "10.1234/oil"), WAX, source="2.txt")
    assert told(acquired) == [("known", "oil"), ("known", "berg2020wax")]
    assert [fate.why for fate in acquired.fates] == ["same DOI", "same DOI"]
    assert acquired.step is None
    assert len(library.history()) == 1
    assert [name for _, name in library.listings()] == ["listing.txt"]


def test_a_paper_that_was_read_twice_comes_in_once(library, add):
    acquired = add(WAX, TALLOW, WAX)
    assert told(acquired) == [
        ("new", "berg2020wax"),
        ("new", "berg2021tallow"),
        ("known", "berg2020wax"),
    ]
    assert acquired.fates[2].why == "same DOI; read twice"
    assert len(entries(library)) == 2


def test_read_twice_is_seen_beyond_a_batch(library, add, monkeypatch):
    monkeypatch.setattr("refman.acquiring._BATCH", 2)
    acquired = add(WAX, TALLOW, OIL, BARE, WAX, BARE)
    assert [fate.outcome.value for fate in acquired.fates] == ["new"] * 4 + ["known"] * 2
    assert [fate.why for fate in acquired.fates[4:]] == [
        "same DOI; read twice",
        "all that it says is there; read twice",
    ]
    assert len(library.history()) == 1
    library.undo()
    assert entries(library) == []


def test_a_title_alone_is_doubtful_and_comes_in_when_asked(library, add):
    add(WAX)
    lone = paper("Wax Lamps of the South", authors=(), year=None)
    acquired = add(lone)
    assert told(acquired) == [("doubtful", "berg2020wax")]
    acquired = add(lone, doubtful=True)
    assert told(acquired) == [("new", "wax-lamps-south")]
    assert acquired.fates[0].why.startswith("like berg2020wax: ")


@pytest.mark.parametrize(("publisher", "outcome"), [("Harbour Press", "known"), ("Quay", "new")])
def test_what_has_neither_title_nor_identifier_is_known_by_all_it_says(add, publisher, outcome):
    add(OIL, BARE)
    acquired = add(Entry(publisher=publisher, issued=Date(2001)), TALLOW, source="2.txt")
    assert [fate.outcome.value for fate in acquired.fates] == [outcome, "new"]
    assert acquired.fates[0].why == ("all that it says is there" if outcome == "known" else "")


def test_two_that_have_neither_title_nor_identifier_are_seen_in_one_listing(add):
    acquired = add(TALLOW, BARE, BARE)
    assert [fate.outcome.value for fate in acquired.fates] == ["new", "new", "known"]


def test_what_a_person_wants_comes_in_whatever_it_is_alike_to(library, clock):
    def acquired(*, is_wanted):
        with Gathering() as gathering:
            kind = WantedRecord if is_wanted else Record
            pieces = [kind(**msgspec.structs.asdict(one)) for one in records(OIL, BARE)]
            gathering.take(source="a.bib", kind="made", text="", pieces=pieces)
            return acquire(library, gathering, Choice(pattern=PATTERN), now=clock())

    acquired(is_wanted=False)
    assert [outcome for outcome, _ in told(acquired(is_wanted=False))] == ["known", "known"]
    done = acquired(is_wanted=True)
    assert [outcome for outcome, _ in told(done)] == ["new", "new"]
    assert len(entries(library)) == 4
    first = next(library.all())
    assert done.alike == ((done.ids[0], first.id),)
    assert done.fates[0].why.startswith("like oil: ")


def test_it_is_told_whether_it_was_there_or_came_in_with_the_same(add):
    assert [fate.is_twice for fate in add(OIL, OIL).fates] == [False, True]
    assert [fate.is_twice for fate in add(OIL, OIL).fates] == [False, False]


def test_new_ones_get_what_is_wanted_and_keep_what_they_bring(library, add):
    tagged = paper("Oil", "10.1234/o", keywords=(Keyword("lamps"),), collections=("Old",))
    add(
        tagged,
        WAX,
        status=Status.ACCEPTED,
        tags=("lamps", "to read"),
        collections=("Old", "New/Inner"),
    )
    first, second = entries(library)
    assert [keyword.text for keyword in first.keywords] == ["lamps", "to read"]
    assert first.collections == second.collections == ("Old", "New/Inner")
    assert first.status is second.status is Status.ACCEPTED
    add(TALLOW)
    assert entries(library)[-1].status is Status.NEEDS_REVIEW


def test_update_fills_what_a_known_entry_lacks_and_nothing_else(library, add):
    add(OIL)
    listing = Provenance(source="2.txt", score=0.5)
    code = Link(
        url="https://code.example/oil",
        raw_url="code.example/oil",
        span=Span(0, 1),
        kind=LinkKind.CODE,
        roles=(LinkKind.CODE,),
    )
    more = paper(
        "Other words",
        "10.1234/oil",
        abstract="We burnt oil.",
        links=(code,),
        provenance={"abstract": listing, "title": listing},
    )
    first = add(more, TALLOW, source="2.txt", update=True)
    assert first.fates[0].filled == ("abstract", "links")
    (entry, _) = entries(library)
    assert (entry.title, entry.abstract, entry.links) == (OIL.title, "We burnt oil.", (code,))
    assert entry.provenance == {"abstract": listing}
    assert library.history()[0].name == "Add 1 paper, fill 1 from 2.txt"
    assert add(more, update=True).step is None
    library.undo()
    assert entries(library) == [OIL]


def test_two_records_fill_one_entry_and_one_that_comes_in(library, add):
    add(OIL)
    acquired = add(
        paper("Oil", "10.1234/oil", abstract="We burnt oil."),
        paper("Oil", "10.1234/oil", abstract="Another text", publisher="Quay"),
        WAX,
        paper("Wax", "10.1234/wax", publisher="Quay"),
        source="2.txt",
        update=True,
    )
    assert [fate.filled for fate in acquired.fates] == [
        ("abstract",),
        ("publisher",),
        (),
        ("publisher",),
    ]
    assert [(one.abstract, one.publisher) for one in entries(library)] == [
        ("We burnt oil.", "Quay"),
        (None, "Quay"),
    ]
    assert library.history()[0].name == "Add 1 paper, fill 1 from 2.txt"


def test_a_step_that_only_fills_says_so(library, add):
    add(OIL)
    add(paper("Oil", "10.1234/oil", abstract="We burnt oil."), source="-", update=True)
    assert library.history()[0].name == "Fill 1 paper from standard input"


def test_an_entry_that_came_in_before_in_the_same_step_is_filled(library, add, monkeypatch):
    monkeypatch.setattr("refman.acquiring._BATCH", 1)
    acquired = add(WAX, paper("Wax", "10.1234/wax", publisher="Quay"), update=True)
    assert acquired.fates[1].why == "same DOI; read twice"
    assert acquired.name == "Add 1 paper from listing.txt"
    assert entries(library)[0].publisher == "Quay"


def test_what_lies_in_the_bin_is_known_and_stays_as_it_is(library, add):
    add(OIL)
    (holding,) = library.all()
    library.apply("Remove", [Bin(id=holding.id, after=NOW)])
    acquired = add(paper("Oil", "10.1234/oil", abstract="We burnt oil."), update=True)
    assert told(acquired) == [("known", "oil")]
    assert acquired.fates[0].why == "same DOI; it lies in the bin"
    assert acquired.step is None


def test_what_lies_in_the_bin_does_not_stand_before_what_does_not(library, add):
    library.apply("Add", [Add(Holding(entry=OIL, added=NOW)) for _ in range(2)])
    (first, _) = library.all()
    library.apply("Remove", [Bin(id=first.id, after=NOW)])
    acquired = add(paper("Oil", "10.1234/oil", abstract="We burnt oil."), update=True)
    assert (acquired.fates[0].why, acquired.fates[0].filled) == ("same DOI", ("abstract",))
    (entry,) = entries(library)
    assert entry.abstract == "We burnt oil."


def test_what_the_library_has_twice_is_not_filled(library, add):
    twice = [Add(Holding(entry=OIL, added=NOW)) for _ in range(2)]
    library.apply("Add", twice)
    acquired = add(paper("Oil", "10.1234/oil", abstract="We burnt oil."), update=True)
    assert acquired.fates[0].why == "same DOI; not filled: the library has it 2 times"
    assert acquired.fates[0].filled == ()
    assert acquired.step is None


def test_keys_are_unique_in_the_library_and_do_not_depend_on_the_order(library, add):
    add(paper("Oil and Water"), paper("Wax", citekey=Citekey("BERG2020tallow")))
    lamps = [
        paper("Oil Rigs", "10.1234/1"),
        paper("Tallow", "10.1234/2"),
        paper("Wax", "10.1234/3", citekey=Citekey("berg2020oil")),
        paper("Rope", "10.1234/4", citekey=Citekey("rope; 1"), authors=LUND),
        paper("Ropes", "10.1234/5", citekey=Citekey("Rope--1"), authors=LUND),
    ]
    made = dict(zip([lamp.title for lamp in lamps], told(add(*lamps, dry_run=True)), strict=True))
    keys = {title: key for title, (_, key) in made.items()}
    assert keys["Oil Rigs"] == "berg2020oil-rigs"
    assert keys["Tallow"] == "berg2020tallow-2" or keys["Tallow"].startswith("berg2020tallow-")
    assert keys["Rope"] == "rope--1"
    assert len({key.lower() for key in keys.values()}) == 5
    again = add(*reversed(lamps[:3]))
    assert {fate.title: fate.key for fate in again.fates} == {
        title: keys[title] for title in ("Oil Rigs", "Tallow", "Wax")
    }


def test_a_key_that_a_file_brings_is_kept(library, add):
    """What no .bib can hold becomes a hyphen, and is kept; what only commands misread stays."""
    brought = ("smith 2020", "a{b", "OR", "has:code", "-dash", "rope")
    add(*(paper(f"Oil {n}", f"10.1234/{n}", citekey=Citekey(k)) for n, k in enumerate(brought)))
    found = [(entry.citekey, entry.extra) for entry in entries(library)]
    assert found == [
        ("smith-2020", {"ids": "smith 2020"}),
        ("a-b", {"ids": "a{b"}),
        *((key, {}) for key in brought[2:]),
    ]
    for number, key in enumerate(brought[2:], 3):
        assert library.search(f'key:"{key}"').ids == (number,)


def test_keys_are_unique_beyond_a_batch(library, add, monkeypatch):
    monkeypatch.setattr("refman.acquiring._BATCH", 2)
    same = [paper(f"Oil {word}", f"10.1234/{word}") for word in ("rigs", "wells", "cans", "films")]
    add(*same)
    keys = [entry.citekey for entry in entries(library)]
    assert keys[:2] == ["berg2020oil-rigs", "berg2020oil-wells"]
    assert len(set(keys)) == 4


def test_a_dry_run_tells_the_same_and_does_nothing(library, add, monkeypatch):
    monkeypatch.setattr("refman.acquiring._BATCH", 2)
    add(OIL)
    more = paper("Oil", "10.1234/oil", publisher="Quay")
    papers = (WAX, more, TALLOW, WAX, BARE, BARE)
    dry = add(*papers, dry_run=True, update=True)
    assert (dry.step, dry.ids, entries(library)) == (None, (), [OIL])
    assert len(library.history()) == 1
    wet = add(*papers, update=True)
    assert (dry.fates, dry.name) == (wet.fates, wet.name)


POOL = (OIL, WAX, TALLOW, BARE, paper("Wax Lamps of the South", authors=(), year=None),
        paper("Oil", "10.1234/oil", publisher="Quay"), Entry(publisher="Quay"))  # fmt: skip


@given(st.lists(st.sampled_from(POOL), max_size=12), st.integers(1, 4))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_becomes_of_papers_does_not_depend_on_the_batches(library, add, papers, batch):
    """Nothing is written but what is taken back, so that all examples share one library."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("refman.acquiring._BATCH", batch)
        first = add(*papers, update=True)
        if first.step is not None:
            library.undo()
        dry = add(*papers, update=True, dry_run=True)
    whole = add(*papers, update=True, dry_run=True)
    outcomes = [(fate.outcome, fate.why, fate.filled) for fate in whole.fates]
    for other in (first, dry):
        assert [(fate.outcome, fate.why, fate.filled) for fate in other.fates] == outcomes
    keys = [fate.key.lower() for fate in first.fates if fate.outcome.value == "new"]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("batch", [1, 2, 500])
def test_what_is_alike_is_told_with_the_numbers_that_it_got(library, add, monkeypatch, batch):
    monkeypatch.setattr("refman.acquiring._BATCH", batch)
    bare = Entry(title=WAX.title)
    like = Entry(title=TALLOW.title)
    assert add(OIL, WAX, bare).alike == ()
    assert add(bare, doubtful=True, dry_run=True).alike == ()
    done = add(bare, TALLOW, like, like, doubtful=True)
    assert [fate.outcome.value for fate in done.fates] == ["new", "new", "new", "known"]
    # Like one that was there; like one that came in with it.
    assert done.alike == ((3, 2), (5, 4))
    assert add(TALLOW, like, paper("Tar", "10.1234/tar"), doubtful=True).alike == ()
    library.apply("Add", [Add(Holding(entry=OIL, added=NOW))])
    assert add(OIL).alike == ((1, 7),)


def test_cost_grows_as_the_number_of_papers(add):
    def of(number):
        marks = [hashlib.sha256(str(place).encode()).hexdigest() for place in range(number)]
        papers = [
            paper(f"{mark[:9]} {mark[9:20]} {mark[20:30]}", f"10.1234/{mark}") for mark in marks
        ]
        return lambda: add(*papers, dry_run=True)

    assert_cost_ratio(of(1_200), of(300), most=8, floor_s=0.01)


def test_several_inputs_are_one_step(library, clock):
    with Gathering() as gathering:
        gathering.take(source="1.txt", kind="made", text="…", pieces=records(OIL))
        gathering.take(source="none.txt", kind="made", text="nothing", pieces=[])
        gathering.take(source="2.txt", kind="made", text="…", pieces=records(WAX))
        acquired = acquire(library, gathering, Choice(pattern=PATTERN), now=clock())
    assert acquired.name == "Add 2 papers from 1.txt and 1 more"
    assert [name for _, name in library.listings()] == ["2.txt", "1.txt"]
    assert len({holding.listing for holding in library.all()}) == 2


def test_a_cancel_leaves_the_library_as_it_was(library, add, monkeypatch):
    monkeypatch.setattr("refman.acquiring._BATCH", 2)
    monkeypatch.setattr("refman.acquiring._REPORTED", 3)

    class Stop:
        def report(self, done, total=None):
            assert (done, total) == (3, 4)
            raise Cancelled("the work was stopped")

    with pytest.raises(Cancelled):
        add(OIL, WAX, TALLOW, BARE, progress=Stop())
    assert (entries(library), library.history(), library.listings()) == ([], [], [])
