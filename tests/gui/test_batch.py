"""Many papers changed in one go, by keys and the mouse: looked at first, undone in one step."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from refman.editing import judged
from refman.library import open_library
from refman.model import Citekey, Entry, EntryId, Keyword, Status
from refman_gui import jobs
from refman_gui.item_models.batch import CHANGES_ROLE, ChangeColumn, ChangesModel
from refman_gui.tasks.replacing import Changed
from refman_gui.views import batch
from refman_gui.views.batch import BatchView
from refman_gui.views.batch_name import NameDialog
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def choose(qtbot: QtBot, window: MainWindow, count: int) -> None:
    """Choose the first so many papers of the table, which are the last that came in."""
    table = window.results.table
    window.activateWindow()
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Home, CONTROL)
    for _ in range(count - 1):
        qtbot.keyClick(table, KEY.Key_Down, SHIFT)
    assert len(window.session.selection.ids) == count


def batch_of(window: MainWindow) -> BatchView:
    view = window.parts["batch"]
    assert isinstance(view, BatchView)
    return view


def key(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """Press a key with Ctrl in the window, which is in front when its dialogs are closed."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key, CONTROL)


def press(qtbot: QtBot, window: MainWindow, letter: Qt.Key) -> BatchView:
    key(qtbot, window, letter)
    view = batch_of(window)
    qtbot.waitUntil(lambda: view.isVisible() or view.tags.isVisible())
    return view


def pick(box: QComboBox, text: str) -> None:
    """Pick an item of a box that begins so."""
    box.setCurrentIndex(box.findText(text, Qt.MatchFlag.MatchStartsWith))


def looked(qtbot: QtBot, view: BatchView, said: str) -> None:
    qtbot.waitUntil(lambda: view.said.text().startswith(said), timeout=20_000)


def do(qtbot: QtBot, window: MainWindow, view: BatchView, name: str) -> None:
    qtbot.mouseClick(view.button, LEFT)
    qtbot.waitUntil(lambda: window.session.history.undoText() == name, timeout=20_000)
    qtbot.waitUntil(lambda: not view.isVisible())


def papers(window: MainWindow) -> dict[str, Entry]:
    with open_library(window.session.path, now=lambda: NOW, read_only=True) as library:
        return {str(one.entry.citekey): one.entry for one in library.all()}


def cells(view: BatchView, column: ChangeColumn) -> list[str]:
    model = view.model
    return [str(model.index(row, int(column)).data()) for row in range(model.rowCount())]


def test_a_field_of_those_chosen_is_set_looked_at_and_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = papers(window)
    choose(qtbot, window, 3)
    view = press(qtbot, window, KEY.Key_B)
    assert view.which.currentText().startswith("3 paper")
    assert not view.button.isEnabled()
    pick(view.edit_page.field, "Type")
    assert view.edit_page.value.placeholderText() == "Journal article"
    qtbot.keyClicks(view.edit_page.value, "preprint")
    looked(qtbot, view, "2 of 3 papers change")
    assert cells(view, ChangeColumn.BEFORE) == ["Journal article"] * 2
    assert cells(view, ChangeColumn.AFTER) == ["Preprint"] * 2
    pick(view.edit_page.field, "Publisher")
    view.edit_page.value.selectAll()
    qtbot.keyClicks(view.edit_page.value, "Lamp Press")
    looked(qtbot, view, "3 of 3 papers change.")
    assert cells(view, ChangeColumn.KEY) == ["lamp11", "lamp10", "lamp9"]
    assert cells(view, ChangeColumn.BEFORE) == [""] * 3
    assert cells(view, ChangeColumn.AFTER) == ["Lamp Press"] * 3
    assert papers(window) == before
    do(qtbot, window, view, "Edit 3 papers")
    assert [one.publisher for one in papers(window).values()] == [None] * 9 + ["Lamp Press"] * 3
    key(qtbot, window, KEY.Key_Z)
    qtbot.waitUntil(lambda: papers(window) == before)


