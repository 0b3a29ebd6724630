"""Turns done in the tables: the entry itself, and all that is derived from it."""

import functools
import sqlite3
from collections.abc import Collection, Mapping
from typing import NamedTuple

import msgspec

from refman.library.derived import DELETES, DERIVED, INSERTS, Row, Rows, derived_of
from refman.library.exports import EXPORT
from refman.library.indexing import TextIndex, indexed_of
from refman.library.proposals import PROPOSAL
from refman.library.records import (
    LIGHT,
    Values,
    encode_later,
    encode_values,
    light_values,
    values_of,
    whole,
)
from refman.library.rows import COLUMNS, columns_of, decode_entry, folds_of, with_sources
from refman.library.turns import NOTHING, BinTurn, EditTurn, In, KeepTurn, Out, Turn
from refman.model import Entry, EntryId, Keyword, ListingId, Provenance, Status
from refman.progress import Progress

__all__ = ["GoneError", "Look", "Writer"]

_STATUS = frozenset({"status"})
_LOOK_AT_STATUS = "SELECT changed, status, NULL, later FROM entries WHERE id = ?"
_LOOK = "SELECT changed, status, record, later FROM entries JOIN records USING (id) WHERE id = ?"
_FACTS = "SELECT facts FROM entries WHERE id = ?"

_HELD_BACK = 256
"""So many new entries are written at once: a statement for many rows costs less a row."""

_PROPOSAL = f"SELECT {', '.join(PROPOSAL)} FROM proposals WHERE id = ?"  # noqa: S608 - our own
_WORK = "SELECT work FROM duplicates WHERE id = ?"
_EXPORTS = (
    f"SELECT t.target, x.{', x.'.join(EXPORT)}, d.data FROM exports x"  # noqa: S608 - our own
    " JOIN export_targets t ON t.id = x.target"
    " LEFT JOIN export_data d ON d.id = x.id AND d.target = x.target WHERE x.id = ?"
)
_NOTHING = bytes(NOTHING)
_keywords_decoder = msgspec.json.Decoder(tuple[Keyword, ...] | None)
_paths_decoder = msgspec.json.Decoder(tuple[str, ...] | None)
_provenance_decoder = msgspec.json.Decoder(dict[str, Provenance] | None)
_status_decoder = msgspec.json.Decoder(Status | None)


class GoneError(Exception):
    """Say inside this package that an entry is not there."""


class Look(NamedTuple):
    """Hold what there is to know of an entry before it is edited.

    Attributes:
        changed: when it was last changed.
        values: of its fields, at least of those that are edited.
        record: as it stands in the table; None where the status alone is edited.
        later: what was changed since that was written.
    """

    changed: int | None
    values: Values
    record: bytes | None
    later: bytes | None


