"""An input's bytes, and its text."""

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import msgspec

from refman.errors import InputError
from refman.formats.exact import HEAD_BYTES, MARKS, decode, wide_encoding
from refman.reading.pdf.content import PdfContent

if TYPE_CHECKING:
    from refman.reading.pdf.process import PdfProcess

__all__ = ["LIMIT_BYTES", "Document", "decode", "document_of", "is_pdf", "read_document"]

LIMIT_BYTES = 256 * 1024 * 1024
"""How much is read of one input: what a listing of 100,000 papers has, and a third more."""

_MIB = 1024 * 1024
_CHUNK_BYTES = _MIB

_SIGNATURES = (
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

_PDF = b"%PDF-"
_PDF_HEAD_BYTES = 1024
"""Within how much of a file its PDF may begin. Source: Adobe, PDF Reference 1.7, appendix H.3."""

_CONTROLS = bytes(sorted({*range(32), 127} - set(b"\t\n\v\f\r\x1b")))
_MOST_CONTROLS = 0.02


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one input.

    Attributes:
        source: its name as the user gave it; "-" for standard input.
        text: decoded, without byte order mark, line ends as they were; of a PDF the text of its
            first pages as it was taken out, "" for a scan.
        data: the bytes of what is no text (a PDF, say); None for a text, to hold it only once.
        encoding: what the text was decoded with.
        pdf: of a PDF, its lines with their places and the rest that was taken out.
    """

    source: str
    text: str
    data: bytes | None = None
    encoding: str = "utf-8"
    pdf: PdfContent | None = None


def read_document(
    source: str | Path,
    *,
    stdin: BinaryIO | None = None,
    limit_bytes: int = LIMIT_BYTES,
    pdfs: "PdfProcess | None" = None,
) -> Document:
    """Read a file or standard input as text.

    Args:
        source: a file's name, or "-" for standard input.
        stdin: what stands for standard input; the process's own where it is None.
        limit_bytes: more than this is refused; no more than this and one chunk is ever read.
        pdfs: what opens a PDF; a process of its own where it is None, which costs a start each.

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
    return _document(name, data, pdfs)


def document_of(data: bytes, source: str, *, pdfs: "PdfProcess | None" = None) -> Document:
    """Return bytes that are there already as text; see read_document.

    Raises:
        InputError: they are none, or no text.
    """
    whole = bytearray(data)
    _check_text(whole[:HEAD_BYTES], source)
    return _document(source, whole, pdfs)


def _document(name: str, data: bytearray, pdfs: "PdfProcess | None") -> Document:
    if is_pdf(data):
        return _pdf_document(name, data, pdfs)
    text, encoding = decode(data)
    if not text or text.isspace():
        raise InputError(f"{_shown(name)} is empty; copy the listing into it first", source=name)
    return Document(source=name, text=text, encoding=encoding)


def is_pdf(data: bytes | bytearray) -> bool:
    """Tell a PDF, with perhaps a few lines in front, from text that names one."""
    if data.startswith(_PDF):
        return True
    head = data[:_PDF_HEAD_BYTES]
    return _PDF in head and b" obj" in data[:HEAD_BYTES] and b"%%EOF" in data[-HEAD_BYTES:]


def _pdf_document(name: str, data: bytearray, pdfs: "PdfProcess | None") -> Document:
    if pdfs is None:
        # Starts processes; no text needs it.
        from refman.reading.pdf.process import PdfProcess  # noqa: PLC0415

        with PdfProcess() as process:
            content = process.read(data, name)
    else:
        content = pdfs.read(data, name)
    return Document(source=name, text=content.text, data=bytes(data), pdf=content)


def _standard_input() -> BinaryIO:
    # Python has no stream where the shell closed it, whatever its type says.
    stream: TextIO | None = sys.stdin
    if stream is None:
        raise InputError("standard input is closed; name a file", source="-")
    return stream.buffer


def _read_bytes(file: BinaryIO, name: str, limit_bytes: int) -> bytearray:
    """Read a file, pipe or device to its end, but stop as soon as it turns out to be no text."""
    size = _size(file)
    if size > limit_bytes:
        raise InputError(_too_big(name, f"{size / _MIB:,.1f} MiB", limit_bytes), source=name)
    data = bytearray(file.read(min(HEAD_BYTES, limit_bytes + 1)))
    _check_text(data, name)
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


def _check_text(head: bytearray, name: str) -> None:
    if (what := _foreign(head)) is not None:
        raise InputError(
            f"{_shown(name)} is {what}; this version reads text: copy its text into a .txt file",
            source=name,
        )


def _foreign(head: bytearray) -> str | None:
    """Return what the input is, if it is no text."""
    if _PDF in head[:_PDF_HEAD_BYTES]:
        return None
    for signature, what in _SIGNATURES:
        if head.startswith(signature):
            return what
    if any(head.startswith(mark) for mark, _ in MARKS) or wide_encoding(head) is not None:
        return None
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return "a binary file" if controls > _MOST_CONTROLS * len(head) else None


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
