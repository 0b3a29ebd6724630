"""What checks have found, as a table."""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Any

import msgspec
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.checks import Severity, all_rules
from refman.model import EntryId
from refman_gui.core_texts import core_text
from refman_gui.icons import icon
from refman_gui.item_models.entry_texts import plain_tip
from refman_gui.item_models.finding_words import finding_text
from refman_gui.tasks.checking import Told

__all__ = ["FindingColumn", "FindingsModel"]

_Index = QModelIndex | QPersistentModelIndex

_ICONS = {
    Severity.ERROR: "circle-x",
    Severity.WARNING: "triangle-alert",
    Severity.NOTE: "info",
}


class FindingColumn(IntEnum):
    """Name the columns."""

    SEVERITY = 0
    KEY = 1
    MESSAGE = 2
    RULE = 3
    FIX = 4


class FindingsModel(QAbstractTableModel):
    """Show findings: those of one severity, or that hold a text.

    Attributes:
        all: every finding.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Told] = []
        self._shown: list[Told] = []
        self._severity: Severity | None = None
        self._text = ""
        self._severities = {
            Severity.ERROR: self.tr("error"),
            Severity.WARNING: self.tr("warning"),
            Severity.NOTE: self.tr("note"),
        }
        self._headers = {
            FindingColumn.SEVERITY: self.tr("How bad"),
            FindingColumn.KEY: self.tr("Paper"),
            FindingColumn.MESSAGE: self.tr("What was found"),
            FindingColumn.RULE: self.tr("Rule"),
            FindingColumn.FIX: self.tr("Can be put right"),
        }

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.all, self._shown = [], []
        self.endResetModel()

    def extend(self, told: Sequence[Told]) -> None:
        """Show more."""
        told = [
            msgspec.structs.replace(one, message=finding_text(one.rule, one.message, one.type))
            for one in told
        ]
        self.all += told
        new = [one for one in told if self._is_wanted(one)]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(new) - 1)
            self._shown += new
            self.endInsertRows()

    def narrow(self, severity: Severity | None, text: str) -> None:
        """Show only those of a severity that hold a text."""
        self.beginResetModel()
        self._severity, self._text = severity, text.casefold()
        self._shown = [one for one in self.all if self._is_wanted(one)]
        self.endResetModel()

    def told_at(self, row: int) -> Told:
        """Return what stands in a row."""
        return self._shown[row]

    def all_rows(self) -> range:
        """Return all rows that are shown."""
        return range(len(self._shown))

    def fixable(self, rows: Iterable[int]) -> Iterator[EntryId]:
        """Yield the papers of some rows of which something can be put right; one more than once."""
        for row in rows:
            told = self._shown[row]
            if told.can_be_fixed and told.id is not None:
                yield told.id

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FindingColumn)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headers[FindingColumn(section)]
        return None

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        told, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._cell(told, FindingColumn(column))
        if role == Qt.ItemDataRole.DecorationRole and column == FindingColumn.SEVERITY:
            return icon(_ICONS[told.severity])
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tip(told, FindingColumn(column))) or None
        return None

    def _tip(self, told: Told, column: FindingColumn) -> str:
        """Return what stands in a cell, which may be too narrow for it; of a rule what it is."""
        rule = all_rules().get(told.rule) if column == FindingColumn.RULE else None
        return core_text(rule.about) if rule is not None else self._cell(told, column)

    def _cell(self, told: Told, column: FindingColumn) -> str:
        match column:
            case FindingColumn.SEVERITY:
                return self._severities[told.severity]
            case FindingColumn.KEY:
                return told.citekey or (f"#{told.id}" if told.id is not None else "")
            case FindingColumn.MESSAGE:
                return " ".join(told.message.split())
            case FindingColumn.RULE:
                return told.rule
            case FindingColumn.FIX:
                return self.tr("yes") if told.can_be_fixed else ""

    def _is_wanted(self, told: Told) -> bool:
        if self._severity is not None and told.severity is not self._severity:
            return False
        return self._text in f"{told.citekey} {told.message} {told.rule}".casefold()
