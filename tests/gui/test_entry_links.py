"""Links as chips: opened, copied, of another kind, moved on, added, taken out."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from refman.model import Link, LinkKind, LinkState, Repository, Span
from refman_gui.item_models.entry_links import details_of, state_text
from refman_gui.views.entry_links import LinksPage
from refman_gui.views.entry_opening import file_to_open, url_to_open
from refman_gui.window import MainWindow
from tests.gui.test_entry import GLOW, MakeWindow, entry_now, entry_view

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CODE = Link(
    url="https://github.com/example-lab/glow",
    raw_url="github.com/example-lab/glow",
    span=Span(0, 5),
    kind=LinkKind.CODE,
    roles=(LinkKind.CODE, LinkKind.MODEL),
    state=LinkState.ALIVE,
    checked=NOW,
    evidence="Code and models are at github.com/example-lab/glow.",
    repository=Repository(license="MIT", stars=1234, archived=True),
)
MOVED = Link(
    url="https://xn--lmpchen-5wa.example/data",
    raw_url="https://lämpchen.example/data",
    span=Span(0, 5),
    kind=LinkKind.DATASET,
    state=LinkState.MOVED,
    leads_to="https://data.example/glow",
    promised=True,
)
DEAD = Link(
    url="https://gone.example/x",
    raw_url="https://gone.example/x",
    span=Span(0, 5),
    state=LinkState.DEAD,
    why="404",
)
LINKED = msgspec.structs.replace(GLOW, links=(CODE, MOVED, DEAD))


class Desktop(QObject):
    """Take what would be opened outside."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    desktop = Desktop()
    for scheme in ("http", "https", "file"):
        QDesktopServices.setUrlHandler(scheme, desktop, "open")
    yield desktop
    for scheme in ("http", "https", "file"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def linked(make_window: MakeWindow, make_library: Callable[..., Path], qtbot: QtBot) -> MainWindow:
    window = make_window(make_library(1, LINKED))
    view = entry_view(window)
    qtbot.waitUntil(view.head.isVisible)
    QAbstractItemModelTester(
        view.links.model, QAbstractItemModelTester.FailureReportingMode.Fatal, window
    )
    bar = view.tabs.tabBar()
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(1).center())
    return window


def links_page(window: MainWindow) -> LinksPage:
    return entry_view(window).links


def now(window: MainWindow) -> tuple[Link, ...]:
    return entry_now(window.session).links


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(links_page(window)._buttons[name], Qt.MouseButton.LeftButton)


def test_links_are_shown_with_all_that_is_known(linked: MainWindow) -> None:
    page = links_page(linked)
    assert [page.model.index(row, 0).data() for row in range(3)] == [
        link.url for link in LINKED.links
    ]
    assert "MIT" in page.details.toPlainText()
    assert CODE.evidence is not None
    assert CODE.evidence in page.details.toPlainText()
    told = page.model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "other: https://gone.example/x, dead"


def test_states_are_told_in_words() -> None:
    assert state_text(MOVED) == "moved to data.example"
    assert "written as https://lämpchen.example/data" in details_of(MOVED)
    assert "promised" in details_of(MOVED)
    assert "dead: 404" in details_of(DEAD)


def test_the_chosen_one_is_opened_and_copied(
    qtbot: QtBot, linked: MainWindow, desktop: Desktop
) -> None:
    page = links_page(linked)
    click(qtbot, linked, "open")
    assert desktop.opened == [CODE.url]
    assert "github.com" in page.told.text()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == MOVED.url
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert desktop.opened == [CODE.url, MOVED.url]


