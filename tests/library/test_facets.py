"""Counts say how many entries the query would find with the facet's term added."""

import pytest
from hypothesis import given, settings

from refman.library.facets import Facet, FacetValue, facets
from refman.library.query import Query, parse_query
from refman.library.query_tree import AllOf
from refman.library.search import gather
from refman.model import Date, Entry, Keyword, Name, Provenance, Status
from tests.library.filling import emptied, fill, new_tables
from tests.library.made import paper
from tests.library.making import NOW, held, libraries, nodes
from tests.library.plain_search import plainly_found

# Their terms find those too that have the words and more.
LOOSE = {Facet.VENUE, Facet.AUTHOR}
EXACT = [facet for facet in Facet if facet not in LOOSE]


@pytest.fixture(scope="module")
def tables():
    connection = new_tables()
    yield connection
    connection.close()


def counted(tables, library, text="", **how):
    emptied(tables)
    fill(tables, library)
    gather(tables, parse_query(text, now=NOW))
    return facets(tables, **how)


def is_doubly_tagged(holding):
    tags = [keyword.text.casefold() for keyword in holding.entry.keywords]
    return len(set(tags)) < len(tags)


@settings(max_examples=40, deadline=None)
@given(libraries, nodes)
def test_a_count_is_that_of_the_query_with_the_term(tables, library, where):
    library = [holding for holding in library if not is_doubly_tagged(holding)]
    emptied(tables)
    fill(tables, library)
    found, in_pieces = plainly_found(library, where)
    gather(tables, Query("", where))
    if in_pieces:
        return
    for facet, values in facets(tables, only=EXACT, most=100).items():
        for value in values:
            term = parse_query(value.term, now=NOW).where
            expected = {
                h.id for h in library if h.id in plainly_found(library, AllOf((where, term)))[0]
            }
            assert (facet, value.text, value.total) == (facet, value.text, len(expected & found))


def test_facets_of_a_result(tables):
    library = held(
        paper(
            1,
            status=Status.ACCEPTED,
            collections=("A/B", "A/C"),
            keywords=(Keyword("ML"),),
            provenance={"title": Provenance("hf_papers"), "author": Provenance("user")},
        ),
        paper(2, collections=("A",), keywords=(Keyword('say "x"'), Keyword("to read"))),
        paper(3, issued=None, container_title=None, author=(Name(literal="The Quay Group"),)),
        paper(4, issued=Date(1999), title="Other"),
    )
    found = counted(tables, library, "lamps title:quay")
    assert found[Facet.STATUS] == (
        FacetValue("needs review", 2, 'status:"needs review"'),
        FacetValue("accepted", 1, "status:accepted"),
    )
    assert found[Facet.TYPE] == (FacetValue("article-journal", 3, "type:article-journal"),)
    assert found[Facet.YEAR] == (
        FacetValue("2001", 1, "year:2001"),
        FacetValue("2002", 1, "year:2002"),
    )
    assert found[Facet.COLLECTION] == (
        FacetValue("A", 2, "collection:A"),
        FacetValue("A/B", 1, 'collection:"A/B"'),
        FacetValue("A/C", 1, 'collection:"A/C"'),
    )
    assert found[Facet.TAG] == (
        FacetValue("ML", 1, "tag:ML"),
        FacetValue("lamps", 1, "tag:lamps"),
        FacetValue('say "x"', 1, 'tag:"say ""x"""'),
        FacetValue("to read", 1, 'tag:"to read"'),
    )
    assert found[Facet.VENUE] == (FacetValue("Journal of Wicks", 2, 'venue:"Journal of Wicks"'),)
    assert found[Facet.AUTHOR] == (
        FacetValue("Lund, Ada", 2, 'author:"Ada Lund"'),
        FacetValue("The Quay Group", 1, 'author:"The Quay Group"'),
    )
    assert FacetValue("abstract", 3, "has:abstract") in found[Facet.HAS]
    assert found[Facet.LINK] == ()
    assert found[Facet.SOURCE] == (
        FacetValue("hf-papers", 1, "source:hf-papers"),
        FacetValue("user", 1, "source:user"),
    )


@pytest.mark.parametrize("text", ["", "lamps"])
def test_only_so_many_of_those_that_are_asked_for(tables, text):
    library = held(*(paper(number, issued=Date(2000 + number % 3)) for number in range(1, 9)))
    found = counted(tables, library, text, only=(Facet.YEAR,), most=2)
    assert found == {
        Facet.YEAR: (FacetValue("2001", 3, "year:2001"), FacetValue("2002", 3, "year:2002"))
    }


@pytest.mark.parametrize("facet", Facet)
def test_one_facet_is_counted_as_all_are(tables, facet):
    library = held(*map(paper, range(1, 9)))
    found = counted(tables, library, "lamps")
    assert counted(tables, library, "lamps", only=(facet,)) == {facet: found[facet]}


def test_facets_of_nothing(tables):
    assert counted(tables, []) == dict.fromkeys(Facet, ())
    assert counted(tables, held(Entry()))[Facet.YEAR] == ()
