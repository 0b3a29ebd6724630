"""Who cannot see the window, or has no mouse: all has a name and a role, Tab leads everywhere."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDockWidget,
    QKeySequenceEdit,
    QMenu,
    QTabBar,
    QTableView,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from refman.model import Entry, Link, LinkKind, Span
from refman_gui.item_models.entry_fields import FieldColumn
from refman_gui.item_models.segments import SegmentColumn
from refman_gui.rows import Column
from refman_gui.window import MainWindow
from tests.gui.person import CTRL, SHIFT, Person

KEY = Qt.Key
_MOST_TABS = 400
_NO_ROLE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)
LISTING = """On Chairs That Answer Back

We ask whether a chair that answers is sat on more often. In twenty kitchens it is not. The chair is
asked less with every week, and in the end it is only sat on. We give the plans of all chairs.
"""
LINKED = Entry(
    title="A Lamp with Links",
    abstract="It has links.",
    links=(
        Link(url="https://example.org/lamp", raw_url="example.org/lamp", span=Span(0, 0),
             kind=LinkKind.CODE, roles=(LinkKind.CODE,)),
    ),
)  # fmt: skip


@pytest.fixture
def window(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path], qtbot: QtBot
) -> MainWindow:
    """The window on some papers, the last with a link, and with an import."""
    window = make_window(make_library(12, LINKED))
    person = Person(qtbot)
    person.look_at(window)
    return window


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


def _path(widget: QWidget | None) -> str:
    """Where a widget stands, for a message."""
    names: list[str] = []
    while widget is not None:
        names.append(f"{type(widget).__name__}({widget.objectName()})")
        widget = widget.parentWidget()
    return " < ".join(names[:6])


def _interface(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None, _path(widget)
    return interface


def _takes_focus(widget: QWidget) -> bool:
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None


def faults(top: QWidget) -> list[str]:
    """What a screen reader could not tell of the widgets of a window that can be seen."""
    found: list[str] = []
    for widget in top.findChildren(QWidget):
        if not widget.isVisibleTo(top) or not _takes_focus(widget):
            continue
        interface = _interface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"no name: {_path(widget)}")
        # Qt gives that one no role of its own; the editor in it has one.
        if interface.role() in _NO_ROLE and not isinstance(widget, QKeySequenceEdit):
            found.append(f"no role: {_path(widget)}")
    return found


def _show_all(window: MainWindow, person: Person) -> Iterator[str]:
    """Show each part of the window after the other."""
    entry = window.parts["entry"]
    for at in range(entry.tabs.count()):  # type: ignore[attr-defined]
        person.click_tab(entry.tabs, at)  # type: ignore[attr-defined]
        yield f"page {entry.tabs.tabText(at)}"  # type: ignore[attr-defined]
    for at in range(1, window.tabs.count()):
        person.click_tab(window.tabs, at)
        yield f"tab {window.tabs.tabText(at)}"
    person.press(KEY.Key_1, CTRL)
    person.press(KEY.Key_5, CTRL)
    person.press(KEY.Key_6, CTRL)
    yield "docks"
    person.copy(LISTING)
    person.press(KEY.Key_V, CTRL)
    desk = window.parts["intake"].desk  # type: ignore[attr-defined]
    person.wait(desk.isVisible)
    person.wait(desk.buttons["add"].isEnabled)
    yield "an import"


def test_all_that_takes_the_focus_has_a_name_and_a_role(window: MainWindow, person: Person) -> None:
    found = {f"{shown}: {fault}" for shown in _show_all(window, person) for fault in faults(window)}
    assert not sorted(found)


def test_dialogs_have_names_and_roles_too(window: MainWindow, person: Person) -> None:
    found: set[str] = set()
    shown = 0
    for action in window.actions_by_id.values():
        if not action.text().rstrip().endswith("…") or not action.isEnabled():
            continue
        if action.objectName() in {"file.open", "file.open_folder"}:
            continue  # Qt's own
        action.trigger()
        QApplication.processEvents()
        for top in QApplication.topLevelWidgets():
            if top is window or not top.isVisible() or isinstance(top, QMenu):
                continue
            shown += 1
            assert top.windowTitle() or top.accessibleName(), _path(top)
            found |= {f"{action.objectName()}: {fault}" for fault in faults(top)}
            top.close()
        person.look_at(window)
    assert not sorted(found)
    assert shown >= 5


def _walk(person: Person, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> list[QWidget]:
    """All that has the focus in turn, until the first has it again."""
    seen = [person.focus()]
    for _ in range(_MOST_TABS):
        person.press(key, modifiers)
        now = person.focus()
        assert now is not seen[-1], f"{_path(now)} does not let go of the focus"
        if now is seen[0]:
            return seen
        assert now not in seen, f"a circle that leaves the first out: {_path(now)}"
        seen.append(now)
    pytest.fail(f"no way back: {_path(seen[-1])}")


def test_keys_of_the_parts_lead_to_what_takes_keys(window: MainWindow, person: Person) -> None:
    for number in (2, 1, 3, 1, 4, 1):
        person.press(KEY(KEY.Key_0.value + number), CTRL)
        assert person.focus().focusPolicy() & Qt.FocusPolicy.TabFocus, number
    assert person.focus() is window.results.table


def _by_tab(window: MainWindow) -> set[QWidget]:
    """All that Tab has to lead to."""
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisibleTo(window)
        and widget.isEnabled()
        and _takes_focus(widget)
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


def test_tab_goes_through_all_panes_and_comes_out_again(window: MainWindow, person: Person) -> None:
    for shown in _show_all(window, person):
        person.press(KEY.Key_F6)
        there = set(_walk(person, KEY.Key_Tab, Qt.KeyboardModifier.NoModifier))
        missing = {_path(widget) for widget in _by_tab(window) - there}
        assert not missing, shown
        assert set(_walk(person, KEY.Key_Backtab, SHIFT)) == there, shown


def test_f6_goes_round_the_panes(window: MainWindow, person: Person) -> None:
    person.press(KEY.Key_5, CTRL)
    person.press(KEY.Key_6, CTRL)
    panes = {"queue", "results", "entry"}

    def pane() -> str:
        widget: QWidget | None = person.focus()
        while widget is not None and widget.objectName() not in panes:
            if isinstance(widget, QDockWidget):
                return widget.objectName()
            if widget is window.results:
                return "results"
            widget = widget.parentWidget()
        return widget.objectName() if widget is not None else "none"

    seen = []
    for _ in range(8):
        person.press(KEY.Key_F6)
        seen.append(pane())
    assert set(seen) >= panes
    assert any("dock" in name for name in seen)
    assert "none" not in seen
    person.press(KEY.Key_F6, SHIFT)
    assert pane() == seen[-2]


def _cells(view: QAbstractItemView) -> Iterator[QModelIndex]:
    """The first cells of a view that say something by a picture alone."""
    model, root = view.model(), view.rootIndex()
    columns = [0]
    if isinstance(view, QTableView):
        every = range(model.columnCount(root))
        columns = [column for column in every if not view.isColumnHidden(column)]
    painted = {
        ("results", int(Column.STATE)),
        ("segments", int(SegmentColumn.STATE)),
        ("fields", int(FieldColumn.LOCK)),
    }
    for row in range(min(model.rowCount(root), 20)):
        for column in columns:
            index = model.index(row, column, root)
            has_picture = index.data(int(Qt.ItemDataRole.DecorationRole)) is not None
            if (view.objectName(), column) in painted or (has_picture and not index.data()):
                yield index


def test_what_is_only_painted_is_told_in_words(window: MainWindow, person: Person) -> None:
    silent: set[str] = set()
    told: set[str] = set()
    for shown in _show_all(window, person):
        for view in window.findChildren(QAbstractItemView):
            if view.model() is None or not view.isVisible():
                continue
            for index in _cells(view):
                says = index.data(int(Qt.ItemDataRole.AccessibleTextRole))
                place = f"{shown}: {view.objectName()}, column {index.column()}"
                (told if says else silent).add(place)
    assert not sorted(silent)
    assert {name.split(": ")[1].split(",")[0] for name in told} >= {"results", "segments", "fields"}


def test_links_are_told_in_words(window: MainWindow, person: Person) -> None:
    model = window.results.model
    assert model.row_at(0).chips  # type: ignore[union-attr]
    index = model.index(0, int(Column.LINKS))
    assert index.data(int(Qt.ItemDataRole.AccessibleTextRole)) == "code: https://example.org/lamp"


def test_bars_and_tabs_are_named(window: MainWindow) -> None:
    for bar in window.findChildren(QToolBar):
        assert _interface(bar).text(QAccessible.Text.Name), _path(bar)
    for bar in window.findChildren(QTabBar):
        interface = _interface(bar)
        assert interface.text(QAccessible.Text.Name) or not bar.count(), _path(bar)
        for place in range(bar.count()):
            tab = interface.child(place)
            assert tab is not None
            assert tab.text(QAccessible.Text.Name), f"{_path(bar)}, tab {place}"
