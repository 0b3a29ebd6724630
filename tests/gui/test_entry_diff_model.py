"""The model of the comparison: lines, ticks, tips, and what was seen stays in sight."""

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView, QWidget
from pytestqt.qtbot import QtBot

from refman.errors import RefmanError
from refman.library import KeptListing
from refman.model import (
    Candidate,
    Decision,
    Entry,
    EntryId,
    Holding,
    Keyword,
    ListingId,
    Match,
    Name,
    Outcome,
    Proposal,
    Provenance,
)
from refman.model.dates import Date
from refman.tidying import FieldRow, OtherText, Sign, SomeItems, Wanted, compared, taken
from refman_gui.delegates.entry_diff import DiffDelegate
from refman_gui.item_models.entry_diff import LINE_ROLE, OPEN_ROLE, DiffColumn, DiffModel
from refman_gui.views.entry_diff import DiffTable
from tests.gui.conftest import NOW

READ = Provenance("list.txt", (3, 9), 0.8)
OURS = Entry(
    title="On Lamps",
    author=(Name(family="Sato", given="A."), Name(family="Old", given="Ann")),
    keywords=(Keyword("lamps"),),
    provenance={"title": READ, "author": READ},
)
THEIRS = msgspec.structs.replace(
    OURS,
    author=(
        Name(family="Sato", given="Aiko"),
        Name(family="Wang", given="Wei"),
        Name(family="Wang", given="Wei"),
        Name(family="佐藤", given="愛子"),
    ),
    keywords=(Keyword("wicks"), Keyword("<b>灯芯</b>\u202e")),
    issued=Date(2024),
    provenance={},
)


def proposal_of(record: Entry, entry: Entry = OURS) -> Proposal:
    """What a look-up found, and nobody doubts."""
    found = Candidate(source="crossref", entry=record, record_url="https://x.example/1", at=NOW)
    match = Match(candidate=found, score=0.9, reasons=(), decision=Decision.ACCEPT, why="alike")
    return Proposal(
        at=NOW, entry=entry, outcome=Outcome.ACCEPTED, matches=(match,), margin=0.5, why="alike"
    )


def rows_of(entry: Entry = OURS, record: Entry = THEIRS) -> tuple[FieldRow, ...]:
    return compared(entry, proposal_of(record), 0, now=NOW)


@pytest.fixture
def model(qapp: object) -> DiffModel:
    """What a record says of the entry, with a reader of its listing."""
    model = DiffModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.as_read = lambda span: f"raw {span[0]}–{span[1]}"
    model.show(rows_of(), shows_all=False)
    return model


def place_of(model: DiffModel, field: str) -> int:
    return model.place_of((field, None, 0))


def shown(model: DiffModel, column: DiffColumn = DiffColumn.FIELD) -> list[str]:
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def tip(model: DiffModel, place: int, column: DiffColumn) -> str:
    index = model.index(place, column)
    told = str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    assert "<b>" not in str(index.data(Qt.ItemDataRole.ToolTipRole))
    return told


def test_a_list_opens_and_closes_below_its_line(model: DiffModel) -> None:
    fields = ["~ Authors", "+ Published", "~ Tags"]
    assert shown(model) == fields
    assert [model.is_open(place) for place in (-1, *range(4))] == [None, False, None, False, None]
    model.open(1, is_open=True)
    assert shown(model) == fields
    model.open(0, is_open=True)
    items = ["~ 1", "- 2", "+ 2", "+ 3", "+ 4"]
    assert shown(model) == [fields[0], *items, *fields[1:]]
    assert shown(model, DiffColumn.NEW)[1:6] == [
        "Sato, Aiko", "", "Wang, Wei", "Wang, Wei", "佐藤, 愛子"
    ]  # fmt: skip
    assert [line.nth for line in model.lines[3:5]] == [0, 1]
    assert model.index(0, 0).data(OPEN_ROLE) is True
    assert model.index(1, 0).data(OPEN_ROLE) is None
    model.show(rows_of(), shows_all=True, is_other=False)
    assert shown(model) == ["= Type", "= Title", fields[0], *items, *fields[1:]]
    assert model.place_of(model.lines[5].key) == 5
    model.open(2, is_open=False)
    assert len(shown(model)) == 5
    assert model.place_of(("author", "Wang, Wei", 1)) == 2
    assert model.place_of(("nosuch", None, 0)) == -1


