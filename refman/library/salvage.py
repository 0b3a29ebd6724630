"""What is left of a damaged library, row by row, into a new one."""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple, cast

from refman.library.derived import INSERTS
from refman.library.duplicates import found_at
from refman.library.exports import all_rows, export_of, forget
from refman.library.faults import UNREADABLE
from refman.library.history import steps
from refman.library.listings import get_listing
from refman.library.own import own_tables
from refman.library.pages import Pages
from refman.library.proposals import get_proposals, standings
from refman.library.records import encode_values, values_of
from refman.library.rows import columns_of, decode_entry, from_number, to_number
from refman.library.trees import Shape, Tables
from refman.library.turns import turns_of
from refman.library.writing import Writer
from refman.model import Entry, EntryId, ListingId
from refman.progress import SILENT, Progress

__all__ = ["salvage"]

_REPORTED = 256
_MOST_TOLD = 20
"""So many losses of one kind are told one by one."""

_TYPES: dict[str, tuple[type, ...]] = {
    "INTEGER": (int,),
    "TEXT": (str,),
    "BLOB": (bytes,),
    "REAL": (float, int),
}
_NULL = type(None)
_OWN_NAMES = frozenset({"entries", "records", "history"})
"""Tables that no other program is likely to have all."""
_NUMBERED = ("listings", "entries", "history")
"""Tables whose numbers are never given twice, not even those of rows that are lost."""


def salvage(
    pages: Pages, whole: sqlite3.Connection, *, at: datetime, progress: Progress = SILENT
) -> list[str] | None:
    """Copy what can be read, inside a transaction of the caller's.

    The history is given up where something is lost that it may speak of.

    Args:
        pages: of the damaged library's file.
        whole: an empty library.
        at: the time at which entries came in of which nothing else is known.
        progress: how many pages were looked at; then how many entries were copied.

    Returns:
        What is lost, a line each; None where nothing of a library is left.
    """
    shapes = {name: _shape_of(whole, name) for name in own_tables(whole)}
    tables = Tables(pages, shapes, progress)
    lost = _Salvage(tables, whole, to_number(at)).run(progress)
    is_empty = not any(
        whole.execute(f"SELECT 1 FROM {name} LIMIT 1").fetchone()  # noqa: S608 - our own names
        for name in shapes
    )
    return None if is_empty and (lost or not tables.names >= _OWN_NAMES) else lost


def _shape_of(whole: sqlite3.Connection, name: str) -> Shape:
    types: list[tuple[type, ...]] = []
    id_at = None
    columns = whole.execute(f"PRAGMA table_info({name})").fetchall()
    is_number = sum(bool(key) for *_, key in columns) == 1  # a key of several columns is none
    for place, _, kind, not_null, _, key in columns:
        if key and is_number and kind == "INTEGER":
            id_at = place
            types.append((_NULL,))
        else:
            types.append(_TYPES[kind] if not_null else (*_TYPES[kind], _NULL))
    return Shape(tuple(types), has_ids=id_at is not None, id_at=id_at)


class _Place(NamedTuple):
    """Hold what is known of an entry besides its record."""

    citekey: str | None
    added: int
    is_sure: bool
    changed: int | None = None
    binned: int | None = None
    listing: int | None = None
    span: tuple[int | None, int | None] = (None, None)
    later: bytes | None = None


