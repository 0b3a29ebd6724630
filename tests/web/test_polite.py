"""What becomes of a question: kept, asked again, given up, left to others."""

import gzip
import logging
import threading
import traceback

import pytest

from refman.errors import (
    AddressError,
    AnswerError,
    Cancelled,
    OfflineError,
    SourceAside,
    UnreachableError,
    WebError,
)
from refman.progress import CancelToken
from refman.settings import Settings
from refman.web import Expects, Request, Web, open_web
from refman.web.polite import Times
from tests.web.servers import say

JSON = Expects.JSON
DAY = 24 * 3600


def test_an_answer_is_what_the_service_said(serve, open_at, fake):
    server = serve(
        say(body=gzip.compress(b'{"a": 1}'), content_encoding="gzip", X_Rate="1", etag='"v1"')
    )
    web: Web = open_at(arxiv=server.url, contact="me@a.example")
    request = Request(
        f"{server.url}/x?a=1",
        params=(("q", "a&b é"), ("q", "2")),
        headers=(("Accept", "application/json"),),
        expects=JSON,
    )
    answer = web.send(request, source="arxiv")
    assert (answer.status, answer.body, answer.from_cache) == (200, b'{"a": 1}', False)
    assert answer.headers["x-rate"] == "1"
    assert answer.url == f"{server.url}/x?a=1&q=a%26b+%C3%A9&q=2"
    assert answer.at == fake.now()
    (asked,) = server.asked
    assert asked.target == "/x?a=1&q=a%26b+%C3%A9&q=2"
    assert asked.headers["user-agent"] == "refman/0.1.0 (+mailto:me@a.example)"
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in asked.headers


def test_without_a_contact_none_is_told(serve, open_at):
    server = serve(say())
    open_at(arxiv=server.url).send(Request(server.url), source="arxiv")
    assert server.asked[0].headers["user-agent"] == "refman/0.1.0"


def test_a_body_goes_by_post_and_a_look_at_the_headers_by_head(serve, open_at):
    server = serve(say(etag="e"))
    web = open_at(arxiv=server.url)
    web.send(Request(server.url, body=b'{"ids": []}'), source="arxiv")
    looked = [web.send(Request(server.url, head=True), source="arxiv") for _ in range(2)]
    assert [(one.method, one.body) for one in server.asked] == [
        ("POST", b'{"ids": []}'), ("HEAD", b""), ("HEAD", b""),
    ]  # fmt: skip
    assert [(answer.body, answer.from_cache) for answer in looked] == [(b"", False)] * 2


def test_one_connection_serves_many_questions(serve, open_at):
    server = serve(say())
    web = open_at(arxiv=server.url)
    for place in range(5):
        web.send(Request(f"{server.url}/{place}"), source="arxiv")
    assert (len(server.asked), server.connections) == (5, 1)


def test_what_is_fresh_in_the_cache_is_not_asked(serve, open_at, fake):
    server = serve(say(body=b'{"n": 1}'), say(body=b'{"n": 2}'))
    request = Request(server.url, expects=JSON)
    first = open_at(arxiv=server.url).send(request, source="arxiv")
    web = open_at(arxiv=server.url, cache_days=30)
    fake.seconds += 29 * DAY
    again = web.send(request, source="arxiv")
    assert (again.body, again.at, again.from_cache) == (first.body, first.at, True)
    young = Request(server.url, expects=JSON, max_age_s=DAY)
    assert web.send(young, source="arxiv").body == b'{"n": 2}'
    assert len(server.asked) == 2


def test_an_answer_from_the_future_is_not_fresh(serve, open_at, fake):
    server = serve(say())
    fake.seconds += DAY
    web = open_at(arxiv=server.url)
    web.send(Request(server.url), source="arxiv")
    fake.seconds -= DAY
    assert not web.send(Request(server.url), source="arxiv").from_cache


def test_an_old_answer_is_confirmed_and_then_as_new(serve, open_at, fake):
    server = serve(
        say(body=b"old", etag='"v1"', last_modified="Sun, 04 May 2031 03:02:01 GMT"),
        say(304, b"", content_length=None),
    )
    web = open_at(arxiv=server.url, cache_days=1)
    request = Request(server.url, headers=(("Accept", "a"),))
    web.send(request, source="arxiv")
    fake.seconds += 2 * DAY
    confirmed = web.send(request, source="arxiv")
    assert (confirmed.body, confirmed.at, confirmed.from_cache) == (b"old", fake.now(), True)
    assert server.asked[1].headers["if-none-match"] == '"v1"'
    assert server.asked[1].headers["if-modified-since"] == "Sun, 04 May 2031 03:02:01 GMT"
    assert server.asked[1].headers["accept"] == "a"
    assert web.send(request, source="arxiv").at == confirmed.at
    assert len(server.asked) == 2


