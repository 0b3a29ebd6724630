"""What is read from a library: entries, listings, the history, results of a search."""

import sqlite3
from collections.abc import Callable, Collection, Generator, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from refman.duplicates import Index, Verdict
from refman.errors import OutputError
from refman.formats.saving import check_target
from refman.library import (
    duplicates,
    exports,
    facets,
    history,
    holdings,
    listings,
    proposals,
    search,
)
from refman.library.facets import Facet, FacetValue
from refman.library.faults import told_faults
from refman.library.history import Done
from refman.library.listings import KeptListing
from refman.library.marks import candidates, may_be
from refman.library.proposals import Standing
from refman.library.query import Query, parse_query
from refman.library.same_file import SameFile
from refman.library.search import Found, Gathered
from refman.library.search_ways import BY_RELEVANCE, Sort
from refman.library.snapshots import copy_database
from refman.model import Citekey, Entry, EntryId, Export, Holding, KeptKind, ListingId, Proposal
from refman.progress import SILENT, Progress

__all__ = ["Known", "Reader"]


_LAST_SIGN = chr(0x10FFFF)


_STEPS_BETWEEN = 20_000
"""So many steps of SQLite's machine lie between two looks whether anybody still wants them."""


class Known(msgspec.Struct, frozen=True):
    """Hold an entry of the library that is or may be the work that was asked for."""

    holding: Holding
    verdict: Verdict


