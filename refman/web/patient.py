"""Sockets that wait in short slices, so that they hear a cancel and keep to a deadline.

A time-out of the operating system's kind counts from one byte to the next: a server that sends a
byte every few seconds holds a reader for ever, and nothing wakes a thread that waits in ``recv``.
These sockets look up after every slice and every arrival.
"""

import contextlib
import functools
import os
import queue
import selectors
import socket
import ssl
import threading
from collections.abc import Callable, Generator, Iterable
from typing import TYPE_CHECKING, TypeVar

from refman.progress import CancelToken

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["Patience", "PatientContext", "PatientSocket", "TooMuchError", "connect", "resolve"]

SLICE = 0.1
"""How long one wait lasts, in seconds; a cancel is heard within it."""

_Result = TypeVar("_Result")
_Resolver = Callable[..., Iterable[tuple[int, int, int, str, tuple[str, int]]]]


class TooMuchError(Exception):
    """Say that more came than is taken; not an OSError, which would be taken for a bad line."""


class Patience:
    """Know how long the exchanges of each thread may still go on.

    One is shared by all sockets of a client, for these live longer than an exchange and pass from
    thread to thread.
    """

    def __init__(self, cancel: CancelToken, clock: Callable[[], float]) -> None:
        self._cancel = cancel
        self._clock = clock
        self._mine = threading.local()

    @contextlib.contextmanager
    def exchange(self, seconds: float, most_bytes: int) -> Generator[None]:
        """Bound what this thread's sockets do inside: in time, and in bytes that arrive."""
        self._mine.deadline = self._clock() + seconds
        self._mine.left = most_bytes
        try:
            yield
        finally:
            del self._mine.deadline, self._mine.left

    def allow(self, more_bytes: int) -> None:
        """Let more bytes arrive in this exchange."""
        self._mine.left += more_bytes

    @property
    def is_late(self) -> bool:
        """Whether this thread's exchange has used up its time."""
        return bool(self._clock() >= self._mine.deadline)

    def check(self) -> None:
        """Do nothing while this thread's exchange may go on.

        Raises:
            Cancelled: the user stopped the work.
            TimeoutError: the exchange has used up its time.
        """
        self._cancel.check()
        if self.is_late:
            raise TimeoutError("the whole exchange took too long")

    def take(self, arrived: int) -> None:
        """Count bytes that arrived, and check.

        Raises:
            Cancelled: the user stopped the work.
            TimeoutError: the exchange has used up its time.
            TooMuchError: more arrived than is taken.
        """
        self.check()
        self._mine.left -= arrived
        if self._mine.left < 0:
            raise TooMuchError

    def over(self, call: Callable[[], _Result], seconds: float | None) -> _Result:
        """Return what ``call`` returns once it does not time out, for at most so many seconds."""
        began = self._clock()
        while True:
            try:
                return call()
            except TimeoutError:
                self.check()
                if seconds is not None and self._clock() - began >= seconds:
                    raise


class PatientSocket(socket.socket):
    """Wait in slices for as long as ``settimeout`` said, and no longer than its patience."""

    patience: Patience
    _seconds: float | None = None

    def settimeout(self, value: float | None) -> None:
        """Take the time; the operating system's own time-out stays a slice."""
        self._seconds = value
        super().settimeout(SLICE)

    def gettimeout(self) -> float | None:
        """Return what ``settimeout`` was told."""
        return self._seconds

    def recv_into(self, buffer: "WriteableBuffer", nbytes: int = 0, flags: int = 0) -> int:
        """Receive, slice by slice."""
        receive = super().recv_into
        arrived = self.patience.over(lambda: receive(buffer, nbytes, flags), self._seconds)
        self.patience.take(arrived)
        return arrived

    def sendall(self, data: bytes, flags: int = 0) -> None:  # type: ignore[override]  # only bytes
        """Send, slice by slice; ``socket.sendall`` does not tell how far it came."""
        rest = memoryview(data)
        while rest:
            sent = self.patience.over(functools.partial(self.send, rest, flags), self._seconds)
            rest = rest[sent:]
            self.patience.check()


