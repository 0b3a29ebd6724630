"""The real program, with a person in it: ``python -m tests.gui.driven_window LIBRARY WHAT TARGET``.

What the person has seen is printed, a JSON list a line: it is done, and must not be lost.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from refman.model import ChangeSet
from refman_gui import running
from refman_gui.app import main
from refman_gui.session import Session
from refman_gui.window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
TICK_MS = 25
SEEN_MS = 700
"""After so long what one looks at, and what one types, is kept."""

LISTING = """On Chairs That Answer Back, Part {0}

We ask for the {0}th time whether a chair that answers is sat on more often. In twenty kitchens it
is not. The chair is asked less with every week, and in the end it is only sat on, {0} times a day.
"""


def tell(*what: object) -> None:
    """Print what was seen."""
    print(json.dumps(what), flush=True)


class Driven(MainWindow):
    """The window, with a person in it."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.person = Person(self)


class Person(QObject):
    """Do one kind of thing again and again, from the moment when the papers are there."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._what, self._target = sys.argv[2], Path(sys.argv[3])
        self._turn = 0
        self._typed = ""
        self._jobs = 0
        self._soon = QTimer(self)
        self._soon.timeout.connect(self._do)
        window.results.model.counted.connect(self._begin)
        window.session.changed.connect(self._changed)

    @Slot()
    def _begin(self) -> None:
        self._window.results.model.counted.disconnect(self._begin)
        QTimer.singleShot(SEEN_MS, self, self._tell_where)

    @Slot()
    def _tell_where(self) -> None:
        if self._waits():
            QTimer.singleShot(TICK_MS, self, self._tell_where)
            return
        selection = self._window.session.selection
        drafts = self._window.parts["entry"].drafts  # type: ignore[attr-defined]
        current = selection.current
        texts = drafts.of(current) if current is not None else {}
        tell("open", selection.query, current, texts, self._previewed())
        if self._what == "look":
            self._window.close()
            return
        self._window.activateWindow()
        self._search()

    def _waits(self) -> bool:
        """Tell whether what was left in the import has yet to come."""
        keeper = self._window.parts["intake"].inputs.keeper  # type: ignore[attr-defined]
        return not keeper._is_taken_up or bool(self._window.session.jobs.running())

    def _previewed(self) -> list[bool] | None:
        """Return of what is shown in the import which stretches are papers."""
        shown = self._window.parts["intake"]._shown  # type: ignore[attr-defined]
        return [each.is_paper for each in shown.now.segments] if shown is not None else None

    def _search(self) -> None:
        self._press(Qt.Key.Key_1, CTRL)
        self._press(Qt.Key.Key_F, CTRL)
        self._press(Qt.Key.Key_A, CTRL)
        self._press(Qt.Key.Key_Delete)
        some = "" if self._what == "push" else f" glow{int(self._target.name[-1]) % 7}"
        QTest.keyClicks(self._focus(), f"warmth{some}")
        self._press(Qt.Key.Key_Return)
        QTimer.singleShot(SEEN_MS, self, self._go)

    @Slot()
    def _go(self) -> None:
        self._press(Qt.Key.Key_Down)
        self._press(Qt.Key.Key_Home)
        for _ in range(int(self._target.name[-2:]) % 11):
            self._press(Qt.Key.Key_Down)
        QTimer.singleShot(SEEN_MS, self, self._tell_at)

    @Slot()
    def _tell_at(self) -> None:
        selection = self._window.session.selection
        tell("at", selection.query, selection.current)
        if self._what == "type":
            self._press(Qt.Key.Key_F2)
            self._press(Qt.Key.Key_A, CTRL)
        self._soon.start(TICK_MS)

    @Slot()
    def _do(self) -> None:
        self._turn += 1
        getattr(self, f"_{self._what}")()

    def _type(self) -> None:
        sign = "abcdefghij "[self._turn % 11]
        QTest.keyClicks(self._focus(), sign)
        self._typed += sign
        tell("typed", self._typed)

    def _accept(self) -> None:
        key = Qt.Key.Key_Return if self._turn % 2 else Qt.Key.Key_Backspace
        if self._turn % 3 == 0:
            self._press(key, CTRL)

    def _import(self) -> None:
        intake = self._window.parts["intake"]
        shown = intake._shown  # type: ignore[attr-defined]
        if self._turn == 1:
            intake.added.connect(self._added)  # type: ignore[attr-defined]
        if shown is None and not self._window.session.jobs.running():
            name = f"{self._target.name}.{self._turn}"
            QGuiApplication.clipboard().setText(LISTING.format(name))
            self._press(Qt.Key.Key_V, CTRL)
        elif not intake.isVisible():
            self._press(Qt.Key.Key_2, CTRL)
        elif shown is not None and shown.is_ready:
            self._press(Qt.Key.Key_Return, CTRL)

    def _preview(self) -> None:
        """Take out one stretch after the other, or back, and tell which are papers then."""
        intake = self._window.parts["intake"]
        shown = intake._shown  # type: ignore[attr-defined]
        if self._turn == 1:
            self._press(Qt.Key.Key_2, CTRL)
        elif shown is None and not self._window.session.jobs.running():
            text = "\n".join(LISTING.format(f"{self._target.name}.{part}") for part in range(5))
            QGuiApplication.clipboard().setText(text)
            self._press(Qt.Key.Key_V, CTRL)
        elif shown is not None and shown.is_ready:
            table = intake.desk.table  # type: ignore[attr-defined]
            place = self._turn % len(shown.now.segments)
            QTest.keyClick(table, Qt.Key.Key_Home, CTRL)
            for _ in range(place):
                QTest.keyClick(table, Qt.Key.Key_Down)
            is_paper = shown.now.segments[place].is_paper
            QTest.keyClick(table, Qt.Key.Key_X if is_paper else Qt.Key.Key_P)
            intake.inputs.keeper.wait()  # type: ignore[attr-defined]
            tell("previewed", self._turn, self._previewed())

    def _lookup(self) -> None:
        jobs = self._window.session.jobs
        looked = [one for one in jobs.all if one.task.module.endswith("looking_up")]
        done = [one for one in looked if one.outcome == "done"]
        if len(done) > self._jobs:
            self._jobs = len(done)
            tell("looked", len(done))
        if not jobs.running():
            self._press(Qt.Key.Key_L, CTRL | SHIFT)

    def _export(self) -> None:
        dialog = self._window.parts["exporting"]
        note = dialog.note.text()  # type: ignore[attr-defined]
        if not dialog.isVisible():
            self._press(Qt.Key.Key_E, CTRL | SHIFT)
        elif not dialog.path.text():  # type: ignore[attr-defined]
            QTest.keyClicks(dialog.path, str(self._target))  # type: ignore[attr-defined]
        elif self._target.name in note:
            tell("wrote", str(self._target))
            dialog.path.clear()  # type: ignore[attr-defined]
            self._target = self._target.with_name(f"{self._target.name}x")
        elif dialog.button.isEnabled():  # type: ignore[attr-defined]
            QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]

    def _push(self) -> None:
        """Send what is shown to Zotero; end when it is told what became of it."""
        dialog = self._window.parts["pushing"]
        if not dialog.isVisible():
            self._press(Qt.Key.Key_O, CTRL | SHIFT)
        elif dialog.sending.is_running:  # type: ignore[attr-defined]
            return
        elif dialog.report.isVisible() or dialog.note.text():  # type: ignore[attr-defined]
            self._soon.stop()
            tell("pushed", dialog.report.head.text() or dialog.note.text())  # type: ignore[attr-defined]
            dialog.close()
            self._window.close()
        elif dialog.button.isEnabled():  # type: ignore[attr-defined]
            QTest.mouseClick(dialog.button, Qt.MouseButton.LeftButton)  # type: ignore[attr-defined]

    @Slot(object)
    def _changed(self, changes: ChangeSet | None) -> None:
        if changes is not None and changes.changes:
            tell("done", changes.name)

    @Slot(object)
    def _added(self, ids: tuple[int, ...]) -> None:
        if ids:
            tell("added", list(ids))

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self._focus(), key, modifiers)

    def _focus(self) -> QWidget:
        return QApplication.focusWidget() or self._window


if __name__ == "__main__":
    running.MainWindow = Driven  # type: ignore[misc]
    sys.exit(main(["--library", sys.argv[1]]))
