"""``refman show``, as a shell runs it."""

import json
from contextlib import closing
from datetime import UTC, datetime

import pytest

from refman.library import listings
from refman.model import (
    Add,
    Bin,
    Citekey,
    EntryId,
    Export,
    Holding,
    Link,
    LinkKind,
    LinkState,
    Provenance,
    Span,
)
from tests.library.made import START, opened, paper

TEXT = "A page\n\nAmber lamps\nof the quay, with \x1b[31mcolour\nThe end\n"
SPAN = Span(TEXT.index("Amber"), TEXT.index("\nThe end"))
CODE = Link(
    url="https://code.example/a",
    raw_url="code.example/a",
    span=Span(0, 1),
    kind=LinkKind.CODE,
    roles=(LinkKind.CODE,),
    state=LinkState.DEAD,
)


@pytest.fixture
def file(tmp_path, monkeypatch):
    file = tmp_path / "lib.refman"
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(file))
    monkeypatch.setenv("TZ", "UTC")
    found = Provenance(source="page.txt", score=0.875)
    asked = Provenance(source="crossref", at=datetime(2026, 2, 1, tzinfo=UTC))
    entry = paper(
        0, citekey=Citekey("a"), links=(CODE,), extra={"owner": "Ada"},
        provenance={"title": found, "author": found, "issued": asked},
    )  # fmt: skip
    with closing(opened(file)) as library, library.transaction():
        listing = library.add_listing(name="page.txt", kind="page_text", text=TEXT)
        library.apply(
            "Add 3 papers",
            [
                Add(Holding(entry=entry, added=START, listing=listing, span=SPAN)),
                Add(Holding(entry=paper(1, citekey=Citekey("b")), added=START)),
                Add(Holding(entry=paper(2, citekey=None), added=START, listing=listing)),
            ],
        )
    return file


def test_an_entry_is_shown_whole_with_its_place(refman, file):
    done = refman("show", "a")
    assert (done.status, done.err) == (0, "")
    assert done.out.splitlines() == [
        "a (needs review)",
        "  type: article-journal",
        "  title: Amber lamps of the amber quay, part 0",
        "  author: Lund, Ada and Berg, Bo 0",
        "  issued: 2000",
        "  abstract: We trimmed 0 lamps and counted the moths that came.",
        "  container_title: Journal of Wicks",
        "  keywords: lamps",
        "  extra.owner: Ada",
        "  link, code: https://code.example/a (dead)",
        "  added: 2026-03-14 09:26",
        "  from page.txt, sure to 0.88: title, author",
        "  from crossref, 2026-02-01: issued",
        "  read in: page.txt (page_text), line 3",
        "   | Amber lamps",
        "   | of the quay, with \ufffd[31mcolour",
        "",
    ]


def test_where_it_was_last_given_out_is_shown_and_whether_it_was_changed_since(refman, file):
    with closing(opened(file)) as library:
        library.note_exports("file:/home/ada/a.bib", [Export(id=EntryId(1), target="", at=START)])
        library.note_exports(
            "zotero:local/users/0",
            [Export(id=EntryId(2), target="", at=START, key="LAMP2345")],
        )
        library.apply("Remove 1 paper", [Bin(id=EntryId(2), after=START)])
    shown = refman("show", "a", "b").out.splitlines()
    assert [line for line in shown if "exported" in line] == [
        "  exported: 2026-03-14 09:26, /home/ada/a.bib",
        "  exported: 2026-03-14 09:26, Zotero; changed since",
    ]
    (told,) = json.loads(refman("show", "b", "--json").out)
    assert told["exported"] == {
        "at": "2026-03-14T09:26:53Z", "target": "zotero:local/users/0", "key": "LAMP2345",
        "is_changed": True,
    }  # fmt: skip
    found = json.loads(refman("list", "has:exported", "--json").out)["entries"]
    assert [one["exported"] for one in found] == ["2026-03-14T09:26:53Z"]


def test_several_are_named_or_found(refman, file):
    assert [line for line in refman("show", "b", "a").out.splitlines() if "(needs" in line] == [
        "b (needs review)", "a (needs review)",
    ]  # fmt: skip
    found = refman("show", "lamps", "part")
    assert "#3 (needs review)" in found.out
    assert "read in: page.txt (page_text), the place is not known" in found.out
    none = refman("show", "zzz")
    assert (none.status, none.err) == (1, "refman: nothing in the library is zzz\n")


def test_what_lies_in_the_bin_says_so(refman, file):
    with closing(opened(file)) as library:
        library.apply("Remove 1 paper", [Bin(id=EntryId(1), after=START)])
    done = refman("show", "a")
    assert done.out.startswith("a (needs review, in the bin)\n")
    assert "  changed: 2026-" in done.out


def test_json_has_the_whole_entry_and_its_place(refman, file):
    by_id = {one["id"]: one for one in json.loads(refman("show", "lamps", "--json").out)}
    assert by_id[1]["entry"]["extra"] == {"owner": "Ada"}
    assert by_id[1]["listing"] == {
        "id": 1, "name": "page.txt", "kind": "page_text", "line": 3,
        "read_at": by_id[1]["listing"]["read_at"], "span": [SPAN.start, SPAN.end],
        "text": TEXT[SPAN.start:SPAN.end],
    }  # fmt: skip
    assert by_id[2]["listing"] is None
    assert by_id[3]["listing"]["text"] is None
    assert by_id[3]["exported"] is None
    none = refman("show", "zzz", "--json")
    assert (none.status, none.out) == (1, "[]\n")


def test_a_text_that_was_too_long_to_keep_is_said_to_be(refman, tmp_path, monkeypatch):
    monkeypatch.setattr(listings, "MOST_TEXT_BYTES", 10)
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(tmp_path / "l.refman"))
    with closing(opened(tmp_path / "l.refman")) as library, library.transaction():
        listing = library.add_listing(name="page.txt", kind="page_text", text=TEXT)
        holding = Holding(entry=paper(0), added=START, listing=listing, span=SPAN)
        library.apply("Add 1 paper", [Add(holding)])
    assert "the text is too long to be kept" in " ".join(refman("show", "amber").out.split())


def test_a_long_place_is_shown_by_its_first_lines(refman, tmp_path, monkeypatch):
    monkeypatch.setenv("REFMAN_LIBRARY__PATH", str(tmp_path / "l.refman"))
    text = "line\n" * 100
    with closing(opened(tmp_path / "l.refman")) as library, library.transaction():
        listing = library.add_listing(name="page.txt", kind="page_text", text=text)
        holding = Holding(entry=paper(0), added=START, listing=listing, span=Span(0, 500))
        library.apply("Add 1 paper", [Add(holding)])
    lines = refman("show", "amber").out.splitlines()
    assert lines.count("   | line") == 40
    assert lines[-2] == "   | … 60 more"
