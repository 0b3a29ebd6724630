"""The jobs dock: what runs is seen, stopped, tried again by keys; its sign in the status bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from refman_gui.item_models.jobs import JobColumn
from refman_gui.views.jobs import make_indicator
from tests.gui.a_task import A_TASK, Request


@pytest.fixture
def view(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    view = window.parts["jobs"]
    assert view.isVisible()
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    return view


def shown(view):
    return [
        tuple(view.model.index(row, column).data() for column in JobColumn)
        for row in range(view.model.rowCount())
    ]


def test_an_empty_dock_says_so(view):
    assert shown(view) == []
    assert view.message.text().startswith("Nothing goes on")
    assert not view.stop_button.isEnabled()
    assert not view.clear_button.isEnabled()


def test_what_waits_is_told_and_stopped_and_tried_again_and_cleared(view, session, qtbot):
    session.jobs.start("Wait <b>long</b>", A_TASK, Request("wait"))
    qtbot.waitUntil(lambda: shown(view)[0][2] == "arXiv asks to wait", timeout=20_000)
    assert shown(view) == [("Wait <b>long</b>", "started", "arXiv asks to wait")]
    tip = view.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "<qt>Wait &lt;b&gt;long&lt;/b&gt;</qt>"
    qtbot.waitUntil(lambda: view.message.text() == "arXiv asks to wait")
    view.stop_button.setFocus()
    qtbot.keyClick(view.stop_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(view)[0][1] == "stopped", timeout=5_000)
    qtbot.waitUntil(view.again_button.isEnabled)
    assert not view.stop_button.isEnabled()
    qtbot.keyClick(view.again_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: shown(view)[0][2] == "arXiv asks to wait", timeout=20_000)
    assert len(shown(view)) == 1
    qtbot.mouseClick(view.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(view)[0][1] == "stopped", timeout=5_000)
    qtbot.waitUntil(view.clear_button.isEnabled)
    qtbot.mouseClick(view.clear_button, Qt.MouseButton.LeftButton)
    assert shown(view) == []


def test_the_newest_stands_on_top_with_its_progress_and_its_fault(view, session, qtbot):
    session.jobs.start("Count", A_TASK, Request("count", 2_000))
    session.jobs.start("Fail", A_TASK, Request("refuse"))
    seen = []
    view.model.dataChanged.connect(lambda: seen.append(shown(view)[1][1]))
    qtbot.waitUntil(lambda: not session.jobs.running(), timeout=20_000)
    qtbot.waitUntil(lambda: [row[1] for row in shown(view)] == ["failed", "done"])
    assert shown(view)[0][2] == "there is no lamp; light one"
    assert len(seen) < 100  # and not one for each report
    view.grab()


def test_something_that_was_left_can_be_tried_again(view, session, qtbot):
    job = session.jobs.start("Count", A_TASK, Request("count", 3))
    with qtbot.waitSignal(job.ended, timeout=20_000):
        pass
    assert not job.may_be_repeated
    job.note("1 failed", Request("count", 1))
    qtbot.waitUntil(view.again_button.isEnabled)
    assert shown(view)[0][2] == "1 failed"
    with qtbot.waitSignal(session.jobs.repeated) as repeated:
        qtbot.mouseClick(view.again_button, Qt.MouseButton.LeftButton)
    assert repeated.args[1].request == Request("count", 1)


def test_a_bar_is_painted(view, session, qtbot):
    job = session.jobs.start("Wait", A_TASK, Request("wait"))
    job.done, job.total = 1, 4
    session.jobs.changed.emit(job)
    qtbot.waitUntil(lambda: shown(view)[0][1] == "1 of 4")
    assert not view.table.grab().isNull()


def test_the_sign_in_the_status_bar(session, qtbot):
    sign = make_indicator(session, None)
    qtbot.addWidget(sign)
    assert sign.isHidden()
    job = session.jobs.start("R&D of " + "long " * 40, A_TASK, Request("wait"))
    assert not sign.isHidden()
    assert sign.text().startswith("R&&D of long")
    assert len(sign.text()) < 60
    other = session.jobs.start("Fail", A_TASK, Request("refuse"))
    assert sign.text() == "2 jobs"
    job.done, job.total = 1, 2
    session.jobs.changed.emit(job)
    assert sign.text() == "2 jobs  25 %"
    sign.grab()
    with qtbot.waitSignal(other.failed, timeout=20_000):
        pass
    with qtbot.waitSignal(job.cancelled, timeout=5_000):
        job.cancel()
    assert sign.text() == "1 job failed"
    with qtbot.waitSignal(sign.clicked):
        qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    for each in (job, other):
        session.jobs.forget(each)
    assert sign.isHidden()
