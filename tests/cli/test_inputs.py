"""Folders and mixes as inputs of the commands."""

import json


def test_folder_is_read_file_by_file(refman, listing, tmp_path):
    folder = tmp_path / "lists"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "b.txt").write_bytes(listing.read_bytes())
    (folder / "a.txt").write_bytes(listing.read_bytes())
    done = refman("read", folder, "--json")
    assert done.status == 0, done.err
    read = json.loads(done.out)
    assert [each["source"] for each in read] == [
        str(folder / "a.txt"),
        str(folder / "deep" / "b.txt"),
    ]


def test_folder_of_one_file_gives_an_array(refman, listing, tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "a.txt").write_bytes(listing.read_bytes())
    assert len(json.loads(refman("read", folder, "--json").out)) == 1


def test_bad_file_in_a_folder_is_one_line_and_the_rest_goes_on(refman, listing, tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "a.zip").write_bytes(b"PK\x03\x04" + b"\0" * 60)
    (folder / "b.txt").write_bytes(listing.read_bytes())
    (folder / "c.txt").write_bytes(b"")
    done = refman("read", folder, "--json")
    assert done.status == 2
    assert [len(each["drafts"]) for each in json.loads(done.out)] == [2]
    assert done.err.count("\n") == 2
    assert "a.zip is a ZIP archive" in done.err
    assert "c.txt is empty" in done.err


def test_empty_folder_is_told(refman, tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    done = refman("read", folder, "--json")
    assert (done.status, json.loads(done.out)) == (2, [])
    assert "without a file to read" in done.err


def test_folder_and_file_are_converted_together(refman, listing, tmp_path):
    folder = tmp_path / "lists"
    folder.mkdir()
    (folder / "a.txt").write_bytes(listing.read_bytes())
    target = tmp_path / "out.bib"
    done = refman("convert", folder, "-", "-o", target, stdin=listing.read_bytes())
    assert done.status == 0, done.err
    assert target.read_text(encoding="utf-8").count("\n@") + 1 >= 4


def test_name_that_no_file_can_have_is_told(refman):
    done = refman("read", "x" * 5_000)
    assert done.status == 2
    assert done.err.count("\n") == 1
