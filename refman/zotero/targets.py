"""Libraries and their collections in the order in which Zotero shows them: each behind its own."""

from collections.abc import Sequence

from refman.zotero.records import Target

__all__ = ["DEEPEST", "library_of", "names_of", "place_of"]

DEEPEST = 50
"""Collections that lie deeper are told as if they lay here: a path is no longer than that."""


def place_of(target: Target, targets: Sequence[Target]) -> int:
    """Return the place of a target among those that were asked for anew; -1 where it is gone."""
    return next((place for place, one in enumerate(targets) if one.id == target.id), -1)


def library_of(target: Target, targets: Sequence[Target]) -> Target:
    """Return the library that a target is, or is in; itself where there is none."""
    place = place_of(target, targets)
    return next((one for one in reversed(targets[: place + 1]) if one.level == 0), target)


def names_of(targets: Sequence[Target]) -> list[tuple[str, ...]]:
    """Return the names that lead to each target, that of its library first."""
    above: list[str] = []
    found: list[tuple[str, ...]] = []
    for target in targets:
        above[target.level :] = [target.name]
        found.append(tuple(above))
    return found
