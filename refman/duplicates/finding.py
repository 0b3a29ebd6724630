"""Duplicates among many entries."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, islice, product

import msgspec

from refman.duplicates.candidates import Candidates
from refman.duplicates.grouping import Clusters
from refman.duplicates.judge import judge
from refman.duplicates.people import families_of, may_agree
from refman.duplicates.similarity import likeness
from refman.duplicates.titles import is_cut, main_keys
from refman.duplicates.verdicts import Group, Pair, Relation, Search, Verdict
from refman.duplicates.words import Difference, difference, key_of
from refman.duplicates.work import Work
from refman.model import Entry
from refman.progress import SILENT, Progress

__all__ = ["groups", "search"]

_CROWD = 24
"""So many entries with one title, or one identifier, are compared each with each."""

_NEIGHBOURS = 4
_SHORTEST_CUT = 12
_CLOSE_ENOUGH = 0.95
_STEP = 1_000

IsApart = Callable[[Entry, Entry], bool]


def groups(entries: Iterable[Entry]) -> list[Group]:
    """Return the groups of entries that are, or may be, one work; see search."""
    return list(search(entries).groups)


def search(
    entries: Iterable[Entry],
    *,
    is_apart: IsApart | None = None,
    progress: Progress = SILENT,
) -> Search:
    """Find the entries that are, or may be, one work.

    The cost grows as the number of entries: what is alike in too many of them is compared in part,
    and the result says so.

    Args:
        entries: all of them; places in the result are places here.
        is_apart: tells of two entries whether a person said that they are two works.
        progress: is told pairs.
    """
    return _Search(list(entries), is_apart, progress).found()


class _Search:
    """Search one list of entries once."""

    def __init__(
        self, entries: Sequence[Entry], is_apart: IsApart | None, progress: Progress
    ) -> None:
        self._entries = entries
        self._is_apart = is_apart
        self._progress = progress
        self._keys = [key_of(entry.title) if entry.title else "" for entry in entries]
        self._works: dict[int, Work] = {}
        self._families: dict[int, tuple[str, ...]] = {}
        self._verdicts: dict[tuple[int, int], Verdict] = {}
        self._crowded: dict[str, None] = {}

    def found(self) -> Search:
        """Return what there is."""
        by_key = self._by_key()
        without_title = by_key.pop("", ())
        twins = self._twins(by_key)
        pairs = dict.fromkeys(self._pairs(by_key, without_title))
        for done, pair in enumerate(pairs):
            if done % _STEP == 0:
                self._progress.report(done, len(pairs))
            self.verdict(*pair)
        self._progress.report(len(pairs), len(pairs))
        clusters = Clusters(self.verdict, self._crowded)
        for (first, second), verdict in list(self._verdicts.items()):
            if verdict.relation is not Relation.DIFFERENT:
                clusters.add(Pair(first, second, verdict))
        found, left_out = clusters.joined(twins)
        return Search(
            groups=found,
            left_out=left_out,
            crowded=tuple(self._crowded),
            compared=len(self._verdicts),
        )

    def _by_key(self) -> dict[str, Sequence[int]]:
        """Return the places of each title, in tuples where there is but one."""
        by_key: dict[str, Sequence[int]] = {}  # the collector forgets tuples of numbers
        more: dict[str, list[int]] = {}
        for place, key in enumerate(self._keys):
            if key not in by_key:
                by_key[key] = (place,)
            else:
                more.setdefault(key, [by_key[key][0]]).append(place)
        return by_key | more

    def verdict(self, first: int, second: int) -> Verdict:
        """Return what is said of two entries, each pair judged once."""
        pair = (first, second) if first < second else (second, first)
        if (known := self._verdicts.get(pair)) is None:
            work, other = self._work(pair[0]), self._work(pair[1])
            known = judge(work, other)
            is_told = known.relation is not Relation.DIFFERENT and self._is_apart is not None
            if is_told and self._is_apart is not None and self._is_apart(work.entry, other.entry):
                known = Verdict(
                    relation=Relation.DIFFERENT, score=0.0, reasons=("said to be no duplicates",)
                )
            self._verdicts[pair] = known
        return known

    def _is_different(self, first: int, second: int) -> bool:
        return self.verdict(first, second).relation is Relation.DIFFERENT

    def _work(self, place: int) -> Work:
        if (work := self._works.get(place)) is None:
            work = self._works[place] = Work(self._entries[place], self._keys[place])
        return work

    def _twins(self, by_key: dict[str, Sequence[int]]) -> dict[int, list[int]]:
        """Take entries that are equal to the letter out of the lists, but for the first of each."""
        twins: dict[int, list[int]] = {}
        for key, places in by_key.items():
            if len(places) == 1:
                continue
            first_of: dict[bytes, int] = {}
            for place in places:
                content = msgspec.json.encode(self._work(place).content)
                first = first_of.setdefault(content, place)
                if first != place:
                    if self._is_apart and self._is_different(first, place):
                        first_of[content + str(place).encode()] = place
                        continue
                    twins.setdefault(first, []).append(place)
            by_key[key] = sorted(first_of.values())
        return twins

    def _pairs(
        self, by_key: dict[str, Sequence[int]], without_title: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        yield from self._by_identifiers(by_key, without_title)
        for key, places in by_key.items():
            if len(places) > 1:
                yield from self._within(key, places)
        for key, other in dict.fromkeys(self._key_pairs(by_key)):
            yield from self._between(by_key[key], by_key[other])

    def _by_identifiers(
        self, by_key: dict[str, Sequence[int]], without_title: Sequence[int]
    ) -> Iterator[tuple[int, int]]:
        named: dict[str, list[int]] = {}
        kept = (place for places in by_key.values() for place in places)
        for place in (*kept, *without_title):
            known = self._entries[place].identifiers
            if known == _NOTHING:
                continue
            work = self._work(place)
            for name in work.names:
                named.setdefault(name, []).append(place)
        for name, places in named.items():
            if len(places) > 1:
                yield from self._within(name, sorted(places))

    def _within(self, name: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the pairs of entries that have a title or an identifier in common."""
        if len(places) <= _CROWD:
            yield from combinations(places, 2)
            return
        self._crowded[name] = None

        def order(place: int) -> tuple[str, int, int]:
            work = self._work(place)
            return work.people.first_key, work.year or 0, place

        ordered = sorted(places, key=order)
        for at, place in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + _NEIGHBOURS]:
                if self._may_agree(place, other):
                    yield min(place, other), max(place, other)

    def _key_pairs(self, by_key: dict[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
        """Yield pairs of titles that may be one work's."""
        candidates = Candidates(by_key)
        cut: list[tuple[str, str]] = []
        for key, places in by_key.items():
            title = self._entries[places[0]].title or ""
            if is_cut(title) and len(key) >= _SHORTEST_CUT:
                cut.append((key, key))
            for main in main_keys(title, key):
                if main in by_key:
                    yield key, main
        yield from candidates.begun_by(cut)
        for key, other in candidates.alike():
            yield key, other
        self._crowded.update(candidates.crowded)

    def _may_be_one(self, first: int, second: int) -> bool:
        """Tell, at little cost, whether two works with titles that are alike deserve a closer look.

        Titles of other authors are alike by chance, if they are not all but equal.
        """
        if self._may_agree(first, second):
            return True
        if not likeness(self._keys[first], self._keys[second], least=_CLOSE_ENOUGH):
            return False
        title, other_title = self._work(first).title, self._work(second).title
        return difference(title.words, other_title.words)[0] is not Difference.WORDS

    def _may_agree(self, first: int, second: int) -> bool:
        return may_agree(self._families_of(first), self._families_of(second))

    def _families_of(self, place: int) -> tuple[str, ...]:
        """Return what an entry's authors are compared by before it is worth making a Work of it."""
        if (families := self._families.get(place)) is None:
            entry = self._entries[place]
            families = self._families[place] = families_of(entry.author or entry.editor)
        return families

    def _between(self, places: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield pairs of an entry with one title and an entry with another."""
        if len(places) * len(others) > _CROWD:
            self._crowded[self._keys[places[0]]] = None
        for place, other in islice(product(places, others), _CROWD):
            if self._may_be_one(place, other):
                yield min(place, other), max(place, other)


_NOTHING = Entry().identifiers
