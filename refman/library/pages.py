"""The pages of a library's file read without SQLite, which gives up a damaged file as a whole.

What was committed to the write-ahead log, and not brought into the file yet, is seen.

Source: https://sqlite.org/fileformat2.html, 1.2, 1.3, 1.5, 4.1 and 4.2.
"""

import os
from collections.abc import Iterator
from struct import Struct, unpack, unpack_from
from typing import BinaryIO, NamedTuple

__all__ = ["Pages"]

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_USUAL_SIZE = 4096
"""Of a page, where no header tells it: what SQLite takes by itself."""
_SIZES = frozenset(1 << power for power in range(9, 17))

_LOG_HEADER, _FRAME = Struct(">8I"), Struct(">6I")
_LOG_MAGIC = 0x377F0682
"""And one more where its sums are counted in big-endian numbers."""
_SUMMED_BYTES = 8
_LOW_BITS = 0xFFFF_FFFF


class Pages:
    """Hold the pages of a file, which are numbered from 1.

    Attributes:
        size: of each, in bytes.
        count: no page has a greater number.
    """

    def __init__(self, file: BinaryIO, log: BinaryIO | None = None) -> None:
        """Look at the headers only, and at the log.

        Args:
            file: the library's.
            log: its write-ahead log, where there is one.
        """
        self._file, self._log = file, log
        told = _size_told(_read(file, 0, _HEADER_BYTES))
        found = _Log.opened(log) if log is not None else None
        self.size = told or (found.size if found else _USUAL_SIZE)
        # A log of other pages is another file's.
        self._logged = found.pages() if found is not None and found.size == self.size else {}
        self.count = max(file.seek(0, os.SEEK_END) // self.size, *self._logged, 0)

    def read(self, number: int) -> bytes:
        """Return a page; nothing where it is not there as a whole."""
        at = self._logged.get(number)
        if at is not None and self._log is not None:
            return _read(self._log, at, self.size)
        page = _read(self._file, (number - 1) * self.size, self.size) if number > 0 else b""
        return page if len(page) == self.size else b""

    def free(self) -> set[int]:
        """Return the pages that nothing stands on any more, as far as it can be known."""
        first = self.read(1)
        (trunk,) = unpack_from(">I", first, 32) if _size_told(first) else (0,)
        free: set[int] = set()
        while trunk not in free and (page := self.read(trunk)):
            following, count = unpack_from(">2I", page)
            if count > self.size // 4 - 2:
                break  # no page of the list
            free |= {trunk, *unpack_from(f">{count}I", page, 8)}
            trunk = following
        return free


def _read(file: BinaryIO, at: int, size: int) -> bytes:
    """Return what stands somewhere in a file; nothing where its disk cannot read it."""
    try:
        file.seek(at)
        return file.read(size)
    except OSError:
        return b""


def _size_told(header: bytes) -> int:
    """Return the size of a page that a file's header tells; 0 where it is no header."""
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        return 0
    (size,) = unpack_from(">H", header, len(_MAGIC))
    size = 1 << 16 if size == 1 else size
    return size if size in _SIZES else 0


class _Log(NamedTuple):
    """A write-ahead log whose header is sound."""

    file: BinaryIO
    size: int
    salt: tuple[int, int]
    sums: tuple[int, int]
    order: str

    @classmethod
    def opened(cls, file: BinaryIO) -> "_Log | None":
        header = _read(file, 0, _LOG_HEADER.size)
        if len(header) < _LOG_HEADER.size:
            return None
        magic, _, size, _, *salt, first, second = _LOG_HEADER.unpack(header)
        order = ">" if magic & 1 else "<"
        sums = _summed(header[:-_SUMMED_BYTES], order, (0, 0))
        if magic | 1 != _LOG_MAGIC | 1 or size not in _SIZES or sums != (first, second):
            return None
        return cls(file, size, (salt[0], salt[1]), sums, order)

    def pages(self) -> dict[int, int]:
        """Return where in the log the last committed state of each page in it stands."""
        committed: dict[int, int] = {}
        since: dict[int, int] = {}
        for number, at, is_commit in self._frames():
            since[number] = at
            if is_commit:
                committed |= since
                since.clear()
        return committed

    def _frames(self) -> Iterator[tuple[int, int, bool]]:
        sums, at = self.sums, _LOG_HEADER.size
        while len(frame := _read(self.file, at, _FRAME.size + self.size)) == (
            _FRAME.size + self.size
        ):
            number, length, *salt, first, second = _FRAME.unpack_from(frame)
            sums = _summed(frame[:_SUMMED_BYTES], self.order, sums)
            sums = _summed(frame[_FRAME.size :], self.order, sums)
            if (*salt,) != self.salt or sums != (first, second):
                return  # what is left of an earlier log, or was not written to its end
            yield number, at + _FRAME.size, length > 0
            at += len(frame)


def _summed(content: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    first, second = sums
    words = unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = first + even + second & _LOW_BITS
        second = second + odd + first & _LOW_BITS
    return first, second
