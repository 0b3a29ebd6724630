"""Many papers changed in one go: a field set, text replaced, tags, collections, the bin."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from refman.editing import Replacement
from refman.errors import EditError
from refman_gui.core_texts import core_text, figures
from refman_gui.delegates.batch import ChangeDelegate
from refman_gui.item_models.batch import ChangeColumn, ChangesModel
from refman_gui.item_models.entry_texts import one_line
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks.judging import AT_ONCE, JUDGING, Deed, Which, step_of
from refman_gui.tasks.judging import Request as Judging
from refman_gui.tasks.replacing import MOST_SHOWN, REPLACING, Came, Request, Result, Setting
from refman_gui.views.batch_name import NameDialog
from refman_gui.views.batch_pages import EditPage, ReplacePage
from refman_gui.views.batch_which import WhichBox
from refman_gui.views.plain import plain_label

__all__ = ["BatchView"]

_REST_MS = 250
_PATIENCE_MS = 5_000
"""So long a preview may tell nothing before it is stopped: a pattern may take for ever."""

_WIDTHS = {ChangeColumn.KEY: 140, ChangeColumn.FIELD: 90}
_MOST_FAULT = 300


class BatchView(QDialog):
    """Change many papers; before it is done, it is shown what would be."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._writing: Job | None = None
        self._looked: Request | None = None
        self.model = ChangesModel(self)
        self.setWindowTitle(self.tr("Change many papers"))
        self.which = WhichBox(session, self)
        self.edit_page = EditPage(self)
        self.replace_page = ReplacePage(self)
        self.pages = QTabWidget(self)
        self.pages.addTab(self.edit_page, self.tr("&Set a field"))
        self.pages.addTab(self.replace_page, self.tr("Find and re&place"))
        self.pages.setAccessibleName(self.tr("What is done"))
        self.table = self._make_table()
        self.said = plain_label(self)
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole.AcceptRole
        self.button = self.buttons.addButton(self.tr("&Change"), role)
        self.close_button = self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        self.tags = NameDialog(session, self, is_tag=True)
        self.collections = NameDialog(session, self, is_tag=False)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)
        self._lay_out()
        self.which.currentIndexChanged.connect(self._asked)
        self.pages.currentChanged.connect(self._asked)
        self.edit_page.changed.connect(self._asked)
        self.replace_page.changed.connect(self._asked)
        self.button.clicked.connect(self._do)
        self.close_button.clicked.connect(self.reject)
        self.tags.wanted.connect(self._judge)
        self.collections.wanted.connect(self._judge)
        self.resize(760, 560)

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("changes")
        table.setModel(self.model)
        table.setAccessibleName(self.tr("What would change"))
        for column in (ChangeColumn.BEFORE, ChangeColumn.AFTER):
            table.setItemDelegateForColumn(column, ChangeDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        rows, header = table.verticalHeader(), table.horizontalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 10)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(column, width)
        for column in (ChangeColumn.BEFORE, ChangeColumn.AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        return table

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("P&apers"), self.which)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addWidget(self.pages)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)

    # What can be done here, named in the table of actions.

    def edit(self) -> None:
        """Set a field of many papers."""
        self._begin(self.edit_page, prefers_all=False)
        self.edit_page.value.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def replace(self) -> None:
        """Find text and replace it."""
        self._begin(self.replace_page, prefers_all=True)
        self.replace_page.find_line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.replace_page.find_line.selectAll()

    def tag(self) -> None:
        """Give papers a tag, or take one from them."""
        self.tags.ask()

    def collect(self) -> None:
        """Put papers into a collection, or take them out of one."""
        self.collections.ask()

    def bin(self) -> None:
        """Put what is chosen into the bin."""
        self._judge(Which(ids=self._session.selection.ids), Deed.BIN, "")

    def put_back(self) -> None:
        """Take what is chosen out of the bin."""
        self._judge(Which(ids=self._session.selection.ids), Deed.PUT_BACK, "")

    def leave(self) -> None:
        """Ask no more: the window closes."""
        self._later.stop()
        self._patience.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more at what would change."""
        super().hideEvent(event)
        self._stop()

    def _begin(self, page: QWidget, *, prefers_all: bool) -> None:
        self.which.offer(prefers_all=prefers_all)
        self.pages.setCurrentWidget(page)
        self.open()
        self._asked()

    # What would change.

    def _wanted(self) -> Setting | Replacement | None:
        if self.pages.currentWidget() is self.edit_page:
            return self.edit_page.wanted()
        return self.replace_page.wanted()

    def _request(self, wanted: Setting | Replacement, *, writes: bool = False) -> Request:
        return Request(
            library=str(self._session.path),
            which=self.which.which(),
            setting=wanted if isinstance(wanted, Setting) else None,
            replacement=wanted if isinstance(wanted, Replacement) else None,
            writes=writes,
        )

    def _stop(self) -> None:
        self._later.stop()
        self._patience.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot()
    def _asked(self) -> None:
        """Look in a moment, when nothing more is typed."""
        self._stop()
        self._looked = None
        self.button.setEnabled(False)
        if self.isVisible():
            self._later.start(_REST_MS)

    @Slot()
    def _look(self) -> None:
        try:
            wanted = self._wanted()
        except EditError as error:
            self._tell_nothing(one_line(core_text(str(error)), _MOST_FAULT))
            return
        if wanted is None or not self._session.is_open:
            self._tell_nothing("")
            return
        self.said.setText(self.tr("Looking…"))
        request = self._request(wanted)
        job = self._session.jobs.start(
            self.tr("Look at a change"), REPLACING, request, is_quiet=True
        )
        self._job = job
        job.came.connect(self._came)
        job.ended.connect(self._ended)
        job.failed.connect(self._failed)
        job.progressed.connect(self._goes_on)
        self._patience.start(_PATIENCE_MS)

    def _tell_nothing(self, why: str) -> None:
        self.model.show(())
        self.said.setText(why)

    @Slot()
    def _goes_on(self) -> None:
        if self.sender() is self._job:
            self._patience.start(_PATIENCE_MS)

    @Slot()
    def _give_up(self) -> None:
        self._stop()
        self._tell_nothing(self.tr("This takes too long, and was stopped: find something simpler."))

    @Slot(object)
    def _came(self, came: Came) -> None:
        if self.sender() is self._job:
            self.model.show(came.changed)

    @Slot(object)
    def _ended(self, result: Result) -> None:
        job = self.sender()
        if not isinstance(job, Job) or job is not self._job:
            return
        self._patience.stop()
        self._job = None
        said = [self._counted(result)]
        if self.model.rowCount() == MOST_SHOWN:
            said.append(self.tr("The first {count} changes are shown.").format(count=MOST_SHOWN))
        if result.owned:
            said.append(
                self.tr("%n paper(s) have it already, and keep it as your word.", "", result.owned)
            )
        if result.faults:
            fault = one_line(core_text(result.fault), _MOST_FAULT)
            said.append(
                self.tr("In %n paper(s) it cannot be done:", "", result.faults) + f" {fault}"
            )
        self.said.setText("\n".join(said))
        if result.changed or result.owned:
            assert isinstance(job.request, Request)
            self._looked = job.request
            self.button.setEnabled(self._writing is None)

    def _counted(self, result: Result) -> str:
        text = self.tr("{changed} of {papers} papers change.")
        return text.format(changed=figures(result.changed), papers=figures(result.papers))

    @Slot(str)
    def _failed(self, message: str) -> None:
        if self.sender() is self._job:
            self._patience.stop()
            self._job = None
            self._tell_nothing(one_line(message, _MOST_FAULT))

    # It is done.

    @Slot()
    def _do(self) -> None:
        if self._looked is None or self._writing is not None:
            return
        wanted = self._looked.setting or self._looked.replacement
        assert wanted is not None  # one of both was looked at
        self.button.setEnabled(False)
        job = self._session.jobs.start(
            self.tr("Change many papers"), REPLACING, self._request(wanted, writes=True)
        )
        self._writing = self._session.writes(job)
        job.ended.connect(self._done)
        job.failed.connect(self.said.setText)
        job.failed.connect(self._session.failed)
        job.finished.connect(self._over)

    @Slot(object)
    def _done(self, result: Result) -> None:
        if result.said:
            self._session.said.emit(result.said)
        self.accept()

    @Slot()
    def _over(self) -> None:
        self._writing = None

    # Tags, collections, the bin.

    @Slot(object, object, str)
    def _judge(self, which: Which, deed: Deed, name: str) -> None:
        """Do something to papers: at once, or as a job where they are many."""
        ids = which.ids
        if ids is not None and len(ids) <= AT_ONCE:
            self._session.edit_with(
                lambda library: step_of(library, library.holdings(ids), deed, name=name)
            )
            return
        request = Judging(library=str(self._session.path), which=which, deed=deed, name=name)
        titles = {
            Deed.TAG: self.tr("Give many papers the tag {name}"),
            Deed.UNTAG: self.tr("Take the tag {name} from many papers"),
            Deed.COLLECT: self.tr("Put many papers into {name}"),
            Deed.TAKE_OUT: self.tr("Take many papers out of {name}"),
            Deed.BIN: self.tr("Put many papers into the bin"),
            Deed.PUT_BACK: self.tr("Take many papers out of the bin"),
        }
        title = titles[deed].format(name=name)
        job = self._session.writes(self._session.jobs.start(title, JUDGING, request))
        job.failed.connect(self._session.failed)
