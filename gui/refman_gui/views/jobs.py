"""What goes on beside the window: watched, stopped, tried again; and its sign in the status bar."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman_gui.delegates.jobs import ProgressDelegate
from refman_gui.icons import icon
from refman_gui.item_models.jobs import JobColumn, JobsModel
from refman_gui.jobs import Job, Jobs
from refman_gui.keys import show_with_keys
from refman_gui.session import Session
from refman_gui.theme import colours
from refman_gui.views.plain import plain_label

__all__ = ["JobsView", "make_indicator"]

_WIDTHS = {JobColumn.TITLE: 320, JobColumn.PROGRESS: 170}
_LINE = 26
_MOST_SIGNS = 2_000
_BAR = 3
_LONGEST = 40


class JobsView(QWidget):
    """Show the jobs, the newest on top; those that have ended stay until they are cleared."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = session.jobs
        self.model = JobsModel(self._jobs, self)
        self.table = self._make_table()
        self.message = plain_label(self)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stop_button = self._button("x", self.tr("Stop"), self.stop)
        self.again_button = self._button("refresh-cw", self.tr("Try again"), self.try_again)
        self.clear_button = self._button("trash-2", self.tr("Clear the ended"), self.clear)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in (self.stop_button, self.again_button, self.clear_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self.table, 1)
        left.addWidget(self.message)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(left, 1)
        layout.addLayout(buttons)
        self.table.selectionModel().currentRowChanged.connect(self._tell)
        self.model.dataChanged.connect(self._tell)
        self.model.rowsInserted.connect(self._added)
        self.model.rowsRemoved.connect(self._tell)
        self._added()  # those that were started before this is first shown
        self._tell()

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("jobs_table")
        table.setAccessibleName(self.tr("Jobs"))
        table.setModel(self.model)
        table.setItemDelegateForColumn(JobColumn.PROGRESS, ProgressDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        rows = table.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(max(_LINE, self.fontMetrics().height() + 10))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        return table

    def _button(self, name: str, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon(name), text, self)
        button.setAutoDefault(False)
        button.clicked.connect(do)
        return button

    @Slot()
    def stop(self) -> None:
        """Stop the job that is chosen."""
        job = self._current()
        if job is not None:
            job.cancel()
            self._tell()

    @Slot()
    def try_again(self) -> None:
        """Try the job that is chosen again, where it failed, was stopped, or has left something."""
        job = self._current()
        if job is not None and job.may_be_repeated:
            self._jobs.again(job)
            self._jobs.forget(job)

    @Slot()
    def clear(self) -> None:
        """Forget the jobs that have ended."""
        for job in list(self._jobs.all):
            self._jobs.forget(job)

    def _current(self) -> Job | None:
        return self.model.job_at(self.table.currentIndex().row())

    @Slot()
    def _added(self) -> None:
        """Choose the newest."""
        self.table.setCurrentIndex(self.model.index(0, 0))

    @Slot()
    def _tell(self) -> None:
        job = self._current()
        self.stop_button.setEnabled(job is not None and job.is_running and not job.is_stopping)
        self.again_button.setEnabled(job is not None and job.may_be_repeated)
        self.clear_button.setEnabled(any(not each.is_running for each in self._jobs.all))
        text = job.message if job is not None else ""
        self.message.setText(text[:_MOST_SIGNS])
        if not self._jobs.all:
            text = self.tr(
                "Nothing goes on. What takes longer is shown here while it runs: looking up"
                " ({paper.lookup}), exporting ({file.export})."
            )
            show_with_keys(self.message, text)
        self.message.setVisible(bool(text))


class JobsIndicator(QToolButton):
    """Show in the status bar what runs, or that something failed; hidden where neither is so."""

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._share = 0.0
        self.setObjectName("jobs_indicator")
        self.setAutoRaise(True)
        self.setIconSize(QSize(14, 14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        jobs.added.connect(self._tell)
        jobs.changed.connect(self._tell)
        jobs.removed.connect(self._tell)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint how far it has come as a line at the lower edge."""
        super().paintEvent(event)
        if self._share > 0:
            painter = QPainter(self)
            width = round(self.width() * min(1.0, self._share))
            bar = QRect(0, self.height() - _BAR, width, _BAR)
            painter.fillRect(bar, QColor(colours().accent))

    @Slot()
    def _tell(self) -> None:
        running = self._jobs.running()
        failed = sum(job.outcome == "failed" for job in self._jobs.all)
        totals = [(job.done, job.total) for job in running if job.total]
        self._share = sum(done / total for done, total in totals) / (len(running) or 1)
        text = self._text(running) if running else self.tr("%n job(s) failed", "", failed)
        name = "refresh-cw" if running else "circle-alert"
        if text != self.text() or self.isHidden():
            self.setText(text)
            self.setIcon(icon(name))
            self.setAccessibleName(text)
            self.setToolTip(self.tr("Show the jobs"))
        self.setVisible(bool(running or failed))
        self.update()

    def _text(self, running: list[Job]) -> str:
        what = self.tr("%n job(s)", "", len(running))
        if len(running) == 1:
            title = " ".join(running[0].title.split())
            what = title if len(title) <= _LONGEST else title[:_LONGEST] + "…"
        percent = f"{int(self._share * 100)} %" if self._share else ""
        return f"{what}  {percent}".strip().replace("&", "&&")


def make_indicator(session: Session, parent: QWidget | None = None) -> QToolButton:
    """Return what shows in the status bar what goes on; a click on it is to show the jobs."""
    return JobsIndicator(session.jobs, parent)
