"""Changes checked against what is there, and done."""

import sqlite3
from collections.abc import Collection
from datetime import datetime
from typing import Any

import msgspec

from refman.errors import ConflictError
from refman.library.records import Values, encode_values, entry_values, whole
from refman.library.rows import decode_entry, encode_entry, sound, to_number
from refman.library.turns import NOTHING, BinTurn, EditTurn, In, KeepTurn, Out, Turn
from refman.library.writing import GoneError, Writer
from refman.model import Add, Bin, Change, Edit, Entry, EntryId, Holding, Keep, Remove

__all__ = ["Changer"]


class Changer:
    """Do changes inside a transaction that somebody else begins and ends."""

    def __init__(
        self, connection: sqlite3.Connection, writer: Writer, *, at: datetime, library: str
    ) -> None:
        """Take what is needed.

        Args:
            connection: to the library.
            writer: does the turns.
            at: what is written down as the time of the change.
            library: the library's name, for messages.
        """
        self._connection, self._writer, self._library = connection, writer, library
        self._at = to_number(at)

    def do(self, change: Change) -> Turn:
        """Do a change, and return the turn that undoes it.

        Raises:
            ConflictError: what is there is not what the change says that it was.
        """
        match change:
            case Add(holding):
                return self._add(holding)
            case Remove(holding):
                return self._remove(holding)
            case Edit():
                return self._edit(change)
            case Bin():
                return self._bin(change)
            case _:
                return self._keep(change)

    def _add(self, holding: Holding) -> Out:
        id_ = holding.id
        if id_ is None:
            id_ = self._writer.new_id()
        elif self._row("SELECT 1 FROM entries WHERE id = ?", id_) is not None:
            raise self._conflict(f"entry {id_} is there already")
        entry, record = _encoded(holding.entry)
        return self._writer.put_in(
            In(
                id=id_,
                record=msgspec.Raw(record),
                added=to_number(holding.added),
                changed=_number(holding.changed),
                binned=_number(holding.binned),
                listing=holding.listing,
                span=(holding.span.start, holding.span.end) if holding.span else None,
            ),
            entry,
        )

    def _remove(self, holding: Holding) -> Turn:
        if holding.id is None:
            raise self._conflict("an entry without a number cannot be removed")
        row = self._row(
            "SELECT record, later FROM records JOIN entries USING (id) WHERE id = ?", holding.id
        )
        if row is None:
            raise self._gone(holding.id)
        record = whole(*row)
        if record != _encoded(holding.entry)[1] and decode_entry(record) != holding.entry:
            raise self._changed(holding.id)
        return self._writer.do(Out(holding.id))

    def _edit(self, edit: Edit) -> Turn:
        self._writer.flush(texts=False)
        try:
            look = self._writer.look(edit.id, edit.fields)
        except GoneError:
            raise self._gone(edit.id) from None
        before, after = _values(edit.before, edit.fields), _values(edit.after, edit.fields)
        for field in edit.fields:
            there = look.values.get(field, NOTHING)
            if there != before.get(field, NOTHING) and not _is_equal(there, edit.before, field):
                raise self._changed(edit.id)
        values = {field: after.get(field, NOTHING) for field in edit.fields}
        return self._writer.edit(EditTurn(edit.id, self._at, values), look)

    def _bin(self, change: Bin) -> Turn:
        row = self._row("SELECT binned FROM entries WHERE id = ?", change.id)
        if row is None:
            raise self._gone(change.id)
        if row[0] != _number(change.before):
            raise self._changed(change.id)
        return self._writer.do(BinTurn(change.id, self._at, _number(change.after)))

    def _keep(self, change: Keep) -> Turn:
        row = self._row(
            "SELECT value FROM kept WHERE kind = ? AND name = ?", change.kind.value, change.name
        )
        if (row[0] if row else None) != change.before:
            raise self._conflict(f'the {change.kind.value} "{change.name}" was changed meanwhile')
        return self._writer.do(KeepTurn(change.kind, change.name, change.after))

    def _row(self, query: str, *values: object) -> tuple[Any, ...] | None:
        self._writer.flush(texts=False)
        # Any: columns have the types that the schema says.
        row: tuple[Any, ...] | None = self._connection.execute(query, values).fetchone()
        return row

    def _gone(self, id_: EntryId) -> ConflictError:
        return self._conflict(f"entry {id_} is not there any more")

    def _changed(self, id_: EntryId) -> ConflictError:
        return self._conflict(f"entry {id_} was changed meanwhile")

    def _conflict(self, what: str) -> ConflictError:
        return ConflictError(
            f"{what} in {self._library}: nothing was changed; look at it anew, and do it again",
            library=self._library,
        )


def _encoded(entry: Entry) -> tuple[Entry, bytes]:
    """Return an entry as it can be kept, and its record."""
    try:
        return entry, encode_entry(entry)
    except UnicodeEncodeError:
        entry = sound(entry)
        return entry, encode_entry(entry)


def _values(entry: Entry, fields: Collection[str]) -> Values:
    """Return values as they can be kept."""
    try:
        return entry_values(entry, fields)
    except UnicodeEncodeError:
        return entry_values(sound(entry), fields)


def _is_equal(there: msgspec.Raw, other: Entry, field: str) -> bool:
    """Tell whether values are equal though they are written otherwise: the order of a mapping."""
    entry = decode_entry(encode_values({field: there})) if there != NOTHING else Entry()
    return bool(getattr(entry, field) == getattr(other, field))


def _number(at: datetime | None) -> int | None:
    return to_number(at) if at is not None else None
