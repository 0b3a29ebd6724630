"""Names, addresses, connections, certificates, and the end of waiting for them."""

import datetime as dt
import errno
import ipaddress
import socket
import ssl
import threading

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from refman.errors import AddressError, Cancelled, UnreachableError
from refman.web import Request, adapter
from refman.web.polite import Times
from tests.web.conftest import FakeTimes
from tests.web.servers import say

TCP = (socket.SOCK_STREAM, socket.IPPROTO_TCP, "")


def found(*addresses):
    """Return a resolver that gives these addresses, a list at each call, the last for ever."""
    answers = list(addresses)
    asked = []

    def resolve(host, port, type=0):  # noqa: A002 - as the standard library has it
        asked.append(host)
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        return [
            (socket.AF_INET6 if ":" in address else socket.AF_INET, *TCP, (address, port))
            for address in answer
        ]

    resolve.asked = asked
    return resolve


@pytest.fixture
def connected(monkeypatch):
    """Note the addresses that are connected to; connect to none of them."""
    noted = []

    def connect(family, kind, number, to, patience, seconds):
        noted.append(to[0])
        raise OSError(errno.ENETUNREACH, "no way there")

    monkeypatch.setattr(adapter, "connect", connect)
    return noted


def test_the_connection_goes_to_the_address_that_was_checked(open_at, connected):
    resolver = found(["93.184.216.34"], ["127.0.0.1"])
    web = open_at(resolver=resolver, retries=1)
    with pytest.raises(AddressError, match=r"rebind\.example lies in a private network"):
        web.send(Request("http://rebind.example/"), source="links")
    assert connected == ["93.184.216.34"]
    assert resolver.asked == ["rebind.example"] * 2


def test_of_several_addresses_only_public_ones_are_tried_in_their_order(open_at, connected):
    resolver = found(["10.0.0.1", "2606:2800:220:1::1", "::1", "93.184.216.34", "127.0.0.1"])
    web = open_at(resolver=resolver, retries=0)
    with pytest.raises(UnreachableError, match=r"mixed\.example does not answer"):
        web.send(Request("http://mixed.example/"), source="links")
    assert connected == ["2606:2800:220:1::1", "93.184.216.34"]


@pytest.mark.parametrize("answer", [["10.0.0.1"], ["::ffff:10.0.0.1", "fe80::1"], []])
def test_a_name_that_stands_for_private_addresses_only_is_not_asked(answer, open_at, connected):
    web = open_at(resolver=found(answer))
    with pytest.raises(AddressError):
        web.send(Request("https://inside.example/"), source="links")
    assert connected == []


def test_a_private_address_is_asked_where_the_settings_name_it(serve, open_at):
    server = serve(say())
    resolver = found(["127.0.0.1"])
    url = f"http://mirror.example:{server.port}"
    by_host = open_at(resolver=resolver, allowed_hosts=["mirror.example"], cache=False)
    by_source = open_at(resolver=resolver, arxiv=url, cache=False)
    for web in (by_host, by_source):
        assert web.send(Request(url), source="arxiv").status == 200
    assert server.asked[0].headers["host"] == f"mirror.example:{server.port}"


def test_a_name_that_is_not_known_is_told(open_at):
    def resolve(*_arguments, **_keywords):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    web = open_at(resolver=resolve, retries=0)
    with pytest.raises(UnreachableError, match=r"none.example cannot be found \(is this machine"):
        web.send(Request("http://none.example/"), source="links")


def test_a_second_address_answers_where_the_first_refuses(serve, open_at, monkeypatch):
    server = serve(say())
    web = open_at(
        resolver=found(["127.0.0.2", "127.0.0.1"]), arxiv=f"http://two.example:{server.port}"
    )
    url = f"http://two.example:{server.port}/"
    real = adapter.connect

    def connect(family, kind, number, to, patience, seconds):
        if to[0] == "127.0.0.2":
            raise ConnectionRefusedError
        return real(family, kind, number, to, patience, seconds)

    monkeypatch.setattr(adapter, "connect", connect)
    assert web.send(Request(url), source="arxiv").status == 200


def test_a_refused_connection_is_told(open_at):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    web = open_at(arxiv=f"http://127.0.0.1:{port}", retries=0)
    with pytest.raises(UnreachableError, match="arxiv refuses connections; it is left out"):
        web.send(Request(f"http://127.0.0.1:{port}"), source="arxiv")


