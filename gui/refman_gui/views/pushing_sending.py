"""A push under way: followed from its start to its report, also where it is tried again."""

from collections.abc import Iterable, Sequence

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from refman.model import EntryId
from refman.pushing import Asked, Done, Report
from refman_gui.jobs import Job
from refman_gui.session import Session
from refman_gui.tasks.pushing import AskPush, Pushed

__all__ = ["Sending", "only"]


def only(asked: Asked, ids: Iterable[EntryId]) -> Asked:
    """Return what asks for some papers alone, in the same way."""
    wanted = msgspec.structs.replace(asked.wanted, ids=tuple(ids), query="")
    return msgspec.structs.replace(asked, wanted=wanted)


class Sending(QObject):
    """Follow one push at a time.

    Signals:
        started(Job, int): one goes on, of so many papers.
        reported(Report, list[Done]): it has told what became of all.
        failed(str): nothing was sent; empty where the user stopped it.
        ended(): after either of them.

    Attributes:
        rest: what to ask for so that what failed, or was not tried, is sent; None where all was.
    """

    started = Signal(Job, int)
    reported = Signal(object, object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._job: Job | None = None
        self._last: Job | None = None
        self._todo: tuple[EntryId, ...] = ()
        self._done: list[Done] = []
        self.rest: AskPush | None = None
        session.jobs.repeated.connect(self._repeated)

    @property
    def is_running(self) -> bool:
        """Whether a push goes on."""
        return self._job is not None

    @property
    def job(self) -> Job | None:
        """The last push, whether it goes on or not."""
        return self._last

    def follow(self, job: Job, todo: Sequence[EntryId]) -> None:
        """Hear what comes of a push, by which so many papers are to be sent."""
        self._job = self._last = self._session.writes(job)
        self._todo, self._done = tuple(todo), []
        job.came.connect(self._came)
        job.ended.connect(self._reported)
        job.failed.connect(self._failed)
        job.cancelled.connect(self._cancelled)
        job.finished.connect(self._finished)
        self.started.emit(job, len(todo))

    @Slot(Job, Job)
    def _repeated(self, job: Job, anew: Job) -> None:
        """Hear what is tried again from among the jobs."""
        if not isinstance(anew.request, AskPush):
            return
        if self.is_running:
            self._session.writes(anew)
            return
        todo = anew.request.asked.wanted.ids
        self.follow(anew, todo or (self._todo if job is self._last else ()))

    def _is_ours(self) -> bool:
        return self._job is not None and self.sender() is self._job

    @Slot(object)
    def _came(self, came: Pushed) -> None:
        if self._is_ours():
            self._done += came.done

    @Slot(object)
    def _reported(self, report: Report) -> None:
        if not self._is_ours():
            return
        assert self._job is not None
        assert isinstance(self._job.request, AskPush)
        done = [*self._done, *report.done]
        fine = {one.id for one in done if one.fault is None}
        every = dict.fromkeys((*self._todo, *(one.id for one in done)))
        left = [id_ for id_ in every if id_ not in fine]
        asked = only(self._job.request.asked, left)
        self.rest = msgspec.structs.replace(self._job.request, asked=asked) if left else None
        self.reported.emit(report, done)

    @Slot(str)
    def _failed(self, message: str) -> None:
        if self._is_ours():
            self.failed.emit(message)

    @Slot()
    def _cancelled(self) -> None:
        if self._is_ours():
            self.failed.emit("")

    @Slot()
    def _finished(self) -> None:
        if self._is_ours():
            self._job = None
            self.ended.emit()
