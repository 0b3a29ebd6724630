"""What is known while papers come into a library: what it holds, what comes in, which keys."""

import functools
from collections.abc import Container, Sequence
from datetime import datetime
from itertools import combinations

import msgspec

from refman.citekeys import Pattern, assign_citekeys
from refman.duplicates import Index, Verdict
from refman.library import Library, Query
from refman.library.query_tree import Fact, Not
from refman.library.versions import Pair, version_pairs
from refman.model import Citekey, Entry, EntryId, Holding, Record, Span
from refman.outcomes import Nameless, own_key, surest, with_key

__all__ = ["Held", "Keys", "Shelf"]

_ALL = 1 << 40


class Held:
    """Hold an entry that is in the library or comes into it.

    Attributes:
        entry: filled up by others that are the same work.
        given: as the library has it; None for what comes in.
        span: where it was read, where it comes in.
        is_there: it was there before anything of this came in.
        fault: why it may not be filled, if so.
    """

    def __init__(
        self,
        entry: Entry,
        *,
        given: Holding | None = None,
        span: Span | None = None,
        is_there: bool = False,
    ) -> None:
        self.entry, self.given, self.span, self.is_there = entry, given, span, is_there
        self.fault: str | None = None

    @property
    def is_binned(self) -> bool:
        """Whether it lies in the bin."""
        return self.given is not None and self.given.binned is not None

    @property
    def key(self) -> str:
        """Its key; that of a new one is empty until it has been given one."""
        return self.entry.citekey or ""


class Shelf:
    """Hold what is known: the library, and what is to come into it, found by what it is.

    Attributes:
        touched: entries of the library that were filled, as they will be.
        several: the numbers of those that the library has several times, as far as they were met.
    """

    def __init__(self, library: Library, now: datetime) -> None:
        self._library, self._now = library, now
        self._nameless: Nameless[Held] | None = None
        self.several: dict[tuple[EntryId, ...], None] = {}
        self.touched: dict[EntryId, Held] = {}
        self.clear()

    def clear(self) -> None:
        """Forget what is in the library now."""
        self._index = Index()
        self._new: list[Held] = []
        self.touched = {}

    def put(self, record: Record) -> Held:
        """Take what is to come in."""
        held = Held(record.entry, span=record.span)
        self._new.append(held)
        self._index.add(record.entry)
        if self._nameless is not None:
            self._nameless.put(record.entry, held)
        return held

    def find(self, entry: Entry) -> tuple[Held, Verdict] | None:
        """Return what is, or may be, the same work; the surest of them, the first among equals.

        Where the library has several that are it, none of them may be filled, if they are not kept
        as versions of one work.
        """
        found = [(self._held(known.holding), known.verdict) for known in self._library.known(entry)]
        alive = [pair for pair in found if not pair[0].is_binned]
        sure = [held for held, verdict in alive if verdict.is_one_work]
        if sure:
            found = alive
        if len(sure) > 1 and not self._are_versions(sure):
            for held in sure:
                held.fault = held.fault or f"the library has it {len(sure)} times"
            self.several[tuple(_ids(sure))] = None
        found += ((self._new[match.place], match.verdict) for match in self._index.matches(entry))
        return surest(found)

    def find_nameless(self, entry: Entry) -> Held | None:
        """Return what says all that an entry without title and identifier says; None else."""
        if entry.title or any(msgspec.structs.astuple(entry.identifiers)):
            return None
        if self._nameless is None:
            self._nameless = Nameless()
            untitled = self._library.search(Query("no:title", Not(Fact("title"))), limit=_ALL)
            for holding in self._library.holdings(untitled.ids):
                self._nameless.put(holding.entry, self._held(holding))
            for held in self._new:
                self._nameless.put(held.entry, held)
        return self._nameless.find(entry)

    @functools.cached_property
    def _versions(self) -> Container[Pair]:
        return version_pairs(self._library)

    def _are_versions(self, held: Sequence[Held]) -> bool:
        pairs = combinations(sorted(_ids(held)), 2)
        return all(pair in self._versions for pair in pairs)

    def _held(self, holding: Holding) -> Held:
        assert holding.id is not None  # it is in the library
        if (held := self.touched.get(holding.id)) is not None:
            return held
        return Held(holding.entry, given=holding, is_there=holding.added != self._now)


def _ids(held: Sequence[Held]) -> list[EntryId]:
    given = (one.given.id for one in held if one.given is not None)
    return [id_ for id_ in given if id_ is not None]


class Keys:
    """Give new entries keys that no other entry has; one that it brings stays if it is free.

    Signs that no .bib can hold become hyphens, and the key as it was is kept among the old ones.
    What only the command line would misread ("OR", "has:code") stays: ``key:`` finds it.
    """

    def __init__(self, library: Library, pattern: Pattern) -> None:
        self._library, self._pattern = library, pattern
        self._given: set[str] = set()

    def give(self, new: Sequence[Held]) -> None:
        """Give keys to the entries of a batch; within it, their order does not matter."""
        entries: list[Entry] = []
        for held in new:
            key = own_key(held.entry)
            is_free = bool(key) and not self._is_taken(key)
            self._given.update([key.lower()] if is_free else [])
            entries.append(
                with_key(held.entry, Citekey(key))
                if is_free
                else msgspec.structs.replace(held.entry, citekey=None)
            )
        # The library may be too large to ask for all its keys: it is asked about those made.
        taken: set[Citekey] = set()
        while True:
            keyed = assign_citekeys(entries, self._pattern, taken=taken)
            made = [
                entry.citekey
                for entry, before in zip(keyed, entries, strict=True)
                if entry.citekey is not None and before.citekey is None
            ]
            again = {key for key in made if self._is_taken(key)}
            if not again:
                break
            taken |= again
        self._given.update(key.lower() for key in made)
        for held, entry in zip(new, keyed, strict=True):
            held.entry = entry

    def _is_taken(self, key: str) -> bool:
        return key.lower() in self._given or self._library.find_key(key) is not None
