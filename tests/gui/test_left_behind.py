"""Nothing is left behind by a window that was closed: no thread, timer, process, window or file."""

import gc
import logging
import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QProcess, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication, QStatusBar
from pytestqt.qtbot import QtBot

from refman_gui.session import Session
from refman_gui.window import MainWindow
from tests.gui.person import CTRL, SHIFT, Person

KEY = Qt.Key
_ROOT = Path(__file__).resolve().parent.parent.parent
LISTING = """On Stools That Are Left Behind

We ask what becomes of a stool when the last guest has gone. In twenty kitchens it stays where it
was, and nobody asks for it. We give the places of all stools, and a way of putting them together.
"""


def _children(pid: int) -> set[int]:
    """The processes that a process has started and that are still there."""
    found: set[int] = set()
    for task in Path(f"/proc/{pid}/task").iterdir():
        found |= {int(child) for child in (task / "children").read_text().split()}
    return found


def _run(window: MainWindow, person: Person) -> None:
    """Use every part once, with jobs under way at the end."""
    person.look_at(window)
    for number in (2, 3, 4, 1, 5, 6):
        person.press(KEY(KEY.Key_0.value + number), CTRL)
    person.copy(LISTING)
    person.press(KEY.Key_V, CTRL)
    add = window.parts["intake"].desk.buttons["add"]  # type: ignore[attr-defined]
    person.wait(add.isEnabled)
    person.press(KEY.Key_1, CTRL)
    person.press(KEY.Key_F, CTRL)
    person.type("warmth")
    person.press(KEY.Key_Down)
    person.press(KEY.Key_F2)
    person.type("half a title")
    for action in window.actions_by_id.values():
        if action.text().rstrip().endswith("…") and action.isEnabled():
            action.trigger()
            QApplication.processEvents()
            for top in QApplication.topLevelWidgets():
                if top is not window and top.isVisible():
                    top.close()
    person.look_at(window)
    person.press(KEY.Key_L, CTRL | SHIFT)
    person.press(KEY.Key_E, CTRL | SHIFT)
    person.wait(lambda: window.findChildren(QProcess))


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="processes are counted in /proc")
def test_closing_leaves_nothing(
    make_library: Callable[..., Path],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    path = make_library(12)
    files = {file.name for file in path.parent.iterdir()}
    threads, processes = set(threading.enumerate()), _children(os.getpid())
    window = MainWindow(Session(path))
    window.session.setParent(window)
    gone = weakref.ref(window)
    with qtbot.waitSignal(window.results.model.counted, timeout=10_000):
        window.show()
    with caplog.at_level(logging.WARNING):
        _run(window, Person(qtbot))
        every: list[QObject] = window.findChildren(QObject)
        qt_threads = [one for one in every if isinstance(one, QThread)]
        assert len(qt_threads) >= 3
        window.close()
        assert not [one for one in qt_threads if one.isRunning()]
        qtbot.wait(50)
        timers = [one for one in every if isinstance(one, QTimer) and _is_there(one)]
        own = [one for one in timers if not isinstance(one.parent(), QStatusBar)]  # Qt's
        assert not [_where(one) for one in own if one.isActive()]
        assert not [one for one in every if isinstance(one, QProcess) and _is_there(one)
                    and one.state() is not QProcess.ProcessState.NotRunning]  # fmt: skip
        assert _children(os.getpid()) <= processes
    window.deleteLater()
    del window, every, qt_threads, timers, own
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(1)
    gc.collect()
    assert gone() is None or not _is_there(gone())
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
    assert set(threading.enumerate()) <= threads
    assert not caplog.records
    left = {file.name for file in path.parent.iterdir()} - files
    assert left <= {"state", "config", "cache", "data", f"{path.name}-backups"}, left


def _is_there(thing: QObject | None) -> bool:
    try:
        return thing is not None and thing.objectName() is not None
    except RuntimeError:  # Qt has deleted it
        return False


def _where(thing: QObject) -> str:
    names: list[str] = []
    parent: QObject | None = thing
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parent()
    return " < ".join(names[:4])


PROGRAM = """
import sys, warnings
warnings.simplefilter("error")
import refman_gui.running as running
from PySide6.QtCore import QTimer
class Closing(running.MainWindow):
    def __init__(self, session):
        super().__init__(session)
        self.results.model.counted.connect(lambda: QTimer.singleShot(1_500, self.close))
running.MainWindow = Closing
from refman_gui.app import main
sys.exit(main(["--library", sys.argv[1]]))
"""


def test_the_program_ends_without_a_word(make_library: Callable[..., Path]) -> None:
    path = os.pathsep.join((str(_ROOT), str(_ROOT / "gui")))
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", PROGRAM, str(make_library(3))],
        env=os.environ | {"PYTHONPATH": path}, capture_output=True, text=True, timeout=60,
        check=False,
    )  # fmt: skip
    said = [line for line in done.stderr.splitlines() if "This plugin does not support" not in line]
    assert (done.returncode, said, done.stdout) == (0, [], "")
