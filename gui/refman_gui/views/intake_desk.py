"""One input of an import: its text beside the list of what was read, and what can be done."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman_gui.core_texts import core_text, figures
from refman_gui.delegates.segments import SegmentDelegate
from refman_gui.icons import icon
from refman_gui.item_models.segments import SegmentColumn, SegmentsModel
from refman_gui.views.intake_sheet import Counts, Sheet
from refman_gui.views.intake_source import SourceText
from refman_gui.views.many_rows import keep_apart
from refman_gui.views.plain import plain_label

__all__ = ["Desk"]

_WIDTHS = {
    SegmentColumn.NUMBER: 44,
    SegmentColumn.STATE: 30,
    SegmentColumn.LINKS: 64,
    SegmentColumn.CONFIDENCE: 48,
    SegmentColumn.WHY: 130,
}
_LEAST_TITLE = 160
_BOX_SIGNS = 24
_LINE = 26


class Desk(QWidget):
    """Show one input and let it be corrected.

    Signals:
        asked(str): what a button asks for: "split", "add" …
        sheet_chosen(int): another input is to be shown.
        kind_chosen(str): it is to be read by another reader.
        looked(): another segment is looked at.
    """

    asked = Signal(str)
    sheet_chosen = Signal(int)
    kind_chosen = Signal(str)
    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._listed: list[Sheet] = []
        self._is_linking = False
        self.model = SegmentsModel(self)
        self.inputs = QComboBox(self)
        self.inputs.setAccessibleName(self.tr("Inputs that are being imported"))
        self.inputs.activated.connect(self.sheet_chosen)
        self.kinds = QComboBox(self)
        self.kinds.setAccessibleName(self.tr("Read as"))
        self.kinds.setToolTip(self.tr("What it was read as; choose another to read it again"))
        for box in (self.inputs, self.kinds):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(_BOX_SIGNS)
        self.kinds.activated.connect(self._kind_chosen)
        self.source = SourceText(self)
        self.table = self._make_table()
        self.note = plain_label(self)
        self.counts = plain_label(self)
        self.doubtful = QCheckBox(self.tr("Add those perhaps in it too"), self)
        self.fills = QCheckBox(self.tr("Fill what known ones lack"), self)
        self.buttons: dict[str, QToolButton | QPushButton] = {}
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.source)
        self.split.addWidget(self.table)
        self.split.setSizes([480, 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(6)
        layout.addLayout(self._top())
        layout.addWidget(self.split, 1)
        layout.addLayout(self._tools())
        layout.addLayout(self._bottom())
        layout.addWidget(self._keys())
        QWidget.setTabOrder(self.buttons["longer"], self.doubtful)
        QWidget.setTabOrder(self.doubtful, self.fills)
        self.setFocusProxy(self.table)
        # Tab passes over what stands before a focus proxy.
        for one, other in pairwise((self.buttons["add"], self.inputs, self.kinds, self.source)):
            QWidget.setTabOrder(one, other)
        self.source.place_chosen.connect(self._place_chosen)
        self.table.selectionModel().currentRowChanged.connect(self._row_chosen)
        self.table.selectionModel().currentRowChanged.connect(self.looked)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("segments")
        table.setAccessibleName(self.tr("What was read"))
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        for column in (SegmentColumn.STATE, SegmentColumn.LINKS):
            table.setItemDelegateForColumn(column, SegmentDelegate(table))
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_LINE, self.fontMetrics().height() + 10))
        header = table.horizontalHeader()
        keep_apart(table)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(24)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(SegmentColumn.TITLE, QHeaderView.ResizeMode.Stretch)
        table.setMinimumWidth(sum(_WIDTHS.values()) - _WIDTHS[SegmentColumn.WHY] + _LEAST_TITLE)
        return table

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.inputs)
        row.addWidget(self.kinds)
        row.addWidget(self.note, 1)
        row.addWidget(self._tool("undo", self.tr("Undo"), "undo-2", "Ctrl+Z"))
        row.addWidget(self._tool("redo", self.tr("Redo"), "redo-2", "Ctrl+Shift+Z"))
        return row

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        for name, text, drawing, key in (
            ("split", self.tr("Split"), "scissors", "S"),
            ("join", self.tr("Join"), "merge", "J"),
            ("junk", self.tr("No paper"), "trash-2", "X"),
            ("paper", self.tr("A paper"), "file-text", "P"),
            ("title", self.tr("Title"), "tag", "T"),
            ("abstract", self.tr("Abstract"), "quote", "B"),
            ("shorter", self.tr("End earlier"), "arrow-up", "Alt+Up"),
            ("longer", self.tr("End later"), "arrow-down", "Alt+Down"),
        ):
            row.addWidget(self._tool(name, text, drawing, key))
        row.addStretch(1)
        key = self.buttons["paper"].toolTip()
        said = self.tr("one that is there already is added all the same")
        self.buttons["paper"].setToolTip(f"{key}: {said}")
        return row

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.counts, 1)
        self.fills.setToolTip(
            self.tr("Papers of the library get the fields that they lack, and keep all they have")
        )
        boxes = QVBoxLayout()  # beside each other they leave no room for the buttons
        boxes.setSpacing(2)
        boxes.addWidget(self.doubtful)
        boxes.addWidget(self.fills)
        row.addLayout(boxes)
        for name, text, drawing in (
            ("discard", self.tr("Discard"), "x"),
            ("add_all", "", "list-checks"),
            ("add", "", "check"),
        ):
            button = QPushButton(icon(drawing), text, self)
            button.setObjectName(name)
            button.clicked.connect(self._clicked)
            self.buttons[name] = button
            row.addWidget(button)
        return row

    def _tool(self, name: str, text: str, drawing: str, key: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setAccessibleName(text)
        shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{text} ({shown})")
        button.setIcon(icon(drawing))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._clicked)
        self.buttons[name] = button
        return button

    def _keys(self) -> QLabel:
        keys = plain_label(self)
        keys.setText(
            self.tr(
                "S split before the cursor's line · J join with the next · X no paper · P a paper"
                " · T this is the title · B this is the abstract · Alt+↓ Alt+↑ move the end"
                " · Ctrl+Z undo · Ctrl+Return add · Esc discard"
            )
        )
        font = keys.font()
        font.setPointSizeF(font.pointSizeF() * 0.85)
        keys.setFont(font)
        keys.setForegroundRole(keys.palette().ColorRole.PlaceholderText)
        return keys

    # What is shown.

    @property
    def place(self) -> int:
        """The place of the segment that is looked at; -1 where there is none."""
        return self.table.currentIndex().row()

    def places(self) -> list[int]:
        """Return the places of the segments that are chosen."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def show_sheet(self, sheet: Sheet | None) -> None:
        """Show another input."""
        self._sheet = sheet
        judge = sheet.judge if sheet is not None else _unknown
        self.source.show_text(sheet.now.text if sheet is not None else "")
        self.model.show(sheet.now if sheet is not None else None, judge, is_other=True)
        if sheet is not None:
            self.source.show_preview(sheet.now, -1)
            self._go_to_first(sheet)

    def show_again(self, place: int | None = None) -> None:
        """Show what the input is now, and look at one of its segments."""
        if self._sheet is None:
            return
        wanted = self.place if place is None else place
        self._is_linking = True
        self.model.show(self._sheet.now, self._sheet.judge)
        self._is_linking = False
        self.source.show_preview(self._sheet.now, wanted)
        if wanted < 0:
            self._go_to_first(self._sheet)
        elif place is not None or self.place < 0:
            self.go(wanted)

    def _go_to_first(self, sheet: Sheet) -> None:
        papers = (at for at, each in enumerate(sheet.now.segments) if each.is_paper)
        self.go(next(papers, 0))

    def go(self, place: int) -> None:
        """Look at a segment."""
        place = min(place, self.model.rowCount() - 1)
        if place < 0:
            return
        self._choose_row(place)
        self.source.show_current(place, goes_there=True)

    def show_inputs(self, sheets: Sequence[Sheet], current: int) -> None:
        """List the inputs."""
        if self._listed != sheets:
            self._listed = list(sheets)
            self.inputs.clear()
            self.inputs.addItems([each.title for each in sheets])
        self.inputs.setCurrentIndex(current)

    def show_kinds(self, kinds: Sequence[tuple[str, str]], kind: str) -> None:
        """List the readers, and tell which one has read the input."""
        if self.kinds.count() != len(kinds):
            self.kinds.clear()
            for name, label in kinds:
                self.kinds.addItem(core_text(label), name)
        self.kinds.setCurrentIndex(self.kinds.findData(kind))

    def show_counts(self, counts: Counts) -> None:
        """Tell how much there is."""
        said = [
            self.tr("%n paper(s)", "", counts.papers),
            self.tr("%n stretch(es) left over", "", counts.left_over),
            self.tr("%n link(s)", "", counts.links),
        ]
        tally = counts.tally
        if known := tally.known - tally.twice:
            said.append(self.tr("%n already in the library", "", known))
        if perhaps := tally.doubtful - tally.doubtful_twice:
            said.append(self.tr("%n perhaps in it", "", perhaps))
        if tally.twice:
            said.append(self.tr("%n read twice", "", tally.twice))
        if tally.doubtful_twice:
            said.append(self.tr("%n perhaps read twice", "", tally.doubtful_twice))
        self.counts.setText(", ".join(said))
        self.doubtful.setVisible(bool(tally.doubtful))
        self.fills.setVisible(bool(tally.fills))

    def show_buttons(self, sheet: Sheet, sheets: Sequence[Sheet]) -> None:
        """Tell what can be done now, and how many papers would be added by it."""
        is_ready = sheet.is_ready
        for button in self.buttons.values():
            button.setEnabled(is_ready)
        self.kinds.setEnabled(is_ready)
        self.buttons["discard"].setEnabled(not sheet.is_busy)
        self.buttons["undo"].setEnabled(is_ready and sheet.previews.undo_name is not None)
        self.buttons["redo"].setEnabled(is_ready and sheet.previews.redo_name is not None)
        doubtful = self.doubtful.isChecked()
        new = sheet.counts().would_add(doubtful=doubtful)
        filled = sheet.counts().tally.fills if self.fills.isChecked() else 0
        self.buttons["add"].setText(self._to_add(new, filled))
        self.buttons["add"].setEnabled(is_ready and new + filled > 0)
        several = self.buttons["add_all"]
        several.setVisible(len(sheets) > 1)
        if len(sheets) > 1:
            total = sum(each.counts().would_add(doubtful=doubtful) for each in sheets)
            several.setText(
                self.tr("Add all %n inputs: {count}", "", len(sheets)).format(count=figures(total))
            )
        self.note.setText(self._note(sheet))

    def _to_add(self, new: int, filled: int) -> str:
        if not filled:
            return self.tr("Add %n paper(s)", "", new)
        if not new:
            return self.tr("Fill %n known", "", filled)
        return self.tr("Add %n paper(s), fill {count}", "", new).format(count=figures(filled))

    def _note(self, sheet: Sheet) -> str:
        if not sheet.is_read:
            return self.tr("reading…")
        said: list[str] = []
        if unlisted := sheet.counts().unlisted:
            said.append(self.tr("%n more paper(s) are added with these", "", unlisted))
        if len(sheet.now.text) < sheet.opened.length:
            said.append(self.tr("only the beginning of the text is shown"))
        return "; ".join(said)

    def _choose_row(self, place: int) -> None:
        self._is_linking = True
        index = self.model.index(place, int(SegmentColumn.TITLE))
        self.table.selectionModel().setCurrentIndex(
            index,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )
        self.table.scrollTo(index)
        self._is_linking = False

    @Slot(int)
    def _place_chosen(self, place: int) -> None:
        self._choose_row(place)

    @Slot()
    def _row_chosen(self) -> None:
        if not self._is_linking:
            self.source.show_current(self.place, goes_there=True)

    @Slot(int)
    def _kind_chosen(self, at: int) -> None:
        kind = self.kinds.itemData(at)
        if self._sheet is not None and kind != self._sheet.opened.kind:
            self.kind_chosen.emit(kind)

    @Slot()
    def _clicked(self) -> None:
        self.asked.emit(self.sender().objectName())


def _unknown(_: object) -> None:
    return None
