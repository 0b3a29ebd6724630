"""The command line's door: the commands, and what a fault looks like from outside.

A fault is one line on standard error; a trace only with --debug.
"""

import logging
import os
import sys
from collections.abc import Sequence
from typing import Annotated, TextIO, cast

import typer

from refman import __version__
from refman.cli import (
    accept,
    add,
    candidates,
    check,
    choose,
    collect,
    convert,
    dedupe,
    edit,
    export,
    gui,
    history,
    library,
    links,
    lookup,
    push,
    read,
    remove,
    search,
    settings,
    show,
    tag,
    undo,
)
from refman.cli import list as list_
from refman.cli.render import one_line
from refman.cli.status import Status
from refman.errors import Cancelled, RefmanError

__all__ = ["run"]

_log = logging.getLogger("refman")

_TAKES_MINUS_WORDS = {"ignore_unknown_options": True}
"""Of a query, in which -word means "without"."""

app = typer.Typer(
    name="refman",
    help="Turn a listing of papers into references with their links.",
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command("read")(read.read)
app.command("convert")(convert.convert)
app.command("add")(add.add)
app.command("check")(check.check)
app.command("dedupe")(dedupe.dedupe)
app.command("lookup")(lookup.lookup)
app.command("candidates")(candidates.candidates)
app.command("choose", context_settings=_TAKES_MINUS_WORDS)(choose.choose)
app.command("links")(links.links)
app.command("edit", context_settings=_TAKES_MINUS_WORDS)(edit.edit)
app.command("tag", context_settings=_TAKES_MINUS_WORDS)(tag.tag)
app.command("collect", context_settings=_TAKES_MINUS_WORDS)(collect.collect)
app.command("accept", context_settings=_TAKES_MINUS_WORDS)(accept.accept)
app.command("reject", context_settings=_TAKES_MINUS_WORDS)(accept.reject)
app.command("review", context_settings=_TAKES_MINUS_WORDS)(accept.review)
app.command("export")(export.export)
app.command("push", context_settings=_TAKES_MINUS_WORDS)(push.push)
app.command("remove", context_settings=_TAKES_MINUS_WORDS)(remove.remove)
app.command("put-back", context_settings=_TAKES_MINUS_WORDS)(remove.put_back)
app.command("list", context_settings=_TAKES_MINUS_WORDS)(list_.list_entries)
app.command("search", context_settings=_TAKES_MINUS_WORDS)(search.search)
app.command("show")(show.show)
app.command("undo")(undo.undo)
app.command("redo")(undo.redo)
app.command("history")(history.history)
app.add_typer(library.library, name="library")
app.command("gui")(gui.gui)
app.command("settings")(settings.settings)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"refman {__version__}")
        raise typer.Exit


@app.callback()
def _global(
    *,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show the log, and the trace of a fault.")
    ] = False,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Show the version and stop.", is_eager=True, callback=_show_version
        ),
    ] = False,
) -> None:
    logging.basicConfig(
        level=logging.DEBUG if debug else logging.WARNING, format="refman: %(message)s", force=True
    )


def run(arguments: Sequence[str]) -> int:
    """Run the program and return its exit status."""
    try:
        status = app(args=list(arguments), prog_name="refman", standalone_mode=False)
        if (output := cast("TextIO | None", sys.stdout)) is not None:
            output.flush()
    except (BrokenPipeError, SystemExit):
        # Who read our output had enough, as `head` has; typer turns that into an exit where it sees
        # it first. Python would complain once more at its own exit.
        _abandon_output()
        return Status.DONE
    except (KeyboardInterrupt, typer.Abort, Cancelled):
        return _say("stopped", Status.STOPPED)
    except typer.TyperException as error:
        wrong = one_line(error.format_message()).removesuffix(".").replace("Value error, ", "")
        return _say(f"{wrong}; 'refman {_command(arguments)}--help' tells the use", Status.FAULT)
    except RefmanError as error:
        _log.debug("fault", exc_info=True)
        return _say(one_line(str(error)), Status.FAULT)
    except OSError as error:
        _log.debug("fault", exc_info=True)
        _abandon_output()
        return _say(f"standard output cannot be written: {error.strerror}", Status.FAULT)
    except Exception as error:  # noqa: BLE001 - the last door: nobody else is left to tell the user
        _log.debug("fault", exc_info=True)
        what = one_line(f"{type(error).__name__}: {error}")
        return _say(
            f"a fault in refman itself ({what}); 'refman --debug …' shows where", Status.FAULT
        )
    if status == Status.STOPPED:  # which typer makes of Ctrl+C where it sees it first
        return _say("stopped", Status.STOPPED)
    return status if isinstance(status, int) else Status.DONE


def _abandon_output() -> None:
    """Let Python's own flush at exit go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _command(arguments: Sequence[str]) -> str:
    names = {command.name for command in app.registered_commands}
    names |= {group.name for group in app.registered_groups}
    return next((f"{word} " for word in arguments if word in names), "")


def _say(message: str, status: int) -> int:
    typer.echo(f"refman: {message}", err=True)
    return status
