"""``refman export``: entries of the library out, as a reference file."""

from typing import Annotated

import typer

from refman.cli.library_options import LibraryPath, Quiet
from refman.formats.format import Profile

__all__ = ["export"]


def export(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY…", help="Citekeys, or a query; without it, everything."),
    ] = None,
    *,
    output: Annotated[
        str,
        typer.Option("--output", "-o", metavar="OUT", help="File to write; - is standard output."),
    ],
    to: Annotated[
        str | None,
        typer.Option(
            "--to", "-t", metavar="FORMAT", help="The format, where OUT's suffix does not tell it."
        ),
    ] = None,
    accepted: Annotated[
        bool, typer.Option("--accepted", help="Only what you have accepted.")
    ] = False,
    profile: Annotated[
        Profile | None, typer.Option(help="The program that is to read the file.")
    ] = None,
    zotero_links: Annotated[
        bool,
        typer.Option(
            "--zotero-links", help="BibTeX, BibLaTeX: links as attachments that Zotero takes."
        ),
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Replace OUT where it is there; a backup is kept.")
    ] = False,
    library: LibraryPath = None,
    quiet: Quiet = False,
) -> int:
    """Write entries of the library as a reference file, in the order in which they came in.

    Keys are those of the library. What lies in the bin is left out. Behind "--" stands a query that
    begins with a minus.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.export_entries import Choice, export_entries

    choice = Choice(
        words=tuple(words or ()),
        output=output,
        to=to,
        accepted=accepted,
        profile=profile,
        zotero_links=zotero_links,
        force=force,
        library=library,
        quiet=quiet,
    )
    return export_entries(choice)
