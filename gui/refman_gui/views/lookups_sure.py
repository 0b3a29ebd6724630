"""Papers accepted by the score of their records: how sure is sure enough, and how many are."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError
from refman.places import user_settings
from refman.settings import LookupSettings
from refman_gui.core_texts import figures
from refman_gui.counting import Scores
from refman_gui.session import Session
from refman_gui.views.plain import plain_label

__all__ = ["SureDialog"]

_STEP = 0.01
_WIDTH = 420
_REST_MS = 250


class SureDialog(QDialog):
    """Ask how sure is sure enough, and tell of how many papers that holds; the window goes on.

    Signals:
        accept_wanted(query, least_score, least_margin)
    """

    accept_wanted = Signal(str, float, float)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._scores: Scores | None = None
        self.setObjectName("sure")
        self.setWindowTitle(self.tr("Accept all that are sure"))
        self.setModal(False)
        self.setMinimumWidth(_WIDTH)
        self._offered: tuple[float, float] | None = None
        self.score = self._spin(self.tr("Least score of the best record"))
        self.margin = self._spin(self.tr("Least lead over the second"))
        self.preview = plain_label(self)
        self.accept_button = QPushButton(self.tr("Accept"), self)
        self.accept_button.setDefault(True)
        self.close_button = QPushButton(self.tr("Close"), self)
        self._lay_out()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._ask)
        self.accept_button.clicked.connect(self._accept)
        self.close_button.clicked.connect(self.reject)
        self.score.valueChanged.connect(self._tell)
        self.margin.valueChanged.connect(self._tell)

    def _lay_out(self) -> None:
        what = QLabel(self)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        what.setText(
            self.tr(
                "Of the papers that are shown, those that wait for a choice get their best record"
                " and are accepted, where it is sure enough. One undo takes all of it back."
            )
        )
        form = QFormLayout()
        for spin in (self.score, self.margin):
            form.addRow(spin.accessibleName(), spin)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(what)
        layout.addLayout(form)
        layout.addWidget(self.preview)
        layout.addLayout(buttons)

    def _spin(self, name: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox(self)
        spin.setAccessibleName(name)
        spin.setRange(0.0, 1.0)
        spin.setSingleStep(_STEP)
        spin.setDecimals(2)
        return spin

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to follow what is shown in the window."""
        super().showEvent(event)
        counting = self._session.counting
        if counting is not None and not event.spontaneous():
            counting.scores_came.connect(self._scores_came)
            self._session.changed.connect(self._rest.start)
            self._session.selection.query_changed.connect(self._rest.start)
            self._scores = None
            self._offer()
            self._tell()
            self._ask()

    def _offer(self) -> None:
        """Begin with what the settings say; with what was set here last, unless they are others."""
        try:
            settings = user_settings().lookup
        except RefmanError:
            settings = LookupSettings()
        offered = settings.least_score, settings.least_margin
        if offered != self._offered:
            self._offered = offered
            self.score.setValue(settings.least_score)
            self.margin.setValue(settings.least_margin)

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow no more."""
        super().hideEvent(event)
        counting = self._session.counting
        if counting is not None and not event.spontaneous():
            counting.scores_came.disconnect(self._scores_came)
            self._session.changed.disconnect(self._rest.start)
            self._session.selection.query_changed.disconnect(self._rest.start)
            self._rest.stop()

    def count(self) -> int:
        """Return how many papers are sure enough."""
        pairs = self._scores.pairs if self._scores is not None else ()
        score, margin = self.score.value(), self.margin.value()
        return sum(one >= score and other >= margin for one, other in pairs)

    @Slot()
    def _ask(self) -> None:
        if self._session.counting is not None:
            self._session.counting.ask_scores(self._session.selection.query)

    @Slot(object)
    def _scores_came(self, scores: Scores) -> None:
        if scores.query == self._session.selection.query:
            self._scores = scores
            self._tell()

    @Slot()
    def _tell(self) -> None:
        count = self.count()
        self.accept_button.setEnabled(count > 0)
        self.accept_button.setText(self.tr("Accept %n paper(s)", "", count))
        if self._scores is None:
            self.preview.setText(self.tr("Counting…"))
            return
        text = self.tr("{sure} of {waiting} that wait for a choice, of {total} shown")
        self.preview.setText(
            text.format(
                sure=figures(count),
                waiting=figures(len(self._scores.pairs)),
                total=figures(self._scores.total),
            )
        )

    @Slot()
    def _accept(self) -> None:
        if self._scores is not None:
            query, self._scores = self._scores.query, None
            self.accept_wanted.emit(query, self.score.value(), self.margin.value())
            self._tell()
