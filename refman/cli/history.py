"""``refman history``: what was done in the library, step by step."""

from typing import Annotated

import typer

from refman.cli.library_options import Json, LibraryPath

__all__ = ["history"]


def history(
    *,
    limit: Annotated[
        int, typer.Option("--limit", metavar="N", min=0, help="So many steps; 0 means all.")
    ] = 20,
    library: LibraryPath = None,
    json: Json = False,
) -> int:
    """Show the steps that were done, the newest first; what was undone can be redone."""
    # Slow to import, and no other command needs it.
    from refman.cli.history_shown import show_history

    return show_history(library, limit=limit, json=json)
