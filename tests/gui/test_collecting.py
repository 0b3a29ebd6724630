"""Garbage goes in the window's thread, and nowhere else."""

import gc
import threading

import pytest
from pytestqt.qtbot import QtBot

from refman_gui import collecting
from refman_gui.collecting import Collector
from refman_gui.window import MainWindow


class Knot:
    """A cycle that tells in which thread it went."""

    def __init__(self, went: list[str]) -> None:
        self.itself = self
        self._went = went

    def __del__(self) -> None:
        self._went.append(threading.current_thread().name)


def test_what_another_thread_leaves_goes_in_the_windows(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collecting, "_EVERY_MS", 10)
    went: list[str] = []

    def litter() -> None:
        for _ in range(2_000):
            Knot(went)

    collector = Collector()
    thread = threading.Thread(target=litter, name="beside")
    thread.start()
    thread.join()
    assert not went
    qtbot.waitUntil(lambda: len(went) == 2_000, timeout=10_000)
    assert set(went) == {threading.current_thread().name}
    collector.stop()
    assert gc.isenabled()


def test_a_window_has_it_and_gives_it_back(window: MainWindow) -> None:
    assert not gc.isenabled()
    window.close()
    assert gc.isenabled()