def test_another_kind_is_set_from_the_menu_in_one_step(qtbot: QtBot, linked: MainWindow) -> None:
    page = links_page(linked)
    click(qtbot, linked, "kind")
    qtbot.waitUntil(page.kinds.isVisible)
    wanted = next(one for one in page.kinds.actions() if one.data() is LinkKind.DEMO)
    at = page.kinds.actionGeometry(wanted).center()
    with qtbot.waitSignal(linked.session.changed):
        qtbot.mouseClick(page.kinds, Qt.MouseButton.LeftButton, pos=at)
    assert now(linked)[0].kind is LinkKind.DEMO
    assert now(linked)[0].roles == (LinkKind.DEMO, LinkKind.MODEL)
    qtbot.waitUntil(lambda: not page.kinds.isVisible())
    linked.activateWindow()  # as a window manager does when a menu is gone
    qtbot.waitUntil(linked.isActiveWindow)
    with qtbot.waitSignal(linked.session.changed):
        qtbot.keyClick(linked, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert now(linked) == LINKED.links


def test_a_link_that_moved_takes_its_new_address(qtbot: QtBot, linked: MainWindow) -> None:
    page = links_page(linked)
    assert not page._buttons["moved"].isVisible()
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(linked.session.changed):
        click(qtbot, linked, "moved")
    assert now(linked)[1].url == MOVED.leads_to


def test_a_link_is_taken_out_and_stays_out(qtbot: QtBot, linked: MainWindow) -> None:
    page = links_page(linked)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    with qtbot.waitSignal(linked.session.changed):
        qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    assert now(linked) == (CODE, MOVED)
    qtbot.waitUntil(lambda: len(page.model.links) == 2)


def test_an_address_is_added_and_a_wrong_one_is_told(qtbot: QtBot, linked: MainWindow) -> None:
    page = links_page(linked)
    qtbot.keyClicks(page.box, "no address")
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert "this is no address of the web" in page.told.text()
    page.box.selectAll()
    qtbot.keyClicks(page.box, "youtu.be/abcdef12345")
    with qtbot.waitSignal(linked.session.changed):
        qtbot.keyClick(page.box, Qt.Key.Key_Return)
    assert now(linked)[-1].url == "https://youtu.be/abcdef12345"
    assert now(linked)[-1].kind is LinkKind.VIDEO
    assert page.box.text() == ""


@pytest.mark.parametrize(
    ("text", "opened"),
    [
        ("https://lamps.example/a?b=c#d", "https://lamps.example/a?b=c#d"),
        ("http://lamps.example", "http://lamps.example"),
        ("https://lämpchen.example/x", "https://xn--lmpchen-5wa.example/x"),
        ("https://user:word@lamps.example/", "https://lamps.example/"),
        ("javascript:alert(1)", None),
        ("file:///etc/passwd", None),
        ("ftp://lamps.example", None),
        ("https://", None),
        ("", None),
        ("https://lamps.example/\u202ex", None),
        ("https://[::1", None),
    ],
)
def test_only_addresses_of_the_web_are_opened(text: str, opened: str | None) -> None:
    url = url_to_open(text)
    assert (url and url.toString(QUrl.ComponentFormattingOption.FullyEncoded)) == opened


def test_only_documents_that_are_there_are_opened(tmp_path: Path) -> None:
    (tmp_path / "glow.pdf").write_bytes(b"%PDF")
    (tmp_path / "run.sh").write_text("#!/bin/sh")
    (tmp_path / "odd.pdf").mkdir()
    (tmp_path / "masked.pdf").symlink_to(tmp_path / "run.sh")
    found = file_to_open("glow.pdf", tmp_path)
    assert found is not None
    assert (found.url, found.is_inside) == (QUrl.fromLocalFile(str(tmp_path / "glow.pdf")), True)
    for name in ("run.sh", "odd.pdf", "masked.pdf", "none.pdf", "\x00.pdf", "x" * 5_000, ""):
        assert file_to_open(name, tmp_path) is None, name


def test_where_a_document_lies_is_told_once_links_are_followed(tmp_path: Path) -> None:
    folder, other = tmp_path / "library", tmp_path / "library of others"
    for one in (folder, other):
        one.mkdir()
        (one / "glow.pdf").write_bytes(b"%PDF")
    (folder / "leads out.pdf").symlink_to(other / "glow.pdf")
    (other / "leads in.pdf").symlink_to(folder / "glow.pdf")
    (tmp_path / "alias").symlink_to(folder)
    for path, is_inside in {
        "glow.pdf": True,
        str(folder / "glow.pdf"): True,
        "file://" + str(folder / "glow.pdf"): True,
        str(other / "leads in.pdf"): True,
        "leads out.pdf": False,
        "../library of others/glow.pdf": False,
        str(other / "glow.pdf"): False,
    }.items():
        for through in (folder, tmp_path / "alias"):
            found = file_to_open(path, through)
            assert found is not None, path
            assert found.is_inside is is_inside, path
            assert not found.file.is_symlink(), path
