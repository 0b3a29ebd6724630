"""What is known of one input of an import: its text, its preview, what the library has of it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import NamedTuple

import msgspec

from refman.library import Library
from refman.model import EntryId
from refman.outcomes import Outcome
from refman.previewing import (
    Did,
    Preview,
    Previews,
    Read,
    Segment,
    change_between,
    corrections_of,
    judge_drafts,
    mark_wanted,
)
from refman_gui.tasks import adding
from refman_gui.tasks.reading import Closed, Opened, Tally, Verdict, tally, verdict_of

__all__ = ["Counts", "Sheet", "Step", "take_result"]

_Sign = int | Segment
"""What a paper is known by while it is corrected: its number as it was read, or all that it is."""


_MOST_JUDGED = 5
"""So many papers that a person has made are judged at a time, in the window's thread."""


class Counts(NamedTuple):
    """Tell how much there is.

    Attributes:
        unlisted: papers that are not in the list, but are added.
        tally: what becomes of all papers.
    """

    papers: int
    left_over: int
    links: int
    unlisted: int
    tally: Tally

    def would_add(self, *, doubtful: bool) -> int:
        """Return how many papers would be added, those that may be there too or not."""
        return self.papers - self.tally.known - (0 if doubtful else self.tally.doubtful)


class Step:
    """Hold a step in which papers of an input were added, and others of it were left out.

    Attributes:
        id: of an entry that was put in; None where there is none.
        why: what is said of the papers that are there now.
        is_filled: what known ones lacked was filled.
        added: the papers that were put in.
        is_done: it is not undone.
    """

    def __init__(self, id_: EntryId | None, why: str, *, is_filled: bool) -> None:
        self.id, self.why, self.is_filled = id_, why, is_filled
        self.added: set[_Sign] = set()
        self.is_done = True


