"""Work that goes on beside the window: a process each, which can be watched and stopped.

The work itself is a task (``refman_gui.tasks``). What it finds arrives piece by piece, so that no
piece takes the window longer than a few milliseconds.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any, cast

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

import refman_gui
from refman_gui.core_texts import core_text
from refman_gui.tasks import Task
from refman_gui.worker import HEADER, Fault, FrameKind, encode_frame

__all__ = ["Job", "Jobs", "start_window"]

_TURN_S = 0.01
"""So long answers are taken before the window gets its turn."""

_PATIENCE_MS = 3_000
"""So long a process that was asked to stop may take; it may be in the middle of writing."""

_MOST_FRAME = 64 << 20
_MOST_KEPT = 100


class Job(QObject):
    """Run one task, once.

    Signals:
        progressed(done, total): total is None where it is not known.
        came(piece): a piece of the result, of the task's type.
        said(text): what it waits for.
        ended(result), failed(message), cancelled(): one of them, once.
        finished(): after any of these three.

    Attributes:
        title: what a person reads: "Look up 12 papers".
        task, request: what is done; enough to do it again.
        outcome: None while it runs; "done", "failed" or "cancelled" after it.
        message: why it failed, or what it waits for; what came of it, once somebody has noted that.
            Its first line says it all, further ones say more of it.
        rest: what is asked when it is tried again, where that is less than all.
    """

    progressed = Signal(object, object)
    came = Signal(object)
    said = Signal(str)
    ended = Signal(object)
    failed = Signal(str)
    cancelled = Signal()
    finished = Signal()

    def __init__(
        self, title: str, task: Task[Any, Any, Any], request: object, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.title, self.task, self.request = title, task, request
        self.outcome: str | None = None
        self.message = ""
        self.rest: object | None = None
        self.done: int = 0
        self.total: int | None = None
        self._is_stopping = False
        self._is_over = False
        self._buffer = bytearray()
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        # -P: a module beside the user's files is not the one to import.
        self._process.setArguments(["-P", "-m", "refman_gui.worker"])
        self._process.setProcessEnvironment(_environment())
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._take)
        self._process.finished.connect(self._process_finished)
        self._process.errorOccurred.connect(self._process_failed)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._take)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._process.kill)

    @property
    def is_running(self) -> bool:
        """Whether it has neither ended, nor failed, nor been stopped."""
        return self.outcome is None

    @property
    def is_stopping(self) -> bool:
        """Whether it was asked to stop, and has not yet."""
        return self._is_stopping and self.is_running

    @property
    def may_be_repeated(self) -> bool:
        """Whether it makes sense to try it again: it failed, was stopped, or has left something."""
        return self.outcome in {"failed", "cancelled"} or self.rest is not None

    @property
    def is_in_part(self) -> bool:
        """Whether it was done, and has left something."""
        return self.outcome == "done" and self.rest is not None

    def note(self, message: str, rest: object | None = None) -> None:
        """Take note of what came of it.

        Args:
            message: for people.
            rest: what would be asked when it is tried again; None where nothing was left.
        """
        self.message, self.rest = message, rest
        self.said.emit(message)

    def start(self) -> None:
        """Start the process."""
        self._process.start()
        self._process.write(encode_frame(FrameKind.TASK, self.task.module))
        self._process.write(encode_frame(FrameKind.REQUEST, self.request))

    def refuse(self, why: str) -> None:
        """End it before it has begun."""
        self._is_over = True
        self._end("failed", why)

    def cancel(self) -> None:
        """Ask it to stop; what it has written and not acknowledged is not done."""
        if self._is_stopping or not self.is_running:
            return
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return  # it has not begun, or is about to tell how it ended
        self._is_stopping = True
        self._process.write(encode_frame(FrameKind.STOP, None))
        self._patience.start(_PATIENCE_MS)

    def delete(self) -> None:
        """Delete it, when its process is gone."""
        if self._is_over or self._process.state() is QProcess.ProcessState.NotRunning:
            self.deleteLater()
        else:
            self._process.finished.connect(self.deleteLater)

    def wait(self, timeout_ms: int) -> None:
        """Wait for the process to end, and kill it where it does not: the window closes."""
        if self._process.state() is QProcess.ProcessState.NotRunning:
            return
        if not self._process.waitForFinished(timeout_ms):
            self._process.kill()
            self._process.waitForFinished(timeout_ms)

    def _take(self) -> None:
        """Take answers, but not for longer than the window can wait."""
        self._buffer += self._process.readAllStandardOutput().data()
        until, is_first = perf_counter() + _TURN_S, True
        while self.is_running and len(self._buffer) >= HEADER.size:
            kind, length = HEADER.unpack_from(self._buffer)
            if length > _MOST_FRAME:
                self._process.kill()
                self._end("failed", self.tr("it gave an answer that is too large"))
                return
            end = HEADER.size + length
            if len(self._buffer) < end:
                break
            # What is done when all is there has a turn of its own.
            if not is_first and (kind == FrameKind.RESULT or perf_counter() > until):
                self._later.start(0)
                return
            is_first = False
            body = bytes(self._buffer[HEADER.size : end])
            del self._buffer[:end]
            self._heard(FrameKind(kind), body)
        if self._is_over and self.is_running:
            if self._is_stopping:
                self._end("cancelled")
            else:
                self._end("failed", self.tr("it stopped unexpectedly; try it again"))

    def _heard(self, kind: FrameKind, body: bytes) -> None:
        decode: Callable[..., Any] = msgspec.msgpack.decode
        match kind:
            case FrameKind.PROGRESS:
                self.done, self.total = decode(body, type=tuple[int, int | None])
                self.progressed.emit(self.done, self.total)
            case FrameKind.CAME:
                self.came.emit(decode(body, type=self.task.came))
            case FrameKind.SAID:
                self.message = core_text(decode(body, type=str))
                self.said.emit(self.message)
            case FrameKind.RESULT:
                self._end("done", result=decode(body, type=self.task.result))
            case FrameKind.CANCELLED:
                self._end("cancelled")
            case _:
                self._end("failed", core_text(decode(body, type=Fault).message))

    def _process_finished(self) -> None:
        self._patience.stop()
        self._is_over = True
        self._take()

    def _process_failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart and self.is_running:
            self._end("failed", self._process.errorString())

    def _end(self, outcome: str, message: str = "", result: object = None) -> None:
        self.outcome, self.message = outcome, message
        match outcome:
            case "done":
                self.ended.emit(result)
            case "failed":
                self.failed.emit(message)
            case _:
                self.cancelled.emit()
        self.finished.emit()


class Jobs(QObject):
    """Hold the jobs of a window, those that ended among them, the newest last.

    Signals:
        added(job), changed(job): one was started; one has told something or ended.
        removed(job): one that had ended is forgotten.
        repeated(job, anew): one is tried again; who hears the first has to hear the other now.
    """

    added = Signal(Job)
    changed = Signal(Job)
    removed = Signal(Job)
    repeated = Signal(Job, Job)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.all: list[Job] = []
        self._held: str | None = None

    def start(
        self, title: str, task: Task[Any, Any, Any], request: object, *, is_quiet: bool = False
    ) -> Job:
        """Start a job; connect to what it tells before the window's next turn.

        One that is quiet is not among those that are shown, and is forgotten when it ends.
        """
        job = Job(title, task, request, self)
        if is_quiet:
            job.finished.connect(job.delete)
            self._begin(job)
            return job
        job.progressed.connect(self._told)
        job.said.connect(self._told)
        job.finished.connect(self._told)
        self.all.append(job)
        for old in [each for each in self.all if not each.is_running][:-_MOST_KEPT]:
            self.forget(old)
        self.added.emit(job)
        self._begin(job)
        return job

    def _begin(self, job: Job) -> None:
        if self._held is None:
            job.start()
        else:
            QTimer.singleShot(0, job, partial(job.refuse, core_text(self._held)))

    def hold(self, why: str) -> None:
        """Stop all, and let none begin any more; who asks for one is told why."""
        self._held = why
        for job in self.findChildren(Job):
            job.cancel()

    def again(self, job: Job) -> Job:
        """Start what failed, was stopped or has left something once more."""
        asked = job.request if job.rest is None else job.rest
        anew = self.start(job.title, job.task, asked)
        self.repeated.emit(job, anew)
        return anew

    def forget(self, job: Job) -> None:
        """Forget one that has ended."""
        if job in self.all and not job.is_running:
            self.all.remove(job)
            self.removed.emit(job)
            job.delete()

    def running(self) -> list[Job]:
        """Return those that run."""
        return [job for job in self.all if job.is_running]

    def close(self) -> None:
        """Stop all, and wait until none is left."""
        every = self.findChildren(Job)  # also those whose process has yet to go
        for job in every:
            job.cancel()
        for job in every:
            job.wait(_PATIENCE_MS)

    def _told(self) -> None:
        job = self.sender()
        if isinstance(job, Job):
            self.changed.emit(job)


def start_window(library: Path) -> bool:
    """Start a program of its own with a window on another library; return whether it starts."""
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-P", "-m", "refman_gui", "--library", str(library)])
    process.setProcessEnvironment(_environment())
    # Qt's own stubs say that this is a pair, with the process's number; it is a truth only.
    started = cast("bool | tuple[bool, int]", process.startDetached())
    return started[0] if isinstance(started, tuple) else started


def _environment() -> QProcessEnvironment:
    """Return the environment as it is now, with the folder of this very package."""
    environment = QProcessEnvironment()
    for name, value in os.environ.items():
        environment.insert(name, value)
    package = str(Path(refman_gui.__file__).resolve().parent.parent)
    paths = [package, *(path for path in sys.path if path and path != package)]
    environment.insert("PYTHONPATH", os.pathsep.join(paths))
    return environment
