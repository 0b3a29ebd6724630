"""What is known of one input of an import: its text, its preview, what the library has of it."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import PurePath
from typing import NamedTuple

import msgspec

from refman.library import Library
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
)
from refman_gui.tasks import adding
from refman_gui.tasks.reading import Closed, Opened, Verdict

__all__ = ["Counts", "Sheet"]

_MOST_JUDGED = 5
"""So many papers that a person has made are judged at a time, in the window's thread."""


class Counts(NamedTuple):
    """Tell how much there is.

    Attributes:
        known, doubtful: papers that are, or may be, in the library already, or twice in the input.
        unlisted: papers that are not in the list, but are added.
    """

    papers: int
    left_over: int
    links: int
    known: int
    doubtful: int
    unlisted: int

    def would_add(self, *, doubtful: bool) -> int:
        """Return how many papers would be added, those that may be there too or not."""
        return self.papers - self.known - (0 if doubtful else self.doubtful)


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
        self._known_unlisted = 0
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

    def take_known(self, count: int) -> None:
        """Take how many papers that are not listed the library has."""
        self._known_unlisted, self._counted = count, None

    def judge(self, segment: Segment) -> Verdict | None:
        """Return what becomes of a paper; None where that is not known."""
        if not segment.is_paper:
            return None
        if segment.number is not None:
            return self._verdicts.get(segment.number)
        return self._made.get(segment)

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
            key = fate.key if fate.outcome is not Outcome.NEW else ""
            self._made[segment] = Verdict(fate.outcome, key, fate.why)
        self._counted = None

    def counts(self) -> Counts:
        """Return how much there is, listed or not."""
        if self._counted is None or self._counted[0] is not self.now:
            self._counted = (self.now, self._count())
        return self._counted[1]

    def _count(self) -> Counts:
        papers = left_over = links = known = doubtful = 0
        for segment in self.now.segments:
            if not segment.is_paper or segment.draft is None:
                left_over += 1
                continue
            papers += 1
            links += len(segment.draft.links)
            verdict = self.judge(segment)
            known += verdict is not None and verdict.outcome is Outcome.KNOWN
            doubtful += verdict is not None and verdict.outcome is Outcome.DOUBTFUL
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
            known=known + self._known_unlisted,
            doubtful=doubtful,
            unlisted=unlisted,
        )

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
        corrections = corrections_of(self.previews.first, self.now)
        return adding.Part(self.kept, self.opened.number, corrections)
