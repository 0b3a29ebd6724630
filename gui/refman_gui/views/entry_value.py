"""A value that is edited, and a line that edits lists and completes their last word."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from refman.errors import EditError
from refman.model import EntryId
from refman_gui.core_texts import core_text
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_texts import capped

__all__ = ["LineField", "Value"]

_MOST_SHOWN = 10_000
_LEAST_WORD = 2


class Value:
    """Hold a value that is edited: what it is, what was typed, and how it is applied.

    Attributes:
        text: as the library has it.
    """

    def __init__(
        self, drafts: Drafts, id_: EntryId, name: str, text: str, apply: Callable[[str], None]
    ) -> None:
        """Take what is edited.

        Args:
            drafts: keeps what was typed and not applied.
            id_: of the entry.
            name: in the drafts.
            text: as the library has it.
            apply: gives the library a text, or raises EditError.
        """
        self.text = text
        self._drafts, self._id, self._name, self._apply = drafts, id_, name, apply

    @property
    def key(self) -> tuple[EntryId, str]:
        """Whose value it is."""
        return self._id, self._name

    @property
    def typed(self) -> str | None:
        """What was typed and not applied; None where nothing was."""
        return self._drafts.of(self._id).get(self._name)

    @property
    def is_waiting(self) -> bool:
        """Whether what was typed waits for the user, and not for the library."""
        return self.typed is not None and not self._drafts.is_given(self._id, self._name)

    def forget_applied(self) -> None:
        """Forget a draft that is what the entry has by now: written just before a crash, say."""
        if self.typed == self.text:
            self.take_back()

    def keep(self, typed: str) -> None:
        """Keep what is being typed."""
        if typed == self.text:
            self.take_back()
        else:
            self._drafts.put(self._id, self._name, typed)

    def take_back(self) -> None:
        """Forget what was typed."""
        self._drafts.drop(self._id, self._name)

    def apply(self, typed: str) -> str | None:
        """Give the library what was typed; return what is wrong with it, if anything is."""
        if typed == self.text:
            self.take_back()
            return None
        self.keep(typed)
        try:
            self._apply(typed)
        except EditError as error:
            return core_text(str(error))
        self._drafts.give(self._id, self._name, typed)
        return None


class LineField(QLineEdit):
    """Edit a list on one line: Enter applies, Escape takes back; its last word is completed.

    Signals:
        told(str, bool): what is to be known, and whether it is a fault.
    """

    told = Signal(str, bool)

    def __init__(
        self, name: str, complete: Callable[[str], Iterable[str]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._complete = complete
        self._value: Value | None = None
        self._words = QStringListModel(self)
        self._completer = QCompleter(self._words, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._completer.activated.connect(self._completed)
        self.textEdited.connect(self._typed)
        self.returnPressed.connect(self.apply)

    def show_value(self, value: Value | None) -> None:
        """Show a value, or what was typed before and not applied."""
        if value is not None:
            value.forget_applied()
        self._value = value
        typed = value.typed if value is not None else None
        text = typed if typed is not None else value.text if value is not None else ""
        self.setReadOnly(len(text) > self.maxLength())
        if text != self.text():
            self.setText(capped(text, self.maxLength()) if self.isReadOnly() else text)
            self.setCursorPosition(0)

    def apply(self) -> None:
        """Give the library what was typed."""
        if self._value is not None and not self.isReadOnly():
            fault = self._value.apply(self.text())
            self.told.emit(fault or "", fault is not None)

    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride
        if is_key and cast("QKeyEvent", event).key() in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._completer.popup()
        if popup is not None and popup.isVisible():
            # The list has the keys first; these it leaves to be done by whoever has it.
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
            if event.key() in keys:
                event.ignore()
                return
        if event.key() == Qt.Key.Key_Escape and self._value is not None:
            self._value.take_back()
            self.setText(self._value.text)
            self.told.emit("", False)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._value is not None and self._value.is_waiting:
            self.told.emit(self.tr("Not applied yet: Enter applies, Escape takes back."), False)

    def _word(self) -> str:
        """Return the item that the cursor stands at the end of."""
        return self.text()[: self.cursorPosition()].rpartition(";")[2].strip()

    def _typed(self, text: str) -> None:
        if self._value is not None:
            self._value.keep(text)
        word = self._word()
        if len(word) >= _LEAST_WORD:
            self._words.setStringList(list(self._complete(word)))
            self._completer.setCompletionPrefix(word)
            if self._completer.completionCount():
                self._completer.complete()
                return
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()

    def _completed(self, word: str) -> None:
        before, parting, _ = self.text()[: self.cursorPosition()].rpartition(";")
        rest = self.text()[self.cursorPosition() :]
        start = f"{before}{parting} {word}" if parting else word
        self.setText(f"{start}{rest}")
        self.setCursorPosition(len(start))
        if self._value is not None:
            self._value.keep(self.text())
