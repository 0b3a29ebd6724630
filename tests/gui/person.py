"""A person before the window: acts by keys and the mouse only, on what has the focus or is seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QCheckBox,
    QComboBox,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

__all__ = ["ALT", "CTRL", "NONE", "SHIFT", "Person"]

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
_LEFT = Qt.MouseButton.LeftButton
_MOST_TABS = 200


class Person:
    """Press keys where the focus is, and click on what is seen."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot

    def wait(self, until: Callable[[], object], timeout_ms: int = 20_000) -> None:
        """Wait until something is so."""
        self._qtbot.waitUntil(lambda: bool(until()), timeout=timeout_ms)

    def look_at(self, window: QWidget) -> None:
        """Bring a window to the front."""
        window.activateWindow()
        self.wait(window.isActiveWindow)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key on what has the focus."""
        QTest.keyClick(self.focus(), key, modifiers)

    def type(self, text: str) -> None:
        """Type a text into what has the focus."""
        QTest.keyClicks(self.focus(), text)

    def copy(self, text: str) -> None:
        """Copy a text, as from another program."""
        QGuiApplication.clipboard().setText(text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget that can be clicked on."""
        assert widget.isVisible(), widget
        assert widget.isEnabled(), widget
        if at is None and isinstance(widget, QCheckBox):
            at = QPoint(8, widget.height() // 2)
        QTest.mouseClick(widget, _LEFT, pos=at if at is not None else widget.rect().center())

    def click_row(self, view: QAbstractItemView, index: QModelIndex) -> None:
        """Click on an item of a list or a table."""
        view.scrollTo(index)
        self.click(view.viewport(), view.visualRect(index).center())

    def click_tab(self, tabs: QTabWidget, place: int) -> None:
        """Click on a tab."""
        self.click(tabs.tabBar(), tabs.tabBar().tabRect(place).center())

    def click_word(self, editor: QPlainTextEdit, text: str) -> None:
        """Put the cursor before a text by a click."""
        found = editor.document().find(text)
        assert not found.isNull(), text
        found.setPosition(found.selectionStart())
        # As by a wheel: what is not seen cannot be clicked on.
        bar, seen = editor.verticalScrollBar(), editor.viewport().rect()
        bar.setValue(bar.minimum())
        while not seen.contains(editor.cursorRect(found)) and bar.value() < bar.maximum():
            bar.setValue(bar.value() + 3)
        rect = editor.cursorRect(found)
        assert seen.contains(rect), text
        self.click(editor.viewport(), QPoint(rect.left() + 1, rect.center().y()))

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a widget has the focus."""
        for _ in range(_MOST_TABS):
            if self.focus() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {widget.accessibleName() or widget}")

    def choose(self, box: QComboBox, text: str) -> None:
        """Choose an item of a box by the arrow keys."""
        self.tab_to(box)
        self.press(Qt.Key.Key_Home)
        for _ in range(box.count()):
            if box.currentText() == text:
                return
            self.press(Qt.Key.Key_Down)
        pytest.fail(f"{text} is not among what can be chosen")

    def focus(self) -> QWidget:
        """Return what has the focus."""
        widget = QApplication.focusWidget() or QApplication.activeWindow()
        assert widget is not None
        return widget
