"""What is read comes back from where it is kept, in memory or in a file."""

import tempfile

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
