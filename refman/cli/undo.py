"""``refman undo`` and ``refman redo``: steps of the library taken back, and done again."""

from typing import Annotated

import typer

from refman.cli.library_options import LibraryPath, Quiet

__all__ = ["redo", "undo"]

Steps = Annotated[int, typer.Argument(metavar="N", min=1, help="How many steps.")]


def undo(steps: Steps = 1, *, library: LibraryPath = None, quiet: Quiet = False) -> int:
    """Take back the newest step of the library's history, whoever did it; or the newest N."""
    # Slow to import, and no other command needs it.
    from refman.cli.undo_steps import turn_steps

    return turn_steps(library, steps, is_undo=True, quiet=quiet)


def redo(steps: Steps = 1, *, library: LibraryPath = None, quiet: Quiet = False) -> int:
    """Do again what was undone last, or the last N; nothing new may have been done since."""
    # Slow to import, and no other command needs it.
    from refman.cli.undo_steps import turn_steps

    return turn_steps(library, steps, is_undo=False, quiet=quiet)
