"""The entry held beside a record: field, what is there, what may be, whose word that is."""

from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from refman.model import Provenance
from refman.tidying import FieldRow, Sign, WordChange, words_changed
from refman_gui.icons import icon
from refman_gui.item_models.entry_labels import field_label
from refman_gui.item_models.entry_texts import capped, one_line, plain_tip

__all__ = ["CHANGES_ROLE", "ROW_ROLE", "DiffColumn", "DiffModel"]

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole FieldRow, for who paints it."""

CHANGES_ROLE = ROW_ROLE + 1
"""The WordChanges between the two texts that are shown."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)

_MOST_SIGNS = 400
_MOST_TIP = 1_200
_MOST_NAME = 60


class DiffColumn(IntEnum):
    """Name the columns."""

    FIELD = 0
    ORIGINAL = 1
    NEW = 2
    SOURCE = 3


class DiffModel(QAbstractTableModel):
    """Show the fields that differ, or all; those that are to be taken are ticked.

    Signals:
        ticked(): others are to be taken.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[FieldRow] = []
        self._taken: set[str] = set()
        self._changes: dict[str, tuple[WordChange, ...]] = {}

    def show(self, rows: tuple[FieldRow, ...], *, shows_all: bool) -> None:
        """Show what a record says; what it takes by itself is ticked."""
        self.beginResetModel()
        self.rows = [row for row in rows if shows_all or row.sign is not Sign.EQUAL]
        self._taken = {row.field for row in rows if row.is_taken}
        self._changes = {}
        self.endResetModel()

    def chosen(self) -> tuple[str, ...] | None:
        """Return the fields that are ticked; None where they are those taken by themselves."""
        by_itself = {row.field for row in self.rows if row.is_taken}
        ticked = {row.field for row in self.rows if row.field in self._taken}
        if ticked == by_itself:
            return None
        return tuple(row.field for row in self.rows if row.field in ticked)

    def toggle(self, row: int) -> None:
        """Tick a field, or take its tick off; not where the user's own word stands."""
        if not 0 <= row < len(self.rows) or not _can_be_taken(self.rows[row]):
            return
        self._taken ^= {self.rows[row].field}
        index = self.index(row, DiffColumn.FIELD)
        self.dataChanged.emit(index, index)
        self.ticked.emit()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(DiffColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Field"), self.tr("Original"), self.tr("New"), self.tr("Source"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not 0 <= index.row() < len(self.rows):
            return Qt.ItemFlag.NoItemFlags
        if index.column() == DiffColumn.FIELD:
            can = _can_be_taken(self.rows[index.row()])
            return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags
        return flags

    def setData(self, index: _Index, value: Any, role: int = _CHECK) -> bool:
        if role != _CHECK or index.column() != DiffColumn.FIELD:
            return False
        self.toggle(index.row())
        return True

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], DiffColumn(index.column())
        if role == ROW_ROLE:
            return row
        if role == CHANGES_ROLE:
            return self._changes_of(row)
        if role == _TOOLTIP:
            return plain_tip(self._tip(row, column), _MOST_TIP)
        if column is DiffColumn.FIELD:
            return self._field(row, role)
        if role in (_DISPLAY, _ACCESSIBLE):
            return _text(row, column)
        return None

    def _field(self, row: FieldRow, role: int) -> Any:
        if role == _CHECK and _can_be_taken(row):
            is_ticked = row.field in self._taken
            return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
        if role == _DECORATION and row.is_locked:
            return icon("lock")
        if role == _DISPLAY:
            return f"{row.sign.value} {one_line(field_label(row.field), _MOST_NAME)}"
        if role == _ACCESSIBLE:
            label = one_line(field_label(row.field), _MOST_NAME)
            return f"{label}: {self._sign(row.sign)}"
        return None

    def _sign(self, sign: Sign) -> str:
        return {
            Sign.EQUAL: self.tr("the same"),
            Sign.ADDED: self.tr("added"),
            Sign.CHANGED: self.tr("changed"),
            Sign.REMOVED: self.tr("removed"),
        }[sign]

    def _changes_of(self, row: FieldRow) -> tuple[WordChange, ...]:
        if row.field not in self._changes:
            before, after = _text(row, DiffColumn.ORIGINAL), _text(row, DiffColumn.NEW)
            self._changes[row.field] = words_changed(before, after)
        return self._changes[row.field]

    def _tip(self, row: FieldRow, column: DiffColumn) -> str:
        if column is DiffColumn.ORIGINAL:
            found, text, url = row.owner, row.before, None
        else:
            found, text, url = row.provenance, row.after, row.record_url
        lines = [_whose(found), url or "", text]
        if column is DiffColumn.ORIGINAL and row.original != row.before:
            lines.append(self.tr("When it was looked up: {text}").format(text=row.original))
        if column in (DiffColumn.FIELD, DiffColumn.NEW) and row.why:
            lines.append(self.tr("Not taken by itself: {why}").format(why=row.why))
        if column in (DiffColumn.NEW, DiffColumn.SOURCE):
            lines += [f"{other.provenance.source}: {other.text}" for other in row.others]
        return "\n".join(one_line(line, _MOST_SIGNS) for line in lines if line)


def _can_be_taken(row: FieldRow) -> bool:
    return row.sign is not Sign.EQUAL and not row.is_locked


def _text(row: FieldRow, column: DiffColumn) -> str:
    if column is DiffColumn.SOURCE:
        found = row.provenance
        return one_line(found.source, _MOST_NAME) if found is not None else ""
    if row.items:
        is_new = column is DiffColumn.NEW
        items = [item.after if is_new else item.before for item in row.items]
        return capped("\n".join(one_line(item, _MOST_SIGNS) for item in items if item), _MOST_SIGNS)
    return capped(row.after if column is DiffColumn.NEW else row.before, _MOST_SIGNS)


def _whose(found: Provenance | None) -> str:
    if found is None:
        return ""
    at = f", {found.at.astimezone():%Y-%m-%d %H:%M}" if found.at is not None else ""
    score = f", {found.score:.2f}" if found.score is not None else ""
    return f"{found.source}{score}{at}"
