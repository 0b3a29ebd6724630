"""Two entries of one work made one."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.duplicates import leads, merge, same_work
from refman.model import (
    Attachment,
    Citekey,
    Date,
    Entry,
    Identifiers,
    ItemType,
    Keyword,
    Link,
    LinkKind,
    Provenance,
    Span,
)
from refman.normalise import format_name
from tests.duplicates.pairs import cases, make
from tests.formats.entries import sample_entries

ONE_WORK = [case for case in cases() if case.relation in {"same", "versions"}]


def keyed(entry: Entry, key: str, **fields) -> Entry:
    return msgspec.structs.replace(entry, citekey=Citekey(key), **fields)


PREPRINT = keyed(
    make(title="Wick Trimming by Touch", authors="Ada Berg; Bo Dorn", year=2020, type="article",
         arxiv="2001.00001v2", abstract="long"),
    "berg2020arxiv",
    links=(Link(url="https://github.com/x/y", raw_url="", span=Span(0, 0), kind=LinkKind.CODE),),
    keywords=(Keyword("lamps"), Keyword("touch")),
    notes=("Read this.",),
    url="https://arxiv.org/abs/2001.00001",
    publisher="arXiv",
    provenance={"abstract": Provenance("listing.txt")},
)  # fmt: skip
PAPER = keyed(
    make(title="Wick trimming by touch", authors="Ada Berg; Bo Dorn", year=2021, venue="J. Lamps",
         volume="3", pages="1-9", doi="10.1234/jls.5"),
    "berg2021",
    keywords=(Keyword("Lamps"),),
)  # fmt: skip


@pytest.mark.parametrize("sides", [(PREPRINT, PAPER), (PAPER, PREPRINT)])
def test_the_publication_leads_and_the_preprint_fills_it(sides):
    merged = merge(*sides)
    assert merged.type is ItemType.ARTICLE_JOURNAL
    assert merged.citekey == "berg2021"
    assert (merged.title, merged.issued) == (PAPER.title, Date(2021))
    assert merged.container_title == "J. Lamps"
    assert merged.identifiers.doi == "10.1234/jls.5"
    assert merged.identifiers.arxiv == PREPRINT.identifiers.arxiv
    assert merged.abstract == PREPRINT.abstract
    assert merged.links == PREPRINT.links
    assert [keyword.text for keyword in merged.keywords] == ["Lamps", "touch"]
    assert merged.notes == ("Read this.",)
    assert merged.publisher is None
    assert merged.extra == {
        "duplicate-issued": "2020",
        "duplicate-publisher": "arXiv",
        "ids": "berg2020arxiv",
    }
    assert merged.provenance["abstract"].source == "listing.txt"


def test_what_contradicts_is_kept_beside():
    first = keyed(make(title="Lamps", authors="Ada Berg", doi="10.1234/a", volume="3"), "a")
    second = keyed(make(title="Lamp", authors="A. Berg", doi="10.1234/a", volume="4"), "b")
    assert merge(first, second).extra == {
        "duplicate-title": "Lamp",
        "duplicate-author": "Berg, A.",
        "duplicate-volume": "4",
        "ids": "b",
    }


def test_more_of_a_date_is_taken():
    first = make(title="Lamps", authors="Ada Berg", year=2020)
    second = msgspec.structs.replace(first, issued=Date(2020, 5, 3))
    for merged in (merge(first, second), merge(second, first)):
        assert merged.issued == Date(2020, 5, 3)
        assert not merged.extra


def test_another_date_is_kept():
    first = make(title="Lamps", authors="Ada Berg", year=2020)
    second = msgspec.structs.replace(first, issued=Date(2021, 5, 3))
    assert merge(first, second).extra == {"duplicate-issued": "2021-05-03"}


def test_the_doi_of_another_preprint_is_kept_beside():
    preprint = make(title="Lamps", authors="Ada Berg", doi="10.1101/2020.1", type="article")
    paper = make(title="Lamps", authors="Ada Berg", venue="J. Lamps", volume="3")
    merged = merge(preprint, paper)
    assert merged.identifiers.doi is None
    assert merged.extra == {"duplicate-doi": "10.1101/2020.1"}


def test_identifiers_of_both_stay():
    first = make(title="Lamps", pmid="12345678", arxiv="2001.00001", venue="J", volume="1")
    second = make(title="Lamps", doi="10.1234/a", arxiv="2001.00001v2", pmid="87654321")
    merged = merge(first, second)
    assert merged.identifiers.doi == "10.1234/a"
    assert merged.identifiers.arxiv.version == 2
    assert merged.identifiers.pmid == "12345678"
    assert merged.extra == {"duplicate-pmid": "87654321"}


def test_other_arxiv_numbers_and_versions_are_kept():
    first = make(title="Lamps", arxiv="2001.00001v1", year=2001, venue="J")
    assert merge(first, make(title="Lamps", arxiv="2001.00001v2")).extra == {
        "duplicate-arxiv-version": "2"
    }
    assert merge(first, make(title="Lamps", arxiv="2002.00002")).extra == {
        "duplicate-arxiv": "2002.00002"
    }


def test_types_editors_access_and_foreign_fields():
    first = msgspec.structs.replace(
        make(title="Lamps", type="book", year=2001, publisher="Wick"),
        extra={"colour": "red"},
        attachments=(Attachment("a", "a.pdf"),),
    )
    second = msgspec.structs.replace(
        make(title="Lamps", type="report", editors="Ada Berg"),
        url="https://lamps.example/",
        accessed=Date(2020, 1, 1),
        extra={"colour": "blue", "shape": "round"},
        attachments=(Attachment("b", "a.pdf"), Attachment("c", "c.pdf")),
    )
    merged = merge(first, second)
    assert merged.editor == second.editor
    assert merged.accessed == Date(2020, 1, 1)
    assert [file.path for file in merged.attachments] == ["a.pdf", "c.pdf"]
    assert merged.extra == {
        "colour": "red",
        "duplicate-colour": "blue",
        "duplicate-type": "report",
        "shape": "round",
    }
    again = msgspec.structs.replace(second, accessed=Date(2021), citekey=Citekey("x"))
    merged = merge(merged, again)
    assert merged.extra["duplicate-accessed"] == "2021"
    assert merged.citekey == "x"
    assert "ids" not in merged.extra


def test_a_second_value_that_gives_way_gets_a_number():
    first = make(title="Lamps", volume="1", year=2000, venue="J")
    merged = merge(merge(first, make(title="Lamps", volume="2")), make(title="Lamps", volume="3"))
    assert merged.extra == {"duplicate-volume": "2", "duplicate-volume-2": "3"}


def test_former_keys_are_gathered():
    first = keyed(make(title="Lamps", year=2000), "a", extra={"ids": "old, b"})
    second = keyed(make(title="Lamps"), "b", extra={"ids": "c,a"})
    assert merge(first, second).extra == {"ids": "old,b,c"}


def texts(entry: Entry) -> set[str]:
    """All that an entry says, as text."""
    said = {
        value
        for field in Entry.__struct_fields__
        if isinstance(value := getattr(entry, field), str) and field != "citekey"
    }
    said |= {keyword.text.casefold() for keyword in entry.keywords}
    said |= {link.url for link in entry.links} | {file.path for file in entry.attachments}
    said |= set(entry.notes) | set(entry.collections) | set(entry.extra.values())
    for people in (entry.author, entry.editor, entry.translator):
        said.update(map(format_name, people))
    said.update(
        str(getattr(value, "id", value))
        for value in msgspec.structs.astuple(entry.identifiers)
        if value is not None
    )
    return said


ENTRIES = st.sampled_from(
    [entry for case in ONE_WORK for entry in (case.first, case.second)]
    + sample_entries()
    + [PREPRINT, PAPER]
)


@given(ENTRIES, ENTRIES)
def test_nothing_is_lost(first, second):
    merged = merge(first, second)
    told = "\n".join(texts(merged)).casefold().replace(" ", "")
    for entry in (first, second):
        for text in texts(entry):
            folded = text.casefold().replace(" ", "")
            is_page = folded.rstrip("/").startswith(("https://arxiv.org/abs/", "https://doi.org/"))
            is_alike = "".join(filter(str.isalnum, folded)) in "".join(filter(str.isalnum, told))
            is_arxiv_doi = folded.startswith("10.48550/arxiv.")
            assert is_alike or is_page or is_arxiv_doi, text
    assert merged.author in {first.author, second.author}


@given(ENTRIES, ENTRIES)
def test_merging_with_itself_changes_nothing(first, second):
    merged = merge(first, second)
    assert merge(merged, merged) == merged


@pytest.mark.parametrize("case", ONE_WORK, ids=lambda case: case.name)
@pytest.mark.parametrize("turned", [False, True])
def test_merging_again_changes_nothing(case, turned):
    first, second = (case.second, case.first) if turned else (case.first, case.second)
    merged = merge(first, second)
    assert merge(merged, second) == merged
    assert merge(merged, first) == merged
    assert merge(first, merged) == merged


@pytest.mark.parametrize("case", ONE_WORK, ids=lambda case: case.name)
def test_what_was_merged_is_still_both(case):
    merged = merge(case.first, case.second)
    for entry in (case.first, case.second):
        assert same_work(merged, entry).relation.value != "different"


def test_who_leads():
    assert leads(PAPER, PREPRINT)
    assert not leads(PREPRINT, PAPER)
    assert leads(PAPER, PAPER)
    assert merge(Entry(), Entry()) == Entry()
    assert Identifiers() == merge(Entry(), Entry()).identifiers
