"""The library at 100,000 entries of 1.9 KB: adding, edits, undo, memory, and the floor of it all.

Each figure comes from a process of its own, which tells its memory. The floor is what SQLite itself
needs for the same rows and the same texts: no history, no columns but the record, no marks.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.bench_bib import library as bib_library

CHECKOUT = Path(__file__).resolve().parents[2]
SIZE = int(os.environ.get("REFMAN_BENCH_SIZE", "100000"))
EDITS = 300

BEGINNING = """
import json, resource, sqlite3, sys, time
from datetime import UTC, datetime
from pathlib import Path
from msgspec.structs import replace
from refman.formats.loaders.bib import BIBTEX
from refman.library import open_library
from refman.library.indexing import indexed_of
from refman.library.rows import encode_entry
from refman.library.schema import MIGRATIONS
from refman.model import Add, Holding, Keyword, Record, Status, edit_of

bib, path = Path(sys.argv[1]), Path(sys.argv[2])
figures = {}

def now():
    return datetime.now(UTC)

def timed(name, work):
    wall, cpu = time.perf_counter(), time.process_time()
    found = work()
    figures[name] = round(time.perf_counter() - wall, 3), round(time.process_time() - cpu, 3)
    return found

def entries():
    for record in BIBTEX.load(bib.read_text(encoding="utf-8")):
        if isinstance(record, Record):
            yield record.entry
