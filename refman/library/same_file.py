"""Whether the file that a library has open is still the one at its path.

Another program, one that keeps folders of two computers alike among them, may put another file
there, or take it away. What is written then gets into a file that no name leads to any more; and
the log at the path would be read into the other one.

Source: https://sqlite.org/howtocorrupt.html, 2.4.
"""

from pathlib import Path

from refman.errors import ReplacedLibraryError
from refman.library.faults import replaced

__all__ = ["SameFile"]

_Identity = tuple[int, int]


class SameFile:
    """Remember which file lies at a path at this moment, in which it is opened."""

    def __init__(self, path: Path) -> None:
        self._shown, self._path = path, path.absolute()
        self._opened = self._identity()

    def check(self) -> None:
        """Let through the file that was opened, and what cannot be told from it.

        Raises:
            ReplacedLibraryError: another file lies there, or none.
        """
        try:
            now = self._identity()
        except FileNotFoundError:
            raise ReplacedLibraryError(
                f"the library {self._shown} is not there any more: nothing was written; put it"
                " back, and open it anew",
                library=str(self._shown),
            ) from None
        except OSError:  # a drive that does not answer now, a folder that may not be looked into
            return
        if None not in (now, self._opened) and now != self._opened:
            raise replaced(self._shown)

    def _identity(self) -> _Identity | None:
        """Return what no two files have alike at a time; None where the system does not tell it."""
        told = self._path.stat()
        return (told.st_dev, told.st_ino) if told.st_ino else None
