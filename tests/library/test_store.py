"""Changes done, undone, refused; what is read back is what was put in."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.duplicates import Index
from refman.errors import Cancelled, ConflictError, LibraryError
from refman.library.derived import derived_of
from refman.library.indexing import indexed_of
from refman.library.records import LIGHT
from refman.library.rows import SOURCES, columns_of, decode_entry, encode_entry, sound, with_sources
from refman.library.search_ways import Sort, SortBy
from refman.library.turns import TurnLog
from refman.model import (
    Add,
    Bin,
    Citekey,
    Edit,
    Entry,
    Holding,
    Keep,
    KeptKind,
    Keyword,
    LeftOver,
    ListingId,
    Name,
    Provenance,
    Remove,
    Span,
    Status,
    edit_of,
)
from tests.formats.entries import FULL, HOSTILE_TEXTS
from tests.formats.read_back import entries
from tests.library.made import START, Clock, add, opened, paper

ENTRIES = entries()
replace = msgspec.structs.replace


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def library(tmp_path, clock):
    with opened(tmp_path / "a.refman", clock) as library:
        yield library


@pytest.fixture
def three(library):
    """A library of three papers."""
    library.apply("Add 3 papers", add(*map(paper, range(3))))
    return library


def everything(library) -> list[Holding]:
    return list(library.all(with_binned=True))


@settings(max_examples=50, deadline=None)
@given(ENTRIES)
def test_a_record_is_the_entry_word_for_word(entry):
    assert decode_entry(encode_entry(entry)) == entry


@pytest.mark.parametrize("text", HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS)
def test_hostile_texts_come_back_in_every_place(library, text):
    entry = Entry(
        title=text,
        author=(Name(family=text),),
        abstract=text,
        citekey=Citekey(text),
        container_title=text,
        keywords=(Keyword(text),),
        collections=(text,),
        notes=(text,),
        extra={text: text},
        provenance={"title": Provenance(text, at=START)},
    )
    (id_,) = library.apply(text, add(entry)).ids
    assert library.get(id_) == Holding(id=id_, entry=entry, added=START)
    assert library.find_key(text).id == id_
    assert library.history()[0].name == text
    assert library.check() == ()
    assert library.undo() == text
    assert library.check() == ()


def test_half_a_surrogate_pair_becomes_a_replacement_sign(library):
    entry = replace(FULL, title="lamp \udc80", extra={"\ud800": "x"}, citekey=Citekey("a\udfff"))
    (id_,) = library.apply("Add \udc80", add(entry)).ids
    kept = library.get(id_).entry
    assert kept == replace(FULL, title="lamp \ufffd", extra={"\ufffd": "x"}, citekey="a\ufffd")
    library.apply("Edit", [edit_of(id_, kept, replace(kept, title="oil \udc80"))])
    assert library.get(id_).entry.title == "oil \ufffd"
    assert sound(FULL) == FULL
    listing = library.add_listing(name="a\udc80.txt", kind="plain", text="b\udc80")
    assert library.listing(listing).text == "b\udc80"
    assert library.listing(listing).name == "a\ufffd.txt"


@settings(max_examples=25, deadline=None)
@given(ENTRIES, st.sets(st.sampled_from(sorted(LIGHT)), min_size=1), st.data())
def test_nothing_else_depends_on_light_fields(entry, fields, data):
    values = {
        "status": st.sampled_from(Status),
        "keywords": st.just((Keyword("light"), Keyword("Light"))),
        "collections": st.just(("A/B",)),
        "provenance": st.just({"title": Provenance("user")}),
    }
    other = replace(entry, **{field: data.draw(values[field]) for field in fields})
    assert indexed_of(other) == indexed_of(entry)
    columns = [columns_of(each) for each in (other, entry)]
    assert columns[0]._replace(status="", facts=0) == columns[1]._replace(status="", facts=0)
    facts = [with_sources(each.facts, {}) for each in columns]
    assert facts[0] == facts[1]
    for table in ("identifiers", "marks"):
        assert getattr(derived_of(1, other), table) == getattr(derived_of(1, entry), table)


def test_sources_follow_what_is_edited_and_undone(three):
    def sources():
        return [name for name in SOURCES if three.search(f"source:{name}").ids]

    first = {"title": Provenance("crossref"), "abstract": Provenance("user")}
    then = {"title": Provenance("a plugin's"), "type": Provenance("user", (0, 9))}
    steps = [
        ({"provenance": first}, ["crossref", "user"]),
        ({"title": "Another"}, ["crossref", "user"]),
        ({"provenance": then}, ["listing", "other"]),
        ({"provenance": first, "title": "A third"}, ["crossref", "user"]),
        ({"provenance": {}}, []),
    ]
    for fields, found in steps:
        before = three.get(1).entry
        three.apply("Edit", [edit_of(1, before, replace(before, **fields))])
        assert sources() == found
    three.undo()
    three.apply("Remove", [Remove(holding=three.get(1))])
    assert sources() == []
    for found in (step[1] for step in steps[-2::-1]):
        three.undo()
        assert sources() == found
    three.undo()
    assert sources() == []
    assert three.check() == ()


def test_nothing_to_do_is_no_step(three):
    three.undo()
    before = three.history()
    assert three.apply("Nothing", ()).step is None
    assert three.history() == before
    assert three.redo() == "Add 3 papers"


def test_what_was_undone_is_forgotten_by_something_new(three):
    three.undo()
    three.apply("Add another", add(paper(7)))
    assert three.redo() is None
    assert [step.name for step in three.history()] == ["Add another"]
    assert three.undo() == "Add another"
    assert three.undo() is None


def test_steps_tell_what_was_done(three, clock):
    at = clock.at
    three.undo()
    (step,) = three.history()
    assert (step.id, step.name, step.at, step.is_undone, step.count) == (
        1, "Add 3 papers", at, True, 3,
    )  # fmt: skip
    three.redo()
    assert [step.is_undone for step in three.history()] == [False]
    three.apply("More", add(paper(8)))
    assert [step.name for step in three.history(1)] == ["More"]


def test_a_number_is_never_given_twice(three):
    three.undo()
    (id_,) = three.apply("Add", add(paper(9))).ids
    assert id_ == 4
    three.apply("Remove", [Remove(three.get(id_))])
    assert three.apply("Add", add(paper(9))).ids == [5]


def test_a_new_number_is_above_one_that_comes_with_its_entry(library):
    named = Add(Holding(id=6, entry=paper(6), added=START))
    applied = library.apply("Add 2 papers", [named, *add(paper(7))])
    assert applied.ids == [6, 7]


def test_an_entry_comes_back_under_its_number(three):
    holding = three.get(2)
    three.apply("Remove", [Remove(holding)])
    assert three.get(2) is None
    three.apply("Put back", [Add(holding)])
    assert three.get(2) == holding


def stale_changes(library):
    """Return changes that do not fit what is there any more, by what is wrong with them."""
    holding = library.get(1)
    gone = replace(holding, id=99)
    other = replace(holding, entry=replace(holding.entry, title="Another"))
    return {
        "edit of other values": edit_of(1, other.entry, holding.entry),
        "edit of a gone entry": Edit(id=99, fields=("title",), before=Entry(), after=FULL),
        "removal of another entry": Remove(other),
        "removal of a gone entry": Remove(gone),
        "removal without number": Remove(replace(holding, id=None)),
        "addition where one is": Add(holding),
        "bin what lies there": Bin(id=1, before=START, after=None),
        "bin a gone entry": Bin(id=99, after=START),
        "keep over another": Keep(kind=KeptKind.SEARCH, name="old", before="x", after="y"),
        "keep what is there": Keep(kind=KeptKind.SEARCH, name="there", after="y"),
    }


@pytest.mark.parametrize("what", [
    "edit of other values", "edit of a gone entry", "removal of another entry",
    "removal of a gone entry", "removal without number", "addition where one is",
    "bin what lies there", "bin a gone entry", "keep over another", "keep what is there",
])  # fmt: skip
def test_stale_changes_are_refused_and_nothing_is_done(three, what):
    three.apply("Keep", [Keep(kind=KeptKind.SEARCH, name="there", after="q")])
    stale = stale_changes(three)[what]
    before = everything(three), three.history(), three.kept(KeptKind.SEARCH)
    with pytest.raises(ConflictError, match="nothing was changed"):
        three.apply("Fails", [*add(paper(5)), stale])
    assert (everything(three), three.history(), three.kept(KeptKind.SEARCH)) == before


def test_all_stale_changes_are_tried(three):
    assert len(stale_changes(three)) == 10


def test_an_edit_fits_whatever_the_order_of_a_mapping(library):
    entry = Entry(extra={"a": "1", "b": "2"}, title="T")
    (id_,) = library.apply("Add", add(entry)).ids
    same = replace(entry, extra={"b": "2", "a": "1"})
    library.apply("Edit", [edit_of(id_, same, replace(same, extra={}))])
    assert library.get(id_).entry == Entry(title="T")
    library.apply("Remove", [Remove(library.get(id_))])
    library.undo()
    library.undo()
    library.apply("Remove", [Remove(replace(library.get(id_), entry=same))])
    assert everything(library) == []


def test_an_edit_that_changes_no_text_leaves_the_indexes_alone(three):
    entry = three.get(1).entry
    three.apply("Edit", [edit_of(1, entry, replace(entry, volume="7"))])
    assert three.search("part 0").ids == (1,)
    assert three.check() == ()


LIGHT_VALUES = {
    "status": (Status.REJECTED, Status.NEEDS_REVIEW),
    "keywords": ((Keyword("oil"), Keyword("Oil")), ()),
    "collections": (("A/B", "C"), ()),
    "provenance": ({"title": Provenance("user")}, {}),
}


@pytest.mark.parametrize("field", LIGHT_VALUES)
def test_a_light_edit_is_an_edit(three, field):
    for value in LIGHT_VALUES[field]:
        before = three.get(1).entry
        entry = replace(before, **{field: value})
        three.apply("Edit", [edit_of(1, before, entry)])
        assert three.get(1).entry == entry
        assert three.check() == ()
    assert three.undo() == "Edit"
    assert getattr(three.get(1).entry, field) == LIGHT_VALUES[field][0]
    assert three.undo() == "Edit"
    assert three.get(1) == Holding(id=1, entry=paper(0), added=START)
    assert three.check() == ()


def test_a_step_may_be_named_when_it_is_done(library):
    names = []
    library.apply(lambda: f"Add {len(names)}", (names.append(1) or one for one in add(paper(1))))
    assert library.undo() == "Add 1"


def test_inside_somebody_else_s_transaction_nothing_is_begun(three):
    three._connection.execute("BEGIN")
    with pytest.raises(LibraryError, match="within a transaction"):
        three.undo()


def test_changes_may_be_read_from_what_the_same_step_did(three):
    def changes():
        yield from add(paper(20), paper(21))
        (new,) = [holding for holding in three.all() if holding.entry == paper(21)]
        assert three.get(new.id) == new
        assert three.find_key(new.entry.citekey) == new
        assert three.known(paper(20))[0].holding.entry == paper(20)
        assert three.search("part 21").ids == (new.id,)
        yield edit_of(new.id, new.entry, replace(new.entry, title="Snuffed"))

    applied = three.apply("Add and edit", changes())
    assert applied.count == 3
    assert three.get(applied.ids[1]).entry.title == "Snuffed"
    assert three.check() == ()
    three.undo()
    assert len(everything(three)) == 3


def test_a_fault_of_the_changes_is_their_own(three):
    def changes():
        yield from add(paper(4))
        msgspec.json.decode(b"{")

    with pytest.raises(msgspec.DecodeError):
        three.apply("Fails", changes())
    with pytest.raises(FileNotFoundError):
        three.apply("Fails", (Add(Path(name).stat()) for name in ["/no/such"]))
    assert len(everything(three)) == 3


class StopsAt:
    """Count reports; stop at one of them."""

    def __init__(self, most: int) -> None:
        self.most, self.told = most, []

    def report(self, done, total=None):
        self.told.append((done, total))
        if len(self.told) >= self.most:
            raise Cancelled("enough")


def test_work_tells_how_far_it_has_come_and_can_be_stopped(library):
    progress = StopsAt(99)
    library.apply("Add", add(*map(paper, range(600))), progress=progress)
    assert progress.told == [(256, 600), (512, 600)]
    progress = StopsAt(1)
    with pytest.raises(Cancelled):
        library.undo(progress=progress)
    assert progress.told == [(256, 600)]
    assert len(everything(library)) == 600
    with pytest.raises(Cancelled):
        library.apply("Add", add(*map(paper, range(300))), progress=StopsAt(1))
    library.undo()
    assert everything(library) == []
    assert library.redo() == "Add"
    assert library.check() == ()


def test_a_transaction_is_done_whole_or_not_at_all(three):
    def fails():
        with three.transaction():
            three.apply("Add", add(paper(4)))
            three.add_listing(name="a", kind="plain", text="b")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert len(everything(three)) == 3
    assert three.listings() == []
    with three.transaction():
        listing = three.add_listing(name="a", kind="plain", text="b")
        three.apply("Add", [Add(Holding(entry=FULL, added=START, listing=listing))])
        three.undo()
        three.redo()
    assert three.get(4).listing == listing


def test_a_part_of_a_transaction_that_failed_spoils_all_of_it(three):
    def swallows():
        with three.transaction():
            three.apply("Add", add(paper(4)))
            with pytest.raises(ZeroDivisionError):
                three.apply("Fails", (Add(1 / 0) for _ in "a"))

    with pytest.raises(LibraryError, match="nothing was changed"):
        swallows()
    assert len(everything(three)) == 3
    three.apply("Add", add(paper(4)))
    assert len(everything(three)) == 4


def test_listings_keep_their_text_and_what_was_left_over(library, clock, monkeypatch):
    left = (LeftOver(Span(0, 3), "Ad\n", "an advertisement"),)
    id_ = library.add_listing(
        name="mail.eml", kind="digest", text="Ad\nпапер 灯\r\n", left_over=left
    )
    kept = library.listing(id_)
    assert (kept.name, kept.kind, kept.text, kept.left_over) == (
        "mail.eml", "digest", "Ad\nпапер 灯\r\n", left,
    )  # fmt: skip
    assert (kept.length, kept.read_at, len(kept.sha256)) == (12, clock.at, 64)
    again = library.add_listing(name="mail.eml", kind="digest", text=kept.text, left_over=left)
    assert again == id_
    other = library.add_listing(name="mail.eml", kind="digest", text="else")
    assert library.listings() == [(other, "mail.eml"), (id_, "mail.eml")]
    assert library.listing(ListingId(77)) is None
    monkeypatch.setattr("refman.library.listings.MOST_TEXT_BYTES", 3)
    long = library.listing(library.add_listing(name="long", kind="plain", text="four"))
    assert (long.text, long.length) == (None, 4)


def test_an_entry_of_an_unknown_listing_is_refused(library):
    with pytest.raises(LibraryError, match="nothing was changed"):
        library.apply("Add", [Add(Holding(entry=FULL, added=START, listing=ListingId(5)))])
    assert everything(library) == []


def test_entries_are_found_by_key(library):
    library.apply("Add", add(*(Entry(citekey=Citekey(key)) for key in ("Lund", "lund", "Berg"))))
    assert [library.find_key(key).id for key in ("Lund", "lund", "LUND", "berg")] == [1, 2, 1, 3]
    assert library.find_key("nobody") is None
    library.apply("Bin", [Bin(id=1, after=START)])
    assert library.find_key("Lund").id == 2
    assert library.keys_taken() == {"Lund", "lund", "Berg"}


def test_entries_stream_in_the_order_that_was_asked_for(library):
    count = 1_203
    library.apply("Add", add(*map(paper, range(count))))
    ids = [one.id for one in library.holdings(reversed(range(1, count + 40)))]
    assert ids == list(range(count, 0, -1))
    assert [one.id for one in library.all()] == ids[::-1]


def test_an_entry_without_anything_is_an_entry(library):
    (id_,) = library.apply("Add", add(Entry())).ids
    assert library.get(id_).entry == Entry()
    assert library.known(Entry()) == []


def test_the_library_knows_what_an_index_of_its_entries_knows(library):
    papers = [*map(paper, range(70)), FULL]
    generic = [paper(number, title="Editorial", abstract=None) for number in range(80)]
    library.apply("Add", add(*papers, *generic))
    index = Index([*papers, *generic])
    asked = [
        FULL,
        paper(3),
        paper(3, title=paper(3).title.replace("lamps", "lamp"), citekey=None),
        paper(3, title=paper(3).title[:20] + "…"),
        paper(3, title="Nothing of the kind"),
        paper(3, title=f"{paper(3).title}: a study"),
        generic[77],
        Entry(identifiers=FULL.identifiers),
        Entry(title="Editorial"),
    ]
    known = [library.known(entry) for entry in asked]
    expected = [index.matches(entry) for entry in asked]
    for found, wanted in zip(known[:6], expected[:6], strict=True):
        assert [(one.holding.id - 1, one.verdict) for one in found] == [
            (one.place, one.verdict) for one in wanted
        ]
    assert generic[77] in [one.holding.entry for one in known[6]]
    assert [one.holding.entry for one in known[7]] == [FULL]
    assert known[:2] != [[], []]
    assert known[4] == []


def test_what_lies_in_the_bin_is_known(three):
    three.apply("Bin", [Bin(id=1, after=START)])
    (known,) = three.known(paper(0))
    assert known.holding.binned == START


def test_searches_go_through_the_library(three):
    assert three.count("lamps") == 3
    assert three.search("part 2").ids == (3,)
    assert three.gather("lamps").total == 3
    assert len(three.gathered(limit=2)) == 2
    assert three.facets()
    three.apply("Edit", [edit_of(1, paper(0), replace(paper(0), title="Oil"))])
    assert (three.count("title:lamps"), three.search("title:oil").ids) == (2, (1,))
    three.undo()
    assert (three.count("title:lamps"), three.search("title:oil").ids) == (3, ())


def test_an_interrupt_is_a_cancel(three):
    def interrupt_self():
        three.interrupt()

    with three.reading() as connection:
        connection.create_function("stop", 0, interrupt_self)
    with pytest.raises(Cancelled), three.reading() as connection:
        connection.execute("SELECT stop(), count(*) FROM entries, records, tags").fetchall()
    assert three.count("lamps") == 3


def test_few_without_words_are_sorted_by_themselves(three):
    keys = [holding.entry.citekey for holding in three.all()]
    found = three.search(f'key:"{keys[1]}"', sort=Sort(SortBy.TITLE))
    assert [three.get(id_).entry.citekey for id_ in found.ids] == [keys[1]]


def test_what_nobody_wants_any_more_is_broken_off(three, monkeypatch):
    monkeypatch.setattr("refman.library.reader._STEPS_BETWEEN", 1)
    asked = []
    three.heed(lambda: bool(asked.append(1)))
    assert three.count("lamps") == 3
    assert asked
    three.heed(lambda: True)
    with pytest.raises(Cancelled):
        three.count("lamps")
    three.heed(lambda: False)
    assert three.count("lamps") == 3


def test_a_great_step_is_kept_in_parts(library, monkeypatch):
    monkeypatch.setattr("refman.library.turns._PART_TURNS", 7)
    monkeypatch.setattr("refman.library.indexing._MOST_HELD", 5)
    library.apply("Add", add(*map(paper, range(50))))
    before = everything(library)
    library.apply("Remove", [Remove(one) for one in before])
    with library.reading() as connection:
        assert connection.execute("SELECT max(seq) FROM history_parts").fetchone() == (7,)
    assert library.undo() == "Remove"
    assert everything(library) == before
    assert library.undo() == "Add"
    assert library.redo() == "Add"
    assert everything(library) == before
    assert library.check() == ()


def test_a_part_is_cut_by_its_bytes_too(library, monkeypatch):
    monkeypatch.setattr("refman.library.turns._PART_BYTES", 5)
    monkeypatch.setattr("refman.library.indexing._MOST_SIGNS", 10)
    library.apply("Add", add(*map(paper, range(4))))
    with library.reading() as connection:
        assert connection.execute("SELECT count(*) FROM history_parts").fetchone() == (4,)
        TurnLog(connection, 1).flush()


def test_a_history_that_does_not_fit_is_told_of(three):
    three._connection.execute("PRAGMA foreign_keys = OFF")
    with three.transaction():
        three._connection.execute("DELETE FROM entries WHERE id = 2")
    with pytest.raises(LibraryError, match="entry 2 is not there"):
        three.undo()
    three.apply("Edit", [edit_of(1, paper(0), Entry())])
    three.apply("Bin", [Bin(id=3, after=START)])
    with three.transaction():
        three._connection.execute("DELETE FROM records")
        three._connection.execute("DELETE FROM entries")
    for _ in range(2):
        with pytest.raises(LibraryError, match="is not there"):
            three.undo()
        with three.transaction():
            three._connection.execute(
                "DELETE FROM history WHERE id = (SELECT max(id) FROM history)"
            )
