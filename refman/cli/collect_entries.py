"""The work of ``refman collect``, apart from its options."""

from collections.abc import Iterable

import msgspec
import typer

from refman.cli.changing import Choice, change, finished
from refman.cli.opened import opened
from refman.cli.output import write_json
from refman.cli.render import one_line, wrapped
from refman.cli.status import Status
from refman.editing import collections, deleted, made, put_into, renamed, taken_out
from refman.errors import FormatError
from refman.library import Library
from refman.model import ChangeSet, Holding

__all__ = ["Deed", "collect_entries", "show_tree"]


class Deed(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what is to be done with a collection; see the options of the command."""

    out: bool
    make: bool
    rename: str | None
    delete: bool

    @property
    def is_of_the_whole(self) -> bool:
        """Whether it is about the collection itself, and not about entries."""
        return self.make or self.rename is not None or self.delete


def show_tree(choice: Choice, deed: Deed) -> int:
    """Print all collections, each below the one that it lies in, with the number of its entries.

    Raises:
        FormatError: something is to be done, and no collection is named.
    """
    if deed.is_of_the_whole or deed.out or choice.takes_all:
        raise FormatError("name the collection")
    with opened(choice.library, reads=True, quiet=choice.quiet) as library:
        found = collections(library)
    if choice.json:
        content = msgspec.json.encode([{"path": one.path, "count": one.count} for one in found])
        write_json(msgspec.json.format(content, indent=1) + b"\n")
        return Status.DONE
    for one in found:
        indent = "  " * one.depth
        for line in wrapped(f"{one.name} ({one.count:,})", indent, f"{indent}  "):
            typer.echo(line)
    if not found and not choice.quiet:
        typer.echo("there is no collection yet; 'refman collect NAME KEY…' makes one", err=True)
    return Status.DONE


def collect_entries(path: str, choice: Choice, deed: Deed) -> int:
    """Do what is to be done with a collection or its entries, and return the status.

    Raises:
        FormatError: options do not go together.
        EditError: the path is none, or the collection is not there.
    """
    if sum((deed.out, deed.make, deed.rename is not None, deed.delete)) > 1:
        raise FormatError("--out, --make, --rename and --delete are four things; do one at once")
    if deed.is_of_the_whole:
        if choice.words or choice.takes_all:
            raise FormatError("--make, --rename and --delete take a collection, and no entries")
        with opened(choice.library, quiet=choice.quiet) as library:
            step = _of_the_whole(library, path, deed)
            return finished(library, step, choice, nothing="the collection is there already")

    def make(library: Library, holdings: Iterable[Holding]) -> ChangeSet:
        return (taken_out if deed.out else put_into)(library, holdings, path)

    return change(
        choice,
        make,
        verb=f"{'take out of' if deed.out else 'put into'} {one_line(path)}",
        already="{} not in it" if deed.out else "{} in it already",
    )


def _of_the_whole(library: Library, path: str, deed: Deed) -> ChangeSet:
    if deed.rename is not None:
        return renamed(library, path, deed.rename)
    return deleted(library, path) if deed.delete else made(library, path)
