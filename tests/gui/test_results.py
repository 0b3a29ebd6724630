"""The search box and the table, by keys and the mouse."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refman.library import open_library
from refman.model import Citekey, Entry, LinkKind, LinkState, Status
from refman.model.link import Link, Span
from refman_gui.item_models.results import ResultsModel
from refman_gui.rows import Column
from refman_gui.session import Session
from refman_gui.theme import Theme, apply_theme
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.person import ALT, CTRL, SHIFT, Person


def titles(window: MainWindow) -> list[str]:
    model = window.results.model
    return [str(model.index(row, int(Column.TITLE)).data()) for row in range(model.rowCount())]


def statuses(path: Path) -> dict[str, Status]:
    with open_library(path, now=lambda: NOW, read_only=True) as library:
        return {str(one.entry.citekey): one.entry.status for one in library.all()}


def type_query(qtbot: QtBot, window: MainWindow, text: str) -> None:
    box = window.results.box
    box.setFocus()
    box.selectAll()
    with qtbot.waitSignal(window.results.model.counted):
        qtbot.keyClicks(box, text)
    qtbot.waitUntil(lambda: window.session.selection.total is not None)


def test_all_papers_are_shown_and_the_first_is_chosen(window: MainWindow) -> None:
    assert len(titles(window)) == 12
    assert window.session.selection.current is not None
    assert window.results.count.text().startswith("12")


def test_typing_finds_as_one_types(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "warmth 11")
    qtbot.waitUntil(lambda: titles(window) == ["On the Warmth of Lamp 11"])
    qtbot.keyClick(window.results.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(titles(window)) == 12)


def test_a_wrong_query_points_at_its_word(qtbot: QtBot, window: MainWindow) -> None:
    box = window.results.box
    box.setFocus()
    with qtbot.waitSignal(window.results.model.refused):
        qtbot.keyClicks(box, "year:soon")
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert "soon" in window.results.fault.text()
    assert window.results.fault.isVisible()
    assert len(titles(window)) == 12, "what was shown stays"


def test_nothing_found_says_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "zeppelin")
    qtbot.waitUntil(lambda: not titles(window))
    assert window.results.empty.isVisible()
    assert "Escape" in window.results.empty.text()


def test_an_empty_library_says_how_papers_come_in(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(0))
    assert window.results.empty.isVisible()
    assert "Ctrl+V" in window.results.empty.text()


def test_a_accepts_and_goes_on(qtbot: QtBot, window: MainWindow) -> None:
    table, session = window.results.table, window.session
    table.setFocus()
    first = session.selection.current
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(table, Qt.Key.Key_A)
    assert session.selection.current not in (None, first)
    assert list(statuses(session.path).values()).count(Status.ACCEPTED) == 1
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(table, Qt.Key.Key_R)
    assert list(statuses(session.path).values()).count(Status.REJECTED) == 1


def test_alt_and_arrows_go_to_what_is_to_be_reviewed(qtbot: QtBot, window: MainWindow) -> None:
    table, session = window.results.table, window.session
    table.setFocus()
    for row in (1, 2, 4):
        window.results._go(row)
        qtbot.waitUntil(lambda row=row: len(session.selection.ids) == 1)  # type: ignore[misc]
        with qtbot.waitSignal(session.changed):
            qtbot.keyClick(table, Qt.Key.Key_A)
    qtbot.keyClick(table, Qt.Key.Key_Home, CTRL)
    gone = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(table, key, ALT)
        gone.append(table.currentIndex().row())
    assert gone == [3, 5, 3, 0]
    with qtbot.waitSignal(session.said) as told:
        qtbot.keyClick(table, Qt.Key.Key_Left, ALT)
    assert told.args == ["Nothing more is to be reviewed this way"]
    assert table.currentIndex().row() == 0


def test_accepting_in_the_queue_makes_the_paper_leave_it(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "status:review")
    table = window.results.table
    table.setFocus()
    before = titles(window)
    for left in (11, 10, 9):
        qtbot.keyClick(table, Qt.Key.Key_A)
        qtbot.waitUntil(lambda left=left: len(titles(window)) == left)  # type: ignore[misc]
    assert titles(window) == before[3:]
    assert table.currentIndex().row() == 0


def test_quick_keys_on_one_row_do_not_conflict(qtbot: QtBot, window: MainWindow) -> None:
    table, session = window.results.table, window.session
    failures: list[str] = []
    session.failed.connect(failures.append)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End, CTRL)  # no row is left to go on to
    key = session.selection.current
    keys = 4 * [Qt.Key.Key_A, Qt.Key.Key_R, Qt.Key.Key_U] + [Qt.Key.Key_R]
    for each in keys:
        qtbot.keyClick(table, each)
    qtbot.waitUntil(lambda: failures != [] or session.history.count() == len(keys) + 1)
    assert failures == []
    assert session.history.undoText() == "Reject 1 paper"
    assert key is not None
    holding = session.get(key)
    assert holding is not None
    assert holding.entry.status is Status.REJECTED


def test_escape_shows_all_papers_from_wherever_one_is(qtbot: QtBot, window: MainWindow) -> None:
    person, results, total = Person(qtbot), window.results, window.session.selection
    tree = window.parts["queue"].tree  # type: ignore[attr-defined]
    person.look_at(window)
    for query, found, place in (
        ("lamp 11", 1, results.table),
        ("status:rejected", 0, results.empty),
        ("status:rejected", 0, tree),
    ):
        results.table.setFocus()
        total.want(query)
        person.wait(lambda found=found: total.total == found)  # type: ignore[misc]
        if place is tree:
            tree.setFocus()
        assert place is person.focus() or place.isAncestorOf(person.focus())
        person.press(Qt.Key.Key_Escape)
        assert results.box.text() == ""
        person.wait(lambda: total.total == 12)
    assert person.focus() is tree


def test_after_the_last_it_is_said_that_all_are_reviewed(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window, person = make_window(make_library(2)), Person(qtbot)
    results, selection = window.results, window.session.selection
    person.look_at(window)
    type_query(qtbot, window, "status:review")
    person.press(Qt.Key.Key_Down)
    for left in (1, 0):
        person.press(Qt.Key.Key_A)
        person.wait(lambda left=left: selection.total == left)  # type: ignore[misc]
    assert results.empty.isVisible()
    assert results.empty.text() == "All papers are reviewed. Press Escape to see all of them."
    person.press(Qt.Key.Key_Escape)
    person.wait(lambda: selection.total == 2)
    assert person.focus() is results.table


def test_keys_mean_something_from_the_beginning(qtbot: QtBot, window: MainWindow) -> None:
    person, session, box = Person(qtbot), window.session, window.results.box
    person.look_at(window)
    with qtbot.waitSignal(session.changed):
        person.press(Qt.Key.Key_A)
    assert session.history.undoText() == "Accept 1 paper"
    person.press(Qt.Key.Key_F, CTRL)
    with qtbot.waitSignal(session.changed):
        person.press(Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(session.changed):
        person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    person.type("ab")
    person.press(Qt.Key.Key_Z, CTRL)
    assert box.text() == ""
    person.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert box.text() == "ab"
    assert session.history.undoText() == "Accept 1 paper"


def test_undo_and_redo_by_keys_are_named(qtbot: QtBot, window: MainWindow) -> None:
    table, session = window.results.table, window.session
    table.setFocus()
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(table, Qt.Key.Key_A)
    undo = window.actions_by_id["edit.undo"]
    assert "Accept 1 paper" in undo.text()
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert Status.ACCEPTED not in statuses(session.path).values()
    assert "Accept 1 paper" in window.actions_by_id["edit.redo"].text()
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(window, Qt.Key.Key_Z, modifiers)
    assert Status.ACCEPTED in statuses(session.path).values()


def test_what_was_asked_before_takes_no_undo_back(qtbot: QtBot, window: MainWindow) -> None:
    table, session, history = window.results.table, window.session, window.session.history
    table.setFocus()
    with qtbot.waitSignal(session.changed):
        qtbot.keyClick(table, Qt.Key.Key_A)
    session.refresh()  # as when another program has written: it tells the steps before the undo
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    with qtbot.waitSignal(session.changed):
        pass
    assert history.redoText() == "Accept 1 paper"
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not session.is_turning)
    assert history.undoText() == "Accept 1 paper"
    assert Status.ACCEPTED in statuses(session.path).values()


def test_undo_goes_on_after_a_restart(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    path = make_library()
    window = make_window(path)
    window.results.table.setFocus()
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(window.results.table, Qt.Key.Key_A)
    window.close()
    again = make_window(path)
    assert "Accept 1 paper" in again.actions_by_id["edit.undo"].text()
    for _ in range(2):
        with qtbot.waitSignal(again.session.changed):
            qtbot.keyClick(again, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not titles(again))
    assert not again.session.history.canUndo()


def test_what_another_program_does_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    with open_library(window.session.path, now=lambda: NOW) as library:
        library.undo()
    qtbot.waitUntil(lambda: not titles(window), timeout=10_000)
    assert not window.session.history.canUndo()
    assert window.session.history.canRedo()


def test_letters_are_typed_in_the_search_box(qtbot: QtBot, window: MainWindow) -> None:
    type_query(qtbot, window, "a")
    assert window.results.box.text() == "a"
    assert Status.ACCEPTED not in statuses(window.session.path).values()


def test_a_click_on_a_header_sorts(qtbot: QtBot, window: MainWindow) -> None:
    header = window.results.table.horizontalHeader()
    x = header.sectionViewportPosition(int(Column.YEAR)) + 8
    before = titles(window)
    with qtbot.waitSignal(window.results.model.counted):
        qtbot.mouseClick(
            header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, header.height() // 2)
        )
    assert titles(window) == sorted(before, key=lambda title: int(title.split()[-1]))


def test_columns_and_the_order_are_chosen_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    header = window.results.table.horizontalHeader()

    def choose(*keys: Qt.Key) -> None:
        window.actions_by_id["view.columns"].trigger()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        for key in keys:
            qtbot.keyClick(QApplication.activePopupWidget(), key)
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)

    assert header.isSectionHidden(Column.CITEKEY)
    down, right, enter = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Return
    places = [column for column in Column if column is not Column.TITLE]
    choose(*(places.index(Column.CITEKEY) + 2) * [down], enter)
    assert not header.isSectionHidden(Column.CITEKEY)
    before = titles(window)
    for is_down in (False, True):
        with qtbot.waitSignal(window.results.model.counted):
            choose(down, right, down, down, enter)
        assert titles(window) == sorted(before, reverse=is_down)
    with qtbot.waitSignal(window.results.model.counted):
        choose(down, right, enter)
    assert titles(window) == before


def test_columns_in_which_there_is_nothing_give_way_to_the_title(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    bare = [Entry(title=f"A Shade for Lamp {n}", citekey=Citekey(f"bare{n}")) for n in range(200)]
    path = make_library(3, *bare)  # what was added last stands first
    window = make_window(path)
    table, selection = window.results.table, window.session.selection

    def widths() -> tuple[int, int]:
        return table.columnWidth(Column.AUTHORS), table.columnWidth(Column.VENUE)

    assert widths() == (50, 40)
    title = table.columnWidth(Column.TITLE)
    type_query(qtbot, window, "lamp")  # of the same
    assert widths() == (50, 40)
    type_query(qtbot, window, "warmth")  # of those that have all
    assert widths() == (130, 110)
    assert title - table.columnWidth(Column.TITLE) > 100
    type_query(qtbot, window, "shade")
    assert widths() == (130, 110), "nothing comes and goes as one types"
    qtbot.keyClick(window.results.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: selection.total == 203)
    assert widths() == (50, 40)

    header = table.horizontalHeader()
    edge = header.sectionViewportPosition(Column.AUTHORS) + 49
    start, end = (QPoint(edge + x, header.height() // 2) for x in (0, 40))
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(header.viewport(), left, pos=start)
    qtbot.mouseMove(header.viewport(), end)
    qtbot.mouseRelease(header.viewport(), left, pos=end)
    assert widths()[0] == 90
    window.results.show_query("shade")
    qtbot.waitUntil(lambda: selection.total == 200)
    assert widths()[0] == 90, "what a person has set stays"
    window.close()
    window = make_window(path)
    table = window.results.table
    window.resize(1360, 840)
    qtbot.waitUntil(lambda: widths() == (90, 40))
    window.resize(1024, 700)
    least = table.horizontalHeader().minimumSectionSize()
    qtbot.waitUntil(lambda: widths() == (50, least))  # where there is no room, as ever
    assert table.columnWidth(Column.YEAR) == least
    window.resize(1360, 840)
    qtbot.waitUntil(lambda: widths() == (90, 40))


def test_the_model_keeps_qts_rules(qtbot: QtBot, make_library: Callable[..., Path]) -> None:
    session = Session(make_library(450))
    model = ResultsModel(session)
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    with qtbot.waitSignal(model.counted):
        pass
    assert model.rowCount() == 450
    assert model.rowCount(model.index(0, 0)) == 0
    far = model.index(449, int(Column.TITLE))
    assert far.data() == "…"
    with qtbot.waitSignal(model.dataChanged):
        pass
    assert far.data() == "On the Warmth of Lamp 0"
    for query, rows in (("warmth glow1", 65), ("zeppelin", 0), ("", 450)):
        with qtbot.waitSignal(model.counted):
            model.ask(query)
        assert model.rowCount() == rows
    assert not model.index(450, 0).isValid()
    session.close()
    assert tester is not None
    model.deleteLater()


def test_links_and_states_are_painted_and_told(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    links = tuple(
        Link(
            url=f"https://lamp{n}.example/",
            raw_url="",
            span=Span(0, 0),
            kind=kind,
            state=state,
            promised=promised,
        )
        for n, (kind, state, promised) in enumerate(
            [
                (LinkKind.CODE, LinkState.DEAD, False),
                (LinkKind.PROJECT, LinkState.ALIVE, True),
                (LinkKind.VIDEO, LinkState.UNCHECKED, False),
            ]
        )
    )
    entry = Entry(title="灯 " * 100, links=links, status=Status.REJECTED, citekey=Citekey("cjk"))
    window = make_window(make_library(2, entry))
    model = window.results.model
    place = next(n for n in range(3) if "灯" in str(model.index(n, 1).data()))
    told = model.index(place, int(Column.LINKS)).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.splitlines()[0] == "code: https://lamp0.example/"
    assert model.index(place, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "rejected"
    for theme in (Theme.DARK, Theme.LIGHT):
        apply_theme(theme)
        assert not window.grab().isNull()


@pytest.mark.parametrize("backwards", [False, True])
def test_f6_goes_through_the_panes(qtbot: QtBot, window: MainWindow, backwards: bool) -> None:
    seen = set()
    modifier = Qt.KeyboardModifier.ShiftModifier if backwards else Qt.KeyboardModifier.NoModifier
    window.activateWindow()
    for _ in range(8):
        qtbot.keyClick(window, Qt.Key.Key_F6, modifier)
        focus = window.focusWidget()
        seen.add(focus.objectName() if focus else None)
    assert "search" in seen
