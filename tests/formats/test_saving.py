import fcntl
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from refman.errors import OutputError
from refman.formats.saving import check_target, save, save_bytes


def names(folder):
    return sorted(file.name for file in folder.iterdir())


def test_a_new_file_holds_the_pieces_as_they_are(tmp_path):
    target = tmp_path / "papers.ris"
    assert save(target, ["TY  - UNPD\r\n", "TI  - Ünder\r\n"]) is None
    assert target.read_bytes() == "TY  - UNPD\r\nTI  - Ünder\r\n".encode()
    assert names(tmp_path) == ["papers.ris"]


def test_what_is_there_stays_unless_replacing_is_asked_for(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_text("old")
    with pytest.raises(OutputError, match="--force") as caught:
        save(target, ["new"])
    assert caught.value.target == str(target)
    assert target.read_text() == "old"


@pytest.mark.parametrize("begins", [b"SQLite format 3\0", b"\x37\x7f\x06\x82"])
def test_a_database_is_never_replaced(tmp_path, begins):
    target = tmp_path / "library.refman"
    target.write_bytes(begins + b"more")
    with pytest.raises(OutputError, match="is a database"):
        save(target, ["new"], replace=True)
    assert names(tmp_path) == ["library.refman"]
    assert target.read_bytes() == begins + b"more"


def test_every_replaced_file_is_kept(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_text("first")
    assert save(target, ["second"], replace=True) == tmp_path / "papers.bib.bak"
    assert save(target, ["third"], replace=True) == tmp_path / "papers.bib.bak.2"
    assert save(target, ["fourth"], replace=True) == tmp_path / "papers.bib.bak.3"
    kept = ["papers.bib", "papers.bib.bak", "papers.bib.bak.2", "papers.bib.bak.3"]
    assert [(tmp_path / name).read_text() for name in kept] == [
        "fourth",
        "first",
        "second",
        "third",
    ]


def test_a_fault_while_writing_leaves_the_old_file_and_no_other(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_text("old")

    def pieces():
        yield "half of the n"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        save(target, pieces(), replace=True)
    assert target.read_text() == "old"
    assert names(tmp_path) == ["papers.bib"]


def test_a_full_disk_is_told_in_one_line(tmp_path):
    def pieces():
        yield "x"
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match=r"No space left on device; choose another place"):
        save(tmp_path / "papers.bib", pieces())
    assert names(tmp_path) == []


def test_bytes_go_over_the_file_that_was_read(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_bytes(b"old\xff\0")
    assert save_bytes(target, b"new\xff\0", known=b"old\xff\0") == tmp_path / "papers.bib.bak"
    assert target.read_bytes() == b"new\xff\0"
    assert (tmp_path / "papers.bib.bak").read_bytes() == b"old\xff\0"


def test_what_another_program_changed_stays_as_it_is(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_bytes(b"theirs")
    with pytest.raises(OutputError, match="changed by another program") as caught:
        save_bytes(target, b"ours", known=b"old")
    assert caught.value.target == str(target)
    assert target.read_bytes() == b"theirs"
    target.unlink()
    with pytest.raises(OutputError, match="changed by another program"):
        save_bytes(target, b"ours", known=b"old")
    assert names(tmp_path) == []


def test_of_two_that_write_at_once_the_second_sees_what_the_first_wrote(tmp_path):
    target = tmp_path / "papers.bib"
    folder = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    target.write_bytes(b"old")
    with ThreadPoolExecutor(1) as second:
        waiting = second.submit(save_bytes, target, b"ours", known=b"old")
        try:
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.1)
            target.write_bytes(b"theirs")
        finally:
            os.close(folder)
        with pytest.raises(OutputError, match="changed by another program"):
            waiting.result()
    assert target.read_bytes() == b"theirs"


def test_of_two_that_make_a_file_at_once_the_second_makes_none(tmp_path):
    target = tmp_path / "papers.bib"

    def pieces():
        yield "ours"
        target.write_text("theirs")

    with pytest.raises(OutputError, match="is there already"):
        save(target, pieces())
    assert target.read_text() == "theirs"
    assert names(tmp_path) == ["papers.bib"]


def test_another_program_is_not_waited_for_for_ever(tmp_path, monkeypatch):
    monkeypatch.setattr("refman.formats.saving._PATIENCE_S", 0.0)
    folder = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        with pytest.raises(OutputError, match="another program is writing in its folder"):
            save(tmp_path / "papers.bib", ["new"])
    finally:
        os.close(folder)
    assert names(tmp_path) == []


@pytest.mark.parametrize("call", ["fcntl.flock", "os.open", "os.fsync"])
def test_a_folder_that_cannot_be_locked_or_flushed_is_served_too(tmp_path, monkeypatch, call):
    flush = os.fsync

    def refuse(handle, *_):
        if call == "os.fsync" and stat.S_ISREG(os.fstat(handle).st_mode):
            return flush(handle)
        raise OSError(95, "Operation not supported")

    target = tmp_path / "papers.bib"
    target.write_bytes(b"old")
    with monkeypatch.context() as patched:
        if call == "os.open":
            patched.setattr("refman.formats.saving.os.open", refuse_folders(os.open))
        else:
            patched.setattr(call, refuse)
        save_bytes(target, b"new", known=b"old")
    assert target.read_bytes() == b"new"


def refuse_folders(opened):
    def open_(path, *rest, **named):
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest, **named)

    return open_


def test_a_backup_is_never_written_through_a_link(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_text("old")
    (tmp_path / "papers.bib.bak").symlink_to(tmp_path / "elsewhere")
    assert save(target, ["new"], replace=True) == tmp_path / "papers.bib.bak.2"
    assert not (tmp_path / "elsewhere").exists()


def test_a_file_that_may_not_be_written_stays(tmp_path, monkeypatch):
    target = tmp_path / "papers.bib"
    target.write_bytes(b"old")
    target.chmod(0o444)
    # Whoever is root may write all files.
    monkeypatch.setattr(os, "access", lambda path, _: bool(path.stat().st_mode & stat.S_IWUSR))
    with pytest.raises(OutputError, match="may not be written; change its permissions"):
        save_bytes(target, b"new", known=b"old")
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["papers.bib"]


def test_a_symbolic_link_stays_one(tmp_path):
    real = tmp_path / "real.bib"
    real.write_text("old")
    link = tmp_path / "link.bib"
    link.symlink_to(real)
    save(link, ["new"], replace=True)
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_permissions_stay(tmp_path):
    target = tmp_path / "papers.bib"
    target.write_text("old")
    target.chmod(0o640)
    save(target, ["new"], replace=True)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_system_without_folder_handles_is_served_too(tmp_path, monkeypatch):
    monkeypatch.setattr("refman.formats.saving.FOLDERS_FLUSH", False)
    save(tmp_path / "papers.bib", ["new"])
    assert (tmp_path / "papers.bib").read_text() == "new"


def test_a_device_or_pipe_is_never_replaced(tmp_path):
    pipe = tmp_path / "pipe.bib"
    os.mkfifo(pipe)
    with pytest.raises(OutputError, match="device or a pipe"):
        save(pipe, ["new"], replace=True)
    assert names(tmp_path) == ["pipe.bib"]


def test_links_in_a_circle_are_told(tmp_path):
    link = tmp_path / "loop.bib"
    link.symlink_to(link)
    with pytest.raises(OutputError, match="leads nowhere"):
        save(link, ["new"])


def test_a_backup_that_cannot_be_made_leaves_no_trace(tmp_path, monkeypatch):
    target = tmp_path / "papers.bib"
    target.write_text("old")

    def half(source, backup):
        backup.write_text("o")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("refman.formats.saving.shutil.copy2", half)
    with pytest.raises(OutputError, match="No space left"):
        save(target, ["new"], replace=True)
    assert names(tmp_path) == ["papers.bib"]
    assert target.read_text() == "old"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("", "is a folder"),
        ("nowhere/papers.bib", "there is no folder"),
        ("x" * 300 + ".bib", "leads nowhere"),
    ],
    ids=["a folder", "no such folder", "too long a name"],
)
def test_a_target_that_cannot_be_is_told_before_the_work(tmp_path, name, says):
    with pytest.raises(OutputError, match=says):
        check_target(tmp_path / name)
