"""A question that is asked in its place, not in a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from refman_gui.views.plain import plain_label

__all__ = ["Question"]


class Question(QFrame):
    """Ask whether something is to be done; hidden while nothing is asked.

    Signals:
        answered(): yes.
        hidden(): nothing is asked any more.
    """

    answered = Signal()
    hidden = Signal()

    def __init__(self, yes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.text = plain_label(self)
        self.yes_button = QPushButton(yes, self)
        self.no_button = QPushButton(self.tr("&Cancel"), self)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(8, 6, 8, 6)
        bar.addWidget(self.text, 1)
        bar.addWidget(self.yes_button)
        bar.addWidget(self.no_button)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.hide()
        self.yes_button.clicked.connect(self.answered)
        self.no_button.clicked.connect(self.hide)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.hide)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that nothing is asked any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.hidden.emit()

    def ask(self, text: str) -> None:
        """Ask."""
        self.text.setText(text)
        self.show()
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)
