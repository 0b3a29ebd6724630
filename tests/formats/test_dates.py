import pytest

from refman.formats.dates import worded
from refman.formats.tex_dates import date_fields
from refman.model import Date


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(2025, 6, 23), "2025-06-23"),
        (Date(2024, season=4), "Winter 2024"),
        (Date(1984, circa=True), "circa 1984"),
        (Date(2024, season=1, end=Date(2024, season=2)), "Spring 2024/Summer 2024"),
        (Date(2004, is_open=True), "2004/.."),
    ],
)
def test_a_date_in_words(date, text):
    assert worded(date) == text


@pytest.mark.parametrize(
    ("date", "fields"),
    [
        (Date(2004), ["2004"]),
        (Date(2004, 6), ["2004", "jun"]),
        (Date(2004, 6, 1), ["2004", "jun", "1"]),
        (Date(2004, season=4), ["2004", '"Winter"']),
        (Date(2004, circa=True), ["ca. 2004"]),
        (Date(2004, is_open=True), ["2004--"]),
        (Date(2004, end=Date(2006)), ["2004--2006"]),
        (Date(2004, 6, end=Date(2004, 8)), ["2004", 'jun # "--" # aug']),
        (Date(2004, 6, 1, end=Date(2004, 6, 3)), ["2004", "jun", "1--3"]),
        (Date(2004, 6, 30, end=Date(2004, 7, 2)), ["2004", 'jun # "--" # jul', "30--2"]),
        (Date(2004, 12, 30, end=Date(2005, 1, 2)), ["2004--2005", 'dec # "--" # jan', "30--2"]),
        (Date(2004, 6, 1, end=Date(2005, 6, 1)), ["2004--2005", 'jun # "--" # jun', "1--1"]),
        (Date(2004, 6, 1, end=Date(2004, 6)), ["2004", "jun", "1"]),
        (Date(2004, 6, end=Date(2005)), ["2004--2005", "jun"]),
    ],
)
def test_a_date_in_the_fields_of_bibtex(date, fields):
    names = ["year", "month", "day"][: len(fields)]
    assert date_fields(date) == tuple(zip(names, fields, strict=True))
