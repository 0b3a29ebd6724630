"""Which files of a folder are read, and what comes of those that cannot be."""

import os

import pytest

from refman.errors import InputError
from refman.reading import folder as module
from refman.reading.folder import files_in


def shown(folder):
    return [
        str(found) if isinstance(found, InputError) else found.relative_to(folder).as_posix()
        for found in files_in(folder)
    ]


def write(folder, *names):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("a lamp", encoding="utf-8")


def test_files_come_by_their_paths(tmp_path):
    write(tmp_path, "b.txt", "a/2.md", "a/1.html", "c/d/e.json", "Z.bib")
    assert shown(tmp_path) == ["Z.bib", "a/1.html", "a/2.md", "b.txt", "c/d/e.json"]


@pytest.mark.parametrize(
    "name", [".hidden.txt", ".git/config", "refs.bib.bak", "refs.bib.bak.12", "notes.txt~"]
)
def test_hidden_files_and_backups_are_left_out(tmp_path, name):
    write(tmp_path, name, "kept.txt")
    assert shown(tmp_path) == ["kept.txt"]


def test_links_are_not_followed(tmp_path):
    inside, outside = tmp_path / "in", tmp_path / "out"
    write(tmp_path, "in/a.txt", "out/secret.txt")
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    (inside / "circle").symlink_to(inside)
    (inside / "broken").symlink_to(inside / "nowhere")
    assert shown(inside) == ["a.txt"]


def test_folder_itself_may_be_a_link(tmp_path):
    write(tmp_path, "in/a.txt")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert shown(tmp_path / "link") == ["a.txt"]


def test_pipes_are_not_opened(tmp_path):
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe")
    assert shown(tmp_path) == ["a.txt"]


def test_folder_without_files_is_told(tmp_path):
    (tmp_path / "empty").mkdir()
    (told,) = shown(tmp_path)
    assert "without a file to read" in told


def test_number_of_files_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_FILES", 3)
    write(tmp_path, *(f"{number}.txt" for number in range(5)))
    *files, told = shown(tmp_path)
    assert files == ["0.txt", "1.txt", "2.txt"]
    assert "more than 3 files" in told


def test_folder_that_cannot_be_read_does_not_stop_the_rest(tmp_path, monkeypatch):
    write(tmp_path, "a/1.txt", "b/2.txt", "c/3.txt")
    real = os.scandir

    def scandir(path):
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    first, told, last = shown(tmp_path)
    assert (first, last) == ("a/1.txt", "c/3.txt")
    assert "Permission denied" in told


def test_depth_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_DEEPEST", 2)
    write(tmp_path, "1/2/a.txt", "1/2/3/b.txt")
    assert shown(tmp_path) == ["1/2/a.txt"]
