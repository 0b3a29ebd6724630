"""Snapshots, backups, restoring, repairing: nothing is lost that could be read."""

import sqlite3
from datetime import timedelta

import msgspec
import pytest

from refman.errors import (
    Cancelled,
    DamagedLibraryError,
    LibraryError,
    LockedLibraryError,
    NotALibraryError,
    OutputError,
)
from refman.library import Patience, repair_library, restore_library
from refman.library.snapshots import MOST_SNAPSHOTS, copy_pages
from refman.model import Add, Bin, Holding, Keep, KeptKind, Remove, Span, edit_of
from tests.library.made import START, Clock, add, opened, paper
from tests.library.test_opening import header, spoil

replace = msgspec.structs.replace
COUNT = 120


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def file(tmp_path, clock):
    """A library of papers of a listing, with a saved search and some history; closed."""
    path = tmp_path / "a.refman"
    with opened(path, clock) as library:
        listing = library.add_listing(name="list.txt", kind="plain", text="x" * COUNT)
        library.apply("Add", [
            Add(Holding(
                entry=paper(number), added=START, listing=listing, span=Span(number, number + 1)
            ))
            for number in range(COUNT)
        ])  # fmt: skip
        library.apply("Save", [Keep(kind=KeptKind.SEARCH, name="lamps", after="title:lamps")])
        library.apply("Edit", [edit_of(1, paper(0), replace(paper(0), title="Oil"))])
        library.apply("Bin", [Bin(id=2, after=START)])
    return path


def content(path, clock):
    """Return all that a library says."""
    with opened(path, clock, read_only=True) as library:
        return (
            list(library.all(with_binned=True)),
            library.history(),
            library.kept(KeptKind.SEARCH),
            library.listings(),
        )


def names(folder):
    return sorted(one.name for one in folder.iterdir())


def test_a_snapshot_is_taken_once_a_day_before_the_first_change(file, clock):
    before = content(file, clock)
    clock.at += timedelta(days=1)
    with opened(file, clock) as library:
        list(library.all())
        assert library.snapshots.all() == []
        library.undo()
        library.redo()
    with opened(file, clock) as library:
        library.undo()
        (snapshot,) = library.snapshots.all()
    assert content(snapshot, clock) == before
    assert snapshot.stat().st_mode & 0o777 == 0o600
    assert snapshot.parent.stat().st_mode & 0o777 == 0o700


def test_of_an_empty_library_no_snapshot_is_taken(tmp_path, clock):
    with opened(tmp_path / "a.refman", clock) as library:
        library.apply("Add", add(paper(1)))
        assert library.snapshots.all() == []


def test_the_last_ten_snapshots_are_kept(file, clock):
    days = MOST_SNAPSHOTS + 3
    for _ in range(days):
        clock.at += timedelta(days=1)
        with opened(file, clock) as library:
            library.undo()
            library.redo()
            kept = library.snapshots.all()
    assert len(kept) == MOST_SNAPSHOTS
    assert kept[0].name.startswith(f"{clock.at:%Y-%m-%d}")
    assert kept == sorted(kept, reverse=True)


def test_a_snapshot_that_cannot_be_taken_stops_nobody(file, clock, caplog):
    file.with_name(f"{file.name}.snapshots").touch()
    with opened(file, clock) as library:
        assert library.undo() == "Bin"
    assert "no snapshot" in caplog.text


def test_a_snapshot_that_was_broken_off_is_no_snapshot(file, clock):
    folder = file.with_name(f"{file.name}.snapshots")
    folder.mkdir()
    (folder / "2026-03-14 092700.refman.part").write_bytes(b"half")
    with opened(file, clock) as library:
        library.undo()
        assert len(library.snapshots.all()) == 1


def test_a_backup_is_a_library(file, clock, tmp_path):
    to = tmp_path / "backup" / "b.refman"
    to.parent.mkdir()
    told = []

    class Told:
        def report(self, done, total=None):
            told.append((done, total))

    with opened(file, clock) as library:
        library.backup(to, progress=Told())
    assert told[-1][0] == told[-1][1]
    assert names(to.parent) == ["b.refman"]
    with opened(to, clock) as library:
        assert library.check() == ()


