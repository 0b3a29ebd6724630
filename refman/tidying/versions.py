"""Entries kept beside each other as versions of one work: a preprint, its publication, a talk.

Every two versions of a work are kept as a pair (``refman.library.versions``), whatever is added to
them, taken from them, or merged. So the versions of an entry are those of its pairs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from enum import Enum
from itertools import combinations

import msgspec

from refman.duplicates.tables import tables
from refman.duplicates.work import Work
from refman.editing.steps import id_of, papers
from refman.errors import EditError
from refman.library import Library
from refman.library.versions import Pair, pair_name, version_pairs
from refman.model import ChangeSet, Entry, EntryId, Holding, Keep, KeptKind, Remove

__all__ = [
    "Version",
    "VersionKind",
    "are_versions",
    "as_versions",
    "moved_versions",
    "no_version",
    "versions_among",
    "versions_of",
    "with_versions",
]

_MOST = 50
_NAMED = 2
_LAST = 1 << 20
_PREPRINT = "preprint"


class VersionKind(Enum):
    """Name what another version is to an entry."""

    PREPRINT = "preprint"
    PUBLICATION = "publication"  # of what is its preprint
    VERSION = "version"


class Version(msgspec.Struct, frozen=True):
    """Hold another version of an entry's work, and what that is to the entry."""

    holding: Holding
    kind: VersionKind


def versions_of(library: Library, id_: EntryId) -> list[Version]:
    """Return the other versions of an entry's work outside the bin, the oldest first."""
    return versions_among(library, [id_]).get(id_, [])


def versions_among(library: Library, ids: Collection[EntryId]) -> dict[EntryId, list[Version]]:
    """Return ``versions_of`` for those of some entries that have any."""
    pairs = version_pairs(library, ids)
    held = {
        id_of(one): one for one in library.holdings(sorted({id_ for pair in pairs for id_ in pair}))
    }
    wanted = frozenset(ids)
    found: defaultdict[EntryId, list[Version]] = defaultdict(list)
    for (low, high), value in pairs.items():
        for id_, other in ((low, high), (high, low)):
            holding = held.get(other)
            if id_ in wanted and holding is not None and holding.binned is None:
                found[id_].append(Version(holding, _kind(id_, other, value)))
    return {id_: sorted(versions, key=_age) for id_, versions in found.items()}


def are_versions(library: Library, one: EntryId, other: EntryId) -> bool:
    """Tell whether two entries are kept as versions of one work."""
    return (min(one, other), max(one, other)) in version_pairs(library, [one])


def as_versions(library: Library, ids: Collection[EntryId]) -> ChangeSet:
    """Return the change that keeps entries as versions of one work; none where they are already.

    What is a version of one of them is one of the others too. They are no duplicates any more.

    Args:
        library: they are in.
        ids: of fewer than two nothing is to be done.

    Raises:
        EditError: no work has so many versions, or one of these lies in the bin.
    """
    pairs = version_pairs(library)
    work = _with_others(ids, pairs) if len(ids) > 1 else set[EntryId]()
    if len(work) > _MOST:
        raise EditError(
            f"{papers(len(work))} would be versions of one work: choose {_MOST} at most",
            field="versions",
        )
    for holding in library.holdings(ids if work else ()):
        if holding.binned is not None:
            key = holding.entry.citekey or f"#{holding.id}"
            raise EditError(f"{key} lies in the bin: take it out first", field="versions")
    entries = _entries(library, work.union(ids))
    changes = tuple(_missing(work, pairs, entries))
    return ChangeSet(f"Keep {_named(ids, entries)} as versions of one work", changes)


def no_version(library: Library, id_: EntryId) -> ChangeSet:
    """Return the change that takes an entry out of its work's versions; none where it has none."""
    changes = tuple(_gone(*pair) for pair in sorted(version_pairs(library, [id_]).items()))
    named = _named([id_], _entries(library, [id_]))
    return ChangeSet(f"Keep {named} as no version of another paper", changes)


