import re

import msgspec
import pytest
import rispy
from hypothesis import given

from refman.formats.crosswalk import rows
from refman.formats.format import Options
from refman.formats.ris import RIS
from refman.model import Attachment, Date, Entry, ItemType, Keyword, Link, LinkKind, Name, Span
from tests.formats.entries import FULL, sample_entries
from tests.formats.recorded import best_entries, recorded
from tests.formats.shown import (
    PUBLISHED,
    SHOWN,
    check_expected,
    dumped,
    hostile_entries,
    law,
    pieces,
)
from tests.formats.zotero_reader import UNSAFE_LABELS, label_of, read_ris, records

LINK = Link(url="https://x.example/a", raw_url="", span=Span(0, 0), kind=LinkKind.CODE)


TOLD_TYPES = {
    *rows("ris")["type"].values(),
    *(row.get("ris_says") for row in rows("types").values()),
}
"""What a line of Extra may say of the type: names that Zotero and CSL know."""


def values(tag, *entries):
    return [value for record in records(dumped(RIS, *entries)) for at, value in record if at == tag]


def tags(entry):
    return [tag for tag, _ in records(dumped(RIS, entry))[0]]


def test_the_whole_file(request):
    text = dumped(RIS, *SHOWN)
    check_expected("ris/shown.ris", text, update=request.config.getoption("--update"))


def test_a_piece_an_entry():
    entries = sample_entries()
    assert len(list(pieces(RIS, *entries))) == len(entries)
    assert dumped(RIS) == ""


def test_an_independent_reader_finds_all_entries_and_titles():
    entries = sample_entries()
    text = dumped(RIS, *entries)
    found = rispy.loads(text)
    assert [record["id"] for record in found] == [entry.citekey for entry in entries]
    assert [record["title"] for record in found] == [dict(record)["TI"] for record in records(text)]


@law
@given(hostile_entries())
def test_no_text_makes_a_line_of_its_own(entry):
    """A record's tags are those that the same entry has with harmless text."""
    (record, next_record) = records(dumped(RIS, entry, Entry(title="next")))
    assert [tag for tag, _ in record].count("TY") == 1
    assert dict(next_record)["TI"] == "next"
    assert all(len(value.splitlines()) == 1 for _, value in record)


@law
@given(hostile_entries())
def test_no_unsafe_label_can_come_out(entry):
    allowed = {"Type": TOLD_TYPES, "Repository": None}
    for tag, value in records(dumped(RIS, entry))[0]:
        if tag in {"M1", "M2"} and label_of(value) in UNSAFE_LABELS:
            label, _, said = value.partition(": ")
            assert label in allowed
            assert label == "Repository" or said in allowed[label]


def test_a_preprint_is_told_as_zotero_takes_it():
    bare = Entry(title="Taper", identifiers=PUBLISHED.identifiers)
    assert values("TY", bare) == ["UNPD"]
    assert values("M1", bare) == [
        "Type: preprint",
        "Repository: arXiv",
        "Archive ID: 2401.00001",
        "Genre: preprint",
        "arXiv:2401.00001 [cs.LG]",
    ]


def test_an_archive_id_has_no_colon():
    assert "Archive ID: hal 0123" in values("M1", Entry(number="hal:0123"))


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(2025, 6, 23), "2025/06/23/"),
        (Date(2025, 6), "2025/06//"),
        (Date(987), "0987///"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(date, written):
    assert values("DA", Entry(issued=date)) == [written]
    assert values("PY", Entry(issued=date)) == [f"{date.year:04d}"]
    assert values("Y2", Entry(accessed=date)) == [written]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("123-130", {"SP": "123", "EP": "130"}),
        ("123–130", {"SP": "123", "EP": "130"}),
        ("e1--e9", {"SP": "e1", "EP": "e9"}),
        ("7", {"SP": "7"}),
        ("1-9, 12", {"SP": "1-9, 12"}),
    ],
)
def test_pages_have_a_first_and_a_last(page, lines):
    record = dict(records(dumped(RIS, Entry(type=ItemType.ARTICLE_JOURNAL, page=page)))[0])
    assert {tag: record[tag] for tag in ("SP", "EP") if tag in record} == lines


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (["oil, and wick"], ["oil, and wick", "oil, and wick"]),
        (["oil; wick"], ["oil, wick", "oil, wick"]),
        (["oil, and wick", "lamp"], ["oil, and wick", "lamp"]),
        (["oil"], ["oil"]),
    ],
)
def test_zotero_keeps_keywords_whole(words, written):
    assert values("KW", Entry(keywords=tuple(map(Keyword, words)))) == written


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name(family="Berg", given="Jan", non_dropping_particle="van der"), "van der Berg, Jan"),
        (Name(family="Okafor", given="Ngozi", suffix="III"), "Okafor, Ngozi, III"),
        (Name(family="Comma, Inc", given="A, B"), "Comma Inc, A, B"),
        (Name(literal="Oil and Wick, Ltd. & Sons"), "Oil and Wick Ltd. & Sons"),
    ],
)
def test_a_comma_parts_family_and_given_name_only(name, written):
    assert values("AU", Entry(author=(name,))) == [written]


