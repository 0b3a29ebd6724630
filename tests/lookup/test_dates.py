import pytest

from refman.lookup.dates import date_of_moment, date_of_parts, date_of_text, date_of_year
from refman.model import Date


@pytest.mark.parametrize(
    ("year", "date"),
    [
        (2021, Date(2021)),
        ("2021", Date(2021)),
        (" 2021 ", Date(2021)),
        (2549, Date(2006)),
        (None, None),
        ("", None),
        ("soon", None),
        ("٢٠٢١", None),
        ("9" * 5000, None),
        (0, None),
        (-5, None),
        (9999, None),
    ],
)
def test_year(year, date):
    assert date_of_year(year) == date


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([], None),
        ([None], None),
        ([2021], Date(2021)),
        ([2021, None, 4], Date(2021)),
        ([2021, 3], Date(2021, 3)),
        (["2021", "3", "4"], Date(2021, 3, 4)),
        ([2021, 2, 31], Date(2021, 2)),
        ([2021, 99, 1], Date(2021)),
        ([2021, 0, 0], Date(2021)),
        ([2021, 3, 4, 5], Date(2021, 3, 4)),
        ([2549, 3, 4], Date(2006, 3, 4)),
    ],
)
def test_parts(parts, date):
    assert date_of_parts(parts) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (None, None),
        ("", None),
        ("soon", None),
        ("2021-03-04T05:06:07Z", Date(2021, 3, 4)),
        (" 2021-03 ", Date(2021, 3)),
        ("2021-03-04/2021-03-06", Date(2021, 3, 4, end=Date(2021, 3, 6))),
        ("2549-03-04", Date(2006, 3, 4)),
        ("9999-01-01", None),
    ],
)
def test_text(text, date):
    assert date_of_text(text) == date


@pytest.mark.parametrize(
    ("moment", "date"),
    [
        (None, None),
        (0, None),
        (-1, None),
        (1e300, None),
        (float("nan"), None),
        (1_705_406_400_000, Date(2024, 1, 16)),
        (1_705_406_400_000.5, Date(2024, 1, 16)),
    ],
)
def test_moment(moment, date):
    assert date_of_moment(moment) == date
