"""The import: pasted and dropped, corrected by keys, added in one step, discarded, brought back."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from refman.library import parse_query
from refman.progress import SILENT, CancelToken
from refman_gui.item_models.segments import SegmentColumn, State
from refman_gui.jobs import Job
from refman_gui.parts import PARTS
from refman_gui.session import Session
from refman_gui.views.intake import IntakeView
from tests.web.servers import Server, say

NOW = datetime(2026, 3, 1, tzinfo=UTC)
KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

_PROSE = (
    "Nobody had yet asked how long a {what} keeps its warmth once the evening has come. We measure"
    " it in forty houses over two winters, and find that those who light it late keep it longest."
    " The best of our rules halves the loss without any new part."
)
LAMPS = f"Slow Lamps: A Study of Evening Warmth\n\n{_PROSE.format(what='lamp')}"
STOVES = (
    f"Small Stoves and Their Long Shadows in Winter\n\n{_PROSE.format(what='stove')}"
    " Code is at https://github.com/example-lab/stoves."
)
KETTLES = f"Kettle-Net: Learning When Water Sings\n\n{_PROSE.format(what='kettle')}"
TYPES = [part.type for part in PARTS]
"""Imported before a test puts another kind of job in the place of the one that they know."""
LISTING = f"Subscribe\n\n{LAMPS}\n\n{STOVES}\n\n{KETTLES}\n"


class QuickJob(Job):
    """Do a task in this process: one of its own takes a second to start."""

    def start(self) -> None:
        QTimer.singleShot(0, self, self._run)

    def _run(self) -> None:
        result = import_module(self.task.module).run(self.request, QuickReports(self))
        data = msgspec.msgpack.encode(result)
        self._end("done", result=msgspec.msgpack.decode(data, type=self.task.result))


class QuickReports:
    progress = SILENT

    def __init__(self, job: QuickJob) -> None:
        self._job = job
        self.cancel = CancelToken()

    def send(self, came: object) -> None:
        data = msgspec.msgpack.encode(came)
        self._job.came.emit(msgspec.msgpack.decode(data, type=self._job.task.came))

    def say(self, text: str) -> None:
        self._job.said.emit(text)


@pytest.fixture(autouse=True)
def _quick(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "processes" not in request.fixturenames:
        monkeypatch.setattr("refman_gui.jobs.Job", QuickJob)


@pytest.fixture
def processes() -> None:
    """Have tasks run in processes of their own, as they do for a user."""


@pytest.fixture
def session(make_library: Callable[..., Path], qtbot: QtBot, qapp: object) -> Iterator[Session]:
    session = Session(make_library(3))
    with qtbot.waitSignal(session._writing.opened):
        pass
    yield session
    session.close()
    for job in session.jobs.all:
        if not isinstance(job, QuickJob):
            job.wait(5_000)
    session.deleteLater()


@pytest.fixture
def view(session: Session, qtbot: QtBot) -> Iterator[IntakeView]:
    view = IntakeView(session)
    tester = QAbstractItemModelTester(
        view.desk.model, QAbstractItemModelTester.FailureReportingMode.Fatal, view
    )
    assert tester is not None
    view.resize(1024, 700)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    yield view
    view.leave()
    view.close()
    view.deleteLater()


@pytest.fixture
def paste(view: IntakeView, qtbot: QtBot) -> Callable[[str], None]:
    """Paste a text by the button, and wait until it is read and judged."""

    def do(text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
            if view.empty.isVisible():
                qtbot.mouseClick(view.empty.buttons["paste"], Qt.MouseButton.LeftButton)
            else:
                view.paste()

    return do


@pytest.fixture
def opened(paste: Callable[[str], None], view: IntakeView) -> IntakeView:
    """The import with three papers and a stretch left over."""
    paste(LISTING)
    return view


def titles(view: IntakeView) -> list[str]:
    model = view.desk.model
    return [model.index(row, int(SegmentColumn.TITLE)).data() for row in range(model.rowCount())]


def states(view: IntakeView) -> list[State]:
    return [view.desk.model.state_at(row) for row in range(view.desk.model.rowCount())]


def put_cursor(view: IntakeView, text: str, *, selects: bool = False) -> None:
    """Put the cursor before a text as a person does: by the keys of an editor."""
    source = view.desk.source
    at = source.toPlainText().index(text)
    cursor = source.textCursor()
    cursor.setPosition(at)
    if selects:
        cursor.setPosition(at + len(text), cursor.MoveMode.KeepAnchor)
    source.setTextCursor(cursor)
    source.setFocus()


def library_titles(session: Session) -> set[str | None]:
    assert session.reader is not None
    found = session.reader.search(parse_query("", now=NOW), limit=100)
    return {holding.entry.title for holding in session.reader.holdings(found.ids)}


def test_a_listing_that_is_pasted_is_shown_with_its_counts(opened: IntakeView) -> None:
    assert titles(opened) == [
        "Subscribe",
        *(text.split("\n")[0] for text in (LAMPS, STOVES, KETTLES)),
    ]
    assert states(opened) == [State.LEFT_OVER, State.NEW, State.NEW, State.NEW]
    assert opened.desk.counts.text() == "3 papers, 1 stretch left over, 1 link"
    assert opened.desk.buttons["add"].text() == "Add 3 papers"
    assert opened.desk.source.toPlainText() == LISTING
    assert opened.desk.place == 1
    assert not opened.notice.isVisible()


def test_the_choice_in_the_list_and_the_cursor_in_the_text_follow_each_other(
    opened: IntakeView, qtbot: QtBot
) -> None:
    opened.desk.table.setFocus()
    qtbot.keyClick(opened.desk.table, KEY.Key_Down)
    assert opened.desk.place == 2
    at = opened.desk.source.textCursor().position()
    assert LISTING[at:].startswith(STOVES)
    qtbot.keyClick(opened.desk.source, KEY.Key_End, CTRL)
    qtbot.keyClick(opened.desk.source, KEY.Key_Up)
    assert opened.desk.place == 3


def test_keys_split_join_and_take_out_and_undo_goes_back_one_by_one(
    opened: IntakeView, qtbot: QtBot
) -> None:
    before = titles(opened)
    table = opened.desk.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_J)
    assert titles(opened) == [*before[:2], before[3]]
    put_cursor(opened, "Stoves and Their")
    qtbot.keyClick(opened.desk.source, KEY.Key_S)
    assert titles(opened) == before
    # Cut at the same place again: the texts are what reading gave.
    draft = opened.inputs.sheets[0].now.segments[2].draft
    assert draft is not None
    assert draft.abstract == STOVES.split("\n\n")[1]
    assert [link.url for link in draft.links] == ["https://github.com/example-lab/stoves"]
    assert opened.desk.place == 2
    qtbot.keyClick(opened.desk.source, KEY.Key_X)
    assert states(opened) == [State.LEFT_OVER, State.MADE, State.JUNK, State.NEW]
    assert opened.desk.counts.text() == "2 papers, 2 stretches left over, 0 links"
    for expected in ("No paper", "Split", "Join"):
        qtbot.keyClick(opened.desk.source, KEY.Key_Z, CTRL)
        assert opened.notice.label.text() == f"Undone: {expected}"
    assert states(opened) == [State.LEFT_OVER, State.NEW, State.NEW, State.NEW]
    qtbot.keyClick(opened.desk.source, KEY.Key_Z, CTRL)
    assert "nothing more" in opened.notice.label.text()
    for _ in range(3):
        qtbot.keyClick(table, KEY.Key_Z, CTRL | SHIFT)
    assert states(opened) == [State.LEFT_OVER, State.MADE, State.JUNK, State.NEW]


def test_what_was_taken_out_or_left_over_becomes_a_paper_again(
    opened: IntakeView, qtbot: QtBot
) -> None:
    table = opened.desk.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_Delete)
    assert (states(opened)[1], opened.desk.place) == (State.JUNK, 2)
    qtbot.keyClick(table, KEY.Key_Up)
    qtbot.keyClick(table, KEY.Key_P)
    assert states(opened)[1] is State.NEW
    qtbot.keyClick(table, KEY.Key_Up)
    qtbot.keyClick(table, KEY.Key_P)
    assert (states(opened)[0], titles(opened)[0]) == (State.MADE, "Subscribe")


def test_selected_words_become_the_title_and_a_line_the_abstract(
    opened: IntakeView, qtbot: QtBot
) -> None:
    put_cursor(opened, "A Study of Evening", selects=True)
    qtbot.keyClick(opened.desk.source, KEY.Key_T)
    assert titles(opened)[1] == "A Study of Evening"
    put_cursor(opened, "Nobody had yet asked how long a lamp", selects=True)
    qtbot.keyClick(opened.desk.source, KEY.Key_B)
    draft = opened.inputs.sheets[0].now.segments[1].draft
    assert draft is not None
    assert (draft.title, draft.abstract) == (
        "A Study of Evening",
        "Nobody had yet asked how long a lamp",
    )
    assert draft.confidence == 1


def test_the_end_of_a_paper_moves_by_a_line(opened: IntakeView, qtbot: QtBot) -> None:
    opened.desk.table.setFocus()
    qtbot.keyClick(opened.desk.table, KEY.Key_Down, ALT)
    segments = opened.inputs.sheets[0].now.segments
    assert (
        LISTING[segments[1].span.end :].strip().startswith("Nobody had yet asked how long a stove")
    )
    qtbot.keyClick(opened.desk.table, KEY.Key_Up, ALT)
    assert titles(opened)[2].startswith("Small Stoves")


def test_what_makes_no_sense_is_said_and_changes_nothing(opened: IntakeView, qtbot: QtBot) -> None:
    table = opened.desk.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_End, CTRL)
    qtbot.keyClick(table, KEY.Key_J)
    assert opened.notice.label.text() == "Nothing stands behind the last stretch."
    assert opened.inputs.sheets[0].previews.undo_name is None


def test_adding_is_one_step_with_the_corrections_in_it(
    opened: IntakeView, session: Session, qtbot: QtBot
) -> None:
    table = opened.desk.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_X)
    put_cursor(opened, "Small Stoves", selects=True)
    qtbot.keyClick(opened.desk.source, KEY.Key_T)
    assert opened.desk.buttons["add"].text() == "Add 2 papers"
    with (
        qtbot.waitSignal(opened.added, timeout=20_000) as added,
        qtbot.waitSignal(session.changed, timeout=20_000),
    ):
        qtbot.keyClick(opened.desk.source, KEY.Key_Return, CTRL)
    assert library_titles(session) >= {"Small Stoves", "Kettle-Net: Learning When Water Sings"}
    assert "Slow Lamps: A Study of Evening Warmth" not in library_titles(session)
    assert session.history.undoText() == "Add 2 papers from pasted text"
    assert opened.empty.isVisible()
    assert opened.notice.label.text().startswith("2 papers added.")
    assert len(added.args[0]) == 2
    holding = session.get(added.args[0][0])
    assert holding is not None
    assert holding.listing is not None
    assert holding.span is not None
    assert LISTING[holding.span.start : holding.span.end] == STOVES
    qtbot.mouseClick(opened.notice.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Small Stoves" not in library_titles(session))
    assert not opened.notice.isVisible()


def test_what_the_library_has_is_marked_and_not_added_again(
    paste: Callable[[str], None], view: IntakeView, session: Session, qtbot: QtBot
) -> None:
    paste(LISTING)
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.mouseClick(view.desk.buttons["add"], Qt.MouseButton.LeftButton)
    paste(f"{LISTING}\n\nOn Chairs That Answer Back\n\n{_PROSE.format(what='chair')}")
    assert states(view) == [State.LEFT_OVER, *[State.KNOWN] * 3, State.NEW]
    assert view.desk.counts.text().endswith("1 link, 3 already in the library")
    assert view.desk.buttons["add"].text() == "Add 1 paper"
    # What a person has made is judged too.
    view.desk.table.setFocus()
    put_cursor(view, "Small Stoves and Their Long Shadows in Winter", selects=True)
    qtbot.keyClick(view.desk.source, KEY.Key_T)
    assert states(view)[2] is State.KNOWN


def test_discarding_asks_nothing_and_undo_brings_it_back(opened: IntakeView, qtbot: QtBot) -> None:
    opened.desk.table.setFocus()
    qtbot.keyClick(opened.desk.table, KEY.Key_X)
    qtbot.keyClick(opened.desk.table, KEY.Key_Escape)
    assert opened.empty.isVisible()
    assert opened.notice.label.text() == "Discarded: pasted text"
    qtbot.keyClick(opened.empty.buttons["paste"], KEY.Key_Z, CTRL)
    assert states(opened)[1] is State.JUNK
    qtbot.keyClick(opened.desk.table, KEY.Key_Escape)
    qtbot.mouseClick(opened.notice.button, Qt.MouseButton.LeftButton)
    assert opened.desk.isVisible()


def test_several_inputs_queue_up_and_are_added_together(
    view: IntakeView, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    (folder / "a.txt").write_text(LAMPS)
    (folder / "b.bib").write_text("@book{glow, title={Glow}, author={Ada Wick}, year=2001}\n")
    (folder / "c.zip").write_bytes(b"PK\x03\x04 none of ours")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder)), QUrl.fromLocalFile(str(tmp_path / "none"))])
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        drop(view, mime)
    assert [sheet.title for sheet in view.inputs.sheets] == ["a.txt", "b.bib"]
    assert [view.desk.inputs.itemText(at) for at in range(2)] == ["a.txt", "b.bib"]
    said = view.notice.label.text().splitlines()
    assert len(said) == 2
    assert "ZIP" in said[0]
    assert said[1].startswith("There is no file")
    view.desk.inputs.setFocus()
    qtbot.keyClick(view.desk.inputs, KEY.Key_Down)
    assert titles(view) == ["Glow"]
    view.desk.table.setFocus()
    qtbot.keyClick(view.desk.table, KEY.Key_S)
    assert "corrected when it is in the library" in view.notice.label.text()
    assert view.desk.buttons["add_all"].text() == "Add all 2 inputs: 2"
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL | SHIFT)
    assert library_titles(session) >= {"Glow", "Slow Lamps: A Study of Evening Warmth"}
    assert session.history.count() == 2


def drop(view: IntakeView, mime: QMimeData) -> None:
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, modifiers)
    view.dragEnterEvent(enter)
    assert enter.isAccepted()
    view.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, modifiers))


def test_an_address_is_an_identifier_or_a_page_that_is_fetched(
    paste: Callable[[str], None],
    view: IntakeView,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = [text.partition("\n")[0] for text in (LAMPS, STOVES)]
    rows = "".join(f"<li><b>{title}</b><br>Ada Wick, Bo Glow</li>" for title in named)
    page = f"<!doctype html><html><body><ul>{rows}</ul></body></html>"
    server = Server(say(body=page, content_type="text/html"), say(404, b"none"))
    address = f"{server.url}/lists/new?token=hidden"
    paste(address)
    assert view.empty.isVisible()
    assert "lies in a private network" in view.notice.label.text()
    monkeypatch.setenv("REFMAN_WEB__ALLOWED_HOSTS", "127.0.0.1")
    paste(f"https://arxiv.org/abs/2401.12345 {address}")
    assert [each.title for each in view.inputs.sheets] == [
        "pasted text", f"{server.url.removeprefix('http://')}/lists/new?token=***",
    ]  # fmt: skip
    assert view.notice.label.text().startswith("127.0.0.1 is asked for http://127.0.0.1")
    assert states(view) == [State.NEW]
    sheet = view.inputs.sheets[1]
    assert sheet.now.text == page
    assert [each.draft.title for each in sheet.now.segments if each.draft] == named
    # Read in another way, it is not fetched again.
    view.desk.inputs.setFocus()
    qtbot.keyClick(view.desk.inputs, KEY.Key_Down)
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        view.inputs.read_again(sheet, "page_text")
    assert view.inputs.sheets[1].now.text == page
    # What another program says is fetched only when a person says so too.
    view.take_text(f"{server.url}/gone", fetches=False)
    qtbot.waitUntil(lambda: view.notice.button.text() == "Fetch it from 127.0.0.1")
    assert len(server.asked) == 1
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.mouseClick(view.notice.button, Qt.MouseButton.LeftButton)
    assert "with status 404" in view.notice.label.text()
    server.close()


def test_the_empty_page_offers_the_sample(processes, view: IntakeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.mouseClick(view.empty.buttons["sample"], Qt.MouseButton.LeftButton)
    assert view.desk.counts.text().startswith("24 papers")


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_to_paste_is_said(view: IntakeView, text: str, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(text)
    qtbot.mouseClick(view.empty.buttons["paste"], Qt.MouseButton.LeftButton)
    assert "no text" in view.notice.label.text()
    assert view.empty.isVisible()


def test_where_no_paper_is_found_it_is_said_what_to_do(
    paste: Callable[[str], None], view: IntakeView, qtbot: QtBot
) -> None:
    paste("A sentence that means nothing.")
    assert view.notice.label.text().startswith("No paper was found in it. Put the cursor on")
    view.desk.source.setFocus()
    qtbot.keyClick(view.desk.source, KEY.Key_T)
    assert (titles(view), states(view)) == (["A sentence that means nothing."], [State.MADE])
    put_cursor(view, "that means")
    qtbot.keyClick(view.desk.source, KEY.Key_S)
    assert titles(view) == ["A sentence", "that means nothing."]
    put_cursor(view, "means")
    qtbot.keyClick(view.desk.source, KEY.Key_B)
    draft = view.inputs.sheets[0].now.segments[1].draft
    assert draft is not None
    assert (draft.title, draft.abstract) == ("that", "means nothing.")


def test_a_page_is_read_as_what_was_pasted_whatever_it_looks_like(
    paste: Callable[[str], None], view: IntakeView
) -> None:
    nasty = f"%PDF-1.4\0\0\0\u202eevil <img src=file:///etc/passwd>\n\n{LAMPS}\n\n{'x ' * 5_000}"
    paste(nasty)
    assert "Slow Lamps: A Study of Evening Warmth" in titles(view)
    shown = view.desk.source.toPlainText()
    assert shown.startswith("%PDF-1.4␀␀␀␦evil <img src=")


def test_every_widget_that_takes_the_focus_has_a_name(opened: IntakeView) -> None:
    for widget in opened.findChildren(type(opened).__mro__[1]):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
            assert name, widget


def test_titles_are_plain_in_tips(paste: Callable[[str], None], view: IntakeView) -> None:
    paste(LISTING.replace("Slow Lamps: A", "Slow <b>Lamps</b>: A"))
    index = view.desk.model.index(1, int(SegmentColumn.TITLE))
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("Slow ‹b>Lamps")


def test_the_tip_of_an_address_says_what_it_was_and_is(
    paste: Callable[[str], None], view: IntakeView, qtbot: QtBot
) -> None:
    paste(LISTING.replace("https://github.com", "github.com"))
    source = view.desk.source
    put_cursor(view, "github.com")
    point = source.cursorRect().center() + source.viewport().pos()
    event = QHelpEvent(QEvent.Type.ToolTip, point, source.mapToGlobal(point))
    QApplication.sendEvent(source, event)
    assert QToolTip.text() == (
        "<qt>github.com/example-lab/stoves<br/>→ https://github.com/example-lab/stoves</qt>"
    )
    QApplication.sendEvent(
        source, QHelpEvent(QEvent.Type.ToolTip, QPoint(60, 2), source.mapToGlobal(QPoint(60, 2)))
    )
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_click_beside_the_text_chooses_a_paper(opened: IntakeView, qtbot: QtBot) -> None:
    source = opened.desk.source
    put_cursor(opened, "Small Stoves")
    y = source.cursorRect().center().y()
    put_cursor(opened, "Subscribe")
    assert opened.desk.place == 0
    qtbot.mouseClick(source._gutter, Qt.MouseButton.LeftButton, pos=QPoint(5, y))
    assert opened.desk.place == 2


def test_what_does_not_fit_into_the_list_is_counted_and_added(
    paste: Callable[[str], None],
    view: IntakeView,
    session: Session,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr("refman_gui.tasks.reading.MOST_TEXT", len(LISTING) - 20)
    paste(LISTING)
    assert len(titles(view)) == 3
    assert view.desk.counts.text() == "3 papers, 1 stretch left over, 1 link"
    assert view.desk.note.text() == (
        "1 more paper is added with these; only the beginning of the text is shown"
    )
    assert view.minimumSizeHint().width() <= 1_024
    view.desk.table.setFocus()
    qtbot.keyClick(view.desk.table, KEY.Key_X)
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL)
    assert session.history.undoText() == "Add 2 papers from pasted text"
    paste(LISTING)
    assert view.desk.counts.text().endswith("2 already in the library")
    assert view.desk.buttons["add"].text() == "Add 1 paper"


def test_a_paper_that_may_be_there_is_added_only_when_asked_for(
    paste: Callable[[str], None], view: IntakeView, session: Session, qtbot: QtBot
) -> None:
    paste(f"{LAMPS}\n\n{STOVES}")
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.mouseClick(view.desk.buttons["add"], Qt.MouseButton.LeftButton)
    paste(
        f"{LAMPS.partition(chr(10))[0]}\n\nAnother text that says quite other things about ropes."
    )
    assert states(view)[0] is State.DOUBTFUL
    assert view.desk.buttons["add"].text() == "Add 0 papers"
    qtbot.mouseClick(view.desk.doubtful, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert view.desk.buttons["add"].text() == "Add 1 paper"
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.keyClick(view.desk.table, KEY.Key_Return, CTRL)
    assert view.notice.label.text().startswith("1 paper added")


def test_reading_is_stopped_by_a_button_and_tried_again_from_the_jobs(
    processes: None, view: IntakeView, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "long.txt").write_text(LISTING * 300)
    view.take_files([str(tmp_path / "long.txt")])
    qtbot.waitUntil(view.notice.stop.isVisible)
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.mouseClick(view.notice.stop, Qt.MouseButton.LeftButton)
    assert session.jobs.all[0].outcome == "cancelled"
    assert view.empty.isVisible()
    (tmp_path / "long.txt").write_text(LISTING)
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        session.jobs.again(session.jobs.all[0])
    assert len(titles(view)) == 4


def test_what_is_named_before_the_library_is_open_is_read_when_it_is(
    make_library: Callable[..., Path], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(LISTING)
    session = Session(make_library(0))
    view = IntakeView(session)
    view.take_files([str(tmp_path / "a.txt")])
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        pass
    assert len(titles(view)) == 4
    view.leave()
    session.close()
    view.deleteLater()


def test_nothing_is_left_in_the_folder_of_temporary_files(
    paste: Callable[[str], None], view: IntakeView, session: Session, qtbot: QtBot
) -> None:
    paste(LISTING)
    folder = Path(view.inputs.sheets[0].kept).parent
    assert len(list(folder.glob("kept-*"))) == 1
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.mouseClick(view.desk.buttons["add"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(folder.glob("kept-*")) == [])
    view.leave()
    assert not folder.exists()


def test_a_long_text_comes_in_pieces_and_is_gone_through(
    paste: Callable[[str], None], view: IntakeView, qtbot: QtBot
) -> None:
    paste(LISTING.replace("lamp", "🪔 lamp") * 400)
    source, table = view.desk.source, view.desk.table
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_End, CTRL)
    last = view.desk.model.rowCount() - 1
    qtbot.waitUntil(lambda: source.current == last and not source._filling.isActive())
    sheet = view.inputs.sheets[0]
    assert source.marked().start == sheet.now.segments[last].span.start
    for _ in range(30):
        qtbot.keyClick(source, KEY.Key_PageUp)
    qtbot.waitUntil(lambda: not source._colouring.isActive())
    assert source.extraSelections()


def test_paste_goes_to_the_import_but_for_where_text_is_typed(window, qtbot: QtBot) -> None:
    view = window.parts["intake"]
    QGuiApplication.clipboard().setText("slow lamps")
    box = window.results.box
    box.setFocus()
    qtbot.keyClick(box, KEY.Key_V, CTRL)
    assert box.text() == "slow lamps"
    assert view.inputs.sheets == []
    box.clear()
    QGuiApplication.clipboard().setText(LISTING)
    window.results.table.setFocus()
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.keyClick(window.results.table, KEY.Key_V, CTRL)
    assert len(titles(view)) == 4


def test_undo_in_the_import_is_not_the_librarys(window, qtbot: QtBot) -> None:
    view = window.parts["intake"]
    qtbot.keyClick(window, KEY.Key_2, CTRL)
    QGuiApplication.clipboard().setText(LISTING)
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_V, CTRL)
    table = view.desk.table
    assert QApplication.focusWidget() is table
    view.desk.source.setFocus()
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.keyClick(view.desk.source, KEY.Key_V, CTRL)
    assert len(view.inputs.sheets) == 2
    before = window.session.history.index()
    table.setFocus()
    qtbot.keyClick(table, KEY.Key_X)
    qtbot.keyClick(table, KEY.Key_Z, CTRL)
    assert states(view)[1] is State.NEW
    qtbot.keyClick(table, KEY.Key_Z, CTRL)
    qtbot.keyClick(table, KEY.Key_Escape)
    qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Z, CTRL)
    assert len(titles(view)) == 4
    assert window.session.history.index() == before


def test_an_input_is_read_again_by_another_reader(opened: IntakeView, qtbot: QtBot) -> None:
    kinds = opened.desk.kinds
    assert kinds.currentText() == "text copied off a page"
    kinds.setFocus()
    with qtbot.waitSignal(opened.inputs.idle, timeout=20_000):
        kinds.showPopup()
        row = kinds.findData("titles")
        kinds.view().setCurrentIndex(kinds.model().index(row, 0))
        qtbot.keyClick(kinds.view(), KEY.Key_Return)
    assert kinds.currentData() == "titles"
    assert len(titles(opened)) > 4
    assert len(opened.inputs.sheets) == 1


def test_html_alone_on_the_clipboard_is_read_too(view: IntakeView, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setHtml(f"<html><body><p>{LAMPS}</p></body></html>")
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        drop(view, mime)
    assert len(view.inputs.sheets) == 1


def test_a_full_disk_is_told(
    view: IntakeView, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tempfile.TemporaryDirectory", refuse)
    QGuiApplication.clipboard().setText(LISTING)
    qtbot.mouseClick(view.empty.buttons["paste"], Qt.MouseButton.LeftButton)
    assert "No space left on device. Make room there." in view.notice.label.text()
    with qtbot.waitSignal(view.inputs.said):
        qtbot.mouseClick(view.empty.buttons["sample"], Qt.MouseButton.LeftButton)


def test_another_step_after_adding_is_not_taken_back_for_it(
    opened: IntakeView, session: Session, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.changed, timeout=20_000):
        qtbot.mouseClick(opened.desk.buttons["add"], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(session.changed, timeout=20_000):
        session.undo()
    qtbot.mouseClick(opened.notice.button, Qt.MouseButton.LeftButton)
    assert opened.notice.label.text().startswith("Other steps came after it")


@pytest.mark.parametrize("name", ["open", "open_folder"])
def test_files_are_asked_for_and_read(
    view: IntakeView, tmp_path: Path, name: str, qtbot: QtBot
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "a.txt").write_text(LISTING)
    qtbot.mouseClick(view.empty.buttons[name], Qt.MouseButton.LeftButton)
    dialog = view.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.windowModality() is not Qt.WindowModality.ApplicationModal
    box = dialog.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.setFocus()
    box.setText(str(folder / "a.txt" if name == "open" else folder))
    with qtbot.waitSignal(view.inputs.idle, timeout=20_000):
        qtbot.keyClick(box, KEY.Key_Return)
    assert len(titles(view)) == 4
    assert view.desk.inputs.currentText() == "a.txt"


@pytest.mark.corpus
def test_real_files_go_through_the_import(view: IntakeView, corpus: Path, qtbot: QtBot) -> None:
    """Each of some hundred real files is shown, gone through, corrected, undone."""
    files = sorted((corpus / "bib").rglob("*.bib"))[::6]
    with qtbot.waitSignal(view.inputs.idle, timeout=60_000):
        view.take_files([str(corpus / "listings"), *map(str, files)])
    sheets, table = view.inputs.sheets, view.desk.table
    assert len(sheets) > 60
    view.desk.inputs.setFocus()
    for number in range(len(sheets)):
        before = sheets[number].now
        assert view.desk.model.rowCount() == len(before.segments)
        for key in (KEY.Key_End, KEY.Key_S, KEY.Key_J, KEY.Key_T, KEY.Key_B, KEY.Key_X, KEY.Key_P):
            qtbot.keyClick(table, key)
        while sheets[number].previews.undo_name is not None:
            qtbot.keyClick(table, KEY.Key_Z, CTRL)
        assert sheets[number].now == before
        qtbot.keyClick(view.desk.inputs, KEY.Key_Down)
