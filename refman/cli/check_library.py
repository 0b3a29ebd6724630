"""The work of ``refman check`` on the library, apart from its options."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import typer

from refman.checks import Context, Finding, Severity
from refman.cli.check_files import Choice, asked_rules, note_lines
from refman.cli.inputs import progress_on
from refman.cli.opened import chosen, opened, undoable
from refman.cli.output import write_json
from refman.cli.render import counted, name_as_text, one_line, wrapped
from refman.cli.shape import Shape
from refman.cli.status import Status
from refman.editing import replaced
from refman.errors import FormatError
from refman.formats.format import Options
from refman.library import Library
from refman.model import Entry, EntryId, Holding
from refman.places import user_settings
from refman.progress import Progress
from refman.tidying import Checked, checked, put_right

__all__ = ["check_library"]

_STEP = 200


class _Run(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a run of the rules needs."""

    context: Context
    names: frozenset[str]
    options: Options


def check_library(choice: Choice, *, path: str | None, query: str | None) -> int:
    """Check entries of the library, put right what is to be, tell of it, return the status.

    Raises:
        FormatError: an option is about files, or there is no such rule.
    """
    if choice.shape is Shape.GITHUB or choice.kind is not None:
        raise FormatError("--format github and --from are about files: name one")
    run = _Run(
        context=Context(dt.datetime.now(tz=dt.UTC).year),
        names=asked_rules(choice),
        options=Options(protected_words=frozenset(user_settings().export.protected_words)),
    )
    fixed: list[Checked] = []
    with opened(path, reads=not choice.fix, quiet=choice.quiet) as library:
        ids = None if query is None else sorted(chosen(library, [query]))
        if query is not None and not ids:
            where = one_line(str(library.path))
            typer.echo(f"refman: nothing in {where} is {one_line(query)}", err=True)
            return Status.NOTHING_FOUND
        with progress_on(str(library.path), quiet=choice.quiet) as progress:
            left = _found(library, ids, run, progress)
            if choice.fix:
                fixed = _fix(library, left, run, progress)
                left = _found(library, ids, run, progress) if fixed else left
        _tell(library, left, fixed, choice)
    is_bad = any(choice.strict or one.finding.severity is Severity.ERROR for one in left)
    return Status.NOTHING_FOUND if is_bad else Status.DONE


def _holdings(library: Library, ids: Sequence[EntryId] | None) -> Iterator[Holding]:
    found = library.all() if ids is None else library.holdings(ids)
    return (one for one in found if one.binned is None)


def _found(
    library: Library, ids: Sequence[EntryId] | None, run: _Run, progress: Progress
) -> list[Checked]:
    holdings = _watched(_holdings(library, ids), progress)
    return list(checked(holdings, run.context, names=run.names, options=run.options))


def _watched(holdings: Iterable[Holding], progress: Progress) -> Iterator[Holding]:
    for done, holding in enumerate(holdings):
        if done % _STEP == 0:
            progress.report(done)
        yield holding


def _fix(library: Library, left: Iterable[Checked], run: _Run, progress: Progress) -> list[Checked]:
    """Put right what can be, in one step, and return what was."""
    fixable = {one.holding.id: one.holding for one in left if one.finding.fix and one.holding}
    fixed: list[Checked] = []
    pairs: list[tuple[Holding, Entry]] = []
    for holding in fixable.values():
        entry, done = put_right(holding, run.context, names=run.names, options=run.options)
        pairs.append((holding, entry))
        fixed += [Checked(holding, finding) for finding in done]
    step = replaced("Put right", pairs)
    library.apply(step.name, step.changes, progress=progress)
    return fixed


def _tell(
    library: Library, left: Sequence[Checked], fixed: Sequence[Checked], choice: Choice
) -> None:
    if choice.shape is Shape.JSON:
        write_json(_json(library, left, fixed))
        return
    for one in left:
        is_note = one.finding.severity is Severity.NOTE
        if choice.notes or choice.only or not is_note:
            typer.echo(_text(one))
    if choice.quiet:
        return
    for line in wrapped(_sum(library, left, fixed), "", "   "):
        typer.echo(line, err=True)
    for line in note_lines((one.finding for one in left), choice):
        typer.echo(line, err=True)


def _text(one: Checked) -> str:
    finding = one.finding
    key = (
        f"{finding.citekey}: " if finding.citekey else f"#{one.holding.id}: " if one.holding else ""
    )
    return one_line(f"{key}{finding.severity.value}: {finding.message} [{finding.rule}]")


def _sum(library: Library, left: Sequence[Checked], fixed: Sequence[Checked]) -> str:
    counts = Counter(one.finding.severity for one in left)
    said = [counted(counts[severity], severity.value) for severity in Severity]
    name = str(library.path)
    if fixed:
        return undoable(f"{name}: {', '.join(said)}, {len(fixed):,} put right")
    if fixable := sum(bool(one.finding.fix) for one in left):
        said.append(f"{fixable:,} of them --fix puts right")
    return f"{name}: {', '.join(said)}"


def _json(library: Library, left: Iterable[Checked], fixed: Iterable[Checked]) -> bytes:
    rows = [_row(one, is_fixed=False) for one in left]
    rows += [_row(one, is_fixed=True) for one in fixed]
    said = {"library": name_as_text(str(library.path)), "findings": rows}
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"


def _row(one: Checked, *, is_fixed: bool) -> dict[str, object]:
    finding: Finding = one.finding
    return {
        "id": one.holding.id if one.holding is not None else None,
        "citekey": finding.citekey,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "can_be_fixed": bool(finding.fix),
        "fixed": is_fixed,
    }
