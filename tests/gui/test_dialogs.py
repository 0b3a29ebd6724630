"""Settings, keys, all actions: dialogs over the whole window, by keys and the mouse."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from refman.places import settings_file, user_settings
from refman.web.contacts import Contacts, contacts_file
from refman_gui.actions import ACTIONS
from refman_gui.fixed_keys import FIXED_KEYS
from refman_gui.theme import Theme, apply_theme, colours
from refman_gui.views.browse_button import BrowseButton
from refman_gui.views.palette import PaletteView
from refman_gui.views.settings import SettingsView
from refman_gui.views.shortcuts import ShortcutsView
from refman_gui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def open_settings(qtbot: QtBot, window: MainWindow) -> SettingsView:
    qtbot.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    dialog = window.parts["settings"]
    assert isinstance(dialog, SettingsView)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def press(qtbot: QtBot, dialog: SettingsView, which: QDialogButtonBox.StandardButton) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    qtbot.mouseClick(box.button(which), Qt.MouseButton.LeftButton)


def test_every_setting_has_a_field_and_saving_changes_only_what_was_changed(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = open_settings(qtbot, window)
    theme = dialog.fields["window.theme"].editor
    contact = dialog.fields["web.contact"].editor
    limit = dialog.fields["reading.limit_mb"].editor
    offline = dialog.fields["web.offline"].editor
    words = dialog.fields["export.protected_words"].editor
    assert isinstance(theme, QComboBox)
    assert isinstance(contact, QLineEdit)
    assert isinstance(limit, QSpinBox)
    assert isinstance(offline, QCheckBox)
    assert isinstance(words, QLineEdit)
    assert "sources.arxiv.key" in dialog.fields
    theme.setFocus()
    qtbot.keyClick(theme, Qt.Key.Key_Down)
    qtbot.keyClick(theme, Qt.Key.Key_Down)
    qtbot.keyClicks(contact, "ada@example.org")
    qtbot.keyClicks(words, "Bayes, Gauss")
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert not dialog.isVisible()
    settings = user_settings()
    assert settings.window.theme == "dark"
    assert settings.web.contact == "ada@example.org"
    assert settings.export.protected_words == ("Bayes", "Gauss")
    assert "limit_mb" not in settings_file().read_text()
    assert colours().is_dark, "the window looks so at once"
    apply_theme(Theme.LIGHT)


def test_a_wrong_value_is_told_and_nothing_is_saved(qtbot: QtBot, window: MainWindow) -> None:
    dialog = open_settings(qtbot, window)
    contact = dialog.fields["web.contact"].editor
    qtbot.keyClicks(contact, "nobody")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert dialog.isVisible()
    assert dialog.note.text() == "“Contact” takes an e-mail address, as ada@example.org."
    assert dialog.sections.currentItem().text() == "Web"
    assert contact.isVisible()
    assert contact.hasFocus()
    assert contact.visibleRegion().boundingRect() == contact.rect(), "it is scrolled to"
    assert not settings_file().exists()
    contact.clear()
    for name, typed, section, told in (
        ("sources.arxiv.base_url", "ftp://x", "arxiv",
         "“Base url” takes an address that begins with http:// or https://, without @, ? or #."),
        ("citekeys.pattern", "{nothing}", "Citekeys", "the citekey pattern knows no part {noth"),
        ("window.watched_folder", "/no/such/folder", "Window", "there is no folder /no/such/fold"),
        ("lookup.sources", "dblb", "Looking up", "“Sources” takes names of sources, of arxiv"),
    ):  # fmt: skip
        line = dialog.fields[name].editor
        assert isinstance(line, QLineEdit)
        before = line.text()
        line.clear()
        qtbot.keyClicks(line, typed)
        press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
        assert dialog.note.text().startswith(told)
        assert section in dialog.sections.currentItem().text()
        assert line.hasFocus()
        line.setText(before)
    assert not settings_file().exists()
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Cancel)
    assert not dialog.isVisible()


def test_a_folder_and_a_library_can_be_looked_for(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "incoming").mkdir()
    (tmp_path / "mine.refman").touch()
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('[window]\nlanguage = "de_AT"\n')
    dialog = open_settings(qtbot, window)
    language = dialog.fields["window.language"].editor
    assert isinstance(language, QComboBox)
    assert language.currentText() == "de_AT"
    for name, found in (("window.watched_folder", "incoming"), ("library.path", "mine.refman")):
        line = dialog.fields[name].editor
        assert isinstance(line, QLineEdit)
        page = line.parentWidget()
        assert page is not None
        button = page.findChild(BrowseButton)
        assert isinstance(button, BrowseButton)
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        asked = dialog.findChild(QFileDialog)
        assert isinstance(asked, QFileDialog)
        asked.selectFile(str(tmp_path / found))
        with qtbot.waitSignal(asked.destroyed):
            asked.accept()
        assert line.text() == str(tmp_path / found)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert user_settings().window.watched_folder == str(tmp_path / "incoming")
    assert user_settings().library.path == str(tmp_path / "mine.refman")
    assert user_settings().window.language == "de_AT"


def test_it_is_told_who_may_be_asked_and_what_holds_from_the_next_start(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFMAN_SOURCES__CROSSREF__BASE_URL", "https://mirror.example:8443/works")
    dialog = open_settings(qtbot, window)
    names = [dialog.sections.item(row).text() for row in range(dialog.sections.count())]
    assert dialog.pages.count() == len(names)
    qtbot.keyClick(dialog.sections, Qt.Key.Key_End)
    assert names[-1] == "Privacy"
    assert dialog.privacy is not None
    assert dialog.privacy.isVisible()
    hosts = dialog.privacy.hosts.toPlainText().splitlines()
    assert {"mirror.example:8443 — crossref", "huggingface.co — hf_papers, hugging_face"} < set(
        hosts
    )
    assert "127.0.0.1:23119 — Zotero on this computer" in hosts
    assert not any("api.crossref.org" in host for host in hosts)
    assert dialog.privacy.asked.toPlainText() == "Nobody was asked yet."
    assert not dialog.privacy.forget_button.isEnabled()
    before = window.font().pointSize()
    size, language = (
        dialog.fields[f"window.{name}"].editor for name in ("font_points", "language")
    )
    assert isinstance(size, QSpinBox)
    assert isinstance(language, QComboBox)
    texts = [language.itemText(row) for row in range(language.count())]
    assert texts == ["As the system has it", "English", "Deutsch"]
    size.setValue(before + 5)
    qtbot.keyClicks(language, "D")
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    qtbot.waitUntil(lambda: window.font().pointSize() == before + 5)
    assert "another language" in window.statusBar().currentMessage()
    assert user_settings().window.language == "de"
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    dialog = open_settings(qtbot, window)
    size = dialog.fields["window.font_points"].editor
    assert isinstance(size, QSpinBox)
    size.setValue(0)
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    qtbot.waitUntil(lambda: window.font().pointSize() == before)


def test_it_is_told_who_was_asked_until_that_is_forgotten(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    for minute, hosts in (
        (3, {"<b>a.example": 443, "127.0.0.1": 23119}),
        (4, {"127.0.0.1": 23119}),
    ):
        at = datetime(2031, 5, 4, 2, minute, tzinfo=UTC)
        for host, port in hosts.items():
            Contacts(contacts_file(), lambda at=at: at).note(host, port)
    dialog = open_settings(qtbot, window)
    qtbot.keyClick(dialog.sections, Qt.Key.Key_End)
    page = dialog.privacy
    assert page is not None
    assert page.asked.toPlainText().splitlines() == [
        "127.0.0.1:23119 — 2031-05-04 02:04",
        "<b>a.example — 2031-05-04 02:03",
    ]
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    page.hosts.setFocus()
    for widget in (page.asked, page.forget_button):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert widget.hasFocus()
        assert widget.accessibleName()
    lock = contacts_file().with_name(f"{contacts_file().name}.lock")
    lock.unlink()
    lock.mkdir()
    qtbot.keyClick(page.forget_button, Qt.Key.Key_Space)
    assert "cannot be written" in page.note.text()
    assert "a.example" in page.asked.toPlainText(), "that is not forgotten"
    lock.rmdir()
    qtbot.keyClick(page.forget_button, Qt.Key.Key_Space)
    assert page.note.text() == "They are forgotten."
    assert page.asked.toPlainText() == "Nobody was asked yet."
    assert page.asked.hasFocus()
    assert not page.forget_button.isEnabled()
    assert contacts_file().read_bytes() == b""
    assert dialog.isVisible()


def test_a_key_of_a_service_is_never_shown(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('[sources.openalex]\nkey = "s3cret"\n')
    window = make_window(make_library())
    dialog = open_settings(qtbot, window)
    line = dialog.fields["sources.openalex.key"].editor
    assert isinstance(line, QLineEdit)
    assert "s3cret" not in line.text() + line.placeholderText()
    press(qtbot, dialog, QDialogButtonBox.StandardButton.Save)
    assert user_settings().sources.openalex.key is not None


def test_the_theme_that_is_switched_to_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    assert not colours().is_dark
    for theme in ("dark", "light"):
        window.actions_by_id["view.theme"].trigger()
        assert colours().is_dark is (theme == "dark")
        assert user_settings().window.theme == theme
    settings_file().write_text("no settings at all")
    with qtbot.waitSignal(window.session.failed):
        window.actions_by_id["view.theme"].trigger()
    apply_theme(Theme.LIGHT)


def test_the_palette_finds_and_does(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = window.parts["palette"]
    assert isinstance(palette, PaletteView)
    qtbot.waitUntil(palette.isVisible)
    model = palette.list.model()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    whole = model.rowCount()
    for text, finds in (("paper", True), ("zzz", False), ("hsty", True)):  # words, none, letters
        palette.box.selectAll()
        qtbot.keyClicks(palette.box, text)
        assert (0 < model.rowCount() < whole) is finds, text
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(palette.isVisible)
    assert tester.model().rowCount() == whole, "it is filled anew"
    qtbot.keyClicks(palette.box, "hist")
    assert "History" in str(palette.list.currentIndex().data())
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert window.docks["history"].isVisible()
    assert not palette.isVisible()


def test_the_palette_passes_over_what_makes_no_sense_now(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(0))
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    palette = window.parts["palette"]
    assert isinstance(palette, PaletteView)
    qtbot.keyClicks(palette.box, "reject")
    assert palette.list.model().rowCount() == 1
    assert not palette.list.selectedIndexes()
    qtbot.keyClick(palette.box, Qt.Key.Key_Return)
    assert palette.isVisible(), "there is nothing to do"
    qtbot.keyClicks(palette.box, "zzz")
    assert palette.list.model().rowCount() == 0
    qtbot.keyClick(palette.box, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_keys_are_shown_changed_and_kept(
    qtbot: QtBot, window: MainWindow, make_window: Callable[[Path], MainWindow]
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.parts["shortcuts"]
    assert isinstance(sheet, ShortcutsView)
    qtbot.waitUntil(sheet.isVisible)
    assert sheet.table.rowCount() == len(ACTIONS) + len(FIXED_KEYS)
    fixed = [[sheet.table.item(row, column).text() for column in (0, 1)]
             for row in range(len(ACTIONS), sheet.table.rowCount())]  # fmt: skip
    assert ["In a comparison: take the field or item now", "Return, A"] in fixed
    sheet.table.selectRow(len(ACTIONS))
    assert sheet.note.text() == "These keys cannot be changed."
    assert not sheet.set_button.isEnabled()
    qtbot.keyClicks(sheet.box, "history")
    row = next(n for n in range(sheet.table.rowCount()) if not sheet.table.isRowHidden(n))
    sheet.table.selectRow(row)
    qtbot.keyClick(sheet.editor, Qt.Key.Key_F, CONTROL)
    qtbot.mouseClick(sheet.set_button, Qt.MouseButton.LeftButton)
    assert "Find" in sheet.note.text(), "taken by another"
    qtbot.keyClick(sheet.editor, Qt.Key.Key_F9)
    qtbot.mouseClick(sheet.set_button, Qt.MouseButton.LeftButton)
    assert user_settings().window.keys == {"view.history": ("F9",)}
    sheet.close()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    assert window.docks["history"].isVisible()
    again = make_window(window.session.path)
    assert again.actions_by_id["view.history"].shortcut().toString() == "F9"


def test_ids_texts_and_keys_of_actions_are_each_their_own() -> None:
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)
    keys = [key for row in ACTIONS for key in row.keys]
    assert len(set(keys)) == len(keys)
