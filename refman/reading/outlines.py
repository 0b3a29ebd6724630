"""Settled lines put together: which lines make up one paper, and which belong to none."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from refman.model import Identifiers
from refman.reading.boilerplate import Field
from refman.reading.lines import Kind, Line
from refman.reading.path import Settled
from refman.reading.weights import Part

__all__ = ["Outline", "Rest", "outline_papers"]

PAGE = "part of the page"
_NO_TITLE = "text that no title goes before"
_TOO_LONG = "more text than an abstract has"

_MOST_LINES = 600
_ABSTRACTS = {Part.ABSTRACT, Part.ABSTRACT_MORE}


class Rest(msgspec.Struct, frozen=True, gc=False):
    """Hold a stretch that is no part of a paper, and why."""

    start: int
    end: int
    why: str


class Outline(msgspec.Struct, frozen=True):
    """Hold the lines of one paper, in their order, with the part that each is.

    Attributes:
        steps: never empty; exactly one of them is a title's first line.
        count: how many of the steps the paper's span holds; the others stand behind it, among the
            page's own lines, and may still tell its date.
    """

    steps: Sequence[Settled]
    count: int

    def lines(self, *parts: Part) -> list[Line]:
        """Return the lines that are one of these parts."""
        return [step.line for step in self.steps if step.part in parts]

    @property
    def authors(self) -> list[Line]:
        """The lines of names."""
        return self.lines(Part.AUTHORS, Part.AUTHORS_BELOW)

    @property
    def title(self) -> Line:
        """The title's first line."""
        return self.lines(Part.TITLE)[0]

    @property
    def has_abstract(self) -> bool:
        """Whether there is an abstract."""
        return any(step.part is Part.ABSTRACT for step in self.steps)

    @property
    def gain(self) -> float:
        """By how much it is likelier a paper than not, in log-odds."""
        return sum(step.gain for step in self.steps if step.part is not Part.TAIL)


def outline_papers(settled: Iterable[Settled]) -> Iterator[Outline | Rest]:
    """Yield papers and what lies between them; together they hold every line once."""
    steps: list[Settled] = []
    for step in settled:
        if _begins(step, steps):
            yield from _close(steps)
            steps = []
        if step.part is Part.OUT or (not steps and step.part not in {Part.LEAD, Part.TITLE}):
            yield _rest(step, _TOO_LONG if step.part in _ABSTRACTS else None)
        else:
            steps.append(step)
    yield from _close(steps)


def _begins(step: Settled, steps: Sequence[Settled]) -> bool:
    """Tell whether a line ends the paper that was gathered so far."""
    if not steps or step.part is Part.OUT or len(steps) >= _MOST_LINES:
        return True
    has_title = steps[-1].part is not Part.LEAD
    if step.part is Part.LEAD and steps[-1].line.gives is step.line.gives is Field.DATE:
        return True  # of two dates before a title, the nearer one is the paper's
    return step.part in {Part.LEAD, Part.TITLE} and has_title


def _close(steps: Sequence[Settled]) -> Iterator[Outline | Rest]:
    """Yield a paper, and behind it those lines at its end that only the page needs."""
    if not steps:
        return
    if steps[-1].part is Part.LEAD:
        yield from map(_rest, steps)
        return
    outline = Outline(steps, _count_own(steps))
    yield outline
    yield from map(_rest, steps[outline.count :])


def _count_own(steps: Sequence[Settled]) -> int:
    """Return how many of the lines belong to the paper: all up to the last that tells of it.

    Ends before a line that sets papers apart, and before the address of another paper.
    """
    count, page = 0, None
    for index, step in enumerate(steps, 1):
        line = step.line
        if step.part not in {Part.NOTE, Part.TAIL}:
            count = index
        elif (step.part is Part.TAIL and line.row is not None and line.row.apart) or (
            line.own is not None and page is not None and _differ(line.own, page)
        ):
            break
        elif _tells(line):
            count = index
        page = page or line.own
    return count


def _differ(one: Identifiers, other: Identifiers) -> bool:
    """Tell whether two addresses are of two papers: both on arXiv, say, under two numbers."""
    if one.arxiv is not None and other.arxiv is not None:
        return one.arxiv.id != other.arxiv.id
    return one.openreview != other.openreview and None not in {one.openreview, other.openreview}


def _tells(line: Line) -> bool:
    """Tell whether a line beside a paper is the paper's own: an address, a date, a note."""
    if line.row is not None:
        return line.row.gives is not None
    return line.kind in {Kind.ADDRESS, Kind.LABELLED}


def _rest(step: Settled, why: str | None = None) -> Rest:
    line = step.line
    if why is None:
        if line.row is not None:
            why = f"{PAGE}: {line.row.what}"
        elif line.kind is Kind.ADDRESS:
            why = "an address of no paper"
        else:
            why = _NO_TITLE if line.kind is Kind.PROSE else "text of no paper"
    return Rest(line.start, line.end, why)
