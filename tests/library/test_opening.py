"""Files that are no library, or none that can be used: one clear line, and the file as it was."""

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from refman.errors import (
    Cancelled,
    DamagedLibraryError,
    FullDiskError,
    LibraryError,
    LockedLibraryError,
    NewerLibraryError,
    NotALibraryError,
    ReadOnlyLibraryError,
)
from refman.library import Patience, opening
from refman.library.drives import network_drive
from refman.library.faults import told_faults
from refman.model import Bin
from tests.library.made import START, Clock, add, opened, paper


@pytest.fixture
def file(tmp_path):
    """A library of 200 papers, closed."""
    path = tmp_path / "my papers? 100%.refman"
    with opened(path) as library:
        library.apply("Add", add(*map(paper, range(200))))
    return path


def line_of(error: pytest.ExceptionInfo) -> str:
    told = str(error.value)
    assert "\n" not in told
    return told


def header(path: Path, offset: int, value: int) -> None:
    """Write four bytes into a file's header."""
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(value.to_bytes(4, "big"))


def test_a_library_is_made_where_there_is_none(tmp_path):
    path = tmp_path / "deep" / "down" / "a.refman"
    with opened(path) as library:
        assert (library.check(), library.notice) == ((), None)
        library.apply("Add", add(paper(1)))
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert [one.name for one in path.parent.iterdir()] == ["a.refman"]


def test_an_empty_file_becomes_a_library(tmp_path):
    (tmp_path / "a").touch()
    with opened(tmp_path / "a") as library:
        assert library.check() == ()


NO_LIBRARIES = {
    "text": b"@article{a, title = {A lamp}}\n" * 300,
    "short text": b"lamp",
    "zeros": bytes(8192),
    "noise": bytes(range(256)) * 64,
}


@pytest.mark.parametrize("content", NO_LIBRARIES.values(), ids=NO_LIBRARIES)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_no_library_is_told_and_left_alone(tmp_path, content, read_only):
    path = tmp_path / "a.bib"
    path.write_bytes(content)
    with pytest.raises(NotALibraryError) as error:
        opened(path, read_only=read_only)
    assert "is not a library of refman" in line_of(error)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_another_program_s_database_is_told_and_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotALibraryError, match="another program's database"):
        opened(path)
    assert path.read_bytes() == before


def test_a_folder_is_told(tmp_path):
    with pytest.raises(NotALibraryError, match="is a folder"):
        opened(tmp_path)


def test_a_device_is_told():
    with pytest.raises(NotALibraryError, match="no file but a device"):
        opened(Path("/dev/null"))


def test_a_name_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match=r"cannot be used: (Not a directory|File exists)"):
        opened(tmp_path / "file" / "a.refman")


def test_a_library_of_a_later_refman_is_told_and_left_alone(file):
    header(file, 60, 99)
    before = file.read_bytes()
    with pytest.raises(NewerLibraryError) as error:
        opened(file)
    assert "later refman (version 99" in line_of(error)
    assert file.read_bytes() == before


