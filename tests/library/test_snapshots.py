"""Names and places of copies: none is overwritten, none goes that is needed, no old log gets in."""

import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from refman.errors import OutputError
from refman.library import restore_library
from refman.library.aside import LOGS, take_place
from refman.library.snapshots import MOST_SNAPSHOTS, copy_database
from tests.library.made import START, Clock, add, opened, paper


def still(at=START):
    """Return a clock that stands."""
    return lambda: at


def titles(path):
    with opened(path, read_only=True) as library:
        return [holding.entry.title for holding in library.all()]


def names(folder):
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def file(tmp_path):
    """A library of one paper; closed."""
    path = tmp_path / "a.refman"
    with opened(path) as library:
        library.apply("Add", add(paper(1)))
    return path


@pytest.fixture
def backup(file):
    path = file.with_name("b.refman")
    with opened(file) as library:
        library.backup(path)
    return path


@pytest.fixture
def log(file, backup, tmp_path):
    """The log of a later change, which was never brought into its library."""
    path = tmp_path / "log"
    with opened(file) as library:
        library.apply("Add", add(*map(paper, range(2, 60))))
        shutil.copy(file.with_name("a.refman-wal"), path)
    return path


def test_an_old_log_does_not_get_into_what_is_restored(file, backup, log):
    file.unlink()
    for number in range(2):
        shutil.copy(log, file.with_name("a.refman-wal"))
        file.with_name("a.refman-shm").write_bytes(b"old")
        assert restore_library(file, backup, now=Clock()) is None
        assert titles(file) == [paper(1).title]
        kept = file.with_name(("a.refman.old-wal", "a.refman.old-2-wal")[number])
        assert kept.read_bytes() == log.read_bytes()
        file.unlink()


def test_an_old_log_does_not_get_into_a_backup(file, backup, log):
    shutil.copy(log, file.with_name("c.refman-wal"))
    with opened(backup) as library:
        library.backup(file.with_name("c.refman"))
    assert titles(file.with_name("c.refman")) == [paper(1).title]


def test_logs_stay_where_a_backup_cannot_take_its_place(file, backup, monkeypatch):
    to = file.with_name("c.refman")
    logs = [to.with_name(f"{to.name}{log}") for log in LOGS]
    for one in logs:
        one.write_bytes(b"a log")
    replace = Path.replace

    def fails(path, target):
        if target == to:
            raise OSError(28, "No space left on device")
        return replace(path, target)

    monkeypatch.setattr("pathlib.Path.replace", fails)
    with opened(backup) as library, pytest.raises(OutputError):
        library.backup(to)
    assert all(one.read_bytes() == b"a log" for one in logs)
    assert not [name for name in names(file.parent) if ".old" in name or ".part" in name]


def test_the_copy_just_taken_stays_by_a_clock_that_was_put_back(file):
    clock = Clock()
    with opened(file, clock) as library:
        for _ in range(MOST_SNAPSHOTS):
            library.snapshots.take(library._connection)
        clock.at = START - timedelta(days=900)
        first, second = (library.snapshots.take(library._connection) for _ in range(2))
        assert second.exists()
        assert not first.exists()


def test_what_is_restored_stays(file):
    clock = Clock()
    with opened(file, clock) as library:
        for _ in range(MOST_SNAPSHOTS):
            library.snapshots.take(library._connection)
        oldest = library.snapshots.all()[-1]
    kept = restore_library(file, oldest, now=clock)
    assert oldest.exists()
    assert kept.exists()


def test_copies_of_one_second_have_names_of_their_own(file):
    with opened(file, now := still()) as library:
        copies = []
        for number in range(2, 5):
            copies.append(library.snapshots.take(library._connection))
            library.apply("Add", add(paper(number)))
        assert len(set(copies)) == 3
        assert library.snapshots.all() == copies[::-1]
    assert [len(titles(copy)) for copy in copies] == [1, 2, 3]
    assert copies[1].name == f"{now():%Y-%m-%d %H%M%S} 2.refman"


