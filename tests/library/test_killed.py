"""The program is killed at any moment: nothing acknowledged is lost, nothing is half done."""

import random
import signal
import subprocess
import sys

import pytest

from tests.library.killing import CHECKOUT, check_after, kill, prepare
from tests.library.made import opened, paper

KINDS = ("changes", "backup", "restore", "migration", "snapshot", "repair")
LONGEST_S = 0.3

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such kill here")


def try_once(kind, tmp_path, seed):
    folder, again = tmp_path / "a", tmp_path / "b"
    for one in (folder, again):
        one.mkdir()
    prepare(folder)
    told = kill(kind, folder, seed, random.Random(seed).uniform(0, LONGEST_S))
    check_after(kind, folder, seed, told, again)


@pytest.mark.parametrize("kind", KINDS)
def test_killed_at_some_moment(tmp_path, kind):
    try_once(kind, tmp_path, seed=KINDS.index(kind))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(100))
def test_killed_at_a_hundred_moments(tmp_path, seed):
    kind = "changes" if seed % 2 else KINDS[1 + seed // 2 % (len(KINDS) - 1)]
    try_once(kind, tmp_path, seed=seed + 100)


ADDS = """
import sys
from pathlib import Path
from refman.library import Patience, open_library
from tests.library.made import Clock, add, paper
path, start = Path(sys.argv[1]), int(sys.argv[2])
told = []
with open_library(path, now=Clock(), patience=Patience(waiting=told.append)) as library:
    for number in range(start, start + 20):
        library.apply(f"Add {number}", add(*map(paper, range(10 * number, 10 * number + 10))))
"""


def test_two_programs_add_at_once_and_nothing_is_lost(tmp_path):
    path = tmp_path / "a.refman"
    starts = (0, 100)
    both = [
        subprocess.Popen([sys.executable, "-c", ADDS, path, str(start)], cwd=CHECKOUT)
        for start in starts
    ]
    assert [process.wait(60) for process in both] == [0, 0]
    with opened(path) as library:
        assert library.check() == ()
        there = [holding.entry for holding in library.all()]
        numbers = [number for start in starts for number in range(start * 10, start * 10 + 200)]
        assert sorted(there, key=repr) == sorted(map(paper, numbers), key=repr)
        assert len(library.history()) == 40
        while library.undo():
            pass
        assert list(library.all()) == []
