"""A watchdog over the window's event loop: how long it did not turn."""

from time import perf_counter, thread_time

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from pytestqt.qtbot import QtBot

__all__ = ["LONGEST_GAP_S", "Watchdog", "idle_gap"]

LONGEST_GAP_S = 0.1
_TICK_MS = 5
_IDLE_MS = 600


class Watchdog(QObject):
    """Note how long the event loop did not turn, and how much of that the window itself worked.

    On a machine that others keep busy only the latter says something of the window.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.gaps: list[tuple[float, float]] = []
        self._last = perf_counter(), thread_time()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._turn)
        self._timer.start(_TICK_MS)

    def longest(self) -> tuple[float, float]:
        """Return the longest gap and the longest time of work between two turns, in seconds."""
        return max(gap for gap, _ in self.gaps), max(work for _, work in self.gaps)

    def stop(self) -> tuple[float, float]:
        """Watch no more; return the longest gap and the longest time of work."""
        self._turn()
        self._timer.stop()
        return self.longest()

    def begin_anew(self) -> None:
        """Forget what was noted."""
        self.gaps.clear()
        self._last = perf_counter(), thread_time()

    @Slot()
    def _turn(self) -> None:
        now = perf_counter(), thread_time()
        self.gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def idle_gap(window: QObject, qtbot: QtBot) -> float:
    """Return the longest gap, in seconds, while a window has nothing to do: what others cause."""
    watchdog = Watchdog(window)
    qtbot.wait(_IDLE_MS)
    return watchdog.stop()[0]
