"""The middle of the window: the search box, and the table of what it finds."""

from itertools import chain, islice
from typing import cast

from PySide6.QtCore import QEvent, QItemSelectionModel, QMimeData, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from refman.editing import judged
from refman.library.query_values import quoted
from refman.model import EntryId, Status
from refman_gui.core_texts import core_text, figures
from refman_gui.counting import DUPLICATES, TO_REVIEW
from refman_gui.delegates.cells import LinksDelegate, StateDelegate
from refman_gui.icons import icon
from refman_gui.item_models.results import ResultsModel
from refman_gui.rows import Column
from refman_gui.searching import PAGE, Refused
from refman_gui.session import Session
from refman_gui.tasks.judging import AT_ONCE, JUDGING, Deed, Request, Which
from refman_gui.views.many_rows import chosen_ranges, keep_apart
from refman_gui.views.plain import plain_label
from refman_gui.views.results_closed import ClosedPage, ReadOnlyLine
from refman_gui.views.results_columns import ColumnMenu, TitleRoom
from refman_gui.views.results_drop import DroppedFiles
from refman_gui.views.results_empty import EmptyPage
from refman_gui.views.results_place import Place, PlaceKeeper

__all__ = ["ResultsView"]

_WIDTHS = {
    Column.STATE: 30,
    Column.TITLE: 420,
    Column.AUTHORS: 130,
    Column.YEAR: 42,
    Column.VENUE: 110,
    Column.LINKS: 76,
    Column.CITEKEY: 140,
    Column.TYPE: 110,
    Column.TAGS: 120,
    Column.ADDED: 130,
    Column.SCORE: 58,
}
_HIDDEN = (Column.CITEKEY, Column.TYPE, Column.TAGS, Column.ADDED)
_MOST_CHOSEN = 5_000
_MOST_DIGIT = 9
_LINE = 26


