"""``refman links``: the papers' links, and whether they are alive."""

from typing import Annotated

import typer

from refman.cli.file_options import Force, Kind, MayOut, Offline, ToFormat

__all__ = ["links"]


def links(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE…", help="Listings, or reference files; - is standard input."),
    ],
    *,
    check: Annotated[
        bool,
        typer.Option("--check", help="Ask whether they are alive, and where they lead."),
    ] = False,
    offline: Offline = False,
    new_addresses: Annotated[
        bool,
        typer.Option(
            "--new-addresses",
            help="In OUT, put the new address for a link that moved, and for a short one.",
        ),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    output: MayOut = None,
    to: ToFormat = None,
    force: Force = False,
    kind: Kind = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar; the sum and faults only.")
    ] = False,
) -> int:
    """Show the links of papers: what they are, where they lead, and whether they are alive.

    Of repositories on GitHub and Hugging Face it shows licence, stars, and whether they are
    archived. The exit status is 0 also where links are dead.
    """
    # Slow to import, and no other command needs it.
    from refman.cli.links_file import LinksChoice, links_of_files

    choice = LinksChoice(
        check=check,
        offline=offline,
        new_addresses=new_addresses,
        json=json,
        output=output,
        to=to,
        force=force,
        kind=kind,
        quiet=quiet,
    )
    return links_of_files(files, choice)
