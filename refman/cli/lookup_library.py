"""The work of ``refman lookup`` on the library, apart from its options."""

import typer

from refman.cli.inputs import progress_on, settings_for
from refman.cli.looking_up import chosen_sources, look_up
from refman.cli.lookup_file import Choice, tell, with_links_checked
from refman.cli.opened import chosen, opened, undoable
from refman.cli.render import counted, one_line, wrapped
from refman.cli.status import Status
from refman.editing.steps import id_of
from refman.errors import FormatError
from refman.library import Library
from refman.lookup import Outcome
from refman.model import Holding
from refman.places import user_settings
from refman.tidying import (
    filled,
    keep_proposals,
    needs_lookup,
    proposed,
    refused,
    step_name,
)

__all__ = ["lookup_library"]


def lookup_library(choice: Choice, *, path: str | None, query: str | None, takes_all: bool) -> int:
    """Look papers of the library up, put in what is sure, tell of all, return the status.

    Raises:
        FormatError: an option is about files.
    """
    if (
        choice.output is not None
        or choice.to is not None
        or choice.kind is not None
        or choice.force
    ):
        raise FormatError(
            "-o, --to, --force and --from are about files; 'refman export' writes one"
        )
    settings = settings_for(user_settings(), offline=choice.offline)
    sources = chosen_sources(choice.sources, settings)
    with opened(path, quiet=choice.quiet) as library:
        name = str(library.path)
        holdings = _chosen(library, query, takes_all=takes_all, quiet=choice.quiet)
        if not holdings:
            return Status.NOTHING_FOUND if query is not None else Status.DONE
        entries = [holding.entry for holding in holdings]
        found = look_up(
            name,
            entries,
            settings,
            sources=sources,
            refused=refused(library, holdings),
            may_take=choice.may_take,
            quiet=choice.quiet,
        )
        if choice.links:
            found = with_links_checked(name, found, settings, choice)
        step = step_name(holdings, found.results)
        with progress_on(step, quiet=choice.quiet) as progress, library.transaction():
            done = library.apply(step, filled(library, holdings, found.results), progress=progress)
            kept = proposed(library, holdings, found.results, now=found.at)
            keep_proposals(library, kept)
        standings = library.standings(map(id_of, holdings))
    tell(name, entries, found, choice)
    if done.count:
        said = undoable(f"looked up: {counted(done.count, 'paper')} changed")
        for line in wrapped(said, "", "   "):
            typer.echo(line, err=True)
    waiting = sum(standing.is_open for standing in standings.values())
    if waiting and not choice.quiet:
        papers = f"{counted(waiting, 'paper')} {'waits' if waiting == 1 else 'wait'}"
        said = f"{papers} for your choice: 'refman candidates' shows the records"
        for line in wrapped(said, "", "   "):
            typer.echo(line, err=True)
    is_whole = all(result.outcome is not Outcome.FAILED for result in found.results)
    return Status.DONE if is_whole else Status.FAULT


def _chosen(library: Library, query: str | None, *, takes_all: bool, quiet: bool) -> list[Holding]:
    """Return the entries to be looked up; where there are none, tell so."""
    ids = None if query is None else chosen(library, [query])
    if ids is not None and not ids:
        where = one_line(str(library.path))
        typer.echo(f"refman: nothing in {where} is {one_line(query or '')}", err=True)
        return []
    found = 0
    wanted: list[Holding] = []
    for holding in library.all() if ids is None else library.holdings(ids):
        found += holding.binned is None
        if needs_lookup(holding) or (takes_all and holding.binned is None):
            wanted.append(holding)
    if not wanted and not quiet:
        papers = f"none of {counted(found, 'paper')} lacks anything"
        typer.echo(f"{papers}; --all looks them up all the same", err=True)
    return wanted
