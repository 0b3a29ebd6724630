"""What is open in an import outlives the program: written at each correction, made again later."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import EditError, InputError, OutputError
from refman.model import Span
from refman.previewing import (
    Begun,
    Did,
    Imports,
    Looked,
    Preview,
    Previews,
    Read,
    ReadingDigest,
    SegmentKind,
    Turned,
    change_between,
    corrections_of,
    imports,
    join,
    keeping,
    make_again,
    mark_junk,
    mark_papers,
    move_end_by_line,
    set_title,
    split,
)
from refman.previewing.imports import Copies
from refman.previewing.keeping import Event, Log, read_log
from refman.previewing.steps import Change, Mark, changed
from refman.reading.document import Document
from tests.previewing.test_changing import LISTING, READERS, preview_of

LIBRARY = "/home/ada/lamps.refman"
FIRST = preview_of(LISTING)
READ = Read("page_text", "0")
_CORRECTIONS = st.lists(
    st.tuples(st.integers(0, 8), st.integers(0, 6), st.integers(0, len(LISTING) - 1)), max_size=12
)


def corrected(now: Preview, what: int, place: int, at: int) -> Preview:
    """Return what one of the corrections makes of a preview."""
    place = min(place, len(now.segments) - 1)
    match what:
        case 0:
            return split(now, at, READERS)
        case 1:
            return join(now, place, READERS)
        case 2:
            return mark_junk(now, {place, 0})
        case 3:
            return mark_papers(now, {place}, READERS)
        case 4:
            return set_title(now, Span(at, at + 9))
        case 5:
            return move_end_by_line(now, place, READERS, is_down=bool(at % 2))
        case _:
            return mark_junk(now, range(len(now.segments)))


def did(log: Log, previews: Previews, what: int, place: int, at: int) -> None:
    """Do, undo or redo something, as the window does, and write it down."""
    if what > 6:
        done = previews.undo() if what == 7 else previews.redo()
        if done is not None:
            log.note(Turned(what == 7), previews)
        return
    before = previews.now
    try:
        after = corrected(before, what, place, at)
    except EditError:
        return
    if previews.do(str(what), after):
        log.note(Did(str(what), change_between(before, after)), previews)


def names(previews: Previews) -> tuple[list[str], list[str]]:
    """Return what can be undone and redone, in the order in which that is done."""
    undone = list(iter(previews.undo, None))
    return undone, list(iter(previews.redo, None))


def begun(path: Path) -> Log:
    log = Log(path)
    log.begin(Begun(version=1, library=LIBRARY, path="a.txt"))
    log.note_read(READ)
    return log


@given(corrections=_CORRECTIONS)
def test_what_was_corrected_is_there_again_with_all_that_can_be_undone(
    corrections: list[tuple[int, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("kept") / "1.preview"
    previews, log = Previews(FIRST), begun(path)
    for correction in corrections:
        did(log, previews, *correction)
    path.write_bytes(path.read_bytes() + b'{"type":"did","na')  # killed while it wrote
    kept = read_log(path, library=LIBRARY)
    again = make_again(FIRST, kept.events)
    assert (again.now, again.first) == (previews.now, previews.first)
    assert names(again) == names(previews)
    kept.log.note(Turned(is_undo=True), again)  # and can be written on
    assert read_log(path, library=LIBRARY).events == (*kept.events, Turned(is_undo=True))


@pytest.mark.parametrize("turns", [0, 3])
def test_a_long_file_is_made_short_and_what_is_shown_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, turns: int
) -> None:
    monkeypatch.setattr(keeping, "_LONG_BYTES", 200)
    path = tmp_path / "1.preview"
    previews, log = Previews(FIRST), begun(path)
    for what in (2, 3, 6, 3, 2, 1, *[7] * turns, *[8] * (turns - 1)):
        did(log, previews, what, 2, 0)
    kept = read_log(path, library=LIBRARY)
    assert len(kept.events) <= 1
    assert make_again(FIRST, kept.events).now == previews.now


def test_little_is_written_where_a_segment_is_only_taken_out() -> None:
    before = FIRST
    after = mark_junk(before, range(len(before.segments)))
    marked = change_between(before, after).made
    assert all(isinstance(one, int | Mark) for one in marked)
    assert change_between(before, before) == Change(len(before.segments), len(before.segments))


@pytest.mark.parametrize(
    "change",
    [
        Change(0, 99),
        Change(2, 1),
        Change(-1, 0),
        Change(0, 1, (1,)),
        Change(0, 1, (Mark(0, SegmentKind.PAPER),)),
        Change(0, 1, (Mark(-1, SegmentKind.JUNK),)),
        Change(1, 1, (FIRST.segments[0],)),
        Change(0, 1, (msgspec.structs.replace(FIRST.segments[0], span=Span(0, 9_999)),)),
        Change(0, 1, (msgspec.structs.replace(FIRST.segments[0], title_span=Span(5, 9_999)),)),
    ],
)  # fmt: skip
def test_a_change_that_does_not_fit_is_none(change: Change) -> None:
    with pytest.raises(ValueError, match="segment"):
        changed(FIRST, change)
    events: list[Event] = [Did("x", change)]
    with pytest.raises(ValueError, match="segment"):
        make_again(FIRST, events)


def _damaged() -> list[bytes]:
    head = msgspec.json.encode(Begun(version=1, library=LIBRARY)) + b"\n"
    return [
        b"",
        b"\n",
        b"PK\x03\x04\n",
        head + b'{"type":"did"}\n',
        head + b"[" * 5_000 + b"\n",
        head.replace(b":1", b":2"),
        head.replace(b"ada", b"bob"),
        msgspec.json.encode(Begun(version=1, library=LIBRARY, copy="../../secret")) + b"\n",
        msgspec.json.encode(READ) + b"\n" + head,
    ]


@pytest.mark.parametrize("data", _damaged())
def test_a_file_that_is_not_ours_is_told_in_a_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "1.preview"
    path.write_bytes(data)
    with pytest.raises(InputError, match="no import that was kept") as caught:
        read_log(path, library=LIBRARY)
    assert "\n" not in str(caught.value)


@given(data=st.data())
def test_whatever_a_file_holds_it_is_read_or_told(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("kept") / "1.preview"
    previews, log = Previews(FIRST), begun(path)
    for what in (2, 3, 0, 4, 7, 6, 1):
        did(log, previews, what, 1, 60)
    whole = path.read_bytes()
    start = data.draw(st.integers(whole.index(b"\n"), len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    new = data.draw(st.binary(max_size=5) | st.sampled_from([b"0", b"-1", b"9", b"null", b"[]"]))
    path.write_bytes(whole[:start] + new + whole[end:])
    try:
        again = make_again(FIRST, read_log(path, library=LIBRARY).events)
    except (InputError, ValueError):
        return
    corrections_of(again.first, again.now)
    assert all(segment.draft is not None for segment in again.now.segments if segment.is_paper)


def test_a_file_that_is_too_long_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path / "1.preview")
    monkeypatch.setattr(keeping, "_MOST_BYTES", 10)
    with pytest.raises(InputError, match="too long"):
        read_log(tmp_path / "1.preview", library=LIBRARY)


def test_what_cannot_be_written_is_told_and_what_was_written_stays(tmp_path: Path) -> None:
    log = begun(tmp_path / "1.preview")
    (tmp_path / "1.preview").rename(tmp_path / "2.preview")
    with pytest.raises(OutputError, match="make room"):
        log.let_go()
    (tmp_path / "1.new").mkdir()
    with pytest.raises(OutputError, match="make room"):
        log.begin(Begun())
    assert read_log(tmp_path / "2.preview", library=LIBRARY).read == READ
    if Path("/dev/full").exists():
        log.path = Path("/dev/full")
        with pytest.raises(OutputError, match="No space left"):
            log.let_go()


@pytest.mark.parametrize("fails_at", [0, 1, 2])
def test_where_a_line_is_missing_what_is_shown_is_kept_all_the_same(
    tmp_path: Path, fails_at: int
) -> None:
    path, away = tmp_path / "1.preview", tmp_path / "away"
    previews, log = Previews(FIRST), Log(path)
    log.begin(Begun(version=1, library=LIBRARY))
    steps: list[Callable[[], None]] = [
        lambda: log.note_read(READ),
        lambda: did(log, previews, 2, 2, 0),
        lambda: did(log, previews, 1, 1, 0),
    ]
    for number, step in enumerate(steps):
        if number != fails_at:
            step()
            continue
        path.rename(away)
        with pytest.raises(OutputError):
            step()
        away.rename(path)
    did(log, previews, 7, 0, 0)
    kept = read_log(path, library=LIBRARY)
    assert kept.read == READ
    assert make_again(FIRST, kept.events).now == previews.now != FIRST


def test_a_name_that_is_no_text_is_kept_as_far_as_it_is_one(tmp_path: Path) -> None:
    mine = Imports(tmp_path / "imports", tmp_path / "l\udcff.refman")
    mine.begin(Begun(path="a\udcff.txt"))
    mine.close()
    again = Imports(tmp_path / "imports", tmp_path / "l\udcff.refman")
    assert [one.begun.path for one in again.take_up()[0]] == ["a\ufffd.txt"]
    again.close()


def test_the_copy_of_what_says_nothing_any_more_is_put_aside_too(tmp_path: Path) -> None:
    mine = Imports(tmp_path / "imports", tmp_path / "a.refman")
    copy = Copies(mine.folder).keep(Document(source="-", text="Lamps"), is_only=True)
    assert copy is not None
    log = mine.log(mine.begin(Begun(copy=copy.name)))
    assert log is not None
    log.path.write_bytes(b"")  # as a power cut may leave it
    mine.close()
    for _ in range(2):
        again = Imports(tmp_path / "imports", tmp_path / "a.refman")
        again.take_up()
        again.close()
    assert Path(f"{copy}.aside").read_text() == "Lamps"


def test_what_was_put_aside_stays_whatever_is_put_aside_later(tmp_path: Path) -> None:
    folder = tmp_path
    for number in range(6):
        mine = Imports(tmp_path / "imports", tmp_path / "a.refman")
        folder = mine.folder
        mine.take_up()
        if number % 2 == 0:
            log = mine.log(mine.begin(Begun(path=str(number))))
            assert log is not None
            log.path.write_bytes(log.path.read_bytes() + b"\xff\n")
        mine.close()
    assert len(list(folder.glob("*.aside"))) == 3


def test_corrections_of_another_reading_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "1.preview"
    previews, log = Previews(FIRST), begun(path)
    did(log, previews, 2, 1, 0)
    log.note_read(READ)
    assert len(read_log(path, library=LIBRARY).events) == 1
    log.note_read(Read("page_text", "1"))
    assert read_log(path, library=LIBRARY).events == ()


def test_the_digest_tells_texts_and_cuts_apart() -> None:
    preview = FIRST

    def digest(text: str, now: Preview) -> str:
        made = ReadingDigest(text)
        for segment in now.segments:
            made.add(segment)
        return str(made)

    assert digest(LISTING, preview) == digest(LISTING, preview_of(LISTING))
    joined = join(preview, 1, READERS)
    digests = {
        digest(LISTING, preview),
        digest(LISTING + "\ud800", preview),
        digest(LISTING, joined),
    }
    assert len(digests) == 3


def test_imports_of_a_library_are_its_own_and_come_in_their_order(tmp_path: Path) -> None:
    root, library = tmp_path / "imports", tmp_path / "a.refman"
    mine = Imports(root, library)
    assert mine.take_up() == ([], [])
    names_of = [mine.begin(Begun(path=f"{number}.txt")) for number in range(12)]
    mine.looked = Looked(names_of[3], 2, is_seen=True)
    mine.remove(names_of[5])
    log = mine.log(names_of[6])
    assert log is not None
    log.let_go()
    log.let_go(is_back=True)
    gone = mine.log(names_of[7])
    assert gone is not None
    gone.let_go()
    other = Imports(root, tmp_path / "b.refman")
    assert other.take_up() == ([], [])
    other.close()
    mine.close()
    again = Imports(root, library)
    kept, said = again.take_up()
    assert [one.begun.path for one in kept] == [f"{n}.txt" for n in range(12) if n not in {5, 7}]
    assert (said, again.looked.name) == ([], names_of[3])
    assert again.begin(Begun()) > names_of[-1]
    again.close()
    (again.folder / "looked.json").write_bytes(b"[")
    assert again.looked == Looked()


def test_a_second_window_has_a_folder_of_its_own_which_the_next_start_takes_up(
    tmp_path: Path,
) -> None:
    root, library = tmp_path / "imports", tmp_path / "a.refman"
    first, second = Imports(root, library), Imports(root, library)
    assert first.folder != second.folder
    first.begin(Begun(path="first"))
    assert second.take_up() == ([], [])  # those of the first are not taken from it
    copy = Copies(second.folder).keep(Document(source="-", text="Lamps"), is_only=True)
    assert copy is not None
    second.begin(Begun(path="second", copy=copy.name))
    second.close()
    first.close()
    third = Imports(root, library)
    kept, _ = third.take_up()
    assert [one.begun.path for one in kept] == ["first", "second"]
    assert (third.folder / copy.name).read_text() == "Lamps"
    third.close()


def test_what_is_damaged_is_put_aside_and_copies_of_what_is_gone_are_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, library = tmp_path / "imports", tmp_path / "a.refman"
    mine = Imports(root, library)
    copies = Copies(mine.folder)
    kept_copies = [copies.keep(Document(source="-", text=text)) for text in ("a", "b", "c")]
    used, damaged, unused = [copy.name if copy is not None else "" for copy in kept_copies]
    mine.begin(Begun(copy=used))
    bad = mine.log(mine.begin(Begun(copy=damaged)))
    assert bad is not None
    bad.path.write_bytes(bad.path.read_bytes() + b"\xff\n")
    mine.close()
    again = Imports(root, library)
    kept, said = again.take_up()
    assert [one.begun.copy for one in kept] == [used]
    assert len(said) == 1
    assert "put aside in" in said[0]
    assert {path.name for path in again.folder.glob("*.text")} == {used, damaged}
    assert unused
    again.close()
    monkeypatch.setattr(imports, "_MOST_COPY_BYTES", 3)
    monkeypatch.setattr(imports, "_MOST_COPIES_BYTES", 8_000)
    copies = Copies(again.folder)
    assert copies.keep(Document(source="-", text="long")) is None
    assert copies.keep(Document(source="-", text="long"), is_only=True) is not None
    assert copies.keep(Document(source="-", text="x" * 8_000), is_only=True) is None
    pdf = copies.keep(Document(source="-", text="", data=b"%PD"))
    assert pdf is not None
    assert pdf.suffix == ".pdf"
    assert Copies(tmp_path / "none").keep(Document(source="-", text="a")) is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "imports").write_text("a file")
    with pytest.raises(OutputError, match="for the next start"):
        Imports(tmp_path / "imports", tmp_path / "a.refman")


def _name(number: int) -> str:
    return str(Path(f"/dev/fd/{number}").readlink())


def test_a_file_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    real = Path.replace

    def replace(path: Path, target: Path) -> Path:
        done.append(f"named {target.name}")
        return real(path, target)

    monkeypatch.setattr("os.fsync", lambda number: done.append(_name(number)))
    monkeypatch.setattr(Path, "replace", replace)
    path = tmp_path / "1.preview"
    Log(path).begin(Begun())
    assert done == [str(path.with_suffix(".new")), "named 1.preview"]
    done.clear()
    kept = Copies(tmp_path).keep(Document(source="a.txt", text="Slow Lamps"))
    assert done == [str(kept)]
