from xml.sax.saxutils import escape

import msgspec
import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given

from refman.formats.crosswalk import rows
from refman.formats.endnote_xml import ENDNOTE_XML
from refman.formats.format import Options
from refman.model import Attachment, Entry, ItemType, Name
from tests.formats.entries import FULL, sample_entries
from tests.formats.shown import SHOWN, check_expected, dumped, hostile_entries, law


def read(*entries):
    return list(fromstring(dumped(ENDNOTE_XML, *entries).encode())[0])


def text_at(record, path):
    return [each.text for each in record.findall(path)]


def test_the_whole_file(request):
    text = dumped(ENDNOTE_XML, *SHOWN)
    check_expected("endnote/shown.xml", text, update=request.config.getoption("--update"))


def test_a_piece_an_entry_between_head_and_end():
    entries = sample_entries()
    assert len(list(ENDNOTE_XML.dump(iter(entries), Options()))) == len(entries) + 2
    assert read() == []


@law
@given(entry=hostile_entries())
def test_no_text_breaks_the_file(entry):
    _, last = read(entry, Entry(title="next"))
    assert text_at(last, "titles/title") == ["next"]


@pytest.mark.parametrize("item_type", ItemType)
def test_every_field_is_there_for_every_type(item_type):
    text = dumped(ENDNOTE_XML, msgspec.structs.replace(FULL, type=item_type))
    (record,) = read(msgspec.structs.replace(FULL, type=item_type))
    assert record.find("ref-type").get("name") == rows("endnote_types")[item_type.value]["name"]
    for field in rows("endnote"):
        value = getattr(FULL, field, None) or getattr(FULL.identifiers, field, None)
        if isinstance(value, str):
            assert escape(value.split("\n")[0]) in text, field


def test_the_page_stands_before_the_links_and_files_apart():
    (record,) = read(msgspec.structs.replace(FULL, attachments=(Attachment("x", "a/b.pdf"),)))
    urls = text_at(record, "urls/related-urls/url")
    assert urls[:2] == [FULL.url, FULL.links[0].url]
    assert text_at(record, "urls/pdf-urls/url") == ["a/b.pdf"]


def test_a_body_ends_in_a_comma_and_an_empty_name_is_none():
    (record,) = read(Entry(author=(Name(literal="Lamp Board"), Name(family=""))))
    assert text_at(record, "contributors/authors/author") == ["Lamp Board,"]


def test_what_endnote_alone_has_goes_back():
    (record,) = read(Entry(extra={"custom4": "x", "auth-address": "a\nb", "lamp": "y"}))
    assert text_at(record, "custom4") == ["x"]
    assert text_at(record, "auth-address") == ["a\rb"]
    assert record.find("lamp") is None
