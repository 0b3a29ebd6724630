"""The library asked in a thread of its own, so that a key never waits for an answer.

Each question makes what was asked before it void: what runs is broken off. The first rows come
alone, then how many there are, then the facets; further rows are asked for as they are shown.

Source: measured for 100,000 and 1,000,000 entries: a query in the window's own thread takes up to
half a second, a list in Python 13-215 ms; in a thread that can be broken off, 2-26 ms a key.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from refman.errors import Cancelled, QueryError, RefmanError
from refman.library import (
    Facet,
    FacetValue,
    Library,
    Query,
    Sort,
    SortBy,
    open_library,
    parse_query,
)
from refman.model import EntryId
from refman_gui.rows import Row, row_of, score_of

__all__ = [
    "BY_ADDED",
    "BY_RELEVANCE",
    "PAGE",
    "Counted",
    "Facets",
    "Ids",
    "Question",
    "Refused",
    "Rows",
    "Searching",
]

_REST_MS = 100
"""So long after a key nothing is counted."""

_CACHE_MIB = 12
"""Source: bench_window, a million papers: with 20 no key is quicker, and 9 MB more are taken."""

PAGE = 200
"""So many rows come at a time."""

BY_RELEVANCE = Sort(SortBy.RELEVANCE)
"""What the table is sorted by while one searches."""

BY_ADDED = Sort(SortBy.ADDED, is_descending=True)
"""What the table is sorted by at first: what came last stands first."""


class Question(NamedTuple):
    """Ask the library.

    Attributes:
        generation: of the question; later ones are greater.
        text: the query, as typed.
        is_typed: it is still being typed, so its last word may go on.
    """

    generation: int
    text: str
    sort: Sort
    is_typed: bool


class Rows(NamedTuple):
    """Hold rows of an answer, from place ``first`` on."""

    generation: int
    first: int
    rows: tuple[Row, ...]
    in_pieces: bool = False


class Ids(NamedTuple):
    """Hold the numbers of entries of an answer, from place ``first`` on."""

    generation: int
    first: int
    ids: tuple[EntryId, ...]


class Counted(NamedTuple):
    """Tell how many rows an answer has."""

    generation: int
    total: int


class Facets(NamedTuple):
    """Hold the facets of an answer."""

    generation: int
    values: Mapping[Facet, tuple[FacetValue, ...]]


class Refused(NamedTuple):
    """Tell why a question has no answer; start and end mark the word in it, where one is wrong."""

    generation: int
    message: str
    start: int
    end: int


class _Work(QObject):
    """Ask the library, in the thread of it."""

    answered = Signal(object)

    def __init__(self, path: Path, newest: Callable[[], int]) -> None:
        super().__init__()
        self._path, self._newest = path, newest
        self.library: Library | None = None
        self._gathered = -1
        self._doing = -1
        self._waiting: tuple[Query, Question] | None = None
        self._later = QTimer(self)  # it goes to the thread with this
        self._later.setSingleShot(True)
        self._later.timeout.connect(self.gather)

    @Slot()
    def open(self) -> None:
        try:
            self.library = open_library(
                self._path, now=lambda: datetime.now(UTC), read_only=True, cache_mib=_CACHE_MIB
            )
        except RefmanError as error:  # it was taken away a moment ago
            self.answered.emit(Refused(self._newest(), str(error), 0, 0))
            return
        self.library.heed(self._is_void)

    @Slot()
    def close(self) -> None:
        self._later.stop()
        if self.library is not None:
            self.library.close()
        self.library = None

    @Slot(object)
    def ask(self, question: Question) -> None:
        library, generation = self.library, question.generation
        if library is None or self._is_old(generation):
            return
        self._doing = generation
        try:
            now = datetime.now(UTC).astimezone()
            query = parse_query(question.text, now=now, is_typed=question.is_typed)
            found = library.search(query, sort=question.sort, limit=PAGE)
            rows = _rows(library, found.ids)
            if self._is_old(generation):
                return
        except Cancelled:
            return
        except QueryError as error:
            self.answered.emit(Refused(generation, str(error), error.start, error.end))
            return
        except RefmanError as error:
            self.answered.emit(Refused(generation, str(error), 0, 0))
            return
        self.answered.emit(Rows(generation, 0, rows, found.in_pieces))
        self._waiting = (query, question)
        # To break off what fills a table of a million rows takes long: the next key goes before it.
        self._later.start(_REST_MS if question.is_typed else 0)

    @Slot()
    def gather(self) -> None:
        """Put aside all that was asked for last, and count it."""
        if self.library is None or self._waiting is None:
            return
        (query, question), self._waiting = self._waiting, None
        if self._is_old(question.generation):
            return
        self._doing = question.generation
        try:
            gathered = self.library.gather(query, sort=question.sort)
        except Cancelled:
            return
        except RefmanError as error:
            self.answered.emit(Refused(question.generation, str(error), 0, 0))
            return
        self._gathered = question.generation
        self.answered.emit(Counted(question.generation, gathered.total))

    @Slot(int, int)
    def want(self, generation: int, first: int) -> None:
        if self.library is None or generation != self._gathered or self._is_old(generation):
            return
        self._doing = generation
        try:
            ids = self.library.gathered(limit=PAGE, offset=first)
            rows = _rows(self.library, ids)
        except Cancelled:
            return
        except RefmanError as error:
            self.answered.emit(Refused(generation, str(error), 0, 0))
            return
        self.answered.emit(Rows(generation, first, rows))

    @Slot(int, int, int)
    def want_ids(self, generation: int, first: int, count: int) -> None:
        if self.library is None or generation != self._gathered or self._is_old(generation):
            return
        self._doing = generation
        try:
            ids = self.library.gathered(limit=count, offset=first)
        except RefmanError:  # broken off: who asked asks anew
            return
        self.answered.emit(Ids(generation, first, ids))

    @Slot(int, object, int)
    def count_facets(self, generation: int, only: tuple[Facet, ...], most: int) -> None:
        if self.library is None or generation != self._gathered or self._is_old(generation):
            return
        self._doing = generation
        values: dict[Facet, tuple[FacetValue, ...]] = {}
        try:
            for facet in only:
                if self._is_old(generation):
                    return
                values |= self.library.facets(most=most, only=(facet,))
        except RefmanError:  # broken off, or the table is gone: the next question counts anew
            return
        self.answered.emit(Facets(generation, values))

    def _is_void(self) -> bool:
        return self._doing != self._newest()

    def _is_old(self, generation: int) -> bool:
        return generation != self._newest()


def _rows(library: Library, ids: Sequence[EntryId]) -> tuple[Row, ...]:
    twins, standings = library.duplicates_among(ids), library.standings(ids)
    exported, outdated = library.exported(ids), library.changed_since_export(ids)
    return tuple(
        row_of(
            one,
            is_twin=one.id in twins,
            score=score_of(standings.get(one.id)),
            is_exported=one.id in exported,
            is_outdated=one.id in outdated,
        )
        for one in library.holdings(ids)
        if one.id is not None
    )


class Searching(QObject):
    """Ask a library and tell what it answers; lives in the window's thread.

    Signals:
        rows_came(Rows), ids_came(Ids), counted(Counted), facets_came(Facets): of the newest
            question only.
        refused(Refused): the question means nothing, or the library cannot be read.

    Attributes:
        generation: of the newest question.
    """

    rows_came = Signal(object)
    ids_came = Signal(object)
    counted = Signal(object)
    facets_came = Signal(object)
    refused = Signal(object)

    _asked = Signal(object)
    _wanted = Signal(int, int)
    _ids_wanted = Signal(int, int, int)
    _facets_wanted = Signal(int, object, int)
    _closing = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.generation = 0
        self._thread = QThread(self)
        self._thread.setObjectName("searching")
        self._work = _Work(path, lambda: self.generation)
        self._work.moveToThread(self._thread)
        self._thread.started.connect(self._work.open)
        self._asked.connect(self._work.ask)
        self._wanted.connect(self._work.want)
        self._ids_wanted.connect(self._work.want_ids)
        self._facets_wanted.connect(self._work.count_facets)
        self._closing.connect(self._work.close)
        self._signals = {
            Rows: self.rows_came,
            Ids: self.ids_came,
            Counted: self.counted,
            Facets: self.facets_came,
            Refused: self.refused,
        }
        self._work.answered.connect(self._answered)
        self._thread.start()

    def ask(self, text: str, sort: Sort, *, is_typed: bool = False) -> int:
        """Ask; return the question's generation. What was asked before is broken off."""
        self.generation += 1
        if self._work.library is not None:
            self._work.library.interrupt()
        self._asked.emit(Question(self.generation, text, sort, is_typed))
        return self.generation

    def want(self, first: int) -> None:
        """Ask for the rows of the newest answer from a place on, once it has been counted."""
        self._wanted.emit(self.generation, first)

    def want_ids(self, first: int, count: int) -> None:
        """Ask for the numbers of the newest answer's entries, as ``want`` for their rows."""
        self._ids_wanted.emit(self.generation, first, count)

    def count_facets(self, only: tuple[Facet, ...] = tuple(Facet), most: int = 20) -> None:
        """Ask for the facets of the newest answer, once it has been counted.

        Args:
            only: those that are counted.
            most: so many values of each, the most frequent.
        """
        self._facets_wanted.emit(self.generation, only, most)

    def close(self) -> None:
        """End the thread."""
        self.generation += 1
        if self._work.library is not None:
            self._work.library.interrupt()
        self._closing.emit()
        self._thread.quit()
        self._thread.wait()

    @Slot(object)
    def _answered(self, answer: Rows | Ids | Counted | Facets | Refused) -> None:
        """Pass on what answers the newest question."""
        if answer.generation == self.generation:
            self._signals[type(answer)].emit(answer)
