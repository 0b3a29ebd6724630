"""The folder in which one library's imports are kept until they are added or let go."""

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterable
from itertools import count
from pathlib import Path
from typing import IO
from uuid import uuid4

import msgspec

from refman.errors import InputError, OutputError
from refman.previewing.keeping import (
    VERSION,
    Begun,
    KeptPreview,
    Log,
    copy_of,
    keep_for_good,
    read_log,
)
from refman.reading.document import Document

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

__all__ = ["PDF", "TEXT", "Copies", "Imports", "Looked"]

TEXT, PDF = ".text", ".pdf"
"""How copies end: a text as UTF-8, and a PDF as it is."""

_LOG, _ASIDE, _LOCK, _LOOKED = ".preview", ".aside", "lock", "looked.json"
_MOST_COPY_BYTES = 4 << 20
"""A larger file is read again where it is, as long as it is what it was; copying many would cost
the disk more than a preview is worth."""

_MOST_COPIES_BYTES = 256 << 20
"""So much of copies there is in all, of a folder with thousands of files too."""


class Looked(msgspec.Struct, frozen=True, omit_defaults=True):
    """Tell what a person looked at last.

    Attributes:
        name: of the import.
        place: of the segment in it.
        is_seen: it was the import that was looked at, and nothing else of the window.
    """

    name: str = ""
    place: int = 0
    is_seen: bool = False


