"""A click puts a term into the query, or takes it out again."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.library import parse_query
from refman.library.query_values import quoted
from refman_gui.item_models.queue_terms import Mark, Marks, added

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TERMS = st.sampled_from(["tag:lamp", 'tag:"to read"', "year:2024", "author:ada has:code", "-no:doi",
                         "a OR b", 'collection:"A/B (c)"'])  # fmt: skip


@pytest.mark.parametrize(
    ("query", "term", "is_negated", "expected"),
    [
        ("", "tag:lamp", False, "tag:lamp"),
        ("", "tag:lamp", True, "-tag:lamp"),
        ("world models", "tag:lamp", False, "world models tag:lamp"),
        ("world  tag:lamp models", "tag:lamp", False, "world models"),
        ("world tag:lamp", "tag:lamp", True, "world -tag:lamp"),
        ("world -tag:lamp", "tag:lamp", True, "world"),
        ("world -tag:lamp", "tag:lamp", False, "world tag:lamp"),
        ('tag:"to read"', 'tag:"to read"', True, '-tag:"to read"'),
        ("a OR b", "tag:lamp", False, "(a OR b) tag:lamp"),
        ("tag:lamp", "a OR b", False, "tag:lamp (a OR b)"),
        ("tag:lamp (a OR b)", "a OR b", False, "tag:lamp"),
        ("tag:lamp", "author:ada has:code", True, "tag:lamp -(author:ada has:code)"),
        ("tag:lamp -(author:ada has:code)", "author:ada has:code", True, "tag:lamp"),
        ("tag:lamp", "-no:doi", True, "tag:lamp -(-no:doi)"),
        ('title:"open', "tag:lamp", False, 'title:"open" tag:lamp'),
        ("tag:lamp", "", False, "tag:lamp"),
        ('(a OR "b )" ) c', "c", False, '(a OR "b )" )'),
    ],
)
def test_a_term_is_put_into_a_query(query, term, is_negated, expected):
    assert added(query, term, is_negated=is_negated) == expected


@given(st.lists(st.tuples(TERMS, st.booleans()), max_size=6), TERMS, st.booleans())
def test_twice_is_not_at_all(chosen, term, is_negated):
    query = ""
    for one, is_out in chosen:
        query = added(query, one, is_negated=is_out)
    with_term = added(query, term, is_negated=is_negated)
    if with_term not in ("", query):
        parse_query(with_term, now=NOW)
    marks = Marks(query)
    if marks.mark_of(term) is None and not _is_parenthesised(query, with_term):
        assert added(with_term, term, is_negated=is_negated) == query


def _is_parenthesised(query, with_term):
    return with_term.startswith(f"({query})")


@given(st.text(max_size=60))
def test_any_text_takes_a_term(text):
    term = f"tag:{quoted('to read')}"
    assert added(text, term).endswith(term) or term not in added(text, term)


@pytest.mark.parametrize(
    ("query", "term", "expected"),
    [
        ("", "", Mark.SHOWN),
        ("tag:lamp", "", None),
        (" tag:lamp ", "tag:lamp", Mark.SHOWN),
        ("author:ada  has:code", "author:ada has:code", Mark.SHOWN),
        ("tag:lamp x", "tag:lamp", Mark.WITHIN),
        ("x -tag:lamp", "tag:lamp", Mark.LEFT_OUT),
        ("x (a OR b)", "a OR b", Mark.WITHIN),
        ("tag:lampshade", "tag:lamp", None),
    ],
)
def test_a_term_is_marked(query, term, expected):
    assert Marks(query).mark_of(term) is expected
