"""``refman convert``: listings in, a reference file out."""

from pathlib import Path
from typing import Annotated

import typer

from refman.citekeys import compile_pattern
from refman.cli.file_options import Force, Kind, Out, ToFormat, ToProfile, ZoteroLinks
from refman.cli.inputs import Inputs, progress_on
from refman.cli.output import STANDARD_OUTPUT, write_out
from refman.cli.render import Faults, backup_line, counted, losses_lines, one_line
from refman.cli.status import Status
from refman.errors import FormatError
from refman.formats.format import Format, Options, Profile
from refman.formats.saving import check_target
from refman.model import Entry, LeftOver
from refman.pipeline import entry_of, export, keyed, read
from refman.places import user_settings
from refman.plugins import format_for, load_formats, load_readers
from refman.settings import Settings

__all__ = ["check_profile", "convert"]


def convert(
    inputs: Annotated[
        list[str], typer.Argument(metavar="INPUT…", help="Listings to read; - is standard input.")
    ],
    *,
    output: Out,
    to: ToFormat = None,
    kind: Kind = None,
    profile: ToProfile = None,
    zotero_links: ZoteroLinks = False,
    lookup: Annotated[
        bool, typer.Option("--lookup", help="Look the papers up on the way; see 'refman lookup'.")
    ] = False,
    links: Annotated[
        bool,
        typer.Option("--links", help="Ask whether the links are alive; see 'refman links'."),
    ] = False,
    force: Force = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar, no report.")
    ] = False,
) -> int:
    """Write the papers of listings as a reference file, with their links."""
    settings = user_settings()
    format_ = format_for(output, to, load_formats())
    check_profile(format_, profile)
    pattern = compile_pattern(settings.citekeys.pattern)
    options = Options(
        profile=profile,
        zotero_links=zotero_links,
        protected_words=frozenset(settings.export.protected_words),
    )
    if output != STANDARD_OUTPUT:
        check_target(Path(output), replace=force)

    documents = Inputs(inputs, settings)
    faults = Faults()
    entries, left_over = _entries(documents, kind, faults, quiet=quiet)
    for line in faults.lines():
        typer.echo(line, err=True)
    if not entries:
        return documents.nothing_found()

    if lookup:
        entries = _looked_up(", ".join(inputs), entries, settings, quiet=quiet)
    if links:
        entries = _links_checked(", ".join(inputs), entries, settings, quiet=quiet)
    pieces, losses = export(keyed(entries, pattern), format_, options)
    backup = write_out(output, pieces, force=force)
    if not quiet:
        number = sum(len(entry.links) for entry in entries)
        typer.echo(
            f"{one_line(output)}: {counted(len(entries), 'paper')}, {counted(number, 'link')}, "
            f"{counted(left_over, 'stretch', 'stretches')} left over",
            err=True,
        )
        for line in losses_lines(format_.label, losses.report()):
            typer.echo(line, err=True)
        if backup is not None:
            typer.echo(backup_line(backup), err=True)
    return Status.FAULT if documents.failed else Status.DONE


def check_profile(format_: Format, profile: Profile | None) -> None:
    """Let through a profile that a format has, or None.

    Raises:
        FormatError: it has none of that name.
    """
    if profile is not None and profile not in format_.profiles:
        known = ", ".join(known.value for known in format_.profiles) or "none"
        raise FormatError(f"{format_.label} has no profile {profile.value}; it has {known}")


def _entries(
    documents: Inputs, kind: str | None, faults: Faults, *, quiet: bool
) -> tuple[list[Entry], int]:
    """Return the entries of all documents, and how many stretches are left over."""
    readers = load_readers()
    entries: list[Entry] = []
    left_over = 0
    for document in documents:
        with progress_on(document.source, quiet=quiet) as progress:
            for piece in faults.watch(
                document, read(document, readers, kind=kind, progress=progress)
            ):
                if isinstance(piece, LeftOver):
                    left_over += 1
                else:
                    entries.append(entry_of(piece, source=document.source))
    return entries, left_over


def _looked_up(names: str, entries: list[Entry], settings: Settings, *, quiet: bool) -> list[Entry]:
    """Return the entries with what is surely known of them; tell what became of all."""
    # Slow to import, and only this option needs it.
    from refman.cli.looking_up import chosen_sources, look_up
    from refman.cli.lookup_render import sum_line, wrapped
    from refman.online import trouble_lines

    sources = chosen_sources(None, settings)
    found = look_up(names, entries, settings, sources=sources, quiet=quiet)
    for line in trouble_lines(found.troubles, found.labels):
        for part in wrapped(line, "", "   "):
            typer.echo(part, err=True)
    if not quiet:
        for line in sum_line(names, found):
            typer.echo(line, err=True)
    return [result.entry for result in found.results]


def _links_checked(
    names: str, entries: list[Entry], settings: Settings, *, quiet: bool
) -> list[Entry]:
    """Return the entries with what is known of their links; tell how many are alive."""
    # Slow to import, and only this option needs it.
    from refman.cli.links_checked import check_links
    from refman.cli.links_render import links_sum_lines

    checked = check_links(names, entries, settings, quiet=quiet)
    if not quiet:
        for line in links_sum_lines(names, checked):
            typer.echo(line, err=True)
    return list(checked.entries)
