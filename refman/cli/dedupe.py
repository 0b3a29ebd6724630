"""``refman dedupe``: the references of a file that are one work."""

from typing import Annotated

import typer

from refman.cli.library_options import LibraryPath
from refman.errors import FormatError

__all__ = ["dedupe"]


def dedupe(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar="FILE",
            help="A reference file, or a listing; - is standard input. Without it, the library.",
        ),
    ] = None,
    *,
    library: LibraryPath = None,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    merge: Annotated[
        bool,
        typer.Option(
            "--merge",
            help="Make one of those with an identifier in common, or with titles alike to 0.97 "
            "and authors that agree.",
        ),
    ] = False,
    not_duplicate: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--not-duplicate",
            metavar="KEY KEY",
            help="Remember that two are different works; #3 is the third reference of the file.",
        ),
    ] = None,
    versions: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--versions",
            metavar="KEY KEY",
            help="Keep two of the library as versions of one work: a preprint and its publication.",
        ),
    ] = None,
    forget: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--forget",
            metavar="KEY KEY",
            help="Forget what --not-duplicate or --versions said; of more than two versions the "
            "second leaves.",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="OUT", help="With --merge: write OUT and leave FILE alone."
        ),
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="The format, where OUT's suffix does not tell it."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="With --merge: print a diff, and write nothing.")
    ] = False,
    kind: Annotated[
        str | None, typer.Option("--from", metavar="KIND", help="Read as this kind of file.")
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar, no report.")
    ] = False,
) -> int:
    """Show which references of a file, or of the library, are or may be one work, and why.

    --merge joins those that surely are; in a .bib file all other entries stay byte for byte, and
    what was there before is kept as FILE.bak; in the library those that went into others lie in the
    bin.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.dedupe_file import Choice, dedupe_file

    choice = Choice(
        kind=kind,
        json=json,
        merge=merge,
        not_duplicate=not_duplicate,
        versions=versions,
        forget=forget,
        output=output,
        to=to,
        dry_run=dry_run,
        quiet=quiet,
    )
    if file is not None:
        if library is not None:
            raise FormatError("--library is about the library: leave out FILE")
        if versions is not None:
            raise FormatError("--versions is about the library: leave out FILE")
        return dedupe_file(file, choice)
    # Slow to import too, and only a library needs it.
    from refman.cli.dedupe_library import dedupe_library

    return dedupe_library(choice, path=library)
