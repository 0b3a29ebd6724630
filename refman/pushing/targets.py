"""Where in Zotero papers go: which library, or which of its collections."""

from collections.abc import Iterator, Sequence

from refman.errors import FormatError
from refman.zotero.records import Target

__all__ = ["chosen_target", "library_of", "target_paths"]


def library_of(target: Target, targets: Sequence[Target]) -> Target:
    """Return the library that a target is, or is in."""
    above = [one for one in targets[: targets.index(target) + 1] if one.level == 0]
    return (above or [target])[-1]


def chosen_target(targets: Sequence[Target], wanted: str | None) -> Target:
    """Return the target that is meant.

    Args:
        targets: all that there are, in order.
        wanted: an id, a name, or a path with or without its library; None for the one that the user
            has before them in Zotero, else the first that takes items.

    Raises:
        FormatError: there is none such, several, or one that takes no items.
    """
    if wanted is None:
        ordered = sorted(targets, key=lambda one: not one.selected)
        found = [one for one in ordered if one.editable][:1]
        if not found:
            raise FormatError("Zotero has no library that takes items; open one of your own there")
    else:
        found = _named(targets, wanted.strip().strip("/"))
    if len(found) != 1:
        what = "is no library or collection of Zotero" if not found else "means several in Zotero"
        raise FormatError(f"{wanted} {what}; 'refman push --targets' shows those there are")
    if not found[0].editable:
        raise FormatError(f"{found[0].name} takes no items: you may only read it; choose another")
    return found[0]


def _named(targets: Sequence[Target], word: str) -> list[Target]:
    """Return what a word names, best by its id, then by its path; of several those for items."""
    paths = list(target_paths(targets))
    folded = word.casefold()
    for names in (
        [target.id.casefold() for target in targets],
        [path.casefold() for path in paths],
        [path.partition("/")[2].casefold() for path in paths],
        [target.name.casefold() for target in targets],
    ):
        found = [one for one, name in zip(targets, names, strict=True) if name == folded != ""]
        if found:
            return found if len(found) == 1 else [one for one in found if one.editable]
    return []


def target_paths(targets: Sequence[Target]) -> Iterator[str]:
    """Yield the path of each target, its library first; those of one name have their ids."""
    above: list[str] = []
    seen: set[str] = set()
    for target in targets:
        above[target.level :] = [target.name]
        path = "/".join(above)
        yield path if path not in seen else f"{path} ({target.id})"
        seen.add(path)
