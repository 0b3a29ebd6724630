"""``refman add``: what is new goes into a .bib file; all that is in it stays byte for byte."""

from typing import Annotated

import typer

__all__ = ["add"]


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…", help="Listings or reference files to read; - is standard input."
        ),
    ],
    *,
    into: Annotated[
        str,
        typer.Option("--into", metavar="FILE", help="The .bib file; made where there is none."),
    ],
    kind: Annotated[
        str | None, typer.Option("--from", metavar="KIND", help="Read as this kind of input.")
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="Fill fields that known entries lack; no value there is changed."
        ),
    ] = False,
    add_doubtful: Annotated[
        bool,
        typer.Option(
            "--add-doubtful",
            help="Add papers too of which only the title can be compared, and is there already.",
        ),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Print a unified diff, and write nothing.")
    ] = False,
    zotero_links: Annotated[
        bool, typer.Option("--zotero-links", help="Links as attachments that Zotero takes, too.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar, no report.")
    ] = False,
) -> int:
    """Add the papers that a .bib file does not have yet; every byte that is in it stays.

    A paper is known, and not added, if the file has its identifier, or its title with the same
    authors or abstract. It is doubtful, and not added, if titles agree but nothing else can be
    compared. What was there before is kept as FILE.bak.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.add_into import Choice, add_into  # noqa: PLC0415

    choice = Choice(
        kind=kind,
        update=update,
        doubtful=add_doubtful,
        dry_run=dry_run,
        zotero_links=zotero_links,
        quiet=quiet,
    )
    return add_into(into, inputs, choice)
