"""Addresses and files opened in other programs: only on a click, and only those that are safe."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from refman.links import canonical_url

__all__ = ["Document", "file_to_open", "folder_to_open", "open_outside", "url_to_open"]

_SUFFIXES = frozenset({
    ".pdf", ".epub", ".djvu", ".ps", ".txt", ".md", ".csv", ".bib", ".ris",
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff",
})  # fmt: skip
"""Of files that programs show and do not run."""


def url_to_open(text: str) -> QUrl | None:
    """Return an address that may be opened: http or https, a host, nobody's name in it; else None.

    Its host is in ASCII, as a browser asks for it.
    """
    if not text.isprintable() or not text.lower().startswith(("http://", "https://")):
        return None
    url = QUrl(canonical_url(text), QUrl.ParsingMode.StrictMode)
    is_safe = url.isValid() and bool(url.host()) and not url.userInfo()
    return url if is_safe and url.scheme() in {"http", "https"} else None


class Document(NamedTuple):
    """Hold a file that may be opened, and whether it lies in the library's folder."""

    file: Path
    is_inside: bool

    @property
    def url(self) -> QUrl:
        """What the desktop is asked for."""
        return QUrl.fromLocalFile(str(self.file))


def file_to_open(path: str, folder: Path) -> Document | None:
    """Return a file that may be opened: it is there, regular, and of a known kind; else None.

    Links are followed first: what they lead to must be such a file, and is what lies somewhere.

    Args:
        path: as the entry has it.
        folder: the library's, which relative paths begin at.
    """
    try:
        file = (folder / path.removeprefix("file://")).expanduser().resolve()
        is_safe = file.is_file() and file.suffix.lower() in _SUFFIXES
        is_inside = file.is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        return None
    return Document(file, is_inside) if is_safe else None


def folder_to_open(folder: Path) -> QUrl | None:
    """Return a folder of refman's own that may be opened: it is there; else None."""
    try:
        is_there = folder.is_dir()
    except OSError:
        return None
    return QUrl.fromLocalFile(str(folder)) if is_there else None


def open_outside(url: QUrl) -> bool:
    """Let the desktop open what one of the others has let through."""
    return QDesktopServices.openUrl(url)
