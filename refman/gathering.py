"""What was read of several inputs, kept aside until it is put into a library.

Reading takes long and may fail; while a library is written nobody else can write. So all is read
first, and kept in memory, or in a file without a name where it is much.
"""

import os
import struct
import tempfile
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import IO, Self

import msgspec

from refman.errors import InputError, OutputError
from refman.library.rows import sound
from refman.model import Entry, LeftOver, Record, Span, WantedRecord
from refman.reading.addresses import is_address
from refman.reading.readers.pdf import PDF

__all__ = ["Gathered", "Gathering"]

_IN_MEMORY_BYTES = 64 * 1024 * 1024
_POINTER = struct.Struct(">Q")


class _Line(msgspec.Struct, frozen=True, array_like=True):
    """Hold what is kept of a record, a line each."""

    span: Span
    entry: Entry
    is_wanted: bool = False


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Line)


class Gathered(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what was read of one input; its papers and its text are with the gathering.

    Attributes:
        source: its name as the user gave it.
        kind: the reader that read it.
        left_over: what in it is no paper, in the order of the text.
        count: how many papers there are.
        first: where they begin.
        text: where its text lies.
    """

    source: str
    kind: str
    left_over: tuple[LeftOver, ...]
    count: int
    first: int
    text: Span

    @property
    def is_pdf(self) -> bool:
        """Whether it was read as the PDF of a paper."""
        return self.kind == PDF.kind

    @property
    def pdf(self) -> Path | None:
        """The file of this machine that is the PDF; None for all else, and where it is gone.

        What came by standard input or from the web is no such file.
        """
        if not self.is_pdf or self.source == "-" or is_address(self.source):
            return None
        path = Path(self.source).absolute()
        return path if os.path.isfile(path) else None  # noqa: PTH113 - whatever the name holds


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """Hold what a file says of an input; what is left over is in its text."""

    gathered: Gathered
    left_over: tuple[tuple[Span, str, bool], ...]


class Gathering:
    """Hold what was read, input by input; a context manager.

    Args:
        path: a file that is not there yet, in which it stays for another process; None for one
            without a name, which goes with it.

    Raises:
        OutputError: the file cannot be made.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.all: list[Gathered] = []
        self._file: IO[bytes]
        self._end = 0
        if path is None:
            self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115
        else:
            with _room():
                self._file = path.open("x+b")

    @classmethod
    def taken_up(cls, path: Path) -> Self:
        """Return what another process has kept in a file.

        Raises:
            InputError: it is not there any more, or is no such file.
        """
        made = cls()
        try:
            made._file.close()
            made._file = path.open("rb")
            made._file.seek(-_POINTER.size, os.SEEK_END)
            (made._end,) = _POINTER.unpack(made._file.read())
            made._file.seek(made._end)
            kept = msgspec.msgpack.decode(made._file.read()[: -_POINTER.size], type=list[_Kept])
        except (OSError, ValueError, struct.error, msgspec.MsgspecError) as error:
            made._file.close()
            raise InputError(
                "what was read is not there any more; open it again", source=str(path)
            ) from error
        made.all = [made._with_left_over(each) for each in kept]
        return made

    def keep(self) -> None:
        """Write to the end of the file what another process must know of it.

        Raises:
            OutputError: there is no room for it.
        """
        kept = [
            _Kept(
                msgspec.structs.replace(each, left_over=()),
                tuple((one.span, one.why, one.is_fault) for one in each.left_over),
            )
            for each in self.all
        ]
        end = self._write(self._end, msgspec.msgpack.encode(kept))
        self._write(end, _POINTER.pack(self._end))
        with _room():
            self._file.flush()

    def _with_left_over(self, kept: _Kept) -> Gathered:
        text = self.text(kept.gathered)
        return msgspec.structs.replace(
            kept.gathered,
            left_over=tuple(
                LeftOver(span, text[span.start : span.end], why, is_fault)
                for span, why, is_fault in kept.left_over
            ),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    @property
    def count(self) -> int:
        """How many papers there are in all."""
        return sum(gathered.count for gathered in self.all)

    def take(
        self, *, source: str, kind: str, text: str, pieces: Iterable[Record | LeftOver]
    ) -> Gathered:
        """Keep what is read of an input; nothing of it where reading it fails.

        Args:
            source: the input's name, as the user gave it.
            kind: the reader that reads it.
            text: as decoded: what spans count in.
            pieces: in the order of the text.

        Raises:
            OutputError: there is no room for it.
        """
        left_over: list[LeftOver] = []
        end, count = self._end, 0
        for piece in pieces:
            if isinstance(piece, LeftOver):
                left_over.append(piece)
                continue
            end = self._write(end, _line_of(piece))
            count += 1
        text_end = self._write(end, text.encode(errors="surrogatepass"))
        gathered = Gathered(
            source=source,
            kind=kind,
            left_over=tuple(left_over),
            count=count,
            first=self._end,
            text=Span(end, text_end),
        )
        self.all.append(gathered)
        self._end = text_end
        return gathered

    def records(self, gathered: Gathered) -> Iterator[Record]:
        """Yield an input's papers, in the order of the text; problems are left out."""
        at = gathered.first
        with _room():
            for _ in range(gathered.count):
                self._file.seek(at)
                line = self._file.readline()
                at += len(line)
                told = _decoder.decode(line)
                kind = WantedRecord if told.is_wanted else Record
                yield kind(entry=told.entry, span=told.span)

    def text(self, gathered: Gathered) -> str:
        """Return an input's text."""
        start, end = gathered.text.start, gathered.text.end
        with _room():
            self._file.seek(start)
            return self._file.read(end - start).decode(errors="surrogatepass")

    def _write(self, at: int, data: bytes) -> int:
        with _room():
            self._file.seek(at)
            self._file.write(data)
        return at + len(data)


def _line_of(record: Record) -> bytes:
    # The same as the library holds, so that what cannot be kept is mended here already.
    line = _Line(record.span, record.entry, isinstance(record, WantedRecord))
    try:
        return _encoder.encode(line) + b"\n"
    except UnicodeEncodeError:
        return _encoder.encode(msgspec.structs.replace(line, entry=sound(record.entry))) + b"\n"


@contextmanager
def _room() -> Generator[None]:
    try:
        yield
    except OSError as error:
        folder = tempfile.gettempdir()
        raise OutputError(
            f"what is read cannot be kept in {folder} ({error.strerror or error}): make room there,"
            " or name another folder in TMPDIR",
            target=folder,
        ) from error
