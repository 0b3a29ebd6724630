"""What of a look-up is kept for a person to choose from, and what they said of it before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

import msgspec

from refman.editing.steps import id_of
from refman.library import Library, Standing, choice_name
from refman.library.faults import damaged
from refman.library.reader import Reader
from refman.lookup import Decision, Outcome, PublishedValue, Result, merge
from refman.lookup.refused import still_refused
from refman.model import Entry, EntryId, Holding, Keep, KeptKind, Match, Proposal

__all__ = ["MOST", "Chosen", "chosen_of", "declinable", "keep_proposals", "proposed", "refused"]

MOST = 20
"""So many records of one entry are kept, the best."""

_MOST_REJECTED = 3
"""So many of those that cannot be it: the nearest, by which a person sees why nothing was found."""


class Chosen(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Hold what a person chose of what a look-up found.

    Attributes:
        at: when, with a time zone.
        name: of what was chosen, "arXiv 2501.00001"; None where nothing of it was.
        refused: what the records are known by that are not the work, said of all of them.
        declined: fields and texts of the publication that the entry is not to become.
    """

    at: datetime
    name: str | None = None
    refused: tuple[str, ...] = ()
    declined: tuple[tuple[str, str], ...] = ()

    def kept(self, id_: EntryId, proposal: Proposal, before: str | None) -> Keep:
        """Return the change by which a library remembers it.

        Args:
            id_: whose proposal it is.
            proposal: of which it was chosen.
            before: what is kept by now.
        """
        value = msgspec.json.encode(self).decode()
        name = choice_name(id_, proposal.at)
        return Keep(kind=KeptKind.CHOICE, name=name, before=before, after=value)


def chosen_of(standing: Standing, reader: Reader) -> Chosen | None:
    """Return what a person chose of a proposal; None where nobody did yet.

    Raises:
        DamagedLibraryError: what is kept cannot be read.
    """
    return None if standing.choice is None else _chosen(standing.choice, reader)


def _chosen(value: str, reader: Reader) -> Chosen:
    try:
        return msgspec.json.decode(value, type=Chosen)
    except msgspec.MsgspecError as error:
        raise damaged(reader.path, f"what was chosen of a look-up: {error}") from error


def _said(reader: Reader) -> Mapping[str, list[Chosen]]:
    """Return all that was chosen, by the entries' numbers."""
    found: defaultdict[str, list[Chosen]] = defaultdict(list)
    for name, value in reader.kept(KeptKind.CHOICE).items():
        found[name.partition(" ")[0]].append(_chosen(value, reader))
    return found


def refused(reader: Reader, holdings: Iterable[Holding]) -> list[frozenset[str]]:
    """Return of each entry what the records are known by that a person said are not it.

    For ``refman.lookup.Run``, so that "none of these" is remembered.

    Raises:
        DamagedLibraryError: what is kept cannot be read.
    """
    said = _said(reader)
    return [
        still_refused(
            one.entry, (key for each in said.get(str(one.id), ()) for key in each.refused)
        )
        for one in holdings
    ]


def proposed(
    reader: Reader, holdings: Sequence[Holding], results: Iterable[Result], *, now: datetime
) -> Iterator[tuple[EntryId, Proposal]]:
    """Yield what is to be kept of a run.

    Not what tells a person less than what is kept already: where no source could be asked, or where
    nothing was found but what they have chosen or refused.

    Args:
        reader: of the library.
        holdings: the entries as they were looked up.
        results: one an entry, in their order.
        now: when they were looked up.
    """
    said = _said(reader)
    standings = reader.standings(map(id_of, holdings))
    for holding, result in zip(holdings, results, strict=True):
        id_ = id_of(holding)
        if _tells_less(result, standings.get(id_)):
            continue
        earlier = reader.proposal(id_) if id_ in standings else None
        declined = {pair for each in said.get(str(id_), ()) for pair in each.declined}
        original = earlier.entry if earlier is not None else holding.entry
        yield id_, _proposal(original, result, declined, now)


def keep_proposals(library: Library, proposals: Iterable[tuple[EntryId, Proposal]]) -> int:
    """Keep what ``proposed`` gives, and return of how many entries; those gone meanwhile are left.

    To be done inside the transaction that puts in what is sure.
    """
    return sum(library.propose(id_, proposal) for id_, proposal in proposals)


def _tells_less(result: Result, standing: Standing | None) -> bool:
    if standing is None:
        return False
    if result.outcome is Outcome.FAILED:
        return standing.outcome is not Outcome.FAILED
    says_nothing = result.outcome in {Outcome.NOT_FOUND, Outcome.UNCHANGED}
    return says_nothing and standing.choice is not None


def _proposal(
    original: Entry, result: Result, declined: set[tuple[str, str]], now: datetime
) -> Proposal:
    merged, accepted = result.merged, result.choice.accepted
    if merged is None and accepted:  # it was not to be taken without a person
        merged = merge(result.entry, accepted, now=now)
    changes = declinable(merged.published) if merged is not None else ()
    return Proposal(
        at=now,
        entry=original,
        outcome=result.outcome,
        matches=_kept_matches(result.choice.matches),
        margin=result.choice.margin,
        why=result.why,
        failed=result.failed,
        published=sum(pair not in declined for pair in changes),
    )


def _kept_matches(matches: Sequence[Match]) -> tuple[Match, ...]:
    may_be = [match for match in matches if match.decision is not Decision.REJECT]
    rest = matches[len(may_be) : len(may_be) + _MOST_REJECTED]
    return (*may_be, *rest)[:MOST]


def declinable(published: Iterable[PublishedValue]) -> tuple[tuple[str, str], ...]:
    """Return what a publication would change, such that it is known again."""
    return tuple((one.field, repr(one.new)) for one in published)
