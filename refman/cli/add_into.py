"""The work of ``refman add``, apart from its options."""

import sys
from pathlib import Path

import msgspec
import typer

from refman.adding import Addition, add_entries
from refman.citekeys import compile_pattern
from refman.cli.add_render import fate_lines, others
from refman.cli.inputs import MIB, Inputs
from refman.cli.output import standard_output
from refman.cli.references import read_entries
from refman.cli.render import backup_line, counted, losses_lines, one_line
from refman.cli.status import Status
from refman.errors import FormatError, InputError
from refman.formats.bib.edit import BibFile
from refman.formats.bib.edit_diff import unified_diff
from refman.formats.exact import Exact
from refman.formats.format import Losses, Options
from refman.formats.loaders.bib import BIBTEX
from refman.formats.saving import check_target, save, save_bytes
from refman.formats.tex_lost import lost
from refman.outcomes import Outcome
from refman.places import user_settings

__all__ = ["Choice", "add_into"]

_SUFFIXES = (".bib", ".bibtex")


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    kind: str | None
    update: bool
    doubtful: bool
    dry_run: bool
    zotero_links: bool
    quiet: bool


def add_into(into: str, inputs: list[str], choice: Choice) -> int:
    """Add the papers of inputs to a file, tell of each what becomes of it, return the status."""
    settings = user_settings()
    pattern = compile_pattern(settings.citekeys.pattern)
    options = Options(
        zotero_links=choice.zotero_links, protected_words=frozenset(settings.export.protected_words)
    )
    target = Path(into)
    before = _read_target(target, settings.reading.limit_mb * MIB)
    file = BibFile(Exact(before or b"", source=into))

    documents = Inputs(inputs, settings)
    entries = read_entries(documents, kind=choice.kind, quiet=choice.quiet)
    if not entries:
        return documents.nothing_found()

    addition = add_entries(
        file,
        BIBTEX.load(file.exact.text),
        entries,
        pattern=pattern,
        options=options,
        update=choice.update,
        doubtful=choice.doubtful,
    )
    backup = None
    if choice.dry_run:
        _print_diff(file, addition, into)
    elif addition.insertions:
        data = file.exact.spliced(addition.insertions)
        if before is None:
            save(target, [data.decode()])
        else:
            backup = save_bytes(target, data, known=before)
    if not choice.quiet:
        _report(addition, into, options, backup=backup, dry_run=choice.dry_run)
    is_whole = all(fate.outcome is not Outcome.LEFT_OUT for fate in addition.fates)
    return Status.DONE if is_whole and not documents.failed else Status.FAULT


def _read_target(target: Path, limit_bytes: int) -> bytes | None:
    """Return what is in the file; None where there is none."""
    name = str(target)
    if not name.lower().endswith(_SUFFIXES):
        raise FormatError(
            f"{one_line(name)} is no .bib file; 'refman convert' writes other formats"
        )
    check_target(target, replace=True)
    try:
        if target.exists() and target.stat().st_size > limit_bytes:
            raise InputError(
                f"{name} is larger than the {limit_bytes // MIB:,} MiB that are read; "
                "set reading.limit_mb higher",
                source=name,
            )
        return target.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise InputError(
            f"{name} cannot be read ({error.strerror or error}); check its permissions", source=name
        ) from error


def _print_diff(file: BibFile, addition: Addition, name: str) -> None:
    is_terminal = sys.stdout.isatty()
    for line in unified_diff(file.exact.text, addition.insertions, name=one_line(name)):
        shown = _harmless(line.rstrip("\r")) if is_terminal else line
        standard_output().write(f"{shown}\n".encode())


def _harmless(line: str) -> str:
    """Return a line without signs that would steer a terminal; blanks as they are."""
    return "".join(sign if sign in " \t" else one_line(sign) or " " for sign in line)


def _report(
    addition: Addition, name: str, options: Options, *, backup: Path | None, dry_run: bool
) -> None:
    for fate in addition.fates:
        for line in fate_lines(fate):
            typer.echo(line, err=True)
    losses = Losses(lost(options))
    new = list(losses.watch(addition.new))
    said = [f"{counted(len(new), 'paper')} {'would be added' if dry_run else 'added'}"]
    said += others(addition.fates)
    if not addition.insertions:
        said[0] = "nothing to add, it stays as it is"
    typer.echo(f"{one_line(name)}: {'; '.join(said)}", err=True)
    for line in losses_lines("BibTeX", losses.report()):
        typer.echo(line, err=True)
    if backup is not None:
        typer.echo(backup_line(backup), err=True)
