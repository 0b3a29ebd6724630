"""A folder whose new files are told when they are whole: what a browser saves grows for a while."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

__all__ = ["WatchedFolder"]

_REST_MS = 1_000
_MOST_FILES = 200
_UNFINISHED = frozenset({".part", ".crdownload", ".download", ".tmp", ".partial"})


class WatchedFolder(QObject):
    """Watch a folder; what is in it at first is not new.

    Signals:
        came(list): paths of files that are new and have not grown for a second.
    """

    came = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Path | None = None
        self._known: set[str] = set()
        self._growing: dict[str, int] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(self._look)

    def watch(self, folder: str | None) -> None:
        """Watch another folder; None for none."""
        if watched := self._watcher.directories():
            self._watcher.removePaths(watched)
        self._later.stop()
        self._growing = {}
        self._folder = _folder_of(folder)
        self._known = set(self._sizes())
        if self._folder is not None and self._folder.is_dir():
            self._watcher.addPath(str(self._folder))

    def _sizes(self) -> dict[str, int]:
        """Return the files that may be read, by their paths."""
        if self._folder is None:
            return {}
        sizes: dict[str, int] = {}
        try:
            for path in self._folder.iterdir():
                is_meant = not path.name.startswith(".") and path.suffix.lower() not in _UNFINISHED
                if is_meant and path.is_file():
                    sizes[str(path)] = path.stat().st_size
        except OSError:  # the folder is gone, or a file in it: it is looked at again
            return sizes
        return sizes

    @Slot()
    def _look(self) -> None:
        sizes = self._sizes()
        self._known &= set(sizes)  # what went and comes again is new
        new = {path: size for path, size in sizes.items() if path not in self._known}
        whole = sorted(
            path for path, size in new.items() if size and self._growing.get(path) == size
        )
        self._growing = {path: size for path, size in new.items() if path not in whole}
        if whole:
            self._known.update(whole)
            self.came.emit(whole[:_MOST_FILES])
        if self._growing:
            self._later.start()


def _folder_of(text: str | None) -> Path | None:
    try:
        return Path(text).expanduser() if text else None
    except RuntimeError:  # the home of nobody
        return None
