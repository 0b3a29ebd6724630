"""The entry beside a record, field by field: ticked, taken, taken back, edited, locked."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError
from refman.library import KeptListing, Library
from refman.model import ChangeSet, EntryId, Holding, ListingId, Proposal
from refman.tidying import FieldRow, Sign, compared, locked, reverted, unlocked
from refman_gui.core_texts import core_text
from refman_gui.delegates.entry_diff import DiffDelegate
from refman_gui.icons import icon
from refman_gui.item_models.entry_diff import DiffColumn, DiffModel
from refman_gui.item_models.entry_diff_lines import DiffLine
from refman_gui.item_models.entry_editing import change_entry
from refman_gui.session import Session
from refman_gui.views.entry_page import Told

__all__ = ["DiffTable"]

_FIELD_WIDTH, _SOURCE_WIDTH, _MOST_FOR_FIELDS = 112, 62, 0.36
_NARROW = 340
_GAP, _LEAST_HEIGHT, _MOST_FITTED = 4, 22, 300
_MOST_READ = 400


class DiffTable(QWidget):
    """Show what a record would change, and let each field be judged apart.

    Enter or A takes a field or an item now, Space ticks it; Right and Left open and close a list;
    F2 edits, L locks, Backspace takes back.

    Signals:
        take_wanted(Wanted): a field, or items of it, is to be taken while the others wait on.
        edit_wanted(str, str): the field of a name is to be edited, beginning with a text.

    Attributes:
        stops: what takes the focus after the table, in that order.
    """

    take_wanted = Signal(object)
    edit_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._holding: Holding | None = None
        self._rows: tuple[FieldRow, ...] = ()
        self._shown: tuple[EntryId | None, datetime, int] | None = None
        self._fits_names = False
        self._listing: tuple[ListingId, KeptListing | None] | None = None
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.timeout.connect(self._fit)
        self.model = DiffModel(self)
        self.model.as_read = self._as_read
        self.table = self._make_table()
        self.told = Told(self)
        self.all = QCheckBox(self.tr("Fields that are the same too"), self)
        self.all.toggled.connect(self._show)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self.all, 1)
        self.stops: list[QWidget] = [self.all]
        rows: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("check", self.tr("Take the field now; the others wait"), self._take),
            ("undo-2", self.tr("Take the field back"), self._revert),
            ("pencil", self.tr("Edit the field"), self._edit),
            ("lock", self.tr("Lock the field, or unlock it"), self._lock),
        )
        for picture, text, slot in rows:
            button = QToolButton(self)
            button.setIcon(icon(picture))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(slot)
            button.setEnabled(False)
            bar.addWidget(button)
            self.stops.append(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.table, 1)
        layout.addLayout(bar)
        layout.addWidget(self.told)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("diff")
        table.setAccessibleName(self.tr("What the record would change"))
        table.setModel(self.model)
        table.setItemDelegate(DiffDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        # Qt's own way to fit them lays out every line anew at each tick.
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(DiffColumn.FIELD, _FIELD_WIDTH)
        table.setColumnWidth(DiffColumn.SOURCE, _SOURCE_WIDTH)
        header.setSectionResizeMode(DiffColumn.ORIGINAL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(DiffColumn.NEW, QHeaderView.ResizeMode.Stretch)
        table.selectionModel().currentRowChanged.connect(self._went)
        header.sectionResized.connect(self._fit_soon)
        self.model.modelReset.connect(self._fit_soon)
        self.model.rowsInserted.connect(self._fit_soon)
        table.installEventFilter(self)
        return table

    @Slot()
    def _fit_soon(self) -> None:
        self._fitting.start()

    @Slot()
    def _fit(self) -> None:
        """Give each line the height of its texts; most items have one that fills a line."""
        metrics = self.table.fontMetrics()
        height = max(metrics.height() + 2 * _GAP, _LEAST_HEIGHT)
        self.table.verticalHeader().setDefaultSectionSize(height)
        if self._fits_names:
            self._fits_names = False
            self._fit_names()
        columns = (DiffColumn.ORIGINAL, DiffColumn.NEW)
        room = min(map(self.table.columnWidth, columns)) - 2 * _GAP
        for place, line in enumerate(self.model.lines[:_MOST_FITTED]):
            item = line.item
            texts = (item.before, item.after) if item is not None else ()
            if item is None or any(metrics.horizontalAdvance(one) > room for one in texts):
                self.table.resizeRowToContents(place)
            elif self.table.rowHeight(place) != height:
                self.table.setRowHeight(place, height)

    def _fit_names(self) -> None:
        """Give the fields' names their room, but leave most of it to the texts."""
        column = DiffColumn.FIELD
        fields = [place for place, line in enumerate(self.model.lines) if line.item is None]
        indexes = (self.model.index(place, column) for place in fields)
        widths = [self.table.sizeHintForIndex(index).width() + _GAP for index in indexes]
        most = max(_FIELD_WIDTH, int(self.table.viewport().width() * _MOST_FOR_FIELDS))
        self.table.setColumnWidth(column, min(max(_FIELD_WIDTH, *widths, 0), most))

    def show_record(self, holding: Holding | None, proposal: Proposal | None, place: int) -> None:
        """Show an entry beside a record; nothing where there is none."""
        self._holding, self._rows = holding, ()
        self.told.tell("")
        shown = (holding.id, proposal.at, place) if holding and proposal else None
        is_other = shown != self._shown
        self._shown = shown
        self._fits_names |= is_other
        if holding is not None and proposal is not None:
            try:
                self._rows = compared(holding.entry, proposal, place, now=datetime.now(UTC))
            except RefmanError as error:
                self.told.tell(core_text(str(error)), True)
        self._fill(is_other=is_other)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take, tick, open, edit, lock and take back by keys, in whatever column."""
        if watched is not self.table or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        does = {
            Qt.Key.Key_Return: self._take,
            Qt.Key.Key_Enter: self._take,
            Qt.Key.Key_A: self._take,
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_F2: self._edit,
            Qt.Key.Key_L: self._lock,
            Qt.Key.Key_Backspace: self._revert,
        }.get(Qt.Key(event.key()))
        if does is not None:
            does()
            return True
        return self._opened(Qt.Key(event.key())) or super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the texts where there is little: whose they are is in their tips too."""
        is_narrow = event.size().width() < _NARROW
        if self.table.isColumnHidden(DiffColumn.SOURCE) is not is_narrow:
            self.table.setColumnHidden(DiffColumn.SOURCE, is_narrow)
            self._fits_names = True
            self._fit_soon()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the lines to another font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_soon()

    @Slot()
    def _show(self) -> None:
        self._fill(is_other=False)

    def _fill(self, *, is_other: bool) -> None:
        """Show the fields; the line that one was at stays, unless it is another record."""
        line, column = self._line(), self.table.currentIndex().column()
        place = self.table.currentIndex().row()
        self.model.show(self._rows, shows_all=self.all.isChecked(), is_other=is_other)
        if not self.model.lines:
            if self._rows:
                self.told.tell(self.tr("The record says nothing else than the entry."))
        elif line is not None and not is_other:
            there = self.model.place_of(line.key)
            there = there if there >= 0 else min(place, len(self.model.lines) - 1)
            self.table.setCurrentIndex(self.model.index(there, column))
        self._tell_buttons()

    def _line(self) -> DiffLine | None:
        place = self.table.currentIndex().row()
        return self.model.lines[place] if 0 <= place < len(self.model.lines) else None

    def _row(self) -> FieldRow | None:
        line = self._line()
        return line.row if line is not None else None

    @Slot()
    def _went(self) -> None:
        """Let a line be judged once one is there; what was told of another one goes."""
        self.told.tell("")
        self._tell_buttons()

    def _tell_buttons(self) -> None:
        for button in self.stops[1:]:
            button.setEnabled(self._line() is not None)

    def _take(self) -> None:
        line = self._line()
        if line is None:
            return
        wanted = self.model.taken_now(self.table.currentIndex().row())
        if wanted is not None:
            self.take_wanted.emit(wanted)
        elif line.sign is Sign.EQUAL:
            self.told.tell(self.tr("The record says the same here."))
        else:
            self.told.tell(self.tr("This is your own word and stays. L unlocks it."))

    def _toggle(self) -> None:
        self.model.toggle(self.table.currentIndex().row())

    def _opened(self, key: Qt.Key) -> bool:
        """Open a list by Right, close it by Left, go from an item to its list; tell whether so."""
        line, index = self._line(), self.table.currentIndex()
        is_open = self.model.is_open(index.row())
        if key not in (Qt.Key.Key_Right, Qt.Key.Key_Left) or line is None:
            return False
        if line.item is not None and key is Qt.Key.Key_Left:
            place = self.model.place_of(DiffLine(line.row).key)
            self.table.setCurrentIndex(self.model.index(place, index.column()))
            return True
        if is_open is None or is_open is (key is Qt.Key.Key_Right):
            return False
        self.model.open(index.row(), is_open=not is_open)
        return True

    def _edit(self) -> None:
        row = self._row()
        if row is not None:
            self.edit_wanted.emit(row.field, row.after)

    def _lock(self) -> None:
        row = self._row()
        if row is None:
            return
        name, is_locked = row.field, row.is_locked

        def make(library: Library, held: Holding) -> ChangeSet:
            if is_locked:
                return unlocked(library, [held], [name])
            return locked([held], [name], now=datetime.now(UTC))

        self._change(make)

    def _revert(self) -> None:
        row = self._row()
        if row is not None:
            name = row.field

            def make(library: Library, held: Holding) -> ChangeSet:
                return reverted(library, held, [name], now=datetime.now(UTC))

            self._change(make)

    def _as_read(self, span: tuple[int, int]) -> str:
        """Return what stands in the entry's listing; "" where that is not kept."""
        id_ = self._holding.listing if self._holding is not None else None
        if id_ is None or self._session.reader is None:
            return ""
        if self._listing is None or self._listing[0] != id_:
            try:
                self._listing = id_, self._session.reader.listing(id_)
            except RefmanError:  # a tip is no place to tell of it; the page of the origin does
                self._listing = id_, None
        kept = self._listing[1]
        start, end = span
        text = kept.text if kept is not None else None
        return text[start : min(end, start + _MOST_READ)] if text is not None else ""

    def _change(self, make: Callable[[Library, Holding], ChangeSet]) -> None:
        if self._holding is not None:
            change_entry(self._session, self._holding.id, make)
