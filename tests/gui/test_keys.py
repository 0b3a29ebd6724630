"""Texts that name keys of actions: as they are, as they become, and none written out."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from refman_gui.actions import ACTIONS
from refman_gui.counting import DUPLICATES
from refman_gui.item_models.queue import ITEM_ROLE
from refman_gui.keys import show_with_keys, tell_keys, with_keys
from refman_gui.languages import install_language
from refman_gui.views.duplicates import DuplicatesView
from refman_gui.views.intake import IntakeView
from refman_gui.views.queue import QueueView
from refman_gui.views.shortcuts import ShortcutsView
from refman_gui.window import MainWindow
from tests.gui.test_translations import said_in_code

CONTROL = Qt.KeyboardModifier.ControlModifier
PLACE = re.compile(r"\{([a-z]+\.[a-z_]+)\}")
FIXED = {
    "Desk": {"Ctrl+Z", "Ctrl+Return"},
    "Offers": {"Ctrl+L"},
    "SourceView": {"Ctrl+Return"},
    "FieldsPage": {"F2"},
}
"""The keys that a part itself heeds, in its own texts, by the part."""


def written_out(text: str) -> set[str]:
    """The keys of actions that a text names as the table of actions has them."""
    keys = {key for row in ACTIONS for key in row.keys if re.search(r"\+|^F\d", key)}
    return {key for key in keys if re.search(rf"(?<![\w+]){re.escape(key)}(?![\w+])", text)}


def test_no_text_writes_the_key_of_an_action_out() -> None:
    said = list(said_in_code())
    found = {context: written_out(text) for context, text in said if written_out(text)}
    assert found == FIXED
    named = {id_ for _, text in said for id_ in PLACE.findall(text)}
    assert len(named) > 10
    assert named <= {row.id for row in ACTIONS}


def test_a_key_that_is_written_out_is_seen() -> None:
    assert written_out("paste it (Ctrl+V), Shift+F6.") == {"Ctrl+V", "Shift+F6"}
    assert not written_out("Ctrl+Shift+V, Ctrl+VV and F22 are of no action")


@pytest.fixture
def save(qapp: QApplication) -> QAction:
    action = QAction("&Save all…")
    action.setObjectName("test.save")
    action.setShortcut("Ctrl+S")
    tell_keys([action])
    return action


@pytest.mark.parametrize(
    ("text", "with_key", "without"),
    [
        ("Press {test.save}.", "Press Ctrl+S.", "Press “Save all”."),
        ("Save it ({test.save}); go", "Save it (Ctrl+S); go", "Save it; go"),
        ("{what} ({what}): {test.save}", "{x} ({x}): Ctrl+S", "{x} ({x}): “Save all”"),
        ("{no.such} ({one}) {", "{no.such} ({one}) {", "{no.such} ({one}) {"),
    ],
)
def test_places_are_filled(save: QAction, text: str, with_key: str, without: str) -> None:
    assert with_keys(text, what="{x}") == with_key
    save.setShortcuts([])
    tell_keys([save])
    assert with_keys(text, what="{x}") == without


def test_a_label_is_kept_right_until_it_says_something_else(qtbot: QtBot, save: QAction) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    show_with_keys(label, "{file}: first {test.save}", file="{test.save}")
    show_with_keys(label, "{file}: {test.save}", file="{test.save}")
    save.setShortcut("F9")
    tell_keys([save])
    assert label.text() == "{test.save}: F9"
    label.setText("Ctrl+S failed")
    save.setShortcut("F10")
    tell_keys([save])
    assert label.text() == "Ctrl+S failed"


@pytest.fixture(params=["en", "de"])
def language(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    install_language(qapp, request.param)
    yield request.param
    install_language(qapp, "en")


SAID = {
    "en": ("Not looked for yet: {} finds what is there twice.",
           "Not looked for among all papers yet: {} does it.", "None: {}", "Paste{}",
           "Nothing was done yet: each step is listed here, {} takes it back",
           ("Ctrl+Shift+D", "Ctrl+T", " (Ctrl+V)", "Ctrl+Z"),
           ("“Find duplicates”", "“Tag”", "", "“Undo”")),
    "de": ("Noch nicht gesucht: {} findet, was doppelt da ist.",
           "Noch nicht in allen Arbeiten gesucht: {} sucht sie.", "Keine: {}", "Einfügen{}",
           "Noch wurde nichts getan: jeder Schritt steht dann hier, {} nimmt ihn zurück",
           ("Strg+Umschalt+D", "Strg+T", " (Strg+V)", "Strg+Z"),
           ("„Dubletten suchen“", "„Verschlagworten“", "", "„Rückgängig“")),
}  # fmt: skip


def test_texts_follow_the_keys_that_a_person_sets(
    qtbot: QtBot,
    language: str,
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
) -> None:
    window = make_window(make_library())
    *texts, as_made, without = SAID[language]
    duplicates, intake, queue = (window.parts[name] for name in ("duplicates", "intake", "queue"))
    assert isinstance(duplicates, DuplicatesView)
    assert isinstance(intake, IntakeView)
    assert isinstance(queue, QueueView)

    def shown() -> list[str]:
        tip = queue.model.find(f"shelf {DUPLICATES}").data(ITEM_ROLE).tip
        hint = queue.model.find("hint tags").data(ITEM_ROLE).text
        paste = intake.empty.buttons["paste"].text()
        return [duplicates.empty.text(), tip, hint, paste, window._steps.view.emptyLabel()]

    def filled(search: str, tag: str, paste: str, undo: str) -> list[str]:
        keys = (search, search, tag, paste, undo)
        return [text.format(key) for text, key in zip(texts, keys, strict=True)]

    qtbot.waitUntil(lambda: queue.model.find("hint tags").isValid())
    window.session.history.clear()  # the lamps were added
    assert shown() == filled(*as_made)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.parts["shortcuts"]
    assert isinstance(sheet, ShortcutsView)
    ids = [row.id for row in ACTIONS]
    changed = ("tools.duplicates", "edit.tag", "file.paste", "edit.undo")
    for id_, key in zip(changed, range(Qt.Key.Key_F8, Qt.Key.Key_F12), strict=True):
        sheet.table.selectRow(ids.index(id_))
        qtbot.keyClick(sheet.editor, Qt.Key(key))
        qtbot.mouseClick(sheet.set_button, Qt.MouseButton.LeftButton)
    assert shown() == filled("F8", "F9", " (F10)", "F11")
    for id_ in changed:
        sheet.table.selectRow(ids.index(id_))
        qtbot.mouseClick(sheet.none_button, Qt.MouseButton.LeftButton)
    assert shown() == filled(*without)
    sheet.close()
