"""The tasks of the import by themselves: what they send, and what they do without a library."""

from pathlib import Path

import msgspec
import pytest

from refman.errors import InputError
from refman.progress import SILENT, CancelToken
from refman_gui.tasks import adding, reading
from tests.reading.pdf.maker import Page, make_pdf

LISTING = (
    "Slow Lamps: A Study of Evening Warmth\n\nNobody had yet asked how long a lamp keeps its warmth"
    " once the evening has come. We measure it in forty houses over two winters, and find that"
    " those who light it late keep it longest.\n"
)


class Reports:
    progress = SILENT
    cancel = CancelToken()

    def __init__(self) -> None:
        self.sent: list[object] = []

    def send(self, came: object) -> None:
        assert isinstance(came, reading.Came)
        self.sent.append(came.what)

    def say(self, text: str) -> None:
        raise AssertionError(text)


@pytest.fixture
def listing(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(LISTING)
    return path


def read(tmp_path: Path, *inputs: reading.Input) -> tuple[reading.Result, list[object]]:
    reports = Reports()
    request = reading.Request(inputs, str(tmp_path / "kept"), str(tmp_path / "none.refman"))
    return reading.run(request, reports), reports.sent


def test_without_a_library_it_is_read_all_the_same(tmp_path: Path, listing: Path) -> None:
    result, sent = read(tmp_path, reading.Input(str(listing)))
    assert result.unlisted == (reading.Tally(),)
    assert result.notice is not None
    assert [type(what) for what in sent] == [
        reading.Opened, reading.TextCame, reading.SegmentsCame, reading.Closed, reading.Kept,
    ]  # fmt: skip
    closed = sent[3]
    assert isinstance(closed, reading.Closed)
    assert len(closed.digest) == 64
    assert (closed.number, closed.papers, closed.left_over, closed.links) == (0, 1, 0, 0)


def test_what_cannot_be_read_is_one_line_and_the_rest_goes_on(
    tmp_path: Path, listing: Path
) -> None:
    (tmp_path / "empty.txt").write_text("")
    names = ("none.txt", "empty.txt", "x" * 3_000, "a\0b", "a.txt")
    _, sent = read(tmp_path, *(reading.Input(str(tmp_path / name)) for name in names))
    refused = [what.message for what in sent if isinstance(what, reading.Refused)]
    assert len(refused) == 4
    assert all("\n" not in message for message in refused)
    opened = [what for what in sent if isinstance(what, reading.Opened)]
    assert [(what.source, what.number) for what in opened] == [(str(listing), 0)]


def test_nothing_at_all_asks_no_library(tmp_path: Path) -> None:
    result, sent = read(tmp_path, reading.Input(str(tmp_path / "none.txt")))
    assert result == reading.Result(())
    assert [type(what) for what in sent] == [reading.Refused, reading.Kept]


def test_much_is_sent_in_small_pieces(
    tmp_path: Path, listing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listing.write_text("\n\n".join(LISTING.replace("Slow", f"Slow {n}") for n in range(900)))
    monkeypatch.setattr(reading, "MOST_SEGMENTS", 500)
    _, sent = read(tmp_path, reading.Input(str(listing)))
    pieces = [what.segments for what in sent if isinstance(what, reading.SegmentsCame)]
    assert sum(map(len, pieces)) == 500
    assert max(map(len, pieces)) <= 100
    texts = [what.text for what in sent if isinstance(what, reading.TextCame)]
    assert max(map(len, texts)) <= 100_000
    assert "".join(texts) == listing.read_text()
    closed = [what for what in sent if isinstance(what, reading.Closed)]
    assert [what.papers for what in closed] == [900]


def test_all_inputs_together_are_bounded(
    tmp_path: Path, listing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_MOST_TEXT_IN_ALL", len(LISTING) + 20)
    _, sent = read(tmp_path, *[reading.Input(str(listing))] * 3)
    shown = [what.shown for what in sent if isinstance(what, reading.Opened)]
    assert shown == [len(LISTING), 20, 0]
    assert [what.papers for what in sent if isinstance(what, reading.Closed)] == [1, 1, 1]


def test_what_was_read_and_is_gone_cannot_be_added(tmp_path: Path) -> None:
    part = adding.Part(str(tmp_path / "gone"), 0)
    with pytest.raises(InputError, match="open it again"):
        adding.run(adding.Request(str(tmp_path / "a.refman"), (part,)), Reports())
    assert not (tmp_path / "a.refman").exists()


@pytest.mark.parametrize("name", ["a.txt", "a.pdf"])
def test_what_was_read_is_read_again_from_its_copy(
    tmp_path: Path, listing: Path, name: str
) -> None:
    if name == "a.pdf":
        row = (72, 700, 18, "bold", "Slow Lamps: A Study of Evening Warmth")
        (tmp_path / name).write_bytes(make_pdf([Page(rows=[row])]))
    copies = tmp_path / "copies"
    copies.mkdir()

    def opened_and_closed(each: reading.Input) -> tuple[reading.Opened, reading.Closed]:
        (tmp_path / "kept").unlink(missing_ok=True)
        reports = Reports()
        folders = (str(tmp_path / "kept"), str(tmp_path / "none.refman"), str(copies))
        reading.run(reading.Request((each,), *folders), reports)
        opened, *_, closed, _ = reports.sent
        assert isinstance(opened, reading.Opened)
        assert isinstance(closed, reading.Closed)
        return opened, closed

    opened, closed = opened_and_closed(reading.Input(str(tmp_path / name)))
    assert opened.input.copy is not None
    assert Path(opened.input.copy).parent == copies
    (tmp_path / name).unlink()
    head = (opened.shown, closed.papers + closed.left_over)
    again, closed_again = opened_and_closed(msgspec.structs.replace(opened.input, head=head))
    assert closed_again == closed
    assert (again.source, again.shown) == (str(tmp_path / name), opened.shown)
    less, _ = opened_and_closed(msgspec.structs.replace(opened.input, head=(5, 0)))
    assert less.shown == 5
    Path(opened.input.copy).unlink()
    reports = Reports()
    reading.run(reading.Request((opened.input,), str(tmp_path / "kept2"), ""), reports)
    assert [type(what) for what in reports.sent] == [reading.Refused, reading.Kept]
