"""Columns: which are shown, by which one is sorted, and what gives way to titles."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from refman_gui.item_models.results import ResultsModel
from refman_gui.rows import Column, Row

__all__ = ["ColumnMenu", "TitleRoom"]

_TITLE = 230
"""So wide at least is the title, as long as others can give way."""

_GIVING = {
    Column.VENUE: 40, Column.AUTHORS: 50, Column.TAGS: 48, Column.TYPE: 48, Column.LINKS: 54,
    Column.SCORE: 46,
}  # fmt: skip
"""What gives way, in that order, and what is left of it at least."""


class TitleRoom(QObject):
    """Make texts beside the title narrower with the table, and wide again as they were wanted.

    So it is with columns in which there is nothing too, unless a person has set their width.

    Args:
        table: whose columns they are.
        widths: of its columns, as long as nobody has set them.
    """

    def __init__(self, table: QTableView, widths: Mapping[Column, int]) -> None:
        super().__init__(table)
        self._table = table
        self._wanted: dict[int, int] = {}
        self._fitted: dict[int, int] = {}
        self._made = widths
        self._empty: set[int] = set()
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def heed(self, rows: Sequence[Row], *, is_typed: bool) -> None:
        """Take note of the first rows of an answer: a column in which they have nothing gives way.

        While a search is typed no more columns do so: they would come and go with each letter.
        """
        able = (*_GIVING, Column.YEAR)
        empty = {int(at) for at in able if not any(_has(row, at) for row in rows)}
        if is_typed:
            empty &= self._empty
        if rows and empty != self._empty:
            self._empty = empty
            self._fit()

    def save(self) -> QByteArray:
        """Return how the columns look, as wide as they are wanted."""
        self._others()
        header = self._table.horizontalHeader()
        was_blocked = header.blockSignals(True)  # nothing changes in the end
        self._resize(self._wanted)
        state = header.saveState()
        self._resize(self._fitted)
        header.blockSignals(was_blocked)
        return state

    def _resize(self, widths: Mapping[int, int]) -> None:
        header = self._table.horizontalHeader()
        for at, width in widths.items():
            if not header.isSectionHidden(at):
                header.resizeSection(at, width)

    def _others(self) -> list[int]:
        """Return the columns beside the title, and take note of how wide they are wanted."""
        header = self._table.horizontalHeader()
        others: list[int] = [
            at for at in Column if at != Column.TITLE and not header.isSectionHidden(at)
        ]
        for at in others:
            size = header.sectionSize(at)
            if size != self._fitted.get(at):  # a person has set it, now or at the last end
                self._wanted[at] = self._fitted[at] = size
        return others

    def _fit(self) -> None:
        others = self._others()
        idle = [at for at in others if self._is_idle(at)]
        self._fitted |= {at: self._wanted[at] for at in others}
        for at in idle:  # nothing is lost: they give before anything is missing, and more then
            self._fitted[at] = min(self._wanted[at], _GIVING.get(Column(at), self._wanted[at]))
        missing = _TITLE + sum(self._fitted[at] for at in others) - self._table.viewport().width()
        least = dict.fromkeys(idle, self._table.horizontalHeader().minimumSectionSize())
        least |= {
            int(at): width for at, width in _GIVING.items() if at in others and at not in idle
        }
        for at, width in least.items():
            given = max(0, min(missing, self._fitted[at] - width))
            self._fitted[at] -= given
            missing -= given
        self._resize(self._fitted)

    def _is_idle(self, at: int) -> bool:
        """Tell whether there is nothing in a column, and it is as wide as it was made."""
        return at in self._empty and self._wanted[at] == self._made[Column(at)]


def _has(row: Row, column: Column) -> bool:
    return bool(row.chips if column is Column.LINKS else row.cells[column])


class ColumnMenu(QMenu):
    """Offer which columns are shown, and by which is sorted; gone when it is closed."""

    def __init__(self, model: ResultsModel, table: QTableView) -> None:
        super().__init__(table)
        self._header = table.horizontalHeader()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        order = self.addMenu(self.tr("&Sort by"))
        self._add(order, self.tr("what fits best, or came last"), -1, is_order=True)
        for column in Column:
            role = int(Qt.ItemDataRole.ToolTipRole)
            text = model.headerData(int(column), Qt.Orientation.Horizontal, role) or ""
            if model.can_be_sorted(column):
                self._add(order, text, int(column), is_order=True)
            if column is not Column.TITLE:
                self._add(self, text, int(column), is_order=False)
        self.triggered.connect(self._chosen)  # of the menu inside too

    def _add(self, menu: QMenu, text: str, column: int, *, is_order: bool) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        is_sorted = self._header.sortIndicatorSection() == column
        action.setChecked(is_sorted if is_order else not self._header.isSectionHidden(column))
        action.setData((column, is_order))

    @Slot(QAction)
    def _chosen(self, action: QAction) -> None:
        column, is_order = action.data()
        if not is_order:
            self._header.setSectionHidden(column, not action.isChecked())
            return
        up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        was_up = self._header.sortIndicatorOrder() is up
        is_same = self._header.sortIndicatorSection() == column
        self._header.setSortIndicator(column, down if is_same and was_up else up)
