"""What can be done about what was done: taken back, looked up, fetched; asked in the notice."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot

from refman.model import EntryId
from refman_gui.core_texts import core_text
from refman_gui.session import Session
from refman_gui.tasks import adding
from refman_gui.views.intake_inputs import Inputs
from refman_gui.views.intake_notice import Notice
from refman_gui.views.intake_taking import hosts_in

__all__ = ["Offers"]

_LOOK_UP = "look_up"


class Offers(QObject):
    """Offer something in the notice of an import, and do it when a person wants that.

    Services are asked about papers that were read from PDFs only where a person says so, now or in
    the settings once for all: nobody is told of a manuscript because it was filed.

    Signals:
        look_up_wanted(ids): papers that were read from PDFs and added are to be looked up.
    """

    look_up_wanted = Signal(object)

    def __init__(self, session: Session, inputs: Inputs, notice: Notice) -> None:
        super().__init__(notice)
        self._session, self._inputs, self._notice = session, inputs, notice
        self._step = self._addresses = ""
        self._from_pdfs: list[tuple[EntryId, ...]] = []
        self._is_last = True

    @property
    def can_look_up(self) -> bool:
        """Whether a look-up is offered now."""
        return self._notice.offers(_LOOK_UP)

    def tell_added(self, result: adding.Result) -> list[str]:
        """Say that papers were added; offer to take that back, and to look up those of PDFs.

        Return what became of them.

        As long as other imports wait, those that were added before are looked up with them. Where
        that is always wanted, it is not asked for.
        """
        self._step = core_text(result.name)
        if self._is_last:
            self._from_pdfs = []
        self._is_last = not self._inputs.sheets
        if not result.looks_up:
            self._from_pdfs.append(result.from_pdfs)
        count = sum(map(len, self._from_pdfs))
        lines = self._lines(result)
        told = [self.tr("Services may know more of what was read from PDFs: Ctrl+L asks them.")]
        self._notice.say(
            *lines,
            *(told if count else ()),
            button=self.tr("Take that back") if result.is_written else "",
            asks="take_back",
            also=self.tr("Look up %n paper(s)", "", count) if count else "",
            also_asks=_LOOK_UP,
        )
        if result.looks_up and result.from_pdfs:
            self.look_up_wanted.emit(result.from_pdfs)
        return lines

    def _lines(self, result: adding.Result) -> list[str]:
        """Return what became of papers, a sentence each."""
        lines: list[str] = []
        if result.added:
            lines.append(self.tr("%n paper(s) added.", "", result.added))
        if result.filled:
            lines.append(self.tr("%n known paper(s) were filled.", "", result.filled))
        if not lines and result.doubtful:
            lines.append(self.tr("Nothing was added."))
        elif not lines:
            lines.append(self.tr("Nothing was added: the library has it all."))
        elif result.known:
            lines.append(self.tr("%n paper(s) were there already.", "", result.known))
        if result.twice:
            lines.append(self.tr("%n paper(s) were read twice.", "", result.twice))
        if left := result.doubtful:
            lines.append(self.tr("%n paper(s) may be there already, and were left out.", "", left))
        return lines

    def look_up(self) -> None:
        """Have those looked up that were offered."""
        if self.can_look_up:
            ids = tuple(id_ for some in self._from_pdfs for id_ in some)
            self._from_pdfs = []
            self._notice.clear()
            self.look_up_wanted.emit(ids)

    def take_back(self) -> None:
        """Undo the step that added papers, as long as it is the newest."""
        self._notice.clear()
        if self._session.history.undoText() == self._step:
            self._session.history.undo()
            del self._from_pdfs[-1:]
        else:
            self._notice.say(self.tr("Other steps came after it: undo them in the history first."))

    @Slot(object, str)
    def offer_fetch(self, lines: Sequence[str], addresses: str) -> None:
        """Ask whether addresses are to be fetched."""
        self._addresses = addresses
        button = self.tr("Fetch it from {host}").format(host=hosts_in(addresses))
        self._notice.say(*lines, button=button, asks="fetch")

    def fetch(self) -> None:
        """Fetch what was offered."""
        self._notice.clear()
        self._inputs.read_text(self._addresses)
