"""The papers of a group side by side: what differs, what is taken, which of them stays."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from refman.model import Holding
from refman_gui.icons import icon
from refman_gui.item_models.duplicates import Group
from refman_gui.item_models.duplicates_comparison import ComparisonModel
from refman_gui.item_models.entry_texts import one_line
from refman_gui.views.plain import plain_label

__all__ = ["ComparisonPane"]

_LEAST_WIDTH = 140
_MOST_LINES = 5
_MOST_REASONS = 400


class ComparisonPane(QWidget):
    """Compare the papers of a group, and say what becomes of them.

    Signals:
        merge_wanted(), versions_wanted(), apart_wanted(), skip_wanted()
    """

    merge_wanted = Signal()
    versions_wanted = Signal()
    apart_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ComparisonModel(self)
        self.why = plain_label(self)
        self.only = QCheckBox(self.tr("&Only what differs"), self)
        self.table = self._make_table()
        self._heights = QTimer(self)
        self._heights.setSingleShot(True)
        self._heights.timeout.connect(self.table.resizeRowsToContents)
        self.beside = plain_label(self)
        self.merge_button = QPushButton(icon("merge"), self.tr("&Merge"), self)
        self.versions_button = QPushButton(icon("layers"), self.tr("Keep as ve&rsions"), self)
        self.apart_button = QPushButton(icon("split"), self.tr("&Not duplicates"), self)
        self.skip_button = QPushButton(icon("arrow-right"), self.tr("&Skip"), self)
        self.merge_button.setToolTip(self.tr("Make one of them (M); the others go into the bin"))
        self.versions_button.setToolTip(
            self.tr("Keep each of them: a preprint, its publication, … of one work (V)")
        )
        self.apart_button.setToolTip(self.tr("Remember that they are different works (N)"))
        self.skip_button.setToolTip(self.tr("Go to the next group (S)"))
        self._lay_out()
        self.only.toggled.connect(self._narrow)
        self.merge_button.clicked.connect(self.merge_wanted)
        self.versions_button.clicked.connect(self.versions_wanted)
        self.apart_button.clicked.connect(self.apart_wanted)
        self.skip_button.clicked.connect(self.skip_wanted)
        self.model.chosen.connect(self._tell)
        self._key(Qt.Key.Key_Space, self._choose_current)
        self._key(Qt.Key.Key_K, self._keep_current)
        self._key(Qt.Key.Key_X, self._leave_out_current)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("comparison")
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Papers side by side"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setCornerButtonEnabled(False)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        rows, heads = table.verticalHeader(), table.horizontalHeader()
        rows.setDefaultAlignment(align)
        rows.setHighlightSections(False)
        rows.setMaximumSectionSize(_MOST_LINES * self.fontMetrics().lineSpacing() + 10)
        rows.setMinimumSectionSize(self.fontMetrics().height() + 10)
        rows.setSectionsClickable(False)
        rows.setResizeContentsPrecision(0)  # as high as what is seen needs: to lay out all is slow
        heads.setDefaultAlignment(align)
        heads.setHighlightSections(False)
        heads.setSectionsClickable(True)
        heads.setMinimumSectionSize(80)
        heads.sectionClicked.connect(self._keep)
        heads.sectionResized.connect(self._widened)
        table.horizontalScrollBar().valueChanged.connect(self._widened)
        table.clicked.connect(self._choose)
        return table

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.why, 1)
        top.addWidget(self.only, 0, Qt.AlignmentFlag.AlignTop)
        bottom.addWidget(self.beside, 1)
        for button in self._buttons():
            bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.table, 1)
        layout.addLayout(bottom)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.merge_button, self.versions_button, self.apart_button, self.skip_button

    def _key(self, key: Qt.Key, do: Callable[[], None]) -> None:
        shortcut = QShortcut(QKeySequence(key), self.table)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(do)

    def show_group(self, group: Group | None, holdings: list[Holding], why: str) -> None:
        """Show a group.

        Args:
            group: which; None for none.
            holdings: its papers, as many as can be looked at.
            why: they are thought to be one work.
        """
        self.model.show(group, holdings)
        self.why.setText(one_line(why, _MOST_REASONS))
        self._fit()
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room among the papers."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each paper the same room, and each field as much height as it needs."""
        heads, count = self.table.horizontalHeader(), self.model.columnCount()
        if not count:
            return
        mode = QHeaderView.ResizeMode.Stretch
        if self.table.viewport().width() < count * _LEAST_WIDTH:
            mode = QHeaderView.ResizeMode.Interactive
        heads.setSectionResizeMode(mode)
        if mode is QHeaderView.ResizeMode.Interactive:
            for column in range(count):
                self.table.setColumnWidth(column, _LEAST_WIDTH)
        self.table.resizeRowsToContents()
        self._heights.stop()  # that was done just now

    @Slot()
    def _widened(self) -> None:
        """Fit the heights soon: other texts are seen, or the same with another room."""
        self._heights.start(0)

    @Slot(bool)
    def _narrow(self, only: bool) -> None:
        self.model.show_only_differing(only)
        self._fit()

    @Slot(int)
    def _keep(self, column: int) -> None:
        self._and_stay(self.model.keep, column)

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.model.choose(index.row(), index.column())

    @Slot()
    def _choose_current(self) -> None:
        self._choose(self.table.currentIndex())

    @Slot()
    def _keep_current(self) -> None:
        self._and_stay(self.model.keep, self.table.currentIndex().column())

    @Slot()
    def _leave_out_current(self) -> None:
        self._and_stay(self.model.leave_out, self.table.currentIndex().column())

    def _and_stay(self, do: Callable[[int], None], column: int) -> None:
        """Do what changes the rows, and let the focus stay in the same cell."""
        row, at = self.table.currentIndex().row(), self.table.currentIndex().column()
        do(column)
        row = min(row, self.model.rowCount() - 1)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, max(at, 0)))
        self._fit()

    @Slot()
    def _tell(self) -> None:
        count = len(self.model.included)
        for button in (self.merge_button, self.versions_button, self.apart_button):
            button.setEnabled(count > 1)
        if beside := self.model.kept_beside():
            text = self.tr("What gives way is kept beside, as {names}.")
            self.beside.setText(text.format(names=one_line(", ".join(beside), _MOST_REASONS)))
        else:
            self.beside.setText(
                self.tr("Space takes a value, K lets a paper stay, X leaves one out.")
            )
