"""Where the values of the entry come from: a row a field."""

from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.model import Entry, Holding, Provenance
from refman_gui.core_texts import decimal, figures
from refman_gui.field_labels import field_label, source_label
from refman_gui.item_models.entry_texts import one_line, plain_tip

__all__ = ["SourceColumn", "SourcesModel"]

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_MOST_SIGNS = 200


class SourceColumn(IntEnum):
    """Name the columns."""

    FIELD = 0
    SOURCE = 1
    SCORE = 2
    WHEN = 3
    PLACE = 4


class _Row(NamedTuple):
    found: Provenance
    cells: tuple[str, ...]


class SourcesModel(QAbstractTableModel):
    """Show whose word each value is, how sure it is, since when, and where it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show(self, holding: Holding | None) -> None:
        """Show an entry's provenance."""
        self.beginResetModel()
        self._rows = [] if holding is None else self._made(holding.entry)
        self.endResetModel()

    def span_at(self, row: int) -> tuple[int, int] | None:
        """Return where a value stands in its listing; None where that is not known."""
        return self._rows[row].found.span if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(SourceColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        headers = (
            self.tr("Field"),
            self.tr("Source"),
            self.tr("Score"),
            self.tr("When"),
            self.tr("Place"),
        )
        return headers[section]

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if role not in (_DISPLAY, _TOOLTIP) or not 0 <= index.row() < len(self._rows):
            return None
        text = self._rows[index.row()].cells[index.column()]
        return (plain_tip(text) if role == _TOOLTIP else text) or None

    def _made(self, entry: Entry) -> list[_Row]:
        return [_Row(found, self._cells(name, found)) for name, found in entry.provenance.items()]

    def _cells(self, name: str, found: Provenance) -> tuple[str, ...]:
        return (
            one_line(field_label(name), _MOST_SIGNS),
            one_line(source_label(found.source), _MOST_SIGNS),
            "" if found.score is None else decimal(found.score),
            "" if found.at is None else f"{found.at.astimezone():%Y-%m-%d}",
            "" if found.span is None else f"{figures(found.span[0])}-{figures(found.span[1])}",
        )