class _Salvage:
    def __init__(self, tables: Tables, whole: sqlite3.Connection, at: int) -> None:
        self._tables, self._whole, self._at = tables, whole, at
        self._lost: list[str] = []

    def run(self, progress: Progress) -> list[str]:
        self._listings()
        self._entries(progress)
        self._history()
        self._copy("kept", "collections without entries, saved searches, choices")
        self._proposals()
        self._duplicates()
        self._exports()
        for name in _NUMBERED:
            self._keep_numbers(name)
        return self._lost

    def _listings(self) -> None:
        self._copy("listings", "listings")
        lost: list[str] = []
        for (id_,) in self._whole.execute("SELECT id FROM listings").fetchall():
            if not self._is_listing_sound(id_):
                lost.append(f"the text of listing {id_}: it cannot be read")
                self._whole.execute("UPDATE listings SET text = NULL WHERE id = ?", (id_,))
            if not self._is_listing_sound(id_):
                lost[-1] = f"listing {id_}: it cannot be read"
                self._whole.execute("DELETE FROM listings WHERE id = ?", (id_,))
        self._tell(lost)

    def _is_listing_sound(self, id_: int) -> bool:
        try:
            get_listing(self._whole, ListingId(id_))
        except UNREADABLE:
            return False
        return True

    def _entries(self, progress: Progress) -> None:
        places = self._places()
        writer = Writer(self._whole)
        there: set[int] = set()
        bare = 0
        faults: dict[int, str] = {}
        for (number, record), is_sure in self._tables.rows("records"):
            assert isinstance(record, bytes)  # by the table's shape
            id_ = EntryId(cast("int", number))
            if id_ in there or not (is_sure or id_ in places or self._tables.lacks("entries", id_)):
                continue  # deleted long ago
            fault = self._put_in(writer, id_, record, places.get(id_), is_sure=is_sure)
            if fault is None:
                there.add(id_)
                bare += id_ not in places
            elif is_sure:
                faults[id_] = fault
            if len(there) % _REPORTED == 0:
                progress.report(len(there), max(len(places), len(there)))
        writer.flush()
        gone = faults.keys() | {id_ for id_, place in places.items() if place.is_sure}
        self._tell(
            f"entry {id_}: {faults.get(id_, 'its record is not there')}"
            for id_ in sorted(gone - there)
        )
        self._tell_unknown(gone | there, max(places, default=0))
        if bare:
            self._lost.append(
                f"when entries came in, from where, and what was last changed of their status, tags"
                f" and collections: of {bare}"
            )

    def _places(self) -> dict[int, _Place]:
        listings = {id_ for (id_,) in self._whole.execute("SELECT id FROM listings")}
        names = [name for _, name, *_ in self._whole.execute("PRAGMA table_info(entries)")]
        places: dict[int, _Place] = {}
        for values, is_sure in self._tables.rows("entries"):
            row = dict(zip(names, values, strict=True))
            id_ = cast("int", row["id"])
            if id_ not in places and id_ > 0:
                if row["listing"] not in listings:
                    row |= {"listing": None, "span_start": None, "span_end": None}
                places[id_] = self._place_of(row, is_sure=is_sure)
        return places

    def _place_of(self, row: dict[str, object], *, is_sure: bool) -> _Place:
        span = row["span_start"], row["span_end"]
        added, changed, binned = (_time(row[name]) for name in ("added", "changed", "binned"))
        return _Place(
            citekey=cast("str | None", row["citekey"]),
            added=self._at if added is None else added,
            changed=changed,
            binned=binned,
            listing=cast("int | None", row["listing"]),
            span=(None, None) if None in span else cast("tuple[int, int]", span),
            later=cast("bytes | None", row["later"]),
            is_sure=is_sure,
        )

    def _put_in(
        self, writer: Writer, id_: EntryId, record: bytes, place: _Place | None, *, is_sure: bool
    ) -> str | None:
        """Put an entry in; return why it cannot be."""
        later = place.later if place is not None else None
        try:
            entry, record = _now(record, later)
        except UNREADABLE as error:
            if later is None or place is None:
                return str(error)
            place = place._replace(later=None)
            fault = self._put_in(writer, id_, record, place, is_sure=is_sure)
            if fault is None:
                self._lost.append(f"what was last changed of entry {id_}: it cannot be read")
            return fault
        if place is None:
            place = _Place(entry.citekey, self._at, is_sure=is_sure)
        if not is_sure and place.citekey != entry.citekey:
            return "it may be of another time"
        self._whole.execute(
            INSERTS["entries"],
            (id_, *columns_of(entry), place.added, place.changed, place.binned, place.listing,
             *place.span),
        )  # fmt: skip
        self._whole.execute(INSERTS["records"], (id_, record))
        writer.derive(id_, entry)
        return None

    def _tell_unknown(self, known: Collection[int], last: int) -> None:
        """Tell how many entries more may be lost: as many as there are numbers for.

        Args:
            known: numbers of those that are there or were told to be lost.
            last: a number that was given.
        """
        last = max(self._tables.last_id("entries"), last, *known)
        numbers = sum(
            max(0, min(upto, last) - max(after, 0)) for after, upto in self._tables.holes("entries")
        )
        unknown = numbers - sum(self._tables.lacks("entries", id_) for id_ in known)
        if unknown > 0:
            self._lost.append(f"entries of which too little is left: up to {unknown}")

    def _history(self) -> None:
        if not self._lost:
            for name in ("history", "history_parts"):
                self._copy(name, "steps of the history")
        if self._lost or not self._is_history_sound():
            self._whole.execute("DELETE FROM history")
            self._lost.append("the history: what was done before cannot be undone any more")

    def _is_history_sound(self) -> bool:
        try:
            for (part,) in self._whole.execute("SELECT part FROM history_parts"):
                turns_of(part)
            steps(self._whole, -1)
        except UNREADABLE:
            return False
        query = "SELECT 1 FROM history WHERE id NOT IN (SELECT history FROM history_parts)"
        return self._whole.execute(query).fetchone() is None

    def _proposals(self) -> None:
        self._copy("proposals", "what was found for entries", of_entries=True)
        lost: list[str] = []
        for (number,) in self._whole.execute("SELECT id FROM proposals").fetchall():
            id_ = EntryId(number)
            try:
                list(get_proposals(self._whole, [id_]))
                standings(self._whole, [id_])
            except UNREADABLE:
                lost.append(f"what was found for entry {id_}: it cannot be read")
                self._whole.execute("DELETE FROM proposals WHERE id = ?", (id_,))
        self._tell(lost)

    def _duplicates(self) -> None:
        self._copy("duplicates", "what was found to be there twice", of_entries=True)
        when = "when the library was last looked through"
        self._copy("looked_through", when)
        try:
            found_at(self._whole)
        except UNREADABLE:
            self._tell([f"{when}: it cannot be read"])
            self._whole.execute("DELETE FROM looked_through")

    def _exports(self) -> None:
        what = "where entries were given out to"
        self._copy("export_targets", f"{what}: names")
        self._copy("exports", what, of_entries=True)
        self._copy("export_data", "what was given out", of_entries=True)
        lost: list[str] = []
        for row in list(all_rows(self._whole)):
            try:
                export_of(row)
            except UNREADABLE:
                lost.append(f"where entry {row[0]} was given out to: it cannot be read")
                forget(self._whole, row[1], [EntryId(row[0])])
        self._tell(lost)

    def _copy(self, name: str, what: str, *, of_entries: bool = False) -> None:
        """Copy the rows of a table, and tell where some are lost.

        Args:
            name: of the table.
            what: its rows are, for people.
            of_entries: rows go with entries; those of entries that are lost are not told again.
        """
        is_lost = False
        insert: str | None = None
        for values, is_sure in self._tables.rows(name):
            insert = insert or f"INSERT INTO {name} VALUES ({', '.join('?' * len(values))})"  # noqa: S608
            try:
                self._whole.execute(insert, values)
            except sqlite3.IntegrityError:  # it speaks of a row that is lost, or is there twice
                is_lost |= is_sure and not of_entries
        if is_lost or not self._tables.is_whole(name):
            self._lost.append(f"{what}: some or all, whose pages are lost")

    def _tell(self, lost: Iterable[str]) -> None:
        lines = list(lost)
        self._lost += lines[:_MOST_TOLD]
        if len(lines) > _MOST_TOLD:
            self._lost.append(f"{len(lines) - _MOST_TOLD} more of these")

    def _keep_numbers(self, name: str) -> None:
        (last,) = self._whole.execute(f"SELECT max(id) FROM {name}").fetchone()  # noqa: S608
        last = max(last or 0, self._tables.last_id(name))
        self._whole.execute("DELETE FROM sqlite_sequence WHERE name = ?", (name,))
        self._whole.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (name, last))


def _now(record: bytes, later: bytes | None) -> tuple[Entry, bytes]:
    """Return an entry, and its record written anew with what was changed since.

    Raises:
        msgspec.MsgspecError, ValueError: it is damaged.
    """
    if later is not None:
        record = encode_values(values_of(record, later))
    return decode_entry(record), record


def _time(number: object) -> int | None:
    """Return a number that stands for a time; None for another."""
    try:
        from_number(cast("int", number))
    except (OverflowError, TypeError):
        return None
    return cast("int", number)
