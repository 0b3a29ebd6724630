import datetime as dt
import logging
import sqlite3
import stat
import subprocess
import sys
import threading

import pytest

from refman.errors import OutputError
from refman.web import Answer, Request
from refman.web.cache import Cache, is_kept, key_of
from refman.web.secrets import Redaction
from tests.conftest import CHECKOUT

NOW = dt.datetime(2031, 5, 4, 3, 2, 1, tzinfo=dt.UTC)
REDACTION = Redaction(["k3y"])


def now():
    return NOW


def answer(body=b"{}", at=NOW, status=200, **headers):
    return Answer(status=status, headers=headers, body=body, url="https://a.example", at=at)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "deep" / "web.sqlite"


@pytest.fixture
def open_cache(file):
    caches = []

    def open_(path=file, at=now):
        caches.append(Cache(path, at))
        return caches[-1]

    yield open_
    for cache in caches:
        cache.close()


def test_what_was_kept_is_there_again(open_cache, file):
    first = open_cache()
    assert first.get("a") is None
    first.put("a", answer(b"\x00\xff", etag='"x"'))
    first.put("a", answer(b"\x00\xfe", etag='"y"', **{"set-cookie": "c=1"}))
    first.close()
    again = open_cache().get("a")
    assert (again.body, again.headers, again.at, again.from_cache) == (
        b"\x00\xfe", {"etag": '"y"'}, NOW, True
    )  # fmt: skip
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_confirmed_answer_is_as_new(open_cache):
    cache = open_cache()
    cache.put("a", answer())
    cache.confirm("a", NOW + dt.timedelta(days=3))
    cache.confirm("b", NOW)
    assert cache.get("a").at == NOW + dt.timedelta(days=3)
    assert cache.get("b") is None


