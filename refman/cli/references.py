"""What commands share that read papers and may write them as references."""

from collections.abc import Sequence
from pathlib import Path

import typer

from refman.citekeys import Pattern
from refman.cli.inputs import Inputs, progress_on
from refman.cli.output import STANDARD_OUTPUT, write_out
from refman.cli.render import Faults, backup_line, losses_lines
from refman.errors import FormatError
from refman.formats.format import Format, Options
from refman.formats.saving import check_target
from refman.model import Entry, LeftOver
from refman.pipeline import entry_of, export, keyed, read
from refman.plugins import format_for, load_formats, load_readers
from refman.settings import Settings

__all__ = ["read_entries", "target_format", "write_references"]


def target_format(output: str | None, to: str | None, *, force: bool, json: bool) -> Format | None:
    """Return the format that is written; tell of what cannot be before anything is asked.

    Args:
        output: the file's name; "-" for standard output; None to write none.
        to: the format's name.
        force: replace what is there.
        json: the command prints JSON.

    Raises:
        FormatError: the options do not go together, or there is no such format.
        OutputError: the file is there.
    """
    if output is None:
        if to is not None:
            raise FormatError("--to says how -o OUT is written; name OUT")
        return None
    if json and output == STANDARD_OUTPUT:
        raise FormatError("--json and -o - both want standard output; name a file")
    format_ = format_for(output, to, load_formats())
    if output != STANDARD_OUTPUT:
        check_target(Path(output), replace=force)
    return format_


def read_entries(documents: Inputs, *, kind: str | None, quiet: bool) -> list[Entry]:
    """Return the papers of all documents, and tell of what could not be read."""
    readers, faults = load_readers(), Faults()
    entries: list[Entry] = []
    for document in documents:
        with progress_on(document.source, quiet=quiet) as progress:
            reading = read(document, readers, kind=kind, progress=progress)
            entries += [
                entry_of(piece, source=document.source)
                for piece in faults.watch(document, reading)
                if not isinstance(piece, LeftOver)
            ]
    for line in faults.lines():
        typer.echo(line, err=True)
    return entries


def write_references(
    output: str,
    format_: Format,
    entries: Sequence[Entry],
    settings: Settings,
    pattern: Pattern,
    *,
    force: bool,
    quiet: bool,
) -> None:
    """Write papers as a file, and tell what it does not hold and where the old one is kept.

    Raises:
        OutputError: it cannot be written.
    """
    options = Options(protected_words=frozenset(settings.export.protected_words))
    pieces, losses = export(keyed(entries, pattern), format_, options)
    backup = write_out(output, pieces, force=force)
    if quiet:
        return
    for line in losses_lines(format_.label, losses.report()):
        typer.echo(line, err=True)
    if backup is not None:
        typer.echo(backup_line(backup), err=True)
