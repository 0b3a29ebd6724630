import pytest

from refman.formats.bib.dates import date_of_parts
from refman.formats.bib.latex import line_of
from refman.formats.bib.values import Strings
from refman.formats.foreign.whole_dates import whole_date
from refman.formats.tex_dates import date_fields
from refman.model import Date


@pytest.mark.parametrize(
    ("text", "date", "is_all"),
    [
        ("2004-05-06", "2004-05-06", True),
        ("2004", "2004", True),
        ("2004/2005-06", "2004/2005-06", True),
        ("2004/..", "2004/..", True),
        ("2004-05/", "2004-05/..", True),
        ("../2004", None, False),
        ("/2004", None, False),
        ("2004~", "2004~", True),
        ("2004-05?", "2004-05~", True),
        ("1487~/1490", "1487~/1490", True),
        ("2003-21", "2003-21", True),
        ("199X", "1990/1999", True),
        ("19XX", "1900/1999", True),
        ("19uu", "1900/1999", True),
        ("1999-XX", "1999", True),
        ("1999-12-XX", "1999-12", True),
        ("1999-XX-XX", "1999", True),
        ("-0379-02", "-0379-02", True),
        ("2001-01-03T17:07:34+05:00", "2001-01-03", True),
        ("१९८७-०१-१५", "1987-01-15", True),
        ("1995-1-04", "1995-01-04", True),
        ("1996-13-03", None, False),
        ("Y17000002", None, False),
        ("06/07/2025", "2025", False),
        ("3 May 2004", "2004-05-03", True),
        ("2004" * 30, None, False),
    ],
)
def test_a_whole_date(text, date, is_all):
    found, said = whole_date(text)
    assert (found and str(found), said) == (date, is_all)


@pytest.mark.parametrize(
    ("parts", "date", "unsaid"),
    [
        (("2004", "", ""), "2004", ""),
        (("2004", "jun", ""), "2004-06", ""),
        (("2004", "June", "3"), "2004-06-03", ""),
        (("2004", "6", "3rd"), "2004-06-03", ""),
        (("2004", "06", ""), "2004-06", ""),
        (("2004", "1 jan", ""), "2004-01-01", ""),
        (("2004", "jan 1", "2"), "2004-01-01", "day"),
        (("2004", "6.", ""), "2004-06", ""),
        (("2004", "10th of August", ""), "2004-08-10", ""),
        (("2004", "Mai", ""), "2004-05", ""),
        (("2004", "März", ""), "2004-03", ""),
        (("2004", "juillet", ""), "2004-07", ""),
        (("2004", "Jan.–Feb.", ""), "2004-01/2004-02", ""),
        (("2004", "July/August", ""), "2004-07/2004-08", ""),
        (("2004", "nov, dec", ""), "2004-11/2004-12", ""),
        (("2004", "May 12-15", ""), "2004-05-12/2004-05-15", ""),
        (("2004", "12–15 May", ""), "2004-05-12/2004-05-15", ""),
        (("2004", "30 May - 2 June", ""), "2004-05-30/2004-06-02", ""),
        (("2004", "May-6", ""), "2004", "month"),
        (("2004", "5-6", ""), "2004-05/2004-06", ""),
        (("2004", "5-66", ""), "2004", "month"),
        (("2004", "jun", "1–3"), "2004-06-01/2004-06-03", ""),
        (("2004", "jun", "first"), "2004-06", "day"),
        (("2004", "", "3"), "2004", "day"),
        (("2004–2005", "dec–jan", "30–2"), "2004-12-30/2005-01-02", ""),
        (("2004", "Spring", ""), "2004-21", ""),
        (("2004", "Spring/Summer", ""), "2004-21/2004-22", ""),
        (("2004", "Spring-May", ""), "2004", "month"),
        (("2004", "Winter 3", ""), "2004-24", ""),
        (("1999/2000", "Winter", ""), "1999-24/2000", ""),
        (("2004", "feb", "31"), "2004", "day month"),
        (("2004", "jan-feb", "1-31"), "2004", "day month"),
        (("2004", "14", ""), "2004", "month"),
        (("2004", "lamp", "3"), "2004", "day month"),
        (("2004", "may june", ""), "2004", "month"),
        (("2004", "1 2 may", ""), "2004", "month"),
        (("2004", "may 2004", ""), "2004", "month"),
        (("2004", "jan-feb-mar", ""), "2004", "month"),
        (("2004", "...", ""), "2004", "month"),
        (("2004", "jan" * 40, ""), "2004", "month"),
        (("", "jan", "1"), None, "day month"),
        (("in press", "jan", ""), None, "month year"),
        (("1" * 90, "", ""), None, "year"),
        (("[1984]", "", ""), "1984", ""),
        (("c1984", "", ""), "1984", ""),
        (("© 1984", "", ""), "1984", ""),
        (("[1984?]", "", ""), "1984~", ""),
        (("1984?", "", ""), "1984~", ""),
        (("ca. 2004", "", ""), "2004~", ""),
        (("2004–", "", ""), "2004/..", ""),
        (("1984-1986", "", ""), "1984/1986", ""),
        (("1984–86", "", ""), "1984/1986", ""),
        (("2014-15", "", ""), "2014/2015", ""),
        (("2004-05", "", ""), "2004-05", ""),
        (("2004-05", "jun", "3"), "2004-05", "day month"),
        (("2006-2004", "", ""), None, "year"),
        (("May 2004", "", ""), "2004-05", ""),
        (("987", "", ""), "0987", ""),
        (("-44", "", ""), "-0044", ""),
        (("06/07/2025", "", ""), "2025", "year"),
    ],
)
def test_a_date_in_parts(parts, date, unsaid):
    found, left = date_of_parts(*parts)
    assert (found and str(found), " ".join(sorted(left))) == (date, unsaid)


@pytest.mark.parametrize(
    "date",
    [
        Date(2004), Date(2004, 6), Date(2004, 6, 1), Date(2004, season=4), Date(2004, circa=True),
        Date(2004, is_open=True), Date(2004, end=Date(2006)), Date(2004, 6, end=Date(2004, 8)),
        Date(2004, 6, 1, end=Date(2004, 6, 3)), Date(2004, 12, 30, end=Date(2005, 1, 2)),
        Date(2004, 6, end=Date(2005)), Date(-44), Date(2004, 6, 1, end=Date(2005, 6, 1)),
        Date(2004, season=1, end=Date(2004, season=2)),
    ],
)  # fmt: skip
def test_what_is_written_is_read_again(date):
    strings, fields = Strings(), dict(date_fields(date))
    month = line_of(strings.value(fields.get("month", ""), 0, []))
    parts = (line_of(fields["year"]), month, line_of(fields.get("day", "")))
    assert date_of_parts(*parts) == (date, frozenset())
    assert whole_date(str(date)) == (date, True)
