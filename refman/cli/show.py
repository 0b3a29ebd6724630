"""``refman show``: whole entries of the library, and where each of their values is from."""

from typing import Annotated

import typer

from refman.cli.library_options import Json, LibraryPath

__all__ = ["show"]


def show(
    words: Annotated[list[str], typer.Argument(metavar="KEY…", help="Citekeys, or a query.")],
    *,
    library: LibraryPath = None,
    json: Json = False,
) -> int:
    """Show entries whole: fields, links, where values are from, and the text that was read."""
    # Slow to import, and no other command needs it.
    from refman.cli.show_entries import show_entries

    return show_entries(words, library, json=json)
