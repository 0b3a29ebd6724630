"""What the core says stands in the window in German: steps, faults, reasons, findings, losses."""

from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDoubleSpinBox, QToolButton
from pytestqt.qtbot import QtBot

from refman.checks.finding import Severity
from refman.duplicates import Relation
from refman.editing import judged
from refman.library import open_library
from refman.model import EntryId, Link, LinkKind, LinkState, Span, Status
from refman_gui.item_models.batch import ChangeColumn, ChangesModel
from refman_gui.item_models.duplicates import GroupsModel
from refman_gui.item_models.entry_candidates import CandidatesModel
from refman_gui.item_models.entry_links import details_of
from refman_gui.item_models.finding_words import finding_text
from refman_gui.item_models.findings import FindingColumn, FindingsModel
from refman_gui.languages import install_language
from refman_gui.tasks import checking, duplicates, replacing
from refman_gui.views.intake_notice import Notice
from refman_gui.window import MainWindow
from tests.gui.conftest import NOW, lamp
from tests.gui.test_entry_candidates import proposal_of

DEAD = Link(
    url="https://lamps.example/code",
    raw_url="https://lamps.example/code",
    span=Span(0, 1),
    kind=LinkKind.CODE,
    state=LinkState.DEAD,
    why="is not there (404)",
    checked=NOW,
)


@pytest.fixture
def german(qapp: QCoreApplication) -> Iterator[None]:
    install_language(qapp, "de")
    yield
    install_language(qapp, "en")


@pytest.mark.usefixtures("german")
def test_the_window_says_in_german_what_the_core_says(
    make_library: Callable[..., Path], make_window: Callable[[Path], MainWindow], qtbot: QtBot
) -> None:
    path = make_library(0, lamp(2), msgspec.structs.replace(lamp(1), links=(DEAD,)))
    with open_library(path, now=lambda: NOW) as library:
        step = judged([held for held in library.all() if held.entry.links], Status.ACCEPTED)
        library.apply(step.name, step.changes)
    window = make_window(path)
    session, bar = window.session, window.statusBar()
    assert session.history.undoText() == "1 Arbeit annehmen"
    assert window.actions_by_id["edit.undo"].text() == "&Rückgängig: 1 Arbeit annehmen"

    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bar.currentMessage() == "Rückgängig gemacht: 1 Arbeit annehmen")

    session.edit(judged(session.holdings([EntryId(2)]), Status.REJECTED))
    qtbot.waitUntil(lambda: bar.currentMessage() == "1 Arbeit ablehnen")

    session.failed.emit("entry 3 is not there any more")
    assert bar.currentMessage() == "Eintrag 3 ist nicht mehr da"

    qtbot.keyClicks(window.results.box, "has:foo ")
    qtbot.keyClick(window.results.box, Qt.Key.Key_Return)
    qtbot.waitUntil(window.results.fault.isVisible)
    assert window.results.fault.text().startswith("has: „foo“ gibt es nicht.")

    shown = [each.text() for each in window.findChildren(QToolButton) if each.isVisible()]
    assert "toter Link" in shown

    groups = GroupsModel(session)
    groups.extend(
        [
            duplicates.Told(
                ids=(EntryId(1), EntryId(2)),
                title="Lamps",
                relation=Relation.SAME,
                score=0.9,
                reasons=("titles are equal", "years are 2 apart"),
            )
        ]
    )
    group = groups.group_at(0)
    assert group is not None
    assert "0,90" in groups.chips(group)
    assert groups.chips(group)[-2:] == ("die Titel sind gleich", "die Jahre liegen 2 auseinander")


@pytest.mark.usefixtures("german", "qapp")
def test_models_say_in_german_what_the_core_says(qtbot: QtBot) -> None:
    told = checking.Told(
        id=EntryId(1),
        citekey="lamp1",
        rule="pages-open",
        severity=Severity.WARNING,
        message="the pages 7- have no end",
        can_be_fixed=False,
    )
    findings = FindingsModel()
    findings.narrow(None, "kein ende")
    findings.extend([told])
    assert findings.index(0, FindingColumn.MESSAGE).data() == "die Seiten 7- haben kein Ende"
    tip = findings.index(0, FindingColumn.RULE).data(Qt.ItemDataRole.ToolTipRole)
    assert "ein Seitenbereich hat kein Ende" in tip
    assert finding_text("missing-required", "@article lacks journal, year", "article-journal") == (
        "Zeitschriftenaufsatz: es fehlt In, Erschienen"
    )
    message = "title has & without a backslash: LaTeX takes it for its own"
    assert finding_text("latex-sign", message, "book").startswith("„Titel“ hat & ohne Backslash")

    candidates = CandidatesModel()
    candidates.show(proposal_of())
    assert candidates.rows[0].why.startswith("Titel 0,")
    assert "Autoren stimmen überein" in candidates.rows[0].reasons
    assert "authors" not in candidates.rows[0].reasons

    assert "tot: ist nicht da (404)" in details_of(DEAD)

    changes = ChangesModel()
    changed = replacing.Changed(
        id=EntryId(1), citekey="lamp1", field="status", before="needs review", after="accepted"
    )
    changes.show([changed, msgspec.structs.replace(changed, field="title", before="title")])
    assert changes.index(0, ChangeColumn.BEFORE).data() == "durchzusehen"
    assert changes.index(1, ChangeColumn.BEFORE).data() == "title"

    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("/a.txt is empty; copy the listing into it first")
    assert notice.label.text() == "/a.txt ist leer; kopieren Sie zuerst die Liste hinein"

    spin = QDoubleSpinBox()
    qtbot.addWidget(spin)
    spin.setValue(0.9)
    assert spin.text() == "0,90"