def test_two_may_use_the_file_at_once(open_cache):
    one, other = open_cache(), open_cache()

    def put(cache, name):
        for place in range(20):
            cache.put(f"{name}{place}", answer())

    threads = [threading.Thread(target=put, args=pair) for pair in ((one, "a"), (other, "b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    third = open_cache()
    assert all(third.get(f"{name}{place}") for name in "ab" for place in range(20))


def test_what_is_very_old_goes(open_cache):
    open_cache().put("a", answer())
    assert open_cache(at=lambda: NOW + dt.timedelta(days=364)).get("a")
    assert open_cache(at=lambda: NOW + dt.timedelta(days=366)).get("a") is None


def test_without_a_file_nothing_is_kept(open_cache):
    cache = open_cache(None)
    cache.put("a", answer())
    assert cache.get("a") is None


def test_after_closing_nothing_is_found(open_cache):
    cache = open_cache()
    cache.put("a", answer())
    cache.close()
    cache.close()
    cache.put("a", answer())
    assert cache.get("a") is None


def test_a_damaged_file_starts_anew(open_cache, file, caplog):
    file.parent.mkdir()
    file.write_bytes(b"no database" * 1000)
    cache = open_cache()
    cache.put("a", answer())
    assert cache.get("a")
    assert "is damaged" in caplog.text


def test_a_file_of_another_version_starts_anew(open_cache, file):
    open_cache().put("a", answer())
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    assert open_cache().get("a") is None


@pytest.mark.parametrize("column", ["at", "headers", "body"])
def test_a_row_that_somebody_wrote_into_is_as_none(open_cache, file, column):
    cache = open_cache()
    cache.put("a", answer())
    with sqlite3.connect(file) as connection:
        connection.execute(f"UPDATE answers SET {column} = 'x{{'")
    connection.close()
    assert cache.get("a") is None


def test_a_file_that_cannot_be_is_told(open_cache, tmp_path):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "web.sqlite", tmp_path):
        with pytest.raises(OutputError, match="cannot be used as a cache") as caught:
            open_cache(path)
        assert caught.value.target == str(path)


def test_where_the_file_fails_the_work_goes_on_and_it_is_told_once(open_cache, file, caplog):
    cache = open_cache()
    cache.put("a", answer())
    with sqlite3.connect(file) as connection:
        connection.execute("DROP TABLE answers")
    connection.close()
    with caplog.at_level(logging.WARNING):
        cache.put("b", answer())
        cache.confirm("b", NOW)
        assert cache.get("a") is None
    assert len(caplog.records) == 1


@pytest.mark.parametrize(
    ("one", "other", "are_same"),
    [
        (Request("https://a.example/x?q=1"), Request("https://a.example/x", (("q", "1"),)), True),
        (Request("https://a.example/x?q=1"), Request("https://a.example/x?q=2"), False),
        (Request("https://a.example/x?q="), Request("https://a.example/x"), False),
        (Request("https://a.example/x"), Request("http://a.example/x"), False),
        (Request("https://a.example/x"), Request("https://b.example/x"), False),
        (Request("https://a.example/x"), Request("https://a.example/x", body=b""), False),
        (Request("https://a.example", body=b"1"), Request("https://a.example", body=b"2"), False),
        (Request("https://a.example"), Request("https://a.example", head=True), False),
        (Request("https://a.example"), Request("https://a.example", max_age_s=3), True),
        (
            Request("https://a.example", headers=(("Accept", "a"),)),
            Request("https://a.example", headers=(("accept", "a"),)),
            True,
        ),
        (
            Request("https://a.example", headers=(("Accept", "a"),)),
            Request("https://a.example", headers=(("Accept", "b"),)),
            False,
        ),
        (
            Request("https://a.example", headers=(("Authorization", "a"),)),
            Request("https://a.example"),
            True,
        ),
        (
            Request("https://a.example?api_key=1&mailto=me@b.example&q=1"),
            Request("https://a.example?q=1"),
            True,
        ),
    ],
)
def test_questions_are_told_apart_by_all_but_keys(one, other, are_same):
    assert (key_of(one, REDACTION) == key_of(other, REDACTION)) is are_same


@pytest.mark.parametrize(
    ("status", "headers", "head", "expected"),
    [
        (200, {}, False, True),
        (404, {}, False, True),
        (410, {}, False, True),
        (200, {"cache-control": "private, No-Store"}, False, False),
        (200, {"cache-control": "no-cache, max-age=0"}, False, True),
        (200, {}, True, False),
        *((status, {}, False, False) for status in (204, 206, 301, 304, 400, 401, 403, 429, 500)),
    ],
)
def test_what_is_kept(status, headers, head, expected):
    request = Request("https://a.example", head=head)
    assert is_kept(request, answer(status=status, **headers), REDACTION) is expected


def test_an_answer_that_says_a_key_back_is_not_kept():
    request = Request("https://a.example")
    assert not is_kept(request, answer(b'{"error": "no such key: k3y"}'), REDACTION)
    assert is_kept(request, answer(b'{"error": "no such key"}'), REDACTION)


def test_what_was_kept_survives_a_kill(open_cache, file):
    code = (
        "import sys; from datetime import UTC, datetime; from itertools import count\n"
        "from pathlib import Path; from refman.web import Answer\n"
        "from refman.web.cache import Cache\n"
        "now = lambda: datetime(2031, 5, 4, tzinfo=UTC)\n"
        "cache = Cache(Path(sys.argv[1]), now)\n"
        "for n in count():\n"
        "    answer = Answer(status=200, headers={}, body=b'x' * 5000, url='', at=now())\n"
        "    cache.put(str(n), answer)\n"
        "    print(n, flush=True)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, file], stdout=subprocess.PIPE, text=True, cwd=CHECKOUT
    ) as process:
        told = [next(process.stdout) for _ in range(40)]
        process.kill()
        told += [line for line in process.stdout if line.endswith("\n")]
    cache = open_cache()
    assert all(cache.get(line.strip()) for line in told)
