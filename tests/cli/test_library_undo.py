"""``refman undo``, ``redo`` and ``history``, as a shell runs them."""

import json
from contextlib import closing

import pytest

from refman.model import Citekey
from tests.library.made import add, opened, paper


@pytest.fixture
def file(tmp_path, monkeypatch):
    """A library of three steps; the commands work on it."""
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    monkeypatch.setenv("TZ", "UTC")
    with closing(opened(file)) as library:
        for number, key in enumerate("abc"):
            library.apply(f"Add {key}", add(paper(number, citekey=Citekey(key))))
    return file


def keys(file):
    with closing(opened(file)) as library:
        return [holding.entry.citekey for holding in library.all()]


def test_steps_are_taken_back_and_done_again(refman, file):
    assert refman("undo").err == "undone: Add c\n"
    assert refman("undo", "2").err == "undone: Add b\nundone: Add a\n"
    assert keys(file) == []
    assert refman("redo", "2").err == "done again: Add a\ndone again: Add b\n"
    assert keys(file) == ["a", "b"]
    assert refman("redo", "--quiet").err == ""
    assert keys(file) == ["a", "b", "c"]


def test_where_there_is_nothing_more_it_is_told(refman, file):
    done = refman("redo")
    assert (done.status, done.err) == (1, "refman: there is nothing to redo\n")
    done = refman("undo", "9")
    assert (done.status, done.err.splitlines()[-1]) == (
        0,
        "refman: undone 3 steps; there is nothing more to undo",
    )
    assert refman("undo").status == 1
    assert refman("undo", "0").status == 2


def test_the_history_shows_what_is_done_and_undone(refman, file):
    refman("undo", "--quiet")
    done = refman("history")
    assert [line[18:] for line in done.out.splitlines()] == [
        "undone: Add c (1 change)", "Add b (1 change)", "Add a (1 change)",
    ]  # fmt: skip
    assert done.out.startswith("2026-03-14 09:2")
    assert len(refman("history", "--limit", "1").out.splitlines()) == 1
    assert len(refman("history", "--limit", "0").out.splitlines()) == 3
    (first, *_) = json.loads(refman("history", "--json").out)
    assert (first["name"], first["is_undone"], first["count"]) == ("Add c", True, 1)


def test_a_history_of_nothing_says_so(refman, tmp_path):
    with closing(opened(tmp_path / "new.refman")):
        pass
    done = refman("history", "--library", tmp_path / "new.refman")
    assert (done.status, done.err) == (1, "refman: nothing was done yet\n")
