"""The parts of the window, made when they are asked for or behind the first rows."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman_gui.actions import ACTIONS
from refman_gui.parts import PARTS, Place
from refman_gui.session import Session
from refman_gui.views.results import ResultsView
from refman_gui.window import MainWindow

CONTROL = Qt.KeyboardModifier.ControlModifier
SEEN_FIRST = {"window", "queue", "results"}


@pytest.fixture
def young(make_library: Callable[..., Path], qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that was not shown yet."""
    window = MainWindow(Session(make_library()))
    window.session.setParent(window)
    yield window
    window.close()
    window.deleteLater()
    qtbot.wait(1)


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_the_part_of_every_action_has_its_method(row: object) -> None:
    part, _, method = row.slot.partition(".")
    views = {"window": MainWindow, "results": ResultsView}
    views |= {each.name: each.type for each in PARTS}
    assert callable(getattr(views[part], method))


def test_only_what_is_seen_is_made_before_the_first_rows(young: MainWindow, qtbot: QtBot) -> None:
    assert set(young.parts) == SEEN_FIRST
    made_by_then: list[set[str]] = []
    young.results.model.first_shown.connect(lambda: made_by_then.append(set(young.parts)))
    young.show()
    names = SEEN_FIRST | {part.name for part in PARTS}
    qtbot.waitUntil(lambda: set(young.parts) == names)
    assert made_by_then[0] == SEEN_FIRST


def test_all_parts_stand_in_their_places_at_last(young: MainWindow, qtbot: QtBot) -> None:
    titles = [young.tabs.tabText(at) for at in range(young.tabs.count())]
    sizes = young.split.sizes()
    young.show()
    qtbot.waitUntil(lambda: len(young.parts) == len(PARTS) + 2)
    tabs = [young.parts[part.name] for part in PARTS if part.place is Place.TAB]
    assert [young.tabs.widget(at) for at in range(young.tabs.count())] == [young.split, *tabs]
    assert [young.tabs.tabText(at) for at in range(young.tabs.count())] == titles
    assert young.tabs.currentWidget() is young.split
    shown = [young.split.widget(at) for at in range(young.split.count())]
    assert shown == [young.parts["queue"], young.results, young.parts["entry"]]
    assert len(sizes) == len(shown)
    assert young.docks["jobs"].widget() is young.parts["jobs"]


def test_an_action_makes_the_part_that_does_it(
    young: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(young.parts, "make_next", lambda: False)
    with qtbot.waitActive(young):
        young.show()
    assert "palette" not in young.parts
    qtbot.keyClick(young, Qt.Key.Key_K, CONTROL)
    qtbot.waitUntil(young.parts["palette"].isVisible)
    young.parts["palette"].close()


def test_a_click_on_a_tab_makes_what_stands_there(
    young: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(young.parts, "make_next", lambda: False)
    young.show()
    bar = young.tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(2).center())
    assert "duplicates" in young.parts
    assert "checks" not in young.parts, "its neighbour was not seen"
    assert young.tabs.currentWidget() is young.parts["duplicates"]
    assert young.parts["duplicates"].isVisible()


def test_a_window_without_a_library_has_its_parts_too(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "no.refman"
    path.write_bytes(b"no library at all" * 100)
    window = MainWindow(Session(path))
    window.session.setParent(window)
    with qtbot.waitSignal(window.session.failed):
        window.show()
    qtbot.waitUntil(lambda: len(window.parts) == len(PARTS) + 2)
    window.close()
    window.deleteLater()
    qtbot.wait(1)


def test_what_is_not_seen_first_is_not_imported_first() -> None:
    code = (
        "import sys, refman_gui.running\n"
        "print(*sorted(name for name in sys.modules if name.startswith('refman_gui.views.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    views = {name.removeprefix("refman_gui.views.") for name in done.stdout.split()}
    made_later = {part.view.partition(":")[0] for part in PARTS} - {"jobs"}  # its sign is below
    assert not views & made_later
