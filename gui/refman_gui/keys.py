"""The keys of the actions: which they may have, and texts that name them as they are now.

In such a text the id of an action stands in braces, "{tools.duplicates} finds what is there twice";
when it is shown, the action's key stands there as the platform writes it. Keys that a part of the
window itself heeds stand in its texts as they are: they cannot be changed.
"""

import re
from collections.abc import Iterable, Mapping
from enum import Enum

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel

__all__ = [
    "TABLE",
    "ActionKeys",
    "KeyFault",
    "action_keys",
    "bare_key",
    "heard_keys",
    "show_with_keys",
    "sound_key",
    "tell_keys",
    "with_keys",
]

TABLE = "table:"
"""Stands before a key that is heard only while the table has the focus."""

_COMMANDS = frozenset({"Ctrl", "Alt", "Meta"})
_EDITING = frozenset({"Return", "Enter", "Backspace", "Del", "Ins"})
_MOVING = frozenset(
    {"Esc", "Tab", "Backtab", "Left", "Right", "Up", "Down", "Home", "End", "PgUp", "PgDown"}
)
_HELD = frozenset({"Shift", "Control", "Meta", "Alt", "AltGr", "CapsLock", "NumLock"})
_OF_CANDIDATES = frozenset("123456789")

_PLACE = re.compile(r"(?P<aside> \()?\{(?P<name>[a-z_.]+)\}(?(aside)\))")
"""A place in a text; as an aside, "paste it ({file.paste})", it goes where there is no key."""

_DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


class KeyFault(Enum):
    """Tell why no action may have a key."""

    NONE = "none"  # it is no key, or several strokes of which the first may be another action's
    MOVING = "moving"  # it moves the focus, or leaves something
    MENU = "menu"  # Alt with a letter opens a menu or presses a button
    CANDIDATE = "candidate"  # in the table it chooses one of the candidates


def bare_key(key: str) -> str:
    """Return a key as two are compared: wherever it is heard, and on whatever part of the board."""
    sequence = QKeySequence(key.removeprefix(TABLE))
    name = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return name.replace("Num+", "") if sequence.count() == 1 else ""


def sound_key(key: str) -> str | KeyFault:
    """Return a key as an action may have it, or why none may.

    What is typed into fields is heard in the table only. The other panes heed letters too, each
    while it has the focus; so nothing of theirs is heard together with a key of an action.

    Args:
        key: a portable name, with or without "table:".
    """
    bare = bare_key(key)
    if not bare:
        return KeyFault.NONE
    *held, name = re.split(r"\+(?!$)", bare)  # the last one may be a "+" itself
    commands = _COMMANDS.intersection(held)
    is_typed = len(name) == 1 or name == "Space"
    if name in _HELD:
        return KeyFault.NONE
    if is_typed and commands == frozenset({"Alt"}):
        return KeyFault.MENU
    if commands:
        return TABLE + bare if key.startswith(TABLE) else bare
    if name in _MOVING:
        return KeyFault.MOVING
    if bare in _OF_CANDIDATES:
        return KeyFault.CANDIDATE
    is_held_back = is_typed or name in _EDITING or key.startswith(TABLE)
    return TABLE + bare if is_held_back else bare


def heard_keys(
    defaults: Mapping[str, Iterable[str]], wanted: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """Return the keys of all actions, none of which two have: Qt would then do neither.

    A key of the whole window is heard in the table too. What a person wants goes before a default,
    else what stands first.

    Args:
        defaults: by the ids of all actions, in their order.
        wanted: what a person wants in the place of the defaults, by ids; of others too.
    """
    heard: dict[str, tuple[str, ...]] = dict.fromkeys(defaults, ())
    taken: set[str] = set()
    for id_ in sorted(defaults, key=lambda each: each not in wanted):
        for key in wanted.get(id_, defaults[id_]):
            sound = sound_key(key)
            if isinstance(sound, str) and (bare := sound.removeprefix(TABLE)) not in taken:
                taken.add(bare)
                heard[id_] += (sound,)
    return heard


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
