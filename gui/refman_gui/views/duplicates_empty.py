"""What stands beside the list of groups while there is none: why so, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from refman.moments import shown_moment
from refman_gui.keys import show_with_keys
from refman_gui.session import Session
from refman_gui.tasks.duplicates import Result
from refman_gui.views.plain import make_plain

__all__ = ["NoGroups"]


class NoGroups(QLabel):
    """Say why no group is shown."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        make_plain(self)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def tell_idle(self) -> None:
        """Say what there is to do before anything is searched here."""
        at = self._session.duplicates_found_at()
        if not self._session.has_papers():
            self._tell_no_paper()
        elif at is None:
            text = self.tr("Not looked for yet: {tools.duplicates} finds what is there twice.")
            show_with_keys(self, text)
        else:
            text = self.tr(
                "Last looked for on {date}; what was found is in the queue, under Duplicates."
                " {tools.duplicates} looks anew and compares it here."
            )
            show_with_keys(self, text, date=shown_moment(at))

    def tell_none(self, result: Result, *, are_done: bool) -> None:
        """Say why no group is left, or none was found."""
        if are_done:
            text = self.tr("All groups are done; {edit.undo} brings the last one back.")
            show_with_keys(self, text)
        elif result.papers:
            self.setText(self.tr("None of %n paper(s) is there twice.", "", result.papers))
        elif self._session.has_papers():
            text = self.tr(
                "There was no paper to look at: {view.library} shows what the search finds."
            )
            show_with_keys(self, text)
        else:
            self._tell_no_paper()

    def _tell_no_paper(self) -> None:
        text = self.tr(
            "There is no paper here yet: {file.paste} pastes a listing, {file.open} opens a file."
        )
        show_with_keys(self, text)
