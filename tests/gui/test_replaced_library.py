"""Another file is put in the open library's place: it stays as it is, and the window says so."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from refman.library import open_library
from refman.model import Status
from refman_gui import session as sessions
from refman_gui.tasks.checking import CHECKING
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp


@pytest.fixture
def other(make_library: Callable[..., Path]) -> Path:
    return make_library(0, *map(lamp, range(100, 140)), name="other.refman")


def state(window: MainWindow) -> str:
    return window.statusBar().currentMessage()


def sound(path: Path) -> list[str]:
    """What a library has, after it was looked through."""
    with open_library(path, now=lambda: NOW) as library:
        assert library.check() == ()
        assert {one.entry.status for one in library.all()} == {Status.NEEDS_REVIEW}
        return sorted(library.keys_taken())


def judge(window: MainWindow, qtbot: QtBot) -> None:
    window.results.table.setFocus()
    qtbot.keyClick(window.results.table, Qt.Key.Key_R)


@pytest.mark.parametrize("is_edited", [False, True])
@pytest.mark.parametrize("is_noticed_first", [False, True])
def test_nothing_more_is_written(
    window: MainWindow,
    other: Path,
    qtbot: QtBot,
    is_edited: bool,
    is_noticed_first: bool,
) -> None:
    path, content = window.session.path, other.read_bytes()
    if not is_noticed_first:
        window.session._looking.stop()
    if is_edited:
        with qtbot.waitSignal(window.session.changed):
            judge(window, qtbot)
    other.replace(path)
    with qtbot.waitSignal(window.session.closed):
        if not is_noticed_first:
            judge(window, qtbot)
    assert "another file was put in the place" in state(window)
    assert not window.session.is_open
    assert not window.session.history.count()
    assert not window.session.selection.ids
    kept = window.session.rescued
    assert kept is not None
    with open_library(kept, now=lambda: NOW) as library:
        assert library.count("status:rejected") == is_edited
        assert library.count("") == 12
    judge(window, qtbot)
    job = window.session.jobs.start("Check", CHECKING, None)
    with qtbot.waitSignal(job.failed) as told:
        window.session.undo()
    assert "another file was put in the place" in told.args[0]
    with qtbot.waitSignal(window.session.failed):
        window.session.refresh()
    window.close()
    assert path.read_bytes() == content
    assert sound(path) == sorted(f"lamp{number}" for number in range(100, 140))


def test_a_library_that_is_gone_is_told(window: MainWindow, qtbot: QtBot) -> None:
    window.session.path.unlink()
    with qtbot.waitSignal(window.session.closed):
        judge(window, qtbot)
    assert "is not there any more" in state(window)
    window.close()
    assert not window.session.path.exists()


def test_after_a_rest_the_file_alone_holds_all_and_nobody_takes_that_for_a_change(
    make_library: Callable[..., Path],
    make_window: Callable[[Path], MainWindow],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sessions, "_REST_MS", 1)
    monkeypatch.setattr(sessions, "_LOOK_MS", 20)
    window = make_window(make_library())
    log = window.session.path.with_name(f"{window.session.path.name}-wal")
    with qtbot.waitSignal(window.session._writing.rested):
        judge(window, qtbot)
    qtbot.waitUntil(lambda: log.stat().st_size == 0)
    with qtbot.assertNotEmitted(window.session.changed, wait=100):
        pass
    copy = window.session.path.with_name("copy.refman")
    copy.write_bytes(window.session.path.read_bytes())
    with open_library(copy, now=lambda: NOW) as library:
        assert library.count("status:rejected") == 1


def test_no_job_begins_on_another_file(window: MainWindow, other: Path, qtbot: QtBot) -> None:
    session, content = window.session, other.read_bytes()
    session._looking.stop()
    other.replace(session.path)
    with qtbot.waitSignal(session.closed):
        job = session.jobs.start("Check", CHECKING, None)
    with qtbot.waitSignal(job.failed) as told:
        pass
    assert "another file was put in the place" in told.args[0]
    window.close()
    assert session.path.read_bytes() == content


def test_a_page_in_the_middle_offers_to_open_it_anew(
    window: MainWindow, other: Path, qtbot: QtBot
) -> None:
    results = window.results
    results.table.setFocus()
    other.replace(window.session.path)
    with qtbot.waitSignal(window.session.closed):
        judge(window, qtbot)
    assert results.closed.isVisible()
    assert not results.table.isVisible()
    assert not results.box.isEnabled()
    assert not window.actions_by_id["paper.accept"].isEnabled()
    assert not window.actions_by_id["file.export"].isEnabled()
    assert window.focusWidget() is results.closed.anew
    qtbot.mouseClick(results.closed.other, Qt.MouseButton.LeftButton)
    (dialog,) = window.findChildren(QFileDialog)
    dialog.reject()
    qtbot.keyClick(results.closed.anew, Qt.Key.Key_Space)
    assert window.session.is_wanted_anew
    assert not window.isVisible()
