"""The keys of the import: they hold while it has the focus, whatever they mean elsewhere."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

__all__ = ["LetterKeys", "key_of"]

_Key, _Modifier = Qt.Key, Qt.KeyboardModifier
_CTRL = _Modifier.ControlModifier
_CTRL_SHIFT = _Modifier.ControlModifier | _Modifier.ShiftModifier

_EVERYWHERE = {
    (_Key.Key_Z, _CTRL): "undo",
    (_Key.Key_Z, _CTRL_SHIFT): "redo",
    (_Key.Key_Y, _CTRL): "redo",
    (_Key.Key_Return, _CTRL): "add",
    (_Key.Key_Enter, _CTRL): "add",
    (_Key.Key_Return, _CTRL_SHIFT): "add_all",
    (_Key.Key_Enter, _CTRL_SHIFT): "add_all",
    (_Key.Key_Escape, _Modifier.NoModifier): "discard",
    (_Key.Key_L, _CTRL): "look_up",
}
_IN_LISTS = {
    (_Key.Key_S, _Modifier.NoModifier): "split",
    (_Key.Key_J, _Modifier.NoModifier): "join",
    (_Key.Key_X, _Modifier.NoModifier): "junk",
    (_Key.Key_Delete, _Modifier.NoModifier): "junk",
    (_Key.Key_P, _Modifier.NoModifier): "paper",
    (_Key.Key_T, _Modifier.NoModifier): "title",
    (_Key.Key_B, _Modifier.NoModifier): "abstract",
    (_Key.Key_Up, _Modifier.AltModifier): "shorter",
    (_Key.Key_Down, _Modifier.AltModifier): "longer",
}
"""Those that hold in the text and in the list only, for letters are typed elsewhere."""


def key_of(event: QKeyEvent, *, is_in_list: bool) -> str | None:
    """Return what a key asks for; None where it is none of these."""
    pressed = (Qt.Key(event.key()), event.modifiers() & ~_Modifier.KeypadModifier)
    asked = _EVERYWHERE.get(pressed)
    return _IN_LISTS.get(pressed) if asked is None and is_in_list else asked


class LetterKeys(QObject):
    """Take the letters that a text and a list would take for a search.

    Args:
        holds: tells whether a key means something now.
        do: does what it asks for.
    """

    def __init__(
        self, holds: Callable[[str], bool], do: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._holds, self._do = holds, do

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            name = key_of(event, is_in_list=True)
            if name is None or not self._holds(name):
                return super().eventFilter(watched, event)
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._do(name)
                return True
        return super().eventFilter(watched, event)
