"""The work of ``refman lookup``, apart from its options."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
import typer

from refman.citekeys import Pattern, compile_pattern
from refman.cli.inputs import Inputs, progress_on, user_settings
from refman.cli.looking_up import LookedUp, chosen_sources, look_up, trouble_lines
from refman.cli.lookup_render import lookup_json, result_lines, sum_line, wrapped
from refman.cli.output import STANDARD_OUTPUT, standard_output, write_out
from refman.cli.render import Faults, losses_lines, one_line
from refman.cli.status import Status
from refman.errors import FormatError
from refman.formats.format import Format, Options
from refman.formats.saving import check_target
from refman.lookup import Outcome
from refman.model import Entry, LeftOver
from refman.pipeline import entry_of, export, keyed, read
from refman.plugins import format_for, load_formats, load_readers
from refman.settings import Settings

__all__ = ["Choice", "lookup_file"]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    sources: str | None
    offline: bool
    may_take: bool
    json: bool
    output: str | None
    to: str | None
    force: bool
    kind: str | None
    quiet: bool


def lookup_file(file: str, choice: Choice) -> int:
    """Look up the papers of a file, tell what became of each, return the status."""
    settings = user_settings()
    if choice.offline:
        web = msgspec.structs.replace(settings.web, offline=True)
        settings = msgspec.structs.replace(settings, web=web)
    sources = chosen_sources(choice.sources, settings)
    pattern = compile_pattern(settings.citekeys.pattern)
    target = _target(choice)

    documents = Inputs([file], settings)
    entries = _entries(documents, choice)
    if not entries:
        if not documents.failed:
            name = one_line(file)
            typer.echo(f"refman: no paper found in {name}; 'refman read' shows why", err=True)
        return Status.FAULT if documents.failed else Status.NOTHING_FOUND

    found = look_up(
        file, entries, settings, sources=sources, may_take=choice.may_take, quiet=choice.quiet
    )
    _tell(file, entries, found, choice)
    if choice.output is not None and target is not None:
        _write(choice.output, target, [result.entry for result in found.results], settings, pattern,
               choice)  # fmt: skip
    elif not choice.quiet and not choice.json:
        typer.echo("nothing was written; -o OUT writes the references", err=True)
    is_whole = all(result.outcome is not Outcome.FAILED for result in found.results)
    return Status.DONE if is_whole and not documents.failed else Status.FAULT


def _target(choice: Choice) -> Format | None:
    """Return the format that is written; tell of what cannot be before anything is asked."""
    if choice.output is None:
        if choice.to is not None:
            raise FormatError("--to says how -o OUT is written; name OUT")
        return None
    if choice.json and choice.output == STANDARD_OUTPUT:
        raise FormatError("--json and -o - both want standard output; name a file")
    format_ = format_for(choice.output, choice.to, load_formats())
    if choice.output != STANDARD_OUTPUT:
        check_target(Path(choice.output), replace=choice.force)
    return format_


def _entries(documents: Inputs, choice: Choice) -> list[Entry]:
    readers, faults = load_readers(), Faults()
    entries: list[Entry] = []
    for document in documents:
        with progress_on(document.source, quiet=choice.quiet) as progress:
            reading = read(document, readers, kind=choice.kind, progress=progress)
            entries += [
                entry_of(piece, source=document.source)
                for piece in faults.watch(document, reading)
                if not isinstance(piece, LeftOver)
            ]
    for line in faults.lines():
        typer.echo(line, err=True)
    return entries


def _tell(file: str, entries: Sequence[Entry], found: LookedUp, choice: Choice) -> None:
    """Print what became of each; on standard error where the references go to standard output."""
    for line in trouble_lines(found):
        for part in wrapped(line, "", "   "):
            typer.echo(part, err=True)
    if choice.json:
        standard_output().write(lookup_json(file, entries, found))
        return
    err = choice.output == STANDARD_OUTPUT
    if not choice.quiet:
        for entry, result in zip(entries, found.results, strict=True):
            for line in result_lines(entry, result, found.labels):
                typer.echo(line, err=err)
    for line in sum_line(file, found):
        typer.echo(line, err=err)


def _write(
    output: str,
    format_: Format,
    entries: Sequence[Entry],
    settings: Settings,
    pattern: Pattern,
    choice: Choice,
) -> None:
    options = Options(protected_words=frozenset(settings.export.protected_words))
    pieces, losses = export(keyed(entries, pattern), format_, options)
    backup = write_out(output, pieces, force=choice.force)
    if choice.quiet:
        return
    for line in losses_lines(format_.label, losses.report()):
        typer.echo(line, err=True)
    if backup is not None:
        typer.echo(f"   - what was there before is in {one_line(str(backup))}", err=True)
