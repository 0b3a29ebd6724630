"""EndNote's XML: samples, broken files, growth."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.loaders.endnote_xml import ENDNOTE_XML
from refman.model import Date, ItemType, LeftOver
from tests.formats.loaders.loaded import (
    assert_linear,
    check_sample,
    mutated,
    only,
    pieces,
    records,
    samples,
    text_of,
)
from tests.formats.shown import law

SAMPLES = samples("endnote_in")


def entry_of(body, kind='<ref-type name="Journal Article">17</ref-type>'):
    return only(ENDNOTE_XML, f"<xml><records><record>{kind}{body}</record></records></xml>").entry


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_as_lies_beside_it(path, request):
    check_sample(ENDNOTE_XML, path, update=request.config.getoption("--update"))
    assert ENDNOTE_XML.score(text_of(path)) == 0.97


@pytest.mark.parametrize(
    ("text", "score"), [("", 0), ("<records>", 0.3), ("<xml><records><record>", 0.8)]
)
def test_scores(text, score):
    assert ENDNOTE_XML.score(text) == score


@pytest.mark.parametrize(
    ("kind", "item_type"),
    [
        ('<ref-type name="Book">1</ref-type>', ItemType.BOOK),
        ('<ref-type name="book section">0</ref-type>', ItemType.CHAPTER),
        ("<ref-type>32</ref-type>", ItemType.THESIS),
        ('<ref-type name="">13</ref-type>', ItemType.DOCUMENT),
        ('<ref-type name="Conference Paper">47</ref-type>', ItemType.PAPER_CONFERENCE),
        ("", ItemType.DOCUMENT),
    ],
)
def test_the_name_of_a_type_counts_before_its_number(kind, item_type):
    assert entry_of("", kind).type is item_type


@pytest.mark.parametrize(
    ("dates", "issued", "kept"),
    [
        ("<year>2012</year>", Date(2012), {}),
        ("<year>2012</year><pub-dates><date>Jun</date></pub-dates>", Date(2012, 6), {}),
        ("<year>2012</year><pub-dates><date>3 Jun 2012</date></pub-dates>", Date(2012, 6, 3), {}),
        ("<year>2012</year><pub-dates><date>1//</date></pub-dates>", Date(2012),
         {"dates/pub-dates/date": "1//"}),
        ("<year>2012</year><pub-dates><date>06/07/2012</date></pub-dates>", Date(2012),
         {"dates/pub-dates/date": "06/07/2012"}),
        ("<pub-dates><date>2012-06</date><date>2013</date></pub-dates>", Date(2012, 6),
         {"dates/pub-dates/date": "2013"}),
        ("<year>forthcoming</year><pub-dates><date>2012</date></pub-dates>", Date(2012), {}),
        ("<copyright-dates><date>2011</date></copyright-dates>", None,
         {"dates/copyright-dates/date": "2011"}),
    ],
)  # fmt: skip
def test_year_and_date_are_read_together(dates, issued, kept):
    entry = entry_of(f"<dates>{dates}</dates>")
    assert entry.issued == issued
    assert {name: value for name, value in entry.extra.items() if name != "dates/year"} == kept


@pytest.mark.parametrize(
    ("written", "isbn", "issn", "kept"),
    [
        ("1532-1827 (Electronic)&#xD;0007-0920 (Linking)", None, "1532-1827, 0007-0920", None),
        ("9781234567897", "9781234567897", None, None),
        ("978-1-234-56789-7 1234-5678", "9781234567897", "1234-5678", None),
        ("1234-5678 see there", None, "1234-5678", "1234-5678 see there"),
        ("9781234567890", None, None, "9781234567890"),
        ("lamp", None, None, "lamp"),
    ],
)
def test_isbn_and_issn_are_told_apart(written, isbn, issn, kept):
    entry = entry_of(f"<isbn>{written}</isbn>")
    assert (entry.identifiers.isbn, entry.issn, entry.extra.get("isbn")) == (isbn, issn, kept)


def test_a_label_that_is_no_key_and_a_doi_that_is_none_are_kept():
    entry = entry_of("<label>a b</label><electronic-resource-num>x</electronic-resource-num>")
    assert entry.citekey is None
    assert entry.extra == {"label": "a b", "electronic-resource-num": "x"}


def test_a_number_of_a_database_is_pubmeds_only_where_it_says_so():
    assert entry_of("<accession-num>PMID: 12</accession-num>").identifiers.pmid == "12"
    assert entry_of("<accession-num>12</accession-num>").extra == {"accession-num": "12"}


def test_pages_of_a_book_are_its_number_only_where_they_are_one():
    book = '<ref-type name="Book">6</ref-type>'
    assert entry_of("<pages>312</pages>", book).number_of_pages == "312"
    entry = entry_of("<pages>1-9</pages>", book)
    assert (entry.page, entry.number_of_pages) == ("1-9", None)


def test_nesting_ends():
    deep = "<a>" * 9 + "lamp" + "</a>" * 9
    assert entry_of(f"<x>{deep}</x>").extra == {"x/a/a/a/a/a/a": "lamp"}


def test_a_file_without_name_is_its_path():
    body = "<urls><pdf-urls><url>///</url><url>a.pdf&#xD;b.html</url></pdf-urls></urls>"
    assert [(each.title, each.media_type) for each in entry_of(body).attachments] == [
        ("///", None),
        ("a.pdf", "application/pdf"),
        ("b.html", "text/html"),
    ]


@pytest.mark.parametrize("text", ["", "<xml><records></records></xml>", "<xml/>"])
def test_nothing_is_nothing(text):
    assert pieces(ENDNOTE_XML, text) == []


def test_a_record_alone_and_an_empty_one_are_read():
    assert only(ENDNOTE_XML, "<record><label>a</label></record>").entry.citekey == "a"
    assert only(ENDNOTE_XML, "<records><record/></records>").entry.title is None


@pytest.mark.parametrize(
    "text",
    ["<record><title>", "<record><title>&bogus;&#xFFFFFF;</record>", "<record><!-- x",
     "<record" + " a='x'" * 3 + "<", "<records><record>\ud800</x></record>"],
)  # fmt: skip
def test_what_cannot_be_read_is_left_over(text):
    assert all(isinstance(piece, LeftOver) for piece in pieces(ENDNOTE_XML, text))


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("R&D", "R&D"),
        ("a &nbsp; &eacute;", "a é"),
        ("x \x0b &#11; &#x110000; y", "x \ufffd \ufffd \ufffd y"),
        ("&bogus; &lt;i> &", "&bogus; <i> &"),
    ],
)
def test_signs_that_xml_forbids_lose_nothing_else(written, title):
    record = only(ENDNOTE_XML, f"<record><titles><title>{written}</title></titles></record>")
    assert record.entry.title == title
    assert [problem.span for problem in record.problems] == [record.span]


@law
@given(mutated(SAMPLES, st.text("<>/&\"'=x ", max_size=3)))
def test_mutated_samples_are_read_without_harm(text):
    pieces(ENDNOTE_XML, text)


@pytest.mark.parametrize(
    "unit",
    ["<record>", "<a>", "<record/>", "<!--", "<a b=\"", "&", "<![CDATA[", "<record><a>",
     "<record><urls><related-urls><url>https://x.example/</url></related-urls></urls></record>"],
)  # fmt: skip
def test_cost_is_linear(unit):
    assert_linear(ENDNOTE_XML, lambda length: "<xml>" + unit * (length // len(unit)))


@pytest.mark.corpus
def test_every_record_of_the_real_files_is_read(corpus):
    folder = corpus / "other_formats" / "endnote_xml"
    for path in folder.glob("*.xml"):
        text = text_of(path)
        found = records(ENDNOTE_XML, text)
        assert len(found) == len(pieces(ENDNOTE_XML, text)) == text.count("</record>")
        beside = path.with_name(f"{path.name}.expected.json")
        if beside.exists():
            for item, record in zip(json.loads(beside.read_text()), found, strict=True):
                check_item(item, record.entry)


def check_item(item, entry):
    people = [*entry.author, *entry.editor, *entry.collection_editor]
    assert [name.family for name in people] == [
        unicodedata.normalize("NFC", each["lastName"]) for each in item["creators"]
    ]
    assert entry.title == item["title"]
    assert (entry.issued and str(entry.issued)) == (item.get("date") or item.get("issueDate"))
    assert entry.page == item.get("pages")
    assert entry.publisher_place in (item.get("place"), "New York")
    assert entry.publisher == item.get("publisher")
    assert entry.identifiers.isbn == item.get("ISBN")
    assert entry.number == item.get("patentNumber")
    assert entry.edition == item.get("edition")
    assert entry.url == item.get("url")
    assert len(entry.attachments) == len(item["attachments"])
    titles = ("publicationTitle", "bookTitle", "websiteTitle")
    assert entry.container_title in {item.get(title) for title in titles}
    assert item.get("extra") in (None, f"Citation Key: {entry.citekey}")
