"""What a push would do with each paper, or has done, as a table."""

from collections import Counter
from collections.abc import Collection, Sequence
from enum import Enum, IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from refman.pushing import Deed, Done, Row
from refman.zotero.records import Target
from refman_gui.core_texts import core_text
from refman_gui.item_models.entry_texts import one_line, plain_tip

__all__ = ["FATE_ROLE", "Fate", "PushColumn", "PushModel", "fate_of", "name_of_target", "why_of"]

FATE_ROLE = int(Qt.ItemDataRole.UserRole)
"""What becomes of the paper of a row, or became."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_MOST_SIGNS, _MOST_NAME = 300, 100


class Fate(Enum):
    """Name what becomes of a paper, or became."""

    NEW = "new"
    UPDATE = "update"
    SKIP = "skip"
    ADDED = "added"
    UPDATED = "updated"
    SKIPPED = "skipped"
    FAILED = "failed"


_PLANNED = {Deed.NEW: Fate.NEW, Deed.UPDATE: Fate.UPDATE, Deed.SKIP: Fate.SKIP}
_DONE = {Deed.NEW: Fate.ADDED, Deed.UPDATE: Fate.UPDATED, Deed.SKIP: Fate.SKIPPED}


class PushColumn(IntEnum):
    """Name the columns."""

    FATE = 0
    PAPER = 1
    ITEM = 2
    WHY = 3


def fate_of(one: Row | Done) -> Fate:
    """Return what becomes of a paper by a plan, or became by a report."""
    if isinstance(one, Row):
        return _PLANNED[one.deed]
    return Fate.FAILED if one.fault is not None else _DONE[one.deed]


def name_of_target(target: Target) -> str:
    """Return what a target is called; libraries that have no name of their own have one of ours."""
    name = target.name if target.level else core_text(target.name)
    return one_line(name, _MOST_NAME)


def why_of(one: Row | Done) -> str:
    """Return why that is so; of what was done, what was not taken of it."""
    if isinstance(one, Row):
        return core_text(one.why)
    return "; ".join(map(core_text, (one.fault, *one.left) if one.fault else one.left))


class PushModel(QAbstractTableModel):
    """Show rows of a plan or of a report: those whose fates are wanted.

    Attributes:
        all: every one.
        counts: how many there are of each fate.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Row | Done] = []
        self.counts: Counter[Fate] = Counter()
        self._shown: list[Row | Done] = []
        self._hidden: frozenset[Fate] = frozenset()
        self._fates = {
            Fate.NEW: self.tr("new"),
            Fate.UPDATE: self.tr("update"),
            Fate.SKIP: self.tr("skip"),
            Fate.ADDED: self.tr("added"),
            Fate.UPDATED: self.tr("updated"),
            Fate.SKIPPED: self.tr("skipped"),
            Fate.FAILED: self.tr("failed"),
        }
        self._headers = (
            self.tr("What"), self.tr("Paper"), self.tr("Item in Zotero"), self.tr("Why"),
        )  # fmt: skip

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.all, self._shown, self.counts = [], [], Counter()
        self.endResetModel()

    def extend(self, more: Sequence[Row | Done]) -> None:
        """Show more."""
        self.all += more
        self.counts.update(map(fate_of, more))
        new = [one for one in more if fate_of(one) not in self._hidden]
        if new:
            self.beginInsertRows(QModelIndex(), len(self._shown), len(self._shown) + len(new) - 1)
            self._shown += new
            self.endInsertRows()

    def hide(self, fates: Collection[Fate]) -> None:
        """Show all but those of some fates."""
        self.beginResetModel()
        self._hidden = frozenset(fates)
        self._shown = [one for one in self.all if fate_of(one) not in self._hidden]
        self.endResetModel()

    def at(self, row: int) -> Row | Done | None:
        """Return what stands in a row; None where there is no such row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def name_of(self, fate: Fate) -> str:
        """Return a fate as it is shown."""
        return self._fates[fate]

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(PushColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        one = self.at(index.row()) if index.isValid() else None
        if one is None:
            return None
        if role in (_DISPLAY, _ACCESSIBLE):
            return self._text(one, PushColumn(index.column()))
        if role == _TOOLTIP:
            return plain_tip(self._text(one, PushColumn(index.column()))) or None
        if role == FATE_ROLE:
            return fate_of(one)
        return None

    def _text(self, one: Row | Done, column: PushColumn) -> str:
        match column:
            case PushColumn.FATE:
                return self._fates[fate_of(one)]
            case PushColumn.PAPER:
                return one_line(one.title or one.citekey, _MOST_SIGNS) or f"#{one.id}"
            case PushColumn.ITEM:
                return one.key or ""
            case PushColumn.WHY:
                return one_line(why_of(one), _MOST_SIGNS)
