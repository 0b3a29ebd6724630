"""The program is killed at many moments; the next one goes on, and asks nothing twice."""

import json
import os
import random
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.lookup.service import NAMES, Services
from tests.lookup.service_answers import Asked, record_of
from tests.lookup.world import papers

PAPERS = 30
KILLS = 6
LATENCY_S = 0.01
LOST = 3
"""So many answers of one service may have come but not have been kept when the kill came: one that
is under way, and those that threads are just about to keep."""


def listing(world) -> bytes:
    """Return a reference file: every third paper with its number, the others with their title."""
    entries = [
        f"@misc{{k{paper.number},\n  title = {{{paper.title}}},\n"
        f"  abstract = {{{paper.abstract}}},\n"
        + (f"  eprint = {{{paper.arxiv}}},\n  eprinttype = {{arxiv}},\n"
           if paper.number % 3 == 0 else "")
        + "}\n"
        for paper in world
    ]  # fmt: skip
    return "\n".join(entries).encode()


PROGRAM = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background has it ignored
from refman.cli.start import main
main()
"""


class Program:
    """Run ``refman lookup`` in a process of its own, with folders of its own."""

    def __init__(self, services: Services, folder: Path, file: Path) -> None:
        self._arguments = [sys.executable, "-c", PROGRAM, "lookup", str(file), "--json"]
        self._environment = os.environ | services.environment()
        self._environment |= {f"REFMAN_SOURCES__{name}__CONCURRENCY".upper(): "1" for name in NAMES}
        for name in ("CACHE", "STATE", "CONFIG"):
            self._environment[f"XDG_{name}_HOME"] = str(folder / name)
        self.logs = folder / "STATE" / "refman" / "lookups"

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self._arguments, env=self._environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )

    def finish(self) -> dict:
        with self.start() as process:
            out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
        return json.loads(out)


def told(answer: dict) -> list[tuple[object, ...]]:
    """Return what a run said of each paper, without times."""
    return [
        (paper["place"], paper["key"], paper["outcome"], paper["entry"]["title"],
         paper["entry"].get("identifiers"), [offer["field"] for offer in paper["proposals"]])
        for paper in answer["papers"]
    ]  # fmt: skip


def things(asked: Sequence[Asked]) -> set[tuple[str, str]]:
    """Return what services were asked for: (service, number or title)."""
    return {
        (one.name, what) for one in asked for what in one.identifiers or [one.title or one.path]
    }


def under_way(asked: Sequence[Asked]) -> set[tuple[str, str]]:
    """Return what a kill may cost: the last that each service was asked."""
    return things([
        one for name in NAMES for one in [each for each in asked if each.name == name][-LOST:]
    ])  # fmt: skip


class Watch:
    """See to it that a run asks again only for what an earlier one may have lost."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._start = 0
        self._lost: set[tuple[str, str]] = set()
        self.again = 0

    def check(self) -> None:
        """Look at what was asked since the last time."""
        before, since = (
            self._services.asked[: self._start],
            self._services.asked[self._start :],
        )
        again = things(since) & things(before)
        assert again <= self._lost
        self.again += len(again)
        self._lost = (self._lost - things(since)) | under_way(since)
        self._start += len(since)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such kill here")
def test_killed_at_any_moment_the_next_run_goes_on(tmp_path):
    world = papers(PAPERS)
    records = [record_of(paper) for paper in world if paper.number % 5]
    file = tmp_path / "papers.bib"
    file.write_bytes(listing(world))
    with Services(records, latency_s=LATENCY_S) as services:
        whole = told(Program(services, tmp_path / "whole", file).finish())
        total = len(services.asked)
    assert len(whole) == PAPERS
    chance = random.Random(11)
    with Services(records, latency_s=LATENCY_S) as services:
        program = Program(services, tmp_path / "killed", file)
        watch = Watch(services)
        for moment in sorted(chance.sample(range(1, total - 5), KILLS)):
            with program.start() as process:
                services.wait_for(moment)
                process.send_signal(signal.SIGKILL)
                process.communicate()
            assert process.returncode == -signal.SIGKILL
            watch.check()
        assert list(program.logs.iterdir())
        answer = program.finish()
        assert told(answer) == whole
        watch.check()
        print(f"{total} requests in one go, {len(services.asked)} with {KILLS} kills; "
              f"{watch.again} papers asked for again, which were under way")  # fmt: skip
        assert list(program.logs.iterdir()) == []
        asked = len(services.asked)
        assert told(program.finish()) == whole
        assert len(services.asked) == asked


def test_ctrl_c_stops_while_services_still_think_and_the_next_run_goes_on(tmp_path):
    world = papers(PAPERS)
    file = tmp_path / "papers.bib"
    file.write_bytes(listing(world))
    with Services([record_of(paper) for paper in world]) as services:
        program = Program(services, tmp_path / "stopped", file)
        services.of["semantic_scholar"].latency_s = 60
        with program.start() as process:
            services.wait_for_one("semantic_scholar")
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=30)
        assert services.of["semantic_scholar"].under_way == 1
        assert (process.returncode, err.splitlines()[-1:]) == (130, [b"refman: stopped"])
        assert list(program.logs.iterdir())
        services.of["semantic_scholar"].latency_s = 0
        watch = Watch(services)
        watch.check()
        answer = program.finish()
        assert answer["outcomes"]["accepted"] == PAPERS
        watch.check()
