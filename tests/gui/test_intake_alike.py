"""Papers of an import that are, or may be, in the library or twice in it: none vanishes unsaid."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refman.model import Holding
from refman_gui.core_texts import core_sentence
from refman_gui.item_models.segments import SegmentColumn, State
from refman_gui.languages import install_language
from refman_gui.views.intake import IntakeView
from refman_gui.window import MainWindow
from tests.gui.test_intake import QuickJob, states

KEY, CTRL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton

LAMPS = (
    "@article{l1, title={Lamps in Winter Houses of the North}, author={Lind, Ada and Berg, Bo},"
    " journal={Journal of Light}, year=2020, doi={10.1234/lamps}}\n"
)
LAMPS_MORE = LAMPS.replace("doi=", "volume=7, note={In colour}, doi=")
ROPES = "@article{r1, title={Ropes and Their Knots at Sea}, author={Glow, Ida}, year=2019}\n"
ROPES_TITLE = "@misc{r2, title={Ropes and Their Knots at Sea}, note={A poster}}\n"
KITES = "@article{k1, title={Kites over Quiet Water}, author={Wick, Jo}, year=2018}\n"


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refman_gui.jobs.Job", QuickJob)


class Person:
    """Paste, press keys and click."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.intake = cast("IntakeView", window.parts["intake"])
        self.desk = self.intake.desk
        window.activateWindow()

    def paste(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        with self.qtbot.waitSignal(self.intake.inputs.idle, timeout=20_000):
            self.window.results.table.setFocus()
            self.press(KEY.Key_V)
        assert self.intake.isVisible()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)

    def add(self) -> None:
        with (
            self.qtbot.waitSignal(self.intake.inputs.added, timeout=20_000),
            self.qtbot.waitSignal(self.window.session.changed, timeout=20_000),
        ):
            self.press(KEY.Key_Return)

    def tick(self, box: str) -> None:
        getattr(self.desk, box).setFocus()
        self.press(KEY.Key_Space, NONE)

    def has(self, text: str) -> None:
        """Have a text in the library, and look at the papers."""
        self.paste(text)
        self.add()
        self.qtbot.waitUntil(self.window.results.isVisible)

    def holdings(self) -> list[Holding]:
        assert self.window.session.reader is not None
        return list(self.window.session.reader.all())

    @property
    def said(self) -> str:
        return self.window.statusBar().currentMessage()

    @property
    def counted(self) -> str:
        return self.desk.counts.text()

    @property
    def button(self) -> str:
        return self.desk.buttons["add"].text()


@pytest.fixture
def person(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path], qtbot: QtBot
) -> Person:
    return Person(make_window(make_library(0)), qtbot)


def test_what_was_left_out_stays_in_the_import_until_it_is_added_or_discarded(
    person: Person,
) -> None:
    person.has(ROPES)
    person.paste(KITES + ROPES_TITLE)
    assert person.counted.endswith("1 perhaps in it")
    person.add()
    assert person.intake.notice.label.text().splitlines() == [
        "1 paper added.", "1 paper may be there already, and was left out.",
    ]  # fmt: skip
    assert states(person.intake) == [State.KNOWN, State.DOUBTFUL]
    assert person.counted.endswith("1 already in the library, 1 perhaps in it")
    why = person.desk.model.index(0, int(SegmentColumn.WHY)).data()
    assert why.startswith("added from here")
    person.qtbot.wait(120)
    assert person.intake.isVisible(), "nothing that was left out is left behind"
    # What is taken back can be added again, with what was left out.
    with person.qtbot.waitSignal(person.window.session.changed, timeout=20_000):
        person.qtbot.mouseClick(person.intake.notice.button, LEFT)
    person.qtbot.waitUntil(lambda: states(person.intake)[0] is State.NEW)
    person.qtbot.waitUntil(lambda: person.button == "Add 1 paper")
    person.desk.table.setFocus()
    person.add()
    person.tick("doubtful")
    assert person.button == "Add 1 paper"
    person.add()
    assert len(person.holdings()) == 3, "what had come in before comes in once"
    person.qtbot.waitUntil(person.window.results.isVisible)
    assert person.said == "1 paper added."


