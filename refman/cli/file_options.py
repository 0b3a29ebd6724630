"""Options of commands that read references and write them to a file; light to import."""

from typing import Annotated

import typer

from refman.formats.format import Profile

__all__ = ["Force", "Kind", "MayOut", "Offline", "Out", "ToFormat", "ToProfile", "ZoteroLinks"]

Out = Annotated[
    str, typer.Option("--output", "-o", metavar="OUT", help="File to write; - is standard output.")
]

MayOut = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="OUT", help="Write the references too; - is standard output."
    ),
]

ToFormat = Annotated[
    str | None,
    typer.Option(
        "--to", "-t", metavar="FORMAT", help="The format, where OUT's suffix does not tell it."
    ),
]

ToProfile = Annotated[Profile | None, typer.Option(help="The program that is to read the file.")]

ZoteroLinks = Annotated[
    bool,
    typer.Option(
        "--zotero-links", help="BibTeX, BibLaTeX: links as attachments that Zotero takes."
    ),
]

Force = Annotated[
    bool, typer.Option("--force", help="Replace OUT where it is there; a backup is kept.")
]

Kind = Annotated[
    str | None, typer.Option("--from", metavar="KIND", help="Read as this kind of input.")
]

Offline = Annotated[
    bool, typer.Option("--offline", help="Ask nobody; answer from what was asked before.")
]
