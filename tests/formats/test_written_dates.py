import pytest

from refman.formats.written_dates import leaves_words, read_date, year_in
from refman.model import Date


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
def test_a_date_is_read_as_far_as_it_tells(text, date):
    assert read_date(text) == date


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
