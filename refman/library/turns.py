"""What the history holds: the turns that would undo a step, or redo it, in their shortest form.

A library's tables hold one side of every change, so the history holds the other only: to undo an
addition takes no more than its number, to redo it takes the entry. A step is turned by taking its
turns from the last to the first; what each replaces is written down as the turn that brings it
back. So a step that is done holds what undoes it, and one that is undone what redoes it.
"""

import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from refman.library.exports import ExportRow
from refman.library.proposals import ProposalRow
from refman.model import EntryId, KeptKind, ListingId

__all__ = [
    "NOTHING",
    "BinTurn",
    "EditTurn",
    "In",
    "KeepTurn",
    "Out",
    "Turn",
    "TurnLog",
    "take_turns",
    "turns_of",
]

NOTHING = msgspec.Raw(b"null")
"""The value of a field that a record leaves out: what it is where nothing is said."""

_PART_TURNS = 1_000
_PART_BYTES = 1 << 18
_LEVEL = 1
_SMALL_BYTES = 1 << 12
_SMALL_BITS = 12  # a window of as many bytes
_SMALL_MEMORY = 5


class Out(msgspec.Struct, frozen=True, array_like=True, tag="out", gc=False):
    """Let an entry go."""

    id: EntryId


class In(msgspec.Struct, frozen=True, array_like=True, tag="in"):
    """Put an entry where it was; ``record`` and the numbers are those of the tables.

    What a look-up had found for it, the number of the work that it is a duplicate of, and where it
    was given out to, come back with it.
    """

    id: EntryId
    record: msgspec.Raw
    added: int
    changed: int | None
    binned: int | None
    listing: ListingId | None
    span: tuple[int, int] | None
    proposal: ProposalRow | None = None
    work: int | None = None
    exports: tuple[ExportRow, ...] = ()


class EditTurn(msgspec.Struct, frozen=True, array_like=True, tag="edit"):
    """Give an entry's fields these values, as they stand in its record; see NOTHING."""

    id: EntryId
    changed: int | None
    values: dict[str, msgspec.Raw]


class BinTurn(msgspec.Struct, frozen=True, array_like=True, tag="bin", gc=False):
    """Put an entry into the bin or take it out."""

    id: EntryId
    changed: int | None
    binned: int | None


class KeepTurn(msgspec.Struct, frozen=True, array_like=True, tag="keep", gc=False):
    """Keep a value, or none, by its name."""

    kind: KeptKind
    name: str
    value: str | None


Turn = In | Out | EditTurn | BinTurn | KeepTurn

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(list[Turn])


class TurnLog:
    """Write the turns of one step into the history, part by part."""

    def __init__(self, connection: sqlite3.Connection, step: int, seq: int = 0) -> None:
        self.step = step
        self._connection, self._seq = connection, seq
        self._turns: list[bytes] = []
        self._bytes = 0
        self.count = 0

    def put(self, turn: Turn) -> None:
        """Write one more."""
        told = _encoder.encode(turn)
        self._turns.append(told)
        self._bytes += len(told)
        self.count += 1
        if len(self._turns) >= _PART_TURNS or self._bytes >= _PART_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what is held back."""
        if not self._turns:
            return
        part = b"[" + b",".join(self._turns) + b"]"
        self._connection.execute(
            "INSERT INTO history_parts (history, seq, part) VALUES (?, ?, ?)",
            (self.step, self._seq, _compressed(part)),
        )
        self._seq += 1
        self._turns, self._bytes = [], 0


def _compressed(part: bytes) -> bytes:
    # For its usual window zlib takes a quarter of a megabyte of memory from the system, and gives
    # it back: for a small part that takes ten times as long as to compress it.
    if len(part) > _SMALL_BYTES:
        return zlib.compress(part, _LEVEL)
    small = zlib.compressobj(_LEVEL, wbits=_SMALL_BITS, memLevel=_SMALL_MEMORY)
    return small.compress(part) + small.flush()


def turns_of(part: bytes) -> list[Turn]:
    """Return the turns of a part, in the order in which they were written.

    Raises:
        zlib.error, msgspec.MsgspecError: it is damaged.
    """
    return _decoder.decode(zlib.decompress(part))


def take_turns(connection: sqlite3.Connection, history: int) -> tuple[Iterator[Turn], int]:
    """Take a step's turns out of the history.

    Returns:
        The turns from the last to the first, each part deleted when its turns are done; and the
        first number that is free for new parts.

    Raises:
        zlib.error, msgspec.MsgspecError: when they are taken: a part is damaged.
    """
    seqs = [
        seq
        for (seq,) in connection.execute(
            "SELECT seq FROM history_parts WHERE history = ? ORDER BY seq DESC", (history,)
        )
    ]
    return _turns(connection, history, seqs), max(seqs, default=-1) + 1


def _turns(connection: sqlite3.Connection, history: int, seqs: list[int]) -> Iterator[Turn]:
    for seq in seqs:
        (part,) = connection.execute(
            "SELECT part FROM history_parts WHERE history = ? AND seq = ?", (history, seq)
        ).fetchone()
        yield from reversed(turns_of(part))
        connection.execute(
            "DELETE FROM history_parts WHERE history = ? AND seq = ?", (history, seq)
        )
