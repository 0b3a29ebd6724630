"""A small server of HTTP on 127.0.0.1: one request a connection, answered by one function."""

import contextlib
import json
import socket
import threading
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import parse_qsl, unquote

REASONS = {
    200: "OK",
    201: "Created",
    204: "No Content",
    302: "Found",
    304: "Not Modified",
    400: "Bad Request",
    403: "Forbidden",
    404: "Not Found",
    409: "Conflict",
    412: "Precondition Failed",
    500: "Internal Server Error",
    501: "Not Implemented",
    503: "Service Unavailable",
}
"""Zotero knows no others: it writes "undefined" for them."""


class Asked(NamedTuple):
    """A request as it came; header names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return unquote(self.target.partition("?")[0])

    @property
    def query(self) -> list[tuple[str, str]]:
        return parse_qsl(self.target.partition("?")[2], keep_blank_values=True)

    def one(self, name: str) -> str | None:
        """Return the first parameter of this name."""
        return next((value for found, value in self.query if found == name), None)

    def json(self):
        """Return what the body says; ValueError where that is not JSON."""
        return json.loads(self.body.decode("utf-8"))

    @property
    def media_type(self) -> str | None:
        found = self.headers.get("content-type")
        return None if found is None else found.partition(";")[0].strip().lower()


class Reply(NamedTuple):
    """An answer; a body that is no text and no bytes is written as JSON."""

    status: int = 200
    body: object = b""
    headers: dict[str, str] = {}  # noqa: RUF012 - never changed

    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        if isinstance(self.body, str):
            return self.body.encode()
        return json.dumps(self.body, indent=4, ensure_ascii=False).encode()

    def wire(self, version: str) -> bytes:
        """Return the bytes to send.

        As Zotero's own server does it, HTTP/1.0 tells no length where there is a body: its end
        is that of the connection.
        """
        content = b"" if self.status in {204, 304} else self.content()
        headers = dict(self.headers)
        if not isinstance(self.body, bytes | str):
            headers.setdefault("Content-Type", "application/json")
        elif content:
            headers.setdefault("Content-Type", "text/plain")
        if version != "1.0" or not content:
            headers["Content-Length"] = str(len(content))
        headers["Connection"] = "close"
        lines = [f"HTTP/{version} {self.status} {REASONS.get(self.status, 'undefined')}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + content


class Fault(NamedTuple):
    """What goes wrong with a request: see ``StandIn.fail_next``."""

    method: str
    prefix: str
    reply: Reply | str

    def fits(self, asked: Asked) -> bool:
        return asked.method == self.method and asked.path.startswith(self.prefix)


class Listener:
    """Listen, and answer each connection in a thread of its own."""

    def __init__(
        self, answer: Callable[[Asked], bytes], *, port: int = 0, on_close: Callable[[], None]
    ) -> None:
        self._answer = answer
        self._on_close = on_close
        self._lock = threading.Lock()
        self._open: set[socket.socket] = set()
        self._threads: set[threading.Thread] = set()
        self._closed = False
        self._socket = socket.create_server(("127.0.0.1", port), backlog=64)
        self.port = self._socket.getsockname()[1]
        self._accepting = threading.Thread(target=self._accept, name="stand-in")
        self._accepting.start()

    def close(self) -> None:
        """Stop, and wait until all threads are gone."""
        self._on_close()
        with self._lock:
            self._closed = True
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        with contextlib.suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._accepting.join(10)
        for thread in list(self._threads):
            thread.join(10)
            assert not thread.is_alive()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            thread = threading.Thread(target=self._serve, args=(connection,), name="stand-in")
            with self._lock:
                self._threads.add(thread)
                self._open.add(connection)
                if self._closed:
                    connection.close()
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, contextlib.suppress(OSError):
                asked = _read(connection)
                if asked is not None and (wire := self._answer(asked)):
                    connection.sendall(wire)
                # else the client sees nothing but the end of the connection
        finally:
            with self._lock:
                self._open.discard(connection)
                self._threads.discard(threading.current_thread())


def _read(connection: socket.socket) -> Asked | None:
    """Return the request of a connection; None where it ends too early."""
    data = b""
    while b"\r\n\r\n" not in data:
        if not (part := connection.recv(65536)):
            return None
        data += part
    head, _, body = data.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    method, target, _ = first.split(" ")
    headers = {
        name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
    }
    parts, left = [body], _length(headers) - len(body)
    while left > 0:
        if not (part := connection.recv(min(left, 1 << 20))):
            return None
        parts.append(part)
        left -= len(part)
    return Asked(method, target, headers, b"".join(parts))


def _length(headers: dict[str, str]) -> int:
    told = headers.get("content-length", "")
    return int(told) if told.isdecimal() else 0
