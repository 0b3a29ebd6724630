"""The process that opens PDFs: bounds of time and memory, damage, and that it is kept."""

import random
import threading
import zlib

import pytest

from refman.errors import InputError
from refman.reading.pdf.process import PdfProcess
from tests.reading.pdf.maker import Page, make_pdf, objects_as_pdf, stream

TITLED = Page([(150, 720, 20, "bold", "Lamps That Do Not Loop"), (72, 600, 10, "serif", "Text.")])
GOOD = make_pdf([TITLED])

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
TREE = b"<</Type/Pages/Count 1/Kids[3 0 R]>>"
FONT = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"


def page(contents: str = "4 0 R", resources: str = FONT) -> bytes:
    return (
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<<{resources}>>"
        f"/Contents {contents}>>"
    ).encode()


def pages_in_a_ring() -> bytes:
    tree = b"<</Type/Pages/Count 1/Kids[3 0 R]/Parent 3 0 R>>"
    return objects_as_pdf([CATALOGUE, tree, b"<</Type/Pages/Count 1/Kids[2 0 R]/Parent 2 0 R>>"])


def forms_that_draw_themselves() -> bytes:
    """Forms that draw each other twice each: 2 to the power of their number."""
    forms = [
        stream(
            b"/X%d Do /X%d Do" % ((number + 1) % 30, (number + 1) % 30),
            "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject 5 0 R>>",
        )
        for number in range(30)
    ]
    names = " ".join(f"/X{number} {number + 6} 0 R" for number in range(30))
    resources = f"{FONT}/XObject<<{names}>>"
    table = f"<<{names}>>".encode()
    return objects_as_pdf(
        [CATALOGUE, TREE, page("4 0 R", resources), stream(b"/X0 Do"), table, *forms]
    )


def deep_arrays() -> bytes:
    return objects_as_pdf([CATALOGUE, TREE, page(), b"[" * 200_000 + b"]" * 200_000])


def content_bomb() -> bytes:
    """Some 60 KB that unpack to 60 MB of blanks, a hundred times over."""
    bomb = stream(b" " * 60_000_000)
    contents = f"[{' '.join(['4 0 R'] * 100)}]"
    return objects_as_pdf([CATALOGUE, TREE, page(contents), bomb])


def nested_bomb() -> bytes:
    packed = zlib.compress(zlib.compress(b"\0" * 200_000_000))
    head = f"<</Filter[/FlateDecode/FlateDecode]/Length {len(packed)}>>\nstream\n".encode()
    return objects_as_pdf([CATALOGUE, TREE, page(), head + packed + b"\nendstream"])


def xref_in_a_ring() -> bytes:
    start = GOOD.rindex(b"startxref")
    place = GOOD[start:].split()[1]
    return GOOD.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev " + place)


def huge_xref() -> bytes:
    return GOOD.replace(b"xref\n0 ", b"xref\n0 99999999", 1)


def one_long_line() -> bytes:
    return objects_as_pdf([CATALOGUE, TREE, page(), stream(b"BT /F 9 Tf (" + b"a" * 5_000_000)])


def unclosed_strings() -> bytes:
    return objects_as_pdf([CATALOGUE, TREE, page(), stream(b"BT /F 9 Tf " + b"(" * 300_000)])


def many_texts() -> bytes:
    shown = b"BT /F 9 Tf " + b"1 0 Td (ab) Tj " * 500_000 + b"ET"
    return objects_as_pdf([CATALOGUE, TREE, page(), stream(shown)])


def answer_of(process: PdfProcess, data: bytes | bytearray) -> str:
    """Return the text of a file, or the message where there is none."""
    try:
        return process.read(data, "bad.pdf").text
    except InputError as error:
        return str(error)


HOSTILE = [
    pages_in_a_ring, forms_that_draw_themselves, deep_arrays, content_bomb, nested_bomb,
    xref_in_a_ring, huge_xref, one_long_line, unclosed_strings, many_texts,
]  # fmt: skip


@pytest.mark.parametrize("made", HOSTILE, ids=lambda made: made.__name__)
def test_hostile_file_ends_in_bounded_time_and_the_next_is_read(made):
    """A clear error or a bounded answer; who sends the next PDF does not notice."""
    with PdfProcess(seconds=15, memory_mb=768) as process:
        told = answer_of(process, made())
        assert len(told) < 20_000_000
        assert not told.startswith("bad.pdf") or "\n" not in told
        assert "Do Not Loop" in process.read(GOOD, "good.pdf").text


def test_what_takes_too_long_is_stopped():
    endless = objects_as_pdf([CATALOGUE, TREE, page(), stream(b"q Q " * 15_000_000)])
    with PdfProcess(seconds=1.5) as process:
        with pytest.raises(InputError, match=r"took longer than 1\.5 s .* reading\.pdf_seconds"):
            process.read(endless, "slow.pdf")
        assert "Do Not Loop" in process.read(GOOD, "good.pdf").text


def test_what_takes_too_much_memory_is_stopped():
    with PdfProcess(memory_mb=300) as process:
        with pytest.raises(
            InputError, match=r"more memory .* than 300 MiB .* reading\.pdf_memory_mb"
        ):
            process.read(GOOD + bytes(400_000_000), "fat.pdf")
        assert "Do Not Loop" in process.read(GOOD, "good.pdf").text


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.7\n%%EOF", b"%PDF-" + bytes(5000), GOOD[:40]]
)
def test_damaged_file_is_told_in_one_line(data):
    with (
        PdfProcess() as process,
        pytest.raises(InputError, match=r"bad\.pdf is a damaged PDF") as told,
    ):
        process.read(data, "bad.pdf")
    assert "\n" not in str(told.value)
    assert told.value.source == "bad.pdf"


def test_changed_bytes_never_break_the_process():
    chance = random.Random(5)
    with PdfProcess() as process:
        for _ in range(60):
            data = bytearray(GOOD)
            for _ in range(chance.randint(1, 12)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            told = answer_of(process, data)
            assert not told.startswith("bad.pdf") or "damaged" in told or "password" in told
        first = process._process
        assert "Do Not Loop" in process.read(GOOD, "good.pdf").text
        assert process._process is first


def test_file_without_its_table_is_still_read():
    with PdfProcess() as process:
        text = process.read(GOOD[: GOOD.rindex(b"xref\n0")], "cut.pdf").text
    assert "Do Not Loop" in text


def test_nothing_stays_behind():
    with PdfProcess() as process:
        process.read(GOOD, "good.pdf")
        child = process._process
    assert child.returncode is not None
    assert threading.active_count() == 1 or not any(
        isinstance(thread, threading.Timer) for thread in threading.enumerate()
    )
    process.close()  # a second time does no harm


def test_module_beside_the_pdf_is_not_imported(tmp_path, monkeypatch):
    (tmp_path / "pypdf.py").write_text("raise SystemExit('imported')")
    monkeypatch.chdir(tmp_path)
    with PdfProcess() as process:
        assert "Do Not Loop" in process.read(GOOD, "good.pdf").text
