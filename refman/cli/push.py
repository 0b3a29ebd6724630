"""``refman push``: entries of the library into Zotero."""

from enum import Enum
from typing import Annotated

import typer

from refman.cli.library_options import All, DryRun, Json, Keys, LibraryPath, LongQuiet

__all__ = ["push"]


class ViaName(Enum):
    """Name the ways into Zotero, and the choice of the best that there is."""

    AUTO = "auto"
    LOCAL = "local"
    CONNECTOR = "connector"
    WEB = "web"


def push(
    words: Keys = None,
    *,
    target: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="TARGET",
            help="A library or collection of Zotero; else the one that is selected there.",
            show_default=False,
        ),
    ] = None,
    via: Annotated[
        ViaName,
        typer.Option(
            "--via",
            help="The running Zotero as is best, by its local API alone, or as browsers do; or"
            " zotero.org.",
        ),
    ] = ViaName.AUTO,
    targets: Annotated[
        bool, typer.Option("--targets", help="Show where papers can go, and stop.")
    ] = False,
    accepted: Annotated[
        bool, typer.Option("--accepted", help="Only what you have accepted.")
    ] = False,
    update: Annotated[
        bool,
        typer.Option(
            "--update/--no-update",
            help="Bring papers up to date that are in Zotero already, but for what you changed"
            " there.",
        ),
    ] = True,
    files: Annotated[
        bool, typer.Option("--files/--no-files", help="Send their files too, not only links.")
    ] = True,
    again: Annotated[
        bool, typer.Option("--again", help="Add even papers that are in Zotero already.")
    ] = False,
    dry_run: DryRun = False,
    takes_all: All = False,
    library: LibraryPath = None,
    json: Json = False,
    quiet: LongQuiet = False,
) -> int:
    """Put entries of the library into Zotero, with their notes, links, tags and files.

    What is there already is recognised: what it lacks is filled in, and what you have changed in
    Zotero stays. --dry-run shows what would be done with each paper, and why.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.changing import Choice
    from refman.cli.push_entries import Wish, push_entries, show_targets
    from refman.zotero.records import Via

    way = None if via is ViaName.AUTO else Via(via.value)
    if targets:
        return show_targets(way, json=json)
    choice = Choice(
        words=tuple(words or ()),
        library=library,
        takes_all=takes_all,
        dry_run=dry_run,
        json=json,
        quiet=quiet,
    )
    wish = Wish(via=way, target=target, accepted=accepted, update=update, files=files, again=again)
    return push_entries(choice, wish)
