"""A look-up by hand: by what the user types in place of what the entry has."""

from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from refman.editing import Assignment, How, edited, field_named
from refman.errors import EditError
from refman.library import Library
from refman.model import ChangeSet, Entry, EntryId, Holding
from refman.tidying import asked_by_hand
from refman_gui.core_texts import core_text
from refman_gui.icons import icon
from refman_gui.item_models.entry_drafts import SEARCH, Drafts
from refman_gui.item_models.entry_editing import change_entry, text_to_edit
from refman_gui.item_models.entry_texts import one_line
from refman_gui.session import Session
from refman_gui.views.entry_page import Told

__all__ = ["ByHand", "LookUpBy"]

_MOST_SIGNS = 2_000


class LookUpBy(NamedTuple):
    """Ask for a look-up.

    Attributes:
        id: of the entry that it is for.
        title, author, identifier: what sources are to be asked by; blank for the entry's own, but
            for the identifier, by which they are then not asked.
    """

    id: EntryId
    title: str
    author: str
    identifier: str


class ByHand(QWidget):
    """Take title, author and identifier to look up by; hidden where none are being typed.

    Signals:
        look_up_wanted(LookUpBy): sources are to be asked by what was typed.
        taken_back(): what was typed is forgotten, and nothing is to be asked.
    """

    look_up_wanted = Signal(object)
    taken_back = Signal()

    def __init__(self, session: Session, drafts: Drafts, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._drafts = session, drafts
        self._holding: Holding | None = None
        self.title = self._line(self.tr("Title to look up by"))
        self.author = self._line(self.tr("Authors to look up by"))
        self.identifier = self._line(self.tr("Identifier to look up by"))
        self.identifier.setPlaceholderText(self.tr("DOI, arXiv, ISBN, or an address"))
        self._lines = {
            f"{SEARCH}title": self.title,
            f"{SEARCH}author": self.author,
            f"{SEARCH}identifier": self.identifier,
        }
        self._begun = dict.fromkeys(self._lines, "")
        self.told = Told(self)
        self.look_up = QPushButton(icon("search"), self.tr("&Look up by this"), self)
        self.use = QPushButton(icon("check"), self.tr("&Use this id"), self)
        self.look_up.clicked.connect(self._look_up)
        self.use.clicked.connect(self._use)
        self.setFocusProxy(self.title)
        form = QFormLayout()
        form.setSpacing(6)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Authors"), self.author)
        form.addRow(self.tr("Id"), self.identifier)
        buttons = QHBoxLayout()
        buttons.addWidget(self.look_up)
        buttons.addWidget(self.use)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addLayout(buttons)
        layout.addWidget(self.told)
        self.hide()

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setMaxLength(_MOST_SIGNS)
        line.textEdited.connect(self._typed)
        line.returnPressed.connect(self._look_up)
        return line

    def show_entry(self, holding: Holding | None) -> None:
        """Show what was typed for an entry and not asked, if anything was; what is shown stays."""
        before, self._holding = self._holding, holding
        if before is None or holding is None or before.id != holding.id:
            self.setVisible(holding is not None and self._fill(holding))

    def begin(self) -> None:
        """Begin with what was typed before and not asked, or else with what the entry has."""
        if self._holding is None:
            return
        if not self._fill(self._holding):
            self.title.selectAll()
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, holding: Holding) -> bool:
        """Fill the lines; tell whether anything of it was typed before."""
        assert holding.id is not None  # it is in the library
        typed = self._drafts.of(holding.id)
        for (name, line), text in zip(self._lines.items(), _known(holding.entry), strict=True):
            self._begun[name] = text
            line.setText(typed.get(name, text))
        is_typed = not typed.keys().isdisjoint(self._lines)
        waits = self.tr("Not looked up yet: Enter looks up by this, Escape takes back.")
        self.told.tell(waits if is_typed else "")
        return is_typed

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back by Escape."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self._forget()
        self.taken_back.emit()
        self.hide()

    @Slot()
    def _typed(self) -> None:
        """Keep each line that is not as it began: by what was asked before, a search may go on."""
        if self._holding is None or self._holding.id is None:
            return
        for name, line in self._lines.items():
            if line.text() == self._begun[name]:
                self._drafts.drop(self._holding.id, name)
            else:
                self._drafts.put(self._holding.id, name, line.text())

    def _forget(self) -> None:
        """Forget what was typed: it was asked, or taken back."""
        if self._holding is not None and self._holding.id is not None:
            for name in self._lines:
                self._drafts.drop(self._holding.id, name)

    @Slot()
    def _look_up(self) -> None:
        asked = self._asked()
        if asked is not None:
            self._ask()

    @Slot()
    def _use(self) -> None:
        """Set the identifier of the entry itself, and ask for what is known by it."""
        asked = self._asked()
        if asked is None or self._holding is None:
            return
        known = asked.identifiers
        wanted = [
            Assignment(field_named(f"identifiers.{name}"), How.SET, value)
            for name in known.__struct_fields__
            if (value := getattr(known, name)) is not None
        ]
        if not wanted:
            self.told.tell(self.tr("Type a DOI, a number of arXiv or another identifier."), True)
            return

        def make(library: Library, held: Holding) -> ChangeSet:
            return edited(library, [held], wanted, now=datetime.now(UTC))

        change_entry(self._session, self._holding.id, make)
        self._ask()

    def _asked(self) -> Entry | None:
        """Return what is to be asked; None, and what is wrong told, where it is wrong."""
        if self._holding is None or self._holding.id is None:
            return None
        try:
            asked = asked_by_hand(
                self._holding.entry,
                title=self.title.text(),
                author=self.author.text(),
                identifier=self.identifier.text(),
            )
        except EditError as error:
            self.told.tell(core_text(str(error)), True)
            return None
        self.told.tell("")
        return asked

    def _ask(self) -> None:
        if self._holding is not None and self._holding.id is not None:
            texts = (line.text().strip() for line in self._lines.values())
            self.look_up_wanted.emit(LookUpBy(self._holding.id, *texts))
            self._forget()


def _known(entry: Entry) -> tuple[str, str, str]:
    """Return the title, authors and identifier that an entry has."""
    names = text_to_edit(field_named("author"), entry).replace("\n", "; ")
    known = entry.identifiers
    return (
        one_line(entry.title or "", _MOST_SIGNS),
        names if len(names) <= _MOST_SIGNS else "",
        known.doi or (known.arxiv.id if known.arxiv else ""),
    )
