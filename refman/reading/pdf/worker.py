"""A process that opens PDFs for another: ``python -P -m refman.reading.pdf.worker``.

It takes PDFs from standard input and answers on standard output, one after the other, until its
input ends. A request is eight bytes of length, eight of the seconds of processor time that it may
take, and the PDF; an answer is eight bytes of length and an Answer as MessagePack. It is never
given code or objects, so that neither side can be made to run what a PDF holds.
"""

import logging
import os
import struct
import sys
import warnings
from typing import BinaryIO

import msgspec

from refman.reading.pdf.content import PdfContent

__all__ = ["HEADER", "LENGTH", "Answer", "serve"]

HEADER = struct.Struct(">QQ")
LENGTH = struct.Struct(">Q")

_MIB = 1 << 20
_MOST_WORDS = 200


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """Hold what came of a PDF: its content, or why there is none.

    Attributes:
        locked: it needs a password.
        memory: it needs more memory than there is.
        fault: what is wrong with it otherwise.
    """

    content: PdfContent | None = None
    locked: bool = False
    memory: bool = False
    fault: str | None = None


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(header := requests.read(HEADER.size)) == HEADER.size:
        length, seconds = HEADER.unpack(header)
        data = requests.read(length)
        if len(data) < length:
            return
        _limit_time(seconds)
        encoded = msgspec.msgpack.encode(_answer(data))
        answers.write(LENGTH.pack(len(encoded)))
        answers.write(encoded)
        answers.flush()


def _answer(data: bytes) -> Answer:
    # Slow to import, and only this process needs it.
    from refman.reading.pdf.file import LockedPdfError, read_pdf  # noqa: PLC0415

    try:
        return Answer(content=read_pdf(data))
    except LockedPdfError:
        return Answer(locked=True)
    except MemoryError:
        return Answer(memory=True)
    except Exception as error:  # noqa: BLE001 - pypdf says itself that broken files raise anything
        told = " ".join(str(error).split())[:_MOST_WORDS]
        return Answer(fault=told or type(error).__name__)


def _limit_time(seconds: int) -> None:
    """Bound the processor's time, for the case that who waits for the answer is gone."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    spent = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(spent.ru_utime + spent.ru_stime) + seconds + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    if hard == resource.RLIM_INFINITY or soft <= hard:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _limit_memory(mebibytes: int) -> None:
    """Bound the memory; macOS takes the bound but does not keep it, Windows has none."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (mebibytes * _MIB, mebibytes * _MIB))
    except (ValueError, OSError):
        return


def main() -> None:
    """Serve standard input; the one argument is the memory that may be taken, in MiB."""
    _limit_memory(int(sys.argv[1]))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    # What a library prints must not get between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
