"""What is done to a group of duplicates when its turn to be written comes."""

from collections.abc import Callable

from refman.library import Library
from refman.model import ChangeSet, EntryId
from refman_gui.item_models.duplicates import Group

__all__ = ["Deed", "ids_of"]


class Deed:
    """Do something to a group, and keep what was done, by which it is known again.

    Attributes:
        group: to which it is done.
        changes: what was done; None before its turn has come.
    """

    def __init__(self, group: Group, make: Callable[[Library], ChangeSet]) -> None:
        self.group = group
        self.changes: ChangeSet | None = None
        self._make = make

    def __call__(self, library: Library) -> ChangeSet:
        """Return the change that is to be done, made of what the library is then."""
        self.changes = self._make(library)
        return self.changes


def ids_of(changes: ChangeSet | None) -> set[EntryId] | None:
    """Return whose changes these are; None where that is not known."""
    if changes is None:
        return None
    ids = (getattr(change, "id", None) for change in changes.changes)
    return {id_ for id_ in ids if id_ is not None}
