"""The entry held beside a record: field, what is there, what may be, whose word that is."""

from collections.abc import Callable, Iterator
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
from refman.moments import shown_moment
from refman.tidying import FieldRow, Sign, Wanted, WordChange, words_changed
from refman_gui.core_texts import core_text, decimal, field_value
from refman_gui.field_labels import field_label, source_label
from refman_gui.icons import icon
from refman_gui.item_models.entry_diff_lines import (
    DiffLine,
    Ticks,
    can_be_ticked,
    item_lines,
)
from refman_gui.item_models.entry_texts import capped, one_line, plain_tip

__all__ = ["CHANGES_ROLE", "LINE_ROLE", "OPEN_ROLE", "DiffColumn", "DiffModel"]

LINE_ROLE = int(Qt.ItemDataRole.UserRole)
"""The whole DiffLine, for who paints it."""

CHANGES_ROLE = LINE_ROLE + 1
"""The WordChanges between the two texts that are shown; none where they are the same."""

OPEN_ROLE = LINE_ROLE + 2
"""Whether a list's items stand below it; None where a line has none to show."""

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)

_MOST_SIGNS = 400
_MOST_TIP = 1_600
_MOST_NAME = 60


class DiffColumn(IntEnum):
    """Name the columns."""

    FIELD = 0
    ORIGINAL = 1
    NEW = 2
    SOURCE = 3


