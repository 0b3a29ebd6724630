"""The work of ``refman dedupe`` on the library, apart from its options."""

from collections.abc import Sequence
from contextlib import suppress

import typer

from refman.cli.changing import Choice as Change
from refman.cli.changing import finished
from refman.cli.dedupe_file import Choice, check_choice
from refman.cli.dedupe_render import join_lines, search_json, search_lines
from refman.cli.inputs import progress_on
from refman.cli.opened import now, opened
from refman.cli.output import write_json
from refman.cli.render import name_as_text, one_line
from refman.cli.status import Status
from refman.duplicates import Search
from refman.errors import FormatError, InputError, ReadOnlyLibraryError
from refman.joining import joins
from refman.library import Library
from refman.model import EntryId, Holding, Span
from refman.tidying import (
    as_versions,
    duplicates_in,
    keep_duplicates,
    merged,
    said_apart,
    said_nothing,
)

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
    said = choice.not_duplicate or choice.versions or choice.forget
    reads = said is None and not choice.merge
    with opened(path, reads=reads, quiet=choice.quiet) as library:
        if said is not None:
            return _remember(library, choice, *said)
        holdings = list(library.all())
        if not holdings:
            typer.echo(f"refman: {one_line(str(library.path))} is empty", err=True)
            return Status.NOTHING_FOUND
        found = _search(library, holdings, choice)
        status: int = Status.DONE
        if choice.merge:
            status = _merge(library, holdings, found, choice)
        else:
            _show(library, holdings, found, choice)
        if not choice.dry_run:
            with suppress(ReadOnlyLibraryError):  # then has:duplicate does not find them
                keep_duplicates(library, _ids(holdings), found, is_whole=True)
    return status


def _search(library: Library, holdings: Sequence[Holding], choice: Choice) -> Search:
    with progress_on(str(library.path), quiet=choice.quiet) as progress:
        return duplicates_in(
            library,
            _ids(holdings),
            [holding.entry for holding in holdings],
            progress=progress,
        )


def _ids(holdings: Sequence[Holding]) -> list[EntryId]:
    return [holding.id for holding in holdings if holding.id is not None]


def _show(library: Library, holdings: Sequence[Holding], found: Search, choice: Choice) -> None:
    name = str(library.path)
    entries = [holding.entry for holding in holdings]
    if choice.json:
        spans = [holding.span or Span(0, 0) for holding in holdings]
        write_json(search_json(name, entries, spans, found))
        return
    for line in search_lines(name, entries, found):
        typer.echo(line)


def _merge(library: Library, holdings: Sequence[Holding], found: Search, choice: Choice) -> int:
    entries = [holding.entry for holding in holdings]
    wanted = joins(entries, found.groups)
    step = merged(library, holdings, wanted, now=now())
    if not choice.quiet:
        for line in join_lines(entries, wanted, ()):
            typer.echo(line, err=True)
    return finished(
        library, step, _as_change(choice, path=None), nothing="no two papers are surely one work"
    )


def _remember(library: Library, choice: Choice, *keys: str) -> int:
    """Keep, or forget, that two entries are two works, or versions of one."""
    first, second = (_named(library, key) for key in keys)
    if first.id == second.id:
        raise InputError(f"{keys[0]} and {keys[1]} are one entry", source=str(library.path))
    if choice.not_duplicate is not None:
        step = said_apart(library, first, second, now=now())
        nothing = "it is remembered already"
    elif choice.versions is not None:
        step = as_versions(library, _ids([first, second]))
        nothing = "they are kept as versions already"
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
