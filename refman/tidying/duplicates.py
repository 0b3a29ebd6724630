"""Duplicates in a library: what a person said of them, and they made one."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import combinations, product

import msgspec

from refman.duplicates import Remembered
from refman.duplicates.remembered import decode
from refman.editing.setting import keys_of
from refman.editing.steps import id_of, papers
from refman.errors import InputError
from refman.joining import Join
from refman.library import Library
from refman.library.faults import damaged
from refman.library.versions import version_pairs
from refman.model import Bin, Change, ChangeSet, Entry, Holding, Keep, KeptKind, edit_of
from refman.tidying.versions import are_versions, moved_versions, no_version

__all__ = [
    "Apart",
    "all_said_apart",
    "changes_of",
    "merged",
    "remembered",
    "said_apart",
    "said_nothing",
]


class Apart:
    """Hold the pairs of entries of a library that a person said are no duplicates.

    They are known again by their marks, or by their keys, also those that they had before: what is
    said outlasts an edit, and a look-up that gives both the same identifier.
    """

    def __init__(self, said: Iterable[str], library: Library) -> None:
        """Take what is kept.

        Args:
            said: the names by which a library keeps it.
            library: for the message.

        Raises:
            DamagedLibraryError: what is kept cannot be read.
        """
        names = list(said)
        content = f'{{"version": 1, "apart": [{",".join(names)}]}}'
        try:
            self._marks = decode(content.encode(), source=str(library.path))
            self._keys = {_pair(*msgspec.json.decode(name, type=_Said).keys) for name in names}
        except (InputError, msgspec.MsgspecError) as error:
            raise damaged(library.path, f"what was said of duplicates: {error}") from error

    def __len__(self) -> int:
        """Return how many pairs there are."""
        return len(self._marks)

    def is_apart(self, first: Entry, second: Entry) -> bool:
        """Tell whether a person said that two entries are two works; in either order."""
        return self._marks.is_apart(first, second) or any(
            _pair(*keys) in self._keys for keys in product(keys_of(first), keys_of(second))
        )


class _Said(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what is said of two entries besides their marks: the keys that they had."""

    keys: tuple[str, str] = ("", "")


def _pair(first: str, second: str) -> frozenset[str]:
    return frozenset((first.casefold(), second.casefold()))


def remembered(library: Library) -> Apart:
    """Return what a person said is no duplicate.

    Raises:
        DamagedLibraryError: what is kept cannot be read.
    """
    return Apart(library.kept(KeptKind.NOT_DUPLICATES), library)


def said_apart(library: Library, first: Holding, second: Holding, *, now: datetime) -> ChangeSet:
    """Return the change that remembers that two entries are two works; none where it is known.

    Where they were versions of one work, the second one is so no longer.
    """
    name = _said(first, second, "are no duplicates")
    if not are_versions(library, id_of(first), id_of(second)):
        return ChangeSet(name, all_said_apart(library, [first, second], now=now).changes)
    is_known = remembered(library).is_apart(first.entry, second.entry)
    apart = () if is_known else (_apart(first, second, now),)
    return ChangeSet(name, (*no_version(library, id_of(second)).changes, *apart))


def all_said_apart(library: Library, holdings: Sequence[Holding], *, now: datetime) -> ChangeSet:
    """Return the change that remembers that no two of some entries are one work.

    Nothing is to be done of the pairs of which that is known, nor of those that are versions.
    """
    memory = remembered(library)
    versions = version_pairs(library, map(id_of, holdings))
    changes = tuple(
        _apart(first, second, now)
        for first, second in combinations(sorted(holdings, key=id_of), 2)
        if (id_of(first), id_of(second)) not in versions
        and not memory.is_apart(first.entry, second.entry)
    )
    return ChangeSet(f"Say that {papers(len(holdings))} are no duplicates", changes)


def _apart(first: Holding, second: Holding, now: datetime) -> Keep:
    (pair,) = Remembered().with_pair(first.entry, second.entry).told()
    told = {
        **msgspec.structs.asdict(pair),
        "keys": (first.entry.citekey or "", second.entry.citekey or ""),
        # By these ``refman.library.duplicates`` knows that what was found is settled.
        "ids": sorted((id_of(first), id_of(second))),
    }
    kept = msgspec.json.encode(told).decode()
    return Keep(kind=KeptKind.NOT_DUPLICATES, name=kept, after=now.isoformat())


def said_nothing(library: Library, first: Holding, second: Holding) -> ChangeSet:
    """Return the change that forgets what was said of two entries; none where nothing was.

    Where they were said to be versions of one work, the second one is so no longer.
    """
    changes: tuple[Change, ...] = tuple(
        Keep(kind=KeptKind.NOT_DUPLICATES, name=name, before=value)
        for name, value in library.kept(KeptKind.NOT_DUPLICATES).items()
        if Apart([name], library).is_apart(first.entry, second.entry)
    )
    if are_versions(library, id_of(first), id_of(second)):
        changes = (*changes, *no_version(library, id_of(second)).changes)
    return ChangeSet(_said(first, second, "may be duplicates"), changes)


def _said(first: Holding, second: Holding, what: str) -> str:
    keys = [one.entry.citekey or f"#{one.id}" for one in (first, second)]
    return f"Say that {keys[0]} and {keys[1]} {what}"


def merged(
    library: Library, holdings: Sequence[Holding], joins: Iterable[Join], *, now: datetime
) -> ChangeSet:
    """Return the change that makes one of entries: one has what all say, the others are binned.

    Args:
        library: they are in.
        holdings: among which the duplicates are.
        joins: their places there.
        now: when.
    """
    wanted = [
        (holdings[join.leader], [holdings[place] for place in join.gone], join.entry)
        for join in joins
    ]
    gone = sum(len(others) for _, others, _ in wanted)
    into = f"{len(wanted):,} {'other' if len(wanted) == 1 else 'others'}"
    return ChangeSet(
        f"Merge {papers(gone)} into {into}", tuple(changes_of(library, wanted, now=now))
    )


def changes_of(
    library: Library, merges: Sequence[tuple[Holding, Sequence[Holding], Entry]], *, now: datetime
) -> Iterator[Change]:
    """Yield what makes other entries of some, and puts what went into each of them into the bin.

    Args:
        library: they are in.
        merges: one that stays, those that go into it, and what it is then; no entry is in two.
        now: when.
    """
    for leader, gone, entry in merges:
        edit = edit_of(id_of(leader), leader.entry, entry)
        if edit is not None:
            yield edit
        for one in gone:
            yield Bin(id=id_of(one), before=one.binned, after=now)
    yield from moved_versions(
        library,
        {id_of(one): id_of(leader) for leader, gone, _ in merges for one in gone},
        {id_of(leader): entry for leader, _, entry in merges},
    )
