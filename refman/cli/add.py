"""``refman add``: what is new goes into the library, or into a .bib file."""

from typing import Annotated

import typer

from refman.cli.file_options import Kind
from refman.cli.library_options import Json, LibraryPath, Quiet, Review

__all__ = ["add"]


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…", help="Listings or reference files to read; - is standard input."
        ),
    ],
    *,
    into: Annotated[
        str | None,
        typer.Option(
            "--into",
            metavar="FILE",
            help="Add to this .bib file, not to the library; made where there is none.",
            show_default=False,
        ),
    ] = None,
    library: LibraryPath = None,
    kind: Kind = None,
    status: Annotated[
        Review | None,
        typer.Option("--status", help="How far the review of the new papers has come."),
    ] = None,
    tags: Annotated[
        list[str] | None,
        typer.Option("--tag", metavar="TAG", help="Give this tag to the new papers (and others)."),
    ] = None,
    collections: Annotated[
        list[str] | None,
        typer.Option(
            "--collection",
            metavar="PATH",
            help="Put the new papers into this collection, Outer/Inner (and others).",
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update", help="Fill fields that known entries lack; no value there is changed."
        ),
    ] = False,
    add_doubtful: Annotated[
        bool,
        typer.Option(
            "--add-doubtful",
            help="Add papers too of which only the title can be compared, and is there already.",
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Tell what would be done (a diff, with --into), only."),
    ] = False,
    zotero_links: Annotated[
        bool,
        typer.Option("--zotero-links", help="With --into: links as attachments for Zotero, too."),
    ] = False,
    json: Json = False,
    quiet: Quiet = False,
) -> int:
    """Add the papers that the library, or a .bib file, does not have yet.

    A paper is known, and not added, if its identifier is there, or its title with the same authors
    or abstract. It is doubtful, and not added, if titles agree but nothing else can be compared.
    All that is added goes into the library in one step, which 'refman undo' takes back. With --into
    FILE every byte of the file stays, and what was there before is kept as FILE.bak.
    """
    _check(
        into,
        file_only={"--zotero-links": zotero_links},
        library_only={
            "--library": library,
            "--status": status,
            "--tag": tags,
            "--collection": collections,
            "--json": json,
        },
    )
    # Slow to import, and no other command needs them.
    if into is not None:
        from refman.cli import add_into

        choice = add_into.Choice(
            kind=kind,
            update=update,
            doubtful=add_doubtful,
            dry_run=dry_run,
            zotero_links=zotero_links,
            quiet=quiet,
        )
        return add_into.add_into(into, inputs, choice)
    from refman.cli import add_to_library

    wanted = add_to_library.Choice(
        kind=kind,
        status=status.of_entry if status is not None else None,
        tags=tuple(tags or ()),
        collections=tuple(collections or ()),
        update=update,
        doubtful=add_doubtful,
        dry_run=dry_run,
        json=json,
        quiet=quiet,
    )
    return add_to_library.add_to_library(library, inputs, wanted)


def _check(
    into: str | None, *, file_only: dict[str, object], library_only: dict[str, object]
) -> None:
    """Refuse options that would do nothing."""
    useless, why = (file_only, "without") if into is None else (library_only, "with")
    given = [name for name, value in useless.items() if value]
    if given:
        raise typer.BadParameter(f"{', '.join(given)} does nothing {why} --into")
