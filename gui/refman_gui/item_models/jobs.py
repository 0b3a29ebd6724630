"""The jobs of a window as a table, the newest on top."""

import html
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Slot,
)

from refman_gui.core_texts import figures
from refman_gui.icons import icon
from refman_gui.jobs import Job, Jobs

__all__ = ["JOB_ROLE", "JobColumn", "JobsModel"]

JOB_ROLE = int(Qt.ItemDataRole.UserRole)
"""The Job itself."""

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
_TOLD_MS = 100
"""What jobs tell is shown at most so often: some tell a thousand times a second."""

_LONGEST = 500
_NOWHERE = QModelIndex()
_ICONS = {None: "refresh-cw", "done": "circle-check", "failed": "circle-alert"}
_IN_PART = "triangle-alert"

_Index = QModelIndex | QPersistentModelIndex


class JobColumn(IntEnum):
    """Name the columns."""

    TITLE = 0
    PROGRESS = 1
    SAID = 2


class JobsModel(QAbstractTableModel):
    """Show jobs: what they are, how far they have come, and what they say."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Job] = list(reversed(jobs.all))
        self._told: set[Job] = set()
        self._headers = (self.tr("Job"), self.tr("Progress"), self.tr("What it says"))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_TOLD_MS)
        self._rest.timeout.connect(self._tell)
        jobs.added.connect(self._added)
        jobs.changed.connect(self._changed)
        jobs.removed.connect(self._removed)

    def job_at(self, row: int) -> Job | None:
        """Return the job of a row; None where there is no such row."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(JobColumn)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY
    ) -> str | None:
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return self._headers[section]
        return None

    def data(self, index: _Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        job, column = self._rows[index.row()], JobColumn(index.column())
        if role == JOB_ROLE:
            return job
        if role == _DECORATION and column is JobColumn.TITLE:
            return icon(_IN_PART if job.is_in_part else _ICONS.get(job.outcome, "circle-x"))
        if role in {_DISPLAY, _ACCESSIBLE}:
            return self._text(job, column)
        if role == _TOOLTIP and column is not JobColumn.PROGRESS:
            return f"<qt>{html.escape(self._text(job, column))}</qt>"  # else Qt guesses what it is
        return None

    def _text(self, job: Job, column: JobColumn) -> str:
        if column is JobColumn.TITLE:
            return _line(job.title)
        if column is JobColumn.PROGRESS:
            return self._progress(job)
        return _line(job.message.partition("\n")[0])

    def _progress(self, job: Job) -> str:
        if job.is_stopping:
            return self.tr("stopping…")
        if job.is_running:
            if not job.total:
                return figures(job.done) if job.done else self.tr("started")
            text = self.tr("{done} of {total}")
            return text.format(done=figures(job.done), total=figures(job.total))
        if job.is_in_part:
            return self.tr("done in part")
        if job.outcome == "done":
            return self.tr("done")
        return self.tr("failed") if job.outcome == "failed" else self.tr("stopped")

    @Slot(Job)
    def _added(self, job: Job) -> None:
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._rows.insert(0, job)
        self.endInsertRows()

    @Slot(Job)
    def _removed(self, job: Job) -> None:
        self._told.discard(job)
        if job in self._rows:
            row = self._rows.index(job)
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()

    @Slot(Job)
    def _changed(self, job: Job) -> None:
        self._told.add(job)
        if not self._rest.isActive():
            self._rest.start()

    @Slot()
    def _tell(self) -> None:
        for row, job in enumerate(self._rows):
            if job in self._told:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(JobColumn) - 1))
        self._told.clear()


def _line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text[:_LONGEST].split())
