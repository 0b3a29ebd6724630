"""Damaged files: what stands on whole pages comes back, nothing else does, and it ends."""

import itertools
import random
import sqlite3
import struct

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.errors import (
    Cancelled,
    DamagedLibraryError,
    LibraryError,
    LockedLibraryError,
    NotALibraryError,
)
from refman.library import Patience, repair_library
from refman.library.cells import RowReader, node_of
from refman.library.faults import is_damage
from refman.library.pages import Pages
from refman.library.rows import decode_entry
from refman.library.schema import VERSION
from refman.library.trees import Shape, Tables
from refman.model import (
    Add,
    Export,
    Holding,
    Keep,
    KeptKind,
    Keyword,
    Remove,
    Span,
    Status,
    edit_of,
)
from tests.library.made import START, Clock, add, opened, paper, proposal
from tests.library.test_versions import undumped

replace = msgspec.structs.replace
PAGE, LEAF = 4096, 13
COUNT, LONG = 180, 49
CHANGED = range(1, 50)


@pytest.fixture(scope="module")
def sound(tmp_path_factory):
    """A library in which something of every kind stands, some of it deleted since; closed."""
    path = tmp_path_factory.mktemp("sound") / "a.refman"
    with opened(path) as library:
        listing = library.add_listing(name="list.txt", kind="plain", text="lamps " * 3000)
        library.apply("Add", [
            Add(Holding(entry=written(number), added=START, listing=listing,
                        span=Span(number, number + 1)))
            for number in range(COUNT)
        ])  # fmt: skip
        library.apply("Remove", [Remove(one) for one in library.holdings(range(60, 100))])
        library.apply("Save", [
            Keep(kind=KeptKind.SEARCH, name=f"lamps {number}", after="title:lamps " * 9)
            for number in range(90)
        ])  # fmt: skip
        library.apply("Tag", [
            edit_of(one.id, one.entry, replace(one.entry, status=Status.ACCEPTED,
                                               keywords=(Keyword("oil"),)))
            for one in library.holdings(CHANGED)
        ])  # fmt: skip
        for number in range(1, 20):
            library.propose(number, proposal(paper(number), paper(number + 1)))
        library.keep_duplicates([[number, number + 100] for number in range(1, 50)])
        for target in ("file:/a.bib", "zotero:a"):
            library.note_exports(target, [
                Export(id=number, target="", at=START, key="LAMP2345", data=b"{}")
                for number in range(1, 50)
            ])  # fmt: skip
    return path


def written(number):
    return paper(number, abstract=f"long {number} " * 900) if number % LONG == 0 else paper(number)


class Sound:
    """Hold a sound library's bytes, its entries, and the pages on which their records stand."""

    def __init__(self, path):
        self.content = path.read_bytes()
        self.pages = len(self.content) // PAGE
        with opened(path, read_only=True) as library:
            self.entries = {one.id: one.entry for one in library.all(with_binned=True)}
        connection = sqlite3.connect(path)
        self.before, self.homes = {}, {}
        for id_, record in connection.execute("SELECT id, record FROM records"):
            self.before[id_] = decode_entry(record)
            self.homes[id_] = set(self._homes(record))  # none of one that goes on elsewhere
        connection.close()

    def _homes(self, record):
        at = self.content.find(record)
        while at >= 0:
            yield at // PAGE
            at = self.content.find(record, at + 1)

    def whole_without(self, pages):
        """Return the entries that stand on pages that are not lost."""
        return {id_ for id_, homes in self.homes.items() if homes and not homes & set(pages)}


@pytest.fixture(scope="module")
def model(sound):
    return Sound(sound)


def with_pages(content, pages, fill):
    spoilt = bytearray(content)
    for number in pages:
        spoilt[number * PAGE : (number + 1) * PAGE] = fill(PAGE)
    return bytes(spoilt)


