"""The fields of the entry that is looked at, a row each, to be edited in place."""

from enum import IntEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from refman.editing import Field, all_fields, field_named, usual_fields
from refman.errors import EditError
from refman.lookup.offers import is_users
from refman.model import Entry, Holding, Provenance
from refman.moments import shown_moment
from refman.tidying.comparing import owner_of
from refman_gui.core_texts import core_text, decimal
from refman_gui.field_labels import field_label, source_label
from refman_gui.icons import icon
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_editing import check_field, set_field, text_to_edit
from refman_gui.item_models.entry_texts import LONGEST_EDITED, capped, plain_tip
from refman_gui.session import Session
from refman_gui.theme import colours

__all__ = ["FieldColumn", "FieldRow", "FieldsModel"]

_Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_EDIT = int(Qt.ItemDataRole.EditRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)

_MOST_SIGNS = 1_000
_MOST_LIVE = 20_000
"""Longer texts are checked when they are given, not at each key."""

_ELSEWHERE = frozenset(
    {"abstract", "keywords", "notes", "collections", "links", "attachments", "status"}
)


class FieldColumn(IntEnum):
    """Name the columns."""

    NAME = 0
    VALUE = 1
    LOCK = 2


class FieldRow(NamedTuple):
    """Hold a field of the entry.

    Attributes:
        field: which.
        label: what it is called.
        text: its value as it is edited.
        is_own: it is the user's word, which no look-up changes.
        owner: whose word it is; None where nobody knows.
    """

    field: Field
    label: str
    text: str
    is_own: bool
    owner: Provenance | None


