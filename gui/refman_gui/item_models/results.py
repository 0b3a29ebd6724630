"""The table of entries that a query finds: as long as the answer, held a page at a time."""

from collections import OrderedDict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QIcon

from refman.library import Sort, SortBy
from refman.model import ChangeSet, EntryId, Status
from refman_gui.field_labels import type_word
from refman_gui.icons import icon
from refman_gui.item_models.entry_links import kind_label
from refman_gui.item_models.entry_texts import plain_tip
from refman_gui.rows import WAITS, Column, Row, row_of
from refman_gui.searching import BY_ADDED, BY_RELEVANCE, PAGE, Counted, Ids, Refused, Rows
from refman_gui.selection import PAPERS_MIME
from refman_gui.session import Session

__all__ = ["ROW_ROLE", "ResultsModel"]

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole Row of a cell, for who paints it."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_NOT_YET = "…"
_MOST_PAGES = 60
_MOST_UPDATED = 500
_LONGEST_TIP = 600

_SORTS = {
    Column.STATE: SortBy.STATUS,
    Column.TITLE: SortBy.TITLE,
    Column.AUTHORS: SortBy.AUTHOR,
    Column.YEAR: SortBy.YEAR,
    Column.VENUE: SortBy.VENUE,
    Column.CITEKEY: SortBy.CITEKEY,
    Column.TYPE: SortBy.TYPE,
    Column.ADDED: SortBy.ADDED,
}

_Index = QModelIndex | QPersistentModelIndex


