"""Bytes into text and back again, each byte in its place.

A text that is only read may be mended on its way in. One that is written into must come back as it
was: old bytes are never encoded anew but copied, and only what is added is encoded.
"""

import codecs
import re
from collections.abc import Iterable
from typing import NamedTuple

from refman.errors import InputError, OutputError

__all__ = [
    "HEAD_BYTES",
    "MARKS",
    "Exact",
    "Insertion",
    "Swap",
    "decode",
    "named_encoding",
    "spliced",
    "wide_encoding",
]

HEAD_BYTES = 64 * 1024
"""How much of a file is looked at to tell what it is."""

MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks. Source: The Unicode Standard, 23.8."""

_AROUND_BYTES = 1024 * 1024
_FEWEST_PAIRS, _FEW_NULS, _MANY_NULS = 4, 0.05, 0.4

_HEADER_BYTES = 4096
_HEADER = re.compile(
    rb"^[ \t]*%[ \t%]*(?:Encoding:|-\*-[ \t]*coding:)[ \t]*([A-Za-z0-9][A-Za-z0-9._:-]{1,39})",
    re.MULTILINE | re.IGNORECASE,
)
"""What JabRef and Emacs write. Source: https://docs.jabref.org, "Encoding"; Emacs manual, 23.5."""

_WINDOWS_1252 = "windows-1252"
_CODECS = {
    **{name: name for name in ("ascii", "utf-8", "big5", "cp949", "euc_jp", "gb18030", "koi8-r")},
    **{name: name for name in ("koi8-u", "mac-roman", "cp437", "cp850", "cp852", "cp866", "cp874")},
    **{f"cp{number}": f"windows-{number}" for number in range(1250, 1259)},
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (*range(1, 12), *range(13, 17))},
    # Each is a part of another, which is what programs that name it write.
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
"""Python's name of a codec that a header may name -> the one that is taken.

In all, ASCII has ASCII's bytes, and the bytes of a joined text are those of its parts.
Source: https://encoding.spec.whatwg.org, 4.2.
"""
_C1 = re.compile(rb"[\x80-\x9f]")


class Insertion(NamedTuple):
    """Hold a text to be put in, and its place: before which character of the old text."""

    place: int
    text: str


class Swap(NamedTuple):
    """Hold a text that is to stand in the place of old characters, and where those are."""

    start: int
    end: int
    text: str


def spliced(text: str, insertions: Iterable[Insertion]) -> str:
    """Return a text with others put in.

    Args:
        text: the old one.
        insertions: in the order of their places; those of one place follow each other.
    """
    return _swapped(text, (Swap(place, place, new) for place, new in insertions))


def _swapped(text: str, swaps: Iterable[Swap]) -> str:
    pieces: list[str] = []
    place = 0
    for swap in swaps:
        pieces += text[place : swap.start], swap.text
        place = swap.end
    return "".join([*pieces, text[place:]])


class Exact:
    """Hold a file's bytes, and its text as ``decode`` gives it.

    Attributes:
        source: its name, for messages.
        data: its bytes.
        text: what they say; places in it are those of readers and loaders.
        encoding: what they are in.
    """

    def __init__(self, data: bytes, *, source: str) -> None:
        """Take a file's bytes.

        Raises:
            InputError: it is not sure which byte belongs to which character.
        """
        self.source = source
        self.data = data
        self.text, self.encoding = decode(data)
        self._mark = next((len(mark) for mark, _ in MARKS if data.startswith(mark)), 0)
        self._errors = _EXACT.get(self.encoding[:6], _LATIN)
        self._raw = self.text
        if self.encoding == "utf-8" and not self._is_exact():
            # Bytes that are no UTF-8 were read as Windows-1252, one a sign: this keeps them.
            self._raw = data[self._mark :].decode("utf-8", self._errors)
        if not self._is_exact():
            raise InputError(
                f"{source} is no sound {self.encoding.upper()}; save it as UTF-8 first, "
                "so that nothing in it is harmed",
                source=source,
            )

    def holds(self, text: str) -> bool:
        """Tell whether the file's encoding has every sign of a text."""
        try:
            self.encode(text)
        except UnicodeEncodeError:
            return False
        return True

    def encode(self, text: str) -> bytes:
        """Return a new text's bytes, without byte order mark.

        Raises:
            UnicodeEncodeError: the encoding does not have one of its signs.
        """
        return text.encode(self.encoding)

    def spliced(self, insertions: Iterable[Insertion]) -> bytes:
        """Return the bytes with texts put in; all old ones are there, in their order.

        Args:
            insertions: in the order of their places; the encoding holds their texts.

        Raises:
            OutputError: the new bytes would be read otherwise than the old ones with the new.
        """
        return self.swapped(Swap(place, place, text) for place, text in insertions)

    def swapped(self, swaps: Iterable[Swap]) -> bytes:
        """Return the bytes with texts in the place of old ones; all others are as they were.

        Args:
            swaps: in the order of their places, none over another; the encoding holds their texts.

        Raises:
            OutputError: the new bytes would be read otherwise than the old ones with the new.
        """
        swaps = list(swaps)
        pieces = [self.data[: self._mark]]
        place, start = 0, self._mark
        for swap in swaps:
            end = start + self._length(place, swap.start)
            pieces += self.data[start:end], self.encode(swap.text)
            place, start = swap.end, end + self._length(swap.start, swap.end)
        data = b"".join([*pieces, self.data[start:]])
        if decode(data) != (_swapped(self.text, swaps), self.encoding):
            raise OutputError(
                f"{self.source} would be read in another encoding than {self.encoding.upper()} "
                "with what is to be written; save it as UTF-8 first",
                target=self.source,
            )
        return data

    def _is_exact(self) -> bool:
        return self._length(0, len(self._raw)) == len(self.data) - self._mark

    def _length(self, start: int, end: int) -> int:
        """Return how many bytes a stretch of the old text has."""
        piece = self._raw[start:end]
        if piece.isascii() and self._errors != _WIDE:
            return len(piece)
        return len(piece.encode(self.encoding, self._errors))


