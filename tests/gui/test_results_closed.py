"""A library that cannot be used: the page in the middle says why, and what to do."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from refman.errors import (
    FullDiskError,
    LibraryError,
    LockedLibraryError,
    NewerLibraryError,
    ReadOnlyLibraryError,
)
from refman.library import open_library
from refman_gui import writing
from refman_gui.session import Session
from refman_gui.views.results_closed import ClosedPage, ReadOnlyLine
from tests.gui.conftest import NOW


@pytest.fixture
def around(qtbot: QtBot) -> Iterator[QWidget]:
    """Stand for the window around a page, which closes its session."""
    widget = QWidget()
    widget.show()
    yield widget
    for session in widget.findChildren(Session):
        session.close()
    widget.close()
    widget.deleteLater()


@pytest.fixture
def make_page(around: QWidget, qtbot: QtBot) -> Callable[[Path], ClosedPage]:
    def make(path: Path) -> ClosedPage:
        session = Session(path, around)
        page = ClosedPage(session, around)
        page.show()
        with qtbot.waitSignal(session.closed):
            pass
        return page

    return make


def test_a_damaged_library_is_told_with_its_copies_and_can_be_opened_anew(
    make_library: Callable[..., Path], make_page: Callable[[Path], ClosedPage], qtbot: QtBot
) -> None:
    path = make_library()
    with open_library(path, now=lambda: NOW) as library:
        folder = library.snapshots.take(library._connection).parent
    whole = path.read_bytes()
    path.write_bytes(whole[:4_000] + bytes(len(whole) - 4_000))
    page = make_page(path)
    session = page._session
    assert page.title.text() == "The library is damaged"
    assert str(path) in page.why.text()
    assert str(folder) in page.advice.text()
    assert not session.is_open
    with qtbot.waitSignal(session.failed) as told:
        session.refresh()
    assert told.args == [str(session.fault)]
    with qtbot.waitSignal(page.other_wanted):
        qtbot.mouseClick(page.other, Qt.MouseButton.LeftButton)
    assert page.window().isVisible()
    assert not session.is_wanted_anew
    page.setFocus()
    qtbot.keyClick(page.anew, Qt.Key.Key_Space)
    assert session.is_wanted_anew
    assert not page.window().isVisible()
    late = ClosedPage(session, page.window())  # made when it is closed already
    assert late.title.text() == page.title.text()


@pytest.mark.parametrize(
    ("error", "title", "advice"),
    [
        (FullDiskError, "The disk is full", "Make room"),
        (LockedLibraryError, "Another program holds the library", "Wait until"),
        (NewerLibraryError, "The library is of a later refman", "Update refman"),
        (ReadOnlyLibraryError, "The library may not be written", "put right"),
        (LibraryError, "The library cannot be opened", "put right"),
    ],
)
def test_what_is_wrong_is_told(
    make_page: Callable[[Path], ClosedPage],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: type[LibraryError],
    title: str,
    advice: str,
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise error("so it is", library=str(path))

    monkeypatch.setattr(writing, "open_library", refuse)
    page = make_page(tmp_path / "a.refman")
    assert page.title.text() == title
    assert page.why.text() == "so it is"
    assert advice in page.advice.text()


def test_one_that_is_gone_is_not_made_anew(
    make_library: Callable[..., Path], around: QWidget, qtbot: QtBot
) -> None:
    session = Session(make_library(), around)
    with qtbot.waitSignal(session.opened):
        page = ClosedPage(session, around)
        page.show()
    content = session.path.read_bytes()
    session.path.unlink()
    with qtbot.waitSignal(session.closed):
        session.write(lambda library: (None, library.undo() or ""))
    assert page.title.text() == "The library is not there any more"
    assert str(session.rescued) in page.advice.text()
    with qtbot.waitSignal(session.failed):
        qtbot.mouseClick(page.anew, Qt.MouseButton.LeftButton)
    assert around.isVisible()
    session.path.write_bytes(content)
    qtbot.mouseClick(page.anew, Qt.MouseButton.LeftButton)
    assert session.is_wanted_anew
    assert not around.isVisible()


def test_what_is_no_library_is_told_and_left(
    make_page: Callable[[Path], ClosedPage], tmp_path: Path
) -> None:
    path = tmp_path / "notes.refman"
    path.write_text("Lamps, and what they cost.\n" * 100)
    page = make_page(path)
    assert page.title.text() == "This is no library"
    assert "put right" in page.advice.text()  # there are no copies
    assert path.read_text() == "Lamps, and what they cost.\n" * 100


@pytest.mark.parametrize("by", ["opening", "rights"])
def test_a_library_that_may_not_be_written_is_read(
    make_library: Callable[..., Path],
    around: QWidget,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    by: str,
) -> None:
    def read_only(path: Path, *, read_only: bool = False, **how: object) -> object:
        if not read_only:
            raise ReadOnlyLibraryError("it may not be written", library=str(path))
        return open_library(path, now=lambda: NOW, read_only=True)

    if by == "opening":
        monkeypatch.setattr(writing, "open_library", read_only)
    else:
        monkeypatch.setattr("os.access", lambda *_: False)
    session = Session(make_library(), around)
    line = ReadOnlyLine(session, around)
    with qtbot.waitSignal(session.opened):
        assert not line.isVisible()
    assert session.is_read_only
    assert line.isVisible()
    assert "can only be read" in line.text()
    assert session.has_papers()
    if by == "opening":
        with qtbot.waitSignal(session.failed) as told:
            session.undo()
        assert "may not be written" in told.args[0]
