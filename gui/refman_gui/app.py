"""The program: Qt started, the library opened, the window shown."""

import argparse
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

import PySide6

from refman_gui.qt_guard import check_qt

__all__ = ["main"]

_LIBRARYS, _FILE = ".refman", "file://"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window until it is closed; return the exit status."""
    fault = check_qt(PySide6.__version__, sys.version_info[:2])
    if fault is not None:
        sys.stderr.write(f"refman: {fault}\n")
        return 2
    given = _parser().parse_args(arguments)
    logging.basicConfig(
        level=logging.DEBUG if given.debug else logging.WARNING, format="refman: %(message)s"
    )
    from refman.errors import RefmanError
    from refman.places import library_path, user_settings
    from refman_gui.running import run

    named, inputs = _told_apart(given.library, given.files)
    try:
        settings = user_settings()
        path = library_path(named, settings)
    except RefmanError as error:
        sys.stderr.write(f"refman: {error}\n")
        return 2
    return run(path, inputs, settings.window)


def _told_apart(library: str | None, files: Sequence[str]) -> tuple[str | None, list[str]]:
    """Return which library is meant, and what is to be read: the first library's file is opened.

    The desktop names a file that is opened by it as any other, by its path or its address.
    """
    for place, name in enumerate(files):
        path = _path_of(name)
        if library is None and path.suffix.lower() == _LIBRARYS and path.is_file():
            return str(path), [*files[:place], *files[place + 1 :]]
    return library, list(files)


def _path_of(name: str) -> Path:
    is_address = name.lower().startswith(_FILE)
    return Path(unquote(name[len(_FILE) :]) if is_address else name)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="refman gui", description="Open the window; what is named is read into its import."
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="a listing, a .bib, a PDF, a folder; a library's file (.refman) is opened",
    )
    parser.add_argument("--library", help="the library's file")
    parser.add_argument("--debug", action="store_true", help="show the log")
    return parser
