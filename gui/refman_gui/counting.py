"""What the whole library holds, counted in a thread of its own: no key waits for it.

It opens the library for each count and closes it again: what it has read is not kept in memory.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal, Slot

from refman.editing import Collection, collections
from refman.errors import Cancelled, RefmanError
from refman.library import Facet, FacetValue, Library, open_library
from refman.model import KeptKind, Status

__all__ = ["Counting", "Overview", "SavedSearch"]

_MOST_TAGS = 300


class SavedSearch(NamedTuple):
    """Hold a saved search; its total is None where it cannot be asked."""

    name: str
    query: str
    total: int | None


class Overview(NamedTuple):
    """Hold what a library holds.

    Attributes:
        total: of its papers, the bin's left out.
        binned: how many lie in the bin.
        by_status: how many of the total are in each state of the review.
        collections: each behind the one that it lies in.
        tags: the most frequent first.
        searches: by name.
    """

    total: int
    binned: int
    by_status: Mapping[Status, int]
    collections: tuple[Collection, ...]
    tags: tuple[FacetValue, ...]
    searches: tuple[SavedSearch, ...]


class _Work(QObject):
    """Count, in the thread of it."""

    counted = Signal(object)

    def __init__(self, path: Path, newest: Callable[[], int]) -> None:
        super().__init__()
        self._path, self._newest = path, newest
        self._lock = Lock()
        self._library: Library | None = None

    @Slot(int)
    def count(self, number: int) -> None:
        if number != self._newest():
            return
        try:
            with open_library(self._path, now=_now, read_only=True) as library:
                overview = self._overview(library)
        except RefmanError:  # broken off, or it cannot be read: the next change counts anew
            return
        self.counted.emit(overview)

    def interrupt(self) -> None:
        """Break off what is being counted; called in another thread."""
        with self._lock:
            if self._library is not None:
                self._library.interrupt()

    def _overview(self, library: Library) -> Overview:
        with self._lock:
            self._library = library
        try:
            return _overview(library)
        finally:
            with self._lock:  # none that is closed may be interrupted
                self._library = None


def _now() -> datetime:
    return datetime.now(UTC)


def _overview(library: Library) -> Overview:
    groups = tuple(collections(library))
    total = library.gather("").total
    found = library.facets(most=_MOST_TAGS, only=(Facet.STATUS, Facet.TAG))
    return Overview(
        total=total,
        binned=library.count("in:bin"),
        by_status={Status(value.text): value.total for value in found[Facet.STATUS]},
        collections=groups,
        tags=found[Facet.TAG],
        searches=tuple(
            SavedSearch(name, query, _total(library, query))
            for name, query in library.kept(KeptKind.SEARCH).items()
        ),
    )


def _total(library: Library, query: str) -> int | None:
    try:
        return library.count(query)
    except Cancelled:
        raise
    except RefmanError:
        return None


class Counting(QObject):
    """Count what a library holds; lives in the window's thread.

    Signals:
        counted(Overview)
    """

    counted = Signal(object)

    _asked = Signal(int)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread = QThread(self)
        self._thread.setObjectName("counting")
        self._work = _Work(path, lambda: self._number)
        self._work.moveToThread(self._thread)
        self._asked.connect(self._work.count)
        self._work.counted.connect(self.counted)
        self._thread.start()

    def ask(self) -> None:
        """Ask for an overview; what was asked for before and has not begun is left out."""
        self._number += 1
        self._asked.emit(self._number)

    def close(self) -> None:
        """End the thread."""
        self._number += 1
        self._work.interrupt()
        self._thread.quit()
        self._thread.wait()
