"""The work of ``refman history``."""

import msgspec
import typer

from refman.cli.opened import opened
from refman.cli.output import write_json
from refman.cli.render import counted, one_line, wrapped
from refman.cli.status import Status
from refman.library import Done
from refman.moments import shown_moment

__all__ = ["show_history"]

_ALL = 1 << 40
_INDENT = " " * 18


def show_history(given: str | None, *, limit: int, json: bool) -> int:
    """Print the newest steps, and return the status."""
    with opened(given, reads=True) as library:
        steps = library.history(limit or _ALL)
    if json:
        write_json(msgspec.json.format(msgspec.json.encode(steps), indent=1) + b"\n")
    elif not steps:
        typer.echo("refman: nothing was done yet", err=True)
    for step in steps if not json else ():
        for line in _lines(step):
            typer.echo(line)
    return Status.DONE if steps else Status.NOTHING_FOUND


def _lines(step: Done) -> list[str]:
    """Return a step for people: when, by their own clock, what, of how many changes."""
    undone = "undone: " if step.is_undone else ""
    said = f"{undone}{one_line(step.name)} ({counted(step.count, 'change')})"
    return wrapped(said, f"{shown_moment(step.at)}  ", _INDENT, breaks_words=False)
