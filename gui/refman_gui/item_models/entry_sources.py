"""Where the values of the entry come from: a row a field."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.model import Entry, Holding, Provenance
from refman.moments import shown_moment
from refman_gui.core_texts import decimal, figures
from refman_gui.field_labels import field_label, source_label
from refman_gui.item_models.entry_texts import one_line, plain_tip

__all__ = ["SourceColumn", "SourcesModel"]

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_ROLES = frozenset({_DISPLAY, _TOOLTIP, _DESCRIPTION})
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
    url: str


class SourcesModel(QAbstractTableModel):
    """Show whose word each value is, how sure it is, since when, and where it stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show(self, holding: Holding | None, urls: Mapping[str, str]) -> None:
        """Show an entry's provenance.

        Args:
            holding: the entry; None for none.
            urls: where records can be looked at that values are from, by the names of provenance.
        """
        self.beginResetModel()
        self._rows = [] if holding is None else self._made(holding.entry, urls)
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
        if role not in _ROLES or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        text = row.cells[index.column()]
        if role == _DISPLAY:
            return text or None
        if index.column() in (SourceColumn.SOURCE, SourceColumn.WHEN):
            at = shown_moment(row.found.at) if row.found.at is not None else ""
            text = "\n".join(filter(None, (row.cells[SourceColumn.SOURCE], at, row.url)))
        return (plain_tip(text) if role == _TOOLTIP else text) or None

    def _made(self, entry: Entry, urls: Mapping[str, str]) -> list[_Row]:
        return [
            _Row(found, self._cells(name, found), one_line(urls.get(name, ""), _MOST_SIGNS))
            for name, found in entry.provenance.items()
        ]

    def _cells(self, name: str, found: Provenance) -> tuple[str, ...]:
        return (
            one_line(field_label(name), _MOST_SIGNS),
            one_line(source_label(found.source), _MOST_SIGNS),
            "" if found.score is None else decimal(found.score),
            "" if found.at is None else f"{found.at.astimezone():%Y-%m-%d}",
            "" if found.span is None else f"{figures(found.span[0])}-{figures(found.span[1])}",
        )
