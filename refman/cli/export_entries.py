"""The work of ``refman export``, apart from its options."""

from itertools import chain
from pathlib import Path

import msgspec
import typer

from refman.cli.convert import check_profile
from refman.cli.inputs import progress_on
from refman.cli.opened import chosen, now, opened
from refman.cli.output import STANDARD_OUTPUT, write_out
from refman.cli.render import backup_line, counted, losses_lines, one_line
from refman.cli.status import Status
from refman.exporting.files import Counted
from refman.exporting.given import Given
from refman.exporting.versions import Versions
from refman.exporting.wanted import Wanted
from refman.formats.format import Options, Profile
from refman.formats.saving import check_target
from refman.library import Library
from refman.model import Holding
from refman.pipeline import export
from refman.places import user_settings
from refman.plugins import format_for, load_formats

__all__ = ["Choice", "export_entries"]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    words: tuple[str, ...]
    output: str
    to: str | None
    accepted: bool
    profile: Profile | None
    zotero_links: bool
    force: bool
    library: str | None
    quiet: bool


def export_entries(choice: Choice) -> int:
    """Write the entries that were chosen, tell what the file does not hold, return the status."""
    settings = user_settings()
    format_ = format_for(choice.output, choice.to, load_formats())
    check_profile(format_, choice.profile)
    if choice.output != STANDARD_OUTPUT:
        check_target(Path(choice.output), replace=choice.force)
    options = Options(
        profile=choice.profile,
        zotero_links=choice.zotero_links,
        protected_words=frozenset(settings.export.protected_words),
    )
    with (
        opened(choice.library, reads=True, quiet=choice.quiet) as library,
        progress_on(choice.output, quiet=choice.quiet) as progress,
    ):
        given = Given(now())
        ids = sorted(chosen(library, choice.words)) if choice.words else None
        holdings = library.all() if ids is None else library.holdings(ids)
        total = len(ids) if ids is not None else None
        wanted = Wanted(accepted=choice.accepted)
        versions = Versions(library, ids, lambda one: _is_in(one, wanted))
        taken = given.passing(one for one in holdings if _is_in(one, wanted))
        entries = map(versions.told, taken)
        first = next(entries, None)
        if first is None:
            return _nothing(library, choice)
        written = Counted(chain([first], entries), progress, total)
        pieces, losses = export(written, format_, options)
        backup = write_out(choice.output, pieces, force=choice.force)
        unnoted = None
        if choice.output != STANDARD_OUTPUT:
            unnoted = given.note(library, Path(choice.output))
    if unnoted is not None:
        typer.echo(f"refman: {one_line(unnoted)}", err=True)
    if not choice.quiet:
        papers, links = counted(written.papers, "paper"), counted(written.links, "link")
        typer.echo(f"{one_line(choice.output)}: {papers}, {links}", err=True)
        for line in losses_lines(format_.label, (*losses.report(), *versions.report())):
            typer.echo(line, err=True)
        if backup is not None:
            typer.echo(backup_line(backup), err=True)
    return Status.DONE


def _nothing(library: Library, choice: Choice) -> int:
    what = "accepted paper" if choice.accepted else "paper"
    said = f" is {one_line(' '.join(choice.words))}" if choice.words else ""
    where = one_line(str(library.path))
    typer.echo(f"refman: no {what} in {where}{said}; nothing was written", err=True)
    return Status.NOTHING_FOUND


def _is_in(holding: Holding, wanted: Wanted) -> bool:
    return holding.binned is None and wanted.has(holding)
