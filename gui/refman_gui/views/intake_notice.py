"""What the import has to say, in a line above it: how far it has come, what was refused."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from refman_gui.core_texts import core_sentence
from refman_gui.item_models.entry_texts import one_line, visible
from refman_gui.views.plain import plain_label

__all__ = ["Notice"]

_MOST_TOLD = 6
_LONGEST, _LONGEST_BUTTON = 500, 80
_TOLD_MS = 50
"""Progress is told more often than it is shown: Qt paints each step of a bar at once."""


class Notice(QWidget):
    """Say something, with perhaps a button or two; show a progress that can be stopped.

    Signals:
        asked(str): what a button asks for: "bring_back", "cancel".
    """

    asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = plain_label(self)
        self.also, self.button = QPushButton(self), QPushButton(self)
        self.doing = QLabel(self)
        self.doing.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.bar.setMaximumWidth(200)
        self.bar.setTextVisible(False)
        self.stop = QPushButton(self.tr("Cancel"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.also)
        layout.addWidget(self.button)
        layout.addWidget(self.doing)
        layout.addWidget(self.bar)
        layout.addWidget(self.stop)
        self._asks = {self.also: "", self.button: ""}
        self._newest: tuple[str, int, int | None] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_TOLD_MS)
        self._rest.timeout.connect(self._show_newest)
        for button in self._asks:
            button.clicked.connect(self._pressed)
        self.stop.clicked.connect(self._stopped)
        self.clear()
        self.end_progress()

    def say(
        self, *lines: str, button: str = "", asks: str = "", also: str = "", also_asks: str = ""
    ) -> None:
        """Say something until something else is said; messages of the core become sentences."""
        told = [visible(core_sentence(line))[:_LONGEST] for line in lines[:_MOST_TOLD]]
        if len(lines) > _MOST_TOLD:
            told.append(self.tr("… and %n more", "", len(lines) - _MOST_TOLD))
        self.label.setText("\n".join(told))
        for each, text, what in ((self.also, also, also_asks), (self.button, button, asks)):
            each.setText(one_line(text, _LONGEST_BUTTON).replace("&", "&&"))
            each.setVisible(bool(text))
            self._asks[each] = what
        self.label.show()
        self._show_or_hide()

    def clear(self) -> None:
        """Say nothing."""
        self.label.clear()
        for widget in (self.label, *self._asks):
            widget.hide()
        self._show_or_hide()

    def offers(self, asks: str) -> bool:
        """Tell whether there is a button now that asks for something."""
        return any(what == asks and not each.isHidden() for each, what in self._asks.items())

    def show_progress(self, title: str, done: int, total: int | None) -> None:
        """Show how far something has come; the newest of what is told in quick succession."""
        self._newest = title, done, total
        if not self._rest.isActive():
            self._show_newest()

    @Slot()
    def _show_newest(self) -> None:
        if self._newest is None:
            return
        (title, done, total), self._newest = self._newest, None
        self._rest.start()
        self.doing.setText(title)
        self.bar.setRange(0, 1_000 if total else 0)
        self.bar.setValue(1_000 * done // total if total else 0)
        for widget in (self.doing, self.bar, self.stop):
            widget.show()
        self._show_or_hide()

    def end_progress(self) -> None:
        """Show none any more."""
        self._newest = None
        for widget in (self.doing, self.bar, self.stop):
            widget.hide()
        self._show_or_hide()

    def _show_or_hide(self) -> None:
        self.setVisible(not (self.label.isHidden() and self.bar.isHidden()))

    @Slot()
    def _pressed(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)
        self.asked.emit(self._asks[button])

    @Slot()
    def _stopped(self) -> None:
        self.asked.emit("cancel")
