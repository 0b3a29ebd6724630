"""What is read together into an import."""

import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from uuid import uuid4

from refman_gui.tasks import reading
from refman_gui.views.intake_sheet import Sheet

__all__ = ["Batch", "Files"]


class Batch:
    """Hold what is read together.

    Attributes:
        request: what was asked.
        sheets: those that came.
        said: what is to be said when all is read.
        before: what is read again, and its place in the list; until it is, or is not.
    """

    def __init__(self, request: reading.Request) -> None:
        self.request = request
        self.sheets: list[Sheet] = []
        self.said: list[str] = []
        self.before: tuple[int, Sheet] | None = None

    def read_before(self, sheets: Sequence[Sheet]) -> Sheet | None:
        """Take note of the one among sheets that is read again, and return it."""
        each = self.request.inputs[0]
        for at, sheet in enumerate(sheets):
            names = (sheet.name, sheet.opened.input.path, sheet.opened.input.copy)
            if self.request.is_again and names == (each.name, each.path, each.copy):
                self.before = at, sheet
                return sheet
        return None

    @property
    def is_bare(self) -> bool:
        """Whether there is something, but no paper in it."""
        return bool(self.sheets) and not sum(sheet.counts().papers for sheet in self.sheets)


class Files:
    """Name files of a folder that goes with the window."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._deleting: list[Thread] = []

    def path(self, name: str) -> Path:
        """Return the path of a file that is not there yet.

        Raises:
            OSError: there is no room for a folder.
        """
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(
                prefix="refman-import-", ignore_cleanup_errors=True
            )
        return Path(self._folder.name) / f"{name}-{uuid4().hex}"

    def write(self, text: str) -> Path:
        """Write a text into a file; half a sign of UTF-16, as a clipboard may hold it, is none.

        Raises:
            OSError: there is no room for it.
        """
        path = self.path("text")
        path.write_text(text, encoding="utf-8", errors="replace", newline="")
        return path

    def delete(self, path: str) -> None:
        """Delete a file, if it is there, in a thread of its own: a large one takes some 25 ms."""
        self._deleting = [thread for thread in self._deleting if thread.is_alive()]
        self._deleting.append(Thread(target=_delete, args=(Path(path),)))
        self._deleting[-1].start()

    def cleanup(self) -> None:
        """Delete them all."""
        for thread in self._deleting:
            thread.join()
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _delete(path: Path) -> None:
    with suppress(OSError):  # it goes with the folder
        path.unlink()
