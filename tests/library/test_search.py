"""Search finds what reading every entry would, in the order that was asked for."""

import itertools
import sqlite3

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.library import search as searching
from refman.library import search_ways
from refman.library.facets import Facet, FacetValue, facets
from refman.library.query import Query, parse_query
from refman.library.query_tree import Column, Side
from refman.library.rows import columns_of
from refman.library.search import Sort, SortBy, count, gather, gathered, search
from refman.library.search_terms import is_ready
from refman.model import (
    Attachment,
    Bin,
    Date,
    Entry,
    ItemType,
    Keyword,
    Link,
    Name,
    Remove,
    Span,
    Status,
    edit_of,
)
from tests.library.filling import emptied, fill, fill_exports, fill_versions, fill_works, new_tables
from tests.library.made import add, opened, paper
from tests.library.making import NOW, exports, held, libraries, nodes, pairs, works
from tests.library.plain_search import (
    exports_among,
    nearness,
    plainly_found,
    small,
    twins_among,
    versions_among,
)


@pytest.fixture(scope="module")
def tables():
    connection = new_tables()
    yield connection
    connection.close()


# Bounds that choose the way, so that small libraries go every one of them.
bounds = st.fixed_dictionaries(
    {
        (searching, "_MOST_RANKED"): st.just(0),
        (searching, "_FEW"): st.sampled_from((2, 2_000)),
        (searching, "_MANY"): st.sampled_from((0, 2, 20_000)),
        (searching, "_PER_PROBE"): st.sampled_from((1, 3)),
        (search_ways, "_MOST_COUNTED"): st.sampled_from((0, 2, 20_000)),
        (search_ways, "_PROBE"): st.sampled_from((0, 22)),
        (search_ways, "_STEP_IN_ORDER"): st.sampled_from((0, 2)),
    }
)
COLUMNS = {
    SortBy.ADDED: lambda h: h.added,
    SortBy.CHANGED: lambda h: h.changed,
    SortBy.TITLE: lambda h: columns_of(h.entry).title_key,
    SortBy.AUTHOR: lambda h: columns_of(h.entry).sort_author,
    SortBy.YEAR: lambda h: columns_of(h.entry).issued,
    SortBy.VENUE: lambda h: nocase(columns_of(h.entry).venue),
    SortBy.CITEKEY: lambda h: nocase(h.entry.citekey),
    SortBy.TYPE: lambda h: h.entry.type.value,
    SortBy.STATUS: lambda h: h.entry.status.value,
}


def nocase(text):
    return None if text is None else small(text)


def in_order(library, ids, where, sort, *, in_pieces):
    found = sorted((h for h in library if h.id in ids), key=lambda h: h.id)
    if sort.by is SortBy.RELEVANCE:
        found.reverse()
        return found if in_pieces else sorted(found, key=lambda h: nearness(h, where))
    key = COLUMNS[sort.by]
    valued = sorted((h for h in found if key(h) is not None), key=key)
    rest = [h for h in found if key(h) is None]
    if sort.is_descending:
        valued = sorted(valued, key=lambda h: (key(h), h.id), reverse=True)
        rest.reverse()
    return valued + rest