class _PatientTls(ssl.SSLSocket):
    """Do the same over TLS. Its context makes it and knows its patience."""

    _seconds: float | None = None

    def settimeout(self, value: float | None) -> None:
        self._seconds = value
        super().settimeout(SLICE)

    def gettimeout(self) -> float | None:
        return self._seconds

    def do_handshake(self, block: bool = False) -> None:
        handshake = super().do_handshake
        self._patience.over(lambda: handshake(block), self._seconds)

    def recv_into(
        self, buffer: "WriteableBuffer", nbytes: int | None = None, flags: int = 0
    ) -> int:
        receive = super().recv_into
        arrived = self._patience.over(lambda: receive(buffer, nbytes, flags), self._seconds)
        self._patience.take(arrived)
        return arrived

    def send(self, data: bytes, flags: int = 0) -> int:  # type: ignore[override]  # only bytes
        send = super().send
        return self._patience.over(lambda: send(data, flags), self._seconds)

    @property
    def _patience(self) -> Patience:
        assert isinstance(self.context, PatientContext)  # no other makes these sockets
        return self.context.patience


class PatientContext(ssl.SSLContext):
    """Verify certificates as a browser does, and make patient sockets."""

    sslsocket_class = _PatientTls
    patience: Patience


def tls_context(patience: Patience, authorities: str) -> PatientContext:
    """Return a context that trusts the system's authorities and those of a file.

    The system's are added for networks that have an authority of their own; ``SSL_CERT_FILE`` and
    ``SSL_CERT_DIR`` name them where they lie elsewhere.
    """
    context = PatientContext(ssl.PROTOCOL_TLS_CLIENT)
    context.patience = patience
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_default_certs()
    context.load_verify_locations(authorities)
    return context


def resolve(
    host: str, port: int, patience: Patience, resolver: _Resolver
) -> list[tuple[int, int, int, tuple[str, int]]]:
    """Return what a name stands for: family, kind, protocol and address, the preferred ones first.

    The system's resolver cannot be interrupted. It works in a thread of its own, which is left to
    itself if the work is stopped before it has answered.

    Raises:
        OSError: the name is not known.
        Cancelled: the user stopped the work.
    """
    answers: queue.SimpleQueue[list[tuple[int, int, int, tuple[str, int]]] | Exception] = (
        queue.SimpleQueue()
    )

    def ask() -> None:
        try:
            found = resolver(host, port, type=socket.SOCK_STREAM)
            answers.put([(family, kind, number, to) for family, kind, number, _, to in found])
        except Exception as error:  # noqa: BLE001 - handed over to the one who waits
            answers.put(error)

    threading.Thread(target=ask, name="refman-resolver", daemon=True).start()
    while True:
        try:
            answer = answers.get(timeout=SLICE)
        except queue.Empty:
            patience.check()
        else:
            break
    patience.check()
    if isinstance(answer, Exception):
        raise answer
    return answer


def connect(
    family: int,
    kind: int,
    number: int,
    to: tuple[str, int],
    patience: Patience,
    seconds: float | None,
) -> PatientSocket:
    """Return a socket that is connected to an address.

    Raises:
        OSError: it cannot be; TimeoutError after so many seconds.
        Cancelled: the user stopped the work.
    """
    made = PatientSocket(family, kind, number)
    try:
        made.patience = patience
        made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        made.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            made.connect(to)
        patience.over(lambda: _await_connection(made), seconds)
        made.settimeout(seconds)
    except BaseException:
        made.close()
        raise
    return made


def _await_connection(made: socket.socket) -> None:
    with selectors.DefaultSelector() as selector:
        selector.register(made, selectors.EVENT_WRITE)
        if not selector.select(SLICE):
            raise TimeoutError("connecting took too long")
    if fault := made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
        raise OSError(fault, os.strerror(fault))
