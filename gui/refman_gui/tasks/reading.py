"""What is to be imported, read: each input's text and segments, and what the library has of it."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.errors import InputError, LibraryError
from refman.model import LeftOver, Record
from refman.outcomes import Fate, Outcome
from refman.previewing import Segment
from refman_gui.tasks import Reports, Task
from refman_gui.tasks.inputs import Documents, Input

if TYPE_CHECKING:
    from refman.gathering import Gathering
    from refman.pipeline import Reading
    from refman.reading.document import Document
    from refman.reading.reader import Piece

__all__ = [
    "MOST_SEGMENTS",
    "MOST_TEXT",
    "READING",
    "Came",
    "Closed",
    "Further",
    "Input",
    "Judged",
    "Kept",
    "Opened",
    "Refused",
    "Request",
    "Result",
    "SegmentsCame",
    "Tally",
    "TextCame",
    "Verdict",
    "tally",
    "verdict_of",
]

MOST_TEXT = 4_000_000
"""So many characters of one input are shown."""

MOST_SEGMENTS = 5_000
"""So many papers and stretches of one input are listed; all are read and counted."""

_MOST_TEXT_IN_ALL = 32_000_000
_MOST_SEGMENTS_IN_ALL = 20_000
_TEXT_PIECE = 100_000
_SEGMENTS_PIECE = 100
_SEGMENTS_BYTES = 200_000
_FATES_PIECE = 200


class Request(msgspec.Struct, frozen=True):
    """Ask for inputs to be read.

    Attributes:
        inputs: in the order in which they are shown; a folder stands for all files in it.
        kept: the file, not there yet, that takes what is read until it is added.
        library: tells what it has already.
        copies: the folder that takes copies of what is read, so that it can be read again; None
            where none are made.
        is_again: it was read before, and is kept whatever becomes of this.
    """

    inputs: tuple[Input, ...]
    kept: str
    library: str
    copies: str | None = None
    is_again: bool = False


class Opened(msgspec.Struct, frozen=True, tag="opened"):
    """Begin an input; what comes after it is of this one.

    Attributes:
        number: of the input, counted from 0.
        source: its name.
        kind: the reader that reads it.
        length: of its text, in characters.
        shown: how many of them come.
        input: names it, so that it can be read again.
        kinds: all readers, each with what people call it; with the first input only.
    """

    number: int
    source: str
    kind: str
    length: int
    shown: int
    input: Input
    kinds: tuple[tuple[str, str], ...] = ()


class TextCame(msgspec.Struct, frozen=True, tag="text"):
    """Bring the next piece of the text."""

    number: int
    text: str


class SegmentsCame(msgspec.Struct, frozen=True, tag="segments"):
    """Bring the next segments."""

    number: int
    segments: tuple[Segment, ...]


class Closed(msgspec.Struct, frozen=True, tag="closed"):
    """End an input: how much there is in all, of which the segments that came are the head.

    Attributes:
        digest: of the text and the segments that came.
    """

    number: int
    papers: int
    left_over: int
    links: int
    digest: str = ""


class Kept(msgspec.Struct, frozen=True, tag="kept"):
    """Tell that all inputs are read, and what was read is kept: it can be added."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Tell that an input cannot be read; the rest goes on.

    Attributes:
        name: of the input, where it has one.
    """

    message: str
    name: str | None = None


class Verdict(msgspec.Struct, frozen=True, array_like=True):
    """Say what becomes of a paper when it is added.

    Attributes:
        key: of the entry that it is, or may be; empty where it is new.
        filled: names of the fields that this entry lacks, and could get.
        is_twice: what it is, or may be, comes in with it, and is not in the library.
    """

    outcome: Outcome
    key: str = ""
    why: str = ""
    filled: tuple[str, ...] = ()
    is_twice: bool = False


class Judged(msgspec.Struct, frozen=True, tag="judged"):
    """Tell what becomes of an input's papers, those from number ``first`` on."""

    number: int
    first: int
    verdicts: tuple[Verdict, ...]


