"""``refman lookup``: who wrote it, when and where, asked of online services."""

from enum import Enum
from typing import Annotated

import typer

__all__ = ["Accept", "lookup"]


class Accept(Enum):
    """Name what is taken without a person."""

    AUTO = "auto"
    NONE = "none"


def lookup(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A listing, or a reference file; - is standard input."),
    ],
    *,
    sources: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Ask these only, parted by commas: arxiv,crossref."),
    ] = None,
    offline: Annotated[
        bool, typer.Option("--offline", help="Ask nobody; answer from what was asked before.")
    ] = False,
    accept: Annotated[
        Accept,
        typer.Option(help="Take what is sure by itself, or nothing and show the candidates."),
    ] = Accept.AUTO,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="OUT", help="Write the references too; - is standard output."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="The format, where OUT's suffix does not tell it."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace OUT where it is there; a backup is kept.")
    ] = False,
    kind: Annotated[
        str | None, typer.Option("--from", metavar="KIND", help="Read as this kind of file.")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar; the sum and faults only.")
    ] = False,
) -> int:
    """Look papers up: what is sure is merged, what is not is shown with its reasons.

    The exit status is 0 where every paper could be looked up, 2 where a source that could not be
    asked might have known one that was not found.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.lookup_file import Choice, lookup_file  # noqa: PLC0415

    choice = Choice(
        sources=sources,
        offline=offline,
        may_take=accept is Accept.AUTO,
        json=json,
        output=output,
        to=to,
        force=force,
        kind=kind,
        quiet=quiet,
    )
    return lookup_file(file, choice)
