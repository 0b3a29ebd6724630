"""How the window looks, kept while it is changed: its size, docks, columns, and splitters."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Slot
from PySide6.QtWidgets import QSplitter, QWidget

from refman.places import state_folder

__all__ = ["Look"]

_REST_MS = 2_000
"""So long after the first change it is kept: a window that is killed has lost no more."""


class Look(QObject):
    """Keep how things look, and make them look so again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._savers: dict[str, Callable[[], QByteArray]] = {}
        self._written: dict[str, QByteArray] = {}
        self._is_left = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.keep)

    def hold(
        self, name: str, save: Callable[[], QByteArray], restore: Callable[[QByteArray], object]
    ) -> None:
        """Make a thing look as it was kept, and keep it from now on.

        Args:
            name: of what is kept.
            save: tells how it looks.
            restore: makes it look so; what was never kept stays as it is.
        """
        value = self._kept().value(name)
        if isinstance(value, QByteArray):
            self._written[name] = value
            restore(value)
        self._savers[name] = save

    def hold_splitters(self, name: str, part: QWidget) -> None:
        """Hold what parts the panes of a part."""
        for number, splitter in enumerate(part.findChildren(QSplitter)):
            self.hold(f"{name}_split_{number}", splitter.saveState, splitter.restoreState)
            splitter.splitterMoved.connect(self.note)

    @Slot()
    def note(self) -> None:
        """Take note that something looks otherwise now."""
        if not self._rest.isActive() and not self._is_left:
            self._rest.start()

    @Slot()
    def keep(self) -> None:
        """Keep how all looks now, where it is otherwise than before."""
        self._rest.stop()
        now = {name: save() for name, save in self._savers.items()}
        changed = {name: value for name, value in now.items() if value != self._written.get(name)}
        if not changed:
            return
        kept = self._kept()
        for name, value in changed.items():
            kept.setValue(name, value)
        kept.sync()
        self._written.update(changed)

    def leave(self) -> None:
        """Keep it for the last time: the window closes."""
        self.keep()
        self._is_left = True

    def _kept(self) -> QSettings:
        return QSettings(str(state_folder() / "window.ini"), QSettings.Format.IniFormat)