class ResultsModel(QAbstractTableModel):
    """Show what a query finds.

    Signals:
        first_shown(): the first rows of a new answer are there.
        counted(total): it is known how many there are.
        refused(Refused): the query means nothing.
        ids_known(): which entries stand in rows that ``ids_of`` was asked for.

    Attributes:
        in_pieces: the words were found as pieces of words only.
    """

    first_shown = Signal()
    counted = Signal(int)
    refused = Signal(object)
    ids_known = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pages: OrderedDict[int, tuple[Row, ...]] = OrderedDict()
        self._asked: set[int] = set()
        self._ids: dict[int, EntryId] = {}
        self._ids_asked: tuple[int, int] | None = None
        self._stale: set[int] = set()
        self._shown_generation = -1
        self._total = 0
        self._is_counted = False
        self._query = ""
        self._sort: Sort | None = None
        self.in_pieces = False
        self._headers = self._texts()
        self._twin = icon("layers")  # one for all: each copy that Qt makes stays for ever
        self._may_be_twin = self.tr("may be there twice")
        self._best = self.tr("the score of the best record that was found")
        self._waits = self.tr("the score of the best record; it waits for your choice")
        self._states = {
            Status.NEEDS_REVIEW: self.tr("needs review"),
            Status.ACCEPTED: self.tr("accepted"),
            Status.REJECTED: self.tr("rejected"),
        }
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)

    def _texts(self) -> dict[Column, str]:
        return {
            Column.STATE: self.tr("State"),
            Column.TITLE: self.tr("Title"),
            Column.AUTHORS: self.tr("Authors"),
            Column.YEAR: self.tr("Year"),
            Column.VENUE: self.tr("Venue"),
            Column.LINKS: self.tr("Links"),
            Column.CITEKEY: self.tr("Key"),
            Column.TYPE: self.tr("Type"),
            Column.TAGS: self.tr("Tags"),
            Column.ADDED: self.tr("Added"),
            Column.SCORE: self.tr("Match"),
        }

    def ask(self, query: str, *, is_typed: bool = False) -> None:
        """Show what a query finds; the rows that are shown stay until the first new ones come."""
        self._query = query
        self._session.selection.set_query(query)
        if self._session.searching is not None:
            best = BY_RELEVANCE if query.strip() else BY_ADDED
            self._session.searching.ask(query, self._sort or best, is_typed=is_typed)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, where it can be sorted by.

        By none, -1: what is searched for stands by relevance, else what came last first.
        """
        by = _SORTS.get(Column(column)) if column >= 0 else None
        if by is None and column >= 0:
            return
        is_descending = order is Qt.SortOrder.DescendingOrder
        self._sort = Sort(by, is_descending=is_descending) if by is not None else None
        self.ask(self._query)

    def can_be_sorted(self, column: Column) -> bool:
        """Tell whether papers can be sorted by a column."""
        return column in _SORTS

    def row_at(self, row: int) -> Row | None:
        """Return what stands in a row; None while it is not there yet."""
        page = self._pages.get(row // PAGE)
        place = row % PAGE
        return page[place] if page is not None and place < len(page) else None

    def ids_of(self, rows: Sequence[int]) -> list[EntryId] | None:
        """Return the entries of rows, in their order; None where they are asked for only now.

        Not all rows are held: of those that are not, only the entries' numbers are asked for.
        """
        ids: list[EntryId] = []
        for number in rows:
            row = self.row_at(number)
            id_ = row.id if row is not None else self._ids.get(number)
            if id_ is None:
                self._want_ids(rows[0], rows[-1] - rows[0] + 1)
                return None
            ids.append(id_)
        return ids

    def place_of(self, id_: EntryId) -> int | None:
        """Return the row of an entry among those that are held; None where it is not."""
        for number, page in self._pages.items():
            for place, row in enumerate(page):
                if row.id == id_:
                    return number * PAGE + place
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY and section != Column.STATE:  # too narrow for its word
            return self._headers[Column(section)]
        return self._headers[Column(section)] if role in (_TOOLTIP, _ACCESSIBLE) else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return _FLAGS if index.isValid() else Qt.ItemFlag.NoItemFlags

    def mimeTypes(self) -> list[str]:
        return [PAPERS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what stands for the papers that are chosen; who takes it asks the selection."""
        data = QMimeData()
        data.setData(PAPERS_MIME, b"")
        return data

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        # Asked some thousand times a page: numbers are compared, not Qt's enums (8 against 15 ms).
        if role not in (0, 3, 11, ROW_ROLE):
            return self._sign(index) if role == 1 else None
        number = index.row()
        page = self._pages.get(number // PAGE)
        if page is None:
            self._want(number // PAGE)
            return _NOT_YET if role == 0 and index.column() == Column.TITLE else None
        if self._stale and number // PAGE in self._stale:
            self._want(number // PAGE)
        place = number % PAGE
        if place >= len(page):
            return None
        row = page[place]
        if role == 0:
            return row.cells[index.column()]
        if role == ROW_ROLE:
            return row
        return self._told(row, Column(index.column()), role)

    def _sign(self, index: _Index) -> QIcon | None:
        """Return the sign before the title of what is, or may be, there twice."""
        row = self.row_at(index.row()) if index.column() == Column.TITLE else None
        return self._twin if row is not None and row.is_twin else None

    def _told(self, row: Row, column: Column, role: int) -> str | None:
        """Return a tip, or what a screen reader says of a cell that is painted."""
        text = row.cells[column]
        if column is Column.STATE:
            text = self._state_of(row)
        elif column is Column.LINKS:
            text = "\n".join(f"{kind_label(chip.kind)}: {chip.url}" for chip in row.chips)
        elif column is Column.SCORE and text:
            text = f"{text}: {self._waits if text.startswith(WAITS) else self._best}"
        elif column is Column.TYPE and role == _TOOLTIP:
            text = f"{text}\ntype:{type_word(text)}"
        elif column is Column.TITLE and row.is_twin:
            text = f"{text}\n{self._may_be_twin}"
        if role == _ACCESSIBLE:
            return text or None
        return plain_tip(text, _LONGEST_TIP) or None

    def _state_of(self, row: Row) -> str:
        state = self._states[row.status]
        if row.is_outdated:
            return self.tr("{state}, changed since it was exported").format(state=state)
        return self.tr("{state}, exported").format(state=state) if row.is_exported else state

    def _want(self, page: int) -> None:
        if page not in self._asked and self._is_counted and self._session.searching is not None:
            self._asked.add(page)
            self._session.searching.want(page * PAGE)

    def _want_ids(self, first: int, count: int) -> None:
        searching = self._session.searching
        if searching is not None and self._is_counted and self._ids_asked != (first, count):
            self._ids_asked = first, count
            searching.want_ids(first, count)

    @Slot(object)
    def _ids_came(self, ids: Ids) -> None:
        self._ids = dict(enumerate(ids.ids, ids.first))
        self._ids_asked = None
        self.ids_known.emit()

    def _forget_ids(self) -> None:
        self._ids.clear()
        self._ids_asked = None

    @Slot()
    def _opened(self) -> None:
        searching = self._session.searching
        assert searching is not None
        searching.rows_came.connect(self._rows_came)
        searching.ids_came.connect(self._ids_came)
        searching.counted.connect(self._counted)
        searching.refused.connect(self._refused)
        self.ask(self._query)

    @Slot(object)
    def _rows_came(self, rows: Rows) -> None:
        if rows.generation != self._shown_generation:
            self._show_first(rows)
            return
        page = rows.first // PAGE
        self._asked.discard(page)
        self._stale.discard(page)
        self._pages[page] = rows.rows
        while len(self._pages) > _MOST_PAGES:
            self._pages.popitem(last=False)
        last = min(rows.first + len(rows.rows), self._total) - 1
        if last >= rows.first:
            self.dataChanged.emit(self.index(rows.first, 0), self.index(last, len(Column) - 1))

    def _show_first(self, rows: Rows) -> None:
        """Show the first rows of an answer; the table is not reset where they are the same."""
        self._shown_generation, self.in_pieces = rows.generation, rows.in_pieces
        self._is_counted = False
        self._forget_ids()
        before = self._pages.get(0, ())
        is_same = [row.id for row in before] == [row.id for row in rows.rows]
        self._asked.clear()
        if is_same and before:
            self._stale = set(self._pages) - {0}
            self._pages[0] = rows.rows
            self.dataChanged.emit(self.index(0, 0), self.index(self._total - 1, len(Column) - 1))
        else:
            self.beginResetModel()
            self._stale.clear()
            self._pages = OrderedDict({0: rows.rows})
            self._total = len(rows.rows)
            self.endResetModel()
        self.first_shown.emit()

    @Slot(object)
    def _counted(self, counted: Counted) -> None:
        self._is_counted = True
        if counted.total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, counted.total - 1)
            self._total = counted.total
            self.endInsertRows()
        elif counted.total < self._total:
            self.beginRemoveRows(QModelIndex(), counted.total, self._total - 1)
            self._total = counted.total
            self.endRemoveRows()
        self._session.selection.total = counted.total
        self.counted.emit(counted.total)

    @Slot(object)
    def _refused(self, refused: Refused) -> None:
        self.refused.emit(refused)

    @Slot(object)
    def _changed(self, changes: ChangeSet | None) -> None:
        """Show what was changed; what the query finds may be others now."""
        if changes is not None and len(changes.changes) <= _MOST_UPDATED:
            self._update(changes)
        self.ask(self._query)

    def _update(self, changes: ChangeSet) -> None:
        """Show changed entries at once, in the rows in which they stand."""
        ids = {id_ for change in changes.changes if (id_ := getattr(change, "id", None))}
        places = {id_: place for id_ in ids if (place := self.place_of(id_)) is not None}
        for holding in self._session.holdings(places):
            assert holding.id is not None
            place = places[holding.id]
            page = list(self._pages[place // PAGE])
            before = page[place % PAGE]
            row = row_of(
                holding,
                is_twin=before.is_twin,
                score=before.cells[Column.SCORE],
                is_exported=before.is_exported,
                is_outdated=before.is_exported,  # until it is known better, in a moment
            )
            page[place % PAGE] = row
            self._pages[place // PAGE] = tuple(page)
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(Column) - 1))
