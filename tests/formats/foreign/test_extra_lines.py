import pytest

from refman.formats.crosswalk import rows
from refman.formats.foreign.extra_lines import read_extra, read_type
from refman.formats.foreign.gathered import Gathered
from refman.model import Date, Entry, ItemType, LinkKind, Name, Span


def read(text, **fields):
    gathered = Gathered(text, Span(0, len(text)))
    for field, value in fields.items():
        gathered.put(field, value)
    read_extra(text, gathered)
    return gathered.record().entry


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("Event Place: Oslo", "event_place", "Oslo"),
        ("event-place: Oslo", "event_place", "Oslo"),
        ("Original Date: 1974", "original_date", Date(1974)),
        ("issued: 2011", "issued", Date(2011)),
        ("Citation Key: berg", "citekey", "berg"),
        ("Type: dataset", "type", ItemType.DATASET),
        ("Publication Title: Lamps", "container_title", "Lamps"),
        ("Archive ID: arXiv:2401.00001", "number", "arXiv:2401.00001"),
        ("Contributor: Berg, Jan; Lamp Board,", "contributor",
         (Name(family="Berg", given="Jan"), Name(literal="Lamp Board"))),
        ("Editor: Berg || Jan", "editor", (Name(family="Berg", given="Jan"),)),
        ("URL: https://x.example/", "url", "https://x.example/"),
        ("{:event-place: Oslo}", "event_place", "Oslo"),
        ("DOI= 10.1234/x", "note", None),
    ],
)  # fmt: skip
def test_a_line_of_a_known_label_is_read(line, field, value):
    entry = read(line)
    assert getattr(entry, field) == value
    assert entry.note is None


@pytest.mark.parametrize(
    "line",
    [
        "Lamp: x",
        "PMCID: PMC1",
        "DOI: no DOI",
        "Original Date: long ago",
        "Type: lamp",
        "Citation Key: two words",
        "Editor: ;",
        "text alone",
        "tex.lamp: x",
        "tex.code: x",
        "{:lamp: x}",
        "Code URL: soon",
        "Code URL: https://x.example/ (as ever)",
        "DOI: 10.1234/x and more",
    ],
)
def test_what_is_not_known_stays_text(line):
    entry = read(line)
    assert entry == Entry(type=ItemType.DOCUMENT, note=line)


def test_a_field_that_has_a_value_keeps_it():
    assert read("Volume: 2\nDOI: 10.1234/x\nDOI: 10.1234/y", volume="1").note == (
        "Volume: 2\nDOI: 10.1234/y"
    )


def test_a_date_that_is_told_in_part_stays_text_too():
    entry = read("Original Date: 06/07/2025")
    assert (entry.original_date, entry.note) == (Date(2025), "Original Date: 06/07/2025")


def test_a_known_label_without_value_is_nothing():
    assert read("Volume:").note is None


@pytest.mark.parametrize("kind", LinkKind)
def test_a_line_of_each_kind_of_link_is_a_link(kind):
    label = rows("links")[kind.value]["extra"]
    (link,) = read(f"{label}: https://x.example/ (code; promised)").links
    assert (link.kind, link.promised, link.roles[-1]) == (kind, True, LinkKind.CODE)


def test_links_of_other_labels_and_schemes():
    assert [
        link.kind for link in read("tex.code: https://x.example/\nGitHub: https://y.example").links
    ]
    (link,) = read("- Code URL: ftp://x.example").links
    assert (link.url, link.raw_url) == ("ftp://x.example",) * 2


def test_a_hyphen_before_a_label_says_that_it_is_none():
    assert read("- Volume: 2\n- lamp").note == "Volume: 2\n- lamp"


@pytest.mark.parametrize("section", ["read_extra", "read_csl", "read_rdf", "read_endnote"])
def test_every_row_names_a_field(section):
    known = set(Entry.__struct_fields__) | {"doi", "isbn", "pmid", "arxiv"}
    assert {row["field"] for row in rows(section).values()} <= known


@pytest.mark.parametrize(
    "section", ["read_csl_types", "read_zotero_types", "read_rdf_types", "read_endnote_types"]
)
def test_every_row_names_a_type(section):
    assert {ItemType(row["type"]) for row in rows(section).values()}


def test_every_type_has_a_name_in_endnote_and_every_field_an_element():
    assert set(rows("endnote_types")) == {item_type.value for item_type in ItemType}
    names = [row["name"] for row in rows("endnote_types").values()]
    assert len(set(names)) == len(names)
    for field, row in rows("endnote").items():
        assert set(row) - {"element"} <= set(rows("endnote_types"))
        assert "" not in row.values() or field in rows("zotero_extra"), "some types would lose it"


@pytest.mark.parametrize("section", ["read_csl_makers", "read_rdf_people"])
def test_people_go_where_people_are(section):
    people = {"author", "editor", "translator", "collection_editor", "contributor"}
    assert {row["field"] for row in rows(section).values()} <= people


def test_types_are_known_in_both_vocabularies():
    assert read_type("journalArticle") is read_type("article-journal") is ItemType.ARTICLE_JOURNAL
    assert read_type("lamp") is None
