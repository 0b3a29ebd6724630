"""Which papers are given out: those chosen, those shown, those accepted, all."""

from PySide6.QtWidgets import QComboBox, QWidget

from refman.exporting import Wanted
from refman_gui.session import Session

__all__ = ["WantedBox"]


class WantedBox(QComboBox):
    """Offer what there is to be given out, the likeliest first."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setAccessibleName(self.tr("Which papers"))

    def offer(self) -> None:
        """Offer what is chosen and shown now; tells of no change."""
        selection = self._session.selection
        self.blockSignals(True)
        self.clear()
        if len(selection.ids) > 1:
            text = self.tr("The %n chosen", "", len(selection.ids))
            self.addItem(text, Wanted(ids=selection.ids))
        if selection.query.strip():
            total = selection.total or 0
            text = self.tr("All %n shown", "", total)
            self.addItem(text, Wanted(query=selection.query))
        reader = self._session.reader
        accepted = reader.count("status:accepted") if reader is not None else 0
        if accepted:
            text = self.tr("All %n accepted", "", accepted)
            self.addItem(text, Wanted(accepted=True))
        self.addItem(self.tr("All papers"), Wanted())
        if len(selection.ids) == 1:
            self.addItem(self.tr("The one chosen"), Wanted(ids=selection.ids))
        self.blockSignals(False)

    def wanted(self) -> Wanted:
        """Return which papers."""
        wanted = self.currentData()
        return wanted if isinstance(wanted, Wanted) else Wanted()