class Writer:
    """Do turns inside a transaction that somebody else begins and ends.

    New entries are held back until there are many, or until somebody wants to read.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        # One for all that is said of each of very many: to make one costs half as much again.
        self._cursor = connection.cursor()
        self._index = TextIndex(connection)
        self._held: dict[str, Rows] = {table: [] for table in INSERTS}
        self._last: int | None = None
        self._derived = 0

    def new_id(self) -> EntryId:
        """Return a number that no entry has or ever had."""
        self._last = self._newest() + 1
        return EntryId(self._last)

    def _newest(self) -> int:
        if self._last is None:
            row = self._cursor.execute(
                "SELECT seq FROM sqlite_sequence WHERE name = 'entries'"
            ).fetchone()
            self._last = int(row[0]) if row else 0
        return self._last

    def do(self, turn: Turn) -> Turn:
        """Do a turn, and return the one that brings back what was.

        Raises:
            GoneError: the entry is not there.
            msgspec.MsgspecError: its record is damaged.
        """
        if isinstance(turn, In):
            return self.put_in(turn, decode_entry(bytes(turn.record)))
        self.flush(texts=False)
        match turn:
            case Out():
                return self._take_out(turn)
            case EditTurn():
                return self.edit(turn, self.look(turn.id, turn.values))
            case BinTurn():
                return self._bin(turn)
            case _:
                return self._keep(turn)

    def put_in(self, turn: In, entry: Entry) -> Out:
        """Put an entry in; the same as ``do`` for who has it decoded already."""
        self._last = max(self._newest(), turn.id)
        start, end = turn.span or (None, None)
        self._held["entries"].append(
            (turn.id, *columns_of(entry), turn.added, turn.changed, turn.binned, turn.listing,
             start, end)
        )  # fmt: skip
        self._held["records"].append((turn.id, bytes(turn.record)))
        if turn.proposal is not None:
            self._held["proposals"].append((turn.id, *turn.proposal))
        if turn.work is not None:
            self._held["duplicates"].append((turn.id, turn.work))
        for target, *told, data in turn.exports:
            self._held["export_targets"].append((target,))
            self._held["exports"].append((turn.id, *told, target))
            if data is not None:
                self._held["export_data"].append((turn.id, data, target))
        self.derive(turn.id, entry)
        return Out(turn.id)

    def derive(self, id_: EntryId, entry: Entry) -> None:
        """Put in an entry's derived rows, of which there are none yet."""
        for table, rows in zip(DERIVED, derived_of(id_, entry), strict=True):
            self._held[table] += rows
        self._index.replace(id_, None, indexed_of(entry))
        self._derived += 1
        if self._derived == _HELD_BACK:
            self.flush(texts=False)

    def flush(self, *, texts: bool = True) -> None:
        """Write what is held back; its texts only where they are to be searched or committed."""
        if self._derived:
            for table, rows in self._held.items():
                self._cursor.executemany(INSERTS[table], rows)
                rows.clear()
            self._derived = 0
        if texts:
            self._index.flush()

    def merge(self, progress: Progress) -> None:
        """Merge what was gathered of very many texts, which takes long; see TextIndex.merge."""
        self._index.merge(progress)

    def _take_out(self, turn: Out) -> In:
        row = self._cursor.execute(
            "SELECT record, later, added, changed, binned, listing, span_start, span_end"
            " FROM entries JOIN records USING (id) WHERE id = ?",
            (turn.id,),
        ).fetchone()
        if row is None:
            raise GoneError(turn.id)
        record, later, added, changed, binned, listing, start, end = row
        if later is not None:
            record = encode_values(values_of(record, later))
        proposal = self._cursor.execute(_PROPOSAL, (turn.id,)).fetchone()
        twin = self._cursor.execute(_WORK, (turn.id,)).fetchone()
        exports = self._cursor.execute(_EXPORTS, (turn.id,)).fetchall()
        entry = decode_entry(record)
        for table, rows in zip(DERIVED, derived_of(turn.id, entry), strict=True):
            self._cursor.executemany(DELETES[table], rows)
        self._index.replace(turn.id, indexed_of(entry), None)
        for table in ("records", "entries"):
            self._cursor.execute(DELETES[table], (turn.id,))
        return In(
            turn.id, msgspec.Raw(record), added, changed, binned,
            ListingId(listing) if listing is not None else None,
            (start, end) if start is not None else None,
            proposal, twin[0] if twin is not None else None, tuple(exports),
        )  # fmt: skip

    def look(self, id_: EntryId, fields: Collection[str]) -> Look:
        """Return what there is to know of an entry before some of its fields are edited.

        Raises:
            GoneError: the entry is not there.
            msgspec.MsgspecError: its record is damaged.
        """
        query = _LOOK_AT_STATUS if _STATUS.issuperset(fields) else _LOOK
        row = self._cursor.execute(query, (id_,)).fetchone()
        if row is None:
            raise GoneError(id_)
        changed, status, record, later = row
        if LIGHT.issuperset(fields):
            return Look(changed, light_values(fields, status, record, later), record, later)
        return Look(changed, values_of(record, later), record, later)

    def edit(self, turn: EditTurn, look: Look) -> EditTurn:
        """Give an entry other values; the same as ``do`` for who has looked at it already.

        Args:
            turn: what to do.
            look: at these fields.
        """
        before = {field: look.values.get(field, NOTHING) for field in turn.values}
        if LIGHT.issuperset(turn.values):
            columns = self._light(turn.id, before, turn.values)
            columns["later"] = encode_later(look.later, turn.values)
        else:
            columns = self._heavy(turn, look)
            columns["later"] = None
        self._set(turn.id, {**columns, "changed": turn.changed})
        return EditTurn(turn.id, look.changed, before)

    def _light(self, id_: EntryId, before: Values, after: Values) -> dict[str, object]:
        """Bring side tables to where single fields are; return the columns that change."""
        if "keywords" in after:
            self._replace_names("tags", id_, _tags(before["keywords"]), _tags(after["keywords"]))
        if "collections" in after:
            old, new = _paths(before["collections"]), _paths(after["collections"])
            self._replace_names("collections", id_, old, new)
        columns: dict[str, object] = {}
        if "status" in after:
            status = _status_decoder.decode(after["status"]) or Status.NEEDS_REVIEW
            columns["status"] = status.value
        if "provenance" in after:
            (facts,) = self._cursor.execute(_FACTS, (id_,)).fetchone()
            provenance = _provenance_decoder.decode(after["provenance"])
            columns["facts"] = with_sources(facts, provenance or {})
        return columns

    def _heavy(self, turn: EditTurn, look: Look) -> dict[str, object]:
        """Write a record anew, and all that depends on it; return the columns that change."""
        assert look.record is not None  # these fields are told nowhere else
        values = look.values | turn.values
        record = encode_values({name: told for name, told in values.items() if told != NOTHING})
        id_, old, new = turn.id, decode_entry(whole(look.record, look.later)), decode_entry(record)
        self._cursor.execute("UPDATE records SET record = ? WHERE id = ?", (record, id_))
        for table, before, after in zip(
            DERIVED, derived_of(id_, old), derived_of(id_, new), strict=True
        ):
            self._replace(table, set(before).difference(after), set(after).difference(before))
        texts = indexed_of(old), indexed_of(new)
        if texts[0] != texts[1]:
            self._index.replace(id_, *texts)
        pairs = zip(COLUMNS, columns_of(old), columns_of(new), strict=True)
        return {name: value for name, before, value in pairs if before != value}

    def _replace_names(self, table: str, id_: EntryId, before: set[str], after: set[str]) -> None:
        gone, new = folds_of(before - after), folds_of(after - before)
        self._replace(
            table, [(id_, *pair) for pair in gone.items()], [(id_, *pair) for pair in new.items()]
        )

    def _replace(self, table: str, gone: Collection[Row], new: Collection[Row]) -> None:
        for row in gone:
            self._cursor.execute(DELETES[table], row)
        for row in new:
            self._cursor.execute(INSERTS[table], row)

    def _bin(self, turn: BinTurn) -> BinTurn:
        row = self._cursor.execute(
            "SELECT binned, changed FROM entries WHERE id = ?", (turn.id,)
        ).fetchone()
        if row is None:
            raise GoneError(turn.id)
        binned, changed = row
        self._set(turn.id, {"binned": turn.binned, "changed": turn.changed})
        return BinTurn(turn.id, changed, binned)

    def _keep(self, turn: KeepTurn) -> KeepTurn:
        key = (turn.kind.value, turn.name)
        row = self._cursor.execute(
            "SELECT value FROM kept WHERE kind = ? AND name = ?", key
        ).fetchone()
        if turn.value is None:
            self._cursor.execute("DELETE FROM kept WHERE kind = ? AND name = ?", key)
        else:
            self._cursor.execute(
                "INSERT OR REPLACE INTO kept (kind, name, value) VALUES (?, ?, ?)",
                (*key, turn.value),
            )
        return KeepTurn(turn.kind, turn.name, row[0] if row else None)

    def _set(self, id_: EntryId, columns: Mapping[str, object]) -> None:
        self._cursor.execute(_update(tuple(columns)), (*columns.values(), id_))


@functools.lru_cache(maxsize=1 << 8)
def _update(names: tuple[str, ...]) -> str:
    # Only what changes is named: an index of a column that is named is written anew.
    return f"UPDATE entries SET {', '.join(f'{name} = ?' for name in names)} WHERE id = ?"  # noqa: S608 - our own names


def _tags(told: msgspec.Raw) -> set[str]:
    return {keyword.text for keyword in _keywords_decoder.decode(told) or ()}


def _paths(told: msgspec.Raw) -> set[str]:
    return set(_paths_decoder.decode(told) or ())
