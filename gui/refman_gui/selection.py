"""What the window shows and what is chosen in it: how its parts know of each other."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from refman.model import EntryId

__all__ = ["PAPERS_MIME", "Selection"]

PAPERS_MIME = "application/x-refman-papers"
"""What is dragged that stands for the papers that are chosen; it holds nothing itself."""


class Selection(QObject):
    """Hold the query that is shown, the entry that is looked at, and those that are chosen.

    The table sets them; every other part reads them, and asks for another query by ``want``.

    Signals:
        current_changed(EntryId | None): another entry is looked at.
        ids_changed(): others are chosen.
        query_changed(str): another query is shown.
        query_wanted(str): a part wants it shown; it goes into the search box.
        entry_wanted(EntryId): a part wants this entry looked at.

    Attributes:
        current: the entry that is looked at.
        ids: those that are chosen, in the table's order; the current one is among them.
        query: what is shown, as it stands in the search box.
        total: how many entries that has; None until they are counted.
    """

    current_changed = Signal(object)
    ids_changed = Signal()
    query_changed = Signal(str)
    query_wanted = Signal(str)
    entry_wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.current: EntryId | None = None
        self.ids: tuple[EntryId, ...] = ()
        self.query = ""
        self.total: int | None = None

    def want(self, query: str) -> None:
        """Ask for a query to be shown."""
        self.query_wanted.emit(query)

    def want_entry(self, id_: EntryId) -> None:
        """Ask for an entry to be looked at."""
        self.entry_wanted.emit(id_)

    def set_query(self, query: str) -> None:
        """Take note of the query that is shown."""
        self.total = None
        if query != self.query:
            self.query = query
            self.query_changed.emit(query)

    def set_ids(self, ids: Sequence[EntryId], current: EntryId | None) -> None:
        """Take note of what is chosen."""
        if tuple(ids) != self.ids:
            self.ids = tuple(ids)
            self.ids_changed.emit()
        if current != self.current:
            self.current = current
            self.current_changed.emit(current)
