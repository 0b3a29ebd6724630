"""Files of this machine, looked at with care, and sent into Zotero.

Which files an entry has is what some other program wrote down: so only regular files of kinds that
papers come in are sent, of which the first bytes are what their names say.

Source: https://www.zotero.org/support/dev/web_api/v3/file_upload.
"""

import contextlib
import hashlib
import os
import stat
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from http import HTTPStatus
from io import BufferedReader
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

import msgspec

from refman.web.answer import Stream
from refman.web.line import Raw
from refman.zotero.answers import Sender, decoded, is_success, said, table, words
from refman.zotero.records import File

__all__ = [
    "FileFault",
    "FileSender",
    "LocalFile",
    "Upload",
    "bytes_of",
    "looked_at",
    "send_file",
    "sendable",
]

_MOST_MB = 512
_CHUNK = 256 * 1024

_KINDS: Mapping[str, tuple[str, bytes]] = {
    ".pdf": ("application/pdf", b"%PDF-"),
    ".epub": ("application/epub+zip", b"PK\x03\x04"),
    ".djvu": ("image/vnd.djvu", b"AT&TFORM"),
    ".ps": ("application/postscript", b"%!PS"),
    ".html": ("text/html", b"<"),
    ".htm": ("text/html", b"<"),
    ".png": ("image/png", b"\x89PNG\r\n"),
    ".jpg": ("image/jpeg", b"\xff\xd8\xff"),
    ".jpeg": ("image/jpeg", b"\xff\xd8\xff"),
}
"""How names end -> media type, and how such a file begins."""

_HEAD = 1024
"""Among how many bytes it does; a PDF may have others before."""

_READ_ONLY = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

_FORM = {"Content-Type": "application/x-www-form-urlencoded", "If-None-Match": "*"}


class FileFault(Exception):  # noqa: N818 - a clause, which nobody shows alone
    """Say why a file is not sent: a clause."""


