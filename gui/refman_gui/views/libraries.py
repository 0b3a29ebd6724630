"""Another library, opened in a window of its own, by a program of its own."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from refman_gui.jobs import start_window
from refman_gui.session import Session

__all__ = ["Libraries"]

_SUFFIX = "refman"


class Libraries(QObject):
    """Ask which library is to be opened, or where a new one is to be, and open it."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._window = session, window

    def ask(self) -> None:
        """Ask for a library that is there."""
        dialog = self._dialog(self.tr("Open another library"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def ask_for_new(self) -> None:
        """Ask for the place of a new library; one that is there is opened as it is."""
        dialog = self._dialog(self.tr("Make a new library"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.open()

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title, str(self._session.path.absolute().parent))
        names = [
            self.tr("Libraries (*.{suffix})").format(suffix=_SUFFIX),
            self.tr("All files (*)"),
        ]
        dialog.setNameFilters(names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._open)
        return dialog

    @Slot(str)
    def _open(self, name: str) -> None:
        path = Path(name)
        if os.path.realpath(path) == os.path.realpath(self._session.path):
            self._session.said.emit(self.tr("This library is open here already."))
        elif start_window(path):
            self._session.said.emit(self.tr("{path} opens in another window.").format(path=path))
        else:
            self._session.failed.emit(self.tr("{path} could not be opened.").format(path=path))
