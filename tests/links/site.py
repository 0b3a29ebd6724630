"""Many hosts on one port of 127.0.0.1, told apart by name, which answer as a test wants."""

import datetime as dt
import json
import socket
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import msgspec

from refman.progress import CancelToken
from refman.settings import Settings, SourceSettings, SourcesSettings, WebSettings
from refman.web.polite import PoliteWeb
from tests.web.conftest import FakeTimes

NOW = dt.datetime(2031, 5, 4, 3, 2, 1, tzinfo=dt.UTC)
HOSTS = (
    "lamps.example", "www.lamps.example", "new.example", "doi.org", "bit.ly", "t.co", "hf.co",
    "github.com", "huggingface.co", "accounts.google.com", "hugedomains.com", "x.com",
    "bilibili.com", "publisher.example", "busy.example", "lab.example",
)  # fmt: skip
"""Those that may be asked though they lie here; all others are taken for private."""


def page(status=200, body="<title>A page</title>", **headers):
    """An answer; names of headers have "_" for "-"."""
    body = body.encode() if isinstance(body, str) else body
    return status, {name.replace("_", "-"): value for name, value in headers.items()}, body


def to(location, status=301):
    return page(status, "", location=location)


def told(value, status=200, **headers):
    """An answer in JSON."""
    return page(status, json.dumps(value), content_type="application/json", **headers)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_) -> None:
        """Say nothing: who has seen enough of a body hangs up."""


class Site:
    """Answer by "host/path", or by "HEAD host/path" for that method alone; else with 404.

    In targets and bodies {port} stands for the port. A route may be a function of no arguments.
    """

    def __init__(self, routes=()) -> None:
        self.routes = dict(routes)
        self.asked: list[tuple[str, str]] = []
        self.came = threading.Condition()
        self.released = threading.Event()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self._thread.start()

    def __enter__(self) -> "Site":
        return self

    def __exit__(self, *_) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def url(self, place: str) -> str:
        """The address of "host/path" here."""
        host, slash, path = place.partition("/")
        return f"http://{host}:{self.port}{slash}{path}"

    def counts(self) -> Counter[tuple[str, str]]:
        return Counter(self.asked)

    def settings(self, *, key=None, **web) -> Settings:
        def source(name):
            return SourceSettings(
                base_url=f"http://127.0.0.1:{self.port}/{name}",
                key=key,
                requests_per_second=1000.0,
                concurrency=4,
            )

        return Settings(
            web=WebSettings(**({"retries": 1, "allowed_hosts": HOSTS} | web)),
            sources=SourcesSettings(github=source("github"), hugging_face=source("hf")),
        )

    def web(self, *, cache=None, cancel=None, key=None, times=None, **web) -> PoliteWeb:
        """A client that finds all names here, and none below "nowhere"."""
        return PoliteWeb(
            self.settings(key=key, **web),
            cache_file=cache,
            cancel=cancel or CancelToken(),
            times=times or msgspec.structs.replace(FakeTimes().times, now=lambda: NOW),
            resolver=_resolve,
        )

    def _handler(self):
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host = self.headers["host"].partition(":")[0]
                place = f"{host}{self.path}"
                with site.came:
                    site.asked.append((self.command, place))
                    site.came.notify_all()
                missing = page(404, "nothing here")
                route = site.routes.get(f"{self.command} {place}")
                route = route or site.routes.get(place, missing)
                status, headers, body = route() if callable(route) else route
                body = body.replace(b"{port}", str(site.port).encode())
                self.send_response_only(status, "Said")
                for name, value in headers.items():
                    self.send_header(name, value.replace("{port}", str(site.port)))
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(body)

            do_HEAD = do_GET  # noqa: N815 - as the standard library has it

            def log_message(self, *_) -> None:
                """Say nothing."""

        return Handler


def _resolve(host, port, **_):
    if host.endswith("nowhere"):
        raise socket.gaierror(-2, "Name or service not known")
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]
