"""Entries read back from the tables, one by one or in a stream."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec

from refman.library.records import whole
from refman.library.rows import decode_entry, from_number
from refman.model import Citekey, EntryId, Holding, ListingId, Span

__all__ = ["all_holdings", "find_key", "get", "get_many", "keys_taken"]

_BATCH = 500

_SELECT = (
    "SELECT id, record, later, added, changed, binned, listing, span_start, span_end"
    " FROM entries JOIN records USING (id)"
)


def get(connection: sqlite3.Connection, id_: EntryId) -> Holding | None:
    """Return an entry, wherever it lies; None where there is none of this number."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (id_,)).fetchone()
    return _holding(row) if row is not None else None


def find_key(connection: sqlite3.Connection, key: str) -> Holding | None:
    """Return the entry with a citekey; None where there is none.

    Case only counts where it parts two; an entry outside the bin goes before one in it.
    """
    row = connection.execute(
        f"{_SELECT} WHERE citekey = ? COLLATE NOCASE"
        " ORDER BY binned IS NOT NULL, citekey = ? DESC, id LIMIT 1",
        (key, key),
    ).fetchone()
    return _holding(row) if row is not None else None


def get_many(connection: sqlite3.Connection, ids: Iterable[EntryId]) -> Iterator[Holding]:
    """Yield entries in the order of their numbers here; those that are not there are left out.

    The library may be written into meanwhile.
    """
    rest = iter(ids)
    while batch := list(islice(rest, _BATCH)):
        rows = connection.execute(
            f"{_SELECT} WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own words
            (msgspec.json.encode(batch).decode(),),
        ).fetchall()
        by_id = {row[0]: row for row in rows}
        yield from (_holding(by_id[id_]) for id_ in batch if id_ in by_id)


def all_holdings(connection: sqlite3.Connection, *, with_binned: bool) -> Iterator[Holding]:
    """Yield all entries in the order in which they came in.

    The library may be written into meanwhile.
    """
    which = "" if with_binned else "AND binned IS NULL "
    last = 0
    while rows := connection.execute(
        f"{_SELECT} WHERE id > ? {which}ORDER BY id LIMIT ?", (last, _BATCH)
    ).fetchall():
        yield from map(_holding, rows)
        last = rows[-1][0]


def keys_taken(connection: sqlite3.Connection) -> set[Citekey]:
    """Return all citekeys that entries have, those in the bin among them."""
    rows = connection.execute("SELECT citekey FROM entries WHERE citekey IS NOT NULL")
    return {Citekey(key) for (key,) in rows}


def _holding(row: tuple[Any, ...]) -> Holding:
    # Any: columns have the types that the schema says.
    id_, record, later, added, changed, binned, listing, start, end = row
    return Holding(
        id=EntryId(id_),
        entry=decode_entry(whole(record, later)),
        added=from_number(added),
        changed=from_number(changed) if changed is not None else None,
        binned=from_number(binned) if binned is not None else None,
        listing=ListingId(listing) if listing is not None else None,
        span=Span(start, end) if start is not None else None,
    )
