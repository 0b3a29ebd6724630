"""What commands share that change entries: choosing them, doing it, telling of it."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec
import typer

from refman.cli.columns import cut
from refman.cli.inputs import progress_on
from refman.cli.opened import chosen, keyed, opened, undoable
from refman.cli.output import write_json
from refman.cli.render import counted, name_as_text, one_line, wrapped
from refman.cli.status import Status
from refman.editing.differences import differences
from refman.editing.steps import id_of
from refman.errors import ConflictError, FormatError, RefmanError
from refman.library import Library
from refman.model import Bin, ChangeSet, Edit, EntryId, Holding, Remove

__all__ = ["Choice", "change", "finished", "named", "named_ids"]

_SHOWN_ENTRIES = 20
_NAMED = 3
_MOST_TRIES = 5
_PAST = {
    "Accept": "accepted",
    "Choose": "chose",
    "Delete": "deleted",
    "Edit": "edited",
    "Keep": "kept",
    "Make": "made",
    "Merge": "merged",
    "Put": "put",
    "Reject": "rejected",
    "Remove": "removed",
    "Rename": "renamed",
    "Replace": "replaced",
    "Say": "remembered",
    "Tag": "tagged",
    "Take": "took",
}
"""What the names of steps begin with (refman.editing, refman.tidying), for when they are done."""


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user chose; see the options of the commands.

    Attributes:
        words: citekeys, or a query.
        library: its file.
        takes_all: all that a query finds; without words, all there is.
        dry_run: show what would be changed.
        json: print JSON.
        quiet: print no more than what the user must know.
    """

    words: tuple[str, ...]
    library: str | None
    takes_all: bool = False
    dry_run: bool = False
    json: bool = False
    quiet: bool = False


def change(
    choice: Choice,
    make: Callable[[Library, Iterable[Holding]], ChangeSet],
    *,
    verb: str,
    already: str,
    shows: bool = False,
    binned: bool = False,
) -> int:
    """Do what a command does to the entries that were chosen, tell of it, return the status.

    Args:
        choice: of the user.
        make: returns what is to be done to them; it is given them one by one.
        verb: for the question where a query finds them: "accept".
        already: for nothing to be done: "{} accepted already", where the number of papers stands
            for the braces.
        shows: print each field that changes, before and after; a dry run always does.
        binned: the command is about entries in the bin; else those are refused.
    """
    with opened(choice.library, quiet=choice.quiet) as library:
        ids = named_ids(library, choice, verb=verb, binned=binned)
        if not ids:
            return Status.NOTHING_FOUND
        papers = f"{counted(len(ids), 'paper')} {'is' if len(ids) == 1 else 'are'}"
        tries = _MOST_TRIES
        while True:
            holdings = library.holdings(ids)
            step = make(library, holdings if binned else _outside_bin(holdings))
            try:
                return finished(library, step, choice, nothing=already.format(papers), shows=shows)
            except ConflictError:  # another program was at the same entries, and is done by now
                tries -= 1
                if not tries:
                    raise


def named_ids(
    library: Library, choice: Choice, *, verb: str | None, binned: bool = False
) -> list[EntryId]:
    """Return the entries that were chosen; where there are none, tell so.

    Args:
        library: it is searched.
        choice: of the user.
        verb: for the question where a query finds them; None to ask nothing.
        binned: entries in the bin are wanted.

    Raises:
        RefmanError: nothing was named, or it means nothing.
    """
    # A query may hold -word; what has two is an option that there is not.
    if option := next((word for word in choice.words if word.startswith("--")), None):
        raise FormatError(f"there is no option {one_line(option)}; --help shows those there are")
    asked = [word for word in choice.words if word.strip()]
    if not asked and not choice.takes_all:
        raise FormatError("name entries by their citekeys, or by a query; --all alone means all")
    words = ["in:bin", *asked] if binned and not keyed(library, asked) else asked
    ids = chosen(
        library,
        words,
        changes=None if choice.dry_run else verb,
        takes_all=choice.takes_all,
        quiet=choice.quiet or choice.json,
    )
    if not ids:
        said = one_line(" ".join(asked))
        where = "the bin" if binned else one_line(str(library.path))
        told = f"nothing in {where} is {said}" if said else f"{where} is empty"
        typer.echo(f"refman: {told}", err=True)
    return ids


