"""The queue's shelf of duplicates, and what stands where there is nothing yet, by keys."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QUndoView
from pytestqt.qtbot import QtBot

from refman.errors import DamagedLibraryError
from refman.library import open_library
from refman.model import Citekey
from refman.progress import SILENT, CancelToken
from refman_gui.rows import Column
from refman_gui.tasks import duplicates
from refman_gui.tasks.duplicates import Came
from refman_gui.views.checks import ChecksView
from refman_gui.views.duplicates import DuplicatesView
from refman_gui.views.queue import QueueView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp

KEY, ROLE = Qt.Key, Qt.ItemDataRole
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier
TWIN, OTHER = (msgspec.structs.replace(lamp(2), citekey=Citekey(key)) for key in ("twin", "other"))


@pytest.fixture(autouse=True)
def _short_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refman_gui.views.queue._REST_MS", 20)


def queue_of(window: MainWindow) -> QueueView:
    queue = window.parts["queue"]
    assert isinstance(queue, QueueView)
    return queue


def duplicates_of(window: MainWindow) -> DuplicatesView:
    view = window.parts["duplicates"]
    assert isinstance(view, DuplicatesView)
    return view


def shelf(queue: QueueView) -> tuple[str, str]:
    """Return the count of the shelf, and its tip."""
    index = queue.model.find("shelf has:duplicate")
    return str(index.siblingAtColumn(1).data()), str(index.data(ROLE.ToolTipRole))


def title(window: MainWindow, row: int) -> QModelIndex:
    return window.results.model.index(row, int(Column.TITLE))


def test_what_was_found_is_shown_until_it_is_settled(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(4, TWIN, OTHER))
    queue, view = queue_of(window), duplicates_of(window)
    QAbstractItemModelTester(
        queue.model, QAbstractItemModelTester.FailureReportingMode.Fatal, queue
    )
    qtbot.waitUntil(lambda: queue.reviewed.text() != "")
    assert shelf(queue)[0] == ""
    assert "Not looked for among all papers yet: Ctrl+Shift+D" in shelf(queue)[1]
    assert view.empty.text().startswith("Not looked for yet: Ctrl+Shift+D")

    qtbot.keyClick(window, KEY.Key_D, CTRL_SHIFT)
    qtbot.waitUntil(lambda: "looked at" in view.said.text(), timeout=30_000)
    qtbot.waitUntil(lambda: shelf(queue)[0] == "3", timeout=10_000)
    assert "Looked for among all papers on 2" in shelf(queue)[1]
    qtbot.keyClick(window, KEY.Key_1, CTRL)
    queue.tree.setFocus()
    queue.tree.setCurrentIndex(queue.model.find("shelf has:duplicate"))
    qtbot.keyClick(queue.tree, KEY.Key_Return)
    assert window.results.box.text() == "has:duplicate"
    qtbot.waitUntil(lambda: window.results.model.rowCount() == 3)
    assert "is shown" in queue.model.find("shelf has:duplicate").data(ROLE.AccessibleTextRole)
    assert title(window, 0).data(ROLE.DecorationRole) is not None
    assert "may be there twice" in title(window, 0).data(ROLE.AccessibleTextRole)

    table = window.results.table
    table.setFocus()
    for count in ("2", "0"):  # the second leaves one alone
        qtbot.keyClick(table, KEY.Key_Delete)
        qtbot.waitUntil(lambda count=count: shelf(queue)[0] == count, timeout=10_000)
    assert window.results.empty.text().startswith("None is left of the duplicates")
    qtbot.keyClick(window.results.box, KEY.Key_Escape)
    qtbot.waitUntil(lambda: window.results.model.rowCount() == 4)
    assert title(window, 0).data(ROLE.DecorationRole) is None
    qtbot.keyClick(window, KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: shelf(queue)[0] == "2", timeout=10_000)

    qtbot.keyClick(window, KEY.Key_3, CTRL)
    view.groups.setFocus()
    qtbot.keyClick(view.groups, KEY.Key_N)
    qtbot.waitUntil(lambda: shelf(queue)[0] == "0", timeout=10_000)
    window.close()

    view = duplicates_of(make_window(window.session.path))
    qtbot.waitUntil(lambda: view.empty.text().startswith("Last looked for on 2"))


class Reports:
    """What a task tells, heard by nobody but the test."""

    def __init__(self) -> None:
        self.progress, self.cancel = SILENT, CancelToken()
        self.came: list[Came] = []

    def send(self, came: object) -> None:
        assert isinstance(came, Came)
        self.came.append(came)

    def say(self, text: str) -> None:
        pass


def test_what_cannot_be_kept_is_shown_all_the_same(
    make_library: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, reports = make_library(4, TWIN), Reports()
    monkeypatch.setattr(duplicates, "_WAITED_TO_KEEP_S", 0.0)
    with open_library(path, now=lambda: NOW) as library, library.transaction():
        result = duplicates.run(duplicates.Request(library=str(path)), reports)
    assert [len(group.ids) for came in reports.came for group in came.groups] == [2]
    assert "another program" in result.not_kept
    result = duplicates.run(duplicates.Request(library=str(path), query="warmth"), reports)
    assert (result.papers, result.not_kept) == (5, "")
    with open_library(path, now=lambda: NOW) as library:
        assert library.count("has:duplicate") == 2
        assert library.duplicates_found_at() is None  # not all were asked for


def test_where_there_is_nothing_yet_it_is_told_what_to_do(
    qtbot: QtBot,
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = make_window(make_library(0))
    queue, view, checks = queue_of(window), duplicates_of(window), window.parts["checks"]
    assert isinstance(checks, ChecksView)
    for label in (view.empty, checks.empty):
        assert label.text().startswith("There is no paper here yet: Ctrl+V")
    steps = window.docks["history"].widget()
    assert isinstance(steps, QUndoView)
    assert steps.emptyLabel().startswith("Nothing was done yet")
    qtbot.waitUntil(lambda: queue.model.find("hint collections").isValid())
    hint = queue.model.find("hint collections")
    assert hint.siblingAtColumn(1).data() == ""
    assert hint.data(ROLE.AccessibleTextRole).endswith("Enter here makes one.")
    queue.tree.setFocus()
    queue.tree.setCurrentIndex(hint)
    qtbot.keyClick(queue.tree, KEY.Key_Return)
    qtbot.keyClicks(queue.name_line.edit, "Lamps")
    qtbot.keyClick(queue.name_line.edit, KEY.Key_Return)
    qtbot.waitUntil(lambda: queue.model.find("collection lamps").isValid())
    assert not queue.model.find("hint collections").isValid()
    assert steps.emptyLabel() == "(the beginning)"
    place = queue.tree.visualRect(queue.model.find("hint searches")).center()
    with qtbot.waitSignal(window.session.said):  # there is no search to be kept
        qtbot.mouseClick(queue.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    queue.tree.setCurrentIndex(queue.model.find("hint tags"))
    qtbot.keyClick(queue.tree, KEY.Key_Return)
    assert not queue.name_line.isVisible()

    def unread() -> None:
        raise DamagedLibraryError("it is damaged", library=str(window.session.path))

    monkeypatch.setattr(window.session.reader, "duplicates_found_at", unread)
    window.session.changed.emit(None)
    assert view.empty.text().startswith("There is no paper here yet: Ctrl+V")
    qtbot.keyClicks(window.results.box, "has:duplicate")
    qtbot.waitUntil(lambda: "were not looked for yet" in window.results.empty.text())
