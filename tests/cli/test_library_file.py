"""``refman library``: the file itself, as a shell looks after it."""

import json
import sqlite3
from contextlib import closing

import pytest

from refman.model import Citekey, LeftOver, Span
from tests.cli.squeezed import squeezed
from tests.library.made import add, opened, paper


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A library of two papers; the commands work on it."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    monkeypatch.setenv("TZ", "UTC")
    with closing(opened(file)) as library, library.transaction():
        rest = LeftOver(Span(0, 3), "Log", "a button")
        library.add_listing(name="page.txt", kind="page_text", text="Log in", left_over=[rest])
        papers = [paper(number, citekey=Citekey(key)) for number, key in enumerate("ab")]
        library.apply("Add 2 papers", add(*papers))
    return file


def keys(file):
    with closing(opened(file)) as library:
        return [holding.entry.citekey for holding in library.all()]


def test_path_is_one_line_whether_it_is_there_or_not(refman, file, tmp_path):
    assert (refman("library", "path").status, refman("library", "path").out) == (0, f"{file}\n")
    done = refman("library", "path", "--library", tmp_path / "none.refman")
    assert (done.status, done.out) == (1, f"{tmp_path}/none.refman\n")


def test_a_home_in_a_path_is_found(refman, file, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    done = refman("library", "path", "--library", "~/lib.refman")
    assert (done.status, done.out) == (0, f"{file}\n")


def test_listings_tell_what_was_left_over(refman, file, tmp_path):
    done = refman("library", "listings")
    assert done.out.split(None, 2)[2] == (
        "page.txt (page_text): 6 characters, 1 stretch left over\n"
    )
    (told,) = json.loads(refman("library", "listings", "--json").out)
    assert (told["name"], told["length"], told["text"]) == ("page.txt", 6, None)
    assert told["left_over"][0]["why"] == "a button"
    with closing(opened(tmp_path / "new.refman")):
        pass
    none = refman("library", "listings", "--library", tmp_path / "new.refman")
    assert (none.status, none.err) == (1, "refman: no listing is kept\n")
    none = refman("library", "listings", "--json", "--library", tmp_path / "new.refman")
    assert (none.status, none.out) == (1, "[]\n")


def test_a_sound_library_is_said_to_be(refman, file):
    done = refman("library", "check")
    assert (done.status, done.out, done.err) == (0, "", f"{file}: no fault found\n")
    assert refman("library", "check", "--quiet").err == ""
    done = refman("library", "repair")
    assert done.status == 0
    assert squeezed("no fault found; 2 entries") in squeezed(done.err)


def test_damage_is_told_and_mended(refman, file):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("DELETE FROM marks")
    done = refman("library", "check")
    assert (done.status, "marks" in done.out) == (1, True)
    assert "'refman library repair' mends it" in done.err
    done = refman("library", "repair")
    assert done.status == 0
    assert done.out.startswith("wrong: ")
    assert squeezed("mended; 2 entries") in squeezed(done.err)
    assert refman("library", "check").status == 0


def test_what_is_lost_is_told_and_the_damaged_file_is_kept(refman, file):
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("UPDATE records SET record = x'00' WHERE id = 1")
    done = refman("library", "repair")
    assert done.status == 2
    assert "lost: " in done.out
    assert squeezed("the damaged file is kept as") in squeezed(done.err)
    assert keys(file) == ["b"]


def test_a_file_whose_header_is_gone_is_saved(refman, file):
    file.write_bytes(bytes(100) + file.read_bytes()[100:])
    done = refman("library", "check")
    assert done.status == 2
    assert squeezed("save it with `refman library repair`") in squeezed(done.err)
    done = refman("library", "repair")
    assert (done.status, done.out) == (0, "wrong: file is not a database\n")
    assert squeezed("mended; 2 entries; the damaged file is kept as") in squeezed(done.err)
    assert keys(file) == ["a", "b"]


def test_of_a_file_that_is_cut_off_what_is_left_is_saved(refman, file):
    with closing(opened(file)) as library:
        library.apply("Add", add(*map(paper, range(300))))
    content = file.read_bytes()
    file.write_bytes(content[: content.index(b"We trimmed 150 lamps")])
    done = refman("library", "repair")
    assert done.status == 2
    lost = [line for line in done.out.splitlines() if line.startswith("lost: ")]
    assert "the history" in lost[-1] or len(lost) > 1
    assert 0 < len(keys(file)) < 302
    assert squeezed(f"mended; {len(keys(file))} entries") in squeezed(done.err)
    assert refman("library", "check").status == 0


def test_what_is_no_library_is_not_repaired(refman, file):
    file.write_bytes(b"lamp" * 9_000)
    done = refman("library", "repair")
    assert (done.status, done.out) == (2, "")
    assert squeezed("is no library of refman, or nothing of it can be read") in squeezed(done.err)
    assert file.read_bytes() == b"lamp" * 9_000


def test_a_snapshot_comes_back(refman, file, tmp_path):
    refman("undo")  # the first change of a day takes one
    (snapshot,) = refman("library", "snapshots").out.splitlines()
    assert keys(file) == []
    assert refman("library", "restore", snapshot).status == 0
    assert keys(file) == ["a", "b"]
    assert refman("search", "lamps").out.count("lamps") >= 2


def test_a_backup_is_whole_and_comes_back(refman, file, tmp_path):
    copy = tmp_path / "copy.refman"
    assert refman("library", "backup", copy).err == f"{copy} holds a whole copy\n"
    assert refman("library", "backup", copy).status == 2
    assert refman("library", "backup", copy, "--force", "--quiet").err == ""
    assert keys(copy) == ["a", "b"]
    refman("undo")
    assert keys(file) == []
    done = refman("library", "restore", copy)
    assert done.status == 0
    assert squeezed("what was before is kept as") in squeezed(done.err)
    assert keys(file) == ["a", "b"]
    assert refman("library", "restore", copy, "--quiet").err == ""


def test_a_library_that_is_gone_comes_back(refman, file, tmp_path):
    copy = tmp_path / "copy.refman"
    refman("library", "backup", copy)
    file.unlink()
    done = refman("library", "restore", copy)
    assert (done.status, "is kept" in done.err) == (0, False)
    assert keys(file) == ["a", "b"]


def test_a_copy_that_is_not_there_is_told(refman, file, tmp_path):
    done = refman("library", "restore", tmp_path / "none.refman")
    assert done.status == 2
    assert "'refman library snapshots' shows those that were taken" in done.err


def test_snapshots_are_shown_the_newest_first(refman, file, tmp_path):
    done = refman("library", "snapshots")
    assert (done.status, "no snapshot of" in done.err) == (1, True)
    refman("undo")  # the first change of a day takes one
    done = refman("library", "snapshots")
    (snapshot,) = done.out.splitlines()
    assert keys(tmp_path / snapshot) == ["a", "b"]


def test_a_fault_in_the_use_names_the_command(refman, file):
    done = refman("library", "backup")
    assert done.status == 2
    assert "'refman library --help' tells the use" in done.err
