"""An input's bytes, and its text."""

import codecs
import os
import stat
import sys
from pathlib import Path
from typing import BinaryIO, TextIO

import msgspec

from refman.errors import InputError

__all__ = ["LIMIT_BYTES", "Document", "decode", "read_document"]

LIMIT_BYTES = 256 * 1024 * 1024
"""How much is read of one input: what a listing of 100,000 papers has, and a third more."""

_MIB = 1024 * 1024
_CHUNK_BYTES = _MIB
_HEAD_BYTES = 64 * 1024

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive, as .docx, .xlsx and .epub are"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "an RTF document"),
)
"""How files begin that are no plain text. Source: the formats' own specifications."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks. Source: The Unicode Standard, 23.8."""

_CONTROLS = bytes(sorted({*range(32), 127} - set(b"\t\n\v\f\r\x1b")))
_MOST_CONTROLS = 0.02
_FEWEST_PAIRS, _FEW_NULS, _MANY_NULS = 4, 0.05, 0.4


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one input.

    Attributes:
        source: its name as the user gave it; "-" for standard input.
        text: decoded, without byte order mark, line ends as they were; "" where it is no text.
        data: the bytes of what is no text (a PDF, say); None for a text, to hold it only once.
        encoding: what the text was decoded with.
    """

    source: str
    text: str
    data: bytes | None = None
    encoding: str = "utf-8"


def read_document(
    source: str | Path, *, stdin: BinaryIO | None = None, limit_bytes: int = LIMIT_BYTES
) -> Document:
    """Read a file or standard input as text.

    Args:
        source: a file's name, or "-" for standard input.
        stdin: what stands for standard input; the process's own where it is None.
        limit_bytes: more than this is refused; no more than this and one chunk is ever read.

    Raises:
        InputError: it is not there, may not be read, is empty, too big, or no text.
    """
    name = str(source)
    try:
        if name == "-":
            data = _read_bytes(stdin or _standard_input(), name, limit_bytes)
        else:
            with Path(source).open("rb") as file:
                data = _read_bytes(file, name, limit_bytes)
    except OSError as error:
        raise InputError(_told(error, name), source=name) from error
    text, encoding = decode(data)
    if not text or text.isspace():
        raise InputError(f"{_shown(name)} is empty; copy the listing into it first", source=name)
    return Document(source=name, text=text, encoding=encoding)


def _standard_input() -> BinaryIO:
    # Python has no stream where the shell closed it, whatever its type says.
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise InputError("standard input is closed; name a file", source="-")
    return stream.buffer


def decode(data: bytes | bytearray) -> tuple[str, str]:
    """Return a text and the encoding that it was in.

    A byte order mark decides, and is taken off; then the pattern of NULs that UTF-16 has; all else
    is UTF-8. A byte that is none there is read as Windows-1252, and the whole is where that is what
    most letters beyond ASCII are. NULs that are left become blanks, so that offsets stay true.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            with memoryview(data) as view:
                text, _ = codecs.lookup(encoding).decode(view[len(mark) :], "replace")
            return _without_nul(text), encoding
    if (wide := _wide_encoding(data[:_HEAD_BYTES])) is not None:
        return _without_nul(data.decode(wide, "replace")), wide
    try:
        return _without_nul(data.decode()), "utf-8"
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - _HEAD_BYTES) : error.start + _CHUNK_BYTES]
    if _is_windows(around):
        return _without_nul(data.decode("cp1252", _LATIN)), "windows-1252"
    return _without_nul(data.decode("utf-8", _WINDOWS)), "utf-8"


def _read_bytes(file: BinaryIO, name: str, limit_bytes: int) -> bytearray:
    """Read a file, pipe or device to its end, but stop as soon as it turns out to be no text."""
    size = _size(file)
    if size > limit_bytes:
        raise InputError(_too_big(name, f"{size / _MIB:,.1f} MiB", limit_bytes), source=name)
    data = bytearray(file.read(min(_HEAD_BYTES, limit_bytes + 1)))
    if (what := _foreign(data)) is not None:
        raise InputError(
            f"{_shown(name)} is {what}; this version reads text: copy its text into a .txt file",
            source=name,
        )
    while len(data) <= limit_bytes:
        if not (chunk := file.read(_CHUNK_BYTES)):
            return data
        data += chunk
    raise InputError(_too_big(name, "more than that", limit_bytes), source=name)


def _size(file: BinaryIO) -> int:
    """Return the size of a regular file; 0 for a pipe, a device, or a stand-in without number."""
    try:
        status = os.fstat(file.fileno())
    except OSError:
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def _foreign(head: bytearray) -> str | None:
    """Return what the input is, if it is no text."""
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what
    if any(head.startswith(mark) for mark, _ in _MARKS) or _wide_encoding(head) is not None:
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > _MOST_CONTROLS * len(head) else None


def _wide_encoding(head: bytes | bytearray) -> str | None:
    """Return the UTF-16 that a text without mark is in: every other byte of Latin text is NUL."""
    pairs = len(head) // 2
    low, high = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if pairs < _FEWEST_PAIRS:
        return None
    if high > _MANY_NULS * pairs and low < _FEW_NULS * pairs:
        return "utf-16-le"
    if low > _MANY_NULS * pairs and high < _FEW_NULS * pairs:
        return "utf-16-be"
    return None


def _is_windows(data: bytearray | bytes) -> bool:
    """Tell whether more of the bytes beyond ASCII are bad UTF-8 than are good."""
    bad = len(data) - len(data.decode("utf-8", "ignore").encode())
    beyond = len(data) - len(data.decode("ascii", "ignore"))
    return bad > beyond - bad


def _read_as_windows(error: UnicodeError) -> tuple[str, int]:
    """Read what is no UTF-8 as Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", _LATIN), error.end


def _read_as_latin(error: UnicodeError) -> tuple[str, int]:
    """Read the five bytes that Windows-1252 leaves open as the controls that they are in Latin-1.

    Source: https://encoding.spec.whatwg.org/#windows-1252
    """
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


_WINDOWS, _LATIN = "refman.windows-1252", "refman.latin-1"
codecs.register_error(_WINDOWS, _read_as_windows)
codecs.register_error(_LATIN, _read_as_latin)


def _without_nul(text: str) -> str:
    return text.replace("\0", " ")


def _too_big(name: str, size: str, limit_bytes: int) -> str:
    return (
        f"{_shown(name)} is too big: it has {size}, and no more than "
        f"{limit_bytes / _MIB:,.1f} MiB are read at once; cut it into parts"
    )


def _told(error: OSError, name: str) -> str:
    shown = _shown(name)
    if isinstance(error, FileNotFoundError):
        return f"there is no file {shown}; check its name and folder"
    if isinstance(error, IsADirectoryError):
        return f"{shown} is a folder; name a file in it"
    if isinstance(error, PermissionError):
        return f"{shown} may not be read; change its permissions, or read a copy"
    return f"{shown} cannot be read ({error.strerror or error}); check it, or read a copy"


def _shown(name: str) -> str:
    return "standard input" if name == "-" else name
