"""The window goes on while a thousand papers are looked up."""

import pytest
from PySide6.QtCore import Qt

from refman.model import Citekey, ItemType
from tests.gui.serving import serving
from tests.gui.watchdog import LONGEST_GAP_S, Watchdog
from tests.lookup.world import draft, papers

COUNT = 1_000
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.mark.slow
def test_a_look_up_of_a_thousand_never_holds_the_window_up(
    make_window, make_library, qtbot, monkeypatch
):
    entries = [
        draft(paper, citekey=Citekey(f"draft{number}"), type=ItemType.ARTICLE)
        for number, paper in enumerate(papers(COUNT))
    ]
    with serving(COUNT) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        window = make_window(make_library(0, *entries))
        qtbot.keyClick(window, Qt.Key.Key_6, CTRL)
        qtbot.wait(500)  # what a window does when it comes up is not what is measured
        watchdog = Watchdog(window)
        qtbot.keyClick(window, Qt.Key.Key_L, CTRL | Qt.KeyboardModifier.ShiftModifier)
        job = window.session.jobs.all[-1]
        with qtbot.waitSignal(job.finished, timeout=300_000):
            pass
        assert job.outcome == "done", job.message
        qtbot.wait(500)
    gap, work = watchdog.longest()
    print(f"longest gap {gap * 1000:.0f} ms, longest work {work * 1000:.0f} ms; {job.message}")
    assert len(watchdog.gaps) > 100
    assert work < LONGEST_GAP_S
