"""The right of the window: what it shows of the entry that is looked at, and of none or several."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refman.editing import binned
from refman.library import open_library
from refman.model import Citekey, Entry, EntryId, ItemType, Name, Status
from refman.model.dates import Date
from refman_gui.session import Session
from refman_gui.views.entry import EntryView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.person import CTRL, NONE, Person

MakeWindow = Callable[[Path], MainWindow]

GLOW = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    citekey=Citekey("sato2024glow"),
    title="GLOW: Lanterns over Water",
    author=(Name(family="Sato", given="Aiko"), Name(literal="The Lantern Team")),
    issued=Date(2024, 6),
    status=Status.ACCEPTED,
    extra={"pubstate": "forthcoming"},
)


def entry_view(window: MainWindow) -> EntryView:
    view = window.parts["entry"]
    assert isinstance(view, EntryView)
    return view


def entry_now(session: Session, key: str = "sato2024glow") -> Entry:
    assert session.reader is not None
    found = session.reader.find_key(key)
    assert found is not None
    return found.entry


@pytest.fixture
def glow(make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    """The window on three lamps and GLOW, which came last and is looked at."""
    window = make_window(make_library(3, GLOW))
    window.results.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(window.results.table, key)
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == "sato2024glow")
    return window


def look_at(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """Look at an entry by the search box, and wait until it is shown."""
    box = window.results.box
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, f"key:{key}")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    shown = key.partition(" ")[0]
    qtbot.waitUntil(lambda: entry_view(window).head.key.text() == shown, timeout=5_000)


def test_head_tells_key_type_and_state(glow: MainWindow) -> None:
    head = entry_view(glow).head
    assert head.key.text() == "sato2024glow"
    assert head.type.text() == "Journal article"
    assert head.type.toolTip() == "article-journal"
    assert head.state.text() == "accepted"
    assert head.title.text() == "GLOW: Lanterns over Water"


def test_nothing_chosen_says_what_to_do(
    make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    view = entry_view(make_window(make_library(0)))
    assert view.message.isVisible()
    assert view.message.text().startswith("Choose a paper")
    assert view.message.textFormat() is Qt.TextFormat.PlainText


def test_several_chosen_are_counted_with_what_can_be_done(qtbot: QtBot, window: MainWindow) -> None:
    window.results.table.setFocus()
    qtbot.keyClick(window.results.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    view = entry_view(window)
    qtbot.waitUntil(view.message.isVisible)
    assert view.message.text().startswith("12 paper")
    assert "Ctrl+Return" in view.message.text()
    qtbot.keyClick(window.results.table, Qt.Key.Key_Home)
    qtbot.waitUntil(view.head.isVisible)


def test_what_needs_one_paper_is_done_to_a_single_one_that_is_seen(
    qtbot: QtBot, window: MainWindow
) -> None:
    person, view, session = Person(qtbot), entry_view(window), window.session
    person.look_at(window)
    window.results.table.setFocus()
    person.press(Qt.Key.Key_A, CTRL)
    person.wait(lambda: len(session.selection.ids) == 12)
    ids = session.selection.ids
    before = [holding.entry for holding in session.holdings(ids)]
    for key, modifiers in ((Qt.Key.Key_F2, NONE), (Qt.Key.Key_E, CTRL), (Qt.Key.Key_D, CTRL)):
        person.press(key, modifiers)
        assert person.focus() is window.results.table
    view.edit()  # whatever asks for it
    view.show_candidates()
    assert not view.isAncestorOf(person.focus())
    person.press(Qt.Key.Key_Home)
    person.press(Qt.Key.Key_F2)  # at once: the page is of that paper already
    person.wait(lambda: view.fields.isAncestorOf(person.focus()))
    person.press(Qt.Key.Key_Escape)
    person.press(Qt.Key.Key_2, CTRL)
    with qtbot.waitSignal(session.said) as said:
        person.press(Qt.Key.Key_F2)
    assert said.args == ["The paper is not seen here: go to Papers (Ctrl+1) first"]
    assert not view.isAncestorOf(person.focus())
    assert [holding.entry for holding in session.holdings(ids)] == before


def test_another_entry_is_shown_as_the_arrow_keys_go(qtbot: QtBot, window: MainWindow) -> None:
    view = entry_view(window)
    window.results.table.setFocus()
    qtbot.waitUntil(lambda: view.head.key.text() != "")
    seen = [view.head.key.text()]
    for _ in range(3):
        qtbot.keyClick(window.results.table, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: view.head.key.text() != seen[-1])
        seen.append(view.head.key.text())
    assert len(set(seen)) == 4
    current = window.session.selection.current
    assert current is not None
    assert view.head.key.text() == entry_of(window.session, current).citekey


def entry_of(session: Session, id_: EntryId) -> Entry:
    holding = session.get(id_)
    assert holding is not None
    return holding.entry


def test_state_follows_what_is_done_and_undone(qtbot: QtBot, glow: MainWindow) -> None:
    head = entry_view(glow).head
    look_at(qtbot, glow, "sato2024glow")
    glow.results.table.setFocus()
    qtbot.keyClick(glow.results.table, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: head.state.text() == "rejected")
    qtbot.keyClick(glow, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: head.state.text() == "accepted")


HOSTILE = (
    "<img src='file:///etc/passwd'><b>bold</b> &amp; <table><table>",
    "長い題名 " + "A Title that Goes on and on " * 40,
    "\u202eturned\u202c and \x07rung",
    "שלום עולם في الماء",
    None,
)


def hostile(number: int, title: str | None) -> Entry:
    return Entry(
        citekey=Citekey(f"hostile{number}"),
        title=title,
        abstract="x" * 1_000_000,
        extra={"odd": title or "", "huge": "y" * 300_000},
    )


def test_hostile_texts_are_shown_plain_and_bounded(
    make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot
) -> None:
    entries = [hostile(number, title) for number, title in enumerate(HOSTILE)]
    window = make_window(make_library(0, *entries))
    view = entry_view(window)
    window.results.table.setFocus()
    for number in reversed(range(len(HOSTILE))):
        qtbot.waitUntil(lambda wanted=f"hostile{number}": view.head.key.text() == wanted)
        assert view.head.title.textFormat() is Qt.TextFormat.PlainText
        assert len(view.head.title.text()) < 500
        assert not set(view.head.title.text()) & {"\u202e", "\x07"}
        for page in ("links", "candidates", "text", "origin", "fields"):
            view.show_page(page)
        assert len(view.text.abstract.toPlainText()) < 15_000
        assert view.head.state.isVisible()
        qtbot.keyClick(window.results.table, Qt.Key.Key_Down)


def test_pages_can_be_added_and_are_found_by_name(qtbot: QtBot, glow: MainWindow) -> None:
    view = entry_view(glow)
    lamps = QWidget()
    lamps.setObjectName("lamps")
    view.add_page(lamps, "Lamps")
    view.show_page("lamps")
    assert view.tabs.currentWidget() is lamps
    qtbot.keyClick(glow, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert view.tabs.currentWidget().objectName() == "source"
    view.show_page("none of them")
    assert view.tabs.currentWidget().objectName() == "source"


def test_everything_that_takes_the_focus_has_a_name(glow: MainWindow) -> None:
    view = entry_view(glow)
    nameless = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not widget.objectName().startswith("qt_")
    ]
    assert [(type(one).__name__, type(one.parent()).__name__) for one in nameless] == []


def test_an_entry_that_may_be_the_same_work_is_told_and_can_be_looked_at(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    twin = msgspec.structs.replace(GLOW, citekey=Citekey("glow24"))
    window = make_window(make_library(1, twin, GLOW))
    head = entry_view(window).head
    qtbot.waitUntil(lambda: head.key.text() == "sato2024glow")
    qtbot.waitUntil(lambda: any(one.isVisible() for one in head._chips))
    (chip,) = [one for one in head._chips if one.isVisible()]
    assert chip.text() == "the same as glow24"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: head.key.text() == "glow24")


def test_an_entry_in_the_bin_says_so(
    qtbot: QtBot, make_window: MakeWindow, make_library: Callable[..., Path]
) -> None:
    path = make_library(1, GLOW)
    with open_library(path, now=lambda: NOW) as library:
        held = library.find_key("sato2024glow")
        assert held is not None
        step = binned([held], now=NOW)
        library.apply(step.name, step.changes)
    window = make_window(path)
    look_at(qtbot, window, "sato2024glow in:bin")
    head = entry_view(window).head
    assert head.state.text() == "in the bin"
    assert head._chips[0].text().startswith("in the bin since 2026-03-01")
