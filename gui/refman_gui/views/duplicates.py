"""Duplicates: groups of papers that are, or may be, one work, merged or told apart."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from refman.library import Library
from refman.model import ChangeSet, EntryId
from refman.tidying import all_said_apart, as_versions, united_step
from refman_gui.core_texts import core_text, figures
from refman_gui.delegates.duplicates import GroupDelegate
from refman_gui.icons import icon
from refman_gui.item_models.duplicates import Group, GroupsModel
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks.duplicates import DUPLICATES, Came, Request, Result
from refman_gui.views.duplicates_comparison import ComparisonPane
from refman_gui.views.duplicates_deed import Deed, ids_of
from refman_gui.views.duplicates_empty import NoGroups
from refman_gui.views.duplicates_question import Question
from refman_gui.views.plain import plain_label

__all__ = ["DuplicatesView"]

_MOST_COMPARED = 24
"""So many papers of a group are looked at side by side; the others come when these are done."""

_LEFT, _RIGHT = 340, 900


class DuplicatesView(QWidget):
    """Find duplicates, compare them, make them one or remember that they are not.

    Signals:
        wanted(): it is to be shown.
    """

    wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._last: Job | None = None
        self._deeds: list[Deed] = []
        self._result: Result | None = None
        self.model = GroupsModel(session, self)
        self.find_button = QPushButton(icon("layers"), self.tr("Find in a&ll papers"), self)
        self.shown_button = QPushButton(self.tr("Find in &what is shown"), self)
        self.all_button = QPushButton(icon("merge"), self.tr("Merge all e&xact ones…"), self)
        self.said = plain_label(self)
        self.groups = self._make_list()
        self.pane = ComparisonPane(self)
        self.empty = NoGroups(session, self)
        self.question = Question(self.tr("&Yes, merge them"), self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.groups)
        # Tab passes over what stands before a focus proxy.
        last = self.question.no_button
        for one, other in pairwise((last, self.find_button, self.shown_button, self.all_button)):
            self.setTabOrder(one, other)
        self._tell_idle()
        self._tell_buttons()

    def _make_list(self) -> QListView:
        groups = QListView(self)
        groups.setObjectName("groups")
        groups.setModel(self.model)
        groups.setAccessibleName(self.tr("Groups of duplicates"))
        groups.setItemDelegate(GroupDelegate(groups))
        groups.setUniformItemSizes(True)
        groups.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        groups.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        groups.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return groups

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in (self.find_button, self.shown_button, self.all_button):
            top.addWidget(button)
        top.addWidget(self.said, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.pane)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.groups)
        self.split.addWidget(self._stack)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([_LEFT, _RIGHT])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(self.question)
        layout.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.find_button.clicked.connect(self.search)
        self.shown_button.clicked.connect(self._find_shown)
        self.all_button.clicked.connect(self._ask_all)
        self.question.answered.connect(self._merge_all)
        self.question.hidden.connect(self._asked_no_more)
        self.groups.selectionModel().currentRowChanged.connect(self._show_current)
        self.model.looked.connect(self._looked)
        self.model.counted.connect(self._counted)
        self.pane.merge_wanted.connect(self._merge)
        self.pane.versions_wanted.connect(self._keep_versions)
        self.pane.apart_wanted.connect(self._tell_apart)
        self.pane.skip_wanted.connect(self._skip)
        self._session.opened.connect(self._tell_buttons)
        self._session.opened.connect(self._tell_idle)
        self._session.changed.connect(self._changed)
        self._session.failed.connect(self._not_done)
        self._session.jobs.repeated.connect(self._repeated)
        for key, do in (
            (Qt.Key.Key_M, self._merge),
            (Qt.Key.Key_V, self._keep_versions),
            (Qt.Key.Key_N, self._tell_apart),
            (Qt.Key.Key_S, self._skip),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    # What can be done here, named in the table of actions.

    def search(self) -> None:
        """Find duplicates among all papers."""
        self._start(Request(library=str(self._session.path)))

    def merge_chosen(self) -> None:
        """Compare the papers that are chosen in the table, as one work."""
        ids = self._session.selection.ids
        held = self._session.holdings(ids[:_MOST_COMPARED])
        if len(held) > 1:
            title = next((one.entry.title for one in held if one.entry.title), "")
            group = self.model.put_first(ids, title)
            row = self.model.row_of(group)
            if row is not None:
                self.groups.setCurrentIndex(self.model.index(row))
            self.wanted.emit()

    def keep_as_versions(self) -> None:
        """Keep the papers that are chosen in the table as versions of one work."""
        ids = self._session.selection.ids
        self._session.edit_with(lambda library: as_versions(library, ids))

    @Slot()
    def _find_shown(self) -> None:
        query = self._session.selection.query
        self._start(Request(library=str(self._session.path), query=query))

    def _start(self, request: Request) -> None:
        if not self._session.is_open:
            return
        if self._job is not None:
            self._job.cancel()
        self.question.hide()
        if request.merge:
            title = self.tr("Merge exact duplicates")
        else:
            title = self.tr("Find duplicates")
            self._result = None
            self.model.clear()
            self.tell(self.tr("Searching…"))
        self._follow(self._session.jobs.start(title, DUPLICATES, request))
        self.wanted.emit()

    def _follow(self, job: Job) -> None:
        """Hear what a job tells, and no more what another one does."""
        self._job = self._last = job
        self._session.writes(job)
        job.came.connect(self._came)
        job.ended.connect(self._ended)
        job.failed.connect(self._failed)
        job.finished.connect(self._finished)
        self._tell_buttons()

    @Slot(Job, Job)
    def _repeated(self, job: Job, anew: Job) -> None:
        if job is self._last:
            self.model.clear()
            self._follow(anew)

    @Slot(object)
    def _came(self, came: Came) -> None:
        if self.sender() is self._job:
            self.model.extend(came.groups)
            self._choose_one()

    @Slot(object)
    def _ended(self, result: Result) -> None:
        if self.sender() is not self._job:
            return
        if result.said:
            self._session.said.emit(result.said)
            return
        self._result = result
        self._counted()

    @Slot(str)
    def _failed(self, message: str) -> None:
        if self.sender() is self._job:
            self.tell(message)
            self.said.setText(message)

    @Slot()
    def _finished(self) -> None:
        job = self.sender()
        if not isinstance(job, Job) or job is not self._job:
            return
        if job.outcome == "cancelled":
            self.tell(self.tr("Stopped; not all papers were looked at."))
        self._job = None
        self._tell_buttons()

    def tell(self, text: str) -> None:
        """Say what is to be known where there is no group."""
        self.empty.setText(text)

    @Slot()
    def _tell_idle(self) -> None:
        """Say what there is to do before anything is searched here."""
        if self._last is None and not self.model.all:
            self.empty.tell_idle()

    @Slot()
    def _counted(self) -> None:
        """Tell how many groups there are, and what is to be known of the search."""
        groups, result = self.model.shown(), self._result
        said: list[str] = []
        if result is not None:
            said.append(self.tr("%n paper(s) looked at", "", result.papers))
            if result.left_out:
                said.append(self.tr("%n pair(s) alike but in groups apart", "", result.left_out))
            if not result.is_complete:
                said.append(self.tr("so many are alike that not each was held against each"))
            if result.not_kept:
                said.append(core_text(result.not_kept))
            self.empty.tell_none(result, are_done=bool(self.model.all))
        if groups or result is not None:
            said.insert(0, self.tr("%n group(s)", "", len(groups)))
        self.said.setText(", ".join(said))
        self._stack.setCurrentWidget(self.pane if groups else self.empty)
        self._tell_buttons()

    # Groups, one after the other.

    @property
    def group(self) -> Group | None:
        """The group that is looked at."""
        return self.model.group_at(self.groups.currentIndex().row())

    def _choose_one(self) -> None:
        if self.group is None and self.model.rowCount():
            self.groups.setCurrentIndex(self.model.index(0))

    @Slot(QModelIndex)
    def _show_current(self) -> None:
        group = self.group
        if group is None:
            self.pane.show_group(None, [], "")
            return
        holdings = self._session.holdings(group.here[:_MOST_COMPARED])
        holdings = [one for one in holdings if one.binned is None]
        why = "; ".join(self.model.chips(group))
        if len(group.here) > len(holdings):
            first = self.tr("the first {count} of {all} papers, and only these are merged")
            shown = first.format(count=figures(len(holdings)), all=figures(len(group.here)))
            why = f"{shown}; {why}"
        self.pane.show_group(group, holdings, why)

    @Slot()
    def _merge(self) -> None:
        model, button = self.pane.model, self.pane.merge_button
        held, leader, chosen = model.included, model.leader, model.choices()

        def make(library: Library) -> ChangeSet:
            return united_step(library, held, leader, chosen, now=datetime.now(UTC))

        self._do(make, button)

    @Slot()
    def _keep_versions(self) -> None:
        ids = [one.id for one in self.pane.model.included if one.id is not None]
        self._do(lambda library: as_versions(library, ids), self.pane.versions_button)

    @Slot()
    def _tell_apart(self) -> None:
        held = self.pane.model.holdings

        def make(library: Library) -> ChangeSet:
            return all_said_apart(library, held, now=datetime.now(UTC))

        self._do(make, self.pane.apart_button)

    def _do(self, make: Callable[[Library], ChangeSet], button: QPushButton) -> None:
        """Hide the group, show the next one, and do with it what a button offers."""
        group = self.group
        if group is None or not button.isEnabled():
            return
        deed = Deed(group, make)
        self._deeds.append(deed)
        self.said.clear()
        group.is_pending = True
        self.model.tell(group)
        self._session.edit_with(deed)

    @Slot()
    def _skip(self) -> None:
        row = self.groups.currentIndex().row() + 1
        if 0 < row < self.model.rowCount():
            self.groups.setCurrentIndex(self.model.index(row))

    @Slot(object)
    def _changed(self, changes: ChangeSet | None) -> None:
        """Look again at the groups whose papers were changed."""
        self._tell_idle()
        deed = next((one for one in self._deeds if one.changes is changes), None)
        first = self.group
        if deed is not None and changes is not None:
            self._deeds.remove(deed)
            deed.settle(changes)
        ids = ids_of(changes)
        if deed is not None and ids is not None:
            ids |= set(deed.group.ids)
        self.model.look_again(ids, first)

    @Slot(str)
    def _not_done(self, message: str) -> None:
        """Show what could not be done to what, as it is now."""
        if self._deeds:
            groups = [deed.group for deed in self._deeds]
            self._deeds.clear()
            for group in groups:
                group.is_pending = False
                self.model.look_again(group.ids, group)
            row = self.model.row_of(groups[0])
            if row is not None:
                self.groups.setCurrentIndex(self.model.index(row))
            self.said.setText(message)

    @Slot(object)
    def _looked(self, group: Group) -> None:
        if group is self.group:
            self._show_current()
        else:
            self._choose_one()

    # All that are sure, at once.

    def _sure(self) -> tuple[int, tuple[EntryId, ...]]:
        """Return how many papers surely are there twice, and all that those groups hold."""
        groups = [group for group in self.model.shown() if group.surely_gone]
        ids = tuple(id_ for group in groups for id_ in group.here)
        return sum(min(group.surely_gone, len(group.here) - 1) for group in groups), ids

    @Slot()
    def _ask_all(self) -> None:
        count, _ = self._sure()
        what = self.tr("%n paper(s) would go into others that surely are the same work", "", count)
        self.question.ask(self.tr("{what}; one undo brings all back.").format(what=what))

    @Slot()
    def _asked_no_more(self) -> None:
        """Give the focus back; not where the whole tab is hidden."""
        if self.isVisible():
            self.groups.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _merge_all(self) -> None:
        _, ids = self._sure()
        if ids:
            self._start(Request(library=str(self._session.path), merge=ids))

    @Slot()
    def _tell_buttons(self) -> None:
        is_open, is_free = self._session.is_open, self._job is None
        self.find_button.setEnabled(is_open)
        self.shown_button.setEnabled(is_open)
        self.all_button.setEnabled(is_free and self._sure()[0] > 0)
