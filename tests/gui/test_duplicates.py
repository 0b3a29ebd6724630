"""Duplicates found, compared, merged, told apart and brought back, by keys and the mouse."""

import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from refman.duplicates.verdicts import Relation
from refman.editing import binned, edited, read_assignment
from refman.library import open_library
from refman.model import Arxiv, Citekey, Doi, Entry, Identifiers, ItemType, Keep, KeptKind, Keyword
from refman_gui.item_models.duplicates import Group
from refman_gui.views.duplicates import DuplicatesView
from refman_gui.views.jobs import JobsView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp
from tests.gui.watchdog import LONGEST_GAP_S, Watchdog

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


def other(number: int, key: str, **fields: object) -> Entry:
    return msgspec.structs.replace(lamp(number), citekey=Citekey(key), **fields)


PRINTED = other(
    1,
    "printed",
    volume="7",
    identifiers=Identifiers(doi=Doi("10.5555/lamp1")),
    keywords=(Keyword("oil"),),
)
PREPRINT = other(
    1,
    "preprint",
    type=ItemType.ARTICLE,
    container_title=None,
    identifiers=Identifiers(arxiv=Arxiv("2101.01234")),
    abstract="Of lamp 1 and its warmth, at length.",
    keywords=(Keyword("wick"),),
)
TWIN = other(2, "twin", note="read")


