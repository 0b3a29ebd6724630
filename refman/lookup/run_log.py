"""What sources answered in a run, kept line by line: a run that was killed goes on where it was.

One file a run, under the user's state folder: a line a question, with the records that answered it.
It is only ever added to, so a kill can cost but its last line. A run that comes to its end deletes
it: the cache of the web answers the next one. It is a help and no more: where it cannot be written,
the work goes on without it.
"""

import contextlib
import hashlib
import logging
import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

import msgspec

from refman.lookup.source import Candidate
from refman.model import Entry

__all__ = ["KEPT_FOR", "RunLog", "identifiers_question", "run_name", "title_question"]

KEPT_FOR = timedelta(days=1)
"""What was answered longer ago is asked again (and the cache may know): records come daily."""

_SYNCED = 16
"""After so many lines the disk has them; a kill costs none, a power cut no more than these."""

_SUFFIX = ".jsonl"

_log = logging.getLogger(__name__)


class _Line(msgspec.Struct, frozen=True):
    """Hold an answer: the question's digest, when its run began, and the records."""

    question: str
    at: datetime
    found: msgspec.Raw


class RunLog:
    """Know what was answered in this run and before it was broken off; safe in several threads.

    Attributes:
        resumed: how many answers an earlier run had left.
    """

    def __init__(self, file: Path | None = None, *, now: datetime) -> None:
        """Read what is there.

        Args:
            file: where it is kept; None keeps it only as long as this object lives.
            now: when this run begins, with a time zone.
        """
        self._file = file
        self._now = now
        self._lock = threading.Lock()
        self._known: dict[str, bytes] = {}
        self._stream: BinaryIO | None = None
        self._unsynced = 0
        self.resumed = 0
        if file is not None:
            _delete_old(file.parent, now)
            self._known.update(_read(file, now))
            self.resumed = len(self._known)
            self._stream = _opened(file, is_new=not self._known)

    def get(self, question: str) -> list[Candidate] | None:
        """Return the records that answered a question; None where it was not answered yet."""
        with self._lock:
            found = self._known.get(question)
        return None if found is None else msgspec.json.decode(found, type=list[Candidate])

    def put(self, answers: Iterable[tuple[str, Sequence[Candidate]]]) -> None:
        """Keep the answers to some questions."""
        encoded = [(question, msgspec.json.encode(found)) for question, found in answers]
        lines = (_Line(question, self._now, msgspec.Raw(found)) for question, found in encoded)
        # an end of line before each too: the one before may have been torn
        data = b"".join(b"\n" + msgspec.json.encode(line) + b"\n" for line in lines)
        with self._lock:
            self._known.update(encoded)
            self._write(data, len(encoded))

    def close(self, *, is_done: bool) -> None:
        """Close the file; of a run that came to its end nothing is kept."""
        with self._lock:
            self._end()
            if is_done and self._file is not None:
                with contextlib.suppress(OSError):
                    self._file.unlink(missing_ok=True)

    def _write(self, lines: bytes, number: int) -> None:
        if self._stream is None:
            return
        try:
            _write_whole(self._stream, lines)
            self._unsynced += number
            if self._unsynced >= _SYNCED:
                os.fsync(self._stream.fileno())
                self._unsynced = 0
        except OSError as error:
            _log.warning("%s cannot be written, so a kill would lose answers: %s",
                         self._file, error)  # fmt: skip
            self._end()

    def _end(self) -> None:
        if self._stream is not None:
            with contextlib.suppress(OSError):
                self._stream.close()
            self._stream = None


def title_question(source: str, entry: Entry) -> str:
    """Return what tells a question by title from others: what sources ask by, and no more."""
    first = next((name.family or name.literal for name in entry.author[:1]), None)
    return _digest(["title", source, entry.title, first])


def identifiers_question(source: str, entry: Entry) -> str:
    """Return what tells a question by identifiers from others."""
    known = entry.identifiers
    if known.arxiv is not None:  # the version and the class are not asked by
        plain = msgspec.structs.replace(known.arxiv, version=None, primary_class=None)
        known = msgspec.structs.replace(known, arxiv=plain)
    return _digest(["identifiers", source, known])


def run_name(entries: Iterable[Entry], sources: Iterable[str]) -> str:
    """Return the name of the file of a run: the same for the same papers and sources."""
    papers = [
        (identifiers_question("", entry), title_question("", entry), _digest(entry.abstract))
        for entry in entries
    ]
    return _digest([sorted(sources), papers]) + _SUFFIX


def _digest(value: object) -> str:
    # by repr, for a listing may hold halves of signs, which JSON does not take
    return hashlib.sha256(repr(value).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _read(file: Path, now: datetime) -> Iterator[tuple[str, bytes]]:
    """Yield the answers of a file; a line that is torn, not ours or too old is passed."""
    try:
        data = file.read_bytes()
    except OSError:
        return
    for line in data.splitlines():
        try:
            found = msgspec.json.decode(line, type=_Line)
            msgspec.json.decode(found.found, type=list[Candidate])
            is_old = now - found.at > KEPT_FOR
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TypeError):
            continue
        if not is_old:
            yield found.question, bytes(found.found)


def _write_whole(stream: BinaryIO, data: bytes) -> None:
    """Write without a buffer: what was written is with the system, and outlives a kill."""
    while data:
        data = data[stream.write(data) :]


def _opened(file: Path, *, is_new: bool) -> BinaryIO | None:
    try:
        # what one looks up is nobody else's business
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        empty = os.O_TRUNC if is_new else 0
        handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT | empty, 0o600)
    except OSError as error:
        _log.warning("%s cannot be written, so a kill would lose answers: %s", file, error)
        return None
    return os.fdopen(handle, "wb", buffering=0)


def _delete_old(folder: Path, now: datetime) -> None:
    oldest = (now - KEPT_FOR).timestamp()
    with contextlib.suppress(OSError):
        for file in folder.glob(f"*{_SUFFIX}"):
            if file.stat().st_mtime < oldest:
                file.unlink(missing_ok=True)
