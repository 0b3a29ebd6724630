"""What a known entry gets from another record of the same work."""

import msgspec
import pytest

from refman.formats.bib.edit import BIBLATEX, BIBTEX
from refman.formats.bib.edit_fill import filled_up, lacking
from refman.formats.format import Options
from refman.formats.tex import records
from refman.model import (
    Arxiv,
    ArxivId,
    Citekey,
    Date,
    Doi,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Name,
    Span,
)


def link(kind, url):
    return Link(url=url, raw_url=url, span=Span(0, len(url)), kind=kind, roles=(kind,))


CODE = link(LinkKind.CODE, "https://code.example/wick")
OTHER_CODE = link(LinkKind.CODE, "https://code.example/other")
PROJECT = link(LinkKind.PROJECT, "https://wick.example")
OLD = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    citekey=Citekey("berg"),
    title="Oil Lamps",
    author=(Name(family="Berg", given="Jan"),),
    links=(CODE,),
    extra={"owner": "jan"},
)
NEW = Entry(
    type=ItemType.ARTICLE_JOURNAL,
    citekey=Citekey("other"),
    title="Oil lamps!",
    title_short="Oil",
    author=(Name(family="Else", given="Someone"),),
    issued=Date(2019, 4),
    abstract="Lamps burn oil.",
    container_title="Annals of Lamps",
    volume="3",
    url="https://lamps.example/3",
    identifiers=Identifiers(doi=Doi("10.1234/lamps.3"), arxiv=Arxiv(ArxivId("1904.00001"))),
    links=(OTHER_CODE, PROJECT),
    keywords=(Keyword("oil"),),
    extra={"owner": "else", "shelf": "4"},
)


def fields(old, new, present, *, dialect=BIBTEX, other_version=False):
    full = filled_up(old, new, other_version=other_version)
    return dict(lacking(*records((old, full), dialect, Options()), present))


def test_everything_that_is_missing_comes_and_nothing_else():
    assert fields(OLD, NEW, ["author", "title", "code", "owner"]) == {
        "journal": "Annals of Lamps",
        "volume": "3",
        "year": "2019",
        "month": "apr",
        "doi": "10.1234/lamps.3",
        "eprint": "1904.00001",
        "archivePrefix": "arXiv",
        "eprinttype": "arxiv",
        "url": "https://lamps.example/3",
        "project": "https://wick.example",
        "keywords": "oil",
        "abstract": "Lamps burn oil.",
        "shelf": "4",
    }


def test_another_version_gives_only_what_versions_share():
    assert fields(OLD, NEW, ["author", "title", "code"], other_version=True) == {
        "eprint": "1904.00001",
        "archivePrefix": "arXiv",
        "eprinttype": "arxiv",
        "project": "https://wick.example",
        "keywords": "oil",
        "abstract": "Lamps burn oil.",
    }


@pytest.mark.parametrize(
    ("present", "kept_out"),
    [
        ("date", {"year", "month"}),
        ("YEAR", {"year", "month"}),
        ("Journaltitle", {"journal"}),
        ("eprinttype", {"eprinttype", "archivePrefix"}),
        ("url", {"url"}),
        ("Abstract", {"abstract"}),
    ],
)
def test_what_the_block_says_in_its_own_words_is_not_said_twice(present, kept_out):
    everything = fields(OLD, NEW, [])
    assert set(everything) - set(fields(OLD, NEW, [present])) == kept_out


def test_an_entry_that_lacks_nothing_gets_nothing():
    full = filled_up(OLD, NEW, other_version=False)
    assert filled_up(full, NEW, other_version=False) == full
    assert fields(full, NEW, []) == {}


def test_authors_come_where_there_are_none_and_no_label_for_sorting():
    nameless = msgspec.structs.replace(OLD, author=())
    found = fields(nameless, NEW, ["title"], dialect=BIBLATEX)
    assert found["author"] == "Else, Someone"
    assert "key" not in found
    assert found["date"] == "2019-04"
