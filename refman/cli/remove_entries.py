"""The work of ``refman remove`` and ``put-back``, apart from their options."""

import sys
from collections.abc import Iterable

import msgspec
import typer

from refman.cli.changing import Choice, change, finished, named, named_ids
from refman.cli.opened import now, opened
from refman.cli.status import Status
from refman.editing import binned, put_back, removed
from refman.errors import RefmanError
from refman.library import Library
from refman.model import ChangeSet, Holding
from refman.tidying import with_versions

__all__ = ["empty_bin", "put_into_bin", "take_out_of_bin"]


def put_into_bin(choice: Choice) -> int:
    """Put the entries that were chosen into the bin, and return the status."""

    def make(_: Library, holdings: Iterable[Holding]) -> ChangeSet:
        return binned(holdings, now=now())

    return change(choice, make, verb="remove", already="{} in the bin already")


def take_out_of_bin(choice: Choice) -> int:
    """Take the entries that were chosen out of the bin, and return the status."""

    def make(_: Library, holdings: Iterable[Holding]) -> ChangeSet:
        return put_back(holdings)

    return change(
        choice,
        make,
        verb="put back",
        already="{} not in the bin",
        binned=True,
    )


def empty_bin(choice: Choice, *, yes: bool) -> int:
    """Let what lies in the bin go for good, after a question, and return the status.

    Raises:
        RefmanError: what was chosen does not lie in the bin, or nobody could be asked.
    """
    every = choice if choice.words else msgspec.structs.replace(choice, takes_all=True)
    with opened(choice.library, quiet=choice.quiet) as library:
        ids = named_ids(library, every, verb=None, binned=True)
        if not ids:
            return Status.NOTHING_FOUND
        holdings = list(library.holdings(ids))
        if outside := [one for one in holdings if one.binned is None]:
            raise RefmanError(
                f"{named(outside)}: not in the bin; 'refman remove' without --for-good comes first"
            )
        step = with_versions(library, removed(holdings))
        if not yes:
            _ask(f"{step.name}?")
        return finished(library, step, every, nothing="")


def _ask(question: str) -> None:
    """Go on where the user says so.

    Raises:
        RefmanError: nobody is there to be asked.
        typer.Abort: the user does not want it.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise RefmanError(f"{question} --yes says so where nobody can be asked")
    typer.confirm(question, abort=True, err=True)
