"""Values locked: made the user's own word, so that no look-up changes them; and given free again.

A lock is provenance: the source "user", as if they had typed the value that stands there. So it
needs no mark of its own, whatever heeds the user's word heeds it, and undo brings back whose the
value was.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from refman.editing.fields import Field, field_named
from refman.editing.setting import Assignment, How, assigned
from refman.editing.steps import id_of, replaced
from refman.library.reader import Reader
from refman.lookup.offers import is_users, provenance_of
from refman.model import ChangeSet, Entry, Holding, Proposal, Provenance
from refman.tidying.comparing import owner_of

__all__ = ["locked", "unlocked"]


def locked(holdings: Iterable[Holding], names: Sequence[str], *, now: datetime) -> ChangeSet:
    """Return the change that makes values the user's own word, so that no look-up changes them.

    Args:
        holdings: the entries.
        names: of the fields.
        now: when.

    Raises:
        EditError: there is no such field.
    """
    fields = [field_named(name) for name in names]

    def after(entry: Entry) -> Entry:
        said = (Assignment(field, How.SET, field.of(entry)) for field in fields)
        return assigned(entry, said, now=now)

    return replaced(f"Lock {_shorts(fields)} of", ((one, after(one.entry)) for one in holdings))


def unlocked(reader: Reader, holdings: Sequence[Holding], names: Sequence[str]) -> ChangeSet:
    """Return the change that makes values nobody's word, or that of the record that has them.

    Args:
        reader: knows what was found for them.
        holdings: the entries.
        names: of the fields.

    Raises:
        EditError: there is no such field.
    """
    fields = [field_named(name) for name in names]
    proposals = dict(reader.proposals(map(id_of, holdings)))

    def after(holding: Holding) -> Entry:
        entry, provenance = holding.entry, dict(holding.entry.provenance)
        for field in fields:
            if is_users(entry, field.name):
                provenance.pop(field.name, None)
                found = _source_of(field, entry, proposals.get(id_of(holding)))
                provenance |= {} if found is None else {field.name: found}
        return msgspec.structs.replace(entry, provenance=provenance)

    return replaced(f"Unlock {_shorts(fields)} of", ((one, after(one)) for one in holdings))


def _source_of(field: Field, entry: Entry, proposal: Proposal | None) -> Provenance | None:
    """Return who says the value that an entry has; None where nobody is known to."""
    value = field.of(entry)
    if proposal is None or not value:
        return None
    if field.of(proposal.entry) == value and not is_users(proposal.entry, field.name):
        return owner_of(proposal.entry, field.name)
    return next(
        (
            provenance_of(match, proposal.at)
            for match in proposal.matches
            if field.of(match.candidate.entry) == value
        ),
        None,
    )


def _shorts(fields: Iterable[Field]) -> str:
    return ", ".join(field.short for field in fields)
