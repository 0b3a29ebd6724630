"""The undo stack of Qt as a view of the library's own history, which outlives the window."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from refman.library import Done
from refman_gui.core_texts import core_text

__all__ = ["EditCommand", "History", "Turner"]


class Turner(Protocol):
    """Undo and redo the newest step of a library."""

    def undo(self) -> None:
        """Undo the newest step that is not undone."""
        ...

    def redo(self) -> None:
        """Redo the oldest step that is undone."""
        ...


class EditCommand(QUndoCommand):
    """Stand for one step of the history: what a person did in one go.

    Attributes:
        step: as the library has it.
    """

    def __init__(self, step: Done, history: "History") -> None:
        super().__init__(core_text(step.name))
        self.step = step
        self._history = history

    def undo(self) -> None:
        self._history.turn(is_undo=True)

    def redo(self) -> None:
        self._history.turn(is_undo=False)


class History(QUndoStack):
    """Show the steps of a library; whoever did them, this window, another, or the command line."""

    def __init__(self, turner: Turner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._turner = turner
        self._is_mirroring = False

    def turn(self, *, is_undo: bool) -> None:
        """Do what undoing or redoing a command means; nothing while the stack is only made."""
        if not self._is_mirroring:
            self._turner.undo() if is_undo else self._turner.redo()

    def mirror(self, steps: Sequence[Done]) -> None:
        """Show what the library has.

        Args:
            steps: the newest first, those that are undone among them.
        """
        wanted = list(reversed(steps))
        done = sum(not step.is_undone for step in wanted)
        shown = [command.step.id for command in map(self.command, range(self.count()))
                 if isinstance(command, EditCommand)]  # fmt: skip
        if shown == [step.id for step in wanted] and self.index() == done:
            return
        self._is_mirroring = True
        try:
            if shown != [step.id for step in wanted]:
                self.clear()
                for step in wanted:
                    self.push(EditCommand(step, self))
            self.setIndex(done)
        finally:
            self._is_mirroring = False
