"""``refman library``: the library's file itself: checked, mended, copied, put back."""

from typing import Annotated

import typer

from refman.cli.library_options import Json, LibraryPath, Quiet

__all__ = ["library"]

library = typer.Typer(
    help="Look after the library's file: check, repair, backup, restore.", no_args_is_help=True
)

Copy = Annotated[str, typer.Argument(metavar="FILE", help="The copy.")]


@library.command("path")
def path(library: LibraryPath = None) -> int:
    """Show where the library is."""
    from refman.cli.library_file import show_path  # slow to import

    return show_path(library)


@library.command("snapshots")
def snapshots(library: LibraryPath = None) -> int:
    """Show the copies that were taken by themselves: each day, and before what may go wrong."""
    from refman.cli.library_file import show_snapshots  # slow to import

    return show_snapshots(library)


@library.command("listings")
def listings(library: LibraryPath = None, *, json: Json = False) -> int:
    """Show the listings that papers were read from, the newest first, and what was left over."""
    from refman.cli.library_file import show_listings  # slow to import

    return show_listings(library, json=json)


@library.command("check")
def check(library: LibraryPath = None, *, quiet: Quiet = False) -> int:
    """Look through the whole library for damage; the exit status is 1 where there is some."""
    from refman.cli.library_file import check_library  # slow to import

    return check_library(library, quiet=quiet)


@library.command("repair")
def repair(library: LibraryPath = None, *, quiet: Quiet = False) -> int:
    """Mend a damaged library; what cannot be mended in its place is kept beside it."""
    from refman.cli.library_file import repair  # slow to import

    return repair(library, quiet=quiet)


@library.command("backup")
def backup(
    file: Copy,
    library: LibraryPath = None,
    *,
    force: Annotated[bool, typer.Option("--force", help="Replace what is there.")] = False,
    quiet: Quiet = False,
) -> int:
    """Write a whole copy of the library to a file; others may go on working with it."""
    from refman.cli.library_file import back_up  # slow to import

    return back_up(library, file, force=force, quiet=quiet)


@library.command("restore")
def restore(file: Copy, library: LibraryPath = None, *, quiet: Quiet = False) -> int:
    """Make the library what a backup or a snapshot holds; what it held is kept as a snapshot."""
    from refman.cli.library_file import restore  # slow to import

    return restore(library, file, quiet=quiet)
