"""Restoring while others write, from copies of every kind; nothing is lost and nothing is left."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys

import pytest

from refman.errors import (
    DamagedLibraryError,
    InputError,
    LibraryError,
    LockedLibraryError,
)
from refman.library import Patience, restore_library
from refman.library.own import copy_own, own_tables
from refman.library.schema import VERSION
from refman.library.snapshots import Snapshots
from refman.model import Export, Keep, KeptKind
from tests.library.killing import CHECKOUT
from tests.library.made import START, Clock, add, opened, paper, proposal
from tests.library.test_opening import spoil
from tests.library.test_versions import undumped

WRITES = """
import sys
from pathlib import Path
from refman.library import opening, open_library
from tests.library.made import Clock, add, paper
if sys.argv[2] == "far":
    opening.network_drive = lambda path: "far"
with open_library(Path(sys.argv[1]), now=Clock(), synchronous="OFF") as library:
    for number in range(1_000, 100_000):
        library.apply("Add", add(paper(number)))
        print(number, flush=True)
"""


@pytest.fixture
def file(tmp_path):
    """A library of some papers; closed."""
    path = tmp_path / "a.refman"
    with opened(path) as library:
        library.apply("Add", add(*map(paper, range(300))))
    return path


@pytest.fixture
def backup(file):
    path = file.with_name("b.refman")
    with opened(file) as library:
        library.backup(path)
    return path


def keys(path):
    with opened(path, read_only=True) as library:
        return library.keys_taken()


def names(folder):
    return sorted(one.name for one in folder.iterdir())


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such kill here")
@pytest.mark.parametrize("place", ["near", "far"])
def test_what_another_program_writes_meanwhile_is_kept(file, backup, place, monkeypatch):
    """Each paper that it was told to be in is in what was before, or in what is there now."""
    if place == "far":
        monkeypatch.setattr("refman.library.opening.network_drive", lambda path: "far")
        opened(file).close()
    command = [sys.executable, "-c", WRITES, str(file), place]
    with subprocess.Popen(command, cwd=CHECKOUT, stdout=subprocess.PIPE, text=True) as writer:
        told = [writer.stdout.readline() for _ in range(5)]
        copies = []
        for _ in range(4):
            copies.append(restore_library(file, backup, now=Clock()))
            told += [writer.stdout.readline() for _ in range(5)]
        writer.send_signal(signal.SIGKILL)
        told += writer.stdout.readlines()
    there = set().union(*map(keys, (file, *copies)))
    done = {paper(int(line)).citekey for line in told if line.endswith("\n")}
    assert len(done) >= 25
    assert done <= there
    with opened(file) as library:
        assert library.check() == ()


def test_nobody_writes_between_the_copy_of_what_was_and_the_restoring(file, backup, monkeypatch):
    take = Snapshots.take

    def late(*args, **how):
        kept = take(*args, **how)
        with (
            opened(file) as library,
            pytest.raises(LockedLibraryError),
        ):
            library.apply("Add", add(paper(900)))
        return kept

    with monkeypatch.context() as patch:
        patch.setattr(Snapshots, "take", late)
        patch.setattr(Snapshots, "take_daily", lambda *_: None)
        restore_library(file, backup, now=Clock())
    assert paper(900).citekey not in keys(file)


def test_a_network_drive_is_held_alone_while_it_is_restored(file, backup, monkeypatch):
    monkeypatch.setattr("refman.library.opening.network_drive", lambda path: "far")
    hasty = Patience(seconds=0)
    with opened(file) as library:
        with library.transaction():
            library.apply("Add", add(paper(900)))
            with pytest.raises(LockedLibraryError):
                restore_library(file, backup, now=Clock(), patience=hasty)
        kept = restore_library(file, backup, now=Clock(), patience=hasty)
        assert library.find_key(paper(900).citekey) is None
        library.apply("Add", add(paper(901)))
    assert paper(900).citekey in keys(kept)
    with opened(file) as library:
        assert library.check() == ()
        (mode,) = library._connection.execute("PRAGMA journal_mode").fetchone()
        assert mode == "delete"


def test_where_what_was_cannot_be_copied_nothing_is_restored(file, backup):
    with opened(file) as library:
        library.apply("Add", add(paper(900)))
        shutil.rmtree(library.snapshots.folder)
    library.snapshots.folder.touch()
    with pytest.raises(LibraryError, match="File exists"):
        restore_library(file, backup, now=Clock())
    assert paper(900).citekey in keys(file)


def test_nothing_is_left_beside_a_copy(file, backup, tmp_path):
    """Also where the copy was made by hand, of a library that has a log."""
    folder = tmp_path / "copies"
    folder.mkdir()
    copy = folder / "c.refman"
    shutil.copy(file, copy)
    for path in (file, tmp_path / "new.refman"):
        before, at = copy.read_bytes(), copy.stat().st_mtime_ns
        restore_library(path, copy, now=Clock())
        assert names(folder) == ["c.refman"]
        assert (copy.read_bytes(), copy.stat().st_mtime_ns) == (before, at)


def test_a_copy_that_may_not_be_written_is_restored(file, backup, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert restore_library(file, backup, now=Clock()) is not None


def test_a_copy_that_others_have_open_stays_theirs(file, backup):
    with opened(backup) as library:
        library.apply("Add", add(paper(900)))
        restore_library(file, backup, now=Clock())
        library.apply("Add", add(paper(901)))
    assert paper(900).citekey in keys(file)
    assert paper(901).citekey in keys(backup)


def full(path):
    with opened(path) as library:
        listing = library.add_listing(name="list.txt", kind="plain", text="lamps")
        library.apply("Add", add(*map(paper, range(20))))
        library.apply("Save", [Keep(kind=KeptKind.SEARCH, name="lamps", after="title:lamps")])
        library.propose(3, proposal(paper(2), paper(3)))
        library.keep_duplicates([[3, 4]])
        library.note_exports("file:/a.bib", [Export(id=3, target="", at=START, data=b"{}")])
        with library.transaction():
            library._connection.execute("UPDATE entries SET listing = ?", (listing,))
        library.undo()
        library.redo()
    return path


def everything(path, **how):
    with opened(path, **how) as library:
        return (
            list(library.all(with_binned=True)),
            library.history(),
            library.kept(KeptKind.SEARCH),
            [library.listing(id_) for id_, _ in library.listings()],
            [library.proposal(id_) for id_ in range(1, 6)],
            (library.duplicates_found_at(), library.search("has:duplicate").ids),
            library.exports("file:/a.bib"),
        )


def test_a_snapshot_holds_what_cannot_be_made_anew(tmp_path):
    path = full(tmp_path / "a.refman")
    with opened(path) as library:
        library.apply("Add", add(*map(paper, range(20, 400))))
        library.undo()
        snapshot = library.snapshots.take(library._connection)
        numbers = library._connection.execute("SELECT * FROM sqlite_sequence").fetchall()
        (size,) = library._connection.execute(
            "SELECT v FROM words_config WHERE k = 'hashsize'"
        ).fetchone()
    assert snapshot.stat().st_size < path.stat().st_size / 2
    expected = everything(path)
    assert everything(snapshot, read_only=True) == expected
    with opened(snapshot, read_only=True) as library:
        assert "until it is opened once for writing" in library.notice
        (found,) = library._connection.execute("PRAGMA quick_check").fetchone()
        assert found == "ok"
    with opened(snapshot) as library:  # all else is made anew
        assert library.notice is None
        assert library.check() == ()
        assert library.count("lamps") == 20
        connection = library._connection
        assert set(connection.execute("SELECT * FROM sqlite_sequence")) == set(numbers)
        query = "SELECT v FROM words_config WHERE k = 'hashsize'"
        assert connection.execute(query).fetchone() == (size,)
    assert everything(snapshot) == expected


@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_restored_of_a_snapshot_is_whole_at_once(tmp_path, is_there):
    path = full(tmp_path / "a.refman")
    with opened(path) as library:
        snapshot = library.snapshots.take(library._connection)
        library.apply("Add", add(paper(900)))
    expected = everything(snapshot, read_only=True)
    before = snapshot.read_bytes()
    other = path if is_there else tmp_path / "new" / "b.refman"
    if is_there:
        with opened(path) as library:
            restore_library(path, snapshot, now=Clock())
            assert library.count("lamps") == 20
            assert library.undo() == "Save"
            assert library.redo() == "Save"
            library.apply("Add", add(paper(901)))
            assert library.undo() == "Add"
            assert library.check() == ()
    else:
        restore_library(other, snapshot, now=Clock())
    with opened(other) as library:
        assert library.check() == ()
        assert (library.count("lamps"), library.notice) == (20, None)
    assert everything(other)[0] == expected[0]
    assert snapshot.read_bytes() == before
    assert not list(other.parent.glob("*.part"))


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_copy_of_an_earlier_version_is_restored_as_one_of_this(tmp_path, version):
    old = undumped(version, tmp_path / "old.refman")
    before = old.read_bytes()
    path = full(tmp_path / "a.refman")
    with opened(path) as library:
        restore_library(path, old, now=Clock())
        assert library.check() == ()
        assert len(list(library.all(with_binned=True))) == 3
    assert old.read_bytes() == before


def test_a_copy_that_cannot_be_made_whole_is_told_and_nothing_is_restored(tmp_path):
    path = full(tmp_path / "a.refman")
    with opened(path) as library:
        snapshot = library.snapshots.take(library._connection)
        library.apply("Add", add(paper(900)))
    connection = sqlite3.connect(snapshot)
    connection.execute("UPDATE records SET record = x'00' WHERE id = 3")
    connection.commit()
    connection.close()
    with pytest.raises(DamagedLibraryError, match=r"snapshots/.* is damaged"):
        restore_library(path, snapshot, now=Clock())
    assert names(tmp_path) == ["a.refman", "a.refman.snapshots"]
    assert paper(900).citekey in keys(path)


def test_of_a_damaged_library_no_snapshot_is_taken(file, caplog):
    spoil(file, b"We trimmed 150 lamps")
    with opened(file) as library:
        library.apply("Add", add(paper(900)))
        assert "no snapshot" in caplog.text
        assert names(library.snapshots.folder) == []
        library.apply("Add", add(paper(901)))  # which leaves the connection as it was
        assert not library._connection.in_transaction


@pytest.mark.parametrize("name", ["a?b#c 100%.refman", "file:a", os.fsdecode(b"caf\xe9.refman")])
def test_a_library_of_any_name_has_snapshots(tmp_path, name):
    try:
        (tmp_path / name).touch()
    except OSError:
        pytest.skip("no file can have this name here")
    path = full(tmp_path / name)
    with opened(path) as library:
        snapshot = library.snapshots.take(library._connection)
    restore_library(path, snapshot, now=Clock())
    assert everything(path)[0] == everything(snapshot)[0]


def test_what_is_no_text_is_refused(file):
    half = "caf\udce9"
    with opened(file) as library:
        before = library.history()
        for name, value in ((half, "lamps"), ("lamps", half)):
            with pytest.raises(InputError, match="no text in UTF-8") as error:
                library.apply("Save", [Keep(kind=KeptKind.SEARCH, name=name, after=value)])
            assert error.value.source == half
        with pytest.raises(InputError, match="no text in UTF-8"):
            library.find_key(half)
        with pytest.raises(InputError, match="no text in UTF-8"):
            library.kept(KeptKind.SEARCH, start=half)
        assert library.history() == before
        assert library.check() == ()


def test_somebody_may_be_reading_when_the_day_s_copy_is_taken(file, caplog):
    with opened(file) as library:
        reading = library._connection.execute("SELECT id FROM entries")
        next(reading)
        library.apply("Add", add(paper(900)))
        (copy,) = library.snapshots.all()
        assert len(list(reading)) >= 299
    assert not caplog.records
    assert paper(900).citekey not in keys(copy)


def test_a_copy_that_fails_leaves_the_connection_as_it_was(file, tmp_path):
    spoil(file, b"We trimmed 150 lamps")
    with opened(file) as library:
        for number in range(2):
            to = tmp_path / f"copy {number}"
            to.touch()
            with pytest.raises(sqlite3.DatabaseError, match="malformed"):
                copy_own(library._connection, to)
            assert not library._connection.in_transaction
            (database,) = library._connection.execute("PRAGMA database_list").fetchall()
            assert database[1] == "main"


def test_what_is_copied_is_told_by_the_tables(tmp_path):
    path = full(tmp_path / "a.refman")
    told = []

    class Told:
        def report(self, done, total=None):
            told.append((done, total))

    with opened(path) as library:
        tables = own_tables(library._connection)
        (tmp_path / "copy").touch()
        copy_own(library._connection, tmp_path / "copy", Told())
    assert told == [(done, len(tables)) for done in range(len(tables) + 1)]
    assert set(tables) >= {"listings", "entries", "records", "kept", "proposals", "history"}
    assert not {"meta", "tags", "words", "words_data", "sqlite_sequence"} & set(tables)
