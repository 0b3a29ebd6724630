"""What is read together into an import."""

import tempfile
from pathlib import Path
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
    """

    def __init__(self, request: reading.Request) -> None:
        self.request = request
        self.sheets: list[Sheet] = []
        self.said: list[str] = []

    @property
    def is_bare(self) -> bool:
        """Whether there is something, but no paper in it."""
        return bool(self.sheets) and not sum(sheet.counts().papers for sheet in self.sheets)


class Files:
    """Name files of a folder that goes with the window."""

    def __init__(self) -> None:
        self._folder: tempfile.TemporaryDirectory[str] | None = None

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

    def cleanup(self) -> None:
        """Delete them all."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