def check_saved(path, content, model, lost_pages):
    """Repair what is left, and fail where it is less than is there, or more."""
    path.write_bytes(content)
    must = model.whole_without(lost_pages)
    try:
        repaired = repair_library(path, now=Clock())
    except LibraryError:
        assert not must
        assert path.read_bytes() == content
        return None
    with opened(path) as library:
        assert library.check() == ()
        entries = {one.id: one.entry for one in library.all(with_binned=True)}
        assert must <= entries.keys() <= model.entries.keys()
        for id_, entry in entries.items():
            assert entry in (model.entries[id_], model.before[id_])
        older = any(entries[id_] != model.entries[id_] for id_ in entries)
        assert not older or any("last changed" in line for line in repaired.lost)
        if len(entries) < len(model.entries):
            assert repaired.lost
        assert repaired.entries == len(entries)
        assert library.apply("Add", add(paper(900))).ids[0] > max(entries, default=0)
        while library.undo():
            pass
        assert library.check() == ()
    return repaired


def test_of_a_file_that_is_cut_off_all_before_is_saved(tmp_path, model):
    chance = random.Random(1)
    for number in range(0, model.pages, model.pages // 17):
        length = number * PAGE + chance.randrange(PAGE)
        path = tmp_path / f"{number}.refman"
        check_saved(path, model.content[:length], model, range(number, model.pages))


@pytest.mark.parametrize("fill", [bytes, random.Random(2).randbytes], ids=["zeros", "noise"])
def test_of_a_file_with_a_lost_page_all_others_are_saved(tmp_path, model, fill):
    for number in range(1, model.pages, 13):
        content = with_pages(model.content, [number], fill)
        check_saved(tmp_path / f"{number}.refman", content, model, [number])


@pytest.mark.parametrize("seed", range(10))
def test_of_a_file_with_many_lost_pages_all_others_are_saved(tmp_path, model, seed):
    chance = random.Random(seed)
    lost = {*chance.sample(range(model.pages), chance.choice((3, 15, 60))), *range(seed % 3)}
    content = with_pages(model.content, lost, bytes if seed % 2 else chance.randbytes)
    check_saved(tmp_path / "a.refman", content, model, lost)


HEADERS = {
    "all of it": (0, 100),
    "its name": (0, 16),
    "the size of pages": (16, 18),
    "where free pages are": (32, 40),
    "its version": (60, 64),
    "whose it is": (68, 72),
}


@pytest.mark.parametrize(("start", "end"), HEADERS.values(), ids=HEADERS)
def test_a_file_without_its_header_is_saved_whole(tmp_path, model, start, end):
    content = model.content[:start] + bytes(end - start) + model.content[end:]
    repaired = check_saved(tmp_path / "a.refman", content, model, [])
    assert (repaired.entries, repaired.lost) == (len(model.entries), ())
    with opened(tmp_path / "a.refman") as library:
        assert len(library.kept(KeptKind.SEARCH)) == 0  # undone, as all else was


@pytest.mark.parametrize("count", [1, 3, 12, 45])
def test_a_file_without_its_first_pages_gives_back_the_others(tmp_path, model, count):
    lost = range(count)
    content = with_pages(model.content, lost, random.Random(count).randbytes)
    check_saved(tmp_path / "a.refman", content, model, lost)


def test_what_is_lost_is_told_but_not_without_end(tmp_path, model):
    repaired = check_saved(
        tmp_path / "a.refman", model.content[: model.pages // 3 * PAGE], model,
        range(model.pages // 3, model.pages),
    )  # fmt: skip
    assert len(repaired.lost) < 30
    assert repaired.kept.name.startswith("a.refman.damaged-")
    assert repaired.kept.read_bytes() == model.content[: model.pages // 3 * PAGE]


def test_of_a_sound_file_all_comes_back(tmp_path, model):
    """The pages alone give what SQLite gives, with the history and what was found."""
    content = b"SQLite fault" + model.content[12:]
    (tmp_path / "a.refman").write_bytes(content)
    assert repair_library(tmp_path / "a.refman", now=Clock()).lost == ()
    (tmp_path / "b.refman").write_bytes(model.content)
    told = []
    for name in ("a.refman", "b.refman"):
        with opened(tmp_path / name) as library:
            told.append((
                list(library.all(with_binned=True)),
                library.history(),
                library.kept(KeptKind.SEARCH),
                [library.listing(id_) for id_, _ in library.listings()],
                [library.proposal(id_) for id_ in range(1, 30)],
                (library.duplicates_found_at(), library.search("has:duplicate")),
                library.exports("zotero:a"),
                library.undo(), library.undo(), library.undo(),
                list(library.all(with_binned=True)),
                library.apply("Add", add(paper(900))).ids,
            ))  # fmt: skip
    assert told[0] == told[1]


def test_what_is_no_library_is_not_repaired(tmp_path):
    path = tmp_path / "a"
    other = sqlite3.connect(tmp_path / "other")
    other.executescript("CREATE TABLE entries (x); INSERT INTO entries VALUES (zeroblob(9000))")
    other.close()
    for content in (
        b"@article{a, title = {A lamp}}\n" * 900,
        bytes(9000),
        random.Random(1).randbytes(90_000),
        (tmp_path / "other").read_bytes(),
    ):
        path.write_bytes(content)
        with pytest.raises(NotALibraryError):
            repair_library(path, now=Clock())
        assert path.read_bytes() == content
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "other"]


def test_an_empty_file_is_not_repaired_but_an_empty_library_is(tmp_path):
    path = tmp_path / "a.refman"
    path.touch()
    with pytest.raises(LibraryError, match="is empty: go back"):
        repair_library(path, now=Clock())
    opened(path).close()
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert repair_library(path, now=Clock()).entries == 0
    with pytest.raises(NotALibraryError, match="is a folder"):
        repair_library(tmp_path, now=Clock())


@pytest.mark.parametrize("version", range(1, VERSION))
def test_a_library_of_an_earlier_version_is_repaired(tmp_path, version):
    path = undumped(version, tmp_path / "a.refman")
    assert repair_library(path, now=Clock()).faults == ()
    with opened(path) as library:
        expected = list(library.all(with_binned=True))
        (snapshot,) = library.snapshots.all()
    assert snapshot.name.endswith(f"before version {VERSION}.refman")
    path = undumped(version, tmp_path / "b.refman")
    path.write_bytes(bytes(16) + path.read_bytes()[16:])
    assert repair_library(path, now=Clock()).lost == ()
    with opened(path) as library:
        assert list(library.all(with_binned=True)) == expected


def test_what_is_in_the_log_only_is_saved(tmp_path, sound, model):
    path = tmp_path / "a.refman"
    path.write_bytes(model.content)
    with opened(path) as library:
        library.apply("Add", add(*map(paper, range(900, 930))))
        content, log = path.read_bytes(), path.with_name("a.refman-wal").read_bytes()
    assert content == model.content
    path = tmp_path / "b.refman"
    path.write_bytes(bytes(4096) + content[4096:])
    # The page that the log has anew is read from it, by SQLite too; all others from the file.
    path.with_name("b.refman-wal").write_bytes(log)
    repair_library(path, now=Clock())
    with opened(path) as library:
        assert library.check() == ()
        assert len(list(library.all())) == len(model.entries) + 30


def spoilt(path, *statements, root=None):
    """Change a library behind its back, and take its header, or the root of a table, from it."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (number,) = connection.execute(query, (root,)).fetchone() or (1,)
    connection.close()
    content = path.read_bytes()
    at = (number - 1) * PAGE
    path.write_bytes(
        content[:at] + bytes(PAGE if root else 100) + content[at + (PAGE if root else 100) :]
    )
    return path


@pytest.fixture
def copied(tmp_path, model):
    path = tmp_path / "a.refman"
    path.write_bytes(model.content)
    return path


FAR = 1 << 62
STRANGE = {
    "a listing's time": (f"UPDATE listings SET read_at = {FAR}", "listing 1: it cannot be read"),
    "a listing's text": ("UPDATE listings SET text = x'00'", "the text of listing 1: it cannot"),
    "a listing's rest": ("UPDATE listings SET left_over = x'00'", "listing 1: it cannot be read"),
    "what was changed last": (
        "UPDATE entries SET later = x'00' WHERE id = 5",
        "what was last changed of entry 5: it cannot be read",
    ),
    "what was found": (
        "UPDATE proposals SET proposal = x'00' WHERE id = 5",
        "what was found for entry 5: it cannot be read",
    ),
    "how it ended": (
        "UPDATE proposals SET outcome = 'well' WHERE id = 5",
        "what was found for entry 5: it cannot be read",
    ),
    "a search's time": (
        f"UPDATE looked_through SET at = {FAR}",
        "when the library was last looked through: it cannot be read",
    ),
    "when it was given out": (
        f"UPDATE exports SET at = {FAR} WHERE id = 5",
        "where entry 5 was given out to: it cannot be read",
    ),
    "what was given out": (
        "UPDATE export_data SET data = x'00' WHERE id = 5",
        "where entry 5 was given out to: it cannot be read",
    ),
    "a step's time": (f"UPDATE history SET at = {FAR}", "the history: what was done before"),
}


@pytest.mark.parametrize(("statement", "told"), STRANGE.values(), ids=STRANGE)
def test_what_is_there_but_cannot_be_read_is_told(copied, model, statement, told):
    repaired = repair_library(spoilt(copied, statement), now=Clock())
    assert any(line.startswith(told) for line in repaired.lost)
    assert repaired.entries == len(model.entries)
    with opened(copied) as library:
        assert library.check() == ()
        assert library.get(5).entry in (model.entries[5], model.before[5])
        library.history()
        library.duplicates_found_at()
        library.exports("zotero:a")
        for id_, _ in library.listings():
            library.listing(id_)


def test_times_that_cannot_be_are_left_out(copied, model):
    repair_library(
        spoilt(copied, f"UPDATE entries SET added = {FAR}, changed = {FAR} WHERE id = 5"),
        now=Clock(),
    )
    with opened(copied) as library:
        assert library.get(5).added > library.get(6).added == START
        assert library.get(5).changed is None


def test_what_was_deleted_does_not_come_back_with_pages_that_nothing_leads_to(copied, model):
    """Pages of the table of records are found without their root; what the others say counts."""
    spoilt(
        copied,
        "DELETE FROM entries WHERE id = 5",
        "UPDATE entries SET citekey = 'another' WHERE id = 6",
        root="records",
    )
    repaired = repair_library(copied, now=Clock())
    assert repaired.entries == len(model.entries) - 2
    assert any(line.startswith("entry 6: ") for line in repaired.lost)
    with opened(copied) as library:
        assert library.get(5) is None
        assert library.get(6) is None
        assert library.get(7).entry == model.entries[7]


def test_what_is_found_twice_comes_back_once(copied, model):
    """Pages of entries and records, which nothing leads to, stand once more at the file's end."""
    spoilt(spoilt(copied, root="entries"), root="records")
    with copied.open("ab") as file:
        for at in range(0, len(model.content), PAGE):
            if model.content[at] == LEAF:
                file.write(model.content[at : at + PAGE])
    repaired = repair_library(copied, now=Clock())
    assert repaired.entries == len(model.entries)
    with opened(copied) as library:
        assert {one.id: one.entry for one in library.all()} == model.entries


def test_damage_of_what_was_found_is_told(copied):
    connection = sqlite3.connect(copied)
    connection.execute("UPDATE proposals SET proposal = x'00' WHERE id = 5")
    connection.commit()
    connection.close()
    with opened(copied) as library:
        assert [fault[:27] for fault in library.check()] == ["what was found for entry 5 "]


NO_TEXT = "x'7b227469746c65223a22c3287d'"  # {"title":"Ã("}, cut within a letter
UNFIT = {
    "text that is none": f"UPDATE records SET record = {NO_TEXT} WHERE id = 5",
    "a number for a record": "UPDATE records SET record = 7 WHERE id = 5",
    "a number for a listing's text": "UPDATE listings SET text = 7",
    "a number for what was found": "UPDATE proposals SET proposal = 7 WHERE id = 5",
    "a number for a part of the history": "UPDATE history_parts SET part = 7",
}


@pytest.mark.parametrize("rules", [True, False], ids=["", "made by other rules"])
@pytest.mark.parametrize("statement", UNFIT.values(), ids=UNFIT)
def test_what_does_not_fit_is_told_and_left_behind(copied, model, statement, rules):
    connection = sqlite3.connect(copied, isolation_level=None)
    connection.execute(statement)
    if rules:
        with opened(copied) as library:
            assert library.check() != ()
    else:  # so that all is made anew before it is looked at
        connection.execute("DELETE FROM meta")
    connection.close()
    repaired = repair_library(copied, now=Clock())
    assert len(repaired.lost) in (1, 2)
    assert repaired.entries >= len(model.entries) - 1
    with opened(copied) as library:
        assert library.check() == ()


def test_text_that_is_none_is_told_as_damage(copied):
    connection = sqlite3.connect(copied, isolation_level=None)
    connection.execute(UNFIT["text that is none"])
    connection.close()
    with opened(copied) as library, pytest.raises(DamagedLibraryError, match="repair"):
        library.get(5)


def test_a_library_that_another_writes_into_is_not_repaired(copied, model):
    holder = sqlite3.connect(copied, isolation_level=None)
    hasty = Patience(seconds=0)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(LockedLibraryError):
        repair_library(copied, now=Clock(), patience=hasty)
    holder.execute("ROLLBACK")
    holder.execute("PRAGMA journal_mode = DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("refman.library.connecting.BUSY_MS", 10)
        with pytest.raises(LockedLibraryError):
            repair_library(copied, now=Clock(), patience=hasty)
    holder.close()


def test_a_new_file_that_cannot_be_written_leaves_all_as_it_was(copied, model, monkeypatch):
    def fails(*_, **__):
        raise OSError(28, "No space left on device")

    spoilt(copied)
    before = copied.read_bytes()
    monkeypatch.setattr("refman.library.repairing.salvage", fails)
    with pytest.raises(LibraryError, match="No space left"):
        repair_library(copied, now=Clock())
    assert copied.read_bytes() == before
    assert [one.name for one in copied.parent.iterdir()] == ["a.refman"]


def test_a_disk_that_cannot_be_read_is_damage():
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
    assert is_damage(error)
    error.sqlite_errorcode = sqlite3.SQLITE_IOERR_WRITE
    assert not is_damage(error)


def test_looking_for_pages_can_be_stopped(copied, monkeypatch):
    class Stop:
        def report(self, done, total=None):
            raise Cancelled("enough")

    monkeypatch.setattr("refman.library.trees._REPORTED", 8)
    spoilt(spoilt(copied, root="listings"))
    before = copied.read_bytes()
    with pytest.raises(Cancelled):
        repair_library(copied, now=Clock(), progress=Stop())
    assert copied.read_bytes() == before


# Pages, rows and trees by themselves, against what SQLite says.

values = st.one_of(
    st.none(),
    st.integers(-(1 << 63), (1 << 63) - 1),
    st.sampled_from((0, 1, 127, 128, -129, 1 << 15, 1 << 23, 1 << 31, 1 << 47)),
    st.floats(allow_nan=False),
    st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20),
    st.binary(max_size=20),
    st.integers(0, 9_000).map(bytes),
    st.integers(400, 1_200).map("ä".__mul__),
)
ANY = (type(None), int, float, str, bytes)


@settings(max_examples=40)
@given(
    rows=st.lists(st.tuples(values, values, values), max_size=60),
    size=st.sampled_from((512, 1024, 4096, 65536)),
    gaps=st.booleans(),
)
def test_rows_are_those_that_sqlite_reads(tmp_path_factory, rows, size, gaps):
    path = tmp_path_factory.mktemp("rows") / "a"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA page_size = {size}")
    connection.execute("CREATE TABLE numbered (id INTEGER PRIMARY KEY, a, b, c)")
    connection.execute("CREATE TABLE named (a INTEGER PRIMARY KEY, b, c) WITHOUT ROWID")
    for number, row in enumerate(rows):
        id_ = number * (1 << 50 if gaps else 1) - 3
        connection.execute("INSERT INTO numbered VALUES (?, ?, ?, ?)", (id_, *row))
        connection.execute("INSERT INTO named VALUES (?, ?, ?)", (number, *row[:2]))
    if len(rows) > 9:
        connection.execute("DELETE FROM numbered WHERE id % 3 = 0")
    connection.commit()
    shapes = {
        "numbered": Shape(((type(None),), ANY, ANY, ANY), id_at=0),
        "named": Shape((ANY, ANY, ANY), has_ids=False),
    }
    with path.open("rb") as file:
        tables = Tables(Pages(file), shapes)
        for name in shapes:
            found = [row.values for row in tables.rows(name)]
            expected = connection.execute(f"SELECT * FROM {name} ORDER BY 1").fetchall()
            assert sorted(found, key=lambda row: row[0]) == expected
            assert tables.is_whole(name)
    connection.close()


@pytest.fixture
def logged(tmp_path):
    """A file, its log with three changes, and the file as it was after each of them."""
    path, states = tmp_path / "a", []
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE TABLE lamps (lamp)")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    for number in range(4):
        if number:
            connection.execute("INSERT INTO lamps VALUES (zeroblob(?))", (number * 3_000,))
        log = path.with_name("a-wal").read_bytes()
        with sqlite3.connect(tmp_path / f"state {number}") as copy:
            connection.backup(copy)
        copy.close()
        states.append((log, (tmp_path / f"state {number}").read_bytes()))
    content = path.read_bytes()
    connection.close()
    return content, states


def read(tmp_path, content, log):
    (tmp_path / "file").write_bytes(content)
    (tmp_path / "log").write_bytes(log)
    with (tmp_path / "file").open("rb") as file, (tmp_path / "log").open("rb") as log_file:
        pages = Pages(file, log_file)
        return b"".join(pages.read(number) for number in range(1, pages.count + 1))


def beyond_counters(content):
    """Leave out what a copy counts anew: changes of the file and of its tables, and by whom."""
    return content[:18] + content[20:24] + content[28:40] + content[44:92] + content[100:]


def test_the_log_is_read_as_far_as_it_is_sound(tmp_path, logged):
    content, states = logged
    lengths = [len(log) for log, _ in states]
    whole = states[-1][0]
    for length in (*lengths, *(one - 1 for one in lengths[1:]), lengths[2] + 100):
        last = max(place for place, one in enumerate(lengths) if one <= max(length, 0))
        assert beyond_counters(read(tmp_path, content, whole[:length])) == beyond_counters(
            states[last][1]
        )
    for at in (lengths[2] + 8, lengths[2] + 500):  # of another time; not as it was written
        spoilt = whole[:at] + b"\xaa" + whole[at + 1 :]
        assert beyond_counters(read(tmp_path, content, spoilt)) == beyond_counters(states[2][1])
    for at, fill in ((0, b"\0"), (8, b"\xff"), (17, b"\xff")):
        spoilt = whole[:at] + fill + whole[at + 1 :]
        assert read(tmp_path, content, spoilt) == content
    # Without a header of the file that of the log tells how large pages are.
    assert len(read(tmp_path, bytes(100) + content[100:], whole)) == len(states[-1][1])


def test_a_page_that_the_disk_cannot_read_is_not_there(tmp_path, model):
    class Bad:
        """A file with a bad sector."""

        def __init__(self):
            self.at = 0

        def seek(self, at, whence=0):
            self.at = at if whence == 0 else len(model.content)
            return self.at

        def read(self, size):
            if self.at == 3 * PAGE:
                raise OSError(5, "Input/output error")
            return model.content[self.at : self.at + size]

    pages = Pages(Bad())
    assert [bool(pages.read(number)) for number in (0, 1, 3, 4, 5, model.pages + 1)] == [
        False, True, True, False, True, False,
    ]  # fmt: skip


def tree(*pages):
    """Return a file of pages, and a table's root on the second."""
    sql = b"CREATE TABLE t(x)"
    values = b"table" + b"t" + b"t" + b"\2" + sql
    record = bytes((6, 23, 15, 15, 1, 13 + 2 * len(sql))) + values
    cell = bytes((len(record), 1)) + record
    first = b"SQLite format 3\0" + struct.pack(">H", PAGE) + bytes(82)
    return b"".join((page(13, [cell], start=first), *pages))


def page(kind, cells, *, right=0, start=b"", places=()):
    """Return a page of a tree."""
    at, found = PAGE, []
    body = b""
    for cell in cells:
        at -= len(cell)
        found.append(at)
        body = cell + body
    head = struct.pack(">BHHHB", kind, 0, len(cells) + len(places), at, 0)
    head += struct.pack(">I", right) if kind in (2, 5) else b""
    head = start + head + struct.pack(f">{len(cells) + len(places)}H", *found, *places)
    return head + bytes(PAGE - len(head) - len(body)) + body


def row(id_, value=7):
    """Return a row of a number and one value of one byte."""
    return bytes((3, id_, 2, 1, value))


def below(number, last):
    return struct.pack(">IB", number, last)


def rows_of(tmp_path, *pages, shape=None):
    (tmp_path / "file").write_bytes(tree(*pages))
    with (tmp_path / "file").open("rb") as file:
        tables = Tables(Pages(file), {"t": shape or Shape(((int,),))})
        found = list(tables.rows("t"))
        return [value.values[0] for value in found], tables.is_whole("t"), found


TREES = {
    "a leaf": ([page(13, [row(1), row(2, 8)])], [7, 8], True),
    "two leaves": (
        [page(5, [below(3, 5)], right=4), page(13, [row(5)]), page(13, [row(6, 8)])],
        [7, 8],
        True,
    ),
    "a page that leads to itself": ([page(5, [below(2, 5)], right=2)], [], False),
    "two ways to one page": (
        [page(5, [below(3, 5)], right=3), page(13, [row(5)])],
        [7],
        False,
    ),
    "a way that leads nowhere": (
        [page(5, [below(9, 5)], right=3), page(13, [row(6)])],
        [7],
        False,
    ),
    "numbers that fall": (
        [page(5, [below(3, 9), below(4, 5)], right=5), *[page(13, [row(n)]) for n in (4, 5, 10)]],
        [7, 7, 7],  # as pages that nothing leads to
        False,
    ),
    "rows of another stretch": (
        [page(5, [below(3, 5)], right=4), page(13, [row(6)]), page(13, [row(7, 8)])],
        [8],
        False,
    ),
    "a cell where none can be": ([page(13, [row(1)], places=(3,))], [7], False),
    "a cell that ends with the page": (
        [page(13, [row(1)], places=(PAGE - 4,))],
        [7],
        False,
    ),
    "an inner cell where none can be": (
        [page(5, [below(3, 5)], right=4, places=(3,)), page(13, [row(5)]), page(13, [row(6, 8)])],
        [7, 8],
        False,
    ),
    "an inner cell without an end": (
        [page(5, [b"\0\0\0\3" + b"\xff"], right=4), page(13, [row(5)]), page(13, [row(6, 8)])],
        [7, 8],
        False,
    ),
    "more cells than there is room": ([b"\x0d\0\0\xff\xff" + bytes(PAGE - 5)], [], False),
    "an index in a table's place": ([page(10, [b"\2\2\1"])], [], False),
    "too long": ([page(13, [bytes((9, 1, 2, 1, 7))])], [], False),
    "too short": ([page(13, [bytes((4, 1, 2, 1, 7, 7))])], [], False),
    "a length below zero": ([page(13, [b"\xff" * 9 + row(1)])], [], False),
    "a kind below zero": ([page(13, [b"\x0b\1\x0a" + b"\xff" * 9 + b"\0"])], [], False),
    "a kind that is none": ([page(13, [bytes((3, 1, 2, 10, 7))])], [], False),
    "text that is none": ([page(13, [bytes((3, 1, 2, 15, 0xFF))])], [], False),
    "a number in another's place": ([page(13, [bytes((2, 1, 2, 0))])], [], False),
}


@pytest.mark.parametrize(("pages", "expected", "is_whole"), TREES.values(), ids=TREES)
def test_trees_are_walked_as_far_as_they_can_be(tmp_path, pages, expected, is_whole):
    assert rows_of(tmp_path, *pages)[:2] == (expected, is_whole)


def free(following, *numbers):
    """Return a page of the list of free pages."""
    content = struct.pack(f">2I{len(numbers)}I", following, len(numbers), *numbers)
    return content + bytes(PAGE - len(content))


@pytest.mark.parametrize(
    ("trunks", "expected"),
    [
        ([free(0, 5)], []),
        ([free(4, 5)], []),  # which leads to itself
        ([free(99, 5)], []),
        ([b"\xff" * PAGE], [7]),  # no page of the list
    ],
)
def test_rows_on_free_pages_do_not_come_back(tmp_path, trunks, expected):
    pages = [page(5, [below(9, 5)], right=3), page(13, [row(6, 8)]), *trunks, page(13, [row(4)])]
    content = bytearray(tree(*pages))
    content[32:36] = struct.pack(">I", 4)
    (tmp_path / "file").write_bytes(content)
    with (tmp_path / "file").open("rb") as file:
        tables = Tables(Pages(file), {"t": Shape(((int,),))})
        assert [one.values[0] for one in tables.rows("t")] == [8, *expected]


def overflow(*, size, first):
    """Return a row whose rest stands on other pages."""
    here = 489 + (size - 489) % (PAGE - 4)
    here = here if here <= PAGE - 35 else 489
    kind = 12 + 2 * (size - 4)
    head = bytes((4, *(0x80 | kind >> shift & 0x7F for shift in (14, 7)), kind & 0x7F))
    count = bytes((0x80 | size >> 14 & 0x7F, 0x80 | size >> 7 & 0x7F, size & 0x7F))
    return count + b"\1" + head + bytes(here - 4) + struct.pack(">I", first)


def test_rows_that_go_on_without_end_are_given_up(tmp_path):
    going_on = struct.pack(">I", 3) + bytes(PAGE - 4)
    shape = Shape(((bytes,),))
    for first in (3, 9, 0):
        cells = [overflow(size=60_000, first=first)]
        assert rows_of(tmp_path, page(13, cells), going_on, shape=shape)[0] == []
    once = [overflow(size=6_000, first=3)]
    assert rows_of(tmp_path, page(13, once), bytes(PAGE), shape=shape)[0] == [bytes(5_996)]


def test_very_many_rows_that_seem_to_go_on_are_given_up_soon(tmp_path):
    """Each of them leads through all pages of the file, and to no end."""
    count = 40
    cells = [overflow(size=500_000, first=3)[:8] + bytes(500) for _ in range(7)]
    chain = [struct.pack(">I", 4 + number) + bytes(PAGE - 4) for number in range(count)]
    (tmp_path / "file").write_bytes(tree(page(13, cells), *chain))
    with (tmp_path / "file").open("rb") as file:
        pages = Pages(file)
        reads = []
        read, pages.read = pages.read, lambda number: (reads.append(number), read(number))[1]
        node = node_of(read(2), 2)
        assert list(RowReader(pages).rows(read(2), node)) == []
    assert len(reads) < 5 * pages.count


def test_noise_is_no_table(tmp_path):
    """Whatever a file holds, looking for tables ends without a fault."""
    chance = random.Random(3)
    for kind in (2, 5, 10, 13):
        pages = [bytes((kind,)) + chance.randbytes(PAGE - 1) for _ in range(30)]
        rows_of(tmp_path, *pages)
        (tmp_path / "file").write_bytes(b"".join(itertools.islice(pages, 30)))
        with (tmp_path / "file").open("rb") as file:
            assert list(Tables(Pages(file), {"t": Shape(((int,),))}).rows("t")) == []
