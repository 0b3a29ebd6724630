"""Papers of one work side by side: a row a field, a column a paper, and what becomes of them."""

from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QFont

from refman.editing.steps import id_of
from refman.model import Entry, EntryId, Holding
from refman.tidying import (
    ALL,
    UnitedField,
    kept_beside,
    leading,
    text_in,
    united,
    united_fields,
)
from refman_gui.core_texts import field_value
from refman_gui.field_labels import field_label, type_label
from refman_gui.icons import icon
from refman_gui.item_models.duplicates import Group
from refman_gui.item_models.entry_texts import capped, one_line, plain_tip
from refman_gui.theme import colours

__all__ = ["ComparisonModel"]

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_ROLES = frozenset({_DISPLAY, _DECORATION, _TOOLTIP, _FONT, _BACKGROUND, _FOREGROUND, _ACCESSIBLE})
_MOST_SIGNS = 300
_MOST_TIP = 2_000
_MOST_NAME = 40


class ComparisonModel(QAbstractTableModel):
    """Show the papers of a group, and what the one that they become has of each.

    The last column is that one.

    Signals:
        chosen(): another paper stays, another value is taken, another paper is left out.

    Attributes:
        holdings: the papers.
    """

    chosen = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.holdings: tuple[Holding, ...] = ()
        self._group: Group | None = None
        self._fields: tuple[UnitedField, ...] = ()
        self._shown: tuple[UnitedField, ...] = ()
        self._only_differing = False
        self._ids: list[EntryId] = []
        self._places: dict[EntryId, int] = {}
        self._leader = 0

    def show(self, group: Group | None, holdings: Sequence[Holding]) -> None:
        """Show the papers of a group."""
        self.beginResetModel()
        self._group, self.holdings = group, tuple(holdings)
        self._compare()
        self.endResetModel()

    def show_only_differing(self, only: bool) -> None:
        """Show only the fields in which the papers differ, or all."""
        self.beginResetModel()
        self._only_differing = only
        self._narrow()
        self.endResetModel()

    @property
    def included(self) -> tuple[Holding, ...]:
        """The papers that are to become one."""
        pairs = zip(self._ids, self.holdings, strict=True)
        return tuple(one for id_, one in pairs if id_ in self._places)

    @property
    def leader(self) -> int:
        """The place among those included of the one that stays."""
        return self._leader

    def choices(self) -> dict[str, int]:
        """Return by field the place among those included whose value is taken, as chosen."""
        chosen = self._group.chosen if self._group is not None else {}
        return {
            name: ALL if id_ is None else self._places[id_]
            for name, id_ in chosen.items()
            if id_ is None or id_ in self._places
        }

    def kept_beside(self) -> tuple[str, ...]:
        """Return the names of the foreign fields in which what gives way is kept."""
        entries, leader = self._entries(), self._leader
        if len(entries) < 2:  # noqa: PLR2004 - nothing becomes one
            return ()
        whole = united(entries, leader, self.choices(), now=datetime.now(UTC))
        return kept_beside(whole, entries[leader])

    def keep(self, column: int) -> None:
        """Let the paper of a column stay, with its key; the others go into it."""
        if self._group is not None and 0 <= column < len(self.holdings):
            id_ = self._ids[column]
            self._group.leader = id_
            self._group.left_out.discard(id_)
            self._anew()

    def leave_out(self, column: int) -> None:
        """Leave the paper of a column out of the group, or take it in again; never the last one."""
        if self._group is None or not 0 <= column < len(self.holdings):
            return
        id_ = self._ids[column]
        if self._places.keys() == {id_}:
            return
        self._group.left_out ^= {id_}
        if self._group.leader == id_:
            self._group.leader = None
        self._anew()

    def choose(self, row: int, column: int) -> None:
        """Take the value of a cell, or what is taken by itself where it was chosen before.

        Of a list the last column takes what all have.
        """
        is_there = 0 <= row < len(self._shown) and 0 <= column <= len(self.holdings)
        if self._group is None or not is_there:
            return
        shown, chosen = self._shown[row], self._group.chosen
        if column == len(self.holdings):
            if not shown.is_list:
                return
            wanted = None
        elif self._is_out(column) or not self._text(shown, column):
            return
        else:
            wanted = self._ids[column]
        if shown.field in chosen and chosen[shown.field] == wanted:
            del chosen[shown.field]
        else:
            chosen[shown.field] = wanted
        self._compare()
        self._tell_all()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self.holdings else len(self.holdings) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation is Qt.Orientation.Vertical:
            if not 0 <= section < len(self._shown):
                return None
            return self._field_head(self._shown[section], role)
        if section == len(self.holdings) and self.holdings:
            return self.tr("Merged\nwhat there will be") if role == _DISPLAY else None
        if not 0 <= section < len(self.holdings):
            return None
        return self._paper_head(section, role)

    def _field_head(self, shown: UnitedField, role: int) -> Any:
        if role in (_DISPLAY, _ACCESSIBLE):
            label = one_line(field_label(shown.field), _MOST_NAME)
            if role == _ACCESSIBLE:
                return label
            return f"{'≠' if shown.contradicts else '+' if shown.differs else '='} {label}"
        if role == _TOOLTIP:
            if shown.contradicts:
                return self.tr("They differ")
            return self.tr("Not all have it") if shown.differs else self.tr("All say the same")
        return None

    def _paper_head(self, column: int, role: int) -> Any:
        holding = self.holdings[column]
        entry, is_kept = holding.entry, self._is_kept(column)
        if role == _DECORATION:
            name = "star" if is_kept else "x" if self._is_out(column) else None
            return icon(name) if name else None
        if role in (_DISPLAY, _ACCESSIBLE):
            key = one_line(entry.citekey or f"#{holding.id}", _MOST_NAME)
            added = holding.added.astimezone().strftime("%Y-%m-%d")
            if is_kept:
                key = self.tr("{key} (stays)").format(key=key)
            elif self._is_out(column):
                key = self.tr("{key} (left out)").format(key=key)
            return f"{key}\n{type_label(entry.type.value)} · {added}"
        if role == _TOOLTIP:
            return self.tr(
                "A click, or K in the column, lets this paper stay with its key; X leaves it out"
            )
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        row, column = index.row(), index.column()
        if role not in _ROLES or not 0 <= row < len(self._shown):
            return None
        shown = self._shown[row]
        text = field_value(shown.field, self._text(shown, column))
        if role == _DISPLAY:
            return capped(text, _MOST_SIGNS)
        if role == _TOOLTIP:
            return plain_tip(text, _MOST_TIP)
        if column == len(self.holdings):
            return self._merged_data(shown, text, role)
        is_taken = self._is_taken(shown, column)
        if role == _ACCESSIBLE:
            told = capped(text, _MOST_SIGNS) or self.tr("nothing")
            return self.tr("taken: {text}").format(text=told) if is_taken else told
        if role == _DECORATION:
            return icon("check") if is_taken else None
        return self._look(shown, column, role, is_taken=is_taken)

    def _merged_data(self, shown: UnitedField, text: str, role: int) -> Any:
        if role == _FONT:
            font = QFont()
            font.setBold(shown.is_chosen)
            return font
        if role == _DECORATION:
            return icon("pencil") if shown.is_chosen else None
        if role == _FOREGROUND and not shown.differs:
            return QBrush(QColor(colours().dim))
        if role == _ACCESSIBLE:
            told = capped(text, _MOST_SIGNS) or self.tr("nothing")
            return self.tr("chosen: {text}").format(text=told) if shown.is_chosen else told
        return None

    def _look(self, shown: UnitedField, column: int, role: int, *, is_taken: bool) -> Any:
        is_dim = not shown.differs or self._is_out(column)
        if role == _BACKGROUND and is_taken and shown.differs:
            return QBrush(QColor(colours().added))
        if role == _FOREGROUND:
            return QBrush(QColor(colours().dim if is_dim else colours().text))
        if role == _FONT:
            font = QFont()
            font.setStrikeOut(self._is_out(column))
            return font
        return None

    def _entries(self) -> list[Entry]:
        return [one.entry for one in self.included]

    def _compare(self) -> None:
        self._ids = [id_of(one) for one in self.holdings]
        out: Collection[EntryId] = self._group.left_out if self._group is not None else ()
        wanted = self._group.leader if self._group is not None else None
        included = [id_ for id_ in self._ids if id_ not in out] or self._ids
        self._places = {id_: place for place, id_ in enumerate(included)}
        entries = self._entries()
        leader = self._places.get(wanted) if wanted is not None else None
        self._leader = leading(entries) if leader is None else leader
        self._fields = (
            united_fields(entries, self._leader, self.choices(), now=datetime.now(UTC))
            if entries
            else ()
        )
        self._narrow()

    def _narrow(self) -> None:
        self._shown = tuple(one for one in self._fields if one.differs or not self._only_differing)

    def _anew(self) -> None:
        self.beginResetModel()
        self._compare()
        self.endResetModel()
        self.chosen.emit()

    def _tell_all(self) -> None:
        last = self.index(len(self._shown) - 1, len(self.holdings))
        self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.holdings))
        self.chosen.emit()

    def _is_out(self, column: int) -> bool:
        return self._ids[column] not in self._places

    def _is_kept(self, column: int) -> bool:
        return self._places.get(self._ids[column]) == self._leader

    def _is_taken(self, shown: UnitedField, column: int) -> bool:
        return self._places.get(self._ids[column]) in shown.taken

    def _text(self, shown: UnitedField, column: int) -> str:
        if column == len(self.holdings):
            return shown.merged
        if not 0 <= column < len(self.holdings):
            return ""
        place = self._places.get(self._ids[column])
        if place is not None:
            return shown.texts[place]
        return text_in(self.holdings[column].entry, shown.field)