class LocalFile(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what is known of a file that can be sent."""

    path: Path
    media_type: str
    size: int
    mtime_ms: int


class Upload(msgspec.Struct, frozen=True, kw_only=True):
    """Say where Zotero wants a file's bytes.

    Attributes:
        url: where to; an address of Zotero's own, or of a store of files.
        media_type: of what is sent.
        prefix, suffix: what stands around the bytes.
    """

    url: str
    media_type: str
    prefix: bytes
    suffix: bytes


class FileSender(Sender, Protocol):
    """Send files too."""

    def put_bytes(self, upload: Upload, stream: Callable[[], Stream]) -> Raw:
        """Send a file's bytes to where Zotero wants them; return what is answered there.

        Raises:
            FileFault: nothing is sent there.
            WebError: nobody answers.
            Cancelled: the user stopped the work.
        """
        ...


def looked_at(file: File, folder: Path | None) -> LocalFile:
    """Return what a file is.

    Args:
        file: as the entry has it.
        folder: in which files lie that are named without one; None where those are not sent.

    Raises:
        FileFault: it is not sent.
    """
    path = _path(file.path, folder)
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise FileFault("files of this kind are not sent")
    with _opened(path) as (opened, about):
        if kind[1] not in opened.read(_HEAD):
            raise FileFault(f"it is no {path.suffix.lower()[1:]}, whatever its name says")
    return LocalFile(
        path=path, media_type=kind[0], size=about.st_size, mtime_ms=about.st_mtime_ns // 1_000_000
    )


def sendable(
    files: Iterable[File], folder: Path | None
) -> tuple[tuple[File, ...], tuple[str, ...]]:
    """Return those files that can be sent, and why the others cannot, a sentence part each."""
    found: list[File] = []
    left: list[str] = []
    for file in files:
        try:
            looked_at(file, folder)
        except FileFault as fault:
            left.append(f"the file {words(Path(file.path).name)}: {fault}")
        else:
            found.append(file)
    return tuple(found), tuple(left)


def _path(text: str, folder: Path | None) -> Path:
    path = Path(text)
    if path.is_absolute():
        return path
    if folder is None:
        raise FileFault("its name does not tell in which folder it lies")
    try:
        if (folder / path).resolve().is_relative_to(folder.resolve()):
            return folder / path
    except (OSError, ValueError, RuntimeError):  # a loop of links; a zero byte
        pass
    raise FileFault("it lies outside of the library's folder")


@contextlib.contextmanager
def _opened(path: Path) -> Generator[tuple[BufferedReader, os.stat_result]]:
    """Open a file for reading, and for nothing else: a pipe is not waited for."""
    try:
        descriptor = os.open(path, _READ_ONLY)
    except FileNotFoundError:
        raise FileFault("it is not there") from None
    except (OSError, ValueError) as error:
        raise FileFault(f"it cannot be read: {getattr(error, 'strerror', None) or error}") from None
    try:
        about = os.fstat(descriptor)
        if not stat.S_ISREG(about.st_mode):
            raise FileFault("it is no regular file")
        if about.st_size == 0:
            raise FileFault("it is empty")
        if about.st_size > _MOST_MB * 1024 * 1024:
            raise FileFault(f"it is larger than {_MOST_MB} MiB")
        with open(descriptor, "rb", closefd=False) as opened:
            yield opened, about
    finally:
        os.close(descriptor)


class _Sent(Stream):
    """Be read while it is sent, chunk by chunk, and be as long as was said."""

    def __init__(
        self, opened: BufferedReader, size: int, prefix: bytes = b"", suffix: bytes = b""
    ) -> None:
        opened.seek(0)
        self._opened, self._left = opened, size
        self._before, self._after = prefix, suffix
        self._length = len(prefix) + size + len(suffix)

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[bytes]:
        return iter(lambda: self.read(_CHUNK), b"")

    def read(self, size: int = -1, /) -> bytes:
        most = _CHUNK if size < 0 else size
        if self._before:
            part, self._before = self._before[:most], self._before[most:]
        elif self._left:
            part = self._opened.read(min(most, self._left))
            if not part:
                raise FileFault("it was changed while it was sent")
            self._left -= len(part)
        else:
            part, self._after = self._after[:most], self._after[most:]
        return part


@contextlib.contextmanager
def bytes_of(file: LocalFile) -> Generator[Stream]:
    """Hold a file open to be sent.

    Raises:
        FileFault: it is not what it was.
    """
    with _opened(file.path) as (opened, _):
        yield _Sent(opened, file.size)


def send_file(sender: FileSender, path: str, file: LocalFile) -> None:
    """Send a file to an attachment that has none.

    Args:
        sender: to whom.
        path: of the attachment: "/users/0/items/ABCD2345".
        file: which.

    Raises:
        FileFault: it was not taken.
        WebError: nobody answers.
    """
    with _opened(file.path) as (opened, _):
        digest = hashlib.file_digest(opened, lambda: hashlib.md5(usedforsecurity=False))
        asked = {
            "md5": digest.hexdigest(),
            "filename": file.path.name,
            "filesize": str(file.size),
            "mtime": str(file.mtime_ms),
        }
        raw = _form(sender, f"{path}/file", asked)
        answer = table(decoded(sender, raw))
        if answer.get("exists"):
            return
        upload, key = _upload(answer)
        around = upload.prefix, upload.suffix
        _must(sender, sender.put_bytes(upload, lambda: _Sent(opened, file.size, *around)))
    _form(sender, f"{path}/file", {"upload": key})


def _form(sender: Sender, path: str, values: Mapping[str, str]) -> Raw:
    body = urlencode(values).encode()
    return _must(sender, sender.send("POST", path, headers=_FORM, body=body))


def _must(sender: Sender, raw: Raw) -> Raw:
    if raw.status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        raise FileFault("there is no room for it in your storage at Zotero")
    if not is_success(raw):
        text = raw.body[:2_000].decode("utf-8", "replace")
        raise FileFault(f"{said(sender, text)} ({raw.status})")
    return raw


def _upload(answer: Mapping[str, object]) -> tuple[Upload, str]:
    texts = {name: answer.get(name) for name in ("url", "uploadKey", "contentType")}
    around = [answer.get(name, "") for name in ("prefix", "suffix")]
    if not all(isinstance(text, str) for text in (texts["url"], texts["uploadKey"], *around)):
        raise FileFault("Zotero does not say where to send it")
    media_type = texts["contentType"]
    return (
        Upload(
            url=str(texts["url"]),
            media_type=media_type if isinstance(media_type, str) else "application/octet-stream",
            prefix=str(around[0]).encode(),
            suffix=str(around[1]).encode(),
        ),
        str(texts["uploadKey"]),
    )
