"""The export, by keys and the mouse; files that are kept up to date."""

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from refman.editing import edited, read_assignment
from refman.exporting import kept_exports
from refman.library import open_library
from refman.model import Status
from refman.plugins import format_for, load_formats
from refman_gui.rows import Column
from refman_gui.views.entry import EntryView
from refman_gui.views.exporting import ExportView
from refman_gui.views.exporting_names import FORMATS, file_for, fits, format_told, renamed
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp

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
    assert {row.name for row in FORMATS} == set(formats)
    for row in FORMATS:
        one = formats[row.name]
        assert (row.label, row.suffixes) == (one.label, one.suffixes)
        assert set(row.profiles) == set(one.profiles)
        for suffix in row.suffixes:
            name = f"/a/b.c{suffix.upper()}"
            assert format_told(name) == row
            assert format_for(name, None, formats).name == row.name


ROW = {row.name: row for row in FORMATS}


@pytest.mark.parametrize(
    ("name", "format_", "new"),
    [
        ("a.bib", "biblatex", "a.biblatex.bib"),
        ("a.biblatex.bib", "csl_json", "a.json"),
        ("a.biblatex.bib", "bibtex", "a.bib"),
        ("a.YML", "csl_yaml", "a.YML"),
        ("/x.bib/a.yml", "ris", "/x.bib/a.ris"),
        ("a.txt", "ris", "a.txt"),
        ("noext", "ris", "noext"),
        ("x/.bib", "ris", "x/.bib"),
    ],
)
def test_the_whole_suffix_of_a_format_is_replaced(name: str, format_: str, new: str) -> None:
    assert renamed(name, ROW[format_]) == new


def test_a_name_stands_for_a_whole_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    row = ROW["biblatex"]
    assert file_for("a", row) == tmp_path / "a.biblatex.bib"
    assert file_for("a.txt", row) == tmp_path / "a.txt"
    assert file_for("~/a.bib", row) == tmp_path / "home" / "a.bib"
    assert fits("a.bib", row)
    assert not fits("a.biblatex.bib", ROW["bibtex"])
    assert file_for(str(tmp_path), row) == tmp_path
    assert file_for("x" * 5_000, row) is not None  # the task tells that it leads nowhere
    assert file_for("", row) is None
    assert file_for("~nobodyxx/x.bib", row) is None


def test_papers_are_looked_at_and_written(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    qtbot.waitUntil(lambda: "lamp11" in dialog.text.toPlainText(), timeout=20_000)
    said = write(qtbot, dialog, tmp_path / "refs.bib")
    assert "12 papers" in said
    assert (tmp_path / "refs.bib").read_text().count("\n@") == 11
    said = write(qtbot, dialog, tmp_path / "refs.bib")
    assert said.endswith("refs.bib is there already; let it be replaced (a backup is kept)")
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


def test_format_and_name_of_a_file_agree(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    dialog.path.setFocus()
    qtbot.keyClicks(dialog.path, "refs")
    assert dialog.where.text() == f"BibTeX, to be written to {tmp_path / 'refs.bib'}"
    qtbot.keyClicks(dialog.path, ".bib")
    for format_, name in (
        ("BibLaTeX", "refs.biblatex.bib"),
        ("CSL-JSON", "refs.json"),
        ("BibLaTeX", "refs.biblatex.bib"),
        ("BibTeX", "refs.bib"),
        ("Zotero RDF", "refs.rdf"),
    ):
        choose_format_by_key(qtbot, dialog, format_)
        assert dialog.path.text() == name
    qtbot.waitUntil(lambda: "rdf:RDF" in dialog.text.toPlainText(), timeout=20_000)
    assert dialog.losses.text()
    said = write(qtbot, dialog, Path("other.ris"))
    assert dialog.format.currentText() == "RIS"
    assert said.startswith(f"{tmp_path / 'other.ris'}: 12 papers")
    assert (tmp_path / "other.ris").read_text().startswith("TY  - ")
    choose_format_by_key(qtbot, dialog, "BibLaTeX")
    said = write(qtbot, dialog, Path("mine.bib"))  # many have BibLaTeX in such
    assert dialog.format.currentText() == "BibLaTeX"
    assert "journaltitle" in (tmp_path / "mine.bib").read_text()
    dialog.path.setFocus()
    dialog.path.selectAll()
    qtbot.keyClicks(dialog.path, "~nobodyxx/x.bib")
    assert "stands for no file" in dialog.where.text()
    assert not dialog.button.isEnabled()


def choose_format_by_key(qtbot: QtBot, dialog: ExportView, label: str) -> None:
    dialog.format.setFocus()
    qtbot.keyClick(dialog.format, Qt.Key.Key_Home)
    for _ in range(dialog.format.findText(label)):
        qtbot.keyClick(dialog.format, Qt.Key.Key_Down)
    assert dialog.format.currentText() == label


def test_losses_are_those_of_the_whole_file(
    qtbot: QtBot,
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    tmp_path: Path,
) -> None:
    """Of what stands behind the first papers nothing is said before it is written."""
    last = msgspec.structs.replace(lamp(30), status=Status.ACCEPTED)
    window = make_window(make_library(24, last))
    dialog = open_export(qtbot, window)
    choose(dialog, "All papers")
    choose_format_by_key(qtbot, dialog, "BibTeX")
    first = "of the others you are told when it is written"
    qtbot.waitUntil(lambda: "all that the first 20 papers have" in dialog.losses.text())
    assert first in dialog.losses.text()
    write(qtbot, dialog, tmp_path / "refs.bib")
    assert dialog.losses.text().startswith(f"{tmp_path / 'refs.bib'} does not hold:\n− ")
    choose_format_by_key(qtbot, dialog, "Markdown")
    qtbot.waitUntil(lambda: "Of the first 20 papers the file will not hold" in dialog.losses.text())
    assert first in dialog.losses.text()


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

    def buttons(text: str) -> list[QPushButton]:
        found = dialog.files.findChildren(QPushButton)
        return [button for button in found if text in button.text() and button.isVisible()]

    qtbot.waitUntil(lambda: bool(buttons("Leave")))
    qtbot.mouseClick(buttons("Leave")[0], LEFT)
    qtbot.waitUntil(lambda: not buttons("Leave"))
    for _ in range(2):  # also when it was found so once more
        assert sign.isVisible()
        assert sign.text() == sign.accessibleName() == "1 file behind…"
        told = [label.text() for label in dialog.files.findChildren(QLabel) if label.isVisible()]
        assert told == [f"{kept} — behind: changed by another program, and left so"]
        assert "mine" in kept.read_text()
        with qtbot.waitSignal(dialog.files.looked, timeout=20_000):
            os.utime(kept)
    qtbot.waitUntil(lambda: len(buttons("Write")) == 1)
    qtbot.mouseClick(buttons("Write")[0], LEFT)
    qtbot.waitUntil(lambda: "mine" not in kept.read_text(), timeout=20_000)
    qtbot.waitUntil(sign.isHidden)
    stop = next(
        b for b in dialog.files.findChildren(QPushButton) if "Stop" in b.text().replace("&", "")
    )
    qtbot.mouseClick(stop, LEFT)
    reader = window.session.reader
    assert reader is not None
    qtbot.waitUntil(lambda: not kept_exports(reader))
