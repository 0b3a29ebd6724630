"""The keys that Zoteros gave: for nobody else to read, and whatever the file holds."""

import os
import stat

import pytest

from refman.zotero.keys import Keys, is_key_text, keys_file


@pytest.fixture
def file(tmp_path):
    return tmp_path / "state" / "refman" / "zotero-keys.json"


def test_a_key_is_kept_for_its_server_until_it_is_forgotten(file):
    keys = Keys(file)
    assert keys.get("here") is None
    keys.forget("here")
    assert not file.exists()
    keys.keep("here", "one")
    keys.keep("there", "two")
    keys.keep("here", "three")
    assert [Keys(file).get(name) for name in ("here", "there", "nowhere")] == ["three", "two", None]
    keys.forget("here")
    keys.forget("nowhere")
    assert [Keys(file).get(name) for name in ("here", "there")] == [None, "two"]


def test_nobody_else_may_read_them(file):
    file.parent.mkdir(parents=True)
    file.write_text("{}")
    file.chmod(0o644)
    before = os.umask(0)
    try:
        Keys(file).keep("here", "one")
    finally:
        os.umask(before)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_the_oldest_are_dropped_where_there_are_too_many(file):
    keys = Keys(file)
    for number in range(25):
        keys.keep(f"server{number}", f"key{number}")
    kept = [number for number in range(25) if keys.get(f"server{number}")]
    assert kept == list(range(5, 25))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[1]",
        b"null",
        b"\xff\xfe{}",
        b'{"here": 1}',
        b'{"here": null, "a b": "one"}',
        b'{"here": "two words"}',
        b'{"here": "a\\r\\nX-Key: b"}',
        b'{"here": "' + b"k" * 201 + b'"}',
        b"[" * 50_000,
        b'{"here": "one", "x": "' + b"y" * 70_000 + b'"}',
    ],
)
def test_whatever_the_file_holds_a_key_can_be_kept(file, data):
    file.parent.mkdir(parents=True)
    file.write_bytes(data)
    assert Keys(file).get("here") is None
    Keys(file).keep("there", "two")
    assert Keys(file).get("there") == "two"


def test_where_nothing_can_be_kept_it_is_asked_for_anew(file, tmp_path, caplog):
    caplog.set_level("INFO")
    file.mkdir(parents=True)
    Keys(file).keep("here", "dont-tell")
    assert Keys(file).get("here") is None
    assert [each.name for each in file.parent.iterdir()] == [file.name]
    (tmp_path / "a-file").touch()
    Keys(tmp_path / "a-file" / "keys.json").keep("here", "dont-tell")
    assert "cannot be kept" in caplog.text
    assert "dont-tell" not in caplog.text


def test_they_lie_with_the_state_of_the_window():
    assert keys_file().name == "zotero-keys.json"


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("a-B.9", True), ("", False), (None, False), (7, False), ("a b", False), ("ä", False)],
)
def test_what_can_be_a_key(text, is_one):
    assert is_key_text(text) is is_one
