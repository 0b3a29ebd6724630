"""BibTeX read and written, beside what others take for the same file.

A library of 1.9 KB an entry: people whose names are all new, every sixth with an accent, braces in
titles, maths in half of the abstracts. What is not installed is left out, and said so.
"""

import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import bibtexparser
import pytest
from bibtexparser.model import Entry as Block
from msgspec.structs import replace

from refman.formats import tex
from refman.formats.bib.scan import BlockKind, scan
from refman.formats.bibtex import to_library
from refman.formats.format import Options
from refman.formats.loaders.bib import BIBTEX
from refman.formats.tex_batch import Batch
from refman.formats.tex_fields import Style
from refman.formats.tex_text import ascii_latex
from refman.model import Entry, Name, Record
from refman.plugins import load_formats, load_loaders
from tests.samples import stream_papers

CHECKOUT = Path(__file__).resolve().parents[2]
SIZES = (1_000, 10_000, 100_000)
PEERS_SIZE = 10_000
PANDOC_SIZE = 1_000
ACCENTS = (r"{\"o}", r"{\v{s}}", *"aeiounrlm")

LOAD = """
import json, resource, sys, time
from pathlib import Path
from refman.formats.loaders.bib import BIBTEX
from refman.model import Record
text = Path(sys.argv[1]).read_text(encoding="utf-8")
size = Path(sys.argv[1]).stat().st_size
next(BIBTEX.load(text))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 - len(text)
start = time.process_time()
count = sum(isinstance(piece, Record) for piece in BIBTEX.load(text))
cpu = time.process_time() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
print(json.dumps({"count": count, "cpu_s": cpu, "peak": peak, "before": before, "size": size}))
"""


def library(count: int) -> Iterator[str]:
    """Yield the entries of a library."""
    chance = random.Random(7)
    for number, paper in enumerate(stream_papers(count, seed=5)):
        ending = "".join("abcdefghij"[int(figure)] for figure in str(number % 5_000))
        authors = " and ".join(
            f"{name.split()[-1]}{chance.choice(ACCENTS)}{ending}, {name.split()[0]} {initial}."
            for name, initial in zip(paper.authors, "ABCDEFGH", strict=False)
        )
        year, month = 1990 + number % 35, ("jan", "feb", "oct")[number % 3]
        yield (
            f"@{('article', 'inproceedings', 'book')[number % 3]}{{lamp{number},\n"
            f"  author = {{{authors}}},\n"
            f"  title = {{{{{paper.title}}}}},\n"
            f"  {('journal', 'booktitle', 'series')[number % 3]} = {{Lamps \\& Wicks}},\n"
            f"  year = {{{year}}},\n  month = {month},\n"
            f"  volume = {{{number % 90}}},\n  number = {{{number % 12}}},\n"
            f"  pages = {{{number}--{number + 11}}},\n"
            f"  doi = {{10.1234/lamp.{number}}},\n"
            f"  url = {{https://lamps.example/papers/{number}}},\n"
            f"  keywords = {{lamps, oil, wicks of {number}}},\n"
            f"  timestamp = {{2020-01-02}},\n"
            f"  abstract = {{{paper.abstract}}}\n}}\n\n"
        )


