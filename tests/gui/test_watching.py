"""Files that come into a watched folder."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from refman.places import settings_file
from refman.preferences import set_values
from refman_gui import watching
from refman_gui.watching import WatchedFolder
from refman_gui.window import MainWindow


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(watching, "_REST_MS", 30)
    folder = tmp_path / "incoming"
    folder.mkdir()
    (folder / "old.txt").write_text("old")
    return folder


def test_new_files_are_told_once_when_they_are_whole(qtbot: QtBot, folder: Path) -> None:
    watched = WatchedFolder()
    came: list[list[str]] = []
    watched.came.connect(came.append)
    watched.watch(str(folder))
    (folder / "new.bib.part").write_text("half")
    (folder / ".hidden").write_text("no")
    (folder / "empty.txt").touch()
    (folder / "new.bib").write_text("whole")
    qtbot.waitUntil(lambda: bool(came), timeout=10_000)
    assert came == [[str(folder / "new.bib")]]
    watched.watch(None)
    (folder / "later.bib").write_text("whole")
    with qtbot.assertNotEmitted(watched.came, wait=100):
        pass


def test_a_folder_that_is_not_there_is_no_fault(qtbot: QtBot, tmp_path: Path) -> None:
    watched = WatchedFolder()
    watched.watch(str(tmp_path / "nowhere"))
    watched.watch("~nobody-of-that-name/x")
    watched._look()


def test_the_window_reads_them_and_stays_where_it_is(
    qtbot: QtBot, folder: Path, make_library: object, make_window: object
) -> None:
    set_values(settings_file(), {"window.watched_folder": str(folder)})
    window = make_window(make_library())  # type: ignore[operator]
    assert isinstance(window, MainWindow)
    intake = window.parts["intake"]
    (folder / "new.bib").write_text("@misc{a, title={A Lamp of Its Own}, year={2020}}")
    qtbot.waitUntil(lambda: not intake.is_empty, timeout=20_000)  # type: ignore[attr-defined]
    assert window.tabs.currentWidget() is window.split
