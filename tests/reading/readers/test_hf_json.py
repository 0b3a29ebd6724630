"""Hugging Face's records: what the samples do not show."""

import json

import pytest

from refman.model import Draft, LinkKind
from refman.reading.readers.hf_json import HF_JSON
from tests.reading.readers.recorded import read_text


def drafts(text):
    return [piece for piece in read_text(HF_JSON, text) if isinstance(piece, Draft)]


def draft_of(**paper):
    (draft,) = drafts(json.dumps([{"paper": {"title": "Lamps", "id": "2506.00411", **paper}}]))
    return draft


@pytest.mark.parametrize(
    ("field", "url", "kind", "roles"),
    [
        ("githubRepo", "https://github.com/wick/lamp", "code", ["code"]),
        ("githubRepo", "https://code.lamps.example/lamp", "code", ["code"]),
        ("githubRepo", "https://huggingface.co/wick/lamp", "model", ["model", "code"]),
        ("projectPage", "https://lamps.example/", "project", ["project"]),
        ("projectPage", "https://github.com/wick/lamp", "code", ["code", "project"]),
        ("projectPage", "https://huggingface.co/spaces/wick/lamp", "demo", ["demo", "project"]),
    ],
)
def test_field_tells_what_its_address_is(field, url, kind, roles):
    link = draft_of(**{field: url}).links[-1]
    assert (link.url, link.kind.value) == (url, kind)
    assert [role.value for role in link.roles] == roles


def test_address_in_field_and_summary_is_one_link():
    url = "https://github.com/wick/lamp"
    draft = draft_of(summary=f"Code: {url}.", githubRepo=url)
    assert [link.url for link in draft.links if link.kind is LinkKind.CODE] == [url]


@pytest.mark.parametrize(
    ("told", "issued"),
    [
        ("2025-06-01T09:12:44.000Z", "2025-06-01"),
        ("2549-06-01T09:12:44.000Z", None),
        ("soon", None),
        ("", None),
        (None, None),
        (1748769164, None),
    ],
)
def test_date(told, issued):
    date = draft_of(publishedAt=told).issued
    assert (str(date) if date else None) == issued


@pytest.mark.parametrize("number", [None, 7, "", "not-a-number", "2506.00411 and more"])
def test_number_that_is_none_gives_no_page(number):
    draft = draft_of(id=number)
    assert (draft.identifiers.arxiv is None) == (draft.links == ())


@pytest.mark.parametrize(
    "value", ["{}", "[]", "null", "7", '"a"', '{"papers": []}', '{"papers": [7]}']
)
def test_json_of_other_things_holds_no_paper(value):
    assert drafts(value) == []


def test_attribute_that_holds_no_json_is_passed_over():
    assert drafts('<p data-props="lamps &amp; more"></p><p data-props></p>') == []
