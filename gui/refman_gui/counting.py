"""What a library holds, counted in a thread of its own: no key waits for it.

It opens the library for each count and closes it again: what it has read is not kept in memory.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal, SignalInstance, Slot

from refman.errors import Cancelled, RefmanError
from refman.library import (
    Collection,
    Facet,
    FacetValue,
    Library,
    collections,
    open_library,
    parse_query,
)
from refman.model import KeptKind, Outcome, Status

__all__ = [
    "DUPLICATES",
    "NOT_EXPORTED",
    "TO_REVIEW",
    "Counting",
    "Overview",
    "SavedSearch",
    "Scores",
]

DUPLICATES = "has:duplicate"
"""Asks for what the last search for duplicates found."""

TO_REVIEW = "status:review"
"""Asks for what waits for review."""

NOT_EXPORTED = "status:accepted no:exported"
"""Asks for what was accepted and never given out."""

_MOST_TAGS = 300
_PAGE = 200
_CACHE_MIB = 2


class SavedSearch(NamedTuple):
    """Hold a saved search; its total is None where it cannot be asked."""

    name: str
    query: str
    total: int | None


class Overview(NamedTuple):
    """Hold what a library holds.

    Attributes:
        total: of its papers, the bin's left out.
        waiting: how many of the total wait for a choice of what a look-up found.
        not_exported: how many of the total were accepted and never given out.
        duplicates: how many of the total are, or may be, there twice.
        searched_at: when all were last searched for duplicates; None where they never were.
        binned: how many lie in the bin.
        by_status: how many of the total are in each state of the review.
        collections: each behind the one that it lies in.
        tags: the most frequent first.
        searches: by name.
    """

    total: int
    waiting: int
    not_exported: int
    duplicates: int
    searched_at: datetime | None
    binned: int
    by_status: Mapping[Status, int]
    collections: tuple[Collection, ...]
    tags: tuple[FacetValue, ...]
    searches: tuple[SavedSearch, ...]


class Scores(NamedTuple):
    """Hold, of papers that wait for a choice, the score of the best record, and its margin.

    Attributes:
        query: that finds the papers.
        total: how many it finds in all.
        pairs: score and margin of each that waits.
    """

    query: str
    total: int
    pairs: tuple[tuple[float, float], ...]


class _Work(QObject):
    """Count, in the thread of it."""

    counted = Signal(object)
    scores_came = Signal(object)

    def __init__(self, path: Path, newest: Callable[[], int]) -> None:
        super().__init__()
        self._path, self._newest = path, newest
        self._lock = Lock()
        self._library: Library | None = None

    @Slot(int)
    def count(self, number: int) -> None:
        if number == self._newest():
            self._ask(_overview, self.counted)

    @Slot(str)
    def score(self, query: str) -> None:
        self._ask(lambda library: _scores(library, query), self.scores_came)

    def interrupt(self) -> None:
        """Break off what is being counted; called in another thread."""
        with self._lock:
            if self._library is not None:
                self._library.interrupt()

    def _ask(self, ask: Callable[[Library], object], came: SignalInstance) -> None:
        """Ask the library, and tell what it answers."""
        try:
            with open_library(
                self._path, now=_now, read_only=True, cache_mib=_CACHE_MIB
            ) as library:
                with self._lock:
                    self._library = library
                try:
                    answer = ask(library)
                finally:
                    with self._lock:  # none that is closed may be interrupted
                        self._library = None
        except RefmanError:  # broken off, or it cannot be read: the next change asks anew
            return
        came.emit(answer)


def _now() -> datetime:
    return datetime.now(UTC)


def _overview(library: Library) -> Overview:
    groups = tuple(collections(library))
    total = library.gather("").total
    found = library.facets(most=_MOST_TAGS, only=(Facet.STATUS, Facet.TAG))
    return Overview(
        total=total,
        waiting=library.count("has:choice"),
        not_exported=library.count(NOT_EXPORTED),
        duplicates=library.count(DUPLICATES),
        searched_at=library.duplicates_found_at(),
        binned=library.count("in:bin"),
        by_status={Status(value.text): value.total for value in found[Facet.STATUS]},
        collections=groups,
        tags=found[Facet.TAG],
        searches=tuple(
            SavedSearch(name, query, _total(library, query))
            for name, query in library.kept(KeptKind.SEARCH).items()
        ),
    )


def _scores(library: Library, query: str) -> Scores:
    asked = parse_query(query, now=_now().astimezone())
    total = library.gather(asked).total
    pairs: list[tuple[float, float]] = []
    for start in range(0, total, _PAGE):
        ids = library.gathered(limit=_PAGE, offset=start)
        pairs += (
            (standing.best or 0.0, standing.margin or 0.0)
            for standing in library.standings(ids).values()
            if standing.is_open and standing.outcome is Outcome.REVIEW
        )
    return Scores(query, total, tuple(pairs))


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
        counted(Overview): what ``ask`` asked for.
        scores_came(Scores): what ``ask_scores`` asked for.
    """

    counted = Signal(object)
    scores_came = Signal(object)

    _asked = Signal(int)
    _scores_asked = Signal(str)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread = QThread(self)
        self._thread.setObjectName("counting")
        self._work = _Work(path, lambda: self._number)
        self._work.moveToThread(self._thread)
        self._asked.connect(self._work.count)
        self._scores_asked.connect(self._work.score)
        self._work.counted.connect(self.counted)
        self._work.scores_came.connect(self.scores_came)
        self._thread.start()

    def ask(self) -> None:
        """Ask for an overview; what was asked for before and has not begun is left out."""
        self._number += 1
        self._asked.emit(self._number)

    def ask_scores(self, query: str) -> None:
        """Ask for the scores of what waits for a choice among what a query finds."""
        self._scores_asked.emit(query)

    def close(self) -> None:
        """End the thread."""
        self._number += 1
        self._work.interrupt()
        self._thread.quit()
        self._thread.wait()
