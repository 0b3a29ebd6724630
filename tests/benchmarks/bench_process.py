"""Whole processes, from a shell's point of view: start-up, and a listing of the usual size."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import lay_out, make_papers

ROUNDS = 15
USUAL_SIZE = 68


def timed(benchmark, *arguments: str | Path) -> None:
    """Run refman some times; the first, which writes byte code, does not count.

    A machine may be set not to write it, and would compile all of refman each time.
    """
    environment = {
        name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
    }
    command = [sys.executable, "-m", "refman", *map(str, arguments)]
    benchmark.pedantic(
        subprocess.run,
        args=(command,),
        kwargs={"check": True, "capture_output": True, "env": environment},
        rounds=ROUNDS,
        warmup_rounds=1,
    )
    print(
        f"\n{' '.join(command[2:4])}: {1000 * statistics.median(benchmark.stats.stats.data):.0f} ms"
    )


def test_bare_interpreter(benchmark):
    benchmark.pedantic(subprocess.run, args=([sys.executable, "-c", ""],), rounds=ROUNDS)


def test_start_up(benchmark):
    timed(benchmark, "--version")


def test_usual_listing_to_bibtex(benchmark, tmp_path):
    listing = tmp_path / "listing.txt"
    listing.write_text(lay_out(make_papers(USUAL_SIZE), "seed"), encoding="utf-8")
    timed(benchmark, "convert", listing, "-o", tmp_path / "papers.bib", "--force", "--quiet")


@pytest.mark.corpus
def test_seed_to_bibtex(benchmark, corpus, tmp_path):
    (seed,) = (corpus / "seed").glob("*.txt")
    timed(benchmark, "convert", seed, "-o", tmp_path / "papers.bib", "--force", "--quiet")
