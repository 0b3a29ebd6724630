"""Cost in step with length, on texts made to be dear."""

import pytest

from refman.links import canonical_url, links_in
from refman.model import Span
from tests.growth import assert_cost_ratio

SHORT, LONG = 6_000, 24_000
FLOOR_S = 0.0005
"""Below this the clock's own grain is measured."""

TEXTS = [
    "http://",
    "https://a.io/((((",
    "https://a.io,https://b.io,",
    "https://a.io/?u=",
    "https://web.archive.org/",
    "https://a.io/x and https://a.io/y. ",
    "https://a.io/x\n",
    "https://a.io/x-\n",
    "https://a.io/x{",
    "https://a.io/x](",
    "https://a.io/\\_",
    "https://a.io/\\\\",
    "https://a.io/x--",
    "https://a.io/x&amp;",
    "https://a.io/aaaa",
    "https:// ",
    "github.com/",
    "github.com/a/b, ",
    "x.github.io",
    ".github.io",
    "www.",
    "code and ",
    "e.g. ",
    "(",
    "/",
    "a/",
    ".",
    "\n",
]
RAW = ["\\", "{\\", "%", " \n", " ", "&amp;", ".", "a.", ":", "@", "?a&", "$\\sim", "İ"]


@pytest.mark.parametrize("unit", TEXTS)
def test_cost_of_finding_grows_with_length_alone(unit):
    assert_linear(lambda text: links_in(f"{text} at https://b.io/z"), unit)


@pytest.mark.parametrize("unit", RAW)
def test_cost_of_the_canonical_form_grows_with_length_alone(unit):
    assert_linear(lambda text: canonical_url(f"https://a.io/{text}"), unit)
    assert_linear(canonical_url, unit)


def test_papers_of_a_long_text_cost_the_same_wherever_they_stand():
    text = "Tides rise. Code: https://github.com/example-lab/quays\n\n" * 4_000
    paper = Span(len(text) // 2, len(text) // 2 + 500)
    head = Span(0, 500)
    links_in(text, head)
    assert_cost_ratio(
        lambda: links_in(text, paper), lambda: links_in(text, head), most=8, floor_s=FLOOR_S
    )


def assert_linear(read, unit):
    read(unit)
    short, long = ((unit * size)[:size] for size in (SHORT, LONG))
    # 4 where the cost is linear, 16 where it is quadratic
    assert_cost_ratio(lambda: read(long), lambda: read(short), most=10, floor_s=FLOOR_S)
