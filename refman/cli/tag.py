"""``refman tag``: tags given to entries and taken from them."""

from typing import Annotated

import typer

from refman.cli.library_options import All, DryRun, Json, LibraryPath, LongQuiet

__all__ = ["tag"]

Names = list[str] | None


def tag(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KEY… +NAME -NAME…",
            help="Citekeys, or a query; tags to give behind a plus, to take behind a minus.",
        ),
    ] = None,
    *,
    add: Annotated[Names, typer.Option(metavar="NAME", help="A tag to give (and others).")] = None,
    remove: Annotated[
        Names, typer.Option(metavar="NAME", help="A tag to take away (and others).")
    ] = None,
    takes_all: All = False,
    dry_run: DryRun = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Tag entries of the library: refman tag sato2024 +lamps -water.

    With --add or --remove all words are citekeys or a query, so that -word in it means "without".
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.tag_entries import tag_entries

    choice = Choice(
        words=tuple(words or ()),
        library=library,
        takes_all=takes_all,
        dry_run=dry_run,
        json=json,
        quiet=quiet,
    )
    return tag_entries(choice, add=add or (), remove=remove or ())
