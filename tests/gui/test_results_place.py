"""Where one was: the window opens there again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman_gui.views.results_place import Place, PlaceKeeper
from refman_gui.window import MainWindow
from tests.gui.person import CTRL, Person

KEY = Qt.Key
MakeWindow = Callable[[Path], MainWindow]


def _title(window: MainWindow) -> str | None:
    current = window.session.selection.current
    holding = window.session.get(current) if current is not None else None
    return holding.entry.title if holding is not None else None


@pytest.mark.parametrize(("query", "count", "row"), [("glow1", 45, 3), ("", 310, 309)])
def test_a_window_opens_where_one_was(
    make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot,
    query: str, count: int, row: int,
) -> None:  # fmt: skip
    path = make_library(310)
    person = Person(qtbot)
    window = make_window(path)
    person.look_at(window)
    person.press(KEY.Key_F, CTRL)
    person.type(query)
    person.press(KEY.Key_Return)
    person.wait(lambda: window.session.selection.total == count)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Home, CTRL)
    for _ in range(row if row < 10 else 60):
        person.press(KEY.Key_Down if row < 10 else KEY.Key_PageDown)
    person.wait(lambda: window.results.table.currentIndex().row() == row)
    person.wait(lambda: window.results.model.row_at(row) is not None)
    title = _title(window)
    window.close()
    again = make_window(path)
    assert again.results.box.text() == query
    person.wait(lambda: _title(again) == title)
    assert again.results.table.currentIndex().row() == row


def test_places_of_many_libraries_are_bounded(tmp_path: Path, qapp: object) -> None:
    for number in range(60):
        keeper = PlaceKeeper(tmp_path / f"{number}.refman")
        keeper.note(Place("lamps", number, number))
        keeper.leave()
    assert PlaceKeeper(tmp_path / "59.refman").place == Place("lamps", 59, 59)
    assert PlaceKeeper(tmp_path / "1.refman").place == Place()
    assert PlaceKeeper(tmp_path / "20.refman").place.row == 20


@pytest.mark.parametrize("content", [b"", b"[1", b'{"x": 3}', b"\xff" * 2_000_000])
def test_a_file_that_is_not_ours_counts_as_none(
    tmp_path: Path, qapp: object, content: bytes
) -> None:
    keeper = PlaceKeeper(tmp_path / "a.refman")
    keeper.note(Place("lamps"))
    keeper.leave()
    keeper._file.write_bytes(content)
    keeper = PlaceKeeper(tmp_path / "a.refman")
    assert keeper.place == Place()
    keeper.note(Place("wicks"))
    keeper.leave()
    assert PlaceKeeper(tmp_path / "a.refman").place.query == "wicks"
