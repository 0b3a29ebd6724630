"""The fields of the entry, edited where they stand."""

from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from refman.editing import Field
from refman.library import Library
from refman.model import ChangeSet, Holding
from refman.tidying import locked, unlocked
from refman_gui.delegates.entry_fields import FieldDelegate
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_editing import change_entry, shown_as_edited
from refman_gui.item_models.entry_fields import FieldColumn, FieldsModel
from refman_gui.session import Session
from refman_gui.views.entry_page import EntryPage, Told

__all__ = ["FieldsPage"]

_NAMES_WIDTH, _LOCK_WIDTH = 112, 26


class FieldsPage(EntryPage):
    """Show the fields, edit them, lock them.

    Attributes:
        table: a row a field.
        told: what the field that is edited is, or what is wrong with its value.
    """

    def __init__(self, session: Session, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = FieldsModel(session, drafts, self)
        self.table = self._make_table()
        self.told = Told(self)
        self.all = QCheckBox(self.tr("Show &all fields"), self)
        self.all.toggled.connect(self._show_all)
        self.setFocusProxy(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        for widget in (self.table, self.told, self.all):
            layout.addWidget(widget)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("fields")
        table.setAccessibleName(self.tr("Fields of the paper"))
        table.setModel(self.model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.setWordWrap(True)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(_LOCK_WIDTH)
        header.setSectionResizeMode(FieldColumn.NAME, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(FieldColumn.VALUE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FieldColumn.LOCK, QHeaderView.ResizeMode.Fixed)
        table.setColumnWidth(FieldColumn.NAME, _NAMES_WIDTH)
        table.setColumnWidth(FieldColumn.LOCK, _LOCK_WIDTH)
        delegate = FieldDelegate(self.model, table)
        delegate.told.connect(self._tell)
        delegate.moved.connect(self._move)
        table.setItemDelegate(delegate)
        table.clicked.connect(self._clicked)
        table.selectionModel().currentRowChanged.connect(self._tell_draft)
        table.installEventFilter(self)
        return table

    def show_entry(self, holding: Holding | None) -> None:
        """Show the fields as they are now."""
        self.model.show(holding, shows_all=self.all.isChecked())

    def edit(self) -> None:
        """Edit the value of the chosen field, or of the first one."""
        current = self.table.currentIndex()
        # Qt makes the first one current, unchosen, when the table gets the focus.
        is_chosen = self.table.selectionModel().isSelected(current)
        title = self.model.place_of("title")
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit_row(current.row() if is_chosen else title or 0)

    def edit_with(self, field: Field, text: str) -> None:
        """Edit a field, beginning with a text that is not its value yet, in the core's form."""
        if self.model.place_of(field.name) is None:
            self.all.setChecked(True)
        place = self.model.place_of(field.name)
        row = self.model.row_at(place) if place is not None else None
        if row is not None and place is not None:
            self.model.type_draft(row, shown_as_edited(field, text))
            self._edit_row(place)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to edit by Enter, lock by Ctrl+Space, in whatever column."""
        if watched is not self.table or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.KeyPress:
            row = self.table.currentIndex().row()
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._edit_row(row)
                return True
            ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            if event.key() == Qt.Key.Key_Space and ctrl:
                self._toggle_lock(row)
                return True
        return super().eventFilter(watched, event)

    def _edit_row(self, row: int) -> None:
        index = self.model.index(row, FieldColumn.VALUE)
        if index.isValid() and self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.table.setCurrentIndex(index)
            self.table.edit(index)
        elif index.isValid():
            self.told.tell(self.tr("The value is too long to be edited here."))

    @Slot(str, bool)
    def _tell(self, text: str, is_fault: bool) -> None:
        self.told.tell(text, is_fault)

    @Slot(QModelIndex)
    def _tell_draft(self, index: QModelIndex) -> None:
        """Tell of what was typed for the chosen field and not applied, what is wrong with it."""
        row = self.model.row_at(index.row())
        if row is None or self.model.draft_of(row) is None:
            self.told.tell("")
            return
        fault = self.model.fault_of(row)
        waits = self.tr("Not applied yet: F2 goes on, then Enter applies, Escape takes back.")
        self.told.tell(fault or waits, fault is not None)

    @Slot(int)
    def _move(self, step: int) -> None:
        row = self.table.currentIndex().row() + step
        if 0 <= row < self.model.rowCount():
            self._edit_row(row)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == FieldColumn.LOCK:
            self._toggle_lock(index.row())

    @Slot()
    def _show_all(self) -> None:
        self.show_entry(self.model.holding)

    def _toggle_lock(self, place: int) -> None:
        row, holding = self.model.row_at(place), self.model.holding
        if row is None or holding is None:
            return
        name, is_own = row.field.name, row.is_own

        def make(library: Library, held: Holding) -> ChangeSet:
            if is_own:
                return unlocked(library, [held], [name])
            return locked([held], [name], now=datetime.now(UTC))

        change_entry(self._session, holding.id, make)
