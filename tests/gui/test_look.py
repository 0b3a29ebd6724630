"""How the window looks is kept while it is changed; other libraries open in other programs."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QSplitter, QWidgetItem
from pytestqt.qtbot import QtBot

from refman.places import state_folder
from refman_gui import look
from refman_gui.jobs import start_window
from refman_gui.languages import LANGUAGES, install_language
from refman_gui.rows import Column
from refman_gui.running import close_by_interrupt
from refman_gui.window import MainWindow
from tests.gui.person import Person

MakeWindow = Callable[[Path], MainWindow]


def test_a_window_that_was_killed_looks_as_it_was_left(
    make_window: MakeWindow,
    make_library: Callable[..., Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(look, "_REST_MS", 50)
    path = make_library(3)
    window = make_window(path)
    file = state_folder() / "window.ini"
    qtbot.waitUntil(file.exists)
    header = window.results.table.horizontalHeader()
    header.resizeSection(int(Column.VENUE), 143)
    window.resize(1600, 655)
    split = window.parts["intake"].findChild(QSplitter)
    assert isinstance(split, QSplitter)
    split.moveSplitter(200, 1)
    split.splitterMoved.emit(200, 1)
    kept = file.read_bytes()
    qtbot.waitUntil(lambda: file.read_bytes() != kept and not window.look._rest.isActive())
    monkeypatch.setattr(window.look, "leave", lambda: None)  # as if it was killed
    window.close()
    again = make_window(path)
    assert again.height() == 655
    again.resize(1600, 655)  # the screen of the tests is narrow
    qtbot.waitUntil(lambda: again.results.table.columnWidth(int(Column.VENUE)) == 143)
    restored = again.parts["intake"].findChild(QSplitter)
    assert isinstance(restored, QSplitter)
    assert restored.saveState() == split.saveState()


def test_other_libraries_open_in_programs_of_their_own(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Path] = []

    def start(path: Path) -> bool:
        started.append(path)
        return path.name != "bad.refman"

    monkeypatch.setattr("refman_gui.views.libraries.start_window", start)
    person = Person(qtbot)
    person.look_at(window)
    (tmp_path / "bad.refman").touch()
    for action, name in (
        ("file.library", window.session.path.name),
        ("file.library", "bad.refman"),
        ("file.new_library", "stoves"),
    ):
        window.actions_by_id[action].trigger()
        dialog = window.findChild(QFileDialog)
        assert isinstance(dialog, QFileDialog)
        box = dialog.findChild(QLineEdit)
        assert isinstance(box, QLineEdit)
        box.setFocus()
        box.setText(str(tmp_path / name))
        qtbot.keyClick(box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.findChild(QFileDialog) is None)
    assert started == [tmp_path / "bad.refman", tmp_path / "stoves.refman"]
    assert window.statusBar().currentMessage().endswith("opens in another window.")


@pytest.mark.skipif(sys.platform == "win32", reason="a script of the shell stands for Python")
def test_a_window_on_another_library_is_a_program_of_its_own(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, said = tmp_path / "python", tmp_path / "said"
    program.write_text(f'#!/bin/sh\necho "$@" > {said}.new && mv {said}.new {said}\n')
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    assert start_window(tmp_path / "a b.refman")
    qtbot.waitUntil(said.exists, timeout=20_000)
    assert said.read_text() == f"-P -m refman_gui --library {tmp_path}/a b.refman\n"
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))
    assert not start_window(tmp_path / "a.refman")


def test_titles_have_room_where_the_table_is_narrow(qtbot: QtBot, window: MainWindow) -> None:
    table = window.results.table
    window.resize(1400, 700)
    qtbot.waitUntil(lambda: table.viewport().width() > 600)
    table.horizontalHeader().resizeSection(Column.VENUE, 90)
    window.resize(1024, 700)
    qtbot.waitUntil(lambda: table.viewport().width() < 500)
    assert table.columnWidth(Column.TITLE) >= 120
    assert table.columnWidth(Column.AUTHORS) < 130
    window.resize(1400, 700)
    qtbot.waitUntil(lambda: table.viewport().width() > 600)
    assert table.columnWidth(Column.VENUE) == 90
    assert table.columnWidth(Column.AUTHORS) == 130


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_window_has_room_on_a_screen_of_twice_the_scale(
    make_window: MakeWindow, make_library: Callable[..., Path], language: str
) -> None:
    application = QApplication.instance()
    assert application is not None
    install_language(application, language)
    try:
        least = make_window(make_library(3)).minimumSizeHint()
    finally:
        install_language(application, "en")
    assert (least.width() <= 960, least.height() <= 540) == (True, True), least  # 1920 x 1080


def test_no_word_of_what_is_told_widens_the_window(window: MainWindow) -> None:
    word, parts = "x" * 3_000, window.parts
    told = [
        label
        for part in map(parts.__getitem__, ("queue", "entry", "intake", "duplicates", "checks"))
        for label in part.findChildren(QLabel)
        if label.wordWrap() and not label.text()
    ]
    named = "results.fault jobs.message shortcuts.note entry.message duplicates.empty checks.empty"
    for name, _, attribute in (one.partition(".") for one in named.split()):
        told.append(getattr(parts[name], attribute))
    assert len(told) > 15
    for label in told:
        label.setText(word)
        assert QWidgetItem(label).minimumSize().width() < 100, label.parent()
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_ctrl_c_closes_the_window_when_what_goes_on_in_it_is_done(
    qtbot: QtBot, window: MainWindow, qapp: QApplication
) -> None:
    heard = signal.getsignal(signal.SIGINT)
    try:
        close_by_interrupt(qapp)
        signal.raise_signal(signal.SIGINT)
        assert window.session.is_open, "a slot may be at work on it"
        qtbot.waitUntil(lambda: not window.isVisible())
        assert not window.session.is_open
    finally:
        signal.signal(signal.SIGINT, heard)
