"""What of a library is there twice: found by one rule for all who ask, and kept for the queue."""

from collections.abc import Callable, Iterable, Sequence

from refman.duplicates import Search, search
from refman.library import Library
from refman.library.versions import version_pairs
from refman.model import Entry, EntryId
from refman.progress import SILENT, Progress
from refman.tidying.duplicates import remembered

__all__ = ["duplicates_in", "keep_duplicates", "note_duplicates"]


def duplicates_in(
    library: Library,
    ids: Sequence[EntryId],
    entries: Sequence[Entry],
    *,
    progress: Progress = SILENT,
) -> Search:
    """Return the entries of a library that are, or may be, one work; see ``duplicates.search``.

    Two of which a person said that they are two works, or are to be kept as versions, are none.

    Args:
        library: in which they are.
        ids: of those to search among; places in the result are places here.
        entries: themselves, in the same order.
        progress: is told pairs.

    Raises:
        DamagedLibraryError: what is kept cannot be read.
    """
    return search(entries, is_apart=_is_apart(library, ids, entries), progress=progress)


def keep_duplicates(
    library: Library, ids: Sequence[EntryId], found: Search, *, is_whole: bool
) -> None:
    """Keep what a search found, so that ``has:duplicate`` finds it too; it is no step.

    Args:
        library: open for writing.
        ids: of the entries that were searched, in their order.
        found: the result.
        is_whole: all entries outside the bin were searched; else what was found comes beside what
            is kept.
    """
    groups = ([ids[place] for place in group.places] for group in found.groups)
    if is_whole:
        library.keep_duplicates(groups)
    else:
        library.note_duplicates(groups)


def note_duplicates(library: Library, groups: Iterable[Sequence[EntryId]]) -> None:
    """Keep beside what is kept that entries of a library are, or may be, one work.

    Pairs of which a person said that they are two works are left out.

    Args:
        library: open for writing.
        groups: the first of each is alike to each of the others.

    Raises:
        DamagedLibraryError: what is kept cannot be read.
    """
    wanted = list(groups)
    if not wanted:
        return
    ids = dict.fromkeys(id_ for group in wanted for id_ in group)
    entries = {one.id: one.entry for one in library.holdings(ids) if one.id is not None}
    is_apart = _is_apart(library, tuple(entries), tuple(entries.values()))

    def is_one(one: EntryId, other: EntryId) -> bool:
        there = one in entries and other in entries
        return there and not (is_apart is not None and is_apart(entries[one], entries[other]))

    library.note_duplicates(
        [first, *rest]
        for first, *others in wanted
        if (rest := [other for other in others if is_one(first, other)])
    )


def _is_apart(
    library: Library, ids: Sequence[EntryId], entries: Sequence[Entry]
) -> Callable[[Entry, Entry], bool] | None:
    """Return what tells whether a person parted two of these entries; None where nothing does."""
    memory, versions = remembered(library), version_pairs(library)
    if not versions:
        return memory.is_apart if len(memory) else None
    # Equal entries may have different versions: each is known by being itself.
    numbers = {id(entry): id_ for id_, entry in zip(ids, entries, strict=True)}

    def is_apart(first: Entry, second: Entry) -> bool:
        one, other = numbers[id(first)], numbers[id(second)]
        return (min(one, other), max(one, other)) in versions or memory.is_apart(first, second)

    return is_apart