def test_lists_are_added_to_and_what_has_it_is_counted_apart(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    tagged = msgspec.structs.replace(lamp(50), keywords=(Keyword("oil"),), volume="7")
    window = make_window(make_library(2, tagged))
    choose(qtbot, window, 3)
    view = press(qtbot, window, KEY.Key_B)
    assert view.edit_page.how.currentText() == "add"
    qtbot.keyClicks(view.edit_page.value, "oil; wicks")
    looked(qtbot, view, "3 of 3")
    assert cells(view, ChangeColumn.AFTER)[0] == "oil; wicks"
    pick(view.edit_page.field, "Volume")
    assert [view.edit_page.how.itemText(at) for at in range(view.edit_page.how.count())] == [
        "set to",
        "clear",
    ]
    view.edit_page.value.selectAll()
    qtbot.keyClicks(view.edit_page.value, "7")
    looked(qtbot, view, "2 of 3 papers change.\n1 paper")
    pick(view.edit_page.how, "clear")
    looked(qtbot, view, "1 of 3 papers change.")
    assert not view.edit_page.value.isEnabled()
    do(qtbot, window, view, "Edit 3 papers")  # the two without one keep it so as the user's word
    assert papers(window)["lamp50"].volume is None


def test_a_value_without_its_form_is_told_and_cannot_be_done(
    qtbot: QtBot, window: MainWindow
) -> None:
    choose(qtbot, window, 2)
    view = press(qtbot, window, KEY.Key_B)
    pick(view.edit_page.field, "Published")
    qtbot.keyClicks(view.edit_page.value, "soon")
    looked(qtbot, view, "issued=soon: this is no date")
    assert not view.button.isEnabled()
    pick(view.edit_page.field, "Key")
    view.edit_page.value.selectAll()
    qtbot.keyClicks(view.edit_page.value, "onekey")
    looked(qtbot, view, "a citekey is that of one entry")
    assert not view.button.isEnabled()
    qtbot.keyClick(view, KEY.Key_Escape)
    assert not view.isVisible()


def test_text_is_found_and_replaced_in_all_that_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    before = papers(window)
    view = press(qtbot, window, KEY.Key_H)
    assert view.which.currentText().startswith("All that is shown: 12 paper")
    qtbot.waitUntil(view.replace_page.find_line.hasFocus)
    qtbot.keyClicks(view.replace_page.find_line, "warmth of lamp 1")
    qtbot.keyClicks(view.replace_page.put_line, "Glow of Lamp I")
    looked(qtbot, view, "3 of 12 papers change.")
    assert set(cells(view, ChangeColumn.FIELD)) == {"Title"}
    qtbot.mouseClick(view.replace_page.words, LEFT)
    looked(qtbot, view, "1 of 12 papers change.")
    qtbot.mouseClick(view.replace_page.case, LEFT)
    looked(qtbot, view, "0 of 12 papers change.")
    assert not view.button.isEnabled()
    qtbot.mouseClick(view.replace_page.case, LEFT)
    looked(qtbot, view, "1 of 12 papers change.")
    do(qtbot, window, view, 'Replace "warmth of lamp 1" in 1 paper')
    assert papers(window)["lamp1"].title == "On the Glow of Lamp I"
    key(qtbot, window, KEY.Key_Z)
    qtbot.waitUntil(lambda: papers(window) == before)


def test_a_pattern_with_groups_is_replaced_and_a_wrong_one_is_told(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = press(qtbot, window, KEY.Key_H)
    qtbot.mouseClick(view.replace_page.pattern, LEFT)
    qtbot.keyClicks(view.replace_page.find_line, r"Lamp (\d+")
    looked(qtbot, view, "the pattern cannot be read")
    qtbot.keyClicks(view.replace_page.find_line, ")")
    qtbot.keyClicks(view.replace_page.put_line, r"Lantern no. \1")
    pick(view.replace_page.field, "Title")
    looked(qtbot, view, "12 of 12 papers change.")
    do(qtbot, window, view, r'Replace "Lamp (\d+)" in 12 papers')
    assert papers(window)["lamp4"].title == "On the Warmth of Lantern no. 4"


def test_a_pattern_that_takes_for_ever_is_stopped_and_the_window_goes_on(
    qtbot: QtBot,
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(batch, "_PATIENCE_MS", 1_500)
    monkeypatch.setattr(jobs, "_PATIENCE_MS", 200)
    trap = msgspec.structs.replace(lamp(50), title="a" * 60 + "!")
    window = make_window(make_library(3, trap))
    view = press(qtbot, window, KEY.Key_H)
    view.replace_page.pattern.setChecked(True)
    qtbot.keyClicks(view.replace_page.find_line, "(a+)+$")
    looked(qtbot, view, "This takes too long")
    assert not view.button.isEnabled()
    qtbot.waitUntil(lambda: not window.session.jobs.findChildren(jobs.Job), timeout=10_000)


def test_what_cannot_be_replaced_is_counted(qtbot: QtBot, window: MainWindow) -> None:
    view = press(qtbot, window, KEY.Key_H)
    qtbot.keyClicks(view.replace_page.find_line, "200")
    qtbot.keyClicks(view.replace_page.put_line, "x")
    pick(view.replace_page.field, "Published")
    looked(qtbot, view, "0 of 12 papers change.\nIn 10 paper")
    assert not view.button.isEnabled()


def name(qtbot: QtBot, dialog: NameDialog, text: str) -> None:
    qtbot.waitUntil(dialog.isVisible)
    dialog.line.selectAll()
    qtbot.keyClicks(dialog.line, text)


def test_a_tag_is_completed_given_and_taken_away(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    tagged = msgspec.structs.replace(lamp(50), keywords=(Keyword("oil lamps"),))
    window = make_window(make_library(4, tagged))
    choose(qtbot, window, 3)
    dialog = press(qtbot, window, KEY.Key_T).tags
    name(qtbot, dialog, "oi")
    completer = dialog.line.completer()
    assert completer is not None
    assert completer.currentCompletion() == "oil lamps"
    qtbot.keyClicks(dialog.line, "l; wick")
    qtbot.mouseClick(dialog.add_button, LEFT)
    assert "One at a time" in dialog.fault.text()
    name(qtbot, dialog, "wick")
    qtbot.mouseClick(dialog.add_button, LEFT)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Tag 3 papers")
    assert [tag.text for tag in papers(window)["lamp50"].keywords] == ["oil lamps", "wick"]
    name(qtbot, press(qtbot, window, KEY.Key_T).tags, "oil lamps")
    qtbot.mouseClick(dialog.take_button, LEFT)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Tag 1 paper")
    assert [tag.text for tag in papers(window)["lamp50"].keywords] == ["wick"]


def test_papers_are_put_into_a_collection_and_taken_out(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 2)
    dialog = batch_of(window).collections
    window.actions_by_id["edit.collect"].trigger()
    name(qtbot, dialog, "To read/Lamps")
    qtbot.keyClick(dialog.line, KEY.Key_Return)
    said = 'Put 2 papers into "To read/Lamps"'
    qtbot.waitUntil(lambda: window.session.history.undoText() == said)
    window.actions_by_id["edit.collect"].trigger()
    name(qtbot, dialog, "to read")
    qtbot.mouseClick(dialog.take_button, LEFT)
    said = 'Take 2 papers out of "To read"'
    qtbot.waitUntil(lambda: window.session.history.undoText() == said)
    window.actions_by_id["edit.collect"].trigger()
    name(qtbot, dialog, "No such")
    with qtbot.waitSignal(window.session.failed):
        qtbot.mouseClick(dialog.take_button, LEFT)


def test_papers_go_into_the_bin_and_out_of_it(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 2)
    qtbot.keyClick(window.results.table, KEY.Key_Delete)
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Put 2 papers into the bin")
    assert len(papers(window)) == 10
    with qtbot.waitSignal(window.results.model.counted):
        window.session.selection.want("in:bin")
    qtbot.waitUntil(lambda: window.results.model.rowCount() == 2)
    choose(qtbot, window, 2)
    window.actions_by_id["edit.put_back"].trigger()
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Take 2 papers out of the bin")
    assert len(papers(window)) == 12


def test_of_very_many_a_tag_is_a_job(
    qtbot: QtBot, make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(520))
    view = press(qtbot, window, KEY.Key_T)
    pick(view.tags.which, "All that is shown")
    name(qtbot, view.tags, "wick")
    qtbot.mouseClick(view.tags.add_button, LEFT)
    (job,) = window.session.jobs.all
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Tag 520 papers", timeout=30_000)
    assert job.outcome == "done"


def test_another_change_meanwhile_is_kept(qtbot: QtBot, window: MainWindow) -> None:
    """What was looked at is not what is written: that is made of what is there then."""
    choose(qtbot, window, 12)
    view = press(qtbot, window, KEY.Key_B)
    qtbot.keyClicks(view.edit_page.value, "oil")
    looked(qtbot, view, "12 of 12")
    with open_library(window.session.path, now=lambda: datetime.now(UTC)) as library:
        step = judged(library.all(), Status.ACCEPTED)
        library.apply(step.name, step.changes)
    do(qtbot, window, view, "Edit 12 papers")
    assert {one.status for one in papers(window).values()} == {Status.ACCEPTED}
    assert {one.keywords for one in papers(window).values()} == {(Keyword("oil"),)}


def test_everything_that_takes_the_focus_has_a_name(qtbot: QtBot, window: MainWindow) -> None:
    view = press(qtbot, window, KEY.Key_B)
    for dialog in (view, view.tags, view.collections):
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden():
                told = QAccessible.queryAccessibleInterface(widget)
                assert told.text(QAccessible.Text.Name), widget


def test_the_changes_keep_the_laws_of_models(window: MainWindow) -> None:
    model = ChangesModel(window)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show(
        [
            Changed(id=EntryId(1), citekey="<b>k</b>", field="extra.\u202e", before="a", after=""),
            Changed(id=EntryId(2), citekey="k", field="title", before="a\nb", after="a c" * 500),
        ]
    )
    for row in range(2):
        for column in ChangeColumn:
            for role in (*range(20), CHANGES_ROLE):
                model.index(row, int(column)).data(role)
    assert "\n" not in str(model.index(1, int(ChangeColumn.BEFORE)).data())
    assert str(model.index(0, 3).data(int(Qt.ItemDataRole.AccessibleTextRole))) == "nothing"
    assert Citekey("k") in cells_of(model)
    model.show([])
    assert model.rowCount() == 0


def cells_of(model: ChangesModel) -> list[str]:
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]
