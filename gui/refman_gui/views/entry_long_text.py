"""A long text that is read first, with its links marked, and edited on demand."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QToolTip, QWidget

from refman.links import find_links
from refman_gui.item_models.entry_texts import LONGEST_EDITED, capped, plain_tip, units
from refman_gui.theme import colours
from refman_gui.views.entry_opening import open_outside, url_to_open
from refman_gui.views.entry_value import Value

__all__ = ["LongText"]

_MOST_SHOWN = 10_000


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
        self._addresses: list[tuple[int, int, str]] = []
        self.textChanged.connect(self._typed)

    @property
    def is_begun(self) -> bool:
        """Whether it is edited."""
        return not self.isReadOnly()

    def show_value(self, value: Value | None) -> None:
        """Show a value; what was typed before and not applied is edited again.

        What is being edited stays, with the cursor in it.
        """
        if value is not None:
            value.forget_applied()
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
        self._addresses.clear()
        self.setExtraSelections([] if edits else self._links())
        self._fills = False
        self.begun.emit(edits)

    def _links(self) -> list[QTextEdit.ExtraSelection]:
        """Return the addresses in what is shown, marked; they are known by their places then."""
        text = self.toPlainText()
        format_ = QTextCharFormat()
        format_.setForeground(QColor(colours().accent))
        format_.setFontUnderline(True)
        marked: list[QTextEdit.ExtraSelection] = []
        for link in find_links(text) if "." in text else ():
            start = units(text[: link.span.start])
            end = start + units(text[link.span.start : link.span.end])
            cursor = QTextCursor(self.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            one = QTextEdit.ExtraSelection()
            one.format, one.cursor = format_, cursor
            marked.append(one)
            self._addresses.append((start, end, link.url))
        return marked

    def _address_at(self, point: QPoint) -> str | None:
        """Return the address that stands at a point; None where none does."""
        place = self.cursorForPosition(point).position()
        return next((url for start, end, url in self._addresses if start <= place < end), None)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the whole of an address under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            url = self._address_at(event.pos())
            told = self.tr("{url}\nCtrl+click opens it").format(url=url) if url else ""
            QToolTip.showText(event.globalPos(), plain_tip(told), self.viewport())
            return True
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open an address by Ctrl+click."""
        url = self._address_at(event.position().toPoint())
        is_asked = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if is_asked and not self.is_begun and url is not None:
            found = url_to_open(url)
            if found is not None and open_outside(found):
                self.told.emit(self.tr("Opened: {host}").format(host=found.host()), False)
                return
        super().mouseReleaseEvent(event)

    def _typed(self) -> None:
        if self._value is not None and self.is_begun and not self._fills:
            self._value.keep(self.toPlainText())


def _is_apply(event: QKeyEvent) -> bool:
    ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return bool(ctrl) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