def test_an_old_answer_that_changed_is_replaced(serve, open_at, fake):
    server = serve(say(body=b"old", etag='"v1"'), say(body=b"new", etag='"v2"'))
    web = open_at(arxiv=server.url, cache_days=1)
    web.send(Request(server.url), source="arxiv")
    fake.seconds += 2 * DAY
    for _ in range(2):
        assert web.send(Request(server.url), source="arxiv").body == b"new"
    assert len(server.asked) == 2


def test_nobody_confirms_what_was_not_kept(serve, open_at):
    server = serve(say(304, b""))
    assert open_at(arxiv=server.url).send(Request(server.url), source="arxiv").status == 304


def test_that_something_is_not_known_is_believed_for_a_day(serve, open_at, fake):
    server = serve(say(404, "Resource not found.", etag='"n"'), say(body=b"{}"))
    web = open_at(arxiv=server.url)
    request = Request(server.url, expects=JSON)
    assert web.send(request, source="arxiv").status == 404
    fake.seconds += DAY - 1
    assert web.send(request, source="arxiv").from_cache
    fake.seconds += 2
    assert web.send(request, source="arxiv").status == 200
    assert "if-none-match" not in server.asked[1].headers


@pytest.mark.parametrize(
    "reply",
    [say(401), say(403, '{"message": "Forbidden"}'), say(400), say(200, cache_control="no-store")],
)
def test_what_says_nothing_of_the_question_is_handed_over_but_not_kept(reply, serve, open_at):
    server = serve(reply)
    web = open_at(arxiv=server.url)
    for _ in range(2):
        assert not web.send(Request(server.url, expects=JSON), source="arxiv").from_cache
    assert len(server.asked) == 2
    assert web.aside == []


@pytest.mark.parametrize(
    "fault",
    [lambda connection: None, say(500), say(429), say(200, "<html>"), say(200, "")],
    ids=["silence", "500", "429", "a page", "nothing"],
)
def test_an_old_answer_is_better_than_none(fault, serve, open_at, fake):
    server = serve(say(body=b'"old"'), fault)
    web = open_at(arxiv=server.url, cache_days=1, retries=1)
    request = Request(server.url, expects=JSON)
    first = web.send(request, source="arxiv")
    fake.seconds += 2 * DAY
    for _ in range(4):
        again = web.send(request, source="arxiv")
        assert (again.body, again.at, again.from_cache) == (b'"old"', first.at, True)
    assert [name for name, _ in web.aside] == ["arxiv"]


def test_offline_only_the_cache_answers_however_old(serve, open_at, fake):
    server = serve(say())
    open_at(arxiv=server.url).send(Request(server.url), source="arxiv")
    fake.seconds += 300 * DAY
    web = open_at(arxiv=server.url, offline=True)
    assert web.send(Request(server.url), source="arxiv").from_cache
    with pytest.raises(OfflineError, match="is not in the cache") as caught:
        web.send(Request(server.url + "/other?key=k"), source="arxiv")
    assert caught.value.url == server.url + "/other?key=***"
    with pytest.raises(OfflineError):
        web.send(Request(server.url, head=True), source="arxiv")
    assert len(server.asked) == 1


def test_without_a_cache_all_is_asked(serve, open_at):
    server = serve(say())
    web = open_at(arxiv=server.url, cache=False)
    for _ in range(2):
        assert not web.send(Request(server.url), source="arxiv").from_cache


@pytest.mark.parametrize(
    "fault",
    [lambda connection: None, say(500), say(502), say(503), say(429), say(200, " ")],
    ids=["silence", "500", "502", "503", "429", "nothing"],
)
def test_what_may_pass_is_asked_again_after_a_growing_pause(fault, serve, open_at, fake):
    server = serve(fault, fault, say(body=b"[]"))
    web = open_at(arxiv=server.url, retries=2)
    answer = web.send(Request(server.url, expects=JSON), source="arxiv")
    assert (answer.body, web.aside) == (b"[]", [])
    assert sum(fake.pauses) == pytest.approx(1 + 2)
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("wanted", "pause"),
    [
        ("7", 8),
        ("0", 1),
        ("Sun, 04 May 2031 03:02:31 GMT", 31),
        ("soon", 1),
    ],
)  # fmt: skip
def test_a_service_gets_the_pause_that_it_asks_for(wanted, pause, serve, open_at, fake):
    server = serve(say(429, "slow down", retry_after=wanted), say())
    web = open_at(arxiv=server.url)
    assert web.send(Request(server.url), source="arxiv").status == 200
    assert sum(fake.pauses) == pytest.approx(pause)


