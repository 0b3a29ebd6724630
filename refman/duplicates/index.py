"""The entries of a file, ready to say whether they know another one."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator

from refman.duplicates.candidates import LEAST, ends_of
from refman.duplicates.judge import judge
from refman.duplicates.similarity import alike
from refman.duplicates.titles import is_cut, main_keys
from refman.duplicates.verdicts import Match, Relation
from refman.duplicates.work import Work
from refman.model import Entry

__all__ = ["Index", "find_known"]

_MOST = 64
"""So many entries with one title, or one identifier, are compared with what is asked for."""

_SUREST = (Relation.SAME, Relation.VERSIONS, Relation.UNSURE)

_MOST_ALIKE = 1_000
"""So many titles on either side, in alphabetical order, of those that begin or end alike."""


class Index:
    """Hold entries so that those which are, or may be, the work of another are found fast.

        index = Index(entries_of_the_file)
        for match in index.matches(new): …
        index.add(new)

    A question costs about as much as comparing some dozen entries, however many there are. Of
    titles that begin or end alike, the 64 most alike are compared; of more than 64 entries with one
    title, those of the same first author and year.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._works: list[Work] = []
        self._by_key: dict[str, list[int]] = {}
        self._by_author: dict[tuple[str, str, int], list[int]] = {}
        self._by_main: dict[str, list[int]] = {}
        self._by_identifier: dict[str, list[int]] = {}
        self._by_end: dict[str, list[str]] = {}
        for entry in entries:
            self.add(entry)

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._works)

    def add(self, entry: Entry) -> int:
        """Take one more entry and return its place, counted from 0."""
        work = Work(entry)
        place = len(self._works)
        self._works.append(work)
        key = work.title.key
        if key:
            self._add_title(work, key, place)
        for name in work.names:
            self._by_identifier.setdefault(name, []).append(place)
        return place

    def matches(self, entry: Entry) -> list[Match]:
        """Return the entries that are, or may be, this one's work; the surest first.

        Relations are SAME, VERSIONS and UNSURE; ``match.verdict.is_one_work`` tells the first two.
        An empty list means that the work is not known. Nothing is added.
        """
        work = Work(entry)
        found: list[Match] = []
        for place in dict.fromkeys(self._candidates(work)):
            other = self._works[place]
            verdict = judge(work, other)
            if verdict.relation is not Relation.DIFFERENT:
                found.append(Match(place, other.entry, verdict))
        found.sort(key=_order)
        return found

    def _add_title(self, work: Work, key: str, place: int) -> None:
        same = self._by_key.setdefault(key, [])
        same.append(place)
        if len(same) == 1:
            for name in ends_of(key):
                insort(self._by_end.setdefault(name, []), key)
        else:
            # The first one's author is asked for only where there is a second.
            for other in same if len(same) == 2 else same[-1:]:  # noqa: PLR2004 - the second
                self._by_author.setdefault(_author_of(self._works[other], key), []).append(other)
        for main in main_keys(work.title.text, key):
            self._by_main.setdefault(main, []).append(place)

    def _candidates(self, work: Work) -> Iterator[int]:
        for name in work.names:
            yield from self._by_identifier.get(name, ())[:_MOST]
        key = work.title.key
        if not key:
            return
        for own in (key, *work.title.mains):
            yield from self._with_key(work, own)
        yield from self._by_main.get(key, ())[:_MOST]
        for name in ends_of(key):
            keys = self._near(name, key)
            near = {keys[at]: None for at in alike(key, keys, least=LEAST, most=_MOST)}
            near |= {other: None for other in keys if self._is_part(key, work, other)}
            for other in near:
                yield from self._with_key(work, other)

    def _near(self, name: str, key: str) -> list[str]:
        keys = self._by_end.get(name, [])
        if len(keys) <= 2 * _MOST_ALIKE:
            return keys
        at = bisect_left(keys, key)
        return keys[max(0, at - _MOST_ALIKE) : at + _MOST_ALIKE]

    def _is_part(self, key: str, work: Work, other: str) -> bool:
        """Tell whether one of two titles is cut where the other goes on."""
        if other.startswith(key):
            return other != key and is_cut(work.title.text)
        if not key.startswith(other):
            return False
        return is_cut(self._works[self._by_key[other][0]].title.text)

    def _with_key(self, work: Work, key: str) -> Iterator[int]:
        places = self._by_key.get(key, ())
        if len(places) > _MOST:
            places = self._by_author.get(_author_of(work, key), ())
        yield from places[:_MOST]


def find_known(entry: Entry, index: Index) -> list[Match]:
    """Return what an index knows of an entry's work; see Index.matches."""
    return index.matches(entry)


def _order(match: Match) -> tuple[int, float, int]:
    verdict = match.verdict
    return _SUREST.index(verdict.relation), -verdict.score, match.place


def _author_of(work: Work, key: str) -> tuple[str, str, int]:
    return key, work.people.first_key, work.year or 0
