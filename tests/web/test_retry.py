import datetime as dt

import pytest

from refman.web.retry import LONGEST_PAUSE, backoff, is_refusal, is_worth_repeating, wanted_wait

NOW = dt.datetime(2031, 5, 4, 3, 2, 1, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": ""}, None),
        ({"retry-after": "0"}, 0),
        ({"retry-after": " 57539 "}, 57539),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "9" * 400}, None),
        ({"retry-after": "٣"}, None),
        ({"retry-after": "Sun, 04 May 2031 03:03:01 GMT"}, 60),
        ({"retry-after": "Sun, 04 May 2031 03:03:01 -0000"}, 60),
        ({"retry-after": "Sun, 04 May 2031 05:03:01 +0200"}, 60),
        ({"retry-after": "Sun, 04 May 2031 03:01:01 GMT"}, 0),
        ({"retry-after": "Sun, 04 May 99999 03:01:01 GMT"}, None),
        # the service's clock is an hour behind ours
        (
            {
                "retry-after": "Sun, 04 May 2031 02:03:01 GMT",
                "date": "Sun, 04 May 2031 02:02:01 GMT",
            },
            60,
        ),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": f"{NOW.timestamp() + 9:.0f}"}, 9),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "12"}, 0),
        ({"x-ratelimit-remaining": "1", "x-ratelimit-reset": "12"}, None),
        ({"x-ratelimit-remaining": "0", "x-ratelimit-reset": "later"}, None),
    ],
)
def test_how_long_a_service_wants_to_be_left_alone(headers, expected):
    assert wanted_wait(headers, NOW) == expected


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (429, {}, True),
        (503, {}, True),
        (403, {}, False),
        (403, {"retry-after": "1"}, True),
        (403, {"x-ratelimit-remaining": "0"}, True),
        (403, {"x-ratelimit-remaining": "7"}, False),
        (404, {"retry-after": "1"}, False),
    ],
)
def test_what_is_a_refusal(status, headers, expected):
    assert is_refusal(status, headers) is expected


def test_what_may_pass():
    assert [status for status in range(200, 600) if is_worth_repeating(status)] == [
        408, 425, 429, 500, 502, 503, 504
    ]  # fmt: skip


def test_pauses_double_up_to_a_bound_with_jitter():
    longest = [backoff(attempt, lambda: 1.0) for attempt in range(8)]
    assert longest == [1, 2, 4, 8, 16, 30, 30, 30]
    assert [backoff(attempt, lambda: 0.0) for attempt in range(8)] == [each / 2 for each in longest]
    assert backoff(10**9, lambda: 1.0) == LONGEST_PAUSE
