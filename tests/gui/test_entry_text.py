"""Abstract, tags, collections, notes and files; and where all of it comes from."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from refman.library import open_library
from refman.model import Add, Attachment, Holding, Keyword, Provenance, Span
from refman.moments import shown_moment
from refman_gui.item_models.entry_sources import SourceColumn
from refman_gui.views.entry_origin import OriginPage
from refman_gui.views.entry_text import TextPage
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.test_entry import GLOW, MakeWindow, entry_now, entry_view, look_at
from tests.gui.test_entry_links import Desktop, desktop
from tests.tidying.found import matched, proposal

__all__ = ["desktop"]

CTRL = Qt.KeyboardModifier.ControlModifier
ABSTRACT = "Lamps 🏮 warm water. Code is at https://github.com/example-lab/glow, of course."
FULL = msgspec.structs.replace(
    GLOW,
    abstract=ABSTRACT,
    keywords=(Keyword("lamps"), Keyword("water")),
    notes=("Read again.", "Ask Aiko."),
    collections=("Lit/Lamps",),
    attachments=(Attachment("The paper", "glow.pdf"), Attachment("A script", "run.sh")),
)


@pytest.fixture
def full(make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """The window on FULL and a lamp, the page of texts in front."""
    window = make_window(make_library(1, FULL))
    view = entry_view(window)
    qtbot.waitUntil(view.head.isVisible)
    bar = view.tabs.tabBar()
    at = bar.tabRect(view.tabs.indexOf(view.text)).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    return window


def text_page(window: MainWindow) -> TextPage:
    return entry_view(window).text


def test_the_abstract_has_its_links_marked(full: MainWindow) -> None:
    abstract = text_page(full).abstract
    assert abstract.toPlainText() == ABSTRACT
    assert abstract.isReadOnly()
    marked = [one.cursor.selectedText() for one in abstract.extraSelections()]
    assert marked == ["https://github.com/example-lab/glow"]


def test_a_link_is_opened_by_ctrl_and_click_and_by_no_other(
    qtbot: QtBot, full: MainWindow, desktop: Desktop
) -> None:
    abstract = text_page(full).abstract
    cursor = QTextCursor(abstract.document())
    cursor.setPosition(abstract.toPlainText().index("github"))
    at = abstract.cursorRect(cursor).center()
    qtbot.mouseClick(abstract.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desktop.opened == []
    qtbot.mouseClick(abstract.viewport(), Qt.MouseButton.LeftButton, CTRL, at)
    assert desktop.opened == ["https://github.com/example-lab/glow"]
    qtbot.mouseClick(abstract.viewport(), Qt.MouseButton.LeftButton, CTRL, QPoint(3, 3))
    assert len(desktop.opened) == 1


def test_the_abstract_is_edited_on_demand(qtbot: QtBot, full: MainWindow) -> None:
    abstract = text_page(full).abstract
    abstract.setFocus()
    qtbot.keyClick(abstract, Qt.Key.Key_F2)
    assert not abstract.isReadOnly()
    qtbot.keyClick(abstract, Qt.Key.Key_A, CTRL)
    qtbot.keyClicks(abstract, "Anew")
    qtbot.keyClick(abstract, Qt.Key.Key_Return)
    qtbot.keyClick(abstract, Qt.Key.Key_Return)
    qtbot.keyClicks(abstract, "and again.")
    with qtbot.waitSignal(full.session.changed):
        qtbot.keyClick(abstract, Qt.Key.Key_Return, CTRL)
    assert entry_now(full.session).abstract == "Anew\n\nand again."
    assert full.session.history.undoText() == "Edit 1 paper"
    qtbot.waitUntil(abstract.isReadOnly)


def test_an_abstract_that_is_being_typed_stays_when_something_else_is_done(
    qtbot: QtBot, full: MainWindow
) -> None:
    page = text_page(full)
    page.abstract.setFocus()
    qtbot.keyClick(page.abstract, Qt.Key.Key_F2)
    qtbot.keyClick(page.abstract, Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(page.abstract, " More")
    page.tags.setFocus()
    qtbot.keyClicks(page.tags, "; fire")
    with qtbot.waitSignal(full.session.changed):
        qtbot.keyClick(page.tags, Qt.Key.Key_Return)
    qtbot.wait(1)
    qtbot.keyClicks(page.abstract, " words")
    assert page.abstract.toPlainText() == f"{ABSTRACT} More words"
    look_at(qtbot, full, "lamp0")
    look_at(qtbot, full, "sato2024glow")
    assert page.abstract.toPlainText() == f"{ABSTRACT} More words"
    qtbot.keyClick(page.abstract, Qt.Key.Key_Escape)
    assert page.abstract.toPlainText() == ABSTRACT
    assert entry_view(full).drafts.of(full.session.selection.current) == {}  # type: ignore[arg-type]


def test_tags_are_set_on_one_line_and_completed(qtbot: QtBot, full: MainWindow) -> None:
    tags = text_page(full).tags
    assert tags.text() == "lamps; water"
    tags.setFocus()
    qtbot.keyClick(tags, Qt.Key.Key_End)
    qtbot.keyClicks(tags, "; La")
    popup = tags._completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert tags.text() == "lamps; water; lamps"
    tags.selectAll()
    qtbot.keyClicks(tags, "oil; light")
    with qtbot.waitSignal(full.session.changed):
        qtbot.keyClick(tags, Qt.Key.Key_Return)
    assert [one.text for one in entry_now(full.session).keywords] == ["oil", "light"]


def test_collections_are_checked_as_they_are_named(qtbot: QtBot, full: MainWindow) -> None:
    page = text_page(full)
    page.collections.setFocus()
    page.collections.selectAll()
    qtbot.keyClicks(page.collections, "lit//x")
    qtbot.keyClick(page.collections, Qt.Key.Key_Return)
    assert "is no collection" in page.told.text()
    page.collections.selectAll()
    qtbot.keyClicks(page.collections, "lit/lamps; New")
    with qtbot.waitSignal(full.session.changed):
        qtbot.keyClick(page.collections, Qt.Key.Key_Return)
    assert entry_now(full.session).collections == ("Lit/Lamps", "New")


def test_notes_are_chosen_edited_and_added(qtbot: QtBot, full: MainWindow) -> None:
    page = text_page(full)
    assert page.note.toPlainText() == "Read again."
    page.notes.setFocus()
    qtbot.keyClick(page.notes, Qt.Key.Key_Down)
    assert page.note.toPlainText() == "Ask Aiko."
    page.note.setFocus()
    qtbot.keyClick(page.note, Qt.Key.Key_Return)
    qtbot.keyClicks(page.note, "Soon: ")
    with qtbot.waitSignal(full.session.changed):
        qtbot.keyClick(page.note, Qt.Key.Key_Return, CTRL)
    assert entry_now(full.session).notes == ("Read again.", "Soon: Ask Aiko.")
    qtbot.waitUntil(lambda: page.notes.count() == 3)
    page.notes.setFocus()
    qtbot.keyClick(page.notes, Qt.Key.Key_End)
    page.note.setFocus()
    qtbot.keyClick(page.note, Qt.Key.Key_F2)
    qtbot.keyClicks(page.note, "Third")
    with qtbot.waitSignal(full.session.changed):
        qtbot.keyClick(page.note, Qt.Key.Key_Return, CTRL)
    assert entry_now(full.session).notes[2:] == ("Third",)


def test_files_are_opened_where_that_is_safe_or_taken_out(
    qtbot: QtBot, full: MainWindow, desktop: Desktop
) -> None:
    (full.session.path.parent / "glow.pdf").write_bytes(b"%PDF")
    page = text_page(full)
    opens, takes_out = page.files.findChildren(QToolButton)[1:3]
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert desktop.opened[0].endswith("glow.pdf")
    page.files.list.setFocus()
    qtbot.keyClick(page.files.list, Qt.Key.Key_Down)
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert "run.sh is not opened" in page.told.text()
    with qtbot.waitSignal(full.session.changed):
        qtbot.mouseClick(takes_out, Qt.MouseButton.LeftButton)
    assert [one.path for one in entry_now(full.session).attachments] == ["glow.pdf"]


def test_a_file_outside_of_the_librarys_folder_is_opened_once_its_path_was_shown(
    qtbot: QtBot, full: MainWindow, desktop: Desktop, tmp_path_factory: pytest.TempPathFactory
) -> None:
    away = tmp_path_factory.mktemp("away") / "glow <b>of others.pdf"
    away.write_bytes(b"%PDF")
    (full.session.path.parent / "glow.pdf").symlink_to(away)
    files = text_page(full).files
    opens = files.findChildren(QToolButton)[1]
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert files.outside.isVisible()
    assert files.outside.text().replace("\N{ZERO WIDTH SPACE}", "") == (
        f"It lies outside of the library's folder: {away}"
    )
    assert desktop.opened == []
    qtbot.keyClick(files.list, Qt.Key.Key_Down)
    assert not files.all_the_same.isVisible(), "another file is chosen"
    qtbot.keyClick(files.list, Qt.Key.Key_Up)
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    assert files.all_the_same.hasFocus()
    qtbot.keyClick(files.all_the_same, Qt.Key.Key_Space)
    assert desktop.opened == [QUrl.fromLocalFile(str(away)).toString()]
    assert not files.outside.isVisible()
    assert files.list.hasFocus()
    qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    away.unlink()
    away.mkdir()
    qtbot.keyClick(files.all_the_same, Qt.Key.Key_Space)
    assert len(desktop.opened) == 1
    assert "no document" in text_page(full).told.text()


def test_files_are_added_by_a_dialog(qtbot: QtBot, full: MainWindow) -> None:
    folder = full.session.path.parent
    (folder / "papers").mkdir()
    file = folder / "papers" / "new; and; old.pdf"
    file.write_bytes(b"%PDF")
    files = text_page(full).files
    qtbot.mouseClick(files.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    dialog = files.findChild(QFileDialog)
    assert dialog is not None
    dialog.selectFile(str(file))
    buttons = dialog.findChild(QDialogButtonBox)
    assert buttons is not None
    opens = buttons.button(QDialogButtonBox.StandardButton.Open)
    qtbot.waitUntil(opens.isEnabled)
    with qtbot.waitSignal(full.session.changed):
        qtbot.mouseClick(opens, Qt.MouseButton.LeftButton)
    added = entry_now(full.session).attachments[-1]
    assert (added.title, added.path) == (file.name, "papers/new; and; old.pdf")


LISTING = "".join(f"Line {number} 🏮 of a page\r\n" for number in range(2_000))
START = LISTING.index("Line 1500")


@pytest.fixture
def listed(make_window: MakeWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "listed.refman"
    found = {
        "title": Provenance("page.txt", (START, START + 9)),
        "issued": Provenance("user", at=NOW),
        "author": Provenance("arxiv", score=0.98, at=NOW),
    }
    with open_library(path, now=lambda: NOW) as library:
        id_ = library.add_listing(name="page.txt", kind="page_text", text=LISTING, left_over=())
        entry = msgspec.structs.replace(GLOW, provenance=found)
        span = Span(START, START + 30)
        library.apply("Add", [Add(Holding(entry=entry, added=NOW, listing=id_, span=span))])
        (held,) = library.all()
        assert held.id is not None
        library.propose(held.id, proposal(entry, matched(entry, "arxiv")))
    window = make_window(path)
    view = entry_view(window)
    QAbstractItemModelTester(
        view.origin.model, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    qtbot.waitUntil(view.head.isVisible)
    bar = view.tabs.tabBar()
    at = bar.tabRect(view.tabs.indexOf(view.origin)).center()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=at)
    return window


def cells(page: OriginPage) -> list[list[str]]:
    return [[page.model.index(row, column).data() or "" for column in range(4)] for row in range(3)]


def test_whose_word_each_value_is_stands_in_a_row(listed: MainWindow) -> None:
    assert cells(entry_view(listed).origin) == [
        ["Title", "page.txt", "", ""],
        ["Published", "you", "", f"{NOW.astimezone():%Y-%m-%d}"],
        ["Authors", "arXiv", "0.98", f"{NOW.astimezone():%Y-%m-%d}"],
    ]
    model = entry_view(listed).origin.model
    for column in (SourceColumn.SOURCE, SourceColumn.WHEN):
        tip = model.index(2, column).data(Qt.ItemDataRole.ToolTipRole)
        assert f"arXiv\n{shown_moment(NOW)}\nhttps://arxiv.example" in tip
        told = model.index(1, column).data(Qt.ItemDataRole.AccessibleDescriptionRole)
        assert told == f"you\n{shown_moment(NOW)}", "no record says it"


def test_the_listing_is_shown_around_the_entry_with_its_stretch_marked(
    qtbot: QtBot, listed: MainWindow
) -> None:
    page = entry_view(listed).origin
    assert not page.text.isVisible()
    qtbot.mouseClick(page.button, Qt.MouseButton.LeftButton)
    assert page.text.isVisible()
    (marked,) = page.text.extraSelections()
    assert marked.cursor.selectedText().startswith("Line 1500 🏮 of a page")
    assert "line 1,501" in page.told.text()
    assert len(page.text.toPlainText()) < 20_000
    at = page.table.visualRect(page.model.index(0, 0)).center()
    qtbot.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    (marked,) = page.text.extraSelections()
    assert marked.cursor.selectedText() == "Line 1500"


def test_what_came_from_no_listing_says_so(full: MainWindow) -> None:
    view = entry_view(full)
    view.show_page("origin")
    assert "not read from a listing" in view.origin.told.text()
    assert not view.origin.button.isEnabled()
