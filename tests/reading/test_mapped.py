"""Decoded text that knows its way back to the source."""

import html
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.model import Span
from refman.reading.mapped import Builder, Mapped, join, plain

SOURCE = "ab&amp;cd&lt;ef"


def decoded(source, span=None):
    """The source with its entities decoded, by the builder alone."""
    first, last = (0, len(source)) if span is None else (span.start, span.end)
    builder = Builder()
    place = first
    while place < last:
        end = source.index(";", place) + 1 if source[place] == "&" else place + 1
        builder.add(html.unescape(source[place:end]), Span(place, end))
        place = end
    return builder.mapped()


def test_entity_has_the_place_of_all_its_signs():
    text = decoded(SOURCE)
    assert text.text == "ab&cd<ef"
    assert text.span(2, 3) == Span(2, 7)
    assert text.span(1, 4) == Span(1, 8)
    assert text.span() == Span(0, len(SOURCE))


def test_empty_stretch_has_an_empty_place():
    assert decoded(SOURCE).span(3, 3) == Span(7, 7)
    assert Mapped("", ()).span() == Span(0, 0)


def test_cut_keeps_places():
    cut = decoded(SOURCE).cut(1, 4)
    assert cut.text == "b&c"
    assert [cut.span(place, place + 1) for place in range(3)] == [
        Span(1, 2),
        Span(2, 7),
        Span(7, 8),
    ]
    assert cut.cut(2, 1) == Mapped("", ())


def test_text_escaped_twice_leads_back_over_both():
    source = "x&amp;lt;y"
    once = decoded(source)
    twice = once.over(decoded(once.text))
    assert twice.text == "x<y"
    assert twice.span(1, 2) == Span(1, 9)


def test_separator_stands_nowhere():
    joined = join([plain("abc", Span(0, 1)), Mapped("", ()), plain("abc", Span(2, 3))], "--")
    assert joined.text == "a----c"
    assert joined.span(0, 1) == Span(0, 1)
    assert joined.span(1, 5) == Span(1, 1)
    assert joined.span(5, 6) == Span(2, 3)


def test_links_have_the_raw_form_of_the_source():
    source = "Code: https://github.com/wick/lamp?a=1&amp;b=2 &amp; more."
    (link,) = decoded(source).links(source)
    assert link.url == "https://github.com/wick/lamp?a=1&b=2"
    assert link.raw_url == "https://github.com/wick/lamp?a=1&amp;b=2"
    assert link.raw_url == source[link.span.start : link.span.end]
    assert link.evidence == "Code: https://github.com/wick/lamp?a=1&b=2 & more."


PIECES = st.lists(st.sampled_from(["a", "b ", "&amp;", "&lt;", "&amp;lt;", "é"]), max_size=12)


@given(pieces=PIECES, data=st.data())
def test_a_cut_is_what_its_source_decodes_to(pieces, data):
    source = "".join(pieces)
    text = decoded(source)
    start = data.draw(st.integers(0, len(text.text)))
    end = data.draw(st.integers(start, len(text.text)))
    span = text.span(start, end)
    assert html.unescape(source[span.start : span.end]) == text.text[start:end]
    assert text.cut(start, end).span() == (span if start < end else Span(0, 0))


@given(pieces=PIECES)
def test_places_never_go_back(pieces):
    source = "".join(pieces)
    twice = plain(source).over(decoded(source))
    assert twice == decoded(source)
    spans = [twice.span(place, place + 1) for place in range(len(twice.text))]
    assert all(one.end == other.start for one, other in pairwise(spans))


@pytest.mark.parametrize("text", ["", "abc"])
def test_plain_text_is_its_own_source(text):
    assert plain(text).text == text
    assert plain(text).span() == Span(0, len(text))
