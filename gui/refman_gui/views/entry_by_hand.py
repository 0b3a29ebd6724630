"""A look-up by hand: by what the user types in place of what the entry has."""

from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from refman.editing import Assignment, How, edited, field_named
from refman.errors import EditError
from refman.library import Library
from refman.model import ChangeSet, Entry, EntryId, Holding
from refman.tidying import asked_by_hand
from refman_gui.core_texts import core_text
from refman_gui.icons import icon
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
    """Take title, author and identifier to look up by.

    Signals:
        look_up_wanted(LookUpBy): sources are to be asked by what was typed.
    """

    look_up_wanted = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._holding: Holding | None = None
        self.title = self._line(self.tr("Title to look up by"))
        self.author = self._line(self.tr("Authors to look up by"))
        self.identifier = self._line(self.tr("Identifier to look up by"))
        self.identifier.setPlaceholderText(self.tr("DOI, arXiv, ISBN, or an address"))
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

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setMaxLength(_MOST_SIGNS)
        line.returnPressed.connect(self._look_up)
        return line

    def begin(self, holding: Holding) -> None:
        """Begin with what an entry has."""
        self._holding = holding
        entry = holding.entry
        self.title.setText(one_line(entry.title or "", _MOST_SIGNS))
        names = text_to_edit(field_named("author"), entry).replace("\n", "; ")
        self.author.setText(names if len(names) <= _MOST_SIGNS else "")
        known = entry.identifiers
        self.identifier.setText(known.doi or (known.arxiv.id if known.arxiv else ""))
        self.told.tell("")
        self.show()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

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
            texts = (line.text().strip() for line in (self.title, self.author, self.identifier))
            self.look_up_wanted.emit(LookUpBy(self._holding.id, *texts))