def full_queue():
    """Return a listener that takes no more connections, and those that fill it."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    fillers = []
    for _ in range(8):
        filler = socket.socket()
        filler.setblocking(False)
        filler.connect_ex(listener.getsockname())
        fillers.append(filler)
    return listener, fillers


def test_a_connection_that_does_not_come_about_is_given_up(open_at):
    listener, fillers = full_queue()
    try:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        ticking = FakeTimes(step=1.0)
        web = open_at(arxiv=url, connect_seconds=5, answer_seconds=3600, retries=0,
                      times=ticking.times)  # fmt: skip
        with pytest.raises(UnreachableError, match="takes too long"):
            web.send(Request(url), source="arxiv")
        assert ticking.seconds < 100
    finally:
        for each in (listener, *fillers):
            each.close()


def test_sending_a_long_question_to_one_who_does_not_read_is_given_up(serve, open_at):
    listener = socket.create_server(("127.0.0.1", 0))
    try:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        ticking = FakeTimes(step=1.0)
        web = open_at(arxiv=url, answer_seconds=100, retries=0, times=ticking.times)
        with pytest.raises(UnreachableError, match="takes too long"):
            web.send(Request(url, body=bytes(64 * 1024 * 1024)), source="arxiv")
    finally:
        listener.close()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for 127.0.0.1 that nobody vouches for, with its key; the file's path."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "refman tests")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), True)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "server.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


@pytest.fixture
def tls(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def test_a_certificate_that_nobody_vouches_for_sets_the_source_aside_at_once(serve, open_at, tls):
    server = serve(say(), context=tls)
    web = open_at(arxiv=server.url)
    with pytest.raises(UnreachableError, match="certificate that is not valid; it is left out"):
        web.send(Request(server.url), source="arxiv")
    assert server.asked == []
    assert web.aside == [("arxiv", "shows a certificate that is not valid")]


def test_a_certificate_of_the_systems_own_authority_is_taken(
    serve, open_at, tls, certificate, monkeypatch
):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = serve(say(body=b"x" * 300_000), context=tls)
    web = open_at(arxiv=server.url, cache=False)
    for _ in range(2):
        answer = web.send(Request(server.url, body=b"y" * 200_000), source="arxiv")
        assert answer.body == b"x" * 300_000
    assert server.asked[0].body == b"y" * 200_000


def test_a_certificate_is_for_its_host_only(serve, open_at, tls, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = serve(say(), context=tls)
    url = f"https://other.example:{server.port}"
    web = open_at(arxiv=url, resolver=found(["127.0.0.1"]))
    with pytest.raises(UnreachableError, match="certificate"):
        web.send(Request(url), source="arxiv")


def test_one_who_does_not_speak_tls_is_told(serve, open_at):
    listener = socket.create_server(("127.0.0.1", 0))

    def talk():
        connection, _ = listener.accept()
        with connection:
            connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            connection.recv(4096)

    thread = threading.Thread(target=talk)
    thread.start()
    url = f"https://127.0.0.1:{listener.getsockname()[1]}"
    web = open_at(arxiv=url, retries=0)
    with pytest.raises(UnreachableError, match="breaks off the encrypted connection"):
        web.send(Request(url), source="arxiv")
    thread.join(10)
    listener.close()


@pytest.mark.parametrize("where", ["handshake", "answer"])
def test_a_silent_server_behind_tls_is_left(where, serve, open_at, tls, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    ticking = FakeTimes(step=1.0)
    if where == "handshake":
        listener = socket.create_server(("127.0.0.1", 0))
        url = f"https://127.0.0.1:{listener.getsockname()[1]}"
    else:
        listener = None
        url = serve(lambda connection: connection.recv(1), context=tls).url
    web = open_at(arxiv=url, answer_seconds=60, retries=0, times=ticking.times)
    with pytest.raises(UnreachableError, match="takes too long"):
        web.send(Request(url), source="arxiv")
    if listener is not None:
        listener.close()


class CancellingTimes(FakeTimes):
    """Cancel at the look at the clock of this number, without a thread and without a sleep."""

    def __init__(self, token, at_look):
        super().__init__()
        self.token, self.looks_left = token, at_look

    def clock(self):
        self.looks_left -= 1
        if self.looks_left == 0:
            self.token.cancel()
        return super().clock()


def silent(connection):
    connection.recv(1)


def silent_in_the_body(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nx")
    connection.recv(1)


@pytest.mark.parametrize("reply", [silent, silent_in_the_body])
@pytest.mark.parametrize("at_look", [*range(1, 15)])
def test_a_cancel_is_heard_at_any_moment_of_an_exchange(reply, at_look, serve, open_at, cancel):
    server = serve(reply)
    times = CancellingTimes(cancel, at_look)
    web = open_at(arxiv=server.url, times=times.times)
    with pytest.raises(Cancelled):
        web.send(Request(server.url), source="arxiv")
    assert web.aside == []


def test_a_cancel_is_heard_while_a_name_is_looked_up(open_at, cancel):
    gate = threading.Event()

    def resolve(*_arguments, **_keywords):
        cancel.cancel()
        gate.wait(30)
        return []

    web = open_at(resolver=resolve)
    with pytest.raises(Cancelled):
        web.send(Request("http://slow.example/"), source="links")
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "refman-resolver":
            thread.join(10)


def test_a_cancel_is_heard_while_connecting(open_at, cancel):
    listener, fillers = full_queue()
    try:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        web = open_at(arxiv=url, times=CancellingTimes(cancel, 9).times)
        with pytest.raises(Cancelled):
            web.send(Request(url), source="arxiv")
    finally:
        for each in (listener, *fillers):
            each.close()


@pytest.mark.parametrize("where", ["limit", "pause", "hold"])
def test_a_cancel_ends_every_pause(where, serve, open_at, cancel):
    """By the real sleep, of hours: the test would not end."""

    def cancelled_at_once(seconds):
        cancel.cancel()
        cancel.wait(seconds * 10_000)

    replies = {"limit": say(), "pause": say(500), "hold": say(429, retry_after="80000")}
    server = serve(replies[where])
    web = open_at(
        arxiv=server.url,
        times=Times(chance=lambda: 1.0, pause=cancelled_at_once),
        per_second=1 / 3600 if where == "limit" else 1000,
        longest_wait_seconds=86400,
        cache=False,
    )
    if where == "limit":
        web.send(Request(server.url), source="arxiv")
    with pytest.raises(Cancelled):
        web.send(Request(server.url), source="arxiv")
    assert len(server.asked) == 1
    assert web.aside == []


def test_a_cancel_reaches_all_threads(serve, open_at, cancel):
    all_wait = threading.Barrier(7)

    def silent_together(connection):
        all_wait.wait(10)
        connection.recv(1)

    server = serve(silent_together)
    web = open_at(arxiv=server.url, times=Times())
    heard = []

    def work():
        with pytest.raises(Cancelled):
            web.send(Request(server.url), source="arxiv")
        heard.append(True)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    all_wait.wait(10)
    cancel.cancel()
    for thread in threads:
        thread.join(10)
    assert heard == [True] * 6
