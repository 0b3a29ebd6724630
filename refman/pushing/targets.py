"""Where in Zotero papers go: which library, or which of its collections."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from refman.errors import FormatError
from refman.normalise import fold_blanks
from refman.zotero.answers import words
from refman.zotero.records import Target
from refman.zotero.targets import names_of

__all__ = ["chosen_target", "target_paths"]


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
            raise FormatError(
                "nothing in Zotero takes items this way; open a library of your own there, or"
                " choose another way"
            )
    else:
        found = _named(targets, wanted.strip().strip("/"))
    if len(found) != 1:
        what = "is no library or collection of Zotero" if not found else "means several in Zotero"
        name = words(wanted or "") or "a blank name"
        raise FormatError(f"{name} {what}; 'refman push --targets' shows those there are")
    if not found[0].editable:
        raise FormatError(f"{found[0].name} may only be read this way; choose another")
    return found[0]


def _named(targets: Sequence[Target], word: str) -> list[Target]:
    """Return what a word names, best by its id, then by its path; of several those for items."""
    paths = ["/".join(names) for names in names_of(targets)]
    folded = _folded(word)
    for names in (
        [target.id for target in targets],
        paths,
        [path.partition("/")[2] for path in paths],
        [target.name for target in targets],
    ):
        found = [
            one for one, name in zip(targets, names, strict=True) if _folded(name) == folded != ""
        ]
        if found:
            return [one for one in found if one.editable] or found
    return []


def _folded(name: str) -> str:
    """Return a name so that equal ones look equal; systems write accents in two ways."""
    return unicodedata.normalize("NFC", fold_blanks(name)).casefold()


def target_paths(targets: Sequence[Target]) -> Iterator[str]:
    """Yield the path of each target, its library first; those of one path have their ids too."""
    paths = ["/".join(names) for names in names_of(targets)]
    counts = Counter(paths)
    for target, path in zip(targets, paths, strict=True):
        yield path if counts[path] == 1 else f"{path} ({target.id})"
