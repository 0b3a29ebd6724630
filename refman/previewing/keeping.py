"""What is open in an import, written down as it is corrected, so that it is there again later.

Each input has a file of its own: a line for where it came from, one for how it was read, then one
for each correction, undo and redo. Lines are only added, so that a program that is killed loses no
more than the line it was writing. What was read is not in it: the input is read again, and the
corrections are made again where that gives what it gave before.
"""

import contextlib
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from refman.errors import InputError, OutputError
from refman.library.rows import sound
from refman.previewing.previews import Previews
from refman.previewing.segments import Preview, Segment
from refman.previewing.steps import Change, change_between, changed

__all__ = [
    "Begun",
    "Did",
    "Event",
    "KeptPreview",
    "LetGo",
    "Log",
    "Read",
    "ReadingDigest",
    "Turned",
    "copy_of",
    "keep_for_good",
    "make_again",
    "read_log",
]

VERSION = 1
_LONG_BYTES = 2 << 20
"""A longer file is made short again: what undo could still go back to is less than that costs."""

_MOST_BYTES = 64 << 20
"""What is written is never as long: the segments of one input hold some 4 million characters."""

_PIECE = 1 << 20


class Begun(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag="begun"):
    """Tell where an input came from.

    Attributes:
        version: of this form.
        library: the path of the library that it is for.
        path: of the file, or the address; empty for text that was pasted.
        source: what a person calls it; None for a file, whose path that is.
        kind: the reader that the user named; None for the one that fits best.
        copy: the name of a file beside this one that holds its text, or its PDF; None where the
            file itself is read again.
    """

    version: int = 0
    library: str = ""
    path: str = ""
    source: str | None = None
    kind: str | None = None
    copy: str | None = None


class Read(msgspec.Struct, frozen=True, omit_defaults=True, tag="read"):
    """Tell how an input was read.

    Attributes:
        kind: the reader that did.
        digest: of the text, and of what was found in it: corrections fit only these.
        shown: how many characters of it are shown; None for as many as there are.
        listed: how many papers and stretches are listed, likewise.
    """

    kind: str
    digest: str
    shown: int | None = None
    listed: int | None = None


class Did(msgspec.Struct, frozen=True, tag="did"):
    """Tell of a correction.

    Attributes:
        name: for undo, as a person reads it.
        change: what it did.
    """

    name: str
    change: Change


class Turned(msgspec.Struct, frozen=True, tag="turned"):
    """Tell that a correction was undone, or redone."""

    is_undo: bool


class LetGo(msgspec.Struct, frozen=True, tag="let go"):
    """Tell that the input was let go, or brought back."""

    is_back: bool = False


Event = Did | Turned
_Line = Begun | Read | Did | Turned | LetGo

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(_Line)


class ReadingDigest:
    """Make the digest of what a reading gave, while it is read."""

    def __init__(self, text: str) -> None:
        self._digest = hashlib.sha256()
        for at in range(0, len(text), _PIECE):
            self._digest.update(text[at : at + _PIECE].encode(errors="surrogatepass"))

    def add(self, segment: Segment) -> None:
        """Take the next segment."""
        told = (segment.span, segment.kind, segment.number, segment.title_span)
        self._digest.update(_encoder.encode(told))

    def __str__(self) -> str:
        return self._digest.hexdigest()


class KeptPreview(msgspec.Struct, frozen=True):
    """Hold what was kept of an input.

    Attributes:
        log: its file, to be written on.
        begun: where it came from.
        read: how it was read; None where it was not read to its end.
        events: what was done to it since, in that order.
        is_let_go: a person wants it no more.
    """

    log: "Log"
    begun: Begun
    read: Read | None
    events: tuple[Event, ...]
    is_let_go: bool