@pytest.fixture(scope="module")
def libraries(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    folder = tmp_path_factory.mktemp("bib")
    paths = {}
    for size in (PANDOC_SIZE, *SIZES):
        paths[size] = folder / f"{size}.bib"
        with paths[size].open("w", encoding="utf-8") as file:
            file.writelines(library(size))
    return paths


def run_apart(code: str, *arguments: object) -> str:
    """Run code in a process of its own, so that its memory is its own."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


def test_growth(libraries):
    costs = {}
    print("\nentries   KB each  entries/s (CPU)  peak / file size")
    for size in SIZES:
        told = json.loads(run_apart(LOAD, libraries[size]))
        assert told["count"] == size
        costs[size] = told["cpu_s"] / size
        print(
            f"{size:>7,} {told['size'] / size / 1000:>9.2f} {1 / costs[size]:>16,.0f}"
            f" {told['peak'] / told['size']:>17.1f}"
        )
    print(f"cost of one among {SIZES[-1]:,} to one of {SIZES[0]:,}: ", end="")
    print(f"{costs[SIZES[-1]] / costs[SIZES[0]]:.2f}")


def refman_scan(path: Path) -> int:
    return sum(block.kind is BlockKind.ENTRY for block in scan(path.read_text(encoding="utf-8")))


def refman_load(path: Path) -> int:
    pieces = BIBTEX.load(path.read_text(encoding="utf-8"))
    return sum(isinstance(piece, Record) for piece in pieces)


def by_bibtexparser(path: Path) -> int:
    return len(bibtexparser.parse_file(str(path), parse_stack=[]).entries)


def by_bibtexparser_default(path: Path) -> int:
    return len(bibtexparser.parse_file(str(path)).entries)


def by_pybtex(path: Path) -> int:
    from pybtex.database import parse_file  # noqa: PLC0415 - perhaps not installed

    return len(parse_file(str(path)).entries)


def by_program(*command: str) -> Callable[[Path], int]:
    def run(path: Path) -> int:
        done = subprocess.run([*command, str(path)], capture_output=True, check=True)
        return done.stdout.count(b"lamps.example/papers")

    return run


PEERS: dict[str, tuple[str, int, Callable[[Path], int]]] = {
    "refman, blocks": ("refman", PEERS_SIZE, refman_scan),
    "refman, entries": ("refman", PEERS_SIZE, refman_load),
    "bibtexparser, raw": ("bibtexparser", PEERS_SIZE, by_bibtexparser),
    "bibtexparser": ("bibtexparser", PEERS_SIZE, by_bibtexparser_default),
    "pybtex": ("pybtex", PEERS_SIZE, by_pybtex),
    "bibtool": ("bibtool", PEERS_SIZE, by_program("bibtool", "-q")),
    "pandoc": ("pandoc", PANDOC_SIZE, by_program("pandoc", "-f", "bibtex", "-t", "csljson")),
}


def cpu_s() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def test_peers(libraries):
    refman_load(libraries[PANDOC_SIZE])
    rates = {}
    for name, (program, size, read) in PEERS.items():
        if importlib.util.find_spec(program) is None and shutil.which(program) is None:
            print(f"\n{name}: not installed", end="")
            continue
        least = float("inf")
        for _ in range(3):
            start = cpu_s()
            assert read(libraries[size]) == size, name
            least = min(least, cpu_s() - start)
        rates[name] = size / least
    print("\n                   entries/s  refman is faster by")
    for name, rate in rates.items():
        print(f"{name:<18} {rate:>9,.0f} {rates['refman, entries'] / rate:>20.1f}")


def plain(entry: Entry) -> Entry:
    """Return an entry without accents, maths or a sign that TeX reads."""
    kept = "".join(sign for sign in entry.abstract or "" if sign not in "$%\\")
    authors = (Name(family=name.family.encode("ascii", "ignore").decode() if name.family else "",
                    given=name.given) for name in entry.author)  # fmt: skip
    return replace(entry, abstract=kept, author=tuple(authors))


def joined(blocks: list[Block]) -> Iterator[str]:
    """Yield what is written anyway: each entry's values, which are ready, put together."""
    for block in blocks:
        lines = [f"  {field.key} = {{{field.value}}}" for field in block.fields]
        yield f"@{block.entry_type}{{{block.key},\n" + ",\n".join(lines) + "\n}\n"


def rate(pieces: Callable[[], Iterator[str]]) -> float:
    """Return entries a second of CPU, the best of several."""
    least = float("inf")
    for _ in range(7):
        start = time.process_time()
        assert sum(1 for _ in pieces()) == PEERS_SIZE
        least = min(least, time.process_time() - start)
    return PEERS_SIZE / least


@pytest.fixture(scope="module")
def kinds(libraries: dict[int, Path]) -> dict[str, list[Entry]]:
    """The entries as described, and plain ones."""
    text = libraries[PEERS_SIZE].read_text(encoding="utf-8")
    loaded = load_loaders()["bibtex"].load(text)
    rich = [piece.entry for piece in loaded if isinstance(piece, Record)]
    return {"as described": rich, "plain ASCII": list(map(plain, rich))}


def test_writing(kinds):
    print("\n                        entries/s  joining alone   is faster by")
    for kind, entries in kinds.items():
        floor = rate(partial(joined, to_library(entries).entries))
        for name in ("bibtex", "biblatex"):
            written = rate(partial(load_formats()[name].dump, entries, Options()))
            ratio = floor / written
            print(f"{name:<9} {kind:<13} {written:>10,.0f} {floor:>14,.0f} {ratio:>14.1f}")


def parts(entries: list[Entry]) -> Counter[str]:
    """Return the seconds that each attribute takes, one batch after the other."""
    style = Style(ascii_latex, words=frozenset(), protects=True, with_links=False)
    taken: Counter[str] = Counter()

    def timed(part: str, work: Callable[[], object]) -> None:
        start = time.perf_counter()
        work()
        taken[part] += time.perf_counter() - start

    for first in range(0, len(entries), tex._BATCH):
        some = entries[first : first + tex._BATCH]
        batch = Batch(some, ["article"] * len(some), [entry.citekey or "" for entry in some])
        for attribute, write in tex._writers(("bibtex",), style):
            if any(batch.values[attribute]):
                timed(attribute, partial(write, batch))
        timed("all that joined", lambda: sum(1 for _ in batch.texts()))  # noqa: B023
        timed("values at hand", lambda: Batch(some, batch.types, batch.keys))  # noqa: B023
    return taken


def test_parts_of_writing(kinds):
    print("\nmicroseconds an entry")
    for kind, entries in kinds.items():
        runs = [parts(entries) for _ in range(7)]
        least = Counter({part: min(run[part] for run in runs) for part in runs[0]})
        costs = [f"{part} {cost / PEERS_SIZE * 1e6:.1f}" for part, cost in least.most_common(12)]
        print(f"{kind}: {', '.join(costs)}")
