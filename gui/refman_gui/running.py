"""The application of Qt, made and run."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from refman.settings import WindowSettings
from refman_gui.icons import icon
from refman_gui.session import Session
from refman_gui.theme import Theme, apply_font, apply_theme
from refman_gui.window import MainWindow

__all__ = ["make_application", "run"]


def make_application(preferences: WindowSettings = WindowSettings()) -> QApplication:  # noqa: B008 - frozen
    """Return the application, in the user's colours."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("refman")
    application.setDesktopFileName("refman")
    application.setStyle("Fusion")
    apply_theme(Theme(preferences.theme))
    apply_font(preferences.font_points)
    application.setWindowIcon(icon("quote"))
    return application


def run(path: Path, files: Sequence[str], preferences: WindowSettings) -> int:
    """Show the window until it is closed; return the exit status.

    Args:
        path: the library's.
        files: to be read into its import.
        preferences: how it looks.
    """
    application = make_application(preferences)
    session = Session(path)
    window = MainWindow(session)
    window.show()
    del files
    return application.exec()