class Sheet:
    """Hold one input, from when it is opened until it is added or discarded.

    Attributes:
        kept: the file that holds all that was read, for the task that adds it.
        opened: the input, as its reading began.
        name: what it has among what is kept for the next start; None where it is not kept.
        previews: what is shown of it.
        is_read: all of it is read.
        is_kept: and kept, so that it can be added.
        is_busy: it is being added.
    """

    def __init__(self, kept: str, opened: Opened, name: str | None = None) -> None:
        self.kept, self.opened, self.name = kept, opened, name
        self.is_read = self.is_kept = self.is_busy = False
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._closed: Closed | None = None
        self._verdicts: dict[int, Verdict] = {}
        self._made: dict[Segment, Verdict] = {}
        self._unlisted = Tally()
        self._steps: list[Step] = []
        self._counted: tuple[Preview, Counts] | None = None
        self.previews = Previews(Preview(source=opened.source, kind=opened.kind, text=""))

    @property
    def title(self) -> str:
        """Its name, without its folders; of a page where it is."""
        source = self.opened.source
        scheme, parted, rest = source.partition("://")
        if parted and scheme.lower() in {"http", "https"}:
            return rest.rstrip("/") or source
        return PurePath(source).name or source

    @property
    def is_ready(self) -> bool:
        """Whether it can be corrected, and added."""
        return self.is_kept and not self.is_busy

    @property
    def now(self) -> Preview:
        """What is shown of it."""
        return self.previews.now

    def take_text(self, text: str) -> bool:
        """Take the next piece of its text; return whether it was the last."""
        self._parts.append(text)
        if sum(map(len, self._parts)) < self.opened.shown:
            return False
        whole = "".join(self._parts)
        self._parts = [whole]
        self.previews.read_on(msgspec.structs.replace(self.now, text=whole))
        return True

    def take_segments(self, segments: Sequence[Segment]) -> None:
        """Take the next segments."""
        self._segments += segments
        self.previews.read_on(msgspec.structs.replace(self.now, segments=tuple(self._segments)))

    def close(self, closed: Closed) -> None:
        """Take note that all of it is read."""
        self._closed, self.is_read, self._segments, self._counted = closed, True, [], None

    def take_verdicts(self, first: int, verdicts: Sequence[Verdict]) -> None:
        """Take what the library has of the papers, from a number on."""
        self._verdicts.update(enumerate(verdicts, start=first))
        self._counted = None

    def take_unlisted(self, tally: Tally) -> None:
        """Take what the library has of the papers that are not listed."""
        self._unlisted, self._counted = tally, None

    def take_added(self, step: Step, left_out: Collection[int]) -> None:
        """Take note that its papers are in the library, but for some: where those begin."""
        step.added = {
            _sign(segment)
            for segment in self.now.segments
            if segment.is_paper and segment.span.start not in left_out and self._is_new(segment)
        }
        self._steps.append(step)
        self._counted = None

    def look_again(self, has: Callable[[EntryId], bool]) -> bool:
        """Look what was undone or redone of what was added; return whether anything was.

        Args:
            has: tells whether the library has an entry.
        """
        before = [step.is_done for step in self._steps]
        for step in self._steps:
            step.is_done = step.id is None or has(step.id)
        if before == [step.is_done for step in self._steps]:
            return False
        self._counted = None
        return True

    def judge(self, segment: Segment) -> Verdict | None:
        """Return what becomes of a paper; None where that is not known."""
        if not segment.is_paper:
            return None
        if self._steps and (added := self._adding(segment)) is not None:
            return Verdict(Outcome.KNOWN, why=added.why)
        if segment.is_wanted:
            return Verdict(Outcome.NEW)
        if segment.number is not None:
            verdict = self._verdicts.get(segment.number)
        else:
            verdict = self._made.get(segment)
        if verdict is not None and verdict.filled and self._is_filled:
            return msgspec.structs.replace(verdict, filled=())
        return verdict

    @property
    def _is_filled(self) -> bool:
        return any(step.is_done and step.is_filled for step in self._steps)

    def without_wishes(self) -> Preview:
        """Return what it is where no paper is wanted whatever it is alike to."""
        return mark_wanted(self.now, range(len(self.now.segments)), is_wanted=False)

    def alike(self, places: Iterable[int]) -> list[int]:
        """Return which papers would be left out, for they are or may be there already."""
        return [
            place
            for place in places
            if (each := self.now.segments[place]).is_paper
            and self._adding(each) is None
            and (verdict := self.judge(each)) is not None
            and verdict.outcome is not Outcome.NEW
        ]

    def _adding(self, segment: Segment) -> Step | None:
        """Return the step in which a paper was added from here; None for all others."""
        sign = _sign(segment)
        return next((step for step in self._steps if step.is_done and sign in step.added), None)

    def _is_new(self, segment: Segment) -> bool:
        verdict = self.judge(segment)
        return verdict is None or verdict.outcome is not Outcome.KNOWN

    def judge_made(self, library: Library | None) -> None:
        """Find out what the library has of the papers that a person has made."""
        made = [
            segment
            for segment in self.now.segments
            if segment.is_paper and segment.number is None and segment not in self._made
        ][:_MOST_JUDGED]
        if library is None or not made:
            return
        drafts = [segment.draft for segment in made if segment.draft is not None]
        now = datetime.now(UTC)
        fates = judge_drafts(library, drafts, source=self.opened.source, now=now)
        for segment, fate in zip(made, fates, strict=True):
            self._made[segment] = verdict_of(fate)
        self._counted = None

    def counts(self) -> Counts:
        """Return how much there is, listed or not."""
        if self._counted is None or self._counted[0] is not self.now:
            self._counted = (self.now, self._count())
        return self._counted[1]

    def _count(self) -> Counts:
        papers = left_over = links = 0
        verdicts: list[Verdict] = []
        for segment in self.now.segments:
            if not segment.is_paper or segment.draft is None:
                left_over += 1
                continue
            papers += 1
            links += len(segment.draft.links)
            verdict = self.judge(segment)
            verdicts += [verdict] if verdict is not None else []
        unlisted = 0
        if self._closed is not None:
            first = self.previews.first.segments
            papers_read = [each.draft for each in first if each.is_paper and each.draft is not None]
            unlisted = self._closed.papers - len(papers_read)
            left_over += self._closed.left_over - (len(first) - len(papers_read))
            links += self._closed.links - sum(len(draft.links) for draft in papers_read)
        return Counts(
            papers=papers + unlisted,
            left_over=left_over,
            links=links,
            unlisted=unlisted,
            tally=tally(verdicts, self._tally_of(unlisted)),
        )

    def _tally_of(self, unlisted: int) -> Tally:
        """Return what becomes of the papers that are not listed."""
        if not any(step.is_done for step in self._steps):
            return self._unlisted
        known = unlisted - self._unlisted.doubtful
        return msgspec.structs.replace(self._unlisted, known=known, fills=0)

    def read(self) -> Read:
        """Return how it was read."""
        digest = self._closed.digest if self._closed is not None else ""
        listed = len(self.previews.first.segments)
        return Read(self.opened.kind, digest, self.opened.shown, listed)

    def do(self, name: str, preview: Preview) -> Did | None:
        """Take what a correction has made; return what it was, None where it has made nothing."""
        before = self.now
        if not self.previews.do(name, preview):
            return None
        return Did(name, change_between(before, preview))

    def part(self) -> adding.Part:
        """Return what is to be added of it."""
        left = [each for each in self.now.segments if self._adding(each) is None]
        now = msgspec.structs.replace(self.now, segments=tuple(left))
        corrections = corrections_of(self.previews.first, now)
        return adding.Part(self.kept, self.opened.number, corrections)


def take_result(
    sheets: Iterable[Sheet], request: adding.Request, result: adding.Result, why: str
) -> list[Sheet]:
    """Take note that inputs were added; return those of which nothing was left out.

    Args:
        sheets: the inputs.
        request: what was asked.
        result: what was done.
        why: what is said of a paper that was added, where others of its input were left out.
    """
    pairs = zip(request.parts, result.left_out, strict=True)
    left_out = {(part.kept, part.number): starts for part, starts in pairs}
    id_ = next(iter(result.ids), None)
    done: list[Sheet] = []
    for sheet in sheets:
        if starts := left_out[sheet.kept, sheet.opened.number]:
            sheet.take_added(Step(id_, why, is_filled=request.fills), starts)
        else:
            done.append(sheet)
    return done


def _sign(segment: Segment) -> _Sign:
    if segment.number is not None:
        return segment.number
    return msgspec.structs.replace(segment, is_wanted=False) if segment.is_wanted else segment
