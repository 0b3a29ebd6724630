"""The application of Qt, made and run."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from refman_gui.icons import icon
from refman_gui.session import Session
from refman_gui.theme import Theme, apply_theme
from refman_gui.window import MainWindow

__all__ = ["make_application", "run"]


def make_application() -> QApplication:
    """Return the application, in our colours."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("refman")
    application.setDesktopFileName("refman")
    application.setStyle("Fusion")
    apply_theme(Theme.SYSTEM)
    application.setWindowIcon(icon("quote"))
    return application


def run(path: Path, files: Sequence[str]) -> int:
    """Show the window until it is closed; return the exit status.

    Args:
        path: the library's.
        files: to be read into its import.
    """
    application = make_application()
    session = Session(path)
    window = MainWindow(session)
    window.show()
    del files
    return application.exec()