@settings(max_examples=120, deadline=None)
@given(
    libraries,
    nodes,
    st.builds(Sort, st.sampled_from(SortBy), st.booleans()),
    bounds,
    works,
    pairs,
    pairs,
    exports,
)
def test_search_finds_what_reading_every_entry_would(
    tables, library, where, sort, bounds, works, apart, versions, exports
):
    emptied(tables)
    fill(tables, library)
    works = {id_: work for id_, work in works.items() if id_ <= len(library)}
    fill_works(tables, works, apart)
    fill_versions(tables, versions)
    exports = {key: told for key, told in exports.items() if key[1] <= len(library)}
    fill_exports(tables, exports)
    beside = {
        Side.DUPLICATE: twins_among(library, works, apart | versions),
        Side.VERSION: versions_among(library, versions),
        **exports_among(library, exports),
    }
    query = Query("", where)
    ids, in_pieces = plainly_found(library, where, beside)
    expected = tuple(h.id for h in in_order(library, ids, where, sort, in_pieces=in_pieces))
    with pytest.MonkeyPatch.context() as patch:
        for (module, name), value in bounds.items():
            patch.setattr(module, name, value)
        assert search(tables, query, sort=sort) == (expected, in_pieces)
        assert count(tables, query) == len(expected)
        assert gather(tables, query, sort=sort) == (len(expected), in_pieces)
        assert gathered(tables, limit=200, offset=0) == expected
        paged = [search(tables, query, sort=sort, limit=2, offset=at).ids for at in range(0, 8, 2)]
        assert tuple(itertools.chain.from_iterable(paged)) == expected


def made(*entries):
    connection = new_tables()
    fill(connection, held(*entries))
    return connection


def link(url, **how):
    return Link(url=url, raw_url=url, span=Span(0, 0), **how)


def asked(connection, text, *, is_typed=False, **how):
    return search(connection, parse_query(text, now=NOW, is_typed=is_typed), **how)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("vision language", "Vision-Language models"),
        ("vision-language", "Vision language models"),
        ("visionlanguage", "Vision-Language models"),
        ("gpt4", "GPT-4 walks"),
        ("GPT-4", "gpt4 walks"),
        ("pi0", r"$\pi_0$: a model"),
        ("π0", r"$\pi_0$: a model"),
        ("π_0", "π₀: a model"),
        ("pi_0", r"$\pi_0$: a model"),
        ("Lodz", "Trams of Łódź"),
        ("Łódź", "Trams of Lodz"),
        ("straße", "Eine Strasse"),
        ("strasse", "Eine Straße"),
        ("obrien", "The O'Brien game"),
        ("o’brien", "O'Brien's game"),
        ("世界", "大世界模型"),
        ("界", "大世界模型"),
        ("title:形", "図形のモデル"),
        ('"モデル"', "図形のモデル"),
        ("Naïve", "naive"),
        ('"model of the world"', "A model of the World, again"),
        ("transf*", "Transformers"),
    ],
)
def test_what_people_type_finds_what_was_written(query, title):
    connection = made(Entry(title=title), Entry(title="Something else"))
    assert asked(connection, query) == ((1,), False)
    connection.close()


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("moths OR -lamps", {2, 3}),
        ("-(-lamps)", {1, 2}),
        ("-(lamps moths)", {1, 3}),
        ("-(lamps OR tag:x)", {3}),
        ("(lamps tag:x) OR (quays -moths)", {2, 3}),
        ("type:book", {3}),
        ("-type:book status:accepted", {2}),
        ("has:listing", {2}),
        ("-has:tag", {1, 3}),
        ("collection:a*", {3}),
        ("-collection:a*", {1, 2}),
        ("no:collection", {1, 2}),
        ("-year:2020", {1, 3}),
        ("moths in:bin", set()),
        ("lamps -in:bin", {1, 2}),
    ],
)
def test_conditions_joined(query, ids):
    entries = (
        Entry(title="Lamps"),
        Entry(
            title="Lamps and moths",
            keywords=(Keyword("x"),),
            issued=Date(2020),
            status=Status.ACCEPTED,
        ),
        Entry(type=ItemType.BOOK, title="Quays", collections=("A",)),
    )
    library = [
        msgspec.structs.replace(holding, listing=1 if holding.id == 2 else None)
        for holding in held(*entries)
    ]
    connection = new_tables()
    fill(connection, library)
    assert set(asked(connection, query).ids) == ids
    assert plainly_found(library, parse_query(query, now=NOW).where) == (ids, False)
    connection.close()