class DiffModel(QAbstractTableModel):
    """Show the fields that differ, or all; those that are to be taken are ticked.

    Below a field that is a list its items can be shown, each with a tick of its own. What differed
    when it was first shown stays in sight when it has been taken.

    Signals:
        ticked(): others are to be taken.

    Attributes:
        lines: what is shown, from the top.
        as_read: returns what stands in the listing at the place where a value was read.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: list[DiffLine] = []
        self.as_read: Callable[[tuple[int, int]], str] = _nothing
        self._items: dict[str, list[DiffLine]] = {}
        self._shows_all = False
        self._ticks = Ticks()
        self._open: set[str] = set()
        self._seen: set[tuple[str, str]] = set()
        self._changes: dict[tuple[str, str | None, int], tuple[WordChange, ...]] = {}

    def show(self, rows: tuple[FieldRow, ...], *, shows_all: bool, is_other: bool = True) -> None:
        """Show what a record says; what it takes by itself is ticked.

        Args:
            rows: the fields.
            shows_all: those that are the same too.
            is_other: it is another record, or another entry: what was ticked and opened is
                forgotten.
        """
        self.beginResetModel()
        if is_other:
            self._open.clear()
            self._seen.clear()
        self._shows_all = shows_all
        shown = [row for row in rows if self._is_shown(DiffLine(row))]
        self._ticks.show(shown, is_other=is_other)
        self._items = {row.field: list(filter(self._is_shown, item_lines(row))) for row in shown}
        self._changes = {}
        self.lines = [line for row in shown for line in self._lines_of(row)]
        self.endResetModel()

    def _lines_of(self, row: FieldRow) -> Iterator[DiffLine]:
        yield DiffLine(row)
        if row.field in self._open:
            yield from self._items[row.field]

    def _is_shown(self, line: DiffLine) -> bool:
        """Tell whether a line is to be seen: it differs, or did so when it was first shown."""
        mark = line.row.field, (line.item.after or line.item.before) if line.item else ""
        if line.sign is not Sign.EQUAL:
            self._seen.add(mark)
        return self._shows_all or mark in self._seen

    def chosen(self) -> tuple[Wanted, ...] | None:
        """Return what is ticked; None where that is what is taken by itself."""
        return self._ticks.chosen()

    def taken_now(self, place: int) -> Wanted | None:
        """Return what is taken where one line is; None where nothing can be."""
        return self._ticks.taken_now(self.lines[place]) if self._has(place) else None

    def toggle(self, place: int) -> None:
        """Tick a line, or take its tick off; not where the user's own word stands."""
        if not self._has(place) or not can_be_ticked(self.lines[place]):
            return
        line = self.lines[place]
        self._ticks.toggle(line)
        first = self.place_of(DiffLine(line.row).key)
        last = first + sum(one.row.field == line.row.field for one in self.lines) - 1
        self.dataChanged.emit(
            self.index(first, DiffColumn.FIELD), self.index(last, DiffColumn.FIELD)
        )
        self.ticked.emit()

    def is_open(self, place: int) -> bool | None:
        """Tell whether a list's items stand below it; None where there are none to show."""
        if not self._has(place) or self.lines[place].item is not None:
            return None
        field = self.lines[place].row.field
        return field in self._open if self._items[field] else None

    def open(self, place: int, *, is_open: bool) -> None:
        """Show the items of a list below it, or no more."""
        if self.is_open(place) in (None, is_open):
            return
        field = self.lines[place].row.field
        items = self._items[field]
        if is_open:
            self.beginInsertRows(QModelIndex(), place + 1, place + len(items))
            self._open.add(field)
            self.lines[place + 1 : place + 1] = items
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), place + 1, place + len(items))
            self._open.discard(field)
            del self.lines[place + 1 : place + 1 + len(items)]
            self.endRemoveRows()
        index = self.index(place, DiffColumn.FIELD)
        self.dataChanged.emit(index, index)

    def place_of(self, key: tuple[str, str | None, int]) -> int:
        """Return where a line is by its key, else its field; -1 where neither is shown."""
        whole = (key[0], None, 0)
        places = {line.key: place for place, line in enumerate(self.lines)}
        return places.get(key, places.get(whole, -1))

    def _has(self, place: int) -> bool:
        return 0 <= place < len(self.lines)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

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
        if not self._has(index.row()):
            return Qt.ItemFlag.NoItemFlags
        if index.column() == DiffColumn.FIELD and can_be_ticked(self.lines[index.row()]):
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: _Index, value: Any, role: int = _CHECK) -> bool:
        if role != _CHECK or index.column() != DiffColumn.FIELD:
            return False
        self.toggle(index.row())
        return True

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not self._has(index.row()):
            return None
        line, column = self.lines[index.row()], DiffColumn(index.column())
        if role == LINE_ROLE:
            return line
        if role == CHANGES_ROLE:
            return self._changes_of(line)
        if role == OPEN_ROLE:
            return self.is_open(index.row())
        if role == _TOOLTIP:
            return plain_tip(self._tip(line, column), _MOST_TIP)
        if role == _DESCRIPTION:
            return capped(self._tip(line, column), _MOST_TIP)
        if column is DiffColumn.FIELD:
            return self._field(line, role, index.row())
        if role in (_DISPLAY, _ACCESSIBLE):
            return _text(line, column)
        return None

    def _field(self, line: DiffLine, role: int, place: int) -> Any:
        if role == _CHECK and can_be_ticked(line):
            return self._tick(line)
        if role == _DECORATION and line.row.is_locked and line.item is None:
            return icon("lock")
        if role == _DISPLAY:
            name = line.number if line.item is not None else _label(line.row)
            return f"{line.sign.value} {name}"
        if role == _ACCESSIBLE:
            return self._told(line, place)
        return None

    def _tick(self, line: DiffLine) -> Qt.CheckState:
        if line.item is not None:
            ticked, count = int(self._ticks.has(line)), 1
        else:
            ticked, count = self._ticks.counted(line.row)
        if 0 < ticked < count:
            return Qt.CheckState.PartiallyChecked
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _told(self, line: DiffLine, place: int) -> str:
        """Return a line's first cell for who does not see it."""
        label, sign = _label(line.row), self._sign(line.sign)
        if line.item is not None:
            text = one_line(line.item.after or line.item.before, _MOST_NAME)
            return self.tr("{field}, item {number}: {text}: {sign}").format(
                field=label, number=line.number, text=text, sign=sign
            )
        is_open = self.is_open(place)
        if is_open is None:
            return f"{label}: {sign}"
        state = self.tr("items shown") if is_open else self.tr("items hidden")
        differing = sum(one.sign is not Sign.EQUAL for one in self._items[line.row.field])
        count = self.tr("%n item(s) differ", "", differing)
        return f"{label}: {sign}, {count}, {state}"

    def _sign(self, sign: Sign) -> str:
        return {
            Sign.EQUAL: self.tr("the same"),
            Sign.ADDED: self.tr("added"),
            Sign.CHANGED: self.tr("changed"),
            Sign.REMOVED: self.tr("removed"),
        }[sign]

    def _changes_of(self, line: DiffLine) -> tuple[WordChange, ...]:
        if line.sign is Sign.EQUAL:
            return ()
        if line.key not in self._changes:
            before, after = _text(line, DiffColumn.ORIGINAL), _text(line, DiffColumn.NEW)
            self._changes[line.key] = words_changed(before, after)
        return self._changes[line.key]

    def _tip(self, line: DiffLine, column: DiffColumn) -> str:
        lines = self._ours(line) if column is DiffColumn.ORIGINAL else self._theirs(line, column)
        return "\n".join(one_line(text, _MOST_SIGNS) for text in lines if text)

    def _ours(self, line: DiffLine) -> Iterator[str]:
        """Yield whose word the present value is, when they said it and where, and it as read."""
        row, owner = line.row, line.row.owner
        yield _whose(owner)
        yield row.owner_url or ""
        yield line.item.before if line.item is not None else row.before
        if owner is not None and owner.span is not None and (raw := self.as_read(owner.span)):
            yield self.tr("As it stands in the listing: {text}").format(text=raw)
        if line.item is None and row.original != row.before:
            text = row.original or self.tr("nothing")
            yield self.tr("When it was looked up: {text}").format(text=text)

    def _theirs(self, line: DiffLine, column: DiffColumn) -> Iterator[str]:
        """Yield whose word the new value is, when they said it and where, and what else is said."""
        row = line.row
        yield _whose(_teller(line))
        yield row.record_url or ""
        yield line.item.after if line.item is not None else row.after
        if line.item is None and row.told not in ("", row.after):
            yield self.tr("As it stands in the record: {text}").format(text=row.told)
        if column in (DiffColumn.FIELD, DiffColumn.NEW) and row.why:
            yield self.tr("Not taken by itself: {why}").format(why=core_text(row.why))
        if column in (DiffColumn.NEW, DiffColumn.SOURCE):
            for other in row.others:
                where = f" {other.record_url}" if other.record_url else ""
                yield f"{_whose(other.provenance)}{where}: {other.text}"


