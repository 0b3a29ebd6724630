"""What is chosen in the table is chosen, whether its rows are held or not."""

import pytest
from PySide6.QtCore import Qt

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(make_window, make_library):
    return make_window(make_library(700))


def choose_all(window, qtbot):
    table = window.results.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, CTRL)


def test_all_rows_are_chosen_those_that_were_never_shown_too(window, session, qtbot):
    choose_all(window, qtbot)
    qtbot.waitUntil(lambda: len(session.selection.ids) == 700)
    shown = [row.id for row in map(window.results.model.row_at, range(200))]
    assert list(session.selection.ids[:200]) == shown
    assert len(set(session.selection.ids)) == 700
    assert session.selection.current in session.selection.ids


def test_until_all_are_known_none_is(window, session, qtbot):
    counts = []
    session.selection.ids_changed.connect(lambda: counts.append(len(session.selection.ids)))
    choose_all(window, qtbot)
    qtbot.waitUntil(lambda: 700 in counts)
    assert set(counts) <= {0, 700}


def test_what_is_chosen_follows_what_is_found(window, session, qtbot):
    choose_all(window, qtbot)
    qtbot.waitUntil(lambda: len(session.selection.ids) == 700)
    qtbot.keyClicks(window.results.box, "year:2003")
    qtbot.keyClick(window.results.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.selection.total == 28)
    assert len(session.selection.ids) == 1


def test_what_is_more_than_can_be_worked_on_is_told(window, session, qtbot, monkeypatch):
    monkeypatch.setattr("refman_gui.views.results._MOST_CHOSEN", 500)
    with qtbot.waitSignal(session.said) as said:
        choose_all(window, qtbot)
    assert said.args == ["Of 700 chosen papers the first 500 are taken"]
    qtbot.waitUntil(lambda: len(session.selection.ids) == 500)


def test_many_are_judged_by_a_job_and_in_one_step(window, session, qtbot):
    choose_all(window, qtbot)
    qtbot.waitUntil(lambda: len(session.selection.ids) == 700)
    qtbot.keyClick(window.results.table, Qt.Key.Key_R)
    (job,) = session.jobs.all
    with qtbot.waitSignal(job.ended, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: session.history.undoText() == "Reject 700 papers")
    assert session.reader.count("status:rejected") == 700