PDFS = [
    Entry(attachments=(Attachment("Full text", "files/7/Lund - Quays.PDF"),)),
    Entry(attachments=(Attachment("Full text", "files/8/scan", "application/pdf"),)),
    Entry(attachments=(Attachment("At a host", "https://quays.example/pdf/12"),)),
    Entry(url="https://arxiv.org/pdf/2406.01234v2"),
    Entry(url="http://quays.example/lund.pdf?download=1"),
    Entry(url="https://openreview.net/pdf?id=r1lampAAAA"),
    Entry(
        links=(link("https://quays.example/a/"), link("https://quays.example/doi/pdf/10.5555/1"))
    ),
]
OTHERS = [
    Entry(),
    Entry(attachments=(Attachment("Saved page", "pdf/lund.html", "text/html"),)),
    Entry(url="https://pdf.example/"),
    Entry(url="https://quays.example/pdfs/all?name=lund.pdf"),
    Entry(links=(link("https://quays.example/lund.pdf", promised=True),)),
    Entry(links=(link("https://github.com/quays/pdf-tools"),)),
]


def test_a_pdf_is_told_from_other_attachments_and_links():
    connection = made(*PDFS, *OTHERS)
    assert asked(connection, "has:pdf").ids == tuple(range(len(PDFS), 0, -1))
    assert asked(connection, "no:pdf -has:pdf").ids == tuple(
        range(len(PDFS) + len(OTHERS), len(PDFS), -1)
    )
    assert asked(connection, "has:attachment").ids == (9, 3, 2, 1)
    assert asked(connection, "has:file") == asked(connection, "has:attachments")
    gather(connection, parse_query("", now=NOW))
    found = facets(connection, only=(Facet.HAS,))[Facet.HAS]
    assert FacetValue("pdf", len(PDFS), "has:pdf") in found
    connection.close()


