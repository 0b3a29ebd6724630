"""Files of other programs opened through the window: each shows its entries, or why it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman_gui.views.intake import IntakeView
from refman_gui.window import MainWindow
from tests.gui.person import CTRL, SHIFT, Person
from tests.gui.test_hostile import drop, look_through, rich_texts
from tests.gui.watchdog import Watchdog

KEY = Qt.Key
_LONGEST_S = 1.0
_ONE_PAPER = (
    "@misc{{lamp{0}, title = {{Of Lamps in Corner {0}}}, author = {{Wick, Ada}}, year = 2020}}"
)


def intake_of(window: MainWindow) -> IntakeView:
    intake = window.parts["intake"]
    assert isinstance(intake, IntakeView)
    return intake


@pytest.mark.corpus
def test_each_file_of_another_program_shows_its_entries_or_why_not(
    window: MainWindow, qtbot: QtBot, corpus: Path
) -> None:
    paths = sorted(
        path
        for path in (corpus / "other_formats").rglob("*")
        if path.is_file() and not path.name.endswith((".source", ".expected.json"))
    )
    person, intake = Person(qtbot), intake_of(window)
    person.look_at(window)
    watchdog = Watchdog(window)
    with qtbot.waitSignal(intake.inputs.idle, timeout=60_000):
        drop(window, paths)
    shown = intake.notice.label.text()
    read = {sheet.title: sheet for sheet in intake.inputs.sheets}
    for path in paths:
        assert (path.name in read) is not (str(path) in shown), path
    # What holds no reference is there as text, to be told otherwise.
    bare = {name for name, sheet in read.items() if not sheet.counts().papers}
    assert bare == {"jabref_Endnote.pattern.E.enw"}
    assert all(read[name].now.segments for name in bare)
    person.tab_to(intake.desk.inputs)
    for _ in range(len(read) - 1):
        person.press(KEY.Key_Down)
    assert not rich_texts(window)
    before = window.results.model.rowCount()
    papers = sum(sheet.counts().papers for sheet in read.values())
    with qtbot.waitSignal(intake.inputs.idle, timeout=60_000):
        person.press(KEY.Key_Return, CTRL | SHIFT)
    person.wait(lambda: window.results.model.rowCount() > before + papers // 2)
    assert not look_through(window, person, 3)
    _, work = watchdog.stop()
    assert work < _LONGEST_S


def test_one_bad_file_among_those_that_are_named_stops_no_other(
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    good, other = tmp_path / "good.bib", tmp_path / "other.bib"
    good.write_text(_ONE_PAPER.format(1))
    other.write_text(_ONE_PAPER.format(2))
    (tmp_path / "packed.docx").write_bytes(b"PK\x03\x04" + bytes(200))
    (tmp_path / "empty.bib").touch()
    window = make_window(make_library(0))
    intake = intake_of(window)
    names = ["good.bib", "packed.docx", "gone.bib", "empty.bib", "other.bib"]
    with qtbot.waitSignal(intake.inputs.idle, timeout=30_000):
        window.take([str(tmp_path / name) for name in names])  # as ``refman gui FILE…`` does
    assert intake.isVisible()
    assert [sheet.title for sheet in intake.inputs.sheets] == ["good.bib", "other.bib"]
    assert [sheet.counts().papers for sheet in intake.inputs.sheets] == [1, 1]
    lines = intake.notice.label.text().splitlines()
    assert len(lines) == 3
    for line, name in zip(lines, names[1:4], strict=True):
        assert name in line
    person = Person(qtbot)
    person.look_at(window)
    with qtbot.waitSignal(intake.inputs.idle, timeout=30_000):
        person.press(KEY.Key_Return, CTRL | SHIFT)
    person.wait(lambda: window.results.model.rowCount() == 2)
