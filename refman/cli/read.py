"""``refman read``: drafts as they were read, for people or as JSON."""

from collections.abc import Iterator
from typing import Annotated

import typer

from refman.cli.file_options import Offline
from refman.cli.inputs import Inputs, progress_on, settings_for
from refman.cli.output import write_json
from refman.cli.render import (
    Faults,
    counted,
    draft_lines,
    left_over_lines,
    listing_json,
    summary_lines,
)
from refman.cli.status import Status
from refman.model import LeftOver
from refman.pipeline import Reading, draft_of
from refman.pipeline import read as read_document
from refman.places import user_settings
from refman.plugins import load_readers
from refman.reading.document import Document
from refman.reading.lines_of import Lines
from refman.reading.reader import Piece

__all__ = ["read"]


def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT…", help="Listings, or addresses of pages; - is standard input."
        ),
    ],
    *,
    json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object (an array of them for several).")
    ] = False,
    kind: Annotated[
        str | None, typer.Option("--from", metavar="KIND", help="Read as this kind of listing.")
    ] = None,
    offline: Offline = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress bar.")] = False,
) -> int:
    """Show the papers that stand in a listing or a reference file, with their links."""
    readers = load_readers()
    documents = Inputs(inputs, settings_for(user_settings(), offline=offline))
    drafts = 0
    several = json and documents.several
    opening = b"["
    for document in documents:
        with progress_on(document.source, quiet=quiet) as progress:
            reading = read_document(document, readers, kind=kind, progress=progress)
            if json:
                if several:
                    write_json(opening)
                    opening = b","
                drafts += _print_json(reading, document)
            else:
                drafts += _print_plain(reading, document)
    if several:
        write_json(b"[]\n" if opening == b"[" else b"]\n")
    if documents.failed:
        return Status.FAULT
    return Status.DONE if drafts else Status.NOTHING_FOUND


def _print_json(reading: Reading, document: Document) -> int:
    drafts = 0

    def watched() -> Iterator[Piece]:
        nonlocal drafts
        for piece in reading.pieces:
            drafts += not isinstance(piece, LeftOver)
            yield piece

    lines = Lines(document.text)
    for line in listing_json(reading.source, reading.kind, watched(), lines):
        write_json(line)
    return drafts


def _print_plain(reading: Reading, document: Document) -> int:
    drafts = 0
    links = 0
    left_over: list[LeftOver] = []
    faults = Faults(most=None)
    for piece in faults.watch(document, reading):
        if isinstance(piece, LeftOver):
            left_over.append(piece)
            continue
        drafts += 1
        draft = draft_of(piece)
        links += len(draft.links)
        for line in draft_lines(drafts, draft):
            typer.echo(line)
    for line in faults.lines():
        typer.echo(line)
    for line in left_over_lines([piece for piece in left_over if not piece.is_fault]):
        typer.echo(line)
    found = counted(drafts, "paper") if drafts else "no paper found"
    for line in summary_lines(reading.source, reading.kind, found, links, len(left_over)):
        typer.echo(line)
    return drafts