def test_titles_come_first_then_authors_then_other_texts_and_the_newest_in_each():
    connection = made(
        Entry(title="Lamps"),
        Entry(title="Of lamps"),
        Entry(author=(Name(family="Lamps"),)),
        Entry(title="Moths", abstract="lamps"),
        Entry(title="Quays", abstract="lamps"),
        Entry(abstract="dusk"),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(searching, "_MOST_RANKED", 0)
        assert asked(connection, "lamps").ids == (2, 1, 3, 5, 4)
        assert asked(connection, "dusk").ids == (6,)
    # By BM25, "Lamps" alone says more than "Of lamps".
    assert asked(connection, "lamps").ids == (1, 2, 3, 5, 4)
    assert asked(connection, "lamps", limit=2, offset=3).ids == (5, 4)
    connection.close()


def test_pieces_of_words_are_found_where_no_word_is():
    connection = made(
        Entry(title="The transformer", abstract="moths"),
        Entry(title="Moths", author=(Name(family="Harrington", given="Jo"),)),
        Entry(abstract="transformer"),
    )
    assert asked(connection, "former") == ((1,), True)
    assert asked(connection, "former moths", sort=Sort(SortBy.TITLE)) == ((), False)
    assert asked(connection, "author:ringto") == ((2,), True)
    assert asked(connection, "former -title:moths has:abstract") == ((1,), True)
    assert asked(connection, "former", offset=1) == ((), False)
    assert asked(connection, "the", limit=1, offset=1) == ((), False)
    assert asked(connection, "fo") == ((), False)
    assert asked(connection, "abstract:former") == ((), False)
    connection.close()


def test_a_search_can_be_broken_off():
    connection = made(*(paper(number) for number in range(200)))
    connection.set_progress_handler(lambda: 1, 100)
    with pytest.raises(sqlite3.OperationalError, match="interrupted"):
        gather(connection, parse_query("lamps", now=NOW))
    connection.set_progress_handler(None, 0)
    assert gather(connection, parse_query("lamps", now=NOW)).total == 200
    assert len(gathered(connection, limit=50, offset=170)) == 30
    connection.close()


PLANNED = [
    "lamps",
    "lamps quay -moths",
    '"lamps of" author:lund',
    "lamps year:2003 has:doi",
    "lamps tag:lamps",
    "tag:lamps",
    'tag:"lamps 1"',
    'tag:"lamps 1"*',
    "collection:A -tag:x",
    'tag:"lamps 1" OR tag:x OR key:lund3dusk',
    "key:lund3dusk",
    "doi:10.5555/3",
    "arxiv:2401*",
    "year:2003",
    "added:..2020",
    "changed:7d",
    "in:bin",
    "lamps in:bin",
    "has:duplicate",
    "lamps has:duplicate",
    "has:version",
    "lamps has:version",
    "has:exported",
    "lamps exported:changed",
    "exported:zotero OR exported:file",
    "exported:2026..",
    "amp",
]


@pytest.mark.parametrize("text", PLANNED)
def test_no_walk_through_all_entries_where_an_index_leads(text):
    connection = made(*(paper(n, keywords=(Keyword(f"lamps {n % 9}"),)) for n in range(400)))
    asking = []
    connection.set_trace_callback(asking.append)
    asked(connection, text)
    connection.set_trace_callback(None)
    steps = [
        step
        for query in asking
        if query.startswith("SELECT")
        for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {query}")
    ]
    assert steps
    assert not [
        step
        for step in steps
        if step.split()[:2] in (["SCAN", "e"], ["SCAN", "entries"]) and "INDEX" not in step
    ]
    connection.close()


def test_what_most_entries_have_is_found_from_the_newest_on():
    connection = made(*map(paper, range(50)))
    asking = []
    connection.set_trace_callback(asking.append)
    assert asked(connection, "tag:lamps", limit=2).ids == (50, 49)
    connection.set_trace_callback(None)
    assert "FROM entries e WHERE" in asking[-1]
    connection.close()


def test_words_that_are_in_many_are_judged_by_the_oldest(monkeypatch):
    monkeypatch.setattr(search_ways, "_MOST_COUNTED", 2)
    connection = made(*map(paper, range(9)))
    assert asked(connection, "lamps", sort=Sort(SortBy.ADDED)).ids == tuple(range(1, 10))
    connection.close()


ONE_BY_ONE, FILTERED = "w0.rowid = d.id", "IN (SELECT value AS id FROM json_each"


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("lamps year:2003", ONE_BY_ONE),
        ("lamps quay year:2003", ONE_BY_ONE),
        ("lamps author:lund tag:lamps year:2003", ONE_BY_ONE),
        ("lam* year:2003", ONE_BY_ONE),
        ("lamps year:1999", ONE_BY_ONE),
        ("lamps year:2003 in:bin", ONE_BY_ONE),
        ("lamps type:book", ONE_BY_ONE),
        ("lamps year:2003..2008", FILTERED),
        ("zzz year:2003", None),
        ("lamps year:2000..2025", None),
        ("lamps -year:2003", None),
        ("lamps type:thesis", None),
        ("dusk type:book", None),
        ("lamps", None),
        ("year:2003", None),
        ('"lamps of" year:2003', None),
        ("lamps -dusk year:2003", None),
    ],
)
def test_what_holds_for_few_comes_before_words_that_are_in_many(monkeypatch, text, step):
    types = {43: ItemType.BOOK, **dict.fromkeys(range(50, 150), ItemType.THESIS)}
    library = held(
        *(
            paper(n, issued=Date(2000 + n % 40), type=types.get(n, ItemType.ARTICLE_JOURNAL))
            for n in range(200)
        )
    )
    library[83] = msgspec.structs.replace(library[83], binned=NOW)
    connection = new_tables()
    fill(connection, library)
    for name, value in {"_MANY": 100, "_PER_PROBE": 20, "_MOST_RANKED": 0}.items():
        monkeypatch.setattr(searching, name, value)
    monkeypatch.setattr(search_ways, "_SAMPLE", 20)
    asking = []
    connection.set_trace_callback(asking.append)
    found = asked(connection, text)
    connection.set_trace_callback(None)
    where = parse_query(text, now=NOW).where
    ids, in_pieces = plainly_found(library, where)
    expected = in_order(library, ids, where, Sort(), in_pieces=in_pieces)
    assert found == (tuple(h.id for h in expected), in_pieces)
    for each in (ONE_BY_ONE, FILTERED):
        assert any(each in query for query in asking) == (each == step)
    connection.close()


