"""A line to one origin: any method, no other host, nothing repeated, and no key told."""

import socket
import threading
import time

import pytest

from refman.errors import AddressError, AnswerError, Cancelled, OfflineError, UnreachableError
from refman.progress import CancelToken
from refman.settings import WebSettings
from refman.web import adapter
from refman.web.line import Line, _OneOrigin
from tests.web.servers import say

KEY = "dont-tell-this"


@pytest.fixture
def line_to(cancel):
    """Open a line."""
    lines = []

    def open_(url, *, resolver=None, keys=(KEY,), advice=None, **web) -> Line:
        lines.append(
            Line(
                url,
                WebSettings(**web),
                cancel,
                source="Zotero",
                advice=advice,
                keys=keys,
                resolver=resolver,
            )
        )
        return lines[-1]

    yield open_
    for line in lines:
        line.close()


def to(*addresses):
    """Return a resolver that says so of every name."""

    def resolve(host, port, type=0):  # noqa: A002 - as the standard library has it
        return [
            (socket.AF_INET6 if ":" in each else socket.AF_INET, type, 6, "", (each, port))
            for each in addresses
        ]

    return resolve


class Bytes:
    def __init__(self, data: bytes) -> None:
        self._data = data

    def __len__(self) -> int:
        return 9

    def __iter__(self):
        return iter(())

    def read(self, size: int = -1, /) -> bytes:
        part, self._data = self._data[:4], self._data[4:]
        return part


@pytest.mark.parametrize("method", ["GET", "POST", "PATCH", "PUT", "DELETE"])
def test_it_asks_by_any_method_and_as_nobody_else(serve, line_to, method, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    server = serve(say(204, "", set_cookie="a=b"))
    line = line_to(f"{server.url}/elsewhere")
    for _ in range(2):
        raw = line.ask(
            method, "/api/a%20b?c=d", params=[("q", "a b")], headers={"Zotero-API-Version": "3"}
        )
    assert (raw.status, raw.body) == (204, b"")
    asked = server.asked[1]
    assert (asked.method, asked.target) == (method, "/api/a%20b?c=d&q=a+b")
    assert asked.headers["user-agent"].startswith("refman/")
    assert asked.headers["zotero-api-version"] == "3"
    assert not {"origin", "cookie", "authorization"} & set(asked.headers)
    assert ("content-length" in asked.headers) is (method != "GET")


@pytest.mark.parametrize("more", [{"body": b"some-body"}, {"stream": Bytes(b"some-body")}])
def test_a_body_is_sent_with_its_length(serve, line_to, more):
    server = serve(say())
    line_to(server.url).ask("POST", "/", **more)
    assert server.asked[0].body == b"some-body"
    assert server.asked[0].headers["content-length"] == "9"
    assert "transfer-encoding" not in server.asked[0].headers


@pytest.mark.parametrize("status", [302, 307, 404, 503])
def test_whatever_is_answered_is_the_answer(serve, line_to, status):
    server = serve(say(status, "a", location="http://127.0.0.1:1/", retry_after="1"))
    raw = line_to(server.url).ask("POST", "/", body=b"a")
    assert (raw.status, raw.body, raw.headers["retry-after"]) == (status, b"a", "1")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    "url", ["http://10.0.0.1/", "http://192.168.1.7:23119/", "http://[fe80::1]/", "http://0.0.0.0/"]
)
def test_private_networks_are_not_asked(line_to, url):
    with pytest.raises(AddressError, match=r"Zotero lies in a private network \(http"):
        line_to(url, allowed_hosts=("10.0.0.1", "192.168.1.7")).ask("GET", "/")


@pytest.mark.parametrize(
    ("url", "addresses", "reached"),
    [
        ("https://api.example.org/", ["127.0.0.1"], []),
        ("https://api.example.org/", ["10.1.1.1", "93.184.216.34"], ["93.184.216.34"]),
        ("http://localhost:23119/", ["93.184.216.34", "10.1.1.1"], []),
        ("http://localhost.:23119/", ["::1", "127.0.0.1"], ["::1", "127.0.0.1"]),
        ("http://[::1]:23119/", ["::1"], ["::1"]),
    ],
)
def test_a_name_is_believed_where_it_leads_to_what_it_is(
    line_to, url, addresses, reached, monkeypatch
):
    tried = []

    def connect(family, kind, number, place, *_):
        tried.append(place[0])
        raise ConnectionRefusedError

    monkeypatch.setattr(adapter, "connect", connect)
    with pytest.raises(UnreachableError if reached else AddressError):
        line_to(url, resolver=to(*addresses)).ask("GET", "/")
    assert tried == reached


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_a_stranger_cannot_name_this_computer(cancel, host):
    line = Line(
        f"https://{host}/",
        WebSettings(offline=host == "localhost"),
        cancel,
        source="a store",
        is_from_stranger=True,
        resolver=to("::1", "127.0.0.1"),
    )
    with pytest.raises(OfflineError if host == "localhost" else AddressError):
        line.ask("POST", "/")
    line.close()


