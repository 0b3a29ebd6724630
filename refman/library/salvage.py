"""What can be read of a damaged library, row by row, into a new one."""

import sqlite3
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import cast

import msgspec

from refman.library.derived import INSERTS
from refman.library.rows import columns_of, decode_entry, to_number
from refman.library.turns import turns_of
from refman.library.writing import Writer
from refman.model import EntryId
from refman.progress import SILENT, Progress

__all__ = ["salvage"]

_BATCH = 500
_PAGE_ROWS = 64
"""No page holds more entries: an upper bound of their numbers, where nothing tells it better."""

_NO_TEXT = zlib.compress(b"")

Row = tuple[object, ...]

_LISTING = ("id", "name", "kind", "read_at", "length", "sha256", "left_over", "text")
_PLACE = ("id", "added", "changed", "binned", "listing", "span_start", "span_end")
_STEP = ("id", "name", "at", "undone", "count")
_PART = ("id", "history", "seq", "part")


def salvage(
    damaged: sqlite3.Connection,
    whole: sqlite3.Connection,
    *,
    at: datetime,
    progress: Progress = SILENT,
) -> list[str]:
    """Copy what can be read, inside transactions of the caller's, and return what is lost.

    The history is given up where an entry is lost that it may speak of.

    Args:
        damaged: what is read.
        whole: an empty library.
        at: the time at which entries came in of which nothing else is known.
        progress: how many numbers of entries were tried.
    """
    return _Salvage(damaged, whole, to_number(at)).run(progress)


class _Salvage:
    def __init__(self, damaged: sqlite3.Connection, whole: sqlite3.Connection, at: int) -> None:
        self._damaged, self._whole, self._at = damaged, whole, at
        self._lost: list[str] = []

    def run(self, progress: Progress) -> list[str]:
        self._copy("listings", _LISTING, "listing {}")
        self._texts()
        listings = {id_ for (id_,) in self._whole.execute("SELECT id FROM listings")}
        self._entries(listings, progress)
        self._kept()
        if not self._lost:
            self._copy("history", _STEP, "step {} of the history")
            self._copy("history_parts", _PART, "part {} of the history")
        if self._lost or not self._is_history_sound():
            self._whole.execute("DELETE FROM history")
            self._lost.append("the history: what was done before cannot be undone any more")
        return self._lost

    def _entries(self, listings: set[object], progress: Progress) -> None:
        writer = Writer(self._whole)
        top = self._top("entries", "records")
        for start in range(1, top + 1, _BATCH):
            places = dict(self._rows("entries", _PLACE, start, top))
            records = dict(self._rows("records", ("id", "record"), start, top))
            for id_ in sorted(places.keys() | records.keys()):
                self._entry(writer, id_, places.get(id_), records.get(id_), listings)
            progress.report(min(start + _BATCH, top), top)
        writer.flush()
        # No number is given twice, not even that of an entry that is lost.
        self._whole.execute("DELETE FROM sqlite_sequence WHERE name = 'entries'")
        self._whole.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('entries', ?)", (top,))

    def _entry(
        self,
        writer: Writer,
        id_: int,
        place: Row | None,
        record: Row | None,
        listings: set[object],
    ) -> None:
        try:
            if record is None or not isinstance(record[1], bytes):
                raise msgspec.DecodeError("its record cannot be read")
            entry = decode_entry(record[1])
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            self._lost.append(f"entry {id_}: {error}")
            return
        _, added, changed, binned, listing, *span = place or (id_, self._at, *[None] * 5)
        if listing not in listings:
            listing, span = None, [None, None]
        self._whole.execute(
            INSERTS["entries"], (id_, *columns_of(entry), added, changed, binned, listing, *span)
        )
        self._whole.execute(INSERTS["records"], (id_, record[1]))
        writer.derive(EntryId(id_), entry)

    def _texts(self) -> None:
        for id_, text in self._whole.execute("SELECT id, text FROM listings").fetchall():
            try:
                zlib.decompress(text or _NO_TEXT)
            except zlib.error as error:
                self._lost.append(f"the text of listing {id_}: {error}")
                self._whole.execute("UPDATE listings SET text = NULL WHERE id = ?", (id_,))

    def _kept(self) -> None:
        try:
            for row in self._damaged.execute("SELECT kind, name, value FROM kept"):
                self._whole.execute("INSERT INTO kept (kind, name, value) VALUES (?, ?, ?)", row)
        except sqlite3.DatabaseError as error:
            self._lost.append(f"collections without entries, saved searches: {error}")

    def _copy(self, table: str, names: tuple[str, ...], what: str) -> None:
        marks = ", ".join("?" * len(names))
        insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608
        top = self._top(table)
        for start in range(1, top + 1, _BATCH):
            for id_, row in self._rows(table, names, start, top, told=what):
                try:
                    self._whole.execute(insert, row)
                except sqlite3.DatabaseError as error:
                    self._lost.append(f"{what.format(id_)}: {error}")

    def _is_history_sound(self) -> bool:
        try:
            for (part,) in self._whole.execute("SELECT part FROM history_parts"):
                turns_of(part)
        except (zlib.error, msgspec.MsgspecError):
            return False
        query = "SELECT 1 FROM history WHERE id NOT IN (SELECT history FROM history_parts)"
        return self._whole.execute(query).fetchone() is None

    def _top(self, *tables: str) -> int:
        """Return the greatest number that a row may have."""
        tops: list[int] = []
        queries = [
            *(f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'" for table in tables),  # noqa: S608
            *(f"SELECT max(id) FROM {table}" for table in tables),  # noqa: S608 - our own names
        ]
        for query in queries:
            try:
                row = self._damaged.execute(query).fetchone()
            except sqlite3.DatabaseError:
                (pages,) = self._damaged.execute("PRAGMA page_count").fetchone()
                tops.append(pages * _PAGE_ROWS)
            else:
                tops.append(row[0] or 0 if row else 0)
        return max(tops)

    def _rows(
        self, table: str, names: tuple[str, ...], start: int, top: int, *, told: str | None = None
    ) -> Iterator[tuple[int, Row]]:
        """Yield rows with their numbers, one by one where they cannot be read together."""
        end = min(start + _BATCH - 1, top)
        query = f"SELECT {', '.join(names)} FROM {table} NOT INDEXED WHERE id BETWEEN ? AND ?"  # noqa: S608
        rows: list[Row] = []
        try:
            rows = self._damaged.execute(query, (start, end)).fetchall()
        except sqlite3.DatabaseError:
            for id_ in range(start, end + 1):
                try:
                    rows += self._damaged.execute(query, (id_, id_)).fetchall()
                except sqlite3.DatabaseError as error:
                    if told is not None:
                        self._lost.append(f"{told.format(id_)}: {error}")
        yield from ((cast("int", row[0]), row) for row in rows)