def _outside_bin(holdings: Iterable[Holding]) -> Iterator[Holding]:
    """Yield entries that do not lie in the bin.

    Raises:
        RefmanError: one does.
    """
    for one in holdings:
        if one.binned is not None:
            raise RefmanError(f"{named([one])} lies in the bin; 'refman put-back' takes it out")
        yield one


def named(holdings: Sequence[Holding]) -> str:
    """Return the keys of entries for a message, the first of many."""
    keys = [one_line(one.entry.citekey or f"#{one.id}") for one in holdings[:_NAMED]]
    more = len(holdings) - len(keys)
    return ", ".join(keys) + (f" and {more:,} more" if more else "")


def finished(
    library: Library, step: ChangeSet, choice: Choice, *, nothing: str, shows: bool = False
) -> int:
    """Do a step, unless it is a dry run, and tell of it.

    Args:
        library: in which.
        step: what is to be done; nothing, perhaps.
        choice: of the user.
        nothing: why there was nothing to do.
        shows: print each field that changes, before and after; a dry run always does.
    """
    is_shown = choice.dry_run or (shows and not choice.quiet)
    told = _json(library, step, choice) if choice.json else b""
    lines = list(_edit_lines(library, step)) if is_shown and not choice.json else []
    if step.changes and not choice.dry_run:
        with progress_on(step.name, quiet=choice.quiet) as progress:
            library.apply(step.name, step.changes, progress=progress)
    if choice.json:
        write_json(told)
        return Status.DONE
    for line in lines:
        typer.echo(line)
    if not step.changes:
        if not choice.quiet:
            typer.echo(f"nothing to do: {one_line(nothing)}", err=True)
    elif choice.dry_run:
        typer.echo(f"a dry run, nothing was changed: {one_line(step.name)}", err=True)
    elif not choice.quiet:
        for line in wrapped(undoable(_told(step.name)), "", "   "):
            typer.echo(line, err=True)
    return Status.DONE


def _told(name: str) -> str:
    """Return a step's name as that of one that is done: "accepted 12 papers"."""
    verb, _, rest = name.partition(" ")
    return one_line(f"{_PAST[verb]} {rest}")


def _edit_lines(library: Library, step: ChangeSet) -> Iterator[str]:
    """Yield what becomes of the fields of entries, the first twenty of many."""
    edits = [one for one in step.changes if isinstance(one, Edit)]
    shown = edits[:_SHOWN_ENTRIES]
    for edit, holding in zip(shown, library.holdings([one.id for one in shown]), strict=True):
        yield one_line(holding.entry.citekey or f"#{edit.id}")
        for field, before, after in differences(holding.entry, edit):
            said = f"{_short(before)} -> {_short(after)}"
            if before == after:
                said = f"{_short(after)} (now your own word)"
            yield from wrapped(f"{field}: {said}", "   ", "     ")
    if (more := len(edits) - len(shown)) > 0:
        yield f"and {counted(more, 'more paper')}"


def _short(text: str) -> str:
    """Return a value such that two of them fill a few lines; "(nothing)" for none."""
    width = max(shutil.get_terminal_size().columns, 60)
    return cut(one_line(text), 2 * width) or "(nothing)"


def _json(library: Library, step: ChangeSet, choice: Choice) -> bytes:
    """Return one JSON object: the step, and each entry that it changes."""
    edits = {one.id: one for one in step.changes if isinstance(one, Edit)}
    bins = {one.id: one for one in step.changes if isinstance(one, Bin)}
    rows: list[dict[str, Any]] = []
    for holding in library.holdings([*edits, *(id_ for id_ in bins if id_ not in edits)]):
        row: dict[str, Any] = {"id": holding.id, "citekey": holding.entry.citekey}
        if (edit := edits.get(id_of(holding))) is not None:
            row["fields"] = {
                name: {"before": before or None, "after": after or None}
                for name, before, after in differences(holding.entry, edit)
            }
        if (change := bins.get(id_of(holding))) is not None:
            row["binned"] = change.after
        rows.append(row)
    gone = [one.holding for one in step.changes if isinstance(one, Remove)]
    rows += [{"id": one.id, "citekey": one.entry.citekey} for one in gone]
    said = {
        "library": name_as_text(str(library.path)),
        "step": step.name if step.changes else None,
        "done": bool(step.changes) and not choice.dry_run,
        "entries": rows,
    }
    return msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"
