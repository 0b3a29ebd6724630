"""The event loop turns on while very many papers are imported, checked, compared, written."""

import gc
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from refman_gui.item_models.pushing import Fate
from refman_gui.views import pushing
from refman_gui.window import MainWindow
from tests.gui import a_push
from tests.gui.person import CTRL, SHIFT, Person
from tests.gui.test_hostile import drop
from tests.gui.watchdog import LONGEST_GAP_S, Watchdog, idle_gap

KEY = Qt.Key
_LONG_MS = 1_800_000
_SENT = 2_000
_WORDS = [
    "".join(some) for some in product(("lo", "mi", "rat", "ve", "kan", "sil", "du"), repeat=4)
]


def write_bib(path: Path, count: int) -> Path:
    """Write so many made-up papers, every fiftieth twice; titles differ as those of people do."""
    chance = random.Random(count)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            first = chance.choice(("Warm", "Slow", "Deep"))
            title = " ".join((first, *chance.choices(_WORDS, k=number % 8 + 3)))
            copies = 2 if number % 50 == 0 else 1
            for copy in range(copies):
                file.write(
                    f"@article{{key{number}x{copy},\n  title = {{{title}}},\n"
                    f"  author = {{Glow, Ada and Wick{number % 97}, Bo}},\n  year = {{2020}},\n"
                    f"  journal = {{Journal of Lamps}},\n}}\n\n"
                )
    return path


class Watched:
    """A window over whose event loop a watchdog sits."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.person = Person(qtbot)
        self.person.look_at(window)
        gc.collect()
        gc.freeze()  # as running.run does: what all other tests have left is no work of the window
        qtbot.wait(500)  # what a window does when it comes up is not what is measured
        self.idle = idle_gap(window, qtbot)
        print(f"\nidle: gap {self.idle * 1000:.0f} ms", flush=True)
        self.watchdog = Watchdog(window)
        self.worked: dict[str, float] = {}
        self.gaps: dict[str, float] = {}

    def check(self, what: str) -> None:
        """Note what held the window up since it was asked before."""
        self.qtbot.wait(300)
        gap, work = self.watchdog.longest()
        print(f"{what}: gap {gap * 1000:.0f} ms, work {work * 1000:.0f} ms", flush=True)
        self.gaps[what], self.worked[what] = gap, work
        self.watchdog.begin_anew()

    def job(self, what: str) -> None:
        """Wait until the newest job has ended."""
        jobs = self.window.session.jobs
        job = jobs.all[-1]
        self.person.wait(lambda: not job.is_running, _LONG_MS)
        assert job.outcome == "done", job.message
        self.check(what)


def go_through(watched: Watched, bib: Path, target: Path) -> None:
    """Import a file, look at it, and do with all its papers what takes long; write a .bib file."""
    window, person = watched.window, watched.person
    intake, jobs = window.parts["intake"], window.session.jobs
    person.press(KEY.Key_6, CTRL)
    with watched.qtbot.waitSignal(intake.inputs.idle, timeout=_LONG_MS):  # type: ignore[attr-defined]
        drop(window, [bib])
    watched.check("read")
    person.press(KEY.Key_End, CTRL)
    watched.check("look at the last")
    person.press(KEY.Key_X)
    watched.check("take it out")
    with watched.qtbot.waitSignal(intake.inputs.idle, timeout=_LONG_MS):  # type: ignore[attr-defined]
        person.press(KEY.Key_Return, CTRL)
    watched.check("add")
    person.press(KEY.Key_1, CTRL)
    selection = window.session.selection
    person.wait(lambda: selection.total)
    added = selection.total
    person.press(KEY.Key_F, CTRL)
    for sign in "warm glow":
        person.type(sign)
        watched.qtbot.wait(20)
    watched.check("search")
    person.press(KEY.Key_A, CTRL)
    person.press(KEY.Key_Delete)
    person.wait(lambda: selection.total == added)
    person.press(KEY.Key_Down)
    person.press(KEY.Key_A, CTRL)
    person.wait(lambda: len(selection.ids) > 1)
    watched.check("choose all")
    person.press(KEY.Key_4, CTRL)
    person.click(window.parts["checks"].all_button)  # type: ignore[attr-defined]
    watched.job("checks")
    person.press(KEY.Key_3, CTRL)
    person.click(window.parts["duplicates"].find_button)  # type: ignore[attr-defined]
    watched.job("duplicates")
    person.press(KEY.Key_1, CTRL)
    person.press(KEY.Key_E, CTRL | SHIFT)
    dialog = window.parts["exporting"]
    person.look_at(dialog)
    person.choose(dialog.which, "All papers")  # type: ignore[attr-defined]
    person.tab_to(dialog.path)  # type: ignore[attr-defined]
    person.type(str(target))
    person.click(dialog.button)  # type: ignore[attr-defined]
    person.wait(lambda: jobs.all[-1].title.startswith("Export"))
    watched.job("export")
    person.press(KEY.Key_Escape)
    person.look_at(window)
    person.press(KEY.Key_Z, CTRL)
    person.wait(lambda: window.results.model.rowCount() == 0, _LONG_MS)
    watched.check("undo of all")


@pytest.mark.no_cover  # being watched a line at a time is no work of the window
def test_no_job_holds_the_window_up(
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    qtbot: QtBot,
    tmp_path: Path,
    pytestconfig: pytest.Config,
) -> None:
    count = 15_000 if pytestconfig.getoption("--slow") else 5_000
    bib = write_bib(tmp_path / "many.bib", count)
    watched = Watched(make_window(make_library(0)), qtbot)
    go_through(watched, bib, tmp_path / "out.bib")
    assert (tmp_path / "out.bib").stat().st_size > count * 100
    # Time of the processor: what others take of the machine is told by bench_responsive.
    assert {what: work for what, work in watched.worked.items() if work > LONGEST_GAP_S} == {}


@pytest.mark.no_cover
def test_a_push_does_not_hold_the_window_up(
    make_window: Callable[[Path], MainWindow],
    make_library: Callable[..., Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a Zotero makes the job wait for is not the window's work: here it answers at once."""
    monkeypatch.setattr(pushing, "PLACES", a_push.A_PLACES)
    monkeypatch.setattr(pushing, "PLANNING", a_push.A_PLAN)
    monkeypatch.setattr(pushing, "PUSHING", a_push.A_PUSH)
    monkeypatch.setenv("REFMAN_A_PUSH", f"many={_SENT}")
    watched = Watched(make_window(make_library(_SENT)), qtbot)
    window, person = watched.window, watched.person
    view = window.parts["pushing"]
    assert isinstance(view, pushing.PushView)
    person.press(KEY.Key_O, CTRL | SHIFT)
    person.wait(view.button.isEnabled)
    watched.check("look what would be sent")
    person.click(view.button)
    watched.job("push")
    person.wait(view.report.isVisible)
    assert view.report.papers.count(*Fate) == _SENT
    watched.check("report")
    person.press(KEY.Key_Escape)
    assert {what: work for what, work in watched.worked.items() if work > LONGEST_GAP_S} == {}
