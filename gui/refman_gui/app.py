"""The program: Qt started, the library opened, the window shown."""

import argparse
import logging
import sys
from collections.abc import Sequence

import PySide6

from refman_gui.qt_guard import check_qt

__all__ = ["main"]


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

    try:
        settings = user_settings()
        path = library_path(given.library, settings)
    except RefmanError as error:
        sys.stderr.write(f"refman: {error}\n")
        return 2
    return run(path, given.files, settings.window)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="refman gui", description="Open the window; what is named is read into its import."
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="a listing, a .bib, a PDF, a folder"
    )
    parser.add_argument("--library", help="the library's file")
    parser.add_argument("--debug", action="store_true", help="show the log")
    return parser
