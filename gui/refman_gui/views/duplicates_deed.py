"""What is done to a group of duplicates when its turn to be written comes."""

from collections.abc import Callable

from refman.library import Library
from refman.library.versions import pair_of
from refman.model import ChangeSet, EntryId, Keep, KeptKind
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

    def settle(self, changes: ChangeSet) -> None:
        """Note what was said of the group, so that it is hidden as long as that is kept."""
        group, is_whole = self.group, not self.group.left_out
        group.is_pending = False
        group.left_out.clear()
        said = [one for one in changes.changes if isinstance(one, Keep)]
        if len(said) < len(changes.changes):
            return  # they were made one
        if is_whole or (said and said[0].kind is KeptKind.NOT_DUPLICATES):
            group.apart = frozenset(one.name for one in said)
            group.is_settled = not said  # it was known already


def ids_of(changes: ChangeSet | None) -> set[EntryId] | None:
    """Return whose changes these are; None where that is not known."""
    if changes is None:
        return None
    ids = {id_ for one in changes.changes if (id_ := getattr(one, "id", None)) is not None}
    kept = (one for one in changes.changes if isinstance(one, Keep))
    return ids.union(*(pair_of(one.name) or () for one in kept if one.kind is KeptKind.VERSION))
