"""The work of ``refman edit``, apart from its options."""

from collections.abc import Iterable

import msgspec
import typer

from refman.cli.changing import Choice, change
from refman.cli.opened import now
from refman.cli.output import write_json
from refman.cli.render import one_line, wrapped
from refman.cli.status import Status
from refman.editing import (
    Assignment,
    Replacement,
    all_fields,
    edited,
    read_assignment,
    replacements,
)
from refman.errors import FormatError
from refman.library import Library
from refman.model import ChangeSet, Holding

__all__ = ["edit_entries", "replace_text", "show_fields"]

_SHOWN_FAULTS = 6


def show_fields(*, json: bool) -> int:
    """Print the fields that can be set: name, other names, what they are, an example."""
    if json:
        rows = [msgspec.structs.asdict(field) | {"name": field.short} for field in all_fields()]
        content = msgspec.json.format(msgspec.json.encode(rows), indent=1)
        write_json(content + b"\n")
        return Status.DONE
    for field in all_fields():
        other = f" (or {', '.join(field.aliases)})" if field.aliases else ""
        signs = "; += and -= too" if field.is_list else ""
        for line in wrapped(f"{field.short}{other}: {field.about}{signs}", "", "   "):
            typer.echo(line)
        for line in wrapped(f"{field.short}={field.example}", "   ", "      "):
            typer.echo(line)
    typer.echo("extra.NAME: any other field of a foreign file, word for word")
    return Status.DONE


def edit_entries(choice: Choice) -> int:
    """Set what is to be set of the entries that were chosen, and return the status."""
    wanted: list[Assignment] = []
    words: list[str] = []
    for word in choice.words:
        found = read_assignment(word)
        if found is None:
            words.append(word)
        else:
            wanted.append(found)
    if not wanted:
        raise FormatError("say what is to be set: FIELD=VALUE; 'refman edit --fields' shows them")

    def make(library: Library, holdings: Iterable[Holding]) -> ChangeSet:
        return edited(library, holdings, wanted, now=now())

    return change(
        msgspec.structs.replace(choice, words=tuple(words)),
        make,
        verb="edit",
        already="{} so already",
        shows=True,
    )


def replace_text(choice: Choice, replacement: Replacement) -> int:
    """Replace text in the entries that were chosen, and return the status.

    Raises:
        FormatError: something is to be set besides.
    """
    if any(read_assignment(word) is not None for word in choice.words):
        raise FormatError("--find replaces text; set fields by a command of its own")

    def make(_library: Library, holdings: Iterable[Holding]) -> ChangeSet:
        step, faults = replacements(holdings, replacement, now=now())
        for fault in faults[:_SHOWN_FAULTS]:
            for line in wrapped(f"left as it is: {one_line(fault)}", "", "   "):
                typer.echo(line, err=True)
        if (more := len(faults) - _SHOWN_FAULTS) > 0:
            typer.echo(f"and {more:,} more", err=True)
        return step

    return change(choice, make, verb="edit", already="{} without that text", shows=True)
