"""The likeliest reading of all lines together: a path through what each of them can be.

This is Viterbi's algorithm over the parts of a paper. Memory stays small: as soon as all paths that
are still open agree on how the lines so far are to be read, those lines are settled and let go.

Source: G. D. Forney, "The Viterbi Algorithm", Proceedings of the IEEE 61 (1973).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

import msgspec

from refman.reading.habits import Habits
from refman.reading.lines import Line
from refman.reading.signs import Candidate, Group, candidates_of, lack_of_abstract
from refman.reading.surroundings import look_around
from refman.reading.weights import MOVES, Part

__all__ = ["Settled", "settle_lines"]

_BLOCK, _LONGEST_BLOCK = 150, 300
_MOST_OPEN = 4_000
_IMPOSSIBLE = float("-inf")

_GROUPS: Mapping[Part, Group] = {
    Part.OUT: Group.OUTSIDE,
    Part.LEAD: Group.OUTSIDE,
    Part.TITLE: Group.TITLE,
    Part.TITLE_MORE: Group.TITLE,
    Part.AUTHORS: Group.AUTHORS,
    Part.NOTE: Group.NOTE,
    Part.ABSTRACT: Group.ABSTRACT,
    Part.ABSTRACT_MORE: Group.ABSTRACT,
    Part.TAIL: Group.ABSTRACT,
    Part.AUTHORS_BELOW: Group.ABSTRACT,
}
_INTO: Mapping[Part, Sequence[tuple[Part, int, float]]] = {
    part: [
        (before, int(_GROUPS[before]), moves[part])
        for before, moves in MOVES.items()
        if part in moves
    ]
    for part in Part
}
"""For each part, those it may follow: part, group, weight of the move."""


class Settled(msgspec.Struct, frozen=True, gc=False):
    """Hold a line, the part that it is, and what that added to the path's log-odds."""

    line: Line
    part: Part
    gain: float


class _Step(msgspec.Struct, frozen=True):
    """Hold a line whose part is still open: for each part, the best one before, and the score."""

    line: Line
    before: dict[Part, Part]
    scores: dict[Part, float]


def settle_lines(lines: Iterable[Line], habits: Habits) -> Iterator[Settled]:
    """Yield every line with the part that it is, in order.

    Args:
        lines: of one document, in order.
        habits: of the page.
    """
    path, lack = _Path(), lack_of_abstract(habits)
    width: int | None = None
    above: Line | None = None
    for block in _blocks(lines):
        rows, width = look_around(block, above, width)
        for line, around in zip(block, rows, strict=True):
            path.extend(line, candidates_of(line, around, habits, lack))
        above = block[-1]
        yield from path.settle()
    yield from path.finish(lack)


def _blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Cut lines into blocks, at a blank line where there is one in time."""
    block: list[Line] = []
    for line in lines:
        if (len(block) >= _BLOCK and line.gap) or len(block) >= _LONGEST_BLOCK:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


class _Path:
    """Keep the best path to each part of the last line."""

    def __init__(self) -> None:
        self._scores: dict[Part, float] = {Part.OUT: 0.0}
        self._open: list[_Step] = []
        self._settled_score = 0.0

    def extend(self, line: Line, candidates: Iterable[Candidate]) -> None:
        """Take one line more."""
        old, new, before = self._scores, dict[Part, float](), dict[Part, Part]()
        for part, entry in candidates:
            best, best_before = _IMPOSSIBLE, part
            for earlier, group, move in _INTO[part]:
                if earlier in old:
                    score = old[earlier] + move + entry[group]
                    if score > best:
                        best, best_before = score, earlier
            if best > _IMPOSSIBLE:
                new[part], before[part] = best, best_before
        self._scores = new
        self._open.append(_Step(line, before, new))

    def settle(self) -> list[Settled]:
        """Let those lines go on which all open paths agree; all, where that takes too long."""
        ends = set(self._scores)
        for index in range(len(self._open) - 1, -1, -1):
            if len(ends) == 1:
                return self._settle(index + 1, ends.pop())
            ends = {self._open[index].before[part] for part in ends}
        if len(self._open) > _MOST_OPEN:
            best = max(self._scores, key=self._scores.__getitem__)
            self._scores = {best: self._scores[best]}
            return self._settle(len(self._open), best)
        return []

    def finish(self, lack: float) -> list[Settled]:
        """Let all lines go; a paper that ends without an abstract pays for that."""
        if not self._open:
            return []
        toll = {Group.TITLE: lack, Group.AUTHORS: lack, Group.NOTE: lack}
        ends = {part: score + toll.get(_GROUPS[part], 0.0) for part, score in self._scores.items()}
        if Part.LEAD in ends:
            ends[Part.LEAD] += MOVES[Part.LEAD][Part.OUT]
        return self._settle(len(self._open), max(ends, key=ends.__getitem__))

    def _settle(self, count: int, part: Part) -> list[Settled]:
        """Let the first lines go, of which the last one is such a part."""
        steps, self._open = self._open[:count], self._open[count:]
        parts = [part]
        for step in reversed(steps):
            parts.append(step.before[parts[-1]])
        parts.reverse()
        scores = [step.scores[part] for step, part in zip(steps, parts[1:], strict=True)]
        before = chain([self._settled_score], scores)
        self._settled_score = scores[-1] if scores else self._settled_score
        return [
            Settled(step.line, part, score - earlier)
            for step, part, score, earlier in zip(steps, parts[1:], scores, before, strict=False)
        ]
