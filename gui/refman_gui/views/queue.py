"""The left of the window: what there is to review, collections, tags, saved searches, facets."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QPoint, QSettings, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from refman.editing import deleted, made, renamed
from refman.editing.searches import search_forgotten, search_renamed, search_saved
from refman.library import Facet, FacetValue, Library
from refman.model import ChangeSet, Status
from refman.places import state_folder
from refman_gui.core_texts import figures
from refman_gui.counting import Overview
from refman_gui.icons import icon
from refman_gui.item_models.queue import QueueModel
from refman_gui.item_models.queue_items import (
    FACETS,
    FEW,
    MANY,
    Item,
    Kind,
    facet_key,
    items,
)
from refman_gui.item_models.queue_terms import added
from refman_gui.keys import action_keys
from refman_gui.searching import Facets
from refman_gui.session import Session
from refman_gui.tasks.judging import AT_ONCE, JUDGING, Deed, Request, Which, step_of
from refman_gui.views.plain import plain_label
from refman_gui.views.queue_tree import NameLine, QueueTree

__all__ = ["QueueView"]

_REST_MS = 250
"""So long nothing was typed or changed before anything is counted."""

_OPEN = ("collections", "searches", "facets", facet_key(Facet.TYPE), facet_key(Facet.YEAR))
_OPEN_KEY = "queue/open"
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_FACET_KEYS = {facet_key(facet): facet for facet in FACETS}


class QueueView(QWidget):
    """Show what there is, and write the query of what is clicked into the search box.

    A click shows an item's papers; with Ctrl the item is added to the search, or taken out of it;
    with Ctrl and Shift its papers are left out.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._overview: Overview | None = None
        self._facets: dict[Facet, tuple[FacetValue, ...]] = {}
        self._widened: set[Facet] = set()
        self.model = QueueModel(self)
        self.tree = QueueTree(self.model, self)
        self.name_line = NameLine(self)
        self.reviewed = plain_label(self)
        self._lay_out()
        self._overview_rest = self._rest(self._count_all)
        self._facets_rest = self._rest(self._count_facets)
        self._to_open = _opened_before()
        self._show()
        self.tree.picked.connect(self._picked)
        self.tree.expanded.connect(self._expanded)
        self.tree.rename_wanted.connect(self.rename)
        self.tree.delete_wanted.connect(self.delete)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.model.papers_dropped.connect(self.put_chosen_into)
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        action_keys().changed.connect(self._show)
        session.selection.query_changed.connect(self._query_changed)
        self._query_changed(session.selection.query)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.reviewed, 1)
        for name, told, do in (
            ("folder-plus", self.tr("New collection"), self.new_collection),
            ("bookmark", self.tr("Save this search"), self.save_search),
        ):
            foot.addWidget(self._button(name, told, do))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.setSpacing(6)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.name_line)
        layout.addLayout(foot)

    def _button(self, name: str, told: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setAutoRaise(True)
        button.setToolTip(told)
        button.setAccessibleName(told)
        button.clicked.connect(do)
        return button

    def _rest(self, do: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(_REST_MS)
        timer.timeout.connect(do)
        return timer

    # What can be done here.

    def save_search(self) -> None:
        """Ask for a name for the search that is shown, and keep it."""
        query = self._session.selection.query.strip()
        if not query:
            self._session.said.emit(self.tr("Nothing is searched for: type a search first"))
            return
        question = self.tr("Name of this search (one word): {query}").format(query=_short(query))
        self.name_line.ask(question, "", lambda name: self._save(name, query))

    def new_collection(self) -> None:
        """Ask for the name of a new collection, inside the one that is chosen."""
        self.new_collection_in(self.tree.item_at(self.tree.currentIndex()))

    def new_collection_in(self, item: Item | None) -> None:
        """Ask for the name of a new collection, inside another one."""
        outer = item.name if item is not None and item.kind is Kind.COLLECTION else ""
        question = self.tr("Name of the new collection:")
        if outer:
            question = self.tr("Name of the new collection in {outer}:").format(outer=outer)
        start = f"{outer}/" if outer else ""
        self.name_line.ask(
            question, "", lambda name: self._do(lambda library: made(library, start + name))
        )

    @Slot(object)
    def rename(self, item: Item) -> None:
        """Ask for another name of a collection or a saved search."""
        question = self.tr("Another name for {name}:").format(name=item.name)
        if item.kind is Kind.COLLECTION:
            self.name_line.ask(
                question,
                item.name,
                lambda new: self._do(lambda library: renamed(library, item.name, new)),
            )
        elif item.kind is Kind.SEARCH:
            self.name_line.ask(question, item.name, lambda new: self._rename(item.name, new))

    @Slot(object)
    def delete(self, item: Item) -> None:
        """Delete a collection or a saved search; their papers stay."""
        if item.kind is Kind.COLLECTION:
            self._do(lambda library: deleted(library, item.name))
        elif item.kind is Kind.SEARCH:
            self._do(lambda library: search_forgotten(library, item.name))

    @Slot(object)
    def put_chosen_into(self, item: Item) -> None:
        """Put the papers that are chosen into a collection, or give them a tag."""
        if item.kind is Kind.COLLECTION:
            self._do_to_chosen(Deed.COLLECT, item.name)
        elif item.kind is Kind.TAG:
            self._do_to_chosen(Deed.TAG, item.name)

    @Slot(object)
    def take_chosen_out(self, item: Item) -> None:
        """Take the papers that are chosen out of a collection, or a tag from them."""
        if item.kind is Kind.COLLECTION:
            self._do_to_chosen(Deed.TAKE_OUT, item.name)
        elif item.kind is Kind.TAG:
            self._do_to_chosen(Deed.UNTAG, item.name)

    def show_papers(self, item: Item) -> None:
        """Show an item's papers, and no others."""
        if item.term is not None:
            self._session.selection.want(item.term)

    def add(self, item: Item) -> None:
        """Add an item to the search, or take it out."""
        if item.term is not None:
            self._session.selection.want(added(self._session.selection.query, item.term))

    def leave_out(self, item: Item) -> None:
        """Leave an item's papers out of the search, or do not any more."""
        if item.term:
            query = added(self._session.selection.query, item.term, is_negated=True)
            self._session.selection.want(query)

    def _do_to_chosen(self, deed: Deed, name: str) -> None:
        """Do something to the papers that are chosen: at once, or as a job where they are many."""
        ids = self._session.selection.ids
        if len(ids) <= AT_ONCE:
            self._do(lambda library: step_of(library, library.holdings(ids), deed, name=name))
            return
        request = Request(
            library=str(self._session.path), which=Which(ids=ids), deed=deed, name=name
        )
        title = self.tr("{name}: %n paper(s)", "", len(ids)).format(name=name)
        job = self._session.writes(self._session.jobs.start(title, JUDGING, request))
        job.failed.connect(self._session.failed)

    def _do(self, make: Callable[[Library], ChangeSet]) -> None:
        self._session.edit_with(make)

    def _save(self, name: str, query: str) -> None:
        reader = self._session.reader
        if reader is not None:
            name = "-".join(name.split())
            now = datetime.now(UTC).astimezone()
            self._session.edit(search_saved(reader, name, query, now=now))

    def _rename(self, old: str, new: str) -> None:
        reader = self._session.reader
        if reader is not None:
            self._session.edit(search_renamed(reader, old, "-".join(new.split())))

    @Slot(object, object)
    def _picked(self, item: Item, modifiers: Qt.KeyboardModifier) -> None:
        if item.kind is Kind.MORE:
            self._widened.add(Facet(item.name))
            self._count_facets()
        elif item.kind is Kind.HINT:
            self._follow_hint(item)
        elif item.term is None:
            self.tree.toggle(self.tree.currentIndex())
        elif modifiers & _CTRL and modifiers & _SHIFT:
            self.leave_out(item)
        elif modifiers & _CTRL:
            self.add(item)
        else:
            self.show_papers(item)

    def _follow_hint(self, item: Item) -> None:
        """Do what is said where there is nothing yet; tags are given to papers, not made."""
        if item.name == "collections":
            self.new_collection()
        elif item.name == "searches":
            self.save_search()

    # What is shown.

    @Slot()
    def _show(self) -> None:
        self.model.show(items(self._overview, self._facets, self._widened))
        for key in list(self._to_open):  # a collection is there once it has been counted
            index = self.model.find(key)
            if index.isValid():
                self._to_open.remove(key)
                self.tree.expand(index)

    def leave(self) -> None:
        """Keep what is open."""
        keys = [item.key for index in self.model.all()
                if self.tree.isExpanded(index) and (item := self.tree.item_at(index))]  # fmt: skip
        _state().setValue(_OPEN_KEY, "\n".join(keys))

    @Slot()
    def _opened(self) -> None:
        counting, searching = self._session.counting, self._session.searching
        assert counting is not None
        assert searching is not None
        counting.counted.connect(self._counted)
        searching.counted.connect(self._facets_rest.start)
        searching.facets_came.connect(self._facets_came)
        self._overview_rest.start()  # the first rows come first

    @Slot()
    def _changed(self) -> None:
        self._overview_rest.start()

    @Slot()
    def _count_all(self) -> None:
        if self._session.counting is not None:
            self._session.counting.ask()

    @Slot()
    def _count_facets(self) -> None:
        """Ask for the values of those facets that are open."""
        searching = self._session.searching
        if searching is None or not self.tree.isExpanded(self.model.find("facets")):
            return
        shown = [
            facet
            for key, facet in _FACET_KEYS.items()
            if self.tree.isExpanded(self.model.find(key))
        ]
        few = tuple(facet for facet in shown if facet not in self._widened)
        many = tuple(facet for facet in shown if facet in self._widened)
        if few:
            searching.count_facets(few, FEW + 1)
        if many:
            searching.count_facets(many, MANY)

    @Slot(object)
    def _counted(self, overview: Overview) -> None:
        self._overview = overview
        self.tree.make_room_for(max(overview.total, overview.binned))
        done = overview.total - overview.by_status.get(Status.NEEDS_REVIEW, 0)
        text = self.tr("{done} of {total} reviewed")
        self.reviewed.setText(text.format(done=figures(done), total=figures(overview.total)))
        self._show()

    @Slot(object)
    def _facets_came(self, facets: Facets) -> None:
        self._facets.update(facets.values)
        self._show()

    @Slot(QModelIndex)
    def _expanded(self, index: QModelIndex) -> None:
        item = self.tree.item_at(index)
        if item is not None and (item.kind is Kind.FACET or item.key == "facets"):
            self._count_facets()

    @Slot(str)
    def _query_changed(self, query: str) -> None:
        self.model.set_query(query)
        self._choose_shown()

    def _choose_shown(self) -> None:
        """Choose the item whose papers are shown, where it can be seen."""
        seen = [index for index in self.model.shown() if self._is_seen(index)]
        if not seen:
            self.tree.clearSelection()
        elif self.tree.currentIndex().siblingAtColumn(0) not in seen:
            self.tree.setCurrentIndex(seen[0])
        else:
            self.tree.setCurrentIndex(self.tree.currentIndex())

    def _is_seen(self, index: QModelIndex) -> bool:
        above = index.parent()
        while above.isValid():
            if not self.tree.isExpanded(above):
                return False
            above = above.parent()
        return True

    @Slot(QPoint)
    def _open_menu(self, place: QPoint) -> None:
        index = self.tree.indexAt(place)
        item = self.tree.item_at(index)
        if item is None:
            return
        self.tree.setCurrentIndex(index.siblingAtColumn(0))
        menu = QMenu(self)
        for text, do in self._choices(item):
            action = menu.addAction(text)
            action.setData((do, item))
        menu.triggered.connect(self._menu_chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    @Slot(QAction)
    def _menu_chosen(self, action: QAction) -> None:
        do, item = action.data()
        do(item)

    def _choices(self, item: Item) -> list[tuple[str, Callable[[Item], None]]]:
        """Return what can be done with an item, for its menu."""
        found: list[tuple[str, Callable[[Item], None]]] = []
        if item.term is not None:
            found.append((self.tr("Show its papers"), self.show_papers))
        if item.term:
            found += [
                (self.tr("Add to the search, or take out"), self.add),
                (self.tr("Leave its papers out"), self.leave_out),
            ]
        if item.kind in {Kind.COLLECTION, Kind.TAG} and self._session.selection.ids:
            number = len(self._session.selection.ids)
            found += [
                (self.tr("Put %n chosen paper(s) in", "", number), self.put_chosen_into),
                (self.tr("Take %n chosen paper(s) out", "", number), self.take_chosen_out),
            ]
        if item.kind is Kind.COLLECTION or item.key == "collections":
            found.append((self.tr("New collection…"), self.new_collection_in))
        if item.kind in {Kind.COLLECTION, Kind.SEARCH}:
            found += [(self.tr("Rename…"), self.rename), (self.tr("Delete"), self.delete)]
        return found


def _state() -> QSettings:
    return QSettings(str(state_folder() / "window.ini"), QSettings.Format.IniFormat)


def _opened_before() -> set[str]:
    """Return the keys of the items that were open when the window was closed."""
    kept = _state().value(_OPEN_KEY)
    return set(kept.split("\n")) if isinstance(kept, str) else set(_OPEN)


def _short(text: str, most: int = 120) -> str:
    return text if len(text) <= most else text[:most] + "…"