def with_versions(library: Library, step: ChangeSet) -> ChangeSet:
    """Return a change that lets entries go for good with what that changes of versions."""
    gone = [id_of(change.holding) for change in step.changes if isinstance(change, Remove)]
    pairs = version_pairs(library, gone)
    if not pairs:
        return step
    keeps = (_gone(*pair) for pair in sorted(pairs.items()))
    return ChangeSet(step.name, (*keeps, *step.changes))


def moved_versions(
    library: Library, into: Mapping[EntryId, EntryId], merged: Mapping[EntryId, Entry]
) -> Iterator[Keep]:
    """Yield what a merge changes of versions: those of what goes are those of what stays.

    Args:
        library: before it.
        into: by the entry that goes, the one that stays.
        merged: those that stay, as they are after it.
    """
    pairs = version_pairs(library)
    paired = {id_ for pair in pairs for id_ in pair}
    before = _with_others(paired.intersection(into.keys() | merged.keys()), pairs)
    old = {pair: value for pair, value in pairs.items() if pair[0] in before}
    after = [(into.get(one, one), into.get(other, other)) for one, other in old]
    works = _works(after)
    entries = {**_entries(library, {id_ for work in works for id_ in work}), **merged}
    yield from (_gone(pair, old[pair]) for pair in sorted(old) if not into.keys().isdisjoint(pair))
    for work in works:
        yield from _missing(work, pairs, entries)


def _with_others(ids: Iterable[EntryId], pairs: Iterable[Pair]) -> set[EntryId]:
    """Return entries, and all other versions of their works."""
    found = set(ids)
    return found.union(*(work for work in _works(pairs) if not work.isdisjoint(found)))


def _works(pairs: Iterable[Pair]) -> list[set[EntryId]]:
    """Return the versions of each work that pairs tell of."""
    works: dict[EntryId, set[EntryId]] = {}
    for pair in pairs:
        few, many = sorted((works.get(id_, {id_}) for id_ in pair), key=len)
        many |= few
        works.update(dict.fromkeys(few | set(pair), many))
    return list({id(work): work for work in works.values()}.values())


def _missing(
    work: Iterable[EntryId], pairs: Iterable[Pair], entries: Mapping[EntryId, Entry]
) -> Iterator[Keep]:
    """Yield the pairs that are to be kept for a work's versions besides those that are."""
    there = sorted(id_ for id_ in work if id_ in entries)
    kinds = {id_: Work(entries[id_]).kind for id_ in there}
    for pair in combinations(there, 2):
        if pair not in pairs:
            is_published = frozenset(kinds[id_] for id_ in pair) in tables().version_kinds
            preprint = (str(id_) for id_ in pair if is_published and kinds[id_] == _PREPRINT)
            yield Keep(kind=KeptKind.VERSION, name=pair_name(*pair), after=next(preprint, ""))


def _gone(pair: Pair, value: str) -> Keep:
    return Keep(kind=KeptKind.VERSION, name=pair_name(*pair), before=value)


def _entries(library: Library, ids: Iterable[EntryId]) -> dict[EntryId, Entry]:
    return {id_of(one): one.entry for one in library.holdings(sorted(ids))}


def _kind(id_: EntryId, other: EntryId, value: str) -> VersionKind:
    kinds = {str(other): VersionKind.PREPRINT, str(id_): VersionKind.PUBLICATION}
    return kinds.get(value, VersionKind.VERSION)


def _age(version: Version) -> tuple[int, int]:
    issued = version.holding.entry.issued
    return issued.year if issued is not None else _LAST, id_of(version.holding)


def _named(ids: Collection[EntryId], entries: Mapping[EntryId, Entry]) -> str:
    if len(ids) > _NAMED:
        return papers(len(ids))
    return " and ".join((id_ in entries and entries[id_].citekey) or f"#{id_}" for id_ in ids)
