import pytest

from refman.formats.foreign.csl_dates import csl_date
from refman.formats.foreign.dates import exact_date, read_date, tells_all
from refman.model import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2025", Date(2025)),
        ("2025-06", Date(2025, 6)),
        ("2025-06-23", Date(2025, 6, 23)),
        ("2025-06-23T10:00:00Z", Date(2025, 6, 23)),
        ("2025-06-23 10:00:00", Date(2025, 6, 23)),
        ("2025-00-00", Date(2025)),
        ("2025-02-30", None),
        ("2024-02-29", Date(2024, 2, 29)),
        ("1900-02-29", None),
        ("-0043", Date(-43)),
        ("0987-01-02", Date(987, 1, 2)),
        ("12345", Date(12345)),
        ("2025~", Date(2025, circa=True)),
        ("2025-06?", Date(2025, 6, circa=True)),
        ("circa 1984", Date(1984, circa=True)),
        ("ca. May 1984", Date(1984, 5, circa=True)),
        ("c. lamp", None),
        ("2024-21", Date(2024, season=1)),
        ("Spring 2024", Date(2024, season=1)),
        ("2024, Winter", Date(2024, season=4)),
        ("hiver 1987", Date(1987, season=4)),
        ("Lamp 2024", None),
        ("01/2020", Date(2020, 1)),
        ("2024/2025", Date(2024, end=Date(2025))),
        ("2011-05-25~/2012-06-26", Date(2011, 5, 25, circa=True, end=Date(2012, 6, 26))),
        ("Spring 2024/Summer 2024", Date(2024, season=1, end=Date(2024, season=2))),
        ("1930–1952", Date(1930, end=Date(1952))),
        ("2014-12-31/", Date(2014, 12, 31, is_open=True)),
        ("2014/..", Date(2014, is_open=True)),
        ("2014–present", Date(2014, is_open=True)),
        ("2024/05", Date(2024, 5)),
        ("lamp/2024", None),
        ("2024/lamp", None),
        ("06/23/2025", Date(2025, 6, 23)),
        ("June 23, 2025", Date(2025, 6, 23)),
        ("", None),
        ("2025" * 30, None),
    ],
)
def test_dates_of_many_forms(text, date):
    assert read_date(text) == date


@pytest.mark.parametrize(
    ("text", "is_all"),
    [
        ("2025-06-23 10:00", True),
        ("June 23, 2025", True),
        ("Spring 2024", True),
        ("2024/2025-03", True),
        ("2005-00-00", True),
        ("06/07/2025", False),
    ],
)
def test_a_date_that_says_less_than_its_text_is_told(text, is_all):
    assert tells_all(text, read_date(text)) is is_all


def test_months_beyond_twelve_are_seasons():
    assert exact_date(2024, 13) == exact_date(2024, 21) == Date(2024, season=1)
    assert exact_date(2024, 17) is None
    assert exact_date(2024, None, 5) == Date(2024)


@pytest.mark.parametrize(
    ("value", "date", "is_all"),
    [
        ({"date-parts": [[2024, 6]]}, Date(2024, 6), True),
        ({"date-parts": [["2024", "06", "1"]]}, Date(2024, 6, 1), True),
        ({"date-parts": [["2024", "May"]]}, Date(2024, 5), True),
        ({"date-parts": [[2024.0, 6]]}, Date(2024, 6), True),
        ({"date-parts": [2024, 6]}, Date(2024, 6), True),
        ({"date-parts": [[2024], [2025]]}, Date(2024, end=Date(2025)), True),
        ({"date-parts": [[2024], [0]]}, Date(2024, is_open=True), True),
        ({"date-parts": [[2024], [2025], [2026]]}, Date(2024, end=Date(2025)), False),
        ({"date-parts": [[2024, None, 5]]}, Date(2024), False),
        ({"date-parts": [[2024, 2, 30]]}, Date(2024), False),
        ({"date-parts": [[2024, 1, 2, 3]]}, Date(2024, 1, 2), False),
        ({"date-parts": [[None]]}, None, False),
        ({"date-parts": [["lamp"]]}, None, False),
        ({"date-parts": [["9" * 20]]}, None, False),
        ({"date-parts": []}, None, False),
        ({"date-parts": [[-44, 3]]}, Date(-43, 3), True),
        ({"date-parts": [[2024]], "season": "winter"}, Date(2024, season=4), True),
        ({"date-parts": [[2024]], "season": 2}, Date(2024, season=2), True),
        ({"date-parts": [[2024]], "season": "lamp"}, Date(2024), False),
        ({"date-parts": [[2024, 5]], "season": 2}, Date(2024, 5), False),
        ({"date-parts": [[2024]], "circa": True}, Date(2024, circa=True), True),
        ({"date-parts": [[2024]], "circa": "false"}, Date(2024), True),
        ({"date-parts": [[2024]], "raw": "2024-06"}, Date(2024, 6), True),
        ({"date-parts": [[2024, 6]], "raw": "2024"}, Date(2024, 6), True),
        ({"date-parts": [[2024, 6]], "raw": "2023"}, Date(2024, 6), False),
        ({"date-parts": [[2024]], "raw": "lamp"}, Date(2024), False),
        ({"date-parts": [[2024]], "raw": "2024/2025"}, Date(2024, end=Date(2025)), True),
        ({"date-parts": [[2024], [2025]], "raw": "2024/2026"}, Date(2024, end=Date(2025)), False),
        ({"date-parts": [[2024], [2025]], "raw": "2024/2025-03"},
         Date(2024, end=Date(2025, 3)), True),
        ({"date-parts": [[2024]], "raw": "2024", "lamp": 1}, Date(2024), False),
        ({"date-parts": [[2024]], "timestamp": 1}, Date(2024), True),
        ({"raw": "spring 1987"}, Date(1987, season=1), True),
        ({"literal": "13th cent"}, None, False),
        ({"year": 2024, "month": 5}, Date(2024, 5), True),
        ({}, None, False),
        ([{"year": "2024"}, {"year": "2025"}], Date(2024, end=Date(2025)), True),
        ([{"year": "2024", "season": "1"}], Date(2024, season=1), True),
        ([[2024, 5], "2025"], Date(2024, 5, end=Date(2025)), True),
        ([], None, False),
        ("2024-05", Date(2024, 5), True),
        (2024, Date(2024), True),
        (True, None, False),
        (None, None, False),
    ],
)  # fmt: skip
def test_dates_of_csl(value, date, is_all):
    assert csl_date(value) == (date, is_all)
