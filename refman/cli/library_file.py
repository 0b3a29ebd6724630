"""The work of ``refman library``."""

from pathlib import Path

import msgspec
import typer

from refman.cli.inputs import progress_on
from refman.cli.opened import now, opened, patience
from refman.cli.output import write_json
from refman.cli.render import counted, name_as_text, one_line, wrapped
from refman.cli.status import Status
from refman.errors import InputError
from refman.library import repair_library, restore_library
from refman.library.snapshots import Snapshots
from refman.moments import shown_moment
from refman.places import library_path

__all__ = [
    "back_up",
    "check_library",
    "repair",
    "restore",
    "show_listings",
    "show_path",
    "show_snapshots",
]

_INDENT = " " * 5


def show_path(given: str | None) -> int:
    """Print where the library is, whether it is there or not; return the status."""
    path = library_path(given)
    typer.echo(one_line(str(path.absolute())))
    return Status.DONE if path.exists() else Status.NOTHING_FOUND


def show_snapshots(given: str | None) -> int:
    """Print the snapshots that were taken of the library, the newest first; return the status."""
    path = library_path(given)
    found = Snapshots(path, now).all()
    for snapshot in found:
        typer.echo(one_line(str(snapshot)))
    if not found:
        typer.echo(f"refman: no snapshot of {one_line(str(path))} was taken yet", err=True)
    return Status.DONE if found else Status.NOTHING_FOUND


def show_listings(given: str | None, *, json: bool) -> int:
    """Print the listings that the library keeps, the newest first; return the status."""
    with opened(given, reads=True) as library:
        kept = library.listings()
        separator = b"[\n"
        for id_, name in kept:
            listing = library.listing(id_)
            assert listing is not None  # it was there a moment ago, and listings stay
            if json:
                told = msgspec.structs.replace(listing, name=name_as_text(name), text=None)
                write_json(separator + msgspec.json.encode(told))
                separator = b",\n"
                continue
            text = "" if listing.text is not None else ", too long to be kept"
            left_over = counted(len(listing.left_over), "stretch", "stretches")
            said = (
                f"{one_line(name)} ({listing.kind}): {counted(listing.length, 'character')}{text},"
                f" {left_over} left over"
            )
            when = shown_moment(listing.read_at)
            for line in wrapped(said, f"{when}  ", " " * 18, breaks_words=False):
                typer.echo(line)
    if json:
        write_json(b"\n]\n" if kept else b"[]\n")
    elif not kept:
        typer.echo("refman: no listing is kept", err=True)
    return Status.DONE if kept else Status.NOTHING_FOUND


def check_library(given: str | None, *, quiet: bool) -> int:
    """Look through the library, print what is wrong with it, and return the status."""
    with opened(given, quiet=quiet) as library:
        with progress_on("checking", quiet=quiet) as progress:
            faults = library.check(progress=progress)
        for fault in faults:
            typer.echo(one_line(fault))
        name = one_line(str(library.path))
    if faults:
        typer.echo(f"refman: {name} is damaged; 'refman library repair' mends it", err=True)
        return Status.NOTHING_FOUND
    if not quiet:
        typer.echo(f"{name}: no fault found", err=True)
    return Status.DONE


def repair(given: str | None, *, quiet: bool) -> int:
    """Mend the library, tell what was lost, and return the status."""
    path = library_path(given)
    with progress_on("mending", quiet=quiet) as progress:
        done = repair_library(path, now=now, patience=patience(), progress=progress)
    for fault in done.faults:
        typer.echo(f"wrong: {one_line(fault)}")
    for loss in done.lost:
        typer.echo(f"lost: {one_line(loss)}")
    entries = counted(done.entries, "entry", "entries")
    said = f"{one_line(str(path))}: {'mended' if done.faults else 'no fault found'}; {entries}"
    if done.kept is not None:
        said += f"; the damaged file is kept as {one_line(str(done.kept))}"
    if not quiet:
        for line in wrapped(said, "", _INDENT, breaks_words=False):
            typer.echo(line, err=True)
    return Status.FAULT if done.lost else Status.DONE


def back_up(given: str | None, file: str, *, force: bool, quiet: bool) -> int:
    """Write a copy of the library, and return the status."""
    with (
        opened(given, reads=True, quiet=quiet) as library,
        progress_on("copying", quiet=quiet) as progress,
    ):
        library.backup(Path(file), replace=force, progress=progress)
    if not quiet:
        typer.echo(f"{one_line(file)} holds a whole copy", err=True)
    return Status.DONE


def restore(given: str | None, file: str, *, quiet: bool) -> int:
    """Put the library back to what a copy holds, and return the status."""
    path, source = library_path(given), Path(file)
    if not source.exists():
        raise InputError(
            f"there is no copy {file}; 'refman library snapshots' shows those that were taken",
            source=file,
        )
    with progress_on("copying", quiet=quiet) as progress:
        kept = restore_library(path, source, now=now, patience=patience(), progress=progress)
    if not quiet:
        said = f"{one_line(str(path))} is what {one_line(file)} holds"
        if kept is not None:
            said += f"; what was before is kept as {one_line(str(kept))}"
        for line in wrapped(said, "", _INDENT, breaks_words=False):
            typer.echo(line, err=True)
    return Status.DONE
