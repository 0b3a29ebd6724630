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
from tests.gui.person import ALT, CTRL, SHIFT


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
