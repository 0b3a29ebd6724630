"""What a person does to entries in one go, as a change that can be undone in one go."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from refman.editing.fields import field_named
from refman.editing.setting import Assignment, How, assigned
from refman.model import (
    Bin,
    Change,
    ChangeSet,
    Edit,
    Entry,
    EntryId,
    Holding,
    Keyword,
    Remove,
    Status,
    edit_of,
)

__all__ = [
    "binned",
    "id_of",
    "judged",
    "papers",
    "put_back",
    "removed",
    "replaced",
    "tagged",
]

_JUDGED = {
    Status.ACCEPTED: ("Accept", ""),
    Status.REJECTED: ("Reject", ""),
    Status.NEEDS_REVIEW: ("Put", " back to review"),
}


def papers(count: int) -> str:
    """Return a number of papers as a step's name has it: "1 paper", "1,200 papers"."""
    return f"{count:,} {'paper' if count == 1 else 'papers'}"


def id_of(holding: Holding) -> EntryId:
    """Return the number of an entry that came from a library, where each has one."""
    assert holding.id is not None, holding
    return holding.id


def replaced(what: str, pairs: Iterable[tuple[Holding, Entry]], why: str = "") -> ChangeSet:
    """Return the change that makes other entries of some; "Edit 12 papers" by its name.

    Args:
        what: is done.
        pairs: what each is, and what it is to be; where that is the same, nothing is done.
        why: what stands behind the number in the name.
    """
    changes = tuple(
        edit
        for holding, entry in pairs
        if (edit := edit_of(id_of(holding), holding.entry, entry)) is not None
    )
    return ChangeSet(f"{what} {papers(len(changes))}{why}", changes)


def tagged(
    holdings: Iterable[Holding],
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
    now: datetime,
) -> ChangeSet:
    """Return what giving entries tags, and taking some from them, changes.

    What was taken away no look-up brings back.
    """
    field = field_named("keywords")
    wanted = [
        Assignment(field, how, tuple(map(Keyword, tags)))
        for how, tags in ((How.TAKE_OUT, remove), (How.ADD, add))
        if tags
    ]
    pairs = ((holding, assigned(holding.entry, wanted, now=now)) for holding in holdings)
    return replaced("Tag", pairs)


def judged(holdings: Iterable[Holding], status: Status) -> ChangeSet:
    """Return what a person's word on entries changes."""
    what, why = _JUDGED[status]
    # One record a status, and not two an entry: there may be a hundred thousand.
    with_status = {one: Entry(status=one) for one in Status}
    changes = tuple(
        Edit(
            id=id_of(holding),
            fields=("status",),
            before=with_status[holding.entry.status],
            after=with_status[status],
        )
        for holding in holdings
        if holding.entry.status is not status
    )
    return ChangeSet(f"{what} {papers(len(changes))}{why}", changes)


def binned(holdings: Iterable[Holding], *, now: datetime) -> ChangeSet:
    """Return the change that puts entries into the bin."""
    changes = [Bin(id=id_of(one), after=now) for one in holdings if one.binned is None]
    return _counted("Put {} into the bin", changes)


def put_back(holdings: Iterable[Holding]) -> ChangeSet:
    """Return the change that takes entries out of the bin."""
    changes = [Bin(id=id_of(one), before=one.binned) for one in holdings if one.binned is not None]
    return _counted("Take {} out of the bin", changes)


def removed(holdings: Iterable[Holding]) -> ChangeSet:
    """Return the change that lets entries go for good."""
    return _counted("Remove {} for good", [Remove(holding) for holding in holdings])


def _counted(name: str, changes: Sequence[Change]) -> ChangeSet:
    return ChangeSet(name.format(papers(len(changes))), tuple(changes))
