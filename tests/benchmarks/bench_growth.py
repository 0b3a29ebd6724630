"""How cost and memory grow: 1,000 to 100,000 papers to BibTeX by the command line."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000)

MAKE = """
import sys
from pathlib import Path
from tests.samples import lay_out, make_papers
for size in map(int, sys.argv[2:]):
    text = lay_out(make_papers(size, seed=size), "seed")
    Path(sys.argv[1], f"{size}.txt").write_text(text, encoding="utf-8")
"""

# The first conversion loads tables and modules; the second is measured.
CONVERT = """
import json, resource, sys, time
from refman.cli.main import run
warm_up, listing, target = sys.argv[1:]
assert run(["convert", warm_up, "-o", f"{target}.warm.bib", "--quiet"]) == 0
cpu, wall = time.process_time(), time.perf_counter()
assert run(["convert", listing, "-o", target, "--quiet"]) == 0
print(json.dumps({
    "cpu_s": time.process_time() - cpu,
    "wall_s": time.perf_counter() - wall,
    "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
"""


def run_apart(code: str, *arguments: object) -> str:
    """Run code in a process of its own, so that its memory is its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def listings(tmp_path_factory):
    folder = tmp_path_factory.mktemp("listings")
    run_apart(MAKE, folder, 200, *SIZES)
    return folder


def test_growth(benchmark, listings):
    measured = {}

    def convert_all() -> None:
        for size in SIZES:
            target = listings / f"{size}.bib"
            told = run_apart(CONVERT, listings / "200.txt", listings / f"{size}.txt", target)
            measured[size] = json.loads(told)
            assert target.read_bytes().count(b"\n@") >= size - 1

    benchmark.pedantic(convert_all, rounds=1)
    print("\n papers  papers/s (CPU)  papers/s (wall)  peak MiB")
    for size, cost in measured.items():
        print(
            f"{size:>7,} {size / cost['cpu_s']:>15,.0f} {size / cost['wall_s']:>16,.0f}"
            f" {cost['peak_mib']:>9,.0f}"
        )
    per_paper = [cost["cpu_s"] / size for size, cost in measured.items()]
    print(
        f"cost of a paper among {SIZES[-1]:,} to one of {SIZES[0]:,}: "
        f"{per_paper[-1] / per_paper[0]:.2f}"
    )
