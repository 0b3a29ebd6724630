"""MODS: samples, its parts one by one, broken files, growth."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.crosswalk import rows
from refman.formats.foreign.gathered import IDENTIFIERS
from refman.formats.foreign.mods_origin import date_in
from refman.formats.loaders.mods import MODS
from refman.model import Date, Entry, ItemType, LeftOver, Record
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

SAMPLES = samples("mods_in")
SAID_OTHERWISE = {"Author", "Photographer", "marcrelator", "text", "yes", "primary", "article",
                  "periodical", "journalArticle", "type", "local", "thesis", "pages", "start",
                  "author", "edt", "trl", "the", "English", "publication"}  # fmt: skip


def entry_of(body, attributes=""):
    return only(MODS, f"<mods{attributes}>{body}</mods>").entry


def host(body):
    return f'<relatedItem type="host">{body}</relatedItem>'


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_as_lies_beside_it(path, request):
    check_sample(MODS, path, update=request.config.getoption("--update"))
    assert MODS.score(text_of(path)) == 0.97


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("", 0),
        ("<mods>", 0.9),
        ('<?xml version="1.0"?>\n<!-- x --><m:modsCollection xmlns:m="http://www.loc.gov/mods/v3">',
         0.97),
        ('<mets:mets xmlns:m="http://www.loc.gov/mods/v3"><m:mods>', 0.85),
        ('<mets:mets xmlns:m="http://www.loc.gov/mods/v3">', 0),
        ("<model>", 0),
    ],
)  # fmt: skip
def test_scores(text, score):
    assert MODS.score(text) == score


@pytest.mark.parametrize("section", ["resources", "types", "hosts", "collections"])
def test_a_row_names_a_type(section):
    for name, row in rows(f"read_mods_{section}").items():
        assert name == name.casefold()
        assert ItemType(row["type"])
        assert set(row) <= {"type", "more"}


@pytest.mark.parametrize("section", ["identifiers", "roles", "details"])
def test_a_row_names_a_field(section):
    known = {*Entry.__struct_fields__, *IDENTIFIERS}
    for name, row in rows(f"read_mods_{section}").items():
        assert name == name.casefold()
        assert row["field"] in known
        assert set(row) <= {"field", "more"}


@pytest.mark.parametrize(
    ("body", "item_type"),
    [
        ("", ItemType.DOCUMENT),
        ("<genre>lamp</genre>", ItemType.DOCUMENT),
        ("<genre>Web site</genre>", ItemType.WEBPAGE),
        ('<genre authority="local">blogPost</genre><genre>book</genre>', ItemType.POST_WEBLOG),
        ('<genre>article</genre><genre authority="local">email</genre>',
         ItemType.PERSONAL_COMMUNICATION),
        ("<genre>fiction</genre>", ItemType.BOOK),
        ("<genre>fiction</genre><genre>map</genre>", ItemType.MAP),
        ("<genre>book</genre><originInfo><issuance>serial</issuance></originInfo>",
         ItemType.PERIODICAL),
        ("<genre>newspaper</genre><originInfo><issuance>continuing</issuance></originInfo>",
         ItemType.PERIODICAL),
        ("<originInfo><issuance>monographic</issuance></originInfo>", ItemType.BOOK),
        ("<originInfo><issuance>continuing</issuance></originInfo>", ItemType.PERIODICAL),
        ("<typeOfResource>lamp</typeOfResource><typeOfResource>still image</typeOfResource>",
         ItemType.GRAPHIC),
        ("<genre>article</genre>" + host("<genre>lamp</genre><genre>magazine</genre>"),
         ItemType.ARTICLE_MAGAZINE),
        ("<extension><collectionCode>CHRG</collectionCode></extension>", ItemType.HEARING),
        ("<extension><collectionCode>LAMP</collectionCode></extension>", ItemType.DOCUMENT),
        ("<genre>article</genre>" + host("<genre>newspaper</genre>"), ItemType.ARTICLE_NEWSPAPER),
        ("<genre>book chapter</genre>" + host("<genre>newspaper</genre>"), ItemType.CHAPTER),
        (host("<originInfo><issuance>continuing</issuance></originInfo>"),
         ItemType.ARTICLE_JOURNAL),
        (host("<originInfo><issuance>monographic</issuance></originInfo>"), ItemType.CHAPTER),
        (host('<identifier type="ISSN">1234-5678</identifier>'), ItemType.ARTICLE_JOURNAL),
        (host('<identifier type="isbn">9781234567897</identifier>'), ItemType.CHAPTER),
        (host('<part><detail type="issue"><number>1</number></detail></part>'),
         ItemType.ARTICLE_JOURNAL),
        (host("<titleInfo><title>Lamps</title></titleInfo>"), ItemType.DOCUMENT),
    ],
)  # fmt: skip
def test_types(body, item_type):
    assert entry_of(body).type is item_type


@pytest.mark.parametrize(
    ("info", "title"),
    [
        ("<title>Lamps</title>", "Lamps"),
        ("<nonSort>L'</nonSort><title>Huile</title>", "L'Huile"),
        ("<nonSort>The </nonSort><title>Lamp</title>", "The Lamp"),
        ("<title>Lamps :</title><subTitle>a life</subTitle>", "Lamps : a life"),
        ("<title>Lamps /</title><subTitle>a life</subTitle>", "Lamps: a life"),
        ("<title>Lamps.</title><partNumber>2</partNumber>", "Lamps. 2"),
        ("<title>Lamps</title><partName>Oil</partName>", "Lamps. Oil"),
        ("<subTitle>a life</subTitle>", "a life"),
        ("<title/>", None),
    ],
)
def test_titles(info, title):
    assert entry_of(f"<titleInfo>{info}</titleInfo>").title == title


def test_a_second_abbreviated_title_and_an_empty_one():
    one = '<titleInfo type="abbreviated"><title>{}</title></titleInfo>'
    entry = entry_of("<titleInfo><title>x</title></titleInfo>" + one.format("a") + one.format("b"))
    assert entry.title_short == "a"
    assert entry.extra == {"titleInfo[abbreviated]/title": "b"}
    empty = entry_of("<titleInfo><title>x</title></titleInfo>" + one.format(""))
    assert empty.title_short is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("<namePart>Berg, Jan</namePart>", "Jan Berg"),
        ("<namePart>Jan Berg</namePart>", "Jan Berg"),
        ("<namePart>Berg, Jan, 1901-1977.</namePart>", "Jan Berg"),
        ("<namePart>Berg, Jan</namePart><namePart type='termsOfAddress'>III</namePart>",
         "Jan Berg III"),
        ("<namePart>Plato</namePart><namePart type='termsOfAddress'>III</namePart>", "Plato"),
        ("<namePart type='termsOfAddress'>III</namePart>", ""),
        ("<namePart type='given'>Ada</namePart>", "Ada"),
        ("<namePart> </namePart>", ""),
        ("<displayForm>Berg, Jan</displayForm>", "Jan Berg"),
        ("<namePart>" + "x" * 500 + "</namePart>", "x" * 500),
    ],
)  # fmt: skip
def test_names(name, shown):
    people = entry_of(f'<name type="personal">{name}</name>').author
    parts = [
        " ".join(filter(None, (each.given or each.literal, each.family, each.suffix)))
        for each in people
    ]
    assert parts == ([shown] if shown else [])


def test_a_heading_with_years_is_kept_whole_and_an_empty_body_is_none():
    entry = entry_of(
        '<name type="personal"><namePart>Berg, Jan, 1901-</namePart></name>'
        '<name type="corporate"><namePart type="date">1901</namePart></name>'
    )
    assert [name.family for name in entry.author] == ["Berg"]
    assert entry.extra == {
        "name[personal]/namePart": "Berg, Jan, 1901-",
        "name[corporate]/namePart[date]": "1901",
    }


@pytest.mark.parametrize(
    ("role", "field", "kept"),
    [
        ("<role><roleTerm>edt</roleTerm></role>", "editor", {}),
        ("<role><roleTerm>Editor</roleTerm></role>", "editor", {}),
        ("<role>author</role>", "author", {}),
        ("<role><roleTerm/></role>", "author", {}),
        ("<role><roleTerm>lamplighter</roleTerm></role>", "contributor",
         {"name[lamplighter]": "Ada Wick"}),
        ("<role><roleTerm>drt</roleTerm></role>", "author", {"name[director]": "Ada Wick"}),
        ("<role><roleTerm>aut</roleTerm></role><role><roleTerm>lamplighter</roleTerm></role>",
         "author", {"name[lamplighter]": "Ada Wick"}),
        ("<role><roleTerm>xyz</roleTerm><roleTerm>translator</roleTerm></role>", "translator",
         {"name/role/roleTerm": "xyz"}),
    ],
)  # fmt: skip
def test_roles(role, field, kept):
    name = "<namePart type='family'>Wick</namePart><namePart type='given'>Ada</namePart>"
    entry = entry_of(f"<name>{name}{role}</name>")
    assert [each.family for each in getattr(entry, field)] == ["Wick"]
    assert entry.extra == kept


def test_a_publisher_among_the_names_fills_only_a_gap():
    role = "<role><roleTerm>pbl</roleTerm></role>"
    name = f'<name type="corporate"><namePart>Lantern</namePart>{role}</name>'
    assert entry_of(name).publisher == "Lantern"
    entry = entry_of(f"{name}<originInfo><publisher>Press</publisher></originInfo>")
    assert entry.publisher == "Press"
    assert entry.extra == {"name[publisher]": "Lantern"}


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019-03-02", Date(2019, 3, 2)),
        ("20190302", Date(2019, 3, 2)),
        ("c1999", Date(1999)),
        ("\u00a92001", Date(2001)),
        ("[1982?]", Date(1982, circa=True)),
        ("1998-]", Date(1998, is_open=True)),
        ("19uu", Date(1900, end=Date(1999))),
        ("March 2019", Date(2019, 3)),
        ("", None),
        ("lamp", None),
        ("1" * 100, None),
    ],
)
def test_dates_of_catalogues(written, date):
    assert date_in(written) == date


SPAN = (
    '<dateIssued encoding="marc" point="start">{}</dateIssued>'
    '<dateIssued encoding="marc" point="end">{}</dateIssued>'
)


@pytest.mark.parametrize(
    ("dates", "fields", "kept"),
    [
        ("<dateIssued>1999</dateIssued><dateCreated>1998</dateCreated>",
         {"issued": Date(1999), "original_date": Date(1998)}, {}),
        ("<dateIssued>1999</dateIssued><dateCreated>1999</dateCreated>", {"issued": Date(1999)},
         {}),
        ("<dateCreated>1998</dateCreated>", {"issued": Date(1998)}, {}),
        ('<dateIssued qualifier="approximate">1998</dateIssued>',
         {"issued": Date(1998, circa=True)}, {}),
        ("<dateIssued>soon</dateIssued><copyrightDate>1999</copyrightDate>",
         {"issued": Date(1999)}, {"originInfo/dateIssued": "soon"}),
        ("<dateIssued>1999</dateIssued><copyrightDate>1998</copyrightDate>",
         {"issued": Date(1999)}, {"originInfo/copyrightDate": "1998"}),
        (SPAN.format("1998", "9999"), {"issued": Date(1998, is_open=True)}, {}),
        (SPAN.format("1998", "2001"), {"issued": Date(1998, end=Date(2001))}, {}),
        (SPAN.format("1998", "1998"), {"issued": Date(1998)}, {}),
        (SPAN.format("1998", "soon"), {"issued": Date(1998)}, {"originInfo/dateIssued": "soon"}),
        ("<dateCaptured>2002-07-02</dateCaptured>", {"accessed": Date(2002, 7, 2)}, {}),
    ],
)  # fmt: skip
def test_dates(dates, fields, kept):
    entry = entry_of(f"<originInfo>{dates}</originInfo>")
    read = {name: getattr(entry, name) for name in ("issued", "original_date", "accessed")}
    assert {name: date for name, date in read.items() if date is not None} == fields
    assert entry.extra == kept


def test_a_second_date_and_what_fills_no_gap_are_kept():
    origin = "<originInfo><dateIssued>{}</dateIssued></originInfo>"
    entry = entry_of(
        origin.format(1999) + host(origin.format(2001) + "<part><date>2002</date></part>")
    )
    assert entry.issued == Date(1999)
    assert entry.extra == {
        "originInfo/dateIssued": "2001",
        "relatedItem[host]/part/date": "2002",
    }


@pytest.mark.parametrize(
    ("part", "fields"),
    [
        ('<detail type="volume"><number>1</number></detail>', {"volume": "1"}),
        ('<detail type="lamp"><number>1</number></detail>', {}),
        ('<detail type="volume"><caption>wick</caption><number>1</number></detail>',
         {"volume": "1"}),
        ('<extent unit="page"><start>1</start></extent>', {"page": "1"}),
        ("<extent><start>1</start><end>1</end></extent>", {"page": "1"}),
        ('<extent unit="minutes"><start>1</start></extent>', {}),
        ("<extent><total>9</total></extent>", {"number_of_pages": "9"}),
    ],
)  # fmt: skip
def test_parts(part, fields):
    entry = entry_of(f"<part>{part}</part>")
    names = ("volume", "page", "number_of_pages")
    read = {name: getattr(entry, name) for name in names}
    assert {name: text for name, text in read.items() if text} == fields


@pytest.mark.parametrize(
    ("kind", "value", "read", "kept"),
    [
        ("doi", "10.1234/x", "10.1234/x", {}),
        ("doi", "lamp", None, {"identifier[doi]": "lamp"}),
        ("issn", "1234-567X", "1234-567X", {}),
        ("issn", "lamp", None, {"identifier[issn]": "lamp"}),
        ("hdl", "hdl:1/2", "https://hdl.handle.net/1/2", {}),
        ("uri", "urn:x", None, {"identifier[uri]": "urn:x"}),
        ("citekey", "berg2019", "berg2019", {}),
        ("citekey", "a b", None, {"identifier[citekey]": "a b"}),
        ("report number", "7", "7", {}),
        ("lamp", "7", None, {"identifier[lamp]": "7"}),
    ],
)
def test_identifiers(kind, value, read, kept):
    entry = entry_of(f'<identifier type="{kind}">{value}</identifier>')
    found = entry.identifiers.doi or entry.issn or entry.url or entry.citekey or entry.number
    assert found == read
    assert entry.extra == kept


def test_an_identifier_that_is_invalid_or_comes_again_is_kept():
    entry = entry_of(
        '<identifier type="isbn" invalid="yes">9781234567897</identifier>'
        '<identifier type="citekey">a</identifier><identifier type="citekey">b</identifier>'
        '<identifier type="uri">https://x.example/1</identifier>'
        '<identifier type="uri">https://x.example/2</identifier>'
    )
    assert entry.identifiers.isbn is None
    assert entry.url == "https://x.example/1"
    assert entry.extra == {
        "identifier[isbn]": "9781234567897",
        "identifier[isbn]@invalid": "yes",
        "identifier[citekey]": "b",
        "identifier[uri]": "https://x.example/2",
    }


def test_the_name_of_a_record_is_a_key_only_where_no_catalogue_gave_it():
    assert entry_of("", ' ID="berg2019"').citekey == "berg2019"
    entry = entry_of("<recordInfo/>", ' ID="berg2019"')
    assert entry.citekey is None
    assert entry.extra == {"@ID": "berg2019"}


def test_the_page_comes_before_an_identifier_that_is_an_address():
    entry = entry_of(
        '<identifier type="uri">https://x.example/id</identifier>'
        "<location><url>https://x.example/page</url><url>no address</url>"
        '<url access="preview">https://x.example/small.png</url>'
        '<url displayLabel="Code">https://github.com/a/b</url></location>'
    )
    assert entry.url == "https://x.example/page"
    assert [link.url for link in entry.links] == [
        "https://x.example/id",
        "https://github.com/a/b",
    ]
    assert entry.extra == {
        "location/url": "no address\nhttps://x.example/small.png",
        "location/url@access": "preview",
    }


def test_an_address_that_is_written_twice_is_one():
    entry = entry_of(
        '<identifier type="uri">http://x.example/page/</identifier>'
        "<location><url>https://x.example/page</url></location>"
        + host('<relatedItem type="otherVersion"><note>older</note></relatedItem>')
    )
    assert (entry.url, entry.links) == ("https://x.example/page", ())
    assert entry.extra == {"relatedItem[host]/relatedItem[otherVersion]/note": "older"}


def test_a_file_alone_is_no_page():
    entry = entry_of('<location><url access="raw object">https://x.example/a.xyz</url></location>')
    assert entry.url is None
    assert [(each.title, each.media_type) for each in entry.attachments] == [
        ("https://x.example/a.xyz", None)
    ]


def test_only_pages_are_no_more_than_their_number():
    entry = entry_of("<physicalDescription><extent>12 p.</extent></physicalDescription>")
    assert (entry.number_of_pages, entry.extra) == ("12", {})
    more = entry_of("<physicalDescription><extent>1 disc</extent></physicalDescription>")
    assert (more.number_of_pages, list(more.extra.values())) == (None, ["1 disc"])


def test_pages_in_figures_alone_have_a_unit():
    entry = entry_of(
        '<physicalDescription><extent unit="pages">12</extent><extent>13</extent>'
        "</physicalDescription>"
    )
    assert (entry.number_of_pages, entry.extra) == ("12", {"physicalDescription/extent": "13"})


def test_the_day_when_a_page_was_seen():
    entry = entry_of(
        '<location><url dateLastAccessed="2020-01-02">https://x.example/</url></location>'
    )
    assert (entry.accessed, entry.extra) == (Date(2020, 1, 2), {})


def test_genres_beyond_the_type():
    thesis = entry_of("<genre>Ph.D. thesis</genre><genre>essay</genre>")
    assert (thesis.type, thesis.genre) == (ItemType.THESIS, "Ph.D. thesis")
    assert thesis.extra == {"genre": "essay"}
    book = entry_of("<genre>fiction</genre><genre>poetry</genre>")
    assert (book.genre, book.extra) == ("fiction", {"genre": "poetry"})


def test_a_holder_in_the_original_beside_another_is_kept():
    place = "<location><physicalLocation>{}</physicalLocation></location>"
    entry = entry_of(
        place.format("A") + f'<relatedItem type="original">{place.format("B")}</relatedItem>'
    )
    assert entry.archive_location == "A"
    assert entry.extra == {"location/physicalLocation": "B"}


def test_lone_words_of_subject_note_and_language():
    entry = entry_of(
        '<note type="x"/><language>eng</language><language/><subject><topic/></subject>'
        '<subject><name type="corporate"><namePart>Wick Ltd</namePart></name></subject>'
    )
    assert entry.notes == ()
    assert entry.language == "eng"
    assert [word.text for word in entry.keywords] == ["Wick Ltd"]


def test_deep_nesting_ends():
    deep = "<a>" * 400 + "lamp" + "</a>" * 400
    ((name, text),) = entry_of(f"<extension>{deep}</extension>").extra.items()
    assert text == "lamp"
    assert name.startswith("extension/a/a")


def test_attributes_that_say_something_are_kept():
    entry = entry_of(
        '<titleInfo valueURI="https://x.example/1" lang="en"><title>x</title></titleInfo>'
    )
    assert entry.extra == {"titleInfo@valueURI": "https://x.example/1"}


@pytest.mark.parametrize(
    "text",
    [
        '<oai><metadata xmlns:m="http://www.loc.gov/mods/v3"><m:mods>{}</m:mods></metadata></oai>',
        '<a><b xmlns:xlink="http://www.w3.org/1999/xlink"><mods xlink:href="y">{}</mods></b></a>',
    ],
)
def test_records_in_other_xml_are_read(text):
    prefix = "m:" if "m:mods" in text else ""
    title = f"<{prefix}titleInfo><{prefix}title>Lamps</{prefix}title></{prefix}titleInfo>"
    assert [each.entry.title for each in records(MODS, text.format(title))] == ["Lamps"]


@pytest.mark.parametrize("text", ["", "<modsCollection></modsCollection>", "<modsCollection/>"])
def test_nothing_is_nothing(text):
    assert pieces(MODS, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "<mods><titleInfo>",
        "<m:mods><q:title>&bogus;</m:mods>",
        '<!DOCTYPE x [<!ENTITY a "b">]><mods><title>&a;</titl></mods>',
        "lamp",
    ],
)
def test_what_cannot_be_read_is_left_over(text):
    found = pieces(MODS, text)
    assert found
    assert all(isinstance(piece, LeftOver) for piece in found)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_no_word_is_lost(path):
    """Each word of a value stands in the entry, in its extra, or in what was left over."""
    text = text_of(path)
    held = " ".join(map(repr, pieces(MODS, text))).casefold()
    values = re.sub(r"<\?[^>]*>|<!--.*?-->|<[^>]*>", " ", text)
    words = set(re.findall(r"[^\W\d_]{3,}", values))
    assert {word for word in words if word.casefold() not in held} <= SAID_OTHERWISE


@law
@given(mutated(SAMPLES, st.text("<>/&\"'=x ", max_size=3)))
def test_mutated_samples_are_read_without_harm(text):
    pieces(MODS, text)


@pytest.mark.parametrize(
    "unit",
    [
        "<mods>",
        "<mods/>",
        "<a>",
        "<note>x</note>",
        "<genre>map</genre>",
        "<identifier type='doi'>x</identifier>",
        "<relatedItem type='host'>",
        "<subject><topic>oil</topic></subject>",
        "<accessCondition>x y</accessCondition>",
        "<location><url>https://x.example/</url></location>",
        "<name><namePart>a, b</namePart></name>",
    ],
)
def test_cost_is_linear(unit):
    def made(length):
        return f"<modsCollection><mods>{unit * (length // len(unit))}</mods></modsCollection>"

    assert_linear(MODS, made)


@pytest.mark.corpus
def test_every_record_of_the_real_files_is_read(corpus):
    for path in sorted((corpus / "other_formats" / "mods").glob("*.xml")):
        text = text_of(path)
        assert MODS.score(text[:65_536]) > 0.9
        found = pieces(MODS, text)
        assert all(isinstance(piece, Record) for piece in found), path
        assert len(found) == len(re.findall(r"</(?:\w+:)?mods>", text))
        held = " ".join(map(repr, found)).casefold()
        values = re.sub(r"<\?[^>]*>|<!--.*?-->|<[^>]*>", " ", text)
        lost = {word for word in re.findall(r"[^\W\d_]{4,}", values) if word.casefold() not in held}
        assert lost <= {"still", "image", "cartographic", "sound", "recording", "musical", "text",
                        "notated", "multimedia", "software", "marcrelator", "author", "publisher",
                        "distributor", "creator", "article", "academic", "journal",
                        "apos"}, path  # fmt: skip