@pytest.mark.parametrize("status", [429, 503])
def test_a_service_that_wants_hours_is_set_aside_and_the_others_go_on(
    status, serve, open_at, fake, caplog
):
    busy = serve(say(status, retry_after="57539"))
    other = serve(say())
    web = open_at(arxiv=busy.url, crossref=other.url)
    with caplog.at_level(logging.INFO), pytest.raises(AnswerError) as caught:
        web.send(Request(busy.url), source="arxiv")
    why = f"is asked too much ({status}), for another 16 hours"
    assert str(caught.value) == f"arxiv {why}; it is left out of this run ({busy.url})"
    for _ in range(3):
        with pytest.raises(SourceAside, match="not asked any more in this run: it is asked"):
            web.send(Request(busy.url + "/more"), source="arxiv")
    web.set_aside("arxiv", "has another reason")
    assert web.aside == [("arxiv", why)]
    assert caplog.text.count("is set aside") == 1
    assert len(busy.asked) == 1
    assert fake.pauses == []
    assert web.send(Request(other.url), source="crossref").status == 200


def test_a_page_where_json_is_due_sets_the_source_aside_at_once(serve, open_at):
    server = serve(say(200, "<!doctype html><title>Are you a robot?", content_type="text/html"))
    web = open_at(arxiv=server.url)
    with pytest.raises(AnswerError, match="such as a page for people"):
        web.send(Request(server.url, expects=JSON), source="arxiv")
    assert len(server.asked) == 1
    assert len(web.aside) == 1


def test_a_page_that_is_labelled_json_is_no_json(serve, open_at):
    server = serve(say(503, "<html>Unicorn!", content_type="application/json"))
    web = open_at(arxiv=server.url, retries=0)
    with pytest.raises(AnswerError, match="too much"):
        web.send(Request(server.url, expects=JSON), source="arxiv")


def test_a_source_is_set_aside_after_three_questions_in_a_row_that_it_failed_at(serve, open_at):
    server = serve(say(500), say(500), say(), say(500))
    web = open_at(arxiv=server.url, retries=0, cache=False)
    said = []
    for _ in range(8):
        try:
            said.append(web.send(Request(server.url), source="arxiv").status)
        except WebError as error:
            said.append(type(error).__name__)
    assert said == ["AnswerError"] * 2 + [200] + ["AnswerError"] * 3 + ["SourceAside"] * 2
    assert web.aside == [("arxiv", "has a fault of its own (500)")]


def test_a_source_may_be_set_aside_by_who_reads_it(serve, open_at):
    web = open_at(arxiv=serve(say()).url, key="k3y")
    web.set_aside("crossref", "does not take the key k3y")
    assert web.aside == [("crossref", "does not take the key ***")]
    with pytest.raises(SourceAside):
        web.send(Request("https://api.crossref.org/works"), source="crossref")


def test_a_dead_link_sets_aside_its_host_and_not_all_links(serve, open_at):
    dead, alive = serve(lambda connection: None), serve(say())
    hosts = (f"127.0.0.1:{dead.port}", f"localhost:{alive.port}")
    web = open_at(allowed_hosts=hosts, retries=0)
    for _ in range(2):
        with pytest.raises((UnreachableError, SourceAside)):
            web.send(Request(dead.url), source="links")
    assert [name for name, _ in web.aside] == ["127.0.0.1"]
    assert len(dead.asked) == 1
    url = f"http://localhost:{alive.port}/x"
    assert web.send(Request(url, head=True), source="links").status == 200


def test_where_a_redirect_fails_the_one_who_was_asked_last_is_to_blame(serve, open_at):
    dead = serve(lambda connection: None)
    server = serve(say(302, location=f"http://localhost:{dead.port}/"))
    web = open_at(arxiv=server.url, retries=0, allowed_hosts=["localhost"])
    with pytest.raises(UnreachableError, match="localhost breaks off"):
        web.send(Request(server.url), source="arxiv")
    assert [name for name, _ in web.aside] == ["localhost"]


def test_a_redirect_is_followed_and_told(serve, open_at):
    target = serve(say(body=b"there"))
    server = serve(
        say(301, "moved", location=f"http://localhost:{target.port}/x?mailto=me@a.example#part")
    )
    web = open_at(arxiv=server.url, allowed_hosts=["localhost"])
    request = Request(server.url, body=b"ids", headers=(("x-api-key", "k"), ("Accept", "a")))
    answer = web.send(request, source="arxiv")
    assert (answer.body, answer.url) == (b"there", f"http://localhost:{target.port}/x?mailto=***")
    (asked,) = target.asked
    assert (asked.method, asked.body) == ("GET", b"")
    assert "x-api-key" not in asked.headers
    assert asked.headers["accept"] == "a"
    assert web.send(request, source="arxiv").from_cache


