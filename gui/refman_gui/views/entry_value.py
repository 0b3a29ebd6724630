"""Editors of single values: a long text that is read first, and a line that completes words."""

from collections.abc import Callable, Iterable
from typing import cast

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from refman.errors import EditError
from refman.links import find_links
from refman.model import EntryId
from refman_gui.item_models.entry_drafts import Drafts
from refman_gui.item_models.entry_texts import LONGEST_EDITED, capped
from refman_gui.theme import colours

__all__ = ["LineField", "LongText", "Value"]

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
            return str(error)
        self._drafts.give(self._id, self._name, typed)
        return None


class LongText(QPlainTextEdit):
    """Show a text with its links marked; edit it on demand.

    Enter or F2 begins, Ctrl+Enter applies, Escape takes back.

    Signals:
        told(str, bool): what is to be known, and whether it is a fault.
        begun(bool): it is edited, or not any more.
    """

    told = Signal(str, bool)
    begun = Signal(bool)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._value: Value | None = None
        self._fills = False
        self.textChanged.connect(self._typed)

    @property
    def is_begun(self) -> bool:
        """Whether it is edited."""
        return not self.isReadOnly()

    def show_value(self, value: Value | None) -> None:
        """Show a value; what was typed before and not applied is edited again.

        What is being edited stays, with the cursor in it.
        """
        _forget_applied(value)
        before, self._value = self._value, value
        is_same = before is not None and value is not None and before.key == value.key
        if is_same and self.is_begun:
            return
        if value is not None and value.is_waiting:
            self._fill(value.typed or "", edits=True)
            self.told.emit(self.tr("Not applied yet."), False)
        else:
            typed = value.typed if value is not None else None
            text = typed if typed is not None else value.text if value is not None else ""
            self._fill(text, edits=False)
            self.told.emit("", False)

    def edit(self) -> None:
        """Begin to edit."""
        if self._value is None or self.is_begun:
            return
        if len(self._value.text) > LONGEST_EDITED:
            self.told.emit(self.tr("This text is too long to be edited here."), True)
            return
        self._fill(self._value.text, edits=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(self.tr("Ctrl+Enter applies, Escape takes back."), False)

    def apply(self) -> None:
        """Give the library what was typed."""
        if self._value is None or not self.is_begun:
            return
        typed = self.toPlainText()
        fault = self._value.apply(typed)
        if fault is not None:
            self.told.emit(fault, True)
            return
        self._fill(typed, edits=False)
        self.told.emit("", False)

    def take_back(self) -> None:
        """Forget what was typed."""
        if self._value is not None and self.is_begun:
            self._value.take_back()
            self._fill(self._value.text, edits=False)
            self.told.emit("", False)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_own = event.key() == Qt.Key.Key_F2 or (self.is_begun and _is_apply(event))
            if is_own:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.is_begun:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
                self.edit()
                return
        elif _is_apply(event):
            self.apply()
            return
        elif event.key() == Qt.Key.Key_Escape:
            self.take_back()
            return
        super().keyPressEvent(event)

    def _fill(self, text: str, *, edits: bool) -> None:
        self._fills = True
        self.setPlainText(text if edits else capped(text, _MOST_SHOWN))
        self.setReadOnly(not edits)
        if not edits:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setExtraSelections([] if edits else self._links())
        self._fills = False
        self.begun.emit(edits)

    def _links(self) -> list[QTextEdit.ExtraSelection]:
        """Return the addresses in what is shown, marked."""
        text = self.toPlainText()
        if "." not in text:
            return []
        format_ = QTextCharFormat()
        format_.setForeground(QColor(colours().accent))
        format_.setFontUnderline(True)
        found: list[QTextEdit.ExtraSelection] = []
        for link in find_links(text):
            before = text[: link.span.start]
            start = len(before) + sum(sign > "\uffff" for sign in before)
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            end = start + len(text[link.span.start : link.span.end])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            marked = QTextEdit.ExtraSelection()
            marked.format, marked.cursor = format_, cursor
            found.append(marked)
        return found

    def _typed(self) -> None:
        if self._value is not None and self.is_begun and not self._fills:
            self._value.keep(self.toPlainText())


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
        _forget_applied(value)
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


def _forget_applied(value: Value | None) -> None:
    """Forget a draft that is what the entry has by now: written just before a crash, say."""
    if value is not None and value.typed == value.text:
        value.take_back()


def _is_apply(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(ctrl) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
