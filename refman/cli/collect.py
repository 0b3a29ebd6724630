"""``refman collect``: nested collections, and what lies in them."""

from typing import Annotated

import typer

from refman.cli.library_options import All, DryRun, Json, LibraryPath, LongQuiet

__all__ = ["collect"]


def collect(
    collection: Annotated[
        str | None,
        typer.Argument(
            metavar="COLLECTION", help='Its path: "HF Papers/World models" lies in "HF Papers".'
        ),
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY…", help="Citekeys, or a query, of what is put into it."),
    ] = None,
    *,
    out: Annotated[
        bool, typer.Option("--out", help="Take the entries out of it, and of those inside it.")
    ] = False,
    make: Annotated[bool, typer.Option("--make", help="Make it, without entries.")] = False,
    rename: Annotated[
        str | None,
        typer.Option(metavar="NEW", help="Give it another path; those inside it go with it."),
    ] = None,
    delete: Annotated[
        bool, typer.Option("--delete", help="Delete it and those inside it; the entries stay.")
    ] = False,
    takes_all: All = False,
    dry_run: DryRun = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Put entries into a collection, which is made where it is not there.

    Without COLLECTION all of them are shown as a tree.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.collect_entries import Deed, collect_entries, show_tree

    choice = Choice(
        words=tuple(words or ()),
        library=library,
        takes_all=takes_all,
        dry_run=dry_run,
        json=json,
        quiet=quiet,
    )
    deed = Deed(out=out, make=make, rename=rename, delete=delete)
    if collection is None:
        return show_tree(choice, deed)
    return collect_entries(collection, choice, deed)