@pytest.mark.parametrize("by", sorted(search_ways._INDEXED, key=str))
def test_everything_comes_sorted_along_an_index(by):
    connection = made(*map(paper, range(50)))
    asking = []
    connection.set_trace_callback(asking.append)
    asked(connection, "", sort=Sort(by, is_descending=True), limit=5)
    connection.set_trace_callback(None)
    steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {asking[-1]}")]
    assert len(steps) == 1
    assert steps[0].startswith("SCAN e USING INDEX entries_")
    connection.close()


@pytest.mark.parametrize(
    ("text", "by", "step"),
    [
        ("lamps quay year:2003..2040", SortBy.YEAR, "entries_issued (issued>? AND issued<?)"),
        ("lamps year:..2040", SortBy.YEAR, "entries_issued (issued<?)"),
        ("lamps added:2020..", SortBy.ADDED, "entries_added (added>?)"),
        ("lamps added:2020..", SortBy.YEAR, "SCAN e USING INDEX entries_issued"),
        ("lamps -changed:2020..", SortBy.CHANGED, "SCAN e USING INDEX entries_changed"),
    ],
)
@pytest.mark.parametrize("is_descending", [False, True])
def test_a_walk_in_an_order_begins_where_the_stretch_does(
    monkeypatch, text, by, step, is_descending
):
    monkeypatch.setattr(search_ways, "_PROBE", 0.001)
    connection = made(*(paper(n, issued=Date(2000 + n)) for n in range(50)))
    asking = []
    connection.set_trace_callback(asking.append)
    assert asked(connection, text, sort=Sort(by, is_descending), limit=2).ids
    connection.set_trace_callback(None)
    (query,) = (query for query in asking if query.startswith("SELECT e.id"))
    steps = [step for *_, step in connection.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert step in steps[0]
    assert not [step for step in steps if "TEMP B-TREE" in step]
    connection.close()


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("lamps", True),
        ("lam*", True),
        ("lamps*", True),
        ("lanter*", False),
        ("abstract:lamps*", True),
        ("author:lund*", True),
        ("author:lunds*", False),
        ("title:lamps", True),
        ('"of lamps"', False),
        ("gpt-4", False),
        ("-lamps", False),
        ("(lamps OR quay)", False),
    ],
)
def test_the_index_has_one_list_for_a_word(text, is_known):
    where = parse_query(text, now=NOW).where
    assert is_ready(where) == is_known
    if text == "lamps*":
        assert not is_ready(where, (Column.TITLE,))


def test_search_in_a_library_that_was_changed_and_undone(tmp_path):
    with opened(tmp_path / "library.refman") as library:
        ids = library.apply("Add", add(*map(paper, range(20)))).ids
        library.apply("Remove", [Remove(library.get(ids[3]))])
        before = library.get(ids[5]).entry
        library.apply("Edit", [edit_of(ids[5], before, paper(5, title="Moths", keywords=()))])
        library.apply("Bin", [Bin(id=ids[7], after=NOW)])
        for _ in range(4):
            held_now = list(library.all(with_binned=True))
            with library.reading(texts=True) as connection:
                for text in ("lamps", "moths", "tag:lamps -ember", "in:bin", "arbou", ""):
                    query = parse_query(text, now=NOW)
                    found = search(connection, query)
                    assert (set(found.ids), found.in_pieces) == plainly_found(held_now, query.where)
            library.undo()
