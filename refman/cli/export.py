"""``refman export``: entries of the library out, as a reference file."""

from typing import Annotated

import typer

from refman.cli.file_options import Force, Out, ToFormat, ToProfile, ZoteroLinks
from refman.cli.library_options import LibraryPath, Quiet

__all__ = ["export"]


def export(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="QUERY…", help="Citekeys, or a query; without it, everything."),
    ] = None,
    *,
    output: Out,
    to: ToFormat = None,
    accepted: Annotated[
        bool, typer.Option("--accepted", help="Only what you have accepted.")
    ] = False,
    profile: ToProfile = None,
    zotero_links: ZoteroLinks = False,
    force: Force = False,
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