@pytest.mark.parametrize(
    ("request_", "words"),
    [
        (Request("http://10.0.0.1/"), "10.0.0.1 lies in a private network"),
        (Request("http://127.0.0.1:9/"), "127.0.0.1 lies in a private network"),
        (Request("file:///etc/passwd"), "is not an address of the web"),
        (Request("http://u:p@a.example/"), "there is a user's name in it"),
        (Request("http://a.example/", headers=(("X", "a\r\nb: c"),)), "a header is not valid"),
        (Request("http://a.example/", headers=(("X", "\u65e5"),)), "a header is not valid"),
    ],
)
def test_what_may_not_be_asked_is_not(request_, words, open_at):
    web = open_at()
    with pytest.raises(AddressError, match=words) as caught:
        web.send(request_, source="links")
    assert "\n" not in str(caught.value)
    assert web.aside == []


def test_a_base_address_that_is_none_is_told_when_it_is_asked(open_at):
    web = open_at(arxiv="http://a.example:99999")
    with pytest.raises(AddressError):
        web.send(Request("http://a.example:99999/x"), source="arxiv")
    with pytest.raises(AddressError, match="private"):
        web.send(Request("http://10.0.0.1/"), source="arxiv")


def test_limits_hold_for_repeated_questions_and_redirects_too(serve, open_at, fake):
    server = serve(say(302, location="/2"), say(500), say(302, location="/3"), say())
    web = open_at(arxiv=server.url, per_second=0.25, concurrency=1)
    assert web.send(Request(server.url), source="arxiv").status == 200
    assert len(server.asked) == 4
    assert sum(fake.pauses) == pytest.approx(4 + 4 + 4)


def test_no_more_than_allowed_are_under_way_over_all_threads(serve, open_at):
    gate = threading.Barrier(2)

    def answer(connection):
        gate.wait(10)
        connection.sendall(say(connection="close"))

    server = serve(answer)
    web = open_at(arxiv=server.url, concurrency=2, cache=False, times=Times())
    threads = [
        threading.Thread(target=web.send, args=(Request(server.url),), kwargs={"source": "arxiv"})
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert (len(server.asked), server.most_under_way) == (6, 2)


def test_keys_are_nowhere_to_be_found(serve, open_at, tmp_path, caplog):
    key = "s3cr3t/key+1"
    server = serve(
        say(body=b'{"a": 1}', set_cookie="c=1; Path=/"),
        say(200, "{}", x_bad=f"a{key}", **{"x y": "z"}),
        say(200, f'{{"error": "{key}"}}'),
        say(302, location=f"http://localhost:1/?k={key}"),
        say(500),
        lambda connection: None,
    )
    web = open_at(arxiv=server.url, key=key, retries=0)
    texts = []
    with caplog.at_level(logging.DEBUG):
        for path in "abcdef":
            request = Request(
                f"{server.url}/{path}",
                params=(("api_key", key), ("other", key), ("mailto", "me@a.example")),
                headers=(("Authorization", f"Bearer {key}"), ("X-Own", key)),
                expects=JSON,
            )
            try:
                texts.append(repr(web.send(request, source="arxiv").url))
            except WebError as error:
                texts += [error.url, *traceback.format_exception(error)]
            texts.append(repr(request))
    assert all(asked.headers["authorization"] == f"Bearer {key}" for asked in server.asked)
    assert len(server.asked) == 6
    web.close()
    told = caplog.text + "".join(texts) + repr(web.aside)
    assert "urllib3" in caplog.text
    for form in (key, "s3cr3t%2Fkey%2B1", "me@a.example", "me%40a.example"):
        assert form not in told
    kept = b"".join(file.read_bytes() for file in (tmp_path / "cache").iterdir())
    assert b'{"a": 1}' in kept
    for trace in (b"s3cr3t", b"a.example", b"set-cookie"):
        assert trace not in kept


def test_after_closing_no_filter_is_left_behind(open_at):
    logger = logging.getLogger("urllib3.connectionpool")
    before = list(logger.filters)
    with open_at() as web:
        assert len(logger.filters) == len(before) + 1
    assert logger.filters == before
    web.close()


def test_the_door_to_the_web_opens_with_the_users_settings(serve, tmp_path):
    server = serve(say())
    settings = Settings()
    with open_web(settings, cache_file=tmp_path / "c.sqlite") as web:
        assert web.aside == []
        with pytest.raises(AddressError):
            web.send(Request(server.url), source="arxiv")
    stopped = CancelToken()
    stopped.cancel()
    with open_web(settings, cache_file=None, cancel=stopped) as web, pytest.raises(Cancelled):
        web.send(Request(server.url), source="arxiv")
