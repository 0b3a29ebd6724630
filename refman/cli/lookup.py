"""``refman lookup``: who wrote it, when and where, asked of online services."""

from enum import Enum
from typing import Annotated

import typer

from refman.cli.file_options import Force, Kind, MayOut, Offline, ToFormat
from refman.cli.library_options import LibraryPath
from refman.errors import FormatError

__all__ = ["Accept", "lookup"]


class Accept(Enum):
    """Name what is taken without a person."""

    AUTO = "auto"
    NONE = "none"


def lookup(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="A listing, or a reference file; - is standard input. Without it, the library.",
        ),
    ] = None,
    *,
    query: Annotated[
        str | None,
        typer.Option(metavar="QUERY", help="Of the library: only what this finds, or a citekey."),
    ] = None,
    takes_all: Annotated[
        bool,
        typer.Option("--all", help="Of the library: also papers of which nothing seems missing."),
    ] = False,
    library: LibraryPath = None,
    sources: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Ask these only, parted by commas: arxiv,crossref."),
    ] = None,
    links: Annotated[
        bool,
        typer.Option("--links", help="Ask too whether their links are alive; see 'refman links'."),
    ] = False,
    offline: Offline = False,
    accept: Annotated[
        Accept,
        typer.Option(help="Take what is sure by itself, or nothing and show the candidates."),
    ] = Accept.AUTO,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    output: MayOut = None,
    to: ToFormat = None,
    force: Force = False,
    kind: Kind = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar; the sum and faults only.")
    ] = False,
) -> int:
    """Look papers up: what is sure is merged, what is not is shown with its reasons.

    Without FILE, papers of the library that lack something are, and what is sure goes into it; what
    you have set yourself stays. 'refman candidates' shows the rest, for you to choose.

    The exit status is 0 where every paper could be looked up, 2 where a source that could not be
    asked might have known one that was not found.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.lookup_file import Choice, lookup_file

    choice = Choice(
        sources=sources,
        links=links,
        offline=offline,
        may_take=accept is Accept.AUTO,
        json=json,
        output=output,
        to=to,
        force=force,
        kind=kind,
        quiet=quiet,
    )
    if file is not None:
        if query is not None or takes_all or library is not None:
            raise FormatError("--query, --all and --library are about the library: leave out FILE")
        return lookup_file(file, choice)
    # Slow to import too, and only a library needs it.
    from refman.cli.lookup_library import lookup_library

    return lookup_library(choice, path=library, query=query, takes_all=takes_all)
