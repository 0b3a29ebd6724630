"""PDFs dropped into the window: they belong to their papers, and services are asked when wanted."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from refman.model import Holding, Outcome
from refman_gui.jobs import Job
from refman_gui.tasks.looking_up import LOOKING_UP
from refman_gui.views.intake import IntakeView
from refman_gui.window import MainWindow
from tests.gui.test_dropped import drop, files
from tests.gui.test_intake import LISTING, QuickJob
from tests.lookup.service import Services
from tests.lookup.service_answers import Record
from tests.reading.pdf.maker import Page, make_pdf

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
PAPERS = {
    "candles": ("Tall Candles and the Shape of Their Shade", "2401.01234"),
    "lights": ("Harbour Lights: Seen from Far at Sea", "2401.05678"),
}


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("refman_gui.jobs.Job", QuickJob)


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """Know all about the papers."""
    records = [
        Record(title=title, authors=("Ada Glow", "Bo Wick"), year=2024, arxiv=arxiv)
        for title, arxiv in PAPERS.values()
    ]
    with Services(records) as services:
        for name, value in services.environment().items():
            monkeypatch.setenv(name, value)
        yield services


@pytest.fixture
def pdfs(tmp_path: Path) -> list[Path]:
    """The papers as PDFs, in a folder beside the library."""
    (tmp_path / "papers").mkdir()
    paths = []
    for name, (title, arxiv) in PAPERS.items():
        rows = [
            (72, 700, 18, "bold", title),
            (72, 670, 11, "serif", "Ada Glow and Bo Wick"),
            (20, 300, 18, "serif", f"arXiv:{arxiv}v1  [cs.LG]  3 Jan 2024", 90),
        ]
        path = tmp_path / "papers" / f"{name}.pdf"
        path.write_bytes(make_pdf([Page(rows=rows)]))
        paths.append(path)
    return paths


class Person:
    """Drop files and press keys."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.intake = cast("IntakeView", window.parts["intake"])
        window.activateWindow()

    def drop(self, *paths: Path) -> None:
        """Drop files where no paper is."""
        viewport = self.window.results.table.viewport()
        where = QPoint(10, viewport.height() - 5)
        with self.qtbot.waitSignal(self.intake.inputs.idle, timeout=20_000):
            if not drop(viewport, where, files(*paths)):
                assert drop(self.window, where, files(*paths))
        assert self.intake.isVisible()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        self.qtbot.keyClick(focus, key, modifier)

    def add(self, key: Qt.Key = KEY.Key_Return, more: Qt.KeyboardModifier = CTRL) -> None:
        with self.qtbot.waitSignal(self.intake.added, timeout=20_000):
            self.press(key, more)

    def look_ups(self) -> list[Job]:
        return [job for job in self.window.session.jobs.all if job.task is LOOKING_UP]

    def holdings(self) -> list[Holding]:
        assert self.window.session.reader is not None
        return list(self.window.session.reader.all())


@pytest.fixture
def person(
    make_window: Callable[[Path], MainWindow], make_library: Callable[..., Path], qtbot: QtBot
) -> Person:
    return Person(make_window(make_library(0)), qtbot)


def test_pdfs_dropped_on_no_paper_are_added_and_looked_up_by_one_key(
    services: Services, person: Person, pdfs: list[Path]
) -> None:
    person.drop(*pdfs)
    person.add(KEY.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    intake = person.intake
    assert intake.isVisible(), "the question is not left behind"
    assert intake.notice.also.text() == "Look up 2 papers"
    assert QApplication.focusWidget() is intake.notice.also
    person.qtbot.waitUntil(lambda: len(person.holdings()) == 2)
    added = person.holdings()
    assert [one.entry.attachments[0].path for one in added] == [
        "papers/candles.pdf", "papers/lights.pdf",
    ]  # fmt: skip
    assert not services.asked, "nobody is asked before that is wanted"
    person.press(KEY.Key_L)
    (job,) = person.look_ups()
    assert intake.is_empty
    assert "started" in person.window.statusBar().currentMessage()
    with person.qtbot.waitSignal(job.ended, timeout=20_000) as ended:
        pass
    person.qtbot.waitUntil(person.window.results.isVisible)
    assert ended.args[0].outcomes == {Outcome.REVIEW: 2}
    assert {asked.name for asked in services.asked} >= {"arxiv"}
    assert person.holdings() == added, "what was found waits for a choice"
    standings = person.window.session.reader.standings([one.id for one in added])
    assert all(standing.is_open for standing in standings.values())


def test_papers_of_pdfs_alone_are_offered_together_while_others_wait(
    services: Services, person: Person, pdfs: list[Path]
) -> None:
    person.drop(*pdfs)
    person.add()
    assert person.intake.notice.also.text() == "Look up 1 paper"
    person.intake.take_text(LISTING)
    person.qtbot.waitUntil(lambda: not person.window.session.jobs.running())
    assert not person.intake.notice.also.isVisible()
    person.press(KEY.Key_L)
    assert not person.look_ups(), "there is no question any more, and no paper is chosen"
    person.add(KEY.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert person.intake.notice.also.text() == "Look up 2 papers"
    history = person.window.session.history
    person.qtbot.waitUntil(lambda: history.undoText().startswith("Add 4 papers"))
    person.qtbot.mouseClick(person.intake.notice.button, Qt.MouseButton.LeftButton)
    person.qtbot.waitUntil(lambda: len(person.holdings()) == 1)
    assert not person.look_ups()


def test_what_is_no_pdf_or_offline_is_led_to_the_papers(
    person: Person, pdfs: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing = tmp_path / "listing.txt"
    listing.write_text(LISTING)
    person.drop(listing)
    person.add()
    person.qtbot.waitUntil(person.window.results.isVisible)
    monkeypatch.setenv("REFMAN_WEB__OFFLINE", "true")
    person.drop(pdfs[0])
    person.add()
    person.qtbot.waitUntil(person.window.results.isVisible)
    assert person.intake.notice.also.isHidden()


def test_where_that_is_wanted_pdfs_are_looked_up_when_they_are_added(
    services: Services, person: Person, pdfs: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REFMAN_LOOKUP__AT_ONCE", "true")
    person.drop(*pdfs)
    person.add(KEY.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    (job,) = person.look_ups()
    assert not person.intake.offers.can_look_up, "what is done is not offered"
    person.qtbot.waitUntil(person.window.results.isVisible)
    person.qtbot.waitUntil(lambda: not job.is_running, timeout=20_000)
    assert job.outcome == "done"
    assert services.asked


def test_who_has_gone_elsewhere_while_papers_are_added_stays_there(
    person: Person, tmp_path: Path
) -> None:
    listing = tmp_path / "listing.txt"
    listing.write_text(LISTING)
    person.drop(listing)
    window, box = person.window, person.window.results.box
    with person.qtbot.waitSignal(person.intake.added, timeout=20_000):
        person.press(KEY.Key_Return)
        person.press(KEY.Key_1)
        person.press(KEY.Key_F)
        person.qtbot.keyClicks(QApplication.focusWidget(), "lamp")
    assert "added" in window.statusBar().currentMessage()
    person.qtbot.wait(120)
    assert (box.text(), QApplication.focusWidget()) == ("lamp", box)


def test_who_leaves_the_import_when_papers_are_added_is_where_they_went(
    person: Person, tmp_path: Path
) -> None:
    listing = tmp_path / "listing.txt"
    listing.write_text(LISTING)
    person.drop(listing)
    person.add()
    person.press(KEY.Key_3)
    person.qtbot.wait(120)
    assert person.window.parts["duplicates"].isVisible()
