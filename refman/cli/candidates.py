"""``refman candidates``: the records that look-ups found for entries of the library."""

from typing import Annotated

import typer

from refman.cli.library_options import Json, LibraryPath

__all__ = ["candidates"]


def candidates(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="KEY…", help="Citekeys, or a query; else all that wait for you."),
    ] = None,
    *,
    fields: Annotated[
        bool, typer.Option("--fields", help="Show what each record would change, field by field.")
    ] = False,
    library: LibraryPath = None,
    json: Json = False,
) -> int:
    """Show what the last look-up found for entries, with scores and reasons, to choose from."""
    # Slow to import, and no other command needs it.
    from refman.cli.candidates_shown import show_candidates

    return show_candidates(words or [], library, fields=fields, json=json)
