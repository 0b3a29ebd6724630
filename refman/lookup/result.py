"""What became of an entry that was looked up."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from refman.lookup.choice import Choice
from refman.lookup.merge import Merged, merge
from refman.model import Decision, Entry, Identifiers, Outcome

__all__ = ["Outcome", "Result", "can_be_asked", "result_of"]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what became of one entry.

    Attributes:
        place: of the entry among those looked up, from 0.
        outcome: in a word.
        entry: what it is now; as it was, unless the outcome is ACCEPTED.
        choice: the records that were found, weighed.
        merged: what the accepted records say, their publication, and what was not taken; None where
            none was accepted, or none may be taken without a person.
        failed: names of the sources that could not be asked for it.
        why: of the outcome, in words.
    """

    place: int
    outcome: Outcome
    entry: Entry
    choice: Choice
    merged: Merged | None = None
    failed: tuple[str, ...] = ()
    why: str = ""


def can_be_asked(entry: Entry) -> bool:
    """Tell whether an entry has anything by which a source can be asked."""
    return bool(entry.title) or entry.identifiers != Identifiers()


def result_of(
    place: int,
    entry: Entry,
    choice: Choice,
    *,
    failed: Sequence[str],
    is_answered: bool,
    now: datetime,
    may_take: bool,
) -> Result:
    """Return what becomes of an entry for which this was found.

    Args:
        place: of the entry.
        entry: as it is.
        choice: of the records of all sources that were asked.
        failed: names of those that could not be.
        is_answered: at least one of them could.
        now: when this is done.
        may_take: take what is accepted; else all is left to a person.
    """
    outcome, why, merged = _OUTCOMES.get(choice.decision, Outcome.FAILED), choice.why, None
    if outcome is Outcome.FAILED and is_answered:
        why = "not every source could be asked, and no record is it"
    if not can_be_asked(entry):
        why = "it has neither a title nor an identifier to ask by"
    if choice.decision is Decision.ACCEPT and not may_take:
        why = f"nothing is taken without you; it would be: {why}"
    elif choice.decision is Decision.ACCEPT:
        merged = merge(entry, choice.accepted, now=now)
        is_new = merged.entry != entry or bool(merged.published)
        outcome = Outcome.ACCEPTED if is_new else Outcome.UNCHANGED
    return Result(
        place=place,
        outcome=outcome,
        entry=entry if merged is None else merged.entry,
        choice=choice,
        merged=merged,
        failed=tuple(failed),
        why=why,
    )


_OUTCOMES = {
    Decision.ACCEPT: Outcome.REVIEW,
    Decision.REVIEW: Outcome.REVIEW,
    Decision.REJECT: Outcome.NOT_FOUND,
}
