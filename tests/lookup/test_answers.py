import logging

import msgspec
import pytest

from refman.errors import AnswerError
from refman.lookup.answers import (
    MOST_BYTES,
    Refused,
    Unreadable,
    ask,
    ask_parted,
    decode,
    decode_each,
    refusal_ends_asking,
    text_of,
    why_refused,
)
from refman.web import Request
from tests.lookup.sources.fake_web import AT, FakeWeb

REQUEST = Request(url="https://service.example/papers")


class Paper(msgspec.Struct):
    title: str | None = None
    year: int | None = None


def asked(web, **options):
    return ask(web, REQUEST, source="lamps", read=lambda body: decode(body, Paper), **options)


def test_an_answer_is_read():
    found = asked(FakeWeb(("", b'{"title": "Lamps"}')))
    assert found.value == Paper("Lamps")
    assert found.at == AT


@pytest.mark.parametrize("status", [404, 410])
def test_what_is_not_there_is_none(status):
    web = FakeWeb(("", (status, b"<html>Not found</html>")))
    assert asked(web) is None
    assert web.set_asides == []


def test_a_closed_paper_is_none_where_the_source_says_so():
    web = FakeWeb(("", (403, b'{"name": "ForbiddenError"}')))
    assert asked(web, nothing={403: b"ForbiddenError"}) is None
    with pytest.raises(AnswerError):
        asked(FakeWeb(("", (403, b"Go away"))), nothing={403: b"ForbiddenError"})


@pytest.mark.parametrize("status", [400, 414, 422, 431])
def test_a_refusal_says_why(status):
    web = FakeWeb(("", (status, b'{"error": "unknown  field"}')))
    with pytest.raises(Refused, match=r"^unknown field$") as caught:
        asked(web)
    assert caught.value.url == REQUEST.url
    assert web.set_asides == []


def test_a_refusal_in_the_body_says_where():
    def read(body):
        raise Refused("incorrect number")

    with pytest.raises(Refused, match="incorrect number") as caught:
        ask(FakeWeb(("", b"x")), REQUEST, source="lamps", read=read)
    assert caught.value.url == REQUEST.url
    with pytest.raises(AnswerError) as ended, refusal_ends_asking("lamps"):
        raise caught.value
    error = ended.value
    assert (error.source, error.url) == ("lamps", REQUEST.url)


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ((200, b""), "empty"),
        ((200, b" \n"), "empty"),
        ((200, b"<!doctype html><title>Are you a robot?</title>"), "web page"),
        ((200, b'{"title": "Lam'), "JSON"),
        ((200, b'{"title": 5}'), "JSON"),
        ((200, b"[" * 500_000), "JSON"),
        ((200, b'{"year": ' + b"9" * 6000 + b"}"), "JSON"),
        ((200, b" " * (MOST_BYTES + 1)), "more than 5 MB"),
        ((204, b""), "status 204, no reason given"),
        ((301, b"<html><head><title>301 Moved</title>"), "status 301, 301 Moved"),
        ((401, b'{"message": "Bad key"}'), "status 401, Bad key"),
        ((403, b'{"message":"Forbidden"}'), "status 403, Forbidden"),
        ((429, b"Rate exceeded."), "status 429, Rate exceeded"),
        ((500, b'{"message": {"name": "class X"}}'), "status 500, class X"),
        ((503, b"<html><h1>503</h1></html>"), "status 503"),
    ],
)
def test_what_is_no_answer_sets_the_source_aside(said, why):
    web = FakeWeb(("", said))
    with pytest.raises(AnswerError, match=why) as caught:
        asked(web)
    assert (caught.value.source, caught.value.url) == ("lamps", REQUEST.url)
    assert "\n" not in str(caught.value)
    ((source, reason),) = web.set_asides
    assert source == "lamps"
    assert why in reason


def test_a_kept_answer_that_cannot_be_read_is_asked_for_again():
    class Mended(FakeWeb):
        def send(self, request, *, source):
            answer = super().send(request, source=source)
            if answer.from_cache:
                return answer
            return msgspec.structs.replace(answer, body=b'{"title": "Lamps"}')

    web = Mended(("", b"<html>"), from_cache=True)
    assert asked(web).value.title == "Lamps"
    assert [request.max_age_s for request in web.requests] == [None, 0.0]

    web = FakeWeb(("", b"<html>"), from_cache=True)
    with pytest.raises(AnswerError):
        asked(web)
    assert len(web.requests) == 2


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (b'\xef\xbb\xbf{"title": "Lamps"}', "Lamps"),
        (b'{"title": "L\xe4mps"}', "L\ufffdmps"),
        (
            rb'{"title": "\ud83d\udca1 \ud800 \udca1 \\ud800 \uD83D"}',
            "💡 \ufffd \ufffd \\ud800 \ufffd",
        ),
        (b'{"title": null, "other": [1, {"deep": [[]]}]}', None),
    ],
)
def test_bytes_are_mended(body, title):
    assert decode(body, Paper).title == title


def test_each_record_stands_alone(caplog):
    records = [
        msgspec.Raw(record)
        for record in (
            b'{"title": "A"}', b"null", b'{"title": 5}', b'{"title": "\xff"}',
            b'{"x":' + b"[" * 99_999,
            b'{"year": 2020}',
        )
    ]  # fmt: skip
    with caplog.at_level(logging.WARNING):
        found = decode_each(records, Paper, source="lamps")
    assert found == [Paper("A"), None, None, None, None, Paper(year=2020)]
    assert [record.args[0] for record in caplog.records] == [3, 4, 5]
    assert "of lamps is left out" in caplog.text


def test_text():
    assert text_of(b"\xef\xbb\xbfl\xe4mps") == "l\ufffdmps"
    with pytest.raises(Unreadable):
        text_of(b"")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"", "no reason given"),
        (b"Resource not found.", "Resource not found."),
        (b'{"message":[{"type":"bad","value":"x","message":"Not  valid"}]}', "Not valid"),
        (b'{"errors":[{"status":"404","title":"Not there."}]}', "Not there."),
        (
            b'{"detail": {"error": {"message": {"error": {"title": "too deep"}}}}}',
            "no reason given",
        ),
        (b'{"status": 7}', "no reason given"),
        (b"[]", "no reason given"),
        (b"<html><title>Not\nFound</title></html>", "Not Found"),
        (b"[" * 200_000, "[" * 160),
        (b"x" * 900, "x" * 160),
    ],
)
def test_why_in_one_line(body, why):
    assert why_refused(body) == why


def _batches(bad):
    seen = []

    def one(keys):
        seen.append(list(keys))
        if bad & set(keys):
            raise Refused("bad number", "https://service.example/")
        return [key.upper() for key in keys]

    return one, seen


def test_a_key_that_is_refused_costs_no_other(caplog):
    one, seen = _batches({"c"})
    with caplog.at_level(logging.WARNING):
        assert list(ask_parted(list("abcdefgh"), one, source="lamps")) == list("ABDEFGH")
    assert len(seen) == 7
    assert "lamps refuses to look for c: bad number" in caplog.text


def test_a_service_that_refuses_all_is_left_alone():
    keys = [str(number) for number in range(100)]
    one, seen = _batches(set(keys))
    with pytest.raises(AnswerError, match="bad number"):
        list(ask_parted(keys, one, source="lamps"))
    assert len(seen) == 9
