"""The window itself: what stands in its status bar, what its own actions mean."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QToolBar
from pytestqt.qtbot import QtBot

from refman_gui.views.intake import IntakeView
from refman_gui.window import MainWindow
from tests.gui.test_intake import LISTING

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_a_long_path_leaves_room_for_what_is_said(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path], tmp_path: Path
) -> None:
    folder = tmp_path.joinpath(*(f"a long way down number {n}" for n in range(9)))
    folder.mkdir(parents=True)
    path = make_library(1).rename(folder / "lamps.refman")
    window = make_window(path)
    window.resize(1024, 700)
    label = window.path_label
    assert label.text().endswith("/lamps.refman")
    assert label.width() < window.statusBar().width() / 2
    assert str(path) in label.toolTip().replace("\n", "")


def test_undo_in_the_toolbar_means_what_the_key_means_in_the_import(
    window: MainWindow, qtbot: QtBot
) -> None:
    view = window.parts["intake"]
    assert isinstance(view, IntakeView)
    (bar,) = window.findChildren(QToolBar, "tools")
    undo, redo = (
        bar.widgetForAction(window.actions_by_id[name]) for name in ("edit.undo", "edit.redo")
    )
    history = window.session.history
    before = history.index()
    qtbot.keyClick(window.results.table, KEY.Key_A)
    qtbot.waitUntil(lambda: history.index() == before + 1)
    qtbot.keyClick(window, KEY.Key_2, CTRL)
    QGuiApplication.clipboard().setText(LISTING)
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_V, CTRL)
    rows = view.desk.model.rowCount()
    qtbot.keyClick(view.desk.table, KEY.Key_J)
    assert view.desk.model.rowCount() == rows - 1
    assert window.actions_by_id["edit.undo"].text() == "&Undo"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert view.desk.model.rowCount() == rows
    qtbot.mouseClick(redo, Qt.MouseButton.LeftButton)
    assert view.desk.model.rowCount() == rows - 1
    assert history.index() == before + 1, "the library's steps stay"
    qtbot.keyClick(window, KEY.Key_1, CTRL)
    assert window.actions_by_id["edit.undo"].text() != "&Undo"
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: history.index() == before)
