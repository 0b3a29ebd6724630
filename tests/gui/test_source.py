"""The source of an entry edited by keys: applied when it can be read, as one step."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from refman.library import open_library
from refman.model import Date, Edit, Name, Status, edit_of
from refman_gui.theme import Theme, apply_theme
from refman_gui.views.source import SourceView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.test_entry import GLOW, MakeWindow, entry_now, entry_view, look_at

CTRL = Qt.KeyboardModifier.ControlModifier
FULL = msgspec.structs.replace(
    GLOW, collections=("Lit/Lamps",), volume="3", abstract="Lamps 🏮 warm\u00a0water."
)


@pytest.fixture
def window(make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """The window on two lamps and FULL, its source in front by its key."""
    window = make_window(make_library(2, FULL))
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(source_view(window).editor.hasFocus)
    return window


def source_view(window: MainWindow) -> SourceView:
    view = window.parts["source"]
    assert isinstance(view, SourceView)
    return view


def text_of(window: MainWindow) -> str:
    return source_view(window).editor.toPlainText()


def choose(qtbot: QtBot, window: MainWindow, at: int) -> None:
    bar = source_view(window).formats
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(at).center())


def put(qtbot: QtBot, window: MainWindow, old: str, new: str) -> None:
    """Type something in the place of a text, which is there once."""
    editor = source_view(window).editor
    assert editor.toPlainText().count(old) == 1
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    assert editor.find(old, QTextDocument.FindFlag.FindCaseSensitively)
    if new:
        qtbot.keyClicks(editor, new)
    else:
        qtbot.keyClick(editor, Qt.Key.Key_Delete)


def rested(qtbot: QtBot, window: MainWindow, told: str) -> None:
    view = source_view(window)
    qtbot.waitUntil(lambda: told in view.told.text(), timeout=5_000)


def test_the_source_is_shown_in_each_format(qtbot: QtBot, window: MainWindow) -> None:
    view = source_view(window)
    assert not view.apply_button.isEnabled()
    for at, sign in enumerate(("@article{sato2024glow", "@article{", '"type": ', "TY  - JOUR")):
        choose(qtbot, window, at)
        assert sign in text_of(window)
        assert view.told.isHidden()


def test_what_was_changed_is_applied_as_one_step(qtbot: QtBot, window: MainWindow) -> None:
    put(qtbot, window, "volume = {3}", "volume = {4}, number = {7}")
    view = source_view(window)
    assert not view.apply_button.isEnabled()
    rested(qtbot, window, "Volume: changed. Issue: added.")
    assert view.apply_button.isEnabled()
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(view.editor, Qt.Key.Key_Return, CTRL)
    entry = entry_now(window.session)
    assert (entry.volume, entry.issue, entry.status) == ("4", "7", Status.ACCEPTED)
    assert (entry.collections, entry.abstract) == (FULL.collections, FULL.abstract)
    assert window.session.history.undoText() == "Edit 1 paper"
    qtbot.waitUntil(lambda: "  number = {7},\n" in text_of(window))  # as the format writes it
    assert not view.apply_button.isEnabled()
    assert view.told.isHidden()
    assert view.formats.tabText(0) == "BibTeX"


def test_it_is_applied_by_its_key_before_it_was_read(qtbot: QtBot, window: MainWindow) -> None:
    put(qtbot, window, "GLOW", "WARM")
    view = source_view(window)
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(view.editor, Qt.Key.Key_Return, CTRL)
    assert entry_now(window.session).title == "WARM: Lanterns over Water"


def test_a_field_taken_out_of_the_text_is_taken_out(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 2)
    put(qtbot, window, '  "volume": "3",\n'.strip(), "")
    view = source_view(window)
    rested(qtbot, window, "Volume: taken out.")
    with qtbot.waitSignal(window.session.changed):
        qtbot.mouseClick(view.apply_button, Qt.MouseButton.LeftButton)
    assert entry_now(window.session).volume is None


def test_a_fault_is_marked_at_its_line(qtbot: QtBot, window: MainWindow) -> None:
    choose(qtbot, window, 2)
    put(qtbot, window, '"volume": "3",', '"volume" "3",')
    rested(qtbot, window, "is no JSON")
    view = source_view(window)
    line = 1 + text_of(window)[: text_of(window).index('"volume"')].count("\n")
    assert view.told.text().startswith(f"✗ line {line}: ")
    marks = view.editor.extraSelections()
    assert {mark.cursor.blockNumber() + 1 for mark in marks} == {line}
    view.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(view.editor, Qt.Key.Key_Return, CTRL)
    assert view.editor.textCursor().blockNumber() + 1 == line
    assert not view.apply_button.isEnabled()
    assert entry_now(window.session).volume == "3"
    put(qtbot, window, '"volume" "3",', '"volume": "3",')
    qtbot.waitUntil(view.told.isHidden)
    assert view.editor.extraSelections() == []


def test_two_entries_are_not_applied(qtbot: QtBot, window: MainWindow) -> None:
    view = source_view(window)
    view.editor.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(view.editor, "@misc{other, title = {Other}}")
    rested(qtbot, window, "a second entry; only one can stand here")
    assert not view.apply_button.isEnabled()


def test_the_key_of_another_paper_is_refused(qtbot: QtBot, window: MainWindow) -> None:
    put(qtbot, window, "sato2024glow", "lamp1")
    rested(qtbot, window, "lamp1 is the key of another entry")
    assert not source_view(window).apply_button.isEnabled()


def test_what_changes_nothing_is_told(qtbot: QtBot, window: MainWindow) -> None:
    put(qtbot, window, "  volume = {3},", "  volume   =   {3} ,")
    rested(qtbot, window, "This changes nothing in the paper.")
    assert not source_view(window).apply_button.isEnabled()


def test_a_draft_outlives_a_look_at_another_paper(qtbot: QtBot, window: MainWindow) -> None:
    put(qtbot, window, "GLOW", "WARM")
    view = source_view(window)
    look_at(qtbot, window, "lamp1")
    qtbot.waitUntil(lambda: "lamp1" in text_of(window))
    assert view.formats.tabText(0) == "BibTeX"
    look_at(qtbot, window, "sato2024glow")
    qtbot.waitUntil(lambda: "WARM" in text_of(window))
    rested(qtbot, window, "Title: changed.")
    assert view.formats.tabText(0) == "BibTeX •"
    choose(qtbot, window, 1)
    assert "GLOW" in text_of(window)
    choose(qtbot, window, 0)
    assert "WARM" in text_of(window)
    qtbot.mouseClick(view.revert_button, Qt.MouseButton.LeftButton)
    assert "GLOW" in text_of(window)
    assert view.formats.tabText(0) == "BibTeX"
    assert view.told.isHidden()
    qtbot.keyClick(view.editor, Qt.Key.Key_Z, CTRL)
    assert "WARM" in text_of(window)


def test_a_draft_outlives_the_window(
    qtbot: QtBot, make_window: MakeWindow, window: MainWindow
) -> None:
    choose(qtbot, window, 3)
    put(qtbot, window, "GLOW", "WARM")
    window.close()
    other = make_window(window.session.path)
    qtbot.waitUntil(lambda: entry_view(other).head.key.text() == "sato2024glow")
    qtbot.keyClick(other, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(lambda: "TI  - WARM" in text_of(other))  # and the format is the same
    rested(qtbot, other, "Title: changed.")


def test_what_is_changed_elsewhere_meanwhile_stays(qtbot: QtBot, window: MainWindow) -> None:
    put(qtbot, window, "GLOW", "WARM")
    entry = entry_now(window.session)
    with open_library(window.session.path, now=lambda: NOW) as library:
        id_ = library.find_key("sato2024glow").id  # type: ignore[union-attr]
        assert id_ is not None
        edit = edit_of(id_, entry, msgspec.structs.replace(entry, volume="9"))
        assert isinstance(edit, Edit)
        library.apply("Elsewhere", [edit])
    window.session.refresh()
    qtbot.waitUntil(lambda: window.session.history.undoText() == "Elsewhere")
    assert "WARM" in text_of(window)
    with qtbot.waitSignal(window.session.changed):
        qtbot.keyClick(source_view(window).editor, Qt.Key.Key_Return, CTRL)
    assert entry_now(window.session).volume == "9"
    qtbot.waitUntil(lambda: "volume = {9}" in text_of(window))


def test_a_source_that_is_too_long_is_shown_and_not_edited(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    long = msgspec.structs.replace(GLOW, abstract="Lamps " * 50_000)
    window = make_window(make_library(0, long))
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    view = source_view(window)
    qtbot.waitUntil(view.told.isVisible)
    assert "too long" in view.told.text()
    assert view.editor.isReadOnly()
    assert len(text_of(window)) < 11_000


def test_the_colours_follow_the_theme(qtbot: QtBot, window: MainWindow) -> None:
    def first() -> str:
        (look, *_) = source_view(window).editor.document().firstBlock().layout().formats()
        return look.format.foreground().color().name()

    light = first()
    apply_theme(Theme.DARK)
    try:
        qtbot.waitUntil(lambda: first() != light)
    finally:
        apply_theme(Theme.LIGHT)


def test_every_entry_has_a_source_that_can_be_read(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    hostile = msgspec.structs.replace(
        GLOW,
        title="}{ \\ % 灯 \u202e <b>",
        author=(Name(literal="50%_Lamp {Group"),),
        issued=Date(2024, 6, circa=True),
    )
    window = make_window(make_library(0, hostile))
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    for at in range(4):
        choose(qtbot, window, at)
        put(qtbot, window, "sato2024glow", "new") if at < 2 else None
        if at < 2:
            rested(qtbot, window, "Key: changed")
