"""Another file is put where a library is open: it is noticed, and that file stays as it is."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from subprocess import PIPE
from types import SimpleNamespace

import pytest

from refman.errors import ReplacedLibraryError
from refman.library import repair_library, restore_library
from refman.library.faults import told_faults
from refman.library.same_file import SameFile
from tests.library.killing import CHECKOUT, spoil
from tests.library.made import Clock, add, opened, paper

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an open file cannot be moved there")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "a.refman"
    with opened(path) as library:
        library.apply("Add", add(*map(paper, range(30))))
    return path


@pytest.fixture
def other(tmp_path):
    path = tmp_path / "other.refman"
    with opened(path) as library:
        library.apply("Add", add(*map(paper, range(100, 220))))
    return path


def put_in_place(other, file):
    """Do it as other programs do; return what the file holds."""
    content = other.read_bytes()
    other.replace(file)
    return content


def keys(path):
    with opened(path) as library:
        assert library.check() == ()
        return library.keys_taken()


def keys_of(*numbers):
    return {paper(number).citekey for number in numbers}


def rename(library):
    """Change what stands in many pages of the file."""
    library.apply("Add", add(*map(paper, range(500, 540))))


@pytest.mark.parametrize("is_edited", [False, True])
@pytest.mark.parametrize("writes_back", [False, True])
def test_what_takes_its_place_stays_as_it_is(file, other, is_edited, writes_back):
    library, reader = opened(file), opened(file, read_only=True)
    assert reader.keys_taken() == keys_of(*range(30))
    if is_edited:
        rename(library)
    if writes_back:
        library.write_back()
    kept = file.with_name("kept.refman")
    os.link(file, kept)
    content = put_in_place(other, file)
    for do in (lambda: rename(library), library.undo, library.stamp, reader.stamp,
               library.write_back):  # fmt: skip
        with pytest.raises(ReplacedLibraryError, match=r"was put in the place of .*a\.refman"):
            do()
    reader.close()
    library.close()
    assert file.read_bytes() == content
    assert keys(file) == keys_of(*range(100, 220))
    assert keys(kept) == keys_of(*range(30), *(range(500, 540) if is_edited else ()))


BESIDE = """
import sys
from pathlib import Path
from refman.errors import DamagedLibraryError
from tests.library.made import add, opened, paper
try:
    with opened(Path(sys.argv[1])) as library:
        assert library.check() == (), library.check()
        library.apply("Add", add(paper(900)))
        print("added", flush=True)
        sys.stdin.readline()
except DamagedLibraryError:
    print("refused", flush=True)
