"""Run the window on a library and print what it takes, as JSON: a process of its own, offscreen.

python -m tests.benchmarks.window_run LIBRARY
"""

import json
import os
import sys
import time
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest

from refman_gui.rows import Column
from refman_gui.running import make_application
from refman_gui.session import Session
from refman_gui.window import MainWindow

TYPED = ("world models", "author:baban", "learning transf", "graph attention", "year:2024 video")
_TICK = os.sysconf("SC_CLK_TCK")


def since_start_ms() -> float:
    """How long ago this process began."""
    began = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19]) / _TICK
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000


def rss_mb() -> float:
    """What memory the process takes now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


class Painted(QObject):
    """Note when the table was painted last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.at = 0.0
        results = window.results
        for widget in (results.table.viewport(), results.empty, results.fault):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.at = time.perf_counter()
        return False


def main() -> None:
    """Measure, and print."""
    app = make_application()
    session = Session(Path(sys.argv[1]))
    window = MainWindow(session)
    painted = Painted(window)
    answers: list[float] = []
    window.results.model.first_shown.connect(lambda: answers.append(time.perf_counter()))
    window.results.model.refused.connect(lambda _: answers.append(time.perf_counter()))
    window.show()
    wait(app, lambda: answers and painted.at > answers[0])  # where there is none, that is said
    told = {"first_rows_ms": since_start_ms()}
    wait(app, lambda: session.selection.total is not None)
    told["total"] = session.selection.total
    QTest.qWait(1_500)  # what goes on after the first rows
    told["idle_mb"] = rss_mb()
    keys: list[float] = []
    for text in TYPED:
        window.results.box.setFocus()
        window.results.box.selectAll()
        for sign in text:
            answers.clear()
            began = time.perf_counter()
            QTest.keyClick(window.results.box, sign)
            wait(app, lambda: answers)
            keys.append(wait_paint(app, painted, began))
    told["key_median_ms"], told["key_p95_ms"] = median(keys), quantiles(keys, n=20)[-1]
    QTest.keyClick(window.results.box, Qt.Key.Key_Escape)
    wait(app, lambda: session.selection.total == told["total"])
    told["page_ms"] = median(page(app, window, painted) for _ in range(20))
    sorts = [Column.TITLE, Column.YEAR, Column.AUTHORS, Column.VENUE, Column.ADDED]
    spent = {column.name: sort(app, window, painted, answers, column) for column in sorts}
    told["sort_ms"], told["sort_worst_ms"] = median(spent.values()), max(spent.values())
    told["worked_mb"] = rss_mb()
    window.close()
    print(json.dumps({name: round(value, 1) for name, value in told.items()}))


def page(app: object, window: MainWindow, painted: Painted) -> float:
    table = window.results.table
    began = time.perf_counter()
    QTest.keyClick(table, Qt.Key.Key_PageDown)
    return wait_paint(app, painted, began)


def sort(
    app: object, window: MainWindow, painted: Painted, answers: list[float], column: Column
) -> float:
    answers.clear()
    began = time.perf_counter()
    window.results.table.sortByColumn(int(column), Qt.SortOrder.AscendingOrder)
    wait(app, lambda: answers)
    took = wait_paint(app, painted, began)
    wait(app, lambda: window.session.selection.total is not None)
    return took


def wait_paint(app: object, painted: Painted, began: float) -> float:
    """Let what has to be painted be painted; return how long it took since then, in ms.

    What looks as before is not painted.
    """
    for _ in range(4):
        app.processEvents()
    return ((painted.at if painted.at > began else time.perf_counter()) - began) * 1000


def wait(app: object, met: object) -> None:
    """Run the window until something holds."""
    until = time.monotonic() + 120
    while not met():
        app.processEvents()
        time.sleep(0.0005)
        if time.monotonic() > until:
            raise TimeoutError


if __name__ == "__main__":
    main()
