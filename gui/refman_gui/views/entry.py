"""The right of the window: the entry that is looked at."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from refman.editing import field_named
from refman.errors import RefmanError
from refman.model import ChangeSet, Edit, EntryId, Holding
from refman.places import state_folder
from refman.tidying import twins
from refman_gui.core_texts import core_text
from refman_gui.icons import icon
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.keys import show_with_keys, with_keys
from refman_gui.session import Session
from refman_gui.views.entry_candidates import CandidatesPage
from refman_gui.views.entry_fields import FieldsPage
from refman_gui.views.entry_head import EntryHead
from refman_gui.views.entry_links import LinksPage
from refman_gui.views.entry_origin import OriginPage
from refman_gui.views.entry_page import EntryPage
from refman_gui.views.entry_text import TextPage
from refman_gui.views.plain import plain_label

__all__ = ["EntryView"]

_DRAFTS = "drafts.json"
_REST_MS = 200


class EntryView(QWidget):
    """Show the entry that is looked at: its fields, links, candidates, texts, and its origin.

    Only the page that is seen is filled.

    Signals:
        look_up_wanted(LookUpBy): sources are to be asked by what the user typed; what they find is
            to be kept as the entry's proposal.

    Attributes:
        tabs: the pages; ``add_page`` adds others.
        drafts: what was typed and not applied, or asked.
    """

    look_up_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._holding: Holding | None = None
        self.drafts = Drafts(session, state_folder() / _DRAFTS, self)
        self.head = EntryHead(session, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setAccessibleName(self.tr("Pages of the paper"))
        self.fields = FieldsPage(session, self.drafts, self)
        self.links = LinksPage(session, self.drafts, self)
        self.candidates = CandidatesPage(session, self.drafts, self)
        self.candidates.look_up_wanted.connect(self.look_up_wanted)
        self.candidates.edit_wanted.connect(self._edit_field)
        self.text = TextPage(session, self.drafts, self)
        self.origin = OriginPage(session, self)
        self._stale: set[QWidget] = set()
        self._of_several: set[QWidget] = set()
        self._add_pages()
        self.message = self._make_message()
        self._stack = self._make_stack()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._tell_others)
        session.selection.current_changed.connect(self._refresh)
        session.selection.ids_changed.connect(self._refresh)
        session.changed.connect(self._changed)
        session.failed.connect(self._refresh)
        self.drafts.changed.connect(self._drafts_changed)
        self.head.page_wanted.connect(self.show_page)
        self.tabs.currentChanged.connect(self._fill)
        self._show()

    def _add_pages(self) -> None:
        about = self.tr("Abstract, tags, collections, notes, files")
        for name, page, title, tip in (
            ("fields", self.fields, self.tr("Fields"), ""),
            ("links", self.links, self.tr("Links"), ""),
            ("candidates", self.candidates, self.tr("Candidates"), self.tr("What look-ups found")),
            ("text", self.text, self.tr("Text"), about),
            ("origin", self.origin, self.tr("Origin"), self.tr("Where its values come from")),
        ):
            page.setObjectName(name)
            self.tabs.setTabToolTip(self.tabs.addTab(page, title), tip)

    def _make_message(self) -> QLabel:
        message = plain_label(self)
        message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return message

    def _make_stack(self) -> QStackedWidget:
        entry = QWidget(self)
        inner = QVBoxLayout(entry)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(6)
        inner.addWidget(self.head)
        inner.addWidget(self.tabs, 1)
        stack = QStackedWidget(self)
        stack.addWidget(self.message)
        stack.addWidget(entry)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addWidget(stack)
        return stack

    # What can be done here, named in the table of actions.

    def edit(self) -> None:
        """Edit the chosen field, or the text that is shown."""
        page = self.text if self.tabs.currentWidget() is self.text else self.fields
        self.tabs.setCurrentWidget(page)
        if self._is_seen(page):
            page.edit()

    def show_candidates(self) -> None:
        """Show what look-ups found for it."""
        self.show_page("candidates")

    @Slot(int)
    def take_number(self, number: int) -> None:
        """Take the record of a number, where the records of a single entry are seen."""
        is_one = len(self._session.selection.ids) == 1
        if is_one and self.candidates.isVisible() and not self._later.isActive():
            self.candidates.take_number(number)

    def show_source(self) -> None:
        """Show its source in a format, where there is a page for that."""
        self.show_page("source")

    def show_preview(self) -> None:
        """Show what is chosen as a bibliography prints it, where there is a page for that."""
        self.show_page("citation")

    def add_page(
        self, widget: QWidget, title: str, sign: str = "", *, is_of_several: bool = False
    ) -> None:
        """Add a page; one that is no EntryPage fills itself.

        Args:
            widget: the page.
            title: what its tab is called.
            sign: the icon that stands on the tab in its place: there is no room for more words.
            is_of_several: it shows something of several papers that are chosen too.
        """
        at = self.tabs.addTab(widget, icon(sign), "") if sign else self.tabs.addTab(widget, title)
        self.tabs.setTabToolTip(at, title)
        self.tabs.tabBar().setAccessibleTabName(at, title)
        if is_of_several:
            self._of_several.add(widget)
        self._stale.add(widget)  # what is looked at may be shown already

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show the page of a name, and give it the focus where it is seen then."""
        for at in range(self.tabs.count()):
            page = self.tabs.widget(at)
            if page is not None and page.objectName() == name:
                self.tabs.setCurrentIndex(at)
                if not self._is_seen(page):
                    return
                first = page.focusProxy() or next(
                    filter(_takes_focus, page.findChildren(QWidget)), page
                )
                first.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _is_seen(self, page: QWidget) -> bool:
        """Tell whether a page is seen, with what is chosen now: else nobody sees what is typed."""
        if self._later.isActive():
            self._later.stop()
            self._show()
        if not self.isVisible():
            told = self.tr("The paper is not seen here: go to Papers ({view.library}) first")
            self._session.said.emit(with_keys(told))
        return page.isVisible()

    def leave(self) -> None:
        """Keep what was typed and not applied: the window closes."""
        self.drafts.leave()

    @Slot(str, str)
    def _edit_field(self, name: str, text: str) -> None:
        """Edit a field, beginning with a text that is not its value yet."""
        field = field_named(name)
        pages: dict[str, EntryPage] = {"links": self.links, "abstract": self.text,
                                       "notes": self.text, "keywords": self.text}  # fmt: skip
        if field.name in pages:
            self.tabs.setCurrentWidget(pages[field.name])
        else:
            self.tabs.setCurrentWidget(self.fields)
            self.fields.edit_with(field, text)

    @Slot()
    def _refresh(self) -> None:
        self._later.start(0)  # one turn tells of the chosen ones, and of the current one

    @Slot(object)
    def _changed(self, changes: ChangeSet | None) -> None:
        current = self._session.selection.current
        if changes is None or any(
            getattr(change, "id", None) == current or not isinstance(change, Edit)
            for change in changes.changes
        ):
            self._refresh()

    @Slot(object)
    def _drafts_changed(self, id_: EntryId) -> None:
        if self._holding is not None and self._holding.id == id_:
            self.head.tell_drafts(self.drafts.waiting(id_))

    @Slot()
    def _show(self) -> None:
        """Show what is chosen as it is now."""
        selection = self._session.selection
        try:
            current = selection.current
            self._holding = self._session.get(current) if current is not None else None
            if self._holding is not None and len(selection.ids) <= 1:
                self._tell_head(self._holding)
            else:
                self._tell_empty(len(selection.ids))
        except RefmanError as error:
            self._holding = None
            self.message.setText(core_text(str(error)))
            self._stack.setCurrentIndex(0)
        self._stale = {
            page for at in range(self.tabs.count())
            if isinstance(page := self.tabs.widget(at), EntryPage)
        }  # fmt: skip
        self._fill()

    @Slot()
    def _fill(self) -> None:
        """Fill the page that is seen; where several are chosen, only one that is of several is."""
        page = self.tabs.currentWidget()
        is_one = len(self._session.selection.ids) <= 1
        is_seen = self._holding is not None and (is_one or page in self._of_several)
        self.head.setVisible(is_one)
        self._stack.setCurrentIndex(int(is_seen))
        if page in self._stale and isinstance(page, EntryPage):
            self._stale.discard(page)
            page.show_entry(self._holding)

    def _tell_head(self, holding: Holding) -> None:
        reader, id_ = self._session.reader, holding.id
        assert reader is not None
        assert id_ is not None
        standing = reader.standings([id_]).get(id_)
        is_open = standing is not None and standing.choice is None
        proposal = reader.proposal(id_) if is_open else None
        self.head.tell_drafts(self.drafts.waiting(id_))
        is_outdated = bool(reader.changed_since_export([id_]))
        self.head.show_entry(holding, proposal, standing, is_outdated=is_outdated)
        self.head.versions.show_entry(id_)
        self._rest.start(_REST_MS)

    @Slot()
    def _tell_others(self) -> None:
        """Look for entries that may be the same work, once one stays at an entry."""
        reader, holding = self._session.reader, self._holding
        if reader is None or holding is None:
            return
        try:
            self.head.tell_others(twins(reader, holding))
        except RefmanError as error:
            self._session.failed.emit(str(error))

    def _tell_empty(self, chosen: int) -> None:
        if chosen <= 1:
            text = self.tr("Choose a paper to see its fields, links and abstract here.")
            self.message.setText(text)
            return
        text = self.tr(
            "{papers} are chosen.\n\n"
            "Accept them with {paper.accept}, reject them with {paper.reject}.\n"
            "Tag them with {edit.tag}, edit them with {edit.batch}.\n"
            "Merge them with {paper.merge}, look them up with {paper.lookup}.\n"
            "Export them with {file.export}, preview them with {paper.preview}."
        )
        show_with_keys(self.message, text, papers=self.tr("%n paper(s)", "", chosen))


def _takes_focus(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.isVisible()
