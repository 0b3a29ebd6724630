"""The two indexes of texts written in the order that they like.

FTS5 gathers what is new in memory as long as numbers rise, and begins anew where they fall. Undoing
goes from the last entry to the first, so texts are held back and written in order.

What was gathered becomes a segment on level 0; sixteen of a level become one on the next, all at
once. So a segment of thousands of entries may lie on no low level: else one of the next few hundred
edits, whose segments are small, takes as long as indexing them all. Where many entries come at once
nothing is merged until they are all there, and then once, step by step, onto a level of its own.

Source: https://sqlite.org/fts5.html, "Contentless Tables", "The 'delete' Command", "The 'automerge'
Configuration Option", "The 'merge' Command"; fts5IndexOptimizeStruct and FTS5_SEGMENT_ROWID in
SQLite's fts5_index.c.
"""

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from refman.library.texts import Texts, texts_and_pieces_of
from refman.model import Entry, EntryId
from refman.progress import SILENT, Progress

__all__ = ["Indexed", "TextIndex", "indexed_of"]

_MOST_HELD = 2_000
_MOST_SIGNS = 8_000_000
_GATHERED_BYTES = {"words": 1 << 24, "grams": 1 << 20}
"""So much is gathered in memory of what is new: with less, building takes longer.

It has to be less than what ``_LIFTED`` parts of many are, and the texts of grams are short."""
_MERGING = {"automerge": 8, "crisismerge": 16}
"""How many segments of a level FTS5 merges little by little, and how many at once.

By itself it begins with four: then a single edit takes a fifth longer, and the longest twice as
long, while no search is faster."""
_NOT_MERGING = {"automerge": 0, "crisismerge": 2_000}
_COLUMNS = {"words": Texts._fields, "grams": ("text",)}
_LIFTED = 2
_STEP_PAGES = 1_000
"""So many pages of an index are merged at once, some tens of milliseconds."""
_SEGMENT_BIT, _PAGE_BITS = 37, 31
"""The number of a page's row: its segment's number from this bit on, its own in so many bits."""
_LEAST_WORK = 2
"""Where fewer rows than that changed, nothing was left to be merged."""


class Indexed(NamedTuple):
    """Hold what the indexes are told of an entry: its columns of ``words``, its text of ``grams``.

    They keep no texts themselves: to forget an entry they must be told the same again.
    """

    words: Texts
    grams: tuple[str]


def indexed_of(entry: Entry) -> Indexed:
    """Return what the indexes are told of an entry."""
    texts, pieces = texts_and_pieces_of(entry)
    return Indexed(texts, (pieces,))


class TextIndex:
    """Write into the indexes, inside a transaction of somebody else's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._held: dict[EntryId, tuple[Indexed | None, Indexed | None]] = {}
        self._signs = 0
        self._gathered = 0
        self._times = 0

    def replace(self, id_: EntryId, old: Indexed | None, new: Indexed | None) -> None:
        """Forget what was told of an entry, if anything was, and take what is told now.

        Args:
            id_: the entry's.
            old: what was told last; None where it is not in the indexes.
            new: None where it is to be in them no more.
        """
        if id_ in self._held:
            old = self._held[id_][0]
        self._held[id_] = (old, new)
        self._signs += sum(map(len, new.words)) if new is not None else 0
        if len(self._held) >= _MOST_HELD or self._signs >= _MOST_SIGNS:
            self._gather()

    def flush(self) -> None:
        """Write what is held back, and merge what was gathered."""
        self._tell()
        self.merge()

    def merge(self, progress: Progress = SILENT) -> None:
        """Merge what was gathered; nothing to do where nothing was.

        Args:
            progress: how many pages are merged of about so many; what it raises leaves an index
                half merged, which is sound, in a transaction that is to be given up.
        """
        if not self._times:
            return
        self._tell()
        # "merge" leaves alone what FTS5 holds in memory; a savepoint has it written.
        self._connection.execute("SAVEPOINT told")
        self._connection.execute("RELEASE told")
        # To merge all of it costs hardly more than to merge what is new, where that is most.
        is_most = 2 * self._gathered >= self._count("words_docsize")
        sizes = {table: self._pages(table) for table in _GATHERED_BYTES}
        before, total = 0, sum(sizes.values())
        for table, size in sizes.items():
            self._set(table, _MERGING)
            pages = 0
            # A negative number of pages says that all is to become one; it is said once.
            while self._merged(table, -_STEP_PAGES if is_most and not pages else _STEP_PAGES):
                pages += _STEP_PAGES
                progress.report(before + min(pages, size), total)
            before += size
            progress.report(before, total)
        self._gathered = self._times = 0

    def _pages(self, table: str) -> int:
        """Return how many pages the segments of an index have."""
        pages, end = 0, 1 << 62
        while (last := self._last(table, end)) >= 1 << _SEGMENT_BIT:
            segment = last >> _SEGMENT_BIT << _SEGMENT_BIT
            # Behind the pages lies what leads to those of very frequent words.
            pages += self._last(table, segment + (1 << _PAGE_BITS)) - segment
            end = segment
        return pages

    def _last(self, table: str, end: int) -> int:
        (last,) = self._connection.execute(
            f"SELECT max(id) FROM {table}_data WHERE id < ?",  # noqa: S608 - our own names
            (end,),
        ).fetchone()
        return int(last)

    def _merged(self, table: str, pages: int) -> bool:
        """Merge so many pages more, and tell whether there was anything to merge."""
        changes = self._connection.total_changes
        self._order(table, "merge", pages)
        return self._connection.total_changes - changes >= _LEAST_WORK

    def _gather(self) -> None:
        """Write what is held back, as one part of many."""
        if not self._times:
            for table, size in _GATHERED_BYTES.items():
                self._set(table, {**_NOT_MERGING, "hashsize": size})
        self._times += 1
        self._gathered += len(self._held)
        self._tell()
        is_new = self._count("words_docsize") <= self._gathered + _MOST_HELD
        if self._times <= _LIFTED and is_new:
            # "optimize" goes from level 0 to level 1 only, but from levels 0 and 1 to level 3.
            for table in _GATHERED_BYTES:
                self._order(table, "optimize", None)

    def _set(self, table: str, options: Mapping[str, int]) -> None:
        for name, value in options.items():
            self._order(table, name, value)

    def _order(self, table: str, what: str, value: int | None) -> None:
        self._connection.execute(
            f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)",  # noqa: S608 - our own names
            (what, value),
        )

    def _count(self, table: str) -> int:
        (count,) = self._connection.execute(
            f"SELECT count(*) FROM {table}"  # noqa: S608 - our own names
        ).fetchone()
        return int(count)

    def _tell(self) -> None:
        held = sorted(self._held.items())
        self._held, self._signs = {}, 0
        for place, table in enumerate(Indexed._fields):
            old = [
                (id_, *old[place])
                for id_, (old, new) in held
                if old is not None and (new is None or old[place] != new[place])
            ]
            new = [
                (id_, *new[place])
                for id_, (old, new) in held
                if new is not None and (old is None or old[place] != new[place])
            ]
            names = ", ".join(_COLUMNS[table])
            marks = ", ".join("?" * len(_COLUMNS[table]))
            self._connection.executemany(
                f"INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', ?, {marks})",  # noqa: S608 - our own names
                old,
            )
            self._connection.executemany(
                f"INSERT INTO {table} (rowid, {names}) VALUES (?, {marks})",  # noqa: S608 - our own names
                new,
            )
