"""The whole way into Zotero, by keys and the mouse, against the stand-in."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman.editing import edited, read_assignment
from refman_gui.item_models.pushing import PushColumn
from refman_gui.views.pushing import PushView
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW
from tests.gui.person import Person
from tests.gui.test_pushing import column, open_push
from tests.zotero.stand_in import StandIn

KEY = Qt.Key
READING = "Reading"


@pytest.fixture
def zotero(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., StandIn]]:
    """Start a stand-in of a profile, which the tasks' processes are led to."""
    made: list[StandIn] = []

    def start(profile: str, port: int = 0) -> StandIn:
        made.append(StandIn(profile, port=port))
        monkeypatch.setenv("REFMAN_ZOTERO__PORT", str(made[-1].port))
        return made[-1]

    yield start
    for each in made:
        each.close()


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


@pytest.fixture
def window(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path]
) -> MainWindow:
    """The window on three lamps."""
    return make_window(make_library(3))


def send(person: Person, view: PushView) -> str:
    """Send what is shown; return what the report says first."""
    person.click(view.button)
    person.wait(lambda: view.report.isVisible() and view.form.isEnabled())
    return view.report.head.text()


def test_papers_are_sent_once_and_what_is_edited_is_brought_up_to_date(
    zotero: Callable[..., StandIn], person: Person, window: MainWindow
) -> None:
    there = zotero("zotero10")
    view = open_push(person, window)
    person.wait(view.button.isEnabled)
    assert view.form.who.text() == "Zotero 10.0.1 on this computer"
    view.form.target.setFocus()
    person.type(READING)
    assert view.form.target.currentText() == READING
    assert not view.button.isEnabled(), "what was looked at is out of date"
    person.wait(view.button.isEnabled)
    assert view.button.text() == "&Send 3 papers"

    for _ in range(2):
        there.fail_next("POST", "/api/users/0/items", 500)
    assert "nothing was sent" in send(person, view)
    assert "500" in view.report.head.text()
    assert not there.items()
    there.keys.known.clear()
    there.keys.say(None)
    person.click(view.report.again_button)
    person.wait(lambda: "Always Allow" in view.strip.said.text())
    there.keys.say("always")
    person.wait(lambda: "3 added" in view.report.head.text())
    items = there.items()
    assert {item["title"] for item in items} == {f"On the Warmth of Lamp {n}" for n in range(3)}
    (reading,) = [key for key, path in there.collections().items() if path == READING]
    assert all(item["collections"] == [reading] for item in items)
    assert set(column(view.report.papers, PushColumn.ITEM)) == {item["key"] for item in items}
    kept = list((window.session.path.parent / "state").rglob("pushes/*.json"))
    assert view.report.saved.text().removeprefix("Kept as ") in {file.name for file in kept}

    person.press(KEY.Key_F5)
    person.wait(lambda: view.papers.isVisible() and not view.strip.isVisible())
    assert column(view.papers, PushColumn.FATE) == ["skip"] * 3
    assert not view.button.isEnabled()

    reader = window.session.reader
    assert reader is not None
    held = reader.find_key("lamp1")
    assert held is not None
    title = read_assignment("title=A Cold Lamp")
    window.session.edit_with(lambda library: edited(library, [held], [title], now=NOW))
    person.wait(view.button.isEnabled)
    assert column(view.papers, PushColumn.FATE) == ["skip", "update", "skip"]
    person.click_row(view.papers.table, view.papers.model.index(1, 1))
    assert "~ Title: On the Warmth of Lamp 1 → A Cold Lamp" in view.papers.details.toPlainText()
    assert "1 updated" in send(person, view)
    assert "A Cold Lamp" in {item["title"] for item in there.items()}
    assert len(there.items()) == 3


def test_who_does_not_answer_is_told_and_asked_again(
    zotero: Callable[..., StandIn], person: Person, window: MainWindow
) -> None:
    shut = zotero("off")
    view = open_push(person, window)
    person.wait(view.empty.text)
    assert "open Zotero" in view.empty.text()
    assert "Look again" in view.empty.text()
    assert not view.form.target.isEnabled()
    assert not view.button.isEnabled()
    other = zotero("jabref", shut.port)
    person.press(KEY.Key_F5)
    person.wait(lambda: "Zotero is not what answers" in view.empty.text())
    other.close()
    zotero("zotero10", shut.port)
    person.press(KEY.Key_F5)
    person.wait(view.button.isEnabled)
    assert view.form.target.isEnabled()


def test_what_a_zotero_cannot_do_is_told_and_the_rest_is_done(
    zotero: Callable[..., StandIn], person: Person, window: MainWindow
) -> None:
    there = zotero("local-api-disabled")
    view = open_push(person, window)
    person.wait(view.button.isEnabled)
    assert "Allow other applications" in view.form.remarks.text()
    assert view.form.remarks.isVisible()
    assert not view.form.updates.isEnabled()
    assert "3 added" in send(person, view)
    assert len(there.items()) == 3
