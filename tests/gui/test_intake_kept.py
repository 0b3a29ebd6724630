"""What is being imported is there again after the window was closed, or killed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from refman.places import state_folder
from refman_gui.item_models.segments import State
from refman_gui.session import Session
from refman_gui.views.intake import IntakeView
from tests.gui.test_intake import (
    CTRL,
    KETTLES,
    KEY,
    LAMPS,
    LISTING,
    STOVES,
    QuickJob,
    library_titles,
    put_cursor,
    states,
    titles,
)

Start = Callable[[], IntakeView]


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refman_gui.jobs.Job", QuickJob)


@pytest.fixture
def start(make_library: Callable[..., Path], qtbot: QtBot, qapp: object) -> Start:
    """Open the import on a library, and wait until what was left is there."""
    path = make_library(3)

    def do() -> IntakeView:
        session = Session(path)
        view = IntakeView(session)
        session.setParent(view)
        qtbot.addWidget(view, before_close_func=end)
        view.resize(1024, 700)
        with qtbot.waitExposed(view), qtbot.waitSignal(session.opened):
            view.show()
        view.activateWindow()
        qtbot.waitUntil(lambda: not session.jobs.running())
        return view

    return do


def end(view: IntakeView) -> None:
    """Close as the window does, unless that was done."""
    if view._session.is_open:
        view.leave()
        view._session.close()
        view.hide()


def take(view: IntakeView, qtbot: QtBot, *paths: Path, text: str = "") -> None:
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        if text:
            QGuiApplication.clipboard().setText(text)
            view.paste()
        else:
            view.take_files(list(map(str, paths)))


def kept() -> list[str]:
    return sorted(path.name for path in (state_folder() / "imports").glob("*/*.*"))


def looked() -> str:
    found = (state_folder() / "imports").glob("*/looked.json")
    return "".join(path.read_text() for path in found)


def test_imports_are_there_again_as_they_were_left_with_all_that_can_be_undone(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.bib").write_text("@book{glow, title={Glow}, author={Ada Wick}, year=2001}\n")
    view = start()
    take(view, qtbot, tmp_path / "a.bib")
    take(view, qtbot, text=LISTING)
    table = view.desk.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_J)
    put_cursor(view, "Stoves and Their")
    qtbot.keyClick(view.desk.source, KEY.Key_S)
    qtbot.keyClick(view.desk.source, KEY.Key_X)
    put_cursor(view, "Kettle-Net", selects=True)
    qtbot.keyClick(view.desk.source, KEY.Key_T)
    qtbot.keyClick(view.desk.source, KEY.Key_Z, CTRL)
    shown = (titles(view), states(view), view.desk.counts.text(), view.desk.place)
    assert shown[1] == [State.LEFT_OVER, State.MADE, State.JUNK, State.NEW]
    qtbot.waitUntil(lambda: f'"place":{shown[3]}' in looked())
    # Killed at this moment: what is in the folder now is all there is.
    shutil.copytree(state_folder(), tmp_path / "then")
    qtbot.keyClick(view.desk.source, KEY.Key_Escape)
    end(view)
    shutil.rmtree(state_folder())
    shutil.copytree(tmp_path / "then", state_folder())
    (tmp_path / "a.bib").unlink()  # there is a copy

    view = start()
    assert [sheet.title for sheet in view.inputs.sheets] == ["a.bib", "pasted text"]
    assert (titles(view), states(view), view.desk.counts.text(), view.desk.place) == shown
    assert view.notice.label.text().startswith("2 imports from before are")
    qtbot.keyClick(view.desk.table, KEY.Key_Y, CTRL)
    assert titles(view)[3] == "Kettle-Net"
    for expected in ("Title", "No paper", "Split", "Join"):
        qtbot.keyClick(view.desk.table, KEY.Key_Z, CTRL)
        assert view.notice.label.text() == f"Undone: {expected}"
    assert states(view) == [State.LEFT_OVER, State.NEW, State.NEW, State.NEW]
    qtbot.keyClick(view.desk.table, KEY.Key_Down)
    qtbot.keyClick(view.desk.table, KEY.Key_X)
    end(view)

    view = start()
    assert states(view)[3] is State.JUNK
    with qtbot.waitSignal(view.added, timeout=20_000):
        qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL)
    assert library_titles(view._session) >= {LAMPS.partition("\n")[0], STOVES.partition("\n")[0]}
    assert KETTLES.partition("\n")[0] not in library_titles(view._session)
    qtbot.keyClick(view.desk.table, KEY.Key_Escape)  # the other is discarded
    end(view)
    assert kept() == ["looked.json"]
    assert start().empty.isVisible()


def test_what_was_discarded_and_brought_back_and_read_otherwise_is_kept_too(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    view = start()
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(LISTING + "x" * number)
    take(view, qtbot, *(tmp_path / f"{number}.txt" for number in range(3)))
    qtbot.keyClick(view.desk.table, KEY.Key_Escape)
    qtbot.keyClick(view.desk.table, KEY.Key_Escape)
    qtbot.mouseClick(view.notice.button, Qt.MouseButton.LeftButton)
    sheet = view.inputs.sheets[0]
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        view.inputs.read_again(sheet, "titles")
    end(view)
    (tmp_path / "1.txt").write_text(LAMPS)  # it was copied as it was
    view = start()
    assert [each.title for each in view.inputs.sheets] == ["1.txt", "2.txt"]
    assert [each.opened.kind for each in view.inputs.sheets] == ["titles", "page_text"]
    assert view.inputs.sheets[0].now.text == f"{LISTING}x"


def test_what_cannot_be_read_as_before_is_told_and_what_is_damaged_is_put_aside(
    start: Start, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("refman.previewing.imports._MOST_COPY_BYTES", 3)
    view = start()
    for name in ("changed", "gone", "damaged"):
        (tmp_path / f"{name}.txt").write_text(LISTING)
        take(view, qtbot, tmp_path / f"{name}.txt")
        view.desk.table.setFocus()
        qtbot.keyClick(view.desk.table, KEY.Key_X)
    end(view)
    (tmp_path / "changed.txt").write_text(LISTING + STOVES)
    (tmp_path / "gone.txt").unlink()
    last = max((state_folder() / "imports").glob("*/*.preview"))
    last.write_bytes(b"\xff" + last.read_bytes())
    view = start()
    assert [each.title for each in view.inputs.sheets] == ["changed.txt"]
    assert states(view)[1] is State.NEW
    said = view.notice.label.text()
    assert said.startswith("1 import from before is")
    assert "Read otherwise now, without its corrections: changed.txt" in said
    assert "gone.txt" in said
    view.inputs.keeper.wait()
    assert len([name for name in kept() if name.endswith(".aside")]) == 2
    end(view)
    view = start()
    assert view.notice.label.text().count("\n") == 0


def test_what_is_read_or_added_when_the_window_closes_is_there_again(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = start()
    take(view, qtbot, text=LISTING)
    with monkeypatch.context() as endless:
        for name in ("start", "cancel"):
            endless.setattr(QuickJob, name, lambda _: None)
        qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL)
        QGuiApplication.clipboard().setText(LAMPS)
        view.paste()
        end(view)
    view = start()
    assert [each.counts().papers for each in view.inputs.sheets] == [3, 1]
    assert view.desk.buttons["add"].isEnabled()


def test_without_a_folder_it_is_told_once_and_all_else_works(start: Start, qtbot: QtBot) -> None:
    state_folder().mkdir(parents=True)
    (state_folder() / "imports").write_text("a file")
    view = start()
    assert "for the next start" in view.notice.label.text()
    take(view, qtbot, text=LISTING)
    view.desk.table.setFocus()
    qtbot.keyClick(view.desk.table, KEY.Key_X)
    with qtbot.waitSignal(view.added, timeout=20_000):
        qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL)
    assert view.notice.label.text().startswith("2 papers added.")


def test_what_is_not_read_anew_to_its_end_stays_as_it_was(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = start()
    take(view, qtbot, text=LISTING)
    take(view, qtbot, text=LAMPS)
    view.desk.inputs.setFocus()
    qtbot.keyClick(view.desk.inputs, KEY.Key_Up)
    view.desk.table.setFocus()
    qtbot.keyClick(view.desk.table, KEY.Key_X)
    shown = states(view)
    with monkeypatch.context() as stopped:
        stopped.setattr(QuickJob, "_run", lambda job: job._end("cancelled"))
        with qtbot.waitSignal(view.inputs.idle):
            view.inputs.read_again(view.inputs.sheets[0], "titles")
    assert [each.counts().papers for each in view.inputs.sheets] == [2, 1]
    assert states(view) == shown
    assert view.desk.buttons["add"].isEnabled()
    assert view.desk.kinds.currentData() == "page_text"
    end(view)

    with monkeypatch.context() as stopped:  # nor at the next start
        stopped.setattr(QuickJob, "_run", lambda job: job._end("cancelled"))
        view = start()
        qtbot.waitUntil(lambda: "tried again in Jobs" in view.notice.label.text())
    with qtbot.waitSignal(view.inputs.idle):
        view._session.jobs.again(view._session.jobs.all[0])
    assert [each.counts().papers for each in view.inputs.sheets] == [2, 1]
    view.desk.inputs.setFocus()
    qtbot.keyClick(view.desk.inputs, KEY.Key_Up)
    assert states(view) == shown


def test_what_was_left_out_when_the_rest_was_added_is_there_at_the_next_start(
    start: Start, qtbot: QtBot
) -> None:
    view = start()
    doubtful = f"{LAMPS.partition(chr(10))[0]}\n\nQuite other words."
    for text in (LAMPS, f"{doubtful}\n\n{STOVES}\n\n{LAMPS}"):
        take(view, qtbot, text=text)
        if text != LAMPS:
            view.desk.table.setFocus()
            qtbot.keyClick(view.desk.table, KEY.Key_Down)
            qtbot.keyClick(view.desk.table, KEY.Key_Down)
            qtbot.keyClick(view.desk.table, KEY.Key_P)
            assert states(view) == [State.DOUBTFUL, State.NEW, State.NEW]
        with qtbot.waitSignal(view.added, timeout=20_000):
            qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL)
    end(view)
    view = start()
    assert states(view) == [State.DOUBTFUL, State.KNOWN, State.KNOWN]
    qtbot.keyClick(view.desk.table, KEY.Key_Escape)
    end(view)
    assert start().is_empty
