import csv
import io

import pytest
from hypothesis import given

from refman.formats.csv import CSV
from refman.formats.plain import one_line
from refman.model import Entry, Link, LinkKind, Span
from tests.formats.entries import FULL, sample_entries
from tests.formats.shown import SHOWN, check_expected, dumped, hostile_entries, law, pieces


def read(*entries):
    text = dumped(CSV, *entries)
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def one(entry):
    (row,) = read(entry)
    return row


def test_the_whole_file(request):
    text = dumped(CSV, *SHOWN)
    check_expected("csv/shown.csv", text, update=request.config.getoption("--update"))


def test_a_piece_an_entry_below_the_header():
    entries = sample_entries()
    assert len(list(pieces(CSV, *entries))) == len(entries) + 1
    assert dumped(CSV).startswith("citekey,type,title,authors,")
    assert dumped(CSV).endswith("\r\n")


def test_a_reader_finds_all_entries_and_titles():
    entries = sample_entries()
    rows = read(*entries)
    assert [row["citekey"] for row in rows] == [entry.citekey for entry in entries]
    for row, entry in zip(rows, entries, strict=True):
        assert row["title"].removeprefix("'") == one_line(entry.title)


@law
@given(hostile_entries())
def test_no_text_makes_a_cell_or_a_formula(entry):
    rows = read(entry, Entry(title="next"))
    assert [row["title"] for row in rows[1:]] == ["next"]
    assert None not in rows[0]  # where a DictReader puts cells without a header
    assert not any(cell.startswith(tuple("=+-@\t\r\n＝＋－＠")) for cell in rows[0].values())
    assert dumped(CSV, entry).encode()


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@x", "'@x"),
        ("-omics", "'-omics"),
        ("+ more", "'+ more"),
        ("\t=1", "'=1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ("'=1", "'=1"),
    ],
)
def test_a_formula_is_text(title, cell):
    assert one(Entry(title=title))["title"] == cell


def test_links_stand_below_their_kinds_and_how_it_stands_with_them_is_told():
    row = one(FULL)
    assert row["code"] == (
        "https://github.com/lantern-lab/dimmer; "
        "https://gitlab.com/lantern-lab/dimmer_2 (moved 2025-07-01, archived); "
        "https://github.com/lantern-lab/soon (promised)"
    )
    assert row["dataset"] == "https://huggingface.co/datasets/lantern-lab/dusk (promised)"


@pytest.mark.parametrize("kind", LinkKind)
def test_no_kind_of_link_is_without_a_column(kind):
    link = Link(url="https://x.example/a", raw_url="", span=Span(0, 0), kind=kind)
    column = {"paper": "other_links", "other": "other_links"}.get(kind.value, kind.value)
    assert one(Entry(links=(link,)))[column] == link.url


def test_an_abstract_keeps_its_paragraphs_in_one_cell():
    assert one(FULL)["abstract"] == "We dim 50% of all lamps.\n\nA second paragraph with α & β."


def test_nothing_known_is_empty_cells():
    row = one(Entry())
    assert {header for header, cell in row.items() if cell} == {"type", "status"}
