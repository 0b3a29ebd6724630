"""Links that markup or a record's field gives."""

import pytest

from refman.model import LinkKind, Span
from refman.reading.mapped import plain
from refman.reading.own_links import paper_link, united

SOURCE = "see /abs/2506.00411 here"


def link(url, span=None):
    return paper_link(url, plain(SOURCE, span or Span(4, 19)), SOURCE)


def test_link_has_what_it_was_made_of():
    own = link("HTTPS://arXiv.org/abs/2506.00411")
    assert own.url == "https://arxiv.org/abs/2506.00411"
    assert (own.raw_url, own.span) == ("/abs/2506.00411", Span(4, 19))
    assert (own.kind, own.roles) == (LinkKind.PAPER, (LinkKind.PAPER,))
    assert own.evidence is None


@pytest.mark.parametrize(
    "url", ["", "javascript:alert(1)", "ftp://a.example", "http://[x", "http://", "/a"]
)
def test_address_that_is_none_of_the_web_is_no_link(url):
    assert link(url) is None


def test_each_address_stands_once_and_the_first_counts():
    first = link("http://lamps.example/a/", Span(0, 3))
    other = link("https://lamps.example/b")
    assert united([first, None, link("https://www.lamps.example/a"), other]) == (first, other)
