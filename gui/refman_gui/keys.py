"""Texts that name keys: as they are now, also after a person has changed them.

In such a text the id of an action stands in braces, "{tools.duplicates} finds what is there twice";
when it is shown, the action's key stands there as the platform writes it. Keys that a part of the
window itself heeds stand in its texts as they are: they cannot be changed.
"""

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel

__all__ = ["ActionKeys", "action_keys", "show_with_keys", "tell_keys", "with_keys"]

_PLACE = re.compile(r"(?P<aside> \()?\{(?P<name>[a-z_.]+)\}(?(aside)\))")
"""A place in a text; as an aside, "paste it ({file.paste})", it goes where there is no key."""

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


class ActionKeys(QObject):
    """Know the keys of the actions; the application has one of it.

    Signals:
        changed(): some keys are others now.

    Attributes:
        shown: by the ids of the actions, their texts and first keys.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None) -> None:
        super().__init__(parent)
        self.shown: dict[str, tuple[str, QKeySequence]] = {}


class _Shown(QObject):
    """Keep what a label or button says right, as long as it says it."""

    def __init__(self, widget: QLabel | QAbstractButton) -> None:
        super().__init__(widget)
        self._widget = widget
        self._text, self._places = "", dict[str, str]()
        self._said: str | None = None
        action_keys().changed.connect(self._tell_again)

    def say(self, text: str, places: dict[str, str]) -> None:
        """Let it say another text."""
        self._text, self._places = text, places
        self._widget.setText(with_keys(text, **places))
        self._said = self._widget.text()

    @Slot()
    def _tell_again(self) -> None:
        if self._widget.text() == self._said:
            self.say(self._text, self._places)


def action_keys() -> ActionKeys:
    """Return what knows the keys of the actions."""
    application = QCoreApplication.instance()
    known = application.findChild(ActionKeys, "", _DIRECTLY) if application is not None else None
    return known if known is not None else ActionKeys(application)


def tell_keys(actions: Iterable[QAction]) -> None:
    """Tell of actions that have come to be, or have other keys now."""
    known = action_keys()
    # The icon's text is the text of the menu without its mnemonic and its "…".
    known.shown |= {each.objectName(): (each.iconText(), each.shortcut()) for each in actions}
    known.changed.emit()


def with_keys(text: str, **places: str) -> str:
    """Return a text with the keys of its actions; their texts where they have none.

    Args:
        text: a translated one.
        **places: what stands at other places in it, by their names.
    """
    shown = action_keys().shown

    def fill(found: re.Match[str]) -> str:
        before, after = (" (", ")") if found["aside"] else ("", "")
        name = found["name"]
        if name in places:
            return before + places[name] + after
        if name not in shown:
            return found[0]
        title, key = shown[name]
        if not key.isEmpty():
            return before + key.toString(QKeySequence.SequenceFormat.NativeText) + after
        quoted = QCoreApplication.translate("Keys", "“{action}”").format(action=title)
        return "" if found["aside"] else quoted

    return _PLACE.sub(fill, text)


def show_with_keys(widget: QLabel | QAbstractButton, text: str, **places: str) -> None:
    """Show a text with keys, and keep it right when they change.

    Args:
        widget: shows it, until it is given another text.
        text: a translated one, as in ``with_keys``.
        **places: what stands at other places in it.
    """
    kept = widget.findChild(_Shown, "", _DIRECTLY)
    (kept if kept is not None else _Shown(widget)).say(text, places)
