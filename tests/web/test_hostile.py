"""Servers that mean harm, or are broken: each is one clear fault, in bounded time and memory."""

import gzip
import itertools
import socket
import struct
import zlib

import pytest

from refman.errors import AddressError, AnswerError, UnreachableError, WebError
from refman.web import Request
from tests.web.conftest import FakeTimes
from tests.web.servers import say

MIB = 1024 * 1024


def for_ever(start: bytes, part: bytes):
    def talk(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in itertools.count():
            connection.sendall(part)

    return talk


def drip(start: bytes, part: bytes):
    """Send a byte at a time, so that no wait for the next one is ever long."""

    def talk(connection: socket.socket) -> None:
        connection.sendall(start)
        for place in itertools.count():
            connection.sendall(part[place % len(part) :][:1])

    return talk


def hang_up(connection: socket.socket) -> None:
    pass


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def silence(connection: socket.socket) -> None:
    connection.recv(1)


def bomb(size: int) -> bytes:
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [pack.compress(bytes(MIB)) for _ in range(size // MIB)]
    return b"".join([*parts, pack.flush()])


CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
PLAIN = b"HTTP/1.1 200 OK\r\n\r\n"
HARM = {
    "endless headers": (for_ever(b"HTTP/1.1 200 OK\r\n", b"x: y\r\n"), WebError, None),
    "an endless header": (for_ever(b"HTTP/1.1 200 OK\r\nx: ", b"y" * 4096), WebError, None),
    "many long headers": (
        for_ever(b"HTTP/1.1 200 OK\r\n", b"x: " + b"y" * 60_000 + b"\r\n"),
        AnswerError,
        "sends more than",
    ),
    "an endless status": (for_ever(b"", b"HTTP/1.1 "), WebError, None),
    "endless provisional answers": (
        for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        AnswerError,
        "sends more than",
    ),
    "an endless body": (for_ever(PLAIN, b"x" * 65536), AnswerError, "sends more than 1 MiB"),
    "endless chunks": (
        for_ever(CHUNKED, b"10000\r\n" + b"x" * 65536 + b"\r\n"),
        AnswerError,
        "sends more than 1 MiB",
    ),
    "an endless trailer": (
        for_ever(CHUNKED + b"1\r\nx\r\n0\r\n", b"x: y\r\n" * 1000),
        AnswerError,
        "sends more than",
    ),
    "a chunk of no size": (for_ever(CHUNKED + b"f" * 18 + b"\r\n", b"x" * 65536),
                           WebError, None),
    "a chunk of nonsense": (say(body=b"zz\r\n", transfer_encoding="chunked", content_length=None),
                            WebError, None),
    "more than is taken": (say(body=b"x" * (MIB + 1)), AnswerError, "sends more than 1 MiB"),
    "a gzip bomb": (
        say(body=bomb(64 * MIB), content_encoding="gzip"),
        AnswerError,
        "sends more than 1 MiB",
    ),
    "a gzip bomb in gzip": (
        say(body=gzip.compress(bomb(256 * MIB)), content_encoding="gzip, gzip"),
        AnswerError,
        "sends more than 1 MiB",
    ),
    "too many wrappings": (
        say(body=b"x", content_encoding=", ".join(["gzip"] * 50)),
        AnswerError,
        "cannot be unpacked",
    ),
    "no gzip": (say(body=b"plain", content_encoding="gzip"), AnswerError, "cannot be unpacked"),
    "less than it said": (
        lambda connection: connection.sendall(say(body=b"ab", content_length="9")),
        UnreachableError,
        "breaks off",
    ),
    "a length of nonsense": (
        lambda connection: connection.sendall(say(body=b"{}", content_length="-1")), None, None),
    "two lengths": (say(body=b"ab", content_length="2, 3"), AnswerError, "cannot be read"),
    "an empty reply": (hang_up, UnreachableError, "breaks off"),
    "a reset": (reset, UnreachableError, "breaks off"),
    "a reset in the body": (
        lambda connection: (connection.sendall(say(body=b"a", content_length="9")),
                            reset(connection)),
        UnreachableError,
        "breaks off",
    ),
    "no HTTP": (lambda connection: connection.sendall(b"SSH-2.0-x\r\n"), UnreachableError,
                "breaks off"),
    "another version": (lambda connection: connection.sendall(b"HTTP/9.9 200 OK\r\n\r\n"),
                        UnreachableError, "breaks off"),
    "headers of nonsense": (
        lambda connection: connection.sendall(b"HTTP/1.1 200 OK\r\n\x00: \xff\r\n x\r\n\r\n{}"),
        None,
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HARM)
def test_harm_is_told(name, serve, open_at):
    reply, kind, words = HARM[name]
    server = serve(reply)
    web = open_at(arxiv=server.url, limit_mb=1, retries=0)
    request = Request(server.url + "/q", params=(("q", "x"),))
    if kind is None:
        assert web.send(request, source="arxiv").status == 200
        return
    with pytest.raises(kind, match=words) as caught:
        web.send(request, source="arxiv")
    assert "\n" not in str(caught.value)
    assert caught.value.source == "arxiv"
    assert caught.value.url.startswith(server.url)
    assert str(caught.value).startswith("arxiv ")
    server.replies = [say()]
    other = Request(server.url + "/other")
    if web.aside:
        assert web.aside == [("arxiv", str(caught.value).split("arxiv ")[1].split(";")[0])]
    else:
        assert web.send(other, source="arxiv").status == 200


@pytest.mark.parametrize(
    "reply",
    [
        drip(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        drip(b"HTTP/1.1 200 OK\r\nx: ", b"y"),
        drip(PLAIN, b"x"),
        drip(CHUNKED, b"1\r\nx\r\n"),
        silence,
        lambda connection: (connection.sendall(PLAIN + b"a"), silence(connection)),
    ],
    ids=["status", "header", "body", "chunks", "silence", "silence in the body"],
)
def test_a_slow_server_is_left_when_the_time_is_over(reply, serve, open_at):
    server = serve(reply)
    ticking = FakeTimes(step=1.0)
    web = open_at(arxiv=server.url, answer_seconds=40, retries=0, times=ticking.times)
    with pytest.raises(UnreachableError, match="takes too long") as caught:
        web.send(Request(server.url), source="arxiv")
    assert web.aside == [("arxiv", "takes too long to answer")]
    assert str(caught.value).count(server.url) == 1


def test_a_silent_server_is_left_before_the_whole_time_is_over(serve, open_at):
    server = serve(silence)
    ticking = FakeTimes(step=1.0)
    web = open_at(
        arxiv=server.url, read_seconds=3, answer_seconds=3600, retries=0, times=ticking.times
    )
    with pytest.raises(UnreachableError, match="takes too long"):
        web.send(Request(server.url), source="arxiv")
    assert ticking.seconds < 100


def test_redirects_in_a_circle_end(serve, open_at):
    server = serve(say(302, location="/again"))
    web = open_at(arxiv=server.url)
    with pytest.raises(AnswerError, match="redirects more than 8 times"):
        web.send(Request(server.url), source="arxiv")
    assert len(server.asked) == 9
    assert web.aside == []


@pytest.mark.parametrize(
    "target",
    [
        "http://169.254.169.254/latest/meta-data/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]:{port}/",
        "http://127.0.0.1:1/",
        "http://localhost:{port}/",
        "http://2130706433:{port}/",
        "http://0x7f000001:{port}/",
        "http://0177.0.0.1:{port}/",
        "http://127.1:{port}/",
        "http://１２７.0.0.1:1/",
        "http://127。0。0。1:1/",
        "http://0:{port}/",
        "http://0.0.0.0:{port}/",
        "http://10.0.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://224.0.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[ff02::1]/",
        "http://[::]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "https://127.0.0.1:1/",
        "file:///etc/passwd",
        "ftp://example.org/",
        "gopher://example.org/",
        "data:text/plain,x",
        "javascript:alert(1)",
        "//169.254.169.254/",
        "http://user:word@example.org/",
        "http://[::1/",
        "http://example.org:99999/",
        "http://example.org:0/",
        "http://exa mple.org/",
        "http://.example.org/",
        "http://" + "a" * 300 + ".example/",
    ],
)
def test_no_redirect_leads_into_a_private_network_or_out_of_the_web(target, serve, open_at):
    victim = serve(say())
    location = target.replace("{port}", str(victim.port)).encode().decode("latin-1")
    server = serve(say(302, location=location))
    web = open_at(arxiv=server.url, retries=0)
    with pytest.raises(AddressError) as caught:
        web.send(Request(server.url), source="arxiv")
    assert (len(server.asked), victim.asked) == (1, [])
    assert "\n" not in str(caught.value)
    assert web.aside == []
