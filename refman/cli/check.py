"""``refman check``: what is missing, doubtful or unsafe in a reference file."""

from typing import Annotated

import typer

from refman.cli.library_options import LibraryPath
from refman.cli.shape import Shape
from refman.cli.status import Status
from refman.errors import FormatError

__all__ = ["check"]


def check(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE…",
            help="Reference files to check; - is standard input. Without it, the library.",
        ),
    ] = None,
    *,
    query: Annotated[
        str | None,
        typer.Option(metavar="QUERY", help="Of the library: only what this finds, or a citekey."),
    ] = None,
    library: LibraryPath = None,
    shape: Annotated[
        Shape, typer.Option("--format", help="For people, for GitHub's annotations, or JSON.")
    ] = Shape.TEXT,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="RULE", help="Ask this rule (and others).")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="RULE", help="Do not ask this rule.")
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help="Show each note too, and not only how many there are.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 on warnings and notes too.")
    ] = False,
    fix: Annotated[
        bool,
        typer.Option(
            "--fix", help="Put right what is safe, in .bib files (a backup is kept) or the library."
        ),
    ] = False,
    rules: Annotated[bool, typer.Option("--rules", help="Show all rules and stop.")] = False,
    kind: Annotated[
        str | None, typer.Option("--from", metavar="KIND", help="Read as this kind of file.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar, no sum.")] = False,
) -> int:
    """Check reference files, or the library: what is missing, doubtful or unsafe, and where.

    The exit status is 0 where no error was found (nothing at all, with --strict), 1 where one was.
    With --fix, all bytes but those of the values that are put right stay as they were.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.check_files import Choice, check_files, rule_lines

    if rules:
        for line in rule_lines():
            typer.echo(line)
        return Status.DONE
    choice = Choice(
        shape=shape,
        only=tuple(only or ()),
        ignore=tuple(ignore or ()),
        notes=notes,
        strict=strict,
        fix=fix,
        kind=kind,
        quiet=quiet,
    )
    if files:
        if query is not None or library is not None:
            raise FormatError("--query and --library are about the library: leave out FILE")
        return check_files(files, choice)
    # Slow to import too, and only a library needs it.
    from refman.cli.check_library import check_library

    return check_library(choice, path=library, query=query)
