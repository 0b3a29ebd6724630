"""The two indexes of texts written in the order that they like.

FTS5 gathers what is new in memory as long as numbers rise, and begins anew where they fall. Undoing
goes from the last entry to the first, so texts are held back and written in order.

What was gathered becomes a segment on level 0; sixteen of a level become one on the next, all at
once. So a segment of thousands of entries may lie on no low level: else one of the next few hundred
edits, whose segments are small, takes as long as indexing them all. Where many entries come at once
nothing is merged until they are all there, and then once, onto a level of its own.

Source: https://sqlite.org/fts5.html, "Contentless Tables", "The 'delete' Command", "The 'automerge'
Configuration Option", "The 'optimize' Command"; fts5IndexOptimizeStruct in SQLite's fts5_index.c.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from refman.library.texts import pieces_of, texts_of
from refman.model import Entry, EntryId

__all__ = ["Indexed", "TextIndex", "indexed_of"]

_MOST_HELD = 2_000
_MOST_SIGNS = 8_000_000
_GATHERED_BYTES = {"words": 1 << 24, "grams": 1 << 20}
"""So much is gathered in memory of what is new: with less, building takes longer.

It has to be less than what ``_LIFTED`` parts of many are, and the texts of grams are short."""
_MERGING = {"automerge": 4, "crisismerge": 16}
"""What FTS5 does by itself: how many segments of a level are merged little by little, how many at
once."""
_NOT_MERGING = {"automerge": 0, "crisismerge": 2_000}
_LIFTED = 2
_ALL_PAGES = 1 << 30


class Indexed(NamedTuple):
    """Hold what the indexes are told of an entry: its columns of ``words``, its text of ``grams``.

    They keep no texts themselves: to forget an entry they must be told the same again.
    """

    words: tuple[str, ...]
    grams: str


def indexed_of(entry: Entry) -> Indexed:
    """Return what the indexes are told of an entry."""
    return Indexed(texts_of(entry), pieces_of(entry))


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
        if self._times:
            # To merge all of it costs hardly more than to merge what is new, where that is most.
            is_most = 2 * self._gathered >= self._count()
            for table in _GATHERED_BYTES:
                self._set(table, _MERGING)
                self._order(table, *(("optimize", None) if is_most else ("merge", _ALL_PAGES)))
            self._gathered = self._times = 0

    def _gather(self) -> None:
        """Write what is held back, as one part of many."""
        if not self._times:
            for table, size in _GATHERED_BYTES.items():
                self._set(table, {**_NOT_MERGING, "hashsize": size})
        self._times += 1
        self._gathered += len(self._held)
        self._tell()
        if self._times <= _LIFTED and self._count() <= self._gathered + _MOST_HELD:
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

    def _count(self) -> int:
        (count,) = self._connection.execute("SELECT count(*) FROM words_docsize").fetchone()
        return int(count)

    def _tell(self) -> None:
        held = sorted(self._held.items())
        self._held, self._signs = {}, 0
        words = [
            (id_, old.words if old else None, new.words if new else None)
            for id_, (old, new) in held
        ]
        grams = [
            (id_, (old.grams,) if old else None, (new.grams,) if new else None)
            for id_, (old, new) in held
        ]
        self._write("words", "title, authors, venue, abstract, notes", words)
        self._write("grams", "text", grams)

    def _write(
        self,
        table: str,
        names: str,
        rows: Sequence[tuple[EntryId, tuple[str, ...] | None, tuple[str, ...] | None]],
    ) -> None:
        old = [(id_, *old) for id_, old, new in rows if old is not None and old != new]
        new = [(id_, *new) for id_, old, new in rows if new is not None and old != new]
        marks = "?, " * names.count(",") + "?"
        self._connection.executemany(
            f"INSERT INTO {table} ({table}, rowid, {names}) VALUES ('delete', ?, {marks})",  # noqa: S608 - our own names
            old,
        )
        self._connection.executemany(
            f"INSERT INTO {table} (rowid, {names}) VALUES (?, {marks})",  # noqa: S608 - our own names
            new,
        )
