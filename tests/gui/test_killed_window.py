"""The program is killed at many moments: it opens where it was, and nothing done is lost."""

import json
import os
import queue
import random
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from refman.library import Patience, open_library
from refman.model import Citekey, EntryId, ItemType, Record
from refman.plugins import load_loaders
from tests.gui.conftest import NOW
from tests.gui.serving import serving
from tests.lookup.world import draft, papers
from tests.zotero.stand_in import StandIn, standing_in

_ROOT = Path(__file__).resolve().parent.parent.parent
_KINDS = ("type", "accept", "preview", "import", "lookup", "export")
_TOLD = ("typed", "done", "previewed", "added", "looked", "wrote")
_KILLS = 30
_SLOWEST_S = 60.0
_SENT, _PUSHES, _A_BATCH = 600, 4, 50
_KEPT_S = 2.0
"""What was typed so long before the kill is on the disk."""

Line = tuple[float, list[Any]]


class Program:
    """The program in a process of its own."""

    def __init__(self, library: Path, what: str, target: Path) -> None:
        command = [sys.executable, "-m", "tests.gui.driven_window", str(library), what, str(target)]
        path = os.pathsep.join((str(_ROOT), str(_ROOT / "gui")))
        self._process = subprocess.Popen(
            command, cwd=_ROOT, env=os.environ | {"PYTHONPATH": path}, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        self.lines: list[Line] = []
        self._came: queue.Queue[Line] = queue.Queue()
        self._threads = [threading.Thread(target=self._read), threading.Thread(target=self._hear)]
        self.said = ""
        for thread in self._threads:
            thread.start()

    def wait_for(self, name: str) -> list[Any]:
        """Wait until something is told."""
        until = monotonic() + _SLOWEST_S
        while (rest := until - monotonic()) > 0:
            try:
                line = self._came.get(timeout=rest)
            except queue.Empty:
                break
            if line[1][0] == name:
                return line[1]
        self.kill()
        pytest.fail(f"it never told {name}: {self.lines[-3:]} {self.said[-2_000:]}")

    def told(self, name: str, before: float = float("inf")) -> list[list[Any]]:
        """Return what was told by a name, until a time."""
        return [line for at, line in self.lines if line[0] == name and at < before]

    def kill(self, *, with_jobs: bool = False) -> None:
        """Kill it, as the system would; with the processes that work for it where that is said."""
        if with_jobs:
            os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.send_signal(signal.SIGKILL)
        self._end()

    def finish(self) -> None:
        """Wait until it ends by itself."""
        assert self._process.wait(_SLOWEST_S) == 0
        self._end()

    def _end(self) -> None:
        self._process.wait(_SLOWEST_S)
        for thread in self._threads:
            thread.join(_SLOWEST_S)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for text in self._process.stdout:
            if text.endswith("\n"):
                line = (monotonic(), json.loads(text))
                self.lines.append(line)
                self._came.put(line)

    def _hear(self) -> None:
        assert self._process.stderr is not None
        self.said = self._process.stderr.read()


@pytest.fixture
def services(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with serving(12) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield


def _nothing_lost(path: Path, program: Program, before: int) -> int:
    """What was told as done is in the library, and the file is whole; return how many steps."""
    with open_library(path, now=lambda: NOW, patience=Patience(60.0)) as library:
        assert library.check() == ()
        steps = len(library.history(10_000))
        assert steps >= before + len(program.told("done")) + len(program.told("added"))
        for line in program.told("added"):
            assert all(library.get(EntryId(id_)) is not None for id_ in line[1])
        if program.told("looked"):
            ids = [holding.id for holding in library.all() if holding.id is not None]
            assert library.standings(ids)
        return steps


def _files_whole(program: Program, folder: Path) -> None:
    """A file that is there is whole; one that was told as written is there."""
    for line in program.told("wrote"):
        assert Path(line[1]).is_file()
    loader = load_loaders()["bibtex"]
    for file in folder.glob("out*.bib*"):
        text = file.read_text(encoding="utf-8")
        found = list(loader.load(text))
        assert len(found) >= 10
        assert all(isinstance(one, Record) for one in found)
        assert text.endswith("}\n")


def _after(program: Program) -> list[list[bool]] | None:
    """Return which stretches of an import may be papers after the kill; None for any."""
    told = program.told("previewed")
    if not told:
        return None
    _, turn, papers = told[-1]
    place = (turn + 1) % len(papers)  # what was done, and not told any more
    return [papers, [one is not (at == place) for at, one in enumerate(papers)]]


@pytest.mark.slow
def test_nothing_is_lost_and_it_opens_where_it_was(
    make_library: Callable[..., Path], services: None, tmp_path: Path
) -> None:
    del services
    chance = random.Random(6)
    entries = [
        draft(paper, citekey=Citekey(f"draft{number}"), type=ItemType.ARTICLE)
        for number, paper in enumerate(papers(12))
    ]
    path = make_library(140, *entries)
    where: list[Any] | None = None
    typed: tuple[str, int] | None = None
    previewed: list[list[bool]] | None = None
    steps = 1
    for number in range(_KILLS):
        what = _KINDS[number % len(_KINDS)]
        program = Program(path, what, tmp_path / f"out{what}.bib{number:02}")
        opened = program.wait_for("open")
        if where is not None:
            assert opened[1:3] == where, f"after {number} kills"
        if typed is not None:
            text, id_ = typed
            assert opened[2] == id_
            assert opened[3].get("title", "").startswith(text), f"after {number} kills"
        if previewed is not None:
            assert opened[4] in previewed, f"after {number} kills"
        at = program.wait_for("at")
        began = monotonic()
        threading.Event().wait(chance.uniform(0.05, 8.0 if what == "lookup" else 3.5))
        killed = monotonic()
        program.kill()
        assert "Traceback" not in program.said, program.said
        counts = {name: len(program.told(name)) for name in _TOLD if program.told(name)}
        print(f"{number}: {what}, killed {killed - began:.2f} s after it began: {counts}")
        where = at[1:] if what in {"type", "preview", "lookup", "export"} else None
        previewed = _after(program)
        kept = program.told("typed", before=killed - _KEPT_S)
        typed = (kept[-1][1], at[2]) if kept else None
        steps = _nothing_lost(path, program, steps)
        _files_whole(program, tmp_path)
    last = Program(path, "look", tmp_path / "out.bib00")
    last.finish()
    assert "Traceback" not in last.said


def _unanswered(path: Path, zotero: StandIn) -> int:
    """Return how many items there are that the library does not know; it knows no others."""
    with open_library(path, now=lambda: NOW, patience=Patience(60.0)) as library:
        assert library.check() == ()
        ids = [holding.id for holding in library.all() if holding.id is not None]
        known = {export.key for export in library.exported(ids).values()}
    sent = {item["key"] for item in zotero.items()}
    assert known <= sent
    return len(sent - known)


def _wait_until(holds: Callable[[], bool]) -> bool:
    until, turn = monotonic() + _SLOWEST_S, threading.Event()
    while not (held := holds()) and monotonic() < until:
        turn.wait(0.002)
    return held


def _is_asked_more(zotero: StandIn) -> Callable[[], bool]:
    """Return what tells whether items came since now."""
    path = "/api/users/0/items"
    before = len(zotero.asked_for("POST", path))
    return lambda: len(zotero.asked_for("POST", path)) > before


@pytest.mark.slow
def test_what_was_sent_is_known_and_not_sent_again(
    make_library: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_library(_SENT)
    unanswered = 0
    where: list[Any] | None = None
    with standing_in() as zotero:
        monkeypatch.setenv("REFMAN_ZOTERO__PORT", str(zotero.port))
        for number in range(_PUSHES):
            is_last = number == _PUSHES - 1
            program = Program(path, "push", tmp_path / f"out.bib{number:02}")
            opened = program.wait_for("open")
            assert where is None or opened[1:3] == where, f"after {number} kills"
            where = program.wait_for("at")[1:]
            if is_last:
                program.wait_for("pushed")
                program.finish()
            else:
                assert _wait_until(_is_asked_more(zotero)), "nothing was sent"
                program.kill(with_jobs=number % 2 == 0)  # else the job ends by itself, soon
            assert "Traceback" not in program.said, program.said
            now = _unanswered(path, zotero)
            print(f"{number}: {len(zotero.items())} sent, no answer to {now} of them came")
            assert now <= (0 if is_last else _A_BATCH), "what was taken is known the next time"
            unanswered += now
        titles = Counter(item["title"] for item in zotero.items())
    assert set(titles) == {f"On the Warmth of Lamp {number}" for number in range(_SENT)}
    assert titles.total() - _SENT <= unanswered
