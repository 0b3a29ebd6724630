import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.model import Date
from refman.normalise import parse_date
from tests.normalise.cases import cases

days = st.dates(min_value=dt.date(1400, 1, 1), max_value=dt.date(2100, 12, 31))


@pytest.mark.parametrize(("text", "day"), cases("dates.toml"))
def test_dates(text, day):
    read = parse_date(text)
    assert str(read or "") == day


@given(days)
def test_every_day_is_read_in_every_writing(day):
    whole = Date(day.year, day.month, day.day)
    for form in (
        "{0:%B} {0.day}, {0.year}",
        "{0.day} {0:%b} {0.year}",
        "{0.day}.{0.month}.{0.year}",
    ):
        assert parse_date(form.format(day)) == whole


@given(days, st.integers(1, 3))
def test_a_date_is_read_as_it_is_written(day, parts):
    date = Date(*(day.year, day.month, day.day)[:parts])
    assert parse_date(str(date)) == date


@given(st.text(st.sampled_from("0123456789/.- JuneOct年月,"), max_size=14))
def test_what_is_read_is_a_day_of_the_calendar(text):
    date = parse_date(text)
    if date is not None:
        assert 1400 <= date.year <= 2100
        dt.date(date.year, date.month or 1, date.day or 1)
        assert date.day is None or date.month is not None
