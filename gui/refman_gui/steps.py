"""The steps that can be undone and redone: the actions that do it, and the list of them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QUndoView

from refman_gui.item_models.entry_texts import plain_tip
from refman_gui.keys import action_keys, with_keys

if TYPE_CHECKING:  # it is imported when it is made
    from refman_gui.views.intake import IntakeView
    from refman_gui.window import MainWindow

__all__ = ["Steps"]


class Steps(QObject):
    """Undo and redo what a window's library was given; in the import, what was corrected there.

    Attributes:
        view: the list of the library's steps.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._history = window, window.session.history
        self._actions: Mapping[str, QAction] = {}
        self.view = QUndoView(self._history, window)
        self.view.setAccessibleName(self.tr("Steps that can be undone"))

    def heed(self, actions: Mapping[str, QAction]) -> None:
        """Let the actions tell from now on what would be undone and redone."""
        self._actions = actions
        self._history.indexChanged.connect(self.tell)
        self._history.undoTextChanged.connect(self.tell)
        self._history.redoTextChanged.connect(self.tell)
        action_keys().changed.connect(self.tell)
        self.tell()

    def turn(self, *, is_undo: bool) -> None:
        """Undo the newest step of what is looked at, or redo what was undone."""
        if self._is_in_import():
            intake = cast("IntakeView", self._window.parts["intake"])
            if intake.turn(is_undo=is_undo):
                return
        if is_undo:
            self._history.undo()
        else:
            self._history.redo()

    @Slot()
    def tell(self) -> None:
        """Say what can be undone and redone now."""
        history, is_in_import = self._history, self._is_in_import()
        nothing = self.tr(
            "Nothing was done yet: each step is listed here, {edit.undo} takes it back"
        )
        empty = self.tr("(the beginning)") if history.count() else with_keys(nothing)
        self.view.setEmptyLabel(empty)
        undo, redo = history.undoText(), history.redoText()
        if is_in_import:  # it has steps of its own
            undo = redo = ""
        for id_, text, name, can in (
            ("edit.undo", self.tr("&Undo"), undo, is_in_import or history.canUndo()),
            ("edit.redo", self.tr("&Redo"), redo, is_in_import or history.canRedo()),
        ):
            action = self._actions[id_]
            shown = name.replace("&", "&&")
            action.setText(f"{text}: {shown}" if name else text)
            action.setIconText(text.replace("&", ""))
            action.setToolTip(plain_tip(name) or text.replace("&", ""))
            action.setEnabled(can)

    def _is_in_import(self) -> bool:
        intake = self._window.parts.get("intake")
        return intake is not None and self._window.tabs.currentWidget() is intake
