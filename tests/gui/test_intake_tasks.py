"""The tasks of the import by themselves: what they send, and what they do without a library."""

from pathlib import Path

import pytest

from refman.errors import InputError
from refman.progress import SILENT, CancelToken
from refman_gui.tasks import adding, reading

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
    assert result.known == (0,)
    assert result.notice is not None
    assert [type(what) for what in sent] == [
        reading.Opened, reading.TextCame, reading.SegmentsCame, reading.Closed, reading.Kept,
    ]  # fmt: skip
    assert sent[3] == reading.Closed(number=0, papers=1, left_over=0, links=0)


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