"""

ENDING = """
figures["peak_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps(figures))
"""

ADD = """
at = now()
with open_library(path, now=now) as library:
    timed("from .bib to searchable", lambda: library.apply(
        "Add", (Add(Holding(entry=entry, added=at)) for entry in entries())))
    assert library.search("lamp").ids
figures["size_mb"] = path.stat().st_size // 1_000_000
"""

FLOOR = """
made = list(entries())
rows = [(place, encode_entry(entry)) for place, entry in enumerate(made, 1)]
texts = [(place, indexed_of(entry)) for place, entry in enumerate(made, 1)]
raw = sqlite3.connect(path.with_name("floor.db"), isolation_level=None)
raw.execute("PRAGMA journal_mode = WAL")
for statement in ("CREATE TABLE records (id INTEGER PRIMARY KEY, record BLOB NOT NULL)",):
    raw.execute(statement)
whole = sqlite3.connect(":memory:")
for migrate in MIGRATIONS:
    migrate(whole)
for (statement,) in whole.execute(
    "SELECT sql FROM sqlite_master WHERE name IN ('words', 'grams')"
).fetchall():
    raw.execute(statement)
for name in ("words", "grams"):
    raw.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('hashsize', 16777216)")

def floor():
    raw.execute("BEGIN")
    raw.executemany("INSERT INTO records VALUES (?, ?)", rows)
    raw.executemany("INSERT INTO words (rowid, title, authors, venue, abstract, notes)"
                    " VALUES (?, ?, ?, ?, ?, ?)", ((id_, *text.words) for id_, text in texts))
    raw.executemany("INSERT INTO grams (rowid, text) VALUES (?, ?)",
                    ((id_, *text.grams) for id_, text in texts))
    raw.execute("COMMIT")

def merge():
    for name in ("words", "grams"):
        raw.execute(f"INSERT INTO {name} ({name}) VALUES ('optimize')")

at = now()
def direct():
    with open_library(path.with_name("direct.refman"), now=now) as library:
        library.apply("Add", (Add(Holding(entry=entry, added=at)) for entry in made))

timed("floor: raw insert and FTS build", floor)
timed("floor: its indexes made one segment each, as the library's are", merge)
timed("entries direct", direct)
timed("loading the .bib alone", lambda: sum(1 for _ in entries()))
"""

ACQUIRE = """
from refman.acquiring import Choice, acquire
from refman.citekeys import compile_pattern
from refman.gathering import Gathering
from refman.settings import Settings

text = bib.read_text(encoding="utf-8")
choice = Choice(pattern=compile_pattern(Settings().citekeys.pattern))
with Gathering() as gathering, open_library(path, now=now) as library:
    timed("gathered from the .bib", lambda: gathering.take(
        source=bib.name, kind="bib", text=text, pieces=BIBTEX.load(text)))
    timed("judged, given keys, added", lambda: acquire(library, gathering, choice, now=now()))
"""

BATCH = """
with open_library(path, now=now) as library:
    def edits(change):
        for one in library.all():
            edit = edit_of(one.id, one.entry, change(one.entry))
            assert edit is not None
            yield edit
    timed("read all", lambda: sum(1 for _ in library.all()))
    assert library.count(""), "nothing is there: the benchmark of adding is run before this"
    timed("batch edit: status", lambda: library.apply(
        "Accept", edits(lambda entry: replace(entry, status=Status.ACCEPTED))))
    timed("undo it", library.undo)
    timed("batch edit: tag", lambda: library.apply(
        "Tag", edits(lambda entry: replace(entry, keywords=(*entry.keywords, Keyword("new"))))))
    timed("undo it, too", library.undo)
"""

UNDO_ADD = """
with open_library(path, now=now) as library:
    timed("undo of adding all", library.undo)
    assert library.count("lamp") == 0
    timed("redo of it", library.redo)
"""

SINGLE = """
with open_library(path, now=now, synchronous=sys.argv[3]) as library:
    ids = [one.id for one in library.holdings(range(1, int(sys.argv[4]) + 1))]
    with library.transaction():
        pass  # the day's copy is taken before its first change
    for kind in ("status", "title"):
        costs, cpus = [], []
        for id_ in ids:
            entry = library.get(id_).entry
            values = {"status": Status.REJECTED, "title": f"{entry.title} anew"}
            edit = edit_of(id_, entry, replace(entry, **{kind: values[kind]}))
            start, cpu = time.perf_counter(), time.process_time()
            library.apply("Edit", [edit])
            costs.append(time.perf_counter() - start)
            cpus.append(time.process_time() - cpu)
        figures[f"edit of {kind}, ms"] = (
            round(1000 * sorted(costs)[len(costs) // 2], 3),
            round(1000 * sorted(cpus)[len(cpus) // 2], 3),
        )
        figures[f"the longest edit of {kind}, ms"] = (
            round(1000 * max(costs), 1), round(1000 * max(cpus), 1)
        )
    for _ in range(2 * len(ids)):
        library.undo()
"""


def run(program: str, *arguments: object) -> dict:
    told = subprocess.run(
        [sys.executable, "-c", BEGINNING + program + ENDING, *map(str, arguments)],
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    figures = json.loads(told.stdout)
    print(f"\n{SIZE} entries")
    for name, value in figures.items():
        print(f"  {name}: {value}")
    return figures


@pytest.fixture(scope="module")
def bib(tmp_path_factory):
    path = tmp_path_factory.mktemp("library") / "papers.bib"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(bib_library(SIZE))
    return path


@pytest.fixture(scope="module")
def path(bib):
    return bib.with_name("a.refman")


def test_from_bib_to_searchable(bib, path):
    figures = run(ADD, bib, path)
    assert figures["peak_mib"] <= 600


def test_one_edit(bib, path):
    for synchronous in ("FULL", "NORMAL"):
        print(f"\nsynchronous = {synchronous}; (wall, CPU)")
        run(SINGLE, bib, path, synchronous, EDITS)
    print(f"a flush of this disk: {1000 * flush_s(path.parent):.2f} ms")


def flush_s(folder: Path) -> float:
    """Return what a flush to the disk costs by itself."""
    costs = []
    with (folder / "flushed").open("wb") as file:
        for _ in range(50):
            file.write(b"x" * 4096)
            file.flush()
            start = time.perf_counter()
            os.fdatasync(file.fileno())
            costs.append(time.perf_counter() - start)
    return statistics.median(costs)


def test_batch_edits(bib, path):
    run(BATCH, bib, path)


def test_undo_of_adding_all(bib, path):
    run(UNDO_ADD, bib, path)


def test_floor(bib, path):
    figures = run(FLOOR, bib, path)
    cpu = {name: cost[1] for name, cost in figures.items() if isinstance(cost, list)}
    floor, merge = (cost for name, cost in cpu.items() if name.startswith("floor: "))
    direct = cpu["entries direct"]
    print(
        f"  ratio (CPU): {direct / floor:.2f}; to the floor merged: {direct / (floor + merge):.2f}"
    )


def test_acquiring(bib):
    """What `refman add` does beside: each paper is judged and given a key.

    Here every title begins or ends as hundreds of others do, so that most of it is judging.
    """
    run(ACQUIRE, bib, bib.with_name("acquired.refman"))
