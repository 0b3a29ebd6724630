"""What stands in the table's place where no paper is shown: what one can do."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from refman.moments import shown_moment
from refman_gui.icons import icon
from refman_gui.keys import show_with_keys
from refman_gui.views.middle import lay_in_middle
from refman_gui.views.plain import plain_label

__all__ = ["EmptyPage"]


class EmptyPage(QWidget):
    """Say that nothing is found; in a library without papers, how they come in.

    Signals:
        paste_wanted(), open_wanted(), sample_wanted(): the user wants to begin so.
    """

    paste_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.label = plain_label(self)
        self.label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.paste = QPushButton(icon("clipboard-paste"), self.tr("&Paste a listing"), self)
        self.open = QPushButton(icon("folder-open"), self.tr("&Open files…"), self)
        self.sample = QPushButton(icon("file-text"), self.tr("Try the &sample"), self)
        self.paste.clicked.connect(self.paste_wanted)
        self.open.clicked.connect(self.open_wanted)
        self.sample.clicked.connect(self.sample_wanted)
        lay_in_middle(self, (self.label,), (self.paste, self.open, self.sample))

    def text(self) -> str:
        """Return what it says."""
        return self.label.text()

    def tell_no_duplicates(self, searched_at: datetime | None) -> None:
        """Say why no duplicate is found: none is left, or they never were looked for."""
        self.tell(is_searched=True)
        if searched_at is None:
            text = self.tr(
                "Duplicates were not looked for yet: {tools.duplicates} looks among all papers."
            )
            show_with_keys(self.label, text)
            return
        text = self.tr(
            "None is left of the duplicates that were looked for on {date}."
            " {tools.duplicates} looks anew; Escape shows all papers."
        )
        show_with_keys(self.label, text, date=shown_moment(searched_at))

    def tell_reviewed(self) -> None:
        """Say that nothing is left to be reviewed."""
        self.tell(is_searched=True)
        self.label.setText(self.tr("All papers are reviewed. Press Escape to see all of them."))

    def tell(self, *, is_searched: bool) -> None:
        """Say why there is nothing: nothing is found, or there is no paper at all."""
        for button in (self.paste, self.open, self.sample):
            button.setVisible(not is_searched)
        if is_searched:
            self.label.setText(
                self.tr("Nothing is found. Take a word away, or press Escape to see all papers.")
            )
            return
        text = self.tr(
            "There is no paper here yet.\n\nCopy a page that lists papers, a digest or a"
            " search result, and paste it ({file.paste}); or drop a file anywhere on this window."
            " It is shown first; nothing comes in before you say so."
        )
        show_with_keys(self.label, text)
