"""Pairs put together into groups in which no two are known to be different works."""

from collections.abc import Callable, Iterator, Mapping, MutableMapping, Sequence
from itertools import product

from refman.duplicates.verdicts import Group, Pair, Relation, Verdict

__all__ = ["Clusters"]

_MOST_CHECKED = 24
"""So many pairs are checked before two clusters become one."""

_MOST_TOLD = 256
"""So many pairs of a group are told, and each member's with the first."""


class Clusters:
    """Join pairs, the surest first, so that no chain joins what differs.

    A and B, B and C may each look like one work while A and C are two: then the less sure pair is
    left out.
    """

    def __init__(
        self, verdict: Callable[[int, int], Verdict], crowded: MutableMapping[str, None]
    ) -> None:
        self._verdict = verdict
        self._crowded = crowded
        self._pairs: list[Pair] = []
        self._members: dict[int, list[int]] = {}
        self._cluster_of: dict[int, int] = {}
        self._scores: dict[int, float] = {}

    def add(self, pair: Pair) -> None:
        """Take a pair that is or may be one work."""
        self._pairs.append(pair)

    def joined(
        self, twins: Mapping[int, Sequence[int]]
    ) -> tuple[tuple[Group, ...], tuple[Pair, ...]]:
        """Return the groups, and the pairs that were left out.

        Args:
            twins: entries that are equal to another, by the other's place.
        """
        left_out = [pair for pair in sorted(self._pairs, key=_order) if not self._join(pair)]
        for place in twins:
            self._start(place)
        found = [
            group
            for cluster, members in self._members.items()
            if (group := self._group(cluster, members, twins)) is not None
        ]
        found.sort(key=lambda group: group.places)
        left_out.sort(key=lambda pair: (pair.first, pair.second))
        return tuple(found), tuple(left_out)

    def _start(self, place: int) -> int:
        if place not in self._cluster_of:
            self._cluster_of[place] = place
            self._members[place] = [place]
            self._scores[place] = 1.0
        return self._cluster_of[place]

    def _join(self, pair: Pair) -> bool:
        """Join the clusters of a pair; False where they hold different works."""
        first, second = self._start(pair.first), self._start(pair.second)
        if first == second:
            return True
        members, others = self._members[first], self._members[second]
        if len(members) * len(others) > _MOST_CHECKED:
            self._crowded["a group of many"] = None
        for checked, (place, other) in enumerate(product(members, others)):
            if checked == _MOST_CHECKED:
                break
            if self._verdict(place, other).relation is Relation.DIFFERENT:
                return False
        if len(members) < len(others):
            first, second = second, first
        for place in self._members[second]:
            self._cluster_of[place] = first
        self._members[first] += self._members.pop(second)
        self._scores[first] = min(self._scores[first], self._scores.pop(second), pair.verdict.score)
        return True

    def _group(
        self, cluster: int, members: Sequence[int], twins: Mapping[int, Sequence[int]]
    ) -> Group | None:
        pairs = sorted(
            (*self._told(members), *self._told_twins(members, twins)),
            key=lambda pair: (pair.first, pair.second),
        )
        if not pairs:
            return None
        relations = {pair.verdict.relation for pair in pairs}
        least_sure = (Relation.UNSURE, Relation.VERSIONS, Relation.SAME)
        places = {place for pair in pairs for place in (pair.first, pair.second)}
        return Group(
            places=tuple(sorted(places.union(members))),
            relation=next(relation for relation in least_sure if relation in relations),
            score=self._scores[cluster],
            pairs=tuple(pairs),
        )

    def _told(self, members: Sequence[int]) -> Iterator[Pair]:
        """Yield what was said of members: of the first of many, where all would be too much."""
        ordered = sorted(members)
        told = 0
        for at, place in enumerate(ordered):
            for other in ordered[at + 1 :]:
                if at and told >= _MOST_TOLD:
                    return
                told += 1
                yield Pair(place, other, self._verdict(place, other))

    def _told_twins(
        self, members: Sequence[int], twins: Mapping[int, Sequence[int]]
    ) -> Iterator[Pair]:
        for place in members:
            for twin in twins.get(place, ()):
                yield Pair(place, twin, self._verdict(place, twin))


def _order(pair: Pair) -> tuple[bool, float, int, int]:
    verdict = pair.verdict
    return verdict.relation is Relation.UNSURE, -verdict.score, pair.first, pair.second
