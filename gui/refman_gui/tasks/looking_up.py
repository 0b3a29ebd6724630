"""Papers of a library looked up: what services have of them is kept, for a person to choose from.

Nothing is changed by it, unless that is asked for; what was found so far stays when it is stopped.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from refman.model import Entry, EntryId, Holding, Outcome
from refman_gui.tasks import Reports, Task

if TYPE_CHECKING:
    from refman.library import Library
    from refman.lookup import Result as Found
    from refman.online import Waits

__all__ = ["LOOKING_UP", "ByHand", "Came", "Request", "Result"]

_BLOCK = 100
"""So many results are kept together: as many as are looked up together."""

_WAITED_S = 600.0


class ByHand(msgspec.Struct, frozen=True):
    """Hold what a person asks in the place of what an entry says of itself; blank where not."""

    title: str = ""
    author: str = ""
    identifier: str = ""


class Request(msgspec.Struct, frozen=True, kw_only=True):
    """Ask for a look-up.

    Attributes:
        library: whose papers.
        ids: which; None for all that lack something, and do not wait for a choice already.
        by_hand: what is asked instead, of a single one.
    """

    library: str
    ids: tuple[EntryId, ...] | None = None
    by_hand: ByHand | None = None


class Came(msgspec.Struct, frozen=True):
    """Tell which papers something was found out about."""

    ids: tuple[EntryId, ...]


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """Tell what came of it.

    Attributes:
        outcomes: how many papers had each.
        failed: those that not every source could be asked for.
        waiting: how many wait for a choice now.
        filled: how many were changed.
        silent: what the sources are called that could not be asked, or not to the end.
        troubles: of each of these why, a line each.
    """

    outcomes: dict[Outcome, int]
    failed: tuple[EntryId, ...]
    waiting: int
    filled: int
    silent: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


LOOKING_UP = Task(__name__, Request, Came, Result)


class _Progress:
    """Tell how far it has come, and that nothing is waited for any more."""

    def __init__(self, reports: Reports, waits: "Waits") -> None:
        self._progress, self._waits = reports.progress, waits

    def report(self, done: int, total: int | None = None) -> None:
        self._waits.go_on()
        self._progress.report(done, total)


def run(request: Request, reports: Reports) -> Result:
    """Look papers up."""
    from refman.library import Patience, open_library
    from refman.online import LookUp, Waits, trouble_lines
    from refman.places import user_settings
    from refman.plugins import asked_sources
    from refman.tidying import refused

    def now() -> datetime:
        return datetime.now(UTC)

    began = now()
    settings = user_settings()
    sources = asked_sources(settings)
    waits = Waits(reports.say, {name: source.label for name, source in sources.items()})
    patience = Patience(_WAITED_S, waiting=reports.say)
    with open_library(Path(request.library), now=now, patience=patience) as library:
        holdings = _holdings(library, request.ids)
        fills = settings.lookup.fill and request.by_hand is None
        keeping = _Keeping(library, began, fills=fills, keeps_more=request.by_hand is not None)
        with LookUp(
            _asked(holdings, request.by_hand),
            settings,
            sources=sources,
            now=began,
            may_take=fills,
            cancel=reports.cancel,
            waiting=waits,
        ) as look_up:
            said = refused(library, holdings) if request.by_hand is None else ()
            results = look_up.results(_Progress(reports, waits), refused=said)
            for block, found in _blocks(holdings, results):
                reports.send(Came(keeping.keep(block, found)))
            troubles, labels = look_up.troubles(), look_up.labels
        return msgspec.structs.replace(
            keeping.result(),
            silent=tuple(labels.get(each.source, each.source) for each in troubles),
            troubles=tuple(trouble_lines(troubles, labels)),
        )


def _holdings(library: "Library", ids: Sequence[EntryId] | None) -> list[Holding]:
    """Return the entries to be looked up, those in the bin left out."""
    from refman.tidying import needs_lookup

    if ids is not None:
        return [one for one in library.holdings(ids) if one.binned is None]
    found = [one for one in library.all() if needs_lookup(one)]
    standings = library.standings(one.id for one in found if one.id is not None)
    waiting = {id_ for id_, standing in standings.items() if standing.is_open}
    return [one for one in found if one.id not in waiting]


def _asked(holdings: Sequence[Holding], by_hand: ByHand | None) -> list[Entry]:
    from refman.tidying import asked_by_hand

    if by_hand is None:
        return [one.entry for one in holdings]
    return [
        asked_by_hand(
            one.entry,
            title=by_hand.title,
            author=by_hand.author,
            identifier=by_hand.identifier,
        )
        for one in holdings
    ]


def _blocks(
    holdings: Sequence[Holding], results: Iterator["Found"]
) -> Iterator[tuple[Sequence[Holding], list["Found"]]]:
    """Yield entries and what became of them, so many at a time."""
    for start in range(0, len(holdings), _BLOCK):
        block = holdings[start : start + _BLOCK]
        yield block, list(islice(results, len(block)))
    for _ in results:  # none is left; the run takes note that it is done
        raise AssertionError


class _Keeping:
    """Keep what was found, block by block; what is filled in, at the end and in one step."""

    def __init__(self, library: "Library", now: datetime, *, fills: bool, keeps_more: bool) -> None:
        """Take what is needed.

        Args:
            library: where it is kept.
            now: when the look-up began.
            fills: put in what is sure.
            keeps_more: nothing is less than what was found before.
        """
        self._library, self._now = library, now
        self._fills, self._keeps_more = fills, keeps_more
        self._outcomes: Counter[Outcome] = Counter()
        self._failed: list[EntryId] = []
        self._asked: list[EntryId] = []
        self._held: list[tuple[Holding, Found]] = []

    def keep(self, holdings: Sequence[Holding], found: Sequence["Found"]) -> tuple[EntryId, ...]:
        """Keep what was found for a block; return its papers."""
        pairs = list(zip(holdings, found, strict=True))
        ids = tuple(one.id for one in holdings if one.id is not None)
        self._asked += ids
        self._outcomes.update(result.outcome for result in found)
        self._failed += (
            id_ for id_, result in zip(ids, found, strict=True) if result.outcome is Outcome.FAILED
        )
        if self._keeps_more:
            pairs = [(one, result) for one, result in pairs if result.choice.matches]
        self._held += pairs
        if not self._fills:
            self._write()
        return ids

    def result(self) -> Result:
        """Put in what is sure, where that is asked for; return what came of it all."""
        filled = self._write() if self._fills else 0
        standings = self._library.standings(self._asked)
        return Result(
            outcomes=dict(self._outcomes),
            failed=tuple(self._failed),
            waiting=sum(standing.is_open for standing in standings.values()),
            filled=filled,
        )

    def _write(self) -> int:
        """Write what is held; return how many papers were changed."""
        from refman.tidying import filled, keep_proposals, proposed, step_name

        library, held, self._held = self._library, self._held, []
        holdings, results = [one for one, _ in held], [result for _, result in held]
        count = 0
        with library.transaction():
            if self._fills:
                name = step_name(holdings, results)
                count = library.apply(name, filled(library, holdings, results)).count
            keep_proposals(library, proposed(library, holdings, results, now=self._now))
        return count
