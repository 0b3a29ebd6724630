"""Queries mean what people mean, and a fault points at the word."""

import tomllib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.errors import QueryError
from refman.library.query import is_more_than_a_word, parse_query
from refman.library.query_tree import (
    AllOf,
    AnyOf,
    Binned,
    Fact,
    Is,
    Not,
    Stretch,
    Within,
    Words,
    Years,
)
from refman.library.query_values import FIELDS, HAS
from tests.conftest import CHECKOUT
from tests.growth import assert_cost_ratio

NOW = datetime(2026, 11, 26, 15, tzinfo=UTC)
CASES = tomllib.loads((CHECKOUT / "tests/data/library/queries.toml").read_text(encoding="utf-8"))
cases = pytest.mark.parametrize(
    "case", [case for part in CASES.values() for case in part], ids=lambda case: case["query"]
)


def told(node, *, is_inner=False):
    """Return a tree as the cases write it."""
    match node:
        case AllOf(parts):
            text = " & ".join(told(part, is_inner=True) for part in parts) or "everything"
            return f"({text})" if is_inner else text
        case AnyOf(parts):
            text = " | ".join(told(part, is_inner=True) for part in parts)
            return f"({text})" if is_inner else text
        case Not(part):
            return f"-{told(part, is_inner=True)}"
        case Words(words=words, joined=joined, column=column, is_prefix=is_prefix):
            text = "+".join(words)
            text = f"({text}|{joined})" if joined else text
            return f"{column.value + ':' if column else ''}{text}{'*' * is_prefix}"
        case Fact(name):
            return f"has {name}"
        case Within(side):
            return f"in a {side.value}"
        case Is(what=what, value=value, is_prefix=is_prefix):
            return f"{what.value}={value}{'*' * is_prefix}"
        case Years(first, last):
            return f"year {end(first)}..{end(last)}"
        case Stretch(what=what, first=first, before=before):
            return f"{what.value} {time(first)}..{time(before)}"
        case Binned():
            return "in the bin"


def end(year):
    return "" if year is None else year


def time(at):
    return "" if at is None else f"{at:%Y-%m-%d %H:%M}"


def fault_of(text, *, is_typed):
    try:
        parse_query(text, now=NOW, is_typed=is_typed)
    except QueryError as fault:
        return fault
    return None


@cases
def test_a_query_means(case):
    if "fault" not in case:
        assert told(parse_query(case["query"], now=NOW).where) == case["means"]
        return
    message, word = case["fault"]
    with pytest.raises(QueryError) as fault:
        parse_query(case["query"], now=NOW)
    assert str(fault.value).startswith(message)
    assert case["query"][fault.value.start : fault.value.end] == word


@cases
def test_a_query_that_is_being_typed_means(case):
    if "typed" in case:
        expected = case["typed"]
    elif "means" in case:
        expected = case["means"]
    else:
        with pytest.raises(QueryError):
            parse_query(case["query"], now=NOW, is_typed=True)
        return
    assert told(parse_query(case["query"], now=NOW, is_typed=True).where) == expected


SIGNS = st.sampled_from('ab1:*"()-| .,<>$\\_\ud800\x00世é\ue000\n')
PIECES = st.sampled_from(
    [*(f"{name}:" for name in FIELDS), *HAS, "OR ", "AND ", "NOT ", *'"()- ', "..", "2023", "7d"]
)


@given(st.lists(SIGNS | PIECES | st.text(max_size=3), max_size=12).map("".join), st.booleans())
def test_nothing_but_a_query_error_is_raised_and_it_points_into_the_query(text, is_typed):
    fault = fault_of(text, is_typed=is_typed)
    if fault is not None:
        assert 0 <= fault.start < fault.end <= len(text)
        assert "\n" not in str(fault)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a" * 4_001, "the query is too long"),
        ("a " * 201, "too many words"),
        ("tag:a " * 41, "too many conditions"),
        ('"' + "a " * 65 + '"', "a phrase of too many words"),
        ("a-" * 65, "a phrase of too many words"),
        ("(" * 21, "too many parentheses"),
        ("caf\udce9", "bytes stand here that are no text in UTF-8"),
    ],
)
@pytest.mark.parametrize("is_typed", [False, True])
def test_what_no_person_types_is_turned_down(text, message, is_typed):
    with pytest.raises(QueryError, match=message):
        parse_query(text, now=NOW, is_typed=is_typed)


def test_every_beginning_of_a_query_can_be_typed():
    whole = (
        'world -graph "world models" author:ada -title:"x y" year:2023..2025 type:article has:code'
        ' no:doi status:review state:review source:hf-papers tag:"to read" collection:A/B link:dead'
        " added:7d added:2026-11-01.. key:ada doi:10.1000/x arxiv:2401.00001 in:bin"
        " (tag:a OR tag:b) AND NOT (a -b) "
    )
    for length in range(len(whole) + 1):
        parse_query(whole[:length], now=NOW, is_typed=True)


@pytest.mark.parametrize(
    ("word", "is_more"),
    [
        *((word, True) for word in ("OR", "AND", "NOT", "|", "-lamps", "-", "has:code", "Key:x")),
        *((word, False) for word in ("or", "Not", "lamps", "a-b", "DBLP:conf/x", "has", "")),
    ],
)
def test_a_word_that_says_more_is_told_from_one_that_is_looked_for(word, is_more):
    assert is_more_than_a_word(word) == is_more


@pytest.mark.parametrize("sign", ["a", "(", '"', "a-", ")", "$", "a:"])
def test_cost_grows_with_length(sign):
    def read(length):
        return lambda: fault_of((sign * length)[:length], is_typed=True)

    assert_cost_ratio(read(4_000), read(400), most=30, floor_s=1e-4)
