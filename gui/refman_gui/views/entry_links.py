"""The links of the entry: what they are, whether they answer; changed, added, taken out."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from refman.editing import How, edited, field_named, moved_on, with_kind
from refman.editing.setting import Assignment
from refman.errors import EditError
from refman.library import Library
from refman.model import ChangeSet, Holding, Link, LinkKind
from refman_gui.core_texts import core_text
from refman_gui.delegates.entry_links import LinkDelegate
from refman_gui.icons import LINK_ICONS, icon
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_editing import change_entry, set_field
from refman_gui.item_models.entry_links import LinksModel, details_of, kind_label
from refman_gui.session import Session
from refman_gui.views.entry_flow import FlowLayout
from refman_gui.views.entry_opening import open_outside, url_to_open
from refman_gui.views.entry_page import EntryPage, Told

__all__ = ["LinksPage"]

_DETAILS_LINES = 5
_ADDED = "links+"


class LinksPage(EntryPage):
    """Show the links as chips, and what can be done with the chosen one.

    Attributes:
        list: a row a link.
        box: takes an address to be added.
    """

    def __init__(self, session: Session, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._drafts = session, drafts
        self._holding: Holding | None = None
        self.model = LinksModel(self)
        self.list = self._make_list()
        self.details = self._make_details()
        self._bar = QWidget(self)
        self._buttons = self._make_buttons(FlowLayout(self._bar))
        self.box = self._make_box()
        self.told = Told(self)
        add = QHBoxLayout()
        add.setSpacing(6)
        add.addWidget(self.box, 1)
        add.addWidget(self._button("plus", self.tr("Add"), self._add))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.details)
        layout.addWidget(self._bar)
        layout.addLayout(add)
        layout.addWidget(self.told)
        self.setFocusProxy(self.list)
        for one, other in pairwise((self.list, self.details, *self._buttons.values(), self.box)):
            self.setTabOrder(one, other)
        self.model.modelReset.connect(self._choose_first)
        self._tell_chosen()

    def _make_list(self) -> QListView:
        links = QListView(self)
        links.setObjectName("links")
        links.setAccessibleName(self.tr("Links of the paper"))
        links.setModel(self.model)
        links.setItemDelegate(LinkDelegate(links))
        links.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        links.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        links.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        links.setAlternatingRowColors(True)
        links.selectionModel().currentChanged.connect(self._tell_chosen)
        links.installEventFilter(self)
        return links

    def _make_details(self) -> QPlainTextEdit:
        details = QPlainTextEdit(self)
        details.setReadOnly(True)
        details.setAccessibleName(self.tr("About the chosen link"))
        details.setTabChangesFocus(True)
        details.setPlaceholderText(self.tr("Choose a link to see all of its address."))
        details.setMaximumHeight(details.fontMetrics().lineSpacing() * _DETAILS_LINES + 14)
        return details

    def _button(self, name: str, text: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setText(text)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(slot)
        return button

    def _make_buttons(self, row: FlowLayout) -> dict[str, QToolButton]:
        buttons = {
            "open": self._button("external-link", self.tr("Open"), self._open),
            "copy": self._button("copy", self.tr("Copy"), self._copy),
            "kind": self._button("tag", self.tr("Kind"), self._show_kinds),
            "moved": self._button("arrow-right", self.tr("Take the new address"), self._move_on),
            "remove": self._button("trash-2", self.tr("Remove"), self._remove),
        }
        menu = QMenu(buttons["kind"])
        for kind in LinkKind:
            action = menu.addAction(icon(LINK_ICONS[kind]), kind_label(kind))
            action.setData(kind)
        menu.triggered.connect(self._set_kind)
        self.kinds = menu
        for button in buttons.values():
            row.addWidget(button)
        return buttons

    def _make_box(self) -> QLineEdit:
        box = QLineEdit(self)
        box.setPlaceholderText(self.tr("Add an address: https://…"))
        box.setAccessibleName(self.tr("Address of a link to add"))
        box.setMaxLength(4_000)
        box.returnPressed.connect(self._add)
        box.textEdited.connect(self._typed)
        return box

    def show_entry(self, holding: Holding | None) -> None:
        """Show the links as they are now."""
        is_other = self._id() != (holding.id if holding is not None else None)
        chosen = self.chosen()
        self._holding = holding
        self.model.show(holding.entry.links if holding is not None else ())
        if is_other:
            self.told.tell("")
            self.box.setText(self._draft())
        elif chosen is not None:
            self._choose(chosen.url)
        if not self.box.text():
            self.box.setText(self._draft())

    def chosen(self) -> Link | None:
        """Return the link that is chosen; None where none is."""
        row = self.list.currentIndex().row()
        return self.model.links[row] if 0 <= row < len(self.model.links) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open by Enter, copy by Ctrl+C, take out by Delete."""
        if watched is not self.list or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is not QEvent.Type.KeyPress or self.chosen() is None:
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            return super().eventFilter(watched, event)
        return True

    def _id(self) -> object:
        return self._holding.id if self._holding is not None else None

    def _draft(self) -> str:
        """Return the address that waits for the user, and not for the library; "" for none."""
        id_ = self._holding.id if self._holding is not None else None
        if id_ is None or self._drafts.is_given(id_, _ADDED):
            return ""
        return self._drafts.of(id_).get(_ADDED, "")

    def _choose(self, url: str) -> None:
        urls = [link.url for link in self.model.links]
        if url in urls:
            self.list.setCurrentIndex(self.model.index(urls.index(url), 0))

    @Slot()
    def _choose_first(self) -> None:
        if self.model.links:
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._tell_chosen()

    @Slot(QModelIndex, QModelIndex)
    def _tell_chosen(self) -> None:
        link = self.chosen()
        self.details.setPlainText(details_of(link) if link is not None else "")
        for button in self._buttons.values():
            button.setEnabled(link is not None)
        self._buttons["moved"].setVisible(link is not None and link.leads_to is not None)

    @Slot()
    def _open(self) -> None:
        link = self.chosen()
        if link is None:
            return
        url = url_to_open(link.url)
        if url is None:
            self.told.tell(self.tr("This address is not opened: only http and https are."), True)
        elif open_outside(url):
            self.told.tell(self.tr("Opened: {host}").format(host=url.host()))
        else:
            self.told.tell(self.tr("No program opens it; copy the address instead."), True)

    @Slot()
    def _copy(self) -> None:
        link = self.chosen()
        if link is not None:
            QGuiApplication.clipboard().setText(link.url)
            self.told.tell(self.tr("The address is copied."))

    @Slot()
    def _show_kinds(self) -> None:
        button = self._buttons["kind"]
        self.kinds.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(QAction)
    def _set_kind(self, action: QAction) -> None:
        link, kind = self.chosen(), action.data()
        if link is not None and isinstance(kind, LinkKind):
            url = link.url
            self._change(lambda _, held: with_kind(held, url, kind))

    @Slot()
    def _move_on(self) -> None:
        link = self.chosen()
        if link is not None:
            url = link.url
            self._change(lambda _, held: moved_on(held, url))

    @Slot()
    def _remove(self) -> None:
        link = self.chosen()
        if link is None:
            return
        wanted = [Assignment(field_named("links"), How.TAKE_OUT, (link,))]

        def make(library: Library, held: Holding) -> ChangeSet:
            return edited(library, [held], wanted, now=datetime.now(UTC))

        self._change(make)

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.told.tell("")
        if self._holding is not None and self._holding.id is not None:
            if text:
                self._drafts.put(self._holding.id, _ADDED, text)
            else:
                self._drafts.drop(self._holding.id, _ADDED)

    @Slot()
    def _add(self) -> None:
        text = self.box.text().strip()
        if self._holding is None or self._holding.id is None or not text:
            return
        try:
            set_field(self._session, self._holding, field_named("links"), text, How.ADD)
        except EditError as error:
            self.told.tell(core_text(str(error)), True)
            return
        self._drafts.give(self._holding.id, _ADDED, text)
        self.box.clear()
        self.told.tell("")

    def _change(self, make: Callable[[Library, Holding], ChangeSet]) -> None:
        if self._holding is not None:
            change_entry(self._session, self._holding.id, make)
