"""PDFs opened in a process of their own, with bounds of time and memory.

A PDF is a program of sorts: it can loop, unpack a kilobyte into gigabytes, nest without end. The
process that reads one is stopped when it takes too long, and cannot take more memory than it may.
It is kept for the next PDF, for starting it costs more than reading most of them.
"""

import math
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Self

import msgspec

import refman
from refman.errors import InputError
from refman.reading.pdf.content import PdfContent
from refman.reading.pdf.worker import HEADER, LENGTH, Answer

__all__ = ["PDF_MEMORY_MB", "PDF_SECONDS", "PdfProcess"]

PDF_SECONDS = 20
"""How long one PDF may take."""

PDF_MEMORY_MB = 1024
"""How much memory the process may take, in MiB, its own 150 or so included."""

_MOST_ANSWER = 64 << 20
_MODULE = "refman.reading.pdf.worker"


class PdfProcess:
    """Read PDFs, one after the other, in one process that starts with the first of them.

    To be used in a ``with`` block, whose end ends the process.
    """

    def __init__(self, *, seconds: float = PDF_SECONDS, memory_mb: int = PDF_MEMORY_MB) -> None:
        self._seconds = seconds
        self._memory_mb = memory_mb
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self.close()

    def close(self) -> None:
        """End the process; the next PDF starts another."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                _close(stream)
        process.wait()

    def read(self, data: bytes | bytearray, source: str) -> PdfContent:
        """Return what stands in a PDF.

        Args:
            data: the whole file.
            source: its name, for messages.

        Raises:
            InputError: it needs a password, takes too much time or memory, or is too damaged.
        """
        with self._lock:
            answer, is_late = self._asked(data)
        name = "standard input" if source == "-" else source
        if answer is not None and answer.content is not None:
            return answer.content
        if is_late:
            told = (
                f"{name} took longer than {self._seconds:g} s to read and was stopped; "
                "save it anew with another program, or set reading.pdf_seconds higher"
            )
        elif answer is None or answer.memory:
            told = (
                f"{name} takes more memory to read than {self._memory_mb} MiB and was stopped; "
                "save it anew with another program, or set reading.pdf_memory_mb higher"
            )
        elif answer.locked:
            told = f"{name} is locked by a password; save a copy without one and read that"
        else:
            told = (
                f"{name} is a damaged PDF ({answer.fault}); "
                "open it in a viewer and save or print it anew"
            )
        raise InputError(told, source=source)

    def _asked(self, data: bytes | bytearray) -> tuple[Answer | None, bool]:
        """Return the answer, or None where the process died, and whether it was out of time."""
        process = self._started()
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, stop)
        timer.start()
        answer: Answer | None = None
        try:
            answer = _answer_of(process, data, math.ceil(self._seconds))
        finally:
            timer.cancel()
            timer.join()
            if answer is None:
                self.close()
        return answer, late.is_set()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                # -P: a pypdf.py beside the PDFs is not the one to import.
                [sys.executable, "-P", "-m", _MODULE, str(self._memory_mb)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        return self._process


def _answer_of(
    process: subprocess.Popen[bytes], data: bytes | bytearray, seconds: int
) -> Answer | None:
    """Return what the process answers; None where it dies, or what it says is no answer."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(HEADER.pack(len(data), seconds))
        process.stdin.write(data)
        process.stdin.flush()
        header = process.stdout.read(LENGTH.size)
        if len(header) < LENGTH.size or (length := LENGTH.unpack(header)[0]) > _MOST_ANSWER:
            return None
        return msgspec.msgpack.decode(process.stdout.read(length), type=Answer)
    except (OSError, msgspec.MsgspecError):
        return None


def _close(stream: IO[bytes]) -> None:
    try:
        stream.close()
    except OSError:  # what was not written when the process died
        return


def _environment() -> dict[str, str]:
    """Return the environment, with the folder of this very package to import from."""
    package = str(Path(refman.__file__).resolve().parent.parent)
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
