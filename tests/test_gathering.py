"""What is read comes back from where it is kept, in memory or in a file."""

import tempfile
from pathlib import Path

import pytest

from refman.errors import InputError, OutputError
from refman.gathering import Gathering
from refman.model import Entry, LeftOver, Problem, Record, Span

LAMPS = Record(
    entry=Entry(title="Lamps\nof “glass”", extra={"x": "y"}),
    span=Span(0, 5),
    problems=(Problem(Span(1, 2), "a comma is missing"),),
)
ROPES = Record(entry=Entry(title="Ropes"), span=Span(8, 9))
REST_OF_A = LeftOver(Span(4, 7), "---", "a rule", is_fault=True)
REST = LeftOver(Span(5, 8), "---", "a rule")


@pytest.fixture(params=[0, 1 << 20])
def gathering(request, monkeypatch):
    monkeypatch.setattr("refman.gathering._IN_MEMORY_BYTES", request.param)
    with Gathering() as made:
        yield made


def test_all_comes_back_in_its_order(gathering):
    first = gathering.take(
        source="a", kind="made", text="a\r\nb\ud800", pieces=[LAMPS, REST, ROPES]
    )
    second = gathering.take(source="b", kind="other", text="", pieces=[ROPES])
    assert gathering.all == [first, second]
    assert (gathering.count, first.count, first.left_over) == (3, 2, (REST,))
    came = gathering.records(first)
    one = next(came)
    assert gathering.text(first) == "a\r\nb\ud800"
    assert (one.entry, one.span, one.problems) == (LAMPS.entry, LAMPS.span, ())
    assert [record.entry for record in came] == [ROPES.entry]
    assert [record.span for record in gathering.records(second)] == [ROPES.span]
    assert gathering.text(second) == ""


def test_half_a_sign_is_kept_as_the_library_would(gathering):
    broken = Record(entry=Entry(title="Lamps \ud83d"), span=Span(0, 1))
    taken = gathering.take(source="a", kind="made", text="", pieces=[broken])
    assert [record.entry.title for record in gathering.records(taken)] == ["Lamps \ufffd"]


def test_nothing_is_kept_of_what_fails(gathering):
    def pieces():
        yield LAMPS
        raise InputError("a page is cut", source="a")

    with pytest.raises(InputError):
        gathering.take(source="a", kind="made", text="…", pieces=pieces())
    assert (gathering.all, gathering.count) == ([], 0)
    taken = gathering.take(source="b", kind="made", text="…", pieces=[ROPES])
    assert [record.entry for record in gathering.records(taken)] == [ROPES.entry]


def test_a_full_disk_is_told_with_its_folder(gathering, monkeypatch):
    def write(data):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(gathering, "_file", gathering._file)
    monkeypatch.setattr(gathering._file, "write", write, raising=False)
    with pytest.raises(OutputError, match="No space left") as error:
        gathering.take(source="a", kind="made", text="…", pieces=[ROPES])
    assert tempfile.gettempdir() in str(error.value)


def test_another_process_takes_up_what_was_kept(tmp_path):
    path = tmp_path / "read"
    with Gathering(path) as gathering:
        gathering.take(source="a", kind="made", text="Lamp---s\ud800", pieces=[LAMPS, REST_OF_A])
        gathering.take(source="b", kind="other", text="", pieces=[ROPES])
        gathering.keep()
        told = gathering.all
    with Gathering.taken_up(path) as again:
        assert again.all == told
        assert again.text(again.all[0]) == "Lamp---s\ud800"
        assert [record.entry for record in again.records(again.all[0])] == [LAMPS.entry]
        assert [record.entry for record in again.records(again.all[1])] == [ROPES.entry]


@pytest.mark.parametrize("data", [None, b"", b"abc", b"\0" * 40, b"x" * 16 + b"\0" * 7 + b"\x04"])
def test_what_is_no_kept_file_is_an_error(data: bytes | None, tmp_path: Path) -> None:
    path = tmp_path / "read"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(InputError, match="open it again"):
        Gathering.taken_up(path)


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    (tmp_path / "read").write_text("mine")
    with pytest.raises(OutputError):
        Gathering(tmp_path / "read")
    assert (tmp_path / "read").read_text() == "mine"
