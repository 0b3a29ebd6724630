"""The work of ``refman links``, apart from its options."""

from collections.abc import Sequence

import msgspec
import typer

from refman.citekeys import compile_pattern
from refman.cli.inputs import Inputs, settings_for
from refman.cli.links_checked import CheckedLinks, check_links, unchecked, with_new_addresses
from refman.cli.links_render import links_json, links_sum_lines, paper_lines
from refman.cli.output import STANDARD_OUTPUT, write_json
from refman.cli.references import read_entries, target_format, write_references
from refman.cli.render import one_line
from refman.cli.status import Status
from refman.errors import FormatError
from refman.places import user_settings

__all__ = ["LinksChoice", "links_of_files"]


class LinksChoice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    check: bool
    offline: bool
    new_addresses: bool
    json: bool
    output: str | None
    to: str | None
    force: bool
    kind: str | None
    quiet: bool


def links_of_files(files: Sequence[str], choice: LinksChoice) -> int:
    """Show the links of files' papers, asked about if that is wanted; return the status."""
    settings = settings_for(user_settings(), offline=choice.offline)
    pattern = compile_pattern(settings.citekeys.pattern)
    if choice.new_addresses and choice.output is None:
        raise FormatError("--new-addresses changes what -o OUT holds; name OUT")
    target = target_format(choice.output, choice.to, force=choice.force, json=choice.json)

    documents = Inputs(files, settings)
    entries = read_entries(documents, kind=choice.kind, quiet=choice.quiet)
    names = ", ".join(files)
    checked = unchecked(entries)
    if not checked.links:
        if not documents.failed:
            typer.echo(f"refman: no link found in {one_line(names)}", err=True)
        return Status.FAULT if documents.failed else Status.NOTHING_FOUND
    if choice.check or choice.offline:
        checked = check_links(names, entries, settings, quiet=choice.quiet)
    _tell(files, checked, choice)
    if choice.output is not None and target is not None:
        write_references(
            choice.output,
            target,
            with_new_addresses(checked) if choice.new_addresses else checked.entries,
            settings,
            pattern,
            force=choice.force,
            quiet=choice.quiet,
        )
    return Status.FAULT if documents.failed else Status.DONE


def _tell(files: Sequence[str], checked: CheckedLinks, choice: LinksChoice) -> None:
    """Print the links; on standard error where the references go to standard output."""
    if choice.json:
        write_json(links_json(files, checked))
        return
    err = choice.output == STANDARD_OUTPUT
    if not choice.quiet:
        papers = zip(checked.entries, checked.pages, strict=True)
        for place, (entry, page) in enumerate(papers, 1):
            for line in paper_lines(place, entry, page):
                typer.echo(line, err=err)
    for line in links_sum_lines(", ".join(files), checked):
        typer.echo(line, err=err)
