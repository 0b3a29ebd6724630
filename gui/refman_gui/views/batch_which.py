"""Which papers something is done to: those that are chosen, or all that are shown."""

from PySide6.QtWidgets import QComboBox, QWidget

from refman_gui.session import Session
from refman_gui.tasks.judging import Which

__all__ = ["WhichBox"]


class WhichBox(QComboBox):
    """Offer what is chosen in the table, and what is shown there."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(self.tr("Which papers"))
        self.view().setAccessibleName(self.tr("Which papers"))

    def offer(self, *, prefers_all: bool = False) -> None:
        """Offer what there is now.

        Args:
            prefers_all: all that is shown, where a person has not chosen several.
        """
        selection = self._session.selection
        self.blockSignals(True)
        self.clear()
        if selection.ids:
            text = self.tr("%n paper(s) that are chosen", "", len(selection.ids))
            self.addItem(text, Which(ids=selection.ids))
        if selection.total is None:
            text = self.tr("All that is shown")
        else:
            text = self.tr("All that is shown: %n paper(s)", "", selection.total)
        self.addItem(text, Which(query=selection.query))
        wants_all = prefers_all and len(selection.ids) < 2  # noqa: PLR2004 - several are chosen
        self.setCurrentIndex(self.count() - 1 if wants_all else 0)
        self.blockSignals(False)

    def which(self) -> Which:
        """Return which papers."""
        found = self.currentData()
        return found if isinstance(found, Which) else Which(ids=())
