"""Questions about one address alone: not followed, kept whatever it says, its body cut."""

import pytest

from refman.errors import AddressError, AnswerError, SourceAside, UnreachableError
from refman.web import Request
from refman.web.location import location_from
from tests.web.servers import say


def hop(url, **more):
    return Request(url, follow=False, **more)


@pytest.mark.parametrize("status", [200, 301, 302, 307, 308, 401, 403, 404, 405, 410, 451, 999])
@pytest.mark.parametrize("head", [False, True])
def test_it_is_not_followed_and_kept_with_any_status(serve, open_at, status, head):
    server = serve(say(status, "", location="/elsewhere"))
    web = open_at(arxiv=server.url)
    first = web.send(hop(f"{server.url}/a", head=head), source="arxiv")
    again = web.send(hop(f"{server.url}/a", head=head), source="arxiv")
    assert (first.status, first.headers["location"]) == (status, "/elsewhere")
    assert (first.from_cache, again.from_cache) == (False, True)
    assert again.status == status
    assert len(server.asked) == 1


def test_it_is_another_question_than_the_one_that_is_followed(serve, open_at):
    server = serve(say(200, "a"))
    web = open_at(arxiv=server.url)
    for request in (
        Request(f"{server.url}/a"),
        hop(f"{server.url}/a"),
        hop(f"{server.url}/a", head=True),
        hop(f"{server.url}/a", most_bytes=0),
        Request(f"{server.url}/a", also_kept=frozenset({401})),
    ):
        assert not web.send(request, source="arxiv").from_cache
    assert len(server.asked) == 5


def test_a_service_may_have_other_statuses_that_are_kept(serve, open_at):
    server = serve(say(401), say(403), say(403))
    web = open_at(arxiv=server.url)
    for path, status, is_kept in (("a", 401, True), ("b", 403, False)):
        request = Request(f"{server.url}/{path}", also_kept=frozenset({401}))
        assert web.send(request, source="arxiv").status == status
        assert web.send(request, source="arxiv").from_cache is is_kept
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("most", "body"), [(0, b""), (3, b"abc"), (9, b"abcdef"), (None, b"abcdef")]
)
def test_so_much_of_the_body_is_enough(serve, open_at, most, body):
    server = serve(say(200, "abcdef"))
    web = open_at(arxiv=server.url)
    answer = web.send(Request(server.url, most_bytes=most), source="arxiv")
    assert answer.body == body


def test_the_rest_of_a_body_without_end_is_not_waited_for(serve, open_at):
    def for_ever(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 99999999\r\n\r\n" + b"x" * 100_000)
        connection.recv(1)  # until the client hangs up

    server = serve(for_ever)
    web = open_at(arxiv=server.url, limit_mb=0.01)
    request = Request(server.url, most_bytes=5_000)
    assert web.send(request, source="arxiv").body == b"x" * 5_000


def test_errors_tell_status_and_reason(serve, open_at):
    server = serve(say(429, retry_after="99999"))
    web = open_at(arxiv=server.url)
    with pytest.raises(AnswerError) as refused:
        web.send(hop(server.url), source="arxiv")
    with pytest.raises(SourceAside) as aside:
        web.send(hop(f"{server.url}/b"), source="arxiv")
    for caught in (refused.value, aside.value):
        assert caught.status == 429
        assert caught.why.startswith("is asked too much (429)")
    faulty = serve(say(500))
    with pytest.raises(AnswerError) as fault:
        open_at(arxiv=faulty.url, retries=0).send(hop(faulty.url), source="arxiv")
    assert (fault.value.status, fault.value.why) == (500, "has a fault of its own (500)")
    faulty.close()
    with pytest.raises(UnreachableError) as silent:
        open_at(arxiv=faulty.url, retries=0).send(hop(f"{faulty.url}/c"), source="arxiv")
    assert (silent.value.status, silent.value.why) == (None, "refuses connections")


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("/b", "https://a.example/b"),
        (" //b.example ", "https://b.example"),
        ("/caf\xc3\xa9", "https://a.example/café"),
        ("/caf\xe9", "https://a.example/café"),
    ],
)
def test_where_a_header_sends(location, url):
    assert location_from("https://a.example/x", location) == url


def test_what_is_no_address_is_refused():
    with pytest.raises(ValueError, match="IPv6"):
        location_from("https://a.example/x", "http://[::1/")


@pytest.mark.parametrize("url", ["https://[glow.example/x", "https://a.example:x/", "ftp://b/"])
@pytest.mark.parametrize("offline", [False, True])
def test_what_is_no_address_is_not_looked_for_in_the_cache(open_at, url, offline):
    with pytest.raises(AddressError, match="is not an address of the web"):
        open_at(offline=offline).send(hop(url), source="links")
