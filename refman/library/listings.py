"""Listings as the library keeps them: what was read, when, and the text that spans count in."""

import hashlib
import sqlite3
import zlib
from collections.abc import Sequence
from datetime import datetime

import msgspec

from refman.library.rows import from_number, to_number
from refman.model import LeftOver, ListingId

__all__ = ["MOST_TEXT_BYTES", "KeptListing", "add_listing", "get_listing", "listings"]

MOST_TEXT_BYTES = 32 * 1024 * 1024
"""A longer text is not kept, but its length and digest are."""

_LEVEL = 1
_SELECT = "SELECT id, name, kind, read_at, length, sha256, left_over, text FROM listings"
_left_over_decoder = msgspec.json.Decoder(tuple[LeftOver, ...])


class KeptListing(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the library keeps of a listing.

    Attributes:
        id: its number.
        name: the input's name as the user gave it.
        kind: the reader that read it.
        read_at: when, in UTC.
        length: of its text, in characters.
        sha256: of its text in UTF-8, in hexadecimal digits.
        left_over: what in it is no paper, in the order of the text.
        text: as decoded, before anything was mended; None where it was too long to keep.
    """

    id: ListingId
    name: str
    kind: str
    read_at: datetime
    length: int
    sha256: str
    left_over: tuple[LeftOver, ...]
    text: str | None


def add_listing(
    connection: sqlite3.Connection,
    *,
    name: str,
    kind: str,
    text: str,
    left_over: Sequence[LeftOver],
    read_at: datetime,
) -> ListingId:
    """Keep a listing and return its number; where an equal one is there already, that one's."""
    name = name.encode(errors="surrogateescape").decode(errors="replace")
    content = text.encode(errors="surrogatepass")
    told = msgspec.json.encode(left_over)
    digest = hashlib.sha256(content).hexdigest()
    row = connection.execute(
        "SELECT id FROM listings WHERE sha256 = ? AND name = ? AND kind = ? AND left_over = ?",
        (digest, name, kind, told),
    ).fetchone()
    if row is not None:
        return ListingId(row[0])
    kept = zlib.compress(content, _LEVEL) if len(content) <= MOST_TEXT_BYTES else None
    added = connection.execute(
        "INSERT INTO listings (name, kind, read_at, length, sha256, left_over, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (name, kind, to_number(read_at), len(text), digest, told, kept),
    )
    assert added.lastrowid is not None  # a row was put in
    return ListingId(added.lastrowid)


def get_listing(connection: sqlite3.Connection, id_: ListingId) -> KeptListing | None:
    """Return a listing; None where there is none of this number."""
    row = connection.execute(f"{_SELECT} WHERE id = ?", (id_,)).fetchone()
    if row is None:
        return None
    number, name, kind, read_at, length, sha256, left_over, text = row
    return KeptListing(
        id=ListingId(number),
        name=name,
        kind=kind,
        read_at=from_number(read_at),
        length=length,
        sha256=sha256,
        left_over=_left_over_decoder.decode(left_over),
        text=None if text is None else zlib.decompress(text).decode(errors="surrogatepass"),
    )


def listings(connection: sqlite3.Connection) -> list[tuple[ListingId, str]]:
    """Return the numbers and names of all listings, the newest first."""
    rows = connection.execute("SELECT id, name FROM listings ORDER BY id DESC")
    return [(ListingId(id_), name) for id_, name in rows]
