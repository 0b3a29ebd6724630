"""What was read and corrected goes into the library, as one step of its history."""

from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.model import EntryId
from refman.outcomes import Fate, Outcome
from refman.previewing import Corrections
from refman_gui.tasks import Reports, Task

if TYPE_CHECKING:
    from refman.acquiring import Acquired
    from refman.gathering import Gathering
    from refman.settings import Settings

__all__ = ["ADDING", "Part", "Request", "Result"]

_MOST_IDS = 5_000
_WAITED_S = 600.0


class Part(msgspec.Struct, frozen=True):
    """Name an input that was read.

    Attributes:
        kept: the file that holds what was read.
        number: of the input in it.
        corrections: what a person has made of it.
    """

    kept: str
    number: int
    corrections: Corrections = Corrections()


class Request(msgspec.Struct, frozen=True):
    """Ask for inputs to be added.

    Attributes:
        library: where to.
        parts: in the order in which they were opened.
        doubtful: papers that may be in the library are added too.
        fills: what entries of the library lack is filled from papers that are the same.
    """

    library: str
    parts: tuple[Part, ...]
    doubtful: bool = False
    fills: bool = False


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what was done.

    Attributes:
        name: of the step in the history.
        is_written: there is such a step; else nothing was to be done.
        added: how many papers were put in.
        known, doubtful: how many were left out because they are, or may be, there.
        twice: how many were left out because they came in already with this.
        filled: of how many something went into those that they are.
        left_out: of each part, where the papers begin that may be there and were left out.
        ids: of those that were put in, the first some thousands.
        from_pdfs: all that were put in and were read from PDFs; none where refman is offline.
        looks_up: the user wants those looked up without being asked.
    """

    name: str
    is_written: bool
    added: int
    known: int
    doubtful: int
    twice: int
    filled: int
    left_out: tuple[tuple[int, ...], ...]
    ids: tuple[EntryId, ...]
    from_pdfs: tuple[EntryId, ...] = ()
    looks_up: bool = False


ADDING = Task(__name__, Request, type(None), Result)


def run(request: Request, reports: Reports) -> Result:
    """Add what is left of all inputs."""
    from datetime import UTC, datetime

    from refman.acquiring import Choice, acquire
    from refman.citekeys import compile_pattern
    from refman.gathering import Gathering
    from refman.library import Patience, open_library
    from refman.places import user_settings
    from refman.tidying import note_duplicates

    def now() -> datetime:
        return datetime.now(UTC)

    settings = user_settings()
    pattern = compile_pattern(settings.citekeys.pattern)
    patience = Patience(_WAITED_S, waiting=reports.say)
    with Gathering() as gathering:
        for part in request.parts:
            _take(gathering, part)
        with open_library(Path(request.library), now=now, patience=patience) as library:
            done = acquire(
                library,
                gathering,
                Choice(pattern=pattern, doubtful=request.doubtful, update=request.fills),
                now=now(),
                progress=reports.progress,
            )
            note_duplicates(library, done.alike)
        return _result(gathering, done, settings)


def _result(gathering: "Gathering", done: "Acquired", settings: "Settings") -> Result:
    known = [fate for fate in done.fates if fate.outcome is Outcome.KNOWN]
    return Result(
        name=done.name,
        is_written=done.step is not None,
        added=_count(done.fates, Outcome.NEW),
        known=sum(not (fate.is_twice or fate.filled) for fate in known),
        doubtful=_count(done.fates, Outcome.DOUBTFUL),
        twice=sum(fate.is_twice and not fate.filled for fate in known),
        filled=sum(bool(fate.filled) for fate in known),
        left_out=tuple(_left_out(gathering, done)),
        ids=tuple(done.ids[:_MOST_IDS]),
        from_pdfs=() if settings.web.offline else tuple(_from_pdfs(gathering, done)),
        looks_up=settings.lookup.at_once,
    )


def _take(gathering: "Gathering", part: Part) -> None:
    """Take what is left of an input."""
    from refman.gathering import Gathering
    from refman.previewing import corrected

    with Gathering.taken_up(Path(part.kept)) as kept:
        gathered = kept.all[part.number]
        gathering.take(
            source=gathered.source,
            kind=gathered.kind,
            text=kept.text(gathered),
            pieces=corrected(kept, gathered, part.corrections),
        )


def _from_pdfs(gathering: "Gathering", done: "Acquired") -> Iterator[EntryId]:
    """Yield which of those that were put in were read from PDFs."""
    fates, ids = iter(done.fates), iter(done.ids)
    for gathered in gathering.all:
        own = tuple(islice(ids, _count(tuple(islice(fates, gathered.count)), Outcome.NEW)))
        if gathered.is_pdf:
            yield from own


def _left_out(gathering: "Gathering", done: "Acquired") -> Iterator[tuple[int, ...]]:
    """Yield of each input where those begin that may be there, and were left out."""
    fates = iter(done.fates)
    for gathered in gathering.all:
        own = tuple(islice(fates, gathered.count))
        records = gathering.records(gathered) if _count(own, Outcome.DOUBTFUL) else ()
        yield tuple(
            record.span.start
            for record, fate in zip(records, own, strict=False)
            if fate.outcome is Outcome.DOUBTFUL
        )


def _count(fates: Sequence[Fate], outcome: Outcome) -> int:
    return sum(fate.outcome is outcome for fate in fates)
