"""The window goes on while a thousand papers are looked up."""

from time import perf_counter, thread_time

import pytest
from PySide6.QtCore import QObject, Qt, QTimer

from refman.model import Citekey, ItemType
from tests.gui.serving import serving
from tests.lookup.world import draft, papers

COUNT = 1_000
LONGEST_GAP_S = 0.1
CTRL = Qt.KeyboardModifier.ControlModifier


class Watchdog(QObject):
    """Note how long the event loop did not turn, and how much of that the window itself worked.

    On a machine that others keep busy only the latter says something of the window.
    """

    def __init__(self, parent):
        super().__init__(parent)
        self.gaps = []
        self._last = perf_counter(), thread_time()
        timer = QTimer(self)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(self._turn)
        timer.start(5)

    def longest(self):
        """The longest gap and the longest time of work between two turns, in seconds."""
        return max(gap for gap, _ in self.gaps), max(work for _, work in self.gaps)

    def _turn(self):
        now = perf_counter(), thread_time()
        self.gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


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
