"""Whom this computer asked: the hosts that were reached, kept here for the user alone.

They stand in a text file, to which a line is added when a client connects to a host for the first
time, and again in later minutes in which it connects anew. A line tells the host, and when::

    api.crossref.org 2031-05-04T03:02:01Z

How often is not told: one deed of a person, such as a push, may take several clients, and one of
its connections many questions.

A host counts once a connection stands, before anything is sent: what is killed then has told too
much rather than too little. One that refused connections, or was never reached, was not asked.

What cannot be written is not noted, and what cannot be read is passed over: the work goes on.
"""

import contextlib
import logging
import os
import re
import threading
import time
from collections.abc import Callable, Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from refman.errors import OutputError
from refman.places import state_folder
from refman.web.guard import DEFAULT_PORTS

__all__ = ["Contact", "Contacts", "contacts_file", "forget_contacts", "read_contacts"]

_MOST_BYTES = 256 * 1024
"""Above this the file is written anew, a line a host: some seven thousand lines."""

_KEPT_BYTES = _MOST_BYTES // 2
"""So much is left of it then; the hosts that were asked longest ago go first."""

_PATIENCE_S, _STEP_S = 0.4, 0.01
"""How long another process is waited for that has the file locked, and how often."""

_LINE = re.compile(r"([!-~]{1,300}) (2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\dZ)\Z", re.ASCII)
"""It ends with what a torn line lacks."""

_ODD = re.compile(r"[^!-~]")
_LONGEST_NAME = 253  # Source: RFC 1035, section 2.3.4, without the dot at its end

_log = logging.getLogger(__name__)


class Contact(msgspec.Struct, frozen=True):
    """Tell of a host that was asked.

    Attributes:
        host: with its port, where that is not the usual one of the web.
        last: when a connection to it was last made, to the minute.
    """

    host: str
    last: datetime


class Contacts:
    """Note whom one client connects to; safe to use from several threads at once.

    Other processes may note theirs in the same file meanwhile.
    """

    def __init__(self, file: Path, now: Callable[[], datetime]) -> None:
        self._file = file
        self._now = now
        self._lock = threading.Lock()
        self._noted: dict[str, datetime] = {}

    def note(self, host: str, port: int) -> None:
        """Note that a connection to this host stands."""
        at = self._now().astimezone(UTC)
        minute = at.replace(second=0, microsecond=0)
        shown = _shown(host, port)
        with self._lock:
            if self._noted.get(shown) == minute:
                return
            self._noted[shown] = minute
        _add(self._file, Contact(shown, at))


def contacts_file() -> Path:
    """Return where they are kept."""
    return state_folder() / "asked-hosts.txt"


def read_contacts(file: Path) -> list[Contact]:
    """Return the hosts that were asked, each once, the one that was asked last first."""
    try:
        return _read(file)
    except OSError as error:
        _log.info("%s cannot be read: %s", file, error.strerror)
        return []


def forget_contacts(file: Path) -> None:
    """Forget all hosts that were asked until now.

    Raises:
        OutputError: they cannot be forgotten.
    """
    try:
        if not file.is_file():
            return
        with _alone(file) as is_alone:
            if not is_alone:
                raise OutputError(
                    f"another program is writing into {file}: wait until it is done,"
                    " and do it again",
                    target=str(file),
                )
            _new(file).unlink(missing_ok=True)
            os.truncate(file, 0)  # its name may be a link to it
    except OSError as error:
        raise OutputError(
            f"{file} cannot be written: {error.strerror or error}", target=str(file)
        ) from error


def _shown(host: str, port: int) -> str:
    """Return a host as it is noted; signs that no host has are hidden."""
    name = _ODD.sub("?", host.rstrip(".").lower())[:_LONGEST_NAME] or "?"
    if ":" in name:
        name = f"[{name}]"
    return name if port in DEFAULT_PORTS.values() else f"{name}:{port}"


def _add(file: Path, contact: Contact) -> None:
    line = _line(contact)
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(file) as is_alone:
            size = _append(file, line)
            if size > _MOST_BYTES and is_alone:
                _shorten(file)
    except OSError as error:
        _log.info(
            "%s cannot be written, so %s is not noted: %s", file, contact.host, error.strerror
        )


def _line(contact: Contact) -> bytes:
    at = contact.last.replace(tzinfo=None).isoformat(timespec="seconds")
    return f"{contact.host} {at}Z\n".encode("ascii")


def _append(file: Path, line: bytes) -> int:
    """Add a line with one call of the system, behind what is torn too; return the file's size."""
    with os.fdopen(_handle(file, os.O_RDWR | os.O_APPEND), "r+b", buffering=0) as stream:
        size = stream.seek(0, os.SEEK_END)
        if size:
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                line = b"\n" + line
        stream.write(line)
    return size + len(line)


def _shorten(file: Path) -> None:
    """Put a file in its place that has a line a host, of those that were asked last."""
    lines: list[bytes] = []
    left = _KEPT_BYTES
    for contact in _read(file):
        line = _line(contact)
        left -= len(line)
        if left < 0:
            break
        lines.append(line)
    new = _new(file)
    with os.fdopen(_handle(new, os.O_WRONLY | os.O_TRUNC), "wb") as stream:
        stream.writelines(reversed(lines))
    new.replace(file)


def _read(file: Path) -> list[Contact]:
    if not file.is_file():
        return []
    with file.open("rb") as stream:
        start = max(0, stream.seek(0, os.SEEK_END) - 2 * _MOST_BYTES)
        stream.seek(start)
        data = stream.read(2 * _MOST_BYTES)
    if start:  # in the middle of a line
        data = data.partition(b"\n")[2]
    found: dict[str, datetime] = {}
    for text in data.decode("ascii", "replace").splitlines():
        line = _LINE.match(text)
        if line is None:
            continue
        try:
            last = datetime.fromisoformat(line[2])
        except ValueError:  # such as a day 32
            continue
        found[line[1]] = max(last, found.get(line[1], last))
    newest_first = sorted(found.items(), key=lambda item: (-item[1].timestamp(), item[0]))
    return [Contact(host, last) for host, last in newest_first]


def _handle(file: Path, flags: int) -> int:
    """Open a file; a new one is for the user alone."""
    return os.open(file, flags | os.O_CREAT, 0o600)


def _new(file: Path) -> Path:
    return file.with_name(f"{file.name}.new")


@contextlib.contextmanager
def _alone(file: Path) -> Generator[bool]:
    """Let one process at a time change the file; False where another does not come to an end."""
    with file.with_name(f"{file.name}.lock").open("ab") as lock:
        end = time.monotonic() + _PATIENCE_S
        while not (is_alone := _locked(lock)) and time.monotonic() < end:
            time.sleep(_STEP_S)
        yield is_alone


def _locked(lock: BinaryIO) -> bool:
    """Lock a file until it is closed, and tell whether that was done.

    A lock there cannot be, as in some file systems and on Windows, is not waited for.
    """
    try:
        import fcntl  # noqa: PLC0415 - Windows has none

        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return True
    return True
