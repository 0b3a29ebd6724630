"""The items of a feed and what their prose says."""

import pytest

from refman.reading.feed_description import describe
from refman.reading.feed_fields import Gives
from refman.reading.feed_items import feed_items, without_html
from refman.reading.mapped import plain
from refman.reading.markup import parse_markup


def items_of(source):
    return list(feed_items(parse_markup(plain(source), "a feed", is_xml=True)))


def item_of(inner, root="rss"):
    (item,) = items_of(f"<{root}><item>{inner}</item></{root}>")
    return item


def test_namespace_counts_and_not_its_prefix():
    item = item_of(
        "<x:creator>Ann</x:creator><dc:creator>Bo</dc:creator>",
        root='rss xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:dc="http://lamps.example/"',
    )
    assert [author.text for author in item.authors()] == ["Ann", "Bo"]
    item = item_of(
        "<prism:doi>10.1/a</prism:doi>",
        root='rss xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"',
    )
    assert item.first("doi").text == "10.1/a"


def test_items_inside_items_are_parts_of_them():
    outer, other = items_of(
        "<feed><entry><title>a</title><source><entry><title>b</title></entry></source></entry>"
        "<entry><title>c</title></entry></feed>"
    )
    assert (outer.first("title").text, other.first("title").text) == ("a", "c")


def test_blank_elements_give_nothing():
    item = item_of("<title> </title><dc:title>t</dc:title><link/><category term=' '/>")
    assert item.first("title").text == "t"
    assert item.page() is None
    assert item.first("class") is None
    assert item.authors() == []


@pytest.mark.parametrize(
    ("inner", "address"),
    [
        ("<link>https://a.example</link>", "https://a.example"),
        ("<link href='https://a.example'/>", "https://a.example"),
        (
            "<link rel='self' href='https://b.example'/><link rel='Alternate' href='https://a.example'/>",
            "https://a.example",
        ),
        ("<link rel='related' href='https://b.example'/>", None),
        ("<link rdf:resource='https://a.example'/>", "https://a.example"),
    ],
)
def test_page_is_the_alternate_link(inner, address):
    page = item_of(inner).page()
    assert (page.text if page else None) == address


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("for $n<m$ and $m>2$", "for $n<m$ and $m>2$"),
        ("<p>a &amp; b</p>", "a & b"),
        ("a &lt; b", "a < b"),
        ("AT&T; &copy", "AT&T; &copy"),
        ("<i>E. coli</i>", "E. coli"),
        ("<action name>", "<action name>"),
    ],
)
def test_html_is_told_from_text(text, read):
    assert without_html(plain(text), "a feed").text.strip() == read


def description_of(*texts):
    return describe(map(plain, texts))


def test_announcement_is_taken_off():
    read = description_of("arXiv:2506.00411v1 Announce Type: replace-cross \nAbstract: Lamps.")
    assert (read.number, read.announced, read.abstract) == (
        "arXiv:2506.00411v1",
        "replace-cross",
        "Lamps.",
    )


def test_longest_abstract_counts_and_what_is_cut_is_none():
    read = description_of(
        "Lamps are read and th…", "Source: Lamps\n\nABSTRACT\n\nLamps are read.", "Lamps."
    )
    assert read.abstract == "Lamps are read."
    assert not read.is_cut
    assert read.told == {Gives.NOTHING: "Source: Lamps"}


def test_cut_text_alone_is_told():
    read = description_of("Lamps are read and th…")
    assert (read.abstract, read.span, read.is_cut) == (None, None, True)


def test_label_in_front_is_taken_off_and_other_words_are_not():
    assert description_of("Abstract: Lamps.").abstract == "Lamps."
    assert description_of("Abstract lamps.").abstract == "Abstract lamps."


def test_nothing_tells_nothing():
    assert describe([]).abstract is None
    assert description_of(" \n\n ").abstract is None
