"""Python's garbage collected in the window's thread only.

Python collects in whatever thread happens to allocate. Where that is one of ours beside the window,
widgets and icons that lie in a cycle would be deleted there, which Qt does not survive.
"""

import gc

from PySide6.QtCore import QObject, QTimer, Slot

__all__ = ["Collector"]

_EVERY_MS = 2_000
_OLD_EVERY = 30
"""Old objects are looked at every so many times; it takes some ten milliseconds."""


class Collector(QObject):
    """Take over from Python's own collector, as long as a window is there."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_enabled = gc.isenabled()
        gc.disable()
        self._turn = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Give it back to Python."""
        self._timer.stop()
        if self._was_enabled:
            gc.enable()

    @Slot()
    def _collect(self) -> None:
        self._turn += 1
        gc.collect(2 if self._turn % _OLD_EVERY == 0 else 1)
