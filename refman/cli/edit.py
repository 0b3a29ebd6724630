"""``refman edit``: fields of entries set by name."""

from typing import Annotated

import typer

from refman.cli.library_options import All, DryRun, Json, LibraryPath, LongQuiet

__all__ = ["edit"]


def edit(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="KEY… FIELD=VALUE…",
            help="Citekeys, or a query; and what is to be set. FIELD= empties; FIELD+=VALUE and "
            "FIELD-=VALUE add to a list and take out of it.",
        ),
    ] = None,
    *,
    fields: Annotated[
        bool, typer.Option("--fields", help="Show the fields that can be set, and stop.")
    ] = False,
    takes_all: All = False,
    dry_run: DryRun = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Set fields of entries: refman edit sato2024 year=2024 tags+=lamps.

    What you set stays: no look-up changes it any more. A changed citekey is kept among the entry's
    old ones, by which BibLaTeX finds it too.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.edit_entries import edit_entries, show_fields

    if fields:
        return show_fields(json=json)
    choice = Choice(
        words=tuple(words or ()),
        library=library,
        takes_all=takes_all,
        dry_run=dry_run,
        json=json,
        quiet=quiet,
    )
    return edit_entries(choice)
