"""A tag or a collection named, for papers to be given it or taken out of it."""

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from refman.editing import How, assignment
from refman.errors import EditError
from refman.library.completing import collections_begun, tags_begun
from refman.model import Keyword
from refman_gui.core_texts import core_text
from refman_gui.session import Session
from refman_gui.tasks.judging import Deed
from refman_gui.views.batch_which import WhichBox
from refman_gui.views.plain import plain_label

__all__ = ["NameDialog"]

_LONGEST = 500
_WIDTH = 420


class NameDialog(QDialog):
    """Ask for a tag or a collection, completed over those that there are.

    Signals:
        wanted(Which, Deed, name): which papers are given it, or taken out of it.
    """

    wanted = Signal(object, object, str)

    def __init__(self, session: Session, parent: QWidget, *, is_tag: bool) -> None:
        super().__init__(parent)
        self._session, self._is_tag = session, is_tag
        self.setWindowTitle(self.tr("Tag papers") if is_tag else self.tr("Put into a collection"))
        self.setMinimumWidth(_WIDTH)
        self.which = WhichBox(session, self)
        self.line = QLineEdit(self)
        self.line.setMaxLength(_LONGEST)
        self.line.setAccessibleName(self.tr("Tag") if is_tag else self.tr("Collection"))
        self.line.setPlaceholderText(
            self.tr("lamps") if is_tag else self.tr("To read/World models")
        )
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        self.fault = plain_label(self)
        self.add_button = QPushButton(self.tr("&Add") if is_tag else self.tr("&Put in"), self)
        self.take_button = QPushButton(
            self.tr("&Take away") if is_tag else self.tr("&Take out"), self
        )
        self.close_button = QPushButton(self.tr("Close"), self)
        self.add_button.setDefault(True)
        self._lay_out()
        self.line.textEdited.connect(self._typed)
        self.add_button.clicked.connect(self._add)
        self.take_button.clicked.connect(self._take_away)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Pape&rs"), self.which)
        form.addRow(self.tr("Ta&g") if self._is_tag else self.tr("C&ollection"), self.line)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.add_button, self.take_button, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(form)
        layout.addWidget(self.fault)
        layout.addLayout(buttons)

    def ask(self) -> None:
        """Ask, for what is chosen and shown now."""
        self.which.offer()
        self._typed(self.line.text())
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.open()

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.fault.hide()
        reader = self._session.reader
        if reader is not None:
            begun = tags_begun if self._is_tag else collections_begun
            with reader.reading() as connection:
                self._words.setStringList(begun(connection, text.strip()))

    @Slot()
    def _add(self) -> None:
        self._done(Deed.TAG if self._is_tag else Deed.COLLECT)

    @Slot()
    def _take_away(self) -> None:
        self._done(Deed.UNTAG if self._is_tag else Deed.TAKE_OUT)

    def _done(self, deed: Deed) -> None:
        try:
            name = self._name()
        except EditError as error:
            self.fault.setText(core_text(str(error)))
            self.fault.show()
            return
        self.wanted.emit(self.which.which(), deed, name)
        self.accept()

    def _name(self) -> str:
        """Return the name, in the form that tags and collections have."""
        field = "keywords" if self._is_tag else "collections"
        items = assignment(field, How.ADD, self.line.text()).value
        if len(items) != 1:
            raise EditError(self.tr("One at a time, without commas and semicolons."), field=field)
        (item,) = items
        return item.text if isinstance(item, Keyword) else str(item)
