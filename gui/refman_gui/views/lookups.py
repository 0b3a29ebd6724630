"""Look-ups and checks of links, started and heard: what they find waits for a person's choice."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from refman.model import EntryId, LinkState, Outcome
from refman_gui.core_texts import core_text, figures
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks import link_checks, looking_up
from refman_gui.tasks.judging import JUDGING, Deed, Which
from refman_gui.tasks.judging import Request as JudgingRequest
from refman_gui.tasks.judging import Result as JudgingResult
from refman_gui.tasks.link_checks import LINK_CHECKS
from refman_gui.tasks.looking_up import LOOKING_UP, ByHand
from refman_gui.views.lookups_sure import SureDialog

__all__ = ["LookupsView"]

_MOST_NAMED = 3


class LookupsView(QWidget):
    """Ask services about papers; shows nothing of itself but a dialog."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outcomes = {
            Outcome.ACCEPTED: self.tr("accepted"),
            Outcome.UNCHANGED: self.tr("nothing new"),
            Outcome.REVIEW: self.tr("to review"),
            Outcome.NOT_FOUND: self.tr("not found"),
        }
        self._states = {
            LinkState.ALIVE: self.tr("alive"),
            LinkState.MOVED: self.tr("moved"),
            LinkState.DEAD: self.tr("dead"),
            LinkState.UNREACHABLE: self.tr("unreachable"),
            LinkState.UNCHECKED: self.tr("unchecked"),
        }
        self.hide()
        self.sure = SureDialog(session, self.window())
        self.sure.accept_wanted.connect(self._accept_sure)
        session.jobs.repeated.connect(self._repeated)

    # What can be done here, named in the table of actions.

    def look_up(self) -> None:
        """Look the chosen papers up."""
        self.look_up_papers(self._session.selection.ids)

    def look_up_all(self) -> None:
        """Look up all papers that lack something."""
        self._look_up(self.tr("Look up all that need it"), None)

    def look_up_papers(self, ids: Sequence[EntryId]) -> None:
        """Look some papers up, chosen or not."""
        if ids:
            self._look_up(self.tr("Look up %n paper(s)", "", len(ids)), ids)

    def look_up_by(self, id_: EntryId, title: str, author: str, identifier: str) -> None:
        """Search for a paper by hand: by what is given in the place of what it says of itself."""
        by_hand = ByHand(title=title, author=author, identifier=identifier)
        self._look_up(self.tr("Search by hand"), (id_,), by_hand)

    def check_links(self) -> None:
        """Ask whether the links of the chosen papers are alive."""
        ids = self._session.selection.ids
        if ids:
            title = self.tr("Check the links of %n paper(s)", "", len(ids))
            request = link_checks.Request(str(self._session.path), ids)
            self._hear(self._session.jobs.start(title, LINK_CHECKS, request))

    def accept_all(self) -> None:
        """Ask how sure is sure enough, and accept what is."""
        self.sure.show()
        self.sure.raise_()
        self.sure.activateWindow()
        self.sure.score.setFocus()

    def _look_up(
        self, title: str, ids: Sequence[EntryId] | None, by_hand: ByHand | None = None
    ) -> None:
        request = looking_up.Request(
            library=str(self._session.path),
            ids=None if ids is None else tuple(ids),
            by_hand=by_hand,
        )
        self._hear(self._session.jobs.start(title, LOOKING_UP, request))
        self._session.said.emit(self.tr("{title}: started").format(title=title))

    @Slot(str, float, float)
    def _accept_sure(self, query: str, score: float, margin: float) -> None:
        request = JudgingRequest(
            library=str(self._session.path),
            which=Which(query=query),
            deed=Deed.ACCEPT_BEST,
            least_score=score,
            least_margin=margin,
        )
        title = self.tr("Accept all that are sure")
        self._hear(self._session.jobs.start(title, JUDGING, request))

    # What comes of it.

    def _hear(self, job: Job) -> None:
        """Hear what comes of a job, and take note of what it writes."""
        self._session.writes(job)
        job.came.connect(self._session.refresh)
        job.ended.connect(self._ended)
        job.failed.connect(self._session.failed)

    @Slot(Job, Job)
    def _repeated(self, _: Job, anew: Job) -> None:
        if anew.task in (LOOKING_UP, LINK_CHECKS, JUDGING):
            self._hear(anew)

    @Slot(object)
    def _ended(self, result: object) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        rest: object | None = None
        match result:
            case looking_up.Result():
                assert isinstance(job.request, looking_up.Request)
                said = self._looked_up(result)
                if result.failed:
                    rest = msgspec.structs.replace(job.request, ids=result.failed)
            case link_checks.Result():
                said = self._checked(result)
            case JudgingResult():
                said = (
                    core_text(result.name)
                    if result.is_written
                    else self.tr("Nothing was to be done")
                )
            case _:
                return
        job.note(said, rest)
        self._session.said.emit(said.partition("\n")[0])

    def _looked_up(self, result: looking_up.Result) -> str:
        """Return what came of a look-up: all of it in the first line, why in those behind."""
        counts = [
            f"{figures(result.outcomes[outcome])} {name}"
            for outcome, name in self._outcomes.items()
            if result.outcomes.get(outcome)
        ]
        said: list[str] = []
        if result.failed:
            text = self.tr(
                "%n paper(s) not fully looked up, for no answer came from {sources}",
                "",
                len(result.failed),
            )
            said.append(text.format(sources=self._few(result.silent)))
        if counts:
            said.append(self.tr("Looked up: {counts}").format(counts=", ".join(counts)))
        if not result.outcomes:
            said.append(self.tr("No paper needs to be looked up"))
        if result.filled:
            said.append(self.tr("%n paper(s) changed", "", result.filled))
        if result.waiting:
            said.append(self.tr("%n paper(s) wait for your choice", "", result.waiting))
        if result.silent and not result.failed:
            text = self.tr("Not all answers came from {sources}")
            said.append(text.format(sources=self._few(result.silent)))
        return "\n".join((". ".join(said), *map(core_text, result.troubles)))

    def _few(self, names: Sequence[str]) -> str:
        """Return some names on a line, and how many more there are."""
        shown, more = ", ".join(names[:_MOST_NAMED]), len(names) - _MOST_NAMED
        return f"{shown} " + self.tr("and %n more", "", more) if more > 0 else shown

    def _checked(self, result: link_checks.Result) -> str:
        counts = [
            f"{figures(result.states[state])} {name}"
            for state, name in self._states.items()
            if result.states.get(state)
        ]
        if result.unanswered:
            counts.append(self.tr("%n not asked", "", result.unanswered))
        if not counts:
            return self.tr("There are no links to check")
        said = self.tr("Links checked: {counts}").format(counts=", ".join(counts))
        return ". ".join((said, *map(core_text, result.aside)))