def decode(data: bytes | bytearray) -> tuple[str, str]:
    """Return a text and the encoding that it was in.

    A byte order mark decides, and is taken off; then the pattern of NULs that UTF-16 has; then what
    a first line of a .bib file says (``% Encoding: Cp1252``), unless the bytes are none of that, or
    sound UTF-8 that is no ASCII; all else is UTF-8. A byte that is none there is read as
    Windows-1252, and the whole is where that is what most letters beyond ASCII are. NULs that are
    left become blanks, so that offsets stay true.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            errors = _WINDOWS if encoding == "utf-8" else "replace"
            with memoryview(data) as view:
                text, _ = codecs.lookup(encoding).decode(view[len(mark) :], errors)
            return _without_nul(text), encoding
    if (wide := wide_encoding(data[:HEAD_BYTES])) is not None:
        return _without_nul(data.decode(wide, "replace")), wide
    declared = _declared_encoding(data)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        around = data[max(0, error.start - HEAD_BYTES) : error.start + _AROUND_BYTES]
    else:
        return _without_nul(text), declared if declared and text.isascii() else "utf-8"
    if declared is not None and (said := _as_declared(data, declared)) is not None:
        return _without_nul(said), declared
    if _is_windows(around):
        return _without_nul(data.decode("cp1252", _LATIN)), _WINDOWS_1252
    return _without_nul(data.decode("utf-8", _WINDOWS)), "utf-8"


def named_encoding(name: str, data: bytes | bytearray) -> str | None:
    """Return the encoding that a stranger names for bytes, if it is one that text is written in.

    Some of Python's others take long without bound ("punycode"). Latin-1 is Windows-1252 where the
    bytes have signs that only this has.
    """
    try:
        encoding = _CODECS.get(codecs.lookup(name).name)
    except LookupError:
        return None
    is_more = encoding == "iso8859-1" and _C1.search(data) is not None
    return _WINDOWS_1252 if is_more else encoding


def wide_encoding(head: bytes | bytearray) -> str | None:
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


def _declared_encoding(data: bytes | bytearray) -> str | None:
    """Return the encoding that a comment at a file's head names, if it is one that can be."""
    found = _HEADER.search(data[:_HEADER_BYTES])
    return named_encoding(found[1].decode(), data) if found is not None else None


def _as_declared(data: bytes | bytearray, encoding: str) -> str | None:
    try:
        return data.decode(encoding, _LATIN if encoding == _WINDOWS_1252 else "strict")
    except UnicodeDecodeError:
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


def _read_as_latin(error: UnicodeError) -> tuple[str | bytes, int]:
    """Read the five bytes that Windows-1252 leaves open as the controls that they are in Latin-1.

    Source: https://encoding.spec.whatwg.org/#windows-1252
    """
    if isinstance(error, UnicodeEncodeError):
        return error.object[error.start : error.end].encode("latin-1"), error.end
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("latin-1"), error.end


_WINDOWS, _LATIN, _WIDE = "refman.windows-1252", "refman.latin-1", "surrogatepass"
codecs.register_error(_WINDOWS, _read_as_windows)
codecs.register_error(_LATIN, _read_as_latin)

_EXACT = {"utf-8": "surrogateescape", "utf-16": _WIDE, "utf-32": _WIDE}
"""How an encoding's faults are kept, so that each byte comes back."""


def _without_nul(text: str) -> str:
    return text.replace("\0", " ")
