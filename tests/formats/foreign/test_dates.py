import pytest

from refman.formats.foreign.csl_dates import csl_date
from refman.formats.foreign.dates import (
    exact_date,
    leaves_words,
    read_date,
    tells_all,
    year_in,
)
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
        ("20190312", Date(2019, 3, 12)),
        ("1998 Dec 1-15", Date(1998, 12, 1, end=Date(1998, 12, 15))),
        ("2014-15", None),
        ("2019/", Date(2019, is_open=True)),
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
        ("20190312", True),
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


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", Date(2024)),
        ("2024-06-03", Date(2024, 6, 3)),
        ("2024-21", Date(2024, season=1)),
        ("1984~", Date(1984, circa=True)),
        ("-0044-03", Date(-44, 3)),
        ("2024/..", Date(2024, is_open=True)),
        ("2024-01/2025", Date(2024, 1, end=Date(2025))),
        ("2024/soon", None),
        ("2024-13", None),
        ("2024-21-03", None),
        ("2019/", Date(2019)),
        ("2004-05/", Date(2004, 5)),
        ("2025/02/30/", None),
        ("20190312", Date(2019, 3, 12)),
        ("20191399", None),
        ("2019/03/12", Date(2019, 3, 12)),
        ("2019/03/12/Epub", Date(2019, 3, 12)),
        ("2019/03//one, two", Date(2019, 3)),
        ("2001/00/00/", Date(2001)),
        ("2001/00/05/", None),
        ("1999///Winter", Date(1999, season=4)),
        ("1999///circa to 2001-06", Date(1999, circa=True, end=Date(2001, 6))),
        ("1999/05//to ..", Date(1999, 5, is_open=True)),
        ("2015/october", Date(2015, 10)),
        ("2015/winter", Date(2015, season=4)),
        ("2015/maybe", Date(2015, 5)),
        ("2015/lamps", None),
        ("YEAR/MONTH/DAY/", None),
        ("1993 Oct 8", Date(1993, 10, 8)),
        ("2019 Mar-Apr", Date(2019, 3, end=Date(2019, 4))),
        ("1998 Dec 1-15", Date(1998, 12, 1, end=Date(1998, 12, 15))),
        ("2018 Dec 30-2019 Jan 2", Date(2018, 12, 30, end=Date(2019, 1, 2))),
        ("2019 Mar 3-99", None),
        ("2019 Winter 3", None),
        ("2019 Winter 3-4", None),
        ("Winter 2024", Date(2024, season=4)),
        ("circa 1984", Date(1984, circa=True)),
        ("circa then", None),
        ("Spring 2024/Summer 2024", Date(2024, season=1, end=Date(2024, season=2))),
        ("Spring 2024/..", Date(2024, season=1, is_open=True)),
        ("Spring 2024/soon", None),
        ("8 October 1993", Date(1993, 10, 8)),
        ("99", None),
        ("", None),
        ("2024 " * 20, None),
    ],
)
def test_dates_of_tagged_files(text, date):
    assert read_date(text, slashes=True) == date


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("2019/03/12/Epub", True),
        ("2019/03/12/one, two", True),
        ("2019/03/12/Winter", False),
        ("2019/03/12/", False),
        ("2019", False),
    ],
)
def test_words_behind_a_date_are_told(text, left):
    assert leaves_words(text) is left


@pytest.mark.parametrize(
    ("text", "date"),
    [("Article 10 2019", Date(2019)), ("2019 or 2020", None), ("Article 10", None)],
)
def test_the_one_year_of_a_text(text, date):
    assert year_in(text) == date


def test_a_month_that_no_machine_holds_is_no_date():
    assert exact_date(2024, 10**30) is None
    assert exact_date(2024, 5, 10**30) is None
