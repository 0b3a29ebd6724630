"""The work of ``refman push``, apart from its options."""

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

import msgspec
import typer

from refman.cli.changing import Choice, named_ids
from refman.cli.inputs import progress_on
from refman.cli.opened import now, opened
from refman.cli.output import write_json
from refman.cli.push_render import plan_lines, report_lines, target_lines
from refman.cli.render import one_line
from refman.cli.status import Status
from refman.exporting.wanted import Wanted
from refman.library import Library
from refman.places import user_settings
from refman.progress import CancelToken
from refman.pushing import Asked
from refman.pushing.carrying import push
from refman.pushing.planning import places, plan
from refman.zotero.records import Via

__all__ = ["Wish", "push_entries", "show_targets"]


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the user wants of Zotero; see the options of the command."""

    via: Via | None
    target: str | None
    accepted: bool
    update: bool
    files: bool
    again: bool


def show_targets(via: Via | None, *, json: bool) -> int:
    """Show who answers, and where papers can go."""
    found = places(user_settings(), via, cancel=CancelToken(), told=_tell)
    _print(found, target_lines(found), json=json)
    return Status.DONE


def push_entries(choice: Choice, wish: Wish) -> int:
    """Push the entries that were chosen, or show what that would do; return the status."""
    with opened(choice.library, reads=choice.dry_run, quiet=choice.quiet) as library:
        ids = named_ids(library, choice, verb="send to Zotero")
        if not ids:
            return Status.NOTHING_FOUND
        asked = Asked(
            wanted=Wanted(ids=tuple(ids), accepted=wish.accepted),
            via=wish.via,
            target=wish.target,
            update=wish.update,
            files=wish.files,
            again=wish.again,
        )
        return (_show_plan if choice.dry_run else _push)(library, asked, choice)


def _show_plan(library: Library, asked: Asked, choice: Choice) -> int:
    with progress_on("Zotero", quiet=choice.quiet) as progress:
        found = plan(
            library,
            asked,
            user_settings(),
            now=now(),
            cancel=CancelToken(),
            progress=progress,
            told=_tell,
        )
    if not found.rows:
        return _nothing(library, asked)
    _print(found, plan_lines(found), json=choice.json)
    return Status.DONE


def _push(library: Library, asked: Asked, choice: Choice) -> int:
    cancel = CancelToken()
    with _stopped_by_ctrl_c(cancel), progress_on("Zotero", quiet=choice.quiet) as progress:
        report = push(
            library,
            asked,
            user_settings(),
            now=now,
            cancel=cancel,
            progress=progress,
            told=_tell,
        )
    if not report.done and report.stopped is None:
        return _nothing(library, asked)
    lines = report_lines(report, quiet=choice.quiet, again=asked.again)
    _print(report, lines, json=choice.json)
    if report.stopped is not None and cancel.is_cancelled:
        return Status.STOPPED
    is_whole = report.stopped is None and all(one.fault is None for one in report.done)
    return Status.DONE if is_whole else Status.FAULT


@contextmanager
def _stopped_by_ctrl_c(cancel: CancelToken) -> Generator[None]:
    """Let the first Ctrl+C end the work where it can tell what was done, the second at once."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        cancel.cancel()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _nothing(library: Library, asked: Asked) -> int:
    where = one_line(str(library.path))
    lacks = "accepted" if asked.wanted.accepted else "outside the bin"
    typer.echo(f"refman: none of these papers in {where} is {lacks}; nothing was sent", err=True)
    return Status.NOTHING_FOUND


def _print(said: msgspec.Struct, lines: list[str], *, json: bool) -> None:
    if json:
        data = msgspec.json.format(msgspec.json.encode(said), indent=1) + b"\n"
        write_json(data)
        return
    for line in lines:
        typer.echo(line)


def _tell(text: str) -> None:
    if text:
        typer.echo(f"refman: {one_line(text)}", err=True)
