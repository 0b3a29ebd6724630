"""Papers kept as versions of one work: in the table, in the entry's pane, among the duplicates."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman.editing import judged
from refman.model import Arxiv, Citekey, EntryId, Identifiers, ItemType, KeptKind, Status
from refman.tidying import as_versions, no_version
from refman_gui.views.duplicates import DuplicatesView
from refman_gui.views.entry import EntryView
from refman_gui.views.entry_versions import EntryVersions
from refman_gui.window import MainWindow
from tests.gui.conftest import lamp

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ACCEPTED = Status.ACCEPTED

PREPRINT = msgspec.structs.replace(
    lamp(1),
    citekey=Citekey("early"),
    type=ItemType.ARTICLE,
    container_title=None,
    identifiers=Identifiers(arxiv=Arxiv("2101.01234")),
)
TALK = msgspec.structs.replace(
    lamp(1), citekey=Citekey("talk"), type=ItemType.SPEECH, container_title="Light & <b>Wick</b>"
)
MakeWindow = Callable[[Path], MainWindow]


@pytest.fixture
def window(make_window: MakeWindow, make_library: Callable[..., Path]) -> MainWindow:
    return make_window(make_library(5, PREPRINT, TALK))


def kept(window: MainWindow) -> set[str]:
    assert window.session.reader is not None
    return set(window.session.reader.kept(KeptKind.VERSION))


def entry_view(window: MainWindow) -> EntryView:
    view = window.parts["entry"]
    assert isinstance(view, EntryView)
    return view


def texts(versions: EntryVersions) -> list[str]:
    return [row.button.accessibleName() for row in versions.rows if row.isVisibleTo(versions)]


def find(qtbot: QtBot, window: MainWindow, query: str, count: int) -> None:
    box = window.results.box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, query)
    qtbot.keyClick(box, KEY.Key_Return)
    qtbot.waitUntil(lambda: window.session.selection.query == query)
    qtbot.waitUntil(lambda: window.results.model.rowCount() == count)
    window.results.table.setFocus()


def test_chosen_ones_are_kept_as_versions_gone_through_and_taken_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    view, history = entry_view(window), window.session.history
    versions = view.head.versions
    find(qtbot, window, "key:early OR key:lamp1", 2)
    qtbot.keyClick(window.results.table, KEY.Key_A, CONTROL)
    qtbot.waitUntil(lambda: len(window.session.selection.ids) == 2)
    qtbot.keyClick(window, KEY.Key_M, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: history.undoText().startswith("Keep "))
    assert kept(window) == {"2 6"}
    find(qtbot, window, "has:version", 2)
    qtbot.keyClick(window.results.table, KEY.Key_Home)
    qtbot.waitUntil(lambda: view.head.key.text() == "early" and versions.isVisible())
    said = "its publication: lamp1 (Journal article, 2001, Journal of Lamps)"
    assert texts(versions) == [said]
    # By the keyboard to the other one, where it is the preprint; by the mouse back.
    versions.rows[0].button.setFocus()
    qtbot.keyClick(versions.rows[0].button, KEY.Key_Space)
    qtbot.waitUntil(lambda: view.head.key.text() == "lamp1")
    assert texts(versions) == ["its preprint: early (Preprint, 2001)"]
    qtbot.mouseClick(versions.rows[0].button, LEFT)
    qtbot.waitUntil(lambda: view.head.key.text() == "early")
    qtbot.mouseClick(versions.rows[0].part_button, LEFT)
    qtbot.waitUntil(lambda: not versions.isVisible())
    assert kept(window) == set()
    qtbot.keyClick(window, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(versions.isVisible)
    assert texts(versions) == [said]


def test_rows_are_as_many_as_there_are_versions(qtbot: QtBot, window: MainWindow) -> None:
    view = entry_view(window)
    find(qtbot, window, "", 7)
    qtbot.keyClick(window.results.table, KEY.Key_A, CONTROL)
    qtbot.waitUntil(lambda: len(window.session.selection.ids) == 7)
    qtbot.keyClick(window, KEY.Key_M, CONTROL | SHIFT)
    said = "Keep 7 papers as versions of one work"
    qtbot.waitUntil(lambda: window.session.history.undoText() == said)
    find(qtbot, window, "key:lamp0", 1)
    versions = view.head.versions
    qtbot.waitUntil(lambda: len(texts(versions)) == 5)
    said = "another version: talk (Talk, 2001, Light & <b>Wick</b>)"
    row = versions.rows[texts(versions).index(said)]
    assert "&lt;b&gt;" in row.button.toolTip()
    assert row.part_button.accessibleName().endswith(" is no version of this paper")
    assert versions.more.isVisible()
    assert versions.more.text() == "1 more version"
    assert row.button.text()[:20] == said[:20]
    assert row.width() <= view.width()


def test_a_group_is_kept_as_versions_by_its_key(qtbot: QtBot, window: MainWindow) -> None:
    view = window.parts["duplicates"]
    assert isinstance(view, DuplicatesView)
    history = window.session.history
    qtbot.keyClick(window, KEY.Key_3, CONTROL)
    qtbot.waitUntil(view.isVisible)
    qtbot.mouseClick(view.find_button, LEFT)
    qtbot.waitUntil(lambda: "looked at" in view.said.text(), timeout=30_000)
    (group,) = view.model.shown()
    assert len(group.here) == 3
    # One is left out: the others are kept, and the group is there for what is left of it.
    view.pane.table.setFocus()
    view.pane.table.setCurrentIndex(view.pane.model.index(0, 2))
    qtbot.keyClick(view.pane.table, KEY.Key_X)
    qtbot.keyClick(view.pane.table, KEY.Key_V)
    qtbot.waitUntil(lambda: history.undoText().startswith("Keep "))
    assert kept(window) == {"2 6"}
    qtbot.waitUntil(lambda: view.model.shown() == (group,))
    qtbot.mouseClick(view.pane.versions_button, LEFT)
    qtbot.waitUntil(lambda: history.undoText() == "Keep 3 papers as versions of one work")
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    assert kept(window) == {"2 6", "2 7", "6 7"}
    assert not view.pane.versions_button.isEnabled()
    qtbot.keyClick(window, KEY.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: view.model.shown() == (group,))
    qtbot.keyClick(window, KEY.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    # Whoever takes one of them back brings the group back, and a person may compare them anyway.
    window.session.edit_with(lambda library: no_version(library, EntryId(7)))
    qtbot.waitUntil(lambda: view.model.shown() == (group,))
    window.session.edit_with(lambda library: as_versions(library, group.ids))
    qtbot.waitUntil(lambda: view.model.rowCount() == 0)
    window.session.edit_with(lambda library: judged(library.holdings(group.ids[:1]), ACCEPTED))
    qtbot.waitUntil(lambda: history.undoText() == "Accept 1 paper")
    assert view.model.rowCount() == 0
    find(qtbot, window, "has:version", 3)
    qtbot.keyClick(window.results.table, KEY.Key_A, CONTROL)
    qtbot.waitUntil(lambda: len(window.session.selection.ids) == 3)
    for _ in range(2):
        qtbot.keyClick(window, KEY.Key_M, CONTROL)
        qtbot.waitUntil(lambda: view.model.rowCount() == 1)
        qtbot.keyClick(view.groups, KEY.Key_V)
        qtbot.waitUntil(lambda: view.model.all[0].is_settled)
        assert view.model.rowCount() == 0
