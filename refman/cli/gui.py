"""``refman gui``: open the window."""

import subprocess
import sys
from importlib.util import find_spec
from typing import Annotated

import typer

from refman.cli.library_options import LibraryPath
from refman.errors import FormatError

__all__ = ["gui"]


def gui(
    files: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[FILE]…", help="Listings, reference files, PDFs, folders; a library."
        ),
    ] = None,
    library: LibraryPath = None,
) -> int:
    """Open the window; what is named is read into its import, and added only when you say so.

    The file of a library (.refman) is opened instead, as --library does it.
    """
    if find_spec("PySide6") is None or find_spec("refman_gui") is None:
        raise FormatError("there is no window here: pip install 'PySide6-Essentials<6.12'")
    # The window stands on the core, and is never imported by it. -P: a module beside the user's
    # files is not the one to import.
    command = [sys.executable, "-P", "-m", "refman_gui"]
    if library is not None:
        command += ["--library", library]
    # S603: our own interpreter and module, no shell; files stand behind "--".
    return subprocess.run([*command, "--", *(files or [])], check=False).returncode  # noqa: S603