def test_ticks_are_of_items_and_what_is_taken_is_what_is_ticked(model: DiffModel) -> None:
    assert model.chosen() is None
    author = place_of(model, "author")
    model.toggle(author)
    assert model.chosen() == ("issued", "keywords")
    model.open(author, is_open=True)
    states = [model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(6)]
    assert set(states) == {Qt.CheckState.Unchecked}
    third = model.index(author + 3, 0)
    assert model.setData(third, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    some = SomeItems(field="author", taken=("Wang, Wei",))
    assert model.chosen() == (some, "issued", "keywords")
    assert model.taken_now(author) == some
    assert model.taken_now(author + 2) == SomeItems(field="author", dropped=("Old, Ann",))
    assert model.taken_now(author + 1) == SomeItems(field="author", taken=("Sato, Aiko",))
    model.toggle(author)
    assert model.chosen() is None
    assert model.taken_now(author) == "author"
    assert [model.taken_now(place) for place in (-1, 99)] == [None, None]
    assert not model.setData(third, "x", Qt.ItemDataRole.EditRole)
    model.toggle(place_of(model, "issued"))
    assert model.chosen() == ("author", "keywords")
    model.show(rows_of(), shows_all=False, is_other=False)
    assert model.chosen() == ("author", "keywords"), "the same record is shown anew"
    model.show(rows_of(), shows_all=False)
    assert model.chosen() is None
    assert model.is_open(place_of(model, "author")) is False


def test_what_was_taken_stays_in_sight_as_the_same(model: DiffModel) -> None:
    model.open(place_of(model, "author"), is_open=True)

    def take(*wanted: Wanted) -> None:
        after = taken(OURS, proposal_of(THEIRS), 0, fields=wanted, now=NOW)
        model.show(rows_of(after), shows_all=False, is_other=False)

    take(SomeItems(field="author", taken=("Sato, Aiko", "Wang, Wei")), "issued")
    assert shown(model) == [
        "~ Authors", "= 1", "- 2", "= 2", "+ 3", "+ 4", "= Published", "~ Tags"
    ]  # fmt: skip
    row = model.index(0, DiffColumn.FIELD)
    assert row.data(Qt.ItemDataRole.CheckStateRole) is None, "put together by hand, so locked"
    assert not row.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert model.taken_now(0) is None
    assert model.taken_now(4) == SomeItems(field="author", taken=("Wang, Wei",))
    model.toggle(0)
    assert model.chosen() is None
    model.toggle(4)
    assert model.taken_now(0) == model.taken_now(4)
    assert model.taken_now(1) is model.taken_now(6) is None
    source = shown(model, DiffColumn.SOURCE)
    assert (source[1], source[4], source[6]) == ("you", "Crossref", "Crossref")
    take("author", "issued", "keywords")
    assert {line.sign for line in model.lines} == {Sign.EQUAL}
    model.show(rows_of(THEIRS), shows_all=False)
    assert model.lines == []


def test_tips_tell_source_address_time_and_the_value_as_it_stands_there(model: DiffModel) -> None:
    author = place_of(model, "author")
    ours = tip(model, author, DiffColumn.ORIGINAL)
    assert ours.splitlines()[0] == "list.txt, 0.80"
    assert ours.splitlines()[-1] == "As it stands in the listing: raw 3–9"
    theirs = tip(model, author, DiffColumn.NEW).splitlines()
    assert theirs[0].startswith("Crossref, 0.90, 2026-03-01")
    assert theirs[1] == "https://x.example/1"
    tags = tip(model, place_of(model, "keywords"), DiffColumn.NEW)
    assert tags.splitlines()[-1].startswith("As it stands in the record: wicks; <b>灯芯</b>")
    assert "\u202e" not in tags
    model.open(author, is_open=True)
    item = tip(model, author + 5, DiffColumn.SOURCE).splitlines()
    assert item[1:] == ["https://x.example/1", "佐藤, 愛子"]
    said = msgspec.structs.replace(
        rows_of()[1],
        why="what is there is trusted more for it",
        others=(
            OtherText("2023", Provenance("dblp", at=NOW), "no", "https://dblp.example/1"),
            OtherText("2022", Provenance("arxiv"), "no"),
        ),
    )
    model.show((said,), shows_all=True)
    lines = tip(model, 0, DiffColumn.NEW).splitlines()
    assert lines[-3:] == [
        "Not taken by itself: what is there is trusted more for it",
        f"DBLP, {NOW.astimezone():%Y-%m-%d %H:%M} https://dblp.example/1: 2023",
        "arXiv: 2022",
    ]
    assert lines[-3] in tip(model, 0, DiffColumn.FIELD)
    model.show(rows_of(), shows_all=False)
    model.as_read = lambda _: ""
    assert "listing:" not in tip(model, author, DiffColumn.ORIGINAL)
    after = taken(OURS, proposal_of(THEIRS), 0, now=NOW)
    model.show(rows_of(after), shows_all=False, is_other=False)
    issued = tip(model, place_of(model, "issued"), DiffColumn.ORIGINAL).splitlines()
    assert issued[1:] == ["https://x.example/1", "2024", "When it was looked up: nothing"]


@pytest.mark.parametrize("count", [60, 400])
def test_long_lists_are_shown_and_painted(model: DiffModel, count: int) -> None:
    names = tuple(Name(family=f"Family{n}", given="Given") for n in range(count))
    record = msgspec.structs.replace(THEIRS, author=names)
    model.show(rows_of(record=record), shows_all=False)
    model.open(0, is_open=True)
    assert model.rowCount() == count + 5  # with two that go
    table = QTableView()
    table.setModel(model)
    table.setItemDelegate(DiffDelegate(table))
    table.resize(300, 400)
    assert not table.grab().isNull()
    assert len(str(model.index(0, DiffColumn.NEW).data())) < 500
    some = model.taken_now(count)
    assert isinstance(some, SomeItems)
    assert len(some.taken) == 1


def test_a_line_without_a_tick_is_painted_and_takes_none(
    model: DiffModel, make_pixmap: Callable[[], QPixmap]
) -> None:
    model.show(rows_of(), shows_all=True)
    table = QTableView()
    table.setModel(model)
    delegate = DiffDelegate(table)
    pixmap = make_pixmap()
    painter = QPainter(pixmap)
    option = QStyleOptionViewItem()
    option.widget = table
    for row in range(model.rowCount()):
        for column in DiffColumn:
            delegate.paint(painter, option, model.index(row, column))
            assert delegate.sizeHint(option, model.index(row, column)).height() > 0
    painter.end()
    before = model.chosen()
    model.toggle(place_of(model, "title"))
    assert model.chosen() == before
    assert model.index(0, 0).data(LINE_ROLE).row.field == "type"


@pytest.fixture
def make_pixmap(qapp: object) -> Callable[[], QPixmap]:
    return lambda: QPixmap(200, 100)


class Reader:
    """A library of listings, of which one cannot be read."""

    def listing(self, id_: int) -> KeptListing | None:
        if id_ == 3:
            raise RefmanError("it is damaged")
        text = "As Lamps are" if id_ == 1 else None
        return KeptListing(
            id=ListingId(id_), name="list.txt", kind="page", read_at=NOW, text=text,
            length=12, sha256="", left_over=(),
        )  # fmt: skip


class Session:
    reader = Reader()


@pytest.mark.parametrize(("listing", "raw"), [(1, "Lamps"), (2, None), (3, None), (None, None)])
def test_the_table_reads_the_listing_for_a_tip(
    qtbot: QtBot, listing: int | None, raw: str | None
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    diff = DiffTable(Session(), parent)  # type: ignore[arg-type]
    diff.show()
    number = ListingId(listing) if listing is not None else None
    diff.show_record(Holding(entry=OURS, added=NOW, listing=number), proposal_of(THEIRS), 0)
    for _ in range(2):
        told = tip(diff.model, 0, DiffColumn.ORIGINAL).splitlines()
        said = [line for line in told if line.startswith("As it stands in the listing: ")]
        assert said == ([f"As it stands in the listing: {raw}"] if raw else [])


def test_the_table_tells_what_it_cannot_do_and_fits_its_width(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    diff = DiffTable(Session(), parent)  # type: ignore[arg-type]
    diff.show()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_L, Qt.Key.Key_Right):
        qtbot.keyClick(diff.table, key)  # nothing is there
    diff.show_record(Holding(id=EntryId(1), entry=OURS, added=NOW), proposal_of(THEIRS), 0)
    for width, is_narrow in ((300, True), (500, False)):
        diff.resize(width, 300)
        assert diff.table.isColumnHidden(DiffColumn.SOURCE) is is_narrow
    heights = []
    for points in (9, 18):
        font = diff.font()
        font.setPointSize(points)
        diff.setFont(font)
        qtbot.waitUntil(lambda: not diff._fitting.isActive())
        heights.append(diff.table.rowHeight(0))
    assert heights[0] < heights[1]
    whole = Holding(id=EntryId(2), entry=THEIRS, added=NOW)
    diff.show_record(whole, proposal_of(THEIRS), 0)
    assert diff.told.text() == "The record says nothing else than the entry."
    diff.show_record(whole, proposal_of(THEIRS), 7)
    assert "there is no record 8" in diff.told.text()
    diff.show_record(None, None, 0)
    assert diff.told.text() == ""
