"""The checks: what is missing, doubtful or unsafe in the papers, and putting it right."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from refman.checks.finding import Severity
from refman.model import EntryId
from refman_gui.core_texts import figures
from refman_gui.icons import icon
from refman_gui.item_models.findings import FindingColumn, FindingsModel
from refman_gui.jobs import Job
from refman_gui.keys import show_with_keys
from refman_gui.session import Session
from refman_gui.tasks.checking import CHECKING, Came, Request, Result
from refman_gui.views.many_rows import chosen_ranges, keep_apart
from refman_gui.views.plain import plain_label

__all__ = ["ChecksView"]

_WIDTHS = {
    FindingColumn.SEVERITY: 100,
    FindingColumn.KEY: 150,
    FindingColumn.RULE: 170,
    FindingColumn.FIX: 110,
}


class ChecksView(QWidget):
    """Check papers, show what is found, put right what can be.

    Signals:
        wanted(): it has begun, and is to be shown.
        paper_wanted(EntryId): this paper is to be looked at.
    """

    wanted = Signal()
    paper_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._query = ""
        self.model = FindingsModel(self)
        self.box = QLineEdit(self)
        self.box.setPlaceholderText(self.tr("Only findings with these words"))
        self.box.setAccessibleName(self.tr("Only findings with these words"))
        self.box.setClearButtonEnabled(True)
        self.severity = QComboBox(self)
        self.severity.setAccessibleName(self.tr("How bad"))
        for text, severity in (
            (self.tr("All findings"), None),
            (self.tr("Errors"), Severity.ERROR),
            (self.tr("Warnings"), Severity.WARNING),
            (self.tr("Notes"), Severity.NOTE),
        ):
            self.severity.addItem(text, severity)
        self.all_button = QPushButton(icon("list-checks"), self.tr("Check &all papers"), self)
        self.shown_button = QPushButton(self.tr("Check what is &shown"), self)
        self.fix_button = QPushButton(self.tr("Put &right what is chosen"), self)
        self.fix_all_button = QPushButton(self.tr("Put right all that &can be"), self)
        self.table = self._make_table()
        self.said = plain_label(self)
        self.empty = plain_label(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.table)
        self._lay_out()
        self.box.textChanged.connect(self._narrow)
        self.severity.currentIndexChanged.connect(self._narrow)
        self.all_button.clicked.connect(self.run)
        self.shown_button.clicked.connect(self._run_shown)
        self.fix_button.clicked.connect(self._fix_chosen)
        self.fix_all_button.clicked.connect(self._fix_all)
        self.table.activated.connect(self._go)
        self.table.selectionModel().selectionChanged.connect(self._tell_buttons)
        session.opened.connect(self._tell_buttons)
        session.opened.connect(self._tell_idle)
        session.changed.connect(self._tell_idle)
        self._is_idle = True
        self._tell_idle()
        self._tell_buttons()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Findings"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        header = table.horizontalHeader()
        keep_apart(table)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        header.setSectionResizeMode(FindingColumn.MESSAGE, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        for widget in (self.all_button, self.shown_button, self.severity, self.box):
            top.addWidget(widget)
        top.setStretchFactor(self.box, 1)
        bottom.addWidget(self.said, 1)
        bottom.addWidget(self.fix_button)
        bottom.addWidget(self.fix_all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)
        layout.addLayout(bottom)

    # What can be done here, named in the table of actions.

    def run(self) -> None:
        """Check all papers."""
        self._query = ""
        self._check(())

    @Slot()
    def _run_shown(self) -> None:
        self._query = self._session.selection.query
        self._check(())

    @Slot()
    def _fix_chosen(self) -> None:
        self._check(self.model.fixable(self._chosen()))

    @Slot()
    def _fix_all(self) -> None:
        self._check(self.model.fixable(self.model.all_rows()))

    def _check(self, ids: Iterable[EntryId]) -> None:
        put_right = tuple(dict.fromkeys(ids))
        if not self._session.is_open:
            return
        if self._job is not None:
            self._job.cancel()
        request = Request(library=str(self._session.path), query=self._query, put_right=put_right)
        title = self.tr("Check papers")
        if put_right:
            title = self.tr("Put right %n paper(s)", "", len(put_right))
        self._is_idle = False
        self.model.clear()
        self.said.clear()
        self._tell_empty(self.tr("Checking…"))
        job = self._job = self._session.jobs.start(title, CHECKING, request)
        if put_right:
            self._session.writes(job)
        job.came.connect(self._came)
        job.ended.connect(self._ended)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)
        self._tell_buttons()
        self.wanted.emit()

    @Slot(object)
    def _came(self, came: Came) -> None:
        if self.sender() is self._job and came.told:
            self.model.extend(came.told)
            self._stack.setCurrentWidget(self.table)

    @Slot(object)
    def _ended(self, result: Result) -> None:
        if self.sender() is not self._job:
            return
        counts = Counter(one.severity for one in self.model.all)
        said = self.tr(
            "{papers} papers: {errors} errors, {warnings} warnings, {notes} notes"
        ).format(
            papers=figures(result.papers),
            errors=figures(counts[Severity.ERROR]),
            warnings=figures(counts[Severity.WARNING]),
            notes=figures(counts[Severity.NOTE]),
        )
        if result.put_right:
            said = self.tr("%n finding(s) put right", "", result.put_right) + ". " + said
        self.said.setText(said)
        self._session.said.emit(said)
        if not self.model.all:
            self._tell_none(result.papers)

    @Slot(str)
    def _failed(self, message: str) -> None:
        if self.sender() is self._job:
            self._tell_empty(message)

    @Slot()
    def _finished(self) -> None:
        if self._job is not None and self.sender() is self._job:
            if self._job.outcome == "cancelled":
                stopped = self.tr("Stopped; not all papers were checked.")
                self.said.setText(stopped)
                if not self.model.all:
                    self._tell_empty(stopped)
            self._job = None
            self._tell_buttons()

    @Slot()
    def _tell_idle(self) -> None:
        """Say what there is to do before anything is checked here."""
        if self._is_idle:
            self._tell_none(None)

    def _tell_none(self, papers: int | None) -> None:
        """Say why there is no finding; None of papers were checked where nothing was yet."""
        if papers:
            text = self.tr("Nothing was found in %n paper(s): all is well.", "", papers)
        elif not self._session.has_papers():
            text = self.tr(
                "There is no paper here yet: {file.paste} pastes a listing, {file.open} opens a"
                " file."
            )
        elif papers is None:
            text = self.tr('Not checked yet: "Check all papers" tells what is missing or doubtful.')
        else:
            text = self.tr(
                "There was no paper to check: {view.library} shows what the search finds."
            )
        self._tell_empty("")
        show_with_keys(self.empty, text)

    def _tell_empty(self, text: str) -> None:
        self.empty.setText(text)
        self._stack.setCurrentWidget(self.empty)

    @Slot()
    def _narrow(self) -> None:
        self.model.narrow(self.severity.currentData(), self.box.text())
        self._tell_buttons()

    @Slot()
    def _tell_buttons(self) -> None:
        is_free = self._session.is_open and self._job is None
        self.all_button.setEnabled(self._session.is_open)
        self.shown_button.setEnabled(self._session.is_open)
        self.fix_button.setEnabled(is_free and self._can_fix(self._chosen()))
        self.fix_all_button.setEnabled(is_free and self._can_fix(self.model.all_rows()))

    def _chosen(self) -> Iterator[int]:
        return chain.from_iterable(chosen_ranges(self.table))

    def _can_fix(self, rows: Iterable[int]) -> bool:
        return next(self.model.fixable(rows), None) is not None

    @Slot(QModelIndex)
    def _go(self, index: QModelIndex) -> None:
        told = self.model.told_at(index.row())
        if told.id is not None:
            self.paper_wanted.emit(told.id)
