"""Why an entry waits for a person, in a word each, for a list of those to review."""

from enum import Enum

import msgspec

from refman.lookup import Decision, Outcome
from refman.lookup.rules import NEAR_YEARS, VERSION_YEARS
from refman.model import Entry, Holding, LinkState, Match, Proposal

__all__ = ["LEAST_MARGIN", "Chip", "ChipKind", "chips"]

LEAST_MARGIN = 0.1
"""With less between the best record and the next other work, it is a guess which of them it is."""


class ChipKind(Enum):
    """Name what is to be looked at."""

    NO_MATCH = "no match"
    NOT_ASKED = "not asked"  # a source that could not be asked might know it
    SURE = "sure"  # and not taken, since a person was to see it first
    AMBIGUOUS = "ambiguous"
    TO_CHOOSE = "to choose"  # a record may be it, and nothing else comes near
    PUBLISHED = "published"  # an entry of a preprint may become its publication's
    YEAR = "year"
    DEAD_LINK = "dead link"


class Chip(msgspec.Struct, frozen=True):
    """Hold a reason to look at an entry: its kind, and in words what it is."""

    kind: ChipKind
    text: str


def chips(
    holding: Holding, proposal: Proposal | None, *, is_chosen: bool = False
) -> tuple[Chip, ...]:
    """Return why an entry waits for a person, the most urgent first; empty where nothing is told.

    Args:
        holding: the entry as it is.
        proposal: what was found for it; None where it was not looked up.
        is_chosen: a person has chosen of that; see ``refman.library.Standing.choice``.
    """
    found: list[Chip] = []
    if proposal is not None and not is_chosen:
        found += _of_proposal(holding.entry, proposal)
    dead = sum(link.state is LinkState.DEAD for link in holding.entry.links)
    if dead:
        found.append(Chip(ChipKind.DEAD_LINK, "dead link" if dead == 1 else f"{dead} dead links"))
    return tuple(found)


def _of_proposal(entry: Entry, proposal: Proposal) -> list[Chip]:
    found: list[Chip] = []
    may_be = [one for one in proposal.matches if one.decision is not Decision.REJECT]
    if proposal.outcome is Outcome.NOT_FOUND:
        found.append(Chip(ChipKind.NO_MATCH, f"no match: {proposal.why}"))
    elif proposal.outcome is Outcome.FAILED:
        found.append(Chip(ChipKind.NOT_ASKED, proposal.why))
    elif proposal.outcome is Outcome.REVIEW and may_be:
        found.append(_to_choose(proposal, len(may_be)))
    if proposal.published:
        found.append(Chip(ChipKind.PUBLISHED, "it was published since"))
    if may_be and (text := _years(entry, may_be[0])) is not None:
        found.append(Chip(ChipKind.YEAR, text))
    return found


def _to_choose(proposal: Proposal, count: int) -> Chip:
    if proposal.matches[0].decision is Decision.ACCEPT:
        return Chip(ChipKind.SURE, f"sure: {proposal.matches[0].why}")
    if count > 1 and proposal.margin < LEAST_MARGIN:
        return Chip(ChipKind.AMBIGUOUS, f"ambiguous: {count} records, {proposal.margin:.2f} apart")
    records = "a record" if count == 1 else f"{count} records"
    return Chip(ChipKind.TO_CHOOSE, f"{records} to choose from")


def _years(entry: Entry, match: Match) -> str | None:
    """Return how the year of an entry contradicts that of its record; None where it does not."""
    own, other = entry.issued, match.candidate.entry.issued
    if own is None or other is None:
        return None
    most = VERSION_YEARS if match.is_version else NEAR_YEARS
    if abs(own.year - other.year) <= most:
        return None
    return f"year {own.year}, but {other.year} in {match.candidate.source}"