Further = TextCame | SegmentsCame | Closed | Judged
"""Something more of an input that has begun."""

_What = Opened | Further | Kept | Refused


class Came(msgspec.Struct, frozen=True):
    """Bring a piece of what is read."""

    what: _What


class Tally(msgspec.Struct, frozen=True, array_like=True):
    """Count papers by what becomes of them.

    Attributes:
        known, doubtful: are, or may be, in the library already, or twice in what is read.
        twice, doubtful_twice: those of them that are, or may be, twice in what is read.
        fills: those whose entries lack something that they have.
    """

    known: int = 0
    doubtful: int = 0
    twice: int = 0
    doubtful_twice: int = 0
    fills: int = 0


class Result(msgspec.Struct, frozen=True):
    """Tell what became of the whole.

    Attributes:
        unlisted: of each input, what the library has of the papers that are not listed.
        notice: why it is not known what the library has; None where it is.
    """

    unlisted: tuple[Tally, ...]
    notice: str | None = None


READING = Task(__name__, Request, Came, Result)


def run(request: Request, reports: Reports) -> Result:
    """Read all inputs, keep what was read, and look what of it the library has."""
    from refman.gathering import Gathering

    with Gathering(Path(request.kept)) as gathering:
        work = _Work(gathering, reports)
        work.read(request)
        gathering.keep()
        reports.send(Came(Kept()))
        try:
            unlisted = work.judge(Path(request.library))
        except LibraryError as error:
            return Result((Tally(),) * len(gathering.all), str(error))
    return Result(unlisted)


class _Work:
    """Read inputs, and send what is shown of them."""

    def __init__(self, gathering: "Gathering", reports: Reports) -> None:
        self._gathering, self._reports = gathering, reports
        self._kinds: tuple[tuple[str, str], ...] = ()
        self._listed: list[int] = []  # how many papers of each input are listed
        self._text_left = _MOST_TEXT_IN_ALL
        self._segments_left = _MOST_SEGMENTS_IN_ALL

    def read(self, request: Request) -> None:
        """Read all inputs; of a bad one it is told why."""
        from refman.pipeline import read
        from refman.plugins import load_readers

        readers = load_readers()
        self._kinds = tuple((name, reader.label) for name, reader in readers.items())
        for each, document in Documents(
            request.inputs, request.copies, self._reports, self._refuse
        ):
            kind = each.kind if each.kind in readers else None
            reading = read(document, readers, kind=kind, progress=self._reports.progress)
            self._take(each, document, reading)

    def judge(self, library: Path) -> tuple[Tally, ...]:
        """Send what the library has of what is listed; return how much it has of the rest."""
        from datetime import UTC, datetime

        from refman.library import open_library
        from refman.previewing import judge

        if not self._gathering.count:
            return ()

        def now() -> datetime:
            return datetime.now(UTC)

        with open_library(library, now=now, read_only=True) as opened:
            fates = judge(opened, self._gathering, now=now(), progress=self._reports.progress)
        at = 0
        unlisted: list[Tally] = []
        for number, (gathered, listed) in enumerate(
            zip(self._gathering.all, self._listed, strict=True)
        ):
            own = fates[at : at + gathered.count]
            at += gathered.count
            for first in range(0, listed, _FATES_PIECE):
                some = own[first : min(first + _FATES_PIECE, listed)]
                self._send(Judged(number, first, tuple(map(verdict_of, some))))
            unlisted.append(tally(map(verdict_of, own[listed:]), Tally()))
        return tuple(unlisted)

    def _take(self, each: Input, document: "Document", reading: "Reading") -> None:
        number = len(self._gathering.all)
        most_text, most = self._text_left, self._segments_left
        if each.head is not None:
            most_text, most = each.head
        shown = document.text[: min(MOST_TEXT, max(0, most_text))]
        self._text_left -= len(shown)
        opened = Opened(
            number=number,
            source=document.source,
            kind=reading.kind,
            length=len(document.text),
            shown=len(shown),
            input=each,
            kinds=self._kinds if number == 0 else (),
        )
        self._send(opened)
        for at in range(0, len(shown), _TEXT_PIECE):
            self._send(TextCame(number, shown[at : at + _TEXT_PIECE]))
        most = min(MOST_SEGMENTS, most)
        listing = _Listing(number, document.text, len(shown), most, self._send)
        self._gathering.take(
            source=document.source,
            kind=reading.kind,
            text=document.text,
            pieces=listing.records(document, reading),
        )
        self._listed.append(listing.papers_listed)
        self._segments_left -= listing.listed
        counts = (listing.papers, listing.left_over, listing.links)
        self._send(Closed(number, *counts, str(listing.digest)))

    def _refuse(self, error: InputError, name: str | None) -> None:
        self._send(Refused(str(error), name))

    def _send(self, what: _What) -> None:
        self._reports.send(Came(what))


