"""No two actions have a key that may be heard by both, whoever sets it; the sheet tells why."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refman.places import settings_file, user_settings
from refman.preferences import set_values
from refman_gui.actions import ACTIONS
from refman_gui.fixed_keys import FIXED_KEYS
from refman_gui.keys import KeyFault, heard_keys, sound_key
from refman_gui.views.shortcuts import ShortcutsView
from refman_gui.window import MainWindow

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton
IDS = [row.id for row in ACTIONS]
TAKEN = "{} is taken by “{}”; choose other keys, or take them from it."


@pytest.mark.parametrize(
    ("key", "sound"),
    [
        ("ctrl+j", "Ctrl+J"),
        ("table:Ctrl+J", "table:Ctrl+J"),
        ("F9", "F9"),
        ("Shift+F9", "Shift+F9"),
        ("Ctrl+Num+1", "Ctrl+1"),
        ("Alt+Left", "Alt+Left"),
        ("A", "table:A"),
        ("Shift+Ä", "table:Shift+Ä"),
        ("Space", "table:Space"),
        ("Delete", "table:Del"),
        ("Return", "table:Return"),
        ("", KeyFault.NONE),
        ("Foo", KeyFault.NONE),
        ("Shift", KeyFault.NONE),
        ("+", "table:+"),
        ("Ctrl++", "Ctrl++"),
        ("Alt+-", KeyFault.MENU),
        ("Ctrl+K, Ctrl+X", KeyFault.NONE),
        ("Esc", KeyFault.MOVING),
        ("table:Shift+Home", KeyFault.MOVING),
        ("Alt+F", KeyFault.MENU),
        ("Num+3", KeyFault.CANDIDATE),
        ("table:1", KeyFault.CANDIDATE),
    ],
)
def test_what_is_typed_is_heard_in_the_table_only(key: str, sound: str | KeyFault) -> None:
    assert sound_key(key) == sound


@pytest.mark.parametrize(
    ("wanted", "heard"),
    [
        ({}, {"a": ("Ctrl+A", "table:A"), "b": ("F2",), "c": ()}),
        ({"c": ["F2"]}, {"a": ("Ctrl+A", "table:A"), "b": (), "c": ("F2",)}),
        ({"c": ["A", "table:a"]}, {"a": ("Ctrl+A",), "b": ("F2",), "c": ("table:A",)}),
        ({"b": ["F5"], "c": ["table:F5"]}, {"a": ("Ctrl+A", "table:A"), "b": ("F5",), "c": ()}),
        ({"a": ["Foo", "1"], "gone": ["F2"]}, {"a": (), "b": ("F2",), "c": ()}),
    ],
)
def test_each_key_is_heard_by_one(
    wanted: dict[str, list[str]], heard: dict[str, tuple[str, ...]]
) -> None:
    assert heard_keys({"a": ("Ctrl+A", "table:A"), "b": ("F2",), "c": ()}, wanted) == heard


def test_the_keys_of_the_table_of_actions_are_all_heard() -> None:
    defaults = {row.id: row.keys for row in ACTIONS}
    counts = {id_: len(keys) for id_, keys in heard_keys(defaults, {}).items()}
    assert counts == {id_: len(keys) for id_, keys in defaults.items()}


def opened(qtbot: QtBot, window: MainWindow) -> ShortcutsView:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.parts["shortcuts"]
    assert isinstance(sheet, ShortcutsView)
    qtbot.waitUntil(sheet.isVisible)
    return sheet


def shown(sheet: ShortcutsView, row: int) -> str:
    item = sheet.table.item(row, 1)
    assert item is not None
    return item.text()


def test_a_key_that_another_action_has_is_told_and_not_set(
    qtbot: QtBot, window: MainWindow
) -> None:
    sheet = opened(qtbot, window)
    nothing = Qt.KeyboardModifier.NoModifier

    def give(id_: str, key: Qt.Key, modifiers: Qt.KeyboardModifier = nothing) -> str:
        sheet.table.selectRow(IDS.index(id_))
        qtbot.keyClick(sheet.editor, key, modifiers)
        qtbot.mouseClick(sheet.set_button, LEFT)
        return sheet.note.text()

    # A letter is one of the table, where another has it.
    assert give("paper.lookup", Qt.Key.Key_A) == TAKEN.format("A (in the table)", "Accept")
    assert give("paper.lookup", Qt.Key.Key_1).startswith("1 takes one of the candidates")
    assert give("paper.lookup", Qt.Key.Key_F, ALT).startswith("Alt+F opens menus")
    assert not settings_file().exists()
    assert give("file.quit", Qt.Key.Key_S).startswith("S is heard in the table only")
    assert user_settings().window.keys == {"file.quit": ("table:S", "Ctrl+Q")}
    assert window.actions_by_id["file.quit"].shortcut().toString() == "Ctrl+Q"
    # What it was is somebody else's by now.
    assert not give("paper.lookup", Qt.Key.Key_J, CONTROL)
    assert not give("paper.links", Qt.Key.Key_L, CONTROL)
    sheet.table.selectRow(IDS.index("paper.lookup"))
    qtbot.mouseClick(sheet.default_button, LEFT)
    assert sheet.note.text() == TAKEN.format("Ctrl+L", "Check links")
    assert window.actions_by_id["paper.lookup"].shortcut().toString() == "Ctrl+J"
    sheet.table.selectRow(IDS.index("paper.links"))
    qtbot.mouseClick(sheet.none_button, LEFT)
    sheet.table.selectRow(IDS.index("paper.lookup"))
    qtbot.mouseClick(sheet.default_button, LEFT)
    assert not sheet.note.text()
    assert window.actions_by_id["paper.lookup"].shortcut().toString() == "Ctrl+L"
    assert "paper.lookup" not in user_settings().window.keys
    sheet.close()


def test_what_a_file_says_of_keys_is_set_as_far_as_each_has_its_own(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    keys = {
        "view.history": ("F9",),
        "view.jobs": ("F9", "Foo", "A"),
        "paper.reject": ("table:R", "R"),
    }
    set_values(settings_file(), {"window.keys": keys})
    window = make_window(make_library())
    window.results.table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F9)  # a key of two would do nothing, and warn
    assert window.docks["history"].isVisible()
    window.results.table.setFocus()
    qtbot.keyClick(window.results.table, Qt.Key.Key_A)  # of whom a person wants it
    assert window.docks["jobs"].isVisible()
    sheet = opened(qtbot, window)
    row = IDS.index("paper.accept")
    assert shown(sheet, row) == "Ctrl+Return, Space (in the table)"
    told = "Not used, for they are no keys or those of another action: F9 (Jobs), Foo (Jobs)"
    assert sheet.note.text() == told
    # What nobody else wants any more is its own again.
    sheet.table.selectRow(IDS.index("view.jobs"))
    qtbot.mouseClick(sheet.none_button, LEFT)
    assert shown(sheet, row) == "Ctrl+Return, A (in the table), Space (in the table)"
    sheet.close()


@pytest.fixture
def large_font(qapp: QApplication) -> Iterator[None]:
    before = qapp.font()
    large = QFont(before)
    large.setPointSize(16)
    qapp.setFont(large)
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("large_font")
def test_the_names_of_the_actions_are_whole_in_a_large_font(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1024, 700)
    sheet = opened(qtbot, window)
    for width in (sheet.width(), 560):
        sheet.resize(width, 520)
        metrics = QFontMetrics(sheet.table.font())
        room = sheet.table.columnWidth(0)
        assert room > sheet.table.columnWidth(1)
        for row in (*range(len(ACTIONS)), len(ACTIONS) + len(FIXED_KEYS) - 1):
            item = sheet.table.item(row, 0)
            assert item is not None
            rect = sheet.table.visualItemRect(item)
            flags = int(Qt.TextFlag.TextWordWrap)
            inside = rect.adjusted(30 if not item.icon().isNull() else 6, 0, -6, 0)
            needed = metrics.boundingRect(inside, flags, item.text())
            assert needed.width() <= inside.width(), item.text()
            assert needed.height() <= rect.height(), item.text()
    sheet.close()
