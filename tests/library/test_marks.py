"""What is worth a closer look: identifiers alone say of most candidates that they are not."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.duplicates import Relation, same_work
from refman.library.marks import may_be
from refman.model import Arxiv, Doi, Entry, Identifiers, Isbn
from tests.library.made import add, opened, paper

IDENTIFIERS = st.builds(
    Identifiers,
    doi=st.sampled_from(
        [None, *map(Doi, ("10.1/a", "10.1/b", "10.48550/arXiv.2406.00001", "10.5281/zenodo.1"))]
    ),
    arxiv=st.sampled_from([None, Arxiv("2406.00001"), Arxiv("2406.00002", version=2)]),
    isbn=st.sampled_from([None, Isbn("9780306406157"), Isbn("9783161484100")]),
    pmid=st.sampled_from([None, "1", "2"]),
)
ENTRIES = st.builds(
    paper, st.sampled_from([1, 2]), identifiers=IDENTIFIERS, title=st.sampled_from(["Oil", "Wicks"])
)


@settings(max_examples=300, deadline=None)
@given(ENTRIES, ENTRIES)
def test_what_is_passed_over_is_another_work(entry, other):
    if not may_be(entry)(other):
        assert same_work(entry, other).relation is Relation.DIFFERENT


@pytest.mark.parametrize(
    ("doi", "is_it"), [(None, True), ("10.1/A", True), ("10.1/b", False)], ids=str
)
def test_another_doi_makes_another_work(doi, is_it, tmp_path):
    one = paper(1, identifiers=Identifiers(doi=Doi("10.1/a")))
    other = msgspec.structs.replace(one, identifiers=Identifiers(doi=Doi(doi) if doi else None))
    assert may_be(one)(other) is is_it
    assert may_be(Entry())(other)
    with opened(tmp_path / "a.refman") as library:
        library.apply("Add", add(one))
        assert bool(library.known(other)) is is_it
