"""What a change of many papers would do, as a table: paper, field, before, after."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.tidying import WordChange, words_changed
from refman_gui.core_texts import field_value
from refman_gui.field_labels import field_label
from refman_gui.item_models.entry_texts import one_line, plain_tip
from refman_gui.tasks.replacing import Changed

__all__ = ["CHANGES_ROLE", "ChangeColumn", "ChangesModel"]

CHANGES_ROLE = int(Qt.ItemDataRole.UserRole)
"""The WordChanges between the two texts of a row, as they are shown."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_MOST_SIGNS = 300
_MOST_NAME = 60


class ChangeColumn(IntEnum):
    """Name the columns."""

    KEY = 0
    FIELD = 1
    BEFORE = 2
    AFTER = 3


class ChangesModel(QAbstractTableModel):
    """Show changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Changed, ...] = ()
        self._changes: dict[int, tuple[WordChange, ...]] = {}
        self._headers = (
            self.tr("Paper"), self.tr("Field"), self.tr("Before"), self.tr("After"),
        )  # fmt: skip

    def show(self, rows: Sequence[Changed]) -> None:
        """Show changes in the place of those before."""
        self.beginResetModel()
        self._rows, self._changes = tuple(rows), {}
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(ChangeColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        row = index.row()
        if not 0 <= row < len(self._rows):
            return None
        if role in (_DISPLAY, _ACCESSIBLE):
            text = self._text(row, ChangeColumn(index.column()))
            return text or (self.tr("nothing") if role == _ACCESSIBLE else "")
        if role == _TOOLTIP:
            return plain_tip(self._text(row, ChangeColumn(index.column())))
        if role == CHANGES_ROLE:
            if row not in self._changes:
                texts = (
                    self._text(row, each) for each in (ChangeColumn.BEFORE, ChangeColumn.AFTER)
                )
                self._changes[row] = words_changed(*texts)
            return self._changes[row]
        return None

    def _text(self, row: int, column: ChangeColumn) -> str:
        changed = self._rows[row]
        match column:
            case ChangeColumn.KEY:
                return one_line(changed.citekey, _MOST_NAME)
            case ChangeColumn.FIELD:
                return one_line(field_label(changed.field), _MOST_NAME)
            case ChangeColumn.BEFORE:
                return one_line(field_value(changed.field, changed.before), _MOST_SIGNS)
            case ChangeColumn.AFTER:
                return one_line(field_value(changed.field, changed.after), _MOST_SIGNS)