@pytest.mark.parametrize(
    ("item_type", "tag"),
    [
        (ItemType.ARTICLE_JOURNAL, "A2"),
        (ItemType.BOOK, "A3"),
        (ItemType.THESIS, "ED"),
    ],
)
def test_editors_have_the_tag_that_zotero_reads_for_the_type(item_type, tag):
    assert values(tag, Entry(type=item_type, editor=FULL.editor)) == ["Editor, Eve", "Lamp Board"]


def test_extra_stays_clear_of_issues_and_systems():
    for item_type, tag in ((ItemType.ARTICLE_JOURNAL, "M2"), (ItemType.REPORT, "M1")):
        entry = msgspec.structs.replace(SHOWN[1], type=item_type)
        assert f"Citation Key: {entry.citekey}" in values(tag, entry)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Emit <action> or a<b", "Emit <\u2060action> or a<\u2060b"),
        ("1 < 2 <3", "1 < 2 <3"),
        ("</i><!--<?", "<\u2060/i><\u2060!--<\u2060?"),
    ],
)
def test_zotero_takes_no_title_for_html(text, written):
    assert values("TI", Entry(title=text)) == [written]
    assert values("AB", Entry(abstract=text)) == [text]


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://x.example/?a=1&b=2", "https://x.example/?a=1&b=2"),
        ("https://x.example/?a=1&para=2", "https://x.example/?a=1&%70ara=2"),
        ("https://x.example/?a=1&lt;=2&b", "https://x.example/?a=1&%6Ct;=2&%62"),
    ],
)
def test_an_address_stays_what_it_is_when_taken_for_html(url, written):
    assert values("UR", Entry(url=url)) == [written]


def test_there_is_one_address_of_the_paper_and_links_are_files():
    assert tags(FULL).count("UR") == 1
    assert values("L4", Entry(links=(LINK, msgspec.structs.replace(LINK, url="file:///x")))) == [
        LINK.url
    ]


def test_pdfs_have_a_tag_of_their_own():
    files = (
        Attachment("Full text", "files/a b.pdf", "application/pdf"),
        Attachment("Far", "https://x.example/a.pdf", "application/pdf"),
        Attachment("Page", "https://x.example/", "text/html"),
    )
    entry = Entry(attachments=files, identifiers=PUBLISHED.identifiers)
    pdfs = ["https://arxiv.org/pdf/2401.00001", "files/a b.pdf", "https://x.example/a.pdf"]
    assert values("L1", entry) == pdfs
    assert values("L4", entry) == ["https://x.example/"]


def test_links_have_their_titles_in_a_note():
    (note,) = values("N1", Entry(links=(LINK,)))
    assert note == '<h2>Links</h2><ul><li><a href="https://x.example/a">Code</a></li></ul>'


def test_a_note_is_not_taken_for_a_field_of_procite():
    # Zotero looks for letters before the first colon, and knows "Language" but not " Language".
    (note,) = values("N1", Entry(notes=("Language: Oil",)))
    assert re.search(r"([A-Za-z,\s]+)\s*:", note)[1] == " Language"


def test_nothing_known_is_a_record_all_the_same():
    entry = Entry(type=ItemType.DATASET)
    assert "".join(RIS.dump([entry], Options())) == "TY  - DATA\r\nER  - \r\n\r\n"


@pytest.mark.corpus
def test_zotero_reads_in_ours_what_it_reads_in_the_best_known_file(corpus):
    samples = corpus.parent / "zotero-samples"
    text = (samples / "best.ris").read_text().rstrip("\n").replace("ER  - \n\n", "ER  - \n")
    best = records(text.replace("ER  - ", "ER  - \n").replace("\n", "\r\n") + "\r\n")
    wanted = recorded(samples, "best.ris")
    assert [_sorted(read_ris(record)) for record in best] == [_sorted(item) for item in wanted]

    ours = [_sorted(read_ris(record)) for record in records(dumped(RIS, *best_entries(samples)))]
    for item, known, entry in zip(ours, map(_sorted, wanted), best_entries(samples), strict=True):
        files = [link.url for link in entry.links] + [each.path for each in entry.attachments]
        assert sorted(set(item.pop("attachments", [])) - {entry.identifiers.arxiv and
                      entry.identifiers.arxiv.pdf_url}) == sorted(files)  # fmt: skip
        # The sample's abstract is another text, on one line; its keywords have no comma; its note
        # leaves out one link.
        for field in ("attachments", "abstractNote", "tags", "notes"):
            item.pop(field, None)
            known.pop(field, None)
        assert item == known


def _sorted(item):
    """The item with what has no order in order, and attachments as their addresses alone."""
    item = {**item}
    if "tags" in item:
        item["tags"] = sorted(tag["tag"] for tag in item["tags"])
    if "attachments" in item:
        known = {each.get("url") or f"files/{each['filename']}" if isinstance(each, dict) else each
                 for each in item["attachments"]}  # fmt: skip
        item["attachments"] = sorted(known)
    return item


@pytest.mark.parametrize(
    ("date", "written"),
    [
        (Date(2024, season=4), "2024///Winter"),
        (Date(1984, 5, circa=True), "1984/05//circa"),
        (Date(2004, 6, 1, end=Date(2004, 6, 3)), "2004/06/01/to 2004-06-03"),
        (Date(2004, is_open=True), "2004///to .."),
    ],
)
def test_what_ris_has_no_place_for_stands_behind_the_date(date, written):
    assert f"DA  - {written}\r\n" in dumped(RIS, Entry(issued=date))