class ResultsView(QWidget):
    """Search, and show what is found.

    What is chosen here is told by ``session.selection``.

    Signals:
        digit_pressed(int): 1 to 9 was pressed in the table.
    """

    digit_pressed = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = ResultsModel(session, self)
        self.box = self._make_box()
        self.fault = plain_label(self)
        self.table = self._make_table()
        self.table.installEventFilter(self)
        self.empty = EmptyPage(self)
        self.count = QLabel(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.closed = ClosedPage(session, self)
        self.closed.stand_in(self._stack)
        self.closed.shown.connect(self.box.setDisabled)
        self.closed.shown.connect(self.count.clear)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(6)
        only_read = ReadOnlyLine(session, self)
        for widget in (only_read, self.box, self.fault, self._stack, self.count):
            layout.addWidget(widget)
        self.fault.hide()
        self._places = PlaceKeeper(session.path, self)
        place = self._places.place
        self._row = place.row
        self._wanted_row: int | None = place.row or None
        self._current: EntryId | None = EntryId(place.id) if place.id else None
        self._chosen = 0
        self.model.first_shown.connect(self._first_shown)
        self.model.counted.connect(self._counted)
        self.model.refused.connect(self._refused)
        self.model.dataChanged.connect(self._told_selection)
        self.model.ids_known.connect(self._told_selection)
        self.table.selectionModel().selectionChanged.connect(self._told_selection)
        self.table.selectionModel().currentRowChanged.connect(self._told_selection)
        session.selection.query_wanted.connect(self.show_query)
        session.selection.entry_wanted.connect(self.show_entry)
        self.box.setText(place.query)
        self.model.ask(place.query)  # it asks when the library is open

    def _make_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setObjectName("search")
        box.setPlaceholderText(self.tr("Search: words, author:ada, year:2024.., has:code, -no:doi"))
        box.setAccessibleName(self.tr("Search"))
        box.setClearButtonEnabled(True)
        box.setMaxLength(2_000)
        box.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        box.textEdited.connect(self._typed)
        box.returnPressed.connect(self._entered)
        box.installEventFilter(self)
        return box

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("results")
        table.setAccessibleName(self.tr("Papers"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        table.setTextElideMode(Qt.TextElideMode.ElideRight)
        table.setItemDelegateForColumn(Column.STATE, StateDelegate(table))
        table.setItemDelegateForColumn(Column.LINKS, LinksDelegate(table))
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_LINE, self.fontMetrics().height() + 10))
        header = table.horizontalHeader()
        header.setSectionsMovable(True)
        keep_apart(table)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.sortIndicatorChanged.connect(self.model.sort)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_columns)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        for column in _HIDDEN:
            table.setColumnHidden(column, True)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        self.columns = TitleRoom(table, _WIDTHS)
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(DroppedFiles(self._session, table))
        return table

    # What can be done here, named in the table of actions.

    def search(self) -> None:
        """Go to the search box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def accept(self) -> None:
        """Accept what is chosen, and go on to the next."""
        self._judge(Status.ACCEPTED)

    def reject(self) -> None:
        """Reject what is chosen, and go on to the next."""
        self._judge(Status.REJECTED)

    def review(self) -> None:
        """Send what is chosen back to review."""
        self._judge(Status.NEEDS_REVIEW)

    def next(self) -> None:
        """Go to the next entry that is to be reviewed."""
        self._go_to_review(1)

    def previous(self) -> None:
        """Go to the entry before that is to be reviewed."""
        self._go_to_review(-1)

    def leave(self) -> None:
        """Keep where one is: the window closes."""
        self._places.leave()

    @Slot(str)
    def show_query(self, query: str) -> None:
        """Put a query into the search box, and show what it finds."""
        self.box.setText(query)
        self._entered()

    @Slot(object)
    def show_entry(self, id_: EntryId) -> None:
        """Look at an entry, in what is shown now or else alone."""
        place = self.model.place_of(id_)
        if place is not None:
            self._go(place)
            return
        holding = self._session.get(id_)
        if holding is not None and holding.entry.citekey:
            self._current = id_
            self.table.clearSelection()
            self.show_query(f"key:{quoted(holding.entry.citekey)}")

    def _judge(self, status: Status) -> None:
        ids = self._session.selection.ids
        if len(ids) > AT_ONCE:
            self._judge_many(ids, status)
        elif ids:
            row = self.table.currentIndex().row()
            # Made when it is done: of quick keys the first may still be on its way.
            self._session.edit_with(lambda library: judged(library.holdings(ids), status))
            if len(ids) == 1:
                self._go(row + 1)

    def _judge_many(self, ids: tuple[EntryId, ...], status: Status) -> None:
        request = Request(
            library=str(self._session.path), which=Which(ids=ids), deed=Deed.JUDGE, status=status
        )
        title = self.tr("Review %n paper(s)", "", len(ids))
        job = self._session.writes(self._session.jobs.start(title, JUDGING, request))
        job.failed.connect(self._session.failed)

    def _go(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            index = self.model.index(row, int(Column.TITLE))
            self.table.selectionModel().setCurrentIndex(
                index,
                QItemSelectionModel.SelectionFlag.ClearAndSelect
                | QItemSelectionModel.SelectionFlag.Rows,
            )
            self.table.scrollTo(index)

    def _go_to_review(self, step: int) -> None:
        """Go to the nearest row that is to be reviewed, or to the first that is not there yet."""
        row = self.table.currentIndex().row() + step
        while (shown := self.model.row_at(row)) and shown.status is not Status.NEEDS_REVIEW:
            row += step
        if 0 <= row < self.model.rowCount():
            self._go(row)
        else:
            self._session.said.emit(self.tr("Nothing more is to be reviewed this way"))

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.fault.hide()
        self.model.ask(text, is_typed=True)

    @Slot()
    def _entered(self) -> None:
        self.fault.hide()
        self.model.ask(self.box.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the box to the table by the arrow keys.

        A listing that is pasted into it is none of its own: it is left to the import. Digits in the
        table choose a record, where some are shown.
        """
        if watched is self.table and isinstance(event, QKeyEvent):
            return self._heeds_digit(event) or super().eventFilter(watched, event)
        if watched is not self.box or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._is_left_to_window(event)
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and not event.modifiers():
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if not self.table.currentIndex().isValid():
                self._go(0)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go out of a search by Escape, from wherever one is in here."""
        if event.key() == Qt.Key.Key_Escape and self.box.text():
            self.show_query("")
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the table: keys that mean something there do so from the beginning."""
        super().showEvent(event)
        if cast("QWidget | None", self.window().focusWidget()) is None:
            shown = self.empty if self.empty.isVisibleTo(self) else self.table
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def _is_left_to_window(self, event: QKeyEvent) -> bool:
        """Tell whether a key is none of the box: a listing, or nothing to undo in it."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.box.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self.box.isRedoAvailable()
        return event.matches(QKeySequence.StandardKey.Paste) and _is_listing_copied()

    def _heeds_digit(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        number = event.key() - Qt.Key.Key_0
        if event.type() is not QEvent.Type.KeyPress or modifiers or not 1 <= number <= _MOST_DIGIT:
            return False
        self.digit_pressed.emit(number)
        return True

    @Slot()
    def _first_shown(self) -> None:
        """Choose what was chosen before, where it is found again; else what stands there now."""
        rows = [row for at in range(PAGE) if (row := self.model.row_at(at)) is not None]
        self.columns.heed(rows, is_typed=self.box.isModified() and self.box.text() != "")
        if not self.table.selectionModel().hasSelection() and self.model.rowCount():
            place = self.model.place_of(self._current) if self._current is not None else None
            if place is None and (self._wanted_row or 0) >= self.model.rowCount():
                return  # it stands further down than the first rows
            self._go(min(self._row, self.model.rowCount() - 1) if place is None else place)
        self._told_selection()

    @Slot(int)
    def _counted(self, total: int) -> None:
        if total == 0:
            self._tell_empty()
        self._stack.setCurrentWidget(self.table if total else self.empty)
        wanted, self._wanted_row = self._wanted_row, None
        if wanted is not None and not self.table.selectionModel().hasSelection():
            self._go(min(wanted, total - 1))
        text = self.tr("%n paper(s)", "", total)
        if self.model.in_pieces:
            text = self.tr("{count}, found as pieces of words").format(count=text)
        self.count.setText(text)
        self._told_selection()

    def _tell_empty(self) -> None:
        query = self.box.text().strip()
        if query == DUPLICATES:
            self.empty.tell_no_duplicates(self._session.duplicates_found_at())
        elif query == TO_REVIEW and self._session.has_papers():
            self.empty.tell_reviewed()
        else:
            self.empty.tell(is_searched=bool(query))

    @Slot(object)
    def _refused(self, refused: Refused) -> None:
        word = self.box.text()[refused.start : refused.end]
        message = core_text(refused.message)
        self.fault.setText(f"{message} — {word}" if word else message)
        self.fault.show()

    @Slot()
    def _told_selection(self) -> None:
        here = self.model.row_at(self.table.currentIndex().row())
        if here is not None:
            self._row, self._current = self.table.currentIndex().row(), here.id
            self._places.note(Place(self.box.text(), self._row, here.id))
        ids = self.model.ids_of(self._chosen_rows())
        if ids is None:  # until all are known nothing is done to some of them
            self._session.selection.set_ids((), here.id if here is not None else None)
            return
        current = here.id if here is not None and here.id in ids else None
        self._session.selection.set_ids(
            ids, current if current is not None else next(iter(ids), None)
        )

    def _chosen_rows(self) -> list[int]:
        """Return the rows that are chosen, from above to below; not more than can be worked on."""
        ranges = chosen_ranges(self.table)
        found = list(dict.fromkeys(islice(chain.from_iterable(ranges), _MOST_CHOSEN)))
        count = sum(map(len, ranges))
        if count > _MOST_CHOSEN and count != self._chosen:
            text = self.tr("Of {count} chosen papers the first {most} are taken")
            self._session.said.emit(text.format(count=figures(count), most=figures(_MOST_CHOSEN)))
        self._chosen = count
        return found

    def choose_columns(self) -> None:
        """Choose which columns are shown, and by which one is sorted."""
        self._offer_columns(self.table.horizontalHeader().rect().bottomLeft())

    @Slot(QPoint)
    def _offer_columns(self, place: QPoint) -> None:
        menu = ColumnMenu(self.model, self.table)
        menu.popup(self.table.horizontalHeader().mapToGlobal(place))


def _is_listing_copied() -> bool:
    """Tell whether the clipboard holds what is no search: files, or several lines."""
    data = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())  # not so in Qt's stubs
    return data is not None and (data.hasUrls() or "\n" in data.text().strip())
