"""The two indexes of texts written in the order that they like.

FTS5 gathers what is new in memory as long as numbers rise, and begins anew where they fall. Undoing
goes from the last entry to the first, so texts are held back and written in order.

Source: https://sqlite.org/fts5.html, "Contentless Tables", "The 'delete' Command".
"""

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from refman.library.texts import pieces_of, texts_of
from refman.model import Entry, EntryId

__all__ = ["Indexed", "TextIndex", "indexed_of"]

_MOST_HELD = 2_000
_MOST_SIGNS = 8_000_000


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
            self.flush()

    def flush(self) -> None:
        """Write what is held back."""
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
