"""How far it has come, and a way to stop it: a line that keeps its room while nothing goes on."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from refman_gui.icons import icon
from refman_gui.jobs import Job
from refman_gui.views.plain import plain_label

__all__ = ["ProgressStrip"]

_WIDTH = 160
_MOST = 10_000
"""Parts of the bar: Qt counts in 32 bits only."""


class ProgressStrip(QWidget):
    """Follow one job, the newest that it was given."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._job: Job | None = None
        self._text = ""
        self.said = plain_label(self)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("How far it has come"))
        self.bar.setFixedWidth(_WIDTH)
        self.stop_button = QPushButton(icon("x"), self.tr("S&top"), self)
        self.stop_button.setAutoDefault(False)
        self.stop_button.clicked.connect(self._stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.said, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.stop_button)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self.hide()

    def follow(self, job: Job, text: str) -> None:
        """Show how far a job has come, until it ends.

        Args:
            job: what goes on.
            text: what that is, for people.
        """
        self._job, self._text = job, text
        self.said.setText(text)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        job.progressed.connect(self._progressed)
        job.said.connect(self._said)
        job.finished.connect(self._finished)
        self.show()

    @Slot(object, object)
    def _progressed(self, done: int, total: int | None) -> None:
        if self._is_ours(self.sender()) and self._job is not None and not self._job.is_stopping:
            self.said.setText(self._text)  # what was waited for has come
            self.bar.setRange(0, _MOST if total else 0)
            if total:
                self.bar.setValue(min(_MOST, done * _MOST // total))

    @Slot(str)
    def _said(self, text: str) -> None:
        if self._is_ours(self.sender()):
            self.said.setText(text or self._text)

    @Slot()
    def _finished(self) -> None:
        if self._is_ours(self.sender()):
            self._job = None
            self.hide()

    def _is_ours(self, sender: QObject | None) -> bool:
        return sender is not None and sender is self._job

    @Slot()
    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.said.setText(self.tr("Stopping…"))
            self.stop_button.setEnabled(False)
