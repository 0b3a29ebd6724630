"""Fields edited in place by keys: applied, refused, taken back, kept as drafts, locked."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from refman.editing import How, assignment, edited
from refman.errors import FullDiskError
from refman.library import Library, open_library
from refman.lookup.offers import USER
from refman.model import ItemType, Name
from refman.model.dates import Date
from refman.places import state_folder
from refman_gui.delegates.entry_fields import FieldEditor
from refman_gui.item_models.entry_fields import FieldColumn
from refman_gui.rows import Column
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.test_entry import GLOW, MakeWindow, entry_now, entry_view, glow, look_at

__all__ = ["glow"]

CTRL = Qt.KeyboardModifier.ControlModifier


def editor_of(window: MainWindow) -> FieldEditor | None:
    table = entry_view(window).fields.table
    editors = table.viewport().findChildren(FieldEditor)
    return next((one for one in editors if one.isVisible()), None)


def begin(qtbot: QtBot, window: MainWindow, name: str) -> FieldEditor:
    """Go to a field by the mouse, and begin to edit it by F2."""
    page = entry_view(window).fields
    row = page.model.place_of(name)
    assert row is not None, name
    index = page.model.index(row, FieldColumn.VALUE)
    page.table.scrollTo(index)
    at = page.table.visualRect(index).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    editor = editor_of(window)
    assert editor is not None
    return editor


def retype(qtbot: QtBot, editor: FieldEditor, text: str) -> None:
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    for number, line in enumerate(text.split("\n")):
        if number:
            qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(editor, line)


def drafts(window: MainWindow) -> dict[str, str]:
    id_ = window.session.selection.current
    assert id_ is not None
    return dict(entry_view(window).drafts.of(id_))


def shown(window: MainWindow, name: str, role: int = int(Qt.ItemDataRole.DisplayRole)) -> str:
    model = entry_view(window).fields.model
    row = model.place_of(name)
    assert row is not None
    return str(model.index(row, FieldColumn.VALUE).data(role) or "")


@pytest.mark.parametrize(
    ("name", "typed", "attribute", "value"),
    [
        ("title", "GLOW: Lanterns under Water", "title", "GLOW: Lanterns under Water"),
        ("issued", "2023-11-05", "issued", Date(2023, 11, 5)),
        (
            "author",
            "van der Berg, Jan\n{Wick and Sons}; Lee, Ann",
            "author",
            (
                Name(family="Berg", given="Jan", non_dropping_particle="van der"),
                Name(literal="Wick and Sons"),
                Name(family="Lee", given="Ann"),
            ),
        ),
        ("volume", "7", "volume", "7"),
        ("extra.pubstate", "", "extra", {}),
    ],
)
def test_enter_applies_what_was_typed_in_one_step(
    qtbot: QtBot, glow: MainWindow, name: str, typed: str, attribute: str, value: object
) -> None:
    editor = begin(qtbot, glow, name)
    retype(qtbot, editor, typed) if typed else (
        qtbot.keyClick(editor, Qt.Key.Key_A, CTRL),
        qtbot.keyClick(editor, Qt.Key.Key_Delete),
    )
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert getattr(entry_now(glow.session), attribute) == value
    assert glow.session.history.undoText() == "Edit 1 paper"
    qtbot.waitUntil(lambda: editor_of(glow) is None)
    assert drafts(glow) == {}
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(glow, Qt.Key.Key_Z, CTRL)
    assert getattr(entry_now(glow.session), attribute) == getattr(GLOW, attribute)


def test_identifiers_are_checked_as_typed_and_kept_until_they_are_right(
    qtbot: QtBot, glow: MainWindow
) -> None:
    page = entry_view(glow).fields
    editor = begin(qtbot, glow, "identifiers.doi")
    qtbot.keyClicks(editor, "10.5555")
    assert editor.is_wrong
    assert page.told.text().startswith("✗ DOI: this is no DOI")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor_of(glow) is editor
    assert editor.toPlainText() == "10.5555"
    assert entry_now(glow.session).identifiers.doi is None
    qtbot.keyClicks(editor, "/glow")
    assert not editor.is_wrong
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert entry_now(glow.session).identifiers.doi == "10.5555/glow"


def test_escape_takes_back(qtbot: QtBot, glow: MainWindow) -> None:
    editor = begin(qtbot, glow, "title")
    retype(qtbot, editor, "Something else")
    assert drafts(glow) == {"title": "Something else"}
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: editor_of(glow) is None)
    assert drafts(glow) == {}
    assert shown(glow, "title") == GLOW.title


def test_tab_applies_and_goes_to_the_next_field(qtbot: QtBot, glow: MainWindow) -> None:
    editor = begin(qtbot, glow, "volume")
    qtbot.keyClicks(editor, "12")
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Tab)
    after = editor_of(glow)
    assert after is not None
    assert after.row.field.name == "issue"
    qtbot.keyClicks(after, "3")
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(after, Qt.Key.Key_Backtab)
    before = editor_of(glow)
    assert before is not None
    assert before.row.field.name == "volume"
    assert (entry_now(glow.session).volume, entry_now(glow.session).issue) == ("12", "3")


def test_two_fields_applied_at_once_are_both_kept(qtbot: QtBot, glow: MainWindow) -> None:
    for name, text in (("volume", "1"), ("issue", "2"), ("page", "3-4")):
        editor = begin(qtbot, glow, name)
        qtbot.keyClicks(editor, text)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entry_now(glow.session).page == "3-4")
    entry = entry_now(glow.session)
    assert (entry.volume, entry.issue) == ("1", "2")
    qtbot.waitUntil(lambda: drafts(glow) == {})


def test_a_key_that_another_has_is_refused(qtbot: QtBot, glow: MainWindow) -> None:
    editor = begin(qtbot, glow, "citekey")
    retype(qtbot, editor, "lamp1")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert "lamp1 is the key of another entry" in entry_view(glow).fields.told.text()
    assert editor_of(glow) is editor


def test_a_draft_outlives_moving_away_and_is_marked(qtbot: QtBot, glow: MainWindow) -> None:
    editor = begin(qtbot, glow, "issued")
    retype(qtbot, editor, "20x4")
    look_at(qtbot, glow, "lamp1")
    assert entry_view(glow).head.key.text() == "lamp1"
    look_at(qtbot, glow, "sato2024glow")
    assert shown(glow, "issued") == "20x4"
    told = shown(glow, "issued", int(Qt.ItemDataRole.AccessibleTextRole))
    assert "Published: this is no date" in told
    chips = [chip.text() for chip in entry_view(glow).head._chips if chip.isVisible()]
    assert chips == ["1 value not applied"]
    editor = begin(qtbot, glow, "issued")
    assert editor.toPlainText() == "20x4"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert shown(glow, "issued") == "2024-06"


def test_a_draft_is_there_after_a_restart(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    path = make_library(3, GLOW)
    window = make_window(path)
    look_at(qtbot, window, "sato2024glow")
    qtbot.keyClicks(begin(qtbot, window, "volume"), "12b")
    file = state_folder() / "drafts.json"
    qtbot.waitUntil(file.exists, timeout=5_000)  # written by itself, as before a crash
    (kept,) = json.loads(file.read_text()).values()
    assert list(kept.values()) == [{"volume": "12b"}]
    again = make_window(path)
    look_at(qtbot, again, "sato2024glow")
    assert shown(again, "volume") == "12b"


def test_a_draft_that_was_applied_before_a_crash_is_forgotten(
    make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot
) -> None:
    path = make_library(1, GLOW)
    file = state_folder() / "drafts.json"
    file.parent.mkdir(parents=True)
    kept = {"2": {"title": GLOW.title, "volume": "7"}, "99": {"title": "of one that is gone"}}
    file.write_text(json.dumps({str(path): kept}))
    window = make_window(path)
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    assert drafts(window) == {"volume": "7"}
    entry_view(window).drafts.save()
    assert json.loads(file.read_text()) == {str(path): {"2": {"volume": "7"}}}


@pytest.mark.parametrize("content", [b"", b"{", b'{"a": 1}', b"\xff\xfe"])
def test_a_file_of_drafts_that_cannot_be_read_holds_nothing_up(
    content: bytes, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    file = state_folder() / "drafts.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    assert entry_view(make_window(make_library(1))).drafts.of(1) == {}  # type: ignore[arg-type]


def test_a_lock_is_set_and_taken_off_by_key_and_mouse(qtbot: QtBot, glow: MainWindow) -> None:
    page = entry_view(glow).fields
    row = page.model.place_of("title")
    assert row is not None
    index = page.model.index(row, FieldColumn.LOCK)
    at = page.table.visualRect(index).center()
    with qtbot.waitSignal(glow.session.changed):
        qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert entry_now(glow.session).provenance["title"].source == USER
    qtbot.waitUntil(lambda: bool(page.model.row_at(row) and page.model.row_at(row)[3]))
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(page.table, Qt.Key.Key_Space, CTRL)
    assert "title" not in entry_now(glow.session).provenance


def test_all_fields_are_shown_on_demand(qtbot: QtBot, glow: MainWindow) -> None:
    page = entry_view(glow).fields
    assert page.model.place_of("medium") is None
    assert page.model.place_of("extra.pubstate") is not None
    qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton, pos=QPoint(8, page.all.height() // 2))
    assert page.model.place_of("medium") is not None


def test_f2_edits_from_the_table_of_papers(qtbot: QtBot, glow: MainWindow) -> None:
    glow.results.table.setFocus()
    qtbot.keyClick(glow.results.table, Qt.Key.Key_F2)
    editor = editor_of(glow)
    assert editor is not None
    assert editor.row.field.name == "title"


def test_the_model_holds_what_models_must(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    window = make_window(make_library(4, GLOW))
    model = entry_view(window).fields.model
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    for key in ("lamp0", "lamp1", "sato2024glow"):
        look_at(qtbot, window, key)
    begin(qtbot, window, "title")
    assert tester.model() is model


def test_types_are_offered_as_one_types(qtbot: QtBot, glow: MainWindow) -> None:
    editor = begin(qtbot, glow, "type")
    assert editor.toPlainText() == "Journal article"
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(editor, "paper-co")  # CSL's word finds what is called otherwise
    assert editor._completer is not None
    popup = editor._completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert editor.toPlainText() == "Conference paper"
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert entry_now(glow.session).type is ItemType.PAPER_CONFERENCE
    model = entry_view(glow).fields.model
    qtbot.waitUntil(lambda: model.place_of("event_title") is not None)
    row = glow.results.model.index(0, Column.TYPE)
    qtbot.waitUntil(lambda: row.data() == "Conference paper")
    assert "type:paper-conference" in row.data(Qt.ItemDataRole.ToolTipRole)


def test_keys_of_the_window_are_the_editors_while_one_types(qtbot: QtBot, glow: MainWindow) -> None:
    editor = begin(qtbot, glow, "title")
    qtbot.keyClick(editor, Qt.Key.Key_A, CTRL)
    QGuiApplication.clipboard().setText("Pasted <b>title</b>")
    qtbot.keyClick(editor, Qt.Key.Key_V, CTRL)
    assert editor.toPlainText() == "Pasted <b>title</b>"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CTRL)
    assert editor.toPlainText() == GLOW.title
    qtbot.keyClicks(editor, "!")
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return, CTRL)
    entry = entry_now(glow.session)
    assert entry.title is not None
    assert entry.title.endswith("!")
    assert glow.session.history.undoText() == "Edit 1 paper"


def test_what_the_library_does_not_take_stays_a_draft(
    qtbot: QtBot, glow: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FullDiskError("there is no room on the disk", library="lamps")

    monkeypatch.setattr(Library, "apply", refuse)
    editor = begin(qtbot, glow, "volume")
    qtbot.keyClicks(editor, "99")
    with qtbot.waitSignal(glow.session.failed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert drafts(glow) == {"volume": "99"}
    told = shown(glow, "volume", int(Qt.ItemDataRole.AccessibleTextRole))
    assert told == "99 — not applied yet"
    monkeypatch.undo()
    editor = begin(qtbot, glow, "volume")
    with qtbot.waitSignal(glow.session.changed):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert entry_now(glow.session).volume == "99"
    qtbot.waitUntil(lambda: drafts(glow) == {})


def test_what_another_program_does_is_shown_and_what_is_typed_stays(
    qtbot: QtBot, glow: MainWindow
) -> None:
    editor = begin(qtbot, glow, "volume")
    qtbot.keyClicks(editor, "5")
    with open_library(glow.session.path, now=lambda: NOW) as library:
        held = library.find_key("sato2024glow")
        assert held is not None
        wanted = [assignment("title", How.SET, "Named anew")]
        step = edited(library, [held], wanted, now=NOW)
        library.apply(step.name, step.changes)
    qtbot.waitUntil(lambda: shown(glow, "title") == "Named anew", timeout=5_000)
    assert editor_of(glow) is editor
    qtbot.keyClicks(editor, "0")
    assert editor.toPlainText() == "50"
    model = entry_view(glow).fields.model
    place = model.place_of("title")
    assert place is not None
    tip = model.index(place, FieldColumn.VALUE).data(Qt.ItemDataRole.ToolTipRole)
    assert "you, 2026-03-01" in tip
