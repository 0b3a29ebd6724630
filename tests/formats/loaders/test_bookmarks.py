"""Bookmarks of browsers: samples, odd files, growth."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.formats.loaders.bookmarks import BOOKMARKS
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

SAMPLES = samples("bookmarks_in")
URL = "https://lamps.example/"
SCRAPS = ['"', "'", "<", ">", "<A ", "<!--", "</DL>", "=", " ", ""]


def entry_of(attributes="", behind="", title="Lamps"):
    return only(BOOKMARKS, f'<DT><A HREF="{URL}" {attributes}>{title}</A>{behind}').entry


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_sample_is_read_as_lies_beside_it(path, request):
    check_sample(BOOKMARKS, path, update=request.config.getoption("--update"))
    assert BOOKMARKS.score(text_of(path)) >= 0.8


@pytest.mark.parametrize(
    ("text", "score"),
    [
        ("", 0),
        ("<!DOCTYPE html><html>", 0),
        ("\n<!doctype NETSCAPE-Bookmark-file-1>", 0.99),
        ('<DT><A HREF="https://x.example/" ADD_DATE="1">', 0.8),
        ('<DT><A HREF="https://x.example/">', 0),
    ],
)
def test_scores(text, score):
    assert BOOKMARKS.score(text) == score


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("1700000000", Date(2023, 11, 14)),
        ("1700000000123", Date(2023, 11, 14)),
        ("1700000000123456", Date(2023, 11, 14)),
        ("0", None),
        ("1000000", None),
        ("99999999999", None),
        ("17000000001234567", None),
        ("yesterday", None),
    ],
)
def test_a_day_is_read_of_any_unit_and_what_is_none_is_kept(written, day):
    entry = entry_of(f'ADD_DATE="{written}"')
    assert entry.accessed == day
    assert entry.extra == ({} if day else {"add_date": written})


@pytest.mark.parametrize(
    ("attributes", "extra"),
    [
        ("LAST_VISIT='7' Private=1", {"last_visit": "7", "private": "1"}),
        ('shortcuturl="a &amp; b"', {"shortcuturl": "a & b"}),
        ('ICON="data:image/png;base64,AAAA" feed', {}),
        ('hash="1" HASH="2"', {"hash": "1"}),
    ],
)
def test_other_attributes_are_kept_but_for_pictures(attributes, extra):
    assert entry_of(attributes).extra == extra


def test_a_bookmark_is_a_page_with_tags_text_and_remarks():
    entry = entry_of('TAGS="oil, wick" description="One.\n\nTwo."', "<DD>Said &lt;here&gt;<p>end")
    assert entry.type is ItemType.WEBPAGE
    assert entry.url == URL
    assert [word.text for word in entry.keywords] == ["oil", "wick"]
    assert entry.abstract == "One.\n\nTwo."
    assert entry.notes == ("Said <here>\n\nend",)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "place:sort=8", "file:///a", "", "data:,x"])
def test_what_is_no_address_of_the_web_is_left_over(url):
    (piece,) = pieces(BOOKMARKS, f'<DL><DT><A HREF="{url}">Lamps</A><DD>said</DL>')
    assert isinstance(piece, LeftOver)
    assert piece.why == "is no address of the web"
    assert piece.text.endswith("said")


def test_a_bookmark_without_address_is_left_over():
    (piece,) = pieces(BOOKMARKS, "<DT><A NAME=x>Lamps</A>")
    assert piece.why == "is no address of the web"


def test_folders_within_each_other_are_a_path_and_end():
    text = "".join(f"<DT><H3>{number}</H3><DL>" for number in range(40))
    text += f'<DT><A HREF="{URL}">x</A>' + "</DL>" * 40 + f'<DT><A HREF="{URL}">y</A></DL>'
    inner, outer = records(BOOKMARKS, text)
    assert inner.entry.collections == ("/".join(map(str, range(30))),)
    assert outer.entry.collections == ()


def test_a_folder_without_name_is_none():
    entry = only(BOOKMARKS, f'<H3></H3><DL><DT><A HREF="{URL}">x</A></DL>').entry
    assert entry.collections == ()


@pytest.mark.parametrize(
    ("text", "whys"),
    [
        ("<H1>Bookmarks</H1><TITLE>Favorites</TITLE>", []),
        ("<H1>Lamps</H1>", ["is the file's title"]),
        ("<H3>Lamps</H3>", ["is a folder without bookmarks"]),
        ("<H3>Lamps</H3><DL></DL><H3>Oil</H3>", ["is a folder without bookmarks"] * 2),
        ("<H3>Lamps</H3><DD>of oil<DL></DL>", ["is said of a folder"]),
        ("<DL><p>words</DL>", ["is no bookmark"]),
        ("words <!-- none --> more", ["is no bookmark"] * 2),
        ("<!-- never closed", ["is no bookmark"]),
    ],
)
def test_what_is_no_bookmark_is_left_over(text, whys):
    assert [piece.why for piece in pieces(BOOKMARKS, text)] == whys


def test_a_quote_that_is_not_closed_swallows_no_other_bookmark():
    text = f'<DT><A HREF="{URL}a>A</A>\n<DT><A HREF="{URL}b">B</A>'
    assert [each.entry.title for each in records(BOOKMARKS, text)][-1] == "B"


def test_a_preprint_has_its_number():
    entry = only(BOOKMARKS, '<A HREF="https://arxiv.org/abs/2401.00001v2">P</A>').entry
    assert entry.identifiers.arxiv.id == "2401.00001"


@pytest.mark.parametrize("text", ["", "  \n", "<DL><p>\n</DL><p>"])
def test_nothing_is_nothing(text):
    assert pieces(BOOKMARKS, text) == []


@law
@given(mutated(SAMPLES, st.sampled_from(SCRAPS)))
def test_mutated_samples_are_read_without_harm(text):
    pieces(BOOKMARKS, text)


@pytest.mark.parametrize(
    "unit",
    [
        "<A ",
        '<A "',
        "<A '",
        "<A HREF=x>",
        "<DL>",
        "</DL>",
        "<H3>a</H3><DL>",
        "<!--",
        "<!-- -->",
        "<DD>x",
        "</A>x",
        " ",
        "<p>",
        f'<DT><A HREF="{URL}">x</A>',
    ],
)
def test_cost_is_linear(unit):
    assert_linear(BOOKMARKS, lambda length: "<DL>" + unit * (length // len(unit)))


@pytest.mark.corpus
def test_every_bookmark_of_the_real_files_is_read(corpus):
    for path in (corpus / "other_formats" / "bookmarks").glob("*.html"):
        text = text_of(path)
        assert BOOKMARKS.score(text[:65_536]) == 0.99
        addresses = re.findall(r"<a\s[^>]*href=.http", text, re.IGNORECASE)
        assert len(records(BOOKMARKS, text)) == len(addresses)


@pytest.mark.corpus
def test_pages_are_no_bookmarks(corpus):
    for path in sorted((corpus / "listings").rglob("*.html"))[:40]:
        assert BOOKMARKS.score(path.read_text("utf-8", errors="replace")[:65_536]) == 0
