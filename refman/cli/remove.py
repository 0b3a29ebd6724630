"""``refman remove`` and ``put-back``: the bin."""

from typing import Annotated

import typer

from refman.cli.library_options import All, Json, Keys, LibraryPath, LongQuiet

__all__ = ["put_back", "remove"]


def remove(
    words: Keys = None,
    *,
    for_good: Annotated[
        bool,
        typer.Option(
            "--for-good", help="Let what lies in the bin go for good; without KEY, all of it."
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask whether.")] = False,
    takes_all: All = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Put entries of the library into the bin; 'refman put-back' takes them out.

    --for-good empties the bin.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.remove_entries import empty_bin, put_into_bin

    choice = Choice(
        words=tuple(words or ()), library=library, takes_all=takes_all, json=json, quiet=quiet
    )
    return empty_bin(choice, yes=yes) if for_good else put_into_bin(choice)


def put_back(
    words: Keys = None,
    *,
    takes_all: All = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Take entries out of the bin; a query is searched among what lies there."""
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.remove_entries import take_out_of_bin

    choice = Choice(
        words=tuple(words or ()), library=library, takes_all=takes_all, json=json, quiet=quiet
    )
    return take_out_of_bin(choice)