def test_a_backup_replaces_only_what_it_may(file, clock, tmp_path):
    to = tmp_path / "b.refman"
    to.write_text("mine")
    with opened(file, clock) as library:
        with pytest.raises(OutputError, match="is there already"):
            library.backup(to)
        with pytest.raises(OutputError, match="no folder"):
            library.backup(tmp_path / "none" / "b")
        with pytest.raises(OutputError, match="the library itself"):
            library.backup(file, replace=True)
        assert to.read_text() == "mine"
        library.backup(to, replace=True)
    assert content(to, clock) == content(file, clock)


def test_a_backup_that_cannot_be_written_is_told(file, clock, tmp_path, monkeypatch):
    def fails(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", fails)
    with opened(file, clock) as library, pytest.raises(OutputError, match="No space left"):
        library.backup(tmp_path / "b.refman")
    assert not list(tmp_path.glob("b.refman*"))


def test_restoring_brings_back_all_of_a_copy_and_keeps_what_was(file, clock, tmp_path):
    backup = tmp_path / "b.refman"
    before = content(file, clock)
    with opened(file, clock) as library:
        library.backup(backup)
        library.apply("Remove", [Remove(library.get(5))])
    after = content(file, clock)
    kept = restore_library(file, backup, now=clock)
    assert content(file, clock) == before
    assert content(kept, clock) == after
    assert kept.parent.name == "a.refman.snapshots"
    restore_library(file, kept, now=clock)
    assert content(file, clock) == after
    with opened(file, clock) as library:
        assert library.check() == ()
        assert library.undo() == "Remove"


def test_others_may_have_the_library_open_that_is_restored(file, clock, tmp_path):
    with opened(file, clock) as library:
        library.backup(tmp_path / "b.refman")
        library.apply("Remove", [Remove(library.get(5))])
        restore_library(file, tmp_path / "b.refman", now=clock)
        assert library.get(5) is not None
        assert library.undo() == "Bin"
        hasty = Patience(seconds=0.01)
        with library.transaction():
            library.apply("Add", add(paper(300)))
            with pytest.raises(LockedLibraryError):
                restore_library(file, tmp_path / "b.refman", now=clock, patience=hasty)


def test_a_library_that_another_holds_alone_is_not_restored(file, clock, tmp_path, monkeypatch):
    with opened(file, clock) as library:
        library.backup(tmp_path / "b.refman")
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN IMMEDIATE")
    monkeypatch.setattr("refman.library.connecting.BUSY_MS", 10)
    with pytest.raises(LockedLibraryError):
        restore_library(file, tmp_path / "b.refman", now=clock)
    holder.close()


def test_copying_into_what_another_holds_can_be_stopped(file, tmp_path):
    class Stop:
        told = 0

        def report(self, done, total=None):
            self.told += 1
            if self.told == 2:
                raise Cancelled("enough")

    source, target = (
        sqlite3.connect(path, isolation_level=None) for path in (file, tmp_path / "b")
    )
    holder = sqlite3.connect(tmp_path / "b", isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    target.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(Cancelled):
        copy_pages(source, target, progress=Stop())
    for connection in (source, target, holder):
        connection.close()


def test_what_another_holds_is_not_copied_into(file, tmp_path):
    source = sqlite3.connect(file)
    target, holder = (sqlite3.connect(tmp_path / "b", isolation_level=None) for _ in range(2))
    holder.execute("BEGIN EXCLUSIVE")
    target.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(sqlite3.OperationalError, match="locked") as error:
        copy_pages(source, target, patience_s=0.05)
    assert error.value.sqlite_errorcode == sqlite3.SQLITE_BUSY
    for connection in (source, target, holder):
        connection.close()


def test_where_folders_cannot_be_flushed_a_backup_is_made_all_the_same(file, clock, monkeypatch):
    monkeypatch.setattr("refman.library.aside.FOLDERS_FLUSH", False)
    with opened(file, clock) as library:
        library.backup(file.with_name("b.refman"))
    assert content(file.with_name("b.refman"), clock) == content(file, clock)


def test_restoring_makes_a_library_where_there_is_none(file, clock, tmp_path):
    other = tmp_path / "new" / "c.refman"
    assert restore_library(other, file, now=clock) is None
    assert content(other, clock) == content(file, clock)


@pytest.mark.parametrize("how", ["header", "page", "cut", "empty file"])
def test_restoring_takes_a_damaged_library_s_place_and_keeps_it(file, clock, tmp_path, how):
    with opened(file, clock) as library:
        library.backup(tmp_path / "b.refman")
    before = content(file, clock)
    if how == "header":
        header(file, 0, 0)
    elif how == "page":
        spoil(file, b"We trimmed 50 lamps")
    elif how == "cut":
        file.write_bytes(file.read_bytes()[:20_000])
    else:
        file.write_bytes(b"")
    damaged = file.read_bytes()
    file.with_name(f"{file.name}-wal").touch()
    kept = restore_library(file, tmp_path / "b.refman", now=clock)
    assert kept.read_bytes() == damaged or how == "empty file"
    assert content(file, clock) == before


def test_a_file_system_without_links_keeps_a_copy(file, clock, tmp_path, monkeypatch):
    def fails(*_):
        raise OSError

    monkeypatch.setattr("os.link", fails)
    with opened(file, clock) as library:
        library.backup(tmp_path / "b.refman")
    header(file, 0, 0)
    damaged = file.read_bytes()
    assert restore_library(file, tmp_path / "b.refman", now=clock).read_bytes() == damaged


def test_nothing_is_restored_from_what_is_no_sound_library(file, clock, tmp_path):
    before = content(file, clock)
    empty, text, spoilt = (tmp_path / name for name in ("empty", "text", "spoilt"))
    sqlite3.connect(empty).executescript("VACUUM")
    text.write_text("lamp")
    with opened(file, clock) as library:
        library.backup(spoilt)
    spoil(spoilt, b"We trimmed 50 lamps")
    with pytest.raises(NotALibraryError, match="is empty"):
        restore_library(file, empty, now=clock)
    with pytest.raises(NotALibraryError, match="not a library"):
        restore_library(file, text, now=clock)
    with pytest.raises(DamagedLibraryError):
        restore_library(file, spoilt, now=clock)
    with pytest.raises(LibraryError, match="the library itself"):
        restore_library(file, file, now=clock)
    with pytest.raises(LibraryError, match="there is no library"):
        restore_library(file, tmp_path / "none", now=clock)
    assert content(file, clock) == before


def test_another_program_s_database_is_never_restored_over(file, clock, tmp_path):
    other = tmp_path / "other.sqlite"
    sqlite3.connect(other).executescript("CREATE TABLE theirs (x)")
    before = other.read_bytes()
    with pytest.raises(NotALibraryError, match="another program's"):
        restore_library(other, file, now=clock)
    assert other.read_bytes() == before


def write(file, clock, *statements):
    """Spoil tables behind the library's back."""
    with opened(file, clock) as library:
        library._connection.execute("PRAGMA foreign_keys = OFF")
        with library.transaction():
            for statement in statements:
                library._connection.execute(statement)


MENDED = {
    "columns": ["UPDATE entries SET status = 'accepted' WHERE id = 7"],
    "tags": ["DELETE FROM tags WHERE id = 7"],
    "marks": ["DELETE FROM marks WHERE id = 7"],
    "identifiers": ["INSERT INTO identifiers VALUES (7, 'doi', '10.1/x')"],
    "rows of nobody": ["INSERT INTO tags VALUES (999, 'a', 'a')"],
    "words": ["DELETE FROM words_data WHERE id > 10"],
    "words of nobody": ["INSERT INTO words (words) VALUES ('delete-all')"],
    "grams": ["DELETE FROM grams_data WHERE id > 10"],
}


@pytest.mark.parametrize("statements", MENDED.values(), ids=MENDED)
def test_derived_tables_are_mended_in_their_place(file, clock, statements):
    before = content(file, clock)
    write(file, clock, *statements)
    with opened(file, clock) as library:
        faults = library.check()
    repaired = repair_library(file, now=clock)
    assert repaired.faults == faults != ()
    assert (repaired.entries, repaired.lost, repaired.kept) == (COUNT, (), None)
    assert content(file, clock) == before
    with opened(file, clock) as library:
        assert library.check() == ()
        assert library.count("lamps") == COUNT - 1
        while library.undo():
            pass
        assert list(library.all(with_binned=True)) == []


def test_a_sound_library_is_left_alone(file, clock):
    before = file.read_bytes()
    repaired = repair_library(file, now=clock)
    assert (repaired.faults, repaired.entries) == ((), COUNT)
    assert file.read_bytes() == before


LOST = {
    "a record": (["DELETE FROM records WHERE id = 7"], [7]),
    "records that cannot be read": (
        ["UPDATE records SET record = 'x' WHERE id = 7",
         "UPDATE records SET record = x'ff' WHERE id = 8"],
        [7, 8],
    ),
    "entries": (["DELETE FROM entries WHERE id = 7"], []),
    "a listing": (["DELETE FROM listings"], []),
    "a listing's text": (["UPDATE listings SET text = x'00'"], []),
    "a part of the history": (["UPDATE history_parts SET part = x'00' WHERE history = 1"], []),
    "parts of the history": (["DELETE FROM history_parts WHERE history = 1"], []),
    "a part too many": (["INSERT INTO history_parts VALUES (99, 99, 0, x'00')"], []),
}  # fmt: skip


@pytest.mark.parametrize(("statements", "gone"), LOST.values(), ids=LOST)
def test_what_can_be_read_is_saved(file, clock, statements, gone):
    before = {one.id: one for one in content(file, clock)[0]}
    write(file, clock, *statements)
    repaired = repair_library(file, now=clock)
    assert repaired.entries == COUNT - len(gone)
    assert all(any(line.startswith(f"entry {id_}:") for line in repaired.lost) for id_ in gone)
    assert repaired.kept is not None
    after = {one.id: one for one in content(file, clock)[0]}
    assert before.keys() - after.keys() == set(gone)
    assert all(after[id_].entry == before[id_].entry for id_ in after)
    with opened(file, clock) as library:
        assert library.check() == ()
        assert library.kept(KeptKind.SEARCH) == {"lamps": "title:lamps"}
        (id_,) = library.apply("Add", add(paper(900))).ids
        assert id_ == COUNT + 1
        while library.undo():
            pass
        assert library.check() == ()
    assert repair_library(file, now=clock).faults == ()


def test_pages_that_nobody_uses_are_told_and_left_behind(file, clock):
    write(
        file,
        clock,
        "PRAGMA writable_schema = ON",
        "DELETE FROM sqlite_master WHERE name = 'entries_title'",
        "PRAGMA writable_schema = OFF",
    )
    before = content(file, clock)
    with opened(file, clock) as library:
        assert any("never used" in fault for fault in library.check())
    assert repair_library(file, now=clock).kept is not None
    assert content(file, clock) == before
    assert repair_library(file, now=clock).faults == ()


@pytest.mark.parametrize("what", ["We trimmed 50 lamps", "title:lamps", "list.txt"])
def test_all_but_a_damaged_page_is_saved(file, clock, what):
    before = {one.id: one for one in content(file, clock)[0]}
    spoil(file, what.encode())
    damaged = file.read_bytes()
    repaired = repair_library(file, now=clock)
    assert repaired.faults != ()
    assert repaired.lost != ()
    assert repaired.kept.read_bytes() == damaged
    after = {one.id: one for one in content(file, clock)[0]}
    assert len(after) == repaired.entries > COUNT * 0.8
    assert all(after[id_].entry == before[id_].entry for id_ in after)
    with opened(file, clock) as library:
        assert library.check() == ()


def test_every_page_may_be_damaged(file, clock, tmp_path):
    """Whatever page it is: all is saved but what stands in it, or it is told; never a trace."""
    content = file.read_bytes()
    outcomes = set()
    for page in range(0, len(content) // 4096, 9):
        path = tmp_path / f"{page}.refman"
        path.write_bytes(content[: page * 4096] + b"\xff" * 4096 + content[(page + 1) * 4096 :])
        try:
            repaired = repair_library(path, now=clock)
        except LibraryError as error:
            outcomes.add("\n" not in str(error))
            continue
        outcomes.add(repaired.entries > COUNT * 0.8)
        with opened(path, clock) as library:
            assert library.check() == ()
    assert outcomes == {True}


def test_only_a_library_that_is_there_is_repaired(tmp_path, clock):
    with pytest.raises(LibraryError, match="there is no library"):
        repair_library(tmp_path / "none", now=clock)


def test_a_library_that_is_only_read_is_looked_through(file, clock):
    with opened(file, clock, read_only=True) as library:
        assert library.check() == ()
