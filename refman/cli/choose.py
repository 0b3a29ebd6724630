"""``refman choose``: which of the records that a look-up found an entry is."""

from typing import Annotated

import typer

from refman.cli.library_options import All, DryRun, Json, LibraryPath, LongQuiet

__all__ = ["choose"]


def choose(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY… WHICH",
            help="A citekey, and last: a number that 'refman candidates' shows, none, publication,"
            " preprint, accepted; or best, for all that a query finds.",
        ),
    ],
    *,
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME",
            help="Take this field (and others), and no more; of a list NAME+=ITEM or NAME-=ITEM"
            " takes what 'refman candidates --fields' shows with + or ~, or with -.",
        ),
    ] = None,
    keep_open: Annotated[
        bool, typer.Option("--keep-open", help="With --field: the rest waits for your choice.")
    ] = False,
    score: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="For best: the least score of the record.")
    ] = 0.9,
    margin: Annotated[
        float,
        typer.Option(
            min=0.0, max=1.0, help="For best: how far it lies above the next other work at least."
        ),
    ] = 0.3,
    takes_all: All = False,
    dry_run: DryRun = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Choose which record an entry is: refman choose sato2024 2.

    The record is merged into the entry as a look-up merges what is sure: what you have written
    stays. With none, no record is it, and later look-ups remember. With publication an entry of a
    preprint becomes its publication's, with preprint it stays what it is.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.choose_record import Asked, choose_record

    choice = Choice(
        words=tuple(words[:-1]),
        library=library,
        takes_all=takes_all,
        dry_run=dry_run,
        json=json,
        quiet=quiet,
    )
    asked = Asked(
        which=words[-1],
        fields=tuple(field or ()),
        keep_open=keep_open,
        score=score,
        margin=margin,
    )
    return choose_record(choice, asked)