def test_where_all_is_there_or_comes_in_the_status_bar_says_so(person: Person) -> None:
    person.has(LAMPS)
    assert person.said == "1 paper added."
    person.paste(LAMPS + KITES)
    person.add()
    person.qtbot.waitUntil(person.window.results.isVisible)
    assert person.said == "1 paper added. 1 paper was there already."


def test_what_a_known_paper_brings_fills_its_entry_when_that_is_wanted(person: Person) -> None:
    person.has(LAMPS)
    person.paste(LAMPS_MORE + KITES)
    why = person.desk.model.index(0, int(SegmentColumn.WHY)).data()
    assert "as l1; which lacks: Remark, Volume" in why
    assert person.button == "Add 1 paper"
    person.tick("fills")
    assert person.button == "Add 1 paper, fill 1"
    person.desk.table.setFocus()
    person.press(KEY.Key_Down, NONE)
    person.press(KEY.Key_X, NONE)
    assert person.button == "Fill 1 known"
    assert person.desk.buttons["add"].isEnabled()
    person.add()
    (holding,) = person.holdings()
    assert (holding.entry.volume, holding.entry.note) == ("7", "In colour")
    assert person.said == "1 known paper was filled."
    person.paste(LAMPS_MORE)
    assert person.desk.fills.isHidden(), "there is nothing more to fill"
    assert not person.desk.fills.isChecked()


def test_p_adds_a_known_paper_all_the_same(person: Person) -> None:
    person.has(LAMPS)
    person.paste(LAMPS_MORE + ROPES + ROPES)
    assert states(person.intake) == [State.KNOWN, State.NEW, State.KNOWN]
    assert person.counted.endswith("1 already in the library, 1 read twice")
    tip = person.desk.model.index(2, int(SegmentColumn.STATE)).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("read twice")
    person.desk.table.setFocus()
    person.press(KEY.Key_Home, NONE)
    person.press(KEY.Key_P, NONE)
    assert states(person.intake)[0] is State.NEW
    assert person.desk.model.index(0, int(SegmentColumn.WHY)).data().startswith("added all the")
    assert person.button == "Add 2 papers"
    person.press(KEY.Key_Z)
    assert person.button == "Add 1 paper"
    person.press(KEY.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.add()
    person.qtbot.waitUntil(person.window.results.isVisible)
    assert person.said == "2 papers added. 1 paper was read twice."
    first, second, _ = person.holdings()
    assert first.entry.title == second.entry.title
    assert (first.entry.volume, second.entry.volume) == (None, "7")


def test_doubles_of_an_empty_library_are_told_as_such(person: Person) -> None:
    person.paste(LAMPS + LAMPS + ROPES + ROPES_TITLE)
    assert person.counted.endswith(", 1 read twice, 1 perhaps read twice")


def test_an_empty_clipboard_is_told(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(QGuiApplication.clipboard()), "mimeData", lambda _: None)
    person.intake.setFocus()
    person.window.show_intake()
    person.qtbot.mouseClick(person.intake.empty.buttons["paste"], LEFT)
    assert person.intake.notice.label.text().startswith("The clipboard holds no text")


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("nothing stands behind the last stretch", "Nothing", "Hinter"),
        ("no.such.host.invalid cannot be found", "no.such.host", "no.such.host"),
        ("hf-papers.txt is nobody's text", "hf-papers", "hf-papers"),
    ],
)
def test_a_sentence_of_the_core_gets_a_capital_and_a_name_none(
    text: str, english: str, german: str, qapp: QApplication
) -> None:
    assert core_sentence(text).startswith(english)
    install_language(qapp, "de")
    try:
        assert core_sentence(text).startswith(german)
    finally:
        install_language(qapp, "en")