def test_the_guard_knows_no_other_host():
    local, web = _OneOrigin("127.0.0.1", 1, is_local=True), _OneOrigin("a.b", 443, is_local=False)
    assert local.check("127.0.0.1", "127.0.0.1", 1)
    assert not local.check("127.0.0.1", "127.0.0.1", 2)
    assert not local.check("127.0.0.1", "localhost", 1)
    assert web.check("93.184.216.34", "a.b.", 443)
    assert not web.check("93.184.216.34", "a.c", 443)


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/", "127.0.0.1", "http://me:you@127.0.0.1/", ""])
def test_what_is_no_address_is_told_at_once(line_to, url):
    with pytest.raises(AddressError):
        line_to(url)


@pytest.mark.parametrize("path", ["", "api", "@10.0.0.1/", ".example.org/", ":80/"])
def test_a_path_cannot_lead_to_another_host(line_to, path):
    with pytest.raises(AddressError, match="the address is not valid"):
        line_to("http://127.0.0.1").ask("GET", path)


def test_offline_this_computer_is_asked_and_the_web_is_not(serve, line_to):
    server = serve(say())
    assert line_to(server.url, offline=True).ask("GET", "/").status == 200
    line = line_to("https://api.zotero.org", offline=True, resolver=to("127.0.0.1"))
    with pytest.raises(OfflineError, match=r"is not asked, for web\.offline is set"):
        line.ask("GET", "/")


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("http://127.0.0.1:23119/a/b?c=d", "/a/b?c=d"),
        ("http://localhost:23119", "/"),
        ("http://[::1]:23119/a", "/a"),
        ("https://127.0.0.1:23119/a", None),
        ("http://127.0.0.1:23120/a", None),
        ("http://127.0.0.2:23119/a", None),
        ("http://me@127.0.0.1:23119/a", None),
        ("http://127.0.0.1:99999/a", None),
        ("/a", None),
        ("http://[", None),
    ],
)
def test_what_is_of_this_origin(line_to, url, path):
    assert line_to("http://127.0.0.1:23119").own_path(url) == path
    web = line_to("https://api.zotero.org")
    assert web.url == "https://api.zotero.org"
    assert web.own_path("https://api.zotero.org:443/a") == "/a"
    assert web.own_path("https://localhost/a") is None


def test_where_nobody_answers_it_says_what_to_do(line_to):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    line = line_to(f"http://127.0.0.1:{port}", advice="open it")
    with pytest.raises(UnreachableError) as caught:
        line.ask("GET", "/api/")
    assert str(caught.value) == (
        f"Zotero refuses connections (http://127.0.0.1:{port}/api/); open it"
    )
    assert (caught.value.source, caught.value.why) == ("Zotero", "refuses connections")


def test_an_answer_is_bounded(serve, line_to):
    line = line_to(serve(say(200, "x" * 600_000)).url, limit_mb=0.5, advice="open it")
    with pytest.raises(AnswerError, match=r"sends more than 0\.5 MiB \(web\.limit_mb\) \(http"):
        line.ask("GET", "/")


def test_some_answers_may_take_longer(serve, line_to):
    def late(connection):
        time.sleep(0.3)
        connection.sendall(say())

    line = line_to(serve(late).url, read_seconds=0.05, answer_seconds=0.05)
    with pytest.raises(UnreachableError, match="takes too long to answer"):
        line.ask("GET", "/")
    assert line.ask("POST", "/", seconds=20).status == 200


def test_a_cancel_is_heard_while_the_answer_is_waited_for(serve, line_to, cancel):
    asked = threading.Event()

    def never(connection):
        asked.set()
        connection.recv(1)

    line = line_to(serve(never).url)
    stopper = threading.Thread(target=lambda: (asked.wait(10), cancel.cancel()))
    stopper.start()
    with pytest.raises(Cancelled):
        line.ask("POST", "/", body=b"a", seconds=300)
    stopper.join()


def test_keys_are_told_nowhere(serve, line_to, caplog):
    caplog.set_level("DEBUG")
    server = serve(say(400, KEY), lambda connection: None)
    line = line_to(server.url)
    line.redaction.learn("nor-this")
    raw = line.ask("POST", f"/a/{KEY}?b=nor-this", headers={"Zotero-API-Key": KEY})
    told = line.refusal(raw, "refuses it", "ask anew")
    assert str(told) == f"Zotero refuses it ({server.url}/a/***); ask anew"
    assert told.url == f"{server.url}/a/***?b=***"
    assert (told.status, told.why, told.source) == (400, "refuses it", "Zotero")
    with pytest.raises(UnreachableError) as caught:
        line.ask("GET", f"/a/{KEY}/nor-this", headers={"Zotero-API-Key": "nor-this"})
    with pytest.raises(AddressError) as invalid:
        line.ask("GET", "/", headers={"Zotero-API-Key": f" {KEY}\n"})
    for error in (caught.value, invalid.value):
        assert KEY not in f"{error!r} {error.url}"
        assert "nor-this" not in f"{error!r} {error.url}"
    assert caplog.records
    assert KEY not in caplog.text
    assert "nor-this" not in caplog.text


def test_a_line_that_was_not_asked_can_be_closed():
    line = Line("http://127.0.0.1", WebSettings(), CancelToken(), source="Zotero")
    line.close()
