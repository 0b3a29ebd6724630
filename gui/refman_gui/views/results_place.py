"""Where one was in a library, kept while one works: a window that was killed opens there again."""

import logging
from pathlib import Path

import msgspec
from PySide6.QtCore import QIODevice, QObject, QSaveFile, QTimer, Slot

from refman.places import state_folder

__all__ = ["Place", "PlaceKeeper"]

_FILE = "places.json"
_REST_MS = 300
_MOST_BYTES = 1 << 20
_MOST_LIBRARIES = 50
_log = logging.getLogger(__name__)


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """Name a place in the table.

    Attributes:
        query: as it stands in the search box.
        row: of the paper that is looked at.
        id: of that paper; 0 for none.
    """

    query: str = ""
    row: int = 0
    id: int = 0


class PlaceKeeper(QObject):
    """Keep the place of a library's window.

    Attributes:
        place: where one is; at first where one was the last time.
    """

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = str(library)
        self._file = state_folder() / _FILE
        self.place = self._read().get(self._library, Place())
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.save)

    def note(self, place: Place) -> None:
        """Keep a place, a moment later."""
        if place != self.place:
            self.place = place
            if not self._rest.isActive():
                self._rest.start(_REST_MS)

    def leave(self) -> None:
        """Write what is not written yet."""
        if self._rest.isActive():
            self.save()

    @Slot()
    def save(self) -> None:
        """Write it into the file, which has the places of other libraries too."""
        self._rest.stop()
        whole = self._read()
        whole.pop(self._library, None)
        kept = dict(list(whole.items())[1 - _MOST_LIBRARIES :]) | {self._library: self.place}
        content = msgspec.json.encode(kept)
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.warning("the place cannot be kept: %s", error)
            return
        file = QSaveFile(str(self._file), self)
        is_kept = file.open(QIODevice.OpenModeFlag.WriteOnly)
        is_kept = is_kept and file.write(content) == len(content) and file.commit()
        if not is_kept:
            _log.warning("the place cannot be kept: %s", file.errorString())
        file.deleteLater()

    def _read(self) -> dict[str, Place]:
        try:
            if self._file.stat().st_size > _MOST_BYTES:
                return {}
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, Place])
        except (OSError, msgspec.MsgspecError):  # not there, or not ours
            return {}
