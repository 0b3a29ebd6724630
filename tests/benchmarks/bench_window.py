"""The window over large libraries: first rows, keys, pages, sorting, memory.

A million entries are measured where their library is at hand: REFMAN_BENCH_1M=/path/to/it.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from refman.library import open_library
from refman.model import Add, Holding
from tests.library.large import large_entries, time_of

NOW = datetime(2025, 6, 1, tzinfo=UTC)
GOALS = {
    0: {"first_rows_ms": 600},
    100_000: {
        "first_rows_ms": 1_000, "key_p95_ms": 50, "page_ms": 16, "sort_ms": 200, "worked_mb": 200,
    },
    1_000_000: {
        "first_rows_ms": 2_000, "key_median_ms": 50, "key_p95_ms": 150, "worked_mb": 300,
    },
}  # fmt: skip


def measured(path: Path, tmp_path: Path) -> dict[str, float]:
    environment = {name: value for name, value in os.environ.items()
                   if name != "PYTHONDONTWRITEBYTECODE"}  # fmt: skip
    environment["QT_QPA_PLATFORM"] = "offscreen"
    command = [sys.executable, "-m", "tests.benchmarks.window_run", str(path)]
    runs: list[dict[str, float]] = []
    for number in range(3):
        # Each begins anew: the window keeps how it was sorted.
        environment["XDG_STATE_HOME"] = str(tmp_path / f"state{number}")
        done = subprocess.run(command, env=environment, capture_output=True, check=True)
        runs.append(json.loads(done.stdout))
    return {name: min(run[name] for run in runs) for name in runs[0]}


def large_library(count: int, tmp_path: Path) -> Path:
    given = os.environ.get(f"REFMAN_BENCH_{count // 1_000_000}M" if count > 100_000 else "")
    if given:
        return Path(given)
    if count > 100_000:
        pytest.skip("no library of a million entries: REFMAN_BENCH_1M names one")
    path = tmp_path / f"{count}.refman"
    with open_library(path, now=lambda: NOW, synchronous="OFF") as library:
        entries = enumerate(large_entries(count))
        library.apply("Add", (Add(Holding(entry=entry, added=time_of(n))) for n, entry in entries))
    return path


@pytest.mark.parametrize("count", sorted(GOALS))
def test_the_window(count: int, tmp_path: Path) -> None:
    told = measured(large_library(count, tmp_path), tmp_path)
    print(f"\n{count:,} entries")
    for name, value in told.items():
        goal = GOALS[count].get(name)
        print(f"  {name:16} {value:10,.1f}" + (f"   (goal {goal:,})" if goal else ""))
    assert told["total"] == count
