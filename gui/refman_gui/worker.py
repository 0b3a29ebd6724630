"""The process that does one task for the window: ``python -P -m refman_gui.worker``.

Standard input brings two frames, the task's module and its request; after them a frame, or the end,
means stop. Standard output gives frames back. A frame is a byte that names its kind, four bytes of
length, and MessagePack.
"""

import logging
import os
import struct
import sys
import threading
from contextlib import suppress
from enum import IntEnum
from importlib import import_module
from typing import BinaryIO

import msgspec

from refman.errors import Cancelled, RefmanError
from refman.progress import CancelToken

__all__ = ["HEADER", "Fault", "FrameKind", "encode_frame", "serve"]

HEADER = struct.Struct(">BI")
_log = logging.getLogger("refman_gui.worker")


class FrameKind(IntEnum):
    """Name what a frame holds."""

    TASK = 1  # the task's module
    REQUEST = 2
    STOP = 3
    PROGRESS = 4  # done, total
    CAME = 5
    SAID = 6
    RESULT = 7
    FAILED = 8  # a Fault
    CANCELLED = 9


class Fault(msgspec.Struct, frozen=True, omit_defaults=True):
    """Tell why a task failed: for people, and whether it is a fault of refman's own."""

    message: str
    is_own: bool = False


def encode_frame(kind: FrameKind, value: object) -> bytes:
    """Return a frame."""
    body = msgspec.msgpack.encode(value)
    return HEADER.pack(kind, len(body)) + body


class _Progress:
    """Tell the window how far the task has come, and hear that it should stop."""

    def __init__(self, reports: "_Reports") -> None:
        self._reports = reports

    def report(self, done: int, total: int | None = None) -> None:
        self._reports.cancel.check()
        self._reports.write(FrameKind.PROGRESS, (done, total))


class _Reports:
    """Write what the task tells to the window."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers = answers
        self._lock = threading.Lock()
        self.cancel = CancelToken()
        self.progress = _Progress(self)

    def write(self, kind: FrameKind, value: object) -> None:
        frame = encode_frame(kind, value)
        try:
            with self._lock:
                self._answers.write(frame)
                self._answers.flush()
        except OSError:  # the window is gone
            self.cancel.cancel()

    def send(self, came: object) -> None:
        self.cancel.check()
        self.write(FrameKind.CAME, came)

    def say(self, text: str) -> None:
        self.write(FrameKind.SAID, text)


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Do the task that the input names, and answer."""
    _, name = _frame(requests)
    _, body = _frame(requests)
    reports = _Reports(answers)
    threading.Thread(target=_hear, args=(requests, reports.cancel), daemon=True).start()
    try:
        task = import_module(msgspec.msgpack.decode(name, type=str))
        request = msgspec.msgpack.decode(body, type=task.Request)
        reports.write(FrameKind.RESULT, task.run(request, reports))
    except Cancelled:
        reports.write(FrameKind.CANCELLED, None)
    except RefmanError as error:
        _log.debug("fault", exc_info=True)
        reports.write(FrameKind.FAILED, Fault(str(error)))
    except Exception as error:  # noqa: BLE001 - the job's last door: nobody else is left to tell
        _log.exception("a fault in refman itself")
        told = f"a fault in refman itself ({type(error).__name__}: {error})"
        reports.write(FrameKind.FAILED, Fault(told, is_own=True))


def _hear(requests: BinaryIO, cancel: CancelToken) -> None:
    requests.read(1)  # a frame that says stop, or the end: the window is gone
    cancel.cancel()


def _frame(stream: BinaryIO) -> tuple[int, bytes]:
    kind, length = HEADER.unpack(_exactly(stream, HEADER.size))
    return kind, _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    """Read from a stream without a buffer, whose lock a thread would hold at the process's end."""
    whole = bytearray()
    while len(whole) < length:
        if not (part := stream.read(length - len(whole))):
            raise SystemExit  # the window is gone
        whole += part
    return bytes(whole)


def main() -> None:
    """Serve standard input."""
    logging.basicConfig(level=logging.WARNING, format="refman: %(message)s")
    # What a library prints must not get between the answers.
    with (
        suppress(BrokenPipeError),  # the window is gone, and what was not yet written goes nowhere
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as answers,
        os.fdopen(os.dup(sys.stdin.fileno()), "rb", buffering=0) as requests,
    ):
        os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
        serve(requests, answers)


if __name__ == "__main__":
    main()
