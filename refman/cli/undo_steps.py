"""The work of ``refman undo`` and ``refman redo``."""

import typer

from refman.cli.inputs import progress_on
from refman.cli.opened import opened
from refman.cli.render import counted, one_line
from refman.cli.status import Status

__all__ = ["turn_steps"]


def turn_steps(given: str | None, steps: int, *, is_undo: bool, quiet: bool) -> int:
    """Undo or redo so many steps, tell their names, and return the status."""
    doing, done = ("undo", "undone") if is_undo else ("redo", "done again")
    with opened(given, quiet=quiet) as library:
        for number in range(steps):
            with progress_on(doing, quiet=quiet) as progress:
                turn = library.undo if is_undo else library.redo
                name = turn(progress=progress)
            if name is None:
                so_far = f"{done} {counted(number, 'step')}; " if number else ""
                more = "more " if number else ""
                typer.echo(f"refman: {so_far}there is nothing {more}to {doing}", err=True)
                return Status.DONE if number else Status.NOTHING_FOUND
            if not quiet:
                typer.echo(f"{done}: {one_line(name)}", err=True)
    return Status.DONE
