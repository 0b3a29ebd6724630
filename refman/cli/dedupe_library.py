"""The work of ``refman dedupe`` on the library, apart from its options."""

from collections.abc import Sequence

import typer

from refman.cli.changing import Choice as Change
from refman.cli.changing import finished
from refman.cli.dedupe_file import Choice, check_choice
from refman.cli.dedupe_render import join_lines, search_json, search_lines
from refman.cli.inputs import progress_on
from refman.cli.opened import now, opened
from refman.cli.output import standard_output
from refman.cli.render import name_as_text, one_line
from refman.cli.status import Status
from refman.duplicates import Search, search
from refman.errors import FormatError, InputError
from refman.joining import joins
from refman.library import Library
from refman.model import Holding, Span
from refman.tidying import merged, remembered, said_apart, said_nothing

__all__ = ["dedupe_library"]


def dedupe_library(choice: Choice, *, path: str | None) -> int:
    """Do what was chosen with the library, and return the status.

    Raises:
        FormatError: an option is about files.
        InputError: there is no entry of a name.
    """
    check_choice(choice)
    if choice.output is not None or choice.to is not None or choice.kind is not None:
        raise FormatError("-o, --to and --from are about files; 'refman export' writes one")
    said = choice.not_duplicate or choice.forget
    reads = said is None and not choice.merge
    with opened(path, reads=reads, quiet=choice.quiet) as library:
        if said is not None:
            return _remember(library, choice, *said)
        holdings = list(library.all())
        if not holdings:
            typer.echo(f"refman: {one_line(str(library.path))} is empty", err=True)
            return Status.NOTHING_FOUND
        found = _search(library, holdings, choice)
        if choice.merge:
            return _merge(library, holdings, found, choice)
        _show(library, holdings, found, choice)
    return Status.DONE


def _search(library: Library, holdings: Sequence[Holding], choice: Choice) -> Search:
    memory = remembered(library)
    with progress_on(str(library.path), quiet=choice.quiet) as progress:
        return search(
            (holding.entry for holding in holdings),
            is_apart=memory.is_apart if len(memory) else None,
            progress=progress,
        )


def _show(library: Library, holdings: Sequence[Holding], found: Search, choice: Choice) -> None:
    name = str(library.path)
    entries = [holding.entry for holding in holdings]
    if choice.json:
        spans = [holding.span or Span(0, 0) for holding in holdings]
        standard_output().write(search_json(name, entries, spans, found))
        return
    for line in search_lines(name, entries, found):
        typer.echo(line)


def _merge(library: Library, holdings: Sequence[Holding], found: Search, choice: Choice) -> int:
    entries = [holding.entry for holding in holdings]
    wanted = joins(entries, found.groups)
    step = merged(holdings, wanted, now=now())
    if not choice.quiet:
        for line in join_lines(entries, wanted, ()):
            typer.echo(line, err=True)
    return finished(
        library, step, _as_change(choice, path=None), nothing="no two papers are surely one work"
    )


def _remember(library: Library, choice: Choice, *keys: str) -> int:
    """Keep, or forget, that two entries are two works."""
    first, second = (_named(library, key) for key in keys)
    if first.id == second.id:
        raise InputError(f"{keys[0]} and {keys[1]} are one entry", source=str(library.path))
    if choice.not_duplicate is not None:
        step = said_apart(library, first, second, now=now())
        nothing = "it is remembered already"
    else:
        step = said_nothing(library, first, second)
        nothing = "nothing was said of them"
    return finished(library, step, _as_change(choice, path=None), nothing=nothing)


def _named(library: Library, key: str) -> Holding:
    found = library.find_key(name_as_text(key))
    if found is None:
        raise InputError(
            f"{one_line(str(library.path))} has no entry {one_line(key)}; 'refman dedupe' shows the"
            " keys of what is alike",
            source=str(library.path),
        )
    return found


def _as_change(choice: Choice, *, path: str | None) -> Change:
    return Change(words=(), library=path, dry_run=choice.dry_run, quiet=choice.quiet)
