"""Papers of a library that are there twice: found, and those made one that surely are."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.duplicates.verdicts import Relation
from refman.model import EntryId
from refman_gui.tasks import Reports, Task

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from refman.duplicates import Group, Search
    from refman.library import Library
    from refman.model import Entry, Holding

__all__ = ["DUPLICATES", "Came", "Request", "Result", "Told"]

_BATCH = 100
_READ = 1_000
_WAITED_S = 600.0
_WAITED_TO_KEEP_S = 30.0
_MOST_REASONS = 6
_LONGEST = 300
_RELATIONS = (Relation.SAME, Relation.VERSIONS, Relation.UNSURE)


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for duplicates.

    Attributes:
        library: in which.
        query: only among the papers that it finds; empty for all.
        merge: papers of which those that are surely one work are made one; empty to search.
    """

    library: str
    query: str = ""
    merge: tuple[EntryId, ...] = ()


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a group of papers that are, or may be, one work.

    Attributes:
        ids: theirs.
        relation: the least sure of its pairs.
        score: 0 to 1.
        title: of the first that has one, shortened.
        reasons: in words, of all its pairs, the weightiest of each first.
        surely_gone: so many of them would go if those were made one that surely are.
    """

    ids: tuple[EntryId, ...]
    relation: Relation
    score: float
    title: str
    reasons: tuple[str, ...] = ()
    surely_gone: int = 0


class Came(msgspec.Struct, frozen=True):
    """Hold some groups."""

    groups: tuple[Told, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell how many papers were looked at.

    Attributes:
        papers: how many.
        left_out: so many pairs are alike but stand in groups that are different works.
        is_complete: each was compared with each that resembles it.
        said: the step's name, where some were made one.
        not_kept: why what was found could not be kept in the library; empty where it was.
    """

    papers: int
    left_out: int = 0
    is_complete: bool = True
    said: str = ""
    not_kept: str = ""


def run(request: Request, reports: Reports) -> Result:
    """Find them, or make them one."""
    from refman.errors import LibraryError
    from refman.library import Patience, open_library
    from refman.tidying import keep_duplicates

    path = Path(request.library)
    if request.merge:
        patience = Patience(_WAITED_S, waiting=reports.say)
        with open_library(path, now=_now, patience=patience) as library, library.transaction():
            return _merged(library, request.merge, reports)
    with open_library(path, now=_now, read_only=True) as library:
        result, ids, found = _found(library, request.query, reports)
    reports.cancel.check()
    try:
        patience = Patience(_WAITED_TO_KEEP_S, waiting=reports.say)
        with open_library(path, now=_now, patience=patience) as library:
            keep_duplicates(library, ids, found, is_whole=not request.query.strip())
    except LibraryError as error:  # it is shown all the same
        return msgspec.structs.replace(result, not_kept=str(error))
    return result


def _now() -> datetime:
    return datetime.now(UTC)


def _found(
    library: "Library", query: str, reports: Reports
) -> "tuple[Result, Sequence[EntryId], Search]":
    from refman.tidying import duplicates_in

    ids: list[EntryId] = []
    entries: list[Entry] = []
    for holding in _holdings(library, query):
        if len(ids) % _READ == 0:
            reports.progress.report(len(ids))
        assert holding.id is not None
        ids.append(holding.id)
        entries.append(holding.entry)
    found = duplicates_in(library, ids, entries, progress=reports.progress)
    order = {relation: place for place, relation in enumerate(_RELATIONS)}
    groups = sorted(found.groups, key=lambda group: (order[group.relation], -group.score))
    for first in range(0, len(groups), _BATCH):
        some = groups[first : first + _BATCH]
        reports.send(Came(tuple(_told(group, ids, entries) for group in some)))
    result = Result(
        papers=len(entries), left_out=len(found.left_out), is_complete=not found.crowded
    )
    return result, ids, found


def _holdings(library: "Library", query: str) -> "Iterator[Holding]":
    from refman.library import parse_query

    if not query.strip():
        return library.all()
    asked = parse_query(query, now=_now().astimezone())
    total = library.gather(asked).total
    return library.holdings(sorted(library.gathered(limit=total)))


def _told(group: "Group", ids: "Sequence[EntryId]", entries: "Sequence[Entry]") -> Told:
    from refman.joining import joins

    reasons = dict.fromkeys(
        reason[:_LONGEST] for pair in group.pairs for reason in pair.verdict.reasons
    )
    titles = (entries[place].title for place in group.places)
    return Told(
        ids=tuple(ids[place] for place in group.places),
        relation=group.relation,
        score=group.score,
        title=(next(filter(None, titles), None) or "")[:_LONGEST],
        reasons=tuple(reasons)[:_MOST_REASONS],
        surely_gone=sum(len(join.gone) for join in joins(entries, [group])),
    )


def _merged(library: "Library", ids: "Sequence[EntryId]", reports: Reports) -> Result:
    """Make those one that surely are, as they are now; in one step."""
    from refman.joining import joins
    from refman.tidying import duplicates_in, merged

    holdings = [one for one in library.holdings(ids) if one.binned is None]
    entries = [one.entry for one in holdings]
    here = [one.id for one in holdings if one.id is not None]
    found = duplicates_in(library, here, entries, progress=reports.progress)
    step = merged(library, holdings, joins(entries, found.groups), now=_now())
    reports.cancel.check()
    done = library.apply(step.name, step.changes, progress=reports.progress)
    return Result(papers=len(entries), said=step.name if done.step is not None else "")


DUPLICATES = Task(__name__, Request, Came, Result)