"""


@pytest.mark.parametrize("is_closed_first", [False, True])
@pytest.mark.parametrize("said", ["added", "refused"])
def test_a_program_that_opens_it_before_it_is_noticed_does_it_no_harm(
    file, other, said, is_closed_first
):
    """The log and its index at the path are used by both then.

    Nothing that was written back is read from the log; but it says how long the file is, and one
    that is longer seems damaged for so long.
    """
    library = opened(file)
    rename(library)
    library.write_back()
    there = keys_of(*range(100, 220))
    if said == "added":
        other = file.with_name("small.refman")
        with opened(other) as small:
            small.apply("Add", add(paper(1)))
        there = keys_of(1, 900)
    put_in_place(other, file)
    command = [sys.executable, "-c", BESIDE, str(file)]
    with subprocess.Popen(command, cwd=CHECKOUT, stdin=PIPE, stdout=PIPE, text=True) as beside:
        assert beside.stdout.readline() == f"{said}\n"
        if is_closed_first:
            library.close()
        beside.communicate("\n")
    if not is_closed_first:
        with pytest.raises(ReplacedLibraryError):
            rename(library)
        library.close()
    assert keys(file) == there


def test_what_was_open_is_kept_in_a_snapshot(file, other):
    kept = file.with_name("kept.refman")
    with opened(file) as library:
        assert library.rescue() is None
        rename(library)
        put_in_place(other, file)
        restore_library(kept, library.rescue(), now=Clock())
    assert keys(kept) == keys_of(*range(30), *range(500, 540))
    assert keys(file) == keys_of(*range(100, 220))


def test_what_cannot_be_kept_is_not(file, other, caplog):
    with opened(file) as library, opened(file) as second:
        rename(library)
        shutil.rmtree(library.snapshots.folder)
        library.snapshots.folder.touch()
        put_in_place(other, file)
        assert library.rescue() is None
        assert "could not be kept" in caplog.text
        log = file.with_name(f"{file.name}-wal")
        log.write_bytes(b"another's".ljust(64, b"!"))
        assert second.rescue() is None
        log.unlink()


def test_a_library_that_is_gone_takes_nothing(file):
    with opened(file) as library:
        rename(library)
        file.unlink()
        with pytest.raises(ReplacedLibraryError, match="is not there any more"):
            library.undo()
        assert not file.exists()


def test_a_file_put_there_during_a_change_is_noticed_before_it_is_acknowledged(file, other):
    def changes():
        yield from add(paper(700))
        put_in_place(other, file)

    with opened(file) as library, pytest.raises(ReplacedLibraryError):
        library.apply("Add", changes())
    assert keys(file) == keys_of(*range(100, 220))


def test_a_file_put_there_while_it_is_brought_to_this_version_is_noticed(file, other, monkeypatch):
    def migrate(*_):
        put_in_place(other, file)

    monkeypatch.setattr("refman.library.opening.migrate", migrate)
    monkeypatch.setattr("refman.library.opening.is_up_to_date", lambda _: False)
    with pytest.raises(ReplacedLibraryError):
        opened(file)


def test_a_link_that_leads_elsewhere_by_now_is_noticed(file, other):
    link = file.with_name("link.refman")
    link.symlink_to(file)
    with opened(link) as library:
        library.apply("Add", add(paper(700)))
        link.unlink()
        link.symlink_to(other)
        with pytest.raises(ReplacedLibraryError):
            rename(library)
    assert keys(file) == keys_of(*range(30), 700)
    assert keys(other) == keys_of(*range(100, 220))


@pytest.mark.parametrize("damage", [False, True])
def test_restoring_in_its_place_is_no_other_file_but_a_new_one_is(file, damage):
    copy = file.with_name("copy.refman")
    with opened(file) as library:
        library.backup(copy)
        before = library.stamp()
        if damage:
            spoil(file)
            repair_library(file, now=Clock())
            with pytest.raises(ReplacedLibraryError):
                library.stamp()
        else:
            restore_library(file, copy, now=Clock())
            assert library.stamp() != before
            rename(library)
            assert library.check() == ()


@pytest.mark.parametrize(
    ("then", "now", "is_told"),
    [
        ((1, 2), (1, 2), False),
        ((1, 2), (1, 3), True),
        ((1, 2), (4, 2), True),
        ((1, 0), (1, 3), False),  # a drive that does not tell it
        ((1, 2), (1, 0), False),
        ((1, 2), None, False),  # a drive that does not answer
    ],
)
def test_only_what_is_known_to_be_another_file_is_told(tmp_path, monkeypatch, then, now, is_told):
    told = [then, now]

    def stat(_path):
        one = told.pop(0)
        if one is None:
            raise PermissionError
        return SimpleNamespace(st_dev=one[0], st_ino=one[1])

    path = tmp_path / "a.refman"
    monkeypatch.setattr("pathlib.Path.stat", stat)
    same = SameFile(path)
    if is_told:
        with pytest.raises(ReplacedLibraryError):
            same.check()
    else:
        same.check()


def test_what_sqlite_itself_notices_is_told_so(file, other):
    """Where there is no log, on a network drive, it looks itself."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        put_in_place(other, file)
        with pytest.raises(ReplacedLibraryError), told_faults(file):
            connection.execute("PRAGMA user_version = 3")


def test_writing_back_leaves_all_in_the_file_and_nothing_in_the_log(file):
    log = file.with_name(f"{file.name}-wal")
    library, reader = opened(file), opened(file, read_only=True)
    rename(library)
    copy = file.with_name("copy.refman")
    stamp = reader.stamp()
    library.write_back()
    assert reader.stamp() == stamp  # nobody takes it for a change
    copy.write_bytes(file.read_bytes())  # the file alone
    assert keys(copy) == keys_of(*range(30), *range(500, 540))
    found = reader.all()
    next(found)
    with opened(file) as beside:
        beside.apply("Add", add(paper(901)))
    assert not library.empty_log()  # another has written
    library.write_back()
    assert log.stat().st_size > 0
    found.close()
    assert library.empty_log()
    assert log.stat().st_size == 0
    with reader.reading() as connection:
        connection.execute("BEGIN")
        reader.keys_taken()
        rename_more(library)
        library.write_back()
        assert not library.empty_log()  # it is read
        connection.execute("COMMIT")
    assert library.empty_log()
    assert library.check() == ()
    reader.close()
    library.close()


def rename_more(library):
    library.apply("Add", add(*map(paper, range(600, 610))))
