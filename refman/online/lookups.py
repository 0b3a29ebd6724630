"""A look-up as a user makes it: with their sources and cache, and what an earlier run left."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import TracebackType
from typing import Self

import msgspec

from refman.lookup import Result, Run, RunLog, Source, Trouble, run_name
from refman.lookup.order import order
from refman.model import Entry
from refman.places import cache_file, state_folder
from refman.progress import SILENT, CancelToken, Progress
from refman.settings import Settings
from refman.web import open_web

__all__ = ["LookUp", "LookedUp", "trouble_lines"]


class LookedUp(msgspec.Struct, frozen=True):
    """Hold what a run gave.

    Attributes:
        results: one an entry, in their order.
        troubles: the sources that could not be asked, or not to the end.
        labels: the sources' names for people, by name.
        at: when it began.
        resumed: how many answers an earlier run had left.
    """

    results: tuple[Result, ...]
    troubles: tuple[Trouble, ...]
    labels: Mapping[str, str]
    at: datetime
    resumed: int = 0


class LookUp:
    """Look entries up; a context manager.

    What an interrupted run of the same papers had learned is not asked again.

    Attributes:
        labels: the sources' names for people, by name.
        resumed: how many answers an earlier run had left.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        settings: Settings,
        *,
        sources: Mapping[str, Source],
        now: datetime,
        may_take: bool = True,
        cancel: CancelToken | None = None,
        waiting: Callable[[str, float], None] | None = None,
    ) -> None:
        """Take what holds for the run.

        Args:
            entries: to look up.
            settings: the user's; ``web.offline`` answers from the cache only, ``lookup.sources``
                come in their order.
            sources: those that are asked, by name.
            now: when it begins.
            may_take: merge what is accepted; else all is left to a person.
            cancel: stops it.
            waiting: see ``refman.web.open_web``.

        Raises:
            OutputError: the cache cannot be made.
        """
        self.labels = {source.name: source.label for source in sources.values()}
        self._entries = entries
        self._is_done = False
        folder = state_folder() / "lookups"
        self._log = RunLog(folder / run_name(entries, sources), now=now)
        cancel = cancel or CancelToken()
        try:
            self._web = open_web(settings, cache_file=cache_file(), cancel=cancel, waiting=waiting)
        except BaseException:
            self._log.close(is_done=False)
            raise
        self._run = Run(
            sources,
            self._web,
            now=now,
            log=self._log,
            cancel=cancel,
            may_take=may_take,
            plan=order().led_by(settings.lookup.sources),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._web.close()
        self._log.close(is_done=self._is_done and not self._run.troubles())

    @property
    def resumed(self) -> int:
        """How many answers an earlier run had left."""
        return self._log.resumed

    def results(
        self, progress: Progress = SILENT, *, refused: Sequence[frozenset[str]] = ()
    ) -> Iterator[Result]:
        """Yield what became of each entry, in their order, block by block.

        Args:
            progress: is told entries.
            refused: of each entry, what the records are known by that a person said are not it.

        Raises:
            Cancelled: the user stopped it; what was answered is not asked again.
        """
        yield from self._run.results(self._entries, progress, refused=refused)
        self._is_done = True

    def troubles(self) -> tuple[Trouble, ...]:
        """Return the sources that could not be asked, or not to the end, each once."""
        return tuple(self._run.troubles())


def trouble_lines(troubles: Sequence[Trouble], labels: Mapping[str, str]) -> Iterator[str]:
    """Yield a line for each source that could not be asked, or not to the end."""
    for trouble in troubles:
        label = labels.get(trouble.source, trouble.source)
        if trouble.is_aside:
            yield f"{label} was left out: {trouble.why}"
        elif trouble.is_offline:
            yield f"{label} was not asked (offline); the cache lacks {_answers(trouble.questions)}"
        else:
            yield f"{label} did not give {_answers(trouble.questions)}; the first: {trouble.why}"


def _answers(number: int) -> str:
    return f"{number:,} {'answer' if number == 1 else 'answers'}"