class _Listing:
    """Send the segments of one input, and count them."""

    def __init__(
        self, number: int, text: str, length: int, most: int, send: Callable[[_What], None]
    ) -> None:
        from refman.previewing import ReadingDigest

        self._number, self._length, self._most, self._send = number, length, most, send
        self.digest = ReadingDigest(text)
        self._held: list[Segment] = []
        self._held_bytes = 0
        self._is_full = False
        self.papers = self.left_over = self.links = self.listed = self.papers_listed = 0

    def records(self, document: "Document", reading: "Reading") -> Iterator[Record | LeftOver]:
        """Yield what is kept of each piece."""
        from refman.pipeline import entry_of

        for piece in reading.pieces:
            is_paper = not isinstance(piece, LeftOver)
            if not self._is_full:
                self._list(piece, document.text, is_paper=is_paper)
            if isinstance(piece, LeftOver):
                self.left_over += 1
                yield piece
                continue
            entry = entry_of(piece, source=document.source)
            self.papers += 1
            self.links += len(entry.links)
            yield Record(entry=entry, span=piece.span)
        self._flush()

    def _list(self, piece: "Piece", text: str, *, is_paper: bool) -> None:
        from refman.previewing import segment_of

        if piece.span.end > self._length or self.listed >= self._most:
            self._is_full = True
            return
        segment = segment_of(piece, text, self.papers if is_paper else self.left_over)
        self.digest.add(segment)
        self.listed += 1
        self.papers_listed += is_paper
        self._held.append(segment)
        self._held_bytes += piece.span.end - piece.span.start if is_paper else 0
        if len(self._held) >= _SEGMENTS_PIECE or self._held_bytes > _SEGMENTS_BYTES:
            self._flush()

    def _flush(self) -> None:
        if self._held:
            self._send(SegmentsCame(self._number, tuple(self._held)))
            self._held, self._held_bytes = [], 0


def verdict_of(fate: Fate) -> Verdict:
    """Return what is shown of a paper's fate."""
    key = fate.key if fate.outcome is not Outcome.NEW else ""
    return Verdict(fate.outcome, key, fate.why, fate.filled, fate.is_twice)


def tally(verdicts: Iterable[Verdict], more: Tally) -> Tally:
    """Count papers, besides those that are counted."""
    known, doubtful, twice, doubtful_twice, fills = msgspec.structs.astuple(more)
    for verdict in verdicts:
        is_known = verdict.outcome is Outcome.KNOWN
        is_doubtful = verdict.outcome is Outcome.DOUBTFUL
        known += is_known
        doubtful += is_doubtful
        twice += is_known and verdict.is_twice
        doubtful_twice += is_doubtful and verdict.is_twice
        fills += bool(verdict.filled)
    return Tally(known, doubtful, twice, doubtful_twice, fills)
