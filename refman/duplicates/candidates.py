"""Pairs of titles worth a closer look, among many: blocks, and pairs in them.

Titles are blocked by the first and by the last twelve letters of their keys; within a block each is
compared with each. A block that is too large for that is cut by longer beginnings and ends; what is
too large still is compared with its neighbours in order only, and told of as crowded. So the cost
grows as the number of titles, whatever they are.

Source: DEPENDENCIES.md, "title similarity": recall .999 on planted pairs.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from refman.duplicates.similarity import alike, likeness

__all__ = ["LEAST", "Candidates", "ends_of"]

END = 12
"""Letters at a title's beginning, and at its end, that a block has in common."""

SHORT_END = 5
"""The same for titles of less than twice as many letters."""

LEAST = 0.8
"""Less alike titles are looked at only where identifiers are equal."""

LEAST_OF_MANY = 0.9
"""The same for titles that begin or end as many others do: theirs are alike by their pattern."""

_CROWD = 40
_LENGTHS = (2 * END, 3 * END)
_NEIGHBOURS = 4
_FEW = 8
_MOST_BEGUN = 16

KeyPair = tuple[str, str]


def ends_of(key: str) -> tuple[str, ...]:
    """Return the names of the blocks that a key stands in: by its beginning and by its end.

    A short key stands in blocks of shorter ends too: its own would hold all of it.
    """
    ends = f"{key[:END]}…", f"…{key[-END:]}"
    if len(key) >= 2 * END:
        return ends
    return (*ends, f"{key[:SHORT_END]}~", f"~{key[-SHORT_END:]}")


class Candidates:
    """Find pairs among keys that all differ.

    Attributes:
        crowded: names of the blocks in which not each was compared with each.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = [key for key in keys if key]
        self.crowded: dict[str, None] = {}

    def alike(self) -> Iterator[KeyPair]:
        """Yield pairs of keys that are alike; one may come more than once."""
        firsts: dict[str, str] = {}
        blocks: dict[str, list[str]] = {}  # only of two and more: most titles stand alone
        for key in self._keys:
            for name in ends_of(key):
                first = firsts.setdefault(name, key)
                if first is not key:
                    blocks.setdefault(name, [first]).append(key)
        for name, block in blocks.items():
            yield from self._in_block(name, block, 0)

    def begun_by(self, beginnings: Iterable[tuple[str, str]]) -> Iterator[KeyPair]:
        """Yield pairs of a cut title's key and one that goes on from there.

        Args:
            beginnings: (key, what it is to begin with).
        """
        beginnings = list(beginnings)
        ordered = sorted(self._keys) if beginnings else []
        for key, beginning in beginnings:
            start = bisect_left(ordered, beginning)
            for longer in ordered[start : start + _MOST_BEGUN]:
                if not longer.startswith(beginning):
                    break
                if longer != key:
                    yield key, longer

    def _in_block(self, name: str, block: Sequence[str], depth: int) -> Iterator[KeyPair]:
        if len(block) <= _CROWD:
            yield from _each_with_each(block)
        elif depth == len(_LENGTHS) or "~" in name:
            self.crowded[name] = None
            yield from _neighbours(block, by_end=name.startswith(("…", "~")))
        else:
            length = _LENGTHS[depth]
            finer: dict[str, list[str]] = {}
            by_end = name.startswith("…")
            for key in block:
                own = key[-length:] if by_end else key[:length]
                finer.setdefault(f"…{own}" if by_end else f"{own}…", []).append(key)
                if not by_end:  # the pairs that differ in their middle are in both kinds of blocks
                    part = length // 2
                    finer.setdefault(f"{key[:part]}…{key[-part:]}", []).append(key)
            for own, part_of_block in finer.items():
                if len(part_of_block) > 1:
                    yield from self._in_block(own, part_of_block, depth + 1)


def _each_with_each(block: Sequence[str]) -> Iterator[KeyPair]:
    if len(block) <= _FEW:
        for key, other in combinations(block, 2):
            if likeness(key, other, least=LEAST):
                yield key, other
        return
    for place, key in enumerate(block[:-1], 1):
        rest = block[place:]
        for found in alike(key, rest, least=LEAST_OF_MANY):
            yield key, rest[found]


def _neighbours(block: Sequence[str], *, by_end: bool) -> Iterator[KeyPair]:
    ordered = sorted(block, key=lambda key: key[::-1]) if by_end else sorted(block)
    for place, key in enumerate(ordered):
        for other in ordered[place + 1 : place + 1 + _NEIGHBOURS]:
            if likeness(key, other, least=LEAST_OF_MANY):
                yield key, other