class Reader:
    """Hold an open library as far as it is read.

    Attributes:
        path: its file.
        notice: what a person should know of it, one line; None where there is nothing.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        *,
        now: Callable[[], datetime],
        same: SameFile,
        notice: str | None = None,
    ) -> None:
        self.path, self.notice = path, notice
        self._connection, self._now = connection, now
        self._same = same
        self._faults = told_faults(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what was not acknowledged is not done."""
        with self._faults:
            self._connection.close()

    def interrupt(self) -> None:
        """Break off what another thread is asking this library; there, Cancelled is raised."""
        self._connection.interrupt()

    def heed(self, is_void: Callable[[], bool]) -> None:
        """Break off what is asked of this library as soon as nobody wants it any more.

        ``interrupt`` only ends what SQLite is doing at that moment; this is asked again and again.

        Args:
            is_void: asked in this library's thread, every millisecond or so; it must not raise.
        """
        self._connection.set_progress_handler(is_void, _STEPS_BETWEEN)

    @contextmanager
    def reading(self, *, texts: bool = False) -> Generator[sqlite3.Connection]:
        """Hold the connection for reading; faults are raised as our own errors.

        Args:
            texts: whether the indexes of texts are read too.
        """
        with self._faults:
            self._settle(texts=texts)
            yield self._connection

    def search(
        self,
        query: str | Query,
        *,
        sort: Sort = BY_RELEVANCE,
        limit: int = 200,
        offset: int = 0,
    ) -> Found:
        """Return a page of the entries that a query asks for; see ``refman.library.search``.

        Raises:
            QueryError: it means nothing; the error points at the word.
        """
        asked = self._query(query)
        with self.reading(texts=True) as connection:
            return search.search(connection, asked, sort=sort, limit=limit, offset=offset)

    def count(self, query: str | Query) -> int:
        """Return how many entries a query finds in all.

        Raises:
            QueryError: it means nothing; the error points at the word.
        """
        asked = self._query(query)
        with self.reading(texts=True) as connection:
            return search.count(connection, asked)

    def gather(self, query: str | Query, *, sort: Sort = BY_RELEVANCE) -> Gathered:
        """Put all that a query finds aside, to be paged through and counted by facets.

        Raises:
            QueryError: it means nothing; the error points at the word.
        """
        asked = self._query(query)
        with self.reading(texts=True) as connection:
            return search.gather(connection, asked, sort=sort)

    def gathered(self, *, limit: int = 200, offset: int = 0) -> tuple[EntryId, ...]:
        """Return a page of what ``gather`` has put aside."""
        with self.reading() as connection:
            return search.gathered(connection, limit=limit, offset=offset)

    def facets(
        self, *, most: int = 20, only: Collection[Facet] = tuple(Facet)
    ) -> dict[Facet, tuple[FacetValue, ...]]:
        """Return the values that most of what ``gather`` has put aside have, most frequent first.

        Args:
            most: so many values of each facet.
            only: those that are counted.
        """
        with self.reading() as connection:
            return facets.facets(connection, most=most, only=only)

    def history(self, limit: int = 100) -> list[Done]:
        """Return the newest steps, the newest first, those that are undone among them."""
        with self.reading() as connection:
            return history.steps(connection, limit)

    def last_step(self) -> Done | None:
        """Return the newest step that is not undone: while it is the same, so are all entries."""
        with self.reading() as connection:
            return history.newest_done(connection)

    def get(self, id_: EntryId) -> Holding | None:
        """Return an entry, wherever it lies; None where there is none of this number."""
        with self.reading() as connection:
            return holdings.get(connection, id_)

    def find_key(self, key: str) -> Holding | None:
        """Return the entry with a citekey; None where there is none.

        Case only counts where it parts two; an entry outside the bin goes before one in it.
        """
        with self.reading() as connection:
            return holdings.find_key(connection, key)

    def holdings(self, ids: Iterable[EntryId]) -> Iterator[Holding]:
        """Yield entries in the order of their numbers here; what is not there is left out.

        The library may be written into meanwhile.
        """
        with self.reading() as connection:
            yield from holdings.get_many(connection, ids)

    def all(self, *, with_binned: bool = False) -> Iterator[Holding]:
        """Yield all entries in the order in which they came in.

        The library may be written into meanwhile.
        """
        with self.reading() as connection:
            yield from holdings.all_holdings(connection, with_binned=with_binned)

    def keys_taken(self) -> set[Citekey]:
        """Return all citekeys that entries have, those in the bin among them."""
        with self.reading() as connection:
            return holdings.keys_taken(connection)

    def known(self, entry: Entry) -> list[Known]:
        """Return what is, or may be, an entry's work, the surest first; see duplicates.Index.

        Those in the bin are among them. An empty list means that the work is not known.
        """
        with self.reading() as connection:
            ids = candidates(connection, entry)
            if not ids:
                return []
            may_be_it = may_be(entry)
            found = [one for one in holdings.get_many(connection, ids) if may_be_it(one.entry)]
        matches = Index(holding.entry for holding in found).matches(entry)
        return [Known(found[match.place], match.verdict) for match in matches]

    def stamp(self) -> int:
        """Return a number that is another when someone else has written since it was asked last.

        Raises:
            ReplacedLibraryError: another file lies where this one was opened, or none.
        """
        self._same.check()
        with self.reading() as connection:
            (version,) = connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def kept(self, kind: KeptKind, *, start: str = "") -> dict[str, str]:
        """Return what is kept of a kind, by name, in the order of the names.

        Args:
            kind: what it is.
            start: only what has a name that begins so.
        """
        with self.reading() as connection:
            rows = connection.execute(
                "SELECT name, value FROM kept WHERE kind = ? AND name >= ? AND name < ?"
                " ORDER BY name",
                (kind.value, start, f"{start}{_LAST_SIGN}"),
            )
            return dict(rows.fetchall())

    def proposal(self, id_: EntryId) -> Proposal | None:
        """Return what the last look-up found for an entry; None where there was none."""
        return next((proposal for _, proposal in self.proposals([id_])), None)

    def proposals(self, ids: Iterable[EntryId]) -> Iterator[tuple[EntryId, Proposal]]:
        """Yield what the last look-ups found for entries, in the order of their numbers here.

        Those that were not looked up are left out. The library may be written into meanwhile.
        """
        with self.reading() as connection:
            yield from proposals.get_proposals(connection, ids)

    def standings(self, ids: Iterable[EntryId]) -> dict[EntryId, Standing]:
        """Return how entries stand that were looked up; the others are left out."""
        with self.reading() as connection:
            return proposals.standings(connection, ids)

    def waiting(self) -> list[EntryId]:
        """Return the entries outside the bin of which a person has something to choose, in order.

        Of what look-ups found; see ``Standing.is_open``.
        """
        with self.reading() as connection:
            return proposals.waiting(connection)

    def duplicates_found_at(self) -> datetime | None:
        """Return when the whole library was last searched for duplicates; None for never.

        ``has:duplicate`` finds what is left of them.
        """
        with self.reading() as connection:
            return duplicates.found_at(connection)

    def duplicates_among(self, ids: Collection[EntryId]) -> frozenset[EntryId]:
        """Return those of some entries that are found by ``has:duplicate``."""
        with self.reading() as connection:
            return duplicates.among(connection, ids)

    def exports(self, target: str, ids: Collection[EntryId] | None = None) -> dict[EntryId, Export]:
        """Return what was given out to a target, by entry; of some entries, or of all."""
        with self.reading() as connection:
            return exports.exports_to(connection, target, ids)

    def exported(self, ids: Collection[EntryId]) -> dict[EntryId, Export]:
        """Return when and where to entries were last given out, without what was given (``data``).

        Those that never were are left out.
        """
        with self.reading() as connection:
            return exports.last_exports(connection, ids)

    def not_exported(self, target: str, ids: Collection[EntryId]) -> list[EntryId]:
        """Return those of some entries that a target was not given as they are now."""
        with self.reading() as connection:
            return exports.not_noted(connection, target, ids)

    def changed_since_export(self, ids: Collection[EntryId]) -> frozenset[EntryId]:
        """Return those of some entries that are found by ``exported:changed``."""
        with self.reading() as connection:
            return exports.changed_since(connection, ids)

    def listing(self, id_: ListingId) -> KeptListing | None:
        """Return a listing; None where there is none of this number."""
        with self.reading() as connection:
            return listings.get_listing(connection, id_)

    def listings(self) -> list[tuple[ListingId, str]]:
        """Return the numbers and names of all listings, the newest first."""
        with self.reading() as connection:
            return listings.listings(connection)

    def backup(self, to: Path, *, replace: bool = False, progress: Progress = SILENT) -> None:
        """Write a whole copy of the library, which is a library too, to a file.

        It is not asked inside a transaction.

        Raises:
            OutputError: the file is there and may not be replaced, or cannot be written.
            LibraryError: the library cannot be read.
        """
        check_target(to, replace=replace)
        if to.exists() and to.samefile(self.path):
            raise OutputError(f"{to} is the library itself; name another file", target=str(to))
        with self.reading(texts=True) as connection:
            try:
                copy_database(connection, to, progress=progress)
            except OSError as error:
                raise OutputError(
                    f"{to} cannot be written: {error.strerror or error}", target=str(to)
                ) from error

    def _settle(self, *, texts: bool) -> None:
        """See to it that what was done can be read; here all is."""

    def _query(self, query: str | Query) -> Query:
        return parse_query(query, now=self._now()) if isinstance(query, str) else query
