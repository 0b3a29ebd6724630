"""The progress of a job, painted as a bar."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionProgressBar,
    QStyleOptionViewItem,
)

from refman_gui.item_models.jobs import JOB_ROLE
from refman_gui.jobs import Job

__all__ = ["ProgressDelegate"]

_PARTS = 1_000
_GAP = 3


class ProgressDelegate(QStyledItemDelegate):
    """Paint a bar for a job that runs and whose end is known; else its text alone."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        job = index.data(JOB_ROLE)
        if not isinstance(job, Job) or not job.is_running or not job.total:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        bar = QStyleOptionProgressBar()
        bar.rect = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)
        bar.palette = option.palette
        bar.fontMetrics = option.fontMetrics
        bar.state = QStyle.StateFlag.State_Enabled | QStyle.StateFlag.State_Horizontal
        bar.minimum, bar.maximum = 0, _PARTS
        bar.progress = min(_PARTS, job.done * _PARTS // job.total)
        bar.text, bar.textVisible = text, True
        bar.textAlignment = Qt.AlignmentFlag.AlignCenter
        style.drawControl(QStyle.ControlElement.CE_ProgressBar, bar, painter, option.widget)
