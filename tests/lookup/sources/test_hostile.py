"""Answers that are broken in any way: records, nothing, or one error; never anything else."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from refman.errors import AnswerError
from refman.lookup.answers import MOST_RECORDS
from tests.lookup.sources import fake_web
from tests.lookup.sources.fake_web import FakeWeb, entry
from tests.lookup.sources.test_samples import SAMPLES

ODD = st.sampled_from(
    [None, 7, -1.5, True, "", "x", "\u0000", [], [None], [[1]], {}, {"value": 3}, 10**30, "<b>" * 9]
)
JSON_SAMPLES = [sample for sample in SAMPLES if sample[1].suffix == ".json"]
IDS = [path.parent.name for _, path in SAMPLES]


def found(module, body):
    try:
        return module.make(fake_web.settings()).by_title(entry("Lamps"), FakeWeb(("", body)))
    except AnswerError:
        return []


@pytest.mark.parametrize(("module", "path"), SAMPLES, ids=IDS)
@settings(max_examples=40, deadline=None)
@given(st.data())
def test_bytes_changed_anywhere(module, path, data):
    body = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(body)))
        end = min(len(body), start + data.draw(st.integers(0, 40)))
        body[start:end] = data.draw(st.binary(max_size=8))
    found(module, bytes(body))


def places(value, path=()):
    yield path
    inner = dict(enumerate(value)) if isinstance(value, list) else value
    if not isinstance(inner, dict):
        return
    for key, each in inner.items():
        yield from places(each, (*path, key))


@pytest.mark.parametrize(("module", "path"), JSON_SAMPLES)
@settings(max_examples=80, deadline=None)
@given(st.data())
def test_values_of_other_kinds_anywhere(module, path, data):
    answer = json.loads(path.read_text("utf-8"))
    where = data.draw(st.sampled_from([place for place in places(answer) if place]))
    holder = answer
    for key in where[:-1]:
        holder = holder[key]
    holder[where[-1]] = data.draw(ODD)
    for each in found(module, json.dumps(answer).encode()):
        assert each.entry.title != ""


@pytest.mark.parametrize(("module", "path"), SAMPLES, ids=IDS)
def test_the_longest_answers_cost_little(module, path):
    body = path.read_bytes()
    for filler in (b"[" * 5_000_000, b'{"a":' * 900_000, b"<entry>" * 700_000, b"\\u" * 2_000_000):
        start_s = time.process_time()
        assert found(module, filler) == []
        assert found(module, body[: len(body) // 2] + filler) == []
        assert time.process_time() - start_s < 8


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("arxiv", b"<feed>" + b"<entry>" * 600_000 + b"</feed>"),
        ("arxiv", b"<feed>" + b"<entry><id>x</id></entry>" * 190_000 + b"</feed>"),
        ("crossref", b'{"message":{"items":[' + b"{}," * 1_500_000 + b"{}]}}"),
        ("datacite", b'{"data":[' + b"{}," * 1_500_000 + b"{}]}"),
        ("dblp", b'{"result":{"hits":{"hit":[' + b"{}," * 1_500_000 + b"{}]}}}"),
        ("hf_papers", b"[" + b"{}," * 1_500_000 + b"{}]"),
        ("openalex", b'{"results":[' + b"{}," * 1_500_000 + b"{}]}"),
        ("openreview", b'{"notes":[' + b"{}," * 1_500_000 + b"{}]}"),
        ("semantic_scholar", b'{"data":[' + b"7," * 2_400_000 + b"7]}"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_million_records_cost_little(name, body):
    module = next(module for module, path in SAMPLES if path.parent.name == name)
    start_s = time.process_time()
    assert len(found(module, body)) <= MOST_RECORDS
    assert time.process_time() - start_s < 8
