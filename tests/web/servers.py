"""A server on 127.0.0.1 that sends the very bytes a test wants, and notes what it is asked."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable
from typing import NamedTuple

Talk = Callable[[socket.socket], None]


class Asked(NamedTuple):
    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    at: float


def say(status: int = 200, body: bytes | str = b"{}", **headers: str) -> bytes:
    """Return a whole answer; header names have "_" for "-"; None leaves one out."""
    if isinstance(body, str):
        body = body.encode()
    fields = {"content-length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    lines = [f"HTTP/1.1 {status} Said"]
    lines += [f"{name}: {value}" for name, value in fields.items() if value is not None]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body


class Server:
    """Answer each request by the next reply, the last one for ever.

    A reply is the bytes of the answer, or a function that talks on the connection itself, after
    which the connection is closed.
    """

    def __init__(self, *replies: bytes | Talk, context=None) -> None:
        self.replies = list(replies)
        self.asked: list[Asked] = []
        self.connections = 0
        self.under_way = self.most_under_way = 0
        self._context = context
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self.port}"
        self._start(self._accept)

    def close(self) -> None:
        """Stop, and wait until all threads are gone."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(10)
            assert not thread.is_alive()

    def _start(self, work, *arguments) -> None:
        thread = threading.Thread(target=work, args=arguments)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._start(self._serve, connection)

    def _serve(self, connection: socket.socket) -> None:
        with contextlib.ExitStack() as stack:
            stack.enter_context(contextlib.suppress(OSError))
            stack.enter_context(connection)
            if self._context is not None:
                connection = self._context.wrap_socket(connection, server_side=True)
                stack.enter_context(connection)
            with self._lock:
                self._open.add(connection)
            stack.callback(self._forget, connection)
            while (asked := self._read(connection)) is not None:
                with self._lock:
                    self.asked.append(asked)
                    reply = self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]
                    self.under_way += 1
                    self.most_under_way = max(self.most_under_way, self.under_way)
                try:
                    if callable(reply):
                        reply(connection)
                        return
                    connection.sendall(b"" if asked.method == "HEAD" else reply)
                    if asked.method == "HEAD":
                        connection.sendall(reply.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
                finally:
                    with self._lock:
                        self.under_way -= 1

    def _forget(self, connection: socket.socket) -> None:
        with self._lock:
            self._open.discard(connection)

    @staticmethod
    def _read(connection: socket.socket) -> Asked | None:
        data = b""
        while b"\r\n\r\n" not in data:
            if not (part := connection.recv(65536)):
                return None
            data += part
        head, _, body = data.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in lines)
        }
        while len(body) < int(headers.get("content-length", "0")):
            body += connection.recv(65536)
        method, target, _ = first.split(" ")
        return Asked(method, target, headers, body, time.monotonic())
