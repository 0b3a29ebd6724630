"""HTML and XML read by one scan, each character with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import InputError
from refman.model import Span
from refman.reading import markup
from refman.reading.mapped import plain
from refman.reading.markup import fold_paragraphs, parse_markup


def page(text, *, is_xml=False):
    return parse_markup(plain(text), "a page", is_xml=is_xml)


def text_of(text, *names, is_xml=False):
    """The text of each element of these names."""
    read = page(text, is_xml=is_xml)
    return [read.text(element).text for element in read.find(*names)]


@pytest.mark.parametrize(
    ("source", "names", "texts"),
    [
        ("<p>a <b>b</b>c</p>", ("p",), ["a bc"]),
        ("<P CLASS=x>a</p >", ("p",), ["a"]),
        ("<p>a<p>b<div>c", ("p", "div"), ["a", "b", "c"]),
        ("<dl><dt>1<dd>one<dt>2<dd>two</dl>", ("dt", "dd"), ["1", "one", "2", "two"]),
        ("<ul><li>a<li>b</ul>c", ("li",), ["a", "b"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ("td",), ["a", "b", "c"]),
        ("<div>a</b></div>b", ("div",), ["a"]),
        ("<div><i>a</div>b</i>", ("i",), ["a"]),
        ("<p>a<br>b\n c</p>", ("p",), ["a\nb  c"]),
        ("<div>a<p>b</p></div>", ("div",), ["a\n\nb\n\n"]),
        (
            "<p>&lt;b&gt; &amp;amp; &copy; &nosuch; &#x41;&#66; & c</p>",
            ("p",),
            ["<b> &amp; © &nosuch; AB & c"],
        ),
        ("<p>a<script>if (a < b) '</p>'</script>b<style>p {}</style></p>", ("p",), ["ab"]),
        ("<p>a<!-- <p>no</p> -->b<!DOCTYPE x><?php ?>c</p>", ("p",), ["abc"]),
        ("<p>1 < 2 and 3 > 2 <3</p>", ("p",), ["1 < 2 and 3 > 2 <3"]),
        ("<p>a</p><p>b<a href='x", ("p",), ["a", "b"]),
        ("<p>a<!-- never ends <p>b</p>", ("p",), ["a"]),
        ("<p title='>'>a</p><p title=\">\">b</p><p x=1 y>c</p>", ("p",), ["a", "b", "c"]),
    ],
)
def test_text_of_html(source, names, texts):
    assert text_of(source, *names) == texts


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<t>a<![CDATA[<b> &amp; ]]>c</t>", ["a<b> &amp; c"]),
        ("<t/><t>b</t>", ["", "b"]),
        ("<t>a\n<x/>b</t>", ["a\nb"]),
        ("<T>no</T><t>yes</t>", ["yes"]),
        ("<t>a<![CDATA[b", ["ab"]),
        ("<t><br>c</br>d</t>", ["cd"]),
    ],
)
def test_text_of_xml(source, texts):
    assert text_of(source, "t", is_xml=True) == texts


def test_attributes_are_decoded_and_know_their_places():
    source = "<a class='x y' HREF=\"/p?a=1&amp;b=2\" data-x=bare empty>t</a>"
    read = page(source)
    (anchor,) = read.find("a")
    assert read.classes(anchor) == ["x", "y"]
    href = read.attribute(anchor, "href")
    assert href.text == "/p?a=1&b=2"
    span = href.span()
    assert source[span.start : span.end] == "/p?a=1&amp;b=2"
    assert read.attribute(anchor, "data-x").text == "bare"
    assert read.attribute(anchor, "empty") is None
    assert read.attribute(anchor, "none") is None


def test_elements_are_found_by_name_class_and_place():
    read = page("<div class='a'><p class='a b'>1</p></div><p class='b'>2</p>")
    first, second = read.find("p")
    (div,) = read.find("div")
    assert list(read.find("p", within=div)) == [first]
    assert list(read.find(class_="b")) == [first, second]
    assert read.first("p", class_="a") == first
    assert read.first("h1") is None
    assert list(read.outermost(class_="a")) == [div]
    assert list(read.children(div)) == [first]


def test_spans_hold_the_tags_and_inner_spans_do_not():
    source = "x<p>a</p><p>b"
    closed, open_ = page(source).find("p")
    assert source[closed.span.start : closed.span.end] == "<p>a</p>"
    assert source[closed.inner.start : closed.inner.end] == "a"
    assert open_.span == Span(9, len(source))


def test_paragraphs_are_folded():
    assert fold_paragraphs(" a\nb \n\n \n c  d ") == "a b\n\nc d"
    assert fold_paragraphs(" \n\n ") == ""


def test_too_many_elements_are_refused(monkeypatch):
    monkeypatch.setattr(markup, "MOST_ELEMENTS", 10)
    page("<b>" * 10)
    with pytest.raises(InputError, match=r"^a page has more than 10 elements; save a shorter"):
        page("<b>" * 11)


SIGNS = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<b", ">", "<br/>", "&amp;", "<!--", "-->", "<![CDATA[", "]]>"),
            *"a\"'= <",
        ]
    ),
    max_size=30,
)


@given(signs=SIGNS, is_xml=st.booleans())
def test_elements_nest_and_texts_lead_back(signs, is_xml):
    source = "".join(signs)
    read = page(source, is_xml=is_xml)
    for number, element in enumerate(read.elements):
        assert element.number == number < element.after <= len(read.elements)
        assert element.span.start < element.inner.start <= element.inner.end <= element.span.end
        for inner in read.find(within=element):
            assert element.inner.start <= inner.span.start
            assert inner.span.end <= element.inner.end
        text = read.text(element)
        for place, sign in enumerate(text.text):
            span = text.span(place, place + 1)
            assert sign == "&" or sign.isspace() or source[span.start : span.end] == sign