@pytest.fixture
def view(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> DuplicatesView:
    """The view after a search among twelve lamps, of which two are there several times."""
    window = make_window(make_library(12, PRINTED, PREPRINT, TWIN))
    return find(qtbot, window)


def view_of(window: MainWindow) -> DuplicatesView:
    view = window.parts["duplicates"]
    assert isinstance(view, DuplicatesView)
    return view


def window_of(view: DuplicatesView) -> MainWindow:
    window = view.window()
    assert isinstance(window, MainWindow)
    return window


def find(qtbot: QtBot, window: MainWindow) -> DuplicatesView:
    view = view_of(window)
    qtbot.keyClick(window, KEY.Key_3, CONTROL)
    qtbot.waitUntil(view.isVisible)
    qtbot.mouseClick(view.find_button, LEFT)
    qtbot.waitUntil(lambda: "looked at" in view.said.text(), timeout=30_000)
    view.groups.setFocus()
    return view


def heads(view: DuplicatesView) -> list[str]:
    model = view.pane.model
    across = Qt.Orientation.Horizontal
    texts = (str(model.headerData(column, across)) for column in range(model.columnCount()))
    return [text.partition("\n")[0] for text in texts]


def fields(view: DuplicatesView) -> list[str]:
    model = view.pane.model
    return [str(model.headerData(row, Qt.Orientation.Vertical)) for row in range(model.rowCount())]


def cell(view: DuplicatesView, field: str, column: int) -> str:
    row = next(row for row, text in enumerate(fields(view)) if text[2:] == field)
    return str(view.pane.model.index(row, column).data())


def go(view: DuplicatesView, field: str, column: int) -> None:
    row = next(row for row, text in enumerate(fields(view)) if text[2:] == field)
    view.pane.table.setFocus()
    view.pane.table.setCurrentIndex(view.pane.model.index(row, column))


def left(window: MainWindow) -> dict[str, Entry]:
    with open_library(window.session.path, now=lambda: NOW, read_only=True) as library:
        return {str(one.entry.citekey): one.entry for one in library.all()}


def relations(view: DuplicatesView) -> list[Relation | None]:
    return [group.relation for group in view.model.shown()]


def current(view: DuplicatesView) -> Group:
    assert view.group is not None
    return view.group


def test_groups_are_listed_the_surest_first_and_compared(
    qtbot: QtBot, view: DuplicatesView
) -> None:
    assert relations(view) == [Relation.SAME, Relation.VERSIONS]
    assert re.fullmatch(r"2 group\S+, 15 paper\S+ looked at", view.said.text())
    assert heads(view) == ["lamp2", "twin (stays)", "Merged"]
    assert "≠ Type" not in fields(view)
    assert "+ Remark" in fields(view)
    qtbot.keyClick(view.groups, KEY.Key_Down)
    assert heads(view) == ["lamp1", "printed (stays)", "preprint", "Merged"]
    assert fields(view)[:2] == ["≠ Type", "≠ Abstract"]
    assert "titles are equal" in view.pane.why.text()
    qtbot.mouseClick(view.pane.only, LEFT)
    assert not [text for text in fields(view) if text.startswith("=")]
    assert "duplicate-abstract" in view.pane.beside.text()
    qtbot.mouseClick(view.pane.skip_button, LEFT)
    assert view.groups.currentIndex().row() == 1  # there is none behind it
    qtbot.keyClick(view.groups, KEY.Key_Up)
    qtbot.keyClick(view.groups, KEY.Key_S)
    assert view.groups.currentIndex().row() == 1
    qtbot.mouseClick(view.all_button, LEFT)
    for widget in view.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            told = QAccessible.queryAccessibleInterface(widget)
            assert told.text(QAccessible.Text.Name), widget


def test_a_group_is_merged_by_m_the_next_is_shown_and_undo_brings_it_back(
    qtbot: QtBot, view: DuplicatesView
) -> None:
    window = window_of(view)
    before = left(window)
    qtbot.keyClick(view.groups, KEY.Key_M)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Merge 2 papers")
    assert current(view).relation is Relation.VERSIONS
    assert "lamp2" not in left(window)
    assert left(window)["twin"].note == "read"
    qtbot.mouseClick(view.pane.merge_button, LEFT)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Merge 3 papers")
    merged = left(window)["printed"]
    assert merged.identifiers.arxiv is not None
    assert set(merged.extra["ids"].split(",")) == {"lamp1", "preprint"}
    assert view.model.rowCount() == 0
    assert view.empty.isVisible()
    for count in (1, 2):
        qtbot.keyClick(window, KEY.Key_Z, CONTROL)
        qtbot.waitUntil(lambda count=count: view.model.rowCount() == count)
    assert left(window) == before
    assert relations(view) == [Relation.SAME, Relation.VERSIONS]


def test_another_paper_stays_and_other_values_are_taken(qtbot: QtBot, view: DuplicatesView) -> None:
    window = window_of(view)
    qtbot.keyClick(view.groups, KEY.Key_Down)
    go(view, "Abstract", 2)
    qtbot.keyClick(view.pane.table, KEY.Key_Space)
    assert cell(view, "Abstract", 3) == PREPRINT.abstract
    qtbot.keyClick(view.pane.table, KEY.Key_Space)  # and not, after all
    assert cell(view, "Abstract", 3) == PRINTED.abstract
    qtbot.keyClick(view.pane.table, KEY.Key_Space)
    qtbot.keyClick(view.pane.table, KEY.Key_K)
    assert heads(view)[2] == "preprint (stays)"
    bar = view.pane.table.horizontalHeader()
    place = bar.rect().center()
    for column in (0, 2):
        place.setX(bar.sectionViewportPosition(column) + bar.sectionSize(column) // 2)
        qtbot.mouseClick(bar.viewport(), LEFT, pos=place)
        assert heads(view)[column].endswith("(stays)")
    go(view, "Type", 3)
    qtbot.keyClick(view.pane.table, KEY.Key_Space)  # a type is no list: not all can be taken
    assert cell(view, "Type", 3) == "Preprint"
    go(view, "Tags", 1)
    qtbot.keyClick(view.pane.table, KEY.Key_Space)
    go(view, "Tags", 3)
    qtbot.keyClick(view.pane.table, KEY.Key_Space)
    assert cell(view, "Tags", 3) == "oil; wick"
    table = view.pane.table
    cell_of_type = table.visualRect(view.pane.model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), LEFT, pos=cell_of_type)
    assert cell(view, "Type", 3) == "Journal article"
    go(view, "Type", 0)
    qtbot.keyClick(table, KEY.Key_M)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Merge 3 papers")
    merged = left(window)["preprint"]
    assert merged.abstract == PREPRINT.abstract
    assert merged.type is ItemType.ARTICLE_JOURNAL
    assert merged.volume == "7"
    assert merged.provenance["abstract"].source == "user"


def test_a_paper_that_is_left_out_stays_where_it_is(qtbot: QtBot, view: DuplicatesView) -> None:
    window = window_of(view)
    qtbot.keyClick(view.groups, KEY.Key_Down)
    go(view, "Abstract", 2)
    qtbot.keyClick(view.pane.table, KEY.Key_X)
    assert heads(view)[2] == "preprint (left out)"
    qtbot.keyClick(view.pane.table, KEY.Key_Space)
    assert cell(view, "Abstract", 3) == PRINTED.abstract
    qtbot.keyClick(view.pane.table, KEY.Key_M)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Merge 2 papers")
    assert {"printed", "preprint"} <= left(window).keys()
    assert "lamp1" not in left(window)
    assert view.model.rowCount() == 2  # what is left of the group is another one


def test_what_are_no_duplicates_is_not_found_again(qtbot: QtBot, view: DuplicatesView) -> None:
    window = window_of(view)
    qtbot.keyClick(view.groups, KEY.Key_N)
    said = "Say that 2 papers are no duplicates"
    qtbot.waitUntil(lambda: window.session.history.undoText() == said)
    qtbot.waitUntil(lambda: relations(view) == [Relation.VERSIONS])
    qtbot.keyClick(window, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    qtbot.keyClick(window, KEY.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert window.session.reader is not None
    assert len(window.session.reader.kept(KeptKind.NOT_DUPLICATES)) == 1
    find(qtbot, window)
    assert relations(view) == [Relation.VERSIONS]


def test_all_that_are_exact_are_merged_after_a_question(qtbot: QtBot, view: DuplicatesView) -> None:
    window = window_of(view)
    before = left(window)
    qtbot.mouseClick(view.all_button, LEFT)
    assert view.question.text.text().startswith("3 paper")
    qtbot.mouseClick(view.question.no_button, LEFT)
    assert not view.question.isVisible()
    qtbot.waitUntil(view.groups.hasFocus)
    qtbot.mouseClick(view.all_button, LEFT)
    qtbot.keyClick(view.question.yes_button, KEY.Key_Escape)
    assert not view.question.isVisible()
    qtbot.mouseClick(view.all_button, LEFT)
    qtbot.mouseClick(view.question.yes_button, LEFT)
    said = "Merge 3 papers into 2 others"
    qtbot.waitUntil(lambda: window.session.history.undoText() == said, timeout=30_000)
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    assert len(left(window)) == 12
    qtbot.keyClick(window, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    assert left(window) == before


def test_a_paper_that_goes_elsewhere_leaves_its_group(qtbot: QtBot, view: DuplicatesView) -> None:
    session = window_of(view).session
    assert session.reader is not None
    twin, preprint = (session.reader.find_key(key) for key in ("twin", "preprint"))
    assert twin is not None
    assert preprint is not None
    session.edit(binned([twin, preprint], now=NOW))
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    assert heads(view)[:2] == ["lamp1", "printed (stays)"]
    assert len(current(view).here) == 2


def test_what_was_changed_is_shown_as_it_is(qtbot: QtBot, view: DuplicatesView) -> None:
    session = window_of(view).session
    assert session.reader is not None
    twin = session.reader.find_key("twin")
    word = read_assignment("note=read twice")
    assert twin is not None
    assert word is not None
    session.edit_with(lambda library: edited(library, [twin], [word], now=NOW))
    qtbot.waitUntil(lambda: cell(view, "Remark", 1) == "read twice")


def test_what_another_program_changed_meanwhile_is_not_merged_blindly(
    qtbot: QtBot, view: DuplicatesView
) -> None:
    window = window_of(view)
    with open_library(window.session.path, now=lambda: datetime.now(UTC)) as library:
        twin = library.find_key("twin")
        word = read_assignment("note=by another program")
        assert twin is not None
        assert word is not None
        step = edited(library, [twin], [word], now=NOW)
        library.apply(step.name, step.changes)
    qtbot.keyClick(view.groups, KEY.Key_M)
    qtbot.waitUntil(lambda: "changed meanwhile" in view.said.text())
    assert current(view).relation is Relation.SAME
    assert cell(view, "Remark", 1) == "by another program"
    assert "lamp2" in left(window)


def test_papers_that_are_chosen_in_the_table_are_compared(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library())
    view = view_of(window)
    table = window.results.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Home, CONTROL)
    for _ in range(2):
        qtbot.keyClick(table, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(window.session.selection.ids) == 3
    with qtbot.waitSignal(view.wanted):
        qtbot.keyClick(window, KEY.Key_M, CONTROL)
    assert relations(view) == [None]
    assert len(heads(view)) == 4
    assert view.pane.why.text().startswith("chosen by you")
    with qtbot.waitSignal(view.wanted):
        qtbot.keyClick(window, KEY.Key_M, CONTROL)
    assert view.model.rowCount() == 1
    qtbot.keyClick(window, KEY.Key_3, CONTROL)
    view.groups.setFocus()
    qtbot.keyClick(view.groups, KEY.Key_M)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Merge 3 papers")
    assert len(left(window)) == 10


def test_only_what_is_shown_is_searched(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(12, TWIN, PRINTED))
    window.session.selection.want("author:Glow2")
    view = view_of(window)
    qtbot.keyClick(window, KEY.Key_3, CONTROL)
    qtbot.mouseClick(view.shown_button, LEFT)
    qtbot.waitUntil(lambda: "looked at" in view.said.text(), timeout=30_000)
    assert relations(view) == [Relation.SAME]
    assert "3 paper" in view.said.text()


def test_a_search_that_fails_says_why_and_is_tried_again(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    path = make_library(3, TWIN)
    with open_library(path, now=lambda: datetime.now(UTC)) as library:
        spoilt = Keep(kind=KeptKind.NOT_DUPLICATES, name="no pair", after="x")
        library.apply("Spoil", [spoilt])
    window = make_window(path)
    view = view_of(window)
    qtbot.keyClick(window, KEY.Key_3, CONTROL)
    qtbot.mouseClick(view.find_button, LEFT)
    qtbot.waitUntil(lambda: "what was said of duplicates" in view.said.text(), timeout=30_000)
    assert view.empty.isVisible()
    assert view.empty.text() == view.said.text()
    qtbot.keyClick(window, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.session.history.redoText() == "Spoil")
    qtbot.keyClick(window, KEY.Key_6, CONTROL)
    dock = window.parts["jobs"]
    assert isinstance(dock, JobsView)
    qtbot.waitUntil(lambda: dock.again_button.isVisible() and dock.again_button.isEnabled())
    QApplication.processEvents()
    qtbot.mouseClick(dock.again_button, LEFT)
    qtbot.waitUntil(lambda: relations(view) == [Relation.SAME], timeout=30_000)


def test_where_there_is_none_it_says_so(qtbot: QtBot, window: MainWindow) -> None:
    view = find(qtbot, window)
    assert view.empty.isVisible()
    assert re.fullmatch(r"None of 12 paper\S+ is there twice.", view.empty.text())
    assert not view.all_button.isEnabled()


@pytest.mark.slow
def test_a_search_among_thousands_never_holds_the_window_up(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(
        make_library(4_500, *(other(number, f"again{number}") for number in range(500)))
    )
    view = view_of(window)
    qtbot.keyClick(window, KEY.Key_3, CONTROL)
    qtbot.wait(500)  # what a window does when it comes up is not what is measured
    watchdog = Watchdog(window)
    qtbot.mouseClick(view.find_button, LEFT)
    qtbot.waitUntil(lambda: "looked at" in view.said.text(), timeout=300_000)
    assert view.model.rowCount() == 500
    qtbot.mouseClick(view.all_button, LEFT)
    qtbot.mouseClick(view.question.yes_button, LEFT)
    qtbot.waitUntil(lambda: view.model.rowCount() == 0, timeout=300_000)
    qtbot.keyClick(window, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: view.model.rowCount() == 500, timeout=300_000)
    gap, work = watchdog.longest()
    print(f"longest gap {gap * 1000:.0f} ms, longest work {work * 1000:.0f} ms")
    assert len(watchdog.gaps) > 100
    assert work < LONGEST_GAP_S
