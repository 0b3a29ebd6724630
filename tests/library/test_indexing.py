"""Many texts at once: merged once, onto a level where no single edit pays for them."""

import sqlite3

import pytest

from refman.errors import Cancelled
from refman.library import indexing
from tests.library.made import add, opened, paper

MANY = 40
TABLES = ("words", "grams")


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setattr(indexing, "_MOST_HELD", MANY)
    monkeypatch.setattr(indexing, "_GATHERED_BYTES", {"words": 1 << 14, "grams": 1 << 12})
    with opened(tmp_path / "a.refman") as library:
        yield library


def papers(first: int, count: int):
    return add(*map(paper, range(first, first + count)))


def levels(library, table: str) -> list[int]:
    """Return how many segments each level has, from 0.

    Source: fts5_index.c of SQLite, "Structure record format".
    """
    query = f"SELECT block FROM {table}_data WHERE id = 10"
    ((structure,),) = library._connection.execute(query)
    at, numbers = 4, []  # behind the cookie
    while at < len(structure):
        number = 0
        while structure[at] & 0x80:
            number, at = (number | structure[at] & 0x7F) << 7, at + 1
        numbers.append(number | structure[at])
        at += 1
    rest = iter(numbers)
    count, _, _ = next(rest), next(rest), next(rest)
    found = []
    for _ in range(count):
        _, segments = next(rest), next(rest)
        for _ in range(3 * segments):
            next(rest)
        found.append(segments)
    return found


def options(library) -> list[dict[str, int]]:
    return [
        dict(library._connection.execute(f"SELECT k, v FROM {table}_config")) for table in TABLES
    ]


def is_merging(library) -> bool:
    return all((one["automerge"], one["crisismerge"]) == (8, 16) for one in options(library))


@pytest.mark.parametrize("before", [0, 3])
def test_many_become_one_segment_high_up(library, before):
    library.apply("Add a few", papers(1_000, before)) if before else None
    library.apply("Add many", papers(0, 6 * MANY + 1))
    for table in TABLES:
        found = levels(library, table)
        assert sum(found) == 1
        assert found.index(1) >= 2
    assert is_merging(library)
    assert library.count("part") == 6 * MANY + 1 + before
    assert library.check() == ()


def test_of_many_that_go_nothing_is_left(library):
    library.apply("Add many", papers(0, 6 * MANY))
    library.undo()
    assert [sum(levels(library, table)) for table in TABLES] == [0, 0]
    library.redo()
    assert library.count("part") == 6 * MANY
    assert is_merging(library)
    assert library.check() == ()


def test_what_is_the_lesser_part_leaves_the_rest_as_it_is(library):
    library.apply("Add many", papers(0, 9 * MANY))
    library.apply("Add some", papers(500, 4 * MANY))
    for table in TABLES:
        assert sum(levels(library, table)) > 1
        assert max(levels(library, table)) < 4
    assert is_merging(library)
    assert library.count("part") == 13 * MANY
    assert library.check() == ()


def test_many_that_are_searched_before_they_are_kept(library):
    with library.transaction():
        library.apply("Add many", papers(0, 3 * MANY))
        assert library.count("part") == 3 * MANY
        assert is_merging(library)
        library.apply("Add more", papers(100, 3 * MANY))
    assert is_merging(library)
    assert library.count("part") == 6 * MANY
    assert library.check() == ()


def test_many_that_are_given_up_leave_all_as_it_was(library):
    library.apply("Add a few", papers(0, 3))
    before = options(library)

    def changes():
        yield from papers(100, 3 * MANY)
        raise InterruptedError

    with pytest.raises(InterruptedError):
        library.apply("Add many", changes())
    assert options(library) == before
    for number in range(300, 330):
        library.apply("Add one", papers(number, 1))
    # FTS5 itself merges again: nobody told this connection so.
    assert all(sum(levels(library, table)) < 20 for table in TABLES)
    assert library.check() == ()


def cost(connection: sqlite3.Connection, work) -> int:
    """Return how many of its own instructions SQLite needs."""
    count = 0

    def count_one() -> None:
        nonlocal count
        count += 1

    connection.set_progress_handler(count_one, 1)
    work()
    connection.set_progress_handler(None, 0)
    return count


def test_a_step_costs_no_more_where_there_were_many(tmp_path):
    with opened(tmp_path / "a.refman") as library:
        number = iter(range(1_000))
        one = lambda: library.apply("Add", papers(next(number), 1))  # noqa: E731
        steps = (one, library.undo, library.redo)
        one()
        few = [cost(library._connection, step) for step in steps]
        for _ in range(100):
            one()
        many = [cost(library._connection, step) for step in steps]
    assert all(after < 2 * before for before, after in zip(few, many, strict=True)), (few, many)


class Heard:
    """Take note of what is told of the merging, and stop it after so many times."""

    def __init__(self, most: int = 1_000) -> None:
        self.told: list[tuple[int, int | None]] = []
        self._most = most

    def report(self, done: int, total: int | None = None) -> None:
        self.told.append((done, total))
        if len(self.told) > self._most:
            raise Cancelled("the work was stopped")


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(indexing, "_STEP_PAGES", 2)


@pytest.mark.usefixtures("small_steps")
def test_merging_tells_how_far_it_has_come(library):
    heard = Heard()
    library.apply("Add many", papers(0, 6 * MANY + 1), merging=heard)
    done, totals = zip(*heard.told, strict=True)
    assert list(done) == sorted(done)
    assert len(set(done)) > 4
    assert set(totals) == {done[-1]}
    for table in TABLES:
        assert sum(levels(library, table)) == 1
    assert library.check() == ()
    for step in (library.undo, library.redo):
        heard = Heard()
        step(progress=heard)
        assert heard.told[-1][1] != 6 * MANY + 1  # pages, not papers


@pytest.mark.usefixtures("small_steps")
def test_merging_that_is_broken_off_leaves_all_as_it_was(library):
    library.apply("Add a few", papers(0, 3))
    before = [levels(library, table) for table in TABLES], options(library)
    with pytest.raises(Cancelled):
        library.apply("Add many", papers(100, 6 * MANY), merging=Heard(most=2))
    assert ([levels(library, table) for table in TABLES], options(library)) == before
    assert [step.name for step in library.history()] == ["Add a few"]
    assert library.count("part") == 3
    assert library.check() == ()
    library.apply("Add many", papers(100, 6 * MANY))
    assert library.count("part") == 3 + 6 * MANY
