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
    find: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Replace this text wherever it stands.")
    ] = None,
    put: Annotated[
        str, typer.Option("--replace", metavar="TEXT", help="What is to stand in its place.")
    ] = "",
    field: Annotated[
        str | None,
        typer.Option("--in", metavar="FIELD", help="Only in this field; else in all texts."),
    ] = None,
    pattern: Annotated[
        bool, typer.Option("--pattern", help="What is found is a regular expression of Python's.")
    ] = False,
    case: Annotated[bool, typer.Option("--case", help="Heed capitals in what is found.")] = False,
    whole_words: Annotated[
        bool, typer.Option("--whole-words", help="Find whole words only.")
    ] = False,
    takes_all: All = False,
    dry_run: DryRun = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Set fields of entries: refman edit sato2024 year=2024 tags+=lamps.

    Or replace text in them: refman edit --all --find "J. Lamp" --replace "Journal of Lamps".
    What you set stays: no look-up changes it any more. A changed citekey is kept among the entry's
    old ones, by which BibLaTeX finds it too.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.edit_entries import edit_entries, replace_text, show_fields

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
    if find is None:
        return edit_entries(choice)
    from refman.editing import Replacement

    replacement = Replacement(
        find=find,
        put=put,
        field=field,
        is_pattern=pattern,
        heeds_case=case,
        whole_words=whole_words,
    )
    return replace_text(choice, replacement)
