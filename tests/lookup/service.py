"""The eight services on 127.0.0.1: they answer as the real ones do, from records of the tests.

Each notes what it is asked, minds its own limit, and may have one of the faults of real ones.
"""

import contextlib
import threading
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit

from refman.settings import Settings, SourceSettings, SourcesSettings, WebSettings
from tests.lookup.service_answers import ANSWERS, Asked, Record, Said

NAMES = (
    "arxiv", "crossref", "datacite", "dblp", "hf_papers", "openalex", "openreview",
    "semantic_scholar",
)  # fmt: skip


@dataclass
class Service:
    """One service's state: its fault, how long it thinks, how fast it may be asked."""

    fault: str | None = None
    latency_s: float = 0.0
    interval_s: float = 0.0
    last_end: float = field(default=float("-inf"))
    under_way: int = 0
    most_under_way: int = 0


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: programs that are killed leave their connections open."""


class Services:
    """Serve records until closed."""

    def __init__(self, records: Iterable[Record] = (), *, latency_s: float = 0.0) -> None:
        self.records = list(records)
        self.asked: list[Asked] = []
        self.too_fast: list[Asked] = []
        self.of = {name: Service(latency_s=latency_s) for name in NAMES}
        self.released = threading.Event()
        self.came = threading.Condition()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def __enter__(self) -> "Services":
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def url(self, name: str) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/{name}"

    def settings(self, *, per_second: float = 1000.0, concurrency: int = 4, **web) -> Settings:
        """Return settings that lead here."""
        sources = {
            name: SourceSettings(
                base_url=self.url(name), requests_per_second=per_second, concurrency=concurrency
            )
            for name in NAMES
        }
        return Settings(
            web=WebSettings(**({"retries": 0} | web)), sources=SourcesSettings(**sources)
        )

    def environment(self, *, per_second: float = 1000.0) -> dict[str, str]:
        """Return the same for a program."""
        found = {"REFMAN_WEB__RETRIES": "0"}
        for name in NAMES:
            found[f"REFMAN_SOURCES__{name}__BASE_URL".upper()] = self.url(name)
            found[f"REFMAN_SOURCES__{name}__REQUESTS_PER_SECOND".upper()] = str(per_second)
        return found

    def wait_for(self, number: int) -> None:
        """Wait until so many requests came."""
        with self.came:
            assert self.came.wait_for(lambda: len(self.asked) >= number, 30)

    def wait_for_one(self, name: str) -> None:
        """Wait until a service is asked."""
        with self.came:
            assert self.came.wait_for(lambda: any(one.name == name for one in self.asked), 30)

    def counts(self) -> Counter[str]:
        return Counter(asked.name for asked in self.asked)

    def repeated(self) -> list[tuple[str, str]]:
        """Return what was asked more than once: (service, number or title)."""
        each = Counter(
            (asked.name, what)
            for asked in self.asked
            for what in (asked.identifiers or [asked.title or asked.path])
        )
        return [what for what, number in each.items() if number > 1]

    def _answer(self, asked: Asked) -> Said:
        """Return status, headers, body; wait as long as the service thinks."""
        service = self.of[asked.name]
        with self.came:
            self.asked.append(asked)
            self.came.notify_all()
            service.under_way += 1
            service.most_under_way = max(service.most_under_way, service.under_way)
            if asked.start - service.last_end < service.interval_s:
                self.too_fast.append(asked)
        try:
            if service.latency_s:
                self.released.wait(service.latency_s)
            if service.fault is not None:
                return FAULTS[service.fault]
            return ANSWERS[asked.name](
                asked, [record for record in self.records if record.is_at(asked.name)]
            )
        finally:
            with self.came:
                service.under_way -= 1
                service.last_end = asked.end = time.monotonic()

    def _handler(services) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - self is the handler's
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                _, name, path = parts.path.split("/", 2)
                query = {key: values[0] for key, values in parse_qs(parts.query).items()}
                body = self.rfile.read(int(self.headers.get("content-length") or 0)).decode()
                asked = Asked(name, unquote(path), query, body, time.monotonic())
                status, headers, said = services._answer(asked)
                asked.status = status
                if status == 0:  # nothing at all
                    self.close_connection = True
                    return
                with contextlib.suppress(OSError):
                    self.send_response(status)
                    for key, value in ({"Content-Length": str(len(said))} | headers).items():
                        self.send_header(key, value)
                    self.end_headers()
                    self.wfile.write(said)

            do_POST = do_GET  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        return Handler


FAULTS: dict[str, Said] = {
    "hours": (429, {"Retry-After": "7200"}, b"Too many requests."),
    "page": (200, {"Content-Type": "text/html"}, b"<!doctype html><html>Are you a robot?</html>"),
    "empty": (200, {}, b""),
    "nothing": (0, {}, b""),
    "broken": (500, {}, b"oops"),
}
