"""JSON whose values know where they stand."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from refman.model import Span
from refman.reading.json_values import items, members, string, values


def whole(text):
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[1, [2], {}]", [1, [2], {}]),
        (" [ ] ", []),
        ("[1, 2", [1, 2]),
        ('[1, {"a": ', [1]),
        ("[1 2]", [1]),
        ("[1,]", [1]),
        ("[" * 100_000, []),
        ("[1, " + "9" * 5000 + ", 2]", [1, math.inf, 2]),
        ("", []),
    ],
)
def test_items_are_read_as_far_as_they_go(text, found):
    start = len(text) - len(text.lstrip())
    assert [item.value for item in items(text, Span(start, len(text)))] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1, "b": [2]}', {"a": 1, "b": [2]}),
        ('{"a": 1, "a": 2}', {"a": 2}),
        ("{}", {}),
        ('{"a": 1, "b": [2', {"a": 1}),
        ('{"a" 1}', {}),
        ('{"a": 1 "b": 2}', {"a": 1}),
        ("{1: 2}", {}),
    ],
)
def test_members_are_read_as_far_as_they_go(text, found):
    read = members(text, whole(text))
    assert {name: member.value for name, member in read.items()} == found
    for member in read.values():
        assert json.loads(text[member.span.start : member.span.end]) == member.value


def test_values_may_stand_one_behind_the_other():
    assert [value.value for value in values('{"a": 1}\n{"b": 2}\r\n[] x 3')] == [
        {"a": 1},
        {"b": 2},
        [],
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (r'"a\n\"b\" \/ \\"', 'a\n"b" / \\'),
        (r'"\u0041\uD83D\uDE00"', "A😀"),
        (r'"\ud83d and \udE00"', "\ufffd and \ufffd"),
        ('""', ""),
    ],
)
def test_string_is_decoded(written, text):
    (value,) = values(written)
    assert string(written, value).text == text


def test_escape_has_the_place_of_all_its_signs():
    source = r'["", "a\u0026b"]'
    _, value = items(source, whole(source))
    text = string(source, value)
    assert text.text == "a&b"
    assert text.span(1, 2) == Span(7, 13)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_what_json_writes_is_read(value):
    text = json.dumps([value])
    assert [item.value for item in items(text, whole(text))] == [value]


def test_a_number_of_a_million_figures_costs_little():
    text = f"[{'9' * 1_000_000}]"
    assert [item.value for item in items(text, whole(text))] == [float("inf")]


@given(st.text(st.characters(codec="utf-8")), st.booleans())
def test_strings_come_back(text, is_ascii):
    written = json.dumps(text, ensure_ascii=is_ascii)
    (value,) = values(written)
    assert string(written, value).text == text
