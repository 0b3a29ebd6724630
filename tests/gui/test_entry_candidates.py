"""What look-ups found: chosen by key and mouse, field by field, by hand, or not at all."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from refman.library import open_library
from refman.lookup.match import score
from refman.lookup.offers import USER
from refman.model import Candidate, Decision, Doi, Identifiers, ItemType, Name, Outcome, Proposal
from refman.model.dates import Date
from refman.places import state_folder
from refman.tidying import Sign
from refman_gui.delegates.entry_fields import FieldEditor
from refman_gui.item_models.entry_diff import CHANGES_ROLE, DiffColumn
from refman_gui.rows import Column
from refman_gui.theme import Theme, apply_theme
from refman_gui.views.entry_by_hand import LookUpBy
from refman_gui.views.entry_candidates import CandidatesPage
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.test_entry import GLOW, MakeWindow, entry_now, entry_view

WANTED = msgspec.structs.replace(GLOW, title="GLOW: Lanterns over Water", issued=None)
BEST = msgspec.structs.replace(
    WANTED,
    citekey=None,
    title="GLOW: Lanterns on the Water",
    issued=Date(2024, 7),
    container_title="Journal of Lanterns",
    author=(Name(family="Sato", given="Aiko"), Name(family="Lee", given="Ann")),
    identifiers=Identifiers(doi=Doi("10.5555/glow.2024")),
    extra={},
)
OTHER = msgspec.structs.replace(
    BEST, title="Glow in Lamps", issued=Date(1999), identifiers=Identifiers(doi=Doi("10.5555/old"))
)


def proposal_of() -> Proposal:
    matches = tuple(
        msgspec.structs.replace(
            score(WANTED, Candidate(source=source, entry=entry, record_url=url, at=NOW)),
            decision=Decision.REVIEW,
        )
        for source, entry, url in (
            ("crossref", BEST, "https://api.example/works/<b>1</b>"),
            ("dblp", OTHER, None),
        )
    )
    return Proposal(
        at=NOW,
        entry=WANTED,
        outcome=Outcome.REVIEW,
        matches=matches,
        margin=0.05,
        why="two records are near each other",
        failed=("openalex",),
    )


@pytest.fixture
def found(make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """The window on a lamp, which was not looked up, and on GLOW with two records; in front."""
    path = make_library(1, WANTED)
    with open_library(path, now=lambda: NOW) as library:
        held = library.find_key("sato2024glow")
        assert held is not None
        assert held.id is not None
        library.propose(held.id, proposal_of())
    window = make_window(path)
    view = entry_view(window)
    for model in (view.candidates.model, view.candidates.diff.model):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, window)
    show_page(qtbot, window)
    page(window).list.setFocus()
    return window


def show_page(qtbot: QtBot, window: MainWindow) -> None:
    view = entry_view(window)
    qtbot.waitUntil(view.head.isVisible)
    bar = view.tabs.tabBar()
    at = bar.tabRect(view.tabs.indexOf(view.candidates)).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)


def page(window: MainWindow) -> CandidatesPage:
    return entry_view(window).candidates


def place_of(window: MainWindow, field: str) -> int:
    lines = page(window).diff.model.lines
    return [line.row.field if line.item is None else "" for line in lines].index(field)


def go_to(qtbot: QtBot, window: MainWindow, field: str) -> None:
    table = page(window).diff.table
    index = page(window).diff.model.index(place_of(window, field), DiffColumn.NEW)
    table.scrollTo(index)
    at = table.visualRect(index).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(page(window).buttons[name], Qt.MouseButton.LeftButton)


def test_the_table_tells_the_score_and_that_it_waits(found: MainWindow, qtbot: QtBot) -> None:
    model = found.results.model
    index = model.index(0, Column.SCORE)
    best = proposal_of().matches[0].score
    qtbot.waitUntil(lambda: index.data() == f"? {best:.2f}")
    told = index.data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert told == f"? {best:.2f}: the score of the best record; it waits for your choice"
    found.results.table.setFocus()
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(found.results.table, Qt.Key.Key_R)
    assert index.data() == f"? {best:.2f}"
    qtbot.keyClick(found.results.table, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: page(found).list.model().rowCount() == 2)
    with qtbot.waitSignal(found.session.changed):
        click(qtbot, found, "none")
    qtbot.waitUntil(lambda: index.data() == f"{best:.2f}")


def test_records_are_shown_with_score_margin_and_reasons(found: MainWindow) -> None:
    rows = page(found).model.rows
    assert [row.name for row in rows] == [
        "Crossref: DOI 10.5555/glow.2024",
        "DBLP: DOI 10.5555/old",
    ]
    assert rows[0].margin == "+0.05"
    assert rows[1].margin.startswith("-")
    assert rows[0].why.startswith(("title 0.", "authors 0.", "type "))
    assert "no answer from OpenAlex" in page(found).told.text()


def test_the_chip_in_the_head_leads_to_the_candidates(qtbot: QtBot, found: MainWindow) -> None:
    view = entry_view(found)
    view.tabs.setCurrentIndex(0)
    chip = next(one for one in view.head._chips if one.isVisible())
    assert chip.text() == "ambiguous: 2 records, 0.05 apart"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert view.tabs.currentWidget() is view.candidates


def test_fields_are_compared_by_sign_and_word(found: MainWindow) -> None:
    model = page(found).diff.model
    shown = {line.row.field: line.sign for line in model.lines}
    assert shown["title"] is Sign.CHANGED
    assert shown["issued"] is Sign.ADDED
    assert Sign.EQUAL not in shown.values()
    at = place_of(found, "title")
    assert model.index(at, DiffColumn.FIELD).data() == "~ Title"
    told = model.index(at, DiffColumn.FIELD).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "Title: changed"
    changes = model.index(at, DiffColumn.NEW).data(CHANGES_ROLE)
    new = str(model.index(at, DiffColumn.NEW).data())
    assert "on the" in "".join(
        new[one.after.start : one.after.end] for one in changes if one.sign is not Sign.EQUAL
    )


def test_the_tip_is_plain_text(found: MainWindow) -> None:
    model = page(found).diff.model
    tip = model.index(place_of(found, "title"), DiffColumn.SOURCE).data(Qt.ItemDataRole.ToolTipRole)
    assert "Crossref" in tip
    assert "&lt;b&gt;1&lt;/b&gt;" in tip
    assert "<b>" not in tip


def test_a_number_chooses_and_undo_gives_the_choice_back(qtbot: QtBot, found: MainWindow) -> None:
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(page(found).list, Qt.Key.Key_1)
    assert entry_now(found.session).identifiers.doi == "10.5555/glow.2024"
    assert found.session.history.undoText().startswith("Choose DOI 10.5555/glow.2024 for")
    qtbot.waitUntil(lambda: page(found).told.text().startswith("You chose DOI"))
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(found, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry_now(found.session) == WANTED
    qtbot.waitUntil(lambda: page(found).told.text().startswith("Looked up"))


def test_a_number_chooses_in_the_table_of_papers_while_records_are_seen(
    qtbot: QtBot, found: MainWindow
) -> None:
    table, entry = found.results.table, entry_view(found)
    table.setFocus()
    entry.tabs.setCurrentWidget(entry.links)
    qtbot.keyClick(table, Qt.Key.Key_2)
    qtbot.wait(50)
    assert entry_now(found.session) == WANTED
    entry.tabs.setCurrentWidget(page(found))
    qtbot.keyClick(table, Qt.Key.Key_3)  # there is none
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(table, Qt.Key.Key_2)
    assert entry_now(found.session).identifiers.doi == "10.5555/old"
    assert found.session.history.count() == 2


def test_only_ticked_fields_are_taken(qtbot: QtBot, found: MainWindow) -> None:
    model = page(found).diff.model
    ticked = {line.row.field for line in model.lines if line.row.is_taken}
    for field in ticked - {"issued"}:
        go_to(qtbot, found, field)
        qtbot.keyClick(page(found).diff.table, Qt.Key.Key_Space)
    with qtbot.waitSignal(found.session.changed):
        click(qtbot, found, "take")
    entry = entry_now(found.session)
    assert entry.issued == Date(2024, 7)
    assert entry.title == WANTED.title
    assert entry.identifiers.doi is None


def told(window: MainWindow, place: int) -> str:
    index = page(window).diff.model.index(place, DiffColumn.FIELD)
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole))


def press(qtbot: QtBot, window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(page(window).diff.table, key)


def test_a_field_is_taken_now_and_the_others_wait(qtbot: QtBot, found: MainWindow) -> None:
    diff, session = page(found).diff, found.session
    go_to(qtbot, found, "doi")
    press(qtbot, found, Qt.Key.Key_Space)
    go_to(qtbot, found, "issued")
    with qtbot.waitSignals([session.changed, diff.model.modelReset]):
        press(qtbot, found, Qt.Key.Key_A)
    entry = entry_now(session)
    assert (entry.issued, entry.title) == (Date(2024, 7), WANTED.title)
    assert entry.provenance["issued"].source == "crossref"
    assert session.history.undoText() == "Take the year of sato2024glow from crossref"
    assert page(found).told.text().startswith("Looked up"), "the choice is open"
    at = place_of(found, "issued")
    assert told(found, at) == "Published: the same"
    assert diff.model.index(at, DiffColumn.FIELD).data(Qt.ItemDataRole.CheckStateRole) is None
    assert diff.model.index(at, DiffColumn.SOURCE).data() == "Crossref"
    assert diff.table.currentIndex().row() == at
    keypad = Qt.KeyboardModifier.KeypadModifier
    qtbot.keyClick(diff.table, Qt.Key.Key_Enter, keypad)
    assert diff.told.text() == "The record says the same here."
    go_to(qtbot, found, "title")
    with qtbot.waitSignals([session.changed, diff.model.modelReset]):
        qtbot.mouseClick(diff.stops[1], Qt.MouseButton.LeftButton)
    assert entry_now(session).title == BEST.title
    for _ in range(2):
        with qtbot.waitSignals([session.changed, diff.model.modelReset]):
            qtbot.keyClick(found, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry_now(session) == WANTED
    assert told(found, place_of(found, "issued")) == "Published: added"
    page(found).list.setFocus()
    with qtbot.waitSignals([session.changed, diff.model.modelReset]):
        qtbot.keyClick(page(found).list, Qt.Key.Key_Enter, keypad)
    assert entry_now(session).container_title == BEST.container_title
    assert entry_now(session).identifiers.doi is None, "its tick was taken off at first"


def test_items_of_a_list_are_taken_one_by_one(qtbot: QtBot, found: MainWindow) -> None:
    diff, session = page(found).diff, found.session
    go_to(qtbot, found, "author")
    top = place_of(found, "author")
    assert told(found, top) == "Authors: changed, 2 items differ, items hidden"
    press(qtbot, found, Qt.Key.Key_Right)
    assert told(found, top).endswith("items shown")
    assert [told(found, top + n) for n in (1, 2)] == [
        "Authors, item 2: {The Lantern Team}: removed",
        "Authors, item 2: Lee, Ann: added",
    ]
    texts = [diff.model.index(top + 2, column).data() for column in DiffColumn]
    assert texts == ["+ 2", "", "Lee, Ann", "Crossref"]
    press(qtbot, found, Qt.Key.Key_Down)
    box = diff.model.index(top, DiffColumn.FIELD)
    for state in (Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked):  # the team stays
        press(qtbot, found, Qt.Key.Key_Space)
        assert box.data(Qt.ItemDataRole.CheckStateRole) is state
    press(qtbot, found, Qt.Key.Key_Down)
    with qtbot.waitSignals([session.changed, diff.model.modelReset]):
        press(qtbot, found, Qt.Key.Key_Return)
    assert entry_now(session).author == (WANTED.author[0], WANTED.author[1], BEST.author[1])
    assert session.history.undoText() == "Take part of the authors of sato2024glow from crossref"
    assert told(found, diff.table.currentIndex().row()) == "Authors, item 2: Lee, Ann: the same"
    press(qtbot, found, Qt.Key.Key_Left)
    assert diff.table.currentIndex().row() == top
    press(qtbot, found, Qt.Key.Key_Return)  # a list put together by hand is the user's word
    assert diff.told.text() == "This is your own word and stays. L unlocks it."
    press(qtbot, found, Qt.Key.Key_Down)
    with qtbot.waitSignals([session.changed, diff.model.modelReset]):
        press(qtbot, found, Qt.Key.Key_A)  # but its items can be taken on
    assert entry_now(session).author == BEST.author
    press(qtbot, found, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert {line.item for line in diff.model.lines} == {None}
    for _ in range(2):
        with qtbot.waitSignals([session.changed, diff.model.modelReset]):
            qtbot.keyClick(found, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry_now(session) == WANTED
    rect = diff.table.visualRect(diff.model.index(place_of(found, "author"), DiffColumn.FIELD))
    arrow = QPoint(rect.left() + 6, rect.center().y())
    for is_open in (True, False, True):
        qtbot.mouseClick(diff.table.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
        assert diff.model.is_open(place_of(found, "author")) is is_open
    qtbot.mouseClick(diff.table.viewport(), Qt.MouseButton.RightButton, pos=arrow)
    assert diff.model.is_open(place_of(found, "author")) is True
    press(qtbot, found, Qt.Key.Key_Space)  # all of them
    with qtbot.waitSignals([session.changed, diff.model.modelReset]):
        click(qtbot, found, "take")
    assert entry_now(session).author == BEST.author
    assert entry_now(session).provenance["author"].source == USER, "against the merge"


def test_none_of_these_is_remembered(qtbot: QtBot, found: MainWindow) -> None:
    with qtbot.waitSignal(found.session.changed):
        click(qtbot, found, "none")
    assert entry_now(found.session) == WANTED
    qtbot.waitUntil(lambda: page(found).told.text().startswith("You chose none of these."))
    chips = [one.text() for one in entry_view(found).head._chips if one.isVisible()]
    assert chips == []


def test_a_field_is_locked_and_its_tick_goes(qtbot: QtBot, found: MainWindow) -> None:
    buttons = page(found).diff.stops[1:]
    assert not any(button.isEnabled() for button in buttons)  # no line is chosen
    go_to(qtbot, found, "title")
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(page(found).diff.table, Qt.Key.Key_L)
    assert entry_now(found.session).provenance["title"].source == USER
    model = page(found).diff.model
    qtbot.waitUntil(lambda: model.lines[place_of(found, "title")].row.is_locked)
    index = model.index(place_of(found, "title"), DiffColumn.FIELD)
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    go_to(qtbot, found, "title")
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(page(found).diff.table, Qt.Key.Key_L)
    assert "title" not in entry_now(found.session).provenance


def test_what_was_taken_is_taken_back(qtbot: QtBot, found: MainWindow) -> None:
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(page(found).list, Qt.Key.Key_Return)
    assert entry_now(found.session).issued == Date(2024, 7)
    qtbot.waitUntil(lambda: page(found).told.text().startswith("You chose"))
    qtbot.mouseClick(
        page(found).diff.all,
        Qt.MouseButton.LeftButton,
        pos=QPoint(8, page(found).diff.all.height() // 2),
    )
    go_to(qtbot, found, "issued")
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(page(found).diff.table, Qt.Key.Key_Backspace)
    assert entry_now(found.session).issued is None


def test_a_new_value_is_edited_before_it_is_applied(qtbot: QtBot, found: MainWindow) -> None:
    go_to(qtbot, found, "author")
    qtbot.keyClick(page(found).diff.table, Qt.Key.Key_F2)
    view = entry_view(found)
    assert view.tabs.currentWidget() is view.fields
    editors = view.fields.table.viewport().findChildren(FieldEditor)
    editor = next(one for one in editors if one.isVisible())
    assert editor.toPlainText() == "Sato, Aiko\nLee, Ann"
    with qtbot.waitSignal(found.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert entry_now(found.session).author == BEST.author


def test_search_by_hand_asks_by_what_was_typed(qtbot: QtBot, found: MainWindow) -> None:
    click(qtbot, found, "by_hand")
    by_hand = page(found).by_hand
    assert by_hand.title.text() == WANTED.title
    by_hand.title.selectAll()
    qtbot.keyClicks(by_hand.title, "Lanterns")
    by_hand.identifier.setFocus()
    qtbot.keyClicks(by_hand.identifier, "what")
    qtbot.mouseClick(by_hand.look_up, Qt.MouseButton.LeftButton)
    assert "no identifier" in by_hand.told.text()
    by_hand.identifier.selectAll()
    qtbot.keyClicks(by_hand.identifier, "10.5555/other")
    entry_view(found).look_up_wanted.disconnect()  # no source is asked here
    with qtbot.waitSignal(entry_view(found).look_up_wanted) as asked:
        qtbot.keyClick(by_hand.identifier, Qt.Key.Key_Return)
    assert asked.args is not None
    wanted = asked.args[0]
    assert isinstance(wanted, LookUpBy)
    assert wanted.id == found.session.selection.current
    assert (wanted.title, wanted.identifier) == ("Lanterns", "10.5555/other")


def typed(window: MainWindow) -> tuple[str, str, str]:
    by_hand = page(window).by_hand
    return by_hand.title.text(), by_hand.author.text(), by_hand.identifier.text()


def waiting(window: MainWindow) -> dict[str, str]:
    current = window.session.selection.current
    assert current is not None
    return dict(entry_view(window).drafts.of(current))


def look_elsewhere_and_back(qtbot: QtBot, window: MainWindow) -> None:
    key = entry_view(window).head.key
    for press in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        before = key.text()
        qtbot.keyClick(window.results.table, press)
        qtbot.waitUntil(lambda before=before: key.text() != before)
        if press is Qt.Key.Key_Down:
            assert not page(window).by_hand.isVisible()


def test_what_is_typed_to_search_by_waits_until_it_is_asked(
    qtbot: QtBot, found: MainWindow, make_window: MakeWindow
) -> None:
    click(qtbot, found, "by_hand")
    by_hand = page(found).by_hand
    qtbot.keyClicks(by_hand.title, "Lanterns")  # the title was selected
    qtbot.keyClicks(by_hand.author, "; Lee")
    qtbot.keyClicks(by_hand.identifier, "10.5555/o")
    look_elsewhere_and_back(qtbot, found)
    wanted = ("Lanterns", "Sato, Aiko; {The Lantern Team}; Lee", "10.5555/o")
    assert by_hand.isVisible()
    assert typed(found) == wanted
    assert by_hand.told.text().startswith("Not looked up yet")
    click(qtbot, found, "by_hand")
    assert typed(found) == wanted, "to begin is to go on"
    assert not [one for one in entry_view(found).head._chips if "not applied" in one.text()]
    file = state_folder() / "drafts.json"
    qtbot.waitUntil(file.exists, timeout=5_000)  # written by itself, as before a crash
    again = make_window(found.session.path)
    show_page(qtbot, again)
    by_hand = page(again).by_hand
    assert by_hand.isVisible()
    assert typed(again) == wanted
    entry_view(again).look_up_wanted.disconnect()  # no source is asked here
    with qtbot.waitSignal(entry_view(again).look_up_wanted):
        qtbot.keyClick(by_hand.identifier, Qt.Key.Key_Return)
    assert waiting(again) == {}
    assert typed(again) == wanted, "it may be asked otherwise"
    qtbot.keyClicks(by_hand.identifier, "ld")
    assert set(waiting(again).values()) == {*wanted[:2], "10.5555/old"}
    with qtbot.waitSignal(entry_view(again).look_up_wanted):
        qtbot.mouseClick(by_hand.look_up, Qt.MouseButton.LeftButton)
    look_elsewhere_and_back(qtbot, again)
    assert not by_hand.isVisible()
    entry_view(again).drafts.save()
    assert file.read_text() == "{}"


def test_what_is_typed_to_search_by_is_taken_back(qtbot: QtBot, found: MainWindow) -> None:
    click(qtbot, found, "by_hand")
    by_hand = page(found).by_hand
    qtbot.keyClicks(by_hand.identifier, "10")
    assert waiting(found) == {"search.identifier": "10"}
    for _ in range(2):
        qtbot.keyClick(by_hand.identifier, Qt.Key.Key_Backspace)
    assert waiting(found) == {}
    qtbot.keyClicks(by_hand.author, "x")
    by_hand.author.setFocus()
    qtbot.keyClick(by_hand.author, Qt.Key.Key_Escape)
    assert waiting(found) == {}
    assert not by_hand.isVisible()
    assert page(found).list.hasFocus()
    look_elsewhere_and_back(qtbot, found)
    assert not by_hand.isVisible()


def test_an_id_is_used_at_once(qtbot: QtBot, found: MainWindow) -> None:
    click(qtbot, found, "by_hand")
    by_hand = page(found).by_hand
    qtbot.keyClicks(by_hand.identifier, "https://arxiv.org/abs/2406.01234v2")
    entry_view(found).look_up_wanted.disconnect()  # no source is asked here
    with qtbot.waitSignals([entry_view(found).look_up_wanted, found.session.changed]):
        qtbot.mouseClick(by_hand.use, Qt.MouseButton.LeftButton)
    arxiv = entry_now(found.session).identifiers.arxiv
    assert arxiv is not None
    assert arxiv.id == "2406.01234"
    assert waiting(found) == {}


def test_what_was_not_looked_up_says_so(qtbot: QtBot, found: MainWindow) -> None:
    found.results.table.setFocus()
    qtbot.keyClick(found.results.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page(found).told.text().startswith("It was not looked up yet"))
    diff = page(found).diff
    assert diff.model.lines == []
    assert [button.isEnabled() for button in diff.stops[1:]] == [False] * 4
    assert not page(found).buttons["take"].isEnabled()


def test_painted_in_both_themes(qtbot: QtBot, found: MainWindow) -> None:
    assert GLOW.type is ItemType.ARTICLE_JOURNAL
    for theme in (Theme.DARK, Theme.LIGHT):
        apply_theme(theme)
        assert not entry_view(found).grab().isNull()
