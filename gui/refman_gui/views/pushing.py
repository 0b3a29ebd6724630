"""Papers sent to Zotero: what would be done is looked at first, then done, then told."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from refman.model import EntryId
from refman.pushing import Asked, Deed, Done, Places, Plan, Report, Row
from refman_gui.icons import icon
from refman_gui.item_models.pushing import Fate
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks.pushing import (
    PLACES,
    PLANNING,
    PUSHING,
    AskPlaces,
    AskPlan,
    AskPush,
    Planned,
)
from refman_gui.views.losses import LossesLabel
from refman_gui.views.plain import plain_label
from refman_gui.views.pushing_form import PushForm
from refman_gui.views.pushing_papers import PapersPane
from refman_gui.views.pushing_report import ReportPane
from refman_gui.views.pushing_sending import Sending, only
from refman_gui.views.pushing_strip import ProgressStrip

__all__ = ["PushView"]

_REST_MS = 300
_WIDTH, _HEIGHT = 920, 680
_MARGIN = 80


class PushView(QDialog):
    """Ask what is to be sent, show what that would do, send it, and show the report.

    The window goes on meanwhile; a push goes on when this is closed, and its report waits here.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._asking: Job | None = None
        self._looking: Job | None = None
        self._asked: Asked | None = None  # of the plan that is shown; None where it is out of date
        self._is_new = False  # the next rows are the first of a plan
        self._is_unseen = False
        self.setWindowTitle(self.tr("Send to Zotero"))
        self.setModal(False)
        self.sending = Sending(session, self)
        self.form = PushForm(session, self)
        self.empty = plain_label(self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setContentsMargins(_MARGIN, 0, _MARGIN, 0)
        self.papers = PapersPane(
            self.tr("What would be sent"), (Fate.NEW, Fate.UPDATE, Fate.SKIP), self
        )
        self.report = ReportPane(self)
        self.losses = LossesLabel(self)
        self.note = plain_label(self)
        self.strip = ProgressStrip(self)
        self.look_button = QPushButton(icon("refresh-cw"), self.tr("&Look again"), self)
        self.button = QPushButton(icon("send"), self.tr("&Send"), self)
        self.close_button = QPushButton(self.tr("&Close"), self)
        for button in (self.look_button, self.button, self.close_button):
            button.setAutoDefault(False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST_MS)
        self._later.timeout.connect(self._look)
        self._lay_out()
        self._connect()
        self.setTabOrder(self.look_button, self.strip.stop_button)
        self.resize(_WIDTH, _HEIGHT)

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        for page in (self.empty, self.papers, self.report):
            self._stack.addWidget(page)
        bottom = QHBoxLayout()
        bottom.setSpacing(6)
        bottom.addWidget(self.look_button)
        bottom.addWidget(self.strip, 1)
        bottom.addWidget(self.button)
        bottom.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.form)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.losses)
        layout.addWidget(self.note)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        self.form.changed.connect(self._changed)
        self.form.way_changed.connect(self._ask)
        self.look_button.clicked.connect(self._ask)
        self.button.clicked.connect(self._send)
        self.close_button.clicked.connect(self.close)
        self.report.again_wanted.connect(self._send_rest)
        self.papers.paper_wanted.connect(self._go)
        self.report.papers.paper_wanted.connect(self._go)
        self.sending.started.connect(self._started)
        self.sending.reported.connect(self._reported)
        self.sending.failed.connect(self._failed)
        self.sending.ended.connect(self._tell_button)
        self._session.changed.connect(self._library_changed)
        again = QShortcut(QKeySequence(Qt.Key.Key_F5), self)
        again.activated.connect(self.look_button.click)

    # What can be done here, named in the table of actions.

    def push(self) -> None:
        """Ask what is to be sent."""
        if self.isVisible():
            self._begin()
        self.show()
        self.raise_()
        self.activateWindow()

    def leave(self) -> None:
        """Ask no more: the window closes."""
        self._later.stop()

    def showEvent(self, event: QShowEvent) -> None:
        """Offer what is chosen and shown now, or show the report that nobody has seen yet."""
        super().showEvent(event)
        if not event.spontaneous():
            self._begin()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more at what would be done; what is being sent goes on."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Return for the button that has the focus: none is pressed, and sends, by chance."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif isinstance(button := self.focusWidget(), QPushButton):
            button.click()

    def _begin(self) -> None:
        if self.sending.is_running:
            return
        if self._is_unseen:
            self._is_unseen = False
            return
        self.form.which.offer()
        self.form.which.setFocus()
        self._ask()

    def _stop(self) -> None:
        """Look no more."""
        self._later.stop()
        for job in (self._asking, self._looking):
            if job is not None:
                job.cancel()
        self._asking = self._looking = None
        self._asked = None
        self._tell_button()

    # Who answers, and where items may go.

    @Slot()
    def _ask(self) -> None:
        if self.sending.is_running or not self._session.is_open:
            return
        self._stop()
        self.note.clear()
        request = AskPlaces(via=self.form.via())
        job = self._session.jobs.start(self.tr("Ask Zotero"), PLACES, request, is_quiet=True)
        self._asking = job
        job.ended.connect(self._answered)
        job.failed.connect(self._unanswered)
        self.strip.follow(job, self.tr("Asking Zotero…"))

    @Slot(object)
    def _answered(self, places: Places) -> None:
        if self.sender() is not self._asking:
            return
        self._asking = None
        self.form.show_places(places)
        if self.form.target.target() is None:
            self._tell_empty(
                self.tr(
                    "Nothing in Zotero takes items this way: open a library of your own there, or"
                    " choose another way."
                )
            )
        else:
            self._look()

    @Slot(str)
    def _unanswered(self, message: str) -> None:
        if self.sender() is self._asking:
            self._asking = None
            self.form.show_places(None)
            self._tell_fault(message)

    def _tell_fault(self, message: str) -> None:
        anew = self.tr('Once that is put right, "Look again" (F5) asks anew.')
        self._tell_empty(f"{message}\n\n{anew}")

    def _tell_empty(self, text: str) -> None:
        """Say why there is nothing to be seen, and what to do."""
        self.papers.show_papers(())
        self.losses.clear()
        self.note.clear()
        self.empty.setText(text)
        self._show(self.empty)
        self._tell_button()

    def _show(self, page: QWidget) -> None:
        """Show a page; what belongs to another is hidden, so that it takes no room."""
        self._stack.setCurrentWidget(page)
        self.losses.setVisible(page is self.papers and bool(self.losses.text()))
        self.note.setVisible(bool(self.note.text()))

    # What would be done.

    @Slot()
    def _changed(self) -> None:
        """Look in a moment, when nothing more is changed."""
        self._stop()
        self._later.start()

    @Slot()
    def _library_changed(self) -> None:
        """Look again: what is shown is what is to be sent."""
        if self.isVisible() and self._asked is not None:
            self._changed()

    @Slot()
    def _look(self) -> None:
        asked = self.form.asked()
        if asked is None or not self._session.is_open:
            return
        request = AskPlan(library=str(self._session.path), asked=asked)
        title = self.tr("Look what would be sent")
        job = self._session.jobs.start(title, PLANNING, request, is_quiet=True)
        self._looking, self._is_new = job, True
        job.came.connect(self._planned)
        job.ended.connect(self._looked)
        job.failed.connect(self._not_looked)
        self.strip.follow(job, self.tr("Looking what is in Zotero already…"))

    @Slot(object)
    def _planned(self, came: Planned) -> None:
        if self.sender() is not self._looking:
            return
        if self._is_new:
            self._is_new = False
            self.papers.show_papers(came.rows)
            self._show(self.papers)
        else:
            self.papers.extend(came.rows)

    @Slot(object)
    def _looked(self, plan: Plan) -> None:
        job = self.sender()
        if not isinstance(job, Job) or job is not self._looking:
            return
        self._looking = None
        if self._is_new:
            self._tell_empty(self.tr("There is no such paper: choose others above."))
            return
        assert isinstance(job.request, AskPlan)
        self._asked = job.request.asked
        if plan.losses:
            self.losses.tell(self.tr("Zotero has no place for:"), plan.losses)
        else:
            self.losses.clear()
        if not self._count():
            self.note.setText(self.tr("Nothing is left to be sent: the reasons stand above."))
        self._show(self.papers)
        self._tell_button()

    @Slot(str)
    def _not_looked(self, message: str) -> None:
        if self.sender() is self._looking:
            self._looking = None
            self._tell_fault(message)

    def _count(self) -> int:
        return self.papers.count(Fate.NEW, Fate.UPDATE)

    @Slot()
    def _tell_button(self) -> None:
        count = self._count() if self._asked is not None else 0
        is_free = not self.sending.is_running
        self.button.setText(self.tr("&Send %n paper(s)", "", count) if count else self.tr("&Send"))
        self.button.setEnabled(count > 0 and is_free)
        for widget in (self.look_button, self.form, self.report.again_button):
            widget.setEnabled(is_free)

    # It is done.

    @Slot()
    def _send(self) -> None:
        if self._asked is None or self.sending.is_running:
            return
        rows = [one for one in self.papers.model.all if isinstance(one, Row)]
        asked = only(self._asked, [row.id for row in rows])  # those that were looked at, no others
        todo = [row.id for row in rows if row.deed is not Deed.SKIP]
        self._start(AskPush(library=str(self._session.path), asked=asked), todo)

    @Slot()
    def _send_rest(self) -> None:
        rest = self.sending.rest
        if rest is not None and not self.sending.is_running:
            self._start(rest, rest.asked.wanted.ids or ())

    def _start(self, request: AskPush, todo: Sequence[EntryId]) -> None:
        title = self.tr("Send to Zotero: {target}").format(target=self.form.target.currentText())
        self.sending.follow(self._session.jobs.start(title, PUSHING, request), todo)

    @Slot(Job, int)
    def _started(self, job: Job, count: int) -> None:
        self._stop()
        self._tell_note("")
        self._is_unseen = False
        self.strip.follow(job, self.tr("Sending %n paper(s)…", "", count))
        self.strip.stop_button.setFocus()
        self._tell_button()

    @Slot(object, object)
    def _reported(self, report: Report, done: list[Done]) -> None:
        rest = self.sending.rest
        said = self.report.show_report(report, done, has_rest=rest is not None)
        if self.sending.job is not None:
            self.sending.job.note(said, rest)
        self._session.said.emit(said)
        self._is_unseen = not self.isVisible()
        self._show(self.report)
        self.report.papers.table.setFocus()

    @Slot(str)
    def _failed(self, message: str) -> None:
        self._tell_note(message or self.tr("Stopped before anything was sent."))
        if message:
            self._session.failed.emit(message)

    def _tell_note(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    @Slot(object)
    def _go(self, id_: EntryId) -> None:
        """Show a paper in the window behind."""
        self._session.selection.want_entry(id_)
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()
