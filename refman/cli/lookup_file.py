"""The work of ``refman lookup``, apart from its options."""

from collections.abc import Sequence

import msgspec
import typer

from refman.citekeys import compile_pattern
from refman.cli.inputs import Inputs, settings_for
from refman.cli.links_checked import check_links
from refman.cli.links_render import links_sum_lines
from refman.cli.looking_up import chosen_sources, look_up
from refman.cli.lookup_render import lookup_json, result_lines, sum_line, wrapped
from refman.cli.output import STANDARD_OUTPUT, write_json
from refman.cli.references import read_entries, target_format, write_references
from refman.cli.status import Status
from refman.lookup import Outcome
from refman.model import Entry
from refman.online import LookedUp, trouble_lines
from refman.places import user_settings
from refman.settings import Settings

__all__ = ["Choice", "lookup_file", "tell", "with_links_checked"]


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the command."""

    sources: str | None
    links: bool
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
    settings = settings_for(user_settings(), offline=choice.offline)
    sources = chosen_sources(choice.sources, settings)
    pattern = compile_pattern(settings.citekeys.pattern)
    target = target_format(choice.output, choice.to, force=choice.force, json=choice.json)

    documents = Inputs([file], settings)
    entries = read_entries(documents, kind=choice.kind, quiet=choice.quiet)
    if not entries:
        return documents.nothing_found()

    found = look_up(
        file, entries, settings, sources=sources, may_take=choice.may_take, quiet=choice.quiet
    )
    if choice.links:
        found = with_links_checked(file, found, settings, choice)
    tell(file, entries, found, choice)
    if choice.output is not None and target is not None:
        write_references(
            choice.output,
            target,
            [result.entry for result in found.results],
            settings,
            pattern,
            force=choice.force,
            quiet=choice.quiet,
        )
    elif not choice.quiet and not choice.json:
        typer.echo("nothing was written; -o OUT writes the references", err=True)
    is_whole = all(result.outcome is not Outcome.FAILED for result in found.results)
    return Status.DONE if is_whole and not documents.failed else Status.FAULT


def with_links_checked(file: str, found: LookedUp, settings: Settings, choice: Choice) -> LookedUp:
    """Return the results with what is known of their papers' links; tell how many are alive."""
    entries = [result.entry for result in found.results]
    checked = check_links(file, entries, settings, quiet=choice.quiet)
    for line in links_sum_lines(file, checked):
        typer.echo(line, err=True)
    return msgspec.structs.replace(
        found,
        results=tuple(
            msgspec.structs.replace(result, entry=entry)
            for result, entry in zip(found.results, checked.entries, strict=True)
        ),
    )


def tell(file: str, entries: Sequence[Entry], found: LookedUp, choice: Choice) -> None:
    """Print what became of each; on standard error where the references go to standard output."""
    for line in trouble_lines(found.troubles, found.labels):
        for part in wrapped(line, "", "   "):
            typer.echo(part, err=True)
    if choice.json:
        write_json(lookup_json(file, entries, found))
        return
    err = choice.output == STANDARD_OUTPUT
    if not choice.quiet:
        for entry, result in zip(entries, found.results, strict=True):
            for line in result_lines(entry, result, found.labels):
                typer.echo(line, err=err)
    for line in sum_line(file, found):
        typer.echo(line, err=err)
