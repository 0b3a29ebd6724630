import logging

import pytest

from refman.web.secrets import RedactingFilter, Redaction, is_secret_header, is_secret_parameter
from tests.growth import assert_cost_ratio

REDACTION = Redaction(["k3y", "k3y/longer one", ""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://a.example/x?q=k3y", "https://a.example/x?q=***"),
        ("https://a.example/k3y/x", "https://a.example/***/x"),
        ("?q=k3y%2Flonger%20one&r=k3y%2Flonger+one&s=k3y/longer one.", "?q=***&r=***&s=***."),
        ("?api_key=abc&q=1", "?api_key=***&q=1"),
        ("?API-KEY=abc#x", "?API-KEY=***#x"),
        ("?q=1;access_token=a%20b c", "?q=1;access_token=*** c"),
        ("?mailto=me@a.example&email=me@a.example", "?mailto=***&email=***"),
        ("?x-api-key=1&s2.key=2&client.secret=3", "?x-api-key=***&s2.key=***&client.secret=***"),
        ("?monkey=1&keyword=2&author=3&tokens=4", "?monkey=1&keyword=2&author=3&tokens=4"),
        ("the key=value of a sentence", "the key=value of a sentence"),
        ("http://me:p@ss@a.example/x is not asked", "http://***@a.example/x is not asked"),
        ("'HTTP://me@a.example'", "'HTTP://***@a.example'"),
        ("https://a.example/@me?to=me@b.example", "https://a.example/@me?to=me@b.example"),
        ("https://a.example/http://me@b.example", "https://a.example/http://me@b.example"),
    ],
)
def test_keys_are_taken_out_and_nothing_else(text, expected):
    assert REDACTION(text) == expected
    assert REDACTION(expected) == expected


def test_without_keys_the_names_still_tell():
    nothing = Redaction([])
    assert nothing("?q=k3y&key=a") == "?q=k3y&key=***"
    assert not nothing.holds_key("k3y")
    assert REDACTION.holds_key("a k3y")
    assert not REDACTION.holds_key("akey")


@pytest.mark.parametrize(
    "name", ["Authorization", "x-api-key", "Cookie", "X-Auth-Token", "api-secret"]
)
def test_headers_that_may_hold_keys(name):
    assert is_secret_header(name)


@pytest.mark.parametrize("name", ["Accept", "User-Agent", "If-None-Match", "Range"])
def test_headers_that_do_not(name):
    assert not is_secret_header(name)


def test_parameters():
    assert [name for name in ("key", "api_key", "mailto", "q", "keyword", "monkey") if
            is_secret_parameter(name)] == ["key", "api_key", "mailto"]  # fmt: skip


def test_a_record_of_a_log_is_written_without_keys():
    record = logging.LogRecord(
        "n", logging.DEBUG, "f", 1, '"GET %s" %s', ("/x?api_key=abc&q=k3y", 200), None
    )
    assert RedactingFilter(REDACTION).filter(record)
    assert record.getMessage() == '"GET /x?api_key=***&q=***" 200'


@pytest.mark.parametrize("part", ["?key=", "?a.", "a_", "&k3y", "(http://x", "?" + "-_." * 9])
def test_cost_grows_with_the_length_of_the_text(part):
    assert_cost_ratio(
        lambda: REDACTION(part * 20_000), lambda: REDACTION(part * 2_000), most=30, floor_s=0.002
    )
