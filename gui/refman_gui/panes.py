"""The focus led from pane to pane."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

__all__ = ["go_on"]


def go_on(panes: Sequence[QWidget | None], focus: QWidget | None, step: int) -> None:
    """Give the focus to the next pane that takes it, or, by a step of -1, to the one before."""
    here = next((place for place, pane in enumerate(panes) if _holds(pane, focus)), -1)
    for distance in range(1, len(panes) + 1):
        if _focus_first(panes[(here + step * distance) % len(panes)]):
            return


def _holds(pane: QWidget | None, focus: QWidget | None) -> bool:
    return pane is not None and focus is not None and (pane is focus or pane.isAncestorOf(focus))


def _focus_first(pane: QWidget | None) -> bool:
    """Give the focus to the first widget of a pane that takes it by Tab."""
    if pane is None or not pane.isVisible():
        return False
    for widget in (pane, *pane.findChildren(QWidget)):
        takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False