def _nothing(_: tuple[int, int]) -> str:
    return ""


def _label(row: FieldRow) -> str:
    return one_line(field_label(row.field), _MOST_NAME)


def _text(line: DiffLine, column: DiffColumn) -> str:
    row, is_new = line.row, column is DiffColumn.NEW
    if column is DiffColumn.SOURCE:
        found = _teller(line)
        return one_line(source_label(found.source), _MOST_NAME) if found is not None else ""
    if line.item is not None:
        return one_line(line.item.after if is_new else line.item.before, _MOST_SIGNS)
    if row.items:
        items = [item.after if is_new else item.before for item in row.items]
        return capped("\n".join(one_line(item, _MOST_SIGNS) for item in items if item), _MOST_SIGNS)
    return capped(field_value(row.field, row.after if is_new else row.before), _MOST_SIGNS)


def _teller(line: DiffLine) -> Provenance | None:
    """Return whose word the new value is; of what is the same, whose the present one is."""
    return line.row.owner if line.sign is Sign.EQUAL else line.row.provenance


def _whose(found: Provenance | None) -> str:
    if found is None:
        return ""
    at = f", {shown_moment(found.at)}" if found.at is not None else ""
    score = f", {decimal(found.score)}" if found.score is not None else ""
    return f"{source_label(found.source)}{score}{at}"
