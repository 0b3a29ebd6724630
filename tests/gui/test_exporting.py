"""The export, by keys and the mouse; files that are kept up to date."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from refman.editing import edited, read_assignment
from refman.exporting import kept_exports
from refman.library import open_library
from refman.plugins import load_formats
from refman_gui.rows import Column
from refman_gui.views.entry import EntryView
from refman_gui.views.exporting import _FORMATS, ExportView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def open_export(qtbot: QtBot, window: MainWindow) -> ExportView:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_E, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.parts["exporting"]
    assert isinstance(dialog, ExportView)
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()), timeout=20_000)
    return dialog


def choose(dialog: ExportView, text: str) -> None:
    dialog.which.setCurrentIndex(dialog.which.findText(text, Qt.MatchFlag.MatchContains))


def write(qtbot: QtBot, dialog: ExportView, path: Path) -> str:
    dialog.path.setFocus()
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, str(path))
    qtbot.mouseClick(dialog.button, LEFT)
    qtbot.waitUntil(lambda: bool(dialog.note.text()), timeout=20_000)
    return dialog.note.text()


def test_formats_and_their_profiles_are_those_that_there_are() -> None:
    formats = load_formats()
    assert {row[0] for row in _FORMATS} == set(formats)
    for name, label, suffix, profiles in _FORMATS:
        assert (label, suffix) == (formats[name].label, formats[name].suffixes[0])
        assert set(profiles) == set(formats[name].profiles)


def test_papers_are_looked_at_and_written(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    qtbot.waitUntil(lambda: "lamp11" in dialog.text.toPlainText(), timeout=20_000)
    said = write(qtbot, dialog, tmp_path / "refs.bib")
    assert "12 papers" in said
    assert (tmp_path / "refs.bib").read_text().count("\n@") == 11
    assert "already" in write(qtbot, dialog, tmp_path / "refs.bib")
    qtbot.mouseClick(dialog.replaces, LEFT, pos=QPoint(8, 8))
    assert dialog.replaces.isChecked()
    assert "refs.bib.bak" in write(qtbot, dialog, tmp_path / "refs.bib")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_was_exported_is_shown_and_what_was_changed_since(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    """In the table, the queue, the entry's pane."""
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    write(qtbot, dialog, tmp_path / "refs.bib")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    table, entry = window.results.table, window.parts["entry"]
    assert isinstance(entry, EntryView)

    def state(row: int = 0) -> str:
        return str(table.model().index(row, Column.STATE).data(Qt.ItemDataRole.AccessibleTextRole))

    qtbot.waitUntil(lambda: state() == "needs review, exported", timeout=20_000)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Home)
    entry.show_page("origin")
    where = str(tmp_path / "refs.bib")
    qtbot.waitUntil(lambda: f"to {where}" in entry.origin.told.text(), timeout=5_000)
    assert "; exported 2" in entry.origin.told.text()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Return, CONTROL)  # accepts it
    qtbot.waitUntil(lambda: "changed since it was exported" in state(), timeout=20_000)
    window.grab()  # the signs are painted


def test_another_format_takes_another_suffix_and_tells_its_losses(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    dialog.path.setFocus()
    qtbot.keyClicks(dialog.path, str(tmp_path / "refs.bib"))
    dialog.format.setFocus()
    qtbot.keyClicks(dialog.format, "Zotero")
    assert dialog.path.text() == str(tmp_path / "refs.rdf")
    qtbot.waitUntil(lambda: "rdf:RDF" in dialog.text.toPlainText(), timeout=20_000)
    assert dialog.losses.text()


def test_a_place_that_is_not_there_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    dialog = open_export(qtbot, window)
    assert "there is no folder" in write(qtbot, dialog, tmp_path / "no" / "refs.bib")


@pytest.fixture
def kept(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Path:
    """A file that is kept up to date with all papers."""
    path = tmp_path / "kept.bib"
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    qtbot.mouseClick(dialog.keeps, LEFT, pos=QPoint(8, 8))
    write(qtbot, dialog, path)
    reader = window.session.reader
    assert reader is not None
    qtbot.waitUntil(lambda: [one.path for one in kept_exports(reader)] == [str(path)])
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    return path


def test_a_kept_file_follows_the_library(qtbot: QtBot, window: MainWindow, kept: Path) -> None:
    with open_library(window.session.path, now=lambda: NOW) as library:
        library.undo()  # what is kept
        library.undo()  # the lamps
        library.redo()
        library.redo()
    text = kept.read_text()
    with open_library(window.session.path, now=lambda: NOW) as library:
        holding = library.find_key("lamp3")
        assert holding is not None
        change = edited(library, [holding], [read_assignment("title=A Cold Lamp")], now=NOW)
        library.apply(change.name, change.changes)
    qtbot.waitUntil(lambda: "A Cold Lamp" in kept.read_text(), timeout=20_000)
    assert kept.read_text().count("\n@") == text.count("\n@")
    assert not list(kept.parent.glob("kept.bib.bak*"))


def test_what_another_program_writes_is_not_written_over(
    qtbot: QtBot, window: MainWindow, kept: Path, make_library: Callable[..., Path]
) -> None:
    dialog = window.parts["exporting"]
    assert isinstance(dialog, ExportView)
    kept.write_text(kept.read_text() + "\n@misc{mine, title={Mine}}\n")
    qtbot.waitUntil(
        lambda: any("Write over" in b.text().replace("&", "")
                    for b in dialog.files.findChildren(QPushButton)),
        timeout=20_000,
    )  # fmt: skip
    assert "mine" in kept.read_text()
    sign = dialog.files.sign
    assert sign.isVisible()
    assert sign.text() == sign.accessibleName() == "1 file changed outside…"
    qtbot.mouseClick(sign, LEFT)
    qtbot.waitUntil(dialog.isVisible)
    button = next(b for b in dialog.files.findChildren(QPushButton) if "Write" in b.text())
    qtbot.waitUntil(button.isVisible)
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: "mine" not in kept.read_text(), timeout=20_000)
    qtbot.waitUntil(sign.isHidden)
    stop = next(
        b for b in dialog.files.findChildren(QPushButton) if "Stop" in b.text().replace("&", "")
    )
    qtbot.mouseClick(stop, LEFT)
    reader = window.session.reader
    assert reader is not None
    qtbot.waitUntil(lambda: not kept_exports(reader))
