"""Bytes into text: encodings, broken bytes, what is refused, and that reading ends."""

import codecs
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import InputError
from refman.reading.document import decode, read_document

TEXT = "Über Lampen — “Fold”, naïve café\r\n第二行\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_marks_of_byte_order_decide_and_are_taken_off(data, encoding):
    assert decode(data) == (TEXT, encoding)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_known_by_its_nuls(encoding):
    text = "Folding lamps by candle light\n" * 3
    assert decode(text.encode(encoding)) == (text, encoding)


def test_single_bad_bytes_are_read_as_windows_1252():
    data = "Müller, Żak, 灯 and ".encode() + b"caf\xe9 \x93x\x94 \x81"
    assert decode(data) == ("Müller, Żak, 灯 and café “x” \x81", "utf-8")


def test_many_bad_bytes_are_a_text_in_windows_1252():
    text = "Über Äpfel, Öl und “Lampen”; Ã© bleibt"
    assert decode(text.encode("cp1252")) == (text, "windows-1252")
    assert decode(b"\xe4\x81\xf6") == ("ä\x81ö", "windows-1252")


def test_lone_nuls_become_blanks_so_that_offsets_stay():
    assert decode(b"a\0b") == ("a b", "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_that_can_be_written(data):
    text, _ = decode(data)
    assert "\0" not in text
    text.encode("utf-8", "surrogatepass")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_utf8_comes_back_as_it_was(text):
    data = text.encode()
    if not data.startswith((b"\xff", b"\xfe")):
        assert decode(data)[0] == text


def test_file_is_read_with_its_line_ends(tmp_path):
    file = tmp_path / "listing.txt"
    file.write_bytes(b"one\r\ntwo\rthree\n")
    document = read_document(file)
    assert document.text == "one\r\ntwo\rthree\n"
    assert document.source == str(file)
    assert document.encoding == "utf-8"
    assert document.data is None


def test_dash_is_standard_input():
    document = read_document("-", stdin=io.BytesIO(b"a listing"))
    assert (document.source, document.text) == ("-", "a listing")


def test_standard_input_is_the_process_s_own_where_none_is_given(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"typed")))
    assert read_document("-").text == "typed"


def refused(source, **options):
    with pytest.raises(InputError) as caught:
        read_document(source, **options)
    assert caught.value.source == str(source)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_what_is_not_there_is_told_by_name(tmp_path):
    assert "there is no file" in refused(tmp_path / "missing.txt")


def test_folder_is_told_apart(tmp_path):
    assert "is a folder; name a file in it" in refused(tmp_path)


def test_no_permission_is_told(tmp_path, monkeypatch):
    def closed(self, *args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.open", closed)
    assert "may not be read" in refused(tmp_path / "secret.txt")


def test_other_faults_of_the_disk_are_told(tmp_path, monkeypatch):
    def broken(self, *args):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("pathlib.Path.open", broken)
    assert "cannot be read (Input/output error)" in refused(tmp_path / "worn.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\ufeff".encode()])
def test_nothing_to_read_is_told(data):
    assert "standard input is empty" in refused("-", stdin=io.BytesIO(data))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04....word/document.xml", "is a ZIP archive"),
        (b"\x1f\x8b\x08....", "is a gzip archive"),
        (b"\x89PNG\r\n\x1a\n....", "is a PNG picture"),
        (b"\xff\xd8\xff\xe0....", "is a JPEG picture"),
        (b"\x7fELF....", "is a program"),
        (b"SQLite format 3\x00....", "is an SQLite database"),
        (bytes(range(32)) * 4, "is a binary file"),
        (b"\0" * 64, "is a binary file"),
    ],
)
def test_what_is_no_text_is_named(data, what):
    message = refused("-", stdin=io.BytesIO(data))
    assert what in message
    assert "copy its text" in message


def test_too_big_a_file_is_refused_with_both_sizes(tmp_path):
    file = tmp_path / "big.txt"
    file.write_bytes(b"a lamp\n" * 300_000)
    message = refused(file, limit_bytes=1024 * 1024)
    assert "2.0 MiB" in message
    assert "1.0 MiB" in message


class Endless(io.RawIOBase):
    """A pipe that never ends, and counts what was taken from it."""

    def __init__(self, piece):
        self.piece, self.taken = piece, 0

    def readable(self):
        return True

    def read(self, size=-1):
        self.taken += size
        return (self.piece * (size // len(self.piece) + 1))[:size]


def test_pipe_without_end_is_refused_and_hardly_read_past_the_limit():
    limit = 4 * 1024 * 1024
    pipe = Endless(b"a lamp and another lamp\n")
    assert "too big" in refused("-", stdin=pipe, limit_bytes=limit)
    assert pipe.taken <= limit + 2 * 1024 * 1024


def test_device_without_end_is_refused_at_once():
    if not Path("/dev/zero").is_char_device():
        pytest.skip("there is no /dev/zero here")
    assert "binary" in refused("/dev/zero")


def test_limit_itself_is_read():
    assert read_document("-", stdin=io.BytesIO(b"12345"), limit_bytes=5).text == "12345"
    refused("-", stdin=io.BytesIO(b"123456"), limit_bytes=5)
