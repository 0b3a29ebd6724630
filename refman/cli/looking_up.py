"""A look-up run as a command makes it: of the sources that the user names, with a progress bar."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from refman.cli.inputs import progress_on
from refman.errors import FormatError
from refman.lookup import Source
from refman.model import Entry
from refman.online import LookedUp, LookUp
from refman.plugins import asked_sources, load_sources
from refman.settings import Settings

__all__ = ["chosen_sources", "look_up"]


def chosen_sources(names: str | None, settings: Settings) -> dict[str, Source]:
    """Return the sources that the user named, parted by commas; those of the settings where None.

    Raises:
        FormatError: one of them is unknown.
    """
    if names is None:
        return asked_sources(settings)
    sources = load_sources(settings.sources)
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
    refused: Sequence[frozenset[str]] = (),
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
        refused: of each entry, what the records are known by that a person said are not it.
        may_take: merge what is accepted; else all is left to a person.
        quiet: show no bar.

    Raises:
        Cancelled: the user stopped it.
        OutputError: the cache cannot be made.
    """
    now = datetime.now(UTC)
    with LookUp(entries, settings, sources=sources, now=now, may_take=may_take) as run:
        with progress_on(name, quiet=quiet) as progress:
            results = tuple(run.results(progress, refused=refused))
        return LookedUp(results, run.troubles(), run.labels, now, run.resumed)
