"""The entry beside a record, field by field: ticked, taken back, edited, locked."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
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
from refman.library import Library
from refman.model import ChangeSet, Holding, Proposal
from refman.tidying import FieldRow, compared, locked, reverted, unlocked
from refman_gui.delegates.entry_diff import DiffDelegate
from refman_gui.icons import icon
from refman_gui.item_models.entry_diff import DiffColumn, DiffModel
from refman_gui.item_models.entry_editing import change_entry
from refman_gui.session import Session
from refman_gui.views.entry_page import Told

__all__ = ["DiffTable"]

_FIELD_WIDTH, _SOURCE_WIDTH = 104, 62


class DiffTable(QWidget):
    """Show what a record would change, and let each field be judged apart.

    Space ticks, F2 edits, L locks, Backspace takes back.

    Signals:
        edit_wanted(str, str): the field of a name is to be edited, beginning with a text.

    Attributes:
        stops: what takes the focus after the table, in that order.
    """

    edit_wanted = Signal(str, str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._holding: Holding | None = None
        self._rows: tuple[FieldRow, ...] = ()
        self.model = DiffModel(self)
        self.table = self._make_table()
        self.told = Told(self)
        self.all = QCheckBox(self.tr("Fields that are the same too"), self)
        self.all.toggled.connect(self._show)
        bar = QHBoxLayout()
        bar.setSpacing(6)
        bar.addWidget(self.all, 1)
        self.stops: list[QWidget] = [self.all]
        rows: tuple[tuple[str, str, Callable[[], None]], ...] = (
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
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.setColumnWidth(DiffColumn.FIELD, _FIELD_WIDTH)
        table.setColumnWidth(DiffColumn.SOURCE, _SOURCE_WIDTH)
        header.setSectionResizeMode(DiffColumn.ORIGINAL, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(DiffColumn.NEW, QHeaderView.ResizeMode.Stretch)
        table.installEventFilter(self)
        return table

    def show_record(self, holding: Holding | None, proposal: Proposal | None, place: int) -> None:
        """Show an entry beside a record; nothing where there is none."""
        self._holding, self._rows = holding, ()
        self.told.tell("")
        if holding is not None and proposal is not None:
            try:
                self._rows = compared(holding.entry, proposal, place, now=datetime.now(UTC))
            except RefmanError as error:
                self.told.tell(str(error), True)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tick, edit, lock and take back by keys, in whatever column."""
        if watched is not self.table or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.modifiers():
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_F2:
            event.accept()
            return True
        if event.type() is not QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        does = {
            Qt.Key.Key_Space: self._toggle,
            Qt.Key.Key_F2: self._edit,
            Qt.Key.Key_L: self._lock,
            Qt.Key.Key_Backspace: self._revert,
        }.get(Qt.Key(event.key()))
        if does is None:
            return super().eventFilter(watched, event)
        does()
        return True

    @Slot()
    def _show(self) -> None:
        self.model.show(self._rows, shows_all=self.all.isChecked())
        if not self.model.rows and self._rows:
            self.told.tell(self.tr("The record says nothing else than the entry."))

    def _row(self) -> FieldRow | None:
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _toggle(self) -> None:
        self.model.toggle(self.table.currentIndex().row())

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

    def _change(self, make: Callable[[Library, Holding], ChangeSet]) -> None:
        if self._holding is not None:
            change_entry(self._session, self._holding.id, make)
