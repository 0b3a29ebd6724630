"""A look-up run as a command makes it: the user's sources, cache, and what an earlier run left."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import platformdirs

from refman.cli.inputs import progress_on
from refman.errors import FormatError
from refman.lookup import Result, Run, RunLog, Source, Trouble, run_name
from refman.model import Entry
from refman.plugins import load_sources
from refman.progress import CancelToken
from refman.settings import Settings
from refman.web import open_web

__all__ = ["LookedUp", "cache_file", "chosen_sources", "look_up", "trouble_lines"]


class LookedUp(msgspec.Struct, frozen=True):
    """Hold what a run gave.

    Attributes:
        results: one an entry, in their order.
        troubles: the sources that could not be asked, or not to the end.
        labels: the sources' names for people, by name.
        resumed: how many answers an earlier run had left.
    """

    results: tuple[Result, ...]
    troubles: tuple[Trouble, ...]
    labels: Mapping[str, str]
    resumed: int = 0


def cache_file() -> Path:
    """Return where the answers of services are kept."""
    return platformdirs.user_cache_path("refman") / "web.sqlite"


def chosen_sources(names: str | None, settings: Settings) -> dict[str, Source]:
    """Return the sources that the user named, parted by commas; all where None.

    Raises:
        FormatError: one of them is unknown.
    """
    sources = load_sources(settings.sources)
    if names is None:
        return sources
    wanted = [name.strip().replace("-", "_") for name in names.split(",") if name.strip()]
    unknown = next((name for name in wanted if name not in sources), None)
    if unknown is not None or not wanted:
        raise FormatError(
            f"there is no source {unknown or names!r}; there are {', '.join(sources)}"
        )
    return {name: source for name, source in sources.items() if name in wanted}


def look_up(
    name: str,
    entries: Sequence[Entry],
    settings: Settings,
    *,
    sources: Mapping[str, Source],
    may_take: bool = True,
    quiet: bool = False,
) -> LookedUp:
    """Look entries up, with a progress bar.

    What an interrupted run of the same papers had learned is not asked again.

    Args:
        name: of the file, for the bar.
        entries: to look up.
        settings: the user's; ``web.offline`` answers from the cache only.
        sources: those that are asked.
        may_take: merge what is accepted; else all is left to a person.
        quiet: show no bar.

    Raises:
        Cancelled: the user stopped it.
        OutputError: the cache cannot be made.
    """
    now, cancel = datetime.now(UTC), CancelToken()
    folder = platformdirs.user_state_path("refman") / "lookups"
    log = RunLog(folder / run_name(entries, sources), now=now)
    is_done = False
    try:
        with closing(open_web(settings, cache_file=cache_file(), cancel=cancel)) as web:
            run = Run(sources, web, now=now, log=log, cancel=cancel, may_take=may_take)
            with progress_on(name, quiet=quiet) as progress:
                results = tuple(run.results(entries, progress))
            troubles = tuple(run.troubles())
            is_done = not troubles
    finally:
        log.close(is_done=is_done)
    labels = {source.name: source.label for source in sources.values()}
    return LookedUp(results, troubles, labels, log.resumed)


def trouble_lines(found: LookedUp) -> Iterator[str]:
    """Yield a line for each source that could not be asked, or not to the end."""
    for trouble in found.troubles:
        label = found.labels.get(trouble.source, trouble.source)
        if trouble.is_aside:
            yield f"{label} was left out: {trouble.why}"
        elif trouble.is_offline:
            yield f"{label} was not asked (offline); the cache lacks {_answers(trouble.questions)}"
        else:
            yield f"{label} did not give {_answers(trouble.questions)}; the first: {trouble.why}"


def _answers(number: int) -> str:
    return f"{number:,} {'answer' if number == 1 else 'answers'}"
