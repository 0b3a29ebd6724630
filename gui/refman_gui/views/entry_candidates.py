"""What look-ups found for the entry: the records it may be, and what each would change."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman.errors import RefmanError
from refman.library import Library, Standing
from refman.model import ChangeSet, EntryId, Holding, Outcome, Proposal
from refman.moments import shown_moment
from refman.tidying import Pick, Place, Wanted, choose, chosen_of, take_fields
from refman_gui.core_texts import core_text
from refman_gui.delegates.entry_candidates import CandidateDelegate
from refman_gui.field_labels import source_label
from refman_gui.icons import icon
from refman_gui.item_models.entry_candidates import CandidatesModel
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_editing import change_entry
from refman_gui.item_models.entry_texts import one_line
from refman_gui.keys import show_with_keys
from refman_gui.session import Session
from refman_gui.views.entry_by_hand import ByHand
from refman_gui.views.entry_diff import DiffTable
from refman_gui.views.entry_flow import FlowLayout
from refman_gui.views.entry_page import EntryPage, Told

__all__ = ["CandidatesPage"]

_MOST_TOLD = 300
_MOST_KEYS = 9


class CandidatesPage(EntryPage):
    """Show records with scores and reasons; choose one, or none of them.

    Signals:
        look_up_wanted(LookUpBy): sources are to be asked by what the user typed.
        edit_wanted(str, str): the field of a name is to be edited, beginning with a text.

    Attributes:
        list: a row a record, the best first.
        diff: the entry beside the chosen record.
        by_hand: takes what else to look up by.
    """

    look_up_wanted = Signal(object)
    edit_wanted = Signal(str, str)

    def __init__(self, session: Session, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._holding: Holding | None = None
        self._proposal: Proposal | None = None
        self.model = CandidatesModel(self)
        self.told = Told(self)
        self.list = self._make_list()
        self.diff = DiffTable(session, self)
        self.diff.take_wanted.connect(self._take_now)
        self.diff.edit_wanted.connect(self.edit_wanted)
        self.by_hand = ByHand(session, drafts, self)
        self.by_hand.look_up_wanted.connect(self.look_up_wanted)
        self.by_hand.taken_back.connect(self.setFocus)
        self._bar = QWidget(self)
        self.buttons = self._make_buttons(FlowLayout(self._bar))
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.list)
        split.addWidget(self.diff)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        self.setFocusProxy(self.list)
        stops = (self.list, self.diff.table, *self.diff.stops, *self.buttons.values(), self.by_hand)
        for one, other in pairwise(stops):
            self.setTabOrder(one, other)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.told)
        layout.addWidget(split, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self.by_hand)

    def _make_list(self) -> QListView:
        found = QListView(self)
        found.setObjectName("candidates_list")
        found.setAccessibleName(self.tr("Records that it may be"))
        found.setModel(self.model)
        found.setItemDelegate(CandidateDelegate(found))
        found.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        found.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        found.setAlternatingRowColors(True)
        found.selectionModel().currentChanged.connect(self._compare)
        found.installEventFilter(self)
        return found

    def _make_buttons(self, row: FlowLayout) -> dict[str, QToolButton]:
        rows: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            ("take", "check", self.tr("Take it"), self.take),
            ("none", "x", self.tr("None of these"), self._take_none),
            ("publication", "refresh-cw", self.tr("Take the publication"), self._publish),
            ("preprint", "minus", self.tr("It stays a preprint"), self._stay),
            ("by_hand", "search", self.tr("Search by hand…"), self._search_by_hand),
        )
        buttons: dict[str, QToolButton] = {}
        for name, picture, text, slot in rows:
            button = QToolButton(self)
            button.setIcon(icon(picture))
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(slot)
            row.addWidget(button)
            buttons[name] = button
        return buttons

    def show_entry(self, holding: Holding | None) -> None:
        """Show what was found for it."""
        is_other = self._holding is None or holding is None or self._holding.id != holding.id
        place = self.list.currentIndex().row()
        self._holding, self._proposal = holding, None
        self.by_hand.show_entry(holding)
        standing: Standing | None = None
        reader = self._session.reader
        if reader is not None and holding is not None and holding.id is not None:
            try:
                self._proposal = reader.proposal(holding.id)
                standing = reader.standings([holding.id]).get(holding.id)
            except RefmanError as error:
                self.told.tell(core_text(str(error)), True)
        self.model.show(self._proposal)
        self._tell(standing)
        has_any = bool(self.model.rows)
        for name in ("take", "none"):
            self.buttons[name].setEnabled(has_any)
        is_published = self._proposal is not None and self._proposal.published > 0
        for name in ("publication", "preprint"):
            self.buttons[name].setVisible(is_published)
        self.buttons["by_hand"].setEnabled(holding is not None)
        if has_any:
            row = 0 if is_other else min(max(place, 0), len(self.model.rows) - 1)
            self.list.setCurrentIndex(self.model.index(row, 0))
        self._compare()

    def take(self) -> None:
        """Take the chosen record: its ticked fields, or what it gives by itself."""
        row = self.list.currentIndex().row()
        if row >= 0:
            self._choose(row, self.diff.model.chosen())

    def take_number(self, number: int) -> bool:
        """Take a record by its number, from 1 to 9; return whether there is one."""
        if not 1 <= number <= min(_MOST_KEYS, len(self.model.rows)):
            return False
        self.list.setCurrentIndex(self.model.index(number - 1, 0))
        self._choose(number - 1, None)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose by 1 to 9, take the chosen one by Enter."""
        if watched is not self.list or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() is not QEvent.Type.KeyPress or modifiers:
            return super().eventFilter(watched, event)
        if self.take_number(event.key() - Qt.Key.Key_0):
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
            return True
        return super().eventFilter(watched, event)

    def _tell(self, standing: Standing | None) -> None:
        proposal = self._proposal
        if proposal is None or standing is None:
            if self._holding is not None:
                told = self.tr("It was not looked up yet; {paper.lookup} looks it up.")
                self.told.tell(told)
                show_with_keys(self.told, told)
            return
        outcomes = {
            Outcome.ACCEPTED: self.tr("taken by itself"),
            Outcome.UNCHANGED: self.tr("found, nothing new"),
            Outcome.REVIEW: self.tr("to choose"),
            Outcome.NOT_FOUND: self.tr("not found"),
            Outcome.FAILED: self.tr("not every source could be asked"),
        }
        told = f"{outcomes[proposal.outcome]}: {core_text(proposal.why)}" if proposal.why else (
            outcomes[proposal.outcome]
        )  # fmt: skip
        if proposal.failed:
            failed = ", ".join(map(source_label, proposal.failed))
            told += "; " + self.tr("no answer from {sources}").format(sources=failed)
        at = shown_moment(proposal.at)
        told = self.tr("Looked up {date}: {told}").format(date=at, told=told)
        if (chosen := self._chosen(standing)) is not None:
            told = f"{chosen} {told}"
        self.told.tell(one_line(told, _MOST_TOLD))

    def _chosen(self, standing: Standing) -> str | None:
        """Return what the user chose before, in words; None where they did not yet."""
        assert self._session.reader is not None
        try:
            chosen = chosen_of(standing, self._session.reader)
        except RefmanError as error:
            return core_text(str(error))
        if chosen is None:
            return None
        if chosen.name is None:
            return self.tr("You chose none of these.")
        return self.tr("You chose {name}.").format(name=chosen.name)

    @Slot(QModelIndex, QModelIndex)
    def _compare(self) -> None:
        row = self.list.currentIndex().row()
        proposal = self._proposal
        if proposal is None or not 0 <= row < len(proposal.matches):
            self.diff.show_record(self._holding, None, 0)
        else:
            self.diff.show_record(self._holding, proposal, row)

    def _choose(self, place: Place, fields: tuple[Wanted, ...] | None) -> None:
        def make(library: Library, id_: EntryId) -> ChangeSet:
            return choose(library, id_, place, fields=fields, now=datetime.now(UTC))

        self._change(make)

    @Slot(object)
    def _take_now(self, wanted: Wanted) -> None:
        """Take a field of the record that is looked at; the others wait on."""
        place = self.list.currentIndex().row()

        def make(library: Library, id_: EntryId) -> ChangeSet:
            return take_fields(library, id_, place, [wanted], now=datetime.now(UTC))

        self._change(make)

    def _change(self, make: Callable[[Library, EntryId], ChangeSet]) -> None:
        """Do what was chosen of the records that are shown, unless others were found meanwhile."""
        if self._holding is None or self._proposal is None:
            return
        at = self._proposal.at

        def make_of_these(library: Library, held: Holding) -> ChangeSet:
            assert held.id is not None
            now_there = library.proposal(held.id)
            if now_there is None or now_there.at != at:
                raise RefmanError("it was looked up anew meanwhile; look at what was found now")
            return make(library, held.id)

        change_entry(self._session, self._holding.id, make_of_these)

    def _take_none(self) -> None:
        self._choose(Pick.NONE, None)

    def _publish(self) -> None:
        self._choose(Pick.PUBLICATION, None)

    def _stay(self) -> None:
        self._choose(Pick.PREPRINT, None)

    def _search_by_hand(self) -> None:
        self.by_hand.begin()
