"""A program that works on a library and says what is done, until it is killed.

    python -m tests.library.killing KIND FOLDER SEED

Each line that it prints is one piece of work acknowledged. What it does is settled by the seed, so
that who kills it can do the same again, as far as it was acknowledged.
"""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

from refman.library import Library, indexing, open_library, repair_library, restore_library
from refman.library.schema import MIGRATIONS
from refman.model import Bin, Export, Keep, KeptKind, Remove, edit_of
from tests.library.made import START, Clock, add, opened, paper

replace = msgspec.structs.replace
CHECKOUT = Path(__file__).resolve().parents[2]
LIBRARY, COPY, OTHER = "a.refman", "b.refman", "c.refman"
FIRST = 40


def prepare(folder: Path) -> None:
    """Make a library with some papers, and a copy of it with others."""
    with opened(folder / LIBRARY) as library:
        library.apply("Begin", add(*map(paper, range(FIRST))))
        library.backup(folder / COPY)
    with opened(folder / COPY) as library:
        library.apply("Go on", add(*map(paper, range(FIRST, 2 * FIRST))))
        library.backup(folder / OTHER)
    with opened(folder / OTHER) as library:
        library.undo()
        library.undo()
        snapshot = library.snapshots.take(library._connection)
    snapshot.replace(folder / OTHER)  # without what can be made anew


def changes(library: Library, seed: int) -> Iterator[str]:
    """Add, edit, bin, remove, undo and redo without end."""
    chance = random.Random(seed)
    number = 1_000
    while True:
        what = chance.choice(
            ("add", "add", "edit", "edit", "bin", "remove", "keep", "note", "undo", "redo")
        )
        number += 100
        ids = [holding.id for holding in library.all()]
        some = list(library.holdings(chance.sample(ids, min(len(ids), 12))))
        name = f"{what} {number}"
        if what == "add":
            library.apply(name, add(*map(paper, range(number, number + chance.choice((1, 60))))))
        elif what == "edit":
            library.apply(name, [
                edit_of(one.id, one.entry, replace(one.entry, title=f"{name} {one.id}"))
                for one in some
            ])  # fmt: skip
        elif what == "bin":
            library.apply(name, [Bin(id=one.id, after=START) for one in some])
        elif what == "remove":
            library.apply(name, [Remove(one) for one in some[:6]])
        elif what == "keep":
            library.apply(name, [Keep(kind=KeptKind.SEARCH, name=name, after="lamps")])
        elif what == "note":
            given = [Export(id=one.id, target="", at=START) for one in some]
            library.note_exports(f"file:/{len(some) % 4}.bib", given)
        else:
            name = f"{what} {library.undo() if what == 'undo' else library.redo()}"
        yield name


def slow_step(connection) -> None:
    """Bring a library on by many statements."""
    connection.execute("ALTER TABLE entries ADD COLUMN colour TEXT")
    for (id_,) in connection.execute("SELECT id FROM entries").fetchall():
        for colour in "abcdefghijklmnopqrst":
            connection.execute("UPDATE entries SET colour = ? WHERE id = ?", (colour, id_))


LATER = (*MIGRATIONS, slow_step)


def work(kind: str, folder: Path, seed: int) -> Iterator[str]:
    """Do the work of a kind, and yield after each piece of it."""
    path = folder / LIBRARY
    if kind == "changes":
        with open_library(path, now=Clock()) as library:
            yield from changes(library, seed)
    elif kind == "backup":
        with open_library(path, now=Clock()) as library:
            while True:
                library.backup(folder / "backup.refman", replace=True)
                yield "backup"
    elif kind == "restore":
        while True:
            for copy in (COPY, OTHER):
                restore_library(path, folder / copy, now=Clock())
                yield copy
    elif kind == "snapshot":
        with open_library(path, now=Clock()) as library:
            while True:
                yield library.snapshots.take(library._connection).name
    elif kind == "repair":
        while True:
            spoil(path)
            repair_library(path, now=Clock())
            yield "repaired"
    elif kind == "migration":
        clock = Clock()
        while True:
            open_library(path, now=clock, migrations=LATER).close()
            yield "migrated"
            restore_library(path, folder / COPY, now=clock)
            yield "restored"


def spoil(path: Path) -> None:
    """Take a library's header from it."""
    with path.open("r+b") as file:
        file.write(bytes(16))


def kill(kind: str, folder: Path, seed: int, wait_s: float) -> list[str]:
    """Run the program, kill it some time after its first line, and return all that it printed."""
    command = [sys.executable, "-m", "tests.library.killing", kind, str(folder), str(seed)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(wait_s)
        process.send_signal(signal.SIGKILL)
        lines = [first, *process.stdout]
    assert process.returncode == -signal.SIGKILL
    # The last line may be cut: then it was not acknowledged.
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def content(path: Path, **how) -> tuple[object, ...]:
    """Return all that a library says, after it was looked through."""
    with opened(path, **how) as library:
        assert library.check() == ()
        return (
            list(library.all(with_binned=True)),
            library.history(10_000),
            library.kept(KeptKind.SEARCH),
            [library.exports(f"file:/{number}.bib") for number in range(4)],
        )


def check_after(kind: str, folder: Path, seed: int, told: list[str], again: Path) -> None:
    """Fail where anything acknowledged is lost, or anything is half done."""
    path = folder / LIBRARY
    prepare(again)
    expected: list[tuple[object, ...]] = []
    if kind == "changes":
        with opened(again / LIBRARY) as library:
            doing = changes(library, seed)
            assert list(islice(doing, len(told))) == told
            states = content(again / LIBRARY)
            next(doing)
        expected = [states, content(again / LIBRARY)]
        assert content(path) in expected
    elif kind == "backup":
        assert content(path) == content(again / LIBRARY)
        assert content(folder / "backup.refman") == content(again / LIBRARY)
    elif kind == "snapshot":
        copies = list(path.with_name(f"{path.name}.snapshots").glob(f"*{path.suffix}"))
        assert told[-1] in {copy.name for copy in copies}
        for one in (path, *copies):
            assert content(one) == content(again / LIBRARY)
    elif kind == "repair":
        repair_library(path, now=Clock())
        assert content(path) == content(again / LIBRARY)
    elif kind == "restore":
        last, then = (COPY, OTHER) if len(told) % 2 else (OTHER, COPY)
        assert content(path) in (content(again / last), content(again / then))
    else:
        source = COPY if len(told) > 1 else LIBRARY
        with opened(path, migrations=LATER) as library:
            (colours,) = library._connection.execute("SELECT count(colour) FROM entries").fetchone()
        assert colours == len(content(path, migrations=LATER)[0])
        expected = [content(again / one) for one in {source, COPY}]
        assert content(path, migrations=LATER) in expected
    how = {"migrations": LATER} if kind == "migration" else {}
    with opened(path, **how) as library:
        while library.undo():
            pass
        assert list(library.all(with_binned=True)) == []
        assert library.check() == ()


def main() -> None:
    """Work until killed."""
    kind, folder, seed = sys.argv[1:]
    if int(seed) % 3 == 0:  # sixty papers are very many then: they are gathered and merged
        indexing._MOST_HELD, indexing._STEP_PAGES = 20, 2
    for line in work(kind, Path(folder), int(seed)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