class Imports:
    """Hold the folder of a library's imports; no other window has it meanwhile.

    A second window on the same library has a folder of its own, which the next start takes up too.

    Attributes:
        folder: where the files are.
    """

    def __init__(self, root: Path, library: Path) -> None:
        """Take the folder.

        Args:
            root: the folder of all libraries' imports.
            library: the library's file.

        Raises:
            OutputError: it cannot be made.
        """
        path = os.fsencode(library.absolute())
        self._library = path.decode(errors="replace")
        self._root = root
        self._name = hashlib.sha256(path).hexdigest()[:16]
        self._logs: dict[str, Log] = {}
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
            self.folder, self._lock = self._own()
            self._last = max(map(_number, self.folder.iterdir()), default=0)
        except OSError as error:
            raise OutputError(
                f"imports cannot be kept in {root} for the next start ({error.strerror or error})",
                target=str(root),
            ) from error

    def close(self) -> None:
        """Leave the folder to the next window."""
        self._lock.close()

    def take_up(self) -> tuple[list[KeptPreview], list[str]]:
        """Return what was open, in the order in which it was opened, and what is to be said of it.

        What cannot be read is put aside; what nobody wants any more is deleted.
        """
        kept: list[KeptPreview] = []
        said: list[str] = []
        is_unsure = False
        with contextlib.suppress(OSError):
            self._fetch_others()
            for path in sorted(self.folder.glob(f"*{_LOG}"), key=_number):
                try:
                    one = read_log(path, library=self._library)
                except InputError as error:
                    is_unsure |= copy_of(path) is None
                    self.put_aside(path.stem)
                    said.append(f"{error}; it was put aside in {self.folder}")
                    continue
                if one.is_let_go:
                    one.log.remove()
                else:
                    self._logs[path.stem] = one.log
                    kept.append(one)
            self._sweep(kept, is_unsure=is_unsure)
        return kept, said

    def begin(self, begun: Begun, name: str | None = None) -> str:
        """Begin the file of an input; return its name.

        Args:
            begun: where it comes from; its version and library are filled in.
            name: of one that is begun anew; None for another.

        Raises:
            OutputError: it cannot be written.
        """
        name = name or self.new_name()
        log = self._logs.get(name) or Log(self.folder / f"{name}{_LOG}")
        log.begin(msgspec.structs.replace(begun, version=VERSION, library=self._library))
        self._logs[name] = log
        return name

    def new_name(self) -> str:
        """Return a name that no input has."""
        self._last += 1
        return f"{self._last:08}"

    def log(self, name: str) -> Log | None:
        """Return the file of an input; None where there is none."""
        return self._logs.get(name)

    def remove(self, name: str) -> None:
        """Delete what is kept of an input."""
        if (log := self._logs.pop(name, None)) is not None:
            log.remove()

    def put_aside(self, name: str) -> None:
        """Keep a file out of what is taken up, where a person can still find it."""
        self._logs.pop(name, None)
        path = self.folder / f"{name}{_LOG}"
        with contextlib.suppress(OSError):
            path.replace(path.with_suffix(_ASIDE))

    def copy_name(self) -> Path:
        """Return a path for the copy of a text that is not there yet."""
        return self.folder / f"{uuid4().hex}{TEXT}"

    @property
    def looked(self) -> Looked:
        """What was looked at last."""
        try:
            data = (self.folder / _LOOKED).read_bytes()
            return msgspec.json.decode(data, type=Looked)
        except (OSError, msgspec.MsgspecError):  # not there, or not ours
            return Looked()

    @looked.setter
    def looked(self, looked: Looked) -> None:
        new = self.folder / f"{_LOOKED}.new"
        with contextlib.suppress(OSError):  # a place is not worth a word
            new.write_bytes(msgspec.json.encode(looked))
            new.replace(self.folder / _LOOKED)

    def _own(self) -> tuple[Path, IO[bytes]]:
        for number in count(1):
            folder = self._root / (self._name if number == 1 else f"{self._name}.{number}")
            folder.mkdir(mode=0o700, exist_ok=True)
            if (lock := _locked(folder / _LOCK)) is not None:
                return folder, lock
        raise AssertionError("unreachable")

    def _fetch_others(self) -> None:
        """Take over what windows beside the first have left."""
        for folder in sorted(self._root.glob(f"{self._name}*")):
            if folder == self.folder or (lock := _locked(folder / _LOCK)) is None:
                continue
            with lock:
                for path in sorted(folder.iterdir()):
                    if path.suffix == _LOG:
                        self._last += 1
                        path.replace(self.folder / f"{self._last:08}{_LOG}")
                    elif path.suffix in {TEXT, PDF}:
                        path.replace(self.folder / path.name)

    def _sweep(self, kept: Iterable[KeptPreview], *, is_unsure: bool) -> None:
        """Delete copies of what is gone, and files that were not written to their end.

        Where one may be of something that was put aside just now, they are put aside too.
        """
        used = {one.begun.copy for one in kept}
        used.update(map(copy_of, self.folder.glob(f"*{_ASIDE}")))
        for path in self.folder.iterdir():
            is_unused = path.suffix in {TEXT, PDF} and path.name not in used
            if is_unused and is_unsure:
                path.replace(path.with_name(f"{path.name}{_ASIDE}"))
            elif is_unused or path.suffix == ".new":
                path.unlink(missing_ok=True)


class Copies:
    """Keep copies of what is read in a folder, as long as there is room for them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left = _MOST_COPIES_BYTES
        with contextlib.suppress(OSError):
            self._left -= sum(entry.stat().st_size for entry in os.scandir(folder))

    def keep(self, document: Document, *, is_only: bool = False) -> Path | None:
        """Return the copy of a document; None where the file itself has to do.

        Args:
            document: what was read.
            is_only: there is no file; then it may be larger.
        """
        data = document.data or document.text.encode(errors="surrogatepass")
        most = self._left if is_only else min(self._left, _MOST_COPY_BYTES)
        if len(data) > most:
            return None
        path = self._folder / f"{uuid4().hex}{TEXT if document.data is None else PDF}"
        try:
            path.write_bytes(data)
            keep_for_good(path)
        except OSError:
            path.unlink(missing_ok=True)
            return None
        self._left -= len(data)
        return path


def _number(path: Path) -> int:
    return int(path.stem) if path.stem.isdecimal() else 0


def _locked(path: Path) -> IO[bytes] | None:
    """Return a file that no other process has locked, locked; None where one has."""
    file = path.open("ab")
    try:
        if sys.platform == "win32":
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        file.close()
        return None
    except OSError:  # a file system without locks: there is one window a library, as a rule
        return file
    return file