def test_a_library_that_is_not_there_cannot_be_read(tmp_path):
    with pytest.raises(LibraryError, match="there is no library"):
        opened(tmp_path / "a.refman", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_header_is_told_and_left_alone(file):
    header(file, 0, 0)
    before = file.read_bytes()
    with pytest.raises(NotALibraryError) as error:
        opened(file)
    assert "or its beginning is damaged" in line_of(error)
    assert file.read_bytes() == before


def spoil(path: Path, text: bytes) -> None:
    """Overwrite the page that a text stands in."""
    content = bytearray(path.read_bytes())
    page = content.index(text) // 4096 * 4096
    content[page : page + 4096] = b"\xff" * 4096
    path.write_bytes(content)


def test_a_damaged_page_is_told_and_all_else_is_read(file):
    spoil(file, b"We trimmed 150 lamps")
    with opened(file) as library:
        with pytest.raises(DamagedLibraryError) as error:
            list(library.all())
        assert "refman library repair" in line_of(error)
        assert library.get(3).entry == paper(2)
        assert any("malformed" in fault for fault in library.check())
        with pytest.raises(DamagedLibraryError):
            library.undo()
        assert library.history()[0].is_undone is False


def test_a_damaged_record_is_told(file):
    with opened(file) as library:
        with library.transaction():
            library._connection.execute("UPDATE records SET record = '{\"type\": 3}' WHERE id = 5")
        with pytest.raises(DamagedLibraryError, match="is damaged"):
            library.get(5)


def test_a_cut_file_is_told(file):
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    with pytest.raises(DamagedLibraryError), opened(file) as library:
        list(library.all())


def test_read_only_reads_and_never_writes(file):
    before = file.read_bytes()
    with opened(file, read_only=True) as library:
        assert library.count("lamps") == 200
        assert library.gather("lamps").total == 200
        assert library.facets()
        with pytest.raises(ReadOnlyLibraryError) as error:
            library.apply("Add", add(paper(3)))
        assert "nothing was changed" in line_of(error)
    assert file.read_bytes() == before


def test_a_library_in_a_folder_that_may_not_be_written_is_read(file, monkeypatch):
    """Root may write everywhere, so SQLite is made to find that it may not."""
    whole = opening.connect.__globals__["_connected"]

    def connected(address, *how):
        if address.endswith("?mode=ro"):
            return sqlite3.connect(f"{address.replace('.refman', '/')}", uri=True)
        return whole(address, *how)

    monkeypatch.setitem(opening.connect.__globals__, "_connected", connected)
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        connected(f"{file.absolute().as_uri()}?mode=ro")
    monkeypatch.setitem(
        opening.connect.__globals__,
        "_connected",
        lambda address, *how: Unopened() if address.endswith("ro") else whole(address, *how),
    )
    with opened(file, read_only=True) as library:
        assert library.count("lamps") == 200


class Unopened:
    """A connection that finds no room for a log beside the file."""

    code = sqlite3.SQLITE_CANTOPEN

    def execute(self, query):
        error = sqlite3.OperationalError("unable to open database file")
        error.sqlite_errorcode = self.code
        raise error

    def close(self):
        pass


def test_another_fault_of_a_file_that_is_read_is_told(file, monkeypatch):
    monkeypatch.setattr(Unopened, "code", sqlite3.SQLITE_IOERR)
    monkeypatch.setitem(opening.connect.__globals__, "_connected", lambda *_: Unopened())
    with pytest.raises(LibraryError, match="look whether its disk has room"):
        opened(file, read_only=True)


def test_a_full_disk_is_told_and_nothing_is_done(file):
    with opened(file) as library:
        (pages,) = library._connection.execute("PRAGMA page_count").fetchone()
        library._connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        with pytest.raises(FullDiskError) as error:
            library.apply("Add", add(*map(paper, range(200, 400))))
        assert "make room" in line_of(error)
        assert len(list(library.all())) == 200
        assert library.check() == ()
        library.apply("Bin", [Bin(id=1, after=START)])


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.library.made import add, opened, paper
from refman.errors import LibraryError
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with opened(Path(sys.argv[1])) as library:
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))
    try:
        library.apply("Add", add(*map(paper, range(200, 2000))))
    except LibraryError as error:
        print(type(error).__name__, error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, resource.RLIM_INFINITY))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_disk_that_takes_no_more_is_told_and_nothing_is_done(file):
    root = Path(__file__).resolve().parents[2]
    told = subprocess.run(
        [sys.executable, "-c", FULL, file, root], capture_output=True, text=True, check=False
    )
    assert "nothing was changed" in told.stdout, told.stderr
    with opened(file) as library:
        assert len(list(library.all())) == 200
        assert library.check() == ()


