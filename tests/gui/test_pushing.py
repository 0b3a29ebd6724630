"""Papers sent to Zotero, by keys and the mouse."""

import time
from collections.abc import Callable, Iterator

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from refman.model import EntryId
from refman.pushing import Deed, Done, FieldChange, Report, Row
from refman.zotero.records import Target
from refman_gui.item_models.pushing import Fate, PushColumn, PushModel
from refman_gui.languages import install_language
from refman_gui.tasks.pushing import AskPush
from refman_gui.views import pushing
from refman_gui.views.pushing import PushView
from refman_gui.views.pushing_papers import PapersPane
from refman_gui.views.pushing_report import ReportPane
from refman_gui.views.pushing_target import TargetBox
from refman_gui.window import MainWindow
from tests.gui import a_push
from tests.gui.conftest import NOW
from tests.gui.person import CTRL, SHIFT, Person

KEY = Qt.Key
PAGE_S = 0.016
FATES = (Fate.NEW, Fate.UPDATE, Fate.SKIP)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Put a Zotero that is none in the place of the real ways; say how it answers."""
    monkeypatch.setattr(pushing, "PLACES", a_push.A_PLACES)
    monkeypatch.setattr(pushing, "PLANNING", a_push.A_PLAN)
    monkeypatch.setattr(pushing, "PUSHING", a_push.A_PUSH)

    def say(words: str) -> None:
        monkeypatch.setenv("REFMAN_A_PUSH", words)

    say("")
    return say


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    return Person(qtbot)


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")


def open_push(person: Person, window: MainWindow) -> PushView:
    person.look_at(window)
    person.press(KEY.Key_O, CTRL | SHIFT)
    view = window.parts["pushing"]
    assert isinstance(view, PushView)
    person.wait(view.isActiveWindow)
    return view


def column(pane: PapersPane, which: PushColumn) -> list[str]:
    model = pane.model
    return [str(model.index(row, int(which)).data()) for row in range(model.rowCount())]


def row(number: int, deed: Deed = Deed.NEW) -> Row:
    return Row(
        id=EntryId(number), citekey=f"lamp{number}", title=f"Lamp {number}", deed=deed, why="it is"
    )


# The table.


@pytest.mark.usefixtures("qapp")
def test_rows_are_shown_counted_and_narrowed() -> None:
    model = PushModel()
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    assert tester.model() is model
    model.extend([row(1), row(2, Deed.SKIP)])
    model.extend([row(3, Deed.UPDATE), row(4)])
    model.hide({Fate.SKIP, Fate.UPDATE})
    assert [one.id for one in map(model.at, range(model.rowCount())) if one is not None] == [1, 4]
    model.extend([row(5, Deed.SKIP), row(6)])
    assert model.rowCount() == 3
    assert [model.counts[fate] for fate in FATES] == [3, 1, 2]
    assert model.at(7) is None
    model.clear()
    assert not model.rowCount()
    assert not model.counts
    done = Done(id=EntryId(1), citekey="", title="", deed=Deed.NEW, fault="<b>no</b>", left=("a",))
    model.extend([done])
    cells = [model.index(0, at) for at in range(model.columnCount())]
    assert [cell.data() for cell in cells] == ["failed", "#1", "", "<b>no</b>; a"]
    tip = cells[PushColumn.WHY].data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip


def test_a_page_of_tens_of_thousands_is_painted_at_once(qtbot: QtBot) -> None:
    pane = PapersPane("What", FATES, None)  # type: ignore[arg-type]
    qtbot.addWidget(pane)
    deeds = (Deed.NEW, Deed.UPDATE, Deed.SKIP)
    papers = [row(number, deeds[number % 3]) for number in range(30_000)]
    longest = 0.0
    for start in range(0, len(papers), 200):
        began = time.thread_time()
        pane.extend(papers[start : start + 200])
        longest = max(longest, time.thread_time() - began)
    assert longest < PAGE_S
    pane.resize(900, 600)
    pane.show()
    qtbot.waitExposed(pane)

    def page() -> float:
        began = time.thread_time()
        pane.table.scrollToBottom()
        pane.table.viewport().grab()
        pane.table.scrollToTop()
        return time.thread_time() - began

    assert min(page() for _ in range(5)) < PAGE_S


# Where to.


def test_collections_are_shown_as_a_tree(qtbot: QtBot) -> None:
    box = TargetBox(None)  # type: ignore[arg-type]
    qtbot.addWidget(box)
    box.show_targets(a_push.PLACES_THERE.targets)
    assert box.currentText() == "World models 世界模型"
    assert box.target() == "users/0/collections/BBBB2222"
    readonly = box.model().index(3, 0)
    assert not readonly.flags() & Qt.ItemFlag.ItemIsEnabled
    assert "only read" in readonly.data()
    path = box.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert path == "My Library/Reading/World models 世界模型"
    widths = []
    for at in range(3):
        option = QStyleOptionViewItem()
        option.initFrom(box)
        widths.append(box.itemDelegate().sizeHint(option, box.model().index(at, 0)).width())
    assert widths[1] > 18
    qtbot.keyClicks(box, "Rea")
    assert box.target() == "users/0/collections/AAAA2222"
    box.show_targets(a_push.PLACES_THERE.targets)
    assert box.target() == "users/0/collections/AAAA2222", "what was chosen stays so"
    box.show_targets([Target(id="L1", name="Group", editable=False)])
    assert box.target() is None


@pytest.mark.usefixtures("german")
def test_it_is_told_in_german(qtbot: QtBot) -> None:
    pane = PapersPane("Was", FATES, None)  # type: ignore[arg-type]
    qtbot.addWidget(pane)
    rows = [
        msgspec.structs.replace(
            row(1, Deed.UPDATE),
            why="it is known by its item",
            changes=(FieldChange("publicationTitle", "", "Lampen"),),
            gains=("2 links", "the tag warm"),
            kept=("publicationTitle: was changed in Zotero",),
        ),
        row(2),
    ]
    pane.show_papers(rows)
    assert column(pane, PushColumn.FATE) == ["aktualisieren", "neu"]
    assert [box.text() for box in pane.toggles.values()] == [
        "1 neu", "1 Aktualisierung", "0 übersprungen",
    ]  # fmt: skip
    assert pane.details.toPlainText().splitlines() == [
        "Lamp 1 (lamp1)",
        "aktualisieren; ihr Eintrag ist bekannt",
        "~ Publikation: ∅ → Lampen",
        "+ 2 Links",
        "+ das Schlagwort warm",
        "= Publikation: in Zotero geändert; es bleibt dort, wie es ist",
    ]
    report = ReportPane(None)  # type: ignore[arg-type]
    qtbot.addWidget(report)
    done = Done(id=EntryId(1), citekey="lamp1", title="Lamp", deed=Deed.NEW, fault="no")
    told = Report(
        at=NOW,
        label="Zotero 10.0.1 on this computer",
        target=Target(id="L1", name="Lampen"),
        done=(),
        stopped="you stopped it",
    )
    said = report.show_report(told, [done], has_rest=True)
    assert said == (
        "Lampen, Zotero 10.0.1 auf diesem Rechner: 1 fehlgeschlagen; Es endete vorzeitig: Sie haben"
        " es angehalten. Die übrigen wurden nicht versucht."
    )


# The whole way, with a Zotero that is none.


def test_it_is_looked_at_sent_and_told(
    fake: Callable[[str], None], person: Person, window: MainWindow, qtbot: QtBot
) -> None:
    fake("fails")
    view = open_push(person, window)
    person.wait(view.button.isEnabled)
    assert view.form.who.text() == "Zotero 10.0.1 on this computer"
    assert view.button.text() == "&Send 8 papers"
    assert [box.text() for box in view.papers.toggles.values()] == [
        "4 new", "4 updates", "4 skipped",
    ]  # fmt: skip
    assert "relations (3)" in view.losses.text()

    person.click(view.papers.toggles[Fate.SKIP])
    person.click(view.papers.toggles[Fate.NEW])
    assert set(column(view.papers, PushColumn.FATE)) == {"update"}
    lines = view.papers.details.toPlainText().splitlines()
    assert lines == [
        "On the Warmth of Lamp 1 (lamp1)",
        "update; the same DOI; item KEY00001",
        "~ Publication: J. Lamps → Journal of Lamps",
        "+ 2 links",
        "+ the tag warm",
        "= Title: was changed in Zotero; it stays as it is there",
    ]

    with qtbot.waitSignal(window.session.changed):
        person.click(view.button)
        assert view.strip.isVisible()
        assert not view.form.isEnabled()
        person.wait(view.report.isVisible)
    assert "2 added, 4 updated, 4 skipped, 2 failed" in view.report.head.text()
    assert column(view.report.papers, PushColumn.FATE)[:3] == ["failed", "failed", "updated"]
    assert "500" in column(view.report.papers, PushColumn.WHY)[0]
    assert "NEW00004" in column(view.report.papers, PushColumn.ITEM)
    job = window.session.jobs.all[-1]
    assert job.may_be_repeated
    assert isinstance(job.request, AskPush)
    assert job.request.asked.wanted.ids == tuple(range(1, 13)), "what was looked at, and no other"
    assert isinstance(job.rest, AskPush)
    assert job.rest.asked.wanted.ids == (1, 7), "what failed, and no other"
    person.click(view.report.copy_button)
    copied = QGuiApplication.clipboard().text()
    assert "added\tlamp3\tOn the Warmth of Lamp 3\tNEW00004" in copied

    person.click(view.report.again_button)
    person.wait(lambda: "2 added" in view.report.head.text() and view.form.isEnabled())
    assert not view.report.again_button.isVisible()
    assert not window.session.jobs.all[-1].may_be_repeated


def test_it_is_done_by_keys_alone(
    fake: Callable[[str], None], person: Person, window: MainWindow
) -> None:
    fake("asks")
    view = open_push(person, window)
    person.wait(view.button.isEnabled)
    assert person.focus() is view.form.which
    person.tab_to(view.papers.table)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_Return)
    person.wait(window.isActiveWindow)
    assert window.session.selection.current == 2
    assert not window.session.jobs.all, "nothing was sent by chance"

    person.look_at(view)
    person.tab_to(view.button)
    person.press(KEY.Key_Return)
    person.wait(lambda: "permission" in view.strip.said.text())
    person.press(KEY.Key_Escape)
    assert not view.isVisible()
    view = open_push(person, window)
    assert view.strip.isVisible(), "it goes on while nobody looks"
    person.tab_to(view.strip.stop_button)
    person.press(KEY.Key_Return)
    person.wait(view.report.isVisible)
    assert "you stopped it" in view.report.head.text()
    assert view.report.again_button.text() == "Send the &rest"
    fake("")
    person.press(KEY.Key_F5)
    person.wait(view.button.isEnabled)
    assert view.papers.isVisible()
    person.press(KEY.Key_Escape)
    assert not view.isVisible()


def test_a_report_that_nobody_saw_waits(
    fake: Callable[[str], None], person: Person, window: MainWindow
) -> None:
    fake("many=450")
    view = open_push(person, window)
    person.wait(view.button.isEnabled)
    assert view.papers.model.rowCount() == 450
    person.click(view.button)
    person.click(view.close_button)
    assert not view.isVisible()
    person.wait(lambda: not window.session.jobs.running())
    assert "150 added" in window.statusBar().currentMessage()
    open_push(person, window)
    assert view.report.isVisible()
    assert view.report.papers.model.rowCount() == 450
    fake("empty")
    person.press(KEY.Key_F5)
    person.wait(lambda: "no such paper" in view.empty.text())
    assert view.empty.isVisible()
    assert not view.button.isEnabled()