class Log:
    """Write the file of one input.

    Attributes:
        path: of the file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._begun: Begun | None = None
        self._read: Read | None = None
        self._size = 0

    def begin(self, begun: Begun) -> None:
        """Write where the input comes from, in place of what is there.

        Raises:
            OutputError: it cannot be written.
        """
        self._begun, self._read = begun, None
        self._replace([begun])

    def note_read(self, read: Read) -> None:
        """Write how it was read; nothing where it was read so before.

        Raises:
            OutputError: as for note.
        """
        if read != self._read:
            self._read = read
            self._add(read)

    def note(self, event: Event, previews: Previews) -> None:
        """Write what was done.

        Args:
            event: that.
            previews: after it; where the file is long, or lacks a line that could not be written,
                this is all that is kept.

        Raises:
            OutputError: it cannot be written; what was written before is there still.
        """
        if self._size <= _LONG_BYTES or self._begun is None or self._read is None:
            self._add(event)
            return
        # From here on each event writes the whole, for a later undo must not go back behind it.
        name = previews.undo_name or ""
        whole = Did(name, change_between(previews.first, previews.now))
        self._replace([self._begun, self._read, whole], is_long=True)

    def let_go(self, *, is_back: bool = False) -> None:
        """Write that it is let go, or brought back.

        Raises:
            OutputError: as for note.
        """
        self._add(LetGo(is_back))

    def remove(self) -> None:
        """Delete the file, with the copy that belongs to it."""
        with contextlib.suppress(OSError):
            if self._begun is not None and self._begun.copy is not None:
                (self.path.parent / self._begun.copy).unlink(missing_ok=True)
            self.path.unlink(missing_ok=True)

    def taken_up(self, begun: Begun, read: Read | None, size: int) -> None:
        """Take note of what the file holds."""
        self._begun, self._read, self._size = begun, read, size

    def _add(self, line: _Line) -> None:
        data = _encoded(line)
        try:
            with self.path.open("r+b") as file:
                file.seek(0, 2)
                end = file.tell()
                try:
                    file.write(data)
                    file.flush()
                except OSError:
                    file.truncate(end)  # half a line would spoil the next
                    raise
        except OSError as error:
            # What is written next is the whole: later lines do not fit where one is missing.
            self._size = max(self._size, _LONG_BYTES + 1)
            raise _not_kept(self.path, error) from error
        self._size = max(self._size, end) + len(data)

    def _replace(self, lines: Iterable[_Line], *, is_long: bool = False) -> None:
        data = b"".join(map(_encoded, lines))
        new = self.path.with_suffix(".new")
        try:
            new.write_bytes(data)
            keep_for_good(new)
            new.replace(self.path)
        except OSError as error:
            raise _not_kept(self.path, error) from error
        self._size = max(len(data), _LONG_BYTES + 1) if is_long else len(data)


def read_log(path: Path, *, library: str) -> KeptPreview:
    """Return what a file holds; the line that was being written when a program was killed is cut.

    Raises:
        InputError: it is damaged, of a later version, or of another library.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise _not_ours(path, "too long")
        data = path.read_bytes()
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            with path.open("r+b") as file:
                file.truncate(whole)
        lines = [_decoder.decode(line) for line in data[:whole].splitlines()]
    except (OSError, msgspec.MsgspecError, RecursionError) as error:
        raise _not_ours(path, str(error)) from error
    begun = lines[0] if lines else None
    if not isinstance(begun, Begun) or begun.version != VERSION or begun.library != library:
        raise _not_ours(path, "of a later version, or of another library")
    if begun.copy is not None and Path(begun.copy).name != begun.copy:
        raise _not_ours(path, "its copy lies elsewhere")
    read: Read | None = None
    events: list[Event] = []
    is_let_go = False
    for line in lines[1:]:
        if isinstance(line, Read):
            read, events = line, []  # what came before was made of something else
        elif isinstance(line, LetGo):
            is_let_go = not line.is_back
        elif isinstance(line, Did | Turned):
            events.append(line)
    log = Log(path)
    log.taken_up(begun, read, whole)
    return KeptPreview(log, begun, read, tuple(events), is_let_go)


def copy_of(path: Path) -> str | None:
    """Return the name of the copy that a file speaks of, be the rest of it damaged."""
    try:
        with path.open("rb") as file:
            begun = _decoder.decode(file.readline(_LONG_BYTES))
    except (OSError, msgspec.MsgspecError, RecursionError):
        return None
    return begun.copy if isinstance(begun, Begun) else None


def keep_for_good(path: Path) -> None:
    """Wait until a file is on the disk, and would be there after the power had failed.

    Raises:
        OSError: it cannot be.
    """
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def make_again(first: Preview, events: Iterable[Event]) -> Previews:
    """Return the previews that corrections gave, made again of what was read.

    Raises:
        ValueError: they do not fit.
    """
    previews = Previews(first)
    for event in events:
        if isinstance(event, Did):
            previews.do(event.name, changed(previews.now, event.change))
        elif event.is_undo:
            previews.undo()
        else:
            previews.redo()
    return previews


def _encoded(line: _Line) -> bytes:
    try:
        data = _encoder.encode(line)
    except UnicodeEncodeError:  # half a surrogate pair, which a file's name may hold
        data = _encoder.encode(sound(line))
    return data + b"\n"


def _not_kept(path: Path, error: OSError) -> OutputError:
    return OutputError(
        f"the import cannot be kept for the next start in {path.parent}"
        f" ({error.strerror or error}): make room there",
        target=str(path),
    )


def _not_ours(path: Path, why: str) -> InputError:
    return InputError(f"{path.name} is no import that was kept ({why})", source=str(path))
