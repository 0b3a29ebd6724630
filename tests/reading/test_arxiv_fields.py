"""What arXiv's own fields say."""

import pytest

from refman.model import Arxiv, ArxivId, Date
from refman.reading.arxiv_fields import (
    first_date,
    is_rest,
    issued_of,
    numbered,
    split_authors,
)
from tests.growth import assert_cost_ratio


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Ann Wick", ["Ann Wick"]),
        ("Ann Wick and Bo Glim", ["Ann Wick", "Bo Glim"]),
        ("Ann Wick, Bo Glim, and Cy Hose", ["Ann Wick", "Bo Glim", "Cy Hose"]),
        ("Ann Wick and Bo Glim and Cy Hose", ["Ann Wick", "Bo Glim", "Cy Hose"]),
        ("A. B. Wick (University of X), C. Glim and D. Hose", ["A. B. Wick", "C. Glim", "D. Hose"]),
        ("Ann Wick (1), Bo Glim (1 and 2) ((1) X, Y, (2) Z)", ["Ann Wick", "Bo Glim"]),
        ("Ann Wick, Jr., Bo Glim III", ["Ann Wick, Jr.", "Bo Glim III"]),
        ("The Lamp Collaboration: Ann Wick", ["The Lamp Collaboration", "Ann Wick"]),
        ("Ann Wick & Bo Glim", ["Ann Wick", "Bo Glim"]),
        ("Sandy Andersson", ["Sandy Andersson"]),
        ("Haritha G.B and S. N.B", ["Haritha G.B", "S. N.B"]),
        ("Ann\n  Wick,\n  Bo Glim", ["Ann Wick", "Bo Glim"]),
        ("Ann Wick, , Bo Glim,", ["Ann Wick", "Bo Glim"]),
        ("Ann Wick (X, Bo Glim", ["Ann Wick"]),
        ("Ann) Wick", ["Ann Wick"]),
        ("Jr", ["Jr"]),
        ("", []),
        ("1, 2", []),
    ],
)
def test_names_are_cut(field, names):
    authors = split_authors(field)
    assert list(authors.names) == names
    assert not authors.is_cut


@pytest.mark.parametrize(
    "field",
    [
        "Ann Wick, et al.",
        "Ann Wick et al",
        "Ann Wick, et al. (12 additional authors not shown)",
        "Ann Wick, 12 additional authors not shown",
        "Ann Wick and 3 other authors",
    ],
)
def test_cut_list_is_told(field):
    authors = split_authors(field)
    assert authors.names == ("Ann Wick",)
    assert authors.is_cut


def test_rest_is_no_name():
    assert is_rest("et al.")
    assert not is_rest("Ettal Ale")


@pytest.mark.parametrize(
    ("text", "classes", "arxiv"),
    [
        ("arXiv:2506.00411", "cs.CV eess.IV", Arxiv(ArxivId("2506.00411"), None, "cs.CV")),
        ("arXiv:2506.00411v2", "", Arxiv(ArxivId("2506.00411"), 2)),
        ("arXiv:2506.00411v2 [cs.LG]", "cs.CV", Arxiv(ArxivId("2506.00411"), 2, "cs.LG")),
        (
            "http://arxiv.org/abs/hep-th/9901042",
            "hep-th",
            Arxiv(ArxivId("hep-th/9901042"), None, "hep-th"),
        ),
        ("arXiv:2506.00411", "Lamps", Arxiv(ArxivId("2506.00411"))),
        ("2506.00411", "cs.CV", None),
    ],
)
def test_number_with_its_class(text, classes, arxiv):
    assert numbered(text, classes) == arxiv


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Sat, 31 May 2025 09:12:44 GMT   (812kb,D)", Date(2025, 5, 31)),
        ("Tue, 03 Jun 2025 00:00:00 -0400", Date(2025, 6, 3)),
        ("2025-06-01T09:12:44Z", Date(2025, 6, 1)),
        ("31 Feb 2025", None),
        ("1 Jun 2549", None),
        ("2025", None),
        ("", None),
    ],
)
def test_first_date(text, date):
    assert first_date(text) == date


@pytest.mark.parametrize(
    ("number", "told", "issued"),
    [
        ("2506.00411", Date(2025, 6, 3), Date(2025, 6, 3)),
        ("2506.00411", Date(2026, 6, 3), Date(2025, 6)),
        ("2506.00411", None, Date(2025, 6)),
        ("hep-th/9901042", None, Date(1999, 1)),
        ("math.GT/0309136", Date(2025, 6), Date(2003, 9)),
        (None, Date(2025, 6, 3), Date(2025, 6, 3)),
        (None, None, None),
    ],
)
def test_date_is_that_of_the_number(number, told, issued):
    arxiv = Arxiv(ArxivId(number)) if number else None
    assert issued_of(arxiv, told) == issued


def test_number_that_has_no_month_tells_none():
    assert issued_of(Arxiv(ArxivId("lamps")), None) is None


@pytest.mark.parametrize("sign", ["(", "()", ",", " and ", "et al. ", "a, ", "1 author "])
def test_cost_is_linear(sign):
    short, long = (sign * (length // len(sign)) for length in (2_000, 16_000))
    assert_cost_ratio(
        lambda: split_authors(long), lambda: split_authors(short), most=24, floor_s=0.001
    )