class Meanwhile:
    """Do something once, while a copy is made."""

    def __init__(self, work):
        self.work, self.made = work, []

    def report(self, done, total=None):
        if not self.made:
            self.made.append(None)
            self.made[0] = self.work()


def test_two_programs_copy_at_the_same_time(file, backup, tmp_path):
    """Each has a file of its own, while it copies and after."""
    with opened(file, still()) as library, opened(backup, still()) as other:
        other.apply("Add", add(paper(2)))
        other.snapshots.folder = library.snapshots.folder
        meanwhile = Meanwhile(lambda: other.snapshots.take(other._connection))
        first = library.snapshots.take(library._connection, progress=meanwhile)
        assert (len(titles(first)), len(titles(meanwhile.made[0]))) == (1, 2)
        to = tmp_path / "c.refman"
        meanwhile = Meanwhile(lambda: copy_database(other._connection, to))
        copy_database(library._connection, to, progress=meanwhile)
        assert len(titles(to)) == 1
    assert not [name for name in names(tmp_path) if name.endswith(".part")]


@pytest.mark.parametrize("has_links", [True, False])
def test_two_damaged_files_of_one_second_are_both_kept(tmp_path, monkeypatch, has_links):
    def fails(*_):
        raise OSError

    if not has_links:
        monkeypatch.setattr("os.link", fails)
    path, new = tmp_path / "a", tmp_path / "new"
    path.write_text("0")
    kept = []
    for number in range(1, 4):
        new.write_text(str(number))
        kept.append(take_place(new, path, START))
    assert [one.read_text() for one in kept] == ["0", "1", "2"]
    assert path.read_text() == "3"


def test_a_damaged_file_that_cannot_be_kept_stays(tmp_path, monkeypatch):
    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.link", fails)
    monkeypatch.setattr("shutil.copyfile", fails)
    (tmp_path / "a").write_text("old")
    (tmp_path / "new").write_text("new")
    with pytest.raises(OSError, match="No space"):
        take_place(tmp_path / "new", tmp_path / "a", START)
    assert names(tmp_path) == ["a", "new"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_library_that_is_left_open_has_a_copy_for_each_day(file):
    clock = Clock()
    with opened(file, clock) as library:
        for day in range(1, 5):
            clock.at = START + timedelta(days=day)
            for _ in range(2):
                library.apply("Add", add(paper(10 * day)))
        copies = library.snapshots.all()
    days = [f"{START + timedelta(days=day):%Y-%m-%d}" for day in range(4, 0, -1)]
    assert [copy.name[:10] for copy in copies] == days


def test_a_daily_copy_that_could_not_be_taken_is_tried_again(file, caplog):
    with opened(file) as library:
        library.snapshots.folder.touch()
        library.apply("Add", add(paper(2)))
        assert "no snapshot" in caplog.text
        library.snapshots.folder.unlink()
        library.apply("Add", add(paper(3)))
        (copy,) = library.snapshots.all()
    assert len(titles(copy)) == 2


@pytest.mark.parametrize("name", ["lib[1].db[1]", "library", "a.part", "a.*"])
def test_copies_are_found_whatever_the_library_s_name(tmp_path, name):
    with opened(tmp_path / name, still()) as library:
        library.apply("Add", add(paper(1)))
        first = library.snapshots.take(library._connection)
        first.with_name(f"{first.name}.part").write_bytes(b"half")
        os.utime(first, (0, 0))
        second = library.snapshots.take(library._connection)
        assert library.snapshots.all() == [second, first]


def test_what_killed_programs_left_goes_after_a_day(file):
    with opened(file) as library:
        folder = library.snapshots.folder
        folder.mkdir()
        lefts = [
            folder / "2026-03-13 092700.refman.part",
            folder / "2026-03-14 092700.refman.part",
            file.with_name("b.refman.0123abcd.part"),
        ]
        for left in lefts:
            left.write_bytes(b"half")
        for left in (lefts[0], lefts[2]):
            os.utime(left, (0, 0))
        library.snapshots.take(library._connection)
        library.backup(file.with_name("b.refman"))
    assert [left.exists() for left in lefts] == [False, True, False]