def test_a_library_that_another_writes_into_is_told(file):
    waited = []
    patience = Patience(seconds=0.2, waiting=waited.append)
    with opened(file) as first, opened(file, patience=patience) as second:
        with first.transaction():
            first.apply("Bin", [Bin(id=1, after=START)])
            with pytest.raises(LockedLibraryError) as error:
                second.apply("Bin", [Bin(id=2, after=START)])
            assert "wait until it is done" in line_of(error)
            assert second.get(1).binned is None  # reading goes on
        assert [line.count("waiting for it") for line in waited] == [1]
        assert second.get(1).binned == START
        second.apply("Bin", [Bin(id=2, after=START)])
        assert first.undo() == "Bin"
        assert first.get(2).binned is None


def test_waiting_can_be_stopped(file):
    class Stop:
        def report(self, done, total=None):
            raise Cancelled("enough")

    patience = Patience(seconds=60, progress=Stop())
    with (
        opened(file) as first,
        opened(file, patience=patience) as second,
        first.transaction(),
        pytest.raises(Cancelled),
    ):
        second.undo()


def test_a_library_that_another_program_holds_alone_is_told(file, monkeypatch):
    monkeypatch.setattr("refman.library.connecting.BUSY_MS", 10)
    holder = sqlite3.connect(file, isolation_level=None)
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.raises(LockedLibraryError):
        opened(file)
    holder.close()


MOUNTS = r"""
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 22 0:35 / /home rw,relatime shared:2 - nfs4 server:/home rw
41 40 0:36 / /home/local rw,relatime - ext4 /dev/vdb rw
42 22 0:37 / /mnt/my\040share rw,relatime - cifs //server/share rw
43 22
"""

DRIVES = [
    ("/home/ada/papers.refman", "nfs4"),
    ("/home/local/papers.refman", None),
    ("/homes/papers.refman", None),
    ("/mnt/my share/deep/papers.refman", "cifs"),
    ("/papers.refman", None),
    ("//server/share/papers.refman", None),  # one slash, where a system knows no shares
]


@pytest.mark.parametrize(("path", "kind"), DRIVES)
def test_network_drives_are_told(tmp_path, path, kind):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    told = network_drive(Path(path), mounts)
    assert (told is not None) == (kind is not None)
    assert told is None or f"({kind})" in told


def test_shared_folders_are_told_by_their_form(tmp_path, monkeypatch):
    monkeypatch.setattr("os.path.realpath", lambda path: r"\\server\share\papers.refman")
    assert "shared folder" in network_drive(Path("papers.refman"))
    monkeypatch.undo()
    assert network_drive(tmp_path / "a", tmp_path / "no mounts") is None


def test_on_a_network_drive_there_is_no_log_that_needs_shared_memory(file, monkeypatch):
    monkeypatch.setattr("refman.library.opening.network_drive", lambda path: f"{path} is far")
    with opened(file) as library:
        assert library.notice == f"{file} is far"
        library.apply("Bin", [Bin(id=1, after=START)])
        assert library._connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert not file.with_name(f"{file.name}-wal").exists()
    monkeypatch.undo()
    with opened(file) as library:
        assert library._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert library.get(1).binned == START


def test_faults_of_python_s_module_are_told_too(tmp_path):
    with pytest.raises(LibraryError, match="cannot be used"), told_faults(tmp_path):
        sqlite3.connect(":memory:").execute("SELECT ?")


def test_an_acknowledged_change_outlives_a_loss_of_power_unless_asked_otherwise(tmp_path):
    with opened(tmp_path / "a", Clock(), synchronous="FULL") as library:
        assert library._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    shutil.rmtree(tmp_path)


def test_what_another_program_is_making_is_waited_for(tmp_path):
    path = tmp_path / "a.refman"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    told = []

    def go_on(line):
        told.append(line)
        other.execute("ROLLBACK")

    with opened(path, patience=Patience(seconds=60, waiting=go_on)) as library:
        assert library.count("") == 0
    other.close()
    assert told == [f"another program is writing into {path}; waiting for it"]