class FieldsModel(QAbstractTableModel):
    """Show the fields that an entry has, and those that its type mostly has; or all."""

    def __init__(self, session: Session, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._drafts = session, drafts
        self._rows: list[FieldRow] = []
        self._all = False
        self.holding: Holding | None = None
        drafts.changed.connect(self._typed)

    def show(self, holding: Holding | None, *, shows_all: bool = False) -> None:
        """Show an entry's fields; the rows stay where only their values are others."""
        is_other = self.holding is None or holding is None or self.holding.id != holding.id
        before = [row.field.name for row in self._rows]
        # What is emptied stays in its place: the next field may be edited already.
        kept = frozenset(() if is_other or self._all != shows_all else before)
        self._all = shows_all
        rows = _rows(holding.entry, kept, shows_all=shows_all) if holding is not None else []
        names = [row.field.name for row in rows]
        if is_other or names != before:
            self.beginResetModel()
            self.holding, self._rows = holding, rows
            self.endResetModel()
        else:
            self.holding, self._rows = holding, rows
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, FieldColumn.LOCK))

        self._forget_applied()

    def _forget_applied(self) -> None:
        """Forget drafts that are what the entry has by now: written just before a crash, say."""
        for row in self._rows:
            if self.draft_of(row) == row.text:
                self.take_back(row)

    def row_at(self, row: int) -> FieldRow | None:
        """Return what stands in a row; None where there is none."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def place_of(self, name: str) -> int | None:
        """Return the row of a field, by its name; None where it is not shown."""
        return next((at for at, row in enumerate(self._rows) if row.field.name == name), None)

    def draft_of(self, row: FieldRow) -> str | None:
        """Return what was typed for a field and not applied; None where nothing was."""
        if self.holding is None or self.holding.id is None:
            return None
        return self._drafts.of(self.holding.id).get(row.field.name)

    def fault_of(self, row: FieldRow) -> str | None:
        """Return what is wrong with what was typed; None where it is right, or nothing was."""
        draft = self.draft_of(row)
        return None if draft is None else self.check(row, draft)

    def check(self, row: FieldRow, typed: str) -> str | None:
        """Return what is wrong with a text for a field, in words; None where nothing is."""
        if len(typed) > _MOST_LIVE or typed == row.text:
            return None
        try:
            check_field(row.field, typed)
        except EditError as error:
            return core_text(str(error))
        return None

    def type_draft(self, row: FieldRow, typed: str) -> None:
        """Keep what is being typed."""
        if self.holding is not None and self.holding.id is not None:
            if typed == row.text:
                self._drafts.drop(self.holding.id, row.field.name)
            else:
                self._drafts.put(self.holding.id, row.field.name, typed)

    def take_back(self, row: FieldRow) -> None:
        """Forget what was typed."""
        if self.holding is not None and self.holding.id is not None:
            self._drafts.drop(self.holding.id, row.field.name)

    def apply(self, row: FieldRow, typed: str) -> str | None:
        """Give the library what was typed; return what is wrong with it, if anything is."""
        if self.holding is None or self.holding.id is None:
            return None
        if typed == row.text:
            self.take_back(row)
            return None
        try:
            set_field(self._session, self.holding, row.field, typed)
        except EditError as error:
            self.type_draft(row, typed)
            return core_text(str(error))
        self._drafts.give(self.holding.id, row.field.name, typed)
        return None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(FieldColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role != _DISPLAY or orientation is not Qt.Orientation.Horizontal:
            return None
        return (self.tr("Field"), self.tr("Value"), self.tr("Locked"))[section]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.row_at(index.row())
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if index.column() == FieldColumn.VALUE and len(row.text) <= LONGEST_EDITED:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        row = self.row_at(index.row())
        if row is None:
            return None
        if index.column() == FieldColumn.NAME:
            if role == _FOREGROUND:
                return QColor(colours().dim)
            if role == _TOOLTIP:
                return core_text(row.field.about) or None
            return row.label if role in (_DISPLAY, _ACCESSIBLE) else None
        if index.column() == FieldColumn.LOCK:
            return self._lock(row, role)
        return self._value(row, role)

    def _lock(self, row: FieldRow, role: int) -> Any:
        if role == _DECORATION:
            return icon("lock") if row.is_own else None
        if role in (_TOOLTIP, _ACCESSIBLE):
            if row.is_own:
                return self.tr("your own word: no look-up changes it")
            return self.tr("not locked: a look-up may change it")
        return None

    def _value(self, row: FieldRow, role: int) -> Any:
        draft = self.draft_of(row)
        text = row.text if draft is None else draft
        if role == _DISPLAY:
            return capped(text.replace("\n", "; ") if _are_names(row) else text, _MOST_SIGNS)
        if role == _EDIT:
            return text
        if draft is None or self._is_given(row):
            if role == _TOOLTIP:
                return plain_tip(self._whose(row)) or None
            return capped(text, _MOST_SIGNS) if role == _ACCESSIBLE else None
        fault = self.fault_of(row)
        if role == _DECORATION:
            return icon("pencil" if fault is None else "circle-alert")
        if role == _FOREGROUND:
            return QColor(colours().warn if fault is None else colours().bad)
        why = self.tr("not applied yet") if fault is None else capped(fault, _MOST_SIGNS)
        if role == _TOOLTIP:
            return plain_tip(why)
        if role == _ACCESSIBLE:
            return f"{capped(text, _MOST_SIGNS)} — {why}"
        return None

    def _whose(self, row: FieldRow) -> str:
        """Return whose word a value is, since when, and what it is."""
        found = row.owner
        if found is None:
            return ""
        at = f", {shown_moment(found.at)}" if found.at is not None else ""
        score = f", {decimal(found.score)}" if found.score is not None else ""
        return f"{source_label(found.source)}{score}{at}\n{row.text}"

    def _is_given(self, row: FieldRow) -> bool:
        id_ = self.holding.id if self.holding is not None else None
        return id_ is not None and self._drafts.is_given(id_, row.field.name)

    def _typed(self, id_: object) -> None:
        if self.holding is not None and self.holding.id == id_ and self._rows:
            last = self.index(len(self._rows) - 1, FieldColumn.VALUE)
            self.dataChanged.emit(self.index(0, FieldColumn.VALUE), last)


def _are_names(row: FieldRow) -> bool:
    return row.field.holds == "names"


def _rows(entry: Entry, kept: frozenset[str], *, shows_all: bool) -> list[FieldRow]:
    usual = usual_fields(entry.type) | kept
    fields = [
        field
        for field in all_fields()
        if field.name not in _ELSEWHERE and (shows_all or field.name in usual or field.of(entry))
    ]
    fields += [field_named(f"extra.{name}") for name in entry.extra]
    return [_row(field, entry) for field in fields]


def _row(field: Field, entry: Entry) -> FieldRow:
    text = text_to_edit(field, entry)
    label, is_own = field_label(field.short), is_users(entry, field.name)
    return FieldRow(field, label, text, is_own, owner_of(entry, field.name))
