"""What was typed and not applied, or asked: it outlives a move to another entry, and a crash."""

import logging
from collections.abc import Mapping
from pathlib import Path

import msgspec
from PySide6.QtCore import QIODevice, QObject, QSaveFile, QTimer, Signal, Slot

from refman.model import ChangeSet, Edit, EntryId
from refman_gui.session import Session

__all__ = ["SEARCH", "Drafts"]

SEARCH = "search."
"""What the names begin with of texts that are only searched by, and change nothing."""

_REST_MS = 1_000
_MOST_ENTRIES = 500
_MOST_BYTES = 32 << 20

_Texts = dict[str, str]
_File = dict[str, dict[str, _Texts]]
"""By the library's path, the entry's number, and the name of what was typed."""

_log = logging.getLogger(__name__)


class Drafts(QObject):
    """Hold texts by entry and by a name: a field's, or "notes.1" for a part of one; or a search's.

    They are written to a file a second after the first of them was typed that is not in it.

    Signals:
        changed(EntryId): its texts are others.
    """

    changed = Signal(object)

    def __init__(self, session: Session, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._library, self._file = str(session.path.absolute()), file
        self._texts = self._restored()
        self._given: dict[tuple[EntryId, str], None] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.save)
        session.opened.connect(self._opened)
        session.changed.connect(self._written)
        session.failed.connect(self._refused)
        if session.is_open:
            self._opened()

    def of(self, id_: EntryId) -> Mapping[str, str]:
        """Return what was typed for an entry and not applied, by name."""
        return self._texts.get(id_, {})

    def waiting(self, id_: EntryId) -> int:
        """Return how many values of an entry wait to be applied by the user."""
        return sum(
            not name.startswith(SEARCH) and not self.is_given(id_, name) for name in self.of(id_)
        )

    def is_given(self, id_: EntryId, name: str) -> bool:
        """Tell whether it was given to the library, which has not answered yet."""
        return (id_, name) in self._given

    def put(self, id_: EntryId, name: str, text: str) -> None:
        """Keep what was typed."""
        if self._texts.get(id_, {}).get(name) == text:
            return
        self._given.pop((id_, name), None)
        self._texts.setdefault(id_, {})[name] = text
        self._later(id_)

    def give(self, id_: EntryId, name: str, text: str) -> None:
        """Keep what is given to the library now, until that has it."""
        self.put(id_, name, text)
        self._given[id_, name] = None
        self.changed.emit(id_)

    def drop(self, id_: EntryId, name: str) -> None:
        """Forget what was typed: it was taken back, or it is in the library."""
        self._given.pop((id_, name), None)
        if self._texts.get(id_, {}).pop(name, None) is not None:
            if not self._texts[id_]:
                del self._texts[id_]
            self._later(id_)

    @Slot()
    def save(self) -> None:
        """Write all into the file, which keeps the drafts of other libraries."""
        self._rest.stop()
        whole = self._read()
        mine = {str(id_): texts for id_, texts in list(self._texts.items())[-_MOST_ENTRIES:]}
        whole.pop(self._library, None)
        if mine:
            whole[self._library] = mine
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            _log.warning("drafts cannot be kept: %s", error)
            return
        file = QSaveFile(str(self._file), self)
        content = msgspec.json.encode(whole)
        is_kept = file.open(QIODevice.OpenModeFlag.WriteOnly)
        is_kept = is_kept and file.write(content) == len(content) and file.commit()
        if not is_kept:
            _log.warning("drafts cannot be kept: %s", file.errorString())
        file.deleteLater()

    def leave(self) -> None:
        """Write what is not written yet."""
        if self._rest.isActive():
            self.save()

    def _later(self, id_: EntryId) -> None:
        if not self._rest.isActive():
            self._rest.start(_REST_MS)
        self.changed.emit(id_)

    def _restored(self) -> dict[EntryId, _Texts]:
        mine = self._read().get(self._library, {})
        return {EntryId(int(id_)): dict(texts) for id_, texts in mine.items() if id_.isdecimal()}

    def _read(self) -> _File:
        try:
            if self._file.stat().st_size > _MOST_BYTES:
                return {}
            return msgspec.json.decode(self._file.read_bytes(), type=_File)
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError) as error:
            _log.warning("drafts cannot be read: %s", error)
            return {}

    @Slot()
    def _opened(self) -> None:
        """Forget what was typed for entries that are gone."""
        there = {holding.id for holding in self._session.holdings(list(self._texts))}
        for id_ in [one for one in self._texts if one not in there]:
            del self._texts[id_]

    @Slot(object)
    def _written(self, changes: ChangeSet | None) -> None:
        """Forget what is in the library now."""
        if changes is None:
            return
        ids = {change.id for change in changes.changes if isinstance(change, Edit)}
        there = [one for one in self._given if one[0] in ids]
        if not changes.changes:  # so already; answers come in the order in which was asked
            there = list(self._given)[:1]
        for id_, name in there:
            self.drop(id_, name)

    @Slot()
    def _refused(self) -> None:
        """Keep as drafts what the library did not take."""
        ids = {id_ for id_, _ in self._given}
        self._given.clear()
        for id_ in ids:
            self.changed.emit(id_)
