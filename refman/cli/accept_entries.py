"""The work of ``refman accept``, ``reject`` and ``review``, apart from their options."""

from collections.abc import Iterable

from refman.cli.changing import Choice, change
from refman.editing import judged
from refman.library import Library
from refman.model import ChangeSet, Holding, Status

__all__ = ["judge"]

_SAID = {
    Status.ACCEPTED: ("accept", "{} accepted already"),
    Status.REJECTED: ("reject", "{} rejected already"),
    Status.NEEDS_REVIEW: ("review", "{} to be reviewed anyway"),
}


def judge(choice: Choice, status: str) -> int:
    """Give a status to the entries that were chosen, and return the program's."""
    word = Status(status)

    def make(_: Library, holdings: Iterable[Holding]) -> ChangeSet:
        return judged(holdings, word)

    verb, already = _SAID[word]
    return change(choice, make, verb=verb, already=already)
