"""The application of Qt, made and run."""

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from refman.settings import WindowSettings
from refman_gui.icons import file_icon
from refman_gui.jobs import start_window
from refman_gui.languages import install_language
from refman_gui.session import Session
from refman_gui.single_instance import SingleInstance
from refman_gui.theme import Theme, apply_font, apply_theme
from refman_gui.window import MainWindow

__all__ = ["close_by_interrupt", "make_application", "run"]

_SWITCH_S = 0.0005
"""So long a thread that searches or counts keeps Python while the window's thread waits for it."""


def make_application(preferences: WindowSettings | None = None) -> QApplication:
    """Return the application, in the user's language and colours."""
    preferences = preferences or WindowSettings()
    sys.setswitchinterval(_SWITCH_S)
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("refman")
    application.setDesktopFileName("refman")
    application.setStyle("Fusion")
    apply_theme(Theme(preferences.theme))
    apply_font(preferences.font_points)
    install_language(application, preferences.language)
    application.setWindowIcon(file_icon("refman.svg"))
    return application


def close_by_interrupt(application: QApplication) -> None:
    """Let Ctrl+C where it was started close it as a person does.

    It is heard when Python has its turn, at one of the window's timers at the latest, and heeded
    when what goes on in the window's thread is done: that still needs what closing lets go.
    """

    def heed(_number: int, _frame: object) -> None:
        QTimer.singleShot(0, application.closeAllWindows)

    signal.signal(signal.SIGINT, heed)


def run(path: Path, inputs: Sequence[str], preferences: WindowSettings) -> int:
    """Show the window until it is closed; return the exit status.

    Args:
        path: the library's.
        inputs: files and addresses to be read into its import.
        preferences: how it looks.
    """
    application = make_application(preferences)
    # PTH100: abspath neither asks the disk nor follows links, as Path.resolve would.
    named = [text if "://" in text else os.path.abspath(text) for text in inputs]  # noqa: PTH100
    alone = SingleInstance(path)
    if alone.hand_over(named):
        return 0
    alone.listen()
    window = MainWindow(Session(path))
    alone.asked.connect(window.take)
    close_by_interrupt(application)
    window.show()
    gc.freeze()  # what is there by now stays, and need not be looked through for garbage
    if named:
        window.take(named)
    status = application.exec()
    alone.close()
    if window.session.is_wanted_anew:
        start_window(path)
    return status
