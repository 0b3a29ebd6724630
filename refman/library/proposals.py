"""What look-ups found, kept until a person has chosen, or until the next look-up.

It is no part of the history, as finding changes nothing; what a person chooses of it is. It goes
with its entry, and comes back with it.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice

import msgspec

from refman.library.rows import from_number, sound, to_number
from refman.model import EntryId, KeptKind, Outcome, Proposal

__all__ = [
    "OPEN",
    "PROPOSAL",
    "ProposalRow",
    "Standing",
    "choice_name",
    "forget",
    "get_proposals",
    "propose",
    "standings",
    "waiting",
]

_BATCH = 500
_LEVEL = 1

PROPOSAL = ("at", "outcome", "best", "margin", "published", "proposal")
"""The columns that a proposal has besides its entry's number."""

ProposalRow = tuple[int, str, float | None, float | None, int, bytes]
"""Their types."""

CHOICE = f"kind = '{KeptKind.CHOICE.value}' AND name = proposals.id || ' ' || proposals.at"
"""Joins a proposal with the choice that a person made of it; see ``choice_name``."""

OPEN = (
    "SELECT proposals.id FROM proposals"  # noqa: S608 - our own words
    f" WHERE (outcome = '{Outcome.REVIEW.value}' OR published > 0)"
    f" AND NOT EXISTS (SELECT 1 FROM kept WHERE {CHOICE})"
)
"""Asks for the entries of which a person has something to choose; the same as Standing.is_open."""

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Proposal)


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the library says of a proposal without reading it whole.

    Attributes:
        at: when the entry was looked up, in UTC.
        outcome: what became of it by itself.
        best: the score of the first record; None where there is none.
        margin: how far that lies above the next other work's.
        published: how many fields would change if a preprint's entry became its publication.
        choice: what a person chose of it, as it is kept; None where nobody did yet.
    """

    at: datetime
    outcome: Outcome
    best: float | None
    margin: float | None
    published: int
    choice: str | None

    @property
    def is_open(self) -> bool:
        """Tell whether there is something left for a person to choose."""
        return self.choice is None and (self.outcome is Outcome.REVIEW or self.published > 0)


def choice_name(id_: EntryId, at: datetime) -> str:
    """Return the name by which the choice is kept that a person made of a proposal."""
    return f"{id_} {to_number(at)}"


def propose(connection: sqlite3.Connection, id_: EntryId, proposal: Proposal) -> bool:
    """Keep a proposal in place of an earlier one; tell whether its entry is there."""
    if connection.execute("SELECT 1 FROM entries WHERE id = ?", (id_,)).fetchone() is None:
        return False
    best = proposal.matches[0].score if proposal.matches else None
    connection.execute(
        f"INSERT OR REPLACE INTO proposals (id, {', '.join(PROPOSAL)})"  # noqa: S608 - our own names
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            id_,
            to_number(proposal.at),
            proposal.outcome.value,
            best,
            proposal.margin if proposal.matches else None,
            proposal.published,
            zlib.compress(_encoded(proposal), _LEVEL),
        ),
    )
    return True


def forget(connection: sqlite3.Connection, ids: Iterable[EntryId]) -> None:
    """Forget what was found for some entries."""
    connection.executemany("DELETE FROM proposals WHERE id = ?", [(id_,) for id_ in ids])


def get_proposals(
    connection: sqlite3.Connection, ids: Iterable[EntryId]
) -> Iterator[tuple[EntryId, Proposal]]:
    """Yield what was found for entries, in the order of their numbers here, where anything was.

    Raises:
        zlib.error, msgspec.MsgspecError: it is damaged.
    """
    query = "SELECT id, proposal FROM proposals WHERE id IN (SELECT value FROM json_each(?))"
    rest = iter(ids)
    while batch := list(islice(rest, _BATCH)):
        found = dict(connection.execute(query, (_listed(batch),)).fetchall())
        for id_ in batch:
            if id_ in found:
                yield id_, _decoder.decode(zlib.decompress(found[id_]))


def standings(connection: sqlite3.Connection, ids: Iterable[EntryId]) -> dict[EntryId, Standing]:
    """Return how entries stand that were looked up; those that were not are left out."""
    query = (
        f"SELECT id, {', '.join(PROPOSAL[:-1])}, kept.value"  # noqa: S608 - our own names
        f" FROM proposals LEFT JOIN kept ON {CHOICE}"
        " WHERE id IN (SELECT value FROM json_each(?))"
    )
    rows = connection.execute(query, (_listed(list(ids)),))
    return {
        EntryId(id_): Standing(
            at=from_number(at),
            outcome=Outcome(outcome),
            best=best,
            margin=margin,
            published=published,
            choice=choice,
        )
        for id_, at, outcome, best, margin, published, choice in rows
    }


def waiting(connection: sqlite3.Connection) -> list[EntryId]:
    """Return the entries outside the bin of which a person has something to choose, in order."""
    rows = connection.execute(
        f"SELECT id FROM entries WHERE binned IS NULL AND id IN ({OPEN}) ORDER BY id"  # noqa: S608
    )
    return [EntryId(id_) for (id_,) in rows]


def _encoded(proposal: Proposal) -> bytes:
    try:
        return _encoder.encode(proposal)
    except UnicodeEncodeError:
        return _encoder.encode(sound(proposal))


def _listed(ids: list[EntryId]) -> str:
    return msgspec.json.encode(ids).decode()
